-- The first schema, one text for both engines. Words in capitals are the engine's own:
-- UUID, BYTES, SORTED (text that is sorted, collated by code point) and CLUSTERED.
-- Every tenanted table's key and every index of it begins with bureau_id; children point to
-- their parents by (bureau_id, id), so that a link across bureaus is refused by the database.

-- Shared between bureaus ------------------------------------------------------------------

create table bureau (
    id integer not null primary key,
    slug SORTED not null unique,
    kind text not null check (kind in ('city', 'county')),
    parent_id integer references bureau (id),
    code SORTED unique,
    full_name text not null,
    short_name text not null,
    former_names text not null default '[]',
    pinyin SORTED not null,
    display_order integer not null,
    number_prefix text not null,
    government text not null default '',
    court text not null default '',
    bank text not null default '',
    bank_account text not null default '',
    address text not null default '',
    phone text not null default '',
    settings text not null default '{}',
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null default 1
);

create table power (
    id UUID not null primary key,
    bureau_id integer not null references bureau (id),
    industry text not null,
    capacity text not null,
    level text not null check (level in ('county', 'city', 'province')),
    from_on date not null,
    to_on date,
    basis text not null,
    recorded_at bigint not null,
    recorded_by UUID
);
create index power_bureau on power (bureau_id, industry, capacity, from_on);

create table account (
    id UUID not null primary key,
    work_number SORTED not null unique,
    name text not null,
    pinyin SORTED not null,
    phone_sealed BYTES,
    phone_blind BYTES unique,
    phone_masked text,
    password_hash text not null,
    must_change boolean not null default false,
    language text not null default 'zh',
    disabled_at bigint,
    created_at bigint not null,
    updated_at bigint not null
);
create index account_pinyin on account (pinyin);

create table membership (
    id UUID not null primary key,
    bureau_id integer not null references bureau (id),
    person_id UUID not null references account (id),
    roles text not null,
    position text not null default '',
    from_on date not null,
    to_on date,
    certificate_no text,
    certificate_from date,
    certificate_to date,
    qualification_no text,
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null default 1
);
create index membership_person on membership (person_id, bureau_id, from_on);
create index membership_bureau on membership (bureau_id, from_on, person_id);

create table session (
    id UUID not null primary key,
    token_hash BYTES not null unique,
    person_id UUID not null references account (id),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint,
    address text not null,
    agent text not null,
    language text not null
);
create index session_person on session (person_id, seen_at);

create table sign_in_attempt (
    id UUID not null primary key,
    name_hash BYTES not null,
    address text not null,
    at bigint not null,
    succeeded boolean not null
);
create index sign_in_attempt_name on sign_in_attempt (name_hash, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);

create table job (
    id UUID not null primary key,
    bureau_id integer references bureau (id),
    kind text not null,
    payload text not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed')),
    run_at bigint not null,
    attempts integer not null default 0,
    locked_until bigint,
    last_error text,
    created_at bigint not null,
    finished_at bigint
);
create index job_due on job (state, run_at);

create table catalogue_version (
    id integer not null primary key,
    digest text not null unique,
    note text not null,
    at bigint not null
);

create table calendar_version (
    id integer not null primary key,
    digest text not null unique,
    first_year integer not null,
    last_year integer not null,
    at bigint not null
);

create table calendar_day (
    day date not null primary key,
    kind text not null check (kind in ('holiday', 'makeup_workday', 'working_day')),
    occasion text not null,
    basis text not null,
    at bigint not null,
    "by" UUID references account (id)
);

create table city_figure (
    bureau_id integer not null references bureau (id),
    figure SORTED not null,
    period SORTED not null,
    part SORTED not null,
    value bigint not null,
    primary key (bureau_id, figure, period, part)
);
create index city_figure_period on city_figure (figure, period, bureau_id, part);

-- The register -----------------------------------------------------------------------------

create table establishment (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    name SORTED not null,
    former_names text not null default '[]',
    kind text not null default '',
    credit_code SORTED,
    legacy_number SORTED,
    legal_representative text not null default '',
    operator text not null default '',
    phone_sealed BYTES,
    phone_blind BYTES,
    phone_masked text,
    industry SORTED not null,
    town SORTED not null default '',
    address text not null default '',
    shop_sign text not null default '',
    remark text not null default '',
    pinyin SORTED not null,
    licence_until date,
    licence_state text not null default 'none',
    closed_on date,
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null default 1,
    primary key (bureau_id, id)
);
create index establishment_pinyin on establishment (bureau_id, pinyin, id);
create index establishment_industry on establishment (bureau_id, industry, pinyin, id);
create index establishment_town on establishment (bureau_id, town, pinyin, id);
create index establishment_licence on establishment (bureau_id, licence_until, pinyin, id);
create index establishment_credit_code on establishment (bureau_id, credit_code);
create index establishment_name on establishment (bureau_id, name);
create index establishment_phone on establishment (bureau_id, phone_blind);

create table licence (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    establishment_id UUID not null,
    industry text not null,
    kind SORTED not null,
    number SORTED not null,
    issuer text not null default '',
    issued_on date,
    valid_from date,
    valid_to date,
    unlimited boolean not null default false,
    state text not null default 'in_force',
    state_on date,
    state_reason text not null default '',
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null default 1,
    primary key (bureau_id, id),
    foreign key (bureau_id, establishment_id) references establishment (bureau_id, id)
);
create index licence_establishment on licence (bureau_id, establishment_id, valid_to);
create index licence_number on licence (bureau_id, number, kind);
create index licence_valid_to on licence (bureau_id, valid_to, id);

create table search_token (
    bureau_id integer not null references bureau (id),
    noun SORTED not null,
    token SORTED not null,
    row_id UUID not null,
    primary key (bureau_id, noun, token, row_id)
) CLUSTERED;

create table import (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    noun text not null,
    file_name text not null,
    file_hash text not null,
    file_size bigint not null,
    state text not null check (state in ('staged', 'applied', 'undone', 'dropped')),
    report text not null default '{}',
    "by" UUID references account (id),
    created_at bigint not null,
    applied_at bigint,
    undone_at bigint,
    expires_at bigint not null,
    version integer not null default 1,
    primary key (bureau_id, id)
);
create index import_created on import (bureau_id, created_at, id);

create table import_file (
    bureau_id integer not null references bureau (id),
    import_id UUID not null,
    content_sealed BYTES not null,
    expires_at bigint not null,
    primary key (bureau_id, import_id),
    foreign key (bureau_id, import_id) references import (bureau_id, id)
);

create table import_row (
    bureau_id integer not null references bureau (id),
    import_id UUID not null,
    seq integer not null,
    sheet text not null,
    sheet_row integer not null,
    state text not null check (state in ('new', 'changed', 'same', 'skipped', 'wrong')),
    values_sealed BYTES not null,
    reasons text not null default '[]',
    row_id UUID,
    primary key (bureau_id, import_id, seq),
    foreign key (bureau_id, import_id) references import (bureau_id, id)
);
create index import_row_state on import_row (bureau_id, import_id, state, seq);

create table import_change (
    bureau_id integer not null references bureau (id),
    import_id UUID not null,
    seq integer not null,
    noun text not null,
    row_id UUID not null,
    version_after integer not null,
    before_sealed BYTES,
    primary key (bureau_id, import_id, seq),
    foreign key (bureau_id, import_id) references import (bureau_id, id)
);

-- Cases ------------------------------------------------------------------------------------

create table "case" (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    seq integer not null,
    state text not null,
    ended boolean not null default false,
    outcome text,
    procedure text not null default 'ordinary',
    industry text not null,
    violation text not null default '',
    party_name text not null default '',
    party_kind text not null default '',
    party_count integer not null default 0,
    place text not null default '',
    pinyin SORTED not null default '',
    number text,
    lead_officer UUID references account (id),
    second_officer UUID references account (id),
    registered_on date not null,
    filed_on date,
    ended_on date,
    next_act text,
    next_whose text,
    next_acting_on date,
    created_at bigint not null,
    updated_at bigint not null,
    calendar_version integer,
    catalogue_version integer,
    primary key (bureau_id, id)
);
create index case_due on "case" (bureau_id, ended, next_acting_on, id);
create index case_acting on "case" (bureau_id, next_acting_on, id);
create index case_state on "case" (bureau_id, state, next_acting_on, id);
create index case_lead on "case" (bureau_id, lead_officer, ended, next_acting_on, id);
create index case_second on "case" (bureau_id, second_officer, ended, next_acting_on, id);
create index case_number on "case" (bureau_id, number);
create index case_updated on "case" (bureau_id, updated_at, id);

create table case_event (
    bureau_id integer not null references bureau (id),
    case_id UUID not null,
    seq integer not null,
    act text not null,
    party UUID,
    "on" date not null,
    at bigint not null,
    "by" UUID not null references account (id),
    facts text not null,
    primary key (bureau_id, case_id, seq),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id)
);
create index case_event_at on case_event (bureau_id, at, case_id);

create table case_party (
    bureau_id integer not null references bureau (id),
    case_id UUID not null,
    id UUID not null,
    position integer not null,
    kind text not null,
    name text not null,
    pinyin SORTED not null,
    establishment_id UUID,
    credit_code SORTED,
    legal_representative text not null default '',
    address text not null default '',
    id_number_sealed BYTES,
    id_number_blind BYTES,
    id_number_masked text,
    phone_sealed BYTES,
    phone_blind BYTES,
    phone_masked text,
    state text not null,
    outcome text,
    primary key (bureau_id, case_id, id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id),
    foreign key (bureau_id, establishment_id) references establishment (bureau_id, id)
);
create index case_party_establishment on case_party (bureau_id, establishment_id, case_id);
create index case_party_credit_code on case_party (bureau_id, credit_code);
create index case_party_id_number on case_party (bureau_id, id_number_blind);
create index case_party_phone on case_party (bureau_id, phone_blind);

create table case_clock (
    bureau_id integer not null references bureau (id),
    case_id UUID not null,
    position integer not null,
    party UUID,
    clock text not null,
    state text not null,
    whose text not null,
    started_on date not null,
    due_on date not null,
    acting_on date not null,
    provisional boolean not null default false,
    calendar_version integer,
    primary key (bureau_id, case_id, position),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id)
);
create index case_clock_due on case_clock (bureau_id, state, acting_on, case_id);

create table proposal (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    case_id UUID not null,
    party UUID,
    act text not null,
    facts text not null,
    base_seq integer not null,
    power text not null,
    state text not null check (state in ('open', 'approved', 'returned', 'withdrawn')),
    note text not null default '',
    approvals text not null default '[]',
    "by" UUID not null references account (id),
    at bigint not null,
    decided_by UUID references account (id),
    decided_at bigint,
    reason text,
    version integer not null default 1,
    primary key (bureau_id, id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id)
);
create index proposal_open on proposal (bureau_id, state, power, at, id);
create index proposal_case on proposal (bureau_id, case_id, at);

-- What every noun uses ---------------------------------------------------------------------

create table number_counter (
    bureau_id integer not null references bureau (id),
    word SORTED not null,
    year integer not null,
    last bigint not null,
    primary key (bureau_id, word, year)
);

create table draft (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    person_id UUID not null references account (id),
    form text not null,
    subject text not null,
    version integer not null,
    values_sealed BYTES not null,
    created_at bigint not null,
    updated_at bigint not null,
    expires_at bigint not null,
    primary key (bureau_id, id)
);
create index draft_person on draft (bureau_id, person_id, form, subject);
create index draft_expires on draft (bureau_id, expires_at);

create table send_token (
    bureau_id integer not null references bureau (id),
    token UUID not null,
    person_id UUID not null references account (id),
    act text not null,
    result text not null,
    at bigint not null,
    primary key (bureau_id, token)
);
create index send_token_at on send_token (bureau_id, at);

create table audit (
    bureau_id integer not null references bureau (id),
    seq bigint not null,
    at bigint not null,
    "by" UUID references account (id),
    act text not null,
    subject text not null,
    payload_hash BYTES not null,
    prev_hash BYTES not null,
    hash BYTES not null,
    primary key (bureau_id, seq)
);
create index audit_subject on audit (bureau_id, subject, seq);
create index audit_by on audit (bureau_id, "by", seq);

create table audit_payload (
    bureau_id integer not null references bureau (id),
    seq bigint not null,
    payload text not null,
    primary key (bureau_id, seq),
    foreign key (bureau_id, seq) references audit (bureau_id, seq)
);

create table audit_head (
    bureau_id integer not null primary key references bureau (id),
    seq bigint not null,
    hash BYTES not null
);
