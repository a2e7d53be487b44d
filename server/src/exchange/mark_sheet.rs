//! Marking one sheet of an .xlsx while it streams by.

use std::io::{BufRead, Write};

use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};

use super::mark::{RowMark, SheetMarks};
use super::mark_styles::{Twins, prefix, without};
use domain::ledger::Unreadable;

/// Copies a sheet, turns wrong cells red and writes the reasons.
///
/// # Errors
/// `broken` when the sheet is no XML or cannot be written.
pub fn mark_sheet(
    sheet: impl BufRead,
    to: impl Write,
    marks: &SheetMarks,
    twins: Twins,
) -> Result<(), Unreadable> {
    let mut reader = Reader::from_reader(sheet);
    let mut marking = Marking { writer: Writer::new(to), marks, twins, row: 0, open: None };
    let mut buffer = Vec::new();
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(|_| Unreadable::Broken)?;
        if matches!(event, Event::Eof) {
            return Ok(());
        }
        marking.event(event).map_err(|_| Unreadable::Broken)?;
        buffer.clear();
    }
}

/// The row that is being marked.
struct Open<'a> {
    mark: &'a RowMark,
    prefix: String,
    /// The next column that has no cell yet.
    next: usize,
    /// Columns that still want a cell, in order.
    wanted: Vec<usize>,
    /// Inside a cell that is left out, because the reason takes its place.
    dropping: bool,
}

struct Marking<'a, W: Write> {
    writer: Writer<W>,
    marks: &'a SheetMarks,
    twins: Twins,
    row: u32,
    open: Option<Open<'a>>,
}

impl<W: Write> Marking<'_, W> {
    fn event(&mut self, event: Event<'_>) -> std::io::Result<()> {
        match event {
            Event::Empty(ref element) if element.local_name().as_ref() == "dimension" => {
                let widened = self.widened(element);
                self.writer.write_event(Event::Empty(widened))
            }
            Event::Start(ref element) if element.local_name().as_ref() == "row" => self.begin_row(element),
            Event::Empty(ref element) if element.local_name().as_ref() == "row" => {
                self.row = number_of(element).unwrap_or(self.row + 1);
                self.writer.write_event(event)
            }
            Event::End(ref element) if element.local_name().as_ref() == "row" => {
                if let Some(mut open) = self.open.take() {
                    self.fill(&mut open, usize::MAX)?;
                }
                self.writer.write_event(event)
            }
            event => match self.open.take() {
                None => self.writer.write_event(event),
                Some(mut open) => {
                    let result = self.inside(&mut open, event);
                    self.open = Some(open);
                    result
                }
            },
        }
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> std::io::Result<()> {
        self.row = number_of(element).unwrap_or(self.row + 1);
        let Some(mark) = self.marks.rows.get(&self.row) else {
            return self.writer.write_event(Event::Start(element.borrow()));
        };
        let mut wanted: Vec<usize> = mark.columns.iter().copied().collect();
        wanted.push(self.marks.reason_column);
        wanted.sort_unstable();
        wanted.dedup();
        let prefix = prefix(element.name().as_ref());
        self.open = Some(Open { mark, prefix, next: 0, wanted, dropping: false });
        // `spans` would promise that no cell stands outside.
        self.writer.write_event(Event::Start(without(element, "spans")))
    }

    /// An event inside a marked row.
    fn inside(&mut self, open: &mut Open<'_>, event: Event<'_>) -> std::io::Result<()> {
        match event {
            Event::Start(element) if element.local_name().as_ref() == "c" => {
                match self.cell(open, &element)? {
                    Some(cell) => self.writer.write_event(Event::Start(cell)),
                    None => {
                        open.dropping = true;
                        Ok(())
                    }
                }
            }
            Event::Empty(element) if element.local_name().as_ref() == "c" => {
                match self.cell(open, &element)? {
                    Some(cell) => self.writer.write_event(Event::Empty(cell)),
                    None => Ok(()),
                }
            }
            Event::End(element) if open.dropping && element.local_name().as_ref() == "c" => {
                open.dropping = false;
                Ok(())
            }
            _ if open.dropping => Ok(()),
            event => self.writer.write_event(event),
        }
    }

    /// The cell as it goes on, after the cells missing before it; `None` when the reason takes its place.
    fn cell(
        &mut self,
        open: &mut Open<'_>,
        element: &BytesStart<'_>,
    ) -> std::io::Result<Option<BytesStart<'static>>> {
        let own = attribute(element, "r").and_then(|place| column_of(&place));
        let column = own.unwrap_or(open.next);
        self.fill(open, column)?;
        open.next = column + 1;
        if column == self.marks.reason_column {
            self.fill(open, column + 1)?;
            return Ok(None);
        }
        if open.wanted.first() == Some(&column) {
            open.wanted.remove(0);
            let format = attribute(element, "s").and_then(|text| text.parse().ok()).unwrap_or(0);
            if let Some(red) = self.twins.of(format) {
                let mut cell = without(element, "s");
                cell.push_attribute(("s", red.to_string().as_str()));
                return Ok(Some(cell));
            }
        }
        Ok(Some(element.to_owned()))
    }

    /// Writes the wanted cells that stand before a column and are not there.
    fn fill(&mut self, open: &mut Open<'_>, before: usize) -> std::io::Result<()> {
        while let Some(column) = open.wanted.first().copied().filter(|column| *column < before) {
            open.wanted.remove(0);
            let place = format!("{}{}", letters(column), self.row);
            let prefix = &open.prefix;
            let mut cell = BytesStart::new(format!("{prefix}c"));
            cell.push_attribute(("r", place.as_str()));
            if let Some(red) = self.twins.of(0) {
                cell.push_attribute(("s", red.to_string().as_str()));
            }
            if column != self.marks.reason_column {
                self.writer.write_event(Event::Empty(cell))?;
                continue;
            }
            cell.push_attribute(("t", "inlineStr"));
            let end = cell.to_end().into_owned();
            self.writer.write_event(Event::Start(cell))?;
            for tag in ["is", "t"] {
                self.writer.write_event(Event::Start(BytesStart::new(format!("{prefix}{tag}"))))?;
            }
            self.writer.write_event(Event::Text(BytesText::new(&open.mark.reason)))?;
            for tag in ["t", "is"] {
                self.writer.write_event(Event::End(BytesStart::new(format!("{prefix}{tag}")).to_end()))?;
            }
            self.writer.write_event(Event::End(end))?;
        }
        Ok(())
    }

    /// The dimension with the column of reasons in it.
    fn widened(&self, element: &BytesStart<'_>) -> BytesStart<'static> {
        let reference = attribute(element, "ref").unwrap_or_default();
        let (start, end) = reference.split_once(':').unwrap_or((&reference, &reference));
        let column = column_of(end).unwrap_or(0).max(self.marks.reason_column);
        let row = end.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let mut widened = without(element, "ref");
        widened.push_attribute(("ref", format!("{start}:{}{row}", letters(column)).as_str()));
        widened
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element.try_get_attribute(name).ok().flatten().map(|attribute| attribute.value.into_owned())
}

fn number_of(row: &BytesStart<'_>) -> Option<u32> {
    attribute(row, "r").and_then(|text| text.parse().ok())
}

/// `AB12` → 27.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.chars().take_while(char::is_ascii_alphabetic);
    let number = letters.fold(0_usize, |sum, letter| {
        sum.saturating_mul(26).saturating_add((letter.to_ascii_uppercase() as usize) - ('A' as usize) + 1)
    });
    number.checked_sub(1)
}

/// 27 → `AB`.
fn letters(column: usize) -> String {
    let mut text = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0) + b'A';
        text.insert(0, char::from(letter));
        rest = (rest - 1) / 26;
    }
    text
}
