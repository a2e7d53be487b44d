-- One view of each list may open it (默认视图): the list narrowed so where its address asks for nothing.

alter table saved_view add column opens boolean not null default false;
create unique index saved_view_opens on saved_view (bureau_id, person_id, page) where opens;
