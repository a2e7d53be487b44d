-- What anybody may read of decisions without signing in (行政处罚决定公开): a projection of the events that publish and
-- withdraw. What was withdrawn keeps its day and its reason alone. Words in capitals are the engine's own, as in the first
-- schema.

create table public_decision (
    bureau_id integer not null references bureau (id),
    -- The word of its address: derived from the event by a key, so that nobody guesses it and a rebuilt table keeps it.
    id UUID not null,
    case_id UUID not null,
    -- The event that published it.
    seq integer not null,
    published_on date not null,
    is_public boolean not null,
    -- By what it is found, as the public sees it.
    party text,
    violations text,
    -- All that its page says, as JSON.
    facts text,
    withdrawn_on date,
    -- Why it was withdrawn, as JSON.
    reason text,
    primary key (bureau_id, id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id),
    check (is_public = (facts is not null)),
    check (is_public = (party is not null)),
    check (is_public = (violations is not null)),
    check (is_public = (withdrawn_on is null)),
    check (is_public = (reason is null))
);
create unique index public_decision_event on public_decision (bureau_id, case_id, seq);
create index public_decision_newest on public_decision (bureau_id, is_public, published_on, id);
