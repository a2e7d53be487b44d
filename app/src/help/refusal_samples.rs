//! One refusal of every kind, as it might stand on the screen.

use domain::Day;
use domain::case::{ActKind as A, HeldAs, Name, Performed, Stage, WarningStanding};
use domain::catalogue::{Authority, Bilingual, Capacity, FirstStep, Level, PenaltyKind};
use domain::refusal::{
    BankOnly, DeliberationGround, Fact, NotSimplified, OfficerFault, Refusal, RefusalCode as R,
};
use domain::role::{Power, Role};
use domain::value::Money;

/// A sample of every refusal; days lie around `today`.
#[must_use]
pub fn samples(today: Day) -> Vec<Refusal> {
    let of = |(act, code): (A, R)| Refusal::new(act, code);
    let all = [general(today), filing(today), people(), penalties(today), hearings(today), execution(today)];
    all.into_iter().flatten().chain(goods(today)).chain(entries(today)).map(of).collect()
}

/// The days that the samples name.
pub fn sample_days(today: Day) -> impl Iterator<Item = Day> {
    [-30, -5, -1, 0, 3, 4, 5, 6, 9, 10, 120].into_iter().map(move |days| ahead(today, days))
}

fn ahead(today: Day, days: i64) -> Day {
    today + chrono::Duration::days(days)
}

fn title() -> Bilingual {
    Bilingual {
        zh: "未定点从事生猪屠宰活动".to_owned(),
        en: "Slaughtering pigs without designation".to_owned(),
    }
}

fn yuan(amount: &str) -> Money {
    Money::parse(amount).unwrap_or_default()
}

fn general(today: Day) -> Vec<(A, R)> {
    vec![
        (A::Decide, R::NotInThisState { stage: Stage::Concluded }),
        (A::File, R::NoCase),
        (A::ServeNotice, R::DoneAlready { act: A::ServeNotice }),
        (A::Archive, R::DoFirst { act: A::Publish }),
        (A::Record, R::MissingFact { fact: Fact::CertificatesShown }),
        (A::ServeNotice, R::BeforeItsCause { cause: today }),
        (A::Record, R::InTheFuture { today }),
        (A::AnswerRemedy, R::TermOver { last_day: ahead(today, -1) }),
        (A::Record, R::NoRight { power: Power::WorkCases, of_the_case: true }),
        (A::Review, R::NoRight { power: Power::ReviewCases, of_the_case: false }),
        (A::Record, R::Recused { name: "王强".to_owned() }),
    ]
}

fn filing(today: Day) -> Vec<(A, R)> {
    let agriculture = Authority { capacity: Capacity::Agriculture, level: Level::County };
    let row = "slaughter-private".to_owned();
    vec![
        (A::File, R::NoPower { who: vec![agriculture] }),
        (A::File, R::NotOurArea),
        (A::File, R::TimeBarred { years: 2, last_day: ahead(today, -30) }),
        (A::File, R::NoRuleInForce { violation: row.clone(), on: today }),
        (A::Decide, R::NoTermInForce { on: today }),
        (A::Conclude, R::AmountUnverified { violation: row }),
        (
            A::ProposeTransfer,
            R::TransferPending {
                to: "江华瑶族自治县商务局".to_owned(), until: Some(ahead(today, 5))
            },
        ),
        (A::Decide, R::CriminalFined),
        (A::Close, R::GoodsNotWithPolice),
    ]
}

fn people() -> Vec<(A, R)> {
    let name = "王强".to_owned();
    vec![
        (A::Record, R::TwoOfficers { fault: OfficerFault::SamePerson }),
        (A::Review, R::OwnCase { role: Role::Officer }),
        (A::AppointHearing, R::HostOfTheCase { name: name.clone(), role: Role::Officer }),
        (A::Review, R::OwnHearing),
        (A::Deliberate, R::OfficerVotes { name }),
        (A::Review, R::NotQualified),
    ]
}

fn penalties(today: Day) -> Vec<(A, R)> {
    let earlier = Name::parse("道商罚决〔2026〕18号").map(|number| {
        let standing = WarningStanding::NotComparable;
        let void = R::FirstStepVoid { number: number.clone() };
        [(A::Decide, void), (A::Conclude, R::WarningNotOfParty { number, standing })]
    });
    let others = vec![
        (A::Conclude, R::NotInTheRow { kind: Some(PenaltyKind::Revocation) }),
        (A::Conclude, R::OutsideRange { min: yuan("2000"), max: yuan("20000") }),
        (A::Decide, R::CorrectionFirst { step: FirstStep::OrderFirst }),
        (A::Conclude, R::GainsNotStated),
        (A::PenaliseOnTheSpot, R::NotSimplified { why: NotSimplified::Fine { max: yuan("200") } }),
        (
            A::Decide,
            R::NumberHeld {
                number: "道商罚决〔2026〕18号".to_owned(), case: "道商案〔2026〕7号".to_owned()
            },
        ),
        (A::Decide, R::FinedBefore { number: Some("道商罚决〔2026〕18号".to_owned()) }),
        (A::AddUnlawfulAct, R::SameAct),
        (A::Conclude, R::OneFine { rule: title() }),
        (A::Conclude, R::MilderRule { rule: title(), from: ahead(today, -30) }),
        (A::Pay, R::BankOnly { why: BankOnly::Ordinary }),
        (A::Pay, R::NoReceipt),
        (A::Decide, R::ReviewNeeded),
        (A::Decide, R::DeliberationNeeded { why: DeliberationGround::Hearing }),
        (A::Decide, R::NotAsDeliberated),
        (A::Decide, R::NoNotice),
        (A::Decide, R::NewNoticeNeeded),
        (A::Decide, R::HeavierAfterDefence),
        (A::Decide, R::SameAgain { number: Some("道商罚决〔2026〕18号".to_owned()) }),
    ];
    earlier.into_iter().flatten().chain(others).collect()
}

fn hearings(today: Day) -> Vec<(A, R)> {
    vec![
        (A::ApproveNotice, R::HearingRightMissing),
        (A::Decide, R::HearingTermRunning { until: ahead(today, 4), opens_on: ahead(today, 5) }),
        (A::RequestHearing, R::HearingLate { last_day: ahead(today, -1) }),
        (A::AppointHearing, R::HearingNoticeShort { day: ahead(today, 6), latest: ahead(today, -5) }),
        (A::HoldHearing, R::HearingOnAnotherDay { day: ahead(today, 3) }),
        (A::Decide, R::DefenceTermRunning { until: ahead(today, 4), opens_on: ahead(today, 5) }),
        (A::Decide, R::DefenceUnanswered),
    ]
}

fn execution(today: Day) -> Vec<(A, R)> {
    vec![
        (A::ApprovePlan, R::Unserved { counts_on: ahead(today, 10) }),
        (A::Close, R::Unpaid { rest: yuan("3000") }),
        (A::Close, R::Unperformed { performed: Performed::GoodsHandedIn }),
        (A::Perform, R::NothingToPerform),
        (A::Demand, R::PayRunning { until: ahead(today, 9) }),
        (A::ApprovePlan, R::InstalmentSum { sum: yuan("4000"), rest: yuan("5000") }),
        (A::Demand, R::EnforcementStopped),
        (A::ResumeEnforcement, R::NotSuspended),
        (A::ApplyToCourt, R::NoDemand),
        (A::ApplyToCourt, R::DemandRunning { until: ahead(today, 6) }),
        (A::ApplyToCourt, R::CourtTooEarly { earliest: ahead(today, 120) }),
        (A::ApplyToCourt, R::CourtTermOver { last_day: ahead(today, -1) }),
        (A::ApplyToCourt, R::NotOursToEnforce),
        (A::RegisterRemedy, R::RemedyOpen),
        (A::ApplyToCourt, R::ObjectionOpen),
        (A::ProposeRevocation, R::OursToRevoke),
        (A::Pay, R::DecisionFell),
        (A::Archive, R::PapersOut { first: "道商罚决〔2026〕18号".to_owned(), more: 1 }),
        (A::Demand, R::NothingOwed),
    ]
}

fn goods(today: Day) -> Vec<(A, R)> {
    vec![
        (A::TakeMeasure, R::MeasureTermDiffers { written: ahead(today, 10), counted: ahead(today, 9) }),
        (A::Close, R::MeasureOpen { held_as: HeldAs::Seized, on: today }),
        (A::Decide, R::GoodsUndecided { held_as: HeldAs::Seized, on: today }),
        (A::ExtendMeasure, R::MeasureLapsed { last_day: ahead(today, -1) }),
        (A::TakeMeasure, R::NoPowerToSeize),
    ]
}

fn entries(today: Day) -> Vec<(A, R)> {
    vec![
        (A::TakeBack, R::LeftTheHouse { act: A::Serve }),
        (A::RegisterEvidence, R::NotInHand { number: "道商登存〔2026〕5号".to_owned() }),
        (A::TakeBack, R::NotOwnEntry { act: A::Record }),
        (A::TakeBack, R::TakeBackOver { minutes: 10 }),
        (A::Correct, R::RestsOn { seq: 4, act: A::Conclude, on: today }),
    ]
}
