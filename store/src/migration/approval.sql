-- How a proposal goes through the house (会签、加签、转办), and whose power was lent to whom (AB 岗). Words in capitals
-- are the engine's own, as in the first schema.

-- What was typed into its form, for whoever decides.
alter table proposal add column form_sealed BYTES;
-- The one person whose turn it is; none: anyone with the power.
alter table proposal add column turn UUID;
create index proposal_turn on proposal (bureau_id, state, turn, at, id);

create table delegation (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    from_id UUID not null references account (id),
    to_id UUID not null references account (id),
    first_on date not null,
    last_on date not null,
    given_at bigint not null,
    revoked_at bigint,
    primary key (bureau_id, id)
);
create index delegation_last on delegation (bureau_id, last_on, id);
