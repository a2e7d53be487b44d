//! An import of a roll undone: children first, so that what rests on nothing any more can go.

use std::collections::{BTreeSet, HashMap};

use domain::Day;
use domain::id::ImportId;
use domain::training::roll::Education;
use domain::training::{Certificate, EnrolmentState};
use domain::value::{EthnicGroup, FreeText, Line, PersonName, Phone};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::write::Tokens;
use crate::entity::{certificate, enrolment, exam_mark, import, import_change, trainee};
use crate::error::Error;
use crate::imports::Undone;
use crate::scope::BureauStore;
use crate::training::certificate::{NOUN as CERTIFICATE, certificate_tokens};
use crate::training::person::NOUN as TOKENS;
use crate::training::trainee::trainee_tokens;
use crate::training::{CertificateRecord, EnrolmentRecord, Trainee};

/// Changes that are read and taken back together.
const TOGETHER: u64 = 500;

/// What a roll may change in a person: all but the identity number.
#[derive(Serialize, Deserialize)]
pub(super) struct TraineeBefore {
    name: PersonName,
    ethnic_group: Option<EthnicGroup>,
    education: Option<Education>,
    town: Option<Line<60>>,
    phones: Vec<Phone>,
}

impl TraineeBefore {
    pub(super) fn of(trainee: &Trainee) -> Self {
        let Trainee { name, ethnic_group, education, town, phones, .. } = trainee.clone();
        TraineeBefore { name, ethnic_group, education, town, phones }
    }
}

/// What a roll may change in an enrolment.
#[derive(Serialize, Deserialize)]
pub(super) struct EnrolmentBefore {
    opens_on: Day,
    ends_on: Day,
    state: EnrolmentState,
    destination: Option<Line<60>>,
    employer: Option<Line<100>>,
    contract_months: Option<u16>,
    remark: Option<FreeText<500>>,
}

impl EnrolmentBefore {
    pub(super) fn of(kept: &EnrolmentRecord) -> Self {
        let EnrolmentRecord { opens_on, ends_on, state, .. } = kept.clone();
        let EnrolmentRecord { destination, employer, contract_months, remark, .. } = kept.clone();
        EnrolmentBefore { opens_on, ends_on, state, destination, employer, contract_months, remark }
    }
}

/// An undoing under way.
pub(super) struct Undoing<'a> {
    pub id: ImportId,
    /// When the import was written.
    pub at: i64,
    pub undone: &'a mut Undone,
    /// Names of what stays, each once.
    pub kept: BTreeSet<String>,
    /// Classes whose people went.
    pub classes: BTreeSet<Uuid>,
    /// Enrolments that count otherwise.
    pub counted: BTreeSet<Uuid>,
}

/// A change of the import.
pub(super) type Taken = import_change::Model;

impl BureauStore {
    /// Takes back what an import of a roll did.
    pub(crate) async fn undo_roll(&self, row: &import::Model, undone: &mut Undone) -> Result<(), Error> {
        let at = row.applied_at.unwrap_or_default();
        let (kept, classes) = (BTreeSet::new(), BTreeSet::new());
        let counted = BTreeSet::new();
        let mut undoing = Undoing { id: ImportId(row.id), at, undone, kept, classes, counted };
        for noun in ["certificate", "exam_mark", "enrolment", "class", "programme", "trainee"] {
            let mut after = 0;
            loop {
                let changes = self.find::<import_change::Entity>();
                let changes = changes.filter(import_change::Column::ImportId.eq(row.id));
                let changes = changes.filter(import_change::Column::Noun.eq(noun));
                let changes = changes.filter(import_change::Column::Seq.gt(after));
                let changes = changes.order_by_asc(import_change::Column::Seq).limit(TOGETHER);
                let changes = changes.all(self.tx()).await?;
                let Some(last) = changes.last() else { break };
                after = last.seq;
                match noun {
                    "certificate" => self.take_certificates(changes, &mut undoing).await?,
                    "exam_mark" => self.take_marks(changes, &mut undoing).await?,
                    "enrolment" => self.take_enrolments(changes, &mut undoing).await?,
                    "class" => self.take_classes(changes, &mut undoing).await?,
                    "programme" => self.take_programmes(changes, &mut undoing).await?,
                    _ => self.take_trainees(changes, &mut undoing).await?,
                }
            }
            if noun == "class" {
                self.recount_classes(&mut undoing).await?;
            }
        }
        self.count_people(std::mem::take(&mut undoing.counted)).await?;
        for name in std::mem::take(&mut undoing.kept) {
            undoing.undone.keep(&name);
        }
        Ok(())
    }

    /// The former state that a change sealed; none: the row was new.
    pub(super) fn before<T: DeserializeOwned>(
        &self,
        undoing: &Undoing<'_>,
        change: &Taken,
    ) -> Result<Option<T>, Error> {
        let Some(sealed) = &change.before_sealed else { return Ok(None) };
        let place = self.place("import_change", "before_sealed", format!("{}/{}", undoing.id, change.seq));
        let opened = self.keys().unseal(&place, sealed)?;
        Ok(Some(serde_json::from_slice(&opened).map_err(Error::down)?))
    }

    async fn take_certificates(&self, changes: Vec<Taken>, undoing: &mut Undoing<'_>) -> Result<(), Error> {
        let rows = self.find::<certificate::Entity>().filter(certificate::Column::Id.is_in(ids(&changes)));
        let mut rows: HashMap<Uuid, certificate::Model> =
            rows.all(self.tx()).await?.into_iter().map(|row| (row.id, row)).collect();
        let (mut gone, mut back, mut restored) = (Vec::new(), Vec::new(), Vec::new());
        let (mut tokens, mut tokens_gone) = (Tokens::default(), Tokens::default());
        for change in changes {
            let Some(row) = rows.remove(&change.row_id) else { continue };
            if row.version != change.version_after {
                undoing.kept.insert(row.holder);
                continue;
            }
            let mut record = CertificateRecord::of(row)?;
            tokens_gone.add(CERTIFICATE, record.id.0, certificate_tokens(&record));
            undoing.counted.insert(record.certificate.enrolment.0);
            match self.before::<Certificate>(undoing, &change)? {
                None => gone.push(record.id.0),
                Some(before) => {
                    restored.push(record.id.0);
                    record.certificate = before;
                    tokens.add(CERTIFICATE, record.id.0, certificate_tokens(&record));
                    record.version += 1;
                    back.push(record.row(self.now())?);
                }
            }
        }
        undoing.undone.restored += back.len();
        self.forget_events(&gone, undoing, &restored).await?;
        let papers = self.remove::<certificate::Entity>();
        papers.filter(certificate::Column::Id.is_in(gone)).exec(self.tx()).await?;
        self.replace_all::<certificate::Entity>(back, &[]).await?;
        self.swap_tokens(&tokens_gone, &tokens).await
    }

    /// Entries of exams go, the last first, unless a certificate that stays rests on them.
    async fn take_marks(&self, changes: Vec<Taken>, undoing: &mut Undoing<'_>) -> Result<(), Error> {
        let people = self.holders_of(&ids(&changes)).await?;
        let papers = self.find::<certificate::Entity>();
        let papers = papers.filter(certificate::Column::EnrolmentId.is_in(ids(&changes)));
        let resting = papers.select_only().column(certificate::Column::EnrolmentId);
        let resting: BTreeSet<Uuid> = resting.into_tuple().all(self.tx()).await?.into_iter().collect();
        let marks = self.find::<exam_mark::Entity>().select_only();
        let marks = marks.filter(exam_mark::Column::EnrolmentId.is_in(ids(&changes)));
        let marks = marks.column(exam_mark::Column::EnrolmentId);
        let marks = marks.column_as(exam_mark::Column::Seq.max(), "last");
        let marks = marks.group_by(exam_mark::Column::EnrolmentId).into_tuple::<(Uuid, i32)>();
        let last: HashMap<Uuid, i32> = marks.all(self.tx()).await?.into_iter().collect();
        let mut gone: HashMap<i32, Vec<Uuid>> = HashMap::new();
        for change in changes {
            // A certificate that only changed its mark is restored by now, and its mark stands before this entry.
            let is_first = change.version_after == 1;
            let stays = last.get(&change.row_id) != Some(&change.version_after)
                || (is_first && resting.contains(&change.row_id));
            match stays {
                true => undoing.kept.extend(people.get(&change.row_id).cloned()),
                false => gone.entry(change.version_after).or_default().push(change.row_id),
            }
        }
        for (seq, of) in gone {
            let marks = self.remove::<exam_mark::Entity>().filter(exam_mark::Column::Seq.eq(seq));
            marks.filter(exam_mark::Column::EnrolmentId.is_in(of)).exec(self.tx()).await?;
        }
        Ok(())
    }

    async fn take_enrolments(&self, changes: Vec<Taken>, undoing: &mut Undoing<'_>) -> Result<(), Error> {
        let people = self.holders_of(&ids(&changes)).await?;
        let resting = self.resting_on(&ids(&changes)).await?;
        let rows = self.find::<enrolment::Entity>().filter(enrolment::Column::Id.is_in(ids(&changes)));
        let mut rows: HashMap<Uuid, enrolment::Model> =
            rows.all(self.tx()).await?.into_iter().map(|row| (row.id, row)).collect();
        let (mut gone, mut back, mut restored) = (Vec::new(), Vec::new(), Vec::new());
        for change in changes {
            let Some(row) = rows.remove(&change.row_id) else { continue };
            let is_new = change.before_sealed.is_none();
            if row.version != change.version_after || (is_new && resting.contains(&row.id)) {
                undoing.kept.extend(people.get(&row.id).cloned());
                continue;
            }
            undoing.classes.insert(row.class_id);
            undoing.counted.insert(row.id);
            let Some(before) = self.before::<EnrolmentBefore>(undoing, &change)? else {
                gone.push(row.id);
                continue;
            };
            restored.push(row.id);
            let mut record = EnrolmentRecord::of(row)?;
            record.version += 1;
            (record.opens_on, record.ends_on, record.state) = (before.opens_on, before.ends_on, before.state);
            (record.destination, record.employer) = (before.destination, before.employer);
            (record.contract_months, record.remark) = (before.contract_months, before.remark);
            back.push(record.row(self.now())?);
        }
        undoing.undone.removed += gone.len();
        undoing.undone.restored += back.len();
        self.forget_events(&gone, undoing, &restored).await?;
        let enrolments = self.remove::<enrolment::Entity>();
        enrolments.filter(enrolment::Column::Id.is_in(gone)).exec(self.tx()).await?;
        self.replace_all::<enrolment::Entity>(back, &[]).await
    }

    async fn take_trainees(&self, changes: Vec<Taken>, undoing: &mut Undoing<'_>) -> Result<(), Error> {
        let enrolled = self.find::<enrolment::Entity>().select_only().column(enrolment::Column::TraineeId);
        let enrolled = enrolled.filter(enrolment::Column::TraineeId.is_in(ids(&changes)));
        let enrolled: BTreeSet<Uuid> = enrolled.into_tuple().all(self.tx()).await?.into_iter().collect();
        let rows = self.find::<trainee::Entity>().filter(trainee::Column::Id.is_in(ids(&changes)));
        let mut rows: HashMap<Uuid, trainee::Model> =
            rows.all(self.tx()).await?.into_iter().map(|row| (row.id, row)).collect();
        let (mut gone, mut back) = (Vec::new(), Vec::new());
        let (mut tokens, mut tokens_gone) = (Tokens::default(), Tokens::default());
        for change in changes {
            let Some(row) = rows.remove(&change.row_id) else { continue };
            let is_new = change.before_sealed.is_none();
            if row.version != change.version_after || (is_new && enrolled.contains(&row.id)) {
                undoing.kept.insert(row.name);
                continue;
            }
            let mut person = self.trainee_of(&row)?;
            tokens_gone.add(TOKENS, row.id, trainee_tokens(&person));
            let Some(before) = self.before::<TraineeBefore>(undoing, &change)? else {
                gone.push(row.id);
                continue;
            };
            person.name = before.name;
            (person.ethnic_group, person.education) = (before.ethnic_group, before.education);
            (person.town, person.phones) = (before.town, before.phones);
            tokens.add(TOKENS, row.id, trainee_tokens(&person));
            let id = domain::id::TraineeId(row.id);
            back.push(self.trainee_row(id, &person, row.version + 1, domain::Instant(row.created_at))?);
        }
        undoing.undone.restored += back.len();
        let people = self.remove::<trainee::Entity>().filter(trainee::Column::Id.is_in(gone));
        people.exec(self.tx()).await?;
        self.replace_all::<trainee::Entity>(back, &[]).await?;
        self.swap_tokens(&tokens_gone, &tokens).await
    }
}

pub(super) fn ids(changes: &[Taken]) -> Vec<Uuid> {
    changes.iter().map(|change| change.row_id).collect()
}
