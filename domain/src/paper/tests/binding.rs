//! What a case gives its papers, and what it lacks.

use rstest::rstest;

use super::worked::*;
use super::worked_later::reported;
use crate::Lang;
use crate::case::tests::bench::*;
use crate::case::*;
use crate::catalogue::PartyKind;
use crate::paper::{Entered, Missing, PaperKind as K, SettingField, Volume, Where, called_for};

fn kinds(worked: &Worked) -> Vec<(K, bool)> {
    worked.slots().iter().map(|slot| (slot.kind, slot.seq.is_some())).collect()
}

#[test]
fn an_ordinary_case_calls_for_the_papers_of_its_steps() {
    let done = |kind| (kind, true);
    let expected = [
        K::D01,
        K::D02,
        K::D33,
        K::D49,
        K::D05,
        K::D06,
        K::D29,
        K::D29,
        K::D16,
        K::D17,
        K::D18,
        K::D45,
        K::D32,
        K::D20,
        K::D21,
        K::D26,
        K::D45,
        K::D32,
        K::D34,
        K::D38,
    ];
    assert_eq!(kinds(&ordinary()), expected.map(done).to_vec());
}

#[test]
fn what_is_not_done_yet_is_called_for_with_the_act_that_it_waits_for() {
    let worked = Worked::of(investigated("oil-v01@2021"));
    let later: Vec<K> =
        worked.slots().iter().filter(|slot| slot.seq.is_none()).map(|slot| slot.kind).collect();
    assert_eq!(later, [K::D16, K::D18, K::D26, K::D32, K::D38]);
    let slot = worked.slots().into_iter().find(|slot| slot.kind == K::D26).unwrap();
    let missing = worked.bind(slot).unwrap_err();
    assert_eq!(missing, [Missing::Act { act: ActKind::Decide, party: Some(SHOP) }]);
    assert_eq!(missing[0].place(), Where::Act(ActKind::Decide, Some(SHOP)));
    assert_eq!(slot.word(), None);
}

#[test]
fn a_clue_calls_for_its_registration_and_its_filing() {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    let slots = called_for(&bench.case());
    let asked: Vec<_> = slots.iter().map(|slot| (slot.kind, slot.seq)).collect();
    assert_eq!(asked, [(K::D01, Some(1)), (K::D02, None)]);
}

#[test]
fn every_paper_of_every_worked_case_is_bound_without_anything_typed_again() {
    for worked in [
        ordinary(),
        enforced(),
        after_hearing(),
        spared(),
        on_the_spot(),
        withdrawn(),
        planned(),
        suspended(),
    ] {
        for slot in worked.slots().into_iter().filter(|slot| slot.seq.is_some()) {
            let paper = worked.bind(slot).unwrap_or_else(|missing| panic!("{slot:?} lacks {missing:?}"));
            assert_eq!(paper.sheet.form, slot.kind.id());
            assert_eq!(paper.slot.word().unwrap().split('-').next(), Some(slot.kind.id()));
        }
    }
}

#[test]
fn the_number_is_the_one_that_the_event_took() {
    assert_eq!(ordinary().paper(K::D26).unwrap().number.as_deref(), Some("道商罚决〔2026〕18号"));
    assert_eq!(ordinary().paper(K::D18).unwrap().number.as_deref(), Some("道商罚告〔2026〕18号"));
    assert_eq!(after_hearing().paper(K::D19).unwrap().number.as_deref(), Some("道商听告〔2026〕18号"));
    assert_eq!(on_the_spot().paper(K::D26s).unwrap().number.as_deref(), Some("道商当罚〔2026〕18号"));
    assert_eq!(ordinary().paper(K::D02).unwrap().number, None);
}

/// Nobody who reads the 正卷 learns who told: the clue's words stand in its registration alone, which lies sealed.
#[test]
fn the_words_of_the_reporter_stand_in_no_paper_but_the_sealed_one() {
    assert_eq!(K::D01.row().volume, Volume::InnerSealed);
    for worked in [ordinary(), enforced(), after_hearing(), spared(), reported()] {
        for slot in worked.slots().into_iter().filter(|slot| slot.seq.is_some()) {
            let sheet = serde_json::to_string(&worked.bind(slot).unwrap().sheet).unwrap();
            let tells = sheet.contains("李告发") || sheet.contains(TOLD);
            assert_eq!(tells, slot.kind == K::D01, "{slot:?}");
        }
    }
}

#[test]
fn a_paper_tells_the_case_as_it_stood_on_its_day() {
    let worked = ordinary();
    let report = worked.paper(K::D16).unwrap().sheet;
    let course = &report.clauses[0].text;
    assert!(course.contains("现场检查") && !course.contains("决定"), "{course}");
    let closing = worked.paper(K::D38).unwrap().sheet;
    assert!(closing.clauses.iter().any(|clause| clause.text.contains("叁仟元整")), "{closing:?}");
    assert_eq!(closing.ground.as_deref(), Some("处罚决定已经执行完毕"));
}

#[test]
fn the_decision_tells_what_was_said_and_why_it_was_not_taken() {
    let sheet = ordinary().paper(K::D26).unwrap().sheet;
    assert_eq!(sheet.defences.len(), 1);
    let defence = &sheet.defences[0];
    assert_eq!((defence.accepted, defence.reasons.as_str()), (false, "不属于法定减轻情形"));
    assert!(!sheet.reconsideration_first);
    assert!(on_the_spot().paper(K::D26s).unwrap().sheet.reconsideration_first);
    let after_hearing = after_hearing().paper(K::D26).unwrap().sheet.hearing.unwrap();
    assert_eq!((after_hearing.host.as_str(), after_hearing.outcome.as_str()), ("唐听松", "held"));
}

#[test]
fn a_demand_asks_for_the_rest_and_the_surcharge_up_to_its_day() {
    let court = enforced().paper(K::D36).unwrap().sheet.court.unwrap();
    assert_eq!(court.rest.figures, "3,000.00");
    // Months after the term the surcharge has reached the fine, and never passes it.
    assert_eq!(court.surcharge.figures, "3,000.00");
    assert_eq!((court.total.figures.as_str(), court.term.as_str()), ("6,000.00", "10个工作日"));
}

#[rstest]
#[case(K::D26, SettingField::Government)]
#[case(K::D26, SettingField::Court)]
#[case(K::D26, SettingField::Bank)]
#[case(K::D26, SettingField::BankAccount)]
#[case(K::D18, SettingField::Address)]
#[case(K::D18, SettingField::Phone)]
#[case(K::D02, SettingField::FullName)]
fn a_setting_that_the_paper_prints_is_missed(#[case] kind: K, #[case] field: SettingField) {
    let mut worked = ordinary();
    let of = &mut worked.issuer;
    let value = match field {
        SettingField::FullName => &mut of.name,
        SettingField::Government => &mut of.government,
        SettingField::Court => &mut of.court,
        SettingField::Bank => &mut of.bank,
        SettingField::BankAccount => &mut of.account,
        SettingField::Address => &mut of.address,
        SettingField::Phone => &mut of.phone,
    };
    value.clear();
    let missing = worked.paper(kind).unwrap_err();
    assert_eq!(missing, [Missing::Setting(field)]);
    assert_eq!(missing[0].place(), Where::Settings);
    assert!(missing[0].sentence(Lang::Zh).contains(field.name(Lang::Zh)));
}

#[test]
fn a_warning_alone_needs_no_bank() {
    let mut worked = spared();
    worked.issuer.bank.clear();
    assert!(worked.paper(K::D27).is_ok());
}

#[test]
fn an_addressee_is_named_whole() {
    let mut worked = ordinary();
    sole_trader(&mut worked);
    let line = worked.paper(K::D26).unwrap().sheet.parties.remove(0);
    assert_eq!((line.representative_label.as_str(), line.representative.as_str()), ("经营者", "何某某"));
    for event in &mut worked.bench.events {
        if let Act::File(facts) = &mut event.act {
            let party = &mut facts.parties[0];
            (party.representative, party.address, party.credit_code) = (None, None, None);
        }
    }
    let name = || name("道县濂溪便利店");
    let expected = [
        Missing::CreditCode { entered: Entered::Completed(SHOP), name: name() },
        Missing::Representative { entered: Entered::Completed(SHOP), name: name() },
        Missing::Address { entered: Entered::Completed(SHOP), name: name() },
    ];
    assert_eq!(worked.paper(K::D26).unwrap_err(), expected);
    assert_eq!(expected[0].place(), Where::Act(ActKind::CompleteParty, Some(SHOP)));
    assert!(expected[2].sentence(Lang::Zh).contains("完善当事人信息"));
    assert!(worked.paper(K::D02).is_ok(), "an approval prints what is known");
}

/// Also a paper whose act came before it.
#[test]
fn what_was_missing_of_a_party_is_entered_and_stands_in_its_papers() {
    let mut worked = Worked::of(notified(Some(3000)));
    let unknown = |event: &mut Event| {
        if let Act::File(facts) = &mut event.act {
            facts.parties[0].address = None;
        }
    };
    worked.bench.events.iter_mut().for_each(unknown);
    let name = name("道县濂溪加油站有限公司");
    let lacking = Missing::Address { entered: Entered::Completed(SHOP), name };
    assert_eq!(worked.paper(K::D18).unwrap_err(), std::slice::from_ref(&lacking));
    let Where::Act(act, party) = lacking.place() else { panic!("{lacking:?}") };
    assert!(
        act.from().contains(&worked.bench.case().stage()) && party == Some(SHOP),
        "the link leads to an open form"
    );
    let before = Particulars::of(&worked.bench.case().track(SHOP).unwrap().party);
    let after = Particulars { address: Some(note("道县西洲街道潇水路9号")), ..before.clone() };
    let act = Act::CompleteParty(Box::new(CompleteParty { party: SHOP, before, after }));
    let today = worked.bench.today.to_string();
    worked.bench.does(CHEN, &today, act);
    let line = worked.paper(K::D18).unwrap().sheet.parties.remove(0);
    assert_eq!(line.address, "道县西洲街道潇水路9号");
}

#[test]
fn what_is_missing_of_whom_a_clue_names_is_entered_by_the_filing() {
    let mut bench = Bench::new("2026-03-02");
    let Act::RegisterClue(facts) = clue() else { unreachable!() };
    let party = Party { acts: Vec::new(), ..party(SHOP, "oil-v01@2021") };
    bench.does(CHEN, "2026-03-02", Act::RegisterClue(RegisterClue { parties: vec![party], ..facts })).does(
        CHEN,
        "2026-03-02",
        record_of(RecordKind::RectificationOrder { by: day("2026-03-12") }),
    );
    let missing = Worked::of(bench).paper(K::D29).unwrap_err();
    let places: Vec<Where> = missing.iter().map(Missing::place).collect();
    assert!(places.contains(&Where::Act(ActKind::File, None)), "{missing:?}");
}

#[test]
fn a_citizen_is_named_by_the_masked_number() {
    let mut worked = ordinary();
    for event in &mut worked.bench.events {
        if let Act::File(facts) = &mut event.act {
            facts.parties[0].kind = PartyKind::Citizen;
        }
    }
    let missing = worked.paper(K::D26).unwrap_err();
    assert_eq!(missing[0].place(), Where::Contact(SHOP));
    worked.id_numbers.insert(SHOP, "432926********9083".to_owned());
    let line = worked.paper(K::D26).unwrap().sheet.parties.remove(0);
    assert_eq!((line.code_label.as_str(), line.code.as_str()), ("公民身份号码", "432926********9083"));
}

#[test]
fn officers_without_a_valid_certificate_and_laws_without_an_article_are_missed() {
    let mut worked = ordinary();
    worked.bench.members[1].certificates.clear();
    let missing = worked.paper(K::D29).unwrap_err();
    assert_eq!(missing, [Missing::Certificate { officer: "盘秀英".to_owned() }]);
    assert_eq!(missing[0].place(), Where::Members);
    let mut worked = ordinary();
    worked.bench.catalogue.industries[0].violations[0].penalty = None;
    let missing = worked.paper(K::D26).unwrap_err();
    assert_eq!(missing, [Missing::Article { violation: "未建立台账".to_owned() }]);
    for missing in missing {
        assert!(
            missing.sentence(Lang::Zh).contains("待核")
                && missing.sentence(Lang::En).contains("not verified")
        );
    }
}

#[test]
fn an_entry_that_was_taken_back_leaves_no_paper() {
    let mut bench = investigated("oil-v01@2021");
    let taken = Act::TakeBack(TakeBack { seq: 3, act: ActKind::Record });
    let seq = u32::try_from(bench.events.len()).unwrap() + 1;
    let last = bench.events.last().unwrap().clone();
    bench.events.push(Event { seq, act: taken, ..last });
    let slots = called_for(&bench.case());
    assert!(slots.iter().all(|slot| slot.kind != K::D05), "{slots:?}");
}
