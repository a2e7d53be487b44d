//! Marks and certificates of one row, beside those that are kept.

use domain::id::{CertificateId, EnrolmentId};
use domain::training::roll::{Column, RollRow};
use domain::training::{
    Certificate, CertificateFacts, CertificateNumber, CertificateState, EnrolmentState, Mark, Marks,
    MarksEntry, best,
};
use domain::value::{Noun, ValueError};

use super::class::{Class, Progress, progress_of};
use super::judge::{Entry, Judging, Wrong};
use super::known::Known;
use crate::BureauKind;
use crate::training::CertificateRecord;
use crate::training::record::new_id;

impl Judging<'_> {
    /// A mark becomes an entry of the first sitting; another one told by a roll is followed by it.
    pub(super) fn add_marks(&self, row: &RollRow, known: &Known, entry: &mut Entry) -> Result<(), Wrong> {
        let Some(mark) = row.mark else { return Ok(()) };
        let id = entry.enrolment.id.0;
        let entries = known.marks.get(&id).map_or(&[][..], Vec::as_slice);
        if best(entries).is_some_and(|one| one.marks.total == mark) {
            return Ok(());
        }
        if entry.enrolment_before.is_some() && progress_of(&entry.enrolment.state).is_none() {
            return Err((ValueError::RecordedOtherwise { noun: Noun::Class }, Column::Class));
        }
        let is_told = |one: &MarksEntry| one.examiners.is_empty() && one.place.is_none();
        if !entries.iter().all(is_told) {
            return Err((ValueError::RecordedOtherwise { noun: Noun::Mark }, Column::Mark));
        }
        let old = best(entries).map(|one| one.marks.total.to_string()).unwrap_or_default();
        entry.changes.note(Column::Mark, &old, &mark.to_string());
        let told = MarksEntry {
            sitting: 1,
            on: entry.enrolment.ends_on.min(self.today),
            marks: Marks { theory: None, practical: None, total: mark },
            examiners: Vec::new(),
            place: None,
            by: self.by,
            correction: None,
        };
        entry.marks = Some((entries.len() + 1, told));
        Ok(())
    }

    pub(super) fn add_certificate(
        &self,
        row: &RollRow,
        class: &Class,
        known: &Known,
        entry: &mut Entry,
    ) -> Result<(), Wrong> {
        let id = entry.enrolment.id;
        let papers = known.certificates.get(&id.0).map_or(&[][..], Vec::as_slice);
        let live = papers.iter().find(|paper| paper.certificate.is_live());
        let otherwise = |noun, column| Err((ValueError::RecordedOtherwise { noun }, column));
        if let (Some(_), Some(live)) = (&entry.marks, live)
            && live.certificate.facts.signer != self.nobody
        {
            return otherwise(Noun::Mark, Column::Mark);
        }
        let Some(number) = &row.certificate_number else {
            return self.follow_marks(live, entry);
        };
        self.fits(number, id, known)?;
        if papers.iter().any(|paper| paper.certificate.number == *number) {
            return self.follow_marks(live, entry);
        }
        match (live, papers.is_empty()) {
            (Some(live), _) if live.certificate.facts.signer == self.nobody => {
                let mut after = live.clone();
                let old = after.certificate.number.to_string();
                entry.changes.note(Column::CertificateNumber, &old, &number.to_string());
                after.certificate.number = number.clone();
                after.certificate.facts.mark = row.mark.unwrap_or(after.certificate.facts.mark);
                after.version += 1;
                entry.certificate = Some((after, Some(live.clone())));
                Ok(())
            }
            (None, true) if class.is_rolls || class.progress == Progress::Over => {
                entry.changes.note(Column::CertificateNumber, "", &number.to_string());
                entry.certificate = Some((self.issued(number, row, class, entry), None));
                Ok(())
            }
            (None, true) => otherwise(Noun::Class, Column::Class),
            _ => otherwise(Noun::CertificateNumber, Column::CertificateNumber),
        }
    }

    /// A certificate that a roll told shows the mark that a roll tells now.
    fn follow_marks(&self, live: Option<&CertificateRecord>, entry: &mut Entry) -> Result<(), Wrong> {
        let (Some((_, marks)), Some(live)) = (&entry.marks, live) else { return Ok(()) };
        if !marks.marks.total.is_pass() {
            return Err((ValueError::CertificateWithoutPass, Column::Mark));
        }
        let mut after = live.clone();
        after.certificate.facts.mark = marks.marks.total;
        after.version += 1;
        entry.certificate = Some((after, Some(live.clone())));
        Ok(())
    }

    /// Of the bureau's own county, and nobody else's.
    fn fits(&self, number: &CertificateNumber, own: EnrolmentId, known: &Known) -> Result<(), Wrong> {
        let column = Column::CertificateNumber;
        match &self.bureau.code {
            Some(code) if self.bureau.kind == BureauKind::County && number.county().as_str() != code => {
                return Err((ValueError::WrongCounty { own: code.clone() }, column));
            }
            _ => (),
        }
        let holder = known.numbers.get(&number.to_string());
        if holder.is_some_and(|holder| *holder != own.0) || self.given.contains(number) {
            return Err((ValueError::NumberTaken, column));
        }
        Ok(())
    }

    fn issued(
        &self,
        number: &CertificateNumber,
        row: &RollRow,
        class: &Class,
        entry: &Entry,
    ) -> CertificateRecord {
        let on = entry.enrolment.ends_on.min(self.today);
        let hours = match &entry.enrolment.state {
            EnrolmentState::Completed { tally, .. } => tally.credited,
            _ => u32::from(row.hours.or(class.hours).unwrap_or_default()),
        };
        let facts = CertificateFacts {
            name: entry.trainee.trainee.name.clone(),
            trade: class.trade.clone(),
            level: None,
            hours,
            mark: row.mark.unwrap_or(Mark::PASS),
            sitting: 1,
            exam_on: on,
            issuer: self.issuer.clone(),
            signer: self.nobody.clone(),
        };
        let certificate = Certificate {
            number: number.clone(),
            enrolment: entry.enrolment.id,
            replaces: None,
            facts,
            state: CertificateState::Issued { on, by: self.by },
        };
        CertificateRecord {
            id: CertificateId(new_id()),
            version: 1,
            certificate,
            id_number_masked: row.id_number.masked(),
            issued_on: on,
            created_at: self.now,
        }
    }
}
