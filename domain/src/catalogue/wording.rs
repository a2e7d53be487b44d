//! How rows read on screens and papers: penalties, fines, spans of days.

use super::{
    AuthoritySpan, BandParty, Decider, FineBand, FineFormula, FirstStep, Grade, LawRank, LicenceForm, Penalty,
};
use crate::{Day, Lang};

/// 依据待核: what stands where nobody verified an amount or an article.
#[must_use]
pub fn unverified(lang: Lang) -> &'static str {
    lang.pick("依据待核", "not verified")
}

/// "2021-08-01 起", "2008-08-01 至 2021-07-31".
#[must_use]
pub fn span_words(from: Day, to: Option<Day>, lang: Lang) -> String {
    match (to, lang) {
        (Some(to), Lang::Zh) => format!("{from} 至 {to}"),
        (Some(to), Lang::En) => format!("{from} to {to}"),
        (None, Lang::Zh) => format!("{from} 起"),
        (None, Lang::En) => format!("since {from}"),
    }
}

impl Decider {
    /// Who decides, from when to when where the row says so.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let name = self.authority().name(lang);
        match (self.from, self.to, lang) {
            (None, None, _) => name,
            (Some(from), to, _) => format!("{name}{}", bracketed(&span_words(from, to, lang), lang)),
            (None, Some(to), Lang::Zh) => format!("{name}（至 {to}）"),
            (None, Some(to), Lang::En) => format!("{name} (until {to})"),
        }
    }
}

impl AuthoritySpan {
    /// The authority that had the industry, by capacity only: general law names no level here.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let span = span_words(self.from, self.to, lang);
        format!("{}{}", self.capacity.name(lang), bracketed(&span, lang))
    }
}

impl Penalty {
    /// "警告", "情节严重的，吊销许可证件", "警告后拒不改正的，罚款：5000元以上5万元以下".
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let first = match self.first {
            FirstStep::None => "",
            FirstStep::WarningFirst => lang.pick("警告后拒不改正的，", "if not put right after a warning: "),
            FirstStep::OrderFirst => lang.pick("责令改正后拒不改正的，", "if not put right after an order: "),
        };
        let grade = match self.grade {
            Grade::Always => "",
            Grade::Optional => lang.pick("可以", "possible: "),
            Grade::Serious => lang.pick("情节严重的，", "in serious cases: "),
        };
        let kind = self.kind.name(lang);
        match &self.fine {
            None => format!("{first}{grade}{kind}"),
            Some(fine) => format!("{first}{grade}{kind}{}{}", lang.pick("：", ": "), fine.sentence(lang)),
        }
    }
}

impl FineFormula {
    /// The formula in words, band by band.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            FineFormula::Unverified => unverified(lang).to_owned(),
            FineFormula::Bands(bands) => {
                let bands: Vec<_> = bands.iter().map(|band| band.sentence(lang)).collect();
                bands.join(lang.pick("；", "; "))
            }
        }
    }
}

impl FineBand {
    /// When the band applies, and what it allows.
    fn sentence(&self, lang: Lang) -> String {
        let party = match self.party {
            None => "",
            Some(BandParty::Unit) => lang.pick("单位", "unit, "),
            Some(BandParty::Person) => lang.pick("个人", "person, "),
        };
        format!("{party}{}{}", self.condition(lang), self.amount(lang))
    }

    fn condition(&self, lang: Lang) -> String {
        if self.without_base {
            let words = "base none or not ascertainable: ";
            return lang.pick("没有或者难以确定基数的，", words).to_owned();
        }
        let Some(base) = self.base else { return String::new() };
        let base = base.name(lang);
        let limits = [
            (self.below, "不足", "", "below "),
            (self.at_most, "", "以下", "up to "),
            (self.at_least, "", "以上", "from "),
            (self.above, "超过", "", "above "),
        ];
        let words: Vec<String> = limits
            .into_iter()
            .filter_map(|(limit, before, after, en)| {
                let amount = yuan(limit?, lang);
                Some(lang.pick(format!("{before}{amount}{after}"), format!("{en}{amount}")))
            })
            .collect();
        match (words.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("{base}{}的，", words.join("、")),
            (false, Lang::En) => format!("{base} {}: ", words.join(", ")),
        }
    }

    fn amount(&self, lang: Lang) -> String {
        let of_base = self.base.map_or("", |base| base.name(lang));
        let times = |(min, max)| range_words(min, max, percent, lang);
        let amount = match (self.yuan, self.percent, self.min_percent) {
            (Some((min, max)), _, _) => return range_words(min, max, yuan, lang),
            (None, Some(ends), _) => times(ends),
            (None, None, Some(min)) => {
                lang.pick(format!("{}以上", percent(min, lang)), format!("at least {}", percent(min, lang)))
            }
            (None, None, None) => return String::new(),
        };
        let cap = self.cap.map_or_else(String::new, |cap| {
            lang.pick(format!("，最高{}", yuan(cap, lang)), format!(", at most {}", yuan(cap, lang)))
        });
        lang.pick(format!("{of_base}{amount}{cap}"), format!("{amount} the {of_base}{cap}"))
    }
}

fn range_words(min: i64, max: i64, words: fn(i64, Lang) -> String, lang: Lang) -> String {
    let (least, most) = (words(min, lang), words(max, lang));
    if min == max {
        return most;
    }
    match (min == 0, lang) {
        (true, Lang::Zh) => format!("{most}以下"),
        (true, Lang::En) => format!("up to {most}"),
        (false, Lang::Zh) => format!("{least}以上{most}以下"),
        (false, Lang::En) => format!("{least} to {most}"),
    }
}

/// 50,000 is "5万元", 2,000 is "2000元".
fn yuan(amount: i64, lang: Lang) -> String {
    match lang {
        Lang::Zh if amount >= 10_000 && amount % 10_000 == 0 => format!("{}万元", amount / 10_000),
        Lang::Zh => format!("{amount}元"),
        Lang::En => format!("{} yuan", grouped(amount)),
    }
}

/// Percent of a base: full hundreds as multiples, others as they are.
fn percent(percent: i64, lang: Lang) -> String {
    if percent >= 100 && percent % 100 == 0 {
        lang.pick(format!("{}倍", percent / 100), format!("{}×", percent / 100))
    } else {
        format!("{percent}%")
    }
}

fn grouped(amount: i64) -> String {
    let digits = amount.to_string();
    let mut words = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

fn bracketed(words: &str, lang: Lang) -> String {
    lang.pick(format!("（{words}）"), format!(" ({words})"))
}

impl LawRank {
    /// What the rank is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            LawRank::Law => lang.pick("法律", "law"),
            LawRank::Regulation => lang.pick("行政法规", "regulation"),
            LawRank::LocalRegulation => lang.pick("地方性法规", "local regulation"),
            LawRank::MinistryRule => lang.pick("部门规章", "ministry rule"),
            LawRank::Notice => lang.pick("规范性文件", "notice"),
        }
    }
}

impl LicenceForm {
    /// What the form is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            LicenceForm::Licence => lang.pick("许可", "licence"),
            LicenceForm::FilingRecord => lang.pick("备案", "filing record"),
            LicenceForm::PersonCertificate => lang.pick("人员证书", "personal certificate"),
        }
    }
}
