use std::collections::BTreeMap;

use domain::catalogue::{
    Authority, BaseAmount, Bilingual, Capacity, FineBase, FineRange, IndustryId, Level, NoRange, PartyKind,
    PartyRole, PenaltyKind, ReadySetting, Standing, range, range_when_serious, ready_grants, search,
    standing,
};
use domain::id::BureauId;
use domain::value::Money;
use domain::{Day, Lang};

use super::*;

fn catalogue() -> Catalogue {
    load(None).unwrap_or_else(|faults| panic!("{faults}"))
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn known(yuan: i64) -> Option<BaseAmount> {
    Some(BaseAmount::Known(Money::yuan(yuan)))
}

/// Range of a row for a role, a kind of party and a base.
type Asked = (&'static str, PartyRole, PartyKind, Option<BaseAmount>);

fn asked(catalogue: &Catalogue, (id, role, kind, base): Asked) -> Result<FineRange, NoRange> {
    let (_, row) = catalogue.violation(id).unwrap_or_else(|| panic!("no row {id}"));
    range(row, role, kind, base)
}

#[test]
fn each_file_parses_and_is_sound() {
    let catalogue = catalogue();
    let rows: BTreeMap<&str, usize> =
        catalogue.industries.iter().map(|industry| (industry.id.word(), industry.violations.len())).collect();
    let expected =
        [("auction", 15), ("liquor", 16), ("oil", 29), ("pawn", 15), ("slaughter", 29), ("vehicle", 13)];
    assert_eq!(rows, BTreeMap::from(expected));
    assert!(catalogue.industries.iter().all(|industry| !industry.licence_kinds.is_empty()));
}

#[test]
fn ranges_at_and_around_every_kind_of_threshold() {
    use PartyKind::{Citizen, Organisation, SoleTrader};
    use PartyRole::{Offender, OtherResponsible, PersonInCharge};
    let catalogue = catalogue();
    let table: &[(Asked, (i64, i64))] = &[
        (("slaughter-v01@2021", Offender, Citizen, known(9_999)), (50_000, 100_000)),
        (("slaughter-v01@2021", Offender, Citizen, known(10_000)), (100_000, 200_000)),
        (("slaughter-v01@2021", Offender, Organisation, known(12_345)), (123_450, 246_900)),
        (("slaughter-v07@2021", Offender, Organisation, known(9_999)), (100_000, 150_000)),
        (("slaughter-v07@2021", Offender, Organisation, known(10_000)), (150_000, 300_000)),
        (("slaughter-v07@2021", PersonInCharge, Citizen, None), (50_000, 100_000)),
        (("slaughter-v04@2021", Offender, Organisation, None), (5_000, 50_000)),
        (("slaughter-v04@2021", OtherResponsible, Citizen, None), (20_000, 50_000)),
        (("slaughter-v12@2021", Offender, Citizen, known(8_000)), (0, 8_000)),
        (("slaughter-v12b@2021", Offender, Citizen, known(1_000)), (3_000, 5_000)),
        (("slaughter-v01@2008", Offender, SoleTrader, known(5_000)), (15_000, 25_000)),
        (("slaughter-v01@2008", Offender, SoleTrader, Some(BaseAmount::NotAscertainable)), (5_000, 10_000)),
        (
            ("slaughter-v01@2008", Offender, Organisation, Some(BaseAmount::NotAscertainable)),
            (100_000, 200_000),
        ),
        (("slaughter-v11@2008", Offender, Organisation, None), (20_000, 50_000)),
        (("slaughter-v11@2008", Offender, SoleTrader, None), (5_000, 10_000)),
        (("liquor-v01@2006", Offender, SoleTrader, None), (0, 2_000)),
        (("liquor-v10@2015", Offender, SoleTrader, known(9_999)), (5_000, 50_000)),
        (("liquor-v10@2015", Offender, SoleTrader, known(10_000)), (50_000, 100_000)),
        (("pawn-v02@2005", Offender, Organisation, None), (5_000, 30_000)),
        (("auction-v04@1997", Offender, Citizen, known(100_000)), (0, 30_000)),
        (("auction-v05b@1997", Offender, Organisation, known(100_000)), (10_000, 50_000)),
        (("auction-v08@2015", Offender, Organisation, known(8_000)), (8_000, 30_000)),
        (("auction-v08@2015", Offender, Organisation, Some(BaseAmount::Nothing)), (0, 10_000)),
        (("oil-v01@2007", Offender, Organisation, None), (0, 30_000)),
        (("oil-v20@2025", Offender, Organisation, None), (0, 100_000)),
        (("oil-v31@2007", Offender, Organisation, known(10_000)), (5_000, 30_000)),
        (("oil-v35@2003", Offender, Organisation, known(20_000)), (0, 30_000)),
        (("vehicle-v03@2014", Offender, Organisation, known(3_000)), (3_000, 30_000)),
        (("vehicle-v03@2014", Offender, Organisation, Some(BaseAmount::Nothing)), (0, 500_000)),
        (("vehicle-v05@2019", Offender, Organisation, known(49_999)), (50_000, 100_000)),
        (("vehicle-v05@2019", Offender, Organisation, Some(BaseAmount::Nothing)), (50_000, 100_000)),
        (("vehicle-v05@2019", Offender, Organisation, known(50_000)), (100_000, 250_000)),
        (("vehicle-v06@2023", Offender, Organisation, known(10_000)), (0, 50_000)),
        (("vehicle-v06@2023", Offender, Organisation, known(10_001)), (50_000, 500_000)),
    ];
    for (question, (min, max)) in table {
        let expected = FineRange { min: Money::yuan(*min), max: Money::yuan(*max) };
        assert_eq!(asked(&catalogue, *question), Ok(expected), "{question:?}");
    }
}

#[test]
fn a_fine_that_nobody_verified_has_no_range() {
    use PartyKind::Organisation;
    use PartyRole::{Offender, PersonInCharge};
    let catalogue = catalogue();
    for id in ["liquor-v09@hn2006", "pawn-v11@2022", "slaughter-v05@1998", "oil-v23@2025", "oil-v26@2025"] {
        let refused = asked(&catalogue, (id, Offender, Organisation, known(1)));
        assert_eq!(refused, Err(NoRange::AmountUnverified), "{id}");
    }
    let none = |id, role, base| asked(&catalogue, (id, role, Organisation, base));
    assert_eq!(none("auction-v03@1997", Offender, None), Err(NoRange::NoFine));
    assert_eq!(none("oil-v01@2007", PersonInCharge, None), Err(NoRange::RoleNotNamed));
    let goods = Err(NoRange::BaseMissing(FineBase::GoodsValue));
    assert_eq!(none("slaughter-v01@2021", Offender, None), goods);
    let (_, row) = catalogue.violation("slaughter-v13@2021").unwrap();
    let serious = range_when_serious(row, Offender, Organisation, None);
    assert_eq!(serious.map(|range| range.max), Ok(Money::yuan(100_000)));
    // A fine for serious circumstances only is none for ordinary ones.
    assert_eq!(none("liquor-v05@2006", Offender, None), Err(NoRange::NoFine));
}

#[test]
fn no_row_is_in_force_twice_and_the_gap_of_oil_is_a_gap() {
    let catalogue = catalogue();
    let ids = |industry: &str, on: &str| -> Vec<String> {
        catalogue.in_force(&IndustryId::new(industry), day(on)).map(|row| row.id.clone()).collect()
    };
    for industry in &catalogue.industries {
        let mut days: Vec<Day> =
            industry.violations.iter().flat_map(|row| [Some(row.from), row.to]).flatten().collect();
        days.sort_unstable();
        days.dedup();
        for on in days {
            let mut rows: Vec<_> =
                catalogue.in_force(&industry.id, on).map(|row| (row.stem(), row.law_stem())).collect();
            let all = rows.len();
            rows.sort_unstable();
            rows.dedup();
            assert_eq!(rows.len(), all, "{} on {on}", industry.id);
        }
    }
    let of_commerce = |on: &str| {
        let asked = day(on);
        let rows = catalogue.in_force(&IndustryId::new("oil"), asked);
        rows.filter(|row| row.deciders.iter().any(|decider| decider.capacity == Capacity::Commerce)).count()
    };
    assert_eq!(of_commerce("2020-06-30"), 9);
    assert_eq!(of_commerce("2020-07-01"), 0);
    assert_eq!(of_commerce("2025-08-31"), 0);
    assert_eq!(of_commerce("2025-09-01"), 10);
    assert!(ids("slaughter", "2021-07-31").contains(&"slaughter-v01@2008".to_owned()));
    assert!(ids("slaughter", "2021-08-01").contains(&"slaughter-v01@2021".to_owned()));
    assert!(ids("slaughter", "1997-12-31").is_empty());
}

#[test]
fn the_version_of_the_day_of_the_act_judges() {
    let catalogue = catalogue();
    let version = |on: &str| catalogue.version_on("slaughter-v01@2021", day(on)).map(|row| row.id.as_str());
    assert_eq!(version("2007-06-30"), Some("slaughter-v01@1998"));
    assert_eq!(version("2008-08-01"), Some("slaughter-v01@2008"));
    assert_eq!(version("2021-08-01"), Some("slaughter-v01@2021"));
    // The filing duty and the food licence share a number, not a law.
    let liquor = |id, on: &str| catalogue.version_on(id, day(on)).map(|row| row.id.as_str());
    assert_eq!(liquor("liquor-v01@2015", "2016-01-01"), Some("liquor-v01@2015"));
    assert_eq!(liquor("liquor-v01@2006", "2016-01-01"), Some("liquor-v01@2006"));
}

const TODAY: &str = "2026-11-23";

fn stands(catalogue: &Catalogue, setting: ReadySetting, level: Level, id: &str, on: &str) -> Standing {
    let basis = Bilingual { zh: "演示".to_owned(), en: "demo".to_owned() };
    let reach = [(IndustryId::new("pawn"), Level::Province), (IndustryId::new("auction"), Level::Province)];
    let bureau = BureauId(7);
    let grants = ready_grants(catalogue, setting, bureau, level, day("2024-01-01"), &basis, &reach);
    let (industry, row) = catalogue.violation(id).unwrap();
    standing(row, &industry.id, &grants, bureau, day(on))
}

#[test]
fn commerce_today_fines_for_oil_and_hands_the_rest_over() {
    let catalogue = catalogue();
    let stands = |level, id| stands(&catalogue, ReadySetting::CommerceToday, level, id, TODAY);
    assert!(matches!(stands(Level::County, "oil-v23@2025"), Standing::MayDecide { .. }));
    assert!(matches!(stands(Level::County, "vehicle-v02@2017"), Standing::MayDecide { .. }));
    assert!(matches!(stands(Level::County, "oil-v20@2025"), Standing::NoPower { .. }));
    assert!(matches!(stands(Level::City, "oil-v20@2025"), Standing::MayDecide { .. }));
    let slaughter = stands(Level::County, "slaughter-v01@2021");
    let agriculture = Authority { capacity: Capacity::Agriculture, level: Level::County };
    assert_eq!(slaughter, Standing::NoPower { who: vec![agriculture] });
    assert_eq!(slaughter.others_named(Lang::En), "county (or higher) agriculture authority");
    let pawn = stands(Level::City, "pawn-v02@2005");
    assert_eq!(pawn.others_named(Lang::Zh), "设区的市级以上地方金融管理部门");
    assert!(matches!(stands(Level::City, "auction-v07@2015"), Standing::NoPower { .. }));
    assert!(matches!(stands(Level::City, "auction-v10@2015"), Standing::TransferOnly { .. }));
}

#[test]
fn an_old_file_is_entered_under_the_power_of_its_time() {
    let catalogue = catalogue();
    let on = |day| stands(&catalogue, ReadySetting::CommerceToday, Level::City, "pawn-v02@2005", day);
    assert!(matches!(on("2018-04-19"), Standing::MayDecide { .. }));
    assert!(matches!(on("2018-04-20"), Standing::NoPower { .. }));
}

#[test]
fn comprehensive_enforcement_works_six_industries_but_not_the_police_and_the_government() {
    let catalogue = catalogue();
    let stands = |id| stands(&catalogue, ReadySetting::ComprehensiveEnforcement, Level::County, id, TODAY);
    for id in [
        "slaughter-v01@2021",
        "liquor-v07b@2015",
        "pawn-v03@2005",
        "auction-v07@2015",
        "oil-v25@2025",
        "vehicle-v03@2014",
    ] {
        assert!(matches!(stands(id), Standing::MayDecide { .. }), "{id}");
    }
    let Standing::MayDecide { elsewhere, .. } = stands("slaughter-v07@2021") else { panic!("no power") };
    let kinds: Vec<_> = elsewhere.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [PenaltyKind::Revocation, PenaltyKind::Detention]);
    let government = Authority { capacity: Capacity::Government, level: Level::City };
    assert_eq!(elsewhere[0].1, [government]);
    assert!(matches!(stands("pawn-v09b@2006"), Standing::NoPower { .. }));
    assert!(matches!(stands("vehicle-v06@2023"), Standing::NoPower { .. }));
}

#[test]
fn everyday_words_articles_and_sentences_find_a_violation() {
    let catalogue = catalogue();
    let today = day(TODAY);
    let first =
        |query: &str| search(&catalogue, query, None, Some(today), 20).first().map(|hit| hit.id.clone());
    assert_eq!(first("私宰").as_deref(), Some("slaughter-v01@2021"));
    assert_eq!(first("注水肉").as_deref(), Some("slaughter-v09@2021"));
    assert_eq!(first("砍头息").as_deref(), Some("pawn-v04@2005"));
    assert_eq!(first("有人在村里私屠滥宰").as_deref(), Some("slaughter-v01@2021"));
    assert_eq!(first("Water-Injected pork").as_deref(), Some("slaughter-v09@2021"));
    let slaughter = IndustryId::new("slaughter");
    let by_article = search(&catalogue, "第三十五条", Some(&slaughter), Some(today), 20);
    assert_eq!(by_article.iter().map(|hit| hit.id.as_str()).collect::<Vec<_>>(), ["slaughter-v09@2021"]);
    assert!(search(&catalogue, "棋牌室", None, Some(today), 20).is_empty());
    assert_eq!(search(&catalogue, "", Some(&slaughter), None, 5).len(), 5);
}

#[test]
fn a_ledgers_words_name_an_industry_and_a_licence() {
    let catalogue = catalogue();
    let called = |word| catalogue.industry_called(word).map(|industry| industry.id.word());
    for (word, id) in [
        ("酒类流通", "liquor"),
        ("酒", "liquor"),
        ("酒类批发零售", "liquor"),
        ("成品油零售", "oil"),
        ("加油站", "oil"),
        ("屠宰厂", "slaughter"),
        ("定点屠宰", "slaughter"),
        ("典当行", "pawn"),
        ("拍卖业", "auction"),
        (" 旧机动车鉴定评估 ", "vehicle"),
        ("二手车", "vehicle"),
    ] {
        assert_eq!(called(word), Some(id), "{word}");
    }
    assert_eq!(called("棋牌室"), None);
    let vehicle = catalogue.industry(&IndustryId::new("vehicle")).unwrap();
    let kind = vehicle.licence_kind_called("鉴定评估机构核准证书").map(|kind| kind.id.as_str());
    assert_eq!(kind, Some("vehicle_appraiser_approval"));
}

mod broken;
