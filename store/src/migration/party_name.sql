-- The payers of a bank's list are looked up by their names.

create index case_party_name on case_party (bureau_id, name, case_id);
