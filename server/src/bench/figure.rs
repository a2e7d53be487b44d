//! A measured figure beside its promise.

use std::fmt;

/// What was measured, how much it is, and how much it may be.
#[derive(Clone, Debug)]
pub struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
    most: f64,
}

impl Figure {
    /// How many times one costs the other.
    pub fn ratio(name: &str, value: f64, most: f64) -> Self {
        Figure { name: name.to_owned(), value, unit: "x", most }
    }

    /// Whether the promise is kept.
    pub fn is_kept(&self) -> bool {
        self.value <= self.most
    }

    /// A size or a time with its unit.
    pub fn amount(name: &str, value: f64, unit: &'static str, most: f64) -> Self {
        Figure { name: name.to_owned(), value, unit, most }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kept = if self.is_kept() { "kept  " } else { "MISSED" };
        write!(
            f,
            "{kept} {}: {:.2} {unit} of {:.1} {unit}",
            self.name,
            self.value,
            self.most,
            unit = self.unit
        )
    }
}
