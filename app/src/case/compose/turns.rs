//! Where a case took another turn: to the police, or by a decision that fell.

use super::Scene;
use domain::calendar::day_long;
use domain::case::{Case, CrimeStep, CrimeTransfer, Fallen, Revised, Revival, Track};

impl Scene<'_> {
    /// Lines for every suspected crime, and for every decision that fell.
    pub fn turns(&self, case: &Case) -> Vec<String> {
        let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
        let many = tracks.len() > 1;
        let fallen = tracks.iter().flat_map(|track| self.of_decisions(track, many));
        case.crimes.iter().map(|crime| self.suspected(crime)).chain(fallen).collect()
    }

    fn of_decisions(&self, track: &Track, many: bool) -> Vec<String> {
        let lang = self.lang;
        let ruled = track.fell().map(|(_, outcome)| {
            let outcome = outcome.name(lang);
            lang.pick(
                format!("决定的复议或诉讼结果：{outcome}。等负责人记录撤销、变更或者重新作出。"),
                format!("The ruling on the decision: {outcome}. The head records what follows."),
            )
        });
        let named = |line: String| if many { format!("{}：{line}", track.party.name) } else { line };
        let revived = track.revivals.iter().map(|revival| self.stands_again(revival));
        let fallen = track.fallen.iter().map(|fallen| self.fell(fallen));
        revived.chain(fallen).chain(ruled).map(named).collect()
    }

    /// What became of a suspected crime.
    fn suspected(&self, crime: &CrimeTransfer) -> String {
        let lang = self.lang;
        let day = |day| day_long(day, lang);
        let organ = crime.handed.as_ref().map_or("", |handed| handed.organ.as_str());
        let since = day(crime.handed.as_ref().map_or(crime.reported_on, |handed| handed.on));
        let name = &crime.crime;
        match crime.step() {
            CrimeStep::Reported => lang.pick(
                format!("涉嫌{name}，{since}报告，等主要负责人审批。"),
                format!("{name} suspected, reported {since}; the chief is to decide."),
            ),
            CrimeStep::Approved => lang.pick(
                format!("涉嫌{name}，已批准移送，应当在二十四小时内移交公安机关。"),
                format!("{name} suspected; approved, to be handed to the police within 24 hours."),
            ),
            CrimeStep::WithPolice => lang.pick(
                format!("涉嫌{name}，{since}移交{organ}，等公安机关答复。"),
                format!("{name} suspected, handed to {organ} {since}; the police are to answer."),
            ),
            CrimeStep::Refused => lang.pick(
                format!("涉嫌{name}，{organ}不予立案；可以提请复议、建议检察院监督，或者恢复办理。"),
                format!("{name} suspected; {organ} did not file. Contest it, or take the case up again."),
            ),
            CrimeStep::Filed => lang.pick(
                format!("涉嫌{name}，{since}移交{organ}，公安机关已立案。"),
                format!("{name} suspected, handed to {organ} {since}; the police filed."),
            ),
            CrimeStep::Over => lang.pick(
                format!("涉嫌{name}的移送已结束，本局继续办理。"),
                format!("{name} suspected: it came back, the bureau goes on."),
            ),
        }
    }

    /// What a judgment did for a decision that had fallen.
    fn stands_again(&self, revival: &Revival) -> String {
        let lang = self.lang;
        let (fell, on) = (day_long(revival.fell_on, lang), day_long(revival.on, lang));
        let number = revival.number.as_deref().unwrap_or("");
        lang.pick(
            format!(
                "原决定{number}于{fell}因复议决定失效，{on}收到判决，恢复效力；缴款等期限从这一天起重新计算。"
            ),
            format!(
                "Decision {number} fell {fell} in reconsideration; by the judgment served {on} it stands again, \
                 and its terms run from that day."
            ),
        )
    }

    /// What became of a decision that fell.
    fn fell(&self, fallen: &Fallen) -> String {
        let lang = self.lang;
        let (on, number) = (day_long(fallen.fell_on, lang), fallen.decided.number.as_deref().unwrap_or(""));
        let by = fallen.reviser.name(lang);
        match fallen.how {
            Revised::Anew { .. } => lang.pick(
                format!("原决定{number}于{on}失效（{by}），重新作出决定。"),
                format!("Decision {number} fell {on} ({by}); it is decided anew."),
            ),
            Revised::Changed => lang.pick(
                format!("原决定{number}于{on}变更（{by}）。"),
                format!("Decision {number} was changed {on} ({by})."),
            ),
            Revised::Revoked { .. } => lang.pick(
                format!("原决定{number}于{on}撤销（{by}）。"),
                format!("Decision {number} was revoked {on} ({by})."),
            ),
        }
    }
}
