//! A decision as its public page shows it.

use serde::{Deserialize, Serialize};

use super::name::person_called;
use super::text::{Mask, numberless};
use crate::Day;
use crate::Lang;
use crate::case::{
    Act, Case, Decided, Member, Name, Party, Penalties, Publication, Publicity, Reviser, Track, UnlawfulAct,
};
use crate::catalogue::{Bilingual, Catalogue, PartyKind, PartyRole};
use crate::id::PartyId;

/// The bureau that publishes, and the words by which its decisions are told.
#[derive(Clone, Copy, Debug)]
pub struct OpenBureau<'a> {
    /// 道县: where the acts were done, unless their area is another.
    pub county: &'a str,
    /// The bureau's code by GB/T 2260.
    pub area: Option<u32>,
    pub catalogue: &'a Catalogue,
    /// The people of the bureau: their names are hidden in texts like all others.
    pub members: &'a [Member],
}

/// One unlawful act, in the words of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicAct {
    pub violation: Bilingual,
    /// The articles that were broken.
    pub violates: Bilingual,
    /// The article that penalises; empty where none is known.
    pub penalised_by: Bilingual,
    pub on: Day,
    /// The county; empty where the act was done elsewhere.
    pub county: String,
    pub role: PartyRole,
}

/// What anybody may read of one decision: nothing else of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicDecision {
    pub number: Option<String>,
    /// A citizen as 张某, a shop and an organisation by their names; one that is called by a person's name as that person.
    pub party: String,
    pub kind: PartyKind,
    /// Of an organisation alone: the code of a shop is near to a person.
    pub credit_code: Option<String>,
    /// Representative or operator, as 张某.
    pub in_charge: Option<String>,
    pub acts: Vec<PublicAct>,
    /// Kinds and amounts.
    pub penalty: Bilingual,
    /// Changed by a government or a court: this is how it stands now.
    pub changed_by: Option<Reviser>,
    pub decided_on: Day,
    pub published_on: Day,
    /// Facts and reasons: the text that whoever published it has seen and confirmed.
    pub text: String,
}

impl PublicDecision {
    /// What a publication makes public. None: it makes nothing public here, or its decision is not in the case any more.
    #[must_use]
    pub fn of(
        case: &Case,
        track: &Track,
        publication: &Publication,
        bureau: &OpenBureau<'_>,
    ) -> Option<Self> {
        let text = publication.open.as_ref()?;
        let decided = decided_by(track, publication.decision)?;
        // Names as they were told apart on that day; whoever became known since is hidden as well.
        let mask = Mask::of(case, bureau.members, publication.seq);
        let text = Mask::of(case, bureau.members, case.seq).text(text.as_str());
        PublicDecision::composed(track, decided, &mask, bureau, (publication.on, &text))
    }

    /// What publishing the decision that stands would make public, with the text as it is typed.
    #[must_use]
    pub fn foreseen(
        case: &Case,
        party: PartyId,
        bureau: &OpenBureau<'_>,
        on: Day,
        text: &str,
    ) -> Option<Self> {
        let track = case.track(party)?;
        let decided = track.progress.before_closure().decided()?;
        let mask = Mask::of(case, bureau.members, case.seq);
        PublicDecision::composed(track, decided, &mask, bureau, (on, text))
    }

    fn composed(
        track: &Track,
        decided: &Decided,
        mask: &Mask,
        bureau: &OpenBureau<'_>,
        (on, text): (Day, &str),
    ) -> Option<Self> {
        let penalties = decided.penalties()?;
        let party = &track.party;
        let person = party.person();
        let is_organisation = party.kind == PartyKind::Organisation;
        let in_charge = party.representative.as_ref().filter(|_| person.is_none());
        let changed = track.fallen.iter().find(|fallen| fallen.seq == decided.seq);
        Some(PublicDecision {
            number: decided.number.clone(),
            party: person.map_or_else(|| numberless(party.name.as_str()), |name| mask.person(name)),
            kind: party.kind,
            credit_code: party.credit_code.as_ref().filter(|_| is_organisation).map(ToString::to_string),
            in_charge: in_charge.map(|name| mask.person(name.as_str())),
            acts: acts(track, penalties, bureau),
            penalty: both(|lang| penalties.words(lang)),
            changed_by: changed.map(|fallen| fallen.reviser),
            decided_on: decided.on.max(changed.map_or(decided.on, |fallen| fallen.fell_on)),
            published_on: on,
            text: mask.text(text),
        })
    }

    /// The violations, as a list names them.
    #[must_use]
    pub fn violations(&self, lang: Lang) -> String {
        let mut names: Vec<&str> = self.acts.iter().map(|act| act.violation.pick(lang)).collect();
        names.dedup();
        names.join(lang.pick("；", "; "))
    }
}

/// The facts and reasons of the decision that stands, with everything hidden that the rules find: what the form of the
/// publication begins with, for its author to read and to confirm.
#[must_use]
pub fn suggested_text(case: &Case, party: PartyId, members: &[Member]) -> String {
    let decided = case.track(party).and_then(|track| track.progress.before_closure().decided());
    let event = decided.and_then(|decided| case.log.iter().find(|event| event.seq == decided.seq));
    let reasons = match event.map(|event| &event.act) {
        Some(Act::Decide(facts)) => facts.reasons.as_str(),
        Some(Act::PenaliseOnTheSpot(facts)) => facts.facts.as_str(),
        Some(Act::ChangeDecision(facts)) => facts.paper.as_str(),
        _ => "",
    };
    Mask::of(case, members, case.seq).text(reasons)
}

/// The decision of an event, standing or fallen.
fn decided_by(track: &Track, seq: u32) -> Option<&Decided> {
    let standing = track.progress.before_closure().decided();
    let fallen = track.fallen.iter().map(|fallen| &fallen.decided);
    standing.into_iter().chain(fallen).find(|decided| decided.seq == seq)
}

fn acts(track: &Track, penalties: &Penalties, bureau: &OpenBureau<'_>) -> Vec<PublicAct> {
    let own = track.party.acts.iter();
    let penalised = |act: &&UnlawfulAct| penalties.acts.iter().any(|one| one.act == act.id);
    own.filter(penalised).map(|act| public_act(act, penalties, bureau)).collect()
}

fn public_act(act: &UnlawfulAct, penalties: &Penalties, bureau: &OpenBureau<'_>) -> PublicAct {
    let catalogue = bureau.catalogue;
    // Where the law has changed since, the row that was applied.
    let rule = penalties.acts.iter().find(|one| one.act == act.id).and_then(|one| one.rule.as_deref());
    let row = catalogue.violation(rule.unwrap_or(&act.violation)).map(|(_, row)| row);
    let cited = |lang: Lang| {
        let articles = row.into_iter().flat_map(|row| &row.violates);
        let cited: Vec<String> = articles.map(|article| catalogue.cite(article, lang)).collect();
        cited.join(lang.pick("、", "; "))
    };
    let penalising = row.and_then(|row| row.penalty.as_ref());
    let is_here = act.area.is_none() || act.area == bureau.area;
    PublicAct {
        violation: row.map_or_else(|| both(|_| String::new()), |row| row.title.clone()),
        violates: both(cited),
        penalised_by: both(|lang| {
            penalising.map(|article| catalogue.cite(article, lang)).unwrap_or_default()
        }),
        on: act.on,
        county: if is_here { bureau.county.to_owned() } else { String::new() },
        role: act.role,
    }
}

fn both(words: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual { zh: words(Lang::Zh), en: words(Lang::En) }
}

impl Party {
    /// The name of the natural person whom the party's name names: a citizen's own; of a shop that has none of its own its
    /// operator's. An organisation without a code may be such a shop, which came in without it.
    #[must_use]
    pub fn person(&self) -> Option<&str> {
        let name = self.name.as_str();
        match self.kind {
            PartyKind::Citizen => Some(name),
            PartyKind::Organisation if self.credit_code.is_some() => None,
            PartyKind::SoleTrader | PartyKind::Organisation => {
                person_called(name, self.representative.as_ref().map(Name::as_str))
            }
        }
    }
}

impl Publication {
    /// Whether it put a page of its own before the public.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.publicity == Publicity::Published && self.open.is_some()
    }
}
