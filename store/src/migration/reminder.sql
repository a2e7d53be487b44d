-- What people are told of their cases (提醒): each once, however many servers look. Words in capitals are the engine's
-- own, as in the first schema.

create table reminder (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    person_id UUID not null references account (id),
    case_id UUID not null,
    -- The party of a term, or what else it is about; all zeros: the case as a whole.
    about UUID not null,
    -- The clock's word, or what else it is about.
    word SORTED not null,
    -- The last day of the term.
    due_on date not null,
    step SORTED not null,
    at bigint not null,
    -- Nothing is to be done about it any more: the term was met, moved, or was told anew.
    settled boolean not null,
    is_read boolean not null,
    primary key (bureau_id, id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id)
);
create unique index reminder_once on reminder (bureau_id, case_id, about, word, due_on, step, person_id);
create index reminder_open on reminder (bureau_id, person_id, settled, is_read, at);
create index reminder_settled on reminder (bureau_id, settled, at);
