//! The code (二维码) on an issued paper that leads to its check.

use crate::error::PaperError;
use qrcode::{Color, EcLevel, QrCode};
use serde_json::{Value, json};

/// The code of an address as the templates draw it: its size in modules, and runs of dark ones as column, row, length.
///
/// # Errors
/// [`PaperError::Template`] for an address that no code can hold.
pub(crate) fn code(address: &str) -> Result<Value, PaperError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M);
    let code = code.map_err(|error| PaperError::Template(format!("the address of the check: {error}")))?;
    let (size, colors) = (code.width(), code.to_colors());
    let mut runs: Vec<[usize; 3]> = Vec::new();
    for (row, line) in colors.chunks(size).enumerate() {
        for (column, _) in line.iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
            match runs.last_mut() {
                Some([from, of, length]) if *of == row && *from + *length == column => *length += 1,
                _ => runs.push([column, row, 1]),
            }
        }
    }
    Ok(json!({ "address": address, "size": size, "runs": runs }))
}
