//! Others' personal data are masked in what a paper says: the addresses and numbers of other parties, and every number
//! in a text that is as long as an identity number, a telephone or an account.

use domain::dossier::masked;
use serde_json::{Map, Value};

/// What a paper says of the bureau, and numbers that are given by it or by the bank.
const OFFICIAL: [&str; 6] = ["bureau", "number", "check", "certificate", "code_label", "receipt"];
/// What is personal of a party.
const PERSONAL: [&str; 3] = ["address", "code", "representative"];

const HIDDEN: &str = "（已遮盖）";

/// Hides of the evidence that a paper tells of the words and the places of records which the reader may not see; whether
/// anything was hidden. `seen` are the words of those that the reader may.
pub(super) fn hide_records(said: &mut Value, seen: &[String]) -> bool {
    let Some(Value::Array(evidence)) = said.get_mut("evidence") else { return false };
    evidence.iter_mut().fold(false, |found, one| {
        let is_seen = one
            .get("course")
            .and_then(Value::as_str)
            .is_none_or(|told| told.is_empty() || seen.iter().any(|words| words == told));
        if !is_seen {
            one["course"] = HIDDEN.into();
            one["place"] = HIDDEN.into();
        }
        found | !is_seen
    })
}

/// Masks what a paper says for the party of a name, in a case of one party for that one; whether anything was masked.
pub(super) fn mask(said: &mut Value, own: Option<&str>) -> bool {
    let numbers = own_numbers(said, own);
    Reader { name: own, numbers }.mask(said)
}

/// The numbers of the reader as the paper names its parties.
fn own_numbers(said: &Value, own: Option<&str>) -> Vec<String> {
    let text = |party: &Value, name: &str| party.get(name).and_then(Value::as_str).map(ToOwned::to_owned);
    let parties = said.get("parties").and_then(Value::as_array).into_iter().flatten();
    let own = parties.filter(|party| own.is_none() || text(party, "name").as_deref() == own);
    own.filter_map(|party| text(party, "code")).filter(|code| !code.is_empty()).collect()
}

/// Who reads.
struct Reader<'a> {
    /// The name; none in a case of one party.
    name: Option<&'a str>,
    numbers: Vec<String>,
}

impl Reader<'_> {
    fn mask(&self, said: &mut Value) -> bool {
        match said {
            Value::String(text) => match masked(text, &self.numbers) {
                Some(hidden) => {
                    *text = hidden;
                    true
                }
                None => false,
            },
            Value::Array(all) => all.iter_mut().fold(false, |found, one| self.mask(one) | found),
            Value::Object(fields) => fields.iter_mut().fold(false, |found, (name, value)| {
                let found_here = match name.as_str() {
                    "parties" => self.parties(value),
                    name if OFFICIAL.contains(&name) => false,
                    _ => self.mask(value),
                };
                found_here | found
            }),
            _ => false,
        }
    }

    /// The party's own data stay; of another party nothing but the name and what it did.
    fn parties(&self, said: &mut Value) -> bool {
        let Value::Array(all) = said else { return self.mask(said) };
        all.iter_mut().fold(false, |found, one| {
            let Value::Object(fields) = one else { return self.mask(one) | found };
            let is_own = self.name.is_none() || fields.get("name").and_then(Value::as_str) == self.name;
            found | if is_own { self.own_data(fields) } else { self.others(fields) }
        })
    }

    fn own_data(&self, fields: &mut Map<String, Value>) -> bool {
        let rest = fields.iter_mut().filter(|(name, _)| !PERSONAL.contains(&name.as_str()));
        rest.fold(false, |found, (_, value)| self.mask(value) | found)
    }

    fn others(&self, fields: &mut Map<String, Value>) -> bool {
        fields.iter_mut().fold(false, |found, (name, value)| {
            let here = match value {
                Value::String(text) if PERSONAL.contains(&name.as_str()) && !text.is_empty() => {
                    HIDDEN.clone_into(text);
                    true
                }
                value => self.mask(value),
            };
            here | found
        })
    }
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
    fn words_and_places_of_records_that_the_reader_may_not_see_are_hidden() {
        let record = |course: &str| json!({ "name": "询问笔录", "place": "某小区3栋", "course": course });
        let mut said = json!({ "evidence": [record("店内无台账"), record("邻居李某称看见卸油")] });
        let seen = ["店内无台账".to_owned()];
        assert!(hide_records(&mut said, &seen));
        assert_eq!(said["evidence"][0], record("店内无台账"));
        let hidden = json!({ "name": "询问笔录", "place": "（已遮盖）", "course": "（已遮盖）" });
        assert_eq!(said["evidence"][1], hidden);
        assert!(!hide_records(&mut json!({ "evidence": [record("店内无台账")] }), &seen));
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

    #[test]
    fn the_readers_own_receipt_and_number_stay_as_they_are() {
        let mut said = json!({
            "parties": [{ "name": "甲店", "code": "91431124MA4L1A2B3C" }, { "name": "何某", "code": "43112419900101123X" }],
            "payment": { "receipt": "43112400000000001234" },
            "facts": "何某（43112419900101123X）系甲店的负责人",
        });
        let mut of_one = json!({ "payment": said["payment"] });
        assert!(!mask(&mut of_one, None));
        let mut own = said.clone();
        mask(&mut own, Some("何某"));
        assert_eq!((&own["payment"], &own["facts"]), (&said["payment"], &said["facts"]));
        mask(&mut said, Some("甲店"));
        assert_eq!(said["facts"], "何某（431*************3X）系甲店的负责人");
    }
}
