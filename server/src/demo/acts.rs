//! The facts of the demo's acts.

use super::establishments::Registered;
use chrono::{Datelike, NaiveTime};
use domain::Day;
use domain::case::{
    Act, ActKind, ActPenalty, AnswerDefence, AppointHearing, ApproveNotice, Archive, Case, Close, ClueSource,
    Conclude, Decide, DecideNoPenalty, Deliberate, File, Fine, Gains, HearingOutcome, HearingRight,
    HoldHearing, Keeping, Method, Name, NoPenaltyGround, NonFilingGround, Note, Officers, Opinion, Outcome,
    Paid, Party, PartyProposal, Pay, Penalties, Proof, PuttingRight, ReceiveDefence, Receiver, Record,
    RecordKind, RefuseFiling, RegisterClue, RequestHearing, Review, Serve, ServeHearingNotice, ServeNotice,
    Service, Signature, UnlawfulAct, Voice, Withdraw, WithdrawalGround,
};
use domain::catalogue::{
    FineRange, FirstStep, Grade, HearingThresholds, PartyKind, PartyRole, Penalty, PenaltyKind, ViolationRow,
    range,
};
use domain::id::{PartyId, PersonId, UnlawfulActId};
use domain::value::{Money, Noun, ValueError};
use uuid::Uuid;

/// The largest fines without a right to a hearing, in yuan: below the usual thresholds.
const FINE_MAX_ORGANISATION: i64 = 9_000;
const FINE_MAX_PERSON: i64 = 800;

/// One case in the making.
#[derive(Clone, Debug)]
pub struct Story {
    pub party: Party,
    pub officers: Officers,
    pub violation: String,
    pub kinds: Vec<PenaltyKind>,
    pub fine: Option<Money>,
    pub signer: Name,
    /// The fine reaches the threshold of a hearing.
    pub heard: bool,
}

/// Between which amounts a story's fine lies.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub least: Money,
    pub most: Money,
}

impl Bounds {
    /// Without a right to a hearing.
    pub fn unheard(kind: PartyKind) -> Self {
        let most = if kind.counts_as_person() { FINE_MAX_PERSON } else { FINE_MAX_ORGANISATION };
        Bounds { least: Money::ZERO, most: Money::yuan(most) }
    }

    /// Just so much that the party may ask for a hearing.
    pub fn heard(kind: PartyKind) -> Self {
        let thresholds = HearingThresholds::default();
        let limit = if kind.counts_as_person() { thresholds.person } else { thresholds.organisation };
        Bounds { least: limit, most: limit }
    }

    fn fine(self, range: &FineRange) -> Option<Money> {
        let (least, most) = (range.min.max(self.least), range.max.min(self.most));
        (least <= most).then_some(most)
    }
}

/// The penalty that a row gives without further steps: kinds, and a fine inside the range and the bounds.
pub fn penalty_of(
    row: &ViolationRow,
    kind: PartyKind,
    bounds: Bounds,
) -> Option<(Vec<PenaltyKind>, Option<Money>)> {
    let rule = row.role(PartyRole::Offender)?;
    let plain = |one: &&Penalty| one.grade != Grade::Serious && one.first == FirstStep::None;
    let named = |wanted: PenaltyKind| rule.penalties.iter().filter(plain).find(|one| one.kind == wanted);
    let kinds: Vec<_> = named(PenaltyKind::Warning).map(|_| PenaltyKind::Warning).into_iter().collect();
    let fine = named(PenaltyKind::Fine).and_then(|_| range(row, PartyRole::Offender, kind, None).ok());
    let fine = fine.and_then(|range| bounds.fine(&range));
    let fine = fine.filter(|amount| *amount > Money::ZERO);
    let must = named(PenaltyKind::Fine).is_some_and(|one| one.grade == Grade::Always);
    if (must && fine.is_none()) || (kinds.is_empty() && fine.is_none()) { None } else { Some((kinds, fine)) }
}

/// The snapshot of an establishment as a party with one unlawful act.
pub fn party(of: &Registered, violation: &str, on: Day, area: Option<u32>) -> Result<Party, ValueError> {
    let from = &of.establishment;
    let place = from.address.as_ref().map_or("经营场所", |address| address.as_str());
    let party = Party::of_establishment(PartyId(Uuid::now_v7()), of.id, from);
    let party = party.map_or_else(|| Err(ValueError::MissingName { noun: Noun::EstablishmentName }), Ok)?;
    Ok(Party {
        kind: kind_of(of),
        acts: vec![UnlawfulAct {
            id: UnlawfulActId(Uuid::now_v7()),
            violation: violation.to_owned(),
            on,
            place: Note::parse(place)?,
            area,
            role: PartyRole::Offender,
            designated_by: None,
            harm_done: false,
            coincides: None,
        }],
        ..party
    })
}

pub fn kind_of(of: &Registered) -> PartyKind {
    if of.is_company { PartyKind::Organisation } else { PartyKind::SoleTrader }
}

impl Story {
    pub fn register(&self, nth: usize) -> Result<Act, ValueError> {
        let sources = [
            ClueSource::Inspection,
            ClueSource::Report,
            ClueSource::OwnDiscovery,
            ClueSource::OtherAuthority,
        ];
        let title =
            store::catalogue::in_use().violation(&self.violation).map(|(_, row)| row.title.zh.clone());
        Ok(Act::RegisterClue(RegisterClue {
            source: sources[nth % sources.len()],
            suspicion: Note::parse(&format!(
                "{}涉嫌{}",
                self.party.name.as_str(),
                title.unwrap_or_default()
            ))?,
            place: self.party.address.clone().map_or_else(|| Note::parse("经营场所"), Ok)?,
            number: None,
            parties: vec![self.party.clone()],
            earlier_warning: None,
            transferred: None,
        }))
    }

    pub fn file(&self) -> Act {
        Act::File(File { parties: vec![self.party.clone()], officers: self.officers })
    }

    pub fn refuse_filing(&self) -> Result<Act, ValueError> {
        let reason = Note::parse("经核查，台账和证照齐全，举报内容不属实。")?;
        Ok(Act::RefuseFiling(RefuseFiling { ground: NonFilingGround::NoUnlawfulAct, reason }))
    }

    pub fn record(&self, kind: RecordKind, course: &str) -> Result<Act, ValueError> {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        Ok(Act::Record(Record {
            kind,
            party: None,
            officers: self.officers,
            place: self.party.address.clone().map_or_else(|| Note::parse("经营场所"), Ok)?,
            from: time(9, 10),
            to: time(10, 25),
            certificates_shown: true,
            rights_told: true,
            signature: Signature::Signed,
            course: Note::parse(course)?,
        }))
    }

    pub fn penalties(&self, put_right: Day) -> Penalties {
        Penalties {
            acts: self
                .party
                .acts
                .iter()
                .map(|act| ActPenalty {
                    act: act.id,
                    kinds: self.kinds.clone(),
                    fine: self.fine.map(|amount| Fine { amount, base: None }),
                    gains: Gains::None,
                    goods: None,
                    mitigation: None,
                    serious: None,
                    rule: None,
                })
                .collect(),
            putting_right: PuttingRight::Done { on: put_right },
        }
    }

    pub fn conclude(&self, outcome: Outcome, evidence: Vec<u32>) -> Result<Act, ValueError> {
        let proof = |act: &UnlawfulAct| Proof { act: act.id, records: evidence.clone() };
        let proofs = self.party.acts.iter().map(proof).collect();
        Ok(Act::Conclude(Conclude {
            facts: Note::parse("违法事实清楚，有现场笔录、询问笔录和照片相互印证。")?,
            evidence,
            new_evidence: Vec::new(),
            proposals: vec![PartyProposal {
                party: self.party.id,
                outcome,
                discretion: Note::parse("初次违法，配合调查，已经改正。")?,
                proofs,
            }],
        }))
    }

    pub fn review(&self) -> Result<Act, ValueError> {
        let reasons = Note::parse("主体适格，事实清楚，程序合法，适用法律正确。")?;
        Ok(Act::Review(Review { parties: vec![self.party.id], opinion: Opinion::Agree, reasons }))
    }

    pub fn approve_notice(&self) -> Act {
        let hearing = if self.heard { HearingRight::ByLaw } else { HearingRight::None };
        Act::ApproveNotice(ApproveNotice { party: self.party.id, hearing, number: None })
    }

    pub(super) fn direct(&self) -> Service {
        let receiver = match self.party.kind {
            PartyKind::Organisation => Receiver::LegalRepresentative,
            _ => Receiver::Party,
        };
        Service {
            officers: self.officers,
            method: Method::Direct { receiver, signed_by: self.signer.clone() },
        }
    }

    pub fn serve_notice(&self) -> Act {
        Act::ServeNotice(ServeNotice { party: self.party.id, service: self.direct() })
    }

    pub fn serve(&self) -> Act {
        Act::Serve(Serve { party: self.party.id, service: self.direct() })
    }

    pub fn defend(&self) -> Result<Act, ValueError> {
        let arguments = Note::parse("系初次违法，没有造成危害后果，请求从轻处罚。")?;
        Ok(Act::ReceiveDefence(ReceiveDefence { party: self.party.id, arguments }))
    }

    pub fn answer(&self) -> Result<Act, ValueError> {
        let reasons = Note::parse("拟处罚已经考虑初次违法和主动改正，维持原意见。")?;
        Ok(Act::AnswerDefence(AnswerDefence { party: self.party.id, accepted: false, reasons }))
    }

    pub fn request_hearing(&self) -> Result<Act, ValueError> {
        let request = Note::parse("书面要求听证，对违法数量的认定有异议。")?;
        Ok(Act::RequestHearing(RequestHearing { party: self.party.id, request }))
    }

    pub fn appoint_hearing(&self, host: PersonId, day: Day) -> Result<Act, ValueError> {
        Ok(Act::AppointHearing(AppointHearing {
            parties: vec![self.party.id],
            host,
            day,
            time: NaiveTime::from_hms_opt(9, 30, 0).unwrap_or_default(),
            place: Name::parse("局三楼会议室")?,
            closed_reason: None,
            postponed: None,
            number: None,
        }))
    }

    pub fn serve_hearing_notice(&self) -> Act {
        Act::ServeHearingNotice(ServeHearingNotice { party: self.party.id, service: self.direct() })
    }

    pub fn hold_hearing(&self) -> Result<Act, ValueError> {
        let outcome = HearingOutcome::Held {
            record: Note::parse("承办人陈述事实、证据和拟处罚意见，当事人申辩并质证，双方最后陈述。")?,
            report: Note::parse("违法事实清楚，证据充分，申辩理由不足以推翻认定，建议维持拟处罚意见。")?,
        };
        Ok(Act::HoldHearing(HoldHearing { parties: vec![self.party.id], outcome }))
    }

    pub fn deliberate(&self, put_right: Day) -> Result<Act, ValueError> {
        let voice = |name: &str, opinion: &str| -> Result<Voice, ValueError> {
            Ok(Voice { name: Name::parse(name)?, opinion: Note::parse(opinion)? })
        };
        Ok(Act::Deliberate(Deliberate {
            party: self.party.id,
            voices: vec![
                voice("局长", "事实清楚，同意拟处罚意见")?,
                voice("副局长", "同意")?,
                voice("纪检组长", "程序合法，同意")?,
            ],
            outcome: Outcome::Penalise(self.penalties(put_right)),
            conclusion: Note::parse("一致同意按拟处罚意见作出决定。")?,
        }))
    }

    pub fn decide(&self, put_right: Day) -> Result<Act, ValueError> {
        let reasons = Note::parse("事实清楚，证据确凿，适用法律正确，程序合法，裁量适当。")?;
        let penalties = self.penalties(put_right);
        Ok(Act::Decide(Decide {
            party: self.party.id,
            penalties,
            reasons,
            held: None,
            changed: None,
            number: None,
        }))
    }

    pub fn decide_no_penalty(&self) -> Result<Act, ValueError> {
        Ok(Act::DecideNoPenalty(DecideNoPenalty {
            party: self.party.id,
            ground: NoPenaltyGround::SlightMendedNoHarm,
            reasons: Note::parse("违法行为轻微并及时改正，没有造成危害后果。")?,
            earlier_searched: true,
            changed: None,
            order_by: None,
            number: None,
        }))
    }

    pub fn pay(&self, amount: Money, nth: usize) -> Result<Act, ValueError> {
        let voucher = Name::parse(&format!("银行回单{nth:06}"))?;
        Ok(Act::Pay(Pay { party: self.party.id, amount, paid: Paid::AtBank { voucher } }))
    }

    pub fn withdraw(&self) -> Result<Act, ValueError> {
        let reason = Note::parse("当事人已经注销登记，没有权利义务承受人。")?;
        let ground = WithdrawalGround::PartyDissolved;
        Ok(Act::Withdraw(Withdraw { parties: vec![self.party.id], ground, reason }))
    }

    /// What the heads discussed is kept for good.
    pub fn archive(&self, nth: usize, today: Day, case: &Case) -> Result<Act, ValueError> {
        let discussed = case.log.iter().any(|event| event.act.kind() == ActKind::Deliberate);
        Ok(Act::Archive(Archive {
            archive_number: Name::parse(&format!("CF-{}-{:04}", today.year(), nth + 1))?,
            main_pages: 38,
            internal_pages: 9,
            keeping: if discussed { Keeping::ForGood } else { Keeping::ThirtyYears },
            complete: true,
            remark: Some(Note::parse("文书为纸质件，已随卷装订。")?),
        }))
    }

    pub fn close(&self, filed: bool) -> Result<Act, ValueError> {
        let summary = Note::parse("处理完毕，材料齐全，予以结案。")?;
        Ok(Act::Close(Close { party: filed.then_some(self.party.id), summary }))
    }
}
