//! One issued paper in the list: its copies, where it stands, and what can be marked on it.

use super::list::Again;
use crate::web::answer::escape;
use app::paper::{Issued, Papers, scan, words};
use domain::paper::{PaperCopy, PaperState, REASON_MAX};
use domain::{Day, Lang};

/// What every form of the list sends: the act, the paper, and a token of its own.
pub fn hidden(act: &str, paper: &str) -> String {
    format!(
        "<input type=\"hidden\" name=\"form[act]\" value=\"{act}\"><input type=\"hidden\" name=\"form[paper]\" value=\"{}\">\
         <input type=\"hidden\" name=\"form[token]\" value=\"{}\">",
        escape(paper),
        store::token::fresh(),
    )
}

/// An issued paper.
pub fn one(papers: &Papers, one: &Issued, (again, today): (&Again, Day), lang: Lang) -> String {
    let name = escape(&format!("{} {}", one.name, one.number));
    let link = |(copy, to): &(PaperCopy, String)| {
        format!(
            "<a href=\"{}\" target=\"_blank\" rel=\"noopener\">{}<span class=\"vh\"> {name}</span></a> ",
            escape(to),
            copy.name(lang),
        )
    };
    let copies: String = one.copies.iter().map(link).collect();
    let color = match one.state {
        PaperState::ToPrint | PaperState::ToSign => "warn",
        PaperState::Back => "ok",
        PaperState::Replaced | PaperState::Void => "neutral",
    };
    // A number that is not the line's own: that of a paper that was replaced or is void.
    let number = if one.state.is_valid() { String::new() } else { escape(&one.number) };
    format!(
        "<div><div><span class=\"tag {color}\">{}</span> {number} <span class=\"note\">{} {} {}</span></div>\
         <div>{copies}</div>{}{}</div>",
        one.state.name(lang),
        words::made(lang),
        escape(&one.made),
        escape(&one.became),
        scans(one, &name, lang),
        marks(papers, one, (again, today), lang),
    )
}

/// The scans of the signed and sealed sheet, the newest first: beside the paper as it was made, never in its place.
fn scans(one: &Issued, name: &str, lang: Lang) -> String {
    let line = |(said, to): &(String, String)| {
        format!(
            "<li><a href=\"{}\" target=\"_blank\" rel=\"noopener\">{}<span class=\"vh\"> {name}</span></a> \
             <span class=\"note\">{}</span></li>",
            escape(to),
            scan::words::scanned(lang),
            escape(said),
        )
    };
    let lines: String = one.scans.iter().map(line).collect();
    if lines.is_empty() { lines } else { format!("<ul>{lines}</ul>") }
}

fn marks(papers: &Papers, one: &Issued, (again, today): (&Again, Day), lang: Lang) -> String {
    let here = escape(&papers.here);
    let name = escape(&one.name);
    let is_again = |act: &str| again.paper == one.id && again.act == act;
    let mut forms = String::new();
    if one.may_mark && one.state == PaperState::ToPrint {
        forms += &format!(
            "<form class=\"at-row\" method=\"post\" action=\"{here}\">{}<button class=\"btn\">{}\
             <span class=\"vh\"> {name}</span></button></form> ",
            hidden("printed", &one.id),
            words::printed(lang),
        );
    }
    if one.may_mark && one.state.is_out() {
        let on = if is_again("back") { again.on.clone() } else { today.to_string() };
        forms += &format!(
            "<form class=\"at-row\" method=\"post\" action=\"{here}\">{}<label>{} <input type=\"date\" name=\"form[on]\" \
             value=\"{}\" min=\"{}\" max=\"{today}\" required></label> <button class=\"btn\">{}\
             <span class=\"vh\"> {name}</span></button></form> ",
            hidden("back", &one.id),
            words::back_label(lang),
            escape(&on),
            one.made_on,
            words::back_button(lang),
        );
    }
    let words = |act: &str| match act {
        "void" => [words::void_summary(lang), words::void_reason(lang), words::void_button(lang)],
        _ => [words::unscan_summary(lang), words::unscan_reason(lang), words::unscan_button(lang)],
    };
    for (act, may) in [("unscan", one.may_unscan), ("void", one.may_void)] {
        if may {
            let typed = is_again(act).then_some(again.reason.as_str());
            forms += &with_reason(&here, act, (&one.id, &name), (words(act), typed));
        }
    }
    forms
}

/// A form that asks for a reason, folded away; open with what was typed where it comes back.
fn with_reason(
    here: &str,
    act: &str,
    (paper, name): (&str, &str),
    ([summary, label, button], typed): ([&str; 3], Option<&str>),
) -> String {
    let open = if typed.is_some() { " open" } else { "" };
    format!(
        "<details{open}><summary>{summary}<span class=\"vh\"> {name}</span></summary><form method=\"post\" action=\"{here}\">{}\
         <label>{label} <input name=\"form[reason]\" value=\"{}\" maxlength=\"{REASON_MAX}\" required></label> \
         <button class=\"btn\">{button}<span class=\"vh\"> {name}</span></button></form></details>",
        hidden(act, paper),
        escape(typed.unwrap_or_default()),
    )
}
