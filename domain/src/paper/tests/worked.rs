//! Cases with everything that their papers need.

use crate::case::tests::bench::*;
use crate::case::tests::held::{
    self, extend, handle, lift, register_evidence, seize_at, under_investigation,
};
use crate::case::tests::licence_revocations::decided_under_issuer;
use crate::case::tests::measure_ends::told_with_goods;
use crate::case::tests::spot::spot_fined;
use crate::case::*;
use crate::catalogue::{ArticleRef, PartyKind};
use crate::id::PartyId;
use crate::paper::{Issuer, Missing, Paper, PaperKind, Slot, Sources, bind, called_for};
use crate::value::CreditCode;
use std::collections::BTreeMap;

/// What whoever told of the matter said; it names the reporter, as people do.
pub const TOLD: &str = "群众李告发反映该加油站没有购销台账";

pub fn issuer() -> Issuer {
    Issuer {
        name: "道县商务局".to_owned(),
        government: "道县人民政府".to_owned(),
        court: "道县人民法院".to_owned(),
        bank: "中国建设银行道县支行".to_owned(),
        account: "43050169283600000018".to_owned(),
        address: "道县濂溪街道月岩东路18号".to_owned(),
        phone: "0746-5231018".to_owned(),
    }
}

/// A case with its people, and what papers are bound from.
pub struct Worked {
    pub bench: Bench,
    pub issuer: Issuer,
    pub id_numbers: BTreeMap<PartyId, String>,
}

impl Worked {
    pub fn of(mut bench: Bench) -> Self {
        for row in &mut bench.catalogue.industries[0].violations {
            let article = |article: &str| ArticleRef {
                law: "oil-regulation@2021".to_owned(),
                article: article.to_owned(),
            };
            row.violates = vec![article("第十二条第一款")];
            row.penalty = Some(article("第三十一条"));
        }
        bench.catalogue.laws[0].name.zh = "成品油流通管理条例".to_owned();
        for (member, to) in bench.members.iter_mut().zip(["陈建国", "盘秀英", "周正明", "李审言", "唐听松"])
        {
            member.name = name(to);
        }
        for (at, member) in bench.members.iter_mut().enumerate() {
            member.certificates[0].number = name(&format!("湘M110023{at}"));
        }
        for at in 0..bench.events.len() {
            let words = bench.events[at].act.takes_numbers(at == 0).to_vec();
            for word in words {
                let given = number("道商", word, 2026, 18);
                bench.events[at].act.give_number(word, &given);
            }
            match &mut bench.events[at].act {
                Act::RegisterClue(facts) => facts.suspicion = note(TOLD),
                Act::File(facts) => facts.parties.iter_mut().for_each(whole),
                Act::PenaliseOnTheSpot(facts) => whole(&mut facts.party),
                _ => {}
            }
        }
        Worked { bench, issuer: issuer(), id_numbers: BTreeMap::new() }
    }

    pub fn slots(&self) -> Vec<Slot> {
        called_for(&self.bench.case())
    }

    pub fn bind(&self, slot: Slot) -> Result<Paper, Vec<Missing>> {
        let case = self.bench.case();
        let (context, id_numbers) = (self.bench.context(CHEN), &self.id_numbers);
        bind(slot, &Sources { case: &case, context, issuer: &self.issuer, id_numbers })
    }

    /// The last paper of a kind.
    pub fn paper(&self, kind: PaperKind) -> Result<Paper, Vec<Missing>> {
        let slots = self.slots();
        let slot = slots.iter().rev().find(|slot| slot.kind == kind && slot.seq.is_some());
        self.bind(*slot.unwrap_or_else(|| panic!("the case has no {kind:?}")))
    }
}

fn whole(party: &mut Party) {
    party.credit_code = Some(CreditCode::parse("91431124MA4L1A2B3C").unwrap_or_else(|_| code()));
    party.name = name("道县濂溪加油站有限公司");
    party.representative = Some(name("何某某"));
    party.address = Some(note("道县濂溪街道道州北路66号"));
}

/// A credit code with a right check character.
fn code() -> CreditCode {
    let stem = "91431124MA4L1A2B3";
    "0123456789ABCDEFGHJKLMNPQRTUWXY"
        .chars()
        .find_map(|check| CreditCode::parse(&format!("{stem}{check}")).ok())
        .unwrap()
}

pub fn sole_trader(worked: &mut Worked) {
    for event in &mut worked.bench.events {
        if let Act::File(facts) = &mut event.act {
            facts.parties[0].kind = PartyKind::SoleTrader;
            facts.parties[0].name = name("道县濂溪便利店");
        }
    }
}

fn order() -> Act {
    record_of(RecordKind::RectificationOrder { by: day("2026-03-12") })
}

fn discretion(act: Act) -> Act {
    match act {
        Act::Conclude(facts) => Act::Conclude(Conclude {
            facts: note("当事人自2026年1月起未建立成品油购销台账"),
            evidence: vec![3, 4],
            ..facts
        }),
        other => other,
    }
}

/// The ordinary way until the decision was served: a warning and a fine of 3,000 yuan.
pub fn served_ordinarily() -> Bench {
    let mut bench = Bench::new("2026-03-02");
    let defence = ReceiveDefence { party: SHOP, arguments: note("本店规模小，请求减轻") };
    let answer = AnswerDefence { party: SHOP, accepted: false, reasons: note("不属于法定减轻情形") };
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-04", file("oil-v01@2021"))
        .does(CHEN, "2026-03-05", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-03-05", record_of(RecordKind::Interview))
        .does(CHEN, "2026-03-05", order())
        .does(CHEN, "2026-03-13", record_of(RecordKind::ReInspection { put_right: true }))
        .does(CHEN, "2026-03-16", discretion(conclude(Outcome::Penalise(penalties(Some(3000))))))
        .does(LI_REVIEWER, "2026-03-17", review(Opinion::Agree))
        .does(ZHOU_HEAD, "2026-03-18", approve_notice())
        .does(CHEN, "2026-03-18", serve_notice())
        .does(CHEN, "2026-03-20", Act::ReceiveDefence(defence))
        .does(CHEN, "2026-03-23", Act::AnswerDefence(answer))
        .does(ZHOU_HEAD, "2026-03-26", decide(penalties(Some(3000))))
        .does(CHEN, "2026-03-27", serve());
    bench
}

/// The ordinary way, paid and closed.
pub fn ordinary() -> Worked {
    let mut bench = served_ordinarily();
    bench.does(CHEN, "2026-04-07", pay(3000)).does(ZHOU_HEAD, "2026-04-08", close());
    Worked::of(bench)
}

/// Not paid, demanded, and brought before the court.
pub fn enforced() -> Worked {
    let mut bench = served_ordinarily();
    bench.does(CHEN, "2026-09-14", demand());
    bench.today = day("2026-10-12");
    bench.does(ZHOU_HEAD, "2026-10-12", apply_to_court());
    Worked::of(bench)
}

/// Heard, reviewed, discussed and decided: a fine of 25,000 yuan.
pub fn after_hearing() -> Worked {
    let mut bench = deliberated();
    bench.does(ZHOU_HEAD, "2026-03-31", decide(penalties(Some(25_000)))).does(CHEN, "2026-04-01", serve());
    Worked::of(bench)
}

/// Told, and then not penalised.
pub fn spared() -> Worked {
    let mut bench = notified(Some(3000));
    bench.does(ZHOU_HEAD, "2026-03-18", no_penalty(NoPenaltyGround::SlightMendedNoHarm));
    Worked::of(bench)
}

/// Fined on the spot.
pub fn on_the_spot() -> Worked {
    let mut bench = Bench::new("2026-03-19");
    bench.does(CHEN, "2026-03-19", spot_fined(Some(1000), |_| {}));
    Worked::of(bench)
}

/// Papers registered on 6 March 2026, then handled.
pub fn registered() -> Worked {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-06", register_evidence());
    Worked::of(bench)
}

pub fn handled() -> Worked {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-06", register_evidence());
    bench.does(CHEN, "2026-03-10", handle(1, EvidenceOutcome::Lifted));
    Worked::of(bench)
}

/// Seized with the head's approval.
pub fn seized() -> Worked {
    Worked::of(held::seized())
}

/// Seized, and the term lengthened.
pub fn extended() -> Worked {
    let mut bench = held::seized();
    bench.does(ZHOU_HEAD, "2026-03-20", extend(1));
    Worked::of(bench)
}

/// Seized on the spot, in urgency.
pub fn seized_at_once() -> Worked {
    let mut bench = under_investigation();
    bench.does(CHEN, "2026-03-06", seize_at("15:20"));
    Worked::of(bench)
}

/// Seized, and given back.
pub fn lifted() -> Worked {
    let mut bench = held::seized();
    bench.does(CHEN, "2026-03-20", lift(1, LiftGround::NoLongerNeeded));
    Worked::of(bench)
}

/// One of two things that were seized went back.
pub fn given_back() -> Worked {
    let mut bench = held::seized();
    bench.does(CHEN, "2026-03-20", held::dispose(1, &[0], GoodsEnd::Returned));
    Worked::of(bench)
}

/// The petrol was sold while it was held.
pub fn sold() -> Worked {
    let mut bench = held::seized();
    bench.does(CHEN, "2026-03-11", held::sell(1, 1, 2100));
    Worked::of(bench)
}

/// What was seized was confiscated, and sold by auction.
pub fn confiscated() -> Worked {
    let mut bench = told_with_goods(held::confiscating());
    let performed = Performed::GoodsHandedIn;
    let course = note("依法公开拍卖，价款上缴国库，票据号湘财0088");
    bench.does(ZHOU_HEAD, "2026-03-13", decide(held::confiscating())).does(CHEN, "2026-03-16", serve()).does(
        CHEN,
        "2026-03-20",
        Act::Perform(Perform { party: SHOP, performed, course }),
    );
    Worked::of(bench)
}

/// Nothing came of the investigation.
pub fn withdrawn() -> Worked {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-09", withdraw());
    Worked::of(bench)
}

/// To be paid in one instalment at the year's end.
pub fn planned() -> Worked {
    let mut bench = served_ordinarily();
    bench.does(ZHOU_HEAD, "2026-04-01", plan());
    Worked::of(bench)
}

/// Enforcement stands still.
pub fn suspended() -> Worked {
    let mut bench = served_ordinarily();
    let facts = SuspendEnforcement {
        party: SHOP,
        ground: SuspensionGround::UnableToPay,
        reason: note("账户余额不足，暂无可供执行的财产"),
        number: None,
    };
    bench.does(CHEN, "2026-09-14", demand()).does(ZHOU_HEAD, "2026-09-30", Act::SuspendEnforcement(facts));
    Worked::of(bench)
}

/// Laid before the neighbours before it was filed against anybody else.
pub fn sent() -> Worked {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-09", send(county()));
    Worked::of(bench)
}

/// A suspected crime in the hands of the police.
pub fn with_the_police() -> Worked {
    let mut bench = investigated("oil-v01@2021");
    bench.does(CHEN, "2026-03-06", report_crime()).does(YI_CHIEF, "2026-03-06", decide_crime(4, true));
    bench.does(CHEN, "2026-03-06", hand_to_police(4));
    Worked::of(bench)
}

/// Somebody else is to revoke the licence.
pub fn to_be_revoked() -> Worked {
    let mut bench = decided_under_issuer();
    bench.does(CHEN, "2026-03-19", propose_revocation());
    Worked::of(bench)
}
