//! Objects of a PDF that stand packed in streams (ISO 32000-1, 7.5.7): unpacked while the bytes go by, so that nothing
//! hides there.

use super::fault::FileFault;
use super::scan::{find, is_active, named_at};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

/// As far back the dictionary of a stream is looked at.
const KEPT_BYTES: usize = 1_024;
/// What is unpacked of one file at most; a stream may unpack to a thousand times its length.
const UNPACKED_MAX: usize = 64 << 20;
const UNPACKED_AT_ONCE: usize = 32 << 10;
/// With so many bytes a packed stream of objects says which objects it holds: digits and blanks.
const HEAD_BYTES: usize = 8;

const OBJECTS: &[u8] = b"ObjStm";
const STREAM: &[u8] = b"stream";
/// What is packed in another way than by itself.
const PREDICTED: &[u8] = b"DecodeParms";

/// A look into the packed objects of a PDF.
pub(super) struct Packed {
    state: State,
    /// Bytes that were not looked at yet, and before them what may belong to the next dictionary.
    waiting: Vec<u8>,
    unpacked: usize,
}

enum State {
    Outside,
    /// The dictionary of a stream of objects: its bytes come.
    Before,
    Inside(Box<Inside>),
}

struct Inside {
    inflate: Box<InflateState>,
    /// The last of what was unpacked.
    kept: Vec<u8>,
    count: usize,
}

impl std::fmt::Debug for Packed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Packed").field("unpacked", &self.unpacked).finish_non_exhaustive()
    }
}

impl Packed {
    pub fn new() -> Self {
        Packed { state: State::Outside, waiting: Vec::new(), unpacked: 0 }
    }

    /// The next bytes.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        self.waiting.extend_from_slice(bytes);
        while self.step()? {}
        Ok(())
    }

    /// Goes on as far as the bytes reach; whether there is more to do with them.
    fn step(&mut self) -> Result<bool, FileFault> {
        match &mut self.state {
            State::Outside => Ok(self.outside()),
            State::Before => self.before(),
            State::Inside(inside) => {
                let (used, is_end) = inside.push(&self.waiting, &mut self.unpacked)?;
                self.waiting.drain(..used);
                if is_end {
                    self.state = State::Outside;
                }
                Ok(is_end)
            }
        }
    }

    fn outside(&mut self) -> bool {
        match named_at(&self.waiting, OBJECTS) {
            Some(at) => {
                // The dictionary begins behind the number of its object.
                let begin = self.waiting[..at].windows(3).rposition(|three| three == b"obj").unwrap_or(0);
                self.waiting.drain(..begin);
                self.state = State::Before;
                true
            }
            None => {
                let gone = self.waiting.len().saturating_sub(KEPT_BYTES);
                self.waiting.drain(..gone);
                false
            }
        }
    }

    fn before(&mut self) -> Result<bool, FileFault> {
        let found = self.waiting.windows(STREAM.len()).position(|some| some == STREAM);
        let Some(at) = found else {
            // A dictionary so long is none.
            return if self.waiting.len() > 64 * KEPT_BYTES { Err(FileFault::HiddenPdf) } else { Ok(false) };
        };
        if find(&self.waiting[..at], PREDICTED) {
            return Err(FileFault::HiddenPdf);
        }
        let after = at + STREAM.len();
        let line = match self.waiting.get(after..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([b'\n', ..]) => 1,
            Some([] | [b'\r']) | None => return Ok(false),
            Some(_) => return Err(FileFault::HiddenPdf),
        };
        self.waiting.drain(..after + line);
        let inflate = InflateState::new_boxed(DataFormat::Zlib);
        self.state = State::Inside(Box::new(Inside { inflate, kept: Vec::new(), count: 0 }));
        Ok(true)
    }
}

impl Inside {
    /// Unpacks the next bytes; how many of them were used, and whether that was the last.
    fn push(&mut self, bytes: &[u8], unpacked: &mut usize) -> Result<(usize, bool), FileFault> {
        let mut room = vec![0; UNPACKED_AT_ONCE];
        let mut used = 0;
        loop {
            let done = inflate(&mut self.inflate, &bytes[used..], &mut room, MZFlush::None);
            used += done.bytes_consumed;
            *unpacked += done.bytes_written;
            if *unpacked > UNPACKED_MAX {
                return Err(FileFault::HiddenPdf);
            }
            self.look(&room[..done.bytes_written])?;
            match done.status {
                Ok(MZStatus::StreamEnd) => return Ok((used, true)),
                Ok(_) if done.bytes_written == room.len() => {}
                Ok(_) if used == bytes.len() => return Ok((used, false)),
                Ok(_) if done.bytes_consumed > 0 => {}
                // It waits for more.
                Err(miniz_oxide::MZError::Buf) => return Ok((used, false)),
                _ => return Err(FileFault::HiddenPdf),
            }
        }
    }

    fn look(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        let head = bytes.iter().take(HEAD_BYTES.saturating_sub(self.count));
        if !head.copied().all(|byte| byte.is_ascii_digit() || byte.is_ascii_whitespace()) {
            return Err(FileFault::HiddenPdf);
        }
        self.count += bytes.len();
        self.kept.extend_from_slice(bytes);
        if is_active(&self.kept) {
            return Err(FileFault::ActivePdf);
        }
        let gone = self.kept.len().saturating_sub(KEPT_BYTES);
        self.kept.drain(..gone);
        Ok(())
    }
}
