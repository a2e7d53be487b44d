//! What stands against each party of a case: its penalty as far as it is known, and the procedure that led to it.

use super::{Case, Decision, Outcome, Procedure, Progress, Track};
use crate::Lang;
use crate::id::PartyId;

impl Track {
    /// The party's penalty in words as far as it is known: decided, discussed, told or proposed.
    #[must_use]
    pub fn penalty_words(&self, lang: Lang) -> Option<String> {
        if let Some(decided) = self.progress.decided() {
            return Some(match &decided.decision {
                Decision::Penalty(penalties) => penalties.words(lang),
                Decision::NoPenalty { ground } => Outcome::NoPenalty { ground: *ground }.words(lang),
            });
        }
        match &self.progress {
            Progress::Deliberated(deliberated) => Some(deliberated.outcome.words(lang)),
            Progress::Concluded(concluded) => Some(concluded.proposal.outcome.words(lang)),
            other => other.notified().map(|notified| notified.told.words(lang)),
        }
    }

    /// By which procedure the party's matter is decided; the ordinary one until it is.
    #[must_use]
    pub fn procedure(&self) -> Procedure {
        self.progress.decided().map(|decided| decided.procedure).unwrap_or_default()
    }
}

impl Case {
    /// The penalty of one party; of none in particular each party's, by name where there are several.
    #[must_use]
    pub fn penalty_words(&self, party: Option<PartyId>, lang: Lang) -> Option<String> {
        let tracks = self.tracks();
        let asked = tracks.iter().filter(|track| party.is_none_or(|party| track.party.id == party));
        let named = |track: &Track| {
            let words = track.penalty_words(lang)?;
            let alone = party.is_some() || tracks.len() == 1;
            Some(if alone { words } else { track.named(&words, lang) })
        };
        let known: Vec<String> = asked.filter_map(named).collect();
        (!known.is_empty()).then(|| known.join(lang.pick("；", "; ")))
    }

    /// By which procedure the case is decided: the simplified one where every party was penalised on the spot.
    #[must_use]
    pub fn procedure(&self) -> Procedure {
        let of_parties = || self.tracks().iter().map(Track::procedure);
        if of_parties().all(Procedure::is_simplified) {
            of_parties().next().unwrap_or_default()
        } else {
            Procedure::default()
        }
    }

    /// The parties' ways; none before the filing.
    #[must_use]
    pub fn tracks(&self) -> &[Track] {
        self.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default()
    }
}

impl Track {
    /// The party before what is said of it: 道县××超市：警告
    #[must_use]
    pub fn named(&self, words: &str, lang: Lang) -> String {
        format!("{}{}{words}", self.party.name, lang.pick("：", ": "))
    }
}
