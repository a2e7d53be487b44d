//! The public page of a decision: as it will be, and where it is.

use super::Scene;
use crate::form::{Typed, typed};
use crate::path;
use domain::calendar::day_long;
use domain::case::{Case, Publicity};
use domain::id::PartyId;
use domain::open::{OpenBureau, PublicDecision};
use store::OpenPage;

impl Scene<'_> {
    /// All that the public page would say, line by line, with the text as it is typed; nothing while it is not asked for.
    pub fn public_page(&self, case: &Case, party: PartyId, county: &str, form: &Typed) -> Vec<String> {
        let is_asked =
            typed(form, "open_here") == "yes" && typed(form, "publicity") != Publicity::NotPublic.word();
        let bureau = OpenBureau {
            county,
            area: self.context.area,
            catalogue: self.context.catalogue,
            members: self.context.members,
        };
        let text = typed(form, "open_text");
        let page = PublicDecision::foreseen(case, party, &bureau, self.day_of(form), text.trim());
        page.filter(|_| is_asked).map(|page| self.told_publicly(&page)).unwrap_or_default()
    }

    fn told_publicly(&self, page: &PublicDecision) -> Vec<String> {
        let lang = self.lang;
        let mut lines = vec![
            lang.pick("公开页面将显示以下全部内容：", "The public page will say all of this:").to_owned(),
        ];
        let mut line = |name: &str, value: &str| {
            if !value.is_empty() {
                lines.push(format!("{name}{}{value}", lang.pick("：", ": ")));
            }
        };
        line(lang.pick("决定书文号", "number"), page.number.as_deref().unwrap_or_default());
        line(lang.pick("当事人", "party"), &format!("{} · {}", page.party, page.kind.name(lang)));
        line(lang.pick("统一社会信用代码", "credit code"), page.credit_code.as_deref().unwrap_or_default());
        let in_charge = page.in_charge.as_deref().unwrap_or_default();
        line(lang.pick("法定代表人、负责人或者经营者", "representative"), in_charge);
        for act in &page.acts {
            let parts = [
                act.violation.pick(lang),
                act.violates.pick(lang),
                act.penalised_by.pick(lang),
                &day_long(act.on, lang),
                &act.county,
            ];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            line(lang.pick("违法行为", "violation"), &parts.join(" · "));
        }
        line(lang.pick("处罚种类和内容", "penalty"), page.penalty.pick(lang));
        line(lang.pick("决定日期", "decided on"), &day_long(page.decided_on, lang));
        line(lang.pick("公开日期", "published on"), &day_long(page.published_on, lang));
        line(lang.pick("事实和理由", "facts and reasons"), &page.text);
        lines
    }

    /// The public pages of a case: address, whom each names, since when; or that it was withdrawn.
    pub fn public_pages(&self, slug: &str, pages: &[OpenPage]) -> Vec<(String, String, String)> {
        let lang = self.lang;
        let line = |page: &OpenPage| {
            let day = |on| day_long(on, lang);
            let name = lang.pick("公开页面", "Public page");
            let (words, sub) = match page.withdrawn_on {
                Some(on) => {
                    let gone = lang.pick(format!("{}撤回", day(on)), format!("withdrawn {}", day(on)));
                    (name.to_owned(), gone)
                }
                None => {
                    let since = day(page.published_on);
                    let since = lang.pick(format!("{since}公开"), format!("public since {since}"));
                    (format!("{name} · {}", page.party), since)
                }
            };
            (path::public_decision(slug, &page.id), words, sub)
        };
        pages.iter().map(line).collect()
    }
}
