//! An order to put right whose term leaves too little of the time to decide: a warning, never a gate (row 7,
//! `correction_first`).

use serde::{Deserialize, Serialize};

use super::{Case, CaseClock, ClockState, Contested, Context, RecordKind, clocks};
use crate::calendar::{Clock, day_long};
use crate::id::PartyId;
use crate::{Day, Lang};

/// ⚙ So many calendar days before the time to decide ends the order's term should be over: the re-inspection, the notice
/// and the defence come after it.
const DAYS_BEFORE_DECISION: i64 = 20;

/// An order to put right that ends too late, and the party's time to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateOrder {
    /// The event of the order.
    pub record: u32,
    pub party: PartyId,
    /// The last day to put right.
    pub by: Day,
    /// The last day to decide.
    pub decide_by: Day,
}

impl LateOrder {
    /// 责令改正期限至2026年6月1日，晚于办案期限届满前二十日……
    #[must_use]
    pub fn sentence(self, lang: Lang) -> String {
        let (by, decide_by) = (day_long(self.by, lang), day_long(self.decide_by, lang));
        if self.by >= self.decide_by {
            return lang.pick(
                format!("责令改正期限至{by}，而办案期限{decide_by}届满：到期复查已来不及作出决定，请考虑缩短改正期限。"),
                format!(
                    "The term to put right ends {by}, but the decision is due by {decide_by}: a re-inspection \
                     would come too late. Consider a shorter term."
                ),
            );
        }
        let days = self.decide_by.signed_duration_since(self.by).num_days();
        lang.pick(
            format!("责令改正期限至{by}，距办案期限届满（{decide_by}）只有{days}日，不足二十日：复查、告知和申辩的时间可能不够。"),
            format!(
                "The term to put right ends {by}, only {days} days before the decision is due ({decide_by}); \
                 fewer than 20 leave little for re-inspection, notice and defence."
            ),
        )
    }
}

impl Case {
    /// The orders to put right whose term runs and ends too late for a decision in time, party by party. One that names
    /// nobody is about everybody; one that was taken away by a remedy orders nothing.
    #[must_use]
    pub fn late_orders(&self, context: &Context<'_>) -> Vec<LateOrder> {
        let decides = |clock: &CaseClock| clock.clock == Clock::Decide && clock.state == ClockState::Running;
        let open: Vec<CaseClock> = clocks(self, context).into_iter().filter(decides).collect();
        let mut late = Vec::new();
        for order in &self.records {
            let RecordKind::RectificationOrder { by } = order.facts.kind else { continue };
            if by < context.today || self.is_lost(Contested::Order { record: order.seq }) {
                continue;
            }
            let of = |clock: &&CaseClock| order.facts.party.is_none_or(|named| clock.party == Some(named));
            late.extend(open.iter().filter(of).filter_map(|clock| {
                let (record, decide_by) = (order.seq, clock.deadline.last_day);
                let late = decide_by.signed_duration_since(by).num_days() < DAYS_BEFORE_DECISION;
                late.then_some(LateOrder { record, party: clock.party?, by, decide_by })
            }));
        }
        late
    }
}
