//! What the template and the form tell of each column.

use super::Handed;
use super::column::Column;
use super::measured::HELD;
use super::spot::PROCEDURES;
use crate::Lang;
use crate::case::{ClueSource, CourtAnswer, RecordKind};
use crate::catalogue::{Catalogue, PartyKind};

impl Column {
    /// Whether every case needs it; what the further steps need depends on how far it has come.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(
            self,
            Column::Party
                | Column::Kind
                | Column::Violation
                | Column::ActOn
                | Column::Place
                | Column::Source
                | Column::ReceivedOn
                | Column::Suspicion
        )
    }

    /// How it is filled in, where that is not plain.
    #[must_use]
    pub fn hint(self, lang: Lang) -> Option<&'static str> {
        Some(match self {
            Column::CreditCode => lang.pick("18 位，请用文本格式。", "18 characters, as text."),
            Column::IdNumber => lang
                .pick("公民填写，加密保存。请用文本格式。", "For citizens; it is sealed. Keep it as text."),
            Column::Violation => lang.pick(
                "从列表中选择，按行为发生日适用的版本登记。",
                "From the list; the version of the day of the act.",
            ),
            Column::ActOn => lang.pick("连续行为填终了之日。", "Of a continued act, its last day."),
            Column::Number => lang.pick(
                "全称或序号，如 道商案〔2026〕7号、7；没有编号的留空，由系统接着编。",
                "In full or the serial alone; blank: the next number is given.",
            ),
            Column::Procedure => lang.pick(
                "不填为普通程序。当场处罚只填当事人与线索、两名执法人员、查明的事实、陈述申辩、处罚和决定书，其余留空；只给予警告的罚款填 0。",
                "Blank: ordinary. A penalty on the spot has only party and clue, two officers, facts, penalty and decision; leave the rest empty. A warning alone: fine 0.",
            ),
            Column::ReportedOn => lang.pick(
                "当场处罚报所属机关备案的日期；没有备案的留空，期限照常计算。",
                "The day on which the bureau was told of it; blank where it was not, and its term runs.",
            ),
            Column::Approver => {
                lang.pick("在纸质审批表上签字的负责人，各步相同。", "Who signed the approvals on paper.")
            }
            Column::RecordOn => {
                lang.pick("第一份笔录的日期，可以早于立案。", "It may lie before the filing.")
            }
            Column::RecordTimes => lang.pick("如 9:30-10:20。", "Such as 9:30-10:20."),
            Column::RecordShown => lang.pick("笔录上有记载的填“是”。", "是 (yes) where the record says so."),
            Column::MeasureKind => lang.pick(
                "只填仍在期限内或尚未处理的措施；已解除、已处理的留空。",
                "Only a measure that still holds or is not handled yet.",
            ),
            Column::MeasureExtendedOn => lang.pick(
                "查封、扣押已经延长的填写决定延长之日。",
                "The day on which the sealing or seizure was extended.",
            ),
            Column::MeasureUntil => lang.pick(
                "按通知书或延长通知书填写；系统按采取日计算，与此不同的列为不符之处。",
                "As the paper or its extension says; the term is counted from the day, a difference is listed.",
            ),
            Column::ConsentOn => lang.pick(
                "有文书以电子方式送达的填写，以签署在先为准。",
                "Where a paper was served electronically: signed before.",
            ),
            Column::DemandOn => lang.pick("最近一次催告。", "Of the last demand."),
            Column::ConcludedOn => lang.pick(
                "拟不予处罚、撤销的案件填到此前为止，之后在系统中办理。",
                "Without a penalty: fill in what comes before and go on in the product.",
            ),
            Column::Proposed | Column::Fine => lang.pick("元；没有罚款的填 0。", "Yuan; 0 without a fine."),
            Column::Kinds => lang.pick("如 警告；多个用“、”分开。", "Such as 警告; several separated by 、."),
            Column::Gains => {
                lang.pick("元；没有的填 0，未查明的留空。", "Yuan; 0 for none, blank where not established.")
            }
            Column::Base => {
                lang.pick("按货值等倍数罚款的，填货值，元。", "The value that the fine is computed on, yuan.")
            }
            Column::PutRight => lang.pick(
                "已改正的填改正日，责令改正的填期限。",
                "The day it was put right, or the end of the term.",
            ),
            Column::HearingTold => {
                lang.pick("告知书写明可以要求听证的填“是”。", "是 where the notice tells of it.")
            }
            Column::HearingOn => lang.pick(
                "已过的按已举行登记，未到的照常举行。",
                "A past day counts as held; a coming one is held here.",
            ),
            Column::Voices => lang.pick("姓名用“、”分开，至少两人。", "Names separated by 、, two at least."),
            Column::NoticeNumber | Column::DecisionNumber => lang
                .pick("全称或序号，按纸质办理计入文号。", "In full or the serial alone; it counts as used."),
            Column::Paid => lang.pick("元，至今合计。", "Yuan, all together."),
            _ => return None,
        })
    }
}

/// What a column's list offers; none for one that is typed.
#[must_use]
pub fn choices(column: Column, catalogue: &Catalogue, lang: Lang) -> Option<Vec<String>> {
    let handed = || Handed::all().into_iter().map(|handed| handed.name(lang)).collect();
    Some(match column {
        Column::Kind => [PartyKind::Citizen, PartyKind::SoleTrader, PartyKind::Organisation]
            .map(|kind| kind.name(lang).to_owned())
            .to_vec(),
        Column::Violation => {
            catalogue.rows().map(|(_, row)| format!("{} {}", row.id, row.title.pick(lang))).collect()
        }
        Column::Source => ClueSource::ALL.map(|source| source.name(lang).to_owned()).to_vec(),
        Column::Procedure => PROCEDURES.map(|procedure| procedure.name(lang).to_owned()).to_vec(),
        Column::RecordKind => {
            let kinds =
                [RecordKind::Inspection, RecordKind::Interview, RecordKind::Sampling, RecordKind::Documents];
            kinds.map(|kind| kind.name(lang).to_owned()).to_vec()
        }
        Column::RecordShown | Column::HearingTold => vec!["是".to_owned(), "否".to_owned()],
        Column::NoticeMethod | Column::ServedMethod | Column::DemandMethod => handed(),
        Column::MeasureKind => HELD.map(|held| held.name(lang).to_owned()).to_vec(),
        Column::CourtAnswer => CourtAnswer::ALL.map(|answer| answer.name(lang).to_owned()).to_vec(),
        _ => return None,
    })
}
