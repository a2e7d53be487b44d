//! The form that adds evidence: what was filled in, its fields, and what is to be mended.

use crate::web::answer::escape;
use app::evidence::Evidence;
use app::form::Typed;
use app::text;
use domain::file::REPORTER;
use domain::{Day, Lang};
use std::fmt::Write;

/// What the page says beside the list: what was just done, or the form as it was filled in with what is to be mended.
#[derive(Debug, Default)]
pub struct Again {
    pub typed: Typed,
    /// Files that wait and were chosen.
    pub ticked: Vec<String>,
    /// Field and words; an empty field is the whole form.
    pub problems: Vec<(&'static str, String)>,
    pub done: &'static str,
}

impl Again {
    /// The form as it begins: today, the officers of the case, and everything that waits.
    pub fn fresh(evidence: &Evidence, today: Day) -> Self {
        let [first, second] = evidence.officers.clone();
        let typed = [("on", today.to_string()), ("first", first), ("second", second)];
        let whole = evidence.waiting.iter().filter(|one| one.received == one.size);
        Again {
            typed: typed.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            ticked: whole.map(|one| one.id.clone()).collect(),
            ..Again::default()
        }
    }

    fn value(&self, name: &str) -> String {
        escape(self.typed.get(name).map(String::as_str).unwrap_or_default())
    }

    fn problem(&self, name: &str) -> Option<&str> {
        self.problems.iter().find(|(field, _)| *field == name).map(|(_, words)| words.as_str())
    }
}

pub fn problems(again: &Again, lang: Lang) -> String {
    if again.problems.is_empty() {
        return String::new();
    }
    let item = |(field, words): &(&str, String)| match *field {
        "" => format!("<li>{}</li>", escape(words)),
        field => format!("<li><a href=\"#f-{field}\">{}</a></li>", escape(words)),
    };
    format!(
        "<div class=\"problems\" role=\"alert\" tabindex=\"-1\" autofocus><h2>{}</h2><ul>{}</ul></div>",
        text::problems_title(lang),
        again.problems.iter().map(item).collect::<String>(),
    )
}

/// The frame of one field: label, hint, control, problem.
fn framed(again: &Again, (name, label, hint): (&str, &str, &str), control: &str, lang: Lang) -> String {
    let need = match name {
        "pages" | "party" | REPORTER => text::optional(lang),
        _ => text::required(lang),
    };
    let hint = match hint {
        "" => String::new(),
        hint => format!("<span class=\"hint\" id=\"f-{name}-hint\">{hint}</span>"),
    };
    let (class, error) = match again.problem(name) {
        Some(words) => {
            ("field bad", format!("<span class=\"error\" id=\"f-{name}-error\">{}</span>", escape(words)))
        }
        None => ("field", String::new()),
    };
    format!(
        "<div class=\"{class}\"><label for=\"f-{name}\">{label} <span class=\"need\">{need}</span></label>{hint}{control}{error}</div>"
    )
}

/// What a control says of itself to whoever does not see the page.
fn described(again: &Again, name: &str, hint: &str) -> String {
    let mut ids = Vec::new();
    if !hint.is_empty() {
        ids.push(format!("f-{name}-hint"));
    }
    if again.problem(name).is_some() {
        ids.push(format!("f-{name}-error"));
    }
    let bad = if again.problem(name).is_some() { " aria-invalid=\"true\"" } else { "" };
    match ids.is_empty() {
        true => String::new(),
        false => format!(" aria-describedby=\"{}\"{bad}", ids.join(" ")),
    }
}

pub fn line(again: &Again, field: (&str, &str, &str), kind: &str, lang: Lang) -> String {
    let (name, _, hint) = field;
    let kind = match kind {
        "number" => "type=\"text\" inputmode=\"numeric\"".to_owned(),
        kind => format!("type=\"{kind}\""),
    };
    let control = format!(
        "<input id=\"f-{name}\" name=\"form[{name}]\" {kind} value=\"{}\" autocomplete=\"off\"{}>",
        again.value(name),
        described(again, name, hint),
    );
    framed(again, field, &control, lang)
}

pub fn select(
    again: &Again,
    field: (&str, &str, &str),
    none: &str,
    choices: &[(String, String)],
    lang: Lang,
) -> String {
    let name = field.0;
    let chosen = again.typed.get(name).map(String::as_str).unwrap_or_default();
    let options =
        choices.iter().fold(format!("<option value=\"\">{none}</option>"), |mut all, (value, label)| {
            let mark = if value == chosen { " selected" } else { "" };
            let _ = write!(all, "<option value=\"{}\"{mark}>{}</option>", escape(value), escape(label));
            all
        });
    let control = format!(
        "<select id=\"f-{name}\" name=\"form[{name}]\"{}>{options}</select>",
        described(again, name, field.2)
    );
    framed(again, field, &control, lang)
}
