//! The demo's register: believable establishments that do not exist.

use super::{people, places};
use chrono::{Datelike, Months};
use domain::Day;
use domain::catalogue::{Industry, IndustryId};
use domain::establishment::{Establishment, Expiry, Licence};
use domain::id::EstablishmentId;
use domain::value::{
    CreditCode, EstablishmentName, FreeText, Line, OrganisationCode, PersonName, Phone, ValueError,
};
use store::{Bureau, Error, Store};

/// Establishments of a county; the city's own register is small.
pub const OF_COUNTY: usize = 220;
const OF_CITY: usize = 60;

/// Industry, how many of twenty establishments, whether they are companies, what such a place is called.
const MIX: [(&str, usize, bool, &[&str]); 6] = [
    ("liquor", 9, false, &["酒类批发部", "烟酒商行", "名酒经营部", "酒业经营部"]),
    ("oil", 4, true, &["加油站有限公司", "石化加油站有限公司", "油料经营有限公司"]),
    ("vehicle", 3, true, &["旧机动车交易有限公司", "二手车经纪有限公司", "二手车交易市场有限公司"]),
    ("slaughter", 2, true, &["生猪定点屠宰有限公司", "肉类食品有限公司"]),
    ("pawn", 1, true, &["典当有限责任公司", "典当行有限公司"]),
    ("auction", 1, true, &["拍卖有限公司", "拍卖有限责任公司"]),
];

const FIRST: [&str; 18] = [
    "宏", "瑞", "湘", "潇", "鑫", "恒", "福", "顺", "金", "永", "华", "兴", "丰", "泰", "和", "德", "祥",
    "安",
];
const SECOND: [&str; 17] =
    ["达", "源", "盛", "昌", "利", "发", "通", "隆", "旺", "康", "茂", "诚", "嘉", "远", "岭", "江", "石"];
const STREETS: [&str; 8] =
    ["建设路", "人民路", "潇水中路", "迎宾路", "解放街", "工业大道", "站前路", "滨江路"];

/// What the case plans need of an establishment.
#[derive(Clone, Debug)]
pub struct Registered {
    pub id: EstablishmentId,
    pub establishment: Establishment,
    pub is_company: bool,
}

/// Fills the bureau's register.
pub async fn register(store: &Store, bureau: &Bureau, today: Day) -> Result<Vec<Registered>, Error> {
    let registrar = people::person(store, bureau, "registrar").await?;
    let workspace = store.operate_as(&bureau.slug, Some(registrar)).await?;
    let count = if bureau.slug == "yongzhou" { OF_CITY } else { OF_COUNTY };
    let mut registered = Vec::with_capacity(count);
    for nth in 0..count {
        let Ok((establishment, is_company)) = made(bureau, nth, today) else { continue };
        let saved = workspace.add_establishment(&establishment).await?;
        registered.push(Registered { id: saved.id, establishment, is_company });
    }
    workspace.commit().await?;
    Ok(registered)
}

/// Industry, company or not, and the words for the `nth` establishment.
fn kind_of(nth: usize) -> (&'static str, bool, &'static [&'static str]) {
    let mut place = (nth * 7) % 20;
    for (industry, share, is_company, words) in MIX {
        if place < share {
            return (industry, is_company, words);
        }
        place -= share;
    }
    let (industry, _, is_company, words) = MIX[0];
    (industry, is_company, words)
}

pub fn made(bureau: &Bureau, nth: usize, today: Day) -> Result<(Establishment, bool), ValueError> {
    let (industry, is_company, words) = kind_of(nth);
    let (area, towns) = places::of(&bureau.slug);
    let own = usize::try_from(bureau.id.0).unwrap_or(0);
    let town = towns[(nth * 3 + own) % towns.len()];
    let brand = format!("{}{}", FIRST[(nth + own) % FIRST.len()], SECOND[(nth * 5 + own) % SECOND.len()]);
    let name = format!("{area}{brand}{}", words[nth % words.len()]);
    let code = bureau.code.as_deref().unwrap_or("431100");
    // A few of the older ones have no code yet, a few live on after their licence ended.
    let credit_code =
        if nth % 29 == 17 { None } else { Some(credit_code(code, is_company, own * 200_000 + nth)?) };
    let street = STREETS[(nth * 11 + own) % STREETS.len()];
    let establishment = Establishment {
        name: EstablishmentName::parse(&name)?,
        credit_code,
        registration_number: None,
        legal_representative: PersonName::parse(&people::name(bureau.id.0, nth + 40)).ok(),
        phones: vec![Phone::parse(&format!("139746{:05}", (own * 977 + nth * 37) % 100_000))?],
        address: Some(Line::parse(&format!("{town}{street}{}号", 1 + (nth * 13) % 280))?),
        town: Some(Line::parse(town)?),
        remark: FreeText::parse(if nth % 31 == 5 { "演示数据：已约定年检" } else { "" }).ok(),
        licences: licences(industry, code, nth, today),
    };
    Ok((establishment, is_company))
}

/// A licence of the industry that is given today: most are valid, some end soon, some are over, some are missing.
fn licences(industry: &str, code: &str, nth: usize, today: Day) -> Vec<Licence> {
    let id = IndustryId::new(industry);
    let kinds =
        store::catalogue::in_use().industry(&id).map(|found: &Industry| found.licence_kinds.as_slice());
    let kind = kinds.unwrap_or_default().iter().find(|kind| kind.issued_on(today));
    let kind = kind.or(kinds.unwrap_or_default().first()).map(|kind| kind.name.zh.as_str());
    if nth % 23 == 11 {
        return vec![Licence {
            industry: id,
            kind: None,
            number: None,
            issued_on: None,
            expiry: Expiry::Unknown,
        }];
    }
    let months = match nth % 17 {
        3 => 1,
        9 => 2,
        13 => 0,
        other => 5 + u32::try_from(other * 3).unwrap_or(0),
    };
    let ends = today.checked_add_months(Months::new(months)).unwrap_or(today);
    let ends = if nth % 17 == 13 { today.checked_sub_months(Months::new(4)).unwrap_or(today) } else { ends };
    let issued_on = ends.checked_sub_months(Months::new(60));
    let year = issued_on.map_or(0, |day| day.year());
    vec![Licence {
        industry: id,
        kind: kind.and_then(|kind| Line::parse(kind).ok()),
        number: Line::parse(&format!("{code}{year}{:05}", nth + 1)).ok(),
        issued_on,
        expiry: Expiry::On(ends),
    }]
}

/// A credit code that passes both of its checks.
fn credit_code(area: &str, is_company: bool, nth: usize) -> Result<CreditCode, ValueError> {
    let subject = format!("M{:07}", nth % 10_000_000);
    let subject = checked(&subject, |text| OrganisationCode::parse(text).map(|code| code.to_string()))?;
    let kind = if is_company { "91" } else { "92" };
    let code = checked(&format!("{kind}{area}{subject}"), |text| {
        CreditCode::parse(text).map(|code| code.to_string())
    })?;
    CreditCode::parse(&code)
}

/// The text with the check character that the value's own check asks for.
pub(super) fn checked(
    body: &str,
    parse: impl Fn(&str) -> Result<String, ValueError>,
) -> Result<String, ValueError> {
    match parse(&format!("{body}0")) {
        Err(ValueError::CheckDigit { want, .. }) => parse(&format!("{body}{want}")),
        other => other,
    }
}
