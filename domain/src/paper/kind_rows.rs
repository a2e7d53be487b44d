//! The table of forms up to the decision: one row each, as the specification's §6 has them.

use super::Content as C;
use super::Volume::{self, Inner, InnerSealed, Main};
use super::{Content, PaperKind as K, PaperRow};

pub(super) const fn row(
    kind: K,
    (zh, en): (&'static str, &'static str),
    word: &'static str,
    (volume, order): (Volume, u8),
    must: &'static [Content],
) -> PaperRow {
    PaperRow { kind, zh, en, word, volume, order, must }
}

const AS_CITED: &[Content] =
    &[C::Facts, C::Reasons, C::Basis, C::IntendedPenalty, C::RightToDefend, C::Term, C::Place];

/// The forms up to the decision, in the order of [`K::ALL`]. The order in the 正卷: the decision first, the filing, the
/// evidence, notices, defence, hearing, execution, closing.
pub(super) const UNTIL_DECISION: [PaperRow; 26] = [
    row(
        K::D01,
        ("案件来源登记表", "Registration of a clue"),
        "案",
        // The words of whoever told of the matter may name the person.
        (InnerSealed, 1),
        &[C::Source, C::ReceivedDay, C::Reporter, C::Subject, C::Suspicion, C::Proposal, C::Opinions],
    ),
    row(
        K::D02,
        ("立案（不予立案）审批表", "Approval to file or not"),
        "罚立",
        (Main, 20),
        &[
            C::Party,
            C::Source,
            C::Facts,
            C::Violation,
            C::Articles,
            C::TwoOfficers,
            C::Opinions,
            C::OpinionDays,
        ],
    ),
    row(
        K::D03,
        ("举报处理结果告知书", "Notice to the reporter"),
        "举告",
        (InnerSealed, 2),
        &[C::Result, C::Reasons],
    ),
    row(
        K::D04,
        ("回避决定书", "Decision on a recusal"),
        "回避",
        (Main, 50),
        &[C::Person, C::Ground, C::DecisionMade],
    ),
    row(
        K::D05,
        ("现场检查（勘验）笔录", "Site inspection record"),
        "",
        (Main, 32),
        &[
            C::FromTo,
            C::Place,
            C::TwoOfficers,
            C::CertificatesShown,
            C::PresentPersons,
            C::Course,
            C::Findings,
            C::PictureList,
            C::PageSignature,
        ],
    ),
    row(
        K::D06,
        ("询问笔录", "Interview record"),
        "",
        (Main, 33),
        &[
            C::FromTo,
            C::Place,
            C::Identity,
            C::DutyOfTruth,
            C::RecusalAsked,
            C::Answers,
            C::ReadCorrect,
            C::PageSignature,
            C::Corrections,
        ],
    ),
    row(
        K::D07,
        ("询问通知书", "Summons to an interview"),
        "询通",
        (Main, 34),
        &[C::Time, C::Place, C::PapersToBring],
    ),
    row(K::D08, ("限期提供材料通知书", "Order to supply papers"), "限提", (Main, 35), &[C::List, C::Term]),
    row(
        K::D09,
        ("证据提取单", "Evidence sheet"),
        "",
        (Main, 36),
        &[
            C::EvidenceKind,
            C::Source,
            C::Place,
            C::Time,
            C::TwoCollectors,
            C::OriginalChecked,
            C::Pages,
            C::Hash,
        ],
    ),
    row(
        K::D10,
        ("电子数据提取笔录", "Record of electronic evidence"),
        "",
        (Main, 37),
        &[C::Device, C::Hash, C::Course],
    ),
    row(
        K::D11,
        ("抽样取证凭证", "Sampling record"),
        "抽证",
        (Main, 38),
        &[C::List, C::Batch, C::SealedSample, C::Signatures],
    ),
    row(
        K::D12,
        ("鉴定（检验）委托书", "Commission of expertise"),
        "鉴委",
        (Main, 39),
        &[C::Question, C::Material, C::Term, C::Result, C::RightToRetest],
    ),
    row(
        K::D13,
        ("先行登记保存证据通知书", "Registration of evidence"),
        "登存",
        (Main, 40),
        &[C::List, C::Keeper, C::EndDay, C::BanOnMoving],
    ),
    row(
        K::D14,
        ("查封（扣押）决定书", "Decision to seal or seize"),
        "查扣",
        (Main, 41),
        &[C::Party, C::Reasons, C::Basis, C::Term, C::List, C::Remedies, C::AuthorityAndDate, C::Keeper],
    ),
    row(
        K::D14a,
        ("查封（扣押）现场笔录", "On-site record of a measure"),
        "",
        (Main, 42),
        &[C::Party, C::PresentPersons, C::RightsTold, C::Defence, C::Signatures],
    ),
    row(
        K::D15,
        ("解除查封（扣押）决定书", "Decision to lift a measure"),
        "解查扣",
        (Main, 43),
        &[C::List, C::Receipt],
    ),
    row(
        K::D16,
        ("调查终结报告", "Report on the conclusion"),
        "",
        (Inner, 3),
        &[
            C::Party,
            C::Course,
            C::Facts,
            C::EvidencePerFact,
            C::Nature,
            C::Discretion,
            C::Proposal,
            C::ArticleAndBand,
        ],
    ),
    row(
        K::D17,
        ("法制审核意见书", "Legal review opinion"),
        "",
        (Inner, 4),
        &[C::ReviewedMatters, C::Result, C::Reviewer],
    ),
    row(K::D18, ("行政处罚事先告知书", "Advance notice of penalty"), "罚告", (Main, 51), AS_CITED),
    row(
        K::D19,
        ("行政处罚听证告知书", "Advance notice with a hearing right"),
        "听告",
        (Main, 51),
        &[
            C::Facts,
            C::Reasons,
            C::Basis,
            C::IntendedPenalty,
            C::RightToDefend,
            C::Term,
            C::Place,
            C::RightToHearing,
        ],
    ),
    row(K::D20, ("陈述申辩笔录", "Record of the defence"), "", (Main, 52), &[C::Arguments]),
    row(
        K::D21,
        ("陈述申辩复核意见书", "Re-examination opinion"),
        "",
        (Inner, 5),
        &[C::Arguments, C::Reasons],
    ),
    row(
        K::D22,
        ("听证通知书", "Hearing notice"),
        "听通",
        (Main, 53),
        &[C::Time, C::Place, C::Host, C::RightToChallenge],
    ),
    row(
        K::D23,
        ("听证笔录", "Hearing record"),
        "",
        (Main, 54),
        &[C::Persons, C::Course, C::Arguments, C::Signatures],
    ),
    row(K::D24, ("听证报告", "Hearing report"), "", (Inner, 6), &[C::Arguments, C::Conclusion]),
    row(
        K::D25,
        ("集体讨论记录", "Minutes of the collective discussion"),
        "",
        (Inner, 7),
        &[C::Time, C::Persons, C::EachOpinion, C::Conclusion, C::Signatures],
    ),
];
