//! What a password must be. The text itself is never kept here: it is looked at and left alone.

use serde::{Deserialize, Serialize};

use super::text::fold;
use crate::Lang;

/// The fewest characters.
pub const PASSWORD_CHARACTERS_MIN: usize = 10;
/// The longest, so that nobody sends a book.
const BYTES_MAX: usize = 512;
/// Different characters that there must be at least.
const DIFFERENT_MIN: usize = 5;
/// A word of the person that is shorter than this says nothing.
const OWN_WORD_MIN: usize = 3;

/// What everybody tries first; compared without case and spaces.
const COMMON: [&str; 14] = [
    "1234567890",
    "0123456789",
    "12345678910",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "abc1234567",
    "abcd123456",
    "administrator",
    "iloveyou123",
    "password123",
    "password1234",
    "qwerty12345",
    "qwertyuiop",
    "woaini1314520",
];

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordFault {
    Short,
    Long,
    /// Among the first that everybody tries, or of a few characters only.
    Common,
    /// It holds the work number or the name.
    Own,
    /// The one that is being replaced.
    Same,
}

impl PasswordFault {
    const ALL: [PasswordFault; 5] = [
        PasswordFault::Short,
        PasswordFault::Long,
        PasswordFault::Common,
        PasswordFault::Own,
        PasswordFault::Same,
    ];

    /// The stable word of this fault; the password itself never stands in an address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            PasswordFault::Short => "short",
            PasswordFault::Long => "long",
            PasswordFault::Common => "common",
            PasswordFault::Own => "own",
            PasswordFault::Same => "same",
        }
    }

    /// The fault of a word, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        PasswordFault::ALL.into_iter().find(|fault| fault.code() == code)
    }

    /// One sentence that says what to do.
    #[must_use]
    pub fn message(self, lang: Lang) -> String {
        let min = PASSWORD_CHARACTERS_MIN;
        match self {
            PasswordFault::Short => lang.pick(
                format!("新密码至少 {min} 个字符，请加长"),
                format!("Please choose a longer password: at least {min} characters"),
            ),
            PasswordFault::Long => {
                lang.pick("新密码太长，请缩短".into(), "Please choose a shorter password".into())
            }
            PasswordFault::Common => lang.pick(
                "这个密码太常见，容易被猜中，请换一个".into(),
                "This password is easily guessed; please choose another".into(),
            ),
            PasswordFault::Own => lang.pick(
                "密码中不要包含工号或姓名，请换一个".into(),
                "Please choose a password without your work number or name".into(),
            ),
            PasswordFault::Same => lang.pick(
                "新密码与当前密码相同，请换一个".into(),
                "The new password is the present one; please choose another".into(),
            ),
        }
    }
}

/// Looks at a new password of the person with these words, the work number and the name.
///
/// # Errors
/// What is wrong with it.
pub fn check_password(text: &str, own: &[&str]) -> Result<(), PasswordFault> {
    if text.chars().count() < PASSWORD_CHARACTERS_MIN {
        return Err(PasswordFault::Short);
    }
    if text.len() > BYTES_MAX {
        return Err(PasswordFault::Long);
    }
    let folded = fold(text);
    let mut different: Vec<char> = folded.chars().collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < DIFFERENT_MIN || COMMON.contains(&folded.as_str()) {
        return Err(PasswordFault::Common);
    }
    let says = |word: &&str| {
        let word = fold(word);
        word.chars().count() >= OWN_WORD_MIN && folded.contains(&word)
    };
    if own.iter().any(says) { Err(PasswordFault::Own) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("correct horse")]
    #[case("潇水东流永州城下千年")]
    #[case("k7wm-q3xd-9fha")]
    fn takes(#[case] text: &str) {
        assert_eq!(check_password(text, &["dx-1001", "陈建军"]), Ok(()));
    }

    #[rstest]
    #[case("", "short")]
    #[case("ninechars", "short")]
    #[case("aaaaaaaaaaaa", "common")]
    #[case("Password 123", "common")]
    #[case("my-DX-1001-word", "own")]
    #[case("我是陈建军，请开门吧", "own")]
    fn refuses(#[case] text: &str, #[case] code: &str) {
        let fault = check_password(text, &["dx-1001", "陈建军"]).unwrap_err();
        assert_eq!(fault.code(), code);
        assert_eq!(PasswordFault::from_code(code), Some(fault));
    }

    #[test]
    fn a_book_is_refused() {
        assert_eq!(check_password(&"abcdefgh".repeat(100), &[]), Err(PasswordFault::Long));
    }
}
