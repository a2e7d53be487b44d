//! The list of a case's papers as HTML.

use super::made::{self, hidden};
use crate::web::answer::escape;
use app::paper::{Lacking, Listed, Make, Papers, words};
use domain::paper::PaperCopy;
use domain::{Day, Lang};

/// What the list says beside itself: what was just done, or a mark that could not be made, as it was filled in.
#[derive(Debug, Default)]
pub struct Again {
    pub paper: String,
    pub act: String,
    pub on: String,
    pub reason: String,
    pub problem: &'static str,
    pub done: &'static str,
}

pub fn drawn(papers: &Papers, again: &Again, today: Day, lang: Lang) -> String {
    let lines: String = papers.lines.iter().map(|line| row(papers, line, (again, today), lang)).collect();
    let table = if lines.is_empty() {
        format!("<p class=\"notice\" role=\"status\">{}</p>", words::none(lang))
    } else {
        table(words::title(lang), &lines, lang)
    };
    let notice = match (again.problem, again.done) {
        ("", "") => String::new(),
        ("", done) => format!("<p class=\"notice\" role=\"status\">{done}</p>"),
        (problem, _) => format!("<p class=\"notice danger\" role=\"alert\">{problem}</p>"),
    };
    let others: String = papers
        .without_step
        .iter()
        .map(|one| {
            format!(
                "<li><strong>{}</strong> {}<p class=\"note\">{}</p></li>",
                escape(&one.name),
                made::one(papers, one, (again, today), lang),
                if one.state.is_valid() { words::step_gone(lang) } else { "" },
            )
        })
        .collect();
    let others = match others.as_str() {
        "" => String::new(),
        lines => format!("<h2>{}</h2><ul>{lines}</ul>", words::without_step(lang)),
    };
    format!(
        "<nav class=\"crumb\" aria-label=\"{back}\"><a href=\"{}\">{back}</a> <a href=\"{}\">{}</a></nav>\
         <h1>{} <small>{} {}</small></h1>{notice}<p>{}</p>{table}{others}",
        escape(&papers.back),
        escape(&papers.out),
        words::out_title(lang),
        words::title(lang),
        escape(&papers.number),
        escape(&papers.title),
        words::note(lang),
        back = words::back(lang),
    )
}

fn table(caption: &str, lines: &str, lang: Lang) -> String {
    format!(
        "<table class=\"cards\"><caption class=\"vh\">{caption}</caption><thead><tr><th scope=\"col\">{}</th>\
         <th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\
         <tbody>{lines}</tbody></table>",
        words::paper(lang),
        words::number_and_day(lang),
        words::volume(lang),
        words::state(lang),
    )
}

fn row(papers: &Papers, line: &Listed, at: (&Again, Day), lang: Lang) -> String {
    let has_number = !line.kind.row().word.is_empty();
    let number = match (line.number.as_str(), has_number && !line.is_later) {
        ("", true) => words::number_later(lang),
        (number, _) => number,
    };
    let made: String = line.issued.iter().map(|one| made::one(papers, one, at, lang)).collect();
    format!(
        "<tr><th scope=\"row\">{} <span class=\"note\">{}</span></th><td>{} {}</td><td>{}</td><td>{made}{}</td></tr>",
        escape(&line.name),
        escape(&line.party),
        escape(number),
        escape(&line.when),
        line.kind.row().volume.name(lang),
        state(papers, line, lang),
    )
}

fn state(papers: &Papers, line: &Listed, lang: Lang) -> String {
    let name = escape(&line.name);
    if !line.previews.is_empty() {
        let link = |(copy, to): &(PaperCopy, String)| {
            let words = match copy {
                PaperCopy::File => words::preview(lang),
                PaperCopy::Party => words::preview_of_party(lang),
            };
            format!(
                "<a href=\"{}\" target=\"_blank\" rel=\"noopener\">{words}<span class=\"vh\"> {name}</span></a> ",
                escape(to)
            )
        };
        let previews: String = line.previews.iter().map(link).collect();
        let tag = match line.make {
            Make::Anew => format!("<p class=\"note\">{}</p>", words::disagrees(lang)),
            _ if line.issued.iter().any(|one| one.state.is_valid()) => {
                format!("<p class=\"note\">{}</p>", words::disagrees(lang))
            }
            Make::NumberVoid => format!("<p class=\"note\">{}</p>", words::number_void(lang)),
            _ => format!("<span class=\"tag\">{}</span> ", words::ready(lang)),
        };
        return format!("<div>{tag}</div><div>{previews}{}</div>", make(papers, line, lang));
    }
    if line.lacking.is_empty() {
        return String::new();
    }
    let head = if line.is_later { words::later(lang) } else { words::lacking(lang) };
    let item = |one: &Lacking| {
        format!(
            "<li>{} <a class=\"aside\" href=\"{}\">{}<span class=\"vh\"> {name}</span></a></li>",
            escape(&one.sentence),
            escape(&one.to),
            words::enter(lang),
        )
    };
    format!("<span class=\"tag\">{head}</span><ul>{}</ul>", line.lacking.iter().map(item).collect::<String>())
}

/// The choice of a number in hand that the paper bears already.
fn in_hand(line: &Listed, lang: Lang) -> String {
    if line.in_hand.is_empty() {
        return String::new();
    }
    let option = |number: &String| format!("<option>{}</option>", escape(number));
    let options: String = line.in_hand.iter().map(option).collect();
    format!(
        "<label><span class=\"vh\">{}：{} </span><select name=\"form[block]\"><option value=\"\">{}</option>{options}\
         </select></label>",
        escape(&line.name),
        words::block(lang),
        words::counted(lang),
    )
}

/// The button that issues a paper.
fn make(papers: &Papers, line: &Listed, lang: Lang) -> String {
    let button = match line.make {
        Make::First => words::make(lang),
        Make::Anew => words::make_anew(lang),
        Make::Nothing | Make::NumberVoid => return String::new(),
    };
    format!(
        "<form class=\"at-row\" method=\"post\" action=\"{}\">{}{}<button class=\"btn\">{button}\
         <span class=\"vh\"> {}</span></button></form>",
        escape(&papers.here),
        hidden("issue", &line.word),
        in_hand(line, lang),
        escape(&line.name),
    )
}
