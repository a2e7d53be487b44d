//! What becomes of one row, beside what is kept of its person.

use std::collections::HashSet;

use domain::id::{EnrolmentId, PersonId, TraineeId};
use domain::training::roll::{Column, RollRow};
use domain::training::{CertificateNumber, EnrolmentState, MarksEntry, Name, Tally};
use domain::value::{IdNumber, ValueError};
use domain::{Day, Instant};

use super::class::{Class, Progress, progress_of};
use super::compare::Changes;
use super::known::{Known, KnownTrainee};
use super::told::Told;
use super::{RollOutcome, untold};
use crate::Bureau;
use crate::error::Error;
use crate::scope::BureauStore;
use crate::training::record::new_id;
use crate::training::{CertificateRecord, EnrolmentRecord, Trainee};

/// Why a row is not taken, and in which column.
pub(super) type Wrong = (ValueError, Column);

/// A right row, ready to be written.
#[derive(Debug)]
pub(super) struct Entry {
    pub trainee: KnownTrainee,
    /// The person as before; none: nothing changes, or the person is new.
    pub trainee_before: Option<Trainee>,
    pub enrolment: EnrolmentRecord,
    /// None: a new one.
    pub enrolment_before: Option<EnrolmentRecord>,
    /// The place of the new entry among the exam's.
    pub marks: Option<(usize, MarksEntry)>,
    /// A certificate that is new or changes, and as it was before.
    pub certificate: Option<(CertificateRecord, Option<CertificateRecord>)>,
    pub changes: Changes,
}

impl Entry {
    pub(super) fn outcome(&self) -> RollOutcome {
        match (&self.enrolment_before, self.changes.0.is_empty()) {
            (None, _) => RollOutcome::New,
            (Some(_), true) => RollOutcome::Same,
            (Some(_), false) => RollOutcome::Changed(self.changes.0.clone()),
        }
    }
}

/// Judges the rows of one file.
pub(super) struct Judging<'a> {
    pub(super) told: &'a Told<'a>,
    pub(super) bureau: Bureau,
    pub(super) issuer: Name,
    pub(super) nobody: Name,
    pub(super) by: Option<PersonId>,
    pub(super) today: Day,
    pub(super) now: Instant,
    /// People of several rows whose first right row has come.
    seen: HashSet<IdNumber>,
    pub(super) given: HashSet<CertificateNumber>,
}

impl<'a> Judging<'a> {
    pub(super) fn new(store: &BureauStore, told: &'a Told<'a>) -> Result<Self, Error> {
        let bureau = store.bureau().clone();
        Ok(Judging {
            told,
            issuer: Name::parse(&bureau.full_name).map_err(Error::down)?,
            bureau,
            nobody: untold()?,
            by: store.actor().person,
            today: store.today(),
            now: store.now(),
            seen: HashSet::new(),
            given: HashSet::new(),
        })
    }

    /// What the row writes; what is known of its person becomes what will be.
    pub(super) fn judge(
        &mut self,
        row: &RollRow,
        class: &Class,
        blind: Vec<u8>,
        known: &mut Known,
    ) -> Result<Entry, Wrong> {
        if let Some(is_archived) = class.is_closed() {
            return Err((ValueError::ClassClosed { is_archived }, Column::Class));
        }
        let mut changes = Changes::default();
        let (trainee, trainee_before) = self.person(row, known.trainees.get(&blind), &mut changes);
        let before = known.enrolments.get(&(trainee.id.0, class.id.0)).cloned();
        let enrolment = match &before {
            Some(kept) => self.moved(row, class, kept, &mut changes),
            None => self.begun(row, class, trainee.id),
        };
        let mut entry = Entry {
            trainee,
            trainee_before,
            enrolment,
            enrolment_before: before,
            marks: None,
            certificate: None,
            changes,
        };
        self.add_marks(row, known, &mut entry)?;
        self.add_certificate(row, class, known, &mut entry)?;
        if entry.enrolment_before.is_none() || !entry.changes.0.is_empty() {
            if self.told.is_in_several(&row.id_number) {
                self.seen.insert(row.id_number.clone());
            }
            let version = entry.trainee.version.max(1);
            known.trainees.insert(blind, KnownTrainee { version, ..entry.trainee.clone() });
        }
        self.given.extend(row.certificate_number.clone());
        Ok(entry)
    }

    fn person(
        &self,
        row: &RollRow,
        known: Option<&KnownTrainee>,
        changes: &mut Changes,
    ) -> (KnownTrainee, Option<Trainee>) {
        let told = self.told.person(row);
        let Some(known) = known else {
            let id = TraineeId(new_id());
            return (KnownTrainee { id, version: 0, trainee: told, created_at: self.now }, None);
        };
        let mut after = known.clone();
        let is_changed = !self.seen.contains(&row.id_number) && changes.of_person(&mut after.trainee, &told);
        if !is_changed {
            return (known.clone(), None);
        }
        after.version += 1;
        (after, Some(known.trainee.clone()))
    }

    fn begun(&self, row: &RollRow, class: &Class, trainee: TraineeId) -> EnrolmentRecord {
        let (opens_on, ends_on) = match class.is_rolls {
            true => (row.opens_on, row.ends_on.unwrap_or(row.opens_on)),
            false => class.days_of_plan(),
        };
        let progress = self.progress(row, class);
        EnrolmentRecord {
            id: EnrolmentId(new_id()),
            version: 1,
            class: class.id,
            trainee,
            opens_on,
            ends_on,
            state: self.state(progress, opens_on, ends_on, row.hours.or(class.hours)),
            consent: None,
            destination: row.destination.clone(),
            employer: row.employer.clone(),
            contract_months: row.contract_months,
            remark: row.remark.clone(),
            created_at: self.now,
        }
    }

    fn moved(
        &self,
        row: &RollRow,
        class: &Class,
        kept: &EnrolmentRecord,
        changes: &mut Changes,
    ) -> EnrolmentRecord {
        let mut after = kept.clone();
        changes.of_work(&mut after, row);
        // What a class of the product knows of days, hours and states is its own.
        let Some(was) = progress_of(&kept.state).filter(|_| class.is_rolls) else { return after };
        changes.of_days(&mut after, row);
        let (opens_on, ends_on) = (after.opens_on, after.ends_on);
        let progress = self.progress(row, class);
        if progress > was {
            after.state = self.state(progress, opens_on, ends_on, row.hours.or(class.hours));
            let title = |state: &EnrolmentState| state.stage().title(domain::Lang::Zh);
            changes.note(Column::Class, title(&kept.state), title(&after.state));
        } else if let (EnrolmentState::Completed { tally, .. }, Some(hours)) = (&mut after.state, row.hours)
            && tally.credited != u32::from(hours)
        {
            changes.note(Column::Hours, &tally.credited.to_string(), &hours.to_string());
            *tally = whole(hours);
        }
        after
    }

    /// How far the person is: by the class, and in a class of rolls by the row's own days.
    fn progress(&self, row: &RollRow, class: &Class) -> Progress {
        if !class.is_rolls {
            return class.progress;
        }
        let is_over = row.ends_on.is_some_and(|on| on <= self.today) || row.certificate_number.is_some();
        let own = match (is_over, row.opens_on <= self.today) {
            (true, _) => Progress::Over,
            (false, true) => Progress::Begun,
            (false, false) => Progress::Ahead,
        };
        own.max(class.progress)
    }

    fn state(&self, progress: Progress, opens_on: Day, ends_on: Day, hours: Option<u16>) -> EnrolmentState {
        match progress {
            Progress::Ahead => EnrolmentState::Accepted { on: self.today, out_of_line: None },
            Progress::Begun => EnrolmentState::Studying { on: opens_on.min(self.today) },
            Progress::Over => EnrolmentState::Completed {
                on: ends_on.min(self.today),
                tally: whole(hours.unwrap_or_default()),
            },
        }
    }
}

fn whole(hours: u16) -> Tally {
    let hours = u32::from(hours);
    Tally { credited: hours, held: hours, struck: 0, planned: hours }
}
