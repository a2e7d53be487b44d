//! By what a list is narrowed, as a view keeps it: each value such as the list itself would take it, in one order.

use super::{ViewFault, ViewPage};
use crate::case::Stage;
use crate::catalogue::{Catalogue, IndustryId};
use crate::establishment::LicenceState;
use crate::training::ClassStage;
use crate::value::{Line, may_be_private_number};

/// In an address, what begins so names words that are kept sealed elsewhere.
const SEALED_MARK: char = '~';

/// Parts of the work list that an address names; the first part needs no name.
const PARTS: [&str; 3] = ["waiting", "handled", "all"];

/// Parameters of an address that are read at most.
const PAIRS_MAX: usize = 20;

/// What a question of a filter may be answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Part,
    Words,
    Stage,
    Industry,
    /// 乡镇, as the register writes it.
    Place,
    Licence,
    ClassStage,
    Year,
    /// Asked or not.
    Yes,
}

impl Answer {
    /// The answer as the list takes it; none: the list would not be narrowed by it.
    fn read(self, text: &str, catalogue: &Catalogue) -> Option<String> {
        let known = |is_known: bool| is_known.then(|| text.to_owned());
        match self {
            Answer::Part => known(PARTS.contains(&text)),
            Answer::Words => Line::<100>::parse(text).ok().map(String::from),
            Answer::Stage => known(Stage::from_word(text).is_some()),
            Answer::Industry => known(catalogue.industry(&IndustryId::new(text)).is_some()),
            Answer::Place => Line::<60>::parse(text).ok().map(String::from),
            Answer::Licence => known(LicenceState::from_word(text).is_some()),
            Answer::ClassStage => known(ClassStage::from_word(text).is_some()),
            Answer::Year => known(text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())),
            Answer::Yes => Some("yes".to_owned()),
        }
    }
}

/// The questions of a list's filter, as its form names them.
fn questions(page: ViewPage) -> &'static [(&'static str, Answer)] {
    match page {
        ViewPage::Work => &[
            ("part", Answer::Part),
            ("stage", Answer::Stage),
            ("industry", Answer::Industry),
            ("q", Answer::Words),
        ],
        ViewPage::Cases => &[
            ("stage", Answer::Stage),
            ("industry", Answer::Industry),
            ("q", Answer::Words),
            ("open", Answer::Yes),
        ],
        ViewPage::Establishments => &[
            ("q", Answer::Words),
            ("industry", Answer::Industry),
            ("town", Answer::Place),
            ("licence", Answer::Licence),
        ],
        ViewPage::Classes => &[("q", Answer::Words), ("state", Answer::ClassStage), ("year", Answer::Year)],
        ViewPage::Trainees => &[("q", Answer::Words), ("town", Answer::Place)],
        ViewPage::Certificates => &[("q", Answer::Words), ("year", Answer::Year)],
    }
}

/// A question's name in the list's address.
fn parameter(page: ViewPage, name: &str) -> String {
    match page {
        ViewPage::Work | ViewPage::Cases => name.to_owned(),
        _ => format!("form[{name}]"),
    }
}

/// What a list is narrowed by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewQuery {
    /// Names as the filter's form has them, each answered.
    pub answers: Vec<(&'static str, String)>,
    text: String,
}

impl ViewQuery {
    /// Of a filter: `asked` answers by a question's name. What the list does not know, and what would not narrow it, is
    /// left out.
    ///
    /// # Errors
    /// [`ViewFault::PrivateNumber`] for what may be somebody's number, also where the address only names it.
    pub fn read(
        page: ViewPage,
        catalogue: &Catalogue,
        asked: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, ViewFault> {
        let mut answers = Vec::new();
        for (name, answer) in questions(page) {
            let Some(text) = asked(name) else { continue };
            let text = text.trim();
            if text.starts_with(SEALED_MARK) || may_be_private_number(text) {
                return Err(ViewFault::PrivateNumber);
            }
            if let Some(value) = answer.read(text, catalogue).filter(|_| !text.is_empty()) {
                answers.push((*name, value));
            }
        }
        let pair =
            |(name, value): &(&str, String)| format!("{}={}", encode(&parameter(page, name)), encode(value));
        let text = answers.iter().map(pair).collect::<Vec<_>>().join("&");
        Ok(ViewQuery { answers, text })
    }

    /// Of what stands in a list's address behind the `?`; the key of a further page is left out as well.
    ///
    /// # Errors
    /// As [`ViewQuery::read`].
    pub fn parse(page: ViewPage, catalogue: &Catalogue, text: &str) -> Result<Self, ViewFault> {
        let pairs = text.split('&').take(PAIRS_MAX).filter_map(|pair| pair.split_once('='));
        let pairs: Vec<_> = pairs.filter_map(|(name, value)| Some((decode(name)?, decode(value)?))).collect();
        let of =
            |wanted: String| pairs.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone());
        ViewQuery::read(page, catalogue, |name| of(parameter(page, name)))
    }

    /// As it stands in the list's address behind the `?`; empty where nothing narrows it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Percent-encodes every byte but the unreserved ones of RFC 3986.
fn encode(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// The text of a percent-encoded one; none where it is none.
fn decode(text: &str) -> Option<String> {
    let text = text.replace('+', " ");
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(code, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}
