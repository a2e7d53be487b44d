//! Money at the bank and on the spot: 行政处罚法 art. 67–70.

use rstest::rstest;

use super::bench::*;
use super::spot::*;
use crate::case::*;
use crate::refusal::RefusalCode;
use crate::value::Money;

const ON: &str = "2026-03-19";

pub fn on_the_spot(ground: CollectionGround, receipt: Option<&str>, yuan: i64) -> Act {
    let paid = Paid::OnTheSpot { ground, receipt: receipt.map(name) };
    Act::Pay(Pay { party: SHOP, amount: Money::yuan(yuan), paid })
}

#[rstest]
#[case(CollectionGround::SmallFine, Some("湘财0012"), 100, None)]
#[case(CollectionGround::SmallFine, Some("湘财0012"), 101, Some("bank_only"))]
#[case(CollectionGround::HardLater, Some("湘财0012"), 150, None)]
#[case(CollectionGround::HardLater, None, 150, Some("no_receipt"))]
#[case(CollectionGround::RemoteAtOwnWish, Some("湘财0012"), 150, None)]
fn money_on_the_spot_needs_its_ground_and_the_official_receipt(
    #[case] ground: CollectionGround,
    #[case] receipt: Option<&str>,
    #[case] yuan: i64,
    #[case] code: Option<&str>,
) {
    let bench = penalised_on_the_spot(Some(yuan));
    let got = bench.judge(CHEN, bench.today, &on_the_spot(ground, receipt, yuan)).err();
    assert_eq!(got.map(|refusal| refusal.code.word()), code);
}

#[test]
fn after_the_ordinary_procedure_only_a_remote_place_opens_it() {
    let bench = served(Some(3000));
    let hard = on_the_spot(CollectionGround::HardLater, Some("湘财0012"), 100);
    assert_eq!(bench.refused(CHEN, ON, &hard), "bank_only");
    let remote = on_the_spot(CollectionGround::RemoteAtOwnWish, Some("湘财0012"), 100);
    assert!(bench.judge(CHEN, bench.today, &remote).is_ok());
}

#[test]
fn a_payment_stored_before_there_was_another_way_still_reads() {
    let old = r#"{"version":1,"kind":"pay","facts":{"party":"00000000-0000-0000-0000-000000000064","amount":300000,"voucher":"建行2026-1"},"entry":{}}"#;
    let read: Facts = serde_json::from_str(old).unwrap();
    assert_eq!(read.act, pay(3000));
    assert_eq!(serde_json::to_string(&read).unwrap(), old);
    let spot = on_the_spot(CollectionGround::HardLater, Some("湘财0012"), 150);
    let written = serde_json::to_string(&spot).unwrap();
    assert_eq!(serde_json::from_str::<Act>(&written).unwrap(), spot);
}

#[test]
fn a_payment_of_the_banks_list_is_booked_by_every_officer_but_not_by_one_who_stands_aside() {
    let mut bench = investigated("oil-v01@2021");
    bench.does(CHEN, "2026-03-06", ask_recusal(PAN)).does(ZHOU_HEAD, "2026-03-06", decide_recusal(4, true));
    let recused = bench.case();
    let bench = served(Some(3000));
    let case = bench.case();
    let judge = |case, actor| Judge { case: Some(case), on: bench.today, context: bench.context(actor) };
    let books = |case, actor| judge(case, actor).books(&pay(3000), &Entry::default());
    assert_eq!(bench.refused(JIANG_ALL, ON, &pay(3000)), "no_right");
    for actor in [CHEN, JIANG_ALL] {
        assert_eq!(books(&case, actor), Ok(Permit::Event));
        assert_eq!(judge(&case, actor).unbooks(), Ok(()));
    }
    let word = |refused: Result<(), crate::refusal::Refusal>| refused.unwrap_err().code.word();
    assert_eq!(word(books(&case, TANG_READER).map(drop)), "no_right");
    assert_eq!(word(judge(&case, TANG_READER).unbooks()), "no_right");
    let stands_aside = judge(&recused, PAN).unbooks().unwrap_err();
    assert!(matches!(stands_aside.code, RefusalCode::Recused { .. }), "{stands_aside:?}");
    // What the rules ask of a payment they ask of the list's as well.
    let too_much = judge(&case, JIANG_ALL).books(&pay(3001), &Entry::default());
    assert_eq!(word(too_much.map(drop)), "outside_range");
}
