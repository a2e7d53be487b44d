//! Reminders (提醒): who is told of a running term.

use super::{Member, NextHand};
use crate::calendar::{Binds, ReminderStep};
use crate::id::PersonId;
use crate::role::{Power, may};

/// In whose hands a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hands {
    pub lead: Option<PersonId>,
    /// Whose act is next.
    pub next: NextHand,
}

/// Who is told that a term has reached a step: of the bureau's terms whoever must act, near the end the head as well;
/// that another's term is over, the lead officer. Only those who are members today, hence may see the case; the head in
/// place of a lead officer who is none any more.
#[must_use]
pub fn reminded(binds: Binds, step: ReminderStep, hands: Hands, members: &[Member]) -> Vec<PersonId> {
    let holders = |power| members.iter().filter(move |one| may(&one.roles, power)).map(|one| one.person);
    let reads = |person: &PersonId| holders(Power::ReadRecords).any(|one| one == *person);
    let lead = || hands.lead.filter(reads).into_iter().collect::<Vec<_>>();
    let mut told: Vec<PersonId> = match (binds, hands.next) {
        (Binds::Bureau, NextHand::Reviewer) => holders(Power::ReviewCases).collect(),
        (Binds::Bureau, NextHand::Archivist) => holders(Power::ArchiveCases).collect(),
        (Binds::Bureau, NextHand::Approver) => holders(Power::ApproveCases).collect(),
        _ => lead(),
    };
    if told.is_empty() || (binds == Binds::Bureau && step.is_for_head()) {
        told.extend(holders(Power::ApproveCases));
    }
    told.sort_unstable();
    told.dedup();
    told
}
