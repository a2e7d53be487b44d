//! Money at the bank and on the spot: 行政处罚法 art. 67–70.

use rstest::rstest;

use super::bench::*;
use super::spot::*;
use crate::case::*;
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
