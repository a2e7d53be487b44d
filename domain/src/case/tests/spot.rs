//! A penalty on the spot, as the tests change it.

use super::bench::*;
use crate::case::*;

/// On the spot, by both officers: a warning and, if given, a fine in yuan.
pub fn spot(change: impl FnOnce(&mut PenaliseOnTheSpot)) -> Act {
    spot_fined(None, change)
}

pub fn spot_fined(fine: Option<i64>, change: impl FnOnce(&mut PenaliseOnTheSpot)) -> Act {
    let mut facts = PenaliseOnTheSpot {
        party: party(SHOP, "oil-v08@2021"),
        officers: officers(),
        certificates_shown: true,
        rights_told: true,
        facts: note("现场未见购销台账，负责人承认"),
        heard: SpotDefence::Nothing,
        penalties: penalties(fine),
        handed_over: HandedOver::Signed {
            receiver: Receiver::LegalRepresentative, signed_by: name("何某")
        },
        earlier_warning: None,
        number: None,
        case_number: None,
    };
    change(&mut facts);
    Act::PenaliseOnTheSpot(Box::new(facts))
}

pub fn report_spot() -> Act {
    Act::ReportOnTheSpot(ReportOnTheSpot { party: SHOP, received_by: name("法制股李××") })
}

/// Penalised on the spot on Thursday 19 March 2026, without a clue before.
pub fn penalised_on_the_spot(fine: Option<i64>) -> Bench {
    let mut bench = Bench::new("2026-03-19");
    bench.does(CHEN, "2026-03-19", spot_fined(fine, |_| {}));
    bench
}
