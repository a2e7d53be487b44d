//! The sheet of a piece of evidence as a paper: 证据提取单 (D09), of electronic data the record of their extraction (D10);
//! 行政处罚法 art. 42, 46. It bears no number of its own and is signed by hand.

use super::list::taken_by;
use super::{words, workspace};
use crate::caller::Caller;
use crate::case::call::{desk, open};
use crate::error::AppError;
use crate::paper::{PlainPaper, issuer};
use domain::Lang;
use domain::calendar::day_long;
use domain::file::EvidenceKind;
use domain::id::PersonId;
use domain::paper::{CaseLine, PaperKind, Sheet, day_words};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::EvidenceFile;

/// What the sheet of a piece of evidence says, in Chinese: names and values. `to_a_party`: without who gave it and where,
/// for that may be a person to be protected.
#[must_use]
pub fn sheet_lines(
    file: &EvidenceFile,
    names: &BTreeMap<PersonId, String>,
    to_a_party: bool,
) -> Vec<(&'static str, String)> {
    let sheet = &file.sheet;
    let at = format!("{} {}", day_long(sheet.at.date(), Lang::Zh), sheet.at.format("%H:%M"));
    let mut lines = vec![
        ("证据编号", file.number.to_string()),
        ("证据种类", sheet.kind.name(Lang::Zh).to_owned()),
        ("文件名称", file.name.to_string()),
        ("文件类型", file.content.name(Lang::Zh).to_owned()),
        ("大小", words::bytes(file.size)),
        ("SHA-256", file.sha256.clone()),
    ];
    if !to_a_party {
        lines.push(("来源", sheet.source.to_string()));
        lines.push(("提取地点", sheet.place.to_string()));
    }
    lines.push(("提取时间", at));
    lines.push(("提取人", taken_by(file, names, Lang::Zh)));
    lines.extend(sheet.pages.map(|pages| ("页数", pages.to_string())));
    lines.extend(file.came.as_ref().map(|came| ("随案移送", words::came_from(came, Lang::Zh))));
    lines
}

/// The sheet of a piece of evidence.
///
/// # Errors
/// [`AppError::NotFound`] for one that is not there, or another case's or bureau's.
pub async fn sheet_paper(caller: &Caller, slug: &str, case: &str, id: &str) -> Result<PlainPaper, AppError> {
    let redact = |error| caller.redact(error);
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let open = open(caller, &desk, case).await?;
    let id = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let file = store.evidence_file(open.id, id).await.map_err(redact)?;
    let on = file.sheet.at.date();
    let named = |member: &domain::case::Member| {
        let certificate = member.certificate_on(on).map(|one| format!("（执法证号：{}）", one.number));
        (member.person, format!("{}{}", member.name, certificate.unwrap_or_default()))
    };
    let names: BTreeMap<PersonId, String> = desk.members().iter().map(named).collect();
    let kind = match file.sheet.kind {
        EvidenceKind::ElectronicData => PaperKind::D10,
        _ => PaperKind::D09,
    };
    let bureau = store.bureau();
    let lines: Vec<Value> =
        sheet_lines(&file, &names, false).into_iter().map(|(name, value)| json!([name, value])).collect();
    let sheet = Sheet {
        form: kind.id(),
        title: kind.name(Lang::Zh).to_owned(),
        day: day_words(on),
        bureau: issuer(bureau),
        case: CaseLine { number: open.case.clue.number.clone().unwrap_or_default(), ..CaseLine::default() },
        ..Sheet::default()
    };
    let mut facts = crate::paper::plain(&sheet, bureau.is_practice());
    facts["lines"] = lines.into();
    let name = format!("{}/{}/sheet", open.id, file.id);
    Ok(PlainPaper { kind, name, facts, day: crate::dossier::day_of(on) })
}
