//! What leads to somebody's door or screen: house numbers, plates, mail and chat accounts.

use super::number::{digits_end, is_digit};

/// Behind a number these make it part of an address, whatever stands before it.
const OF_A_HOUSE: [&str; 12] =
    ["栋", "幢", "单元", "室", "弄", "号楼", "号院", "号房", "号门面", "号铺", "号宅", "号商铺"];

/// Before a number these make `号` and `组` part of an address.
const WAYS: &str = "路街巷弄里村寨组段园区苑坊庄道城场镇乡湾冲";

/// The first character of a vehicle's plate.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";

/// Before a chat account.
const CHAT: [&str; 5] = ["微信", "微信号", "QQ", "qq", "抖音号"];

/// So far before a chat account its word is looked for.
const BEFORE_MAX: usize = 8;

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
    let is_plate = PROVINCES.contains(*text.get(from)?) && text.get(from + 1)?.is_ascii_alphabetic();
    let rest = from + 2 + usize::from(matches!(text.get(from + 2), Some('·' | ' ' | '-')));
    let length = text.get(rest..)?.iter().take_while(|c| c.is_ascii_alphanumeric()).count();
    let digits = text[rest..rest + length].iter().filter(|c| c.is_ascii_digit()).count();
    (is_plate && length >= ACCOUNT_MIN && digits > 0).then_some(rest + length)
}

/// The mail address or chat account that begins at a place of a text: where it ends.
pub(super) fn account_at(text: &[char], from: usize) -> Option<usize> {
    let is_inside = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '@' | '＠');
    if from > 0 && is_inside(text.get(from - 1)?) || !is_inside(text.get(from)?) {
        return None;
    }
    let end = from + text[from..].iter().take_while(|c| is_inside(c)).count();
    let is_mail = text[from..end].iter().any(|c| matches!(c, '@' | '＠'));
    let before = text[from.saturating_sub(BEFORE_MAX)..from].iter();
    let before: String = before.filter(|c| !c.is_whitespace() && !matches!(c, ':' | '：')).collect();
    let is_chat = end - from >= ACCOUNT_MIN && CHAT.iter().any(|word| before.ends_with(word));
    (is_mail || is_chat).then_some(end)
}
