-- A row of a back entry looks for the case that it may be: by the day on which its clue was received.
create index case_registered on "case" (bureau_id, registered_on, id);
