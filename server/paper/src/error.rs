//! Why a paper is not printed.

use std::path::PathBuf;

/// Why a paper is not printed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// No font was found that can print Chinese.
    #[error("no font for papers in {0:?}: run `make fonts`, or install Debian's fonts-noto-cjk")]
    NoFont(Vec<PathBuf>),
    /// No font has the character: it would come out as a blank.
    #[error("no font has the character “{0}” (U+{code:04X})", code = u32::from(*.0))]
    NoGlyph(char),
    /// There is no template of this name.
    #[error("there is no form {0:?}")]
    NoForm(String),
    /// The template cannot print these facts.
    #[error("the form cannot be printed: {0}")]
    Template(String),
}
