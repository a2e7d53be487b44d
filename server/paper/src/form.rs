//! The templates, one set for all bureaus, embedded.

use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// A template: its path and its text.
type Template = (&'static str, &'static str);

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("/", $name, ".typ"), include_str!(concat!("../forms/", $name, ".typ")))),*]
    };
}

/// Every template; those in lower case are helpers of the forms.
pub(crate) const TEMPLATES: &[Template] = templates![
    "answer", "base", "evidence", "page", "heard", "held", "letter", "notice", "scan", "taken", "volume",
    "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08", "D09", "D10", "D11", "D12", "D13", "D14", "D14a",
    "D15", "D16", "D17", "D18", "D19", "D20", "D21", "D22", "D23", "D24", "D25", "D26", "D26s", "D27", "D28",
    "D29", "D30", "D31", "D32", "D33", "D34", "D35", "D36", "D37", "D38", "D42", "D45", "D46", "D47", "D48",
    "D49", "D50", "D51", "D52", "D53", "D54", "D55",
];

/// The ids of the forms that can be printed.
pub fn forms() -> impl Iterator<Item = &'static str> {
    let names = TEMPLATES.iter().map(|(path, _)| path.trim_start_matches('/').trim_end_matches(".typ"));
    names.filter(|name| name.starts_with('D'))
}

/// The version of the templates: it changes with every change in any of them. Eight hexadecimal digits.
#[must_use]
pub fn template_version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let mut digest = Sha256::new();
        for (path, text) in TEMPLATES {
            digest.update(path.as_bytes());
            digest.update([0]);
            digest.update(text.as_bytes());
            digest.update([0]);
        }
        hex(&digest.finalize()[..4])
    });
    &VERSION
}

/// Bytes in hexadecimal digits, lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
