//! CPU time of this process, all threads but the client's together, and of a PostgreSQL server beside it.

use super::Failed;
use std::path::Path;

/// The name of the thread that asks; its time is not the product's.
pub const CLIENT: &str = "bench-client";
/// The name of PostgreSQL's processes.
const POSTGRES: &str = "postgres";

/// Nanoseconds on the CPU so far.
///
/// # Errors
/// Where the system does not tell it: only Linux does.
pub fn nanos() -> Result<u64, Failed> {
    let own = sum(Path::new("/proc/self/task"), |name| name != CLIENT)?;
    if own == 0 {
        return Err("the system does not tell the CPU time of threads".into());
    }
    Ok(own + sum(Path::new("/proc"), |name| name == POSTGRES)?)
}

/// What the threads or processes of a folder with such names have taken. One may end while the list is read.
fn sum(folder: &Path, counts: impl Fn(&str) -> bool) -> Result<u64, Failed> {
    let mut sum = 0;
    for one in std::fs::read_dir(folder)? {
        let one = one?.path();
        let named = std::fs::read_to_string(one.join("comm")).is_ok_and(|name| counts(name.trim()));
        if named && let Ok(text) = std::fs::read_to_string(one.join("schedstat")) {
            sum += text.split_whitespace().next().and_then(|word| word.parse::<u64>().ok()).unwrap_or(0);
        }
    }
    Ok(sum)
}
