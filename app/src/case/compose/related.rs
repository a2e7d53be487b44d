//! What else the bureau has on the parties of a case: their other cases and their licences.

use super::Scene;
use crate::establishment::licence_lines;
use crate::path;
use domain::Lang;
use domain::calendar::day_long;
use store::{EstablishmentRecord, RelatedCase};

/// Address, words, what became of it.
type Line = (String, String, String);

impl Scene<'_> {
    /// The other cases of the parties, newest first.
    pub fn related(&self, slug: &str, cases: &[RelatedCase]) -> Vec<Line> {
        let lang = self.lang;
        let line = |related: &RelatedCase| {
            let row = &related.row;
            let number = row.number.as_deref().unwrap_or(related.stage.name(lang));
            let words = if row.violation.is_empty() {
                number.to_owned()
            } else {
                format!("{number} · {}", self.violation(&row.violation))
            };
            let outcome = related.outcome.as_deref().map(|word| outcome(word, lang)).unwrap_or_default();
            let received = day_long(related.registered_on, lang);
            let received = lang.pick(format!("{received}登记"), format!("registered {received}"));
            let sub = [related.party.as_str(), related.stage.name(lang), outcome, &received];
            let sub: Vec<&str> = sub.into_iter().filter(|part| !part.is_empty()).collect();
            (path::case(slug, &row.id.to_string()), words, sub.join(" · "))
        };
        cases.iter().map(line).collect()
    }

    /// The licences of an establishment in the register.
    pub fn licences(&self, slug: &str, record: &EstablishmentRecord) -> Vec<Line> {
        let lang = self.lang;
        let to = path::establishment(slug, &record.id.to_string());
        let lines = licence_lines(&record.establishment, self.context.today, lang);
        let line = |licence: crate::establishment::LicenceLine| {
            let words = [licence.industry, licence.kind, licence.number];
            let words: Vec<String> = words.into_iter().filter(|part| !part.is_empty()).collect();
            let until = match licence.expires_on.as_str() {
                "" => String::new(),
                until => lang.pick(format!("有效期至 {until}"), format!("until {until}")),
            };
            let sub = [record.establishment.name.to_string(), until, licence.state.title(lang).to_owned()];
            let sub: Vec<String> = sub.into_iter().filter(|part| !part.is_empty()).collect();
            (to.clone(), words.join(" · "), sub.join(" · "))
        };
        lines.into_iter().map(line).collect()
    }
}

/// What a party's way in a case ended with.
fn outcome(word: &str, lang: Lang) -> &'static str {
    match word {
        "penalty" => lang.pick("已处罚", "penalised"),
        "no_penalty" => lang.pick("不予处罚", "no penalty"),
        "transferred" => lang.pick("已移送", "transferred"),
        "criminal" => lang.pick("移送公安机关", "with the police"),
        "withdrawn" => lang.pick("撤销立案", "withdrawn"),
        "revoked" => lang.pick("决定已撤销", "decision revoked"),
        _ => "",
    }
}
