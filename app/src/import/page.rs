//! Importing a workbook: upload, what was found, and the choice.

use super::call::{self, ImportData};
use super::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, Notice, PageHead, Table, lang, load};
use crate::wire::reads;
use domain::Lang;
use domain::ledger::LedgerNoun;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The page on which a noun's workbook is uploaded.
pub(crate) fn upload_page(noun: LedgerNoun) -> AnyView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    let key = move || {
        vec![
            bureau.get(),
            noun.word().to_owned(),
            String::new(),
            query.read().get("problem").unwrap_or_default(),
        ]
    };
    load(reads!(call::Import { bureau, noun, id, problem }), key, move |data| {
        upload(&bureau.get_untracked(), noun, data)
    })
}

/// What was found in an uploaded workbook, and the choice.
pub(crate) fn found_page(noun: LedgerNoun) -> AnyView {
    let bureau = bureau_of_page();
    let params = use_params_map();
    let key = move || {
        vec![bureau.get(), noun.word().to_owned(), params.read().get("id").unwrap_or_default(), String::new()]
    };
    load(reads!(call::Import { bureau, noun, id, problem }), key, move |data| {
        found(&bureau.get_untracked(), noun, data)
    })
}

/// The list into which rows go.
fn list_of(bureau: &str, noun: LedgerNoun, lang: Lang) -> (&'static str, String) {
    match noun {
        LedgerNoun::Establishments => (crate::establishment::text::title(lang), path::establishments(bureau)),
        LedgerNoun::Trainees => (crate::desk::text::trainees(lang), path::training(bureau, "trainees")),
        LedgerNoun::Cases | LedgerNoun::Payments => (crate::case::cases_word(lang), path::cases(bureau)),
    }
}

fn crumbs(bureau: &str, noun: LedgerNoun) -> Vec<Crumb> {
    let lang = lang();
    let home = Crumb::link(lang.pick("首页", "Home"), path::desk(bureau));
    let (title, to) = list_of(bureau, noun, lang);
    vec![home, Crumb::link(title, to), Crumb::here(words::import(lang, noun))]
}

fn upload(bureau: &str, noun: LedgerNoun, data: ImportData) -> impl IntoView + use<> {
    let lang = lang();
    let (template, action) = (path::import_template(bureau, noun), path::import_upload(bureau, noun));
    let problem = data.problem.map(|message| view! { <Notice kind="danger">{message}</Notice> });
    let waiting = waiting(bureau, noun, data.waiting);
    let by_hand = (noun == LedgerNoun::Cases).then(|| {
        view! { <a class="btn" href=path::case_from_paper(bureau)>{words::one_by_one(lang)}</a> }
    });
    view! {
        <PageHead title=words::import(lang, noun) crumbs=crumbs(bureau, noun)>
            {by_hand}
            <a class="btn" rel="external" href=template>{words::template(lang)}</a>
        </PageHead>
        {problem}
        <Card>
            <form method="post" enctype="multipart/form-data" action=action data-upload="">
                <div class="field">
                    <label for="file">{words::file(lang)}</label>
                    <span class="hint" id="file-hint">{words::upload_hint(lang, noun)}</span>
                    <input id="file" name="file" type="file" accept=".xlsx,.xls" aria-describedby="file-hint" />
                </div>
                <div class="form-acts">
                    <button class="btn go">{words::upload(lang)}</button>
                    <span class="sub" role="status" data-progress=words::uploading(lang) data-then=words::comparing(lang)></span>
                </div>
            </form>
        </Card>
        {waiting}
    }
}

/// What others have uploaded and somebody with the power puts in.
fn waiting(bureau: &str, noun: LedgerNoun, lines: Vec<(String, String)>) -> Option<impl IntoView + use<>> {
    let lang = lang();
    (!lines.is_empty()).then(|| {
        let line = |(name, id): (String, String)| {
            view! { <li><a href=path::import_found(bureau, noun, &id)>{name}</a></li> }
        };
        let lines = lines.into_iter().map(line).collect_view();
        view! { <Card title=words::waiting(lang)><ul>{lines}</ul></Card> }
    })
}

fn found(bureau: &str, noun: LedgerNoun, data: ImportData) -> impl IntoView + use<> {
    let lang = lang();
    let (title, to) = list_of(bureau, noun, lang);
    let applied = data.is_applied.then(|| {
        view! { <Notice kind="ok">{words::applied(lang, noun)} " " <a href=to>{title}</a></Notice> }
    });
    let marked = data.has_wrong.then(|| {
        view! { <a class="btn" rel="external" href=path::import_marked(bureau, noun, &data.id)>{words::marked(lang)}</a> }
    });
    let old = (data.has_wrong && data.is_old_format)
        .then(|| view! { <p class="note">{words::marked_old(lang)}</p> });
    let action = path::import_apply(bureau, noun, &data.id);
    let is_undone = !data.undone.is_empty();
    let choice = (!data.is_applied && !is_undone)
        .then(|| choose(action, noun, data.has_wrong, data.not_yours.clone()));
    let undone = is_undone.then(|| view! { <Notice kind="ok">{data.undone}</Notice> });
    let undo = path::import_undo(bureau, noun, &data.id);
    let undo = (data.may_undo && data.not_yours.is_empty()).then(|| {
        view! {
            <Card>
                <p>{words::undo_hint(lang, noun)}</p>
                <form method="post" action=undo>
                    <button class="btn danger">{words::undo(lang)}</button>
                </form>
            </Card>
        }
    });
    let counts = data.counts.into_iter().map(|(words, count)| view! { <dt>{words}</dt><dd>{count}</dd> });
    let counts = counts.collect_view();
    let left = (!data.sheets_left.is_empty()).then(|| {
        view! { <p class="note">{words::sheets_left(lang)}{data.sheets_left}</p> }
    });
    view! {
        <PageHead title=words::import(lang, noun) small=data.file_name crumbs=crumbs(bureau, noun)>{marked}</PageHead>
        {applied}{undone}
        <Card title=words::compared(lang)><dl class="facts">{counts}</dl>{left}{old}</Card>
        {notices(data.notices)}
        {choice}{undo}
        {differences(data.differences)}
        {wrong(data.wrong_rows)}
        {findings(data.findings)}
    }
}

/// All or the right rows only; importing all is refused with its reason while a row is wrong.
fn choose(action: String, noun: LedgerNoun, has_wrong: bool, not_yours: String) -> AnyView {
    let lang = lang();
    if !not_yours.is_empty() {
        return view! { <Notice kind="ok">{not_yours}</Notice> }.into_any();
    }
    let refused =
        has_wrong.then(|| view! { <p class="note" id="all-refused">{words::all_refused(lang)}</p> });
    let all = view! {
        <form method="post" action=action.clone()>
            <input type="hidden" name="rows" value="all" />
            <button class="btn go" disabled=has_wrong aria-describedby=has_wrong.then_some("all-refused")>{words::apply_all(lang)}</button>
        </form>
    };
    let valid = has_wrong.then(|| {
        view! {
            <form method="post" action=action>
                <input type="hidden" name="rows" value="valid" />
                <button class="btn">{words::apply_valid(lang)}</button>
            </form>
        }
    });
    view! {
        <Card>
            <p>{words::apply_hint(lang, noun)}</p>
            {refused}
            <div class="form-acts">{all}{valid}</div>
        </Card>
    }
    .into_any()
}

fn findings(lines: Vec<(String, String)>) -> Option<impl IntoView + use<>> {
    let lang = lang();
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|(whose, lacks)| {
            view! { <tr><th scope="row">{whose}</th><td>{lacks}</td></tr> }
        });
        let rows = rows.collect_view();
        view! {
            <Card title=words::findings(lang)>
                <p class="note">{words::findings_hint(lang)}</p>
                <Table caption=words::findings(lang) head=vec![words::whose(lang), words::lacks(lang)]>{rows}</Table>
            </Card>
        }
    })
}

fn notices(lines: Vec<String>) -> Option<impl IntoView + use<>> {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <Card title=words::notices(lang())><ul>{lines}</ul></Card> }
    })
}

fn differences(lines: Vec<[String; 4]>) -> Option<impl IntoView + use<>> {
    let lang = lang();
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|[name, column, old, new]| {
            view! { <tr><th scope="row">{name}</th><td>{column}</td><td>{old}</td><td>{new}</td></tr> }
        });
        let rows = rows.collect_view();
        let head =
            vec![words::whose(lang), words::column(lang), words::old_value(lang), words::new_value(lang)];
        view! {
            <Card title=words::differences(lang)>
                <Table caption=words::differences(lang) head>{rows}</Table>
            </Card>
        }
    })
}

fn wrong(lines: Vec<(String, String)>) -> Option<impl IntoView + use<>> {
    let lang = lang();
    (!lines.is_empty()).then(|| {
        let rows = lines.into_iter().map(|(place, reasons)| {
            view! { <tr><th scope="row">{place}</th><td>{reasons}</td></tr> }
        });
        let rows = rows.collect_view();
        view! {
            <Card title=words::wrong_rows(lang)>
                <Table caption=words::wrong_rows(lang) head=vec![words::sheet_row(lang), words::reason(lang)]>{rows}</Table>
            </Card>
        }
    })
}
