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
    assert!(held.iter().any(|one| one.capacity == Capacity::Agriculture && one.holds_on(day("2026-11-30"))));
}

#[test]
fn every_refusal_reads_back_from_its_code_and_says_what_to_do() {
    for refusal in PowerRefusal::ALL {
        assert_eq!(PowerRefusal::from_code(refusal.code()), Some(refusal));
        assert!(!refusal.message(Lang::Zh).is_empty() && !refusal.message(Lang::En).is_empty());
    }
}
