//! Objects of a PDF that stand packed in streams (ISO 32000-1, 7.5.7): unpacked while the bytes go by, so that nothing
//! hides there.

mod dictionary;
#[cfg(test)]
mod tests;

use super::fault::FileFault;
use super::scan::{is_active, named_at};
use dictionary::{dictionary, hides_before, is_blank};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

/// As far back the dictionary of a stream is looked at.
const KEPT_BYTES: usize = 1_024;
/// What is unpacked of one file at most; a stream may unpack to a thousand times its length.
const UNPACKED_MAX: usize = 64 << 20;
const UNPACKED_AT_ONCE: usize = 32 << 10;
/// Streams of objects of one file; 500 MB of scans hold some thousands.
const STREAMS_MAX: usize = 20_000;

const OBJECTS: &[u8] = b"ObjStm";
const STREAM: &[u8] = b"stream";
const END_OF_STREAM: &[u8] = b"endstream";

/// A look into the packed objects of a PDF.
pub(super) struct Packed {
    state: State,
    /// Bytes that were not looked at yet, and before them what may belong to the next dictionary.
    waiting: Vec<u8>,
    /// Where in them the next byte stands.
    at: usize,
    unpacked: usize,
    streams: usize,
    room: Vec<u8>,
}

enum State {
    Outside,
    /// The dictionary of a stream of objects, behind its type: what was read of it, and how deep it goes on.
    Dictionary {
        read: Vec<u8>,
        depth: usize,
    },
    /// That dictionary has ended: its stream begins.
    Before,
    Inside(Box<Inside>),
    /// The stream was unpacked: it ends here.
    After,
}

struct Inside {
    inflate: Box<InflateState>,
    /// The last of what was unpacked.
    kept: Vec<u8>,
    /// The last of what it was unpacked from.
    raw: Vec<u8>,
    head: Head,
}

/// With pairs of numbers a packed stream of objects says which objects it holds; then they follow.
#[derive(Clone, Copy)]
enum Head {
    Blank { numbers: usize },
    Number { numbers: usize },
    Over,
}

impl std::fmt::Debug for Packed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Packed").field("unpacked", &self.unpacked).finish_non_exhaustive()
    }
}

impl Packed {
    pub fn new() -> Self {
        Packed {
            state: State::Outside,
            waiting: Vec::new(),
            at: 0,
            unpacked: 0,
            streams: 0,
            room: vec![0; UNPACKED_AT_ONCE],
        }
    }

    /// The next bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        self.waiting.extend_from_slice(bytes);
        while self.step()? {}
        self.waiting.drain(..self.at);
        self.at = 0;
        Ok(())
    }

    /// Goes on as far as the bytes reach; whether there is more to do with them.
    fn step(&mut self) -> Result<bool, FileFault> {
        match &mut self.state {
            State::Outside => self.outside(),
            State::Dictionary { read, depth } => {
                let (used, is_end) = dictionary(read, depth, &self.waiting[self.at..])?;
                self.at += used;
                if is_end {
                    self.state = State::Before;
                }
                Ok(is_end)
            }
            State::Before => self.before(),
            State::Inside(inside) => {
                let bytes = &self.waiting[self.at..];
                let (used, is_end) = inside.push(bytes, &mut self.room, &mut self.unpacked)?;
                self.at += used;
                if is_end {
                    self.state = State::After;
                }
                Ok(is_end)
            }
            State::After => self.after(),
        }
    }

    fn outside(&mut self) -> Result<bool, FileFault> {
        let left = &self.waiting[self.at..];
        let Some(found) = named_at(left, OBJECTS) else {
            self.at += left.len().saturating_sub(KEPT_BYTES);
            return Ok(false);
        };
        if hides_before(&left[found.saturating_sub(KEPT_BYTES)..found]) {
            return Err(FileFault::HiddenPdf);
        }
        self.at += found;
        self.state = State::Dictionary { read: Vec::new(), depth: 1 };
        Ok(true)
    }

    /// Only what directly follows its dictionary is a stream.
    fn before(&mut self) -> Result<bool, FileFault> {
        match self.word(STREAM) {
            Some(true) => {}
            Some(false) => return Ok(false),
            None => {
                self.state = State::Outside;
                return Ok(true);
            }
        }
        let begin = self.at + STREAM.len();
        let line = match &self.waiting[begin..] {
            [b'\r', b'\n', ..] => 2,
            [b'\n', ..] => 1,
            [] | [b'\r'] => return Ok(false),
            _ => return Err(FileFault::HiddenPdf),
        };
        self.streams += 1;
        if self.streams > STREAMS_MAX {
            return Err(FileFault::HiddenPdf);
        }
        self.at = begin + line;
        self.state = State::Inside(Box::new(Inside::new()));
        Ok(true)
    }

    /// What was unpacked was the stream only where the stream ends with it.
    fn after(&mut self) -> Result<bool, FileFault> {
        let is_whole = self.word(END_OF_STREAM).ok_or(FileFault::HiddenPdf)?;
        if is_whole {
            self.at += END_OF_STREAM.len();
            self.state = State::Outside;
        }
        Ok(is_whole)
    }

    /// Goes over blanks to a word: whether all of it is there already, or as much of it as the bytes reach; none:
    /// something else stands there.
    fn word(&mut self, word: &[u8]) -> Option<bool> {
        self.at += self.waiting[self.at..].iter().take_while(|byte| is_blank(**byte)).count();
        let left = &self.waiting[self.at..];
        let length = left.len().min(word.len());
        (left[..length] == word[..length]).then_some(length == word.len())
    }
}

impl Inside {
    fn new() -> Self {
        let inflate = InflateState::new_boxed(DataFormat::Zlib);
        Inside { inflate, kept: Vec::new(), raw: Vec::new(), head: Head::Blank { numbers: 0 } }
    }

    /// Unpacks the next bytes; how many of them were used, and whether that was the last.
    fn push(
        &mut self,
        bytes: &[u8],
        room: &mut [u8],
        unpacked: &mut usize,
    ) -> Result<(usize, bool), FileFault> {
        let mut used = 0;
        let is_end = loop {
            let done = inflate(&mut self.inflate, &bytes[used..], room, MZFlush::None);
            used += done.bytes_consumed;
            *unpacked += done.bytes_written;
            if *unpacked > UNPACKED_MAX {
                return Err(FileFault::HiddenPdf);
            }
            self.look(&room[..done.bytes_written])?;
            match done.status {
                Ok(MZStatus::StreamEnd) => break true,
                Ok(_) if done.bytes_written == room.len() => {}
                Ok(_) if used == bytes.len() => break false,
                Ok(_) if done.bytes_consumed > 0 => {}
                // It waits for more.
                Err(miniz_oxide::MZError::Buf) => break false,
                _ => return Err(FileFault::HiddenPdf),
            }
        };
        // What reads it as something else than packed finds no other stream of objects there.
        holds_no_objects(&mut self.raw, &bytes[..used])?;
        Ok((used, is_end))
    }

    fn look(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        for byte in bytes {
            self.head = self.head.after(*byte)?;
            if matches!(self.head, Head::Over) {
                break;
            }
        }
        let begin = self.kept.len().saturating_sub(KEPT_BYTES);
        self.kept.drain(..begin);
        self.kept.extend_from_slice(bytes);
        if is_active(&self.kept) {
            return Err(FileFault::ActivePdf);
        }
        match named_at(&self.kept, OBJECTS) {
            Some(_) => Err(FileFault::HiddenPdf),
            None => Ok(()),
        }
    }
}

/// Looks at the next bytes, with the last of those before them, for the type of a stream of objects.
fn holds_no_objects(kept: &mut Vec<u8>, bytes: &[u8]) -> Result<(), FileFault> {
    kept.extend_from_slice(bytes);
    if named_at(kept, OBJECTS).is_some() {
        return Err(FileFault::HiddenPdf);
    }
    let gone = kept.len().saturating_sub(KEPT_BYTES);
    kept.drain(..gone);
    Ok(())
}

impl Head {
    /// Numbers and blanks, at least a pair, and behind them the first byte of an object.
    fn after(self, byte: u8) -> Result<Self, FileFault> {
        let numbers = match self {
            Head::Over => return Ok(Head::Over),
            Head::Blank { numbers } if byte.is_ascii_digit() => numbers + 1,
            Head::Blank { numbers } | Head::Number { numbers } => numbers,
        };
        match byte {
            _ if byte.is_ascii_digit() => Ok(Head::Number { numbers }),
            _ if is_blank(byte) => Ok(Head::Blank { numbers }),
            b'<' | b'[' | b'(' | b'/' | b't' | b'f' | b'n' | b'+' | b'-' | b'.' if numbers >= 2 => {
                Ok(Head::Over)
            }
            _ => Err(FileFault::HiddenPdf),
        }
    }
}
