//! One decision, or that it was withdrawn and why.

use super::{ROOT, answered, around, here, throttled, unknown, wait, words};
use crate::web::Site;
use crate::web::answer::{escape, page as error_page};
use app::caller::Caller;
use axum::extract::rejection::PathRejection;
use axum::extract::{Extension, OriginalUri, Path, State};
use axum::response::Response;
use domain::Lang;
use domain::calendar::day_long;
use domain::catalogue::PartyRole;
use domain::open::{PublicAct, PublicDecision, Withdrawn};
use http::StatusCode;
use store::{Opened, PublicPage};

/// `GET /open/{bureau}/{id}`
pub async fn page(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    address: Result<Path<(String, String)>, PathRejection>,
) -> Response {
    let lang = caller.lang;
    if let Some(wait) = throttled(&site, &caller) {
        return wait;
    }
    let Ok(Path((slug, id))) = address else { return unknown(lang) };
    let around = around(lang, &[(format!("{ROOT}/{slug}"), words::back(lang))], &here(&uri));
    match site.store.public_page(&slug, &id, &caller.asker.address).await {
        Ok(Opened::Shown(PublicPage::Decision { bureau, decision })) => {
            let title = format!("{} · {}", decision.party, words::title(lang));
            answered(StatusCode::OK, lang, &title, &(around + &shown(&bureau, &decision, lang)))
        }
        Ok(Opened::Shown(PublicPage::Withdrawn { bureau, withdrawn })) => {
            let body = around + &gone(&bureau, &withdrawn, lang);
            answered(StatusCode::GONE, lang, words::withdrawn_title(lang), &body)
        }
        Ok(Opened::Unknown) => unknown(lang),
        Ok(Opened::Wait { seconds }) => wait(seconds, lang),
        Err(error) => error_page(lang, &caller.redact(error)),
    }
}

/// One line of facts; an empty one is not told.
fn fact(name: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("<dt>{name}</dt><dd>{}</dd>", escape(value)) }
}

fn shown(bureau: &str, decision: &PublicDecision, lang: Lang) -> String {
    let may = |value: &Option<String>| value.clone().unwrap_or_default();
    let changed = decision.changed_by.map(|by| by.name(lang)).unwrap_or_default();
    let facts = [
        fact(words::number(lang), &may(&decision.number)),
        fact(words::party(lang), &decision.party),
        fact(words::kind(lang), decision.kind.name(lang)),
        fact(words::credit_code(lang), &may(&decision.credit_code)),
        fact(words::in_charge(lang), &may(&decision.in_charge)),
        fact(words::penalty(lang), decision.penalty.pick(lang)),
        fact(words::changed_by(lang), changed),
        fact(words::decided_on(lang), &day_long(decision.decided_on, lang)),
        fact(words::published_on(lang), &day_long(decision.published_on, lang)),
        fact(words::bureau(lang), bureau),
    ];
    let acts: String = decision.acts.iter().map(|act| done(act, lang)).collect();
    let text: String = decision.text.lines().map(|line| format!("<p>{}</p>", escape(line))).collect();
    format!(
        "<h1>{} <small>{}</small></h1><section class=\"card\"><dl class=\"facts\">{}</dl></section>\
         <section class=\"card\"><h2>{}</h2>{acts}</section><section class=\"card\"><h2>{}</h2>{text}</section>\
         <p class=\"note\">{}</p>",
        escape(&decision.party),
        words::title(lang),
        facts.concat(),
        words::acts(lang),
        words::facts(lang),
        words::basis(lang),
    )
}

fn done(act: &PublicAct, lang: Lang) -> String {
    let role = if act.role == PartyRole::Offender { "" } else { act.role.name(lang) };
    let facts = [
        fact(words::acts(lang), act.violation.pick(lang)),
        fact(words::kind(lang), role),
        fact(words::violates(lang), act.violates.pick(lang)),
        fact(words::penalised_by(lang), act.penalised_by.pick(lang)),
        fact(words::act_on(lang), &day_long(act.on, lang)),
        fact(words::county(lang), &act.county),
    ];
    format!("<dl class=\"facts\">{}</dl>", facts.concat())
}

fn gone(bureau: &str, withdrawn: &Withdrawn, lang: Lang) -> String {
    let facts = [
        fact(words::bureau(lang), bureau),
        fact(words::withdrawn_on(lang), &day_long(withdrawn.on, lang)),
        fact(words::withdrawn_why(lang), &withdrawn.why.sentence(lang)),
    ];
    format!(
        "<h1>{}</h1><section class=\"card\"><p class=\"notice warn\" role=\"status\">{}</p><dl class=\"facts\">{}</dl></section>",
        words::withdrawn_title(lang),
        words::withdrawn(lang),
        facts.concat(),
    )
}
