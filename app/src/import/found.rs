//! What was found in an uploaded workbook, put into words on the server.

use super::call::ImportData;
use super::report::{ImportReport, WrongLine};
use super::text as words;
use crate::caller::Caller;
use crate::error::AppError;
use domain::Lang;
use domain::ledger::{Column, LedgerNoun, Unreadable};
use domain::refusal::Refusal;
use domain::role::{holders, may};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{BureauStore, StagedImport, Undone};

pub async fn import(
    caller: &Caller,
    bureau: &BureauStore,
    noun: LedgerNoun,
    id: &str,
    problem: &str,
) -> Result<ImportData, AppError> {
    match noun {
        LedgerNoun::Establishments => {
            found::<domain::establishment::Column>(caller, bureau, noun, id, problem).await
        }
        LedgerNoun::Trainees => {
            found::<domain::training::roll::Column>(caller, bureau, noun, id, problem).await
        }
        LedgerNoun::Cases => found::<domain::back_entry::Column>(caller, bureau, noun, id, problem).await,
        LedgerNoun::Payments => found::<domain::bank::Column>(caller, bureau, noun, id, problem).await,
    }
}

async fn found<C: Column + Serialize + DeserializeOwned>(
    caller: &Caller,
    bureau: &BureauStore,
    noun: LedgerNoun,
    id: &str,
    problem: &str,
) -> Result<ImportData, AppError> {
    let lang = caller.lang;
    if id.is_empty() {
        let waiting = waiting(caller, bureau, noun).await?;
        return Ok(ImportData { problem: problem_of::<C>(problem, lang), waiting, ..ImportData::default() });
    }
    let parsed = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let staged = bureau.staged_import(noun, parsed).await.map_err(|error| caller.redact(error))?;
    let report: ImportReport<C> = serde_json::from_str(&staged.report).unwrap_or_default();
    let differences = report.differences.iter().map(|(name, change)| {
        [name.clone(), change.column.title(lang).to_owned(), change.old.clone(), change.new.clone()]
    });
    Ok(ImportData {
        id: id.to_owned(),
        file_name: staged.file_name,
        problem: None,
        is_applied: staged.applied,
        may_undo: staged.may_undo,
        undone: report.undone.as_ref().map(|undone| undone_words(undone, noun, lang)).unwrap_or_default(),
        is_old_format: report.is_old_format,
        has_wrong: report.wrong > 0,
        counts: counts(&report, noun, lang),
        sheets_left: report.sheets_left.join(lang.pick("、", ", ")),
        notices: report.notices.iter().map(|notice| notice.sentence(lang)).collect(),
        differences: differences.collect(),
        wrong_rows: report.wrong_rows.iter().map(|line| wrong_line(line, lang)).collect(),
        findings: report
            .findings
            .iter()
            .map(|(whose, finding)| (whose.clone(), lacks(finding, lang)))
            .collect(),
        not_yours: not_yours(bureau, noun, lang),
        waiting: Vec::new(),
    })
}

/// Uploads that wait for somebody else to put them in; none where whoever uploads does it.
async fn waiting(
    caller: &Caller,
    bureau: &BureauStore,
    noun: LedgerNoun,
) -> Result<Vec<(String, String)>, AppError> {
    if noun.power() == noun.power_to_apply() {
        return Ok(Vec::new());
    }
    let waiting = bureau.imports_waiting(noun).await.map_err(|error| caller.redact(error))?;
    let line = |one: StagedImport| {
        let at = one.created_at.in_shanghai().format("%Y-%m-%d %H:%M");
        (format!("{} · {at}", one.file_name), one.id.to_string())
    };
    Ok(waiting.into_iter().map(line).collect())
}

/// Who puts it in, for somebody who only prepares.
fn not_yours(bureau: &BureauStore, noun: LedgerNoun, lang: Lang) -> String {
    if may(&bureau.actor().roles, noun.power_to_apply()) {
        return String::new();
    }
    let who: Vec<&str> = holders(noun.power_to_apply()).map(|role| role.title(lang)).collect();
    let who = who.join(lang.pick("或", " or "));
    lang.pick(format!("由{who}核对后导入。"), format!("To be put in by the {who}."))
}

/// Where a wrong row stands, and what is wrong with it.
fn wrong_line<C: Column>(line: &WrongLine<C>, lang: Lang) -> (String, String) {
    let colon = lang.pick("：", ": ");
    let reasons = line.reasons.iter();
    let reasons =
        reasons.map(|(column, error)| format!("{}{colon}{}", column.title(lang), error.message(lang)));
    (format!("{} {}", line.sheet, line.row), reasons.collect::<Vec<_>>().join(lang.pick("；", "; ")))
}

fn problem_of<C: Column>(code: &str, lang: Lang) -> Option<String> {
    let words = match code {
        "" => return None,
        "missing" => words::choose_file(lang),
        code => Unreadable::from_code(code).unwrap_or(Unreadable::Broken).message::<C>(lang),
    };
    Some(words.to_owned())
}

fn undone_words(undone: &Undone, noun: LedgerNoun, lang: Lang) -> String {
    let mut said = words::undone_of(lang, noun).to_owned();
    for count in [undone.removed, undone.restored, undone.kept] {
        said = said.replacen("{}", &count.to_string(), 1);
    }
    if !undone.kept_names.is_empty() {
        said.push_str(words::undone_kept(lang));
        said.push_str(&undone.kept_names.join(lang.pick("、", ", ")));
    }
    said
}

fn counts<C>(report: &ImportReport<C>, noun: LedgerNoun, lang: Lang) -> Vec<(String, String)> {
    let skipped = report.blank + report.totals + report.notes + report.headers;
    let mut parts = words::skipped_of(lang).to_owned();
    for count in [report.blank, report.totals, report.notes, report.headers] {
        parts = parts.replacen("{}", &count.to_string(), 1);
    }
    let same = if noun == LedgerNoun::Payments { words::recorded(lang) } else { words::same(lang) };
    let counted = [
        (words::data_rows(lang), report.rows),
        (words::new(lang, noun), report.new),
        (words::changed(lang), report.changed),
        (same, report.same),
        (words::wrong(lang), report.wrong),
    ];
    let mut counts: Vec<(String, String)> =
        counted.into_iter().map(|(words, count)| (words.to_owned(), count.to_string())).collect();
    let skipped = format!("{skipped}{}", lang.pick(format!("（{parts}）"), format!(" ({parts})")));
    counts.push((words::skipped(lang).to_owned(), skipped));
    counts
}

/// What an act of a case lacked: 立案：….
pub fn lacks(finding: &Refusal, lang: Lang) -> String {
    let colon = lang.pick("：", ": ");
    format!("{}{colon}{}", finding.act.name(lang), finding.sentence(lang).why)
}
