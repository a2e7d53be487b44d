//! Certificates (培训证书): issued for many at once, replaced, revoked; a number is given once.

use std::collections::BTreeSet;

use chrono::Datelike;
use domain::Day;
use domain::id::{CertificateId, ClassId, EnrolmentId, TraineeId};
use domain::role::Power;
use domain::training::{
    Certificate, CertificateNumber, IssueScene, Name, NewNumber, Note, Paper, Refusal, ReplacementGround,
    TrainingAct,
};
use domain::value::{AreaCode, PersonName};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};

use super::desk::{Answer, RowOutcome, TrainingDesk, seen};
use super::exam::ExamRoom;
use super::load::{OpenClass, live_number};
use super::record::{CertificateRecord, new_id, text};
use super::trace::Moving;
use crate::entity::{certificate, trainee};
use crate::error::Error;
use crate::tokens::tokens_of;

/// How certificates are called among the nouns that are searched.
pub(crate) const NOUN: &str = "certificate";
/// What begins the word under which a county's serials are counted.
const COUNTER: &str = "LW";
/// Rows of one issue.
const ROWS_MAX: usize = 2_000;

/// What the issuing bureau prints on every certificate of an issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueFacts {
    pub level: Option<Name>,
    pub issuer: Name,
    pub signer: Name,
}

/// A certificate's number as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The new certificate.
    pub id: CertificateId,
    pub number: CertificateNumber,
}

impl TrainingDesk<'_> {
    /// Issues the certificates of people of a class, each row answered by itself, in the order of the rows. A row that
    /// is refused takes no number.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown class, [`Error::Invalid`] for more rows than a class has people, for a bureau
    /// without an area code, and when the serials of the year are used up.
    pub async fn issue_certificates(
        &self,
        class: ClassId,
        on: Day,
        enrolments: Vec<EnrolmentId>,
        facts: IssueFacts,
    ) -> Result<Vec<RowOutcome<Replaced>>, Error> {
        self.acting(on)?;
        if enrolments.len() > ROWS_MAX {
            return Err(Error::Invalid { field: "rows", code: "too_many" });
        }
        let open = self.open_class(class).await?;
        let mut room = self.exam_room(&open).await?;
        let people: BTreeSet<_> = enrolments
            .iter()
            .filter_map(|id| open.enrolment(*id).ok())
            .map(|record| record.trainee.0)
            .collect();
        let people = self.trainee_rows(people).await?;
        let mut outcomes = Vec::with_capacity(enrolments.len());
        let mut counted = Vec::new();
        for id in enrolments {
            let Ok(record) = open.enrolment(id) else {
                outcomes.push(RowOutcome::Unknown);
                continue;
            };
            let person = people.get(&record.trainee.0).ok_or(Error::NotFound)?;
            outcomes.push(match self.issue(&open, &room, id, person, on, &facts).await? {
                Ok(issued) => {
                    let given = Replaced { id: issued.id, number: issued.certificate.number.clone() };
                    room.live.insert(id, issued);
                    counted.push(id.0);
                    RowOutcome::Done(given)
                }
                Err(refusal) => RowOutcome::Refused(refusal),
            });
        }
        self.store.count_people(counted).await?;
        Ok(outcomes)
    }

    async fn issue(
        &self,
        open: &OpenClass,
        room: &ExamRoom,
        id: EnrolmentId,
        person: &trainee::Model,
        on: Day,
        facts: &IssueFacts,
    ) -> Answer<CertificateRecord> {
        let scene = self.issue_scene(open, room, id, self.acting(on)?)?;
        if let Some(refusal) = scene.next().refusal {
            return Ok(Err(refusal));
        }
        let name = PersonName::parse(&person.name).map_err(Error::down)?;
        let IssueFacts { level, issuer, signer } = facts.clone();
        let paper = Paper { name, trade: open.class.plan.trade.clone(), level, issuer, signer };
        let (county, number) = self.next_certificate_number(on).await?;
        let number = NewNumber { number: &number, county: &county, is_taken: false };
        let certificate = match scene.issue(paper, number) {
            Ok(certificate) => certificate,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let masked = person.id_number_masked.clone();
        let record = self.new_certificate(certificate, masked, on).await?;
        self.certificate_moved(TrainingAct::IssueCertificate, on, String::new(), None, &record).await?;
        Ok(Ok(record))
    }

    /// Replaces a certificate as the author saw it; the new one.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when somebody was faster; [`Error::Invalid`] as for an issue.
    pub async fn replace_certificate(
        &self,
        id: CertificateId,
        version: i32,
        on: Day,
        ground: ReplacementGround,
        new_name: Option<PersonName>,
    ) -> Answer<Replaced> {
        let hand = self.acting(on)?;
        let old = self.certificate_record(id).await?;
        seen(version, old.version)?;
        if let Some(refusal) = refused(&old.certificate, TrainingAct::ReplaceCertificate, &hand) {
            return Ok(Err(refusal));
        }
        let (county, number) = self.next_certificate_number(on).await?;
        let given = NewNumber { number: &number, county: &county, is_taken: false };
        let replaced = old.certificate.clone().replace(ground, new_name, given, &hand);
        let (certificate, new) = match replaced {
            Ok(both) => both,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let act = TrainingAct::ReplaceCertificate;
        self.change_certificate(act, on, ground.word().to_owned(), &old, certificate).await?;
        let enrolment = self.enrolment_record(new.enrolment).await?;
        let masked = self.trainee_row_of(TraineeId(enrolment.trainee.0)).await?.id_number_masked;
        let record = self.new_certificate(new, masked, on).await?;
        self.certificate_moved(act, on, ground.word().to_owned(), None, &record).await?;
        self.store.count_people([record.certificate.enrolment.0]).await?;
        Ok(Ok(Replaced { id: record.id, number }))
    }

    /// Revokes a certificate as the author saw it.
    ///
    /// # Errors
    /// The rule that says no; [`Error::Conflict`] when somebody was faster.
    pub async fn revoke_certificate(
        &self,
        id: CertificateId,
        version: i32,
        on: Day,
        reason: Option<Note>,
        decision: Name,
    ) -> Answer<()> {
        let hand = self.acting(on)?;
        let old = self.certificate_record(id).await?;
        seen(version, old.version)?;
        let certificate = match old.certificate.clone().revoke(reason.clone(), decision, &hand) {
            Ok(certificate) => certificate,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let reason = text(reason.as_ref());
        self.change_certificate(TrainingAct::RevokeCertificate, on, reason, &old, certificate).await?;
        self.store.count_people([old.certificate.enrolment.0]).await?;
        Ok(Ok(()))
    }

    pub(super) fn issue_scene<'b>(
        &'b self,
        open: &'b OpenClass,
        room: &'b ExamRoom,
        id: EnrolmentId,
        hand: domain::training::Hand<'b>,
    ) -> Result<IssueScene<'b>, Error> {
        Ok(IssueScene {
            class: &open.class.state,
            enrolment_id: id,
            enrolment: &open.enrolment(id)?.state,
            exam: room.entries(id),
            live: live_number(&room.live, id),
            settings: &self.settings,
            hand,
        })
    }

    pub(super) async fn certificate_record(&self, id: CertificateId) -> Result<CertificateRecord, Error> {
        let row = self.store.find::<certificate::Entity>().filter(certificate::Column::Id.eq(id.0));
        CertificateRecord::of(row.one(self.store.tx()).await?.ok_or(Error::NotFound)?)
    }

    /// Certificates of a year were numbered up to `last` before the bureau came here: the bureau's administrator.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Invalid`] for a bureau without an area code, [`Error::Setup`] in a reading transaction,
    /// [`Error::Down`] when the database fails.
    pub async fn certificates_numbered_until(&self, year: i32, last: u32) -> Result<(), Error> {
        self.store.require(Power::AdministerBureau)?;
        let word = format!("{COUNTER}{}", self.county()?);
        self.store.numbers_given_until(&word, year, last).await?;
        let payload = serde_json::json!({ "year": year, "after": { "last": last } });
        self.store.audit("number_set", &word, &payload).await.map(drop)
    }

    fn county(&self) -> Result<AreaCode, Error> {
        let none = Error::Invalid { field: "bureau", code: "no_area_code" };
        AreaCode::parse(self.store.bureau().code.as_deref().ok_or(none)?).map_err(Error::down)
    }

    /// The next number of the bureau's county in the year of the issue; those that a roll brought are passed over.
    async fn next_certificate_number(&self, on: Day) -> Result<(AreaCode, CertificateNumber), Error> {
        let county = self.county()?;
        let (word, over) = (format!("{COUNTER}{county}"), Error::Invalid { field: "serial", code: "range" });
        loop {
            let serial = self.store.next_number(&word, on.year()).await?;
            let last = u32::try_from(serial - 1).map_err(Error::down)?;
            let Ok(number) = CertificateNumber::next(&county, on, last) else { return Err(over) };
            let taken = self.store.find::<certificate::Entity>();
            let taken = taken.filter(certificate::Column::Number.eq(number.to_string()));
            let taken = taken.select_only().column(certificate::Column::Id).into_tuple::<uuid::Uuid>();
            if taken.one(self.store.tx()).await?.is_none() {
                return Ok((county, number));
            }
        }
    }

    async fn new_certificate(
        &self,
        certificate: Certificate,
        id_number_masked: String,
        issued_on: Day,
    ) -> Result<CertificateRecord, Error> {
        let (id, created_at) = (CertificateId(new_id()), self.store.now());
        let record =
            CertificateRecord { id, version: 1, certificate, id_number_masked, issued_on, created_at };
        self.store.insert::<certificate::Entity>(record.row(created_at)?).await?;
        self.store.insert_tokens(NOUN, &[(id.0, certificate_tokens(&record))]).await?;
        Ok(record)
    }

    async fn change_certificate(
        &self,
        act: TrainingAct,
        on: Day,
        reason: String,
        old: &CertificateRecord,
        certificate: Certificate,
    ) -> Result<(), Error> {
        let record = CertificateRecord { version: old.version + 1, certificate, ..old.clone() };
        self.store.update::<certificate::Entity>(record.row(self.store.now())?).await?;
        self.certificate_moved(act, on, reason, Some(old), &record).await
    }

    async fn certificate_moved(
        &self,
        act: TrainingAct,
        on: Day,
        reason: String,
        before: Option<&CertificateRecord>,
        after: &CertificateRecord,
    ) -> Result<(), Error> {
        let payload = serde_json::json!({
            "on": on, "reason": reason, "id_number": after.id_number_masked,
            "before": before.map(|record| &record.certificate), "after": after.certificate,
        });
        self.store.audit(act.word(), &after.id.to_string(), &payload).await?;
        let before = before.map_or("", |record| record.certificate.state.stage().word());
        let (subject, after) = (after.id.0, after.certificate.state.stage().word());
        self.store.training_moved(vec![Moving { subject, act: act.word(), before, after, on, reason }]).await
    }
}

/// Why an act of a certificate cannot be done, if it cannot, before a number is taken for it.
fn refused(
    certificate: &Certificate,
    act: TrainingAct,
    hand: &domain::training::Hand<'_>,
) -> Option<Refusal> {
    use domain::training::{RefusalCode, Standing};
    let elsewhere = || Refusal {
        act,
        code: RefusalCode::NotInThisState { state: Standing::Certificate(certificate.state.stage()) },
    };
    match certificate.next(hand).into_iter().find(|next| next.act == act) {
        Some(next) => next.refusal,
        None => Some(elsewhere()),
    }
}

/// The words by which a certificate is found.
pub(crate) fn certificate_tokens(of: &CertificateRecord) -> BTreeSet<String> {
    let number = of.certificate.number.to_string();
    tokens_of([of.holder()], [number.as_str()])
}
