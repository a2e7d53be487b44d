//! What a file really is, before anything reads it: its first bytes, and a walk through its zip.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use domain::ledger::Unreadable;

/// Largest file that is taken, in bytes.
pub const BYTES_MAX: usize = 32 * 1024 * 1024;
/// Most bytes that the entries of a workbook may inflate to.
const INFLATED_MAX: u64 = 512 * 1024 * 1024;
/// Most inflated bytes for one byte of the file.
const RATIO_MAX: u64 = 200;
/// Small files are not judged by their ratio, in inflated bytes.
const RATIO_FROM: u64 = 1024 * 1024;
const ENTRIES_MAX: usize = 10_000;

/// The two kinds of workbook that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Xls,
}

/// Says what a file is by its content; the name only helps to say what to do.
///
/// # Errors
/// Everything that is no readable workbook.
pub fn kind_of(bytes: &[u8], file_name: &str) -> Result<Kind, Unreadable> {
    let name = file_name.to_lowercase();
    if bytes.len() > BYTES_MAX {
        return Err(Unreadable::TooLarge);
    }
    if name.ends_with(".et") || name.ends_with(".ett") {
        return Err(Unreadable::Et);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return walk(bytes).map(|()| Kind::Xlsx);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return compound(bytes);
    }
    if name.ends_with(".csv") || name.ends_with(".txt") || name.ends_with(".tsv") {
        return Err(Unreadable::Csv);
    }
    if bytes.is_empty() || bytes.starts_with(b"PK") {
        return Err(Unreadable::Broken);
    }
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or_default()).to_lowercase();
    let is_markup = head.trim_start_matches('\u{feff}').trim_start().starts_with('<');
    let is_text = !bytes.iter().take(1024).any(|byte| *byte == 0);
    if is_text && !is_markup && (head.contains(',') || head.contains('\t')) {
        return Err(Unreadable::Csv);
    }
    Err(Unreadable::NotAWorkbook)
}

/// Inflates every entry once into nothing, counting: declared sizes may lie.
fn walk(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    if archive.len() > ENTRIES_MAX {
        return Err(Unreadable::Inflates);
    }
    let mut inflated = 0_u64;
    let mut is_workbook = false;
    let mut buffer = vec![0_u8; 64 * 1024];
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => Unreadable::Encrypted,
            _ => Unreadable::Broken,
        })?;
        is_workbook |= entry.name().eq_ignore_ascii_case("xl/workbook.xml");
        loop {
            match entry.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => inflated += read as u64,
                Err(_) => return Err(Unreadable::Broken),
            }
            if inflated > INFLATED_MAX || (inflated > RATIO_FROM && inflated / RATIO_MAX > bytes.len() as u64)
            {
                return Err(Unreadable::Inflates);
            }
        }
    }
    if is_workbook { Ok(()) } else { Err(Unreadable::NotAWorkbook) }
}

/// An old compound file: a workbook of Excel 97, an encrypted one, or something else.
fn compound(bytes: &[u8]) -> Result<Kind, Unreadable> {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide.as_slice())
    };
    if holds("EncryptedPackage") {
        Err(Unreadable::Encrypted)
    } else if holds("Workbook") || holds("Book\0") {
        Ok(Kind::Xls)
    } else {
        Err(Unreadable::NotAWorkbook)
    }
}
