//! The forms of a recusal: who is challenged and why, and what the head decides.

use super::fields::{Asked, choices, pairs};
use super::read::Form;
use super::words;
use crate::case::page::{Choices, Field};
use domain::case::{Act, ActKind, AskRecusal, Case, DecideRecusal, Name, Recusal, RecusalSource};

impl Asked {
    /// The fields of a recusal, if the act is about one; `case`: where requests wait.
    pub(super) fn recusal(&self, kind: ActKind, case: Option<&Case>) -> Option<Vec<Field>> {
        let lang = self.lang();
        let reasons = self.area("reasons", words::recusal_reason, true);
        match kind {
            ActKind::AskRecusal => {
                let sources = choices(&RecusalSource::ALL, RecusalSource::word, |one| one.name(lang));
                Some(vec![
                    self.select("person", words::recused_person, true, self.named.clone()),
                    self.select("source", words::recusal_source, true, sources),
                    reasons,
                ])
            }
            ActKind::DecideRecusal => {
                let open = case.map(|case| case.open_recusals().collect()).unwrap_or_default();
                let which = (Vec::len(&open) > 1)
                    .then(|| self.select("request", words::which_recusal, true, requests(&open)));
                let verdicts =
                    pairs(&[("yes", words::recusal_granted(lang)), ("no", words::recusal_refused(lang))]);
                let verdict = self.select("granted", words::recusal_verdict, true, verdicts);
                let reasons = self.area("reasons", words::reasons, true);
                Some(which.into_iter().chain([verdict, reasons]).collect())
            }
            _ => None,
        }
    }
}

fn requests(open: &[&Recusal]) -> Choices {
    open.iter().map(|one| (one.seq.to_string(), one.name.to_string())).collect()
}

impl Form<'_> {
    pub(super) fn recusal_act(&mut self, kind: ActKind, case: &Case) -> Option<Act> {
        if kind == ActKind::AskRecusal {
            let text = self.text("person");
            let found = self.members.iter().find(|(person, _)| person.to_string() == text).cloned();
            if found.is_none() {
                self.problem(
                    "person",
                    self.lang.pick("请选择被申请回避的人员", "Choose who is to stand aside"),
                );
            }
            let source = self.choice("source", &RecusalSource::ALL, RecusalSource::word);
            let reason = self.note("reasons");
            let (person, name): (_, Name) = found?;
            let (source, reason) = (source?, reason?);
            return Some(Act::AskRecusal(AskRecusal { person, name, source, reason }));
        }
        let typed = self.text("request");
        let open: Vec<&Recusal> = case.open_recusals().collect();
        let chosen = match open.as_slice() {
            [only] => Some(only.seq),
            several => several.iter().map(|one| one.seq).find(|seq| seq.to_string() == typed),
        };
        if chosen.is_none() {
            // With none at all the rules say why.
            let name = if open.is_empty() { "" } else { "request" };
            self.problem(name, self.lang.pick("请选择一件尚未决定的回避申请", "Choose a request"));
        }
        let (granted, reason) = (self.yes_or_no("granted"), self.note("reasons"));
        let (request, granted, reason) = (chosen?, granted?, reason?);
        Some(Act::DecideRecusal(DecideRecusal { request, granted, reason }))
    }
}
