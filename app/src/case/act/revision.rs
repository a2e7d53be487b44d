//! The forms of a revision: decided anew, changed, revoked, and what was published withdrawn.

use super::fields::{Asked, choices};
use super::read::Form;
use super::{read_penalty, words};
use crate::case::page::Field;
use domain::case::{
    Act, ActKind, Case, ChangeDecision, FallGround, Note, OrderAnew, Reviser, RevokeDecision, Unpublish,
};
use domain::id::PartyId;

/// More days than this no organ sets for deciding anew.
const WITHIN_DAYS_MAX: u16 = 366;

/// The acts whose fields stand in this file.
pub(super) fn of_kind(asked: &Asked, kind: ActKind) -> Option<Vec<Field>> {
    let lang = asked.lang();
    let hinted = |hint: &str, field: Field| Field { hint: hint.to_owned(), ..field };
    let revisers = choices(&Reviser::ALL, Reviser::word, |one| one.name(lang));
    let reviser = asked.select("reviser", words::reviser, true, revisers);
    let grounds = choices(&FallGround::ALL, FallGround::word, |one| one.name(lang));
    let ground = asked.select("ground", words::fall_ground, true, grounds);
    let paper = hinted(words::revision_paper_hint(lang), asked.area("paper", words::revision_paper, true));
    let refund = hinted(words::refund_hint(lang), asked.area("refund", words::refund, false));
    Some(match kind {
        ActKind::OrderAnew => {
            let days = asked.line("within_days", words::within_days, false);
            vec![reviser, ground, hinted(words::within_days_hint(lang), days), paper, refund]
        }
        ActKind::ChangeDecision => {
            let (mut list, tail) = (vec![reviser], vec![paper, refund]);
            list.extend([asked.penalties(), asked.putting_right(), asked.service(), tail].concat());
            list
        }
        ActKind::RevokeDecision => vec![reviser, ground, paper, refund],
        ActKind::Unpublish => {
            vec![hinted(words::unpublish_hint(lang), asked.area("course", words::unpublish_course, true))]
        }
        _ => return None,
    })
}

impl Form<'_> {
    /// A revision, if the act is one.
    pub(super) fn revision_act(&mut self, kind: ActKind, party: PartyId, case: &Case) -> Option<Act> {
        if kind == ActKind::Unpublish {
            return Some(Act::Unpublish(Unpublish { party, course: self.note("course")? }));
        }
        let reviser = self.choice("reviser", &Reviser::ALL, Reviser::word);
        let (paper, refund) = (self.note("paper"), self.may("refund", Note::parse));
        if kind == ActKind::ChangeDecision {
            let (penalties, service) = (read_penalty::penalties(self, case, party), self.service());
            return Some(Act::ChangeDecision(Box::new(ChangeDecision {
                party,
                reviser: reviser?,
                penalties: penalties?,
                service: service?,
                paper: paper?,
                refund,
                number: None,
            })));
        }
        let ground = self.choice("ground", &FallGround::ALL, FallGround::word);
        if kind == ActKind::RevokeDecision {
            let (reviser, ground, paper) = (reviser?, ground?, paper?);
            return Some(Act::RevokeDecision(RevokeDecision { party, reviser, ground, paper, refund }));
        }
        let within_days = self.within_days();
        let (reviser, ground, paper) = (reviser?, ground?, paper?);
        Some(Act::OrderAnew(OrderAnew { party, reviser, ground, within_days: within_days?, paper, refund }))
    }

    /// A whole number of days, or nothing.
    fn within_days(&mut self) -> Option<Option<u16>> {
        let text = self.text("within_days").replace([' ', '日', '天'], "");
        if text.is_empty() {
            return Some(None);
        }
        match text.parse() {
            Ok(days) if (1..=WITHIN_DAYS_MAX).contains(&days) => Some(Some(days)),
            _ => {
                let message = self.lang.pick(
                    format!("请填 1 到 {WITHIN_DAYS_MAX} 之间的整数，没有规定的留空"),
                    format!("A whole number from 1 to {WITHIN_DAYS_MAX}, or nothing"),
                );
                self.problem("within_days", message);
                None
            }
        }
    }
}
