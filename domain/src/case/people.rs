//! Who acts, and everything else that a rule must be told: it is given, never looked up.

use serde::{Deserialize, Serialize};

use super::{Designation, FinedAct, Name, WarningStanding};
use crate::Day;
use crate::calendar::{Calendar, ClockRules};
use crate::catalogue::{Catalogue, HearingThresholds, PartyKind, PowerGrant};
use crate::id::{BureauId, PartyId, PersonId};
use crate::role::{Power, Role, may};
use crate::value::Money;

/// An enforcement certificate (执法证), from–to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    pub number: Name,
    pub from: Day,
    /// Last day.
    pub to: Day,
}

/// A member of the bureau, as far as cases ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub person: PersonId,
    pub name: Name,
    pub roles: Vec<Role>,
    pub certificates: Vec<Certificate>,
    /// The national legal qualification, or a paper showing earlier review work (行政处罚法 art. 58).
    pub qualified: bool,
}

impl Member {
    /// The certificate that is valid on a day.
    #[must_use]
    pub fn certificate_on(&self, day: Day) -> Option<&Certificate> {
        self.certificates.iter().find(|certificate| certificate.from <= day && day <= certificate.to)
    }
}

/// A bureau's settings that the procedure asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Everything is legally reviewed, not only where the law asks.
    pub review_everything: bool,
    pub hearing: HearingThresholds,
    /// Days by which a term may be overdue before it is gravely so (严重超期).
    pub grave_days: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            review_everything: false,
            hearing: HearingThresholds::default(),
            grave_days: crate::calendar::GRAVE_DAYS,
        }
    }
}

impl Settings {
    /// From which amount on a party may ask for a hearing.
    #[must_use]
    pub fn hearing_threshold(&self, kind: PartyKind) -> Money {
        if kind.counts_as_person() { self.hearing.person } else { self.hearing.organisation }
    }
}

/// All that judging an act needs besides the case.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub today: Day,
    pub bureau: BureauId,
    /// The bureau's code by GB/T 2260; none for a management zone, whose area is not a code.
    pub area: Option<u32>,
    pub calendar: &'a Calendar,
    pub rules: &'a ClockRules,
    pub catalogue: &'a Catalogue,
    pub grants: &'a [PowerGrant],
    pub members: &'a [Member],
    pub settings: &'a Settings,
    pub actor: PersonId,
    /// What this bureau has fined the party for before, as far as the act about to be judged asks for it.
    pub fined: &'a [FinedAct],
    /// The orders of the city by which this bureau handles what lies elsewhere.
    pub designations: &'a [Designation],
    /// What is known of the warning on which the case rests, party by party, as far as the act about to be judged asks.
    pub warned: &'a [(PartyId, WarningStanding)],
    /// Numbers, or names where they have none, of the case's papers whose signed sheets are not back; for the archive.
    pub papers_out: &'a [String],
    /// The case calls for papers that were never made here; for the archive.
    pub papers_unmade: bool,
}

impl<'a> Context<'a> {
    /// A member by person.
    #[must_use]
    pub fn member(&self, person: PersonId) -> Option<&'a Member> {
        self.members.iter().find(|member| member.person == person)
    }

    /// Whether the actor holds a power here.
    #[must_use]
    pub fn may(&self, power: Power) -> bool {
        self.member(self.actor).is_some_and(|member| may(&member.roles, power))
    }

    /// A person's name for a sentence.
    #[must_use]
    pub fn name(&self, person: PersonId) -> String {
        self.member(person).map_or_else(|| "—".to_owned(), |member| member.name.to_string())
    }
}
