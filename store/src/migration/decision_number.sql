-- A decision is found by its number: a warning that is cited, a number that a dossier of paper has as well. Words in
-- capitals are the engine's own, as in the first schema.

alter table case_party add column decision_number SORTED;
create index case_party_decision_number on case_party (bureau_id, decision_number);

-- What stood before: of each party the latest decision's number.
update case_party set decision_number = (
    select NUMBER from case_event
    where case_event.bureau_id = case_party.bureau_id
      and case_event.case_id = case_party.case_id
      and (case_event.party = case_party.id or case_event.party is null)
      and case_event.act in ('decide', 'decide_no_penalty', 'change_decision', 'penalise_on_the_spot')
      and NUMBER is not null
    order by case_event.seq desc limit 1
) where outcome is not null;

-- Decisions not to penalise carry 不罚, not 不罚决; their counters go on under it, and so does what was said of paper.
update number_counter set word = substr(word, 1, length(word) - 1) where word like '%不罚决';
update number_start set word = substr(word, 1, length(word) - 1) where word like '%不罚决';
