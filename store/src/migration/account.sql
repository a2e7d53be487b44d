-- What parties owe and have paid (缴款台账): where the account of the decision stands and by when money is to come. The
-- amounts are counted from the events. Words in capitals are the engine's own, as in the first schema. What stood before is
-- written by `verify figures --mend`.

alter table case_party add column account SORTED;
-- Null: the party has no account, and stands in no part of the ledger.
alter table case_party add column account_open boolean;
alter table case_party add column pay_by date;
create index case_party_account on case_party (bureau_id, account_open, pay_by, case_id, id);
