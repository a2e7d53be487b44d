//! The payment ledger (缴款台账): every party that owes or has paid money, by the day on which it is to come; each account
//! is counted from the events on the day on which it is read.

use std::collections::{BTreeSet, HashMap};

use super::desk::CaseDesk;
use crate::entity::case_party::{self, Column as C, Entity};
use crate::error::Error;
use domain::Day;
use domain::case::{Account, Case};
use domain::id::{CaseId, PartyId};
use domain::role::Power;
use sea_orm::{ColumnTrait, Condition, Order, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Accounts a page.
const PAGE_ROWS: usize = 50;

/// Which accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerPart {
    /// Something is owed, the earliest day first.
    Open,
    /// Those of them whose day is over.
    Overdue,
    /// Nothing is asked for any more, the latest day first.
    Closed,
}

impl LedgerPart {
    /// Every part, in the order of the page.
    pub const ALL: [LedgerPart; 3] = [LedgerPart::Open, LedgerPart::Overdue, LedgerPart::Closed];

    /// The word in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            LedgerPart::Open => "open",
            LedgerPart::Overdue => "overdue",
            LedgerPart::Closed => "closed",
        }
    }

    /// The part of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        LedgerPart::ALL.into_iter().find(|part| part.word() == word)
    }
}

/// The last row of the page before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerCursor {
    pub pay_by: Day,
    pub case: CaseId,
    pub party: PartyId,
}

/// One account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerLine {
    pub case: CaseId,
    pub case_number: String,
    pub name: String,
    pub account: Account,
}

/// A page of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerPage {
    pub lines: Vec<LedgerLine>,
    pub next: Option<LedgerCursor>,
}

impl CaseDesk<'_> {
    /// A page of a part of the ledger.
    ///
    /// # Errors
    /// [`Error::NotFound`] in a visit, which has no money; [`Error::Forbidden`] without the power to read records.
    pub async fn ledger(&self, part: LedgerPart, after: Option<LedgerCursor>) -> Result<LedgerPage, Error> {
        if self.store.visit().is_some() {
            return Err(Error::NotFound);
        }
        self.store.require(Power::ReadRecords)?;
        let is_open = part != LedgerPart::Closed;
        let mut own = self.store.find::<Entity>().filter(C::AccountOpen.eq(is_open));
        if part == LedgerPart::Overdue {
            own = own.filter(C::PayBy.lt(self.store.today()));
        }
        if let Some(after) = after {
            own = own.filter(beyond(after, is_open));
        }
        let order = if is_open { Order::Asc } else { Order::Desc };
        let own =
            own.order_by(C::PayBy, order.clone()).order_by(C::CaseId, order.clone()).order_by(C::Id, order);
        let mut rows = own.limit(PAGE_ROWS as u64 + 1).all(self.store.tx()).await?;
        let is_more = rows.len() > PAGE_ROWS;
        rows.truncate(PAGE_ROWS);
        let cursor = |row: &case_party::Model| {
            let (case, party) = (CaseId(row.case_id), PartyId(row.id));
            row.pay_by.map(|pay_by| LedgerCursor { pay_by, case, party })
        };
        let next = rows.last().filter(|_| is_more).and_then(cursor);
        Ok(LedgerPage { lines: self.counted_today(rows).await?, next })
    }

    /// Rows with their accounts of today, in their order.
    async fn counted_today(&self, rows: Vec<case_party::Model>) -> Result<Vec<LedgerLine>, Error> {
        let ids: BTreeSet<Uuid> = rows.iter().map(|row| row.case_id).collect();
        let mut cases: HashMap<Uuid, (String, Vec<Account>)> = HashMap::new();
        for (id, events) in self.events_of(ids.into_iter()).await? {
            let case = Case::replay(&events).map_err(Error::down)?.ok_or(Error::NotFound)?;
            let number = case.clue.number.clone().unwrap_or_default();
            cases.insert(id, (number, case.accounts(&self.context())));
        }
        let line = |row: case_party::Model| {
            let (number, accounts) = cases.get(&row.case_id)?;
            let account = accounts.iter().find(|account| account.party.0 == row.id)?.clone();
            let (case, case_number) = (CaseId(row.case_id), number.clone());
            Some(LedgerLine { case, case_number, name: row.name, account })
        };
        Ok(rows.into_iter().filter_map(line).collect())
    }
}

/// What lies beyond a row in the order of a part.
fn beyond(after: LedgerCursor, is_rising: bool) -> Condition {
    let past = |column: C, value: sea_orm::Value| match is_rising {
        true => column.gt(value),
        false => column.lt(value),
    };
    let of_day = Condition::all().add(C::PayBy.eq(after.pay_by));
    let of_case = of_day.clone().add(C::CaseId.eq(after.case.0)).add(past(C::Id, after.party.0.into()));
    Condition::any()
        .add(past(C::PayBy, after.pay_by.into()))
        .add(of_day.add(past(C::CaseId, after.case.0.into())))
        .add(of_case)
}
