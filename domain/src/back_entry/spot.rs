//! 当场处罚 on paper: one act of two officers in the place of filing, investigation and notice (行政处罚法 art. 51, 52).

use super::column::Column as C;
use super::enter::{Writing, note};
use super::row::named;
use super::{Decided, Handed, IN_THE_DOSSIER, Spot};
use crate::Day;
use crate::case::{
    Act, HandedOver, Name, Officers, PenaliseOnTheSpot, Procedure, PuttingRight, ReportOnTheSpot, SpotDefence,
};
use crate::ledger::{Fault, Reading, RowCells};
use crate::value::{Noun, ValueError};

/// What the list offers.
pub(super) const PROCEDURES: [Procedure; 2] =
    [Procedure::Ordinary, Procedure::Simplified { reported_on: None }];

/// What a penalty on the spot asks for beside the clue.
pub(super) const NEEDED: &[C] =
    &[C::Lead, C::Second, C::Facts, C::PutRight, C::DecidedOn, C::Fine, C::ServedMethod];

/// Steps of the ordinary procedure alone.
const ORDINARY: [C; 24] = [
    C::FiledOn,
    C::RecordOn,
    C::RecordKind,
    C::RecordTimes,
    C::MeasureKind,
    C::MeasureOn,
    C::MeasureExtendedOn,
    C::MeasureUntil,
    C::ConcludedOn,
    C::Proposed,
    C::ReviewedOn,
    C::Reviewer,
    C::NoticeNumber,
    C::NoticeOn,
    C::NoticeMethod,
    C::HearingTold,
    C::WaivedOn,
    C::AnsweredOn,
    C::AskedOn,
    C::HearingNoticeOn,
    C::HearingOn,
    C::Host,
    C::DiscussedOn,
    C::Voices,
];

impl C {
    /// Whether another column may ask for this one: what is decided on the spot is served with it.
    pub(super) fn is_needed(self, on_the_spot: bool) -> bool {
        !on_the_spot || (self.is_of(true) && self != C::ServedOn)
    }

    /// Whether a case of the procedure can have come to this step.
    pub(super) fn is_of(self, on_the_spot: bool) -> bool {
        if on_the_spot { !ORDINARY.contains(&self) } else { self != C::ReportedOn }
    }
}

/// What is filled in although the procedure has no such step.
pub(super) fn misplaced(cells: &RowCells<C>, on_the_spot: bool) -> Vec<Fault<C>> {
    let filled = C::ALL.into_iter().filter(|column| !cells.get(*column).is_blank());
    let strange = filled.filter(|column| !column.is_of(on_the_spot));
    strange.map(|column| Fault { column, error: ValueError::NotOfProcedure }).collect()
}

impl Reading<'_, C> {
    /// Whether the row tells of a penalty on the spot; a blank cell is the ordinary procedure.
    pub(super) fn is_on_the_spot(&mut self) -> bool {
        let mut all = named(&PROCEDURES, Procedure::name);
        let more = [("当场处罚", PROCEDURES[1]), ("简易", PROCEDURES[1]), ("普通", PROCEDURES[0])];
        all.extend(more.map(|(name, procedure)| (name.to_owned(), procedure)));
        self.choice(C::Procedure, Noun::Procedure, &all).is_some_and(Procedure::is_simplified)
    }

    pub(super) fn spot(&mut self, today: Day, decided: Option<&Decided>) -> Option<Spot> {
        let lead = self.line(C::Lead, Noun::PersonName);
        let second = self.line(C::Second, Noun::PersonName);
        let approver = self.line(C::Approver, Noun::PersonName);
        let shown = self.yes(C::RecordShown).unwrap_or(false);
        let found = self.found(decided.map(|one| one.on), decided.map(|one| one.fine), today);
        let defended = self.past(C::DefenceOn, today).is_some();
        let reported = self.past(C::ReportedOn, today);
        Some(Spot { lead: lead?, second: second?, approver, shown, defended, found: found?, reported })
    }

    /// The decision is handed over where it is made: signed for, or the refusal noted on it (art. 52).
    pub(super) fn handed_over(&mut self, on: Option<Day>, served: Option<Day>, handed: Option<Handed>) {
        if served.is_some_and(|served| Some(served) != on) {
            self.fault(C::ServedOn, ValueError::NotHandedOver);
        }
        if handed.is_some_and(|handed| !matches!(handed, Handed::Direct(_) | Handed::Left)) {
            self.fault(C::ServedMethod, ValueError::NotHandedOver);
        }
    }
}

impl Writing<'_> {
    /// The penalty, the report of it to the bureau, and what came after.
    pub(super) fn on_the_spot(&mut self, spot: &Spot, decided: &Decided) -> Result<(), Fault<C>> {
        let (lead, second) = (self.known(C::Lead, &spot.lead)?, self.known(C::Second, &spot.second)?);
        self.officers = Officers { lead, second };
        let held = self.decision_number(decided);
        let putting_right = match spot.found.put_right {
            day if day <= decided.on => PuttingRight::Done { on: day },
            day => PuttingRight::Order { by: day },
        };
        let party = self.party();
        let act = Act::PenaliseOnTheSpot(Box::new(PenaliseOnTheSpot {
            penalties: self.penalties(&spot.found, decided.fine, putting_right),
            party,
            officers: self.officers,
            certificates_shown: spot.shown,
            rights_told: spot.shown,
            facts: spot.found.facts.clone(),
            heard: spot.heard()?,
            handed_over: handed_over(decided)?,
            earlier_warning: None,
            number: held.number,
            case_number: None,
        }));
        self.does(C::DecidedOn, decided.on, act, Some(&spot.lead), held.lacks)?;
        if let Some(on) = spot.reported {
            let received_by =
                Name::parse(IN_THE_DOSSIER).map_err(|error| Fault { column: C::ReportedOn, error })?;
            let act = ReportOnTheSpot { party: self.ids.party, received_by };
            self.does(C::ReportedOn, on, Act::ReportOnTheSpot(act), Some(&spot.lead), None)?;
        }
        self.enforcement(decided)
    }
}

impl Spot {
    fn heard(&self) -> Result<SpotDefence, Fault<C>> {
        if !self.defended {
            return Ok(SpotDefence::Nothing);
        }
        let (arguments, reasons) = (note(C::DefenceOn)?, note(C::DefenceOn)?);
        Ok(SpotDefence::Said { arguments, accepted: false, reasons })
    }
}

fn handed_over(decided: &Decided) -> Result<HandedOver, Fault<C>> {
    let signed_by = || Name::parse(IN_THE_DOSSIER).map_err(|error| Fault { column: C::ServedMethod, error });
    Ok(match decided.served {
        Some((_, Handed::Direct(receiver))) => HandedOver::Signed { receiver, signed_by: signed_by()? },
        _ => HandedOver::Refused { witness: note(C::ServedMethod)? },
    })
}
