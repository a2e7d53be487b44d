//! The exam (考试) and its re-sit: marks are added, never changed; the higher one stands.

use serde::{Deserialize, Serialize};

use super::hand::given;
use super::session::last_day;
use super::{
    CertificateNumber, ClassStage, ClassState, EnrolmentState, Fact, Hand, Mark, Name, NextAct, Note,
    Refusal, RefusalCode, Session, Tally, Teacher, TrainingAct, TrainingSettings,
};
use crate::Day;
use crate::id::PersonId;
use crate::value::fold;

/// The marks of one sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theory: Option<Mark>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practical: Option<Mark>,
    /// The one that passes or not.
    pub total: Mark,
}

/// A correction of a sitting's marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarksCorrection {
    pub old: Marks,
    pub reason: Note,
    pub second: PersonId,
}

/// One entry of the exam's history; entries are added and never changed. A correction repeats the sitting's facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarksEntry {
    /// 1, or 2 for the re-sit.
    pub sitting: u32,
    /// The day of the exam.
    pub on: Day,
    pub marks: Marks,
    /// Two different people; none where a roll told the mark.
    pub examiners: Vec<Name>,
    /// None: a roll told the mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Name>,
    /// Nobody: a roll told it through the command line.
    pub by: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<MarksCorrection>,
}

/// What is recorded of a sitting besides its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SittingFacts {
    pub marks: Marks,
    pub examiners: Vec<Name>,
    pub place: Name,
}

/// What stands of each sitting, in their order.
#[must_use]
pub fn sittings(entries: &[MarksEntry]) -> Vec<&MarksEntry> {
    let mut standing: Vec<&MarksEntry> = Vec::new();
    for entry in entries {
        match standing.iter_mut().find(|other| other.sitting == entry.sitting) {
            Some(other) => *other = entry,
            None => standing.push(entry),
        }
    }
    standing.sort_by_key(|entry| entry.sitting);
    standing
}

/// The sitting whose mark stands: the highest total, the earlier one of equals.
#[must_use]
pub fn best(entries: &[MarksEntry]) -> Option<&MarksEntry> {
    sittings(entries).into_iter().rev().max_by_key(|entry| entry.marks.total)
}

/// The sitting that a certificate shows: the best, if it passed.
#[must_use]
pub fn passed<'a>(entries: &'a [MarksEntry], settings: &TrainingSettings) -> Option<&'a MarksEntry> {
    best(entries).filter(|entry| entry.marks.total.passes(settings))
}

/// One enrolment's exam, and who acts; the hand's day is the day of the exam.
#[derive(Clone, Copy, Debug)]
pub struct ExamScene<'a> {
    pub class: &'a ClassState,
    pub enrolment: &'a EnrolmentState,
    pub sessions: &'a [Session],
    /// Head teacher, teachers and those of the sessions.
    pub teachers: &'a [Teacher],
    pub tally: Tally,
    /// Oldest first.
    pub entries: &'a [MarksEntry],
    /// The enrolment's live certificate.
    pub certificate: Option<&'a CertificateNumber>,
    pub settings: &'a TrainingSettings,
    pub hand: Hand<'a>,
}

impl ExamScene<'_> {
    /// Both acts, refused ones included.
    #[must_use]
    pub fn next(&self) -> Vec<NextAct> {
        vec![
            NextAct::new(TrainingAct::RecordMarks, self.recordable()),
            NextAct::new(TrainingAct::CorrectMarks, self.correctable()),
        ]
    }

    /// Records the next sitting.
    ///
    /// # Errors
    /// `class_suspended`, `not_in_this_state` (of the class), `not_studying`, `no_right`, `in_the_future`,
    /// `only_teacher`, `certificate_issued`, `exam_before_last_session`, `no_exam_right`, `sittings_over`,
    /// `before_its_cause` (a re-sit not after the first sitting), `re_sit_over`, `missing_fact` (two examiners).
    pub fn record(&self, facts: SittingFacts) -> Result<MarksEntry, Refusal> {
        let refuse = |code| Refusal::new(TrainingAct::RecordMarks, code);
        self.recordable().map_err(refuse)?;
        two_different(&facts.examiners).map_err(refuse)?;
        let sitting = super::counted(sittings(self.entries).into_iter()).saturating_add(1);
        let SittingFacts { marks, examiners, place } = facts;
        let (on, by) = (self.hand.on, Some(self.hand.person));
        Ok(MarksEntry { sitting, on, marks, examiners, place: Some(place), by, correction: None })
    }

    /// Corrects the marks of a sitting; its day, examiners and place stay.
    ///
    /// # Errors
    /// `not_in_this_state` (of the class), `no_right`, `only_teacher`, `certificate_issued`, `missing_fact` (no such
    /// sitting, nothing changed), `reason_missing`, `no_second_person`.
    pub fn correct(
        &self,
        sitting: u32,
        marks: Marks,
        reason: Option<Note>,
        second: Option<PersonId>,
    ) -> Result<MarksEntry, Refusal> {
        let act = TrainingAct::CorrectMarks;
        let refuse = |code| Refusal::new(act, code);
        let missing = |fact| refuse(RefusalCode::MissingFact { fact });
        self.correctable().map_err(refuse)?;
        let standing = sittings(self.entries).into_iter().find(|entry| entry.sitting == sitting);
        let standing = standing.ok_or_else(|| missing(Fact::Entry))?;
        if standing.marks == marks {
            return Err(missing(Fact::Change));
        }
        let reason = given(act, reason)?;
        let second = second.filter(|second| *second != self.hand.person);
        let second = second.ok_or_else(|| refuse(RefusalCode::NoSecondPerson))?;
        let correction = Some(MarksCorrection { old: standing.marks, reason, second });
        Ok(MarksEntry { marks, by: Some(self.hand.person), correction, ..standing.clone() })
    }

    fn recordable(&self) -> Result<(), RefusalCode> {
        match self.class.stage() {
            ClassStage::Open | ClassStage::Finished => (),
            ClassStage::Suspended => return Err(RefusalCode::ClassSuspended),
            _ => return Err(self.class.elsewhere()),
        }
        self.enterable(TrainingAct::RecordMarks)?;
        match last_day(self.sessions) {
            Some(on) if self.hand.on < on => return Err(RefusalCode::ExamBeforeLastSession { on }),
            _ => (),
        }
        self.has_right()?;
        self.sitting_left()
    }

    fn correctable(&self) -> Result<(), RefusalCode> {
        if !matches!(self.class.stage(), ClassStage::Open | ClassStage::Suspended | ClassStage::Finished) {
            return Err(self.class.elsewhere());
        }
        self.enterable(TrainingAct::CorrectMarks)?;
        let missing = self.entries.is_empty();
        if missing { Err(RefusalCode::MissingFact { fact: Fact::Entry }) } else { Ok(()) }
    }

    /// Who enters marks, and that no certificate rests on them.
    fn enterable(&self, act: TrainingAct) -> Result<(), RefusalCode> {
        self.hand.guard(act, self.class.opening().map_or(self.hand.on, |opening| opening.on))?;
        let alone = self.teachers.iter().all(|teacher| teacher.is_hand(&self.hand));
        if alone && !self.teachers.is_empty() {
            return Err(RefusalCode::OnlyTeacher);
        }
        match self.certificate {
            Some(number) => Err(RefusalCode::CertificateIssued { number: number.clone() }),
            None => Ok(()),
        }
    }

    fn has_right(&self) -> Result<(), RefusalCode> {
        let studied = matches!(
            self.enrolment,
            EnrolmentState::Studying { .. }
                | EnrolmentState::Completed { .. }
                | EnrolmentState::Failed { .. }
        );
        if !studied {
            return Err(RefusalCode::NotStudying { stage: self.enrolment.stage() });
        }
        if self.tally.suffices(self.settings) {
            return Ok(());
        }
        let needed = self.settings.attendance_percent_min;
        Err(RefusalCode::NoExamRight { percent: self.tally.percent(), needed })
    }

    fn sitting_left(&self) -> Result<(), RefusalCode> {
        let sat = sittings(self.entries);
        let max = self.settings.sittings_max;
        if super::counted(sat.iter()) >= max {
            return Err(RefusalCode::SittingsOver { max });
        }
        let (Some(first), Some(last)) = (sat.first(), sat.last()) else { return Ok(()) };
        let cause = plus_days(last.on, 1);
        if self.hand.on < cause {
            return Err(RefusalCode::BeforeItsCause { cause });
        }
        let last_day = plus_days(first.on, self.settings.re_sit_days_max);
        if self.hand.on > last_day { Err(RefusalCode::ReSitOver { last_day }) } else { Ok(()) }
    }
}

fn plus_days(day: Day, days: u32) -> Day {
    day.checked_add_days(chrono::Days::new(u64::from(days))).unwrap_or(Day::MAX)
}

/// Two examiners at least, and no name twice.
fn two_different(examiners: &[Name]) -> Result<(), RefusalCode> {
    let mut names: Vec<String> = examiners.iter().map(|name| fold(name.as_str())).collect();
    names.sort();
    names.dedup();
    if names.len() < 2 || names.len() < examiners.len() {
        return Err(RefusalCode::MissingFact { fact: Fact::Examiners });
    }
    Ok(())
}
