//! How the fields of the forms are filled in, each with a sample.

use super::field_table::{BY_ACT, BY_NAME, Told};
use super::page::FieldHelp;
use crate::ui::{Field, FieldKind};
use domain::case::ActKind;
use domain::{Day, Lang};

/// More choices than this are not listed.
const CHOICES_MAX: usize = 12;

/// How each field of a form is filled in; headings are left out.
#[must_use]
pub fn told(kind: Option<ActKind>, fields: &[Field], today: Day, lang: Lang) -> Vec<FieldHelp> {
    let asked = fields.iter().filter(|field| field.kind != FieldKind::Note);
    asked.map(|field| of(kind, field, today, lang)).collect()
}

fn of(kind: Option<ActKind>, field: &Field, today: Day, lang: Lang) -> FieldHelp {
    let known = known(kind, &field.name);
    let mut wants: Vec<String> = Vec::new();
    if !field.hint.is_empty() {
        wants.push(sentence(&field.hint, lang));
    }
    wants.extend(
        known.map(|told| lang.pick(told.wants.0, told.wants.1).to_owned()).filter(|told| !told.is_empty()),
    );
    let sample = match (field.kind, known) {
        (FieldKind::Check, _) => {
            if known.is_none() {
                wants.push(lang.pick("确实如此才勾选。", "Tick it only where it is so.").to_owned());
            }
            format!("☑ {}", field.label)
        }
        (_, Some(told)) if !told.sample.0.is_empty() => lang.pick(told.sample.0, told.sample.1).to_owned(),
        (FieldKind::Select | FieldKind::Boxes, _) => {
            field.options.first().map(|(_, words)| words.clone()).unwrap_or_default()
        }
        _ if DAYS.contains(&bare(&field.name)) => day(&field.name, today),
        _ => String::new(),
    };
    if matches!(field.kind, FieldKind::Select | FieldKind::Boxes) {
        wants.push(choices(field, lang));
    } else if wants.is_empty() {
        let is_day = DAYS.contains(&bare(&field.name));
        let plain = lang.pick("照文书或者实际情况填写。", "As on the paper, or as it was.");
        wants.push(if is_day { lang.pick("填一个日期。", "A day.") } else { plain }.to_owned());
    }
    let (label, required) = (field.label.clone(), field.required);
    FieldHelp { label, required, wants: wants.join(lang.pick("", " ")), sample }
}

/// Fields that hold a day.
const DAYS: [&str; 12] = [
    "on",
    "act_on",
    "order_by",
    "put_by",
    "posted_on",
    "consent_on",
    "hearing_day",
    "applied_on",
    "performance_until",
    "warned_on",
    "test_until",
    "new_day",
];

/// A day as one would type it: what lies ahead after today, what is past before it.
fn day(name: &str, today: Day) -> String {
    let ahead =
        ["order_by", "put_by", "hearing_day", "performance_until", "test_until"].contains(&bare(name));
    let days = if ahead { 10 } else { -1 };
    (today + chrono::Duration::days(days)).to_string()
}

/// What is told of a field: of this act's if that differs, else of every field of the name.
fn known(kind: Option<ActKind>, name: &str) -> Option<&'static Told> {
    let name = bare(name);
    let of_act = BY_ACT.iter().find(|told| kind.is_some() && told.kind == kind && told.name == name);
    of_act.or_else(|| BY_NAME.iter().find(|told| told.name == name))
}

/// The name without the number of the unlawful act that it belongs to.
fn bare(name: &str) -> &str {
    name.trim_end_matches(|c: char| c.is_ascii_digit())
}

fn choices(field: &Field, lang: Lang) -> String {
    let list = field.options.iter().map(|(_, words)| words.as_str());
    let several = field.kind == FieldKind::Boxes;
    let from = match several {
        true => lang.pick("可以勾选几项", "Any of"),
        false => lang.pick("选一项", "One of"),
    };
    // A list that differs from case to case.
    if field.options.len() < 2 {
        return lang.pick("从列表中选择。", "From the list.").to_owned();
    }
    if field.options.len() > CHOICES_MAX {
        return format!("{}{}", from, lang.pick("，见表单中的列表。", " the form's list."));
    }
    let list: Vec<&str> = list.collect();
    format!("{from}{}{}{}", lang.pick("：", ": "), list.join(lang.pick("；", "; ")), lang.pick("。", "."))
}

/// With its full stop.
fn sentence(words: &str, lang: Lang) -> String {
    let is_whole = words.ends_with(['。', '.', '！', '？']);
    if is_whole { words.to_owned() } else { format!("{words}{}", lang.pick("。", ".")) }
}
