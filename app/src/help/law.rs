//! The laws that entries of the help cite, in both languages.

use domain::Lang;

/// A law whose articles are cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// 行政处罚法 (2021)
    Penalty,
    /// 行政强制法 (2012)
    Compulsion,
    /// 行政复议法 (2023)
    Reconsideration,
    /// 行政诉讼法 (2017)
    Litigation,
    /// 行政执法机关移送涉嫌犯罪案件的规定 (2020)
    CriminalTransfer,
}

impl Law {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Law::Penalty => lang.pick("行政处罚法", "Administrative Penalty Act"),
            Law::Compulsion => lang.pick("行政强制法", "Administrative Compulsion Act"),
            Law::Reconsideration => lang.pick("行政复议法", "Administrative Reconsideration Act"),
            Law::Litigation => lang.pick("行政诉讼法", "Administrative Litigation Act"),
            Law::CriminalTransfer => lang.pick(
                "行政执法机关移送涉嫌犯罪案件的规定",
                "Rules on the transfer of suspected crimes to the police",
            ),
        }
    }
}

/// An article of a law.
pub type Article = (Law, u16);

/// 行政处罚法第四十四条、第六十三条; articles of one law stand together.
#[must_use]
pub fn cite(articles: &[Article], lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut before = None;
    for (law, number) in articles {
        let article = lang.pick(format!("第{}条", numeral(*number)), number.to_string());
        match parts.last_mut().filter(|_| before == Some(*law)) {
            Some(part) => part.push_str(&lang.pick(format!("、{article}"), format!(", {article}"))),
            None => {
                let named = lang.pick(
                    format!("{}{article}", law.name(lang)),
                    format!("{} art. {article}", law.name(lang)),
                );
                parts.push(named);
            }
        }
        before = Some(*law);
    }
    parts.join(lang.pick("；", "; "))
}

/// A number below a hundred as articles are numbered: 五, 十二, 四十四.
fn numeral(number: u16) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: u16| DIGITS.get(usize::from(at)).copied().unwrap_or_default();
    match number {
        0..10 => digit(number).to_owned(),
        10..20 => format!("十{}", digit(number - 10)),
        _ => format!("{}十{}", digit(number / 10), digit(number % 10)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_of_one_law_stand_together() {
        let articles = [(Law::Penalty, 44), (Law::Penalty, 60), (Law::Compulsion, 19), (Law::Compulsion, 5)];
        assert_eq!(cite(&articles, Lang::Zh), "行政处罚法第四十四条、第六十条；行政强制法第十九条、第五条");
        assert_eq!(
            cite(&articles, Lang::En),
            "Administrative Penalty Act art. 44, 60; Administrative Compulsion Act art. 19, 5"
        );
    }
}
