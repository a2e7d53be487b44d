//! Whether an issued paper still says what the case says.

use domain::paper::{Issuer, Paper, Sheet};
use serde_json::Value;

/// What a paper says of its case, as it is kept with the issued one: without the number that it takes when it is issued,
/// and without the bureau, whose new account or telephone makes no older paper wrong.
pub(super) fn said(paper: &Paper) -> Value {
    let sheet = Sheet { bureau: Issuer::default(), ..paper.sheet.clone() };
    // Plain values: they can always be told.
    serde_json::to_value(sheet).unwrap_or_default()
}

/// Whether a paper says what it said when it was issued.
pub(super) fn agrees(issued: &str, now: &Paper) -> bool {
    serde_json::from_str(issued).is_ok_and(|issued: Value| same(&issued, &said(now)))
}

/// What one of both does not know yet, as after an upgrade, is no difference.
fn same(issued: &Value, now: &Value) -> bool {
    match (issued, now) {
        (Value::Object(issued), Value::Object(now)) => {
            issued.iter().all(|(name, was)| now.get(name).is_none_or(|is| same(was, is)))
        }
        (Value::Array(issued), Value::Array(now)) => {
            issued.len() == now.len() && issued.iter().zip(now).all(|(was, is)| same(was, is))
        }
        (issued, now) => issued == now,
    }
}

#[cfg(test)]
mod tests {
    use super::same;
    use serde_json::{Value, json};

    #[test]
    fn a_changed_word_is_a_difference_and_a_field_that_one_version_lacks_is_none() {
        let issued = json!({ "a": 1, "of": [{ "b": 2 }] });
        let alike: [Value; 3] = [
            issued.clone(),
            json!({ "a": 1, "of": [{ "b": 2, "new": 3 }], "more": null }),
            json!({ "of": [{ "b": 2 }] }),
        ];
        for now in alike {
            assert!(same(&issued, &now), "{now}");
        }
        let unlike: [Value; 5] = [
            json!({ "a": 2, "of": [{ "b": 2 }] }),
            json!({ "a": 1, "of": [{ "b": 3 }] }),
            json!({ "a": 1, "of": [] }),
            json!({ "a": null, "of": [{ "b": 2 }] }),
            json!("canary"),
        ];
        for now in unlike {
            assert!(!same(&issued, &now), "{now}");
        }
    }
}
