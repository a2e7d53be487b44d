//! Lets the demo's cases run, in the order of their days, each act by the person whose act it is.

use super::acts::{Bounds, Story, kind_of, party, penalty_of};
use super::establishments::Registered;
use super::people;
use super::plan::{HEARING_AFTER, Plan, Step, plans_of};
use super::spot;
use chrono::Datelike;
use domain::calendar::{Term, Unit};
use domain::case::{
    Act, Body, CashTo, Entry, Name, NoPenaltyGround, Note, Officers, Outcome, PoliceReply, RecordKind,
};
use domain::catalogue::{PenaltyKind, PowerGrant, Standing, ViolationRow, standing};
use domain::id::{CaseId, PersonId};
use domain::value::{Money, ValueError};
use domain::{Day, Instant};
use store::{Bureau, Done, Error, FixedClock, OpenCase, Rulebook, Store, Verdict};

/// Minutes after midnight at which the first step of a day happens.
const MORNING: i64 = 9 * 60;
/// Minutes between a proposal and its answer.
const ANSWERED_AFTER: i64 = 45;
const MINUTE_MILLIS: i64 = 60_000;
const SHANGHAI_MINUTES: i64 = 8 * 60;

/// The people of a bureau who act.
struct Seats {
    officers: [PersonId; 2],
    reviewer: PersonId,
    archivist: PersonId,
    /// Hosts the hearings: without another part in a case.
    host: PersonId,
    head: PersonId,
    chief: PersonId,
}

/// A row's id with the kinds of penalty and the fine taken from it.
type Penalised = (String, Vec<PenaltyKind>, Option<Money>);

/// A case as far as it has come.
struct Running {
    story: Story,
    id: Option<CaseId>,
}

/// The cases of a bureau as far as they have come.
pub struct Docket<'a> {
    store: &'a Store,
    hand: &'a FixedClock,
    bureau: &'a Bureau,
    seats: Seats,
    plans: Vec<Plan>,
    running: Vec<Running>,
}

impl<'a> Docket<'a> {
    /// A story for every plan; nothing has happened yet.
    pub async fn ready(
        store: &'a Store,
        hand: &'a FixedClock,
        bureau: &'a Bureau,
        register: &[Registered],
        today: Day,
    ) -> Result<Self, Error> {
        let seats = Seats {
            officers: [
                people::person(store, bureau, "officer1").await?,
                people::person(store, bureau, "officer2").await?,
            ],
            reviewer: people::person(store, bureau, "reviewer").await?,
            archivist: people::person(store, bureau, "archivist").await?,
            host: people::person(store, bureau, "registrar").await?,
            head: people::person(store, bureau, "head").await?,
            chief: people::person(store, bureau, "chief").await?,
        };
        let workspace = store.operate(&bureau.slug).await?;
        let grants = workspace.power_grants().await?;
        drop(workspace);
        let mut plans = plans_of(usize::try_from(bureau.id.0).unwrap_or_default());
        plans.extend(super::transfers::sent_by(&bureau.slug));
        plans.extend(super::held::HELD);
        plans.extend(super::others::of(&bureau.slug));
        let running = stories(bureau, register, &seats, &grants, &plans, today);
        Ok(Docket { store, hand, bureau, seats, plans, running })
    }

    /// Every step of every plan with its instant and its case; nothing happens today or later.
    pub fn agenda(&self, today: Day) -> Vec<(Instant, (usize, Step))> {
        let mut all = Vec::new();
        for (nth, plan) in self.plans.iter().enumerate().take(self.running.len()) {
            let begins = working_days_before(today, plan.age);
            for (place, (offset, step)) in plan.steps().enumerate() {
                let day = working_days_after(begins, offset);
                let minute = MORNING + i64::try_from(nth * 9 % 200 + place * 11).unwrap_or(0);
                if day < today {
                    all.push((instant(day, minute), (nth, step)));
                }
            }
        }
        all
    }

    /// Takes a step. One that the rules refuse on its day is left out.
    pub async fn take(&mut self, (nth, step): (usize, Step)) -> Result<(), Error> {
        let Docket { store, hand, bureau, seats, .. } = self;
        let desk = Desk { store, hand, bureau, seats };
        match self.running.get_mut(nth) {
            Some(case) => desk.step(case, nth, step).await,
            None => Ok(()),
        }
    }
}

/// One story a plan: an establishment whose industry has a row that a notice and a decision can end.
fn stories(
    bureau: &Bureau,
    register: &[Registered],
    seats: &Seats,
    grants: &[PowerGrant],
    plans: &[Plan],
    today: Day,
) -> Vec<Running> {
    let mut running = Vec::new();
    let mut from = usize::try_from(bureau.id.0).unwrap_or(0) * 3;
    for (nth, plan) in plans.iter().enumerate() {
        let begins = working_days_before(today, plan.age);
        let on = begins.checked_sub_days(chrono::Days::new(20)).unwrap_or(begins);
        let story = (0..register.len()).find_map(|ahead| {
            let of = register.get((from + ahead) % register.len())?;
            let penalised = row_for(bureau, of, grants, nth, on, plan)?;
            let story = Story { heard: plan.is_heard(), ..story(bureau, of, seats, nth, on, penalised)? };
            from += ahead + 7;
            Some(story)
        });
        running.extend(story.map(|story| Running { story, id: None }));
    }
    running
}

/// A row that judges acts of the day, that the bureau may decide, and its penalty.
fn row_for(
    bureau: &Bureau,
    of: &Registered,
    grants: &[PowerGrant],
    nth: usize,
    on: Day,
    plan: &Plan,
) -> Option<Penalised> {
    let industry = &of.establishment.licences.first()?.industry;
    let usable = |row: &ViolationRow| {
        let kind = kind_of(of);
        let bounds = match (plan.is_on_the_spot(), plan.is_heard()) {
            (true, _) => Bounds { least: Money::ZERO, most: spot::fine_max(kind, on) },
            (_, true) => Bounds::heard(kind),
            _ => Bounds::unheard(kind),
        };
        let Standing::MayDecide { kinds: ours, elsewhere } = standing(row, industry, grants, bureau.id, on)
        else {
            return None;
        };
        if plan.is_revoked_elsewhere() && !elsewhere.iter().any(|(kind, _)| *kind == PenaltyKind::Revocation)
        {
            return None;
        }
        if plan.is_seized() {
            return row.seizure.is_some().then(|| (row.id.clone(), Vec::new(), None));
        }
        let (kinds, fine) = penalty_of(row, kind, bounds)?;
        let decided = |kind| ours.contains(&kind);
        let may = kinds.iter().all(|kind| decided(*kind)) && (fine.is_none() || decided(PenaltyKind::Fine));
        (may && (fine.is_some() || !plan.asks_for_money())).then(|| (row.id.clone(), kinds, fine))
    };
    let mut rows: Vec<_> = store::catalogue::in_use().in_force(industry, on).filter_map(usable).collect();
    if rows.is_empty() { None } else { Some(rows.swap_remove(nth % rows.len())) }
}

fn story(
    bureau: &Bureau,
    of: &Registered,
    seats: &Seats,
    nth: usize,
    on: Day,
    penalised: Penalised,
) -> Option<Story> {
    let (violation, kinds, fine) = penalised;
    let [one, other] = seats.officers;
    let officers = if nth.is_multiple_of(2) {
        Officers { lead: one, second: other }
    } else {
        Officers { lead: other, second: one }
    };
    let area = bureau.code.as_deref().and_then(|code| code.parse().ok());
    let party = party(of, &violation, on, area).ok()?;
    let signer = party.representative.clone().or_else(|| Name::parse("负责人").ok())?;
    Some(Story { party, officers, violation, kinds, fine, signer, heard: false })
}

pub fn working_days_before(day: Day, count: u16) -> Day {
    let calendar = &store::rules::in_use().calendar;
    calendar
        .deadline(day, None, Term::fixed(count, Unit::WorkingBack))
        .map_or(day, |counted| counted.last_day)
}

fn working_days_after(day: Day, count: u16) -> Day {
    let calendar = &store::rules::in_use().calendar;
    calendar.deadline(day, None, Term::fixed(count, Unit::Working)).map_or(day, |counted| counted.last_day)
}

/// An instant of a day in Asia/Shanghai.
pub fn instant(day: Day, minute: i64) -> Instant {
    let midnight = day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
    Instant(midnight + (minute - SHANGHAI_MINUTES) * MINUTE_MILLIS)
}

/// What the head does with a proposal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Approves,
    SendsBack,
    HasNotAnswered,
}

struct Desk<'a> {
    store: &'a Store,
    hand: &'a FixedClock,
    bureau: &'a Bureau,
    seats: &'a Seats,
}

impl Desk<'_> {
    async fn step(&self, case: &mut Running, nth: usize, step: Step) -> Result<(), Error> {
        let lead = case.story.officers.lead;
        if step == Step::Register {
            let act = case.story.register(nth).map_err(Error::down)?;
            case.id = self.register(lead, act).await?;
            return Ok(());
        }
        if step == Step::OnTheSpot && case.id.is_none() {
            let today = self.store.clock().today();
            let act = case.story.on_the_spot(nth, today).map_err(Error::down)?;
            case.id = self.register(lead, act).await?;
            return Ok(());
        }
        let Some(id) = case.id else { return Ok(()) };
        let open = self.open(lead, id).await?;
        let act = act_of(&case.story, &open, nth, step, self.store.clock().today(), self.seats.host)
            .map_err(Error::down)?;
        let act = match (act, step) {
            (Some(act), _) => act,
            (None, Step::Challenged) => self.challenges(&case.story).await?,
            (None, Step::Send(to)) => self.sends(&case.story, to, nth).await?,
            (None, _) => return Ok(()),
        };
        match step {
            Step::Review => self.act(self.seats.reviewer, &open, act).await.map(drop),
            Step::Archive => self.act(self.seats.archivist, &open, act).await.map(drop),
            Step::ProposeFiling | Step::ProposeNotice | Step::ProposeDecision => {
                self.propose(lead, &open, act, Head::HasNotAnswered).await
            }
            Step::SendBackFiling => self.propose(lead, &open, act, Head::SendsBack).await,
            _ => self.propose(lead, &open, act, Head::Approves).await,
        }
    }

    async fn challenges(&self, story: &Story) -> Result<Act, Error> {
        let workspace = self.store.operate_as(&self.bureau.slug, Some(story.officers.lead)).await?;
        let desk = workspace.case_desk(Rulebook::in_use()).await?;
        story.challenge(&desk.context().name(story.officers.second)).map_err(Error::down)
    }

    async fn sends(&self, story: &Story, to: &str, nth: usize) -> Result<Act, Error> {
        let bureaus = self.store.bureaus().await?;
        let to = bureaus.iter().find(|one| one.slug == to).ok_or(Error::NotFound)?;
        story.send(self.bureau, to, nth).map_err(Error::down)
    }

    async fn register(&self, by: PersonId, act: Act) -> Result<Option<CaseId>, Error> {
        let workspace = self.store.operate_as(&self.bureau.slug, Some(by)).await?;
        let done = workspace
            .case_desk(Rulebook::in_use())
            .await?
            .register(workspace.today(), act, Entry::default())
            .await?;
        let id = done.ok().map(Done::case);
        workspace.commit().await?;
        Ok(id)
    }

    async fn open(&self, by: PersonId, id: CaseId) -> Result<OpenCase, Error> {
        let workspace = self.store.operate_as(&self.bureau.slug, Some(by)).await?;
        let desk = workspace.case_desk(Rulebook::in_use()).await?;
        desk.case(id).await
    }

    /// Does the act; none when the rules refuse it on this day.
    async fn act(&self, by: PersonId, open: &OpenCase, act: Act) -> Result<Option<Done>, Error> {
        let workspace = self.store.operate_as(&self.bureau.slug, Some(by)).await?;
        let desk = workspace.case_desk(Rulebook::in_use()).await?;
        let done = desk.act(open.id, open.case.seq, workspace.today(), act, Entry::default()).await?;
        drop(desk);
        match done {
            Ok(done) => workspace.commit().await.map(|()| Some(done)),
            Err(refusal) => {
                tracing::debug!(refusal = ?refusal, "a step of the demo is left out");
                Ok(None)
            }
        }
    }

    /// The officer's act; what needs the head becomes a proposal, which the head answers.
    async fn propose(&self, by: PersonId, open: &OpenCase, act: Act, head: Head) -> Result<(), Error> {
        let decides = matches!(act, Act::Decide(_) | Act::DecideNoPenalty(_) | Act::DecideCrime(_));
        let Some(Done::Proposal { id, .. }) = self.act(by, open, act).await? else { return Ok(()) };
        if head == Head::HasNotAnswered {
            return Ok(());
        }
        self.hand.advance_millis(ANSWERED_AFTER * MINUTE_MILLIS);
        let answers = if decides { self.seats.chief } else { self.seats.head };
        let workspace = self.store.operate_as(&self.bureau.slug, Some(answers)).await?;
        let verdict = match head {
            Head::SendsBack => {
                let reason = Note::parse("请补充举报人陈述的核实情况后再报。").map_err(Error::down)?;
                Verdict::SendBack { reason }
            }
            _ => Verdict::Approve,
        };
        let desk = workspace.case_desk(Rulebook::in_use()).await?;
        let done = desk.decide_proposal(id, verdict).await?;
        drop(desk);
        match done {
            Ok(_) => workspace.commit().await,
            Err(_) => Ok(()),
        }
    }
}

/// The act of a step; none of one that needs more than the case: another bureau, the name of a person.
fn act_of(
    story: &Story,
    open: &OpenCase,
    nth: usize,
    step: Step,
    today: Day,
    host: PersonId,
) -> Result<Option<Act>, ValueError> {
    let records: Vec<u32> = open
        .events
        .iter()
        .filter(|event| matches!(event.act, Act::Record(_)))
        .map(|event| event.seq)
        .collect();
    let last_record = open.events.iter().rfind(|event| matches!(event.act, Act::Record(_)));
    let put_right = last_record.map_or(today, |event| event.on);
    let total = story.fine.unwrap_or(Money::ZERO);
    let paid =
        |event: &domain::case::Event| if let Act::Pay(pay) = &event.act { pay.amount.fen() } else { 0 };
    let rest = Money(total.fen() - open.events.iter().map(paid).sum::<i64>());
    let letter = format!("移〔{}〕{}号", today.year(), nth + 1);
    Ok(Some(match step {
        Step::Send(_) | Step::Challenged => return Ok(None),
        Step::Recused => return story.recused(&open.case),
        Step::CrimeReported => story.report_crime()?,
        Step::CrimeDecided => return story.decide_crime(&open.case),
        Step::HandedToPolice => return story.hand_to_police(&open.case, &letter),
        Step::PoliceFiled => return story.police_says(&open.case, PoliceReply::Filed),
        Step::PoliceHandedBack => {
            return story.police_says(&open.case, PoliceReply::HandedBack { fined: false });
        }
        Step::WithGoods => return story.hand_goods(&open.case),
        Step::Revoked => story.revoked()?,
        Step::OrderAnew => story.order_anew()?,
        Step::Published => story.publish()?,
        Step::CashHandedIn => story.hand_on_cash(CashTo::Bureau, nth)?,
        Step::CashBanked => story.hand_on_cash(CashTo::Bank, nth)?,
        Step::Unpublished => story.unpublish()?,
        Step::Register => story.register(nth)?,
        Step::ProposeFiling | Step::SendBackFiling | Step::File => story.file(),
        Step::RefuseFiling => story.refuse_filing()?,
        Step::AskForPapers => story.ask_for_papers(today)?,
        Step::Inspect => {
            story.record(RecordKind::Inspection, "现场检查经营场所，查看证照、台账，拍照 6 张。")?
        }
        Step::Interview => {
            story.record(RecordKind::Interview, "询问负责人，其承认上述事实，笔录经核对签名。")?
        }
        Step::Conclude => story.conclude(Outcome::Penalise(story.penalties(put_right)), records)?,
        Step::ConcludeNoPenalty => {
            let ground = NoPenaltyGround::SlightMendedNoHarm;
            story.conclude(Outcome::NoPenalty { ground }, records)?
        }
        Step::ConcludeTransfer => story.conclude(story.belongs_elsewhere()?, records)?,
        Step::Review => story.review()?,
        Step::ProposeNotice | Step::ApproveNotice => story.approve_notice(),
        Step::ServeNotice => story.serve_notice(),
        Step::Defend => story.defend()?,
        Step::Answer => story.answer()?,
        Step::RequestHearing => story.request_hearing()?,
        Step::AppointHearing => story.appoint_hearing(host, working_days_after(today, HEARING_AFTER))?,
        Step::ServeHearingNotice => story.serve_hearing_notice(),
        Step::HoldHearing => story.hold_hearing()?,
        Step::Deliberate => story.deliberate(put_right)?,
        Step::ProposeDecision | Step::Decide => story.decide(put_right)?,
        Step::DecideNoPenalty => story.decide_no_penalty()?,
        Step::Serve => story.serve(),
        Step::ApprovePlan => story.approve_plan(total, today)?,
        Step::Demand => story.demand(),
        Step::ApplyToCourt => story.apply_to_court()?,
        Step::CourtRefused => story.court_refused()?,
        Step::Objected => story.object_to_court()?,
        Step::RevocationProposed => story.propose_revocation(nth)?,
        Step::Sold => return story.sold(&open.case),
        Step::RegisterRemedy => story.register_remedy(today)?,
        Step::PayPart => story.pay(Money(total.fen() / 2), nth)?,
        Step::PayAll => story.pay(rest, nth + 500)?,
        Step::OnTheSpot => story.on_the_spot(nth, today)?,
        Step::CollectOnTheSpot => story.collect_on_the_spot(rest, nth)?,
        Step::ReportOnTheSpot => story.report_on_the_spot()?,
        Step::RegisterEvidence => story.register_evidence()?,
        Step::Seize => story.seize()?,
        Step::Withdraw => story.withdraw()?,
        Step::Archive => story.archive(nth, today, &open.case)?,
        Step::Close => story.close(matches!(open.case.body, Body::Filed(_)))?,
    }))
}
