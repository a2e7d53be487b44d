-- The practice area (演练) of a bureau: a bureau of its own, whose members and powers are those of its home. Words in
-- capitals are the engine's own, as in the first schema.

-- The bureau whose members work here: for all but a practice area, the bureau itself.
alter table bureau add column home_id integer not null default 0;
-- The code of the home, in whose area a practice area works; `code` is given to one bureau only.
alter table bureau add column home_code SORTED;
-- When a practice area was closed; nobody enters it any more.
alter table bureau add column closed_at bigint;
update bureau set home_id = id;
create index bureau_home on bureau (home_id);
create unique index bureau_practice on bureau (home_id) where home_id <> id and closed_at is null;
