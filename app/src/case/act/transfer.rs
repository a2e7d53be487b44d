//! The forms of a transfer: to whom, who goes and with what; calling it back; the receipt of an outside authority.

use super::fields::{Asked, pairs};
use super::read::Form;
use super::words;
use crate::case::page::{Choices, Field};
use domain::case::{
    Act, ActKind, Case, Name, OpenTransfer, Outcome, Progress, ProposeTransfer, TransferOut,
    TransferReceiver, WithdrawTransfer,
};
use domain::catalogue::Capacity;
use domain::id::{BureauId, PartyId};

/// The choice of a receiver that does not work here.
const OUTSIDE: &str = "outside";

/// Who may go: by id and name.
pub fn may_go(case: &Case) -> Vec<(PartyId, String)> {
    let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
    let goes = tracks.iter().filter(|track| {
        ActKind::ProposeTransfer.from().contains(&track.progress.stage())
            && case.in_transit(Some(track.party.id)).is_none()
    });
    goes.map(|track| (track.party.id, track.party.name.to_string())).collect()
}

/// To whom the investigation, or the discussion, concluded that the matter belongs.
pub fn concluded_receiver(case: &Case) -> Option<String> {
    let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
    let mut outcomes = tracks.iter().filter_map(|track| match &track.progress {
        Progress::Concluded(concluded) => Some(&concluded.proposal.outcome),
        Progress::Deliberated(deliberated) => Some(&deliberated.outcome),
        _ => None,
    });
    outcomes.find_map(|outcome| match outcome {
        Outcome::Transfer { to } => Some(to.to_string()),
        _ => None,
    })
}

/// The name of the box of a party that may go.
pub fn box_of(party: PartyId) -> String {
    format!("goes_{party}")
}

/// The transfers that an act can end.
fn can_end(case: &Case, kind: ActKind) -> Vec<&OpenTransfer> {
    let fits = |open: &&OpenTransfer| kind != ActKind::TransferOut || !open.receiver.answers_here();
    case.transfers.iter().filter(fits).collect()
}

impl Asked {
    /// `receivers`: the other bureaus, by id and name.
    pub(super) fn transfer(&self, receivers: &Choices, case: Option<&Case>) -> Vec<Field> {
        let lang = self.lang();
        let mut receivers = receivers.clone();
        receivers.push((OUTSIDE.to_owned(), words::outside(lang).to_owned()));
        let capacities = Capacity::ALL.map(|one| (one.word(), one.name(lang)));
        let goes = case.map(may_go).unwrap_or_default();
        let boxes = goes.iter().filter(|_| goes.len() > 1).map(|(party, name)| Field {
            label: format!("{}：{name}", words::goes(lang)),
            ..self.check(&box_of(*party), words::goes)
        });
        let mut list = vec![
            self.select("receiver", words::transfer_to, true, receivers),
            Field {
                hint: words::outside_hint(lang).to_owned(),
                ..self.line("authority", words::authority, false)
            },
            self.select("capacity", words::capacity, false, pairs(&capacities)),
            Field { hint: words::letter_hint(lang).to_owned(), ..self.line("letter", words::letter, false) },
        ];
        list.extend(boxes);
        if case.is_some_and(|case| case.measures.iter().any(|measure| measure.is_unsettled())) {
            list.push(self.check("takes_over", words::takes_over));
        }
        list.extend([
            self.area("reasons", words::transfer_reason, true),
            Field {
                hint: words::transfer_list_hint(lang).to_owned(),
                ..self.area("list", words::transfer_list, true)
            },
        ]);
        list
    }

    /// Which transfer, where there are several.
    pub(super) fn open_transfers(&self, kind: ActKind, case: Option<&Case>) -> Option<Field> {
        let open = case.map(|case| can_end(case, kind)).unwrap_or_default();
        let choice = |open: &&OpenTransfer| (open.seq.to_string(), open.receiver.name().to_string());
        let options: Choices = open.iter().map(choice).collect();
        (options.len() > 1).then(|| self.select("transfer", words::which_transfer, true, options))
    }
}

impl Form<'_> {
    pub(super) fn propose_transfer(&mut self, case: &Case) -> Option<Act> {
        let receiver = self.transfer_receiver();
        let letter = self.may("letter", Name::parse);
        let (reason, list) = (self.note("reasons"), self.note("list"));
        let goes = may_go(case);
        let chosen = |(party, _): &&(PartyId, String)| goes.len() == 1 || self.is(&box_of(*party));
        let parties: Vec<PartyId> = goes.iter().filter(chosen).map(|(party, _)| *party).collect();
        if let (true, Some((first, _))) = (parties.is_empty(), goes.first()) {
            let message = self.lang.pick("请选择移送的当事人", "Choose who goes");
            self.problem(&box_of(*first), message);
        }
        Some(Act::ProposeTransfer(ProposeTransfer {
            parties,
            receiver: receiver?,
            reason: reason?,
            list: list?,
            letter,
            takes_over: self.is("takes_over"),
        }))
    }

    fn transfer_receiver(&mut self) -> Option<TransferReceiver> {
        let text = self.text("receiver");
        if text == OUTSIDE {
            let name = self.name("authority");
            let capacity = self.choice("capacity", &Capacity::ALL, Capacity::word);
            return Some(TransferReceiver::Authority { name: name?, capacity: capacity? });
        }
        let found = self.receivers.iter().find(|(id, _)| *id == text);
        let found = found.and_then(|(id, name)| {
            let name = Name::parse(name).ok()?;
            Some(TransferReceiver::Bureau { bureau: BureauId(id.parse().ok()?), name })
        });
        if found.is_none() {
            self.problem("receiver", self.lang.pick("请选择接收单位", "Choose the receiver"));
        }
        found
    }

    pub(super) fn end_transfer(&mut self, kind: ActKind, case: &Case) -> Option<Act> {
        let open = can_end(case, kind);
        let typed = self.text("transfer");
        let chosen = match open.as_slice() {
            [only] => Some(*only),
            several => several.iter().copied().find(|open| open.seq.to_string() == typed),
        };
        let ends = match kind {
            ActKind::TransferOut => self.note("receipt"),
            _ => self.note("reasons"),
        };
        let Some(chosen) = chosen else {
            // With none at all the rules say why.
            let name = if open.is_empty() { "" } else { "transfer" };
            self.problem(
                name,
                self.lang.pick("请选择一件尚未答复的移送", "Choose a transfer without an answer"),
            );
            return None;
        };
        let (proposal, parties) = (chosen.seq, chosen.parties.clone());
        Some(match kind {
            ActKind::TransferOut => Act::TransferOut(TransferOut { proposal, parties, receipt: ends? }),
            _ => Act::WithdrawTransfer(WithdrawTransfer { proposal, parties, reason: ends? }),
        })
    }
}
