-- Visits of the city into a county. A visit is one row in the city's bureau and, under the same id, one in the county's:
-- each side lists its own. What was looked at stands in the county only. Words in capitals are the engine's own, as in
-- the first schema.

create table visit (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    city_id integer not null references bureau (id),
    county_id integer not null references bureau (id),
    person_id UUID not null references account (id),
    person_name text not null,
    reason SORTED not null,
    purpose text not null,
    begun_at bigint not null,
    -- The first instant at which its time is up; that it is up is never written.
    until_at bigint not null,
    -- When the visitor ended it before.
    ended_at bigint,
    primary key (bureau_id, id)
);
create index visit_person on visit (bureau_id, person_id, id);
create index visit_county on visit (bureau_id, county_id, id);

create table visit_look (
    bureau_id integer not null references bureau (id),
    visit_id UUID not null,
    -- From 1 in each visit.
    seq integer not null,
    at bigint not null,
    noun SORTED not null,
    -- The record; none of a list.
    row_id UUID,
    -- The record's number and name, or what the list was narrowed by, as it was then.
    words text not null,
    primary key (bureau_id, visit_id, seq),
    foreign key (bureau_id, visit_id) references visit (bureau_id, id)
);
