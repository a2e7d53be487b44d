//! The people who are trained in the demo. They do not exist; their identity numbers pass the check.

use super::establishments::checked;
use super::{people, places};
use domain::value::{EthnicGroup, IdNumber, Line, PersonName, Phone, ValueError};
use store::Bureau;
use store::training::Trainee;

/// Of so many people one is also trained in the county next in the list.
const SHARED_EVERY: usize = 24;
/// Counties without the city's own area.
const COUNTIES: i32 = 11;
/// The city's bureau, which was laid first.
const CITY: i32 = 1;
const AREAS: [&str; 11] = [
    "431102", "431103", "431122", "431123", "431124", "431125", "431126", "431127", "431128", "431129",
    "431181",
];
/// People with one name are rare, but there are some.
const NAMES: usize = 480;

/// The `nth` person of a bureau, always the same. Now and then it is a person whom the next county trains too.
pub fn made(bureau: &Bureau, nth: usize) -> Result<Trainee, ValueError> {
    let own = place_of(bureau);
    let (home, nth) = if nth % SHARED_EVERY == 7 { ((own + 1) % 11, nth - nth % 2) } else { (own, nth) };
    let (_, towns) = places::of(&bureau.slug);
    let id_number = id_number(home, nth)?;
    let group = match (bureau.slug.as_str(), nth % 3) {
        ("jianghua" | "jiangyong", 0 | 1) => Some("瑶族"),
        (_, 0) => None,
        _ => Some("汉族"),
    };
    Ok(Trainee {
        name: PersonName::parse(&people::name(i32::try_from(home).unwrap_or_default() + 40, nth % NAMES))?,
        id_number,
        ethnic_group: group.and_then(|group| EthnicGroup::parse(group).ok()),
        education: None,
        town: Line::parse(towns[(nth * 5 + own) % towns.len()]).ok(),
        phones: vec![Phone::parse(&format!(
            "13{}{:08}",
            5 + home % 5,
            46_000_000 + home * 90_000 + nth * 7
        ))?],
    })
}

/// Where a bureau stands in the list of counties; the city's people live in its first county.
fn place_of(bureau: &Bureau) -> usize {
    usize::try_from((bureau.id.0 - CITY - 1).clamp(0, COUNTIES - 1)).unwrap_or_default()
}

fn id_number(home: usize, nth: usize) -> Result<IdNumber, ValueError> {
    let (year, month, day) = (1968 + (nth * 13) % 38, 1 + (nth * 7) % 12, 1 + (nth * 11) % 28);
    // Most were born where they live now.
    let area = if nth % 9 == 4 { "431121" } else { AREAS[home] };
    let serial = 10 + (nth + home * 83) % 970;
    let number = checked(&format!("{area}{year}{month:02}{day:02}{serial:03}"), |text| {
        IdNumber::parse(text).map(|_| text.to_owned())
    })?;
    IdNumber::parse(&number)
}
