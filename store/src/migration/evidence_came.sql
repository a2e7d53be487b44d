-- Evidence that came with a case of another bureau. Words in capitals are the engine's own, as in the first schema.

-- The bureau in whose folder the bytes lie; none: this one's.
alter table evidence_file add column lies_with integer references bureau (id);
-- Where it came from, as JSON: names of persons are among it. None of what was entered here.
alter table evidence_file add column came_sealed BYTES;
