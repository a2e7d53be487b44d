//! Reading one row: the case, or everything that is wrong with it.

use super::column::Column as C;
use super::needs::missing;
use super::paper_number::PaperNumber;
use super::spot::misplaced;
use super::{Concluded, Filed, PaperCase, Recorded, Steps};
use crate::case::{ClueSource, Gains, Note, RecordKind};
use crate::catalogue::{Catalogue, PartyKind, PenaltyKind};
use crate::ledger::{Cell, Fault, Reading, RowCells};
use crate::value::{CreditCode, Epoch, IdNumber, Money, Noun, ValueError, fold};
use crate::{Day, Lang};
use chrono::NaiveTime;

/// The first day on which the law knew the procedure (行政处罚法 1996).
const FIRST_DAY: Day = match Day::from_ymd_opt(1996, 10, 1) {
    Some(day) => day,
    None => Day::MIN,
};
/// Days ahead that a term or a hearing can lie.
const AHEAD_DAYS: u64 = 730;

/// Judges a row's cells on a day.
///
/// # Errors
/// All that is wrong, in the order of the columns.
pub fn judge(
    cells: &RowCells<C>,
    catalogue: &Catalogue,
    epoch: Epoch,
    today: Day,
) -> Result<PaperCase, Vec<Fault<C>>> {
    let mut reading = Reading::of(cells, epoch);
    let act_on = reading.needed_day(C::ActOn, today);
    let violation = reading.violation(catalogue, act_on);
    let party = reading.needed_line(C::Party);
    let kind = reading.party_kind();
    let credit_code = reading.optional(C::CreditCode, CreditCode::parse);
    let id_number = reading.optional(C::IdNumber, |text| IdNumber::parse_on(text, today));
    let place = reading.needed_note(C::Place);
    let source = reading.source();
    let received_on = reading.needed_day(C::ReceivedOn, today);
    let suspicion = reading.needed_note(C::Suspicion);
    let number = reading.number(C::Number);
    let on_the_spot = reading.is_on_the_spot();
    let steps = if on_the_spot { Steps::default() } else { reading.steps(today) };
    let consent_on = reading.past(C::ConsentOn, today);
    let decided = reading.decided(today, on_the_spot);
    let spot = on_the_spot.then(|| reading.spot(today, decided.as_ref())).flatten();
    let mut faults = reading.into_faults();
    faults.extend(missing(cells, on_the_spot));
    faults.extend(misplaced(cells, on_the_spot));
    faults.sort_by_key(|fault| fault.column);
    let read = || {
        Some(PaperCase {
            party: party?,
            kind: kind?,
            credit_code,
            id_number,
            violation: violation?,
            act_on: act_on?,
            place: place?,
            source: source?,
            received_on: received_on?,
            suspicion: suspicion?,
            number,
            steps,
            consent_on,
            spot,
            decided,
        })
    };
    if faults.is_empty() { read().ok_or(faults) } else { Err(faults) }
}

impl Reading<'_, C> {
    /// A day that has come.
    pub(super) fn past(&mut self, column: C, today: Day) -> Option<Day> {
        let day = self.day(column)?;
        self.inside(column, day, FIRST_DAY, today)
    }

    /// A day that may still come.
    pub(super) fn coming(&mut self, column: C, today: Day) -> Option<Day> {
        let day = self.day(column)?;
        let last = today.checked_add_days(chrono::Days::new(AHEAD_DAYS)).unwrap_or(today);
        self.inside(column, day, FIRST_DAY, last)
    }

    fn needed_day(&mut self, column: C, today: Day) -> Option<Day> {
        let day = self.past(column, today);
        if day.is_none() && !self.is_faulty(column) {
            self.fault(column, ValueError::Missing { noun: Noun::Date });
        }
        day
    }

    fn needed_line(&mut self, column: C) -> Option<crate::case::Name> {
        let line = self.line(column, Noun::Text);
        if line.is_none() && !self.is_faulty(column) {
            self.fault(column, ValueError::MissingName { noun: Noun::PersonName });
        }
        line
    }

    fn needed_note(&mut self, column: C) -> Option<Note> {
        self.required(column, ValueError::Missing { noun: Noun::Text }, Note::parse)
    }

    pub(super) fn number(&mut self, column: C) -> Option<PaperNumber> {
        self.optional(column, PaperNumber::parse)
    }

    pub(super) fn money(&mut self, column: C) -> Option<Money> {
        let money = self.optional(column, Money::parse)?;
        if money < Money::ZERO {
            self.fault(column, ValueError::Range { noun: Noun::Money });
            return None;
        }
        Some(money)
    }

    /// One of the choices, by any of its names.
    pub(super) fn choice<T: Clone>(&mut self, column: C, noun: Noun, all: &[(String, T)]) -> Option<T> {
        let pick = |text: &str| {
            let text = fold(text);
            let found = all.iter().find(|(name, _)| fold(name) == text);
            found.map(|(_, one)| one.clone()).ok_or(ValueError::UnknownChoice { noun })
        };
        self.optional(column, pick)
    }

    fn needed_choice<T: Clone>(&mut self, column: C, noun: Noun, all: &[(String, T)]) -> Option<T> {
        let choice = self.choice(column, noun, all);
        if choice.is_none() && !self.is_faulty(column) {
            self.fault(column, ValueError::Missing { noun });
        }
        choice
    }

    fn party_kind(&mut self) -> Option<PartyKind> {
        use PartyKind as K;
        let mut all = named(&[K::Citizen, K::SoleTrader, K::Organisation], PartyKind::name);
        let more = [("个人", K::Citizen), ("自然人", K::Citizen), ("个体", K::SoleTrader)];
        let organisations = ["法人", "企业", "公司", "单位", "其他组织"].map(|name| (name, K::Organisation));
        all.extend(more.into_iter().chain(organisations).map(|(name, kind)| (name.to_owned(), kind)));
        self.needed_choice(C::Kind, Noun::PartyKind, &all)
    }

    fn source(&mut self) -> Option<ClueSource> {
        self.needed_choice(C::Source, Noun::ClueSource, &named(&ClueSource::ALL, ClueSource::name))
    }

    pub(super) fn yes(&mut self, column: C) -> Option<bool> {
        let all = [("是", true), ("否", false), ("yes", true), ("no", false)];
        self.choice(column, Noun::YesOrNo, &all.map(|(name, yes)| (name.to_owned(), yes)))
    }

    /// A catalogue row by its id, which the list puts first, or by its title: the version of the day of the act.
    fn violation(&mut self, catalogue: &Catalogue, act_on: Option<Day>) -> Option<String> {
        let missing = ValueError::Missing { noun: Noun::Violation };
        let find = |text: &str| {
            let typed = fold(text);
            let id = text.split_whitespace().next().unwrap_or_default();
            let day = act_on.unwrap_or(FIRST_DAY);
            if let Some((_, row)) = catalogue.violation(id) {
                return Ok(catalogue.version_on(id, day).unwrap_or(row).id.clone());
            }
            let called = |row: &crate::catalogue::ViolationRow| {
                [Lang::Zh, Lang::En].iter().any(|lang| fold(row.title.pick(*lang)) == typed)
            };
            let mut found = catalogue.rows().filter(|(_, row)| row.in_force_on(day) && called(row));
            match (found.next(), found.next()) {
                (Some((_, row)), None) => Ok(row.id.clone()),
                _ => Err(ValueError::UnknownChoice { noun: Noun::Violation }),
            }
        };
        self.required(C::Violation, missing, find)
    }

    fn filed(&mut self, today: Day) -> Option<Filed> {
        let on = self.past(C::FiledOn, today);
        let lead = self.line(C::Lead, Noun::PersonName);
        let second = self.line(C::Second, Noun::PersonName);
        let approver = self.line(C::Approver, Noun::PersonName);
        Some(Filed { on: on?, lead: lead?, second: second?, approver: approver? })
    }

    fn record(&mut self, today: Day) -> Option<Recorded> {
        let on = self.past(C::RecordOn, today);
        let kinds =
            [RecordKind::Inspection, RecordKind::Interview, RecordKind::Sampling, RecordKind::Documents];
        let kinds: Vec<(String, RecordKind)> = [Lang::Zh, Lang::En]
            .iter()
            .flat_map(|lang| kinds.iter().map(|kind| (kind.name(*lang).to_owned(), kind.clone())))
            .collect();
        let kind = self.choice(C::RecordKind, Noun::RecordKind, &kinds);
        let times = self.optional(C::RecordTimes, times);
        let shown = self.yes(C::RecordShown).unwrap_or(false);
        Some(Recorded { on: on?, kind: kind?, times, shown })
    }

    /// The steps of the ordinary procedure between the clue and the decision.
    fn steps(&mut self, today: Day) -> Steps {
        Steps {
            filed: self.filed(today),
            record: self.record(today),
            measure: self.measure(today),
            concluded: self.concluded(today),
            reviewed: self.past(C::ReviewedOn, today).zip(self.line(C::Reviewer, Noun::PersonName)),
            notified: self.notified(today),
        }
    }

    fn concluded(&mut self, today: Day) -> Option<Concluded> {
        let on = self.past(C::ConcludedOn, today);
        let fine = self.money(C::Proposed);
        self.found(on, fine, today)
    }

    /// What was found, and what it is to cost.
    pub(super) fn found(&mut self, on: Option<Day>, fine: Option<Money>, today: Day) -> Option<Concluded> {
        let facts = self.optional(C::Facts, Note::parse);
        let kinds = self.optional(C::Kinds, penalty_kinds).unwrap_or_default();
        let gains = match self.money(C::Gains) {
            None => Gains::NotStated,
            Some(Money::ZERO) => Gains::None,
            Some(amount) => Gains::Stated { amount, refunded: Money::ZERO },
        };
        let base = self.money(C::Base);
        let put_right = self.coming(C::PutRight, today);
        Some(Concluded { on: on?, facts: facts?, fine: fine?, base, gains, kinds, put_right: put_right? })
    }
}

/// Names in both languages.
pub(super) fn named<T: Copy, N: Into<String>>(all: &[T], name: impl Fn(T, Lang) -> N) -> Vec<(String, T)> {
    let both = |one: &T| [(name(*one, Lang::Zh).into(), *one), (name(*one, Lang::En).into(), *one)];
    all.iter().flat_map(both).collect()
}

/// 9:30-10:20
fn times(text: &str) -> Result<(NaiveTime, NaiveTime), ValueError> {
    let folded = fold(text).replace('时', ":").replace('分', "").replace(['—', '－', '~', '至'], "-");
    let read = |time: &str| NaiveTime::parse_from_str(time, "%H:%M").ok();
    let span = folded.split_once('-').and_then(|(from, to)| Some((read(from)?, read(to)?)));
    span.filter(|(from, to)| from <= to)
        .ok_or_else(|| ValueError::BadTimes { written: text.trim().chars().take(40).collect() })
}

/// Kinds besides money, joined by 、.
fn penalty_kinds(text: &str) -> Result<Vec<PenaltyKind>, ValueError> {
    let all = named(&PenaltyKind::ALL, PenaltyKind::name);
    let money = [PenaltyKind::Fine, PenaltyKind::ConfiscationOfGains];
    let read = |part: &str| {
        let found = all.iter().find(|(name, _)| fold(name) == fold(part)).map(|(_, kind)| *kind);
        found
            .filter(|kind| !money.contains(kind))
            .ok_or(ValueError::UnknownChoice { noun: Noun::PenaltyKind })
    };
    let parts = text.split(['、', '，', ',', '；', ';']).filter(|part| !part.trim().is_empty());
    parts.map(read).collect()
}

/// What a cell of a form says.
#[must_use]
pub fn typed(text: &str) -> Cell {
    if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}
