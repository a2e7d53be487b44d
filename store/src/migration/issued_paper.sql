-- Papers that were issued (制发): each frozen as the bytes that were made, with its way until the signed and sealed sheet is
-- back. Words in capitals are the engine's own, as in the first schema.

create table issued_paper (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    case_id UUID not null,
    -- The form's id, D26, and the number of the event that it is about.
    kind SORTED not null,
    seq integer not null,
    party UUID,
    number SORTED,
    -- The legal day of its step.
    on_day date not null,
    at bigint not null,
    by_id UUID not null references account (id),
    -- What it says, as JSON, to be compared with the case as it stands; numbers of persons are among it.
    facts_sealed BYTES not null,
    -- SHA-256 of the secret in the address that its code leads to.
    check_hash BYTES not null,
    -- The paper whose place it takes.
    replaces UUID,
    state SORTED not null check (state in ('to_print', 'to_sign', 'back', 'replaced', 'void')),
    -- The signed and sealed sheet is not back yet.
    is_out boolean not null check (is_out = (state in ('to_print', 'to_sign'))),
    back_on date,
    void_reason text,
    -- When and by whom it was replaced or declared void.
    ended_at bigint,
    ended_by UUID references account (id),
    primary key (bureau_id, id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id),
    foreign key (bureau_id, replaces) references issued_paper (bureau_id, id),
    check ((state = 'void') = (void_reason is not null)),
    check ((state in ('replaced', 'void')) = (ended_at is not null))
);
create index issued_paper_case on issued_paper (bureau_id, case_id, id);
create unique index issued_paper_check on issued_paper (bureau_id, check_hash);
create index issued_paper_out on issued_paper (bureau_id, is_out, id);
-- Each is replaced once, and each step has one paper of a form that counts.
create unique index issued_paper_replaces on issued_paper (bureau_id, replaces) where replaces is not null;
create unique index issued_paper_counts on issued_paper (bureau_id, case_id, kind, seq)
    where state in ('to_print', 'to_sign', 'back');

create table paper_copy (
    bureau_id integer not null references bureau (id),
    paper_id UUID not null,
    copy SORTED not null check (copy in ('file', 'party')),
    pdf_sealed BYTES not null,
    -- Of the bytes as they are served, in hexadecimal digits.
    sha256 SORTED not null,
    -- The version of the templates that made them.
    template SORTED not null,
    primary key (bureau_id, paper_id, copy),
    foreign key (bureau_id, paper_id) references issued_paper (bureau_id, id)
);
