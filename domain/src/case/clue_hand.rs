//! In whose hands a clue is until somebody files it, and how it passes on (移交线索).

use serde::{Deserialize, Serialize};

use super::{Act, Case, Judge, Member, Note, taken_back};
use crate::id::PersonId;
use crate::refusal::{Fact, RefusalCode};
use crate::role::Role;

/// 移交线索: another officer verifies the clue from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassClue {
    pub to: PersonId,
    pub reason: Note,
}

impl Case {
    /// Who has what is not filed in hand: to whom it passed last, else who registered it.
    #[must_use]
    pub fn keeper(&self) -> Option<PersonId> {
        let gone = taken_back(&self.log);
        let passed = self.log.iter().rev().filter(|event| !gone.contains(&event.seq));
        let mut passed = passed.filter_map(|event| match &event.act {
            Act::PassClue(facts) => Some(facts.to),
            _ => None,
        });
        passed.next().or_else(|| self.log.first().map(|event| event.by))
    }
}

impl Judge<'_> {
    /// Whoever takes the clue is an officer with a valid certificate, and does not have it already.
    pub(super) fn pass_clue(&self, facts: &PassClue) -> Result<(), RefusalCode> {
        let is_officer = |member: &Member| {
            member.roles.contains(&Role::Officer) && member.certificate_on(self.on).is_some()
        };
        let works = self.context.member(facts.to).is_some_and(is_officer);
        let has_it = self.case.and_then(Case::keeper) == Some(facts.to);
        if works && !has_it { Ok(()) } else { Err(RefusalCode::MissingFact { fact: Fact::OtherOfficer }) }
    }
}
