//! What leads to somebody's door or screen: house numbers, plates, mail and chat accounts.

use super::number::{digits_end, is_digit};
use crate::value::narrow;

/// Behind a number these make it part of an address, whatever stands before it.
const OF_A_HOUSE: [&str; 12] =
    ["栋", "幢", "单元", "室", "弄", "号楼", "号院", "号房", "号门面", "号铺", "号宅", "号商铺"];

/// Before a number these make `号` and `组` part of an address.
const WAYS: &str = "路街巷弄里村寨组段园区苑坊庄道城场镇乡湾冲";

/// The first character of a vehicle's plate.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";

/// Behind the rest of a plate that is one shorter: 湘M1234挂.
const OF_A_PLATE: &str = "挂学警港澳领试";

/// Before a chat account.
const CHAT: [&str; 6] = ["微信", "QQ", "抖音", "快手", "支付宝", "微博"];

/// Between these words and the account, the longest first: 微信号码为, QQ账号是.
const LEADING_TO: [&str; 8] = ["号码", "账号", "帐号", "昵称", "号", "为", "是", "叫"];

/// Behind a number these make it an amount.
const COUNTED: [char; 3] = ['元', '万', '笔'];

/// So far before a chat account its word is looked for.
const BEFORE_MAX: usize = 12;

/// The shortest chat account and the shortest rest of a plate.
const ACCOUNT_MIN: usize = 5;

/// The house number that begins at a place of a text: where its digits end.
pub(super) fn house_at(text: &[char], from: usize) -> Option<usize> {
    if !text.get(from).is_some_and(is_digit) || from > 0 && text.get(from - 1).is_some_and(is_digit) {
        return None;
    }
    let mut end = digits_end(text, from);
    // 12-3号, 12之1号
    while matches!(text.get(end), Some('-' | '－' | '—' | '之' | '附'))
        && text.get(end + 1).is_some_and(is_digit)
    {
        end = digits_end(text, end + 1);
    }
    let rest: String = text[end..].iter().take(4).collect();
    let before = text[..from].iter().rev().find(|c| !c.is_whitespace());
    let on_a_way =
        before.is_some_and(|c| WAYS.contains(*c)) && (rest.starts_with('号') || rest.starts_with('组'));
    (on_a_way || OF_A_HOUSE.iter().any(|word| rest.starts_with(word))).then_some(end)
}

/// The plate that begins at a place of a text: where it ends.
pub(super) fn plate_at(text: &[char], from: usize) -> Option<usize> {
    let is_plate = PROVINCES.contains(*text.get(from)?) && narrow(*text.get(from + 1)?).is_ascii_alphabetic();
    let is_between = |c: &char| matches!(narrow(*c), '·' | '•' | '・' | ' ' | '-' | '－');
    let rest = from + 2 + usize::from(text.get(from + 2).is_some_and(is_between));
    let rest_of = text.get(rest..)?.iter().map(|c| narrow(*c)).take_while(char::is_ascii_alphanumeric);
    let rest_of: Vec<char> = rest_of.collect();
    let end = rest + rest_of.len();
    let is_trailer = text.get(end).is_some_and(|c| OF_A_PLATE.contains(*c));
    let has_digits = rest_of.iter().any(char::is_ascii_digit);
    let is_whole = rest_of.len() + usize::from(is_trailer) >= ACCOUNT_MIN;
    (is_plate && is_whole && has_digits).then_some(end)
}

/// The mail address or chat account that begins at a place of a text: where it ends.
pub(super) fn account_at(text: &[char], from: usize) -> Option<usize> {
    if from > 0 && is_of_an_account(text.get(from - 1)?) || !is_of_an_account(text.get(from)?) {
        return None;
    }
    let end = from + text[from..].iter().take_while(|c| is_of_an_account(c)).count();
    let is_mail = text[from..end].iter().any(|c| matches!(c, '@' | '＠'));
    let before: String = text[from.saturating_sub(BEFORE_MAX)..from].iter().map(|c| narrow(*c)).collect();
    let own: String = text[from..end].iter().map(|c| narrow(*c).to_ascii_uppercase()).collect();
    let is_chat =
        end - from >= ACCOUNT_MIN && leads_to_an_account(&before) && !is_counted(&own, &text[end..]);
    let is_number = |rest: &str| rest.len() >= ACCOUNT_MIN && rest.chars().all(|c| c.is_ascii_digit());
    (is_mail || is_chat || own.strip_prefix("QQ").is_some_and(is_number)).then_some(end)
}

/// Whether a number says how much was paid by the account, not which one it is: 微信15000元.
fn is_counted(number: &str, behind: &[char]) -> bool {
    let unit = behind.iter().find(|c| !c.is_whitespace() && !matches!(c, '余' | '多'));
    number.chars().all(|c| c.is_ascii_digit() || c == '.') && unit.is_some_and(|c| COUNTED.contains(c))
}

fn is_of_an_account(c: &char) -> bool {
    narrow(*c).is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '@' | '＠')
}

/// Whether a text ends with the word for an account: 微信号为“
fn leads_to_an_account(before: &str) -> bool {
    let mut before = before.to_uppercase();
    loop {
        let bare = before.trim_end_matches(|c: char| c.is_whitespace() || ":：“\"「（(".contains(c));
        let bare = LEADING_TO.iter().fold(bare, |bare, word| bare.strip_suffix(word).unwrap_or(bare));
        if bare.len() == before.len() {
            return CHAT.iter().any(|word| before.ends_with(word));
        }
        before = bare.to_owned();
    }
}
