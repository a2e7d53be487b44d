//! The classes by which a map is coloured.

/// Classes at most.
pub const CLASSES_MAX: usize = 5;

/// The upper limits of the classes of these values, rising, each value at or below the last one: about as many values
/// in each class, limits rounded up to two digits so that a legend can be read. None for no values.
#[must_use]
pub fn classes(values: &[i64]) -> Vec<i64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let count = sorted.len().min(CLASSES_MAX);
    let at = |class: usize| sorted.get((class * sorted.len()).div_ceil(count).saturating_sub(1)).copied();
    let mut limits: Vec<i64> = (1..=count).filter_map(at).map(rounded_up).collect();
    limits.dedup();
    limits
}

/// The class of a value among limits, from 0; the last one for a value above all.
#[must_use]
pub fn class_of(value: i64, limits: &[i64]) -> usize {
    limits.partition_point(|limit| *limit < value).min(limits.len().saturating_sub(1))
}

/// The next number of at most two digits before its zeros, itself included.
fn rounded_up(value: i64) -> i64 {
    let mut step: i64 = 1;
    while value.unsigned_abs() / step.unsigned_abs() >= 100 {
        step = step.saturating_mul(10);
    }
    value.checked_add(step - 1).map_or(value, |above| above.div_euclid(step) * step)
}
