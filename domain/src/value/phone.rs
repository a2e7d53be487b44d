//! Telephone numbers, mobile and landline.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::error::ValueError;
use super::noun::Noun;
use super::text::{compact, text_value};

/// Area code of Yongzhou, assumed for seven digits alone.
const AREA_HERE: &str = "0746";
/// Most numbers that one cell may hold.
const NUMBERS_MAX: usize = 5;

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneKind {
    Mobile,
    Landline,
    /// 400, 800 and short service numbers.
    Service,
}

/// One phone number in normal form: `13921080000`, `0746-6790000`, `0746-8320000-12`. Debug shows it masked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    /// Reads one number; country prefix, separators and brackets are accepted.
    ///
    /// # Errors
    /// `missing`, `control_character`, `bad_phone`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let typed = compact(text, Noun::Phone)?;
        if typed.is_empty() {
            return Err(ValueError::Missing { noun: Noun::Phone });
        }
        let (number, extension) = split_extension(&typed);
        let digits: String =
            number.chars().filter(|c| !matches!(c, '-' | '(' | ')' | '+' | '.' | '—' | '–' | '_')).collect();
        if digits.is_empty() || digits.len() > 20 || !digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(ValueError::BadPhone);
        }
        let national = without_country(&digits, number.starts_with('+'));
        let normal = normal_form(national, extension.as_deref()).ok_or(ValueError::BadPhone)?;
        Ok(Self(normal))
    }

    /// Mobile, landline or service number.
    #[must_use]
    pub fn kind(&self) -> PhoneKind {
        match self.0.as_bytes() {
            [b'0', ..] => PhoneKind::Landline,
            [b'1', _, _, _, _, _, _, _, _, _, _] => PhoneKind::Mobile,
            _ => PhoneKind::Service,
        }
    }

    /// As shown without a reason: `139****0000`, `0746-***0000`.
    #[must_use]
    pub fn masked(&self) -> String {
        match self.kind() {
            PhoneKind::Mobile => {
                format!("{}****{}", self.0.get(..3).unwrap_or_default(), self.0.get(7..).unwrap_or_default())
            }
            PhoneKind::Landline => {
                let mut parts = self.0.split('-');
                let (area, local) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
                let tail = local.get(local.len().saturating_sub(4)..).unwrap_or_default();
                format!("{area}-{}{tail}", "*".repeat(local.len().saturating_sub(4)))
            }
            PhoneKind::Service => self.0.clone(),
        }
    }
}

text_value!(Phone);

impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

/// Reads a cell that may hold several numbers, separated by `/`, `、`, `;` or `,`.
///
/// # Errors
/// `missing` when there is none, `bad_phone` when one of them is wrong or there are more than five.
pub fn parse_phones(text: &str) -> Result<Vec<Phone>, ValueError> {
    let typed: String = text.trim().nfkc().collect();
    let mut phones = Vec::new();
    for part in typed.split(['/', '、', ';', ',', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty())
    {
        if phones.len() == NUMBERS_MAX {
            return Err(ValueError::BadPhone);
        }
        let phone = Phone::parse(part)?;
        if !phones.contains(&phone) {
            phones.push(phone);
        }
    }
    if phones.is_empty() { Err(ValueError::Missing { noun: Noun::Phone }) } else { Ok(phones) }
}

fn split_extension(typed: &str) -> (&str, Option<String>) {
    if let Some((number, extension)) = typed.split_once('转') {
        return (number, Some(extension.to_owned()));
    }
    // A third group after area and number is an extension: 0746-8320000-12.
    let groups: Vec<&str> = typed.split('-').collect();
    match groups.as_slice() {
        [area, local, extension] if area.starts_with('0') && local.len() >= 7 => {
            (typed.get(..area.len() + 1 + local.len()).unwrap_or(typed), Some((*extension).to_owned()))
        }
        [local, extension]
            if local.len() >= 7 && !local.starts_with('1') && (1..=5).contains(&extension.len()) =>
        {
            (*local, Some((*extension).to_owned()))
        }
        _ => (typed, None),
    }
}

fn without_country(digits: &str, plus: bool) -> &str {
    if let Some(rest) = digits.strip_prefix("0086") {
        return rest;
    }
    match digits.strip_prefix("86") {
        Some(rest) if plus || rest.len() == 11 => rest,
        _ => digits,
    }
}

fn normal_form(digits: &str, extension: Option<&str>) -> Option<String> {
    let extension = match extension {
        None => String::new(),
        Some(text) if (1..=5).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit()) => {
            format!("-{text}")
        }
        Some(_) => return None,
    };
    let second = digits.as_bytes().get(1).copied().unwrap_or_default();
    let normal = match (digits.as_bytes().first()?, digits.len()) {
        (b'1', 11) if second >= b'3' && extension.is_empty() => digits.to_owned(),
        (b'2'..=b'8', 7) => format!("{AREA_HERE}-{digits}"),
        (b'0', 10..=12) => landline(digits)?,
        (b'4' | b'8', 10) if digits.starts_with("400") || digits.starts_with("800") => digits.to_owned(),
        (b'1', 5) if matches!(digits, "12312" | "12345" | "12315" | "12333") => digits.to_owned(),
        // A number abroad-style, area without its zero: 86 746 6790000.
        _ => return None,
    };
    Some(normal + &extension)
}

/// Area code and local number: three-digit areas are 010 and 02x, all others have four digits.
fn landline(digits: &str) -> Option<String> {
    let area_length = if digits.starts_with("01") || digits.starts_with("02") { 3 } else { 4 };
    let (area, local) = digits.split_at_checked(area_length)?;
    let local_fits = match area {
        AREA_HERE => local.len() == 7,
        _ => matches!(local.len(), 7 | 8),
    };
    let first_fits = matches!(local.as_bytes().first()?, b'2'..=b'8');
    (local_fits && first_fits && !area.starts_with("00")).then(|| format!("{area}-{local}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("13921080000", "13921080000")]
    #[case("+86 199-5249-0000", "19952490000")]
    #[case("008613921080000", "13921080000")]
    #[case("8613921080000", "13921080000")]
    #[case("0746-6790000", "0746-6790000")]
    #[case("07466790000", "0746-6790000")]
    #[case("(0746)8320000转12", "0746-8320000-12")]
    #[case("（０７４６）８３２００００", "0746-8320000")]
    #[case("0746-8320000-12", "0746-8320000-12")]
    #[case("6790000", "0746-6790000")]
    #[case("010-62345678", "010-62345678")]
    #[case("4001234567", "4001234567")]
    #[case("12345", "12345")]
    fn takes(#[case] text: &str, #[case] normal: &str) {
        assert_eq!(Phone::parse(text).unwrap().as_str(), normal);
    }

    #[rstest]
    #[case("1380000")]
    #[case("12812345678")]
    #[case("0746-12345")]
    #[case("139210800001")]
    #[case("电话")]
    #[case("0746-1790000")]
    #[case("()")]
    fn refuses(#[case] text: &str) {
        assert_eq!(Phone::parse(text).unwrap_err().code(), "bad_phone");
    }

    #[test]
    fn two_numbers_in_a_cell_are_two() {
        let phones = parse_phones("13921080000、0746-6790000").unwrap();
        assert_eq!(phones.iter().map(Phone::as_str).collect::<Vec<_>>(), ["13921080000", "0746-6790000"]);
        assert_eq!(parse_phones("13921080000/1380000").unwrap_err().code(), "bad_phone");
        assert_eq!(parse_phones(" ").unwrap_err().code(), "missing");
    }

    #[test]
    fn a_number_is_shown_masked() {
        assert_eq!(Phone::parse("13921080000").unwrap().masked(), "139****0000");
        assert_eq!(Phone::parse("0746-6790000").unwrap().masked(), "0746-***0000");
        assert_eq!(format!("{:?}", Phone::parse("13921080000").unwrap()), "Phone(139****0000)");
    }

    proptest! {
        #[test]
        fn the_normal_form_reads_as_itself(text in "[0-9+() 转-]{0,20}") {
            if let Ok(phone) = Phone::parse(&text) {
                prop_assert_eq!(Phone::parse(phone.as_str()).unwrap(), phone);
            }
        }

        #[test]
        fn any_text_is_answered_without_panic(text in ".{0,40}") {
            let _ = parse_phones(&text);
        }
    }
}
