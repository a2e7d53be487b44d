//! The form of the archive: the dossier's number, its volumes and how long it is kept.

use super::fields::{Asked, choices};
use super::measure_fields::hinted;
use super::read::Form;
use super::words;
use crate::case::page::Field;
use crate::form::Typed;
use domain::case::{Act, ActKind, Archive, Keeping, Note, PAGES_MAX};
use domain::value::fold;

/// The fields of the act.
pub(super) fn of_kind(asked: &Asked, kind: ActKind) -> Option<Vec<Field>> {
    let lang = asked.lang();
    let keeping = choices(&Keeping::ALL, Keeping::word, |one| one.name(lang));
    let fields = || {
        vec![
            asked.line("archive_number", words::archive_number, true),
            asked.line("main_pages", words::main_pages, true),
            asked.line("internal_pages", words::internal_pages, true),
            hinted(words::keeping_hint(lang), asked.select("keeping", words::keeping, true, keeping)),
            asked.check("complete", words::dossier_complete),
            asked.area("remark", words::end_sheet, false),
        ]
    };
    (kind == ActKind::Archive).then(fields)
}

/// The facts as the form shows them, for their correction.
pub(super) fn typed_of(facts: &Archive) -> Typed {
    let complete = if facts.complete { "yes" } else { "" };
    let remark = facts.remark.as_ref().map(Note::to_string).unwrap_or_default();
    [
        ("archive_number", facts.archive_number.to_string()),
        ("main_pages", facts.main_pages.to_string()),
        ("internal_pages", facts.internal_pages.to_string()),
        ("keeping", facts.keeping.word().to_owned()),
        ("complete", complete.to_owned()),
        ("remark", remark),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

impl Form<'_> {
    pub(super) fn archive(&mut self) -> Option<Act> {
        let archive_number = self.name("archive_number");
        let main_pages = self.pages("main_pages");
        let internal_pages = self.pages("internal_pages");
        let keeping = self.choice("keeping", &Keeping::ALL, Keeping::word);
        let remark = self.may("remark", Note::parse);
        Some(Act::Archive(Archive {
            archive_number: archive_number?,
            main_pages: main_pages?,
            internal_pages: internal_pages?,
            keeping: keeping?,
            complete: self.is("complete"),
            remark,
        }))
    }

    /// A number of pages; 0 says that there is no such volume.
    fn pages(&mut self, name: &str) -> Option<u16> {
        let pages = fold(&self.text(name)).trim_end_matches('页').parse().ok();
        let pages = pages.filter(|pages: &u16| *pages <= PAGES_MAX);
        if pages.is_none() {
            self.problem(name, words::pages_wrong(self.lang));
        }
        pages
    }
}
