//! From a paper to its bytes: a draft, or the copies of one that is issued.

use crate::web::Site;
use ::paper::{PaperError, Printed, Sheet};
use app::caller::Caller;
use app::error::AppError;
use app::paper::{Issuing, words};
use chrono::Datelike;
use domain::paper::{Paper, PaperCopy};
use std::collections::BTreeMap;
use store::NewCopy;

/// A copy of a paper that has not been issued.
pub async fn draft(
    site: &Site,
    caller: &Caller,
    paper: &Paper,
    copy: PaperCopy,
) -> Result<Printed, AppError> {
    let word = paper.slot.word().unwrap_or_default();
    let name = format!("{}/{word}/{}", paper.sheet.case.number, copy.word());
    let sheet = sheet(paper, name, copy).map_err(|error| down(caller, &error.to_string()))?;
    print(site, caller, with(sheet, "draft")).await
}

/// Every copy of a paper that is being issued.
pub async fn issued(
    site: &Site,
    caller: &Caller,
    issuing: &Issuing,
    origin: &str,
) -> Result<BTreeMap<PaperCopy, NewCopy>, AppError> {
    let check = format!("{origin}{}", issuing.check);
    let mut copies = BTreeMap::new();
    for copy in issuing.paper.slot.kind.copies() {
        let name = format!("{}/{}", issuing.check, copy.word());
        let sheet = sheet(&issuing.paper, name, *copy).map_err(|error| down(caller, &error.to_string()))?;
        let sheet = if issuing.is_practice { with(sheet, "practice") } else { sheet };
        let printed = print(site, caller, Sheet { check: Some(check.clone()), ..sheet }).await?;
        let new = NewCopy {
            copy: *copy,
            pdf: printed.pdf,
            sha256: printed.sha256,
            template: printed.template.to_owned(),
        };
        copies.insert(*copy, new);
    }
    Ok(copies)
}

fn sheet(paper: &Paper, name: String, copy: PaperCopy) -> Result<Sheet, serde_json::Error> {
    let mut facts = serde_json::to_value(&paper.sheet)?;
    facts["draft"] = false.into();
    facts["file_copy"] = (copy == PaperCopy::File).into();
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    Ok(Sheet {
        form: paper.slot.kind.id().to_owned(),
        name,
        day: (paper.on.year(), small(paper.on.month()), small(paper.on.day())),
        facts,
        check: None,
    })
}

fn with(mut sheet: Sheet, mark: &str) -> Sheet {
    sheet.facts[mark] = true.into();
    sheet
}

/// A sheet, printed aside.
pub async fn print(site: &Site, caller: &Caller, sheet: Sheet) -> Result<Printed, AppError> {
    let typesetter = site.papers.clone();
    let printed = tokio::task::spawn_blocking(move || typesetter.print(&sheet)).await;
    match printed.map_err(|error| down(caller, &error.to_string()))? {
        Ok(printed) => Ok(printed),
        Err(PaperError::NoGlyph(character)) => {
            Err(AppError::Refused(words::no_glyph(character, caller.lang)))
        }
        Err(error) => Err(down(caller, &error.to_string())),
    }
}

fn down(caller: &Caller, cause: &str) -> AppError {
    tracing::error!(error = cause, trace = caller.asker.trace, "a paper could not be printed");
    AppError::Down { trace: caller.asker.trace.clone() }
}
