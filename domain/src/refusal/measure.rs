//! Refusals about what is sealed, seized or registered, in both languages.

use super::RefusalCode;
use crate::Lang;
use crate::calendar::day_long as long_day;
use crate::case::HeldAs;

/// Why, and who opens it; nothing for any other code.
pub(super) fn reason(code: &RefusalCode, lang: Lang) -> (String, String) {
    match code {
        RefusalCode::MeasureOpen { held_as, on } => {
            let (day, name, article) = (long_day(*on, lang), held_as.name(lang), article(*held_as, lang));
            (
                lang.pick(
                    format!("{day}的{name}尚未处理或者解除（{article}）"),
                    format!("the {name} of {day} has not ended ({article})"),
                ),
                ends(*held_as, lang),
            )
        }
        RefusalCode::GoodsUndecided { held_as, on } => {
            let (day, name) = (long_day(*on, lang), held_as.name(lang));
            let opens = lang.pick(
                "由承办人退还或者依法销毁，或者在处罚决定中没收后",
                "The officers return or destroy it by law, or the decision confiscates it",
            );
            (
                lang.pick(
                    format!("{day}{name}的物品（含变卖款）还没有处理完（行政强制法第二十七条、第二十八条）"),
                    format!("things of the {name} of {day}, or what they were sold for, have no end yet (Compulsion Act art. 27, 28)"),
                ),
                opens.to_owned(),
            )
        }
        RefusalCode::MeasureLapsed { last_day } => {
            let day = long_day(*last_day, lang);
            let opens = lang.pick("由承办人解除并立即退还物品", "The officers lift it and return the things at once");
            (
                lang.pick(
                    format!("期限已于{day}届满，措施自行失效（行政处罚法第五十六条、行政强制法第二十五条）"),
                    format!("its term ended on {day}; it holds no longer (Penalty Act art. 56, Compulsion Act art. 25)"),
                ),
                opens.to_owned(),
            )
        }
        RefusalCode::NoPowerToSeize => (
            lang.pick(
                "没有法律、法规授权对该案由查封、扣押，部门规章不能设定（行政强制法第十条、第十六条、第十七条）",
                "no law or regulation lets anybody seal or seize for this violation (Compulsion Act art. 10, 16, 17)",
            )
            .to_owned(),
            lang.pick(
                "证据可能灭失的，由承办人提请先行登记保存",
                "Where evidence may vanish, the officers propose to register it",
            )
            .to_owned(),
        ),
        _ => (String::new(), String::new()),
    }
}

fn article(held_as: HeldAs, lang: Lang) -> &'static str {
    match held_as {
        HeldAs::Evidence => lang.pick("行政处罚法第五十六条", "Penalty Act art. 56"),
        HeldAs::Sealed | HeldAs::Seized => lang.pick("行政强制法第二十八条", "Compulsion Act art. 28"),
    }
}

fn ends(held_as: HeldAs, lang: Lang) -> String {
    let words = match held_as {
        HeldAs::Evidence => {
            lang.pick("由承办人处理登记保存的证据后", "The officers handle the evidence first")
        }
        HeldAs::Sealed | HeldAs::Seized => lang
            .pick("由承办人解除查封、扣押并退还物品后", "The officers lift it and return the things first"),
    };
    words.to_owned()
}
