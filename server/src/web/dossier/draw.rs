//! The page of a case's dossier as HTML.

use super::script;
use crate::web::answer::escape;
use app::dossier::{Progress, Ready, Section, Shown, Volumes, words};
use domain::Lang;
use domain::dossier::Bound;

pub fn drawn(volumes: &Volumes, problem: &str, lang: Lang) -> String {
    let problem = match problem {
        "" => String::new(),
        problem => format!("<p class=\"notice danger\" role=\"alert\">{}</p>", escape(problem)),
    };
    let reported = match volumes.is_reported {
        true => format!("<p class=\"notice warn\" role=\"status\">{}</p>", words::reported(lang)),
        false => String::new(),
    };
    let sections: String = volumes.sections.iter().map(|one| section(volumes, one, lang)).collect();
    // Without a script the page comes anew by itself while something is made.
    let (again, script) = match volumes.is_under_way {
        true => (
            "<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>",
            format!("<script src=\"{}\" defer></script>", script::address()),
        ),
        false => ("", String::new()),
    };
    format!(
        "{again}<nav class=\"crumb\" aria-label=\"{back}\"><a href=\"{}\">{back}</a> <a href=\"{}\">{}</a> \
         <a href=\"{}\">{}</a></nav><h1>{} <small>{} {}</small></h1>{problem}{reported}<p>{}</p>{}<p class=\"note\">{}</p>\
         {sections}{}<p class=\"note\">{}</p>{script}",
        escape(&volumes.back),
        escape(&volumes.papers),
        words::papers(lang),
        escape(&volumes.evidence),
        words::evidence(lang),
        words::title(lang),
        escape(&volumes.number),
        escape(&volumes.title),
        words::note(lang),
        lacks(volumes, lang),
        words::not_made_here(lang),
        lists(volumes, lang),
        words::kept(lang),
        back = words::back(lang),
    )
}

/// What is missing, and how long the dossier is kept.
fn lacks(volumes: &Volumes, lang: Lang) -> String {
    let items: String = volumes.lacks.iter().map(|lack| format!("<li>{}</li>", escape(lack))).collect();
    let found = match items.as_str() {
        "" => format!("<p>{}</p>", words::nothing_missing(lang)),
        items => format!("<ul>{items}</ul>"),
    };
    format!(
        "<section class=\"card\"><h2>{}</h2>{found}<p class=\"note\">{} {}</p></section>",
        words::missing(lang),
        words::keeping(lang),
        volumes.keeping,
    )
}

/// The lists of evidence.
fn lists(volumes: &Volumes, lang: Lang) -> String {
    let link = |(name, to): &(&str, String)| format!("<a class=\"btn\" href=\"{}\">{name}</a> ", escape(to));
    let links: String = volumes.lists.iter().map(link).collect();
    let links = if links.is_empty() { words::main_first(lang).to_owned() } else { links };
    format!(
        "<section class=\"card\"><h2>{}</h2><p class=\"note\">{}</p><p data-volume=\"lists\">{links}</p></section>",
        words::lists(lang),
        words::lists_note(lang),
    )
}

fn section(volumes: &Volumes, section: &Section, lang: Lang) -> String {
    let entries = match &section.entries {
        None => String::new(),
        Some(entries) if entries.is_empty() => format!("<p class=\"notice\">{}</p>", words::empty(lang)),
        Some(entries) => table(section.name, entries, lang),
    };
    let word = section.bound.word();
    let under_way: String = section.progress.iter().map(progress).collect();
    let under_way = match under_way.as_str() {
        "" => String::new(),
        lines => format!(
            "<div data-under-way role=\"status\">{lines}<p><a href=\"{}\">{}</a></p></div>",
            escape(&volumes.here),
            words::refresh(lang),
        ),
    };
    let made: String = section.ready.iter().map(|one| ready(section.name, one, lang)).collect();
    format!(
        "<section class=\"card\" aria-labelledby=\"volume-{word}\"><h2 id=\"volume-{word}\">{}</h2><p class=\"note\">{}</p>\
         <div data-volume=\"{word}\">{under_way}{made}{entries}</div>{}</section>",
        section.name,
        section.note,
        form(volumes, section, lang),
    )
}

fn progress(one: &Progress) -> String {
    let bar = match one.all {
        0 => String::new(),
        all => format!(
            "<progress value=\"{}\" max=\"{all}\" aria-label=\"{}\"></progress> ",
            one.done,
            escape(&one.words)
        ),
    };
    format!("<p>{bar}{}</p>", escape(&one.words))
}

fn ready(name: &str, one: &Ready, lang: Lang) -> String {
    let color = if one.is_fault { "danger" } else { "neutral" };
    let link = match one.to.as_str() {
        "" => String::new(),
        to => format!(
            " <a class=\"btn\" href=\"{}\">{}<span class=\"vh\"> {name}</span></a>",
            escape(to),
            words::download(lang)
        ),
    };
    format!("<p class=\"notice {color}\">{}{link}</p>", escape(&one.words))
}

fn table(caption: &str, entries: &[Shown], lang: Lang) -> String {
    let head = [
        words::nth(lang),
        words::name(lang),
        words::number(lang),
        words::day(lang),
        words::pages(lang),
        words::remark(lang),
    ];
    let head: String = head.iter().map(|name| format!("<th scope=\"col\">{name}</th>")).collect();
    let row = |(at, entry): (usize, &Shown)| {
        let name = match entry.to.as_str() {
            "" => escape(&entry.name),
            to => format!(
                "<a href=\"{}\" target=\"_blank\" rel=\"noopener\">{}</a>",
                escape(to),
                escape(&entry.name)
            ),
        };
        format!(
            "<tr><td>{}</td><th scope=\"row\">{name}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            at + 1,
            escape(&entry.number),
            escape(&entry.on),
            escape(&entry.pages),
            escape(&entry.remark),
        )
    };
    let rows: String = entries.iter().enumerate().map(row).collect();
    format!(
        "<div class=\"scroll\"><table class=\"cards\"><caption class=\"vh\">{caption}</caption><thead><tr>{head}</tr></thead>\
         <tbody>{rows}</tbody></table></div>"
    )
}

/// The form that asks for a volume; whose copy it is to be is chosen where the case has several parties.
fn form(volumes: &Volumes, section: &Section, lang: Lang) -> String {
    let party = match section.bound {
        Bound::Reading if !volumes.parties.is_empty() => {
            let option = |(id, name): &(String, String)| {
                format!("<option value=\"{}\">{}</option>", escape(id), escape(name))
            };
            let options: String = volumes.parties.iter().map(option).collect();
            format!(
                "<label>{} <select name=\"form[party]\"><option value=\"\">{}</option>{options}</select></label> ",
                words::party(lang),
                words::choose(lang),
            )
        }
        _ => String::new(),
    };
    format!(
        "<form class=\"at-row\" method=\"post\" action=\"{}\">\
         <input type=\"hidden\" name=\"form[bound]\" value=\"{}\"><input type=\"hidden\" name=\"form[token]\" value=\"{}\">\
         {party}<button class=\"btn\">{}</button></form>",
        escape(&volumes.here),
        section.bound.word(),
        store::token::fresh(),
        words::make(section.bound, lang),
    )
}
