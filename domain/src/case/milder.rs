//! 从旧兼从轻 (行政处罚法 art. 37): the rule of the act's day, or the one of the decision's day where that is milder.

use std::cmp::Ordering;

use super::judge::Judge;
use super::{ActPenalty, Track, UnlawfulAct};
use crate::catalogue::{
    BaseAmount, Industry, NoRange, PartyKind, PartyRole, PenaltyKind, ViolationRow, range_by_grade,
};
use crate::refusal::{Fact, RefusalCode};
use crate::value::Money;

impl<'a> Judge<'a> {
    /// The row by which an act is penalised: the one chosen, else that of the act's day.
    pub(super) fn applied(
        &self,
        act: &UnlawfulAct,
        penalty: &ActPenalty,
    ) -> Result<(&'a Industry, &'a ViolationRow), RefusalCode> {
        let (industry, of_its_day) = self.row(act)?;
        let newer = self.context.catalogue.successor(of_its_day, self.on);
        match (&penalty.rule, newer) {
            (Some(id), Some(newer)) if *id == newer.id => Ok((industry, newer)),
            _ => Ok((industry, of_its_day)),
        }
    }

    /// Where the law has changed since the act, which rule is applied is said, and it is not the harsher one.
    pub(super) fn milder_applied(
        &self,
        track: &Track,
        act: &UnlawfulAct,
        penalty: &ActPenalty,
    ) -> Result<(), RefusalCode> {
        let missing = Err(RefusalCode::MissingFact { fact: Fact::RuleApplied });
        let (_, older) = self.row(act)?;
        let Some(newer) = self.context.catalogue.successor(older, self.on) else {
            let own = penalty.rule.as_ref().is_none_or(|id| *id == older.id);
            return if own { Ok(()) } else { missing };
        };
        let chosen = match &penalty.rule {
            Some(id) if *id == newer.id => newer,
            Some(id) if *id == older.id => older,
            _ => return missing,
        };
        let (base, serious) = (penalty.fine.and_then(|fine| fine.base), penalty.serious.is_some());
        let milder = match severity(newer, older, act.role, track.party.kind, base, serious) {
            Some(Ordering::Less) => newer,
            Some(Ordering::Greater) => older,
            Some(Ordering::Equal) | None => return Ok(()),
        };
        if milder.id == chosen.id {
            return Ok(());
        }
        Err(RefusalCode::MilderRule { rule: milder.title.clone(), from: milder.from })
    }
}

/// How heavy a row is for a party compared with another: by the fine and by the heaviest kind besides money. None where
/// that cannot be said: an unverified amount, a base not stated, other steps before the fine, or one heavier in this
/// and milder in that. The choice is then the person's.
#[must_use]
pub fn severity(
    one: &ViolationRow,
    other: &ViolationRow,
    role: PartyRole,
    kind: PartyKind,
    base: Option<BaseAmount>,
    serious: bool,
) -> Option<Ordering> {
    let fine = |row: &ViolationRow| match range_by_grade(row, role, kind, base, serious) {
        Ok(range) => Some((range.max, range.min)),
        Err(NoRange::NoFine) => Some((Money::ZERO, Money::ZERO)),
        Err(_) => None,
    };
    let step = |row: &ViolationRow| {
        row.role(role).and_then(|rule| rule.penalty(PenaltyKind::Fine, serious)).map(|fine| fine.first)
    };
    let (bases, steps) = ((one.fine_base(role), other.fine_base(role)), (step(one), step(other)));
    let comparable = |differ: bool, both: bool| !(differ && both);
    if !comparable(bases.0 != bases.1, bases.0.is_some() && bases.1.is_some())
        || !comparable(steps.0 != steps.1, steps.0.is_some() && steps.1.is_some())
    {
        return None;
    }
    let fines = fine(one)?.cmp(&fine(other)?);
    let kinds = heaviest(one, role, serious).cmp(&heaviest(other, role, serious));
    match (fines, kinds) {
        (fines, Ordering::Equal) => Some(fines),
        (Ordering::Equal, kinds) => Some(kinds),
        (fines, kinds) if fines == kinds => Some(fines),
        _ => None,
    }
}

fn heaviest(row: &ViolationRow, role: PartyRole, serious: bool) -> Option<PenaltyKind> {
    use PenaltyKind as K;
    let rule = row.role(role)?;
    let open = |kind: &K| rule.penalty(*kind, serious).is_some();
    K::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, K::Fine | K::ConfiscationOfGains | K::ConfiscationOfGoods))
        .filter(open)
        .max()
}
