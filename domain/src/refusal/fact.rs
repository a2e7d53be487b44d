//! Facts that an act needs, by name.

use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::catalogue::FineBase;

/// A fact that is missing or contradicts what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    Party,
    AnotherParty,
    UnlawfulAct,
    DayOfAct,
    CertificatesShown,
    RightsTold,
    RecordTimes,
    RectificationTerm,
    InquiryTerm,
    InterviewHour,
    EarlierRecord,
    Evidence,
    Proposal,
    PenaltyPerAct,
    PenaltyProposed,
    FineBase {
        base: FineBase,
    },
    PuttingRight,
    ApprovedNotice,
    Defence,
    Waiver,
    SearchForEarlier,
    PostingDay,
    ConsentBefore,
    SurchargeToRemit,
    Sample,
    AddressConfirmed,
    Receiver,
    Amount,
    EntryToCorrect,
    Change,
    KnownOfParty,
    LateReason,
    DayOfRemedy,
    DirectServiceTried,
    Goods,
    GroundOfMitigation,
    GroundOfSerious,
    CoincidingAct,
    GroundOfPersons,
    PerformanceTerm,
    AreaOfAct,
    RuleApplied,
    HearingAppointed,
    HearingHost,
    HearingNoticeServed,
    HearingRightTold,
    InstalmentDays,
    Instalments,
    OpenRemedy,
    DecisionToContest,
    DecisionToRevive,
    CourtRefusal,
    OpenObjection,
    ObjectionAnswer,
    OpenRevocation,
    PenaltyDecided,
    Photographs,
    MeasuresConfirmed,
    OpenTransfer,
    OtherReceiver,
    PenaltyOnTheSpot,
    PerformanceAsked,
    ReasonForHearing,
    ReasonForPostponing,
    ReconsiderationOnly,
    ReportOnTheSpot,
    /// The dossier is complete, or its end sheet says what is not there.
    DossierComplete,
    /// What the end sheet says of papers that were never made here.
    EndSheet,
    DossierPages,
    /// A dossier with a heavy penalty is kept for good.
    KeptForGood,
    SuspectedCrime,
    FallenDecision,
    PersonsHidden,
    /// A public page is public from the day on which it is made, and gone from the day on which it is taken off.
    DayOfPublicPage,
    PublicPage,
    Refund,
    Ruling,
    RulingThatChanges,
    RulingThatRevokes,
    OpenRecusal,
    PersonToRecuse,
    OtherOfficer,
    PartyTold,
    PoliceFiled,
    Voices,
    DecisionMade,
    PaperToContest,
    ApplicationReceived,
    CashBanked,
    CashCollected,
    GoodsLines,
    GoodsList,
    MeasureTaken,
    ObjectsChecked,
    OpenMeasure,
    StandingMeasure,
    ReportTime,
    TermToExtend,
    TestingTerm,
    PartyThatDies,
    PartyThatEnds,
    ThingsAlone,
    GroundOfEnding,
    SuspendedForInability,
    NoHarmDone,
    EvidencePerAct,
}

impl Fact {
    /// What is missing, as the end of "还缺：…".
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        if let Fact::FineBase { base } = self {
            let base = base.name(lang);
            return lang
                .pick(format!("作为罚款基数的{base}"), format!("the {base} on which the fine is computed"));
        }
        let (zh, en) = self.words();
        lang.pick(zh, en).to_owned()
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Fact::Party => ("当事人", "the party"),
            Fact::AnotherParty => {
                ("另一名当事人（同一当事人已在案中）", "another party (this one is in the case)")
            }
            Fact::UnlawfulAct => ("至少一项违法行为", "at least one unlawful act"),
            Fact::DayOfAct => ("不晚于本行为日的违法日期", "a day of the unlawful act not after this day"),
            Fact::CertificatesShown => ("出示执法证件的记载", "a note that certificates were shown"),
            Fact::RightsTold => ("告知权利义务的记载", "a note that rights were told"),
            Fact::RecordTimes => ("先后正确的起止时间", "times from–to in order"),
            Fact::InquiryTerm => (
                "晚于发出之日的期限（询问可以在当日）",
                "a day after the paper goes out (an interview may be on the same day)",
            ),
            Fact::InterviewHour => ("询问的时间和地点", "hour and place of the interview"),
            Fact::RectificationTerm => ("晚于本行为日的改正期限", "a term for putting right that lies ahead"),
            Fact::EarlierRecord => ("立案前制作、尚未采用的笔录", "a record made before the filing"),
            Fact::Evidence => ("每项事实所依据的笔录", "the records that the facts rest on"),
            Fact::Proposal => ("对当事人的处理建议", "a proposal for the party"),
            Fact::PenaltyPerAct => ("对每项违法行为各一项处罚", "one penalty for each unlawful act"),
            Fact::PenaltyProposed => ("拟作出的处罚", "an intended penalty"),
            Fact::PuttingRight => (
                "责令改正的记载（此前责令的须是对该当事人作出的，已改正的日期在行为之后、本行为日之前）",
                "how it is put right: by an earlier order to this party, or on a day between the act and this one",
            ),
            Fact::ApprovedNotice => ("负责人批准的事先告知书", "an advance notice approved by the head"),
            Fact::Defence => ("尚未复核的陈述申辩", "a defence not re-examined yet"),
            Fact::Waiver => ("书面放弃", "a written waiver"),
            Fact::SearchForEarlier => ("查无以往处罚的检索记录", "the search for earlier decisions"),
            Fact::PostingDay => {
                ("作出之后、签收之前的交寄日期", "a day of posting between paper and receipt")
            }
            Fact::Sample => ("可以检验的抽样取证样品", "samples that can be tested"),
            Fact::SurchargeToRemit => (
                "可以减免的加处罚款（不超过已产生且未缴的数额，罚款本身不得减免）",
                "a surcharge to remit: no more than has accrued and is unpaid, and never the fine",
            ),
            Fact::ConsentBefore => {
                ("送达日之前签署的电子送达同意书", "consent signed before the day of the service")
            }
            Fact::AddressConfirmed => (
                "邮寄之前签署的送达地址确认书（没有的，退回的邮件不算送达）",
                "the address confirmed in writing before the posting (without it a returned letter is not served)",
            ),
            Fact::Receiver => (
                "有权签收的人：个人、个体工商户为本人（经营者）、同住成年家属，单位为法定代表人（负责人）、收件人，或者持授权委托书的代理人；转交送达只适用于个人",
                "somebody who may sign for it: the person or an adult family member; an organisation's legal representative or who receives its post; an agent with written authority. Only a person is served through a unit",
            ),
            Fact::Amount => ("大于零的金额", "an amount above zero"),
            Fact::EntryToCorrect => ("与现有记录一致的原记录", "the entry as it stands now"),
            Fact::Change => ("与原记录不同的内容", "something that differs"),
            Fact::KnownOfParty => (
                "已登记的统一社会信用代码、负责人和地址（可以改正，不能清空）",
                "what is known of the party: it may be put right, not emptied",
            ),
            Fact::LateReason => {
                ("补录的原因（有期限已经届满）", "the reason for the late entry (a term was over)")
            }
            Fact::Instalments => ("一至二十四期的缴款安排", "one to twenty-four instalments"),
            Fact::InstalmentDays => {
                ("依次晚于批准日的各期日期", "days of the instalments in order, after the approval")
            }
            Fact::DirectServiceTried => ("先行直接送达的经过", "what came of the direct service tried first"),
            Fact::DecisionToContest => ("可以申请救济的决定", "a decision that can be contested"),
            Fact::OpenRemedy => ("未结的复议或诉讼", "a remedy that is under way"),
            Fact::DayOfRemedy => ("决定之后、收到之前的申请日期", "a day between decision and copy"),
            Fact::ReconsiderationOnly => {
                ("行政复议（只有复议有简易程序答复期）", "a reconsideration: only it has the short term")
            }
            Fact::Goods => {
                ("没收财物的种类与金额（两者须一致）", "the goods to be confiscated with their value")
            }
            Fact::GroundOfMitigation => (
                "应当并处的罚款，或减轻处罚的理由",
                "the fine that the row makes the rule, or a ground of mitigation",
            ),
            Fact::GroundOfSerious => (
                "情节严重的理由（该案由对情节严重的才规定这一处罚）",
                "why the circumstances are serious (the row keeps this penalty for such cases)",
            ),
            Fact::AreaOfAct => (
                "违法行为是否发生在本局辖区内（行政处罚法第二十二条）",
                "whether the act was done in the bureau's area (art. 22)",
            ),
            Fact::GroundOfPersons => (
                "适用于单位的理由（年龄、精神状况只是自然人的理由，行政处罚法第三十条、第三十一条）",
                "a ground that an organisation can have: age and mental illness are those of people (art. 30, 31)",
            ),
            Fact::PerformanceTerm => {
                ("不早于判决送达日的履行期限", "a last day of performance not before the judgment was served")
            }
            Fact::CoincidingAct => (
                "同一当事人同一天的另一项违法行为（本身没有再指向他项）",
                "another act of the same party and day that itself names none",
            ),
            Fact::RuleApplied => (
                "适用行为时的规定还是现行规定的选择（行政处罚法第三十七条）",
                "which rule is applied, that of the act's day or the one in force now (art. 37)",
            ),
            Fact::ReasonForHearing => {
                ("不属于听证范围而告知听证的理由", "why a hearing is offered that the law does not give")
            }
            Fact::HearingRightTold => (
                "已告知的听证权利（局负责人可以决定举行）",
                "a hearing right that was told (the head may grant one)",
            ),
            Fact::HearingHost => ("本局的听证主持人", "a host who is a member of the bureau"),
            Fact::HearingAppointed => ("负责人安排的听证时间和主持人", "a hearing appointed by the head"),
            Fact::HearingNoticeServed => ("已送达的听证通知书", "a hearing notice that was served"),
            Fact::ReasonForPostponing => ("改期的理由", "why the hearing is put off"),
            Fact::Voices => ("至少两人的讨论意见", "the opinions of at least two people"),
            Fact::PerformanceAsked => ("决定中要求履行的事项", "a performance that the decision asks for"),
            Fact::PenaltyOnTheSpot => ("当场作出的处罚决定", "a penalty decided on the spot"),
            Fact::ReportOnTheSpot => {
                ("当场处罚的备案记录（行政处罚法第五十二条）", "the report to the bureau (art. 52)")
            }
            Fact::DossierComplete => (
                "“案卷齐全，缺少的已在备考表中说明”的确认",
                "that the dossier is complete, or its end sheet says what is not there",
            ),
            Fact::EndSheet => (
                "备考表说明：有文书没有在系统中制作，写明缺少哪些和原因，另有纸质件的也写明（见“案卷”中“缺少的材料”）",
                "what the end sheet says of papers that were never made here: which and why, or that they lie there on paper (see what is missing in the dossier)",
            ),
            Fact::DossierPages => ("正卷的页数", "the pages of the main volume"),
            Fact::KeptForGood => (
                "“永久”的保管期限：重大处罚的案卷永久保管（机关文件材料归档范围和文书档案保管期限规定）",
                "to be kept for good, as dossiers of heavy penalties are",
            ),
            Fact::DecisionMade => ("已经作出的处理决定", "a decision that was made"),
            Fact::PaperToContest => (
                "可以申请复议或者起诉的查封、扣押或者责令改正",
                "a sealing, a seizure or an order to put right that can be contested",
            ),
            Fact::ApplicationReceived => ("尚未转送的复议申请", "an application that was not sent on yet"),
            Fact::CashBanked => {
                ("当场收缴的罚款缴付银行的记录", "the record that the collected fine was paid in at the bank")
            }
            Fact::CashCollected => {
                ("等待上交或缴付银行的当场收缴罚款", "a fine collected on the spot that waits for this step")
            }
            Fact::GoodsLines => ("清单中尚未处理的物品", "things of the list that have no end yet"),
            Fact::GoodsList => ("一至一百行的物品清单", "a list of one to a hundred lines of goods"),
            Fact::MeasureTaken => {
                ("登记保存之后作出的查封、扣押", "a sealing or seizure since the registration")
            }
            Fact::ObjectsChecked => (
                "对查封、扣押范围的核对（行政强制法第二十三条）",
                "a check of what may be sealed or seized (Compulsion Act art. 23)",
            ),
            Fact::StandingMeasure => (
                "仍然有效的措施（已被撤销的，立即解除并退还）",
                "a measure that stands: one that was taken away is lifted at once, and the things go back",
            ),
            Fact::OpenMeasure => ("尚未结束的措施", "a measure that has not ended"),
            Fact::ReportTime => ("不早于采取措施的补报时间", "a time of the report not before the measure"),
            Fact::TermToExtend => ("可以延长的期限", "a term that can be extended"),
            Fact::TestingTerm => ("晚于委托日的检验期间", "a time for the testing that lies ahead"),
            Fact::SuspectedCrime => {
                ("处在这一步的涉嫌犯罪移送", "a suspected crime that stands at this step")
            }
            Fact::DecisionToRevive => (
                "被复议决定撤销或者变更的原决定（由行政诉讼恢复；已经重新作出决定的，先撤销后作的决定）",
                "a decision that a reconsideration brought down, in a suit; revoke one made anew before",
            ),
            Fact::PersonsHidden => (
                "已隐去姓名、号码和住址的公开内容",
                "a public text without anybody's name, number or address",
            ),
            Fact::DayOfPublicPage => (
                "当天的日期（公开页面提交时即公开或者撤下，不能写别的日期）",
                "today's date: a public page appears or goes when you send this, on no other day",
            ),
            Fact::PublicPage => (
                "原来就有的公开页面（更正不能新建公开页面）",
                "a public page that was there: a correction makes none",
            ),
            Fact::FallenDecision => ("尚未撤回公开的已失效决定", "a fallen decision that is still published"),
            Fact::Refund => ("退还款项、财物的情况", "how money and goods went back"),
            Fact::Ruling => (
                "与复议、诉讼结果一致的作出机关（法院的须先记录判决）",
                "the organ that ruled, with its ruling recorded before",
            ),
            Fact::RulingThatChanges => ("变更决定的复议、诉讼结果", "a ruling that changes the decision"),
            Fact::RulingThatRevokes => ("撤销决定的复议、诉讼结果", "a ruling that revokes the decision"),
            Fact::OpenRecusal => ("尚未决定的回避申请", "a request for recusal that is not decided"),
            Fact::PersonToRecuse => (
                "可以被申请回避的人员（承办、审核人员或听证主持人，且未在申请或已回避）",
                "an officer, reviewer or host who is not challenged already",
            ),
            Fact::OtherOfficer => {
                ("另一名执法证在当日有效的执法人员", "another officer whose certificate is valid on the day")
            }
            Fact::PartyTold => ("告知当事人的记载", "a note that the party was told"),
            Fact::PoliceFiled => ("公安机关的立案通知", "the notice that the police filed"),
            Fact::CourtRefusal => ("法院不予受理或者不予执行的裁定", "a ruling by which the court refused"),
            Fact::OpenObjection => (
                "向上一级人民法院提出、尚无结果的复议申请",
                "an objection that the court above has not answered",
            ),
            Fact::ObjectionAnswer => (
                "与原裁定相应的复议结果（对不予受理填受理与否，对不予执行填执行与否）",
                "an answer to the question that was put: accepted or not, enforced or not",
            ),
            Fact::OpenRevocation => {
                ("尚未答复的吊销提请", "a proposal to revoke a licence without an answer")
            }
            Fact::PenaltyDecided => ("已经作出的处罚决定", "a penalty that was decided"),
            Fact::Photographs => ("拍照、录像留存的记载", "a note that it was photographed or filmed"),
            Fact::MeasuresConfirmed => (
                "对随案移交的查封、扣押、登记保存的确认（不确认的，请移送单位当日解除后再接收）",
                "your confirmation of what is held and goes along; without it the sender lifts it first",
            ),
            Fact::OpenTransfer => ("尚未答复的移送", "a transfer without an answer"),
            Fact::OtherReceiver => ("本局以外的接收单位", "a receiver other than this bureau"),
            Fact::EvidencePerAct => (
                "证明每项违法行为的笔录（各至少一份，须是本案已有、可以作为证据的）",
                "for each unlawful act a record that proves it: at least one, of those that are evidence of the case",
            ),
            Fact::PartyThatDies => (
                "作为自然人的当事人（单位终止的，请选相应的情形）",
                "a party that is a citizen; an organisation ends",
            ),
            Fact::PartyThatEnds => (
                "作为单位的当事人（公民死亡的，请选相应的情形；个体工商户的责任由经营者承担）",
                "a party that is an organisation; a citizen dies, and a shop's owner stays liable",
            ),
            Fact::ThingsAlone => (
                "仅剩没收的财物尚未上缴（罚款不是会灭失的标的，须先缴清）",
                "goods to be handed in as all that is left: money owed does not perish and is paid first",
            ),
            Fact::GroundOfEnding => (
                "终结执行的法定情形（行政强制法第三十九条、第四十条）",
                "a ground on which the law ends enforcement (Compulsion Act art. 39, 40)",
            ),
            Fact::SuspendedForInability => (
                "因无履行能力而中止的记录（因其他情形中止的，不适用满三年的规定）",
                "a suspension for inability to perform: no other one ends by three years",
            ),
            Fact::NoHarmDone => (
                "没有明显社会危害（本案违法行为记载有危害后果）",
                "no clear harm: the case says that the unlawful act did harm",
            ),
            Fact::FineBase { .. } => ("罚款基数", "the base of the fine"),
        }
    }
}
