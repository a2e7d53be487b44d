//! For whom a case waits, and until when.

use serde::{Deserialize, Serialize};

use crate::calendar::day_long as long_day;
use crate::id::PartyId;
use crate::{Day, Lang};

/// Whom the case waits for, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "wait", rename_all = "snake_case")]
pub enum Wait {
    /// The party may be heard; a decision is possible from `opens_on`.
    Defence { party: PartyId, until: Day, opens_on: Day },
    /// The party may be heard or ask for a hearing; a decision is possible from `opens_on`.
    HearingRequest { party: PartyId, until: Day, opens_on: Day },
    /// The hearing is appointed and told; until the eve of its day.
    Hearing { party: PartyId, until: Day, day: Day },
    /// The party may pay.
    Payment { party: PartyId, until: Day },
    /// The demand runs, or the court does not take the case yet.
    Demand { party: PartyId, until: Day },
    /// A public notice runs.
    PublicNotice { party: PartyId, until: Day },
    /// Another bureau is to answer a transfer; after `until` the city sees it.
    Transfer { until: Day },
    /// The police are to answer.
    Police { until: Day },
}

impl Wait {
    /// The last day of waiting.
    #[must_use]
    pub fn until(self) -> Day {
        match self {
            Wait::Defence { until, .. }
            | Wait::HearingRequest { until, .. }
            | Wait::Hearing { until, .. }
            | Wait::Payment { until, .. }
            | Wait::Demand { until, .. }
            | Wait::PublicNotice { until, .. }
            | Wait::Transfer { until }
            | Wait::Police { until } => until,
        }
    }

    /// The party for whom the case waits; none when it waits for another authority.
    #[must_use]
    pub fn party(self) -> Option<PartyId> {
        match self {
            Wait::Defence { party, .. }
            | Wait::HearingRequest { party, .. }
            | Wait::Hearing { party, .. }
            | Wait::Payment { party, .. }
            | Wait::Demand { party, .. }
            | Wait::PublicNotice { party, .. } => Some(party),
            Wait::Transfer { .. } | Wait::Police { .. } => None,
        }
    }

    /// 等当事人陈述申辩
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Wait::Defence { .. } => lang.pick("等当事人陈述申辩", "waiting for the defence"),
            Wait::HearingRequest { .. } => {
                lang.pick("等当事人申辩或要求听证", "waiting for the defence or a request for a hearing")
            }
            Wait::Hearing { .. } => lang.pick("等听证", "waiting for the hearing"),
            Wait::Payment { .. } => lang.pick("等当事人缴款", "waiting for payment"),
            Wait::Demand { .. } => lang.pick("等催告、起诉期满", "waiting for demand and remedy to end"),
            Wait::PublicNotice { .. } => lang.pick("等公告期满", "waiting for the public notice"),
            Wait::Police { .. } => lang.pick("等公安机关答复", "waiting for the police"),
            Wait::Transfer { .. } => lang.pick("等接收单位答复移送", "waiting for the receiver's answer"),
        }
    }

    /// 现在等当事人陈述、申辩，2026年11月30日 周一起可作决定。
    #[must_use]
    pub fn sentence(self, lang: Lang) -> String {
        let day = |day| long_day(day, lang);
        match self {
            Wait::Defence { opens_on, .. } => lang.pick(
                format!("现在等当事人陈述、申辩，{}起可作决定。", day(opens_on)),
                format!("Waiting for the party's defence; a decision is possible from {} on.", day(opens_on)),
            ),
            Wait::HearingRequest { opens_on, .. } => lang.pick(
                format!("现在等当事人陈述、申辩或要求听证，{}起可作决定。", day(opens_on)),
                format!(
                    "Waiting for the defence or a request for a hearing; a decision is possible from {} on.",
                    day(opens_on)
                ),
            ),
            Wait::Hearing { day: hearing, .. } => lang.pick(
                format!("现在等听证，定于{}举行。", day(hearing)),
                format!("Waiting for the hearing on {}.", day(hearing)),
            ),
            Wait::Payment { until, .. } => lang.pick(
                format!("现在等当事人缴款，期限至{}。", day(until)),
                format!("Waiting for payment; the term ends on {}.", day(until)),
            ),
            Wait::Demand { until, .. } => lang.pick(
                format!("现在等催告期和复议、起诉期满，{}之后可申请法院强制执行。", day(until)),
                format!("Waiting until {}; then the bureau may apply to court.", day(until)),
            ),
            Wait::PublicNotice { until, .. } => lang.pick(
                format!("现在等公告期满，{}视为送达。", day(until)),
                format!("Waiting for the public notice; it counts as served on {}.", day(until)),
            ),
            Wait::Police { until } => lang.pick(
                format!("现在等公安机关答复，期限至{}。", day(until)),
                format!("Waiting for the reply of the police; their term ends on {}.", day(until)),
            ),
            Wait::Transfer { until } => lang.pick(
                format!("现在等接收单位答复移送，{}之后仍未答复的，市局可以看到。", day(until)),
                format!(
                    "Waiting for the receiver to answer the transfer; if it has not by {}, the city sees it.",
                    day(until)
                ),
            ),
        }
    }
}
