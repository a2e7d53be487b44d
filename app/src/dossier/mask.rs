//! Others' personal data are masked in what a paper says: the addresses and numbers of other parties, and every number
//! in a text that is as long as an identity number, a telephone or an account.

use domain::dossier::masked;
use serde_json::{Map, Value};

/// What a paper says of the bureau, and numbers that are given by it.
const OFFICIAL: [&str; 5] = ["bureau", "number", "check", "certificate", "code_label"];
/// What is personal of a party.
const PERSONAL: [&str; 3] = ["address", "code", "representative"];

/// Masks what a paper says for the party of a name, in a case of one party for that one; whether anything was masked.
pub(super) fn mask(said: &mut Value, own: Option<&str>) -> bool {
    match said {
        Value::String(text) => match masked(text) {
            Some(hidden) => {
                *text = hidden;
                true
            }
            None => false,
        },
        Value::Array(all) => all.iter_mut().fold(false, |found, one| mask(one, own) | found),
        Value::Object(fields) => fields.iter_mut().fold(false, |found, (name, value)| {
            let found_here = match name.as_str() {
                "parties" => parties(value, own),
                name if OFFICIAL.contains(&name) => false,
                _ => mask(value, own),
            };
            found_here | found
        }),
        _ => false,
    }
}

/// The party's own data stay; of another party nothing but the name and what it did.
fn parties(said: &mut Value, own: Option<&str>) -> bool {
    let Value::Array(all) = said else { return mask(said, own) };
    all.iter_mut().fold(false, |found, one| {
        let Value::Object(fields) = one else { return mask(one, own) | found };
        let is_own = own.is_none() || fields.get("name").and_then(Value::as_str) == own;
        found | if is_own { own_data(fields, own) } else { others(fields, own) }
    })
}

fn own_data(fields: &mut Map<String, Value>, own: Option<&str>) -> bool {
    let rest = fields.iter_mut().filter(|(name, _)| !PERSONAL.contains(&name.as_str()));
    rest.fold(false, |found, (_, value)| mask(value, own) | found)
}

fn others(fields: &mut Map<String, Value>, own: Option<&str>) -> bool {
    fields.iter_mut().fold(false, |found, (name, value)| {
        let here = match value {
            Value::String(text) if PERSONAL.contains(&name.as_str()) && !text.is_empty() => {
                *text = "（已遮盖）".to_owned();
                true
            }
            value => mask(value, own),
        };
        here | found
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn long_numbers_are_masked_and_what_the_bureau_gave_is_not() {
        let mut said = json!({
            "bureau": { "phone": "0746-5231018", "account": "43050169283600000018" },
            "number": "道商罚决〔2026〕18号", "day": "2026年3月26日",
            "officers": [{ "name": "陈建国", "certificate": "湘M1100230123456" }],
            "record": { "course": "店员李某（431124199001011239，手机139 0746 1234）称：罚款25,000.00元，3月5日进货。" },
            "facts": "身份证号43112419900101123X",
        });
        assert!(mask(&mut said, None));
        let course = said["record"]["course"].as_str().unwrap();
        assert_eq!(
            course,
            "店员李某（431*************39，手机139 **** **34）称：罚款25,000.00元，3月5日进货。"
        );
        assert_eq!(said["facts"], "身份证号431*************3X");
        assert_eq!(said["bureau"]["account"], "43050169283600000018");
        assert_eq!(said["officers"][0]["certificate"], "湘M1100230123456");
        assert_eq!(
            (said["number"].as_str(), said["day"].as_str()),
            (Some("道商罚决〔2026〕18号"), Some("2026年3月26日"))
        );
    }

    #[test]
    fn of_another_party_name_and_acts_stay_and_a_paper_without_others_is_left_as_it_is() {
        let party =
            |name: &str| json!({ "name": name, "code": "91431124MA4L1A2B3C", "address": "道县道州北路66号" });
        let mut said = json!({ "parties": [party("甲店"), party("乙店")] });
        let before: Value = said.clone();
        assert!(!mask(&mut said, None));
        assert_eq!(said, before);
        assert!(mask(&mut said, Some("甲店")));
        assert_eq!(said["parties"][0], before["parties"][0]);
        assert_eq!(
            said["parties"][1],
            json!({ "name": "乙店", "code": "（已遮盖）", "address": "（已遮盖）" })
        );
    }
}
