//! The entries of refusals: the sentence as it stands on the screen, its article, and who opens the gate.

use super::page::{Entry, Part};
use super::refusal_samples::{sample_days, samples};
use domain::calendar::day_long;
use domain::refusal::{Refusal, RefusalCode};
use domain::{Day, Lang};

/// The words of all codes, each once, in the order of the procedure.
#[must_use]
pub fn words(today: Day) -> Vec<&'static str> {
    let mut words: Vec<&'static str> = Vec::new();
    for sample in samples(today) {
        let word = sample.code.word();
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// The entry of a code; the samples of days lie around `today`.
#[must_use]
pub fn entry(word: &str, today: Day, lang: Lang) -> Option<Entry> {
    let all = samples(today);
    let of_word: Vec<&Refusal> = all.iter().filter(|sample| sample.code.word() == word).collect();
    let first = of_word.first()?;
    let mut parts = Vec::new();
    if of_word.len() > 1 {
        let line = lang.pick("按情形不同，屏幕上会是下面几句话之一。", "One of these, as the case may be.");
        parts.push(Part::Says(vec![line.to_owned()]));
    }
    for sample in &of_word {
        parts.extend(sentence(sample, today, lang));
    }
    let note = lang.pick(
        "句子里的日期、金额和姓名是举例，屏幕上显示的是本案的。被拒绝时，已填的内容都还在。",
        "Days, amounts and names here are samples; the screen shows those of the case. Being refused loses nothing that was typed.",
    );
    parts.push(Part::Facts(vec![(lang.pick("代码", "Code").to_owned(), word.to_owned())]));
    parts.push(Part::Says(vec![note.to_owned()]));
    Some(Entry {
        title: title(first, today, lang),
        kind: lang.pick("为什么不能办", "Refusals").to_owned(),
        parts,
    })
}

/// Why, without article and sample days: what the list of contents shows.
fn title(refusal: &Refusal, today: Day, lang: Lang) -> String {
    let mut why = refusal.sentence(lang).why;
    for day in sample_days(today) {
        why = why.replace(&day_long(day, lang), lang.pick("某日", "a day"));
    }
    let open = lang.pick('（', '(');
    let end = why.find(open).unwrap_or(why.len());
    let short = why.get(..end).unwrap_or_default();
    short.trim_end_matches(['。', '.', ' ']).to_owned()
}

/// What cannot be done, why, the article and who opens it.
fn sentence(refusal: &Refusal, today: Day, lang: Lang) -> [Part; 2] {
    let said = refusal.sentence(lang);
    let article = article(&refusal.code, lang);
    let mut facts = vec![
        (lang.pick("不能办什么", "What").to_owned(), said.cannot.trim_end_matches(['：', ' ']).to_owned()),
        (lang.pick("为什么", "Why").to_owned(), said.why.clone()),
    ];
    if !article.is_empty() {
        facts.push((lang.pick("依据", "Article").to_owned(), article));
    }
    facts.push((lang.pick("由谁、何时打开", "Who opens it, and when").to_owned(), said.opens));
    [Part::Heading(title(refusal, today, lang)), Part::Facts(facts)]
}

/// The articles that the sentence cites; the Chinese words are the ones that name them in full.
#[must_use]
pub fn article(code: &RefusalCode, lang: Lang) -> String {
    let refusal = Refusal::new(domain::case::ActKind::Decide, code.clone());
    let said = refusal.sentence(lang);
    let whole = format!("{}{}", said.why, said.opens);
    let (open, close, mark) = lang.pick(('（', '）', "条"), ('(', ')', "art."));
    let inside = whole.split(open).skip(1).filter_map(|rest| rest.split(close).next());
    let cited: Vec<&str> = inside.filter(|words| words.contains(mark)).collect();
    cited.join(lang.pick("；", "; "))
}
