//! Numbers of others in a dossier: of a thousand that stand in the records of a case, the party's copy has none.

use super::dossier::{bound, make_papers, pages};
use super::evidence::Desk;
use super::open::{digits, does, note, numbers, spelled};
use domain::case::{Act, Officers, Record, RecordKind, Signature};
use domain::id::CaseId;
use store::Engine;

const RECORDS: u64 = 5;
/// Persons in one record, with four numbers each.
const PERSONS: u64 = 50;

/// What an inspection found: who was there, with everybody's numbers.
fn inspection(nth: u64, officers: Officers) -> Act {
    let told: Vec<String> =
        (0..PERSONS).map(|person| format!("在场者{}", spelled(&numbers(nth * PERSONS + person)))).collect();
    let clock = |hour: u32| chrono::NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
    Act::Record(Record {
        kind: RecordKind::Inspection,
        party: None,
        officers,
        place: note("店内"),
        from: clock(1),
        to: clock(2),
        certificates_shown: true,
        rights_told: true,
        signature: Signature::Signed,
        course: note(&told.join("。")),
    })
}

#[tokio::test]
async fn of_a_thousand_numbers_of_others_none_stands_in_the_partys_copy() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let store = &desk.site.database.store;
    let person = async |seat: &str| store.person(seat).await.expect("a person");
    let officers = Officers { lead: person("dx-officer1").await, second: person("dx-officer2").await };
    let bureau = store.operate_as("daoxian", Some(officers.lead)).await.expect("the bureau");
    for nth in 0..RECORDS {
        does(&bureau, CaseId(desk.case), inspection(nth, officers)).await;
    }
    bureau.commit().await.expect("kept");
    let case = desk.case.to_string();
    make_papers(&desk.site, &case, &desk.officer).await;
    let here = format!("/_/dossier/daoxian/{case}");
    let main = pages(&bound(&desk.site, &here, "main", &desk.officer).await);
    let copy = pages(&bound(&desk.site, &here, "reading", &desk.officer).await);
    // Line by line the numbers are broken; page by page they are whole.
    let read = |pages: &[String]| pages.iter().map(|page| digits(page)).collect::<Vec<_>>();
    let (main, copied) = (read(&main).concat(), read(&copy));
    assert!(copy.concat().contains("在场者"), "the party reads the records: {copy:?}");
    let mut own = 0;
    for number in (0..RECORDS * PERSONS).flat_map(numbers) {
        let wanted = digits(&number);
        own += u64::from(main.contains(&wanted));
        assert!(!copied.iter().any(|page| page.contains(&wanted)), "{number}");
    }
    // In the bureau's own volume they all are; where a page ends, its number stands between their digits.
    assert!(own > RECORDS * PERSONS * 4 * 9 / 10, "{own}");
}
