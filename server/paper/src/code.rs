//! A code (二维码) of an address, as it is drawn on papers and on screens.

use crate::error::PaperError;
use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// The code of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Code {
    /// What it says.
    pub address: String,
    /// Modules on each side, without the quiet border.
    pub size: usize,
    /// Runs of dark modules: column, row, length.
    pub runs: Vec<[usize; 3]>,
}

impl Code {
    /// The code of an address.
    ///
    /// # Errors
    /// [`PaperError::Template`] for an address that no code can hold.
    pub fn of(address: &str) -> Result<Self, PaperError> {
        let code = QrCode::with_error_correction_level(address, EcLevel::M);
        let code = code.map_err(|error| PaperError::Template(format!("the address of a code: {error}")))?;
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
        Ok(Code { address: address.to_owned(), size, runs })
    }
}
