//! What the rules must be told, read from the rows: a class with all that hangs on it, people with their other classes.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::id::{ClassId, ClassSessionId, EnrolmentId, ProgrammeId};
use domain::training::{
    CertificateNumber, ClassScene, ClassStage, Hand, MarksEntry, Place, Presence, Roster, Session, Tally,
};
use domain::{Day, Instant};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::desk::TrainingDesk;
use super::entry::{marks_of, presence_of};
use super::record::{CertificateRecord, ClassRecord, EnrolmentRecord, ProgrammeRecord, SessionRecord};
use crate::entity::{attendance, certificate, class, class_session, enrolment, exam_mark, programme};
use crate::error::Error;

/// Enrolments of one class, ended ones included.
pub(super) const ROSTER_MAX: u64 = 2_000;
/// Sessions of one class.
pub(super) const SESSIONS_MAX: u64 = 1_000;
/// Sessions of other classes on the days of one.
const ELSEWHERE_MAX: u64 = 20_000;
/// Sign-ins of one class: more is a fault to look at.
const SIGN_INS_MAX: u64 = 1_000_000;
/// A class with its programme, timetable and roster.
#[derive(Clone, Debug)]
pub(super) struct OpenClass {
    pub class: ClassRecord,
    pub programme: ProgrammeRecord,
    pub records: Vec<SessionRecord>,
    /// As the rules ask for them.
    pub sessions: Vec<Session>,
    /// Sessions of other classes on the same days; empty until they are asked for.
    pub elsewhere: Vec<Session>,
    pub enrolments: Vec<EnrolmentRecord>,
    pub roster: Roster,
}

impl OpenClass {
    pub(super) fn scene<'b>(&'b self, desk: &'b TrainingDesk<'_>, hand: Hand<'b>) -> ClassScene<'b> {
        ClassScene {
            plan: &self.class.plan,
            programme: &self.programme.state,
            programme_hours: self.programme.plan.hours,
            sessions: &self.sessions,
            elsewhere: &self.elsewhere,
            roster: &self.roster,
            settings: &desk.settings,
            hand,
            now: desk.store.now(),
        }
    }

    pub(super) fn enrolment(&self, id: EnrolmentId) -> Result<&EnrolmentRecord, Error> {
        self.enrolments.iter().find(|record| record.id == id).ok_or(Error::NotFound)
    }

    pub(super) fn session(&self, id: ClassSessionId) -> Result<&SessionRecord, Error> {
        self.records.iter().find(|record| record.session.id == id).ok_or(Error::NotFound)
    }
}

/// Current presences, by enrolment and session.
pub(super) type Standing = HashMap<EnrolmentId, BTreeMap<ClassSessionId, Presence>>;

/// The hours of one enrolment.
pub(super) fn tally(
    sessions: &[Session],
    of: Option<&BTreeMap<ClassSessionId, Presence>>,
    now: Instant,
) -> Tally {
    let standing: Vec<_> = of.into_iter().flatten().map(|(id, presence)| (*id, *presence)).collect();
    Tally::of(sessions, &standing, now)
}

impl TrainingDesk<'_> {
    pub(super) async fn programme_record(&self, id: ProgrammeId) -> Result<ProgrammeRecord, Error> {
        let row = self.store.find::<programme::Entity>().filter(programme::Column::Id.eq(id.0));
        ProgrammeRecord::of(row.one(self.store.tx()).await?.ok_or(Error::NotFound)?)
    }

    pub(super) async fn class_record(&self, id: ClassId) -> Result<ClassRecord, Error> {
        let row = self.store.find::<class::Entity>().filter(class::Column::Id.eq(id.0));
        ClassRecord::of(row.one(self.store.tx()).await?.ok_or(Error::NotFound)?)
    }

    pub(super) async fn enrolment_record(&self, id: EnrolmentId) -> Result<EnrolmentRecord, Error> {
        let row = self.store.find::<enrolment::Entity>().filter(enrolment::Column::Id.eq(id.0));
        EnrolmentRecord::of(row.one(self.store.tx()).await?.ok_or(Error::NotFound)?)
    }

    /// A class with its programme, timetable and roster, the other classes' timetables left out.
    pub(super) async fn open_class(&self, id: ClassId) -> Result<OpenClass, Error> {
        let class = self.class_record(id).await?;
        let programme = self.programme_record(class.plan.programme).await?;
        let records = self.sessions_of(id).await?;
        let enrolments = self.enrolments_of(id).await?;
        let places = enrolments.iter().map(place).collect();
        let roster = Roster { capacity: class.plan.capacity, enrolments: places };
        let sessions = records.iter().map(|record| record.session.clone()).collect();
        Ok(OpenClass { class, programme, records, sessions, elsewhere: Vec::new(), enrolments, roster })
    }

    /// As [`Self::open_class`], with the sessions of other classes on its days and on one more.
    pub(super) async fn open_timetable(&self, id: ClassId, more: Option<Day>) -> Result<OpenClass, Error> {
        let mut open = self.open_class(id).await?;
        let days: BTreeSet<Day> = open.sessions.iter().map(|session| session.on).chain(more).collect();
        open.elsewhere = self.sessions_elsewhere(id, days).await?;
        Ok(open)
    }

    async fn enrolments_of(&self, class: ClassId) -> Result<Vec<EnrolmentRecord>, Error> {
        let rows = self.store.find::<enrolment::Entity>().filter(enrolment::Column::ClassId.eq(class.0));
        let mut rows = rows.limit(ROSTER_MAX + 1).all(self.store.tx()).await?;
        if rows.len() as u64 > ROSTER_MAX {
            return Err(Error::Setup(format!("a class has more than {ROSTER_MAX} enrolments")));
        }
        rows.sort_unstable_by_key(|row| row.id);
        rows.into_iter().map(EnrolmentRecord::of).collect()
    }

    pub(super) async fn sessions_of(&self, class: ClassId) -> Result<Vec<SessionRecord>, Error> {
        use class_session::Column;
        let rows = self.store.find::<class_session::Entity>().filter(Column::ClassId.eq(class.0));
        let rows = rows.order_by_asc(Column::HeldOn).order_by_asc(Column::Id).limit(SESSIONS_MAX);
        let rows = rows.all(self.store.tx()).await?;
        let counts = self.sign_ins_of(rows.iter().map(|row| row.id).collect()).await?;
        let record = |row: class_session::Model| {
            let count = counts.get(&row.id).copied().unwrap_or(0);
            SessionRecord::of(row, count)
        };
        let mut records = rows.into_iter().map(record).collect::<Result<Vec<_>, _>>()?;
        records.sort_by_key(|record| (record.session.on, record.session.from, record.session.id));
        Ok(records)
    }

    /// How many people have an entry at each session.
    async fn sign_ins_of(&self, sessions: Vec<Uuid>) -> Result<HashMap<Uuid, u32>, Error> {
        if sessions.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = self.store.find::<attendance::Entity>();
        let rows =
            rows.filter(attendance::Column::SessionId.is_in(sessions)).filter(attendance::Column::Seq.eq(1));
        let rows = rows.select_only().column(attendance::Column::SessionId).expr(Expr::cust("count(*)"));
        let rows = rows.group_by(attendance::Column::SessionId).into_tuple::<(Uuid, i64)>();
        let rows = rows.all(self.store.tx()).await?;
        Ok(rows.into_iter().map(|(id, count)| (id, u32::try_from(count).unwrap_or(u32::MAX))).collect())
    }

    /// Sessions of the bureau's other classes, planned to suspended, on these days.
    async fn sessions_elsewhere(&self, but: ClassId, days: BTreeSet<Day>) -> Result<Vec<Session>, Error> {
        if days.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.store.find::<class_session::Entity>();
        let rows = rows.filter(class_session::Column::HeldOn.is_in(days)).limit(ELSEWHERE_MAX);
        let rows = rows.all(self.store.tx()).await?;
        let classes: BTreeSet<Uuid> =
            rows.iter().map(|row| row.class_id).filter(|class| *class != but.0).collect();
        if classes.is_empty() {
            return Ok(Vec::new());
        }
        let going = [ClassStage::Planned, ClassStage::Enrolling, ClassStage::Open, ClassStage::Suspended];
        let going = going.map(ClassStage::word);
        // Whole rows: asked for the state alone, SQLite would rather walk the whole index of states.
        let states = self.store.find::<class::Entity>().filter(class::Column::Id.is_in(classes));
        let states = states.all(self.store.tx()).await?.into_iter();
        let states: HashMap<Uuid, String> = states.map(|row| (row.id, row.state)).collect();
        let goes_on = |row: &class_session::Model| {
            states.get(&row.class_id).is_some_and(|state| going.contains(&state.as_str()))
        };
        let rows = rows.into_iter().filter(goes_on);
        rows.map(|row| SessionRecord::of(row, 0).map(|record| record.session)).collect()
    }

    /// The current presences at these sessions.
    pub(super) async fn standing(&self, sessions: &[Session]) -> Result<Standing, Error> {
        use attendance::Column;
        let mut standing = Standing::new();
        if sessions.is_empty() {
            return Ok(standing);
        }
        let rows = self.store.find::<attendance::Entity>();
        let rows = rows.filter(Column::SessionId.is_in(sessions.iter().map(|session| session.id.0)));
        let rows = rows.select_only().columns([
            Column::SessionId,
            Column::EnrolmentId,
            Column::Seq,
            Column::Presence,
        ]);
        let rows = rows.limit(SIGN_INS_MAX).into_tuple::<(Uuid, Uuid, i32, String)>();
        let mut rows = rows.all(self.store.tx()).await?;
        rows.sort_unstable_by_key(|row| row.2);
        for (session, enrolment, _, presence) in rows {
            let of = standing.entry(EnrolmentId(enrolment)).or_default();
            of.insert(ClassSessionId(session), presence_of(&presence)?);
        }
        Ok(standing)
    }

    /// The exams of enrolments, each oldest first.
    pub(super) async fn exams(
        &self,
        of: impl IntoIterator<Item = EnrolmentId>,
    ) -> Result<HashMap<EnrolmentId, Vec<MarksEntry>>, Error> {
        use exam_mark::Column;
        let ids: Vec<Uuid> = of.into_iter().map(|id| id.0).collect();
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = self.store.find::<exam_mark::Entity>().filter(Column::EnrolmentId.is_in(ids));
        let mut rows = rows.all(self.store.tx()).await?;
        rows.sort_unstable_by_key(|row| row.seq);
        let mut exams: HashMap<EnrolmentId, Vec<MarksEntry>> = HashMap::new();
        for row in rows {
            exams.entry(EnrolmentId(row.enrolment_id)).or_default().push(marks_of(&row)?);
        }
        Ok(exams)
    }

    /// Every certificate of enrolments, oldest first.
    pub(super) async fn certificates_of(
        &self,
        of: impl IntoIterator<Item = EnrolmentId>,
    ) -> Result<Vec<CertificateRecord>, Error> {
        let ids: Vec<Uuid> = of.into_iter().map(|id| id.0).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.store.find::<certificate::Entity>();
        let rows = rows.filter(certificate::Column::EnrolmentId.is_in(ids));
        let mut rows = rows.all(self.store.tx()).await?;
        rows.sort_unstable_by_key(|row| row.id);
        rows.into_iter().map(CertificateRecord::of).collect()
    }

    /// The valid certificate of each enrolment that has one.
    pub(super) async fn live_certificates(
        &self,
        of: impl IntoIterator<Item = EnrolmentId>,
    ) -> Result<HashMap<EnrolmentId, CertificateRecord>, Error> {
        let all = self.certificates_of(of).await?;
        let live = all.into_iter().filter(|record| record.certificate.is_live());
        Ok(live.map(|record| (record.certificate.enrolment, record)).collect())
    }
}

/// The number of a live certificate among many.
pub(super) fn live_number(
    live: &HashMap<EnrolmentId, CertificateRecord>,
    of: EnrolmentId,
) -> Option<&CertificateNumber> {
    live.get(&of).map(|record| &record.certificate.number)
}

/// An enrolment's place on the roster.
pub(super) fn place(record: &EnrolmentRecord) -> Place {
    Place { enrolment: record.id, trainee: record.trainee, state: record.state.clone() }
}
