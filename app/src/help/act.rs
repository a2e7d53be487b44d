//! The entry of an act of a case: what it is for, by which article, who does it, and how its form is filled in.

use super::field;
use super::law::{Article, cite};
use super::page::{Entry, Part};
use super::{act_decision, act_execution, act_investigation};
use crate::case::example_fields;
use domain::case::ActKind;
use domain::role::holders;
use domain::{Day, Lang};

/// What an act is for, and the articles by which it is done; none where the law leaves it to the house.
#[derive(Clone, Copy, Debug)]
pub struct Purpose {
    pub zh: &'static str,
    pub en: &'static str,
    pub articles: &'static [Article],
}

/// What an act is for.
#[must_use]
pub fn purpose(kind: ActKind) -> Option<Purpose> {
    act_investigation::purpose(kind)
        .or_else(|| act_decision::purpose(kind))
        .or_else(|| act_execution::purpose(kind))
}

/// The entry of an act; the samples of days lie around `today`.
#[must_use]
pub fn entry(kind: ActKind, today: Day, lang: Lang) -> Entry {
    let purpose = purpose(kind);
    let told = purpose.map(|purpose| lang.pick(purpose.zh, purpose.en)).unwrap_or_default();
    let articles = purpose.map(|purpose| purpose.articles).unwrap_or_default();
    let article = match articles {
        [] => lang
            .pick("法律没有专门条款，按本单位的办案制度办理", "No article of its own; the house's own rules")
            .to_owned(),
        some => cite(some, lang),
    };
    let who: Vec<&str> = holders(kind.power()).map(|role| role.title(lang)).collect();
    let stages: Vec<&str> = kind.from().iter().map(|stage| stage.name(lang)).collect();
    let comma = lang.pick("、", ", ");
    let mut facts = vec![
        (lang.pick("依据", "Article").to_owned(), article),
        (lang.pick("由谁办", "Done by").to_owned(), who_does(kind, &who.join(comma), lang)),
    ];
    if !stages.is_empty() && stages.len() < 12 {
        facts.push((lang.pick("什么阶段可以办", "Possible at").to_owned(), stages.join(comma)));
    }
    let mut parts = vec![Part::Says(vec![told.to_owned()]), Part::Facts(facts)];
    let fields = example_fields(kind, today, lang);
    let asked = field::told(Some(kind), &fields, today, lang);
    if asked.is_empty() {
        let none = lang.pick(
            "没有表单：在案件页上点按钮，或者由系统记入。",
            "There is no form: a button on the case's page, or written by the product.",
        );
        parts.push(Part::Says(vec![none.to_owned()]));
    } else {
        parts.push(Part::Fields(asked));
        parts.push(Part::Says(vec![afterwards(lang).to_owned()]));
    }
    let title = kind.name(lang).to_owned();
    Entry { title, kind: lang.pick("办案表单", "Acts of a case").to_owned(), parts }
}

fn who_does(kind: ActKind, holders: &str, lang: Lang) -> String {
    match kind.power() {
        domain::role::Power::WorkCases => {
            lang.pick(format!("本案承办人（{holders}）"), format!("the case's officers ({holders})"))
        }
        domain::role::Power::ReviewCases => holders.to_owned(),
        _ => lang.pick(
            format!("{holders}；承办人填好后提请，经同意才生效"),
            format!("{holders}; the officers propose it, and it counts once approved"),
        ),
    }
}

fn afterwards(lang: Lang) -> &'static str {
    lang.pick(
        "提交前表单会列出将要开始或者结束的期限。填错了不会丢：表单把问题列在最上面，逐条改好再交。",
        "Before it is sent the form lists which terms will start or end. Nothing typed is lost: what is wrong is listed on top; mend it and send again.",
    )
}
