//! Reads what was asked, counts, and puts the answer in words.

use super::call::{ASKED, Answer, CalculatorData, Offers};
use super::month::Drawn;
use super::text as words;
use crate::form::{FormState, Problem, Typed, typed};
use chrono::NaiveTime;
use domain::calendar::{
    Asked, Calendar, Clock, ClockGroup, ClockRule, ClockRules, Counted, CourtWindow, Deadline, HourDeadline,
    Pause, PauseKind, Step, Term, TermError, Unit, UnusedFacts, day_long,
};
use domain::instant::Instant;
use domain::{Day, Lang};

/// By what is counted, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    pub calendar: &'a Calendar,
    pub rules: &'a ClockRules,
    pub today: Day,
    pub lang: Lang,
}

impl Desk<'_> {
    /// The page for what was typed.
    pub fn answer(&self, form: Typed) -> CalculatorData {
        let fresh = ["from", "length", "unit", "clock"].iter().all(|name| typed(&form, name).is_empty());
        let offers = self.offers(&form);
        let mut reading = Reading { desk: self, form: &form, problems: Vec::new() };
        let answer = if fresh { None } else { reading.count(&offers) };
        let problems = reading.problems;
        let lang = self.lang;
        let units = Unit::ALL.map(|unit| (unit.word().to_owned(), unit_name(unit, lang).to_owned())).to_vec();
        let named = |clock: Clock| (clock.word().to_owned(), clock.name(lang).to_owned());
        let group = |group: ClockGroup| (group.name(lang).to_owned(), group.clocks().map(named).collect());
        let clocks = ClockGroup::ALL.map(group).to_vec();
        let mut values = self.values(&form, fresh);
        let kind = values.entry("pause_kind".to_owned()).or_default();
        if let Some((first, _)) = offers.pauses.first()
            && offers.pauses.iter().all(|(word, _)| word != kind)
        {
            kind.clone_from(first);
        }
        let form = FormState { values, problems, ..FormState::default() };
        CalculatorData { form, units, clocks, offers, answer }
    }

    /// What stands in the fields afterwards.
    fn values(&self, form: &Typed, fresh: bool) -> Typed {
        let mut values: Typed = ASKED.map(|name| (name.to_owned(), typed(form, name))).into();
        let rolls = if typed(form, "rolls") == "no" { "no" } else { "yes" };
        values.insert("rolls".to_owned(), rolls.to_owned());
        if fresh {
            values.insert("from".to_owned(), self.today.to_string());
            values.insert("unit".to_owned(), Unit::Working.word().to_owned());
        }
        values
    }

    /// What the row of the chosen clock gives; the row of today where the day cannot be read.
    fn offers(&self, form: &Typed) -> Offers {
        let Some(clock) = Clock::from_word(&typed(form, "clock")) else {
            return Offers { time: typed(form, "unit") == Unit::Hour.word(), ..Offers::default() };
        };
        let lang = self.lang;
        let court = matches!(clock, Clock::CourtUnused | Clock::CourtUpheld);
        let day = domain::value::parse_day(&typed(form, "from")).unwrap_or(self.today);
        let rule = self.rules.on(clock, None, day).or_else(|| self.rules.on(clock, None, self.today));
        let Some(rule) = rule else { return Offers::default() };
        let event = match clock {
            Clock::CourtUnused => words::event_unused(lang),
            Clock::CourtUpheld => words::event_upheld(lang),
            _ => rule.starts.text(lang),
        };
        Offers {
            event: event.to_owned(),
            time: rule.unit == Unit::Hour,
            extension: rule.full_extension(None).map(|extension| extension.words(rule.unit, lang)),
            pauses: rule
                .pauses
                .iter()
                .map(|kind| (kind.word().to_owned(), kind.name(lang).to_owned()))
                .collect(),
            demand: court,
            unused: clock == Clock::CourtUnused,
        }
    }
}

struct Reading<'a> {
    desk: &'a Desk<'a>,
    form: &'a Typed,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn typed(&self, name: &str) -> String {
        typed(self.form, name)
    }

    fn stands(&self, name: &str) -> bool {
        !self.typed(name).trim().is_empty()
    }

    /// What moves the window of a decision that nobody contested.
    fn unused(&mut self) -> UnusedFacts {
        let mut may = |name: &str| if self.stands(name) { self.day(name) } else { None };
        let (plan_ended, ended_without_merits) = (may("plan_ended"), may("ended_without_merits"));
        UnusedFacts { on_the_spot: self.typed("on_the_spot") == "yes", plan_ended, ended_without_merits }
    }

    fn wrong(&mut self, field: &str, message: impl Into<String>) {
        self.problems.push(Problem::of(field, message));
    }

    fn count(&mut self, offers: &Offers) -> Option<Answer> {
        let from = self.day("from");
        let time = if offers.time { self.time() } else { None };
        let counted = match Clock::from_word(&self.typed("clock")) {
            Some(clock) => self.clock(clock, from, time, offers),
            None => self.length(from, time),
        };
        match counted {
            Ok(answer) => answer,
            Err(error) => {
                let field = match error {
                    TermError::TermLength { .. } => "length",
                    TermError::TimeNeeded => "time",
                    TermError::PauseOrder { .. } => "pause_to",
                    _ => "from",
                };
                self.wrong(field, error.message(self.desk.lang));
                None
            }
        }
    }

    /// A clock by its row. What the row does not give, and another clock's may have given, is left out and said.
    fn clock(
        &mut self,
        clock: Clock,
        from: Option<Day>,
        at: Option<NaiveTime>,
        offers: &Offers,
    ) -> Result<Option<Answer>, TermError> {
        let lang = self.desk.lang;
        let pauses = if offers.pauses.is_empty() { Vec::new() } else { self.pauses(offers) };
        let demand = offers.demand && self.stands("demand_served");
        let demand_served = if demand { self.day("demand_served") } else { None };
        let unused = if offers.unused { self.unused() } else { UnusedFacts::default() };
        let Some(on) = from.filter(|_| self.problems.iter().all(|problem| problem.field == "time")) else {
            return Ok(None);
        };
        let wants_extension = self.typed("extended") == "yes";
        let extended = wants_extension && offers.extension.is_some();
        let asked = Asked { clock, on, at, extended, pauses, demand_served, unused };
        if offers.time && at.is_none() && !self.problems.is_empty() {
            return Ok(None);
        }
        let counted = asked.count(self.desk.rules, self.desk.calendar)?;
        let mut left_out = Vec::new();
        if wants_extension && !extended {
            left_out.push(words::no_extension(lang).to_owned());
        }
        let typed_pause = ["pause_from", "pause_to"].iter().any(|name| self.stands(name));
        if typed_pause && offers.pauses.is_empty() {
            left_out.push(words::no_pause(lang).to_owned());
        }
        if !offers.unused
            && ["on_the_spot", "plan_ended", "ended_without_merits"].iter().any(|name| self.stands(name))
        {
            left_out.push(words::unused_only(lang).to_owned());
        }
        let article = self.desk.article(counted.rule());
        let told = match &counted {
            Counted::Days { deadline, .. } => self.desk.told(on, deadline),
            Counted::Hours { deadline, .. } => self.desk.hours(deadline),
            Counted::Court(window) => self.desk.window(window),
        };
        Ok(Some(Answer { article, left_out, ..told }))
    }

    /// A term by the length and the unit that were typed.
    fn length(&mut self, from: Option<Day>, time: Option<NaiveTime>) -> Result<Option<Answer>, TermError> {
        let lang = self.desk.lang;
        let length = domain::value::fold(&self.typed("length")).parse::<u32>().ok();
        if length.is_none() {
            self.wrong("length", words::length_bad(lang));
        }
        let unit = Unit::from_word(&self.typed("unit"));
        if unit.is_none() {
            self.wrong("unit", words::unit_bad(lang));
        }
        let (Some(from), Some(length), Some(unit)) = (from, length, unit) else { return Ok(None) };
        let length = u16::try_from(length).unwrap_or(u16::MAX);
        let term = Term { length, unit, rolls: self.typed("rolls") != "no" };
        if unit != Unit::Hour {
            return Ok(Some(self.desk.told(from, &self.desk.calendar.deadline(from, None, term)?)));
        }
        if time.is_none() && !self.problems.is_empty() {
            return Ok(None);
        }
        let at = Instant::of_shanghai(from.and_time(time.ok_or(TermError::TimeNeeded)?));
        Ok(Some(self.desk.hours(&term.hours_from(None, at)?)))
    }

    fn day(&mut self, name: &str) -> Option<Day> {
        let day = domain::value::parse_day(&self.typed(name));
        day.map_err(|error| self.wrong(name, error.message(self.desk.lang))).ok()
    }

    /// None where none was typed: the term itself says that it needs it.
    fn time(&mut self) -> Option<NaiveTime> {
        let text = domain::value::fold(&self.typed("time"));
        let time = NaiveTime::parse_from_str(&text, "%H:%M").ok();
        if time.is_none() && !text.is_empty() {
            self.wrong("time", TermError::TimeNeeded.message(self.desk.lang));
        }
        time
    }

    fn pauses(&mut self, offers: &Offers) -> Vec<Pause> {
        if !["pause_from", "pause_to"].iter().any(|name| self.stands(name)) {
            return Vec::new();
        }
        let offered = |word: &str| offers.pauses.iter().any(|(kind, _)| kind == word);
        let chosen = Some(self.typed("pause_kind")).filter(|word| offered(word));
        let kind = chosen.or_else(|| offers.pauses.first().map(|(word, _)| word.clone()));
        let kind = kind.and_then(|word| PauseKind::from_word(&word));
        let (from, to) = (self.day("pause_from"), self.day("pause_to"));
        match (kind, from, to) {
            (Some(kind), Some(from), Some(to)) => vec![Pause { kind, from, to, paper: None }],
            _ => Vec::new(),
        }
    }
}

impl Desk<'_> {
    /// By which article a clock has its length.
    fn article(&self, rule: &ClockRule) -> String {
        let unverified = if rule.verified { "" } else { words::unverified(self.lang) };
        let article = words::by_article(self.lang).replace("{}", rule.article.pick(self.lang));
        format!("{article}{unverified}")
    }

    fn told(&self, from: Day, deadline: &Deadline) -> Answer {
        let lang = self.lang;
        let mut days = vec![(words::last_day(lang).to_owned(), day_long(deadline.last_day, lang))];
        if deadline.acting_day != deadline.last_day {
            days.push((words::acting_day(lang).to_owned(), day_long(deadline.acting_day, lang)));
        }
        Answer {
            days,
            provisional: self.provisional(deadline),
            sentences: vec![deadline.sentence(lang)],
            months: Drawn { calendar: self.calendar, deadline, from, lang }.months(),
            steps: deadline.trace.told(lang),
            ..Answer::default()
        }
    }

    fn hours(&self, deadline: &HourDeadline) -> Answer {
        let lang = self.lang;
        Answer {
            days: vec![(words::last_day(lang).to_owned(), deadline.end_long(lang))],
            sentences: vec![deadline.sentence(lang)],
            steps: deadline.steps(lang),
            ..Answer::default()
        }
    }

    fn window(&self, window: &CourtWindow) -> Answer {
        let lang = self.lang;
        let closes = &window.closes;
        let mut days = vec![
            (words::earliest(lang).to_owned(), day_long(window.earliest, lang)),
            (words::acting_day(lang).to_owned(), day_long(closes.acting_day, lang)),
            (words::last_day(lang).to_owned(), day_long(closes.last_day, lang)),
        ];
        let demand_latest = window.demand_latest.map(|day| day_long(day, lang));
        days.extend(demand_latest.map(|day| (words::demand_latest(lang).to_owned(), day)));
        let counted: Vec<&Deadline> =
            [Some(&window.opens), window.demand.as_ref(), Some(closes)].into_iter().flatten().collect();
        let from = closes.trace.start().unwrap_or(closes.last_day);
        Answer {
            days,
            provisional: counted.iter().find_map(|deadline| self.provisional(deadline)),
            sentences: counted.iter().map(|deadline| deadline.sentence(lang)).collect(),
            months: Drawn { calendar: self.calendar, deadline: closes, from, lang }.months(),
            steps: counted.iter().flat_map(|deadline| deadline.trace.told(lang)).collect(),
            ..Answer::default()
        }
    }

    fn provisional(&self, deadline: &Deadline) -> Option<String> {
        let steps = &deadline.trace.steps;
        let provisional = steps.iter().find(|step| matches!(step, Step::Provisional { .. }));
        provisional.map(|step| step.line(self.lang))
    }
}

fn unit_name(unit: Unit, lang: Lang) -> &'static str {
    match unit {
        Unit::Working => words::unit_working(lang),
        Unit::WorkingBack => words::unit_working_back(lang),
        Unit::WorkingClearBack => words::unit_working_clear_back(lang),
        Unit::Calendar => words::unit_calendar(lang),
        Unit::CalendarBack => words::unit_calendar_back(lang),
        Unit::Month => words::unit_month(lang),
        Unit::MonthBack => words::unit_month_back(lang),
        Unit::Hour => words::unit_hour(lang),
    }
}

#[cfg(test)]
mod tests;
