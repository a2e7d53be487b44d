//! A broken file stops the start and says where and why.

use super::*;

/// A small sound industry; each case breaks one line of it.
const SMALL: &str = r#"id = "tea"
name = { zh = "茶叶", en = "Tea" }

[[law]]
id = "tea-rule@2020"
name = { zh = "茶叶办法", en = "Tea rule" }
rank = "ministry_rule"
from = "2020-01-01"

[[licence_kind]]
id = "tea_licence"
name = { zh = "茶证", en = "Tea licence" }
form = "licence"
issuer = { capacity = "commerce", level = "county" }
from = "2020-01-01"

[[violation]]
id = "tea-v01@2020"
from = "2020-01-01"
title = { zh = "无证卖茶", en = "Selling tea without a licence" }
violates = [{ law = "tea-rule@2020", article = "第一条" }]
penalty = { law = "tea-rule@2020", article = "第九条" }
deciders = [{ capacity = "commerce" }]
roles = [{ role = "offender", penalties = [{ kind = "fine", fine = [{ yuan = [1, 2] }] }] }]
"#;

fn broken(old: &str, new: &str) -> Vec<String> {
    let text = SMALL.replacen(old, new, 1);
    assert_ne!(text, SMALL, "{old} is not in the sample");
    faults(&text)
}

fn faults(text: &str) -> Vec<String> {
    let file = SourceFile { name: "industries/tea.toml".to_owned(), text: text.to_owned() };
    match parse(&[file]) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.0.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn the_sample_is_sound() {
    assert_eq!(faults(SMALL), Vec::<String>::new());
}

#[test]
fn a_broken_file_names_file_line_and_reason() {
    let second_version = r#"
[[violation]]
id = "tea-v01@2022"
from = "2022-01-01"
title = { zh = "无证卖茶", en = "Selling tea without a licence" }
violates = [{ law = "tea-rule@2020", article = "第一条" }]
penalty = { law = "tea-rule@2020", article = "第九条" }
deciders = [{ capacity = "commerce" }]
roles = []
"#;
    let cases: Vec<(Vec<String>, usize, &str)> = vec![
        (broken("capacity = \"commerce\" }]", "capacity = \"comerce\" }]"), 23, "unknown variant `comerce`"),
        (broken("from = \"2020-01-01\"\ntitle", "from = \"2020-02-30\"\ntitle"), 19, "input is out of range"),
        (
            broken("from = \"2020-01-01\"\ntitle", "from = \"2020-01-01\"\nto = \"2019-12-31\"\ntitle"),
            17,
            "2020-01-01 is later than 2019-12-31",
        ),
        (broken("[1, 2]", "[2, 1]"), 17, "the least amount 2 is more than the most 1"),
        (broken("yuan = [1, 2]", "percent = [1, 2]"), 17, "needs its `base`"),
        (
            broken("fine = [{ yuan = [1, 2] }]", "grade = \"always\""),
            24,
            "either `fine` bands or `amount_unverified",
        ),
        (
            broken("law = \"tea-rule@2020\", article = \"第九条\"", "law = \"tee@1\", article = \"第九条\""),
            17,
            "no law has the id \"tee@1\"",
        ),
        (broken("id = \"tea-v01@2020\"", "id = \"coffee-v01@2020\""), 17, "begin with its industry"),
        (broken("en = \"Tea licence\"", "en = \"\""), 10, "empty in Chinese or in English"),
        (
            broken("from = \"2020-01-01\"\n\n[[licence", "from = \"2021-01-01\"\n\n[[licence"),
            17,
            "not in force on all days",
        ),
        (broken("deciders = [{ capacity = \"commerce\" }]\n", ""), 17, "transferred only"),
        (faults(&format!("{SMALL}{second_version}")), 26, "tea-v01@2020, is in force on the same days"),
        (
            faults(&format!(
                "{SMALL}{}",
                &SMALL[SMALL.find("[[licence_kind]]").unwrap()..SMALL.find("[[violation]]").unwrap()]
            )),
            25,
            "tea_licence: the id is used twice",
        ),
    ];
    for (found, line, reason) in cases {
        let place = format!("industries/tea.toml:{line}: ");
        assert!(
            found.iter().any(|fault| fault.starts_with(&place) && fault.contains(reason)),
            "{found:#?} lacks {place}{reason}"
        );
    }
}

#[test]
fn a_folder_overrides_by_name_and_adds_industries() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("industries")).unwrap();
    std::fs::write(folder.path().join("industries/tea.toml"), SMALL).unwrap();
    let renamed = include_str!("../../../catalogue/industries/pawn.toml").replacen("典当业", "押店", 1);
    std::fs::write(folder.path().join("industries/pawn.toml"), renamed).unwrap();
    let catalogue = load(Some(folder.path())).unwrap();
    assert_eq!(catalogue.industries.len(), 7);
    assert_eq!(catalogue.industry_called("押店").map(|industry| industry.id.word()), Some("pawn"));
    assert!(catalogue.violation("tea-v01@2020").is_some());
    let missing = load(Some(&folder.path().join("nothing"))).unwrap_err();
    assert!(missing.to_string().contains("nothing:1: cannot be read"), "{missing}");
}
