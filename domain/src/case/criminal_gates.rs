//! The gates of a suspected crime: who may be reported, what comes next, and when the case closes with the police.

use super::judge::Judge;
use super::{
    Act, ActKind, Body, Case, ContestBefore, ContestRefusal, CrimeStep, CrimeTransfer, HandToPolice,
    PoliceReply, ReportCrime, Stage, Track,
};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};

/// The stages from which a crime may be reported.
pub(super) const REPORTABLE: &[Stage] = &[
    Stage::Clue,
    Stage::Filed,
    Stage::Investigating,
    Stage::Concluded,
    Stage::Notified,
    Stage::Hearing,
    Stage::Heard,
    Stage::Deliberated,
    Stage::Decided,
    Stage::Served,
    Stage::Executing,
    Stage::AtCourt,
    Stage::Closed,
];

/// The stages in which a party may stand whose suspected crime goes on: with the police, decided on before, or
/// investigated again because that decision fell.
pub(super) const REPORTED: &[Stage] = &[
    Stage::Criminal,
    Stage::Investigating,
    Stage::Concluded,
    Stage::Notified,
    Stage::Hearing,
    Stage::Heard,
    Stage::Deliberated,
    Stage::Decided,
    Stage::Served,
    Stage::Executing,
    Stage::AtCourt,
    Stage::Closed,
];

impl CrimeTransfer {
    /// Whether an act is the next one here.
    #[must_use]
    pub fn takes(&self, kind: ActKind) -> bool {
        let step = self.step();
        match kind {
            ActKind::DecideCrime => step == CrimeStep::Reported,
            ActKind::HandToPolice => step == CrimeStep::Approved,
            ActKind::RecordPoliceReply => matches!(step, CrimeStep::WithPolice | CrimeStep::Filed),
            ActKind::ContestRefusal => {
                step == CrimeStep::Refused && !self.contested(ContestBefore::Procuratorate)
            }
            ActKind::HandGoods => step == CrimeStep::Filed && self.goods_on.is_none(),
            ActKind::ResumeCase => step == CrimeStep::Refused,
            _ => false,
        }
    }
}

impl ActKind {
    /// The acts that go on with a suspected crime, in their order.
    pub const OF_A_CRIME: [ActKind; 6] = [
        ActKind::DecideCrime,
        ActKind::HandToPolice,
        ActKind::RecordPoliceReply,
        ActKind::ContestRefusal,
        ActKind::HandGoods,
        ActKind::ResumeCase,
    ];

    /// Whether it begins or goes on with a suspected crime.
    #[must_use]
    pub fn is_of_a_crime(self) -> bool {
        self == ActKind::ReportCrime || ActKind::OF_A_CRIME.contains(&self)
    }
}

impl Case {
    /// Whether a party can be reported: it is open or was decided on, and nothing is under way already.
    #[must_use]
    pub fn may_be_reported(&self, track: &Track) -> bool {
        let stage = track.progress.stage();
        let open = self.crime(Some(track.party.id)).is_some_and(|crime| crime.over.is_none());
        REPORTABLE.contains(&stage) && !open && (stage != Stage::Closed || track.progress.decided().is_some())
    }
}

impl Judge<'_> {
    /// Whether an act about a suspected crime can be thought of at all.
    pub(super) fn crime_gate(&self, kind: ActKind) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        let fits = match kind {
            ActKind::ReportCrime => match &case.body {
                Body::Clue => true,
                Body::Filed(filed) => filed.tracks.iter().any(|track| case.may_be_reported(track)),
                _ => false,
            },
            kind if ActKind::OF_A_CRIME.contains(&kind) => case.crimes.iter().any(|crime| crime.takes(kind)),
            _ => true,
        };
        if fits { Ok(()) } else { Err(RefusalCode::MissingFact { fact: Fact::SuspectedCrime }) }
    }

    pub(super) fn report_crime(&self, facts: &ReportCrime) -> Result<(), RefusalCode> {
        let filed = self.case.is_some_and(|case| case.filing().is_some());
        if filed == facts.parties.is_empty() {
            return Err(RefusalCode::MissingFact { fact: Fact::Party });
        }
        for party in &facts.parties {
            let track = self.track(*party)?;
            if !self.case.is_some_and(|case| case.may_be_reported(track)) {
                return Err(RefusalCode::MissingFact { fact: Fact::SuspectedCrime });
            }
        }
        self.two_officers(facts.officers)
    }

    pub(super) fn hand_to_police(&self, facts: &HandToPolice) -> Result<(), RefusalCode> {
        if facts.party_told { Ok(()) } else { Err(RefusalCode::MissingFact { fact: Fact::PartyTold }) }
    }

    /// While the police have filed, they can only hand it back.
    pub(super) fn police_reply(&self, transfer: u32, reply: PoliceReply) -> Result<(), RefusalCode> {
        let filed = self.case.and_then(|case| case.crimes.iter().find(|crime| crime.seq == transfer));
        let filed = filed.is_some_and(|crime| crime.step() == CrimeStep::Filed);
        if filed && !matches!(reply, PoliceReply::HandedBack { .. }) {
            return Err(RefusalCode::DoneAlready { act: ActKind::RecordPoliceReply });
        }
        Ok(())
    }

    /// Each of the two is asked once, the police first where both are.
    pub(super) fn contest_refusal(&self, facts: &ContestRefusal) -> Result<(), RefusalCode> {
        let crime = self.case.and_then(|case| case.crimes.iter().find(|one| one.seq == facts.transfer));
        if crime.is_some_and(|crime| crime.contested(facts.before)) {
            return Err(RefusalCode::DoneAlready { act: ActKind::ContestRefusal });
        }
        Ok(())
    }

    /// The act goes on with a suspicion that waits for it, and names those whom it is about.
    pub(super) fn of_a_crime(&self, act: &Act) -> Result<(), RefusalCode> {
        let Some((transfer, parties)) = subject(act) else { return Ok(()) };
        let found = self.case.and_then(|case| case.crimes.iter().find(|crime| crime.seq == transfer));
        let found = found.filter(|crime| crime.takes(act.kind()) && crime.parties == parties);
        let crime = found.ok_or(RefusalCode::MissingFact { fact: Fact::SuspectedCrime })?;
        self.goods_from_police(act, crime)
    }

    /// A case closes with the police when they have filed and have the goods (row 17b).
    pub(super) fn with_police_for_good(&self, party: Option<PartyId>) -> Result<(), RefusalCode> {
        let crime = self.case.and_then(|case| case.crime(party));
        match crime {
            Some(crime) if crime.step() != CrimeStep::Filed => {
                Err(RefusalCode::MissingFact { fact: Fact::PoliceFiled })
            }
            Some(crime) if crime.goods_on.is_none() => Err(RefusalCode::GoodsNotWithPolice),
            _ => Ok(()),
        }
    }

    /// No fine after a criminal fine (art. 35).
    pub(super) fn not_criminally_fined(
        &self,
        party: Option<PartyId>,
        fined: bool,
    ) -> Result<(), RefusalCode> {
        let before = self.case.is_some_and(|case| case.criminally_fined(party));
        if fined && before { Err(RefusalCode::CriminalFined) } else { Ok(()) }
    }

    /// The day before which the next act about a suspected crime cannot lie.
    pub(super) fn crime_cause(case: &Case, act: &Act) -> Option<Day> {
        let (transfer, _) = subject(act)?;
        case.crimes.iter().find(|crime| crime.seq == transfer).map(CrimeTransfer::since)
    }
}

/// Which suspicion an act goes on with, and about whom.
fn subject(act: &Act) -> Option<(u32, &[PartyId])> {
    Some(match act {
        Act::DecideCrime(facts) => (facts.transfer, &facts.parties),
        Act::HandToPolice(facts) => (facts.transfer, &facts.parties),
        Act::RecordPoliceReply(facts) => (facts.transfer, &facts.parties),
        Act::ContestRefusal(facts) => (facts.transfer, &facts.parties),
        Act::HandGoods(facts) => (facts.transfer, &facts.parties),
        Act::ResumeCase(facts) => (facts.transfer, &facts.parties),
        _ => return None,
    })
}
