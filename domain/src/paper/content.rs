//! What the forms must contain, each with its name.

use serde::{Deserialize, Serialize};

use crate::Lang;

macro_rules! contents {
    ($($name:ident = $zh:literal, $en:literal;)+) => {
        /// Something that a form must contain (§6).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Content {
            $(#[doc = $zh] $name,)+
        }

        impl Content {
            /// What it is called.
            #[must_use]
            pub fn name(self, lang: Lang) -> &'static str {
                match self {
                    $(Content::$name => lang.pick($zh, $en),)+
                }
            }
        }
    };
}

contents! {
    Source = "案件来源", "source";
    ReceivedDay = "受理日期", "day received";
    Reporter = "举报人（密封）", "reporter, sealed";
    Subject = "涉案对象", "subject";
    Suspicion = "涉嫌事项", "suspicion";
    Proposal = "处理建议", "proposal";
    Opinions = "各级意见", "opinions";
    OpinionDays = "意见日期", "days of the opinions";
    Party = "当事人", "party";
    NameAndAddress = "当事人姓名或者名称、地址", "name and address of the party";
    Facts = "违法事实", "facts";
    Evidence = "证据", "evidence";
    EvidencePerFact = "各项事实的证据", "evidence per fact";
    Violation = "涉嫌违法行为", "suspected violation";
    Articles = "违反和依据的条款", "articles";
    TwoOfficers = "两名执法人员及执法证号", "two officers with certificates";
    Result = "处理结果", "result";
    Reasons = "理由", "reasons";
    Basis = "法律依据", "legal basis";
    Person = "被申请回避的人", "person";
    Ground = "事由", "ground";
    DecisionMade = "决定", "decision";
    FromTo = "起止时间", "from and to";
    Place = "地点", "place";
    CertificatesShown = "出示执法证件", "certificates shown";
    PresentPersons = "在场人员", "persons present";
    Course = "经过", "course";
    Findings = "检查情况", "findings";
    PictureList = "照片、录像目录", "list of pictures";
    PageSignature = "逐页签名或者拒签见证", "signature per page or refusal with a witness";
    Identity = "身份", "identity";
    DutyOfTruth = "权利和如实回答义务", "rights and duty of truth";
    RecusalAsked = "是否申请回避", "question of recusal";
    Answers = "问答", "questions and answers";
    ReadCorrect = "核对无误", "read and found correct";
    Corrections = "更正处捺印", "corrections sealed";
    Time = "时间", "time";
    PapersToBring = "应携带材料", "papers to bring";
    List = "清单", "list";
    Term = "期限", "term";
    EvidenceKind = "证据种类", "kind of evidence";
    TwoCollectors = "两名提取人", "two collectors";
    OriginalChecked = "与原件一致的确认", "confirmed as the original";
    Pages = "页数", "pages";
    Hash = "校验值", "hash";
    Device = "设备和方法", "device and method";
    Batch = "批号、数量、基数", "batch, quantity, base";
    SealedSample = "封样和签名", "sealing and signatures";
    Question = "委托事项", "question";
    Material = "检材", "material";
    RightToRetest = "复检权利", "right to a re-test";
    Keeper = "保管地点和保管人", "place and keeper";
    EndDay = "到期日", "end day";
    BanOnMoving = "不得转移、隐匿、销毁", "ban on moving";
    Remedies = "救济途径和期限", "remedies";
    AuthorityAndDate = "机关名称和日期", "authority and date";
    Receipt = "回执", "receipt";
    RightsTold = "告知权利", "rights told";
    Defence = "陈述申辩", "defence";
    Nature = "定性", "nature";
    Discretion = "裁量理由", "grounds of discretion";
    ArticleAndBand = "处罚条款和幅度", "article and band";
    ReviewedMatters = "审核事项（管辖、事实、法律、程序、裁量、文书）",
        "jurisdiction, facts, law, procedure, discretion, form";
    Reviewer = "审核人和日期", "reviewer and day";
    IntendedPenalty = "拟作处罚", "intended penalty";
    RightToDefend = "陈述、申辩权利", "right to state and defend";
    RightToHearing = "要求听证的权利和五个工作日", "right to a hearing, five working days";
    Arguments = "意见及是否采纳", "arguments and whether taken";
    Host = "主持人", "host";
    RightToChallenge = "申请主持人回避的权利", "right to challenge the host";
    Persons = "参加人", "persons";
    EachOpinion = "各人意见", "each one's opinion";
    Conclusion = "结论", "conclusion";
    Signatures = "签名", "signatures";
    KindsAndBasis = "处罚种类和依据", "kinds and basis";
    PerformanceWay = "履行方式和期限（银行、账户、十五日、加处罚款）",
        "way and term of performance: bank, account, 15 days, surcharge";
    Reconsideration = "复议机关和六十日", "reconsideration, 60 days";
    Lawsuit = "起诉法院和六个月", "lawsuit, six months";
    DefenceConsidered = "陈述申辩和听证的采纳情况", "defence and hearing considered";
    Rectification = "责令改正", "rectification order";
    Amount = "数额", "amount";
    ReconsiderationFirst = "复议前置", "reconsideration first";
    Education = "教育", "education";
    WhatToPutRight = "改正内容", "what to put right";
    ByWhen = "改正期限", "by when";
    Attachments = "移送材料", "papers that go along";
    PaperAndNumber = "文书名称和文号", "paper and number";
    Receiver = "受送达人", "receiver";
    ServiceMethod = "送达方式", "method of service";
    Day = "日期", "day";
    Deliverers = "送达人", "deliverers";
    Remark = "备注", "remark";
    ElectronicConsent = "电子送达同意", "electronic consent";
    Consequence = "法律后果", "consequence";
    AmountInWords = "小写和大写金额", "amount in figures and words";
    Instalments = "各期日期和金额", "instalments";
    BreachEnds = "一期不缴的后果", "consequence of a missed instalment";
    ExactAmount = "应缴金额及加处罚款", "exact amount with the surcharge";
    HeadSignature = "负责人签名", "head's signature";
    Execution = "执行情况", "execution";
    EndReason = "结案理由", "reason of the end";
    DossierData = "案名、文号、起止、页数、保管期限", "name, number, days, pages, keeping term";
    Seed = "抽取种子和名库校验值", "seed and pools' hashes";
    Responsible = "责任人", "responsible";
    Scope = "授权范围", "scope of the authority";
    WhereToCollect = "领取地点", "where to collect";
    PublicationProof = "公告地点和证明", "place and proof of publication";
    Stages = "执行阶段和补救", "stages and remedial steps";
    Ranking = "排名和得分", "ranking and points";
}
