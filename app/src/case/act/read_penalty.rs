//! The proposal of a conclusion and the penalties of a decision, as typed.

use super::read::Form;
use crate::case::compose::base_amount;
use domain::Day;
use domain::case::{
    ActPenalty, Case, Conclude, Fine, Gains, Goods, Mitigation, NoPenaltyGround, Note, Outcome,
    PartyProposal, Penalties, Proof, PuttingRight, RecordEntry, UnlawfulAct, WithdrawalGround,
};
use domain::catalogue::PenaltyKind;
use domain::id::{PartyId, UnlawfulActId};
use domain::value::{Money, parse_day};

/// Reads the report on the conclusion for one party; every adopted record is its evidence, and what was found after
/// its defence is ticked by itself.
pub fn conclude(form: &mut Form<'_>, case: &Case, party: PartyId) -> Option<Conclude> {
    let (facts, discretion) = (form.note("facts"), form.note("discretion"));
    let outcome = outcome(form, case, party);
    let evidence: Vec<u32> = case.evidence().map(|one| one.seq).collect();
    let ticked = |seq: &u32| form.is(&format!("newer_{seq}"));
    let new_evidence = case.records_after_defence(party).map(|one| one.seq).filter(ticked).collect();
    let proofs = proofs(form, case, party, &evidence);
    let proposals = vec![PartyProposal { party, outcome: outcome?, discretion: discretion?, proofs }];
    Some(Conclude { facts: facts?, evidence, new_evidence, proposals })
}

/// What proves each of the party's acts: a single one is proved by all that is relied on, of several what is ticked.
fn proofs(form: &Form<'_>, case: &Case, party: PartyId, evidence: &[u32]) -> Vec<Proof> {
    let acts = case.track(party).map(|track| track.party.acts.as_slice()).unwrap_or_default();
    let ticked = |at: usize| evidence.iter().copied().filter(move |seq| form.is(&format!("proof{at}_{seq}")));
    let proof = |(at, act): (usize, &UnlawfulAct)| {
        let records = if acts.len() == 1 { evidence.to_vec() } else { ticked(at).collect() };
        Proof { act: act.id, records }
    };
    acts.iter().enumerate().map(proof).filter(|proof| !proof.records.is_empty()).collect()
}

/// Reads what is proposed or concluded for one party.
pub fn outcome(form: &mut Form<'_>, case: &Case, party: PartyId) -> Option<Outcome> {
    match form.text("outcome").as_str() {
        "penalise" => penalties(form, case, party).map(Outcome::Penalise),
        "no_penalty" => form
            .choice("no_penalty_ground", &NoPenaltyGround::ALL, NoPenaltyGround::word)
            .map(|ground| Outcome::NoPenalty { ground }),
        "withdraw" => form
            .choice("withdrawal_ground", &WithdrawalGround::ALL, WithdrawalGround::word)
            .map(|ground| Outcome::Withdraw { ground }),
        "transfer" => form.name("transfer_to").map(|to| Outcome::Transfer { to }),
        _ => {
            form.problem("outcome", form.lang.pick("请选择处理建议", "Choose the proposal"));
            None
        }
    }
}

/// Reads the penalties of one party, act by act.
pub fn penalties(form: &mut Form<'_>, case: &Case, party: PartyId) -> Option<Penalties> {
    let acts = case.track(party).map(|track| track.party.acts.clone()).unwrap_or_default();
    let read: Vec<Option<ActPenalty>> =
        acts.iter().enumerate().map(|(at, act)| penalty(form, at, act.id)).collect();
    let putting_right = putting_right(form, case.orders_to(Some(party)));
    Some(Penalties { acts: read.into_iter().collect::<Option<_>>()?, putting_right: putting_right? })
}

/// Reads the penalty for one unlawful act, the one at a place of the form.
pub(super) fn penalty(form: &mut Form<'_>, at: usize, act: UnlawfulActId) -> Option<ActPenalty> {
    let field = |name: &str| format!("{name}{at}");
    let ticked = |kind: &PenaltyKind| form.is(&format!("kinds{at}_{}", kind.word()));
    let kinds = PenaltyKind::ALL.into_iter().filter(ticked).collect();
    let amount = form.may(&field("fine"), Money::parse);
    let base = match base_amount(&form.text(&field("base"))) {
        None if !form.text(&field("base")).is_empty() => form.money(&field("base")).map(|_| None),
        base => Some(base),
    };
    let gains = match form.text(&field("gains")).as_str() {
        "none" => Some(Gains::None),
        "stated" => {
            let amount = form.money(&field("gains_amount"));
            let refunded = form.may(&field("refunded"), Money::parse).unwrap_or(Money::ZERO);
            amount.map(|amount| Gains::Stated { amount, refunded })
        }
        "not_ascertainable" => {
            form.need(&field("gains_reason"), Note::parse).map(|reason| Gains::NotAscertainable { reason })
        }
        _ => Some(Gains::NotStated),
    };
    let goods = goods(form, at);
    let mitigation = match form.text(&field("mitigation")).is_empty() {
        true => Some(None),
        false => form.choice(&field("mitigation"), &Mitigation::ALL, Mitigation::word).map(Some),
    };
    let serious = form.may(&field("serious"), Note::parse);
    let rule = Some(form.text(&field("rule"))).filter(|id| !id.is_empty());
    let base = base?;
    Some(ActPenalty {
        act,
        kinds,
        fine: amount.map(|amount| Fine { amount, base }),
        gains: gains?,
        goods: goods?,
        mitigation: mitigation?,
        serious,
        rule,
    })
}

/// Goods with value and list, or neither.
fn goods(form: &mut Form<'_>, at: usize) -> Option<Option<Goods>> {
    let (value, list) = (format!("goods_value{at}"), format!("goods_list{at}"));
    if form.text(&value).is_empty() && form.text(&list).is_empty() {
        return Some(None);
    }
    let (value, list) = (form.money(&value), form.need(&list, Note::parse));
    Some(Some(Goods { value: value?, list: list? }))
}

/// Reads how it is put right; `orders`: those that were served on the party, of which one is chosen.
pub(super) fn putting_right<'a>(
    form: &mut Form<'_>,
    orders: impl Iterator<Item = &'a RecordEntry>,
) -> Option<PuttingRight> {
    let day = |form: &mut Form<'_>| -> Option<Day> { form.need("put_by", parse_day) };
    match form.text("putting_right").as_str() {
        "order" => day(form).map(|by| PuttingRight::Order { by }),
        "done" => day(form).map(|on| PuttingRight::Done { on }),
        "earlier" => {
            let chosen = form.text("earlier_order");
            let orders: Vec<&RecordEntry> = orders.collect();
            let order = orders.iter().find(|one| one.seq.to_string() == chosen);
            if order.is_none() {
                // Without an order there is no field to choose one in.
                let asked = if orders.is_empty() { "putting_right" } else { "earlier_order" };
                let message = form.lang.pick(
                    "请选择此前对该当事人作出的责令改正；没有的，先在调查中作出",
                    "Choose the order that was served on this party; if there is none, order it first",
                );
                form.problem(asked, message);
            }
            order.map(|one| PuttingRight::Earlier { record: one.seq })
        }
        _ => {
            form.problem(
                "putting_right",
                form.lang.pick("请选择责令改正的情况", "Choose how it is put right"),
            );
            None
        }
    }
}
