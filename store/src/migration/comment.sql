-- What colleagues say about a case, outside its dossier (评论，不入卷), and whom they mention. Words in capitals are the
-- engine's own, as in the first schema.

create table case_comment (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    case_id UUID not null,
    by_id UUID not null references account (id),
    at bigint not null,
    -- Empty once it was withdrawn.
    text text not null,
    withdrawn_at bigint,
    primary key (bureau_id, id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id)
);
create index case_comment_list on case_comment (bureau_id, case_id, id);

create table case_mention (
    bureau_id integer not null references bureau (id),
    comment_id UUID not null,
    person_id UUID not null references account (id),
    primary key (bureau_id, comment_id, person_id),
    foreign key (bureau_id, comment_id) references case_comment (bureau_id, id)
);
