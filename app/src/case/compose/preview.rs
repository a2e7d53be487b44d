//! The words of what a form would start, meet and cost.

use super::Scene;
use crate::form::{Typed, typed};
use domain::Day;
use domain::calendar::{Clock, day_long};
use domain::case::{ActKind, Case, CaseClock, Foreseen, Track, UnlawfulAct};
use domain::catalogue::{BaseAmount, FineBase, Intended, NoRange, opens_hearing, range_by_grade};
use domain::id::PartyId;
use domain::role::Power;
use domain::value::{Money, parse_day};

impl Scene<'_> {
    /// Whether an act of this kind by the person who asks waits for somebody's approval.
    pub fn proposes(&self, kind: ActKind) -> bool {
        !self.context.may(kind.power()) && matches!(kind.power(), Power::ApproveCases | Power::LeadCases)
    }

    /// The legal day that was typed; today where none can be read.
    pub fn day_of(&self, form: &Typed) -> Day {
        parse_day(&typed(form, "on")).unwrap_or(self.context.today)
    }

    /// The legal day in words, with its distance from today; none where the approval gives the day.
    pub fn day_told(&self, form: &Typed, proposes: bool) -> Option<String> {
        let day = parse_day(&typed(form, "on")).ok().filter(|_| !proposes)?;
        let (lang, days) = (self.lang, self.context.today.signed_duration_since(day).num_days());
        let distance = match days {
            0 => lang.pick("今天", "today").to_owned(),
            1 => lang.pick("昨天", "yesterday").to_owned(),
            days if days > 1 => lang.pick(format!("{days} 天前"), format!("{days} days ago")),
            _ => lang.pick("还没有到的日子", "a day to come").to_owned(),
        };
        Some(format!("{} · {distance}", day_long(day, lang)))
    }

    /// The term that an act of this kind starts when it is done on a day.
    pub fn starts(&self, kind: ActKind, on: Day) -> Vec<String> {
        let clock = match kind {
            ActKind::RegisterClue => Clock::Verify,
            ActKind::File => Clock::Decide,
            ActKind::PenaliseOnTheSpot => Clock::ReportPenalty,
            ActKind::RegisterEvidence => Clock::RegisteredEvidence,
            ActKind::TakeMeasure | ActKind::TakeUrgentMeasure => Clock::Measure,
            ActKind::ServeNotice => Clock::Defence,
            ActKind::RequestHearing | ActKind::GrantHearing => Clock::HearingHold,
            ActKind::Demand => Clock::Demand,
            ActKind::Decide | ActKind::DecideNoPenalty => Clock::Serve,
            ActKind::Serve => Clock::Pay,
            _ => return Vec::new(),
        };
        let rule = self.context.rules.on(clock, None, on);
        let line = rule.and_then(|rule| {
            let term = self.context.calendar.deadline(on, Some(rule.starts), rule.term()).ok()?;
            Some(self.until(clock, term.last_day))
        });
        line.into_iter().collect()
    }

    fn until(&self, clock: Clock, last_day: Day) -> String {
        let (name, day) = (clock.name(self.lang), day_long(last_day, self.lang));
        self.lang.pick(format!("{name}至 {day}"), format!("{name}: until {day}"))
    }

    /// 一事不再理: whom to call before filing what another bureau has filed (art. 25).
    pub fn filed_elsewhere(&self, bureaus: &[store::Bureau]) -> Vec<String> {
        let line = |bureau: &store::Bureau| {
            let phone = Some(&bureau.phone).filter(|phone| !phone.is_empty());
            let phone = phone.map(|phone| format!("（{phone}）")).unwrap_or_default();
            let name = &bureau.full_name;
            self.lang.pick(
                format!("{name}已就该当事人同日的行为立案，请先联系{phone}；管辖有争议的，报市局指定（行政处罚法第二十五条）"),
                format!("{name} has filed against this party for the same day: call first{phone}; in a dispute the city designates (art. 25)"),
            )
        };
        bureaus.iter().map(line).collect()
    }

    /// The clocks that an act would start and meet.
    pub fn foreseen(&self, foreseen: &Foreseen) -> Vec<String> {
        let lang = self.lang;
        let met = |clock: &CaseClock| {
            let (name, day) = (clock.clock.name(lang), day_long(clock.deadline.last_day, lang));
            lang.pick(format!("办结{name}，届满日 {day}"), format!("meets {name}, whose last day is {day}"))
        };
        let started = |clock: &CaseClock| match &clock.hours {
            Some(hours) => {
                let (name, end) = (clock.clock.name(lang), hours.end_long(lang));
                lang.pick(format!("{name}至 {end}"), format!("{name}: until {end}"))
            }
            None => self.until(clock.clock, clock.deadline.last_day),
        };
        let late = |clock: &CaseClock| {
            let (name, day) = (clock.clock.name(lang), day_long(clock.deadline.last_day, lang));
            lang.pick(
                format!("当事人申请时{name}已过（届满日 {day}）：是否受理由复议机关或法院决定，仍应登记"),
                format!("{name} was over when the party applied (last day {day}): the organ says whether it is admitted; record it all the same"),
            )
        };
        let moved = foreseen.meets.iter().map(met).chain(foreseen.starts.iter().map(started));
        let orders = foreseen.late_orders.iter().map(|order| order.sentence(lang));
        orders.chain(foreseen.late.iter().map(late)).chain(moved).collect()
    }

    /// For each unlawful act of a party: the range of the fine by the base that was typed, how the typed amount
    /// stands to it, and whether it opens the right to a hearing.
    pub fn fines(&self, case: &Case, party: PartyId, form: &Typed) -> Vec<String> {
        let Some(track) = case.track(party) else { return Vec::new() };
        let acts = track.party.acts.iter().enumerate();
        acts.filter_map(|(at, act)| self.fine(track, at, act, form)).collect()
    }

    fn fine(&self, track: &Track, at: usize, act: &UnlawfulAct, form: &Typed) -> Option<String> {
        let lang = self.lang;
        let (text, base) =
            (typed(form, &format!("fine{at}")), base_amount(&typed(form, &format!("base{at}"))));
        let serious = !typed(form, &format!("serious{at}")).trim().is_empty();
        if text.trim().is_empty() && base.is_none() && !serious {
            return None;
        }
        let (_, row) = self.context.catalogue.violation(&act.violation)?;
        let newer = self.context.catalogue.successor(row, self.day_of(form));
        let row = newer.filter(|newer| newer.id == typed(form, &format!("rule{at}"))).unwrap_or(row);
        let range = |serious| range_by_grade(row, act.role, track.party.kind, base, serious);
        let allowed = match range(serious) {
            Ok(allowed) => allowed,
            Err(NoRange::NoFine) if range(true).is_ok() => return Some(only_if_serious(lang)),
            Err(none) => return Some(no_range(none, lang)),
        };
        let (min, max) = (allowed.min.to_string(), allowed.max.to_string());
        let of = match base {
            Some(BaseAmount::Known(amount)) => {
                lang.pick(format!("基数 {amount} 元，"), format!("base {amount}, "))
            }
            _ => String::new(),
        };
        let (grave_zh, grave_en) = if serious { ("情节严重的", " when serious") } else { ("", "") };
        let told = lang.pick(
            format!("{of}{grave_zh}罚款幅度 {min}–{max} 元"),
            format!("{of}range of the fine{grave_en} {min}–{max} yuan"),
        );
        let told = match range(true) {
            Ok(grave) if grave != allowed => lang.pick(
                format!("{told}（情节严重的 {}–{} 元）", grave.min, grave.max),
                format!("{told} (when serious {}–{})", grave.min, grave.max),
            ),
            _ => told,
        };
        let Ok(amount) = Money::parse(&text) else { return Some(told) };
        let inside = match allowed.contains(amount) {
            true => lang.pick("在幅度内", "inside"),
            false => lang.pick("不在幅度内", "outside"),
        };
        let intended = Intended { fine: amount, ..Intended::default() };
        let hearing = opens_hearing(&intended, track.party.kind, &self.context.settings.hearing);
        let hearing = match hearing {
            true => lang.pick("，达到听证标准", ", reaches the hearing threshold"),
            false => "",
        };
        Some(lang.pick(
            format!("{told}；{amount} 元{inside}{hearing}"),
            format!("{told}; {amount} yuan is {inside}{hearing}"),
        ))
    }
}

/// The base as typed into the form: 0 for none, words for what cannot be ascertained.
pub fn base_amount(text: &str) -> Option<BaseAmount> {
    match text.trim() {
        "" => None,
        "0" => Some(BaseAmount::Nothing),
        "无法确定" | "unknown" => Some(BaseAmount::NotAscertainable),
        text => Money::parse(text).ok().map(BaseAmount::Known),
    }
}

fn only_if_serious(lang: domain::Lang) -> String {
    let words = lang.pick(
        "该案由只对情节严重的规定了罚款，请先填写情节严重的理由",
        "The row fines only serious circumstances; say first why they are",
    );
    words.to_owned()
}

fn no_range(none: NoRange, lang: domain::Lang) -> String {
    let base = |base: FineBase| base.name(lang);
    match none {
        NoRange::AmountUnverified => lang
            .pick(
                "该案由的罚款数额依据待核，不能拟定罚款",
                "The amount is unverified; no fine can be drafted",
            )
            .to_owned(),
        NoRange::BaseMissing(missing) => lang.pick(
            format!("请先填写{}，才能算出罚款幅度", base(missing)),
            format!("Enter the {} first; the range follows from it", base(missing)),
        ),
        NoRange::RoleNotNamed | NoRange::NoFine | NoRange::PartyNotNamed => {
            lang.pick("该案由对这类当事人没有罚款", "The row has no fine for this kind of party").to_owned()
        }
    }
}
