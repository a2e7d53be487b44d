//! A refusal of training in three parts: what cannot be done now · why · who opens it and when.

use super::{Refusal, en, zh};
use crate::refusal::Sentence;
use crate::role::{Power, holders};
use crate::{Instant, Lang};

impl Refusal {
    /// The refusal in three parts: what cannot be done now, why, and who opens it and when.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> Sentence {
        let title = self.act.title(lang);
        let (why, opens) = match lang {
            Lang::Zh => zh::reason(&self.code),
            Lang::En => en::reason(&self.code),
        };
        Sentence {
            cannot: lang.pick(format!("现在不能{title}："), format!("Cannot now: {title}. ")),
            why: lang.pick(format!("{why}。"), format!("{why}. ")),
            opens: lang.pick(format!("{opens}。"), format!("{opens}.")),
        }
    }
}

/// 培训专干
pub(super) fn who(power: Power, lang: Lang) -> String {
    holders(power).map(|role| role.title(lang)).collect::<Vec<_>>().join(lang.pick("或", " or "))
}

/// 11月25日 周三 08:30
pub(super) fn moment(at: Instant, lang: Lang) -> String {
    let clock = at.in_shanghai();
    format!("{} {}", crate::calendar::day_short(clock.date(), lang), clock.format("%H:%M"))
}
