-- Filters of lists that a person keeps under a name (常用视图). Words in capitals are the engine's own, as in the first
-- schema.

create table saved_view (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    person_id UUID not null references account (id),
    page SORTED not null check (page in ('work', 'cases', 'establishments', 'classes', 'trainees', 'certificates')),
    name SORTED not null,
    -- As it stands in the list's address behind the question mark.
    query text not null,
    at bigint not null,
    primary key (bureau_id, id)
);
create unique index saved_view_own on saved_view (bureau_id, person_id, page, name);
