//! The same workbook back, with red cells and the reason a row.
//!
//! An .xlsx is edited as a stream: every part is copied as it is but the styles and the sheets with wrong
//! rows, so merges, widths and formats stay. An .xls comes back as a new .xlsx with its values.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read, Write};

use domain::Lang;
use domain::ledger::{Column, Unreadable};
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::ledger::Ledger;
use super::mark_sheet::mark_sheet;
use super::mark_styles::{Twins, add_red_twins};
use super::package::Kind;
use super::sheet::place_of;

/// What is marked in one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowMark {
    /// Columns (from 0) that turn red.
    pub columns: BTreeSet<usize>,
    /// What the row says in the column of reasons.
    pub reason: String,
}

/// What is marked in one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetMarks {
    /// The column (from 0) of reasons, after the last that carries anything.
    pub reason_column: usize,
    /// By row, from 1; the header's row carries the title of the reasons.
    pub rows: BTreeMap<u32, RowMark>,
}

/// The marks of a ledger, by the number of the sheet.
pub fn marks_of<C: Column, R>(ledger: &Ledger<C, R>, lang: Lang) -> BTreeMap<usize, SheetMarks> {
    let mut marks: BTreeMap<usize, SheetMarks> = BTreeMap::new();
    for (place, faults) in ledger.wrong() {
        let Some((sheet, found)) =
            ledger.sheets.get(place.sheet).and_then(|sheet| Some((sheet, sheet.found.as_ref()?)))
        else {
            continue;
        };
        let of_sheet = marks.entry(place.sheet).or_insert_with(|| {
            let title =
                RowMark { reason: lang.pick("✗ 原因", "✗ Reason").to_owned(), ..RowMark::default() };
            SheetMarks { reason_column: sheet.width, rows: BTreeMap::from([(found.row, title)]) }
        });
        let columns = faults.iter().map(|fault| place_of(&found.header, fault.column)).collect();
        let reasons = faults.iter().map(|fault| {
            format!("{}{}{}", fault.column.title(lang), lang.pick("：", ": "), fault.error.message(lang))
        });
        let reason = format!("✗ {}", reasons.collect::<Vec<_>>().join(lang.pick("；", "; ")));
        of_sheet.rows.insert(place.row, RowMark { columns, reason });
    }
    marks
}

/// Marks a workbook.
///
/// # Errors
/// When the workbook cannot be read a second time.
pub fn mark<C: Column, R>(
    bytes: &[u8],
    file_name: &str,
    ledger: &Ledger<C, R>,
    lang: Lang,
) -> Result<Vec<u8>, Unreadable> {
    let marks = marks_of(ledger, lang);
    match ledger.kind {
        Kind::Xlsx => {
            let names: Vec<&str> = ledger.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            edit(bytes, &names, &marks)
        }
        Kind::Xls => super::rewrite::rewrite(bytes, file_name, &marks),
    }
}

fn edit(bytes: &[u8], names: &[&str], marks: &BTreeMap<usize, SheetMarks>) -> Result<Vec<u8>, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    let parts = Parts::read(&mut archive)?;
    let mut by_path: BTreeMap<&str, &SheetMarks> = BTreeMap::new();
    for (sheet, of_sheet) in marks {
        let path = names.get(*sheet).and_then(|name| parts.sheets.get(*name));
        by_path.insert(path.ok_or(Unreadable::Broken)?, of_sheet);
    }
    let (styles, twins) = match &parts.styles {
        Some(path) => {
            let text = read_part(&mut archive, path)?;
            let (text, twins) = add_red_twins(&text)?;
            (Some(text), twins)
        }
        None => (None, Twins::default()),
    };
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len() + bytes.len() / 4)));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|_| Unreadable::Broken)?;
        let name = entry.name().to_owned();
        if let Some(of_sheet) = by_path.get(name.as_str()) {
            writer.start_file(&name, options).map_err(|_| Unreadable::Broken)?;
            mark_sheet(BufReader::new(entry), &mut writer, of_sheet, twins)?;
        } else if let (true, Some(text)) = (parts.styles.as_deref() == Some(name.as_str()), &styles) {
            writer.start_file(&name, options).map_err(|_| Unreadable::Broken)?;
            writer.write_all(text).map_err(|_| Unreadable::Broken)?;
        } else {
            writer.raw_copy_file(entry).map_err(|_| Unreadable::Broken)?;
        }
    }
    writer.finish().map(Cursor::into_inner).map_err(|_| Unreadable::Broken)
}

fn read_part(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Result<Vec<u8>, Unreadable> {
    let mut text = Vec::new();
    let mut entry = archive.by_name(path).map_err(|_| Unreadable::Broken)?;
    entry.read_to_end(&mut text).map_err(|_| Unreadable::Broken)?;
    Ok(text)
}

/// Where the parts of a workbook are kept.
struct Parts {
    sheets: BTreeMap<String, String>,
    styles: Option<String>,
}

impl Parts {
    fn read(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Self, Unreadable> {
        let mut targets: BTreeMap<String, String> = BTreeMap::new();
        let mut styles = None;
        let relations = read_part(archive, "xl/_rels/workbook.xml.rels")?;
        each_element(&relations, "Relationship", |of| {
            if let (Some(id), Some(target)) = (of("Id"), of("Target")) {
                let path = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("xl/{target}"),
                };
                if of("Type").is_some_and(|kind| kind.ends_with("/styles")) {
                    styles = Some(path.clone());
                }
                targets.insert(id, path);
            }
        })?;
        let mut sheets = BTreeMap::new();
        let workbook = read_part(archive, "xl/workbook.xml")?;
        each_element(&workbook, "sheet", |of| {
            if let (Some(name), Some(path)) = (of("name"), of("id").and_then(|id| targets.get(&id))) {
                sheets.insert(name, path.clone());
            }
        })?;
        Ok(Self { sheets, styles })
    }
}

/// Calls `each` for every element of a name, with a function that gives an attribute by its local name.
fn each_element(
    text: &[u8],
    name: &str,
    mut each: impl FnMut(&dyn Fn(&str) -> Option<String>),
) -> Result<(), Unreadable> {
    let mut reader = Reader::from_reader(text);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(|_| Unreadable::Broken)? {
            Event::Eof => return Ok(()),
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == name => {
                each(&|wanted| {
                    let mut attributes = element.attributes();
                    attributes.with_checks(false);
                    let found = attributes.flatten().find(|a| a.key.local_name().as_ref() == wanted)?;
                    found.normalized_value(XmlVersion::Explicit1_0).ok().map(std::borrow::Cow::into_owned)
                });
            }
            _ => {}
        }
        buffer.clear();
    }
}
