-- The bureau's running terms as the city sees them once they are over: numbers only. What stood before is written by
-- `verify figures --mend`. Words in capitals are the engine's own, as in the first schema.

create table city_term (
    bureau_id integer not null references bureau (id),
    case_id UUID not null,
    position integer not null,
    number text not null,
    clock text not null,
    due_on date not null,
    primary key (bureau_id, case_id, position)
) CLUSTERED;
create index city_term_due on city_term (due_on, bureau_id, case_id, position);
