//! The training certificate (培训证书): issued once for an enrolment, replaced or revoked, never changed.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::exam::passed;
use super::hand::given;
use super::words::words;
use super::{
    CertificateNumber, CertificateStage, ClassState, EnrolmentState, Hand, Mark, MarksEntry, Name, NextAct,
    Note, Refusal, RefusalCode, Standing, Trade, TrainingAct, TrainingSettings,
};
use crate::Day;
use crate::id::{EnrolmentId, PersonId};
use crate::value::{AreaCode, PersonName};

words! {
    /// Why a certificate is replaced.
    ReplacementGround {
        Lost = "lost", "遗失", "lost";
        Damaged = "damaged", "损坏", "damaged";
        NameChange = "name_change", "更名", "change of name";
    }
}

/// Where a certificate stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum CertificateState {
    /// Nobody: a roll told it through the command line.
    Issued {
        on: Day,
        by: Option<PersonId>,
    },
    Replaced {
        on: Day,
        by: PersonId,
        ground: ReplacementGround,
        with: CertificateNumber,
    },
    Revoked {
        on: Day,
        by: PersonId,
        reason: Note,
        decision: Name,
    },
}

/// What is printed: a snapshot that no renaming changes. The identity number is sealed beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateFacts {
    pub name: PersonName,
    pub trade: Trade,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Name>,
    /// Hours of teaching (学时) credited.
    pub hours: u32,
    /// The total of the sitting that passed.
    pub mark: Mark,
    pub sitting: u32,
    pub exam_on: Day,
    pub issuer: Name,
    pub signer: Name,
}

/// What the issuing bureau adds to what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub name: PersonName,
    pub trade: Trade,
    pub level: Option<Name>,
    pub issuer: Name,
    pub signer: Name,
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    pub number: CertificateNumber,
    pub enrolment: EnrolmentId,
    /// The number that this one stands in for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<CertificateNumber>,
    pub facts: CertificateFacts,
    pub state: CertificateState,
}

/// The number that is about to be given.
#[derive(Clone, Copy, Debug)]
pub struct NewNumber<'a> {
    pub number: &'a CertificateNumber,
    /// The issuing county.
    pub county: &'a AreaCode,
    /// The number was given before, anywhere in the city.
    pub is_taken: bool,
}

/// An enrolment that may get its certificate, and who issues it.
#[derive(Clone, Copy, Debug)]
pub struct IssueScene<'a> {
    pub class: &'a ClassState,
    pub enrolment_id: EnrolmentId,
    pub enrolment: &'a EnrolmentState,
    /// The exam's history, oldest first.
    pub exam: &'a [MarksEntry],
    /// The enrolment's live certificate.
    pub live: Option<&'a CertificateNumber>,
    pub settings: &'a TrainingSettings,
    pub hand: Hand<'a>,
}

impl IssueScene<'_> {
    /// The one act, refused or not.
    #[must_use]
    pub fn next(&self) -> NextAct {
        NextAct::new(TrainingAct::IssueCertificate, self.guard().map(|_| ()))
    }

    /// Issues the certificate on the hand's day.
    ///
    /// # Errors
    /// `class_not_finished`, `attendance_short`, `not_in_this_state` (of the enrolment), `certificate_without_pass`,
    /// `live_certificate`, `no_right`, `in_the_future`, `issue_before_exam`, `before_its_cause` (before the class's
    /// end), `wrong_county`, `wrong_year`, `number_taken`.
    pub fn issue(&self, paper: Paper, number: NewNumber<'_>) -> Result<Certificate, Refusal> {
        let refuse = |code| Refusal::new(TrainingAct::IssueCertificate, code);
        let (hours, sitting) = self.guard().map_err(refuse)?;
        number.fits(self.hand.on).map_err(refuse)?;
        let Paper { name, trade, level, issuer, signer } = paper;
        let (mark, exam_on, sitting) = (sitting.marks.total, sitting.on, sitting.sitting);
        Ok(Certificate {
            number: number.number.clone(),
            enrolment: self.enrolment_id,
            replaces: None,
            facts: CertificateFacts { name, trade, level, hours, mark, sitting, exam_on, issuer, signer },
            state: CertificateState::Issued { on: self.hand.on, by: Some(self.hand.person) },
        })
    }

    /// The hours credited and the sitting that passed.
    fn guard(&self) -> Result<(u32, &MarksEntry), RefusalCode> {
        let finished_on = self.class.finished_on().ok_or(RefusalCode::ClassNotFinished)?;
        let tally = match self.enrolment {
            EnrolmentState::Completed { tally, .. } => tally,
            EnrolmentState::Failed { tally, .. } => {
                let needed = self.settings.attendance_percent_min;
                return Err(RefusalCode::AttendanceShort { percent: tally.percent(), needed });
            }
            other => {
                return Err(RefusalCode::NotInThisState { state: Standing::Enrolment(other.stage()) });
            }
        };
        let pass_mark = self.settings.pass_mark;
        let sitting =
            passed(self.exam, self.settings).ok_or(RefusalCode::CertificateWithoutPass { pass_mark })?;
        if let Some(number) = self.live {
            return Err(RefusalCode::LiveCertificate { number: number.clone() });
        }
        if self.hand.on < sitting.on {
            return Err(RefusalCode::IssueBeforeExam { on: sitting.on });
        }
        self.hand.guard(TrainingAct::IssueCertificate, finished_on)?;
        Ok((tally.credited, sitting))
    }
}

impl NewNumber<'_> {
    fn fits(&self, on: Day) -> Result<(), RefusalCode> {
        if self.number.county() != self.county {
            return Err(RefusalCode::WrongCounty { county: self.county.clone() });
        }
        if self.number.year() != on.year() {
            return Err(RefusalCode::WrongYear { year: on.year() });
        }
        match self.is_taken {
            true => Err(RefusalCode::NumberTaken { number: self.number.clone() }),
            false => Ok(()),
        }
    }
}

/// The acts of a certificate; both only from a valid one.
const ACTS: [TrainingAct; 2] = [TrainingAct::ReplaceCertificate, TrainingAct::RevokeCertificate];

impl CertificateState {
    /// The state's name.
    #[must_use]
    pub fn stage(&self) -> CertificateStage {
        match self {
            CertificateState::Issued { .. } => CertificateStage::Issued,
            CertificateState::Replaced { .. } => CertificateStage::Replaced,
            CertificateState::Revoked { .. } => CertificateStage::Revoked,
        }
    }

    /// The day of what brought the certificate here.
    #[must_use]
    pub fn since(&self) -> Day {
        match self {
            CertificateState::Issued { on, .. }
            | CertificateState::Replaced { on, .. }
            | CertificateState::Revoked { on, .. } => *on,
        }
    }
}

impl Certificate {
    /// Whether it is valid.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self.state, CertificateState::Issued { .. })
    }

    /// The acts that the state knows, refused ones included; none once it is replaced or revoked.
    #[must_use]
    pub fn next(&self, hand: &Hand<'_>) -> Vec<NextAct> {
        if !self.is_live() {
            return Vec::new();
        }
        ACTS.into_iter().map(|act| NextAct::new(act, self.guard(act, hand))).collect()
    }

    /// Gives a new certificate for a lost or damaged one, or under a new name: the old one and the new one, each with
    /// the number of the other.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `wrong_county`, `wrong_year`, `number_taken`.
    pub fn replace(
        self,
        ground: ReplacementGround,
        new_name: Option<PersonName>,
        number: NewNumber<'_>,
        hand: &Hand<'_>,
    ) -> Result<(Certificate, Certificate), Refusal> {
        let refuse = |code| Refusal::new(TrainingAct::ReplaceCertificate, code);
        self.guard(TrainingAct::ReplaceCertificate, hand).map_err(refuse)?;
        number.fits(hand.on).map_err(refuse)?;
        if *number.number == self.number {
            return Err(refuse(RefusalCode::NumberTaken { number: self.number }));
        }
        let (on, by, with) = (hand.on, hand.person, number.number.clone());
        let name = new_name.unwrap_or_else(|| self.facts.name.clone());
        let new = Certificate {
            number: with.clone(),
            enrolment: self.enrolment,
            replaces: Some(self.number.clone()),
            facts: CertificateFacts { name, ..self.facts.clone() },
            state: CertificateState::Issued { on, by: Some(by) },
        };
        let old = Certificate { state: CertificateState::Replaced { on, by, ground, with }, ..self };
        Ok((old, new))
    }

    /// Revokes: false identity, a stand-in at the exam, wrong marks.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `reason_missing`.
    pub fn revoke(
        self,
        reason: Option<Note>,
        decision: Name,
        hand: &Hand<'_>,
    ) -> Result<Certificate, Refusal> {
        let act = TrainingAct::RevokeCertificate;
        self.guard(act, hand).map_err(|code| Refusal::new(act, code))?;
        let reason = given(act, reason)?;
        let state = CertificateState::Revoked { on: hand.on, by: hand.person, reason, decision };
        Ok(Certificate { state, ..self })
    }

    fn guard(&self, act: TrainingAct, hand: &Hand<'_>) -> Result<(), RefusalCode> {
        if !self.is_live() {
            return Err(RefusalCode::NotInThisState { state: Standing::Certificate(self.state.stage()) });
        }
        hand.guard(act, self.state.since())
    }
}
