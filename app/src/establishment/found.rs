//! What was found in an uploaded ledger, put into words on the server.

use super::call::ImportData;
use super::report::ImportReport;
use super::text as words;
use crate::caller::Caller;
use crate::error::AppError;
use domain::Lang;
use domain::establishment::Column;
use domain::ledger::{LedgerNoun, Unreadable};
use store::{BureauStore, Undone};

pub async fn import(
    caller: &Caller,
    bureau: &BureauStore,
    id: &str,
    problem: &str,
) -> Result<ImportData, AppError> {
    let lang = caller.lang;
    if id.is_empty() {
        return Ok(ImportData { problem: problem_of(problem, lang), ..ImportData::default() });
    }
    let parsed = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let staged = bureau
        .staged_import(LedgerNoun::Establishments, parsed)
        .await
        .map_err(|error| caller.redact(error))?;
    let report: ImportReport = serde_json::from_str(&staged.report).unwrap_or_default();
    let between = lang.pick("；", "; ");
    let colon = lang.pick("：", ": ");
    let differences = report.differences.iter().map(|(name, change)| {
        [name.clone(), change.column.title(lang).to_owned(), change.old.clone(), change.new.clone()]
    });
    let wrong_rows = report.wrong_rows.iter().map(|line| {
        let reasons = line.reasons.iter();
        let reasons =
            reasons.map(|(column, error)| format!("{}{colon}{}", column.title(lang), error.message(lang)));
        (format!("{} {}", line.sheet, line.row), reasons.collect::<Vec<_>>().join(between))
    });
    Ok(ImportData {
        id: id.to_owned(),
        file_name: staged.file_name,
        problem: None,
        is_applied: staged.applied,
        may_undo: staged.may_undo,
        undone: report.undone.as_ref().map(|undone| undone_words(undone, lang)).unwrap_or_default(),
        is_old_format: report.is_old_format,
        has_wrong: report.wrong > 0,
        counts: counts(&report, lang),
        sheets_left: report.sheets_left.join(lang.pick("、", ", ")),
        differences: differences.collect(),
        wrong_rows: wrong_rows.collect(),
    })
}

fn problem_of(code: &str, lang: Lang) -> Option<String> {
    let words = match code {
        "" => return None,
        "missing" => words::choose_file(lang),
        code => Unreadable::from_code(code).unwrap_or(Unreadable::Broken).message::<Column>(lang),
    };
    Some(words.to_owned())
}

fn undone_words(undone: &Undone, lang: Lang) -> String {
    let mut said = words::undone_of(lang).to_owned();
    for count in [undone.removed, undone.restored, undone.kept] {
        said = said.replacen("{}", &count.to_string(), 1);
    }
    if !undone.kept_names.is_empty() {
        said.push_str(words::undone_kept(lang));
        said.push_str(&undone.kept_names.join(lang.pick("、", ", ")));
    }
    said
}

fn counts(report: &ImportReport, lang: Lang) -> Vec<(String, String)> {
    let skipped = report.blank + report.totals + report.notes + report.headers;
    let mut parts = words::skipped_of(lang).to_owned();
    for count in [report.blank, report.totals, report.notes, report.headers] {
        parts = parts.replacen("{}", &count.to_string(), 1);
    }
    let counted = [
        (words::data_rows(lang), report.rows),
        (words::new(lang), report.new),
        (words::changed(lang), report.changed),
        (words::same(lang), report.same),
        (words::wrong(lang), report.wrong),
    ];
    let mut counts: Vec<(String, String)> =
        counted.into_iter().map(|(words, count)| (words.to_owned(), count.to_string())).collect();
    let skipped = format!("{skipped}{}", lang.pick(format!("（{parts}）"), format!(" ({parts})")));
    counts.push((words::skipped(lang).to_owned(), skipped));
    counts
}
