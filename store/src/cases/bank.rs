//! The bank's list and the cases: each payment that pays an account becomes the ordinary act of its case, judged as if it
//! were typed; and goes out again when the import is undone.

use std::collections::{BTreeSet, HashMap};

use super::desk::{CaseDesk, OpenCase, Rulebook, seq_of};
use crate::entity::case_party::{Column as C, Entity};
use crate::entity::import_change;
use crate::error::Error;
use crate::imports::Undone;
use crate::scope::{BureauStore, PARAMETERS_MAX};
use domain::bank::{BankRow, Candidate, Column, Found, find};
use domain::case::{Act, ActKind, Context, Entry, Event, Judge, Note, Paid, Pay, Permit, TakeBack, Track};
use domain::id::{CaseId, ImportId, PersonId};
use domain::ledger::{Fault, LedgerNoun};
use domain::value::{Money, ValueError, fold};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

/// Rows that are compared with the bureau's cases together.
const TOGETHER: usize = 200;
/// Parties that the names or the numbers of those rows find.
const FOUND_MAX: u64 = 2_000;
/// Numbers that are looked up in one statement, beside its few other parameters.
const NUMBERS_AT_ONCE: usize = PARAMETERS_MAX - 100;
/// Payments of one import, as many as its rows.
const PAYMENTS_MAX: u64 = 5_000;
const NOUN: &str = "payment";
/// Why a payment of the list is recorded late.
const REASON: &str = "按银行对账单导入";

/// What became, or would become, of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BankOutcome {
    /// 可入账, or booked: on which party and decision, and what it owed before.
    Booked {
        name: String,
        number: String,
        owed: Money,
    },
    /// 已入账: it stands there with the same receipt.
    Recorded,
    Wrong(ValueError, Column),
}

/// The cases that the rows read so far may pay, found by what rows say: looked through one by one, a long list would take
/// the square of its time.
#[derive(Default)]
struct Payable {
    open: HashMap<CaseId, OpenCase>,
    /// By the numbers of their decisions, and by the folded names of their parties. Payments change neither.
    by_words: HashMap<String, BTreeSet<CaseId>>,
}

impl Payable {
    fn keep(&mut self, open: OpenCase) {
        for track in open.case.tracks() {
            let number = track.progress.decided().and_then(|decided| decided.number.clone());
            for word in number.into_iter().chain([fold(track.party.name.as_str())]) {
                self.by_words.entry(word).or_default().insert(open.id);
            }
        }
        self.open.insert(open.id, open);
    }

    fn spoken_of(&self, row: &BankRow, payer: Option<&str>) -> impl Iterator<Item = &OpenCase> {
        let words = row.numbers.iter().map(String::as_str).chain(payer);
        let found: BTreeSet<&CaseId> = words.filter_map(|word| self.by_words.get(word)).flatten().collect();
        found.into_iter().filter_map(|id| self.open.get(id))
    }
}

impl CaseDesk<'_> {
    /// Judges payments one after the other, each on the cases as those before it leave them; with `write` those that pay
    /// an account are recorded. What is recorded late has the list as its reason.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to work on cases, [`Error::Down`] when the database fails.
    pub async fn reconcile(
        &self,
        rows: &[BankRow],
        write: Option<ImportId>,
    ) -> Result<Vec<BankOutcome>, Error> {
        self.store.require(LedgerNoun::Payments.power())?;
        let (mut outcomes, mut booked) = (Vec::with_capacity(rows.len()), Vec::new());
        let mut cases = Payable::default();
        for together in rows.chunks(TOGETHER) {
            for id in self.payable_cases(together).await? {
                if !cases.open.contains_key(&id) {
                    cases.keep(self.case(id).await?);
                }
            }
            for row in together {
                outcomes.push(self.book(row, &mut cases, write.is_some(), &mut booked).await?);
            }
        }
        if let Some(import) = write {
            self.keep_booked(import, booked).await?;
        }
        Ok(outcomes)
    }

    /// The cases whose decisions or parties the rows name, where there are too many the first in the order of the index.
    async fn payable_cases(&self, rows: &[BankRow]) -> Result<BTreeSet<CaseId>, Error> {
        let numbers: BTreeSet<&String> = rows.iter().flat_map(|row| &row.numbers).collect();
        let numbers: Vec<&String> = numbers.into_iter().collect();
        let names: BTreeSet<String> = rows.iter().flat_map(BankRow::names).collect();
        let mut found = BTreeSet::new();
        // In the order of the index that finds them: in another one SQLite goes through all of the bureau's.
        let ids =
            |own: Select<Entity>| own.limit(FOUND_MAX).select_only().column(C::CaseId).into_tuple::<Uuid>();
        for some in numbers.chunks(NUMBERS_AT_ONCE) {
            let own = self.store.find::<Entity>().filter(C::DecisionNumber.is_in(some.iter().copied()));
            let own = own.order_by_asc(C::DecisionNumber);
            found.extend(ids(own).all(self.store.tx()).await?);
        }
        if !names.is_empty() {
            // Settled ones too: what they paid may be what the row says.
            let own = self.store.find::<Entity>().filter(C::Name.is_in(names));
            let own = own.filter(C::AccountOpen.is_not_null());
            let own = own.order_by_asc(C::Name).order_by_asc(C::CaseId);
            found.extend(ids(own).all(self.store.tx()).await?);
        }
        Ok(found.into_iter().map(CaseId).collect())
    }

    /// One row on the cases as they stand; what it records stands in them afterwards.
    async fn book(
        &self,
        row: &BankRow,
        cases: &mut Payable,
        writes: bool,
        booked: &mut Vec<(CaseId, u32)>,
    ) -> Result<BankOutcome, Error> {
        let found = find(row, &self.candidates(row, cases));
        let (one, open) = match found {
            Found::Recorded => return Ok(BankOutcome::Recorded),
            Found::Wrong(Fault { column, error }) => return Ok(BankOutcome::Wrong(error, column)),
            Found::Pays(one) => match cases.open.remove(&one.key) {
                Some(open) => (one, open),
                None => return Err(Error::NotFound),
            },
        };
        let voucher = row.receipt().ok_or(Error::NotFound)?;
        let pay = Pay { party: one.account.party, amount: row.amount, paid: Paid::AtBank { voucher } };
        let judge = Judge { case: Some(&open.case), on: row.on, context: self.context() };
        let late_reason = judge.needs_late_reason().then(|| Note::parse(REASON)).transpose();
        let entry = Entry { late_reason: late_reason.map_err(Error::down)?, ..Entry::default() };
        let act = Act::Pay(pay);
        let judged = judge.books(&act, &entry);
        let outcome = match judged {
            Err(refusal) => {
                cases.open.insert(open.id, open);
                let refusal = Box::new(refusal);
                return Ok(BankOutcome::Wrong(ValueError::Refused { refusal }, Column::Amount));
            }
            // Whoever may read the list may record payments: nothing waits for approval.
            Ok(Permit::Proposal { .. }) => return Err(Error::NotFound),
            Ok(Permit::Event) => BankOutcome::Booked {
                name: one.name,
                number: one.account.number.unwrap_or_default(),
                owed: one.account.balance,
            },
        };
        let seq = open.case.seq + 1;
        let after = match writes {
            true => {
                self.append(&open, row.on, act, entry).await?;
                self.case(open.id).await?
            }
            false => self.as_if_paid(
                open,
                Event {
                    seq,
                    act,
                    on: row.on,
                    at: self.store.now(),
                    by: self.store.actor().person.unwrap_or(PersonId(Uuid::nil())),
                    entry,
                },
            )?,
        };
        booked.push((after.id, seq));
        cases.open.insert(after.id, after);
        Ok(outcome)
    }

    /// A case as it would stand after an event that nobody writes.
    fn as_if_paid(&self, open: OpenCase, event: Event) -> Result<OpenCase, Error> {
        let case = open.case.after(&event).map_err(Error::down)?;
        let mut events = open.events;
        events.push(event);
        Ok(OpenCase { id: open.id, case, events })
    }

    /// The accounts that the row may speak of, on its day.
    fn candidates(&self, row: &BankRow, cases: &Payable) -> Vec<Candidate<CaseId>> {
        let context = Context { today: row.on, ..self.context() };
        let payer = row.payer.as_ref().map(|payer| fold(payer.as_str()));
        let mut candidates = Vec::new();
        for open in cases.spoken_of(row, payer.as_deref()) {
            let speaks_of = |track: &&Track| {
                let number = track.progress.decided().and_then(|decided| decided.number.as_ref());
                number.is_some_and(|number| row.numbers.contains(number))
                    || payer.as_ref().is_some_and(|payer| fold(track.party.name.as_str()) == *payer)
            };
            let named: Vec<_> = open.case.tracks().iter().filter(speaks_of).collect();
            for account in open.case.accounts(&context) {
                let track = named.iter().find(|track| track.party.id == account.party);
                let name = track.map(|track| track.party.name.to_string());
                candidates.extend(name.map(|name| Candidate { key: open.id, name, account }));
            }
        }
        candidates
    }

    async fn keep_booked(&self, import: ImportId, booked: Vec<(CaseId, u32)>) -> Result<(), Error> {
        self.store.must_write()?;
        let change = |(nth, (case, seq)): (i32, (CaseId, u32))| {
            Ok(import_change::ActiveModel {
                import_id: Set(import.0),
                seq: Set(nth),
                noun: Set(NOUN.to_owned()),
                row_id: Set(case.0),
                version_after: Set(seq_of(seq)?),
                before_sealed: Set(None),
                ..Default::default()
            })
        };
        let changes: Result<Vec<_>, Error> = (1..).zip(booked).map(change).collect();
        self.store.insert_all::<import_change::Entity>(changes?).await
    }

    /// Takes one payment back, unless somebody has acted on the case since or proposed an act, and unless the person
    /// stands aside from it.
    async fn unbook(
        &self,
        change: &import_change::Model,
        left: &mut HashMap<Uuid, u32>,
        undone: &mut Undone,
    ) -> Result<(), Error> {
        let open = self.case(CaseId(change.row_id)).await?;
        let paid = u32::try_from(change.version_after).map_err(Error::down)?;
        // What this undoing has taken back already is nobody's act.
        let expected = left.get(&change.row_id).copied().unwrap_or(paid);
        let judge = Judge { case: Some(&open.case), on: self.store.today(), context: self.context() };
        let is_free = open.case.seq == expected && judge.unbooks().is_ok();
        if !is_free || self.has_open_proposal(open.id).await? {
            undone.keep(open.case.parties().first().map_or("", |party| party.name.as_str()));
            return Ok(());
        }
        let act = Act::TakeBack(TakeBack { seq: paid, act: ActKind::Pay });
        self.append(&open, self.store.today(), act, Entry::default()).await?;
        left.insert(change.row_id, open.case.seq + 1);
        undone.removed += 1;
        Ok(())
    }
}

impl BureauStore {
    /// Takes back every payment of an import, the last first, where nobody has acted on the case since.
    pub(crate) async fn undo_payments(&self, id: ImportId, undone: &mut Undone) -> Result<(), Error> {
        self.require(LedgerNoun::Payments.power_to_apply())?;
        let desk = self.case_desk(Rulebook::in_use()).await?;
        let changes = self.find::<import_change::Entity>();
        let changes = changes.filter(import_change::Column::ImportId.eq(id.0));
        let changes = changes.order_by_desc(import_change::Column::Seq).limit(PAYMENTS_MAX);
        let mut left = HashMap::new();
        for change in changes.all(self.tx()).await? {
            desk.unbook(&change, &mut left, undone).await?;
        }
        Ok(())
    }
}
