//! Why what was public is public no more (撤回并公开说明理由): 行政处罚法 art. 48(3).

use serde::{Deserialize, Serialize};

use crate::case::{FallGround, Fallen, RemedyKind, RemedyOutcome, Revised, Reviser, Track};
use crate::{Day, Lang};

/// What happened to the decision, as far as the public is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "withdrawn", rename_all = "snake_case")]
pub enum WithdrawnFor {
    Changed {
        by: Reviser,
    },
    Revoked {
        by: Reviser,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ground: Option<FallGround>,
    },
}

/// That a publication was withdrawn, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    pub on: Day,
    pub why: WithdrawnFor,
}

impl WithdrawnFor {
    /// Why the publication of a decision is withdrawn: by the revision through which it fell, else by the ruling that no
    /// revision has followed yet.
    #[must_use]
    pub fn of(track: &Track, decision: u32) -> Self {
        if let Some(fallen) = track.fallen.iter().rfind(|fallen| fallen.decided.seq == decision) {
            return WithdrawnFor::by_revision(fallen);
        }
        let by = |remedy| match remedy {
            RemedyKind::Reconsideration => Reviser::Government,
            RemedyKind::Lawsuit => Reviser::Court,
        };
        match track.fell() {
            Some((remedy, RemedyOutcome::Changed)) => WithdrawnFor::Changed { by: by(remedy) },
            Some((remedy, _)) => WithdrawnFor::Revoked { by: by(remedy), ground: None },
            None => WithdrawnFor::Revoked { by: Reviser::Bureau, ground: None },
        }
    }

    fn by_revision(fallen: &Fallen) -> Self {
        let by = fallen.reviser;
        match fallen.how {
            Revised::Changed => WithdrawnFor::Changed { by },
            Revised::Revoked { ground } | Revised::Anew { ground, .. } => {
                WithdrawnFor::Revoked { by, ground: Some(ground) }
            }
        }
    }

    /// The reason in words.
    #[must_use]
    pub fn sentence(self, lang: Lang) -> String {
        let (how, by, ground) = match self {
            WithdrawnFor::Changed { by } => (lang.pick("变更", "changed"), by, None),
            WithdrawnFor::Revoked { by, ground } => (lang.pick("撤销", "revoked"), by, ground),
        };
        let ground = ground.map(|ground| {
            let name = ground.name(lang);
            lang.pick(format!("，理由：{name}"), format!("; ground: {name}"))
        });
        let ground = ground.unwrap_or_default();
        let by = by.name(lang);
        lang.pick(
            format!("原行政处罚决定已被依法{how}（{by}）{ground}"),
            format!("The decision was {how} by law ({by}){ground}"),
        )
    }
}
