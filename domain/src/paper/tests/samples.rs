//! The facts of one paper of each form that can be printed: what the templates are tested with is what a case gives.

use super::worked::{
    Worked, after_hearing, confiscated, enforced, lifted, on_the_spot, ordinary, planned, registered, seized,
    seized_at_once, sent, spared, suspended, to_be_revoked, with_the_police, withdrawn,
};
use super::worked_later::{
    agreed, answered_to_court, answered_to_government, inquired, not_filed, published, recused, reported,
    sampled, tested,
};
use crate::paper::PaperKind as K;
use serde_json::Value;

macro_rules! samples {
    ($($kind:ident from $case:ident),+ $(,)?) => {
        const SAMPLES: &[(K, fn() -> Worked, &str)] = &[$((
            K::$kind,
            $case,
            include_str!(concat!("../../../../server/paper/samples/", stringify!($kind), ".json")),
        )),+];
    };
}

samples! {
    D01 from reported, D03 from not_filed, D04 from recused, D07 from inquired, D08 from inquired, D11 from sampled,
    D33 from ordinary, D46 from answered_to_government, D47 from answered_to_court, D49 from ordinary, D50 from inquired,
    D02 from ordinary, D05 from ordinary, D06 from ordinary, D16 from ordinary, D17 from ordinary,
    D20 from ordinary, D21 from ordinary, D23 from after_hearing, D24 from after_hearing, D28 from withdrawn,
    D35 from planned, D53 from suspended,
    D18 from ordinary, D19 from after_hearing, D22 from after_hearing, D25 from after_hearing, D26 from ordinary, D26s from on_the_spot,
    D27 from spared, D29 from ordinary, D32 from ordinary, D36 from enforced, D37 from enforced,
    D34 from ordinary, D51 from confiscated, D38 from ordinary, D12 from tested, D13 from registered, D14 from seized, D14a from seized_at_once, D15 from lifted,
    D30 from sent, D31 from with_the_police, D45 from ordinary, D48 from to_be_revoked,
    D54 from published, D55 from agreed,
}

fn facts(kind: K, case: fn() -> Worked) -> Value {
    let paper = case().paper(kind).unwrap_or_else(|missing| panic!("{kind:?} lacks {missing:?}"));
    serde_json::to_value(paper.sheet).expect("plain values")
}

#[test]
fn the_samples_of_the_templates_are_what_cases_give() {
    for (kind, case, sample) in SAMPLES {
        let sample: Value = serde_json::from_str(sample).expect("JSON");
        let given = facts(*kind, *case);
        let text = serde_json::to_string_pretty(&given).expect("plain values");
        assert!(given == sample, "server/paper/samples/{}.json has to say:\n{text}", kind.id());
    }
}
