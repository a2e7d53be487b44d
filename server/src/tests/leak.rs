//! Nothing of one bureau ever shows in another.
//!
//! 道县 and 江华 hold rows with the same ids, and every free text of 江华 begins with the canary. People of
//! 道县 then ask the real router: with good values, and with one value replaced by 江华's.

use super::door::{Door, For, doors};
use super::site::{Answer, TestSite, Values};
use futures_util::{StreamExt, stream};
use rstest::rstest;
use std::collections::{BTreeMap, BTreeSet};
use store::Engine;
use store::demo::SEATS;

/// Never a word of the demo or of the interface.
pub const CANARY: &str = "獬豸";
/// Calls on each engine; half of what is promised.
const CALLS: usize = 10_000;
/// Calls under way at once.
const AT_ONCE: usize = 6;
/// A slug and an id that exist nowhere.
const NO_BUREAU: &str = "qiyangxian";
const NO_ID: &str = "01900000-0000-7000-8000-00000000dead";
/// Which table has the rows that a mark stands for.
const ROWS: &[(&str, &str)] = &[
    ("establishment", "establishment"),
    ("cursor", "establishment"),
    ("licence", "licence"),
    ("import", "import"),
    ("case", "case"),
    ("party", "case_party"),
    ("proposal", "proposal"),
    ("draft", "draft"),
    ("member", "membership"),
    ("programme", "programme"),
    ("class", "class"),
    ("class_session", "class_session"),
    ("enrolment", "enrolment"),
    ("trainee", "trainee"),
    ("certificate", "certificate"),
    ("visit", "visit"),
    ("transfer", "transfer"),
    ("reminder", "reminder"),
    ("delegation", "delegation"),
    ("comment", "case_comment"),
    ("saved_view", "saved_view"),
    ("sheet", "issued_paper"),
    ("evidence", "evidence_file"),
    ("upload", "upload"),
    ("volume", "dossier"),
    ("scan", "scan"),
    ("paper_scan", "paper_scan"),
    ("in_hand", "block_number"),
];

/// What 道县's people may ask with, and what they may not.
pub struct Twins {
    pub site: TestSite,
    pub own: Values,
    /// By mark: values of 江华 that 道县 does not have.
    pub foreign: BTreeMap<&'static str, Vec<String>>,
}

pub async fn twins(engine: Engine) -> Twins {
    let site = TestSite::demo(engine).await;
    site.loads_a_holiday("2026-11-20").await;
    site.fill("dx", "daoxian").await;
    site.fill("jh", "jianghua").await;
    let check = site.issued("dx", "daoxian").await;
    site.issued("jh", "jianghua").await;
    site.scans_papers("dx", "daoxian").await;
    site.scans_papers("jh", "jianghua").await;
    site.keeps_evidence("dx", "daoxian").await;
    site.keeps_evidence("jh", "jianghua").await;
    site.asks_volume("dx", "daoxian").await;
    site.asks_volume("jh", "jianghua").await;
    let (mut own, mut foreign) = (Values::new(), BTreeMap::new());
    for (mark, table) in ROWS {
        let text = |ids: Vec<uuid::Uuid>| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let ours = text(site.database.ids("daoxian", table).await);
        let theirs = text(site.database.ids("jianghua", table).await);
        own.insert(mark, ours.first().cloned().unwrap_or_else(|| NO_ID.to_owned()));
        foreign.insert(*mark, theirs.into_iter().filter(|id| !ours.contains(id)).collect::<Vec<_>>());
    }
    // An import of a roll is none of the register; of each the last but one was applied today.
    for (mark, noun) in
        [("import", "establishment"), ("roll", "trainee"), ("paper", "case"), ("bank", "payment")]
    {
        let of_noun = async |slug: &str| site.database.ids_where(slug, "import", "noun", noun).await;
        let (ours, theirs) = (of_noun("daoxian").await, of_noun("jianghua").await);
        let applied = ours.iter().rev().nth(1).unwrap_or_else(|| panic!("a {mark} of 道县"));
        own.insert(mark, applied.to_string());
        foreign.insert(mark, theirs.iter().map(ToString::to_string).collect());
    }
    // Only what was laid before a bureau has a page there; of 道县's one is without an answer.
    let laid = site.database.ids_where("daoxian", "transfer", "direction", "in").await;
    own.insert("transfer", laid.first().expect("a transfer into 道县").to_string());
    // The party is one of the case, or nothing of 道县 would be found.
    let case = own["case"].parse().expect("a case of 道县");
    let parties = site.database.linked("daoxian", "case_party", "case_id", case).await;
    own.insert("party", parties.first().expect("a party").to_string());
    // The class is under way, with a session and people of its own; the certificate is valid.
    let first = |ids: Vec<uuid::Uuid>, what| *ids.first().unwrap_or_else(|| panic!("no {what} in 道县"));
    let class = first(site.database.ids_where("daoxian", "class", "state", "open").await, "open class");
    own.insert("class", class.to_string());
    for (mark, table) in [("class_session", "class_session"), ("enrolment", "enrolment")] {
        let of_class = site.database.linked("daoxian", table, "class_id", class).await;
        own.insert(mark, first(of_class, mark).to_string());
    }
    let issued = site.database.ids_where("daoxian", "certificate", "state", "issued").await;
    own.insert("certificate", first(issued, "valid certificate").to_string());
    own.insert("bureau", "daoxian".to_owned());
    // What a bureau publishes is for everybody: only its own is asked for here.
    own.insert("publisher", "daoxian".to_owned());
    let public = first(site.database.ids("daoxian", "public_decision").await, "public decision");
    own.insert("public", public.simple().to_string());
    own.insert("case_under_way", site.case_under_way("daoxian").await.to_string());
    foreign.insert("case_under_way", vec![site.case_under_way("jianghua").await.to_string()]);
    let phone = async |seat: &str, slug: &str| site.gives_phone(seat, slug).await;
    own.insert("phone", phone("dx-officer1", "daoxian").await);
    foreign.insert("phone", vec![phone("jh-officer1", "jianghua").await]);
    // Only the city's bureau has orders of its own; nobody of a county asks for one.
    own.insert("order", NO_ID.to_owned());
    foreign.insert("order", foreign["transfer"].clone());
    own.insert("check", check);
    own.insert("session", NO_ID.to_owned());
    own.insert("person", NO_ID.to_owned());
    let person = site.database.store.person("jh-officer1").await.expect("an officer of 江华");
    foreign.insert("person", vec![person.to_string()]);
    // Whose work is handed over is a member of one's own bureau.
    foreign.insert("colleague", vec![person.to_string()]);
    let colleague = site.database.store.person("dx-officer1").await.expect("an officer of 道县");
    own.insert("colleague", colleague.to_string());
    foreign.insert("bureau", vec!["jianghua".to_owned()]);
    site.database.twin("daoxian", "jianghua", CANARY).await;
    Twins { site, own, foreign }
}

impl Twins {
    /// The sessions of 江华's officer, as that person sees them.
    async fn note_foreign_sessions(&mut self) {
        let cookie = self.site.sign_in("jh-officer1").await;
        let door = doors().find(|door| door.route == "/_/api/sessions").expect("the sessions");
        let answer = self.site.knock(door, &self.own, Some(&cookie)).await;
        let lines: Vec<serde_json::Value> = serde_json::from_str(&answer.body).expect("lines");
        let ids = lines.iter().filter_map(|line| line["id"].as_str().map(ToOwned::to_owned)).collect();
        self.foreign.insert("session", ids);
    }

    pub fn with(&self, mark: &'static str, value: &str) -> Values {
        let mut values = self.own.clone();
        values.insert(mark, value.to_owned());
        values
    }
}

/// The people of 道县 who ask: everybody for whom the door is.
fn askers(door: &Door) -> Vec<&'static str> {
    let county = SEATS.iter().filter(|seat| !seat.city_only);
    match door.whom {
        For::Holders(power) => {
            county.filter(|seat| domain::role::may(seat.roles, power)).map(|seat| seat.word).collect()
        }
        // Nobody of a county.
        For::City(_) => Vec::new(),
        _ => county.map(|seat| seat.word).collect(),
    }
}

/// A way to ask with a value of 江华: who asks where, and what is replaced by which values.
struct Way<'a> {
    door: &'static Door,
    asker: &'static str,
    mark: &'static str,
    values: &'a [String],
    /// What a value that exists nowhere gets.
    nowhere: Answer,
}

/// Every door × asker × mark.
async fn ways<'a>(twins: &'a Twins, cookies: &BTreeMap<&str, String>) -> Vec<Way<'a>> {
    let mut ways = Vec::new();
    for door in doors().filter(|door| !matches!(door.whom, For::Everybody)) {
        for mark in door.marks() {
            let values = twins.foreign.get(mark).map(Vec::as_slice).unwrap_or_default();
            assert!(!values.is_empty(), "江华 has nothing of its own for {{{mark}}} of {door:?}");
            for asker in askers(door) {
                let none = if mark == "bureau" { NO_BUREAU } else { NO_ID };
                let answer = twins.site.knock(door, &twins.with(mark, none), Some(&cookies[asker])).await;
                assert!(answer.status < 500, "{door:?} with {none}: {answer:?}");
                ways.push(Way { door, asker, mark, values, nowhere: answer.without(none) });
            }
        }
    }
    ways
}

/// Rows of everything but sessions, whose last use is noted whoever asks.
pub async fn rows(site: &TestSite) -> BTreeMap<String, Vec<String>> {
    let mut contents = site.database.contents().await;
    contents.remove("session");
    contents
}

#[rstest]
#[tokio::test]
async fn nothing_of_one_bureau_shows_in_another(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let mut twins = twins(engine).await;
    twins.note_foreign_sessions().await;
    let mut cookies = BTreeMap::new();
    for seat in SEATS.iter().filter(|seat| !seat.city_only) {
        cookies.insert(seat.word, twins.site.sign_in(&format!("dx-{}", seat.word)).await);
    }
    own_calls_show_no_canary(&twins, &cookies).await;

    let before = rows(&twins.site).await;
    let ways = ways(&twins, &cookies).await;
    assert!(ways.len() < CALLS, "{} ways want more calls", ways.len());
    let (twins, ways, cookies) = (&twins, &ways, &cookies);
    let faults: BTreeSet<String> = stream::iter(0..CALLS)
        .map(|turn| async move {
            let way = &ways[turn % ways.len()];
            let value = &way.values[turn / ways.len() % way.values.len()];
            let values = twins.with(way.mark, value);
            let answer = twins.site.knock(way.door, &values, Some(&cookies[way.asker])).await;
            fault(way, value, &answer)
        })
        .buffer_unordered(AT_ONCE)
        .filter_map(|fault| async { fault })
        .collect()
        .await;
    assert!(faults.is_empty(), "{faults:#?}");
    let after = rows(&twins.site).await;
    let changed: Vec<_> = after.iter().filter(|(table, rows)| before.get(*table) != Some(rows)).collect();
    assert!(changed.is_empty(), "{changed:#?}");
}

/// Good values, rows with the same ids next door: the answers are one's own.
async fn own_calls_show_no_canary(twins: &Twins, cookies: &BTreeMap<&str, String>) {
    for door in doors().filter(|door| !door.writes && !matches!(door.whom, For::City(_))) {
        let mut opened = false;
        for asker in askers(door) {
            let answer = twins.site.knock(door, &twins.own, Some(&cookies[asker])).await;
            opened |= answer.status < 400;
            assert!(!answer.body.contains(CANARY), "{door:?} shows {asker} the canary: {}", answer.body);
            assert!(answer.status < 500, "{door:?} for {asker}: {answer:?}");
        }
        assert!(opened || door.route.contains("{file}"), "{door:?} opens to nobody");
    }
}

/// What is wrong with the answer to a value of 江华.
fn fault(way: &Way<'_>, value: &str, answer: &Answer) -> Option<String> {
    let (door, mark, asker) = (way.door, way.mark, way.asker);
    let told = |what: &str| Some(format!("{} {} {{{mark}}} for {asker}: {what}", door.method, door.to));
    if answer.body.contains(CANARY) || answer.location.contains(CANARY) {
        return told("shows the canary");
    }
    if answer.status == 404 || answer.is_sign_in() || answer.without(value) == way.nowhere {
        return None;
    }
    told(&format!("answers {} where a value that exists nowhere gets {}", answer.status, way.nowhere.status))
}

#[test]
fn a_leak_would_be_told() {
    let answer = |status, body: &str| Answer { status, location: String::new(), body: body.to_owned() };
    let way = Way {
        door: doors().next().expect("a door"),
        asker: "reader",
        mark: "case",
        values: &[],
        nowhere: answer(200, "nothing under §"),
    };
    assert_eq!(fault(&way, "7", &answer(200, "nothing under 7")), None);
    assert_eq!(fault(&way, "7", &answer(404, "not there")), None);
    assert!(fault(&way, "7", &answer(200, "something under 7")).is_some());
    assert!(fault(&way, "7", &answer(404, CANARY)).is_some());
    assert!(fault(&way, "7", &answer(504, "")).is_some());
}
