//! The fields of each act's form.

use super::penalty_fields::{penalties, putting_right};
use crate::case::page::{Choices, FormView};
use crate::case::text as words;
use crate::ui::{CheckField, SelectField, TextArea, TextField, lang};
use domain::Lang;
use domain::case::{
    ActKind, ClueSource, NoPenaltyGround, NonFilingGround, Opinion, Receiver, WithdrawalGround,
};
use domain::catalogue::{PartyKind, PartyRole};
use leptos::prelude::*;

pub(super) fn choices<T: Copy>(
    all: &[T],
    word: impl Fn(T) -> &'static str,
    name: impl Fn(T) -> &'static str,
) -> Choices {
    all.iter().map(|one| (word(*one).to_owned(), name(*one).to_owned())).collect()
}

pub(super) fn pairs(pairs: &[(&str, &str)]) -> Choices {
    pairs.iter().map(|(word, name)| ((*word).to_owned(), (*name).to_owned())).collect()
}

/// The fields of the act, its day first unless another approves it.
pub fn fields(data: &FormView) -> AnyView {
    let Some(kind) = ActKind::from_word(&data.act) else { return ().into_any() };
    let day =
        (!data.proposes && kind != ActKind::Correct).then(|| view! { <DayField days=data.days.clone() /> });
    view! { {day}{of_kind(kind, data, lang())} }.into_any()
}

/// The legal day: empty, with today and yesterday offered.
#[component]
fn DayField(days: Choices) -> impl IntoView {
    let lang = lang();
    let offered: Vec<String> = days.iter().map(|(day, name)| format!("{name} {day}")).collect();
    let hint = format!("{}。{}", words::legal_day_hint(lang), offered.join(lang.pick("，", ", ")));
    view! { <TextField name="on" label=words::legal_day(lang) hint=hint required=true /> }
}

fn of_kind(kind: ActKind, data: &FormView, lang: Lang) -> AnyView {
    let reasons = move || view! { <TextArea name="reasons" label=words::reasons(lang) required=true /> };
    let ground = move |options: Choices| {
        view! { <SelectField name="ground" label=words::ground(lang) required=true options /> }
    };
    match kind {
        ActKind::RegisterClue => clue(lang).into_any(),
        ActKind::File => {
            view! { {party(data, lang)}{unlawful_act(data, lang)}{officers(data, lang)} }.into_any()
        }
        ActKind::AddParty => view! { {party(data, lang)}{unlawful_act(data, lang)} }.into_any(),
        ActKind::AddUnlawfulAct => unlawful_act(data, lang).into_any(),
        ActKind::RefuseFiling => {
            let options = choices(&NonFilingGround::ALL, NonFilingGround::word, |one| one.name(lang));
            view! { {ground(options)}{reasons()} }.into_any()
        }
        ActKind::ChangeOfficers => view! { {officers(data, lang)}{reasons()} }.into_any(),
        ActKind::Record => record(data, lang).into_any(),
        ActKind::AdoptRecords => {
            let lines =
                data.records.iter().map(|(_, words)| view! { <li>{words.clone()}</li> }).collect_view();
            view! { <div class="field wide"><span class="label">{words::adopt(lang)}</span><ul>{lines}</ul></div> }.into_any()
        }
        ActKind::Conclude => conclusion(data, lang).into_any(),
        ActKind::Review => {
            let options = choices(&Opinion::ALL, Opinion::word, |one| one.name(lang));
            view! { <SelectField name="opinion" label=words::opinion(lang) required=true options />{reasons()} }.into_any()
        }
        ActKind::Supplement => {
            view! { <TextArea name="reasons" label=words::reasons(lang) required=true /> }.into_any()
        }
        ActKind::ApproveNotice | ActKind::TakeBackWaiver => ().into_any(),
        ActKind::ServeNotice | ActKind::Serve => service(data, lang).into_any(),
        ActKind::ReceiveDefence => {
            view! { <TextArea name="arguments" label=words::arguments(lang) required=true /> }.into_any()
        }
        ActKind::WaiveDefence => {
            view! { <TextArea name="waiver_paper" label=words::waiver_paper(lang) required=true /> }
                .into_any()
        }
        ActKind::AnswerDefence => {
            view! { <CheckField name="accepted" label=words::accepted(lang) />{reasons()} }.into_any()
        }
        ActKind::Decide => {
            view! { {penalties(&data.penalties, lang)}{putting_right(lang)}{reasons()} }.into_any()
        }
        ActKind::DecideNoPenalty => {
            let options = choices(&NoPenaltyGround::ALL, NoPenaltyGround::word, |one| one.name(lang));
            view! {
                {ground(options)}
                <CheckField name="searched" label=words::searched(lang) />
                <TextField name="order_by" label=words::order_by(lang) />
                {reasons()}
            }
            .into_any()
        }
        ActKind::Pay => view! {
            <TextField name="amount" label=words::amount(lang) inputmode="decimal" required=true />
            <TextField name="voucher" label=words::voucher(lang) required=true />
        }
        .into_any(),
        ActKind::Withdraw => {
            let options = choices(&WithdrawalGround::ALL, WithdrawalGround::word, |one| one.name(lang));
            view! { {ground(options)}{reasons()} }.into_any()
        }
        ActKind::Close => {
            view! { <TextArea name="summary" label=words::summary(lang) required=true /> }.into_any()
        }
        ActKind::Correct => view! {
            <TextField name="new_day" label=words::new_day(lang) required=true />
            <TextArea name="reason" label=words::change_reason(lang) required=true />
        }
        .into_any(),
    }
}

fn kinds_of_party(lang: Lang) -> Choices {
    [
        ("organisation", PartyKind::Organisation),
        ("sole_trader", PartyKind::SoleTrader),
        ("citizen", PartyKind::Citizen),
    ]
    .map(|(word, kind)| (word.to_owned(), kind.name(lang).to_owned()))
    .to_vec()
}

fn clue(lang: Lang) -> impl IntoView {
    let sources = choices(&ClueSource::ALL, ClueSource::word, |one| one.name(lang));
    view! {
        <SelectField name="source" label=words::source(lang) required=true options=sources />
        <TextArea name="suspicion" label=words::suspicion(lang) required=true />
        <TextField name="place" label=words::place(lang) required=true />
        <TextField name="party_name" label=words::suspect(lang) />
        <SelectField name="party_kind" label=words::party_kind(lang) options=kinds_of_party(lang) />
    }
}

fn party(_data: &FormView, lang: Lang) -> impl IntoView + use<> {
    view! {
        <TextField name="party_name" label=words::party_name(lang) required=true />
        <SelectField name="party_kind" label=words::party_kind(lang) required=true options=kinds_of_party(lang) />
        <TextField name="credit_code" label=words::credit_code(lang) />
        <TextField name="representative" label=words::representative(lang) />
        <TextField name="address" label=words::address(lang) />
    }
}

fn unlawful_act(data: &FormView, lang: Lang) -> impl IntoView + use<> {
    let roles = [
        ("offender", PartyRole::Offender),
        ("person_in_charge", PartyRole::PersonInCharge),
        ("other_responsible", PartyRole::OtherResponsible),
    ]
    .map(|(word, role)| (word.to_owned(), role.name(lang).to_owned()))
    .to_vec();
    let area = pairs(&[("yes", lang.pick("是", "yes")), ("no", lang.pick("否", "no"))]);
    view! {
        <SelectField name="violation" label=words::violation(lang) hint=words::violation_hint(lang) required=true options=data.violations.clone() />
        <TextField name="act_on" label=words::act_on(lang) required=true />
        <TextField name="act_place" label=words::act_place(lang) required=true />
        <SelectField name="in_area" label=words::in_area(lang) options=area />
        <SelectField name="role" label=words::role(lang) options=roles />
        <CheckField name="harm" label=words::harm(lang) />
    }
}

fn officers(data: &FormView, lang: Lang) -> impl IntoView + use<> {
    view! {
        <SelectField name="lead" label=words::lead(lang) required=true options=data.people.clone() />
        <SelectField name="second" label=words::second(lang) required=true options=data.people.clone() />
    }
}

fn record(data: &FormView, lang: Lang) -> impl IntoView + use<> {
    let kinds = pairs(&[
        ("inspection", lang.pick("现场检查（勘验）", "site inspection")),
        ("interview", lang.pick("询问", "interview")),
        ("sampling", lang.pick("抽样取证", "sampling")),
        ("documents", lang.pick("提取书证、电子数据", "documents taken")),
        ("rectification_order", lang.pick("责令限期改正", "order to put right")),
        ("re_inspection", lang.pick("复查", "re-inspection")),
    ]);
    let signatures = pairs(&[("signed", words::signed(lang)), ("refused", words::refused(lang))]);
    view! {
        <SelectField name="record_kind" label=words::record_kind(lang) required=true options=kinds />
        {officers(data, lang)}
        <TextField name="place" label=words::place(lang) required=true />
        <TextField name="from" label=words::from_time(lang) hint=words::time_hint(lang) required=true />
        <TextField name="to" label=words::to_time(lang) hint=words::time_hint(lang) required=true />
        <CheckField name="shown" label=words::shown(lang) />
        <CheckField name="told" label=words::told(lang) />
        <SelectField name="signature" label=words::signature(lang) options=signatures />
        <TextField name="witness" label=words::witness(lang) />
        <TextField name="order_by" label=words::order_by(lang) hint=lang.pick("责令改正时填写", "for an order to put right") />
        <CheckField name="put_right" label=words::put_right(lang) />
        <TextArea name="course" label=words::course(lang) required=true />
    }
}

fn conclusion(data: &FormView, lang: Lang) -> impl IntoView + use<> {
    let outcomes = pairs(&[
        ("penalise", words::penalise(lang)),
        ("no_penalty", words::no_penalty(lang)),
        ("withdraw", words::withdraw(lang)),
    ]);
    let grounds = choices(&NoPenaltyGround::ALL, NoPenaltyGround::word, |one| one.name(lang));
    let withdrawals = choices(&WithdrawalGround::ALL, WithdrawalGround::word, |one| one.name(lang));
    view! {
        <TextArea name="facts" label=words::facts(lang) required=true />
        <SelectField name="outcome" label=words::outcome(lang) required=true options=outcomes />
        {penalties(&data.penalties, lang)}
        {putting_right(lang)}
        <SelectField name="no_penalty_ground" label=words::no_penalty_ground(lang) options=grounds />
        <SelectField name="withdrawal_ground" label=words::withdrawal_ground(lang) options=withdrawals />
        <TextArea name="discretion" label=words::discretion(lang) required=true />
    }
}

fn service(data: &FormView, lang: Lang) -> impl IntoView + use<> {
    let methods = pairs(&[
        ("direct", lang.pick("直接送达", "direct service")),
        ("left", lang.pick("留置送达", "left at the place")),
        ("post", lang.pick("邮寄送达", "by post")),
        ("electronic", lang.pick("电子送达", "electronic")),
        ("public_notice", lang.pick("公告送达", "public notice")),
    ]);
    let receivers = choices(&Receiver::ALL, Receiver::word, |one| one.name(lang));
    view! {
        <SelectField name="method" label=words::method(lang) required=true options=methods />
        {officers(data, lang)}
        <SelectField name="receiver" label=words::receiver(lang) options=receivers />
        <TextField name="signed_by" label=words::signed_by(lang) />
        <TextField name="witness" label=words::witness(lang) />
        <TextField name="posted_on" label=words::posted_on(lang) />
        <TextField name="receipt" label=words::receipt(lang) />
        <TextField name="e_address" label=words::e_address(lang) />
        <TextField name="consent_on" label=words::consent_on(lang) />
        <TextArea name="tries" label=words::tries(lang) />
    }
}
