//! Reconsideration of a court's refusal (对法院裁定申请复议): row 24a; 行政强制法 art. 56, 58.

use serde::{Deserialize, Serialize};

use super::clocks::clock;
use super::judge::Judge;
use super::{
    ActKind, AtCourt, CaseClock, ClockState, Context, CourtAnswer, CourtApplication, Event, Name, Note,
    Progress, Track,
};
use crate::calendar::Clock;
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};
use crate::{Day, Lang};

/// 复议申请书 to the court above, signed by the head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectToCourt {
    pub party: PartyId,
    /// The court above the one that refused.
    pub court: Name,
    pub grounds: Note,
}

/// What the court above said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectionAnswer {
    /// The refusal stands.
    Upheld,
    /// The application that was not accepted is taken up (art. 56).
    Accepted,
    /// What was refused is enforced (art. 58).
    Granted,
}

impl ObjectionAnswer {
    /// Every answer, in the order of the form.
    pub const ALL: [ObjectionAnswer; 3] =
        [ObjectionAnswer::Upheld, ObjectionAnswer::Accepted, ObjectionAnswer::Granted];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ObjectionAnswer::Upheld => "upheld",
            ObjectionAnswer::Accepted => "accepted",
            ObjectionAnswer::Granted => "granted",
        }
    }

    /// What the answer is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            ObjectionAnswer::Upheld => lang.pick("驳回复议申请，维持原裁定", "refusal upheld"),
            ObjectionAnswer::Accepted => {
                lang.pick("裁定受理（对不予受理）", "application accepted after all")
            }
            ObjectionAnswer::Granted => {
                lang.pick("裁定准予执行（对不予执行）", "enforcement granted after all")
            }
        }
    }

    /// Whether it answers a refusal of this kind: each article has its own question.
    #[must_use]
    pub fn answers(self, refused: CourtAnswer) -> bool {
        match self {
            ObjectionAnswer::Upheld => true,
            ObjectionAnswer::Accepted => refused == CourtAnswer::NotAccepted,
            ObjectionAnswer::Granted => refused == CourtAnswer::Refused,
        }
    }
}

/// 上一级法院裁定 as it was served on the bureau.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordObjectionAnswer {
    pub party: PartyId,
    pub answer: ObjectionAnswer,
    /// Number and gist.
    pub paper: Note,
}

/// One objection with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    pub on: Day,
    pub court: Name,
    /// The refusal that it is about, with the day on which it was served.
    pub refused: (Day, CourtAnswer),
    pub answer: Option<(Day, ObjectionAnswer)>,
}

impl CourtApplication {
    /// The refusal that stands, with the day on which it was served.
    #[must_use]
    pub fn refusal(&self) -> Option<(Day, CourtAnswer)> {
        self.answer.filter(|(_, answer)| matches!(answer, CourtAnswer::NotAccepted | CourtAnswer::Refused))
    }

    /// The objection without an answer.
    #[must_use]
    pub fn open_objection(&self) -> Option<&Objection> {
        self.objections.iter().find(|objection| objection.answer.is_none())
    }

    /// The refusal against which nothing was done.
    fn contestable(&self) -> Option<(Day, CourtAnswer)> {
        self.refusal().filter(|refusal| self.objections.iter().all(|one| one.refused != *refusal))
    }

    /// The day of the last that the courts were asked or said; none while they say nothing.
    pub(super) fn since(&self) -> Option<Day> {
        let objections = self.objections.iter();
        let said = objections.map(|one| one.answer.map_or(one.on, |(on, _)| on));
        said.chain(self.answer.map(|(on, _)| on)).max()
    }
}

impl Track {
    /// The last application to court.
    #[must_use]
    pub fn application(&self) -> Option<&CourtApplication> {
        self.enforcement.applications.last()
    }

    /// The term for objecting to each refusal; the last one runs until it is used, another application is made, or
    /// nothing is owed. `over`: what became of the debt.
    pub(super) fn objection_clocks(&self, over: ClockState, context: &Context<'_>) -> Vec<CaseClock> {
        let party = Some(self.party.id);
        let objection = |start, state| clock(Clock::CourtObjection, party, start, state, context).into_iter();
        let mut list = Vec::new();
        for (at, application) in self.enforcement.applications.iter().enumerate() {
            for one in &application.objections {
                list.extend(objection(one.refused.0, ClockState::Met { on: one.on }));
            }
            let Some((refused_on, _)) = application.contestable() else { continue };
            let state = match (self.enforcement.applications.get(at + 1), over) {
                (Some(next), _) => ClockState::Ended { on: next.on },
                (None, ClockState::Met { on } | ClockState::Ended { on }) => ClockState::Ended { on },
                (None, ClockState::Running) => ClockState::Running,
            };
            list.extend(objection(refused_on, state));
        }
        list
    }

    /// The last day for an objection that is still possible on a day.
    #[must_use]
    pub fn objection_until(&self, on: Day, context: &Context<'_>) -> Option<Day> {
        let (refused_on, _) = self.application()?.contestable()?;
        let party = Some(self.party.id);
        let clock = clock(Clock::CourtObjection, party, refused_on, ClockState::Running, context)?;
        Some(clock.deadline.last_day).filter(|last_day| on <= *last_day)
    }

    /// What a refusal of the court asks for first: the answer of the court above, or whether to ask it.
    pub(super) fn after_refusal(&self, context: &Context<'_>) -> Option<ActKind> {
        match self.application()?.open_objection() {
            Some(_) => Some(ActKind::RecordObjectionAnswer),
            None => self.objection_until(context.today, context).map(|_| ActKind::ObjectToCourt),
        }
    }

    pub(super) fn objected(mut self, facts: &ObjectToCourt, event: &Event) -> Result<Self, Refusal> {
        let application = self.enforcement.applications.last_mut();
        match application.and_then(|one| Some((one.contestable()?, one))) {
            Some((refused, application)) => {
                let court = facts.court.clone();
                application.objections.push(Objection { on: event.on, court, refused, answer: None });
                Ok(self)
            }
            None => Err(self.progress.refuses(ActKind::ObjectToCourt)),
        }
    }

    pub(super) fn objection_answered(
        mut self,
        facts: &RecordObjectionAnswer,
        event: &Event,
    ) -> Result<Self, Refusal> {
        let application = self.enforcement.applications.last_mut();
        let open = application.and_then(|one| {
            let open = one.objections.iter_mut().find(|objection| objection.answer.is_none())?;
            open.answer = Some((event.on, facts.answer));
            one.answer = match facts.answer {
                ObjectionAnswer::Upheld => one.answer,
                ObjectionAnswer::Accepted => None,
                ObjectionAnswer::Granted => Some((event.on, CourtAnswer::Granted)),
            };
            Some(())
        });
        match (open, facts.answer, self.progress) {
            // The court that did not accept it decides now.
            (Some(()), ObjectionAnswer::Accepted, Progress::Executing(executing)) => {
                self.progress = Progress::AtCourt(AtCourt { executing, on: event.on, seq: event.seq });
                Ok(self)
            }
            (Some(()), _, progress) => Ok(Track { progress, ..self }),
            (None, _, progress) => Err(progress.refuses(ActKind::RecordObjectionAnswer)),
        }
    }
}

impl Judge<'_> {
    /// The court refused, nobody objected, and fifteen days are not over.
    pub(super) fn objectionable(&self, track: &Track) -> Result<(), RefusalCode> {
        let application = track.application().filter(|one| one.refusal().is_some());
        let application = application.ok_or(RefusalCode::MissingFact { fact: Fact::CourtRefusal })?;
        self.enforceable(track)?;
        let Some((refused_on, _)) = application.contestable() else {
            return Err(RefusalCode::DoneAlready { act: ActKind::ObjectToCourt });
        };
        let party = Some(track.party.id);
        let term = clock(Clock::CourtObjection, party, refused_on, ClockState::Running, &self.context);
        match term.map(|clock| clock.deadline.last_day) {
            None => Err(RefusalCode::NoTermInForce { on: refused_on }),
            Some(last_day) if last_day < self.on => Err(RefusalCode::TermOver { last_day }),
            Some(_) => Ok(()),
        }
    }

    /// Whether the court above owes an answer.
    pub(super) fn objection_open(&self, track: &Track) -> Result<(), RefusalCode> {
        match track.application().and_then(CourtApplication::open_objection) {
            Some(_) => Ok(()),
            None => Err(RefusalCode::MissingFact { fact: Fact::OpenObjection }),
        }
    }

    pub(super) fn objection_answer(&self, facts: &RecordObjectionAnswer) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        match track.application().and_then(CourtApplication::open_objection) {
            Some(open) if facts.answer.answers(open.refused.1) => Ok(()),
            _ => Err(RefusalCode::MissingFact { fact: Fact::ObjectionAnswer }),
        }
    }
}
