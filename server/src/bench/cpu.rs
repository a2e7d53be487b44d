//! CPU time of this process, all threads but the client's together, and of PostgreSQL's backends beside it.

use super::Failed;
use std::path::Path;

/// The name of the thread that asks; its time is not the product's.
pub const CLIENT: &str = "bench-client";
/// How PostgreSQL names its processes.
const POSTGRES: &str = "postgres: ";
/// What PostgreSQL does for itself, whoever asks.
const OWN_AFFAIRS: [&str; 7] =
    ["autovacuum", "checkpointer", "walwriter", "background writer", "io worker", "logical", "archiver"];

/// Nanoseconds on the CPU so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cpu {
    pub process: u64,
    /// Of PostgreSQL's backends; 0 where the database is embedded.
    pub database: u64,
}

impl Cpu {
    /// What was spent so far.
    ///
    /// # Errors
    /// Where the system does not tell it: only Linux does.
    pub fn now() -> Result<Self, Failed> {
        let is_own = |thread: &Path| {
            std::fs::read_to_string(thread.join("comm")).is_ok_and(|name| name.trim() != CLIENT)
        };
        let is_backend = |process: &Path| {
            let title = std::fs::read_to_string(process.join("cmdline")).unwrap_or_default();
            title
                .strip_prefix(POSTGRES)
                .is_some_and(|rest| !OWN_AFFAIRS.iter().any(|own| rest.starts_with(own)))
        };
        let process = sum(Path::new("/proc/self/task"), is_own)?;
        if process == 0 {
            return Err("the system does not tell the CPU time of threads".into());
        }
        Ok(Cpu { process, database: sum(Path::new("/proc"), is_backend)? })
    }

    /// What was spent since an earlier moment.
    #[must_use]
    pub fn since(self, before: Cpu) -> Self {
        Cpu {
            process: self.process.saturating_sub(before.process),
            database: self.database.saturating_sub(before.database),
        }
    }

    /// Both together, in nanoseconds.
    #[must_use]
    pub fn total(self) -> u64 {
        self.process + self.database
    }
}

/// What such threads or processes of a folder have taken. One may end while the list is read.
fn sum(folder: &Path, counts: impl Fn(&Path) -> bool) -> Result<u64, Failed> {
    let mut sum = 0;
    for one in std::fs::read_dir(folder)? {
        let one = one?.path();
        if let Ok(text) = std::fs::read_to_string(one.join("schedstat"))
            && counts(&one)
        {
            sum += text.split_whitespace().next().and_then(|word| word.parse::<u64>().ok()).unwrap_or(0);
        }
    }
    Ok(sum)
}
