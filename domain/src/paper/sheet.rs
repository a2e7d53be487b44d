//! What a paper says, as the templates read it: every word Chinese, every day and amount as papers write them.

use serde::Serialize;

/// The bureau as its papers name it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Issuer {
    /// 道县商务局
    pub name: String,
    /// The government that hears a reconsideration.
    pub government: String,
    /// The court that hears a lawsuit.
    pub court: String,
    pub bank: String,
    pub account: String,
    pub address: String,
    pub phone: String,
}

/// An amount in figures and in capital numerals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sum {
    pub figures: String,
    pub words: String,
}

/// One unlawful act with the articles that it breaks and that punish it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ActLine {
    pub title: String,
    pub day: String,
    pub place: String,
    pub violates: String,
    pub basis: String,
    /// What the row allows, in words.
    pub band: String,
}

/// A party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PartyLine {
    pub name: String,
    /// 公民, 个体工商户, 法人或者其他组织
    pub kind: String,
    /// 公民身份号码, 统一社会信用代码
    pub code_label: String,
    pub code: String,
    /// 法定代表人（负责人）, 经营者; empty for a citizen.
    pub representative_label: String,
    pub representative: String,
    pub address: String,
    pub acts: Vec<ActLine>,
}

/// The case itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CaseLine {
    pub number: String,
    /// Party, act and 案.
    pub name: String,
    pub source: String,
    pub received: String,
    pub filed: Option<String>,
    pub place: String,
}

/// An officer with the certificate that is valid on the day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OfficerLine {
    pub name: String,
    pub certificate: String,
}

/// One piece of evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EvidenceLine {
    pub name: String,
    pub day: String,
    pub place: String,
    pub course: String,
    /// The unlawful acts that it proves; empty where no report says so.
    pub proves: String,
}

/// What was proposed for a party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ProposalLine {
    pub party: String,
    pub outcome: String,
    pub discretion: String,
}

/// A penalty for one act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PenaltyActLine {
    pub title: String,
    pub violates: String,
    pub basis: String,
    /// 警告, 罚款人民币5,000.00元（大写：伍仟元整）, …
    pub items: Vec<String>,
    /// Why the act bears nothing, where it does.
    pub spared: Option<String>,
    pub mitigation: Option<String>,
    /// Why the circumstances are serious (情节严重), where they are.
    pub serious: Option<String>,
    /// Why gains cannot be ascertained; there are none; or their amount.
    pub gains: String,
}

/// All that a party is to bear.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PenaltyLine {
    pub acts: Vec<PenaltyActLine>,
    /// What is to be paid; none: nothing.
    pub money: Option<Sum>,
    /// The fine alone, on which the surcharge runs.
    pub fine: Option<Sum>,
    /// The last day of the order to put right that the decision gives.
    pub order_by: Option<String>,
    /// When it was put right, or which order was served before.
    pub put_right: Option<String>,
}

/// The advance notice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NoticeLine {
    pub number: String,
    pub served: Option<String>,
    /// The law gives a hearing, or it is offered.
    pub hearing: bool,
    pub offered: Option<String>,
    /// 5 个工作日
    pub term: String,
    pub hearing_term: String,
}

/// What a party said, and the answer to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DefenceLine {
    pub day: String,
    pub arguments: String,
    pub accepted: bool,
    pub reasons: String,
}

/// A hearing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HearingLine {
    pub day: String,
    pub time: String,
    pub place: String,
    pub host: String,
    /// Why it is not public; none: public.
    pub closed: Option<String>,
    pub postponed: Option<String>,
    /// The word of how it ended: held, abandoned, withdrawn; empty before its end.
    pub outcome: String,
}

/// A name with what belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Named {
    pub name: String,
    pub text: String,
}

/// An opinion in an approval form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OpinionLine {
    /// 承办人意见, 会签意见, 负责人审批意见
    pub role: String,
    pub text: String,
    pub name: String,
    pub day: String,
}

/// A decision as later papers cite it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DecisionLine {
    pub title: String,
    pub number: String,
    pub day: String,
    pub served: Option<String>,
}

/// A record of two officers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RecordLine {
    pub day: String,
    pub from: String,
    pub to: String,
    pub place: String,
    pub course: String,
    /// Who witnessed that the signature was refused; none: signed.
    pub refused: Option<String>,
    /// The last day of an order to put right.
    pub by: Option<String>,
    /// Of a re-inspection, whether it was put right.
    pub put_right: Option<bool>,
}

/// A thing that is held, and what becomes of it by the paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HeldLine {
    pub name: String,
    pub quantity: String,
    pub unit: String,
    /// Empty: it is held still, or has found its end before.
    pub end: String,
}

/// Sealing, seizing, registered evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MeasureLine {
    /// 查封, 扣押, 先行登记保存
    pub what: String,
    /// The number of the paper by which it was taken.
    pub number: String,
    pub day: String,
    /// 30日
    pub term: String,
    pub until: String,
    pub place: String,
    pub keeper: String,
    /// The article that gives the power.
    pub basis: String,
    pub goods: Vec<HeldLine>,
}

/// How a paper reached its party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ServiceLine {
    pub paper: String,
    pub number: String,
    pub method: String,
    /// Where it was sent to; empty where the officers write the place by hand.
    pub place: String,
    pub day: String,
    pub signed_by: String,
    pub remark: String,
}

/// What is asked of the court or demanded of the party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CourtLine {
    pub request: String,
    pub rest: Sum,
    pub surcharge: Sum,
    /// A surcharge has accrued.
    pub has_surcharge: bool,
    /// It grows with the next day: not on confiscations, not beyond the fine, not while it stands still.
    pub surcharge_runs: bool,
    pub total: Sum,
    /// The demand before it.
    pub demand_number: String,
    pub demand_served: String,
    pub term: String,
}

/// What is to be paid by a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct InstalmentLine {
    pub day: String,
    pub sum: Sum,
}

/// Money that came, with what is left after it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MoneyLine {
    pub sum: Sum,
    /// How it came.
    pub way: String,
    /// The number of the voucher or of the official receipt.
    pub receipt: String,
    /// Fine and gains of the decision, what came of it so far, and what is left.
    pub owed: Sum,
    pub paid: Sum,
    pub rest: Sum,
}

/// Free words of an officer under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Clause {
    pub heading: String,
    pub text: String,
}

/// All that one paper says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sheet {
    pub form: &'static str,
    /// What the form is called here: 责令改正通知书 or 复查意见书.
    pub title: String,
    pub number: Option<String>,
    /// The paper's day.
    pub day: String,
    pub bureau: Issuer,
    pub case: CaseLine,
    /// The authority that a letter goes to.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub addressee: String,
    pub parties: Vec<PartyLine>,
    pub officers: Vec<OfficerLine>,
    pub facts: String,
    pub reasons: String,
    pub ground: Option<String>,
    pub evidence: Vec<EvidenceLine>,
    pub proposals: Vec<ProposalLine>,
    pub discretion: Option<String>,
    pub penalties: Option<PenaltyLine>,
    pub notice: Option<NoticeLine>,
    pub defences: Vec<DefenceLine>,
    pub waived: bool,
    pub hearing: Option<HearingLine>,
    pub voices: Vec<Named>,
    pub opinions: Vec<OpinionLine>,
    pub decision: Option<DecisionLine>,
    pub record: Option<RecordLine>,
    pub service: Option<ServiceLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment: Option<MoneyLine>,
    /// Things that a decision confiscated.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goods: Vec<HeldLine>,
    pub court: Option<CourtLine>,
    pub clauses: Vec<Clause>,
    pub instalments: Vec<InstalmentLine>,
    /// Enforcement has ended, it does not only stand still.
    pub ended: bool,
    /// The way against the decision begins with a reconsideration (行政复议法 art. 23).
    pub reconsideration_first: bool,
}
