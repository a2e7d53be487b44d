//! Recusal (回避): row 6b; 行政处罚法 art. 43. The head decides, and the investigation goes on meanwhile.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Case, Event, Name, Note};
use crate::id::PersonId;
use crate::refusal::{Fact, RefusalCode};
use crate::role::Role;
use crate::{Day, Lang};

/// Who asks that somebody stands aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecusalSource {
    /// 当事人申请
    Party,
    /// 本人申明
    Own,
}

impl RecusalSource {
    /// Both, in the order of the form.
    pub const ALL: [RecusalSource; 2] = [RecusalSource::Party, RecusalSource::Own];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            RecusalSource::Party => "party",
            RecusalSource::Own => "own",
        }
    }

    /// Who it is.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            RecusalSource::Party => lang.pick("当事人申请", "challenged by the party"),
            RecusalSource::Own => lang.pick("本人申明", "declared by the person"),
        }
    }
}

/// 回避申请
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskRecusal {
    pub person: PersonId,
    /// The person's name on the day.
    pub name: Name,
    pub source: RecusalSource,
    /// The interest, or the relation that may affect fairness.
    pub reason: Note,
}

/// 回避决定
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecideRecusal {
    /// The event that asked for it.
    pub request: u32,
    pub granted: bool,
    pub reason: Note,
}

/// A recusal as the case remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recusal {
    /// The event that asked for it.
    pub seq: u32,
    pub on: Day,
    pub person: PersonId,
    pub name: Name,
    /// The day of the head's decision, and whether it was granted.
    pub decided: Option<(Day, bool)>,
}

impl Case {
    /// Whether a person can be named for what was done on a day: not after the day on which it was granted.
    #[must_use]
    pub fn is_recused(&self, person: PersonId, on: Day) -> bool {
        let stands_aside = |one: &Recusal| {
            one.person == person
                && one.decided.is_some_and(|(granted_on, granted)| granted && granted_on < on)
        };
        self.recusals.iter().any(stands_aside)
    }

    /// Whether a person does nothing in the case any more: from the decision on, whatever day is entered.
    #[must_use]
    pub fn stands_aside(&self, person: PersonId) -> bool {
        self.recusals
            .iter()
            .any(|one| one.person == person && one.decided.is_some_and(|(_, granted)| granted))
    }

    /// The requests that the head has not decided on.
    pub fn open_recusals(&self) -> impl Iterator<Item = &Recusal> {
        self.recusals.iter().filter(|one| one.decided.is_none())
    }

    /// Whether the head named an officer to stand aside and no other has taken the place.
    #[must_use]
    pub fn needs_other_officers(&self) -> bool {
        let granted = |one: &&Recusal| one.decided.is_some_and(|(_, granted)| granted);
        self.filing().is_some_and(|filed| {
            self.recusals.iter().filter(granted).any(|one| filed.officers.contains(one.person))
        })
    }

    pub(super) fn recusal_asked(mut self, facts: &AskRecusal, event: &Event) -> Case {
        self.recusals.push(Recusal {
            seq: event.seq,
            on: event.on,
            person: facts.person,
            name: facts.name.clone(),
            decided: None,
        });
        self
    }

    pub(super) fn recusal_decided(mut self, facts: &DecideRecusal, event: &Event) -> Case {
        if let Some(asked) = self.recusals.iter_mut().find(|one| one.seq == facts.request) {
            asked.decided = Some((event.on, facts.granted));
        }
        self
    }
}

impl Judge<'_> {
    /// Officers, reviewers and hosts can be challenged, each once at a time.
    pub(super) fn ask_recusal(&self, facts: &AskRecusal) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        let works = |role: &Role| matches!(role, Role::Officer | Role::Reviewer);
        let member = self.context.member(facts.person);
        let may_be = member.is_some_and(|member| member.roles.iter().any(works))
            || case.people.hosts.contains(&facts.person);
        let asked = case
            .recusals
            .iter()
            .any(|one| one.person == facts.person && one.decided.is_none_or(|(_, granted)| granted));
        if !may_be || asked {
            return Err(RefusalCode::MissingFact { fact: Fact::PersonToRecuse });
        }
        Ok(())
    }

    /// Whether there is anything to decide.
    pub(super) fn recusal_open(&self) -> Result<(), RefusalCode> {
        match self.case.and_then(|case| case.open_recusals().next()) {
            Some(_) => Ok(()),
            None => Err(RefusalCode::MissingFact { fact: Fact::OpenRecusal }),
        }
    }

    /// Nobody decides on his own recusal.
    pub(super) fn decide_recusal(&self, facts: &DecideRecusal) -> Result<(), RefusalCode> {
        let asked = self.case.and_then(|case| case.open_recusals().find(|one| one.seq == facts.request));
        match asked {
            Some(asked) if asked.person == self.context.actor => {
                Err(RefusalCode::Recused { name: asked.name.to_string() })
            }
            Some(_) => Ok(()),
            None => Err(RefusalCode::MissingFact { fact: Fact::OpenRecusal }),
        }
    }

    /// Whoever stands aside enters nothing in the case any more.
    pub(super) fn actor_not_recused(&self) -> Result<(), RefusalCode> {
        let actor = self.context.actor;
        if self.case.is_some_and(|case| case.stands_aside(actor)) {
            return Err(RefusalCode::Recused { name: self.context.name(actor) });
        }
        Ok(())
    }

    /// Whoever stands aside is not named for later days.
    pub(super) fn not_recused(&self, person: PersonId) -> Result<(), RefusalCode> {
        if self.case.is_some_and(|case| case.is_recused(person, self.on)) {
            return Err(RefusalCode::Recused { name: self.context.name(person) });
        }
        Ok(())
    }
}
