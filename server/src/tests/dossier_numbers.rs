//! Numbers of others in a dossier: of a thousand that stand in the records of a case, the party's copy has none.

use super::dossier::{bound, make_papers, pages};
use super::open::{digits, does, note, numbers, party, spelled};
use super::site::TestSite;
use domain::case::{Act, ClueSource, Entry, Officers, Record, RecordKind, RegisterClue, Signature};
use domain::catalogue::PartyKind;
use store::{Engine, Rulebook};

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
    let site = TestSite::demo(Engine::Sqlite).await;
    let officer = site.sign_in("dx-officer1").await;
    let store = &site.database.store;
    let person = async |seat: &str| store.person(seat).await.expect("a person");
    let officers = Officers { lead: person("dx-officer1").await, second: person("dx-officer2").await };
    let bureau = store.operate_as("daoxian", Some(officers.lead)).await.expect("the bureau");
    let clue = Act::RegisterClue(RegisterClue {
        source: ClueSource::Inspection,
        suspicion: note("未建立台账"),
        place: note("道县道江镇"),
        number: None,
        parties: vec![party(999, PartyKind::Organisation)],
        earlier_warning: None,
        transferred: None,
    });
    let desk = bureau.case_desk(Rulebook::in_use()).await.expect("a desk");
    let begun = desk.register(bureau.today(), clue, Entry::default()).await.expect("registered");
    let case = begun.expect("nothing is wrong with it").case();
    drop(desk);
    for nth in 0..RECORDS {
        does(&bureau, case, inspection(nth, officers)).await;
    }
    bureau.commit().await.expect("kept");
    make_papers(&site, &case.to_string(), &officer).await;
    let here = format!("/_/dossier/daoxian/{case}");
    let main = pages(&bound(&site, &here, "main", &officer).await);
    let copy = pages(&bound(&site, &here, "reading", &officer).await);
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
