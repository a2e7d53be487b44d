//! Between the register's pages and the store, on the server.

use super::call::{Choice, FormData, LicenceLine, Line, ListData, ShowData};
use super::text as words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{
    FormState, Problem, Typed, back_with_draft, forget_unsent, is_unsent, keeping, typed, typed_before,
};
use crate::path;
use domain::catalogue::IndustryId;
use domain::establishment::{
    Column, Establishment, EstablishmentForm, Expiry, Industries, Licence, LicenceState,
};
use domain::id::EstablishmentId;
use domain::role::Power;
use domain::saved_view::ViewPage;
use domain::value::Phone;
use domain::{Day, Lang};
use store::{BureauStore, EstablishmentFilter, EstablishmentLine, EstablishmentRecord, Sent, Total};

/// The word under which drafts of this form are kept.
pub const FORM: &str = "establishment";
const VERSION: &str = "version";
const LICENCE: &str = "licence";
/// In a draft: what the store said, which the fields alone do not tell.
const REFUSED: &str = "refused";

/// The industries of the catalogue to choose among.
fn industries(lang: Lang) -> Vec<Choice> {
    let known = store::catalogue::in_use().industries.iter();
    known.map(|industry| (industry.id.word().to_owned(), industry.name.pick(lang).to_owned())).collect()
}

/// An industry's name; its word where the catalogue no longer knows it.
pub fn industry_name(word: &str, lang: Lang) -> String {
    let known = store::catalogue::in_use().industry(&IndustryId::new(word));
    known.map_or_else(|| word.to_owned(), |industry| industry.name.pick(lang).to_owned())
}

/// The filter that a form of the list says.
pub fn filter_of(form: &Typed) -> EstablishmentFilter {
    // A control character is in no choice, and one engine would not even be asked with it.
    let fits = |word: &String| !word.is_empty() && !word.chars().any(char::is_control);
    let chosen = |name: &str| Some(typed(form, name)).filter(fits);
    EstablishmentFilter {
        search: typed(form, "q").chars().take(100).collect(),
        industry: chosen("industry"),
        town: chosen("town"),
        licence: chosen("licence").and_then(|word| LicenceState::from_word(&word)),
        after: None,
    }
}

fn line(row: EstablishmentLine, lang: Lang) -> Line {
    Line {
        id: row.id.to_string(),
        name: row.name,
        credit_code: row.credit_code.unwrap_or_default(),
        industry: industry_name(&row.industry, lang),
        town: row.town,
        legal_representative: row.legal_representative,
        phone: row.phone,
        licence: row.licence,
        until: row.licence_until.map(|day| day.to_string()).unwrap_or_default(),
    }
}

/// The first establishments that fit the words, and whether there are more.
pub async fn named(
    caller: &Caller,
    bureau: &BureauStore,
    words: &str,
    most: usize,
) -> Result<(Vec<Line>, bool), AppError> {
    let filter = EstablishmentFilter { search: words.to_owned(), ..EstablishmentFilter::default() };
    let page = bureau.establishments(&filter).await.map_err(|error| caller.redact(error))?;
    let more = page.rows.len() > most;
    Ok((page.rows.into_iter().take(most).map(|row| line(row, caller.lang)).collect(), more))
}

pub async fn list(
    caller: &Caller,
    bureau: &BureauStore,
    mut form: Typed,
    after: &str,
    exact: bool,
) -> Result<ListData, AppError> {
    let lang = caller.lang;
    let redact = |error| caller.redact(error);
    if after.is_empty() && !exact {
        crate::saved_view::open(caller, bureau, ViewPage::Establishments, &mut form).await?;
    }
    let asked = typed(&form, "q");
    form.insert("q".to_owned(), crate::find::said(caller, bureau, &asked).await?);
    let mut filter = filter_of(&form);
    if !after.is_empty() {
        filter.after = Some(after.parse().map_err(|_| caller.refuse(AppError::NotFound))?);
    }
    let page = bureau.establishments(&filter).await.map_err(redact)?;
    let total = match page.total {
        Total::MoreThan(_) if exact => {
            Total::Exactly(bureau.count_establishments(&filter).await.map_err(redact)?)
        }
        total => total,
    };
    let answer = |name: &str| if name == "q" { Some(asked.clone()) } else { form.get(name).cloned() };
    let views = crate::saved_view::views(caller, bureau, ViewPage::Establishments, answer).await?;
    let rows = page.rows.into_iter().map(|row| line(row, lang));
    Ok(ListData {
        rows: rows.collect(),
        total: match total {
            Total::Exactly(count) => lang.pick(format!("共 {count} 户"), format!("{count} in all")),
            Total::MoreThan(count) => lang.pick(format!("{count}+ 户"), format!("{count}+")),
        },
        is_total_exact: matches!(total, Total::Exactly(_)),
        next: page.next.map(|id| id.to_string()),
        filter: FormState { values: form, ..FormState::default() },
        views,
        asked,
        industries: industries(lang),
        towns: page.towns.into_iter().map(|town| (town.clone(), town)).collect(),
        licences: LicenceState::ALL
            .iter()
            .map(|state| (state.word().to_owned(), state.title(lang).to_owned()))
            .collect(),
        may_edit: domain::role::may(&bureau.actor().roles, Power::EditEstablishments),
    })
}

async fn record(caller: &Caller, bureau: &BureauStore, id: &str) -> Result<EstablishmentRecord, AppError> {
    let id: EstablishmentId = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    bureau.establishment(id).await.map_err(|error| caller.redact(error))
}

/// The licences of an establishment in words, as they stand on a day.
pub fn licence_lines(of: &Establishment, today: Day, lang: Lang) -> Vec<LicenceLine> {
    let line = |licence: &Licence| LicenceLine {
        industry: industry_name(licence.industry.word(), lang),
        kind: licence.kind.as_ref().map(ToString::to_string).unwrap_or_default(),
        number: licence.number.as_ref().map(ToString::to_string).unwrap_or_default(),
        issued_on: licence.issued_on.map(|day| day.to_string()).unwrap_or_default(),
        expires_on: match licence.expiry {
            Expiry::On(day) => day.to_string(),
            Expiry::OpenEnded => lang.pick("长期", "no end").to_owned(),
            Expiry::Unknown => String::new(),
        },
        state: licence.state_on(today),
    };
    of.licences.iter().map(line).collect()
}

pub async fn show(caller: &Caller, bureau: &BureauStore, id: &str) -> Result<ShowData, AppError> {
    let record = record(caller, bureau, id).await?;
    let lang = caller.lang;
    let of = &record.establishment;
    let form = EstablishmentForm { phone: record.phone.clone(), ..EstablishmentForm::of(of, 0) };
    let shown = [
        Column::CreditCode,
        Column::RegistrationNumber,
        Column::LegalRepresentative,
        Column::Phone,
        Column::Address,
        Column::Town,
        Column::Remark,
    ];
    let facts = shown.into_iter().map(|column| (column, form.get(column).to_owned()));
    Ok(ShowData {
        id: record.id.to_string(),
        name: of.name.to_string(),
        facts: facts.filter(|(_, value)| !value.is_empty()).collect(),
        former_names: record.former_names.clone(),
        licences: licence_lines(of, caller.today(), lang),
        updated: record.updated_at.in_shanghai().format("%Y-%m-%d %H:%M").to_string(),
        may_edit: domain::role::may(&bureau.actor().roles, Power::EditEstablishments),
        may_register: domain::role::may(&bureau.actor().roles, Power::WorkCases),
        cases: crate::case::call::cases_against(caller, bureau, record.id).await?,
    })
}

pub async fn form(
    caller: &Caller,
    bureau: &BureauStore,
    id: &str,
    licence: &str,
    draft: &str,
) -> Result<FormData, AppError> {
    let lang = caller.lang;
    let kept = if id.is_empty() { None } else { Some(record(caller, bureau, id).await?) };
    let before = typed_before(caller, bureau, FORM, id, draft).await?;
    let mut state = match before {
        Some(values) => {
            let mut problems = match is_unsent(&values) {
                true => Vec::new(),
                false => problems_of(&values, kept.as_ref(), caller),
            };
            problems.extend(refused(&values, kept.as_ref(), lang));
            FormState { problems, ..FormState::fresh(values) }
        }
        None => {
            let at = licence.parse().unwrap_or(0);
            let form = kept.as_ref().map(|kept| {
                let form = EstablishmentForm::of(&kept.establishment, at);
                EstablishmentForm { phone: kept.phone.clone(), ..form }
            });
            let form = form.unwrap_or_default();
            let fields = Column::ALL.into_iter().skip(1);
            let mut values: Typed =
                fields.map(|column| (column.word().to_owned(), form.get(column).to_owned())).collect();
            values.insert(LICENCE.to_owned(), at.to_string());
            FormState::fresh(values)
        }
    };
    state.values.remove(REFUSED);
    state.keeping =
        keeping(caller, bureau, FORM, id, &page_of(bureau.bureau().slug.as_str(), id), draft).await?;
    let version = kept.as_ref().map_or(0, |kept| kept.version);
    state.values.insert(VERSION.to_owned(), version.to_string());
    let name = kept.map(|kept| kept.establishment.name.to_string()).unwrap_or_default();
    Ok(FormData { id: id.to_owned(), name, form: state, industries: industries(lang) })
}

fn problems_of(values: &Typed, kept: Option<&EstablishmentRecord>, caller: &Caller) -> Vec<Problem> {
    let errors = judge(values, kept, caller).err().unwrap_or_default();
    errors.into_iter().map(|error| Problem::of(error.field, error.error.message(caller.lang))).collect()
}

/// What the store refused, told at its field.
fn refused(values: &Typed, kept: Option<&EstablishmentRecord>, lang: Lang) -> Option<Problem> {
    let changed = kept.is_some_and(|kept| typed(values, VERSION) != kept.version.to_string());
    match typed(values, REFUSED).as_str() {
        "taken" => Some(Problem::of(Column::CreditCode.word(), words::code_taken(lang))),
        _ if changed => Some(Problem::of("", crate::text::conflict_title(lang))),
        _ => None,
    }
}

/// The form's content as an establishment; a masked phone that was left alone is the kept one.
fn judge(
    values: &Typed,
    kept: Option<&EstablishmentRecord>,
    caller: &Caller,
) -> Result<Establishment, Vec<domain::field::FieldError>> {
    let value = |column: Column| typed(values, column.word());
    let mut phone = value(Column::Phone);
    if let Some(kept) = kept.filter(|kept| kept.phone == phone) {
        phone = kept.establishment.phones.iter().map(Phone::as_str).collect::<Vec<_>>().join("、");
    }
    let form = EstablishmentForm {
        name: value(Column::Name),
        credit_code: value(Column::CreditCode),
        registration_number: value(Column::RegistrationNumber),
        industry: value(Column::Industry),
        licence_kind: value(Column::LicenceKind),
        licence_number: value(Column::LicenceNumber),
        issued_on: value(Column::IssuedOn),
        expires_on: value(Column::ExpiresOn),
        legal_representative: value(Column::LegalRepresentative),
        phone,
        address: value(Column::Address),
        town: value(Column::Town),
        remark: value(Column::Remark),
    };
    let mut new = form.judge(&Industries::of(store::catalogue::in_use()), caller.today())?;
    if let Some(kept) = kept {
        let mut licences = kept.establishment.licences.clone();
        let at: usize = typed(values, LICENCE).parse().unwrap_or(0);
        match (licences.get_mut(at), new.licences.pop()) {
            (Some(place), Some(licence)) => *place = licence,
            (None, Some(licence)) => licences.push(licence),
            (_, None) => {}
        }
        new.licences = licences;
    }
    Ok(new)
}

fn page_of(slug: &str, id: &str) -> String {
    match id {
        "" => path::establishment_new(slug),
        id => path::establishment_edit(slug, id),
    }
}

pub async fn save(
    caller: &Caller,
    bureau: BureauStore,
    slug: &str,
    id: &str,
    mut values: Typed,
) -> Result<(), AppError> {
    let kept = if id.is_empty() { None } else { Some(record(caller, &bureau, id).await?) };
    let page = page_of(slug, id);
    let Ok(new) = judge(&values, kept.as_ref(), caller) else {
        return back_with_draft(caller, bureau, FORM, id, values, &page).await;
    };
    let token =
        typed(&values, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(before) = bureau.sent(token, FORM).await.map_err(|error| caller.redact(error))? {
        crate::caller::go(&path::establishment(slug, &before));
        return Ok(());
    }
    let saved = match &kept {
        None => bureau.add_establishment(&new).await,
        Some(kept) => {
            let version = typed(&values, VERSION).parse().unwrap_or(0);
            bureau.change_establishment(kept.id, version, &new).await
        }
    };
    let refusal = match saved {
        Ok(saved) => {
            let own = saved.id.to_string();
            forget_unsent(caller, &bureau, FORM, id).await?;
            bureau.keep_sent(token, FORM, &own).await.map_err(|error| caller.redact(error))?;
            bureau.commit().await.map_err(|error| caller.redact(error))?;
            crate::caller::go(&path::establishment(slug, &own));
            return Ok(());
        }
        Err(store::Error::Invalid { code: "taken", .. }) => "taken",
        Err(store::Error::Conflict) => "conflict",
        Err(error) => return Err(caller.redact(error)),
    };
    values.insert(REFUSED.to_owned(), refusal.to_owned());
    back_with_draft(caller, bureau, FORM, id, values, &page).await
}
