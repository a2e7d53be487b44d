//! From the notice to the discussion: what the party did and what the bureau answered, in the order of the days.

use super::column::Column as C;
use super::enter::{Writing, note};
use super::{Appointed, Notified, PaperHearing};
use crate::Day;
use crate::case::{
    Act, AnswerDefence, AppointHearing, ApproveNotice, Deliberate, HearingOutcome, HearingRight, HoldHearing,
    Name, NumberWord, Outcome, ReceiveDefence, RequestHearing, ServeHearingNotice, ServeNotice, Voice,
    WaiveDefence, hearing_by_law,
};
use crate::ledger::Fault;

/// What comes after the notice; of one day in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Defence,
    Waiver,
    Answer,
    Request,
    HearingNotice,
    Hearing,
    Review,
    Discussion,
}

impl Writing<'_> {
    pub(super) fn notice(&mut self, notified: &Notified) -> Result<(), Fault<C>> {
        self.review(Some(notified))?;
        let party = self.ids.party;
        let by_law = self.case.as_ref().is_some_and(|case| hearing_by_law(case, party, &self.desk.context));
        let hearing = match (notified.hearing_told, by_law) {
            (true, true) => HearingRight::ByLaw,
            (true, false) => HearingRight::Offered { reason: note(C::HearingTold)? },
            (false, _) => HearingRight::None,
        };
        let word = if hearing.is_told() { NumberWord::HearingRight } else { NumberWord::Notice };
        let number = self.number(notified.number.as_ref(), word, notified.on);
        let approver = self.approver().cloned();
        let act = Act::ApproveNotice(ApproveNotice { party, hearing, number });
        self.does(C::NoticeOn, notified.on, act, approver.as_ref(), None)?;
        let service = self.service(notified.method, notified.on, C::NoticeOn)?;
        let lacks = self.lacks_consent(notified.method);
        self.does(C::NoticeOn, notified.on, Act::ServeNotice(ServeNotice { party, service }), None, lacks)?;
        for (on, step) in self.steps(notified) {
            self.step(step, on, notified)?;
        }
        Ok(())
    }

    fn steps(&self, notified: &Notified) -> Vec<(Day, Step)> {
        let hearing = notified.hearing.as_ref();
        let appointed = hearing.and_then(|hearing| hearing.appointed.as_ref());
        // A hearing whose day has not come, or is today, is still to be held.
        let held = appointed.map(|one| one.day).filter(|day| *day < self.desk.context.today);
        let reviewed = self.paper.steps.reviewed.as_ref().map(|(on, _)| *on).filter(|on| *on > notified.on);
        let mut steps: Vec<(Day, Step)> = [
            (notified.defence, Step::Defence),
            (notified.defence_waived, Step::Waiver),
            (notified.defence_answered, Step::Answer),
            (hearing.map(|hearing| hearing.asked), Step::Request),
            (appointed.map(|one| one.notice_served), Step::HearingNotice),
            (held, Step::Hearing),
            (reviewed, Step::Review),
            (notified.deliberated.as_ref().map(|(on, _)| *on), Step::Discussion),
        ]
        .into_iter()
        .filter_map(|(day, step)| Some((day?, step)))
        .collect();
        steps.sort();
        steps
    }

    fn step(&mut self, step: Step, on: Day, notified: &Notified) -> Result<(), Fault<C>> {
        let party = self.ids.party;
        let (column, act) = match step {
            Step::Defence => {
                let arguments = note(C::DefenceOn)?;
                (C::DefenceOn, Act::ReceiveDefence(ReceiveDefence { party, arguments }))
            }
            Step::Waiver => {
                (C::WaivedOn, Act::WaiveDefence(WaiveDefence { party, paper: note(C::WaivedOn)? }))
            }
            Step::Answer => {
                let reasons = note(C::AnsweredOn)?;
                (C::AnsweredOn, Act::AnswerDefence(AnswerDefence { party, accepted: false, reasons }))
            }
            Step::Request => {
                (C::AskedOn, Act::RequestHearing(RequestHearing { party, request: note(C::AskedOn)? }))
            }
            Step::HearingNotice => return self.appoint(on, notified),
            Step::Hearing => {
                let (record, report) = (note(C::HearingOn)?, note(C::HearingOn)?);
                let outcome = HearingOutcome::Held { record, report };
                (C::HearingOn, Act::HoldHearing(HoldHearing { parties: vec![party], outcome }))
            }
            Step::Review => {
                let reviewer = self.paper.steps.reviewed.as_ref().map(|(_, reviewer)| reviewer.clone());
                return reviewer.map_or(Ok(()), |reviewer| self.reviewed(on, &reviewer));
            }
            Step::Discussion => return self.discuss(on, notified),
        };
        self.does(column, on, act, None, None).map(drop)
    }

    fn appoint(&mut self, on: Day, notified: &Notified) -> Result<(), Fault<C>> {
        let appointed =
            notified.hearing.as_ref().and_then(|hearing: &PaperHearing| hearing.appointed.clone());
        let Some(Appointed { day, host, .. }) = appointed else { return Ok(()) };
        let place = Name::parse("详见听证通知书").map_err(|error| Fault { column: C::HearingOn, error })?;
        let act = Act::AppointHearing(AppointHearing {
            parties: vec![self.ids.party],
            host: self.known(C::Host, &host)?,
            day,
            time: chrono::NaiveTime::MIN,
            place,
            closed_reason: None,
            postponed: None,
            number: None,
        });
        let approver = self.approver().cloned();
        self.does(C::HearingNoticeOn, on, act, approver.as_ref(), None)?;
        let service = self.service(notified.method, on, C::HearingNoticeOn)?;
        let act = Act::ServeHearingNotice(ServeHearingNotice { party: self.ids.party, service });
        self.does(C::HearingNoticeOn, on, act, None, self.lacks_consent(notified.method)).map(drop)
    }

    /// The discussion concluded what was decided later, else what was intended.
    fn discuss(&mut self, on: Day, notified: &Notified) -> Result<(), Fault<C>> {
        let (Some(concluded), Some((_, names))) = (&self.paper.steps.concluded, &notified.deliberated) else {
            return Ok(());
        };
        let opinion = note(C::DiscussedOn)?;
        let voices =
            names.iter().map(|name| Voice { name: name.clone(), opinion: opinion.clone() }).collect();
        let party = self.ids.party;
        let told = self.case.as_ref().and_then(|case| case.track(party)?.progress.notified().cloned());
        let Some(told) = told.map(|one| one.told) else { return Ok(()) };
        let fine = self.paper.decided.as_ref().map_or(concluded.fine, |decided| decided.fine);
        let outcome = Outcome::Penalise(self.penalties(concluded, fine, told.putting_right));
        let act = Act::Deliberate(Deliberate { party, voices, outcome, conclusion: opinion });
        let approver = self.approver().cloned();
        self.does(C::DiscussedOn, on, act, approver.as_ref(), None).map(drop)
    }
}
