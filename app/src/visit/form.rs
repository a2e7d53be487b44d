//! The form that begins a visit.

use super::list::home;
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Problem, Typed, typed};
use crate::path;
use crate::ui::{Field, FieldKind};
use crate::worded::{Block, Kept, Reading, Sheet, Worded, line, state};
use domain::Lang;
use domain::role::Power;
use domain::visit::{Purpose, VisitLength, VisitReason, VisitRefusal, first_page};
use store::{Bureau, BureauStore, NewVisit, Sent};

const FORM: &str = "visit";
/// As the store keeps a sent form.
const BEGUN: &str = "visit_begun";
/// Inside the visit, where it begins.
const NEXT: &str = "next";

/// Where the form is kept.
fn kept<'a>(slug: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: "", page, power: Power::Supervise }
}

/// Reads the form; none when something is wrong.
fn read(reading: &mut Reading<'_>) -> Option<NewVisit> {
    let (county, lang) = (reading.value("county"), reading.lang);
    if county.is_empty() {
        let missing = VisitRefusal::CountyMissing.message(lang);
        reading.problems.push(Problem::of("county", missing));
    }
    let reason = VisitReason::from_word(&reading.value("reason"));
    let reason = chosen(reading, "reason", reason);
    let purpose = typed(reading.typed, "purpose");
    let purpose = reading.read("purpose", Purpose::parse(&purpose));
    let length = VisitLength::from_word(&reading.value("length"));
    let length = chosen(reading, "length", length);
    let (reason, purpose, length) = (reason?, purpose?, length?);
    reading.problems.is_empty().then_some(NewVisit { county, reason, purpose, length })
}

fn chosen<T>(reading: &mut Reading<'_>, name: &str, value: Result<T, VisitRefusal>) -> Option<T> {
    let lang = reading.lang;
    value.map_err(|refusal| reading.problems.push(Problem::of(name, refusal.message(lang)))).ok()
}

fn fields(counties: &[Bureau], lang: Lang) -> Vec<Field> {
    let select = |name: &str, label: &str, options| Field {
        kind: FieldKind::Select,
        options,
        ..line(name, label, "", true)
    };
    let counties = counties.iter().map(|one| (one.slug.clone(), one.short_name.clone())).collect();
    let reasons = VisitReason::ALL.map(|one| (one.word().to_owned(), one.title(lang).to_owned()));
    let lengths = VisitLength::ALL.map(|one| (one.word(), one.title(lang)));
    vec![
        select("county", words::county(lang), counties),
        select("reason", words::reason(lang), reasons.into()),
        select("length", words::length(lang), lengths.into()),
        Field {
            kind: FieldKind::Area,
            ..line("purpose", words::purpose(lang), words::purpose_hint(lang), true)
        },
    ]
}

/// The form, fresh or with what was typed.
pub async fn form(caller: &Caller, store: &BureauStore, query: &Typed) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let counties = store.counties_to_visit().await.map_err(|error| caller.redact(error))?;
    let asked = |name: &str| typed(query, name);
    let (values, problems) = match kept(slug, "").before(caller, store, &asked("draft")).await? {
        Some(typed) => {
            let mut reading = Reading::of(&typed, lang);
            read(&mut reading);
            let problems = reading.problems;
            (typed, problems)
        }
        None => {
            let length = VisitLength::default().word();
            let values = [("county", asked("county")), ("length", length), (NEXT, asked(NEXT))];
            (values.map(|(name, value)| (name.to_owned(), value)).into(), Vec::new())
        }
    };
    let next = typed(&values, NEXT);
    let state = state(values, problems, |_, code| {
        let refusal = VisitRefusal::from_code(code).unwrap_or(VisitRefusal::CountyMissing);
        refusal.message(lang).to_owned()
    });
    let sheet = Sheet {
        action: "/_/api/begin-visit".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned()), (format!("form[{NEXT}]"), next)],
        state,
        fields: fields(&counties, lang),
        consequence: words::consequence(lang).to_owned(),
        button: words::begin(lang).to_owned(),
        back: path::visits(slug),
    };
    let title = words::begin(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: store.bureau().short_name.clone(),
        crumbs: vec![
            home(slug, lang),
            (words::visits(lang).to_owned(), path::visits(slug)),
            (title, String::new()),
        ],
        blocks: vec![Block { form: Some(sheet), ..Block::default() }],
        ..Worded::default()
    })
}

/// Begins the visit; the address to go to, which is the form again where something is wrong.
pub async fn begin(caller: &Caller, store: BureauStore, form: Typed) -> Result<String, AppError> {
    let slug = store.bureau().slug.clone();
    let page = path::visit_new(&slug);
    let kept = kept(&slug, &page);
    let mut reading = Reading::of(&form, caller.lang);
    let Some(new) = read(&mut reading) else {
        drop(store);
        return kept.again(caller, form, None).await;
    };
    let token = typed(&form, "token").parse();
    let token = token.map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    let inside = |id: &str| match first_page(&typed(&form, NEXT)) {
        Some(next) => format!("{}/{next}", path::visit(&slug, id)),
        None => path::visit(&slug, id),
    };
    match store.sent(token, BEGUN).await.map_err(|error| caller.redact(error))? {
        Sent::Before(id) => return Ok(inside(&id)),
        Sent::New => {}
    }
    match store.begin_visit(&caller.store, new, token).await {
        Ok(id) => Ok(inside(&id.to_string())),
        Err(store::Error::Invalid { field, code }) => kept.again(caller, form, Some((field, code))).await,
        Err(error) => Err(caller.redact(error)),
    }
}
