//! Importing a ledger: upload, what was found, and the choice.

use super::call::{ImportData, import};
use super::report::ImportReport;
use super::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, Notice, PageHead, Table, lang, load};
use domain::establishment::Unreadable;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub fn ImportPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    load(
        move || vec![bureau.get()],
        |key| import(key.into_iter().next().unwrap_or_default(), String::new()),
        move |_| upload(&bureau.get_untracked(), &query.get_untracked().get("problem").unwrap_or_default()),
    )
}

fn crumbs(bureau: &str) -> Vec<Crumb> {
    let lang = lang();
    vec![
        Crumb::link(lang.pick("首页", "Home"), path::desk(bureau)),
        Crumb::link(words::title(lang), path::establishments(bureau)),
        Crumb::here(words::import(lang)),
    ]
}

fn upload(bureau: &str, problem: &str) -> impl IntoView + use<> {
    let lang = lang();
    let problem = match problem {
        "" => None,
        "missing" => Some(words::choose_file(lang)),
        "expired" => Some(words::expired(lang)),
        code => Some(Unreadable::from_code(code).unwrap_or(Unreadable::Broken).message(lang)),
    };
    let (template, action) = (path::establishments_template(bureau), path::establishments_upload(bureau));
    let problem = problem.map(|message| view! { <Notice kind="danger">{message}</Notice> });
    view! {
        <PageHead title=words::import(lang) crumbs=crumbs(bureau)>
            <a class="btn" rel="external" href=template>{words::template(lang)}</a>
        </PageHead>
        {problem}
        <Card>
            <form method="post" enctype="multipart/form-data" action=action>
                <div class="field">
                    <label for="file">{words::file(lang)}</label>
                    <span class="hint" id="file-hint">{words::upload_hint(lang)}</span>
                    <input id="file" name="file" type="file" accept=".xlsx,.xls" aria-describedby="file-hint" />
                </div>
                <div class="form-acts"><button class="btn go">{words::upload(lang)}</button></div>
            </form>
        </Card>
    }
}

#[component]
pub fn ImportShowPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let params = use_params_map();
    let key = move || vec![bureau.get(), params.read().get("id").unwrap_or_default()];
    let fetch = |key: Vec<String>| {
        let mut key = key.into_iter();
        let mut next = || key.next().unwrap_or_default();
        import(next(), next())
    };
    load(key, fetch, move |data| found(&bureau.get_untracked(), data))
}

fn found(bureau: &str, data: ImportData) -> impl IntoView + use<> {
    let lang = lang();
    let report = data.report;
    let register = path::establishments(bureau);
    let applied = data.is_applied.then(|| {
        view! { <Notice kind="ok">{words::applied(lang)} " " <a href=register>{words::title(lang)}</a></Notice> }
    });
    let marked = (report.wrong > 0).then(|| {
        view! { <a class="btn" rel="external" href=path::establishments_marked(bureau, &data.id)>{words::marked(lang)}</a> }
    });
    let old = (report.wrong > 0 && report.is_old_format)
        .then(|| view! { <p class="note">{words::marked_old(lang)}</p> });
    let (counted, differences, wrong) = (counts(&report), differences(&report), wrong(&report));
    let choice = (!data.is_applied).then(|| choose(path::establishments_apply(bureau, &data.id), &report));
    view! {
        <PageHead title=words::import(lang) small=data.file_name crumbs=crumbs(bureau)>{marked}</PageHead>
        {applied}
        <Card title=words::compared(lang)>{counted}{old}</Card>
        {choice}
        {differences}
        {wrong}
    }
}

fn counts(report: &ImportReport) -> impl IntoView + use<> {
    let lang = lang();
    let skipped = report.blank + report.totals + report.notes + report.headers;
    let mut parts = words::skipped_of(lang).to_owned();
    for count in [report.blank, report.totals, report.notes, report.headers] {
        parts = parts.replacen("{}", &count.to_string(), 1);
    }
    let left = (!report.sheets_left.is_empty()).then(|| {
        view! { <p class="note">{words::sheets_left(lang)}{report.sheets_left.join(lang.pick("、", ", "))}</p> }
    });
    view! {
        <dl class="facts">
            <dt>{words::data_rows(lang)}</dt><dd>{report.rows}</dd>
            <dt>{words::new(lang)}</dt><dd>{report.new}</dd>
            <dt>{words::changed(lang)}</dt><dd>{report.changed}</dd>
            <dt>{words::same(lang)}</dt><dd>{report.same}</dd>
            <dt>{words::wrong(lang)}</dt><dd>{report.wrong}</dd>
            <dt>{words::skipped(lang)}</dt><dd>{format!("{skipped}（{parts}）")}</dd>
        </dl>
        {left}
    }
}

/// All or the right rows only; importing all is refused with its reason while a row is wrong.
fn choose(action: String, report: &ImportReport) -> impl IntoView + use<> {
    let lang = lang();
    let is_wrong = report.wrong > 0;
    let refused = is_wrong.then(|| view! { <p class="note" id="all-refused">{words::all_refused(lang)}</p> });
    let all = view! {
        <form method="post" action=action.clone()>
            <input type="hidden" name="rows" value="all" />
            <button class="btn go" disabled=is_wrong aria-describedby=is_wrong.then_some("all-refused")>{words::apply_all(lang)}</button>
        </form>
    };
    let valid = is_wrong.then(|| {
        view! {
            <form method="post" action=action>
                <input type="hidden" name="rows" value="valid" />
                <button class="btn">{words::apply_valid(lang)}</button>
            </form>
        }
    });
    view! {
        <Card>
            <p>{words::apply_hint(lang)}</p>
            {refused}
            <div class="form-acts">{all}{valid}</div>
        </Card>
    }
}

fn differences(report: &ImportReport) -> Option<impl IntoView + use<>> {
    let lang = lang();
    let rows = report.differences.iter().map(|(name, change)| {
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td>{change.column.title(lang)}</td>
                <td>{change.old.clone()}</td>
                <td>{change.new.clone()}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let head = vec![
        domain::establishment::Column::Name.title(lang),
        words::column(lang),
        words::old_value(lang),
        words::new_value(lang),
    ];
    (!report.differences.is_empty()).then(|| {
        view! {
            <Card title=words::differences(lang)>
                <Table caption=words::differences(lang) head>{rows}</Table>
            </Card>
        }
    })
}

fn wrong(report: &ImportReport) -> Option<impl IntoView + use<>> {
    let lang = lang();
    let rows = report.wrong_rows.iter().map(|line| {
        let reasons = line.reasons.iter();
        let reasons = reasons
            .map(|(column, error)| {
                format!("{}{}{}", column.title(lang), lang.pick("：", ": "), error.message(lang))
            })
            .collect::<Vec<_>>()
            .join(lang.pick("；", "; "));
        view! { <tr><th scope="row">{format!("{} {}", line.sheet, line.row)}</th><td>{reasons}</td></tr> }
    });
    let rows = rows.collect_view();
    (!report.wrong_rows.is_empty()).then(|| {
        view! {
            <Card title=words::wrong_rows(lang)>
                <Table caption=words::wrong_rows(lang) head=vec![words::sheet_row(lang), words::reason(lang)]>{rows}</Table>
            </Card>
        }
    })
}
