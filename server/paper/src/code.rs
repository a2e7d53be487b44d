//! A code (二维码) of an address, as it is drawn on papers and on screens.

use crate::error::PaperError;
use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// Pages of a paper that have a code of their own; what is longer is put in order by whoever scans it.
pub(crate) const CODED_PAGES_MAX: usize = 200;

/// Where the check of papers lives, and the name under which a page's number follows.
const CHECK: &str = "/_/check/";
const PAGE: &str = "p=";

/// The longest last word of an address that is looked at, in bytes.
const WORD_BYTES_MAX: usize = 64;

/// What the code on a page of a paper says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageCode {
    /// The last word of the check's address, by which the paper is known.
    pub word: String,
    /// Which page of the paper, from 1.
    pub page: usize,
}

impl PageCode {
    /// Reads what a code says; none of one that leads to no check of a paper.
    #[must_use]
    pub fn read(said: &str) -> Option<Self> {
        let (_, rest) = said.split_once(CHECK)?;
        let (word, page) = match rest.split_once('?') {
            None => (rest, 1),
            Some((word, page)) => (word, page.strip_prefix(PAGE)?.parse().ok()?),
        };
        let is_word = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let is_one = is_word && !word.is_empty() && word.len() <= WORD_BYTES_MAX;
        (is_one && (1..=CODED_PAGES_MAX).contains(&page)).then(|| PageCode { word: word.to_owned(), page })
    }

    /// The address on a page of a paper after the first, whose check is at an address.
    pub(crate) fn address(check: &str, page: usize) -> String {
        format!("{check}?{PAGE}{page}")
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_of_a_page_says_which_paper_and_which_page() {
        let word = "12-0123456789abcdef0123456789abcdef";
        let check = format!("https://shangwu.example.gov.cn/_/check/{word}");
        let first = PageCode::read(&check).expect("a code");
        assert_eq!((first.word.as_str(), first.page), (word, 1));
        let third = PageCode::read(&PageCode::address(&check, 3)).expect("a code");
        assert_eq!((third.word.as_str(), third.page), (word, 3));
    }

    #[test]
    fn what_leads_to_no_check_of_a_paper_is_no_code_of_a_page() {
        let long = format!("https://a/_/check/{}", "a".repeat(65));
        for said in [
            "",
            "https://weixin.qq.com/r/abc",
            "https://a/_/check/",
            "https://a/_/check/1-a/../..",
            "https://a/_/check/1-a?p=",
            "https://a/_/check/1-a?p=0",
            "https://a/_/check/1-a?p=201",
            "https://a/_/check/1-a?q=2",
            "https://a/_/check/1-党",
            long.as_str(),
        ] {
            assert_eq!(PageCode::read(said), None, "{said}");
        }
    }
}
