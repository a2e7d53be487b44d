//! Internal approvals: D45, one template for what the head approves; 行政处罚法 art. 40, 43, 44, 54, 56, 57, 66, 行政强制法
//! art. 18, 19, 25.

use super::Binder;
use super::party::Asked;
use crate::Lang;
use crate::case::{Act, ApproveNotice, ApprovePlan, DecideRecusal, GoodsLine, Measure};
use crate::id::PartyId;
use crate::paper::Clause;
use crate::paper::approval::Approved;
use crate::paper::words::day_words;

impl Binder<'_> {
    /// What was proposed, why, and who agreed when.
    pub(super) fn approval(&mut self, act: &Act) {
        let Some(approved) = Approved::of(act) else { return };
        self.sheet.title = format!("{}（{}）", self.sheet.title, approved.name());
        self.whom(act);
        match act.officers() {
            Some(officers) => self.officers(officers),
            None => self.case_officers(),
        }
        self.sheet.ground = Some(approved.basis().to_owned());
        self.matter(act);
        self.without_articles();
        let (proposal, approval) = self.said_to(act);
        self.opinions(&proposal, &approval);
    }

    /// The parties of the act; of one about the whole case, all.
    fn whom(&mut self, act: &Act) {
        let named = act.parties();
        let all: Vec<PartyId> = self.case.parties().iter().map(|party| party.id).collect();
        for party in if named.is_empty() { all } else { named } {
            self.party(party, Asked::AsKnown);
        }
    }

    /// What is approved, in words under their headings.
    fn matter(&mut self, act: &Act) {
        match act {
            Act::TakeMeasure(facts) => {
                self.states("拟采取措施", facts.measure.held_as().name(Lang::Zh).to_owned());
                self.states("物品", goods(&facts.goods));
                self.states("存放和保管", format!("{}；{}", facts.place, facts.keeper));
                self.sheet.reasons = facts.reason.to_string();
            }
            Act::RegisterEvidence(facts) => {
                self.states("物品", goods(&facts.goods));
                self.states("存放和保管", format!("{}；{}", facts.place, facts.keeper));
                self.sheet.reasons = facts.reason.to_string();
            }
            Act::ConfirmMeasure(facts) => {
                self.measure_approved("当场措施", facts.measure);
                self.sheet.reasons = facts.reason.to_string();
            }
            Act::ExtendMeasure(facts) => {
                self.measure_approved("原措施", facts.measure);
                let measure = self.case.measure(facts.measure);
                let until = measure.and_then(|measure| measure.last_day(&self.from.context));
                self.states("延长至", until.map(day_words).unwrap_or_default());
                self.sheet.reasons = facts.reason.to_string();
            }
            Act::ExtendVerification(facts) => self.sheet.reasons = facts.reason.to_string(),
            Act::ApproveNotice(facts) => self.notice_approved(facts),
            Act::Decide(facts) => {
                self.states("拟作决定", facts.penalties.words(Lang::Zh));
                self.sheet.reasons = facts.reasons.to_string();
            }
            Act::DecideNoPenalty(facts) => {
                self.states("拟作决定", format!("不予行政处罚：{}", facts.ground.name(Lang::Zh)));
                self.sheet.reasons = facts.reasons.to_string();
            }
            Act::ChangeDecision(facts) => {
                self.states("拟作决定", format!("变更原决定：{}", facts.penalties.words(Lang::Zh)));
                self.sheet.reasons = facts.paper.to_string();
            }
            Act::ApprovePlan(facts) => self.plan_approved(facts),
            Act::DecideRecusal(facts) => self.recusal_approved(facts),
            Act::Supplement(facts) => self.sheet.reasons = facts.reason.to_string(),
            _ => {}
        }
    }

    fn notice_approved(&mut self, facts: &ApproveNotice) {
        if let Some((conclude, proposal)) = self.conclusion(facts.party) {
            self.sheet.facts = conclude.facts.to_string();
            self.states("拟告知内容", self.outcome(&proposal.outcome));
            self.sheet.reasons = proposal.discretion.to_string();
        }
        let hearing = if facts.hearing.is_told() {
            "告知要求听证的权利"
        } else {
            "不属于应当告知听证权利的情形"
        };
        self.states("听证权利", hearing.to_owned());
    }

    fn plan_approved(&mut self, facts: &ApprovePlan) {
        let lines = facts.instalments.iter();
        let lines: Vec<String> =
            lines.map(|one| format!("{}前缴纳{}元", day_words(one.by), one.amount)).collect();
        self.states("缴纳安排", lines.join("；"));
        if let Some(remission) = &facts.remission {
            let text = format!("减免{}元；补救措施：{}", remission.amount, remission.steps);
            self.states("加处罚款", text);
        }
        self.sheet.reasons = facts.hardship.to_string();
    }

    fn recusal_approved(&mut self, facts: &DecideRecusal) {
        if let Some(asked) = self.recusal_asked(facts) {
            let text = format!("{}，{}回避；事由：{}", asked.source.name(Lang::Zh), asked.name, asked.reason);
            self.states("回避申请", text);
        }
        self.sheet.reasons = facts.reason.to_string();
    }

    /// A measure that was taken before.
    fn measure_approved(&mut self, heading: &str, number: u32) {
        let Some(measure) = self.case.measure(number).cloned() else { return };
        let Measure { held_as, on, .. } = &measure;
        self.states(heading, format!("{}于{}实施", held_as.name(Lang::Zh), day_words(*on)));
        let lines: Vec<GoodsLine> = measure.goods.iter().map(|goods| goods.line.clone()).collect();
        self.states("物品", goods(&lines));
    }

    fn states(&mut self, heading: &str, text: String) {
        self.sheet.clauses.push(Clause { heading: heading.to_owned(), text });
    }

    /// What was proposed, and what the head said to it.
    fn said_to(&self, act: &Act) -> (String, String) {
        let (proposal, approval) = match act {
            Act::TakeMeasure(_) => ("建议采取上述措施。", "同意。"),
            Act::ConfirmMeasure(facts) if facts.approved => ("提请补办批准手续。", "同意补办批准。"),
            Act::ConfirmMeasure(_) => ("提请补办批准手续。", "不予批准，立即解除。"),
            Act::ExtendMeasure(_) | Act::ExtendVerification(_) => ("建议延长期限。", "同意延长。"),
            Act::RegisterEvidence(_) => ("建议先行登记保存上述物品。", "同意。"),
            Act::ApproveNotice(_) => ("建议按上述内容告知当事人。", "同意告知。"),
            Act::ApprovePlan(_) => ("建议批准上述缴纳安排。", "同意。"),
            Act::DecideRecusal(facts) if facts.granted => ("提请决定是否回避。", "同意回避。"),
            Act::DecideRecusal(_) => ("提请决定是否回避。", "不需要回避。"),
            Act::Supplement(_) => ("建议补充调查。", "同意补充调查。"),
            _ => ("建议作出上述决定。", "同意。"),
        };
        (proposal.to_owned(), approval.to_owned())
    }
}

/// Things in one line of words.
fn goods(lines: &[GoodsLine]) -> String {
    lines.iter().map(GoodsLine::words).collect::<Vec<_>>().join("、")
}
