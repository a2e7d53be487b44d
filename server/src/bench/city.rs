//! What the city's view costs when a hundred times as many cases and trainees are counted.
//!
//! A million cases cannot be worked in a few minutes: the shared tables are filled as their acts would have left them,
//! with one row a person; the view reads no other table, whatever the counties hold.

use super::cpu::Cpu;
use super::{Failed, Figure};
use domain::city::{CaseCount, Month, Period};
use domain::id::BureauId;
use domain::{Day, Lang};
use secrecy::SecretString;
use std::collections::BTreeMap;
use store::{MadeUpPerson, Narrowed, Session, SignIn, SignInAnswer, Store};

/// Cases, and trainees, before the first measure; it is compared with the full number.
const FEW: usize = 10_000;
/// Views that are measured together.
const VIEWS: u32 = 100;
/// Months over which everything is spread.
const MONTHS: usize = 24;
const INDUSTRIES: [&str; 7] = ["", "slaughter", "liquor", "oil", "vehicle", "pawn", "auction"];
const TRADES: [&str; 8] = ["海员", "焊工", "电工", "厨师", "缝纫工", "家政服务", "护理员", "电子装配"];

/// The city's view at so many cases and trainees to that at [`FEW`].
pub async fn costs(store: &Store, rows: usize) -> Result<Vec<Figure>, Failed> {
    let session = analyst(store).await?;
    let today = store.clock().now().day();
    let bureaus: Vec<BureauId> = store.bureaus().await?.iter().map(|bureau| bureau.id).collect();
    let fill = async |from: usize, to: usize| {
        let cases = (from..to).map(|nth| case(&bureaus, nth, today));
        let people = (from..to).map(|nth| person(&bureaus, nth, today));
        store.make_up_figures(cases, people).await
    };
    fill(0, FEW).await?;
    let few = cost(&session, today).await?;
    fill(FEW, rows.max(FEW)).await?;
    let many = cost(&session, today).await?;
    eprintln!("the city's view: {:.3} ms of CPU at {FEW}, {:.3} ms at {rows}", few / 1e6, many / 1e6);
    let name = format!("the city's view at {rows} cases and trainees to that at {FEW}");
    Ok(vec![Figure::ratio(&name, many / few, 1.3)])
}

async fn analyst(store: &Store) -> Result<Session, Failed> {
    let attempt = SignIn {
        name: "yz-analyst".to_owned(),
        password: SecretString::from(store::demo::PASSWORD.to_owned()),
        address: "127.0.0.1".to_owned(),
        agent: String::new(),
        language: Lang::Zh,
    };
    match store.sign_in(attempt).await? {
        SignInAnswer::In { session, .. } => Ok(*session),
        _ => Err("cannot sign in as yz-analyst".into()),
    }
}

/// CPU nanoseconds of one view: a year with both years to compare, every bureau, and a trend.
async fn cost(session: &Session, today: Day) -> Result<f64, Failed> {
    let to = Month::of(today);
    let year = Period::new(to.plus(-11), to)?;
    let everything = Narrowed::default();
    let view = async || {
        let city = session.city("yongzhou").await?;
        let overview = city.overview(year, &everything).await?;
        let trend = city.trend(domain::city::Figure::CasesOpen, None, to, 12, &everything).await?;
        Ok::<_, Failed>(overview.bureaus.len() + trend.len())
    };
    for _ in 0..VIEWS / 10 {
        view().await?;
    }
    let before = Cpu::now()?;
    for _ in 0..VIEWS {
        view().await?;
    }
    Ok(Cpu::now()?.since(before).total() as f64 / f64::from(VIEWS))
}

/// Every fifth case is open and due within two months of today; every third of the others was fined.
fn case(bureaus: &[BureauId], nth: usize, today: Day) -> (BureauId, CaseCount) {
    let (bureau, mixed) = (bureaus[nth % bureaus.len()], nth / bureaus.len());
    let opened = Month::of(today).plus(-i32::try_from(mixed / 7 % MONTHS).unwrap_or(0));
    let is_open = mixed.is_multiple_of(5);
    let closed = opened.plus(2).min(Month::of(today));
    let days = chrono::Days::new((mixed * 13 % 120) as u64);
    let begin = today.checked_sub_days(chrono::Days::new(60)).unwrap_or(today);
    let fine = (!is_open && mixed.is_multiple_of(3)).then_some((closed, 100_000));
    let count = CaseCount {
        industry: INDUSTRIES[mixed % INDUSTRIES.len()].to_owned(),
        opened,
        closed: (!is_open).then_some(closed),
        due: if is_open { begin.checked_add_days(days) } else { None },
        fines: BTreeMap::from_iter(fine),
        taken_back: false,
    };
    (bureau, count)
}

fn person(bureaus: &[BureauId], nth: usize, today: Day) -> MadeUpPerson {
    let mixed = nth / bureaus.len();
    let month = Month::of(today).plus(-i32::try_from(mixed / 8 % MONTHS).unwrap_or(0));
    MadeUpPerson {
        bureau: bureaus[nth % bureaus.len()],
        number: nth as u128 + 1,
        on: month.first_day(),
        trade: TRADES[mixed % TRADES.len()].to_owned(),
    }
}
