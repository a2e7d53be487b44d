-- Scans of signed and sealed papers that come back (签章扫描件): one that was read and waits to be confirmed, with its files
-- and pages, and what was entered of it. Words in capitals are the engine's own, as in the first schema.

create table scan (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    -- Whoever scanned it alone confirms it.
    by_id UUID not null references account (id),
    at bigint not null,
    expires_at bigint not null,
    primary key (bureau_id, id)
);
create index scan_by on scan (bureau_id, by_id, id);
create index scan_expires on scan (bureau_id, expires_at);

-- What a server may have laid down for it, finished or not: the files as they came, and papers as they were bound.
create table scan_file (
    bureau_id integer not null references bureau (id),
    scan_id UUID not null,
    number integer not null check (number > 0),
    is_bound boolean not null,
    content SORTED not null check (content in ('pdf', 'jpeg', 'png')),
    size bigint not null check (size > 0),
    sha256 SORTED not null,
    primary key (bureau_id, scan_id, number),
    foreign key (bureau_id, scan_id) references scan (bureau_id, id)
);
create index scan_file_sha256 on scan_file (bureau_id, sha256);

create table scan_page (
    bureau_id integer not null references bureau (id),
    scan_id UUID not null,
    -- In the order of the scan.
    number integer not null check (number > 0),
    -- Which page of which of its files.
    file integer not null,
    page integer not null check (page > 0),
    is_wide boolean not null,
    -- What the code on it tells; which paper, and which page of it.
    found SORTED not null check (found in ('paper', 'unknown', 'no_code')),
    paper_id UUID,
    paper_page integer check (paper_page > 0),
    -- A small picture, a JPEG.
    picture_sealed BYTES not null,
    primary key (bureau_id, scan_id, number),
    foreign key (bureau_id, scan_id, file) references scan_file (bureau_id, scan_id, number),
    foreign key (bureau_id, paper_id) references issued_paper (bureau_id, id),
    check ((found = 'paper') = (paper_id is not null)),
    check ((paper_id is null) = (paper_page is null))
);

-- The signed and sealed paper as it was scanned; a later one takes no earlier one's place. One that was entered by mistake
-- is withdrawn, and stays readable.
create table paper_scan (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    case_id UUID not null,
    paper_id UUID not null,
    sha256 SORTED not null,
    size bigint not null check (size > 0),
    pages integer not null check (pages > 0),
    at bigint not null,
    by_id UUID not null references account (id),
    withdrawn_at bigint,
    withdrawn_by UUID references account (id),
    withdrawn_reason_sealed BYTES,
    primary key (bureau_id, id),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((withdrawn_at is null) = (withdrawn_reason_sealed is null)),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id),
    foreign key (bureau_id, paper_id) references issued_paper (bureau_id, id)
);
create index paper_scan_case on paper_scan (bureau_id, case_id, id);
create index paper_scan_paper on paper_scan (bureau_id, paper_id, id);
create index paper_scan_sha256 on paper_scan (bureau_id, sha256);
