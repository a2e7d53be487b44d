//! What is owed, and when the bureau may go to court: lines on the page of a case.

use super::Scene;
use domain::Lang;
use domain::calendar::day_long;
use domain::case::{Case, CourtWay, Stage, Track};
use domain::value::Money;

impl Scene<'_> {
    /// Lines for every party that owes something, or whose remedy is under way.
    pub fn enforcement(&self, case: &Case) -> Vec<String> {
        let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
        let many = tracks.len() > 1;
        tracks.iter().flat_map(|track| self.enforced(track, many)).collect()
    }

    fn enforced(&self, track: &Track, many: bool) -> Vec<String> {
        let lang = self.lang;
        let mut lines = Vec::new();
        let rest = track.progress.rest();
        if rest > Money::ZERO && track.enforcement.ended.is_none() && track.fell().is_none() {
            lines.push(self.owed(track, rest));
            lines.extend(self.window(track));
        }
        if let Some(remedy) = track.open_remedy() {
            let kind = remedy.kind.name(lang);
            lines.push(lang.pick(format!("{kind}未结。"), format!("A {kind} is under way.")));
        }
        let named = |line: String| if many { format!("{}：{line}", track.party.name) } else { line };
        lines.into_iter().map(named).collect()
    }

    fn owed(&self, track: &Track, rest: Money) -> String {
        let surcharge = track.surcharge(self.context.today, &self.context);
        let surcharge = surcharge.map_or(Money::ZERO, |surcharge| surcharge.surcharge_left);
        self.lang.pick(
            format!("尚欠 {rest} 元，截至今日可加处罚款 {surcharge} 元。"),
            format!("¥{rest} is owed; a surcharge of ¥{surcharge} may be added as of today."),
        )
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
