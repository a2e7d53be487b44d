-- A volume of a case's dossier that is made in the background, and what came of it. Words in capitals are the engine's
-- own, as in the first schema.

create table dossier (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    case_id UUID not null,
    bound SORTED not null check (bound in ('main', 'inner', 'reading')),
    -- Who reads it, where it is a party's copy.
    party UUID,
    -- SHA-256 of what it is made of: another one by now, and it no longer counts.
    base SORTED not null,
    state SORTED not null check (state in ('waiting', 'making', 'done', 'failed')),
    asked_at bigint not null,
    asked_by UUID not null references account (id),
    -- The server that makes it: a word of its own, its last sign of life, and how many began.
    claim UUID,
    touched_at bigint,
    tries integer not null,
    steps_done integer not null,
    steps_all integer not null,
    ended_at bigint,
    fault SORTED,
    -- What lies on which pages, as JSON: names of persons are among it.
    catalogue_sealed BYTES,
    pages integer,
    size bigint,
    sha256 SORTED,
    expires_at bigint not null,
    primary key (bureau_id, id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id),
    check ((bound = 'reading') = (party is not null)),
    check (state <> 'making' or (claim is not null and touched_at is not null)),
    check ((state in ('done', 'failed')) = (ended_at is not null)),
    check ((state = 'failed') = (fault is not null)),
    check (state <> 'done' or (catalogue_sealed is not null and pages is not null and size is not null and sha256 is not null))
);
create index dossier_case on dossier (bureau_id, case_id, id);
create index dossier_state on dossier (bureau_id, state, id);
create index dossier_expires on dossier (bureau_id, expires_at);
create index dossier_sha256 on dossier (bureau_id, sha256);
