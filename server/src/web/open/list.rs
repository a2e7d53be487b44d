//! The bureaus that publish, and the decisions of one of them, newest first.

use super::asked::{Asked, Typed, Understood};
use super::{ROOT, answered, around, here, throttled, unknown, words};
use crate::web::Site;
use crate::web::answer::{escape, page as error_page};
use crate::web::query::Query;
use app::caller::Caller;
use axum::extract::rejection::PathRejection;
use axum::extract::{Extension, OriginalUri, Path, State};
use axum::response::Response;
use domain::Lang;
use domain::calendar::day_long;
use http::StatusCode;
use store::{Error, PublicLine, PublicList};

/// `GET /open`
pub async fn bureaus(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let lang = caller.lang;
    if let Some(wait) = throttled(&site, &caller) {
        return wait;
    }
    let bureaus = match site.store.bureaus().await {
        Ok(bureaus) => bureaus,
        Err(error) => return error_page(lang, &caller.redact(error)),
    };
    let line = |bureau: &store::Bureau| {
        format!("<li><a href=\"{ROOT}/{}\">{}</a></li>", escape(&bureau.slug), escape(&bureau.full_name))
    };
    let lines: String = bureaus.iter().map(line).collect();
    let body = format!(
        "{}<h1>{}</h1><p class=\"note\">{}</p><section class=\"card\"><h2>{}</h2><ul class=\"entries\">{lines}</ul></section>",
        around(lang, &[], &here(&uri)),
        words::title(lang),
        words::basis(lang),
        words::bureaus(lang),
    );
    answered(StatusCode::OK, lang, words::title(lang), &body)
}

/// `GET /open/{bureau}`
pub async fn list(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    address: Result<Path<String>, PathRejection>,
    Query(asked): Query<Asked>,
) -> Response {
    let lang = caller.lang;
    if let Some(wait) = throttled(&site, &caller) {
        return wait;
    }
    let Ok(Path(slug)) = address else { return unknown(lang) };
    let asked = asked.understood(lang);
    // What cannot be understood is told beside the field, and nothing is looked for.
    let search = asked.search();
    let found = match site.store.public_list(&slug, &search.clone().unwrap_or_default()).await {
        Ok(found) => found,
        Err(Error::NotFound) => return unknown(lang),
        Err(error) => return error_page(lang, &caller.redact(error)),
    };
    let (status, shown) = match search {
        Some(_) => (StatusCode::OK, drawn(&slug, &found, &asked, lang)),
        None => (StatusCode::UNPROCESSABLE_ENTITY, String::new()),
    };
    let body = format!(
        "{}<h1>{} <small>{}</small></h1><p class=\"note\">{}</p>{}{shown}",
        around(lang, &[(ROOT.to_owned(), words::all_bureaus(lang))], &here(&uri)),
        words::title(lang),
        escape(&found.bureau),
        words::basis(lang),
        form(&slug, &asked, lang),
    );
    answered(status, lang, &format!("{} · {}", words::title(lang), found.bureau), &body)
}

fn form(slug: &str, asked: &Understood, lang: Lang) -> String {
    let clear = if asked.has_words() {
        format!("<a class=\"btn\" href=\"{ROOT}/{}\">{}</a>", escape(slug), words::clear(lang))
    } else {
        String::new()
    };
    format!(
        "<form class=\"card\" method=\"get\" action=\"{ROOT}/{}\" role=\"search\"><div class=\"grid-form\">{}{}</div>\
         <div class=\"form-acts\"><button class=\"btn go\">{}</button>{clear}</div></form>",
        escape(slug),
        field("unit", words::unit(lang), words::unit_hint(lang), &asked.unit),
        field("violation", words::violation(lang), words::violation_hint(lang), &asked.violation),
        words::search(lang),
    )
}

fn field(name: &str, label: &str, hint: &str, typed: &Typed) -> String {
    let (class, bad, error) = match typed.problem {
        Some(problem) => (
            "field bad",
            " aria-invalid=\"true\"",
            format!("<span class=\"error\" id=\"f-{name}-error\" role=\"alert\">{problem}</span>"),
        ),
        None => ("field", "", String::new()),
    };
    let described = if typed.problem.is_some() { format!(" f-{name}-error") } else { String::new() };
    format!(
        "<div class=\"{class}\"><label for=\"f-{name}\">{label}</label><span class=\"hint\" id=\"f-{name}-hint\">{hint}</span>\
         <input type=\"search\" id=\"f-{name}\" name=\"{name}\" value=\"{}\" autocomplete=\"off\"{bad} \
         aria-describedby=\"f-{name}-hint{described}\">{error}</div>",
        escape(&typed.text),
    )
}

fn drawn(slug: &str, found: &PublicList, asked: &Understood, lang: Lang) -> String {
    let notice = |color: &str, said: &str| format!("<p class=\"notice {color}\" role=\"status\">{said}</p>");
    let cut = if found.is_cut { notice("warn", words::cut(lang)) } else { String::new() };
    if found.lines.is_empty() {
        let said = if asked.has_words() { words::not_found(lang) } else { words::none(lang) };
        return cut + &notice("", said);
    }
    let rows: String = found.lines.iter().map(|line| row(slug, line, lang)).collect();
    let link = |to: String, name: &str| {
        format!("<a class=\"btn\" href=\"{ROOT}/{}{}\">{name}</a> ", escape(slug), escape(&to))
    };
    let first = if asked.is_later() { link(asked.query(None), words::first(lang)) } else { String::new() };
    let next = found.next.map(|key| link(asked.query(Some(key)), words::next(lang))).unwrap_or_default();
    format!(
        "{cut}<table class=\"cards\"><caption class=\"vh\">{}</caption><thead><tr><th scope=\"col\">{}</th>\
         <th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>{rows}</tbody>\
         </table><p class=\"form-acts\">{first}{next}</p>",
        words::title(lang),
        words::party(lang),
        words::acts(lang),
        words::penalty(lang),
        words::published_on(lang),
    )
}

fn row(slug: &str, line: &PublicLine, lang: Lang) -> String {
    let decision = &line.decision;
    let number = decision.number.as_deref().unwrap_or_default();
    format!(
        "<tr><th scope=\"row\"><a href=\"{ROOT}/{}/{}\">{}</a> <div class=\"sub\">{}</div></th><td>{}</td><td>{}</td>\
         <td>{}</td></tr>",
        escape(slug),
        line.id,
        escape(&decision.party),
        escape(number),
        escape(&decision.violations(lang)),
        escape(decision.penalty.pick(lang)),
        day_long(decision.published_on, lang),
    )
}
