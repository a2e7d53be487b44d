//! What a form asks for about penalties: rows, articles, ranges, and whose acts they are.

use super::Scene;
use crate::case::act::fields::PenaltyAsked;
use crate::case::page::Choices;
use domain::calendar::day_short;
use domain::case::{Case, UnlawfulAct};
use domain::catalogue::{PenaltyKind, RoleRule, ViolationRow};
use domain::id::PartyId;

impl Scene<'_> {
    /// What is asked for each unlawful act of a party: its row, article and range.
    pub fn penalties(&self, case: &Case, party: PartyId) -> Vec<PenaltyAsked> {
        let Some(track) = case.track(party) else { return Vec::new() };
        track.party.acts.iter().filter_map(|act| self.penalty_asked(act)).collect()
    }

    /// What is asked for one unlawful act.
    pub fn penalty_asked(&self, act: &UnlawfulAct) -> Option<PenaltyAsked> {
        let (context, lang) = (&self.context, self.lang);
        let (_, row) = context.catalogue.violation(&act.violation)?;
        let newer = context.catalogue.successor(row, context.today);
        let rows: Vec<&ViolationRow> = std::iter::once(row).chain(newer).collect();
        let rules: Vec<&RoleRule> = rows.iter().filter_map(|row| row.role(act.role)).collect();
        let base = rows.iter().find_map(|row| row.fine_base(act.role));
        let side_by_side = rows.iter().map(|row| (row.id.clone(), self.version(row, act))).collect();
        Some(PenaltyAsked {
            title: row.title.pick(lang).to_owned(),
            range: self.allowed(row, act)?,
            base: base.map(|base| base.name(lang).to_owned()),
            rules: if newer.is_some() { side_by_side } else { Choices::new() },
            kinds: besides_money(rules.iter().flat_map(|rule| rule.penalties.iter().map(|one| one.kind))),
            serious: rules.iter().any(|rule| rule.knows_serious()),
        })
    }

    /// The article of a row and what it gives the role of the act.
    fn allowed(&self, row: &ViolationRow, act: &UnlawfulAct) -> Option<String> {
        let lang = self.lang;
        let article =
            row.penalty.as_ref().map(|one| self.context.catalogue.cite(one, lang)).unwrap_or_default();
        let rule = row.role(act.role)?;
        let sentences: Vec<String> = rule.penalties.iter().map(|one| one.sentence(lang)).collect();
        Some(format!("{article}：{}", sentences.join(lang.pick("；", "; "))))
    }

    /// One of two versions of a rule, with the days of its force.
    fn version(&self, row: &ViolationRow, act: &UnlawfulAct) -> String {
        let allowed = self.allowed(row, act).unwrap_or_default();
        match row.in_force_on(act.on) {
            true => {
                self.lang.pick(format!("行为时的规定｜{allowed}"), format!("of the act's day: {allowed}"))
            }
            false => {
                let from = row.from;
                self.lang
                    .pick(format!("现行规定（{from} 起）｜{allowed}"), format!("since {from}: {allowed}"))
            }
        }
    }

    /// The parties of a case.
    pub fn parties(&self, case: Option<&Case>) -> Choices {
        let parties = case.map(Case::parties).unwrap_or_default();
        parties.into_iter().map(|party| (party.id.to_string(), party.name.to_string())).collect()
    }

    /// The acts with which another of the same party can be one conduct.
    pub fn acts(&self, case: Option<&Case>) -> Choices {
        let parties = case.map(Case::parties).unwrap_or_default();
        let own = parties.iter().flat_map(|party| party.acts.iter().map(move |act| (party, act)));
        own.filter(|(_, act)| act.coincides.is_none())
            .map(|(party, act)| {
                let (day, title) = (day_short(act.on, self.lang), self.violation(&act.violation));
                (act.id.to_string(), format!("{} · {day} {title}", party.name))
            })
            .collect()
    }
}

/// Each kind once, without fine and gains, which have fields of their own.
fn besides_money(kinds: impl Iterator<Item = PenaltyKind>) -> Vec<PenaltyKind> {
    let mut kinds: Vec<PenaltyKind> =
        kinds.filter(|kind| !matches!(kind, PenaltyKind::Fine | PenaltyKind::ConfiscationOfGains)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
