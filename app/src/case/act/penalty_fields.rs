//! The fields of penalties, one group for each unlawful act.

use super::fields::pairs;
use crate::case::page::{Choices, PenaltyAsked};
use crate::case::text as words;
use crate::ui::{CheckField, SelectField, TextField};
use domain::Lang;
use domain::catalogue::PenaltyKind;
use leptos::prelude::*;

/// Unlawful acts whose penalties fit on one form.
const PENALTIES_MAX: usize = 4;

/// The names of the fields of one unlawful act's penalty.
struct PenaltyNames {
    warning: &'static str,
    criticism: &'static str,
    kind: &'static str,
    fine: &'static str,
    base: &'static str,
    gains: &'static str,
    gains_amount: &'static str,
    refunded: &'static str,
    gains_reason: &'static str,
}

macro_rules! penalty_names {
    ($at:literal) => {
        PenaltyNames {
            warning: concat!("warning", $at),
            criticism: concat!("criticism", $at),
            kind: concat!("kind", $at),
            fine: concat!("fine", $at),
            base: concat!("base", $at),
            gains: concat!("gains", $at),
            gains_amount: concat!("gains_amount", $at),
            refunded: concat!("refunded", $at),
            gains_reason: concat!("gains_reason", $at),
        }
    };
}

static NAMES: [PenaltyNames; PENALTIES_MAX] =
    [penalty_names!("0"), penalty_names!("1"), penalty_names!("2"), penalty_names!("3")];

pub(super) fn penalties(asked: &[PenaltyAsked], lang: Lang) -> impl IntoView + use<> {
    asked.iter().zip(&NAMES).map(|(asked, names)| penalty(asked, names, lang)).collect_view()
}

fn penalty(asked: &PenaltyAsked, names: &'static PenaltyNames, lang: Lang) -> impl IntoView + use<> {
    let others: Choices = PenaltyKind::ALL
        .into_iter()
        .filter(|kind| {
            !matches!(kind, PenaltyKind::Warning | PenaltyKind::PublicCriticism | PenaltyKind::Fine)
        })
        .map(|kind| (format!("{kind:?}"), kind.name(lang).to_owned()))
        .collect();
    let gains = pairs(&[
        ("none", words::gains_none(lang)),
        ("stated", words::gains_stated(lang)),
        ("not_ascertainable", words::gains_unknown(lang)),
    ]);
    let base = asked.base.clone().map(|base| {
        let hint = format!("{base}。{}", words::base_hint(lang));
        view! { <TextField name=names.base label=words::base_amount(lang) hint=hint inputmode="decimal" /> }
    });
    view! {
        <fieldset class="field wide">
            <legend>{asked.title.clone()}</legend>
            <p class="sub">{asked.range.clone()}</p>
            <div class="grid-form">
                <CheckField name=names.warning label=words::warning(lang) />
                <CheckField name=names.criticism label=words::public_criticism(lang) />
                <TextField name=names.fine label=words::fine(lang) hint=words::fine_hint(lang) inputmode="decimal" />
                {base}
                <SelectField name=names.gains label=words::gains(lang) required=true options=gains />
                <TextField name=names.gains_amount label=words::gains_amount(lang) inputmode="decimal" />
                <TextField name=names.refunded label=words::refunded(lang) inputmode="decimal" />
                <TextField name=names.gains_reason label=words::gains_reason(lang) />
                <SelectField name=names.kind label=words::other_kinds(lang) options=others />
            </div>
        </fieldset>
    }
}

pub(super) fn putting_right(lang: Lang) -> impl IntoView {
    let options = pairs(&[
        ("order", words::put_order(lang)),
        ("earlier", words::put_earlier(lang)),
        ("done", words::put_done(lang)),
    ]);
    view! {
        <SelectField name="putting_right" label=words::putting_right(lang) options />
        <TextField name="put_by" label=words::put_by(lang) />
    }
}
