//! A file is judged by its bytes: its first ones say what it is, all of them what hides inside.

use super::content::{Content, Family};
use super::fault::FileFault;
use super::name::FileName;
use super::scan::Scan;

/// So many first bytes are looked at to say what a file is.
pub const HEAD_BYTES: usize = 4096;

/// What the first bytes alone say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    Known(Content),
    /// A zip: which one, its entries say.
    Zip,
    /// An older Office: its streams say.
    Ole,
}

/// Judges a file while its bytes go by.
#[derive(Debug)]
pub struct Judge {
    name: FileName,
    head: Vec<u8>,
    scan: Option<Scan>,
}

impl Judge {
    #[must_use]
    pub fn of(name: FileName) -> Self {
        Judge { name, head: Vec::new(), scan: None }
    }

    /// The next bytes.
    ///
    /// # Errors
    /// [`FileFault`] as soon as the file cannot come in.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        if let Some(scan) = &mut self.scan {
            return scan.push(bytes);
        }
        self.head.extend_from_slice(bytes);
        if self.head.len() < HEAD_BYTES { Ok(()) } else { self.begin() }
    }

    fn begin(&mut self) -> Result<(), FileFault> {
        let mut scan = Scan::of(head(&self.head)?);
        scan.push(&self.head)?;
        self.scan = Some(scan);
        Ok(())
    }

    /// What the whole file is.
    ///
    /// # Errors
    /// [`FileFault`] when it cannot come in.
    pub fn finish(mut self) -> Result<Content, FileFault> {
        if self.head.is_empty() {
            return Err(FileFault::Empty);
        }
        if self.scan.is_none() {
            self.begin()?;
        }
        let content = self.scan.map_or(Err(FileFault::Unknown), Scan::finish)?;
        keeps_promise(&self.name, content.family())?;
        Ok(content)
    }
}

/// Judges what the first bytes of a file alone give away, so that nobody sends 500 MB for nothing.
///
/// # Errors
/// [`FileFault`] when the file cannot come in.
pub fn judge_head(name: &FileName, bytes: &[u8]) -> Result<(), FileFault> {
    let family = match head(&bytes[..bytes.len().min(HEAD_BYTES)])? {
        Head::Known(content) => content.family(),
        Head::Zip | Head::Ole => Family::Office,
    };
    keeps_promise(name, family)
}

/// Endings of office documents that are made to hold macros.
const MACRO_ENDINGS: [&str; 10] =
    ["docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppsm", "ppam"];

fn keeps_promise(name: &FileName, family: Family) -> Result<(), FileFault> {
    if MACRO_ENDINGS.contains(&name.ending().as_str()) {
        return Err(FileFault::Macros);
    }
    match Family::of_ending(&name.ending()) {
        Some(promised) if promised != family => Err(FileFault::lie(promised)),
        _ => Ok(()),
    }
}

fn head(bytes: &[u8]) -> Result<Head, FileFault> {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    let at = |from: usize, mark: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(mark));
    let known = |content| Ok(Head::Known(content));
    match () {
        () if starts(b"\xff\xd8\xff") => known(Content::Jpeg),
        () if starts(b"\x89PNG\r\n\x1a\n") => known(Content::Png),
        () if starts(b"RIFF") && at(8, b"WEBP") => known(Content::Webp),
        () if starts(b"RIFF") && at(8, b"WAVE") => known(Content::Wav),
        () if starts(b"GIF87a") || starts(b"GIF89a") => known(Content::Gif),
        () if starts(b"BM") && at(6, &[0; 4]) => known(Content::Bmp),
        () if starts(b"II*\0") || starts(b"MM\0*") => known(Content::Tiff),
        // Readers look for it within the first kilobyte.
        () if holds(&bytes[..bytes.len().min(1024)], b"%PDF-") => known(Content::Pdf),
        () if starts(b"#!AMR") => known(Content::Amr),
        () if starts(b"ID3") || is_mp3_frame(bytes) => known(Content::Mp3),
        () if at(4, b"ftyp") => Ok(Head::Known(by_brand(bytes.get(8..12).unwrap_or_default()))),
        () if [&b"moov"[..], b"mdat", b"wide", b"free"].iter().any(|mark| at(4, mark)) => known(Content::Mov),
        () if starts(b"PK\x03\x04") => Ok(Head::Zip),
        () if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => Ok(Head::Ole),
        () if runs(bytes) => Err(FileFault::Runs),
        () if is_packed(bytes) => Err(FileFault::Packed),
        () if starts(b"{\\rtf") => Err(FileFault::Unknown),
        () if bytes.iter().copied().any(is_no_text) => Err(FileFault::Unknown),
        () if is_drawn(bytes) => Err(FileFault::WebPage),
        () => known(Content::Text),
    }
}

/// What a phone calls its films, sounds and pictures.
fn by_brand(brand: &[u8]) -> Content {
    match brand {
        b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" => Content::Heic,
        b"M4A " | b"M4B " => Content::M4a,
        b"qt  " => Content::Mov,
        _ => Content::Mp4,
    }
}

/// The eleven bits of a frame of sound, and fields that are not forbidden.
fn is_mp3_frame(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, second, third, ..]
        if second & 0xe6 == 0xe2 && third & 0xf0 != 0xf0 && third & 0x0c != 0x0c)
}

fn runs(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 9] = [
        b"MZ",
        b"\x7fELF",
        b"\xfe\xed\xfa\xce",
        b"\xfe\xed\xfa\xcf",
        b"\xcf\xfa\xed\xfe",
        b"\xca\xfe\xba\xbe",
        b"\0asm",
        b"#!",
        b"L\0\0\0\x01\x14\x02\0",
    ];
    marks.iter().any(|mark| bytes.starts_with(mark))
}

fn is_packed(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 7] =
        [b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF"];
    marks.iter().any(|mark| bytes.starts_with(mark))
}

/// A byte that no text in UTF-8 or GB 18030 holds.
pub(super) fn is_no_text(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c) || byte == 0x7f
}

/// What a browser draws: the tags with which a page or a drawing begins.
fn is_drawn(bytes: &[u8]) -> bool {
    let small = bytes.to_ascii_lowercase();
    let tags: [&[u8]; 8] =
        [b"<svg", b"<html", b"<!doctype", b"<script", b"<head", b"<body", b"<iframe", b"<?xml-stylesheet"];
    tags.iter().any(|tag| holds(&small, tag))
}

pub(super) fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
