//! A bureau with its people and a small catalogue, and the case that is worked on it.

use serde_json::json;
use uuid::Uuid;

use crate::calendar::{Calendar, ClockRules};
use crate::case::*;
use crate::catalogue::{Capacity, Catalogue, IndustryId, Level, PowerGrant};
use crate::id::{BureauId, PartyId, PersonId};
use crate::refusal::Refusal;
use crate::role::Role;
use crate::{Day, Instant};

pub use super::acts::*;

pub const CHEN: PersonId = PersonId(Uuid::from_u128(1));
pub const PAN: PersonId = PersonId(Uuid::from_u128(2));
pub const ZHOU_HEAD: PersonId = PersonId(Uuid::from_u128(3));
pub const LI_REVIEWER: PersonId = PersonId(Uuid::from_u128(4));
pub const TANG_READER: PersonId = PersonId(Uuid::from_u128(5));
pub const HE_EXPIRED: PersonId = PersonId(Uuid::from_u128(6));
pub const JIANG_ALL: PersonId = PersonId(Uuid::from_u128(7));
pub const OU_UNQUALIFIED: PersonId = PersonId(Uuid::from_u128(8));
pub const GAO_ARCHIVIST: PersonId = PersonId(Uuid::from_u128(12));
pub const YI_CHIEF: PersonId = PersonId(Uuid::from_u128(9));

pub const SHOP: PartyId = PartyId(Uuid::from_u128(100));
pub const BOSS: PartyId = PartyId(Uuid::from_u128(101));
pub const SELLER: PartyId = PartyId(Uuid::from_u128(102));
pub const DAOXIAN: u32 = 431_124;

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

pub fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

pub struct Bench {
    pub calendar: Calendar,
    pub rules: ClockRules,
    pub catalogue: Catalogue,
    pub grants: Vec<PowerGrant>,
    pub members: Vec<Member>,
    pub settings: Settings,
    pub events: Vec<Event>,
    pub fined: Vec<FinedAct>,
    pub designations: Vec<Designation>,
    /// What the bureau knows of the cited warning.
    pub warned: Vec<(PartyId, WarningStanding)>,
    pub papers_out: Vec<String>,
    pub papers_unmade: bool,
    pub today: Day,
}

const DAYS: &str = include_str!("../../../../store/catalogue/calendar/public-holidays-2004-2026.csv");

/// The rows of the catalogue's file.
fn rules() -> ClockRules {
    toml::from_str(include_str!("../../../../store/catalogue/rules/clocks.toml")).unwrap()
}

fn member(person: PersonId, text: &str, roles: &[Role], to: &str) -> Member {
    Member {
        person,
        name: name(text),
        roles: roles.to_vec(),
        certificates: vec![Certificate { number: name("湘M1100231"), from: day("2024-01-01"), to: day(to) }],
        qualified: person != OU_UNQUALIFIED,
    }
}

fn row(id: &str, capacity: &str, penalties: &serde_json::Value) -> serde_json::Value {
    json!({
        "id": id, "from": "2021-08-01", "title": {"zh": "未建立台账", "en": "No ledger"},
        "violates": [], "verified": true, "five_years_if_harm": true,
        "deciders": [{"capacity": capacity}],
        "roles": [
            {"role": "offender", "penalties": penalties},
            {"role": "person_in_charge", "penalties": penalties},
        ],
    })
}

/// A row that is in force for a time only.
fn version(id: &str, from: &str, to: Option<&str>, yuan: [i64; 2]) -> serde_json::Value {
    let penalties = json!([{"kind": "warning", "grade": "optional"}, {"kind": "fine", "grade": "optional", "fine": [{"yuan": yuan}]}]);
    let mut one = row(id, "commerce", &penalties);
    one["from"] = json!(from);
    one["to"] = json!(to);
    one
}

/// A row for which a law names the power to seal and seize.
fn seizing(id: &str, law: &str, penalties: &serde_json::Value) -> serde_json::Value {
    let mut one = row(id, "commerce", penalties);
    one["seizure"] = json!({"law": law, "article": "第二十七条"});
    one
}

/// A row whose licence its issuer revokes.
fn issued(id: &str, penalties: &serde_json::Value) -> serde_json::Value {
    let mut one = row(id, "commerce", penalties);
    one["deciders"] = json!([{"capacity": "commerce"}, {"capacity": "issuer", "level": "province", "kinds": ["revocation"]}]);
    one
}

fn law(id: &str, rank: &str) -> serde_json::Value {
    json!({"id": id, "name": {"zh": id, "en": id}, "rank": rank, "from": "2021-08-01"})
}

fn rows() -> serde_json::Value {
    let warning = json!({"kind": "warning", "grade": "optional"});
    let fine = |extra: serde_json::Value| {
        let mut one = json!({"kind": "fine", "grade": "optional"});
        one.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        one
    };
    json!([
        row("oil-v01@2021", "commerce", &json!([warning, fine(json!({"fine": [{"yuan": [500, 30000]}]}))])),
        row("oil-v02@2021", "commerce", &json!([warning, fine(json!({"amount_unverified": true}))])),
        row(
            "oil-v03@2021",
            "commerce",
            &json!([warning, fine(json!({"fine": [{"yuan": [500, 30000]}], "first": "order_first"}))])
        ),
        row(
            "oil-v04@2021",
            "commerce",
            &json!([fine(json!({"fine": [{"base": "goods_value", "percent": [100, 300]}]}))])
        ),
        row("oil-v05@2021", "agriculture", &json!([warning])),
        row(
            "oil-v06@2021",
            "commerce",
            &json!([warning, fine(json!({"fine": [{"yuan": [500, 30000]}], "first": "warning_first"}))])
        ),
        row(
            "oil-v07@2021",
            "commerce",
            &json!([warning, fine(json!({"fine": [{"yuan": [500, 30000]}], "grade": "always"})), {"kind": "revocation", "grade": "optional"}])
        ),
        row(
            "oil-v08@2021",
            "commerce",
            &json!([warning, {"kind": "public_criticism", "grade": "optional"}, fine(json!({"fine": [{"yuan": [0, 30000]}]}))])
        ),
        row(
            "oil-v09@2021",
            "commerce",
            &json!([warning, {"kind": "suspension_of_business", "grade": "optional"}])
        ),
        issued(
            "oil-v10@2021",
            &json!([warning, fine(json!({"fine": [{"yuan": [500, 30000]}]})), {"kind": "revocation", "grade": "serious"}])
        ),
        version("oil-v13@2021", "2021-08-01", Some("2026-02-28"), [500, 30000]),
        version("oil-v13@2026", "2026-03-01", None, [100, 10000]),
        version("oil-v14@2021", "2021-08-01", Some("2026-02-28"), [500, 30000]),
        version("oil-v14@2026", "2026-03-01", None, [1000, 50000]),
        seizing(
            "oil-v21@2021",
            "oil-regulation@2021",
            &json!([warning, fine(json!({"fine": [{"yuan": [500, 30000]}]})), {"kind": "confiscation_of_goods", "grade": "optional"}])
        ),
        row(
            "oil-v11@2021",
            "commerce",
            &json!([warning, fine(json!({"fine": [{"yuan": [0, 50000]}]})),
                {"kind": "fine", "grade": "serious", "fine": [{"yuan": [50000, 500000]}]}])
        ),
        row(
            "oil-v12@2021",
            "commerce",
            &json!([warning, {"kind": "fine", "grade": "serious", "fine": [{"yuan": [0, 10000]}]}])
        ),
        seizing("oil-v22@2021", "oil-measures@2021", &json!([warning])),
    ])
}

impl Bench {
    pub fn new(today: &str) -> Self {
        let industry = json!({
            "id": "oil", "name": {"zh": "成品油", "en": "Oil"}, "words": [], "authorities": [],
            "licence_kinds": [], "violations": rows(), "notes": [],
        });
        let catalogue = json!({
            "laws": [law("oil-regulation@2021", "regulation"), law("oil-measures@2021", "ministry_rule")],
            "industries": [industry],
        });
        Bench {
            calendar: Calendar::from_csv(DAYS).unwrap(),
            rules: rules(),
            catalogue: serde_json::from_value(catalogue).unwrap(),
            grants: vec![PowerGrant {
                bureau: BureauId(1),
                industry: IndustryId("oil".to_owned()),
                capacity: Capacity::Commerce,
                level: Level::County,
                from: day("2005-01-01"),
                to: None,
                basis: serde_json::from_value(json!({"zh": "三定方案", "en": "Charter"})).unwrap(),
            }],
            members: vec![
                member(CHEN, "陈××", &[Role::Officer], "2028-12-31"),
                member(PAN, "盘××", &[Role::Officer], "2028-12-31"),
                member(ZHOU_HEAD, "周××", &[Role::Head], "2024-01-02"),
                member(LI_REVIEWER, "李××", &[Role::Reviewer], "2024-01-02"),
                member(TANG_READER, "唐××", &[Role::Reader], "2024-01-02"),
                member(HE_EXPIRED, "何××", &[Role::Officer], "2026-03-31"),
                member(JIANG_ALL, "蒋××", &[Role::Officer, Role::Reviewer, Role::Head], "2028-12-31"),
                member(YI_CHIEF, "义××", &[Role::Chief], "2024-01-02"),
                member(OU_UNQUALIFIED, "欧××", &[Role::Reviewer], "2024-01-02"),
                member(GAO_ARCHIVIST, "高××", &[Role::Archivist], "2028-12-31"),
            ],
            settings: Settings::default(),
            events: Vec::new(),
            fined: Vec::new(),
            designations: Vec::new(),
            warned: vec![(SHOP, WarningStanding::OfParty)],
            papers_out: Vec::new(),
            papers_unmade: false,
            today: day(today),
        }
    }

    pub fn context(&self, actor: PersonId) -> Context<'_> {
        Context {
            today: self.today,
            bureau: BureauId(1),
            area: Some(DAOXIAN),
            calendar: &self.calendar,
            rules: &self.rules,
            catalogue: &self.catalogue,
            grants: &self.grants,
            members: &self.members,
            settings: &self.settings,
            actor,
            fined: &self.fined,
            designations: &self.designations,
            warned: &self.warned,
            papers_out: &self.papers_out,
            papers_unmade: self.papers_unmade,
        }
    }

    pub fn case(&self) -> Case {
        Case::replay(&self.events).unwrap().unwrap()
    }

    pub fn judge(&self, actor: PersonId, on: Day, act: &Act) -> Result<Permit, Refusal> {
        let case = Case::replay(&self.events).unwrap();
        let entry = Entry { late_reason: Some(note("网络中断")), ..Entry::default() };
        Judge { case: case.as_ref(), on, context: self.context(actor) }.judge(act, &entry)
    }

    /// Judges the act and writes its event.
    pub fn try_do(&mut self, actor: PersonId, on: &str, act: Act) -> Result<Permit, Refusal> {
        let on = day(on);
        let permit = self.judge(actor, on, &act)?;
        let seq = u32::try_from(self.events.len()).unwrap() + 1;
        let at = Instant(0);
        self.events.push(Event { seq, act, on, at, by: actor, entry: Entry::default() });
        Ok(permit)
    }

    /// Lets the day come, then does the act; it must be allowed as an event.
    pub fn does(&mut self, actor: PersonId, on: &str, act: Act) -> &mut Self {
        self.today = self.today.max(day(on));
        let kind = act.kind();
        assert_eq!(self.try_do(actor, on, act), Ok(Permit::Event), "{kind:?} on {on}");
        self
    }

    /// Writes the answer of another bureau, which nobody here does.
    pub fn answered(&mut self, on: &str, act: Act) -> &mut Self {
        self.today = self.today.max(day(on));
        let seq = u32::try_from(self.events.len()).unwrap() + 1;
        let (by, entry) = (PersonId(Uuid::from_u128(70)), Entry::default());
        self.events.push(Event { seq, act, on: day(on), at: Instant(0), by, entry });
        self
    }

    /// The code with which the act is refused today.
    pub fn refused(&self, actor: PersonId, on: &str, act: &Act) -> &'static str {
        match self.judge(actor, day(on), act) {
            Ok(permit) => panic!("{:?} was permitted: {permit:?}", act.kind()),
            Err(refusal) => refusal.code.word(),
        }
    }
}
