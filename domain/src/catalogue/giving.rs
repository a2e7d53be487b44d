//! Giving and ending powers (职权): what may be given, when one ends, and what the change to a ready setting does.
//!
//! A power is never deleted: old files rest on it. It ends on a day.

use serde::{Deserialize, Serialize};

use super::{
    Bilingual, Capacity, Catalogue, IndustryId, LABOUR_EXPORT, Level, PowerGrant, ReadySetting, ready_grants,
};
use crate::id::BureauId;
use crate::{Day, Lang};

/// Why a power is not given or ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PowerRefusal {
    /// The catalogue has no such industry.
    UnknownIndustry,
    /// What only its own authority decides (行政处罚法 art. 18).
    NotGiven,
    /// The last day lies before the first.
    DateOrder,
    /// The bureau has it on some of these days.
    HeldAlready,
    /// It has ended.
    EndedAlready,
    /// A power is not made longer by ending it.
    EndsSooner,
    /// A power begins on or after the day of the change.
    BeginsLater,
    /// The bureau's powers are these already.
    NothingToChange,
}

impl PowerRefusal {
    const ALL: [PowerRefusal; 8] = [
        PowerRefusal::UnknownIndustry,
        PowerRefusal::NotGiven,
        PowerRefusal::DateOrder,
        PowerRefusal::HeldAlready,
        PowerRefusal::EndedAlready,
        PowerRefusal::EndsSooner,
        PowerRefusal::BeginsLater,
        PowerRefusal::NothingToChange,
    ];

    /// The stable word of this refusal.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            PowerRefusal::UnknownIndustry => "unknown_industry",
            PowerRefusal::NotGiven => "not_given",
            PowerRefusal::DateOrder => "date_order",
            PowerRefusal::HeldAlready => "held_already",
            PowerRefusal::EndedAlready => "ended_already",
            PowerRefusal::EndsSooner => "ends_sooner",
            PowerRefusal::BeginsLater => "begins_later",
            PowerRefusal::NothingToChange => "nothing_to_change",
        }
    }

    /// The refusal of a word, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        PowerRefusal::ALL.into_iter().find(|refusal| refusal.code() == code)
    }

    /// What cannot be done, why, and what to do.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            PowerRefusal::UnknownIndustry => {
                lang.pick("没有这个行业，请从列表中选择。", "There is no such industry; choose one of the list.")
            }
            PowerRefusal::NotGiven => lang.pick(
                "公安、税务、人民政府和发证机关的职权不能集中给其他部门（行政处罚法第十八条），请核对依据文件。",
                "What police, tax, government and issuer decide is not given to another authority (行政处罚法 art. 18); check the document.",
            ),
            PowerRefusal::DateOrder => {
                lang.pick("最后一日早于起始日，请核对。", "The last day lies before the first; check it.")
            }
            PowerRefusal::HeldAlready => lang.pick(
                "该单位在这段日期内已有同一行业、同一身份、同级或更高级别的职权，请核对日期，或先终止原职权。",
                "The bureau has this industry and capacity at this level or a higher one on some of these days; check the days, or end that power first.",
            ),
            PowerRefusal::EndedAlready => {
                lang.pick("这项职权已经终止，旧案卷仍可查阅。", "This power has ended; old files stay readable.")
            }
            PowerRefusal::EndsSooner => lang.pick(
                "这项职权本来就在此日之前终止；如要延长，请另行赋予。",
                "This power ends before that day; to make it longer, give it anew.",
            ),
            PowerRefusal::BeginsLater => lang.pick(
                "有职权在此日或之后才开始，请先单独终止它，或选择更晚的日期。",
                "A power begins on or after this day; end it first, or choose a later day.",
            ),
            PowerRefusal::NothingToChange => lang.pick(
                "该单位在此日的职权已经如此，无需变更。",
                "The bureau's powers on this day are these already.",
            ),
        }
    }
}

impl Capacity {
    /// Whether one authority can be given it by a decision (行政处罚法 art. 18): not what police and tax decide,
    /// nor what only a government or the issuer does.
    #[must_use]
    pub fn is_given(self) -> bool {
        !matches!(self, Capacity::Police | Capacity::Tax | Capacity::Government | Capacity::Issuer)
    }
}

/// Every industry in which a power can be given, in the order of the catalogue: its files, then labour export.
#[must_use]
pub fn industries_of_powers(catalogue: &Catalogue) -> Vec<(IndustryId, Bilingual)> {
    let named = catalogue.industries.iter().map(|one| (one.id.clone(), one.name.clone()));
    let labour = Bilingual { zh: "劳务输出".to_owned(), en: "Labour export".to_owned() };
    named.chain([(IndustryId::new(LABOUR_EXPORT), labour)]).collect()
}

/// Whether a bureau that holds `held` may be given `new`.
///
/// # Errors
/// Why not.
pub fn may_give_power(
    new: &PowerGrant,
    held: &[PowerGrant],
    catalogue: &Catalogue,
) -> Result<(), PowerRefusal> {
    if !industries_of_powers(catalogue).iter().any(|(id, _)| *id == new.industry) {
        return Err(PowerRefusal::UnknownIndustry);
    }
    if !new.capacity.is_given() {
        return Err(PowerRefusal::NotGiven);
    }
    if new.to.is_some_and(|to| to < new.from) {
        return Err(PowerRefusal::DateOrder);
    }
    let meets = |one: &&PowerGrant| {
        covers(one, new) && one.from <= new.to.unwrap_or(Day::MAX) && new.from <= one.to.unwrap_or(Day::MAX)
    };
    if held.iter().any(|one| meets(&one)) { Err(PowerRefusal::HeldAlready) } else { Ok(()) }
}

/// Whether a power may end with `last_day`, which is its last.
///
/// # Errors
/// Why not.
pub fn may_end_power(power: &PowerGrant, last_day: Day, today: Day) -> Result<(), PowerRefusal> {
    match power.to {
        Some(to) if to < today => Err(PowerRefusal::EndedAlready),
        Some(to) if to <= last_day => Err(PowerRefusal::EndsSooner),
        _ if last_day < power.from => Err(PowerRefusal::DateOrder),
        _ => Ok(()),
    }
}

/// What the change to a ready setting does to what a bureau holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PowerChange {
    /// Which of the held ones end with the day before.
    pub ends: Vec<usize>,
    /// What is given.
    pub gives: Vec<PowerGrant>,
}

/// The change of a bureau to a ready setting from a day on.
///
/// Comprehensive enforcement comes on top of what the bureau holds. The return to what commerce has by general law ends
/// everything else with the day before.
///
/// # Errors
/// [`PowerRefusal::BeginsLater`], [`PowerRefusal::NothingToChange`].
pub fn change_to(
    setting: ReadySetting,
    held: &[PowerGrant],
    catalogue: &Catalogue,
    (bureau, level): (BureauId, Level),
    from: Day,
    basis: &Bilingual,
) -> Result<PowerChange, PowerRefusal> {
    let wanted = ready_grants(catalogue, setting, bureau, level, from, basis, &[]);
    let change = match setting {
        ReadySetting::ComprehensiveEnforcement => {
            let stands = |new: &PowerGrant| {
                held.iter().any(|one| covers(one, new) && one.from <= from && one.to.is_none())
            };
            PowerChange { ends: Vec::new(), gives: wanted.into_iter().filter(|new| !stands(new)).collect() }
        }
        ReadySetting::CommerceToday => {
            let is_same = |one: &PowerGrant, new: &PowerGrant| {
                (&one.industry, one.capacity, one.level, one.from, one.to)
                    == (&new.industry, new.capacity, new.level, new.from, new.to)
            };
            let ends = |one: &PowerGrant| {
                one.to.is_none_or(|to| from <= to) && !wanted.iter().any(|new| is_same(one, new))
            };
            let places = held.iter().enumerate().filter(|(_, one)| ends(one)).map(|(place, _)| place);
            let ends: Vec<usize> = places.collect();
            let gives = wanted.iter().filter(|new| !held.iter().any(|one| is_same(one, new)));
            PowerChange { gives: gives.cloned().collect(), ends }
        }
    };
    if change.ends.iter().filter_map(|place| held.get(*place)).any(|one| from <= one.from) {
        return Err(PowerRefusal::BeginsLater);
    }
    if change == PowerChange::default() { Err(PowerRefusal::NothingToChange) } else { Ok(change) }
}

/// The same industry and capacity at the same level or a higher one.
fn covers(one: &PowerGrant, new: &PowerGrant) -> bool {
    one.industry == new.industry && one.capacity == new.capacity && one.level >= new.level
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Industry;
    use rstest::rstest;

    const BUREAU: BureauId = BureauId(2);

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn catalogue() -> Catalogue {
        let industry = |id: &str, to: Option<&str>| -> Industry {
            let span = serde_json::json!({
                "capacity": "commerce", "from": "2006-01-01", "to": to, "basis": {"zh": "令", "en": "order"},
            });
            Industry {
                id: IndustryId::new(id),
                name: Bilingual { zh: id.to_owned(), en: id.to_owned() },
                words: Vec::new(),
                authorities: vec![serde_json::from_value(span).unwrap()],
                licence_kinds: Vec::new(),
                violations: Vec::new(),
                notes: Vec::new(),
            }
        };
        Catalogue {
            industries: vec![industry("oil", None), industry("pawn", Some("2018-04-30"))],
            ..Catalogue::default()
        }
    }

    fn grant(industry: &str, capacity: Capacity, from: &str, to: Option<&str>) -> PowerGrant {
        PowerGrant {
            bureau: BUREAU,
            industry: IndustryId::new(industry),
            capacity,
            level: Level::County,
            from: day(from),
            to: to.map(day),
            basis: Bilingual { zh: "决定".to_owned(), en: "decision".to_owned() },
        }
    }

    #[rstest]
    #[case(grant("oil", Capacity::Price, "2026-01-01", None), None)]
    #[case(grant("labour_export", Capacity::Labour, "2026-01-01", None), None)]
    #[case(grant("salt", Capacity::Price, "2026-01-01", None), Some(PowerRefusal::UnknownIndustry))]
    #[case(grant("oil", Capacity::Police, "2026-01-01", None), Some(PowerRefusal::NotGiven))]
    #[case(grant("oil", Capacity::Price, "2026-01-02", Some("2026-01-01")), Some(PowerRefusal::DateOrder))]
    #[case(grant("oil", Capacity::Commerce, "2026-01-01", None), Some(PowerRefusal::HeldAlready))]
    #[case(grant("oil", Capacity::Commerce, "2010-01-01", Some("2019-12-31")), None)]
    #[case(grant("pawn", Capacity::Commerce, "2018-05-01", None), None)]
    #[case(grant("pawn", Capacity::Commerce, "2018-04-30", None), Some(PowerRefusal::HeldAlready))]
    fn a_power_is_given_once_and_only_what_can_be(
        #[case] new: PowerGrant,
        #[case] refusal: Option<PowerRefusal>,
    ) {
        let held = [
            grant("oil", Capacity::Commerce, "2020-01-01", None),
            grant("pawn", Capacity::Commerce, "2006-01-01", Some("2018-04-30")),
        ];
        assert_eq!(may_give_power(&new, &held, &catalogue()).err(), refusal);
        let higher = PowerGrant { level: Level::City, ..new };
        if refusal == Some(PowerRefusal::HeldAlready) {
            assert_eq!(may_give_power(&higher, &held, &catalogue()), Ok(()), "a higher level is more");
        }
    }

    #[rstest]
    #[case(None, "2026-11-22", None)]
    #[case(None, "2030-01-01", None)]
    #[case(None, "2019-12-31", Some(PowerRefusal::DateOrder))]
    #[case(Some("2026-11-22"), "2026-11-01", Some(PowerRefusal::EndedAlready))]
    #[case(Some("2026-12-31"), "2026-11-30", None)]
    #[case(Some("2026-12-31"), "2027-01-01", Some(PowerRefusal::EndsSooner))]
    fn a_power_ends_once_and_never_before_it_began(
        #[case] to: Option<&str>,
        #[case] last_day: &str,
        #[case] refusal: Option<PowerRefusal>,
    ) {
        let power = grant("oil", Capacity::Commerce, "2020-01-01", to);
        assert_eq!(may_end_power(&power, day(last_day), day("2026-11-23")).err(), refusal);
    }

    fn changed(setting: ReadySetting, held: &[PowerGrant], from: &str) -> Result<PowerChange, PowerRefusal> {
        let basis = Bilingual { zh: "省政府决定".to_owned(), en: "decision".to_owned() };
        change_to(setting, held, &catalogue(), (BUREAU, Level::County), day(from), &basis)
    }

    /// What is held after a change.
    fn after(mut held: Vec<PowerGrant>, change: &PowerChange, from: &str) -> Vec<PowerGrant> {
        for place in &change.ends {
            held[*place].to = day(from).pred_opt();
        }
        held.extend(change.gives.clone());
        held
    }

    #[test]
    fn a_bureau_goes_over_to_comprehensive_enforcement_and_back() {
        let fresh = changed(ReadySetting::CommerceToday, &[], "2026-01-01").unwrap();
        let held = after(Vec::new(), &fresh, "2026-01-01");
        assert_eq!(held.len(), 3, "oil, pawn until 2018, labour export");
        let again = changed(ReadySetting::CommerceToday, &held, "2026-01-01");
        assert_eq!(again, Err(PowerRefusal::NothingToChange));

        let more = changed(ReadySetting::ComprehensiveEnforcement, &held, "2026-06-01").unwrap();
        assert!(more.ends.is_empty());
        assert_eq!(more.gives.len(), 3 * 5 - 2, "commerce stands for oil and labour export");
        assert!(more.gives.iter().all(|one| one.from == day("2026-06-01") && one.basis.zh == "省政府决定"));
        let held = after(held, &more, "2026-06-01");
        let again = changed(ReadySetting::ComprehensiveEnforcement, &held, "2026-07-01");
        assert_eq!(again, Err(PowerRefusal::NothingToChange));

        let early = changed(ReadySetting::CommerceToday, &held, "2026-06-01");
        assert_eq!(early, Err(PowerRefusal::BeginsLater));
        let back = changed(ReadySetting::CommerceToday, &held, "2026-12-01").unwrap();
        assert!(back.gives.is_empty());
        let held = after(held, &back, "2026-12-01");
        let stands = held.iter().filter(|one| one.holds_on(day("2026-12-01"))).count();
        assert_eq!((back.ends.len(), stands), (13, 2), "old rows stay, with their last day");
        assert!(
            held.iter().any(|one| one.capacity == Capacity::Agriculture && one.holds_on(day("2026-11-30")))
        );
    }

    #[test]
    fn every_refusal_reads_back_from_its_code_and_says_what_to_do() {
        for refusal in PowerRefusal::ALL {
            assert_eq!(PowerRefusal::from_code(refusal.code()), Some(refusal));
            assert!(!refusal.message(Lang::Zh).is_empty() && !refusal.message(Lang::En).is_empty());
        }
    }
}
