//! Lists of cases: the work list in its two parts, and the list of all, by keyset.

use super::desk::CaseDesk;
use super::project::NEVER;
use crate::entity::case::{Column, Entity, Model};
use crate::entity::case_clock;
use crate::entity::case_party::{self, Column as PartyColumn};
use crate::error::Error;
use domain::Day;
use domain::calendar::{Binds, Clock};
use domain::case::{ActKind, ClockState, Procedure, Stage};
use domain::id::{CaseId, PersonId};
use domain::role::Power;
use domain::value::{IdNumber, Phone};
use sea_orm::{ColumnTrait, Condition, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Rows a page.
const PAGE_ROWS: u64 = 50;
/// Running terms of the cases of a page.
const CLOCKS_MAX: u64 = 2_000;
/// A total is exact up to here; above it "1,000+".
const TOTAL_MAX: u64 = 1_000;

/// Which part of one's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// 要我办的
    Mine,
    /// 在等的
    Waiting,
    /// 我经手的
    Handled,
    /// 全局案件
    All,
}

/// What a list of cases is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFilter {
    pub stage: Option<Stage>,
    /// The industry's word.
    pub industry: Option<String>,
    /// Ended cases too.
    pub ended: bool,
    /// A part of the party's name, its pinyin, or of the number; or a party's whole phone or identity number.
    pub text: Option<String>,
}

/// The last row of the page before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    pub acting_on: Day,
    pub id: CaseId,
}

/// One case in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    pub id: CaseId,
    pub number: Option<String>,
    pub party_name: String,
    /// The catalogue row's id; empty while nothing is filed.
    pub violation: String,
    pub industry: String,
    pub stage: Stage,
    /// Decided on the spot.
    pub on_the_spot: bool,
    pub next_act: Option<ActKind>,
    /// `officer`, `reviewer`, `approver` or `party`.
    pub next_whose: Option<String>,
    /// None: nothing is due.
    pub acting_on: Option<Day>,
    /// The day rests on a year whose holidays are not announced.
    pub provisional: bool,
    /// The last day of the term that is to be acted on then; later where that day lies before holidays.
    pub due_on: Option<Day>,
    /// The lapse of the term that ends then voids the act.
    pub voids: bool,
    pub lead_officer: Option<PersonId>,
    pub second_officer: Option<PersonId>,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub rows: Vec<CaseRow>,
    pub next: Option<Cursor>,
    /// Exact up to 1,000; above it, 1,001.
    pub total: u64,
}

/// The counts over the parts of a work list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkCounts {
    pub mine: u64,
    pub waiting: u64,
    pub handled: u64,
    pub all: u64,
}

impl CaseDesk<'_> {
    /// A page of a part of the bureau's cases, by acting day.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn cases(&self, part: Part, filter: &CaseFilter, after: Option<Cursor>) -> Result<Page, Error> {
        self.store.require(Power::ReadRecords)?;
        let mut which = self.part(part).add(narrowed(filter));
        if let Some(text) = words(filter) {
            which = which.add(self.named(text).await?);
        }
        let total = self.count(which.clone()).await?;
        let mut list = self.store.find::<Entity>().filter(which);
        if let Some(after) = after {
            let later = Condition::any().add(Column::NextActingOn.gt(after.acting_on)).add(
                Condition::all().add(Column::NextActingOn.eq(after.acting_on)).add(Column::Id.gt(after.id.0)),
            );
            list = list.filter(later);
        }
        let list = list.order_by_asc(Column::NextActingOn).order_by_asc(Column::Id).limit(PAGE_ROWS + 1);
        let mut rows = list.all(self.store.tx()).await?;
        let more = rows.len() as u64 > PAGE_ROWS;
        rows.truncate(PAGE_ROWS as usize);
        let next = rows
            .last()
            .filter(|_| more)
            .map(|row| Cursor { acting_on: row.next_acting_on.unwrap_or(NEVER), id: CaseId(row.id) });
        Ok(Page { rows: self.dated(rows).await?, next, total })
    }

    /// Rows as a list shows them, each with how sure its day is and what hangs on it.
    pub(super) async fn dated(&self, rows: Vec<Model>) -> Result<Vec<CaseRow>, Error> {
        use case_clock::Column as C;
        let mut rows: Vec<CaseRow> = rows.into_iter().filter_map(row_of).collect();
        let ids = rows.iter().filter(|row| row.acting_on.is_some()).map(|row| row.id.0);
        let running = self.store.find::<case_clock::Entity>().filter(C::CaseId.is_in(ids));
        let running = running.filter(C::State.eq(ClockState::Running.word())).limit(CLOCKS_MAX);
        let running = running.all(self.store.tx()).await?;
        for row in &mut rows {
            let ends = |clock: &&case_clock::Model| {
                clock.case_id == row.id.0 && row.acting_on.is_some_and(|day| is_end(clock, day))
            };
            row.provisional = running.iter().filter(ends).any(|clock| clock.provisional);
            row.due_on = running.iter().filter(ends).map(|clock| clock.due_on).min().or(row.acting_on);
            row.voids = running.iter().filter(ends).any(|clock| self.voids(clock));
        }
        Ok(rows)
    }

    /// Whether the lapse of a kept term voids the act, by the row of its day.
    fn voids(&self, clock: &case_clock::Model) -> bool {
        let known = Clock::ALL.into_iter().find(|known| known.word() == clock.clock);
        let rule = known.and_then(|known| self.context().rules.on(known, None, clock.started_on));
        rule.is_some_and(|rule| rule.voids)
    }

    /// How many there are in each part.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn work_counts(&self) -> Result<WorkCounts, Error> {
        self.store.require(Power::ReadRecords)?;
        Ok(WorkCounts {
            mine: self.count(self.part(Part::Mine)).await?,
            waiting: self.count(self.part(Part::Waiting)).await?,
            handled: self.count(self.part(Part::Handled)).await?,
            all: self.count(self.part(Part::All)).await?,
        })
    }

    /// The cases that a text names: by a part of the name, its pinyin or the number, or by a party's whole phone or
    /// identity number.
    async fn named(&self, text: &str) -> Result<Condition, Error> {
        let private = [
            IdNumber::parse(text).ok().map(|number| (PartyColumn::IdNumberBlind, number.as_str().to_owned())),
            Phone::parse(text).ok().map(|phone| (PartyColumn::PhoneBlind, phone.as_str().to_owned())),
        ];
        let mut of_parties: Vec<Uuid> = Vec::new();
        for (column, number) in private.into_iter().flatten() {
            let blind = self.store.keys().blind_in_bureau(self.store.bureau().id, &number);
            let parties = self.store.find::<case_party::Entity>().filter(column.eq(blind));
            let cases = parties.select_only().column(PartyColumn::CaseId).limit(TOTAL_MAX);
            of_parties.extend(cases.into_tuple::<Uuid>().all(self.store.tx()).await?);
        }
        if !of_parties.is_empty() {
            return Ok(Condition::all().add(Column::Id.is_in(of_parties)));
        }
        // The row of a case names its first party alone.
        let name = Condition::any()
            .add(PartyColumn::Name.contains(text))
            .add(PartyColumn::Pinyin.starts_with(text.to_lowercase()));
        let others = self.store.find::<case_party::Entity>().filter(PartyColumn::Position.gt(0)).filter(name);
        let others = others.order_by_desc(PartyColumn::CaseId).select_only().column(PartyColumn::CaseId);
        let others: Vec<Uuid> = others.limit(TOTAL_MAX).into_tuple().all(self.store.tx()).await?;
        let of_others = (!others.is_empty()).then(|| Column::Id.is_in(others));
        Ok(Condition::any()
            .add_option(of_others)
            .add(Column::PartyName.contains(text))
            .add(Column::Number.contains(text))
            .add(Column::Pinyin.starts_with(text.to_lowercase())))
    }

    async fn count(&self, which: Condition) -> Result<u64, Error> {
        let some = self.store.find::<Entity>().filter(which).limit(TOTAL_MAX + 1);
        Ok(some.count(self.store.tx()).await?)
    }

    fn part(&self, part: Part) -> Condition {
        let me = self.store.actor().person.map_or(Uuid::nil(), |person| person.0);
        let today = self.store.today();
        let handled = Condition::any().add(Column::LeadOfficer.eq(me)).add(Column::SecondOfficer.eq(me));
        let open = Condition::all().add(Column::Ended.eq(false));
        let whose = |word: &str| Condition::all().add(Column::NextWhose.eq(word));
        let may = |power| self.context().may(power);
        match part {
            Part::All => Condition::all(),
            Part::Handled => open.add(handled),
            Part::Mine => {
                let over = whose("party").add(Column::NextActingOn.lt(today));
                let by_me = Condition::any().add(whose("officer")).add(over);
                let mut mine = Condition::any().add(Condition::all().add(handled).add(by_me));
                if may(Power::ReviewCases) {
                    mine = mine.add(whose("reviewer"));
                }
                if may(Power::ApproveCases) {
                    mine = mine.add(whose("approver"));
                }
                if may(Power::ArchiveCases) {
                    mine = mine.add(whose("archivist"));
                }
                open.add(mine)
            }
            Part::Waiting => {
                let running = whose("party").add(Column::NextActingOn.gte(today));
                let inside = ["reviewer", "approver", "archivist"].into_iter().map(whose);
                let others = inside.fold(Condition::any().add(running), Condition::add);
                open.add(handled).add(others)
            }
        }
    }
}

/// A wait ends with another's term, an act of the bureau with its own.
fn is_end(clock: &case_clock::Model, day: Day) -> bool {
    let own = clock.whose == Binds::Bureau.word();
    day == if own { clock.acting_on } else { clock.due_on }
}

fn narrowed(filter: &CaseFilter) -> Condition {
    let mut all = Condition::all();
    if !filter.ended {
        all = all.add(Column::Ended.eq(false));
    }
    if let Some(stage) = filter.stage {
        all = all.add(Column::State.eq(stage.word()));
    }
    if let Some(industry) = &filter.industry {
        all = all.add(Column::Industry.eq(industry.as_str()));
    }
    all
}

fn words(filter: &CaseFilter) -> Option<&str> {
    filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

pub(super) fn row_of(row: Model) -> Option<CaseRow> {
    Some(CaseRow {
        id: CaseId(row.id),
        number: row.number,
        party_name: row.party_name,
        violation: row.violation,
        industry: row.industry,
        stage: Stage::from_word(&row.state)?,
        on_the_spot: row.procedure == Procedure::Simplified { reported_on: None }.word(),
        next_act: row.next_act.as_deref().and_then(ActKind::from_word),
        next_whose: row.next_whose,
        acting_on: row.next_acting_on.filter(|day| *day != NEVER),
        provisional: false,
        voids: false,
        due_on: None,
        lead_officer: row.lead_officer.map(PersonId),
        second_officer: row.second_officer.map(PersonId),
    })
}
