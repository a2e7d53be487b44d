//! What an import of a roll writes, hundreds of rows at a time.

use std::collections::{BTreeSet, HashMap};

use domain::Day;
use domain::id::ImportId;
use domain::training::TrainingAct;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

use super::TOKENS;
use super::classes::Class;
use super::judge::Entry;
use crate::entity::{
    certificate, class, enrolment, exam_mark, import_change, programme, trainee, training_event,
};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::training::record::marks_row;
use crate::training::trainee::trainee_tokens;

/// What a few hundred rows write.
#[derive(Default)]
pub(super) struct Written {
    pub programmes: Vec<programme::ActiveModel>,
    pub programmes_changed: Vec<programme::ActiveModel>,
    pub classes: Vec<class::ActiveModel>,
    pub classes_changed: Vec<class::ActiveModel>,
    trainees: Vec<trainee::ActiveModel>,
    trainees_changed: Vec<trainee::ActiveModel>,
    tokens: Vec<(Uuid, BTreeSet<String>)>,
    tokens_gone: Vec<(Uuid, BTreeSet<String>)>,
    enrolments: Vec<enrolment::ActiveModel>,
    enrolments_changed: Vec<enrolment::ActiveModel>,
    marks: Vec<exam_mark::ActiveModel>,
    certificates: Vec<certificate::ActiveModel>,
    certificates_changed: Vec<certificate::ActiveModel>,
    /// Of new rows, the first of each.
    events: Vec<training_event::ActiveModel>,
    /// Of rows that were there: their place in the history is asked for when they are written.
    events_later: Vec<(Uuid, training_event::ActiveModel)>,
    changes: Vec<import_change::ActiveModel>,
}

/// An import that is being written.
#[derive(Debug)]
pub(super) struct Import {
    id: ImportId,
    seq: i32,
}

impl Import {
    pub(super) fn new(id: ImportId) -> Self {
        Import { id, seq: 0 }
    }

    /// Notes a row that is new.
    pub(super) fn add(&mut self, written: &mut Written, noun: &str, row: Uuid) {
        self.note(written, noun, row, 1, None);
    }

    /// Notes a row that changes, with its former state, sealed.
    pub(super) fn change(
        &mut self,
        store: &BureauStore,
        written: &mut Written,
        noun: &str,
        row: Uuid,
        version_after: i32,
        before: &impl Serialize,
    ) -> Result<(), Error> {
        let before = serde_json::to_vec(before).map_err(Error::down)?;
        let place = store.place("import_change", "before_sealed", format!("{}/{}", self.id, self.seq + 1));
        let sealed = store.keys().seal(&place, &before)?;
        self.note(written, noun, row, version_after, Some(sealed));
        Ok(())
    }

    fn note(&mut self, written: &mut Written, noun: &str, row: Uuid, version: i32, before: Option<Vec<u8>>) {
        self.seq += 1;
        written.changes.push(import_change::ActiveModel {
            import_id: Set(self.id.0),
            seq: Set(self.seq),
            noun: Set(noun.to_owned()),
            row_id: Set(row),
            version_after: Set(version),
            before_sealed: Set(before),
            ..Default::default()
        });
    }

    /// Writes into a row's history that a roll moved it; `was` none: the row is new.
    pub(super) fn tell(
        &self,
        store: &BureauStore,
        written: &mut Written,
        subject: Uuid,
        was: Option<&str>,
        is: &str,
        on: Day,
    ) {
        let event = training_event::ActiveModel {
            subject_id: Set(subject),
            seq: Set(1),
            act: Set(TrainingAct::ImportRoll.word().to_owned()),
            state_before: Set(was.unwrap_or_default().to_owned()),
            state_after: Set(is.to_owned()),
            on: Set(on),
            reason: Set(String::new()),
            at: Set(store.now().0),
            by: Set(store.actor().person.map(|person| person.0)),
            ..Default::default()
        };
        match was {
            None => written.events.push(event),
            Some(_) => written.events_later.push((subject, event)),
        }
    }

    /// Puts a right row among what is written.
    pub(super) fn take(
        &mut self,
        store: &BureauStore,
        entry: Entry,
        class: &mut Class,
        written: &mut Written,
    ) -> Result<(), Error> {
        self.take_person(store, &entry, written)?;
        let is_new = entry.enrolment_before.is_none();
        if !is_new && entry.changes.0.is_empty() {
            return Ok(());
        }
        let now = store.now();
        let mut enrolment = entry.enrolment;
        let (id, stage) = (enrolment.id, enrolment.state.stage().word());
        match &entry.enrolment_before {
            None => {
                written.enrolments.push(enrolment.row(now)?);
                self.add(written, "enrolment", id.0);
                self.tell(store, written, id.0, None, stage, enrolment.state.since());
                class.entered.push(id);
            }
            Some(before) if *before != enrolment => {
                enrolment.version += 1;
                written.enrolments_changed.push(enrolment.row(now)?);
                let was = before.state.stage().word();
                let kept = super::undo::EnrolmentBefore::of(before);
                self.change(store, written, "enrolment", id.0, enrolment.version, &kept)?;
                self.tell(store, written, id.0, Some(was), stage, enrolment.state.since());
            }
            Some(_) => {}
        }
        if let Some((seq, marks)) = &entry.marks {
            written.marks.push(marks_row(id, *seq, marks, now)?);
            self.note(written, "exam_mark", id.0, i32::try_from(*seq).map_err(Error::down)?, None);
        }
        if let Some((paper, before)) = &entry.certificate {
            let (own, stage) = (paper.id.0, paper.certificate.state.stage().word());
            match before {
                None => {
                    written.certificates.push(paper.row(now)?);
                    self.add(written, "certificate", own);
                    self.tell(store, written, own, None, stage, paper.issued_on);
                }
                Some(before) => {
                    written.certificates_changed.push(paper.row(now)?);
                    self.change(store, written, "certificate", own, paper.version, &before.certificate)?;
                    self.tell(store, written, own, Some(stage), stage, paper.issued_on);
                }
            }
        }
        Ok(())
    }

    fn take_person(
        &mut self,
        store: &BureauStore,
        entry: &Entry,
        written: &mut Written,
    ) -> Result<(), Error> {
        let person = &entry.trainee;
        let (id, after) = (person.id.0, &person.trainee);
        if person.version == 0 {
            written.trainees.push(store.trainee_row(person.id, after, 1, person.created_at)?);
            written.tokens.push((id, trainee_tokens(after)));
            self.add(written, "trainee", id);
        } else if let Some(before) = &entry.trainee_before {
            let row = store.trainee_row(person.id, after, person.version, person.created_at)?;
            written.trainees_changed.push(row);
            let (old, new) = (trainee_tokens(before), trainee_tokens(after));
            written.tokens.push((id, new.difference(&old).cloned().collect()));
            written.tokens_gone.push((id, old.difference(&new).cloned().collect()));
            let kept = super::undo::TraineeBefore::of(before);
            self.change(store, written, "trainee", id, person.version, &kept)?;
        }
        Ok(())
    }
}

impl BureauStore {
    /// Writes what a few hundred rows write, parents first.
    pub(super) async fn put_roll(&self, mut written: Written) -> Result<(), Error> {
        self.insert_all::<programme::Entity>(written.programmes).await?;
        self.replace_all::<programme::Entity>(written.programmes_changed, &[]).await?;
        self.insert_all::<class::Entity>(written.classes).await?;
        self.replace_all::<class::Entity>(written.classes_changed, &[]).await?;
        self.insert_all::<trainee::Entity>(written.trainees).await?;
        self.replace_all::<trainee::Entity>(written.trainees_changed, &[]).await?;
        self.remove_tokens(TOKENS, &written.tokens_gone).await?;
        self.insert_tokens(TOKENS, &written.tokens).await?;
        self.insert_all::<enrolment::Entity>(written.enrolments).await?;
        self.replace_all::<enrolment::Entity>(written.enrolments_changed, &[]).await?;
        self.insert_all::<exam_mark::Entity>(written.marks).await?;
        self.insert_all::<certificate::Entity>(written.certificates).await?;
        self.replace_all::<certificate::Entity>(written.certificates_changed, &[]).await?;
        self.place_events(&mut written.events, written.events_later).await?;
        self.insert_all::<training_event::Entity>(written.events).await?;
        self.insert_all::<import_change::Entity>(written.changes).await
    }

    /// Puts events behind what their subjects' histories hold.
    async fn place_events(
        &self,
        events: &mut Vec<training_event::ActiveModel>,
        later: Vec<(Uuid, training_event::ActiveModel)>,
    ) -> Result<(), Error> {
        if later.is_empty() {
            return Ok(());
        }
        let subjects = later.iter().map(|(subject, _)| *subject);
        let last = self.find::<training_event::Entity>();
        let last = last.filter(training_event::Column::SubjectId.is_in(subjects)).select_only();
        let last = last.column(training_event::Column::SubjectId);
        let last = last.column_as(training_event::Column::Seq.max(), "last");
        let last = last.group_by(training_event::Column::SubjectId).into_tuple::<(Uuid, i32)>();
        let mut last: HashMap<Uuid, i32> = last.all(self.tx()).await?.into_iter().collect();
        for (subject, mut event) in later {
            let seq = last.entry(subject).or_insert(0);
            *seq += 1;
            event.seq = Set(*seq);
            events.push(event);
        }
        Ok(())
    }
}
