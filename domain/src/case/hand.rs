//! In whose hands a case is: the officers', the reviewer's, the head's, the archivist's, or another's for whom it waits.

use serde::{Deserialize, Serialize};

use super::next::todo_without;
use super::{Act, ActKind, Case, Context, Todo, todo};
use crate::id::PartyId;

/// Whose act the next one of a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextHand {
    Officer,
    Reviewer,
    /// A proposal waits for somebody with the power to approve.
    Approver,
    /// The case is closed, and its dossier waits to be archived.
    Archivist,
    /// The party, or another authority.
    Party,
}

impl NextHand {
    /// The word in the case's row.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            NextHand::Officer => "officer",
            NextHand::Reviewer => "reviewer",
            NextHand::Approver => "approver",
            NextHand::Archivist => "archivist",
            NextHand::Party => "party",
        }
    }

    /// The hand of the word in the case's row; the officers, where the word is none.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        let all = [NextHand::Reviewer, NextHand::Approver, NextHand::Archivist, NextHand::Party];
        all.into_iter().find(|hand| hand.word() == word).unwrap_or(NextHand::Officer)
    }

    /// Whose act it is when nothing is proposed.
    fn of(todo: &Todo) -> Self {
        match todo {
            Todo { wait: Some(_), .. } => NextHand::Party,
            Todo { act: ActKind::Review, .. } => NextHand::Reviewer,
            Todo { act: ActKind::Archive, .. } => NextHand::Archivist,
            Todo { act: ActKind::DecideCrime, .. } => NextHand::Approver,
            _ => NextHand::Officer,
        }
    }
}

/// What is next and in whose hands it is, while proposals are open. A proposal keeps only the parties that it names: what
/// another party asks of the bureau meanwhile comes before the approval, what another waits for after it. A proposal about
/// the whole case keeps all of it.
#[must_use]
pub fn in_hand(case: &Case, proposed: &[Act], context: &Context<'_>) -> Option<(Todo, NextHand)> {
    let waiting: Vec<PartyId> = proposed.iter().flat_map(Act::parties).collect();
    let of_all = proposed.iter().any(|act| act.parties().is_empty());
    if proposed.is_empty() {
        return todo(case, context).map(|todo| (todo, NextHand::of(&todo)));
    }
    let beside = todo_without(case, &waiting, context).map(|todo| (todo, NextHand::of(&todo)));
    let beside = beside.filter(|(_, hand)| !of_all && *hand != NextHand::Party);
    beside.or_else(|| Some((todo(case, context)?, NextHand::Approver)))
}
