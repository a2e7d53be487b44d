//! A trainee with the whole chain of each class: application, attendance, marks, certificates, and who did what when.

use std::collections::{BTreeSet, HashMap};

use domain::id::{ClassSessionId, EnrolmentId, TraineeId};
use domain::role::Power;
use domain::training::{MarksEntry, Session, SignIn, Tally, standing_presence};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::{attendance, class, class_session, enrolment};
use crate::error::Error;
use crate::training::desk::TrainingDesk;
use crate::training::entry::sign_in_of;
use crate::training::load::tally;
use crate::training::record::{CertificateRecord, ClassRecord, EnrolmentRecord, SessionRecord};
use crate::training::trace::EventRecord;
use crate::training::trainee::TraineeRecord;

/// Enrolments of one person.
const CHAINS_MAX: u64 = 200;
/// Sessions of all of one person's classes.
const SESSIONS_MAX: u64 = 20_000;

/// A person with all classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraineePage {
    pub trainee: TraineeRecord,
    /// Newest opening first.
    pub chains: Vec<EnrolmentChain>,
}

/// One enrolment from the application to the certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnrolmentChain {
    pub enrolment: EnrolmentRecord,
    pub class: ClassRecord,
    pub programme_title: String,
    /// Every session of the class with the person's entries, oldest first.
    pub attendance: Vec<(Session, Vec<SignIn>)>,
    pub tally: Tally,
    /// Oldest first.
    pub exam: Vec<MarksEntry>,
    /// Oldest first.
    pub certificates: Vec<CertificateRecord>,
    /// Of the enrolment and its certificates, in the order in which they were recorded.
    pub events: Vec<EventRecord>,
}

type Entries = HashMap<(EnrolmentId, ClassSessionId), Vec<SignIn>>;

impl TrainingDesk<'_> {
    /// A person with the whole chain of each class.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`].
    pub async fn trainee(&self, id: TraineeId) -> Result<TraineePage, Error> {
        self.store.require(Power::ReadRecords)?;
        let trainee = TraineeRecord::of(self.trainee_row_of(id).await?);
        let rows = self.store.find::<enrolment::Entity>().filter(enrolment::Column::TraineeId.eq(id.0));
        let rows = rows.limit(CHAINS_MAX).all(self.store.tx()).await?;
        let mut records = rows.into_iter().map(EnrolmentRecord::of).collect::<Result<Vec<_>, _>>()?;
        records.sort_by_key(|record| std::cmp::Reverse((record.opens_on, record.id)));
        let chains = self.chains(records).await?;
        Ok(TraineePage { trainee, chains })
    }

    pub(super) async fn chains(&self, records: Vec<EnrolmentRecord>) -> Result<Vec<EnrolmentChain>, Error> {
        if records.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<EnrolmentId> = records.iter().map(|record| record.id).collect();
        let classes = self.classes_of(records.iter().map(|record| record.class.0).collect()).await?;
        let titles = self.programme_titles(classes.values().map(|class| class.plan.programme.0)).await?;
        let mut sessions = self.sessions_by_class(classes.keys().copied().collect()).await?;
        let mut entries = self.entries_by_session(&ids).await?;
        let mut exams = self.exams(ids.iter().copied()).await?;
        let certificates = self.certificates_of(ids.iter().copied()).await?;
        let subjects = ids.iter().map(|id| id.0).chain(certificates.iter().map(|record| record.id.0));
        let events = self.events_of(subjects.collect()).await?;
        let mut chains = Vec::with_capacity(records.len());
        for record in records {
            let class = classes.get(&record.class.0).cloned().ok_or(Error::NotFound)?;
            // Somebody may have applied twice to one class: the timetable is there for both.
            let timetable = sessions.entry(record.class.0).or_default().clone();
            let certificates: Vec<_> =
                certificates.iter().filter(|one| one.certificate.enrolment == record.id).cloned().collect();
            let own: BTreeSet<Uuid> = certificates.iter().map(|one| one.id.0).chain([record.id.0]).collect();
            let attended = |session: Session| {
                let entries = entries.remove(&(record.id, session.id)).unwrap_or_default();
                (session, entries)
            };
            let attendance: Vec<_> = timetable.clone().into_iter().map(attended).collect();
            let standing = attendance.iter().filter_map(|(session, entries)| {
                standing_presence(entries).map(|presence| (session.id, presence))
            });
            chains.push(EnrolmentChain {
                tally: tally(&timetable, Some(&standing.collect()), self.store.now()),
                programme_title: titles.get(&class.plan.programme.0).cloned().unwrap_or_default(),
                exam: exams.remove(&record.id).unwrap_or_default(),
                events: events.iter().filter(|event| own.contains(&event.subject)).cloned().collect(),
                enrolment: record,
                class,
                attendance,
                certificates,
            });
        }
        Ok(chains)
    }

    async fn classes_of(&self, ids: BTreeSet<Uuid>) -> Result<HashMap<Uuid, ClassRecord>, Error> {
        let rows = self.store.find::<class::Entity>().filter(class::Column::Id.is_in(ids));
        let rows = rows.all(self.store.tx()).await?.into_iter();
        rows.map(|row| Ok((row.id, ClassRecord::of(row)?))).collect()
    }

    /// The timetables of classes, without the numbers of sign-ins.
    async fn sessions_by_class(&self, ids: BTreeSet<Uuid>) -> Result<HashMap<Uuid, Vec<Session>>, Error> {
        let rows = self.store.find::<class_session::Entity>();
        let rows = rows.filter(class_session::Column::ClassId.is_in(ids)).limit(SESSIONS_MAX);
        let rows = rows.all(self.store.tx()).await?.into_iter();
        let mut all = rows.map(|row| SessionRecord::of(row, 0)).collect::<Result<Vec<_>, _>>()?;
        all.sort_by_key(|record| (record.session.on, record.session.from, record.session.id));
        let mut sessions: HashMap<Uuid, Vec<Session>> = HashMap::new();
        for record in all {
            sessions.entry(record.session.class.0).or_default().push(record.session);
        }
        Ok(sessions)
    }

    async fn entries_by_session(&self, of: &[EnrolmentId]) -> Result<Entries, Error> {
        let rows = self.store.find::<attendance::Entity>();
        let rows = rows.filter(attendance::Column::EnrolmentId.is_in(of.iter().map(|id| id.0)));
        let mut rows = rows.all(self.store.tx()).await?;
        rows.sort_unstable_by_key(|row| row.seq);
        let mut entries = Entries::new();
        for row in rows {
            let key = (EnrolmentId(row.enrolment_id), ClassSessionId(row.session_id));
            entries.entry(key).or_default().push(sign_in_of(&row)?);
        }
        Ok(entries)
    }
}
