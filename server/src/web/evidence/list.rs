//! The list of a case's evidence as HTML, with the form that adds to it.

use super::field::{Again, line, problems, select};
use super::script;
use crate::web::answer::escape;
use app::evidence::{Evidence, Line, Waiting, words};
use app::path;
use domain::Lang;
use domain::file::{EvidenceKind, REPORTER};

/// First digits of a hash that are shown without asking.
const HASH_SHOWN: usize = 12;

pub fn drawn(evidence: &Evidence, again: &Again, lang: Lang) -> String {
    let rows: String = evidence.lines.iter().map(|line| row(line, lang)).collect();
    let table = match rows.as_str() {
        "" => format!("<p class=\"notice\">{}</p>", words::none(lang)),
        rows => table(rows, lang),
    };
    let done = match again.done {
        "" => String::new(),
        words => format!("<p class=\"notice ok\" role=\"status\">{words}</p>"),
    };
    let form = if evidence.may_keep { form(evidence, again, lang) } else { String::new() };
    format!(
        "<nav class=\"crumb\" aria-label=\"{back}\"><a href=\"{}\">{back}</a></nav>\
         <h1>{} <small>{} {}</small></h1>{done}<p>{}</p>{table}{form}",
        escape(&evidence.back),
        words::title(lang),
        escape(&evidence.number),
        escape(&evidence.title),
        words::note(lang),
        back = words::back(lang),
    )
}

fn table(rows: &str, lang: Lang) -> String {
    let head = [
        words::number(lang),
        words::file(lang),
        words::kind(lang),
        words::collectors(lang),
        words::taken(lang),
        words::size(lang),
        words::hash(lang),
    ];
    let head: String = head.iter().map(|name| format!("<th scope=\"col\">{name}</th>")).collect();
    format!(
        "<div class=\"scroll\"><table class=\"cards evidence\"><caption class=\"vh\">{}</caption><thead><tr>{head}</tr></thead>\
         <tbody>{rows}</tbody></table></div>",
        words::title(lang),
    )
}

fn row(line: &Line, lang: Lang) -> String {
    let name = escape(&line.name);
    let (open, close, gone) = match line.withdrawn.as_str() {
        "" => ("", "", String::new()),
        words => (
            "<s>",
            "</s>",
            format!(
                "<p class=\"note\"><span class=\"tag neutral\">{}</span> {}</p>",
                words::withdrawn(lang),
                escape(words)
            ),
        ),
    };
    let inner = match line.names_reporter {
        true => format!("<p class=\"note\"><span class=\"tag warn\">{}</span></p>", words::inner(lang)),
        false => String::new(),
    };
    let came = match line.came.as_str() {
        "" => String::new(),
        from => format!(
            "<p class=\"note\"><span class=\"tag neutral\">{}</span> {}</p>",
            words::came(lang),
            escape(from)
        ),
    };
    format!(
        "<tr><th scope=\"row\">{}</th><td><div class=\"evidence-file\">{}<div><a href=\"{}\">{open}{name}{close}</a> \
         <p class=\"note\">{}</p>{inner}{came}{gone}</div></div></td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        line.number,
        picture(&line.thumbnail, line.content),
        escape(&line.to),
        line.content,
        line.kind,
        escape(&line.collectors),
        line.taken,
        line.size,
        hash(&line.sha256),
    )
}

/// A small picture, or a sign of what the file is.
pub fn picture(thumbnail: &str, content: &str) -> String {
    match thumbnail {
        "" => {
            let latin: String = content.chars().take_while(char::is_ascii_alphanumeric).take(5).collect();
            let sign = if latin.is_empty() { content.chars().take(2).collect() } else { latin };
            format!("<span class=\"kind-sign\" aria-hidden=\"true\">{sign}</span>")
        }
        to => format!("<img class=\"thumbnail\" src=\"{}\" alt=\"\" loading=\"lazy\">", escape(to)),
    }
}

/// The first digits, the whole on demand.
fn hash(sha256: &str) -> String {
    let first: String = sha256.chars().take(HASH_SHOWN).collect();
    format!(
        "<details class=\"hash\"><summary><code>{first}…</code></summary><code>{}</code></details>",
        escape(sha256)
    )
}

fn form(evidence: &Evidence, again: &Again, lang: Lang) -> String {
    let here = escape(&evidence.here);
    format!(
        "<section class=\"card\"><h2 id=\"add\">{}</h2>{}<form method=\"post\" action=\"{here}\" \
         enctype=\"multipart/form-data\" aria-labelledby=\"add\"{}><div class=\"grid-form\">{}{}{}{}{}{}{}{}{}{}</div>\
         {}{}<p role=\"status\" class=\"notice\" data-told></p>\
         <div class=\"form-acts\"><button class=\"btn go\">{}</button></div></form>{}{}</section>\
         <script src=\"{}\" defer></script>",
        words::add(lang),
        problems(again, lang),
        script::script_words(&evidence.here, words::sent(lang), lang),
        kind(again, lang),
        line(again, ("source", words::source(lang), words::source_hint(lang)), "text", lang),
        line(again, ("place", words::place(lang), ""), "text", lang),
        line(again, ("on", words::on(lang), ""), "date", lang),
        line(again, ("time", words::time(lang), ""), "time", lang),
        collector(evidence, again, ("first", words::first(lang)), lang),
        collector(evidence, again, ("second", words::second(lang)), lang),
        line(again, ("pages", words::pages(lang), words::pages_hint(lang)), "number", lang),
        party(evidence, again, lang),
        reporter(again, lang),
        waiting(evidence, again, lang),
        chooser(lang),
        words::enter(lang),
        cancels(evidence, lang),
        by_phone(evidence, lang),
        script::address(),
    )
}

fn kind(again: &Again, lang: Lang) -> String {
    let kinds = EvidenceKind::ALL.map(|kind| (kind.word().to_owned(), kind.name(lang).to_owned()));
    select(again, ("kind", words::kind(lang), ""), words::choose(lang), &kinds, lang)
}

fn collector(evidence: &Evidence, again: &Again, (name, label): (&str, &str), lang: Lang) -> String {
    let people = evidence.collectors.iter().map(|one| (one.id.clone(), one.name.clone()));
    select(again, (name, label, ""), words::choose(lang), &people.collect::<Vec<_>>(), lang)
}

fn party(evidence: &Evidence, again: &Again, lang: Lang) -> String {
    select(again, ("party", words::party(lang), ""), words::no_party(lang), &evidence.parties, lang)
}

fn reporter(again: &Again, lang: Lang) -> String {
    let named = [("named".to_owned(), words::names_reporter(lang).to_owned())];
    let field = (REPORTER, words::reporter(lang), words::reporter_hint(lang));
    select(again, field, words::no_reporter(lang), &named, lang)
}

fn chooser(lang: Lang) -> String {
    format!(
        "<div class=\"field wide drop\"><label for=\"f-file\">{}</label><span class=\"hint\" id=\"f-file-hint\">{}</span>\
         <input id=\"f-file\" name=\"file\" type=\"file\" multiple aria-describedby=\"f-file-hint\">\
         <p class=\"note\" data-drop hidden>{}</p>\
         <p class=\"line-acts\"><button class=\"btn\" form=\"phone\">{}</button> <span class=\"note\">{}</span></p>\
         <div data-phone-place></div></div>",
        words::files(lang),
        words::files_hint(lang),
        words::drop(lang),
        words::phone(lang),
        words::phone_hint(lang),
    )
}

/// The files that wait, to be ticked. Without any the list is there all the same, for the script.
fn waiting(evidence: &Evidence, again: &Again, lang: Lang) -> String {
    let item = |one: &Waiting| {
        let name = escape(&one.name);
        let is_whole = one.received == one.size;
        let control = if is_whole {
            let mark = if again.ticked.contains(&one.id) { " checked" } else { "" };
            format!(
                "<label><input type=\"checkbox\" name=\"form[upload]\" value=\"{}\"{mark}> {name}</label>",
                escape(&one.id)
            )
        } else {
            format!("{name} <span class=\"note\">{}</span>", words::unfinished(lang))
        };
        format!(
            "<li class=\"upload\" data-to=\"{}\" data-id=\"{}\" data-name=\"{name}\" data-size=\"{}\" data-whole=\"{}\">{control} \
             <span class=\"note\">{}</span> <button class=\"btn\" form=\"cancel-{id}\">{}<span class=\"vh\"> {name}</span></button></li>",
            escape(&one.to),
            escape(&one.id),
            one.size,
            if is_whole { "yes" } else { "" },
            one.state,
            words::cancel(lang),
            id = escape(&one.id),
        )
    };
    let items: String = evidence.waiting.iter().map(item).collect();
    let hidden = if items.is_empty() { " hidden" } else { "" };
    format!(
        "<div data-waiting-part{hidden}><h3>{}</h3><p class=\"note\">{}</p><ul class=\"uploads\" data-waiting>{items}</ul></div>",
        words::waiting(lang),
        words::waiting_hint(lang),
    )
}

/// The form by which a phone gets its right; its button stands beside the files.
fn by_phone(evidence: &Evidence, lang: Lang) -> String {
    format!(
        "<form id=\"phone\" method=\"post\" action=\"{}\" aria-label=\"{}\" data-arrived=\"{}\"></form>",
        escape(&path::evidence_phone(&evidence.here)),
        words::phone(lang),
        words::phone_arrived(lang),
    )
}

/// A form in a form is none: those that cancel stand behind it.
fn cancels(evidence: &Evidence, lang: Lang) -> String {
    let one = |one: &Waiting| {
        format!(
            "<form id=\"cancel-{}\" method=\"post\" action=\"{}\" aria-label=\"{} {}\"></form>",
            escape(&one.id),
            escape(&one.to),
            words::cancel(lang),
            escape(&one.name),
        )
    };
    evidence.waiting.iter().map(one).collect()
}
