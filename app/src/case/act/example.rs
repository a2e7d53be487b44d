//! The form of an act without a case, with something to choose from in every list: what the help tells of.

use super::fields::{Asked, PenaltyAsked, pairs};
use super::measure_fields::Held;
use crate::case::page::{Choices, Field};
use domain::calendar::day_short;
use domain::case::{ActKind, SuspensionGround};
use domain::catalogue::{FineBase, PenaltyKind};
use domain::{Day, Lang};

/// The fields of an act's form, as whoever may do the act sees them.
#[must_use]
pub fn example_fields(kind: ActKind, today: Day, lang: Lang) -> Vec<Field> {
    let row = violation(lang);
    let penalty = PenaltyAsked {
        title: row.1.clone(),
        range: String::new(),
        base: Some(FineBase::GoodsValue.name(lang).to_owned()),
        rules: Choices::new(),
        kinds: vec![PenaltyKind::Warning, PenaltyKind::ConfiscationOfGoods],
        serious: true,
    };
    let asked = Asked {
        party_kind: None,
        only_re_inspects: false,
        ruling_asked: true,
        kind,
        lang,
        proposes: false,
        asks_late_reason: false,
        has_case: !kind.begins_a_case(),
        is_on_the_spot: false,
        anew: kind == ActKind::Decide,
        today,
        people: pairs(&[("1", lang.pick("王强 4311240021", "Wang Qiang 4311240021"))]),
        violations: vec![row.clone()],
        records: Choices::new(),
        parties: Choices::new(),
        acts: vec![row.clone()],
        orders: pairs(&[("1", lang.pick("11-20 责令限期改正", "20 Nov. ordered to put right"))]),
        evidence: Choices::new(),
        newer: pairs(&[("1", lang.pick("11-28 向买受人补充询问", "28 Nov. the buyer was asked again"))]),
        days: vec![(today.to_string(), day_short(today, lang))],
        hosts: pairs(&[("1", lang.pick("唐丽华", "Tang Lihua"))]),
        named: pairs(&[("1", lang.pick("王强", "Wang Qiang"))]),
        companions: Choices::new(),
        penalties: vec![penalty],
        transfer: Vec::new(),
        revokers: lang.pick("县人民政府", "The county's government").to_owned(),
        ends: SuspensionGround::END.to_vec(),
        designations: pairs(&[("1", "永商指管〔2026〕2号")]),
        contests: pairs(&[("1", lang.pick("扣押 11月20日", "Seizure of 20 Nov"))]),
        held: Held::example(row, lang),
    };
    let receivers = pairs(&[("1", lang.pick("江华瑶族自治县商务局", "Jianghua bureau"))]);
    asked.with_transfer(&receivers, None).fields()
}

/// A row of the catalogue, as lists show it.
fn violation(lang: Lang) -> (String, String) {
    let catalogue = store::catalogue::in_use();
    let found = catalogue.rows().next();
    found.map_or_else(Default::default, |(industry, row)| {
        (row.id.clone(), format!("{}｜{}", industry.name.pick(lang), row.title.pick(lang)))
    })
}
