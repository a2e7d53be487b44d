//! 警告在先: whether the warning that a case cites was its own party's, as the bureau's cases say.

use super::desk::{CaseDesk, OpenCase};
use crate::entity::case_party;
use crate::error::Error;
use domain::case::{Act, EarlierWarning, Party, WarningStanding};
use domain::id::{CaseId, PartyId};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

/// Cases that are looked through for one number.
const CASES_MAX: u64 = 5;

/// By what a party is the same as another's.
struct Traits {
    establishment: Option<Uuid>,
    credit_code: Option<String>,
    id_number_blind: Option<Vec<u8>>,
}

impl Traits {
    /// Whether one of them is the same; none when no two of a kind can be compared.
    fn same(&self, other: &Traits) -> Option<bool> {
        let pairs = [
            both(&self.establishment, &other.establishment),
            both(&self.credit_code, &other.credit_code),
            both(&self.id_number_blind, &other.id_number_blind),
        ];
        pairs.into_iter().flatten().reduce(|one, other| one || other)
    }
}

fn both<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> Option<bool> {
    one.as_ref().zip(other.as_ref()).map(|(one, other)| one == other)
}

impl CaseDesk<'_> {
    /// What is known of the warning on which an act rests, for each party that the act may fine.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the warning is said to be of a case that the bureau does not have.
    pub(super) async fn warned(
        &self,
        open: Option<&OpenCase>,
        act: &Act,
    ) -> Result<Vec<(PartyId, WarningStanding)>, Error> {
        let clue = |open: &'_ OpenCase| open.case.clue.earlier_warning.clone();
        let (cited, parties): (Option<EarlierWarning>, Vec<&Party>) = match (act, open) {
            (Act::PenaliseOnTheSpot(facts), None) => (facts.earlier_warning.clone(), vec![&facts.party]),
            (Act::PenaliseOnTheSpot(facts), Some(open)) => (clue(open), vec![&facts.party]),
            (Act::Conclude(_) | Act::ChangeProposal(_) | Act::Decide(_), Some(open)) => {
                (clue(open), open.case.parties())
            }
            _ => (None, Vec::new()),
        };
        let Some(warning) = cited else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for case in self.cases_of_warning(&warning).await? {
            found.push(self.warned_in(case, &warning).await?);
        }
        let mut standings = Vec::with_capacity(parties.len());
        for party in parties {
            let own = self.traits_of(open.map(|open| open.id), party).await?;
            standings.push((party.id, standing(&own, &found)));
        }
        Ok(standings)
    }

    /// The case that the warning names, else those with a decision of its number.
    async fn cases_of_warning(&self, warning: &EarlierWarning) -> Result<Vec<CaseId>, Error> {
        use case_party::Column as C;
        if let Some(case) = warning.case {
            return Ok(vec![case]);
        }
        let own = self.store.find::<case_party::Entity>();
        let own = own.filter(C::DecisionNumber.eq(warning.number.as_str())).select_only().column(C::CaseId);
        let ids: Vec<Uuid> = own.distinct().limit(CASES_MAX).into_tuple().all(self.store.tx()).await?;
        Ok(ids.into_iter().map(CaseId).collect())
    }

    /// The parties of a case on whom the warning was served and stands.
    async fn warned_in(&self, case: CaseId, warning: &EarlierWarning) -> Result<Vec<Traits>, Error> {
        let served = self.case(case).await?.case.warned(&warning.number, &self.context());
        let own = self.store.find::<case_party::Entity>().filter(case_party::Column::CaseId.eq(case.0));
        let own = own.filter(case_party::Column::Id.is_in(served.into_iter().map(|party| party.0)));
        let rows = own.all(self.store.tx()).await?.into_iter();
        let traits = |row: case_party::Model| Traits {
            establishment: row.establishment_id,
            credit_code: row.credit_code,
            id_number_blind: row.id_number_blind,
        };
        Ok(rows.map(traits).collect())
    }

    async fn traits_of(&self, case: Option<CaseId>, party: &Party) -> Result<Traits, Error> {
        let id_number_blind = match case {
            Some(case) => self.id_number_blind(case, party.id).await?,
            None => None,
        };
        Ok(Traits {
            establishment: party.establishment.map(|establishment| establishment.0),
            credit_code: party.credit_code.as_ref().map(ToString::to_string),
            id_number_blind,
        })
    }
}

/// `found`: case by case, the parties whom its warning stands against.
fn standing(own: &Traits, found: &[Vec<Traits>]) -> WarningStanding {
    if found.is_empty() {
        return WarningStanding::NotHere;
    }
    let warned: Vec<Option<bool>> = found.iter().flatten().map(|one| one.same(own)).collect();
    match &warned[..] {
        [] => WarningStanding::Void,
        all if all.contains(&Some(true)) => WarningStanding::OfParty,
        all if all.contains(&Some(false)) => WarningStanding::OfAnother,
        _ => WarningStanding::NotComparable,
    }
}
