//! Certificates, newest issue first, and one with its holder's chain.

use domain::Day;
use domain::id::{CertificateId, ClassId, TraineeId};
use domain::role::Power;
use domain::training::NextAct;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, Select};

use super::Page;
use super::search::{HITS_MAX, words};
use crate::PAGE_ROWS;
use crate::entity::certificate::{Column, Entity, Model};
use crate::error::Error;
use crate::tokens::holds;
use crate::training::certificate::NOUN;
use crate::training::desk::TrainingDesk;
use crate::training::record::CertificateRecord;
use crate::training::trace::EventRecord;

/// What a list of certificates is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CertificateFilter {
    /// The year of the issue.
    pub year: Option<i32>,
    /// The holder's name, also by pinyin or initials, or the beginning or end of the number; blank for all.
    pub search: String,
}

/// A certificate in a list.
pub type CertificateLine = CertificateRecord;

/// A certificate with what hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificatePage {
    pub certificate: CertificateRecord,
    pub class: ClassId,
    pub class_name: String,
    pub trainee: TraineeId,
    /// The enrolment's other certificates: what this one replaces, and what replaces it; oldest first.
    pub others: Vec<CertificateRecord>,
    pub next: Vec<NextAct>,
    pub events: Vec<EventRecord>,
}

impl TrainingDesk<'_> {
    /// A page of the bureau's certificates.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`] when the page is said to begin after
    /// a row that is not there.
    pub async fn certificates(
        &self,
        filter: &CertificateFilter,
        after: Option<CertificateId>,
    ) -> Result<Page<CertificateLine, CertificateId>, Error> {
        self.store.require(Power::ReadRecords)?;
        if !filter.search.trim().is_empty() {
            return self.found_certificates(filter, after).await;
        }
        let mut list = self.filtered_certificates(filter);
        let total = self.total(list.clone()).await?;
        if let Some(after) = after {
            let last = self.certificate_record(after).await?;
            let (day, id) = (last.issued_on, last.id.0);
            let same = Condition::all().add(Column::IssuedOn.eq(day)).add(Column::Id.lt(id));
            // The first condition alone enters the index where the page begins.
            list = list.filter(Column::IssuedOn.lte(day));
            list = list.filter(Condition::any().add(Column::IssuedOn.lt(day)).add(same));
        }
        let list = list.order_by_desc(Column::IssuedOn).order_by_desc(Column::Id).limit(PAGE_ROWS + 1);
        let rows = list.all(self.store.tx()).await?;
        let rows = rows.into_iter().map(CertificateRecord::of).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::of(rows, total, |row| row.id))
    }

    async fn found_certificates(
        &self,
        filter: &CertificateFilter,
        after: Option<CertificateId>,
    ) -> Result<Page<CertificateLine, CertificateId>, Error> {
        let words = words(&filter.search);
        let found = self.store.token_candidates(NOUN, &words).await?;
        let mut rows: Vec<Model> = Vec::new();
        if !found.ids.is_empty() {
            let which = self.filtered_certificates(filter).filter(Column::Id.is_in(found.ids));
            rows = which.all(self.store.tx()).await?;
        }
        let fits =
            |row: &Model| words.iter().all(|word| holds(&row.holder, word) || holds(&row.number, word));
        rows.retain(fits);
        rows.sort_unstable_by_key(|row| std::cmp::Reverse((row.issued_on, row.id)));
        let more = found.more || rows.len() > HITS_MAX;
        rows.truncate(HITS_MAX);
        let hits = rows.into_iter().map(CertificateRecord::of).collect::<Result<Vec<_>, _>>()?;
        Page::within(hits, more, after.as_ref(), |row| row.id)
    }

    /// A certificate with its holder, what may be done and what was.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`].
    pub async fn certificate(&self, id: CertificateId) -> Result<CertificatePage, Error> {
        self.store.require(Power::ReadRecords)?;
        let certificate = self.certificate_record(id).await?;
        let enrolment = self.enrolment_record(certificate.certificate.enrolment).await?;
        let class = self.class_record(enrolment.class).await?;
        let mut others = self.certificates_of([enrolment.id]).await?;
        others.retain(|other| other.id != id);
        let next = certificate.certificate.next(&self.looking());
        let events = self.events_of(vec![id.0]).await?;
        Ok(CertificatePage {
            certificate,
            class: class.id,
            class_name: class.plan.name.to_string(),
            trainee: enrolment.trainee,
            others,
            next,
            events,
        })
    }

    fn filtered_certificates(&self, filter: &CertificateFilter) -> Select<Entity> {
        let list = self.store.find::<Entity>();
        let first = |year: i32| Day::from_ymd_opt(year, 1, 1);
        let days = filter.year.and_then(|year| Some((first(year)?, first(year + 1)?)));
        match days {
            Some((from, to)) => list.filter(Column::IssuedOn.gte(from)).filter(Column::IssuedOn.lt(to)),
            None => list,
        }
    }
}
