//! Between the tables and the domain: one record a noun, and the one function that makes its row.

use domain::id::{CertificateId, ClassId, EnrolmentId, ProgrammeId, TraineeId};
use domain::training::{
    Amendment, Certificate, ClassPlan, ClassState, Consent, EnrolmentState, ProgrammePlan, ProgrammeState,
    Session,
};
use domain::value::{FreeText, Line, fold};
use domain::{Day, Instant};
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entity::{certificate, class, class_session, enrolment, programme};
use crate::error::Error;

/// A programme as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeRecord {
    pub id: ProgrammeId,
    /// Grows with each change; an act sends it back.
    pub version: i32,
    pub plan: ProgrammePlan,
    pub state: ProgrammeState,
    /// Changes of the target after the approval, oldest first.
    pub amendments: Vec<Amendment>,
    pub created_at: Instant,
}

/// What stands in a programme's `facts`.
#[derive(Serialize, Deserialize)]
struct ProgrammeFacts {
    #[serde(flatten)]
    state: ProgrammeState,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    amendments: Vec<Amendment>,
}

/// A class as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassRecord {
    pub id: ClassId,
    /// Grows with each act of the class; people who come and go leave it.
    pub version: i32,
    pub plan: ClassPlan,
    pub state: ClassState,
    /// People with a place.
    pub placed: u32,
    /// People who wait.
    pub waiting: u32,
    pub created_at: Instant,
}

/// A session as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRecord {
    pub version: i32,
    /// Its id is the row's; its sign-ins are counted when it is read.
    pub session: Session,
    pub created_at: Instant,
}

/// An enrolment as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolmentRecord {
    pub id: EnrolmentId,
    pub version: i32,
    pub class: ClassId,
    pub trainee: TraineeId,
    /// First day of the class.
    pub opens_on: Day,
    /// Last day of the class.
    pub ends_on: Day,
    pub state: EnrolmentState,
    pub consent: Option<Consent>,
    /// Where the person goes to work.
    pub destination: Option<Line<60>>,
    pub employer: Option<Line<100>>,
    pub contract_months: Option<u16>,
    pub remark: Option<FreeText<500>>,
    pub created_at: Instant,
}

/// A certificate as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateRecord {
    pub id: CertificateId,
    pub version: i32,
    pub certificate: Certificate,
    /// As it was when it was issued.
    pub id_number_masked: String,
    pub issued_on: Day,
    pub created_at: Instant,
}

impl ProgrammeRecord {
    pub(crate) fn of(row: programme::Model) -> Result<Self, Error> {
        let facts: ProgrammeFacts = read(&row.facts)?;
        Ok(ProgrammeRecord {
            id: ProgrammeId(row.id),
            version: row.version,
            plan: read(&row.plan)?,
            state: facts.state,
            amendments: facts.amendments,
            created_at: Instant(row.created_at),
        })
    }

    pub(crate) fn row(&self, now: Instant) -> Result<programme::ActiveModel, Error> {
        let facts = ProgrammeFacts { state: self.state.clone(), amendments: self.amendments.clone() };
        Ok(programme::ActiveModel {
            id: Set(self.id.0),
            year: Set(self.plan.year),
            trade: Set(self.plan.trade.key()),
            kind: Set(self.plan.kind.word().to_owned()),
            title: Set(self.plan.title.to_string()),
            target: Set(number(self.plan.target)?),
            state: Set(self.state.stage().word().to_owned()),
            plan: Set(write(&self.plan)?),
            facts: Set(write(&facts)?),
            created_at: Set(self.created_at.0),
            updated_at: Set(now.0),
            version: Set(self.version),
            ..Default::default()
        })
    }
}

impl ClassRecord {
    pub(crate) fn of(row: class::Model) -> Result<Self, Error> {
        Ok(ClassRecord {
            id: ClassId(row.id),
            version: row.version,
            plan: read(&row.plan)?,
            state: read(&row.facts)?,
            placed: u32::try_from(row.placed).map_err(Error::down)?,
            waiting: u32::try_from(row.waiting).map_err(Error::down)?,
            created_at: Instant(row.created_at),
        })
    }

    pub(crate) fn row(&self, now: Instant) -> Result<class::ActiveModel, Error> {
        let plan = &self.plan;
        Ok(class::ActiveModel {
            id: Set(self.id.0),
            programme_id: Set(plan.programme.0),
            name: Set(plan.name.to_string()),
            name_key: Set(fold(plan.name.as_str())),
            trade: Set(plan.trade.key()),
            opens_on: Set(plan.opens_on),
            ends_on: Set(plan.ends_on),
            capacity: Set(number(plan.capacity)?),
            placed: Set(number(self.placed)?),
            waiting: Set(number(self.waiting)?),
            state: Set(self.state.stage().word().to_owned()),
            plan: Set(write(plan)?),
            facts: Set(write(&self.state)?),
            created_at: Set(self.created_at.0),
            updated_at: Set(now.0),
            version: Set(self.version),
            ..Default::default()
        })
    }
}

impl SessionRecord {
    pub(crate) fn of(row: class_session::Model, sign_ins: u32) -> Result<Self, Error> {
        let session = Session { sign_ins, ..read(&row.facts)? };
        Ok(SessionRecord { version: row.version, session, created_at: Instant(row.created_at) })
    }

    pub(crate) fn row(&self, now: Instant) -> Result<class_session::ActiveModel, Error> {
        // The number of sign-ins is never kept: it is that of the rows.
        let facts = Session { sign_ins: 0, ..self.session.clone() };
        Ok(class_session::ActiveModel {
            id: Set(facts.id.0),
            class_id: Set(facts.class.0),
            held_on: Set(facts.on),
            facts: Set(write(&facts)?),
            created_at: Set(self.created_at.0),
            updated_at: Set(now.0),
            version: Set(self.version),
            ..Default::default()
        })
    }
}

impl EnrolmentRecord {
    pub(crate) fn of(row: enrolment::Model) -> Result<Self, Error> {
        Ok(EnrolmentRecord {
            id: EnrolmentId(row.id),
            version: row.version,
            class: ClassId(row.class_id),
            trainee: TraineeId(row.trainee_id),
            opens_on: row.opens_on,
            ends_on: row.ends_on,
            state: read(&row.facts)?,
            consent: if row.consent.is_empty() { None } else { Some(read(&row.consent)?) },
            destination: Line::parse(&row.destination).ok(),
            employer: Line::parse(&row.employer).ok(),
            contract_months: row.contract_months.and_then(|months| u16::try_from(months).ok()),
            remark: FreeText::parse(&row.remark).ok(),
            created_at: Instant(row.created_at),
        })
    }

    pub(crate) fn row(&self, now: Instant) -> Result<enrolment::ActiveModel, Error> {
        Ok(enrolment::ActiveModel {
            id: Set(self.id.0),
            class_id: Set(self.class.0),
            trainee_id: Set(self.trainee.0),
            opens_on: Set(self.opens_on),
            ends_on: Set(self.ends_on),
            state: Set(self.state.stage().word().to_owned()),
            facts: Set(write(&self.state)?),
            consent: Set(self.consent.as_ref().map(write).transpose()?.unwrap_or_default()),
            destination: Set(text(self.destination.as_ref())),
            employer: Set(text(self.employer.as_ref())),
            contract_months: Set(self.contract_months.map(i32::from)),
            remark: Set(text(self.remark.as_ref())),
            created_at: Set(self.created_at.0),
            updated_at: Set(now.0),
            version: Set(self.version),
            ..Default::default()
        })
    }
}

impl CertificateRecord {
    /// The holder's name as it was when the certificate was issued.
    #[must_use]
    pub fn holder(&self) -> &str {
        self.certificate.facts.name.as_str()
    }

    pub(crate) fn of(row: certificate::Model) -> Result<Self, Error> {
        Ok(CertificateRecord {
            id: CertificateId(row.id),
            version: row.version,
            certificate: read(&row.facts)?,
            id_number_masked: row.id_number_masked,
            issued_on: row.issued_on,
            created_at: Instant(row.created_at),
        })
    }

    pub(crate) fn row(&self, now: Instant) -> Result<certificate::ActiveModel, Error> {
        let certificate = &self.certificate;
        Ok(certificate::ActiveModel {
            id: Set(self.id.0),
            enrolment_id: Set(certificate.enrolment.0),
            number: Set(certificate.number.to_string()),
            holder: Set(self.holder().to_owned()),
            id_number_masked: Set(self.id_number_masked.clone()),
            issued_on: Set(self.issued_on),
            state: Set(certificate.state.stage().word().to_owned()),
            facts: Set(write(certificate)?),
            created_at: Set(self.created_at.0),
            updated_at: Set(now.0),
            version: Set(self.version),
            ..Default::default()
        })
    }
}

/// A time-ordered id for a new row.
pub(crate) fn new_id() -> Uuid {
    Uuid::now_v7()
}

pub(super) fn read<T: for<'a> Deserialize<'a>>(json: &str) -> Result<T, Error> {
    serde_json::from_str(json).map_err(Error::down)
}

pub(super) fn write(facts: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(facts).map_err(Error::down)
}

fn number(count: u32) -> Result<i32, Error> {
    i32::try_from(count).map_err(|_| Error::Invalid { field: "number", code: "range" })
}

pub(super) fn text(value: Option<&impl ToString>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}
