//! The demo's acts after a decision was served and not paid.

use super::acts::Story;
use chrono::Days;
use domain::Day;
use domain::case::{
    Act, ApplyToCourt, ApprovePlan, Demand, Instalment, Name, Note, RegisterRemedy, RemedyKind,
};
use domain::value::{Money, ValueError};

/// Days from the approval to the two instalments.
const INSTALMENT_DAYS: [u64; 2] = [15, 40];

impl Story {
    pub fn approve_plan(&self, total: Money, today: Day) -> Result<Act, ValueError> {
        let half = Money(total.fen() / 2);
        let rest = Money(total.fen() - half.fen());
        let instalments = [half, rest].into_iter().zip(INSTALMENT_DAYS).map(|(amount, days)| Instalment {
            by: today.checked_add_days(Days::new(days)).unwrap_or(today),
            amount,
        });
        Ok(Act::ApprovePlan(ApprovePlan {
            party: self.party.id,
            hardship: Note::parse("受门店装修停业影响，一次缴纳确有困难，附银行流水。")?,
            instalments: instalments.collect(),
            remission: None,
            number: None,
        }))
    }

    pub fn demand(&self) -> Act {
        Act::Demand(Demand { party: self.party.id, service: self.direct(), direct_tried: None, number: None })
    }

    pub fn apply_to_court(&self) -> Result<Act, ValueError> {
        let request = Note::parse("向本县人民法院申请强制执行罚款及加处罚款。")?;
        Ok(Act::ApplyToCourt(ApplyToCourt { party: self.party.id, request, number: None }))
    }

    pub fn register_remedy(&self, today: Day) -> Result<Act, ValueError> {
        Ok(Act::RegisterRemedy(RegisterRemedy {
            party: self.party.id,
            remedy: RemedyKind::Reconsideration,
            organ: Name::parse("本县人民政府")?,
            applied_on: today.pred_opt().unwrap_or(today),
            simplified: false,
            stops_enforcement: false,
            against_ruling: false,
        }))
    }
}
