//! 补录: cases that were open on paper come in, each as the acts that its row tells, and go out again when their import
//! is undone. Events are never removed: a case that goes is taken back by one more.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::desk::{CaseDesk, OpenCase, Rulebook, event_row, facts_of, seq_of};
use super::paper_held::Held;
use super::{Contact, figures, project};
use crate::entity::{case, case_event, import, import_change};
use crate::error::Error;
use crate::imports::{Undone, noun_word};
use crate::scope::BureauStore;
use chrono::{Datelike, Days};
use domain::back_entry::{Column, Desk, Entered, Ids, PAPER_DAYS, PaperCase, enter, findings};
use domain::case::{
    Act, ActKind, Case, Context, Entry, Event, FinedAct, NumberWord, TakeBack, Track, number,
};
use domain::id::{CaseId, ImportId, PartyId, UnlawfulActId};
use domain::ledger::{Fault, LedgerNoun};
use domain::refusal::Refusal;
use domain::role::Power;
use domain::value::{ValueError, fold};
use domain::{Day, Instant};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Rows that are compared with the bureau's cases together.
const TOGETHER: usize = 200;
/// Cases that one import takes back together.
const BACK_TOGETHER: u64 = 200;
const NOUN: &str = "case";

/// What became, or would become, of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperOutcome {
    /// With what its acts lacked.
    New(Vec<Refusal>),
    /// The case is there, as the row tells it or further.
    Same,
    Wrong(ValueError, Column),
}

/// A case of the bureau that a row may speak of.
struct Known {
    key: (String, String, Day, Day),
    number: String,
    acts: Vec<(ActKind, Day)>,
}

/// What a row is compared with.
#[derive(Clone, Copy)]
struct Beside<'a> {
    cases: &'a [Known],
    numbers: &'a Held,
    /// What the party was fined for before.
    fined: &'a [FinedAct],
    /// The last day whose acts are entered from paper.
    until: Day,
}

impl BureauStore {
    /// Takes back every case of an import on which nobody has acted since.
    pub(crate) async fn undo_cases(&self, id: ImportId, undone: &mut Undone) -> Result<(), Error> {
        self.require(LedgerNoun::Cases.power_to_apply())?;
        let desk = self.case_desk(Rulebook::in_use()).await?;
        let mut after = 0;
        loop {
            let changes = self.find::<import_change::Entity>();
            let changes = changes.filter(import_change::Column::ImportId.eq(id.0));
            let changes = changes.filter(import_change::Column::Seq.gt(after));
            let changes = changes.order_by_asc(import_change::Column::Seq).limit(BACK_TOGETHER);
            let changes = changes.all(self.tx()).await?;
            let Some(last) = changes.last() else { return Ok(()) };
            after = last.seq;
            for change in changes {
                desk.leave(&change, undone).await?;
            }
        }
    }
}

impl CaseDesk<'_> {
    /// Judges rows one after the other; with `write` those that make sense become cases.
    ///
    /// # Errors
    /// [`Error::Forbidden`] when writing without the power to approve cases, [`Error::Down`] when the database fails.
    pub async fn enter_from_paper(
        &self,
        rows: &[PaperCase],
        write: Option<ImportId>,
    ) -> Result<Vec<PaperOutcome>, Error> {
        let until = self.paper_until().await?;
        let mut outcomes: Vec<PaperOutcome> = Vec::with_capacity(rows.len());
        let mut numbers = HashSet::new();
        let mut entered: Vec<(&PaperCase, Entered)> = Vec::new();
        let mut in_file: HashMap<Vec<u8>, Vec<FinedAct>> = HashMap::new();
        let own = write.is_some() || self.context().may(Power::ApproveCases);
        for together in rows.chunks(TOGETHER) {
            let known = self.known_cases(together).await?;
            let held = self.held(together).await?;
            let kept = self.fined_before(together).await?;
            for paper in together {
                let keys = self.known_by(paper);
                let before = keys.iter().flat_map(|key| [kept.get(key), in_file.get(key)]);
                let fined: Vec<FinedAct> = before.flatten().flatten().cloned().collect();
                let known = Beside { cases: &known, numbers: &held, fined: &fined, until };
                let judged = self.judge_paper(paper, known, &mut numbers);
                let outcome = match judged.and_then(|one| self.not_own(one, own)) {
                    Ok(Some(one)) => {
                        let findings = one.findings();
                        for key in keys {
                            in_file.entry(key).or_default().extend(fined_by(&one.case));
                        }
                        entered.push((paper, one));
                        PaperOutcome::New(findings)
                    }
                    Ok(None) => PaperOutcome::Same,
                    Err(Fault { column, error }) => PaperOutcome::Wrong(error, column),
                };
                outcomes.push(outcome);
            }
        }
        if let Some(import) = write {
            self.write_all(entered, import).await?;
        }
        Ok(outcomes)
    }

    /// What the acts of a case that were done on paper lacked.
    #[must_use]
    pub fn paper_findings(case: &Case) -> Vec<Refusal> {
        findings(&case.log)
    }

    /// The case of a row; none when it is there already.
    fn judge_paper(
        &self,
        paper: &PaperCase,
        beside: Beside<'_>,
        numbers: &mut HashSet<String>,
    ) -> Result<Option<Entered>, Fault<Column>> {
        let bureau = self.store.bureau();
        let Beside { cases: known, numbers: held, fined, until } = beside;
        let context = Context { fined, ..self.context() };
        let (prefix, at, decisions) = (&bureau.number_prefix, self.store.now(), &held.decisions);
        let desk = Desk { context, prefix, at, until, held: decisions };
        let code = paper.credit_code.as_ref().map(|code| code.as_str());
        let establishment = code.and_then(|code| held.register.get(code)).copied();
        let ids = Ids { party: PartyId(Uuid::now_v7()), act: UnlawfulActId(Uuid::now_v7()), establishment };
        let entered = enter(paper, &desk, ids)?;
        let key = paper.key();
        if let Some(case) = known.iter().find(|case| case.key == key) {
            let acts = acts_of(&entered.events);
            let error = ValueError::PaperCaseDiffers { number: case.number.clone() };
            let is_told = case.acts.starts_with(&acts);
            return if is_told { Ok(None) } else { Err(Fault { column: Column::Party, error }) };
        }
        let twice = Fault { column: Column::Number, error: ValueError::PaperNumberTaken };
        if let Some(party) = entered.case.clue.number.as_ref().and_then(|number| held.cases.get(number)) {
            let error = ValueError::PaperNumberHeld { party: party.clone() };
            return Err(Fault { column: Column::Number, error });
        }
        if let Some((word, _)) = entered.given.iter().find(|(_, given)| numbers.contains(given)) {
            let column = match word {
                NumberWord::Decision | NumberWord::OnTheSpot => Column::DecisionNumber,
                NumberWord::Case => Column::Number,
                _ => Column::NoticeNumber,
            };
            return Err(Fault { column, ..twice });
        }
        numbers.extend(entered.given.iter().map(|(_, given)| given.clone()));
        Ok(Some(entered))
    }

    /// Whoever worked on a case does not confirm it as well.
    fn not_own(&self, entered: Option<Entered>, confirms: bool) -> Result<Option<Entered>, Fault<Column>> {
        let me = self.context().actor;
        let is_own = entered.as_ref().is_some_and(|one| one.case.officers_ever().contains(&me));
        match confirms && is_own {
            true => Err(Fault { column: Column::Lead, error: ValueError::OwnPaperCase }),
            false => Ok(entered),
        }
    }

    /// The last day whose acts are entered from paper: so long after the first such entry, with which the bureau began.
    async fn paper_until(&self) -> Result<Day, Error> {
        use import::Column as C;
        let first = self.store.find::<import::Entity>().filter(C::Noun.eq(noun_word(LedgerNoun::Cases)));
        let first = first.filter(C::State.eq("applied")).order_by_asc(C::Id).select_only();
        let first =
            first.column(C::AppliedAt).into_tuple::<Option<i64>>().one(self.store.tx()).await?.flatten();
        let last = |at: i64| Instant(at).day().checked_add_days(Days::new(PAPER_DAYS));
        Ok(first.and_then(last).unwrap_or(Day::MAX))
    }

    /// What the bureau has fined the parties of decided rows for before, by what they are known by.
    async fn fined_before(&self, rows: &[PaperCase]) -> Result<HashMap<Vec<u8>, Vec<FinedAct>>, Error> {
        let decided = || rows.iter().filter(|paper| paper.decided.is_some());
        let codes = decided().filter_map(|paper| Some(paper.credit_code.as_ref()?.as_str().to_owned()));
        let numbers = decided().filter_map(|paper| self.blind(paper));
        self.fined_known_as(codes.collect(), numbers.collect()).await
    }

    /// By what the party of a row is the same as another's.
    fn known_by(&self, paper: &PaperCase) -> Vec<Vec<u8>> {
        let code = paper.credit_code.as_ref().map(|code| code.as_str().as_bytes().to_vec());
        code.into_iter().chain(self.blind(paper)).collect()
    }

    fn blind(&self, paper: &PaperCase) -> Option<Vec<u8>> {
        let (keys, bureau) = (self.store.keys(), self.store.bureau().id);
        paper.id_number.as_ref().map(|number| keys.blind_in_bureau(bureau, number.as_str()))
    }

    /// The cases that the rows may speak of: of the same day of the clue and not taken back.
    async fn known_cases(&self, rows: &[PaperCase]) -> Result<Vec<Known>, Error> {
        let days: HashSet<Day> = rows.iter().map(|row| row.received_on).collect();
        let names: HashSet<String> = rows.iter().map(|row| fold(row.party.as_str())).collect();
        let found = self.store.find::<case::Entity>().select_only();
        let found = found.columns([case::Column::Id, case::Column::PartyName]);
        let found = found.filter(case::Column::RegisteredOn.is_in(days));
        let found: Vec<(Uuid, String)> = found.into_tuple().all(self.store.tx()).await?;
        let found = found.into_iter().filter(|(_, name)| names.contains(&fold(name))).map(|(id, _)| id);
        let mut known = Vec::new();
        for events in self.events_of(found).await?.into_values() {
            let case = Case::replay(&events).map_err(Error::down)?.ok_or(Error::NotFound)?;
            known.extend(known_of(&case));
        }
        Ok(known)
    }

    /// The counters first, so that a case without a number of its own never takes one of the dossiers'.
    async fn write_all(&self, entered: Vec<(&PaperCase, Entered)>, import: ImportId) -> Result<(), Error> {
        self.store.must_write()?;
        self.store.require(LedgerNoun::Cases.power_to_apply())?;
        let prefix = &self.store.bureau().number_prefix;
        let mut last: BTreeMap<(NumberWord, i32), u32> = BTreeMap::new();
        for (word, year, serial) in entered.iter().flat_map(|(_, one)| one.numbers.iter().copied()) {
            let known = last.entry((word, year)).or_default();
            *known = serial.max(*known);
        }
        for ((word, year), serial) in last {
            self.store.numbers_given_until(&word.counter(prefix), year, serial).await?;
        }
        let mut changes = Vec::new();
        for (nth, (paper, one)) in (1..).zip(entered) {
            let id = CaseId(Uuid::now_v7());
            let case = self.write_paper(id, paper, one).await?;
            changes.push(import_change::ActiveModel {
                import_id: Set(import.0),
                seq: Set(nth),
                noun: Set(NOUN.to_owned()),
                row_id: Set(id.0),
                version_after: Set(seq_of(case.seq)?),
                before_sealed: Set(None),
                ..Default::default()
            });
        }
        self.store.insert_all::<import_change::Entity>(changes).await
    }

    async fn write_paper(&self, id: CaseId, paper: &PaperCase, entered: Entered) -> Result<Case, Error> {
        let (events, case) = self.with_number(entered).await?;
        project::begin(self, id, &case, self.store.now()).await?;
        let rows = events.iter().map(|event| event_row(id, event, &facts_of(event)?));
        self.store.insert_all::<case_event::Entity>(rows.collect::<Result<_, _>>()?).await?;
        project::parties(self, id, &case).await?;
        project::clocks(self, id, &case).await?;
        figures::acted(self, None, &case).await?;
        let open = OpenCase { id, case, events };
        let party = open.case.parties().first().map(|party| party.id);
        if let (Some(number), Some(party)) = (&paper.id_number, party) {
            let contact = Contact { id_number: Some(number.clone()), phone: None };
            self.seal(id, party, &contact).await?;
        }
        self.keep_filings(id, &open.case).await?;
        Ok(open.case)
    }

    /// A case without a number from its dossier takes the next one.
    async fn with_number(&self, entered: Entered) -> Result<(Vec<Event>, Case), Error> {
        let Entered { mut events, case, .. } = entered;
        let Some(first) = events.first_mut().filter(|_| case.clue.number.is_none()) else {
            return Ok((events, case));
        };
        let (prefix, year) = (&self.store.bureau().number_prefix, first.on.year());
        let last = self.store.next_number(&NumberWord::Case.counter(prefix), year).await?;
        first.act.give_number(NumberWord::Case, &number(prefix, NumberWord::Case, year, last));
        let case = Case::replay(&events).map_err(Error::down)?.ok_or(Error::NotFound)?;
        Ok((events, case))
    }

    /// Takes one case back, unless somebody has acted on it or proposed an act.
    async fn leave(&self, change: &import_change::Model, undone: &mut Undone) -> Result<(), Error> {
        let open = self.case(CaseId(change.row_id)).await?;
        if seq_of(open.case.seq)? != change.version_after || self.has_open_proposal(open.id).await? {
            let parties = open.case.parties();
            undone.keep(parties.first().map_or("", |party| party.name.as_str()));
            return Ok(());
        }
        let act = Act::TakeBack(TakeBack { seq: 1, act: ActKind::RegisterClue });
        self.append(&open, self.store.today(), act, Entry::default()).await?;
        undone.removed += 1;
        Ok(())
    }
}

fn fined_by(case: &Case) -> Vec<FinedAct> {
    let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
    tracks.iter().flat_map(Track::fined_acts).collect()
}

fn known_of(case: &Case) -> Option<Known> {
    let parties = case.parties();
    let party = parties.first().filter(|_| !case.is_taken_back())?;
    let act = party.acts.first()?;
    let key = (fold(party.name.as_str()), act.violation.clone(), act.on, case.received);
    let number = case.clue.number.clone().unwrap_or_default();
    Some(Known { key, number, acts: acts_of(&case.log) })
}

fn acts_of(events: &[Event]) -> Vec<(ActKind, Day)> {
    events.iter().map(|event| (event.act.kind(), event.on)).collect()
}
