//! Sums over counters: each question one branch of a single statement, so that all answers are of one instant.

use std::collections::{BTreeMap, HashMap};

use domain::Day;
use domain::city::{Counter, Figure, Month, Period};
use domain::id::BureauId;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::people::shared_word;
use crate::error::Error;
use crate::scope::SharedStore;

/// A range of months or days of one counter, added or taken off.
#[derive(Clone, Debug)]
pub(super) struct Range {
    counter: &'static str,
    sign: i64,
    from: String,
    to: String,
}

/// Whose numbers are summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Every bureau, each by itself.
    Bureaus,
    /// One bureau.
    Bureau(BureauId),
    /// The whole city, where that is no sum.
    City,
}

/// One question: what it is about, and its ranges.
#[derive(Clone, Debug)]
pub(super) struct Question<'a> {
    pub ranges: Vec<Range>,
    pub part: Option<&'a str>,
    pub whose: Whose,
}

impl Range {
    fn of(counter: Counter, sign: i64, from: impl ToString, to: impl ToString) -> Self {
        Range { counter: counter.word(), sign, from: from.to_string(), to: to.to_string() }
    }

    /// The ranges that make up a figure of a period; what is overdue is overdue today, whatever the period.
    pub(super) fn of_figure(figure: Figure, period: Period, today: Day) -> Vec<Self> {
        let flow = |counter| vec![Range::of(counter, 1, period.from(), period.to())];
        match figure {
            Figure::CasesOpen => Range::open_until(period.to()),
            Figure::CasesOverdue => {
                let (this, yesterday) = (Month::of(today), today.pred_opt().unwrap_or(today));
                vec![
                    Range::of(Counter::CaseDueMonth, 1, "", this.previous()),
                    Range::of(Counter::CaseDueDay, 1, this.first_day(), yesterday),
                ]
            }
            Figure::CasesClosed => flow(Counter::CaseClosed),
            Figure::Fines => flow(Counter::Fines),
            Figure::Trained => flow(Counter::Trained),
            Figure::Certified => flow(Counter::Certified),
        }
    }

    /// What came less what was closed, from the beginning to the end of a month.
    pub(super) fn open_until(month: Month) -> Vec<Self> {
        vec![Range::of(Counter::CaseOpened, 1, "", month), Range::of(Counter::CaseClosed, -1, "", month)]
    }

    /// The people of a period who came to count in a second bureau.
    pub(super) fn shared(figure: Figure, period: Period) -> Vec<Self> {
        let counter = shared_word(match figure {
            Figure::Certified => Counter::Certified,
            _ => Counter::Trained,
        });
        vec![Range { counter, sign: 1, from: period.from().to_string(), to: period.to().to_string() }]
    }
}

#[derive(FromQueryResult)]
struct Line {
    nth: i64,
    bureau: i32,
    word: String,
    value: i64,
}

/// A statement under construction.
#[derive(Default)]
struct Text {
    branches: Vec<String>,
    values: Vec<Value>,
}

impl Text {
    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// One branch; `by` is the column by which the sum is split besides the bureau.
    fn branch(&mut self, nth: usize, question: &Question<'_>, range: &Range, by: Option<&str>) {
        let (from, to) = (self.bind(range.from.clone()), self.bind(range.to.clone()));
        let figure = self.bind(range.counter);
        let mut filter = format!("figure = {figure} and period >= {from} and period <= {to}");
        if let Some(part) = question.part {
            filter += &format!(" and part = {}", self.bind(part));
        }
        if let Whose::Bureau(bureau) = question.whose {
            filter += &format!(" and bureau_id = {}", self.bind(bureau.0));
        }
        let (table, bureau) = match question.whose {
            Whose::City => ("city_total", "0"),
            _ => ("city_figure", "bureau_id"),
        };
        let sign = if range.sign < 0 { "-" } else { "" };
        let word = by.unwrap_or("''");
        let groups: Vec<&str> = [(bureau != "0").then_some(bureau), by].into_iter().flatten().collect();
        let group =
            if groups.is_empty() { String::new() } else { format!(" group by {}", groups.join(", ")) };
        self.branches.push(format!(
            "select {nth} as nth, {bureau} as bureau, {word} as word, \
             cast({sign}coalesce(sum(value), 0) as bigint) as value from {table} where {filter}{group}"
        ));
    }

    async fn answer(self, shared: &SharedStore) -> Result<Vec<Line>, Error> {
        let text = format!(
            "select cast(nth as bigint) as nth, bureau, word, value from ({}) as sums",
            self.branches.join(" union all ")
        );
        let lines = shared.tx().query_all_raw(shared.sql(&text, self.values)).await?;
        lines.iter().map(|line| Ok(Line::from_query_result(line, "")?)).collect()
    }
}

/// The answers in the order of the questions, each by bureau; the whole city's under bureau 0.
pub(super) async fn sums(
    shared: &SharedStore,
    questions: &[Question<'_>],
) -> Result<Vec<HashMap<i32, i64>>, Error> {
    let mut text = Text::default();
    for (nth, question) in questions.iter().enumerate() {
        for range in &question.ranges {
            text.branch(nth, question, range, None);
        }
    }
    let mut answers = vec![HashMap::new(); questions.len()];
    for line in text.answer(shared).await? {
        let nth = usize::try_from(line.nth).map_err(Error::down)?;
        if let Some(answer) = answers.get_mut(nth) {
            *answer.entry(line.bureau).or_insert(0) += line.value;
        }
    }
    Ok(answers)
}

/// One question's answer split by month (`period`) or by part (`part`), all bureaus together.
pub(super) async fn split(
    shared: &SharedStore,
    question: &Question<'_>,
    by: &'static str,
) -> Result<BTreeMap<String, i64>, Error> {
    let mut text = Text::default();
    for range in &question.ranges {
        text.branch(0, question, range, Some(by));
    }
    let mut answer = BTreeMap::new();
    for line in text.answer(shared).await? {
        *answer.entry(line.word).or_insert(0) += line.value;
    }
    Ok(answer)
}
