-- Labour-export training: programmes, classes with their sessions, trainees, and the chain of each enrolment from
-- application to certificate. Words in capitals are the engine's own, as in the first schema. What the rules know of a
-- row is kept as they write it, as JSON in `plan` and `facts`; what is listed, counted or looked up stands in columns
-- beside it.

create table programme (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    year integer not null,
    trade SORTED not null,
    kind SORTED not null,
    title text not null,
    target integer not null,
    state SORTED not null,
    plan text not null,
    facts text not null,
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null default 1,
    primary key (bureau_id, id)
);
create index programme_list on programme (bureau_id, year, id);
create index programme_year on programme (bureau_id, year, trade, kind, id);

create table class (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    programme_id UUID not null,
    name SORTED not null,
    -- As names are compared: folded.
    name_key SORTED not null,
    trade SORTED not null,
    opens_on date not null,
    ends_on date not null,
    capacity integer not null,
    -- People with a place, and people waiting.
    placed integer not null default 0,
    waiting integer not null default 0,
    state SORTED not null,
    plan text not null,
    facts text not null,
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null default 1,
    primary key (bureau_id, id),
    foreign key (bureau_id, programme_id) references programme (bureau_id, id)
);
create unique index class_name on class (bureau_id, name_key);
create index class_programme on class (bureau_id, programme_id, opens_on, id);
create index class_opens on class (bureau_id, opens_on, id);
create index class_state on class (bureau_id, state, opens_on, id);

create table class_session (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    class_id UUID not null,
    held_on date not null,
    facts text not null,
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null default 1,
    primary key (bureau_id, id),
    foreign key (bureau_id, class_id) references class (bureau_id, id)
);
create index class_session_class on class_session (bureau_id, class_id, held_on, id);
create index class_session_day on class_session (bureau_id, held_on, id);

create table trainee (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    name SORTED not null,
    pinyin SORTED not null,
    sex SORTED not null,
    ethnic_group text not null default '',
    education text not null default '',
    town SORTED not null default '',
    id_number_sealed BYTES not null,
    id_number_blind BYTES not null,
    id_number_masked text not null,
    phone_sealed BYTES,
    phone_blind BYTES,
    phone_masked text,
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null default 1,
    primary key (bureau_id, id)
);
create unique index trainee_id_number on trainee (bureau_id, id_number_blind);
create index trainee_pinyin on trainee (bureau_id, pinyin, id);
create index trainee_town on trainee (bureau_id, town, pinyin, id);
create index trainee_phone on trainee (bureau_id, phone_blind);

create table enrolment (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    class_id UUID not null,
    trainee_id UUID not null,
    opens_on date not null,
    ends_on date not null,
    state SORTED not null,
    facts text not null,
    -- The consent as the rules write it; empty: a roll told none.
    consent text not null default '',
    destination text not null default '',
    employer text not null default '',
    contract_months integer,
    remark text not null default '',
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null default 1,
    primary key (bureau_id, id),
    foreign key (bureau_id, class_id) references class (bureau_id, id),
    foreign key (bureau_id, trainee_id) references trainee (bureau_id, id)
);
create index enrolment_class on enrolment (bureau_id, class_id, state, id);
create index enrolment_trainee on enrolment (bureau_id, trainee_id, opens_on, id);

create table attendance (
    bureau_id integer not null references bureau (id),
    session_id UUID not null,
    enrolment_id UUID not null,
    -- From 1; the last one counts, the earlier ones stay.
    seq integer not null,
    presence text not null,
    facts text not null,
    recorded_at bigint not null,
    primary key (bureau_id, session_id, enrolment_id, seq),
    foreign key (bureau_id, session_id) references class_session (bureau_id, id),
    foreign key (bureau_id, enrolment_id) references enrolment (bureau_id, id)
);
create index attendance_enrolment on attendance (bureau_id, enrolment_id, session_id, seq);

create table exam_mark (
    bureau_id integer not null references bureau (id),
    enrolment_id UUID not null,
    -- From 1, over both sittings; of each sitting the last one counts, the earlier ones stay.
    seq integer not null,
    total integer not null,
    facts text not null,
    recorded_at bigint not null,
    primary key (bureau_id, enrolment_id, seq),
    foreign key (bureau_id, enrolment_id) references enrolment (bureau_id, id)
);

create table certificate (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    enrolment_id UUID not null,
    number SORTED not null,
    -- As it was when it was issued.
    holder text not null,
    id_number_masked text not null,
    issued_on date not null,
    state SORTED not null,
    facts text not null,
    created_at bigint not null,
    updated_at bigint not null,
    version integer not null default 1,
    primary key (bureau_id, id),
    foreign key (bureau_id, enrolment_id) references enrolment (bureau_id, id)
);
create unique index certificate_number on certificate (bureau_id, number);
create index certificate_enrolment on certificate (bureau_id, enrolment_id);
create index certificate_issued on certificate (bureau_id, issued_on, id);

create table training_event (
    bureau_id integer not null references bureau (id),
    -- The programme, class, enrolment or certificate that moved.
    subject_id UUID not null,
    seq integer not null,
    act text not null,
    state_before text not null default '',
    state_after text not null,
    "on" date not null,
    reason text not null default '',
    at bigint not null,
    -- Nobody: the command line.
    "by" UUID references account (id),
    primary key (bureau_id, subject_id, seq)
);
