//! What is kept of an enrolment besides its state: consent, and where the person goes to work.

use domain::id::EnrolmentId;
use domain::role::Power;
use domain::training::Consent;
use domain::value::{FreeText, Line};
use serde::{Deserialize, Serialize};

use super::desk::{TrainingDesk, seen};
use super::record::EnrolmentRecord;
use super::trace::Moving;
use crate::entity::enrolment;
use crate::error::Error;

/// What is kept of an enrolment besides its state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentDetails {
    pub consent: Option<Consent>,
    pub destination: Option<Line<60>>,
    pub employer: Option<Line<100>>,
    pub contract_months: Option<u16>,
    pub remark: Option<FreeText<500>>,
}

impl TrainingDesk<'_> {
    /// Puts what is kept of an enrolment besides its state in place of what was; its new version.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Conflict`] when somebody was faster.
    pub async fn edit_enrolment(
        &self,
        id: EnrolmentId,
        version: i32,
        details: EnrolmentDetails,
    ) -> Result<i32, Error> {
        self.store.must_write()?;
        self.store.require(Power::RunTraining)?;
        let old = self.enrolment_record(id).await?;
        seen(version, old.version)?;
        let EnrolmentDetails { consent, destination, employer, contract_months, remark } = details.clone();
        let record = EnrolmentRecord {
            version: version + 1,
            consent,
            destination,
            employer,
            contract_months,
            remark,
            ..old.clone()
        };
        self.store.update::<enrolment::Entity>(record.row(self.store.now())?).await?;
        let payload = serde_json::json!({ "before": details_of(&old), "after": details });
        self.store.audit("edit_enrolment", &id.to_string(), &payload).await?;
        let (stage, on) = (record.state.stage().word(), self.store.today());
        let moved = Moving {
            subject: id.0,
            act: "edit_enrolment",
            before: stage,
            after: stage,
            on,
            reason: String::new(),
        };
        self.store.training_moved(vec![moved]).await?;
        Ok(record.version)
    }
}

fn details_of(record: &EnrolmentRecord) -> EnrolmentDetails {
    EnrolmentDetails {
        consent: record.consent.clone(),
        destination: record.destination.clone(),
        employer: record.employer.clone(),
        contract_months: record.contract_months,
        remark: record.remark.clone(),
    }
}
