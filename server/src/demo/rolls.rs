//! Two years of training before the demo's present: each class as a roll that came in when it had ended.

use super::{people, trainees};
use chrono::{Datelike, Months};
use domain::ledger::LedgerNoun;
use domain::training::roll::{Education, RollRow};
use domain::training::{CertificateNumber, Trade};
use domain::value::{Line, Mark, ValueError};
use domain::{Day, Instant};
use store::training::{RollOutcome, Trainee};
use store::{Bureau, Error, ImportCounts, Store};

/// Months of history: this year and the whole of the last are in it, whatever the day.
const MONTHS: u32 = 24;
/// Classes that ended later than this are run in the product.
const NEWEST_DAYS: u64 = 62;
/// A class lasts so many days.
const CLASS_DAYS: u64 = 12;
const HOURS: u16 = 80;
/// Certificates count on from here, so that a county's own roll can be tried on the demo: its numbers are below.
const SERIALS_FROM: u32 = 60_000;
const PASS: usize = 60;

/// What is trained: in every county the mix is another.
const TRADES: [&str; 8] =
    ["家政服务员", "焊工", "缝纫工", "养老护理员", "中式烹调师", "电工", "建筑工", "电子产品装配工"];
const PLACES: [(&str, &str); 6] = [
    ("广东东莞", "东莞市（演示）电子制造有限公司"),
    ("广东深圳", "深圳市（演示）家政服务有限公司"),
    ("浙江宁波", "宁波（演示）服饰有限公司"),
    ("湖南长沙", "长沙（演示）建设工程有限公司"),
    ("广东佛山", "佛山市（演示）陶瓷有限公司"),
    ("福建厦门", "厦门（演示）酒店管理有限公司"),
];
/// How many classes a county holds in ten months; in the order in which the bureaus were laid, the city's first.
const CLASSES_IN_TEN_MONTHS: [usize; 12] = [0, 7, 9, 6, 4, 10, 4, 8, 6, 5, 8, 9];

/// A class that has ended.
#[derive(Debug)]
pub struct Roll {
    /// When it comes in.
    pub at: Instant,
    name: String,
    rows: Vec<RollRow>,
}

/// Every roll of a bureau, oldest first.
pub fn of(bureau: &Bureau, today: Day) -> Vec<Roll> {
    let own = usize::try_from(bureau.id.0).unwrap_or_default();
    let often = CLASSES_IN_TEN_MONTHS[own.saturating_sub(1) % CLASSES_IN_TEN_MONTHS.len()];
    let newest = today - chrono::Days::new(NEWEST_DAYS);
    let first = (today - Months::new(MONTHS)).with_day(1).unwrap_or(today);
    let mut begun = Begun::default();
    let mut rolls = Vec::new();
    for month in 0..=MONTHS {
        let month_nth = usize::try_from(month).unwrap_or_default();
        // More is trained in spring, and more this year than last.
        let season = usize::from(month % 12 == 3) + usize::from(month > 12 && month.is_multiple_of(5));
        let due = (month_nth + 1) * often / 10 - month_nth * often / 10 + if often == 0 { 0 } else { season };
        for nth in 0..due {
            let opens_on =
                first + Months::new(month) + chrono::Days::new(3 + 8 * nth as u64 + own as u64 % 5);
            if opens_on + chrono::Days::new(CLASS_DAYS) < newest {
                rolls.extend(begun.roll(bureau, own, opens_on));
            }
        }
    }
    rolls
}

/// How far the numbers of a bureau have come.
#[derive(Default)]
struct Begun {
    classes: usize,
    people: usize,
    year: i32,
    serial: u32,
}

impl Begun {
    /// The next class; none when a made-up value does not pass its own check.
    fn roll(&mut self, bureau: &Bureau, own: usize, opens_on: Day) -> Option<Roll> {
        self.classes += 1;
        let trade = TRADES[(self.classes * 3 + own * 5) % TRADES.len()];
        let (area, _) = super::places::of(&bureau.slug);
        let name = format!("{area}{trade}{}年第{}期", opens_on.year(), self.classes);
        let ends_on = opens_on + chrono::Days::new(CLASS_DAYS);
        if ends_on.year() != self.year {
            (self.year, self.serial) = (ends_on.year(), SERIALS_FROM);
        }
        let size = 18 + (self.classes * 7 + own * 3) % 17;
        let rows = (0..size).filter_map(|_| {
            self.people += 1;
            let trainee = trainees::made(bureau, self.people).ok()?;
            self.row(bureau, trainee, trade, &name, (opens_on, ends_on)).ok()
        });
        let rows: Vec<_> = rows.collect();
        let at = super::cases::instant(ends_on + chrono::Days::new(4), 15 * 60 + 20);
        Some(Roll { at, name, rows })
    }

    fn row(
        &mut self,
        bureau: &Bureau,
        trainee: Trainee,
        trade: &str,
        class: &str,
        (opens_on, ends_on): (Day, Day),
    ) -> Result<RollRow, ValueError> {
        let nth = self.people;
        let mark = 48 + (nth * 29) % 51;
        let passes = mark >= PASS;
        let certificate_number = passes.then(|| {
            self.serial += 1;
            let area = bureau.code.as_deref().unwrap_or("431100");
            CertificateNumber::parse(&format!("LW{area}{:02}{:05}", self.year % 100, self.serial))
        });
        let goes = passes && !nth.is_multiple_of(4);
        let (destination, employer) = PLACES[nth % PLACES.len()];
        let going = |text: &'static str| goes.then_some(text);
        let Trainee { name, id_number, ethnic_group, town, phones, .. } = trainee;
        Ok(RollRow {
            name,
            sex: id_number.sex(),
            ethnic_group,
            id_number,
            town,
            education: Some(Education::USUAL[1 + nth % 4].clone()),
            phones,
            trade: Some(Line::parse(trade)?),
            class: Line::parse(class)?,
            opens_on,
            ends_on: Some(ends_on),
            hours: Some(HOURS),
            mark: Some(Mark::parse(&mark.to_string())?),
            certificate_number: certificate_number.transpose()?,
            destination: going(destination).map(Line::parse).transpose()?,
            employer: going(employer).map(Line::parse).transpose()?,
            contract_months: goes.then_some(12 + 12 * u16::from(nth.is_multiple_of(3))),
            remark: None,
        })
    }
}

/// What was numbered before the demo's first day, in every year that it shows.
pub async fn begin_numbers(store: &Store, bureau: &Bureau, today: Day) -> Result<(), Error> {
    let administrator = people::person(store, bureau, "admin").await?;
    let workspace = store.operate_as(&bureau.slug, Some(administrator)).await?;
    for year in (today - Months::new(MONTHS)).year()..=today.year() {
        workspace.training_desk().certificates_numbered_until(year, SERIALS_FROM).await?;
    }
    workspace.commit().await
}

/// Takes a roll in, as the trainer would.
pub async fn import(store: &Store, bureau: &Bureau, roll: &Roll) -> Result<(), Error> {
    let trainer = people::person(store, bureau, "trainer").await?;
    let workspace = store.operate_as(&bureau.slug, Some(trainer)).await?;
    let file = format!("{}.xlsx", roll.name);
    let id = workspace.stage_import(LedgerNoun::Trainees, &file, file.as_bytes(), "{}").await?;
    let outcomes = workspace.import_roll(&roll.rows, Some(id)).await?;
    let new = outcomes.iter().filter(|outcome| **outcome == RollOutcome::New).count();
    let counts = ImportCounts { new, wrong: outcomes.len() - new, ..ImportCounts::default() };
    workspace.close_import(LedgerNoun::Trainees, id, counts, "{}").await?;
    workspace.commit().await
}

/// The trade of the classes that are run in the product.
pub fn trade(nth: usize) -> Result<Trade, ValueError> {
    Trade::parse(TRADES[nth % TRADES.len()])
}
