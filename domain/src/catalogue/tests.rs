use super::*;
use crate::id::BureauId;
use crate::value::Money;

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn goods(min: i64, max: i64) -> Vec<FineBand> {
    vec![
        FineBand {
            base: Some(FineBase::GoodsValue),
            below: Some(10_000),
            yuan: Some((min, max)),
            ..FineBand::default()
        },
        FineBand {
            base: Some(FineBase::GoodsValue),
            at_least: Some(10_000),
            percent: Some((1000, 2000)),
            ..FineBand::default()
        },
    ]
}

fn yuan(min: i64, max: i64) -> Result<FineRange, NoRange> {
    Ok(FineRange { min: Money::yuan(min), max: Money::yuan(max) })
}

#[test]
fn less_than_ten_thousand_excludes_ten_thousand() {
    let formula = FineFormula::Bands(goods(50_000, 100_000));
    let at = |fen| formula.range(PartyKind::Organisation, Some(BaseAmount::Known(Money(fen))));
    assert_eq!(at(999_900), yuan(50_000, 100_000));
    assert_eq!(at(999_999), yuan(50_000, 100_000));
    assert_eq!(at(1_000_000), yuan(100_000, 200_000));
}

#[test]
fn a_threshold_needs_its_base_and_an_unverified_amount_gives_none() {
    let formula = FineFormula::Bands(goods(50_000, 100_000));
    let missing = Err(NoRange::BaseMissing(FineBase::GoodsValue));
    assert_eq!(formula.range(PartyKind::Citizen, None), missing);
    assert_eq!(formula.range(PartyKind::Citizen, Some(BaseAmount::NotAscertainable)), missing);
    assert_eq!(
        FineFormula::Unverified.range(PartyKind::Citizen, Some(BaseAmount::Known(Money(1)))),
        Err(NoRange::AmountUnverified)
    );
}

#[test]
fn a_sole_trader_is_fined_as_a_person() {
    let band = |party, yuan| FineBand { party: Some(party), yuan: Some(yuan), ..FineBand::default() };
    let formula = FineFormula::Bands(vec![
        band(BandParty::Unit, (20_000, 50_000)),
        band(BandParty::Person, (5_000, 10_000)),
    ]);
    assert_eq!(formula.range(PartyKind::SoleTrader, None), yuan(5_000, 10_000));
    assert_eq!(formula.range(PartyKind::Organisation, None), yuan(20_000, 50_000));
}

#[test]
fn a_multiple_stops_at_its_cap() {
    let formula = FineFormula::Bands(vec![
        FineBand {
            base: Some(FineBase::IllegalIncome),
            percent: Some((100, 300)),
            cap: Some(30_000),
            ..FineBand::default()
        },
        FineBand { without_base: true, yuan: Some((0, 10_000)), ..FineBand::default() },
    ]);
    let at = |base| formula.range(PartyKind::Organisation, Some(base));
    assert_eq!(at(BaseAmount::Known(Money(2_000_000))), yuan(20_000, 30_000));
    assert_eq!(at(BaseAmount::Nothing), yuan(0, 10_000));
    assert_eq!(at(BaseAmount::Known(Money(i64::MAX))), yuan(30_000, 30_000));
}

#[test]
fn a_hearing_opens_at_the_threshold_and_amounts_are_not_added() {
    let limits = HearingThresholds::default();
    let fine = |fine, gains| Intended { fine: Money(fine), gains: Money(gains), ..Intended::default() };
    assert!(opens_hearing(&fine(100_000, 0), PartyKind::SoleTrader, &limits));
    assert!(!opens_hearing(&fine(99_999, 99_999), PartyKind::Citizen, &limits));
    assert!(!opens_hearing(&fine(1_999_999, 0), PartyKind::Organisation, &limits));
    assert!(opens_hearing(&fine(0, 2_000_000), PartyKind::Organisation, &limits));
    let closure = Intended { kinds: vec![PenaltyKind::Closure], ..Intended::default() };
    assert!(opens_hearing(&closure, PartyKind::Organisation, &limits));
}

fn grant(bureau: i32, capacity: Capacity, level: Level, to: Option<&str>) -> PowerGrant {
    PowerGrant {
        bureau: BureauId(bureau),
        industry: IndustryId::new("pawn"),
        capacity,
        level,
        from: day("2005-04-01"),
        to: to.map(day),
        basis: Bilingual { zh: "据".to_owned(), en: "basis".to_owned() },
    }
}

#[test]
fn power_ends_with_its_last_day_and_is_nobody_elses() {
    let grants = [grant(1, Capacity::Commerce, Level::City, Some("2018-04-19"))];
    let pawn = IndustryId::new("pawn");
    let city = Authority { capacity: Capacity::Commerce, level: Level::City };
    let county = Authority { level: Level::County, ..city };
    let province = Authority { level: Level::Province, ..city };
    let asked =
        |bureau, authority, on| power_on(&grants, BureauId(bureau), &pawn, authority, day(on)).is_some();
    assert!(asked(1, city, "2018-04-19"));
    assert!(asked(1, county, "2018-04-19"));
    assert!(!asked(1, province, "2018-04-19"));
    assert!(!asked(1, city, "2018-04-20"));
    assert!(!asked(2, city, "2018-04-19"));
}

fn row(deciders: Vec<Decider>, kinds: &[PenaltyKind]) -> ViolationRow {
    let penalties = kinds
        .iter()
        .map(|&kind| Penalty {
            kind,
            grade: Grade::Always,
            first: FirstStep::None,
            fine: (kind == PenaltyKind::Fine).then_some(FineFormula::Unverified),
        })
        .collect();
    ViolationRow {
        id: "pawn-v02@2005".to_owned(),
        from: day("2005-04-01"),
        to: None,
        title: Bilingual { zh: "超范围经营".to_owned(), en: "Business beyond the licence".to_owned() },
        words: vec!["旧物收购".to_owned()],
        items: vec![],
        violates: vec![],
        penalty: None,
        deciders,
        transfer_to: vec![],
        seizure: None,
        five_years_if_harm: false,
        roles: vec![RoleRule { role: PartyRole::Offender, penalties }],
        notes: vec![],
        verified: false,
    }
}

fn decider(capacity: Capacity, kinds: &[PenaltyKind], from: Option<&str>, to: Option<&str>) -> Decider {
    Decider { capacity, level: Level::City, kinds: kinds.to_vec(), from: from.map(day), to: to.map(day) }
}

#[test]
fn an_old_act_is_decided_by_who_has_the_power_today() {
    let row = row(
        vec![
            decider(Capacity::Commerce, &[], None, Some("2018-04-19")),
            decider(Capacity::LocalFinance, &[], Some("2018-04-20"), None),
            decider(Capacity::Issuer, &[PenaltyKind::Revocation], None, None),
        ],
        &[PenaltyKind::Fine, PenaltyKind::Revocation],
    );
    let pawn = IndustryId::new("pawn");
    let grants = [grant(1, Capacity::Commerce, Level::City, None)];
    let on = |text| standing(&row, &pawn, &grants, BureauId(1), day(text));
    assert!(matches!(on("2018-04-19"), Standing::MayDecide { kinds, elsewhere }
            if kinds == [PenaltyKind::Fine] && elsewhere.len() == 1));
    let finance = Authority { capacity: Capacity::LocalFinance, level: Level::City };
    assert_eq!(on("2018-04-20"), Standing::NoPower { who: vec![finance] });
    assert_eq!(on("2018-04-20").others_named(Lang::Zh), "设区的市级以上地方金融管理部门");
}

#[test]
fn a_penalty_is_written_and_read_alike() {
    let row = row(vec![decider(Capacity::Police, &[], None, None)], &[PenaltyKind::Fine]);
    let text = serde_json::to_string(&row).expect("written");
    assert_eq!(serde_json::from_str::<ViolationRow>(&text).expect("read"), row);
    assert!(serde_json::from_str::<Penalty>(r#"{"kind":"fine"}"#).is_err());
    assert!(serde_json::from_str::<Penalty>(r#"{"kind":"warning","amount_unverified":true}"#).is_err());
}

fn fine(bands: Vec<FineBand>) -> Penalty {
    let fine = Some(FineFormula::Bands(bands));
    Penalty { kind: PenaltyKind::Fine, grade: Grade::Always, first: FirstStep::None, fine }
}

#[test]
fn a_fine_reads_as_the_law_words_it() {
    let threshold = fine(goods(50_000, 100_000));
    assert_eq!(
        threshold.sentence(Lang::Zh),
        "罚款：货值金额不足1万元的，5万元以上10万元以下；货值金额1万元以上的，货值金额10倍以上20倍以下"
    );
    assert_eq!(
        threshold.sentence(Lang::En),
        "fine: value of goods below 10,000 yuan: 50,000 yuan to 100,000 yuan; \
         value of goods from 10,000 yuan: 10× to 20× the value of goods"
    );
    let refused = Penalty {
        first: FirstStep::WarningFirst,
        ..fine(vec![FineBand { yuan: Some((0, 2_000)), ..FineBand::default() }])
    };
    assert_eq!(refused.sentence(Lang::Zh), "警告后拒不改正的，罚款：2000元以下");
    let bid = FineBand { base: Some(FineBase::HighestBid), percent: Some((10, 30)), ..FineBand::default() };
    assert_eq!(fine(vec![bid]).sentence(Lang::Zh), "罚款：最高应价10%以上30%以下");
    assert_eq!(FineFormula::Unverified.sentence(Lang::Zh), "依据待核");
}

#[test]
fn an_ended_row_can_be_charged_for_five_years_more() {
    let ended = |to: &str| ViolationRow {
        from: day("2005-10-01"),
        to: Some(day(to)),
        ..row(Vec::new(), &[PenaltyKind::Warning])
    };
    let today = day("2026-11-25");
    for (to, can) in
        [("2017-09-13", false), ("2021-11-24", false), ("2021-11-25", true), ("2026-11-24", true)]
    {
        assert_eq!(ended(to).can_be_charged_on(today), can, "{to}");
    }
    let open = ViolationRow { from: day("2005-10-01"), to: None, ..ended("2006-01-01") };
    assert!(open.can_be_charged_on(today));
    assert!(!open.can_be_charged_on(day("2005-09-30")), "not in force yet");
}
