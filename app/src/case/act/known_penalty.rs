//! Penalties that are known, as they stand in a form.

use crate::form::Typed;
use domain::case::{Gains, Outcome, Penalties, PuttingRight};
use domain::catalogue::BaseAmount;

/// A known outcome as typed: what the next form begins with.
pub fn outcome_typed(outcome: &Outcome) -> Typed {
    let mut typed = Typed::new();
    match outcome {
        Outcome::Penalise(penalties) => {
            typed = penalties_typed(penalties);
            typed.insert("outcome".to_owned(), "penalise".to_owned());
        }
        Outcome::NoPenalty { ground } => {
            typed.insert("outcome".to_owned(), "no_penalty".to_owned());
            typed.insert("no_penalty_ground".to_owned(), ground.word().to_owned());
        }
        Outcome::Transfer { to } => {
            typed.insert("outcome".to_owned(), "transfer".to_owned());
            typed.insert("transfer_to".to_owned(), to.to_string());
        }
        Outcome::Withdraw { ground } => {
            typed.insert("outcome".to_owned(), "withdraw".to_owned());
            typed.insert("withdrawal_ground".to_owned(), ground.word().to_owned());
        }
    }
    typed
}

fn penalties_typed(penalties: &Penalties) -> Typed {
    let mut typed = Typed::new();
    let mut put = |name: String, value: String| typed.insert(name, value);
    for (at, act) in penalties.acts.iter().enumerate() {
        for kind in &act.kinds {
            put(format!("kinds{at}_{}", kind.word()), "yes".to_owned());
        }
        if let Some(fine) = &act.fine {
            put(format!("fine{at}"), fine.amount.to_string());
            match fine.base {
                Some(BaseAmount::Known(amount)) => put(format!("base{at}"), amount.to_string()),
                Some(BaseAmount::Nothing) => put(format!("base{at}"), "0".to_owned()),
                Some(BaseAmount::NotAscertainable) => put(format!("base{at}"), "无法确定".to_owned()),
                None => None,
            };
        }
        put(format!("gains{at}"), act.gains.word().to_owned());
        match &act.gains {
            Gains::Stated { amount, refunded } => {
                put(format!("gains_amount{at}"), amount.to_string());
                put(format!("refunded{at}"), refunded.to_string());
            }
            Gains::NotAscertainable { reason } => {
                put(format!("gains_reason{at}"), reason.to_string());
            }
            Gains::None | Gains::NotStated => {}
        }
        if let Some(goods) = &act.goods {
            put(format!("goods_value{at}"), goods.value.to_string());
            put(format!("goods_list{at}"), goods.list.to_string());
        }
        if let Some(rule) = &act.rule {
            put(format!("rule{at}"), rule.clone());
        }
        if let Some(reason) = &act.serious {
            put(format!("serious{at}"), reason.to_string());
        }
        if let Some(ground) = act.mitigation {
            put(format!("mitigation{at}"), ground.word().to_owned());
        }
    }
    let (word, day) = match penalties.putting_right {
        PuttingRight::Order { by } => ("order", Some(by)),
        PuttingRight::Done { on } => ("done", Some(on)),
        PuttingRight::Earlier { .. } => ("earlier", None),
    };
    put("putting_right".to_owned(), word.to_owned());
    if let PuttingRight::Earlier { record } = penalties.putting_right {
        put("earlier_order".to_owned(), record.to_string());
    }
    if let Some(day) = day {
        put("put_by".to_owned(), day.to_string());
    }
    typed
}
