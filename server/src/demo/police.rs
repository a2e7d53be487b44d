//! The demo's recusals, suspected crimes and revised decisions.

use super::acts::Story;
use super::plan::Step::{
    ApproveNotice, Challenged, Close, Conclude, CrimeDecided, CrimeReported, Decide, File, HandedToPolice,
    Inspect, Interview, OrderAnew, PayAll, PoliceFiled, PoliceHandedBack, Recused, Register, RegisterRemedy,
    Revoked, Serve, ServeNotice, Unpublished, WithGoods,
};
use super::plan::{Plan, plan};
use domain::case::{
    Act, AskRecusal, Case, DecideCrime, DecideRecusal, EndRemedy, FallGround, HandGoods, HandToPolice, Name,
    Note, OrderAnew as Anew, PoliceReply, Publicity, Publish, RecordPoliceReply, RecusalSource,
    RemedyOutcome, ReportCrime, Reviser, Unpublish,
};
use domain::id::PartyId;
use domain::value::ValueError;

/// An officer who stands aside; with the police, closed there, handed back; revoked in reconsideration and not yet
/// revised, and decided anew.
pub const POLICE: [Plan; 6] = [
    plan(14, &[(0, Register), (2, File), (4, Inspect), (8, Challenged), (10, Recused)]),
    plan(
        9,
        &[
            (0, Register),
            (1, File),
            (3, Inspect),
            (4, Interview),
            (6, CrimeReported),
            (7, CrimeDecided),
            (8, HandedToPolice),
        ],
    ),
    plan(
        62,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (9, CrimeReported),
            (10, CrimeDecided),
            (10, HandedToPolice),
            (13, PoliceFiled),
            (14, WithGoods),
            (16, Close),
        ],
    ),
    plan(
        48,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (7, CrimeReported),
            (8, CrimeDecided),
            (8, HandedToPolice),
            (15, PoliceHandedBack),
            (18, Conclude),
        ],
    ),
    plan(
        58,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (18, Decide),
            (20, Serve),
            (26, RegisterRemedy),
            (56, Revoked),
        ],
    ),
    plan(
        66,
        &[
            (0, Register),
            (2, File),
            (4, Inspect),
            (8, Conclude),
            (10, ApproveNotice),
            (11, ServeNotice),
            (18, Decide),
            (20, Serve),
            (25, PayAll),
            (27, RegisterRemedy),
            (56, Revoked),
            (57, Unpublished),
            (58, OrderAnew),
        ],
    ),
];

impl Story {
    pub fn challenge(&self, name: &str) -> Result<Act, ValueError> {
        Ok(Act::AskRecusal(AskRecusal {
            person: self.officers.second,
            name: Name::parse(name)?,
            source: RecusalSource::Party,
            reason: Note::parse("当事人称其配偶在竞争门店任职，可能影响公正。")?,
        }))
    }

    pub fn recused(&self, case: &Case) -> Result<Option<Act>, ValueError> {
        let reason = Note::parse("情况属实，决定回避，另行指派承办人。")?;
        let request = case.open_recusals().next().map(|one| one.seq);
        Ok(request.map(|request| Act::DecideRecusal(DecideRecusal { request, granted: true, reason })))
    }

    pub fn report_crime(&self) -> Result<Act, ValueError> {
        Ok(Act::ReportCrime(ReportCrime {
            parties: vec![self.party.id],
            officers: self.officers,
            crime: Name::parse("非法经营罪")?,
            report: Note::parse("账册显示销售金额二十三万余元，达到追诉标准；有笔录、账册、银行流水为证。")?,
        }))
    }

    pub fn decide_crime(&self, case: &Case) -> Result<Option<Act>, ValueError> {
        let reason = Note::parse("达到刑事追诉标准，同意移送公安机关。")?;
        let act =
            |(transfer, parties)| Act::DecideCrime(DecideCrime { transfer, parties, approved: true, reason });
        Ok(reported(case).map(act))
    }

    pub fn hand_to_police(&self, case: &Case, letter: &str) -> Result<Option<Act>, ValueError> {
        let Some((transfer, parties)) = reported(case) else { return Ok(None) };
        Ok(Some(Act::HandToPolice(HandToPolice {
            transfer,
            parties,
            organ: Name::parse("本县公安局经济犯罪侦查大队")?,
            time: chrono::NaiveTime::from_hms_opt(15, 30, 0).unwrap_or_default(),
            letter: Some(Name::parse(letter)?),
            list: Note::parse("移送书 1 份、调查报告 1 份、账册 3 本、笔录 2 份。")?,
            goods: false,
            party_told: true,
        })))
    }

    pub fn police_says(&self, case: &Case, reply: PoliceReply) -> Result<Option<Act>, ValueError> {
        let paper = Note::parse(match reply {
            PoliceReply::Filed => "立案告知书，已立案侦查。",
            _ => "不够刑事处罚，退回依法处理。",
        })?;
        let act = |(transfer, parties)| {
            Act::RecordPoliceReply(RecordPoliceReply {
                transfer,
                parties,
                reply,
                paper,
                goods_back: Vec::new(),
            })
        };
        Ok(reported(case).map(act))
    }

    pub fn hand_goods(&self, case: &Case) -> Result<Option<Act>, ValueError> {
        let list = Note::parse("柴油两桶，公安民警签收，清单一式两份。")?;
        Ok(reported(case).map(|(transfer, parties)| Act::HandGoods(HandGoods { transfer, parties, list })))
    }

    pub fn revoked(&self) -> Result<Act, ValueError> {
        Ok(Act::EndRemedy(EndRemedy {
            party: self.party.id,
            outcome: RemedyOutcome::Revoked,
            paper: Note::parse("复议决定：主要事实不清，撤销并责令六十日内重新作出。")?,
            performance_until: None,
            against_ruling: false,
        }))
    }

    pub fn publish(&self) -> Result<Act, ValueError> {
        let course = Note::parse("县政府网站行政处罚公示栏，个人信息已隐去。")?;
        Ok(Act::Publish(Publish {
            party: self.party.id,
            publicity: Publicity::Published,
            course,
            open: Some(Note::parse(
                "违法事实有现场笔录、询问笔录等证据证明，当事人已听取告知，依法作出处罚。",
            )?),
        }))
    }

    pub fn unpublish(&self) -> Result<Act, ValueError> {
        let course = Note::parse("已从局门户网站撤下，并公开说明理由。")?;
        Ok(Act::Unpublish(Unpublish { party: self.party.id, course }))
    }

    pub fn order_anew(&self) -> Result<Act, ValueError> {
        Ok(Act::OrderAnew(Anew {
            party: self.party.id,
            reviser: Reviser::Government,
            ground: FallGround::Facts,
            within_days: Some(60),
            paper: Note::parse("按复议决定撤销原决定，重新调查。")?,
            refund: Some(Note::parse("已缴罚款全额退回当事人账户。")?),
        }))
    }
}

/// The suspicion that is under way, and about whom.
fn reported(case: &Case) -> Option<(u32, Vec<PartyId>)> {
    case.crimes.last().map(|crime| (crime.seq, crime.parties.clone()))
}
