-- Which bureau has filed against a party for an act of a day is taken back with the case that says so. Words in capitals
-- are the engine's own, as in the first schema. What stood before is written again by `verify figures --mend`.

drop table city_filing;
create table city_filing (
    party BYTES not null,
    act_on date not null,
    bureau_id integer not null references bureau (id),
    case_id UUID not null,
    primary key (party, act_on, bureau_id, case_id)
) CLUSTERED;
create index city_filing_case on city_filing (bureau_id, case_id);
