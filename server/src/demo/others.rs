//! The demo's cases in which others have a say: a court that refused, a licence that others revoke, meat that was sold
//! with its owner's consent, and a matter that belongs elsewhere.

use super::acts::Story;
use super::plan::Step::{
    ApplyToCourt, ConcludeTransfer, CourtRefused, Demand, File, Inspect, Objected, PayAll, Register,
    RevocationProposed, Seize, Sold,
};
use super::plan::{Plan, after, plan};
use super::plans::SERVED;
use domain::case::{
    Act, Case, CourtAnswer, HandlePerishable, Name, Note, ObjectToCourt, Outcome, PerishableOutcome,
    ProposeRevocation, RecordCourtAnswer,
};
use domain::value::{Money, ValueError};

/// Those of the bureaus that are shown first: refused lately and not answered yet, put to the court above, sold, proposed
/// to be revoked, concluded as another authority's.
pub fn of(bureau: &str) -> Vec<Plan> {
    match bureau {
        "daoxian" | "ningyuan" => vec![
            after(SERVED, 211, &[(40, Demand), (165, ApplyToCourt), (206, CourtRefused)]),
            after(SERVED, 213, &[(40, Demand), (165, ApplyToCourt), (200, CourtRefused), (206, Objected)]),
            plan(10, &[(0, Register), (1, File), (2, Inspect), (4, Seize), (5, Sold)]),
            after(SERVED, 44, &[(24, PayAll), (26, RevocationProposed)]),
            plan(13, &[(0, Register), (2, File), (4, Inspect), (9, ConcludeTransfer)]),
        ],
        _ => Vec::new(),
    }
}

impl Story {
    pub fn court_refused(&self) -> Result<Act, ValueError> {
        Ok(Act::RecordCourtAnswer(RecordCourtAnswer {
            party: self.party.id,
            answer: CourtAnswer::Refused,
            paper: Note::parse("行政裁定书：催告书送达程序存疑，裁定不准予强制执行。")?,
        }))
    }

    pub fn object_to_court(&self) -> Result<Act, ValueError> {
        Ok(Act::ObjectToCourt(ObjectToCourt {
            party: self.party.id,
            court: Name::parse("永州市中级人民法院")?,
            grounds: Note::parse("催告书由当事人本人签收，有送达回证和照片，程序合法。")?,
        }))
    }

    /// The first thing that is held.
    pub fn sold(&self, case: &Case) -> Result<Option<Act>, ValueError> {
        let Some(measure) = case.measures.first() else { return Ok(None) };
        Ok(Some(Act::HandlePerishable(Box::new(HandlePerishable {
            measure: measure.number,
            party: measure.party,
            line: 0,
            officers: self.officers,
            reason: Note::parse("鲜肉易腐烂变质，冷库存放费用高于价值。")?,
            sample: Note::parse("抽取样品 2 份，编号封存于局冷柜。")?,
            value: Money::yuan(4_200),
            valued_by: Name::parse("本县价格认证中心")?,
            photographed: true,
            outcome: PerishableOutcome::Sold {
                consent: Note::parse("物主当日书面同意变卖，签名捺印。")?,
                sale: Note::parse("由定点屠宰企业按评估价收购，价款存入本局待处理款专户。")?,
                proceeds: Money::yuan(4_100),
            },
        }))))
    }

    pub fn propose_revocation(&self, nth: usize) -> Result<Act, ValueError> {
        Ok(Act::ProposeRevocation(ProposeRevocation {
            party: self.party.id,
            to: Name::parse("本县市场监督管理局")?,
            licence: Name::parse(&format!("经营许可证第 {} 号", 431_100 + nth))?,
            reason: Note::parse("一年内两次违法，情节严重，建议吊销其经营许可证。")?,
            letter: Some(Name::parse(&format!("提请吊销函{}号", nth + 1))?),
        }))
    }

    pub fn belongs_elsewhere(&self) -> Result<Outcome, ValueError> {
        Ok(Outcome::Transfer { to: Name::parse("本县市场监督管理局")? })
    }
}
