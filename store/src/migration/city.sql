-- The city's figures. What a bureau counts stands in `city_figure`, as before; people count once for the whole city too,
-- which is no sum of the bureaus. Records written before this migration count with their next act, or by
-- `xiaoxiang verify figures --mend`.

-- What the city counts of the case, as JSON; empty: nothing yet. The counters move by what differs from it.
alter table "case" add column counted text not null default '';

-- Numbers of the whole city that are no sum of its bureaus: people, each once.
create table city_total (
    figure SORTED not null,
    period SORTED not null,
    part SORTED not null,
    value bigint not null,
    primary key (figure, period, part)
) CLUSTERED;

-- That a person was trained or certified, known by a keyed hash of the identity number that exists nowhere else.
create table city_person (
    figure SORTED not null check (figure in ('trained', 'certified')),
    -- In which the fact lies: a person counts once a year.
    year integer not null,
    person BYTES not null,
    bureau_id integer not null references bureau (id),
    -- The enrolment itself, or its certificate.
    source_id UUID not null,
    enrolment_id UUID not null,
    counted_on date not null,
    -- The day of the revocation, for a certificate.
    until_on date,
    trade SORTED not null,
    primary key (figure, year, person, bureau_id, source_id)
) CLUSTERED;
create index city_person_enrolment on city_person (bureau_id, enrolment_id, figure, source_id);
