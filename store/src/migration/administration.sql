-- Years of the calendar loaded while the product runs, what moved with them in each bureau, and the
-- numbers that were used on paper. The tables of the first schema for the calendar were never written.

drop table calendar_day;
drop table calendar_version;

-- One row a load; of a year the newest counts, over the files that the product was started with.
create table calendar_version (
    id integer not null primary key,
    year integer not null,
    days text not null,
    digest text not null,
    basis text not null,
    at bigint not null,
    "by" UUID references account (id)
);
create index calendar_version_year on calendar_version (year, id);

-- Which bureau has counted its open terms by which version, and how many moved.
create table calendar_count (
    version integer not null references calendar_version (id),
    bureau_id integer not null references bureau (id),
    moved integer not null,
    at bigint not null,
    primary key (version, bureau_id)
);

create table calendar_move (
    bureau_id integer not null references bureau (id),
    version integer not null references calendar_version (id),
    position integer not null,
    case_id UUID not null,
    clock text not null,
    was_due_on date not null,
    was_acting_on date not null,
    was_provisional boolean not null,
    due_on date not null,
    acting_on date not null,
    provisional boolean not null,
    primary key (bureau_id, version, position),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id)
);

create table number_start (
    bureau_id integer not null references bureau (id),
    word SORTED not null,
    year integer not null,
    last bigint not null,
    reason text not null,
    at bigint not null,
    "by" UUID references account (id),
    primary key (bureau_id, word, year)
);
