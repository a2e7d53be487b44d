//! What an import of a roll writes, hundreds of rows at a time.

use std::collections::{BTreeMap, BTreeSet};

use domain::Day;
use domain::id::ImportId;
use domain::training::TrainingAct;
use sea_orm::ActiveValue::Set;
use serde::Serialize;
use uuid::Uuid;

use super::class::Class;
use super::judge::Entry;
use crate::entity::{certificate, class, enrolment, exam_mark, import_change, programme, trainee};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::training::certificate::{NOUN as CERTIFICATE, certificate_tokens};
use crate::training::entry::marks_row;
use crate::training::person::NOUN as TOKENS;
use crate::training::trace::Moving;
use crate::training::trainee::trainee_tokens;

/// Tokens of rows, by the noun that is searched.
#[derive(Default)]
pub(super) struct Tokens(BTreeMap<&'static str, Vec<(Uuid, BTreeSet<String>)>>);

impl Tokens {
    pub(super) fn add(&mut self, noun: &'static str, row: Uuid, tokens: BTreeSet<String>) {
        self.0.entry(noun).or_default().push((row, tokens));
    }
}

/// What a few hundred rows write.
#[derive(Default)]
pub(super) struct Written {
    pub programmes: Vec<programme::ActiveModel>,
    pub programmes_changed: Vec<programme::ActiveModel>,
    pub classes: Vec<class::ActiveModel>,
    pub classes_changed: Vec<class::ActiveModel>,
    trainees: Vec<trainee::ActiveModel>,
    trainees_changed: Vec<trainee::ActiveModel>,
    pub tokens: Tokens,
    tokens_gone: Tokens,
    enrolments: Vec<enrolment::ActiveModel>,
    enrolments_changed: Vec<enrolment::ActiveModel>,
    marks: Vec<exam_mark::ActiveModel>,
    certificates: Vec<certificate::ActiveModel>,
    certificates_changed: Vec<certificate::ActiveModel>,
    moves: Vec<Moving>,
    changes: Vec<import_change::ActiveModel>,
}

/// An import that is being written.
#[derive(Debug)]
pub(super) struct Import {
    id: ImportId,
    seq: i32,
    /// Enrolments that may count otherwise from now on.
    pub counted: BTreeSet<Uuid>,
}

impl Import {
    pub(super) fn new(id: ImportId) -> Self {
        Import { id, seq: 0, counted: BTreeSet::new() }
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

    /// Writes into a row's history that a roll moved it; `before` empty: the row is new.
    pub(super) fn tell(
        &self,
        written: &mut Written,
        subject: Uuid,
        before: &'static str,
        after: &'static str,
        on: Day,
    ) {
        let act = TrainingAct::ImportRoll.word();
        written.moves.push(Moving { subject, act, before, after, on, reason: String::new() });
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
        self.counted.insert(id.0);
        match &entry.enrolment_before {
            None => {
                written.enrolments.push(enrolment.row(now)?);
                self.add(written, "enrolment", id.0);
                self.tell(written, id.0, "", stage, enrolment.state.since());
                class.entered.push(id);
            }
            Some(before) if *before != enrolment => {
                enrolment.version += 1;
                written.enrolments_changed.push(enrolment.row(now)?);
                let was = before.state.stage().word();
                let kept = super::undo::EnrolmentBefore::of(before);
                self.change(store, written, "enrolment", id.0, enrolment.version, &kept)?;
                self.tell(written, id.0, was, stage, enrolment.state.since());
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
                    written.tokens.add(CERTIFICATE, own, certificate_tokens(paper));
                    written.certificates.push(paper.row(now)?);
                    self.add(written, "certificate", own);
                    self.tell(written, own, "", stage, paper.issued_on);
                }
                Some(before) => {
                    let (old, new) = (certificate_tokens(before), certificate_tokens(paper));
                    written.tokens.add(CERTIFICATE, own, &new - &old);
                    written.tokens_gone.add(CERTIFICATE, own, &old - &new);
                    written.certificates_changed.push(paper.row(now)?);
                    self.change(store, written, "certificate", own, paper.version, &before.certificate)?;
                    self.tell(written, own, stage, stage, paper.issued_on);
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
            written.tokens.add(TOKENS, id, trainee_tokens(after));
            self.add(written, "trainee", id);
        } else if let Some(before) = &entry.trainee_before {
            let row = store.trainee_row(person.id, after, person.version, person.created_at)?;
            written.trainees_changed.push(row);
            let (old, new) = (trainee_tokens(before), trainee_tokens(after));
            written.tokens.add(TOKENS, id, &new - &old);
            written.tokens_gone.add(TOKENS, id, &old - &new);
            let kept = super::undo::TraineeBefore::of(before);
            self.change(store, written, "trainee", id, person.version, &kept)?;
        }
        Ok(())
    }
}

impl BureauStore {
    /// Writes what a few hundred rows write, parents first.
    pub(super) async fn put_roll(&self, written: Written) -> Result<(), Error> {
        self.insert_all::<programme::Entity>(written.programmes).await?;
        self.replace_all::<programme::Entity>(written.programmes_changed, &[]).await?;
        self.insert_all::<class::Entity>(written.classes).await?;
        self.replace_all::<class::Entity>(written.classes_changed, &[]).await?;
        self.insert_all::<trainee::Entity>(written.trainees).await?;
        self.replace_all::<trainee::Entity>(written.trainees_changed, &[]).await?;
        self.swap_tokens(&written.tokens_gone, &written.tokens).await?;
        self.insert_all::<enrolment::Entity>(written.enrolments).await?;
        self.replace_all::<enrolment::Entity>(written.enrolments_changed, &[]).await?;
        self.insert_all::<exam_mark::Entity>(written.marks).await?;
        self.insert_all::<certificate::Entity>(written.certificates).await?;
        self.replace_all::<certificate::Entity>(written.certificates_changed, &[]).await?;
        let (new, moved) = written.moves.into_iter().partition(|one: &Moving| one.before.is_empty());
        self.training_begun(new).await?;
        self.training_moved(moved).await?;
        self.insert_all::<import_change::Entity>(written.changes).await
    }

    /// Removes tokens and writes others.
    pub(super) async fn swap_tokens(&self, gone: &Tokens, new: &Tokens) -> Result<(), Error> {
        for (noun, rows) in &gone.0 {
            self.remove_tokens(noun, rows).await?;
        }
        for (noun, rows) in &new.0 {
            self.insert_tokens(noun, rows).await?;
        }
        Ok(())
    }
}
