//! From TOML to the domain's catalogue, remembering the line of everything that can be wrong.

use std::collections::HashMap;

use domain::catalogue::{
    AuthoritySpan, Bilingual, Catalogue, FaultSubject, Industry, IndustryId, Law, LicenceKind, ViolationRow,
};
use serde::Deserialize;
use toml::Spanned;

use super::{CatalogueFaults, FileFault};

/// A data file as it came: its name below the catalogue folder, and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub name: String,
    pub text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LawsFile {
    law: Vec<Spanned<Law>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndustryFile {
    id: Spanned<String>,
    name: Bilingual,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    notes: Vec<Bilingual>,
    #[serde(default)]
    authority: Vec<AuthoritySpan>,
    #[serde(default)]
    law: Vec<Spanned<Law>>,
    #[serde(default)]
    licence_kind: Vec<Spanned<LicenceKind>>,
    #[serde(default)]
    violation: Vec<Spanned<ViolationRow>>,
}

/// Where each subject stands: the nth entry of the same id is the nth place.
#[derive(Default)]
struct Places(HashMap<FaultSubject, Vec<(String, usize)>>);

impl Places {
    fn note(&mut self, subject: FaultSubject, file: &SourceFile, start: usize) {
        self.0.entry(subject).or_default().push((file.name.clone(), line_of(&file.text, start)));
    }
}

/// Parses and checks a set of files: one `laws.toml` with laws that several industries cite, and one
/// file an industry.
///
/// # Errors
/// Every fault with its file and line. When a file cannot be parsed, its first fault is reported and
/// the checks across files are not made.
pub fn parse(files: &[SourceFile]) -> Result<Catalogue, CatalogueFaults> {
    let mut catalogue = Catalogue::default();
    let mut places = Places::default();
    let mut faults = Vec::new();
    for file in files {
        let read = if file.name.ends_with("laws.toml") {
            toml::from_str::<LawsFile>(&file.text)
                .map(|read| take_laws(&mut catalogue, &mut places, file, read.law))
        } else {
            toml::from_str::<IndustryFile>(&file.text)
                .map(|read| take_industry(&mut catalogue, &mut places, file, read))
        };
        if let Err(error) = read {
            let start = error.span().map_or(0, |span| span.start);
            let reason = error.message().to_owned();
            faults.push(FileFault { file: file.name.clone(), line: line_of(&file.text, start), reason });
        }
    }
    if faults.is_empty() {
        faults.extend(catalogue.faults().into_iter().map(|fault| {
            let place = places.0.get(&fault.subject).and_then(|places| places.get(fault.nth));
            let (file, line) = place.cloned().unwrap_or_default();
            let reason = format!("{}: {}", subject_id(&fault.subject), fault.reason);
            FileFault { file, line, reason }
        }));
    }
    if faults.is_empty() { Ok(catalogue) } else { Err(CatalogueFaults(faults)) }
}

fn take_laws(catalogue: &mut Catalogue, places: &mut Places, file: &SourceFile, laws: Vec<Spanned<Law>>) {
    for law in laws {
        places.note(FaultSubject::Law(law.get_ref().id.clone()), file, law.span().start);
        catalogue.laws.push(law.into_inner());
    }
}

fn take_industry(catalogue: &mut Catalogue, places: &mut Places, file: &SourceFile, read: IndustryFile) {
    take_laws(catalogue, places, file, read.law);
    places.note(FaultSubject::Industry(read.id.get_ref().clone()), file, read.id.span().start);
    for kind in &read.licence_kind {
        places.note(FaultSubject::LicenceKind(kind.get_ref().id.clone()), file, kind.span().start);
    }
    for row in &read.violation {
        places.note(FaultSubject::Violation(row.get_ref().id.clone()), file, row.span().start);
    }
    catalogue.industries.push(Industry {
        id: IndustryId(read.id.into_inner()),
        name: read.name,
        words: read.words,
        authorities: read.authority,
        licence_kinds: read.licence_kind.into_iter().map(Spanned::into_inner).collect(),
        violations: read.violation.into_iter().map(Spanned::into_inner).collect(),
        notes: read.notes,
    });
}

fn subject_id(subject: &FaultSubject) -> &str {
    match subject {
        FaultSubject::Industry(id)
        | FaultSubject::Law(id)
        | FaultSubject::LicenceKind(id)
        | FaultSubject::Violation(id) => id,
    }
}

/// The line of a byte, counted from one.
fn line_of(text: &str, start: usize) -> usize {
    let before = text.as_bytes().iter().take(start);
    1 + before.filter(|byte| **byte == b'\n').count()
}
