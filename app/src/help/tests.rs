//! Everything that can be asked for has an entry, in both languages.

use super::*;
use domain::refusal::{Refusal, RefusalCode};
use std::collections::BTreeSet;

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// Words that no screen says.
const NEVER: [&str; 4] = ["非法", "操作失败", "系统异常", "格式错误"];

fn monday() -> Day {
    Day::from_ymd_opt(2026, 11, 23).expect("a day")
}

/// The entry in both languages.
fn both(part: &str, word: &str) -> [Entry; 2] {
    LANGS.map(|lang| entry(part, word, monday(), lang).unwrap_or_else(|| panic!("no entry {part}/{word}")))
}

fn fields(entry: &Entry) -> impl Iterator<Item = &FieldHelp> {
    entry.parts.iter().flat_map(|part| match part {
        Part::Fields(fields) => fields.as_slice(),
        _ => &[],
    })
}

fn facts(entry: &Entry) -> impl Iterator<Item = &(String, String)> {
    entry.parts.iter().flat_map(|part| match part {
        Part::Facts(facts) => facts.as_slice(),
        _ => &[],
    })
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn every_part_has_entries_that_say_something_in_both_languages() {
    for part in PARTS {
        let words = words_of(part, monday());
        assert!(!words.is_empty(), "{part}");
        for word in words {
            let [zh, en] = both(part, word);
            assert!(has_chinese(&zh.title) && !en.title.is_empty(), "{part}/{word}");
            // A bureau's name and the number of a paper or a case are the same in either language.
            let same =
                ["江华瑶族自治县商务局", "道商罚决〔2026〕18号", "道商案〔2026〕7号", "道商登存〔2026〕5号"];
            let title = same.iter().fold(en.title.clone(), |title, name| title.replace(name, ""));
            assert!(!has_chinese(&title), "{part}/{word}: {title}");
            for entry in [&zh, &en] {
                let is_empty = |text: &String| text.trim().is_empty();
                for part in &entry.parts {
                    let empty = match part {
                        Part::Says(lines) | Part::Steps(lines) => {
                            lines.is_empty() || lines.iter().any(is_empty)
                        }
                        Part::Heading(line) => is_empty(line),
                        Part::Facts(pairs) | Part::Links(pairs) => {
                            pairs.iter().any(|(name, value)| is_empty(name) || is_empty(value))
                        }
                        Part::Fields(fields) => fields.is_empty(),
                    };
                    assert!(!empty, "{word}: {part:?}");
                }
            }
        }
    }
}

#[test]
fn every_field_of_every_form_says_what_it_wants_and_shows_a_sample() {
    let mut silent: Vec<String> = Vec::new();
    for part in ["act", "form", "training"] {
        for word in words_of(part, monday()) {
            for entry in both(part, word) {
                let bare = fields(&entry).filter(|field| field.wants.is_empty() || field.sample.is_empty());
                silent.extend(bare.map(|field| format!("{part}/{word}: {}", field.label)));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
}

/// Acts that the law leaves to the house, as the procedure's table does.
const WITHOUT_ARTICLE: [ActKind; 11] = [
    ActKind::ProposeRevocation,
    ActKind::RecordRevocationAnswer,
    ActKind::RefuseFiling,
    ActKind::PassClue,
    ActKind::AddParty,
    ActKind::AddUnlawfulAct,
    ActKind::CompleteParty,
    ActKind::Withdraw,
    ActKind::Close,
    ActKind::Correct,
    ActKind::TakeBack,
];

#[test]
fn every_act_of_a_case_says_what_it_is_for_and_by_which_article() {
    for kind in ActKind::ALL {
        let purpose = act::purpose(kind).unwrap_or_else(|| panic!("{kind:?} has no purpose"));
        assert_eq!(purpose.articles.is_empty(), WITHOUT_ARTICLE.contains(&kind), "{kind:?}");
        let [zh, en] = both("act", kind.word());
        if !purpose.articles.is_empty() {
            assert!(facts(&zh).any(|(name, value)| name == "依据" && value.contains("条")), "{kind:?}");
            assert!(facts(&en).any(|(name, value)| name == "Article" && value.contains("art. ")), "{kind:?}");
        }
    }
}

/// The names of all variants, as reading an unknown one tells them.
fn codes() -> BTreeSet<String> {
    let told =
        serde_json::from_str::<RefusalCode>(r#"{"code":"no such code"}"#).expect_err("unknown").to_string();
    told.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_refusal_has_an_entry_with_its_three_parts_and_its_article() {
    let samples = refusal_samples::samples(monday());
    let tag = |code: &RefusalCode| {
        serde_json::to_value(code).expect("json")["code"].as_str().expect("a tag").to_owned()
    };
    let sampled: BTreeSet<String> = samples.iter().map(|sample| tag(&sample.code)).collect();
    let all = codes();
    assert!(all.len() > 60, "{all:?}");
    assert_eq!(
        all.difference(&sampled).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "refusals without an entry"
    );
    for Refusal { act, code } in samples {
        for (lang, entry) in LANGS.into_iter().zip(both("refusal", code.word())) {
            let said = Refusal::new(act, code.clone()).sentence(lang);
            let stands = |words: &str| facts(&entry).any(|(_, value)| value == words);
            assert!(stands(&said.why) && stands(&said.opens), "{code:?}: {entry:?}");
            let cites = said.why.contains(lang.pick("条）", "art."));
            let article = refusal::article(&code, lang);
            assert!(!cites || stands(&article), "{code:?}: {article}");
        }
    }
}

#[test]
fn no_entry_says_a_forbidden_word() {
    for part in PARTS {
        for word in words_of(part, monday()) {
            for entry in both(part, word) {
                let text = entry.text();
                // Names that the laws themselves give: a kind of penalty (行政处罚法 art. 9) and a crime (刑法 art. 225).
                let text = text.replace("没收非法财物", "").replace("非法经营罪", "");
                for never in NEVER {
                    assert!(!text.contains(never), "{part}/{word} says {never}");
                }
            }
        }
    }
}

#[test]
fn a_page_leads_to_its_entry() {
    let officer = [Role::Officer];
    for (page, entry) in [
        ("/daoxian/cases/0190/do/serve_notice?party=1", "/_/help/act/serve_notice"),
        ("/daoxian/cases/new", "/_/help/act/register_clue"),
        ("/daoxian/cases/new?act=penalise_on_the_spot", "/_/help/act/penalise_on_the_spot"),
        ("/daoxian/cases/enter", "/_/help/form/back-entry"),
        ("/daoxian/establishments/0190/edit", "/_/help/form/establishment"),
        ("/daoxian/classes/0190/do/open_class", "/_/help/training/open_class"),
        ("/daoxian/cases/0190", "/_/help/role/officer"),
        ("/daoxian", "/_/help/role/officer"),
        ("/_/sign-in", "/_/help/role/officer"),
    ] {
        assert_eq!(entry_of_page(page, &officer), entry, "{page}");
    }
    assert_eq!(entry_of_page("/daoxian/cases/0190", &[]), "/_/help");
    assert_eq!(entry_of_page("/daoxian/proposals", &[Role::Officer, Role::Head]), "/_/help/role/head");
}

#[test]
fn the_contents_are_narrowed_by_every_word() {
    let titles = |asked: &str| -> Vec<String> {
        let found = contents(asked, monday(), Lang::Zh).parts.into_iter();
        found.flat_map(|(_, links)| links).map(|(title, _)| title).collect()
    };
    assert!(titles("").len() > 150);
    assert!(titles("催告").contains(&"送达催告书".to_owned()));
    assert!(titles("催告 人民法院").len() < titles("催告").len());
    assert!(titles("催告 没有这样的词").is_empty());
}
