//! CPU time of this process, all threads but the client's together.

use super::Failed;

/// The name of the thread that asks; its time is not the product's.
pub const CLIENT: &str = "bench-client";

/// Nanoseconds on the CPU so far.
///
/// # Errors
/// Where the system does not tell it: only Linux does.
pub fn nanos() -> Result<u64, Failed> {
    let mut sum = 0;
    for task in std::fs::read_dir("/proc/self/task")? {
        let task = task?.path();
        // A thread may end while the list is read.
        let Ok(name) = std::fs::read_to_string(task.join("comm")) else { continue };
        let Ok(text) = std::fs::read_to_string(task.join("schedstat")) else { continue };
        if name.trim() != CLIENT {
            sum += text.split_whitespace().next().and_then(|word| word.parse::<u64>().ok()).unwrap_or(0);
        }
    }
    if sum == 0 { Err("the system does not tell the CPU time of threads".into()) } else { Ok(sum) }
}
