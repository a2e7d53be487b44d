//! What is tried on those who study: sign-ins, marks and certificates.

use super::bench::*;
use super::world::*;
use crate::training::*;

impl World {
    pub fn on_trainee(&mut self, at: usize, row: usize, what: &Try) -> Result<(), Refusal> {
        match what {
            Try::SignIn(_, session, presence) | Try::CorrectSignIn(_, session, presence) => {
                self.on_sheet(at, row, *session, *presence, matches!(what, Try::SignIn(..)))
            }
            Try::RecordMarks(_, total) => self.on_exam(at, row, *total, true),
            Try::CorrectMarks(_, total) => self.on_exam(at, row, *total, false),
            _ => self.issue(at, row, matches!(what, Try::IssueTaken(_))),
        }
    }

    fn on_sheet(
        &mut self,
        at: usize,
        row: usize,
        session: usize,
        presence: Presence,
        first: bool,
    ) -> Result<(), Refusal> {
        let class = &self.classes[at];
        let session = &class.sessions[session % class.sessions.len()];
        let (entries, certificate) = (class.rows[row].entries(session.id), self.live(class.rows[row].id));
        let now = self.now();
        let scene = SignInScene {
            class_id: session.class,
            class: &class.state,
            enrolment: &class.rows[row].state,
            session,
            entries: &entries,
            certificate: certificate.as_ref(),
            settings: &self.settings,
            hand: self.hand(PAN_TRAINER),
            now,
        };
        let entry = if first {
            scene.sign_in(presence, now, Method::Teacher, why())?
        } else {
            scene.correct(presence, why(), Some(TANG_TRAINER))?
        };
        let (id, settings) = (session.id, self.settings.clone());
        let class = &mut self.classes[at];
        class.rows[row].sign_ins.push((id, entry));
        let sessions = class.sessions.iter_mut().find(|session| session.id == id);
        sessions.unwrap().sign_ins += 1;
        // As the store does: a finished class reckons the enrolment again.
        if let Some(on) = class.state.finished_on() {
            let tally = Tally::of(&class.sessions, &class.rows[row].standing(&class.sessions), now);
            class.rows[row].state = class.rows[row].state.clone().reckoned(tally, on, &settings);
        }
        Ok(())
    }

    fn on_exam(&mut self, at: usize, row: usize, total: u32, first: bool) -> Result<(), Refusal> {
        let class = &self.classes[at];
        let certificate = self.live(class.rows[row].id);
        let teachers = class.plan.teachers(&class.sessions);
        let scene = ExamScene {
            class: &class.state,
            enrolment: &class.rows[row].state,
            sessions: &class.sessions,
            teachers: &teachers,
            tally: Tally::of(&class.sessions, &class.rows[row].standing(&class.sessions), self.now()),
            entries: &class.rows[row].exam,
            certificate: certificate.as_ref(),
            settings: &self.settings,
            hand: self.hand(TANG_TRAINER),
        };
        let entry = if first {
            scene.record(sitting_facts(total))?
        } else {
            scene.correct(1, marks(total), why(), Some(PAN_TRAINER))?
        };
        self.classes[at].rows[row].exam.push(entry);
        Ok(())
    }

    fn new_number(&self, taken: bool) -> CertificateNumber {
        let last = if taken { self.last_serial.saturating_sub(1) } else { self.last_serial };
        CertificateNumber::next(&county(), self.today, last).unwrap()
    }

    fn is_taken(&self, number: &CertificateNumber) -> bool {
        self.certificates.iter().any(|one| one.number == *number)
    }

    fn issue(&mut self, at: usize, row: usize, taken: bool) -> Result<(), Refusal> {
        let class = &self.classes[at];
        let live = self.live(class.rows[row].id);
        let scene = IssueScene {
            class: &class.state,
            enrolment_id: class.rows[row].id,
            enrolment: &class.rows[row].state,
            exam: &class.rows[row].exam,
            live: live.as_ref(),
            settings: &self.settings,
            hand: self.hand(PAN_TRAINER),
        };
        let paper = Paper {
            name: person("盘小妹"),
            trade: class.plan.trade.clone(),
            level: None,
            issuer: name("江华瑶族自治县商务局"),
            signer: name("周明"),
        };
        let (number, county) = (self.new_number(taken), county());
        let is_taken = self.is_taken(&number);
        let issued = scene.issue(paper, NewNumber { number: &number, county: &county, is_taken })?;
        self.last_serial = number.serial();
        self.certificates.push(issued);
        Ok(())
    }

    pub fn on_certificate(&mut self, which: usize, what: &Try) -> Result<(), Refusal> {
        let count = self.certificates.len();
        if count == 0 {
            return Ok(());
        }
        let which = which % count;
        let certificate = self.certificates[which].clone();
        if let Try::Revoke(_) = what {
            self.certificates[which] =
                certificate.revoke(why(), name("撤〔2026〕1号"), &self.hand(ZHOU_HEAD))?;
            return Ok(());
        }
        let (number, county) = (self.new_number(false), county());
        let is_taken = self.is_taken(&number);
        let number = NewNumber { number: &number, county: &county, is_taken };
        let (old, new) =
            certificate.replace(ReplacementGround::Lost, None, number, &self.hand(PAN_TRAINER))?;
        self.last_serial = new.number.serial();
        self.certificates[which] = old;
        self.certificates.push(new);
        Ok(())
    }
}
