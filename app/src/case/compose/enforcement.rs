//! What is owed, and when the bureau may go to court: lines on the page of a case.

use super::Scene;
use domain::Lang;
use domain::calendar::day_long;
use domain::case::{Case, CourtWay, OrderState, Ordered, Stage, Track};
use domain::id::PartyId;
use domain::value::Money;

impl Scene<'_> {
    /// Lines for every party that owes something, or whose remedy is under way.
    pub fn enforcement(&self, case: &Case) -> Vec<String> {
        let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
        let many = tracks.len() > 1;
        tracks.iter().flat_map(|track| self.enforced(case, track, many)).collect()
    }

    fn enforced(&self, case: &Case, track: &Track, many: bool) -> Vec<String> {
        let lang = self.lang;
        let mut lines = Vec::new();
        let rest = track.progress.rest();
        if rest > Money::ZERO && track.enforcement.ended.is_none() && track.fell().is_none() {
            lines.push(self.owed(track, rest));
            lines.extend(self.window(track));
        }
        lines.extend(self.objection(track));
        lines.extend(self.revocation(track));
        lines.extend(self.ordered(case, track));
        if let Some(remedy) = track.open_remedy() {
            let kind = remedy.kind.name(lang);
            lines.push(lang.pick(format!("{kind}未结。"), format!("A {kind} is under way.")));
        }
        if track.ruling_suit.is_some() {
            let line = lang.pick("对复议决定的行政诉讼未结。", "A suit against the ruling is under way.");
            lines.push(line.to_owned());
        }
        let named = |line: String| if many { format!("{}：{line}", track.party.name) } else { line };
        lines.into_iter().map(named).collect()
    }

    /// What the decision ordered to be put right, and whether anybody looked.
    fn ordered(&self, case: &Case, track: &Track) -> Option<String> {
        let lang = self.lang;
        let Ordered { by, state } = case.ordered(track)?;
        let until = day_long(by, lang);
        Some(match state {
            OrderState::Open if self.context.today <= by => lang.pick(
                format!("责令{until}前（含当日）改正，期满后复查。"),
                format!("To be put right by {until}, then re-inspected."),
            ),
            OrderState::Open => lang.pick(
                format!("责令改正的期限{until}已过，尚未复查：由两名执法人员复查并记录。"),
                format!("The time to put right ended on {until}: two officers re-inspect."),
            ),
            OrderState::Obeyed { on } => {
                let on = day_long(on, lang);
                lang.pick(format!("责令改正的已于{on}改正。"), format!("Put right, as shown on {on}."))
            }
            OrderState::Disobeyed { on } => {
                let on = day_long(on, lang);
                lang.pick(
                    format!("{on}复查未改正：拒不改正是新的违法行为的，另行登记线索。"),
                    format!(
                        "Not put right on {on}: where that is a violation of its own, register a new clue."
                    ),
                )
            }
        })
    }

    fn owed(&self, track: &Track, rest: Money) -> String {
        let surcharge = track.surcharge(self.context.today, &self.context);
        let surcharge = surcharge.map_or(Money::ZERO, |surcharge| surcharge.surcharge_left);
        self.lang.pick(
            format!("尚欠 {rest} 元，截至今日可加处罚款 {surcharge} 元。"),
            format!("¥{rest} is owed; a surcharge of ¥{surcharge} may be added as of today."),
        )
    }

    /// The court refused: until when the court above can be asked, or that it was.
    fn objection(&self, track: &Track) -> Option<String> {
        let lang = self.lang;
        if let Some(open) = track.application()?.open_objection() {
            let (day, court) = (day_long(open.on, lang), &open.court);
            return Some(lang.pick(
                format!("已于{day}向{court}申请复议，尚无结果。"),
                format!("{court} was asked on {day} and has not answered."),
            ));
        }
        let until = day_long(track.objection_until(self.context.today, &self.context)?, lang);
        Some(lang.pick(
            format!("不服法院裁定的，可在{until}前（含当日）向上一级人民法院申请复议。"),
            format!("The court above may be asked against the refusal until {until}."),
        ))
    }

    /// A licence that others may revoke: whom was asked, and the answer.
    fn revocation(&self, track: &Track) -> Option<String> {
        let lang = self.lang;
        let last = track.revocations.last()?;
        let (day, to, licence) = (day_long(last.on, lang), &last.to, &last.licence);
        let answer = match last.answer {
            None => lang.pick("尚未答复", "no answer yet").to_owned(),
            Some((on, answer)) => format!("{} {}", day_long(on, lang), answer.name(lang)),
        };
        Some(lang.pick(
            format!("{day}提请{to}吊销{licence}：{answer}。"),
            format!("{to} was asked on {day} to revoke {licence}: {answer}."),
        ))
    }

    /// Who may revoke the licence by the rows of a party's acts, in words; empty: nobody but this bureau.
    pub fn revokers(&self, case: &Case, party: PartyId) -> String {
        let who = case.track(party).map(|track| track.revokers(self.context.today, &self.context));
        let names: Vec<_> = who.unwrap_or_default().iter().map(|one| one.name(self.lang)).collect();
        names.join(self.lang.pick("、", ", "))
    }

    /// From when to when the court can be asked, and by when the demand is served.
    fn window(&self, track: &Track) -> Option<String> {
        let lang = self.lang;
        let Ok(CourtWay::Window(window)) = track.court_way(&self.context)? else { return None };
        if track.progress.stage() == Stage::AtCourt {
            return None;
        }
        let day = |day| day_long(day, lang);
        let demand = window.demand_latest.filter(|_| window.demand.is_none()).map(|latest| match lang {
            Lang::Zh => format!("，催告书最迟{}送达", day(latest)),
            Lang::En => format!(", the demand served by {}", day(latest)),
        });
        let (earliest, latest) = (day(window.earliest), day(window.closes.acting_day));
        let demand = demand.unwrap_or_default();
        Some(lang.pick(
            format!("可申请法院强制执行：最早{earliest}，最迟{latest}{demand}。"),
            format!("The court may be asked from {earliest} to {latest}{demand}."),
        ))
    }
}
