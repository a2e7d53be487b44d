//! What hides inside a file: looked for in all of its bytes, of which only the last few are kept.

use super::content::Content;
use super::fault::FileFault;
use super::judge::{Head, is_no_text};
use super::packed::Packed;

/// Longer than anything that is looked for, so that nothing is missed where two pieces meet.
const KEPT_BYTES: usize = 64;

/// Names in a PDF by which it runs or starts something. An `/OpenAction` alone only says where reading begins.
const ACTIVE: [&[u8]; 4] = [b"JavaScript", b"Launch", b"RichMedia", b"ImportData"];

/// Entries of a zip by which an office document is known.
const ENTRIES: [(&[u8], Content); 4] = [
    (b"xl/workbook.", Content::Xlsx),
    (b"word/document.", Content::Docx),
    (b"ppt/presentation.", Content::Pptx),
    (b"OFD.xml", Content::Ofd),
];
const MACROS: &[u8] = b"vbaProject.bin";

/// Streams of an older Office, whose names stand in two bytes a letter.
const STREAMS: [&str; 3] = ["Workbook", "WordDocument", "PowerPoint Document"];
const OLD_MACROS: &str = "_VBA_PROJECT";

/// A look through the bytes of a file.
#[derive(Debug)]
pub(super) struct Scan {
    head: Head,
    /// The last bytes before those to come.
    kept: Vec<u8>,
    found: Option<Content>,
    packed: Packed,
}

impl Scan {
    pub fn of(head: Head) -> Self {
        let found = match head {
            Head::Known(content) => Some(content),
            Head::Zip | Head::Ole => None,
        };
        Scan { head, kept: Vec::new(), found, packed: Packed::new() }
    }

    /// The next bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        match self.head {
            Head::Known(Content::Pdf) => {
                self.look(bytes, |_, seen| match is_active(seen) {
                    true => Err(FileFault::ActivePdf),
                    false => Ok(()),
                })?;
                self.packed.push(bytes)
            }
            Head::Known(Content::Text) => match bytes.iter().copied().any(is_no_text) {
                true => Err(FileFault::Unknown),
                false => Ok(()),
            },
            Head::Known(_) => Ok(()),
            Head::Zip => self.look(bytes, |found, seen| {
                if find(seen, MACROS) {
                    return Err(FileFault::Macros);
                }
                let known = ENTRIES.iter().find(|(entry, _)| found.is_none() && find(seen, entry));
                *found = found.or(known.map(|(_, content)| *content));
                Ok(())
            }),
            Head::Ole => self.look(bytes, |found, seen| {
                if find(seen, &wide(OLD_MACROS)) {
                    return Err(FileFault::Macros);
                }
                if found.is_none() && STREAMS.iter().any(|stream| find(seen, &wide(stream))) {
                    *found = Some(Content::OldOffice);
                }
                Ok(())
            }),
        }
    }

    /// Looks at the next bytes with the last of those before them.
    fn look(
        &mut self,
        bytes: &[u8],
        seen: impl FnOnce(&mut Option<Content>, &[u8]) -> Result<(), FileFault>,
    ) -> Result<(), FileFault> {
        self.kept.extend_from_slice(bytes);
        seen(&mut self.found, &self.kept)?;
        let gone = self.kept.len().saturating_sub(KEPT_BYTES);
        self.kept.drain(..gone);
        Ok(())
    }

    /// What the file is.
    pub fn finish(self) -> Result<Content, FileFault> {
        match (self.found, self.head) {
            (Some(content), _) => Ok(content),
            (None, Head::Zip) => Err(FileFault::Packed),
            (None, _) => Err(FileFault::Unknown),
        }
    }
}

/// Whether a part stands among the bytes: its first byte is looked for, then the rest.
pub(super) fn find(bytes: &[u8], part: &[u8]) -> bool {
    let Some((first, rest)) = part.split_first() else { return true };
    let mut left = bytes;
    while let Some(at) = left.iter().position(|byte| byte == first) {
        left = &left[at + 1..];
        if left.starts_with(rest) {
            return true;
        }
    }
    false
}

/// Whether a PDF runs or starts something by what stands among the bytes.
pub(super) fn is_active(bytes: &[u8]) -> bool {
    names(bytes).any(|at| ACTIVE.iter().any(|name| is_named(&bytes[at..], name)))
}

/// Where a name of a PDF begins, behind its stroke.
pub(super) fn named_at(bytes: &[u8], name: &[u8]) -> Option<usize> {
    names(bytes).find(|at| is_named(&bytes[*at..], name))
}

/// Behind every stroke.
fn names(bytes: &[u8]) -> impl Iterator<Item = usize> {
    bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/').map(|(at, _)| at + 1)
}

/// A PDF may write any letter of a name as `#` and two digits.
fn is_named(bytes: &[u8], name: &[u8]) -> bool {
    let mut left = bytes;
    for letter in name {
        let (read, rest) = match left {
            [b'#', high, low, rest @ ..] => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, rest),
                _ => return false,
            },
            [byte, rest @ ..] => (*byte, rest),
            [] => return false,
        };
        if read != *letter {
            return false;
        }
        left = rest;
    }
    true
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
