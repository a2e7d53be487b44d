//! The forms of remedies against measures and orders, and of applications handed in through the bureau.

use super::fields::{Asked, choices};
use super::measure_fields::{hinted, title};
use super::read::Form;
use super::words;
use crate::case::page::{Choices, Field};
use domain::Lang;
use domain::calendar::day_short;
use domain::case::{
    Act, ActKind, AnswerContest, Case, Contest, Contested, EndContest, ForwardApplication,
    ReceiveApplication, RegisterContest, RemedyKind, RemedyOutcome,
};
use domain::id::PartyId;
use domain::value::parse_day;

/// What a form of the kind lets choose: what can be contested, or the contest that it is about.
pub(super) fn offered(kind: ActKind, case: &Case, lang: Lang) -> Choices {
    if kind == ActKind::RegisterContest {
        let all = case.contestable().into_iter();
        return all.map(|(object, _)| (object.to_string(), name(case, object, lang))).collect();
    }
    let taken = case.contests.iter().filter(|contest| contest.takes(kind));
    let choice = |one: &Contest| {
        let words = format!("{} · {}", one.kind.name(lang), name(case, one.object, lang));
        (one.seq.to_string(), words)
    };
    taken.map(choice).collect()
}

/// 扣押 3月9日, 责令改正 3月6日
fn name(case: &Case, object: Contested, lang: Lang) -> String {
    match object {
        Contested::Measure { number } => case.measure(number).map(|one| title(one, lang)).unwrap_or_default(),
        Contested::Order { record } => {
            let order = case.records.iter().find(|one| one.seq == record);
            let day = order.map(|one| day_short(one.on, lang)).unwrap_or_default();
            format!("{} {day}", lang.pick("责令改正", "order to put right"))
        }
    }
}

/// The fields of such an act, if it is one.
pub(super) fn of_kind(asked: &Asked, kind: ActKind) -> Option<Vec<Field>> {
    let lang = asked.lang();
    let which = || asked.select("contest", words::which_contest, true, asked.contests.clone());
    let paper = |label| asked.area("paper", label, true);
    Some(match kind {
        ActKind::ReceiveApplication => vec![asked.area("request", words::application_request, true)],
        ActKind::ForwardApplication => vec![paper(words::forwarding_letter)],
        ActKind::RegisterContest => {
            let kinds = choices(&RemedyKind::ALL, RemedyKind::word, |one| one.name(lang));
            let hint =
                lang.pick("上面的日期填副本送达本局的日期", "the day above is that on which the copy came");
            vec![
                asked.select("contested", words::contested, true, asked.contests.clone()),
                asked.select("remedy", words::remedy, true, kinds),
                asked.line("organ", words::organ, true),
                hinted(hint, asked.line("applied_on", words::applied_on, true)),
                asked.line("accepted_on", words::accepted_on, false),
                asked.check("simplified", words::remedy_simplified),
                asked.check("stops", words::stops_measure),
            ]
        }
        ActKind::AnswerContest => vec![which(), paper(words::answer_paper)],
        ActKind::EndContest => {
            let outcomes = choices(&RemedyOutcome::OF_A_CONTEST, RemedyOutcome::word, |one| one.name(lang));
            let outcome = asked.select("remedy_outcome", words::remedy_outcome, true, outcomes);
            vec![which(), outcome, paper(words::remedy_paper)]
        }
        _ => return None,
    })
}

impl Form<'_> {
    pub(super) fn application(&mut self, kind: ActKind, party: PartyId) -> Option<Act> {
        Some(match kind {
            ActKind::ReceiveApplication => {
                Act::ReceiveApplication(ReceiveApplication { party, request: self.note("request")? })
            }
            _ => Act::ForwardApplication(ForwardApplication { party, paper: self.note("paper")? }),
        })
    }

    /// An act about a remedy against a measure or an order.
    pub(super) fn contest_act(&mut self, kind: ActKind, case: &Case) -> Option<Act> {
        if kind == ActKind::RegisterContest {
            return self.register_contest(case);
        }
        let typed = self.text("contest");
        let taken = case.contests.iter().filter(|contest| contest.takes(kind));
        let chosen = taken.into_iter().find(|contest| contest.seq.to_string() == typed);
        let chosen = self.chosen("contest", chosen);
        let paper = self.note("paper");
        if kind == ActKind::AnswerContest {
            let (contest, paper) = (chosen?, paper?);
            let (contest, remedy) = (contest.seq, contest.kind);
            return Some(Act::AnswerContest(AnswerContest { contest, remedy, paper, number: None }));
        }
        let outcome = self.choice("remedy_outcome", &RemedyOutcome::OF_A_CONTEST, RemedyOutcome::word);
        let contest = chosen?.seq;
        Some(Act::EndContest(EndContest { contest, outcome: outcome?, paper: paper? }))
    }

    fn register_contest(&mut self, case: &Case) -> Option<Act> {
        let typed = self.text("contested");
        let objects = case.contestable().into_iter().map(|(object, _)| object);
        let object = objects.into_iter().find(|object| object.to_string() == typed);
        let object = self.chosen("contested", object);
        let remedy = self.choice("remedy", &RemedyKind::ALL, RemedyKind::word);
        let (organ, applied_on) = (self.name("organ"), self.day("applied_on"));
        let accepted_on = self.may("accepted_on", parse_day);
        Some(Act::RegisterContest(RegisterContest {
            object: object?,
            remedy: remedy?,
            organ: organ?,
            applied_on: applied_on?,
            accepted_on,
            simplified: self.is("simplified"),
            stopped: self.is("stops"),
        }))
    }

    /// What was chosen, or the problem that nothing was.
    fn chosen<T>(&mut self, name: &str, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.problem(name, self.lang.pick("请从列表中选择一项", "Choose one of the list"));
        }
        found
    }
}
