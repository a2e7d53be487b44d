//! What a party is to bear: penalties per unlawful act, inside the row's range (行政处罚法 art. 9, 28).

use serde::{Deserialize, Serialize};

use super::{Note, UnlawfulAct};
use crate::Day;
use crate::Lang;
use crate::catalogue::{BaseAmount, PenaltyKind};
use crate::id::UnlawfulActId;
use crate::value::Money;

/// A fine with the amount it was computed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fine {
    pub amount: Money,
    /// The base of the row's formula; none where the formula has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<BaseAmount>,
}

/// Illegal gains: all money received, costs not deducted (art. 28(2)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "gains", rename_all = "snake_case")]
pub enum Gains {
    /// Nobody has said anything yet: the report is refused.
    NotStated,
    None,
    /// Confiscated less what must be refunded.
    Stated {
        amount: Money,
        refunded: Money,
    },
    NotAscertainable {
        reason: Note,
    },
}

impl Gains {
    /// What is confiscated.
    #[must_use]
    pub fn confiscated(&self) -> Money {
        match self {
            Gains::Stated { amount, refunded } => Money((amount.0 - refunded.0).max(0)),
            _ => Money::ZERO,
        }
    }
}

/// Goods to be confiscated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goods {
    pub value: Money,
    /// What and how much.
    pub list: Note,
}

/// Why a penalty may lie below the row's range (art. 30, 32); it is always deliberated (art. 57).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mitigation {
    HarmRemoved,
    CoercedOrDeceived,
    Confessed,
    HelpedInvestigation,
    Minor,
    OtherByLaw,
}

impl Mitigation {
    /// Every ground, in the order of the form.
    pub const ALL: [Mitigation; 6] = [
        Mitigation::HarmRemoved,
        Mitigation::CoercedOrDeceived,
        Mitigation::Confessed,
        Mitigation::HelpedInvestigation,
        Mitigation::Minor,
        Mitigation::OtherByLaw,
    ];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Mitigation::HarmRemoved => "harm_removed",
            Mitigation::CoercedOrDeceived => "coerced_or_deceived",
            Mitigation::Confessed => "confessed",
            Mitigation::HelpedInvestigation => "helped_investigation",
            Mitigation::Minor => "minor",
            Mitigation::OtherByLaw => "other_by_law",
        }
    }

    /// What the ground is called, with its article.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Mitigation::HarmRemoved => lang.pick(
                "主动消除或者减轻危害后果（第三十二条第一项）",
                "removed or lessened the harm by itself (art. 32(1))",
            ),
            Mitigation::CoercedOrDeceived => {
                lang.pick("受他人胁迫或者诱骗（第三十二条第二项）", "coerced or deceived (art. 32(2))")
            }
            Mitigation::Confessed => lang.pick(
                "主动供述尚未掌握的违法行为（第三十二条第三项）",
                "confessed what was not known (art. 32(3))",
            ),
            Mitigation::HelpedInvestigation => lang.pick(
                "配合查处违法行为有立功表现（第三十二条第四项）",
                "helped to uncover other acts (art. 32(4))",
            ),
            Mitigation::Minor => lang.pick("已满十四周岁不满十八周岁（第三十条）", "aged 14 to 17 (art. 30)"),
            Mitigation::OtherByLaw => {
                lang.pick("法律、法规、规章另有规定（第三十二条第五项）", "another rule says so (art. 32(5))")
            }
        }
    }
}

/// What is imposed for one unlawful act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActPenalty {
    pub act: UnlawfulActId,
    /// Kinds without an amount: 警告, 通报批评 and those that ask for the full procedure.
    #[serde(default)]
    pub kinds: Vec<PenaltyKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fine: Option<Fine>,
    #[serde(flatten)]
    pub gains: Gains,
    /// What is confiscated beside money; with the kind 没收非法财物.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goods: Option<Goods>,
    /// Why it may lie below what the row makes the least (减轻).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mitigation: Option<Mitigation>,
    /// Why the circumstances are serious (情节严重): it opens what the row keeps for them, and is always
    /// deliberated (art. 57). None: they are ordinary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serious: Option<Note>,
    /// The row applied where the law has changed since the act: that of its day, or the one in force now (art. 37).
    /// None: the row of the act's day, which still is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

impl ActPenalty {
    /// Every kind imposed, with the fine and the confiscation of gains.
    #[must_use]
    pub fn all_kinds(&self) -> Vec<PenaltyKind> {
        let mut kinds = self.kinds.clone();
        if self.fine.is_some() {
            kinds.push(PenaltyKind::Fine);
        }
        if self.gains.confiscated() > Money::ZERO {
            kinds.push(PenaltyKind::ConfiscationOfGains);
        }
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    fn goods_value(&self) -> Money {
        self.goods.as_ref().map_or(Money::ZERO, |goods| goods.value)
    }

    /// The fine, or nothing.
    #[must_use]
    pub fn fine_amount(&self) -> Money {
        self.fine.map_or(Money::ZERO, |fine| fine.amount)
    }
}

/// How the party puts right what it did (art. 28(1)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "putting_right", rename_all = "snake_case")]
pub enum PuttingRight {
    /// The decision orders it, by a day.
    Order { by: Day },
    /// An order was served before; its number in the case's list of events.
    Earlier { record: u32 },
    /// It has been put right already.
    Done { on: Day },
}

/// All that one party is to bear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Penalties {
    pub acts: Vec<ActPenalty>,
    #[serde(flatten)]
    pub putting_right: PuttingRight,
}

impl Penalties {
    /// The sum of the fines.
    #[must_use]
    pub fn fines(&self) -> Money {
        Money(self.acts.iter().map(|act| act.fine_amount().0).sum())
    }

    /// The sum of the gains confiscated.
    #[must_use]
    pub fn confiscated(&self) -> Money {
        Money(self.acts.iter().map(|act| act.gains.confiscated().0).sum())
    }

    /// All the money to be paid.
    #[must_use]
    pub fn money(&self) -> Money {
        Money(self.fines().0 + self.confiscated().0)
    }

    /// The goods to be confiscated, by value.
    #[must_use]
    pub fn goods(&self) -> Money {
        Money(self.acts.iter().filter_map(|act| act.goods.as_ref()).map(|goods| goods.value.0).sum())
    }

    /// Whether things are confiscated.
    #[must_use]
    pub fn confiscates_goods(&self) -> bool {
        self.acts.iter().any(|act| act.goods.is_some())
    }

    /// Every kind imposed for any of the acts, once.
    #[must_use]
    pub fn kinds(&self) -> Vec<PenaltyKind> {
        let mut kinds: Vec<PenaltyKind> = self.acts.iter().flat_map(ActPenalty::all_kinds).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// Whether something here goes below the range with a ground that was not there.
    #[must_use]
    pub fn mitigated_beyond(&self, concluded: &Penalties) -> bool {
        let known = |act: &ActPenalty| {
            concluded.acts.iter().any(|one| one.act == act.act && one.mitigation == act.mitigation)
        };
        self.acts.iter().any(|act| act.mitigation.is_some() && !known(act))
    }

    /// Whether the circumstances of one of the acts are called serious.
    #[must_use]
    pub fn is_serious(&self) -> bool {
        self.acts.iter().any(|act| act.serious.is_some())
    }

    /// Whether something here is heavier than there: a kind added, an amount raised, or the circumstances called
    /// serious, act by act.
    #[must_use]
    pub fn heavier_than(&self, told: &Penalties) -> bool {
        self.acts.iter().any(|act| {
            let Some(before) = told.acts.iter().find(|before| before.act == act.act) else { return true };
            let kinds = before.all_kinds();
            act.all_kinds().iter().any(|kind| !kinds.contains(kind))
                || act.fine_amount() > before.fine_amount()
                || act.gains.confiscated() > before.gains.confiscated()
                || act.goods_value() > before.goods_value()
                || act.serious.is_some() && before.serious.is_none()
        })
    }

    /// Whether an act is penalised here by another rule than there: an article that was not told, or not looked at.
    #[must_use]
    pub fn under_another_rule(&self, told: &Penalties, acts: &[UnlawfulAct]) -> bool {
        acts.iter().any(|act| {
            let rule = |of: &Penalties| {
                let own = of.acts.iter().find(|one| one.act == act.id)?;
                Some(own.rule.clone().unwrap_or_else(|| act.violation.clone()))
            };
            rule(self).zip(rule(told)).is_some_and(|(here, there)| here != there)
        })
    }

    /// Whether the party has to be told anew before this can be decided: something is heavier than what it was told,
    /// or rests on another article (row 13).
    #[must_use]
    pub fn exceeds(&self, told: &Penalties, acts: &[UnlawfulAct]) -> bool {
        self.heavier_than(told) || self.under_another_rule(told, acts)
    }

    /// In words, as the bar over the case and the papers say it: 警告，罚款 3,000.00 元，责令改正.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let mut parts: Vec<String> = Vec::new();
        if self.is_serious() {
            parts.push(lang.pick("情节严重", "serious circumstances").to_owned());
        }
        let mut kinds: Vec<PenaltyKind> = self.acts.iter().flat_map(|act| act.kinds.clone()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        parts.extend(kinds.iter().map(|kind| kind.name(lang).to_owned()));
        if self.fines() > Money::ZERO {
            parts.push(lang.pick(format!("罚款 {} 元", self.fines()), format!("fine of ¥{}", self.fines())));
        }
        if self.confiscated() > Money::ZERO {
            let gains = self.confiscated();
            parts.push(
                lang.pick(format!("没收违法所得 {gains} 元"), format!("confiscation of gains of ¥{gains}")),
            );
        }
        if matches!(self.putting_right, PuttingRight::Order { .. }) {
            parts.push(lang.pick("责令改正", "order to put right").to_owned());
        }
        parts.join(lang.pick("，", ", "))
    }
}

/// The ground of a decision without a penalty (row 16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoPenaltyGround {
    SlightMendedNoHarm,
    FirstTimeSlightMended,
    NoFaultProved,
    FactsNotEstablished,
    Under14,
    MentalIllness,
    TimeBarred,
}

impl NoPenaltyGround {
    /// Every ground, in the order of the form.
    pub const ALL: [NoPenaltyGround; 7] = [
        NoPenaltyGround::SlightMendedNoHarm,
        NoPenaltyGround::FirstTimeSlightMended,
        NoPenaltyGround::NoFaultProved,
        NoPenaltyGround::FactsNotEstablished,
        NoPenaltyGround::Under14,
        NoPenaltyGround::MentalIllness,
        NoPenaltyGround::TimeBarred,
    ];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            NoPenaltyGround::SlightMendedNoHarm => "slight_mended_no_harm",
            NoPenaltyGround::FirstTimeSlightMended => "first_time_slight_mended",
            NoPenaltyGround::NoFaultProved => "no_fault_proved",
            NoPenaltyGround::FactsNotEstablished => "facts_not_established",
            NoPenaltyGround::Under14 => "under_14",
            NoPenaltyGround::MentalIllness => "mental_illness",
            NoPenaltyGround::TimeBarred => "time_barred",
        }
    }

    /// What the ground is called, with its article.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            NoPenaltyGround::SlightMendedNoHarm => lang.pick(
                "轻微并及时改正，没有危害后果（第三十三条，应当）",
                "slight, mended in time, no harm (art. 33, must)",
            ),
            NoPenaltyGround::FirstTimeSlightMended => lang.pick(
                "初次违法，后果轻微并及时改正（第三十三条，可以）",
                "first time, slight and mended (art. 33, may)",
            ),
            NoPenaltyGround::NoFaultProved => {
                lang.pick("当事人证明没有主观过错（第三十三条，应当）", "no fault proved (art. 33, must)")
            }
            NoPenaltyGround::FactsNotEstablished => {
                lang.pick("违法事实不能成立（第五十七条）", "facts not established (art. 57)")
            }
            NoPenaltyGround::Under14 => lang.pick("不满十四周岁（第三十条）", "under 14 (art. 30)"),
            NoPenaltyGround::MentalIllness => {
                lang.pick("不能辨认或者控制自己行为（第三十一条）", "not able to control the act (art. 31)")
            }
            NoPenaltyGround::TimeBarred => {
                lang.pick("超过追责时效（第三十六条）", "limitation period is over (art. 36)")
            }
        }
    }
}
