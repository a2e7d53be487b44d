//! What a row allows: kinds, steps before money, and the range of the fine (行政处罚法 art. 28, 33).

use super::judge::Judge;
use super::{
    ActPenalty, Case, Contested, Gains, Mitigation, Penalties, RecordEntry, RecordKind, Track, UnlawfulAct,
};
use crate::Day;
use crate::catalogue::{FirstStep, Grade, NoRange, Penalty, PenaltyKind, ViolationRow, range_by_grade};
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};
use crate::value::Money;

impl Judge<'_> {
    /// Every unlawful act of the party has its penalty, each inside its row.
    pub(super) fn penalties(&self, track: &Track, penalties: &Penalties) -> Result<(), RefusalCode> {
        let covered = |act: &UnlawfulAct| penalties.acts.iter().filter(|one| one.act == act.id).count() == 1;
        let known = |one: &ActPenalty| track.party.acts.iter().any(|act| act.id == one.act);
        if !track.party.acts.iter().all(covered) || !penalties.acts.iter().all(known) {
            return Err(RefusalCode::MissingFact { fact: Fact::PenaltyPerAct });
        }
        for act in &track.party.acts {
            let Some(penalty) = penalties.acts.iter().find(|one| one.act == act.id) else { continue };
            self.penalty(track, act, penalty, penalties)?;
        }
        if penalties.acts.iter().all(|act| act.all_kinds().is_empty()) {
            return Err(RefusalCode::MissingFact { fact: Fact::PenaltyProposed });
        }
        self.one_fine_a_conduct(track, penalties)?;
        self.putting_right(track, penalties)
    }

    /// `all`: the party's penalties, this one among them.
    fn penalty(
        &self,
        track: &Track,
        act: &UnlawfulAct,
        penalty: &ActPenalty,
        all: &Penalties,
    ) -> Result<(), RefusalCode> {
        self.of_a_person(track, penalty)?;
        self.milder_applied(track, act, penalty)?;
        let (_, row) = self.applied(act, penalty)?;
        match &penalty.gains {
            Gains::NotStated => return Err(RefusalCode::GainsNotStated),
            Gains::Stated { amount, refunded } if refunded > amount || refunded.0 < 0 => {
                return Err(RefusalCode::OutsideRange { min: Money::ZERO, max: *amount });
            }
            _ => {}
        }
        let rule = row.role(act.role).ok_or(RefusalCode::NotInTheRow { kind: None })?;
        let serious = penalty.serious.is_some();
        // Gains are confiscated whatever the row lists (art. 28(2)).
        for kind in penalty.kinds.iter().filter(|kind| **kind != PenaltyKind::ConfiscationOfGains) {
            match rule.penalty(*kind, serious) {
                Some(one) => self.first_step(one, act, track.party.id)?,
                None if rule.penalty(*kind, true).is_some() => return Err(ground_of_serious()),
                None => return Err(RefusalCode::NotInTheRow { kind: Some(*kind) }),
            }
        }
        let goods = penalty.kinds.contains(&PenaltyKind::ConfiscationOfGoods);
        if goods != penalty.goods.as_ref().is_some_and(|goods| goods.value > Money::ZERO) {
            return Err(RefusalCode::MissingFact { fact: Fact::Goods });
        }
        match penalty.fine {
            Some(_) => self.fine(track, act, row, penalty),
            None if penalty.mitigation.is_some() || track.is_fined_beside(act, all) => Ok(()),
            None => fine_left_out(&rule.penalties),
        }
    }

    fn fine(
        &self,
        track: &Track,
        act: &UnlawfulAct,
        row: &ViolationRow,
        penalty: &ActPenalty,
    ) -> Result<(), RefusalCode> {
        let Some(fine) = penalty.fine else { return Ok(()) };
        let serious = penalty.serious.is_some();
        let of = |serious| range_by_grade(row, act.role, track.party.kind, fine.base, serious);
        let allowed = of(serious).map_err(|none| match none {
            NoRange::NoFine if !serious && of(true) != Err(NoRange::NoFine) => ground_of_serious(),
            NoRange::AmountUnverified => RefusalCode::AmountUnverified { violation: act.violation.clone() },
            NoRange::BaseMissing(base) => RefusalCode::MissingFact { fact: Fact::FineBase { base } },
            NoRange::RoleNotNamed | NoRange::NoFine | NoRange::PartyNotNamed => {
                RefusalCode::NotInTheRow { kind: Some(PenaltyKind::Fine) }
            }
        })?;
        // 减轻: below the range with a ground, never above it.
        let min = if penalty.mitigation.is_some() { Money(1) } else { allowed.min };
        if fine.amount < min || fine.amount > allowed.max || fine.amount <= Money::ZERO {
            return Err(RefusalCode::OutsideRange { min, max: allowed.max });
        }
        match row.role(act.role).and_then(|rule| rule.penalty(PenaltyKind::Fine, serious)) {
            Some(one) => self.first_step(one, act, track.party.id),
            None => Ok(()),
        }
    }

    fn putting_right(&self, track: &Track, penalties: &Penalties) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        match penalties.putting_right {
            super::PuttingRight::Earlier { record } => {
                let ordered = case.orders_to(Some(track.party.id)).any(|entry| entry.seq == record);
                if ordered { Ok(()) } else { missing(Fact::PuttingRight) }
            }
            super::PuttingRight::Done { on } if on > self.on || track.begins_after(on) => {
                missing(Fact::PuttingRight)
            }
            _ => Ok(()),
        }
    }

    /// A term to put right that lies ahead, where one is set.
    pub(super) fn order_ahead(&self, penalties: &Penalties) -> Result<(), RefusalCode> {
        match penalties.putting_right {
            super::PuttingRight::Order { by } if by < self.on => {
                Err(RefusalCode::MissingFact { fact: Fact::RectificationTerm })
            }
            _ => Ok(()),
        }
    }

    /// Grounds that only a human being can have are none of an organisation's (art. 30, 31); a sole trader is one.
    fn of_a_person(&self, track: &Track, penalty: &ActPenalty) -> Result<(), RefusalCode> {
        let minor = penalty.mitigation == Some(Mitigation::Minor);
        if minor && !track.party.kind.counts_as_person() {
            return Err(RefusalCode::MissingFact { fact: Fact::GroundOfPersons });
        }
        Ok(())
    }
}

impl Track {
    /// Whether the first unlawful act of the party is later than a day.
    fn begins_after(&self, day: Day) -> bool {
        self.party.acts.iter().map(|act| act.on).min().is_some_and(|first| first > day)
    }
}

impl Case {
    /// The orders to put right that were served on a party and stand; one that names nobody is its own while the case
    /// has no other. `party`: none for somebody whom the case does not know yet.
    pub fn orders_to(&self, party: Option<PartyId>) -> impl Iterator<Item = &RecordEntry> {
        let alone = self.parties().len() < 2;
        self.records.iter().filter(move |entry| {
            let own = entry.facts.party.map_or(alone, |named| Some(named) == party);
            own && matches!(entry.facts.kind, RecordKind::RectificationOrder { .. })
                && !self.is_lost(Contested::Order { record: entry.seq })
        })
    }
}

/// What a row keeps for serious circumstances asks for a word on why they are (情节严重的).
fn ground_of_serious() -> RefusalCode {
    RefusalCode::MissingFact { fact: Fact::GroundOfSerious }
}

/// A fine that the row makes the rule is left out only by mitigation, which is deliberated (art. 57).
fn fine_left_out(penalties: &[Penalty]) -> Result<(), RefusalCode> {
    let rule = penalties.iter().any(|one| {
        one.kind == PenaltyKind::Fine
            && one.grade == Grade::Always
            && one.first == FirstStep::None
            && !matches!(one.fine, Some(crate::catalogue::FineFormula::Unverified) | None)
    });
    if rule { Err(RefusalCode::MissingFact { fact: Fact::GroundOfMitigation }) } else { Ok(()) }
}
