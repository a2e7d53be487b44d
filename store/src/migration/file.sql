-- Evidence that is a file (证据材料): its bytes lie sealed outside the database, under their hash; and files on their way in.
-- Words in capitals are the engine's own, as in the first schema.

create table evidence_file (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    case_id UUID not null,
    -- Without gaps in its case.
    number integer not null check (number > 0),
    -- Its name and its sheet name persons.
    name_sealed BYTES not null,
    sheet_sealed BYTES not null,
    -- What its bytes are.
    content SORTED not null,
    size bigint not null check (size > 0),
    -- Of the bytes as they came, in hexadecimal digits, and of the small picture that was made of them.
    sha256 SORTED not null,
    thumbnail_sha256 SORTED,
    at bigint not null,
    by_id UUID not null references account (id),
    -- Withdrawn it stays, with the reason.
    withdrawn_at bigint,
    withdrawn_by UUID references account (id),
    withdrawn_reason text,
    primary key (bureau_id, id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index evidence_file_number on evidence_file (bureau_id, case_id, number);
create index evidence_file_sha256 on evidence_file (bureau_id, sha256);
create index evidence_file_thumbnail on evidence_file (bureau_id, thumbnail_sha256);

create table upload (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    case_id UUID not null,
    by_id UUID not null references account (id),
    name_sealed BYTES not null,
    -- As it was declared, and the bytes that are in.
    size bigint not null check (size > 0),
    received bigint not null check (received between 0 and size),
    at bigint not null,
    expires_at bigint not null,
    -- Under which hashes a server may have laid its bytes and its small picture, finished or not.
    sha256 SORTED,
    thumbnail_sha256 SORTED,
    -- What became of it.
    evidence_id UUID,
    primary key (bureau_id, id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id),
    foreign key (bureau_id, evidence_id) references evidence_file (bureau_id, id)
);
create index upload_case on upload (bureau_id, case_id, id);
create index upload_expires on upload (bureau_id, expires_at);
create index upload_sha256 on upload (bureau_id, sha256);
create index upload_thumbnail on upload (bureau_id, thumbnail_sha256);

create table upload_part (
    bureau_id integer not null references bureau (id),
    upload_id UUID not null,
    -- At which byte of the file it begins.
    start bigint not null,
    size integer not null check (size > 0),
    -- Under which it lies: one that comes twice lies twice, and one of the two counts.
    object UUID not null,
    primary key (bureau_id, upload_id, start),
    foreign key (bureau_id, upload_id) references upload (bureau_id, id)
);
