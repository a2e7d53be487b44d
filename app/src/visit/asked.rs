//! By what a list is narrowed, as the county's log says it: in Chinese, whatever the visitor's language.

use crate::establishment::{filter_of, industry_name};
use crate::form::{Typed, typed};
use crate::visit::words;
use domain::Lang;
use domain::case::Stage;
use domain::training::ClassStage;

/// The label of a question, and what was asked.
type Question = (fn(Lang) -> &'static str, String);

/// `查找：道县；行业：成品油`; empty where the whole list is asked for.
fn joined(parts: &[Question], after: &str) -> String {
    let said = parts.iter().filter(|(_, value)| !value.trim().is_empty());
    let said = said.map(|(label, value)| format!("{}：{}", label(Lang::Zh), value.trim()));
    let more = (!after.is_empty()).then(|| words::further_page(Lang::Zh).to_owned());
    said.chain(more).collect::<Vec<_>>().join("；")
}

fn industry(word: &str) -> String {
    if word.is_empty() { String::new() } else { industry_name(word, Lang::Zh) }
}

/// Of a list of cases.
#[must_use]
pub fn asked_of_cases(query: &Typed) -> String {
    let asked = |name: &str| typed(query, name);
    let stage = Stage::from_word(&asked("stage")).map_or("", |stage| stage.name(Lang::Zh));
    let open = if asked("open").is_empty() { "" } else { words::only_open(Lang::Zh) };
    joined(
        &[
            (words::search, asked("q")),
            (words::industry, industry(&asked("industry"))),
            (words::stage, stage.to_owned()),
            (words::state, open.to_owned()),
        ],
        &asked("after"),
    )
}

/// Of a list of establishments.
#[must_use]
pub fn asked_of_establishments(form: &Typed, after: &str) -> String {
    let filter = filter_of(form);
    let licence = filter.licence.map_or("", |state| state.title(Lang::Zh));
    joined(
        &[
            (words::search, filter.search),
            (words::industry, industry(filter.industry.as_deref().unwrap_or_default())),
            (words::town, filter.town.unwrap_or_default()),
            (words::licence, licence.to_owned()),
        ],
        after,
    )
}

/// Of a list of training.
#[must_use]
pub fn asked_of_training(query: &Typed) -> String {
    let asked = |name: &str| typed(query, name);
    let state = ClassStage::from_word(&asked("state")).map_or("", |stage| stage.title(Lang::Zh));
    joined(
        &[
            (words::search, asked("q")),
            (words::state, state.to_owned()),
            (words::year, asked("year")),
            (words::town, asked("town")),
        ],
        &asked("after"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_filter_is_said_in_words() {
        assert_eq!(asked_of_cases(&typed(&[("q", ""), ("after", "")])), "");
        let query = typed(&[("q", " 加油站 "), ("stage", "closed"), ("after", "2026-11-25_x")]);
        assert_eq!(asked_of_cases(&query), "查找：加油站；阶段：结案；续页");
        let query = typed(&[("q", "海员"), ("state", "open"), ("year", "2026"), ("town", "")]);
        assert_eq!(asked_of_training(&query), "查找：海员；状态：开班；年度：2026");
        let form = typed(&[("licence", "valid"), ("town", "四马桥镇")]);
        assert_eq!(asked_of_establishments(&form, ""), "乡镇：四马桥镇；许可状态：有效");
    }
}
