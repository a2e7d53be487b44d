//! The evidence sheet (证据提取单, D09): what is said of a file when it becomes evidence.

use chrono::{NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::kind::EvidenceKind;
use crate::case::{Case, Context};
use crate::id::{PartyId, PersonId};
use crate::value::{Line, ValueError, parse_day};
use crate::{Instant, Lang};

/// Where evidence comes from: who gave it, or what it was taken from.
pub type Source = Line<200>;
/// Where it was taken.
pub type Place = Line<200>;

/// The field of a sheet that is filled in where evidence tells who reported the case.
pub const REPORTER: &str = "reporter";

/// Pages of one piece of evidence at most.
const PAGES_MAX: u16 = 9_999;

/// What an evidence sheet says besides the number and the hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceSheet {
    pub kind: EvidenceKind,
    pub source: Source,
    pub place: Place,
    /// Day and minute at which it was taken, in Asia/Shanghai.
    pub at: NaiveDateTime,
    /// The two who took it (行政处罚法 art. 42).
    pub collectors: [PersonId; 2],
    /// Pages, 1 to 9,999; none of what has no pages.
    pub pages: Option<u16>,
    /// The party whom it is about, where it is about one.
    pub party: Option<PartyId>,
    /// It tells who reported the case: it lies in the 副卷, and neither the party nor the court reads it.
    #[serde(default)]
    pub names_reporter: bool,
}

/// What is wrong with a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetFault {
    NoKind,
    Source(ValueError),
    Place(ValueError),
    NoDay,
    NoTime,
    /// Taken after now.
    Later,
    NoCollector {
        second: bool,
    },
    /// The same person twice (行政处罚法 art. 42).
    OneCollector,
    /// Nobody of the bureau.
    NotAMember {
        second: bool,
    },
    /// No enforcement certificate was valid on the day (行政处罚法 art. 42).
    NotCertified {
        second: bool,
        name: String,
    },
    /// Stood aside before the day (行政处罚法 art. 43).
    Recused {
        second: bool,
        name: String,
    },
    Pages,
    NotAParty,
}

impl SheetFault {
    /// The field that it is about.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            SheetFault::NoKind => "kind",
            SheetFault::Source(_) => "source",
            SheetFault::Place(_) => "place",
            SheetFault::NoDay | SheetFault::Later => "on",
            SheetFault::NoTime => "time",
            SheetFault::NoCollector { second }
            | SheetFault::NotAMember { second }
            | SheetFault::NotCertified { second, .. }
            | SheetFault::Recused { second, .. } => {
                if *second {
                    "second"
                } else {
                    "first"
                }
            }
            SheetFault::OneCollector => "second",
            SheetFault::Pages => "pages",
            SheetFault::NotAParty => "party",
        }
    }

    /// What to do, in the person's language.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let words = match self {
            SheetFault::Source(error) | SheetFault::Place(error) => return error.message(lang),
            SheetFault::NotCertified { name, .. } => {
                return lang.pick(
                    format!("{name}在提取当日没有有效的执法证：请核对日期，或者选择另一位执法人员。"),
                    format!("{name} held no valid enforcement certificate on that day: check the day, or choose another officer."),
                );
            }
            SheetFault::Recused { name, .. } => {
                return lang.pick(
                    format!("{name}在提取之前已经回避：请核对日期，或者选择另一位执法人员。"),
                    format!("{name} stood aside before that day: check the day, or choose another officer."),
                );
            }
            SheetFault::NoKind => ("请选择证据种类。", "Choose the kind of evidence."),
            SheetFault::NoDay => {
                ("请填写提取日期，如 2026-03-05。", "Give the day on which it was taken, such as 2026-03-05.")
            }
            SheetFault::NoTime => {
                ("请填写提取时间，如 14:30。", "Give the time at which it was taken, such as 14:30.")
            }
            SheetFault::Later => {
                ("提取时间晚于现在，请核对。", "It cannot have been taken after now; check day and time.")
            }
            SheetFault::NoCollector { .. } => ("请选择提取人。", "Choose who took it."),
            SheetFault::OneCollector => (
                "提取证据的执法人员不得少于两人：请选择另一位。",
                "Evidence is taken by two officers: choose another one.",
            ),
            SheetFault::NotAMember { .. } => {
                ("请从列表中选择本单位的执法人员。", "Choose an officer of this bureau from the list.")
            }
            SheetFault::Pages => (
                "页数填 1 到 9999 的整数，没有页数的留空。",
                "Give 1 to 9999 pages, or leave it empty where there are none.",
            ),
            SheetFault::NotAParty => {
                ("请从列表中选择本案当事人。", "Choose a party of this case from the list.")
            }
        };
        lang.pick(words.0, words.1).to_owned()
    }
}

/// Reads a sheet as typed; all that is wrong with it, in the order of the form.
///
/// # Errors
/// Every fault.
pub fn read_sheet(typed: impl Fn(&str) -> String) -> Result<EvidenceSheet, Vec<SheetFault>> {
    let mut faults = Vec::new();
    let mut keep = |fault| faults.push(fault);
    let kind = EvidenceKind::from_word(&typed("kind"));
    if kind.is_none() {
        keep(SheetFault::NoKind);
    }
    let source = Source::parse(&typed("source")).map_err(|error| keep(SheetFault::Source(error))).ok();
    let place = Place::parse(&typed("place")).map_err(|error| keep(SheetFault::Place(error))).ok();
    let day = parse_day(&typed("on")).map_err(|_| keep(SheetFault::NoDay)).ok();
    let time = read_time(&typed("time"));
    if time.is_none() {
        keep(SheetFault::NoTime);
    }
    let mut collector = |second: bool| {
        let typed = typed(if second { "second" } else { "first" });
        let person = match typed.trim() {
            "" => Err(SheetFault::NoCollector { second }),
            id => id.parse::<PersonId>().map_err(|_| SheetFault::NotAMember { second }),
        };
        person.map_err(&mut keep).ok()
    };
    let (first, second) = (collector(false), collector(true));
    if first.is_some() && first == second {
        keep(SheetFault::OneCollector);
    }
    let pages = match typed("pages").trim() {
        "" => None,
        text => match text.parse::<u16>() {
            Ok(pages) if (1..=PAGES_MAX).contains(&pages) => Some(pages),
            _ => {
                keep(SheetFault::Pages);
                None
            }
        },
    };
    let names_reporter = !typed(REPORTER).trim().is_empty();
    let party = match typed("party").trim() {
        "" => None,
        id => id.parse::<PartyId>().map_err(|_| keep(SheetFault::NotAParty)).ok(),
    };
    match (kind, source, place, day.zip(time), first.zip(second)) {
        (Some(kind), Some(source), Some(place), Some((day, time)), Some((first, second)))
            if faults.is_empty() =>
        {
            let at = day.and_time(time);
            let collectors = [first, second];
            Ok(EvidenceSheet { kind, source, place, at, collectors, pages, party, names_reporter })
        }
        _ => Err(faults),
    }
}

fn read_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().replace('：', ":");
    ["%H:%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(&text, form).ok())
}

impl EvidenceSheet {
    /// Judges a sheet by its case: taken before now by two officers with a certificate of the day who do not stand aside.
    ///
    /// # Errors
    /// Every fault.
    pub fn judge(&self, case: &Case, context: &Context<'_>, now: Instant) -> Result<(), Vec<SheetFault>> {
        let mut faults = Vec::new();
        let day = self.at.date();
        if self.at > now.in_shanghai() {
            faults.push(SheetFault::Later);
        }
        for (person, second) in self.collectors.into_iter().zip([false, true]) {
            let fault = match context.member(person) {
                None => Some(SheetFault::NotAMember { second }),
                Some(member) if member.certificate_on(day).is_none() => {
                    Some(SheetFault::NotCertified { second, name: context.name(person) })
                }
                Some(_) if case.is_recused(person, day) => {
                    Some(SheetFault::Recused { second, name: context.name(person) })
                }
                Some(_) => None,
            };
            faults.extend(fault);
        }
        if self.party.is_some_and(|id| case.parties().iter().all(|party| party.id != id)) {
            faults.push(SheetFault::NotAParty);
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}
