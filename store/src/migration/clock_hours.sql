-- A term of hours (行政强制法 art. 19: twenty-four) begins and ends at a minute, and is remembered by it. Words in capitals
-- are the engine's own, as in the first schema.

alter table case_clock add column starts_at bigint;
alter table case_clock add column ends_at bigint;
