//! A refusal in three parts: what cannot be done now · why, with the article · who opens it and when.

use super::{Refusal, en, zh};
use crate::Lang;
use crate::catalogue::Authority;
use crate::role::{Power, Role, holders};

/// The three parts, each a clause without its full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub cannot: String,
    pub why: String,
    pub opens: String,
}

impl std::fmt::Display for Sentence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}{}", self.cannot, self.why, self.opens)
    }
}

impl Refusal {
    /// The refusal in words.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> Sentence {
        let name = self.act.name(lang);
        let (why, opens) = match lang {
            Lang::Zh => zh::reason(&self.code),
            Lang::En => en::reason(&self.code),
        };
        Sentence {
            cannot: lang.pick(format!("现在不能{name}："), format!("Cannot now: {name}. ")),
            why: lang.pick(format!("{why}。"), format!("{why}. ")),
            opens: lang.pick(format!("{opens}。"), format!("{opens}.")),
        }
    }
}

/// What a role is called.
pub(super) fn role(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Officer => lang.pick("执法人员", "officer"),
        Role::Reviewer => lang.pick("法制审核人员", "legal reviewer"),
        Role::Head => lang.pick("分管负责人", "head"),
        Role::Chief => lang.pick("主要负责人", "chief"),
        _ => lang.pick("本单位人员", "member"),
    }
}

/// Whose step an act of a power is.
pub(super) fn hand(power: Power, lang: Lang) -> String {
    match power {
        Power::WorkCases => lang.pick("承办人", "the officers").to_owned(),
        _ => who(power, lang),
    }
}

pub(super) fn who(power: Power, lang: Lang) -> String {
    holders(power).map(|one| role(one, lang)).collect::<Vec<_>>().join(lang.pick("或", " or "))
}

pub(super) fn names(who: &[Authority], lang: Lang) -> String {
    who.iter().map(|authority| authority.name(lang)).collect::<Vec<_>>().join(lang.pick("、", ", "))
}
