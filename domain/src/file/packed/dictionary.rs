//! The dictionary of a stream of packed objects (ISO 32000-1, 7.3.7 and 7.5.7).

use crate::file::fault::FileFault;
use crate::file::scan::named_at;

/// A dictionary longer than this is none.
const LENGTH_MAX: usize = 64 << 10;
const OBJECT: &[u8] = b"obj";
/// What is packed in another way than by itself.
const PREDICTED: &[u8] = b"DecodeParms";

/// Whether what stands before the type of a stream of objects, back to the number of its object, may mean something
/// else to a reader than to this look: a parameter, a comment or a text stands there, or no object begins.
pub(super) fn hides_before(bytes: &[u8]) -> bool {
    let Some(begin) = bytes.windows(OBJECT.len()).rposition(|some| some == OBJECT) else { return true };
    let (before, dictionary) = bytes.split_at(begin);
    let line = before.rsplit(|byte| matches!(byte, b'\r' | b'\n')).next().unwrap_or_default();
    line.contains(&b'%')
        || dictionary.iter().any(|byte| matches!(byte, b'%' | b'(' | b')'))
        || named_at(dictionary, PREDICTED).is_some()
}

/// Reads on in a dictionary of names, numbers and dictionaries: how many bytes were used, and whether it has ended.
/// Comments and texts, in which anything may stand, are not known of any stream of objects.
pub(super) fn dictionary(
    read: &mut Vec<u8>,
    depth: &mut usize,
    bytes: &[u8],
) -> Result<(usize, bool), FileFault> {
    let mut at = 0;
    loop {
        match &bytes[at..] {
            [] | [b'<' | b'>'] => return Ok((at, false)),
            [b'<', b'<', ..] => {
                *depth += 1;
                at += 2;
            }
            [b'>', b'>', ..] => {
                *depth -= 1;
                at += 2;
                if *depth == 0 {
                    let is_predicted = named_at(read, PREDICTED).is_some();
                    return if is_predicted { Err(FileFault::HiddenPdf) } else { Ok((at, true)) };
                }
            }
            [b'<' | b'>' | b'%' | b'(' | b')', ..] => return Err(FileFault::HiddenPdf),
            [byte, ..] => {
                read.push(*byte);
                at += 1;
            }
        }
        if read.len() + *depth > LENGTH_MAX {
            return Err(FileFault::HiddenPdf);
        }
    }
}

/// What a PDF takes for a blank.
pub(super) fn is_blank(byte: u8) -> bool {
    byte == 0 || byte.is_ascii_whitespace()
}
