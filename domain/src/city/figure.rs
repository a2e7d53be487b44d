//! The figures of the city: what each counts, by which day, and what may be done with it.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// A figure of the city.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    CasesOpen,
    CasesOverdue,
    CasesClosed,
    Fines,
    Trained,
    Certified,
}

/// Whether a figure is how many there are, or how many came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// How many there are at the end of the period (存量): months are not added.
    Stock,
    /// How many came in the period (流量): months add up, for people within a year.
    Flow,
}

/// By what a figure is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// 行业
    Industry,
    /// 工种
    Trade,
}

impl PartKind {
    /// "行业".
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            PartKind::Industry => lang.pick("行业", "Industry"),
            PartKind::Trade => lang.pick("工种", "Trade"),
        }
    }
}

impl Figure {
    /// Every figure, in the order of the pages.
    pub const ALL: [Figure; 6] = [
        Figure::CasesOpen,
        Figure::CasesOverdue,
        Figure::CasesClosed,
        Figure::Fines,
        Figure::Trained,
        Figure::Certified,
    ];

    /// The word in an address and a file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Figure::CasesOpen => "cases_open",
            Figure::CasesOverdue => "cases_overdue",
            Figure::CasesClosed => "cases_closed",
            Figure::Fines => "fines",
            Figure::Trained => "trained",
            Figure::Certified => "certified",
        }
    }

    /// The figure of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Figure::ALL.into_iter().find(|figure| figure.word() == word)
    }

    /// "在办案件".
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Figure::CasesOpen => lang.pick("在办案件", "Open cases"),
            Figure::CasesOverdue => lang.pick("超期案件", "Overdue cases"),
            Figure::CasesClosed => lang.pick("结案", "Cases closed"),
            Figure::Fines => lang.pick("罚款金额", "Fines"),
            Figure::Trained => lang.pick("结业人数", "People trained"),
            Figure::Certified => lang.pick("取证人数", "People certified"),
        }
    }

    /// "件", "元", "人". Fines are kept in 分 and shown in 元.
    #[must_use]
    pub fn unit(self, lang: Lang) -> &'static str {
        match self {
            Figure::CasesOpen | Figure::CasesOverdue | Figure::CasesClosed => lang.pick("件", "cases"),
            Figure::Fines => lang.pick("元", "yuan"),
            Figure::Trained | Figure::Certified => lang.pick("人", "people"),
        }
    }

    /// What is counted, which day counts, and of whom once.
    #[must_use]
    pub fn definition(self, lang: Lang) -> &'static str {
        match self {
            Figure::CasesOpen => lang.pick(
                "统计期末已登记（含线索）而尚未结案的案件数。按线索收到之日计入，按结案之日减去；撤回的事项不计。",
                "Cases registered, clues included, and not closed at the end of the period. A case comes in on the day \
                 the clue was received and goes out on the day it was closed; what was taken back does not count.",
            ),
            Figure::CasesOverdue => lang.pick(
                "今天本单位有法定或规定期限已过最后一日而尚未办理的案件数，每件只计一次；当事人的期限不计。只反映当前，不作同期比较。",
                "Cases in which today a term that binds the bureau has passed its last day undone, each case once; terms \
                 of the party do not count. It shows today and is compared with no earlier period.",
            ),
            Figure::CasesClosed => lang.pick(
                "统计期内结案的案件数（含不予立案后结束的线索）。以全部当事人结案之日为准。",
                "Cases closed in the period, clues that were not filed included, by the day on which the last party's \
                 case was closed.",
            ),
            Figure::Fines => lang.pick(
                "统计期内作出的处罚决定所处罚款之和，以决定之日为准；没收的违法所得和加处罚款不计，无论是否缴纳。只列金额，不排名、不下指标、不作考核（行政处罚法第七十四条）。",
                "The fines imposed by the decisions of the period, by the day of the decision, paid or not; confiscations \
                 and surcharges do not count. An amount only: no ranking, no target, no score (Administrative Penalties \
                 Law, art. 74).",
            ),
            Figure::Trained => lang.pick(
                "统计期内培训结业的人数，以培训班结束之日为准。按公民身份号码去重：同一人在一个县区一年只计一次，在全市一年只计一次，均计入当年首次结业的月份和工种。",
                "People who completed a class, by the last day of the class. Known by the identity number: a person counts \
                 once a year in a county and once a year in the city, in the month and trade of the year's first class.",
            ),
            Figure::Certified => lang.pick(
                "统计期内取得培训证书的人数，以发证之日为准；补发、换发不另计。证书被撤销且当年再无有效证书的，在撤销的月份减去一人。按公民身份号码去重：同一人在一个县区一年只计一次，在全市一年只计一次。",
                "People who got a certificate, by the day of issue; replacements do not count again. When it is revoked \
                 and no other one of its year is valid, the month of the revocation counts one less. Known by the \
                 identity number: once a year in a county and once a year in the city.",
            ),
        }
    }

    /// Whether counties may be put in order by it. Never by fines (行政处罚法 art. 74).
    #[must_use]
    pub fn may_rank(self) -> bool {
        self != Figure::Fines
    }

    /// Stock or flow.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Figure::CasesOpen | Figure::CasesOverdue => Kind::Stock,
            _ => Kind::Flow,
        }
    }

    /// By what it is split.
    #[must_use]
    pub fn part(self) -> PartKind {
        match self {
            Figure::Trained | Figure::Certified => PartKind::Trade,
            _ => PartKind::Industry,
        }
    }

    /// Whether it counts people, whom the city counts once: then its number is not the sum of the counties.
    #[must_use]
    pub fn counts_people(self) -> bool {
        self.part() == PartKind::Trade
    }

    /// Whether it is known for an earlier time.
    #[must_use]
    pub fn has_history(self) -> bool {
        self != Figure::CasesOverdue
    }
}
