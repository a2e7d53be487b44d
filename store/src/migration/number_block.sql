-- Numbers of blocks (号段): each was taken from the counter of its word for an officer, and is issued or void. Words in
-- capitals are the engine's own, as in the first schema.

create table block_number (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    -- Those that were allotted at once.
    block_id UUID not null,
    -- 登存
    word SORTED not null,
    year integer not null,
    serial bigint not null check (serial > 0),
    -- 道商登存〔2026〕5号, as the paper bears it.
    number SORTED not null,
    -- In whose hand it is.
    person_id UUID not null references account (id),
    at bigint not null,
    by_id UUID not null references account (id),
    state SORTED not null check (state in ('open', 'issued', 'void')),
    ended_at bigint,
    ended_by UUID references account (id),
    -- The case whose paper bears it; it may be void without one.
    case_id UUID,
    reason text,
    primary key (bureau_id, id),
    unique (bureau_id, number),
    check ((state = 'open') = (ended_at is null)),
    check ((ended_at is null) = (ended_by is null)),
    check ((state = 'void') = (reason is not null))
);
create index block_number_hand on block_number (bureau_id, person_id, state, word, year, serial);
create index block_number_open on block_number (bureau_id, state, at);
create index block_number_block on block_number (bureau_id, block_id, serial);
