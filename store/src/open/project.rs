//! The rows of a case's public decisions, written in the transaction of whatever changes them.

use crate::cases::CaseDesk;
use crate::entity::public_decision;
use crate::error::Error;
use crate::tokens::tokens_of;
use domain::Day;
use domain::case::{Case, Publication, Track};
use domain::id::CaseId;
use domain::open::{OpenBureau, PublicDecision};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// How the units and the violations of public decisions are called among the nouns that are searched.
pub(super) const UNITS: &str = "open_unit";
pub(super) const VIOLATIONS: &str = "open_act";

/// Where a decision of a case stands before the public, for those who work on the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPage {
    /// The last word of its address.
    pub id: String,
    pub published_on: Day,
    /// Whom it names, as the public sees it; empty once it is withdrawn.
    pub party: String,
    pub withdrawn_on: Option<Day>,
}

impl CaseDesk<'_> {
    /// The public pages that a case has had, the oldest first.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn open_pages(&self, id: CaseId) -> Result<Vec<OpenPage>, Error> {
        let page = |row: public_decision::Model| OpenPage {
            id: row.id.simple().to_string(),
            published_on: row.published_on,
            party: row.party.unwrap_or_default(),
            withdrawn_on: row.withdrawn_on,
        };
        Ok(self.open_kept(id).await?.into_iter().map(page).collect())
    }

    /// Writes what changed about the public decisions of a case.
    pub(crate) async fn keep_open(&self, id: CaseId, was: Option<&Case>, case: &Case) -> Result<(), Error> {
        if was.is_some_and(has_open) || has_open(case) {
            self.rewrite_open(id, case).await?;
        }
        Ok(())
    }

    /// Puts the rows of a case right; whether anything was otherwise.
    pub(super) async fn rewrite_open(&self, id: CaseId, case: &Case) -> Result<bool, Error> {
        let (kept, wanted) = (self.open_kept(id).await?, self.open_wanted(id, case)?);
        let gone: Vec<_> = kept.iter().filter(|row| !wanted.contains(row)).collect();
        let new: Vec<_> = wanted.iter().filter(|row| !kept.contains(row)).cloned().collect();
        if gone.is_empty() && new.is_empty() {
            return Ok(false);
        }
        for row in gone {
            let old = self.store.remove::<public_decision::Entity>();
            old.filter(public_decision::Column::Id.eq(row.id)).exec(self.store.tx()).await?;
            self.store.remove_tokens(UNITS, &tokens(row, row.party.as_deref())).await?;
            self.store.remove_tokens(VIOLATIONS, &tokens(row, row.violations.as_deref())).await?;
        }
        for row in new {
            self.store.insert_tokens(UNITS, &tokens(&row, row.party.as_deref())).await?;
            self.store.insert_tokens(VIOLATIONS, &tokens(&row, row.violations.as_deref())).await?;
            self.store.insert::<public_decision::Entity>(row.into()).await?;
        }
        Ok(true)
    }

    /// The rows as they are kept.
    pub(super) async fn open_kept(&self, id: CaseId) -> Result<Vec<public_decision::Model>, Error> {
        let rows = self.store.find::<public_decision::Entity>();
        let rows = rows.filter(public_decision::Column::CaseId.eq(id.0));
        Ok(rows.order_by_asc(public_decision::Column::Seq).all(self.store.tx()).await?)
    }

    /// The rows as the events ask for them.
    pub(super) fn open_wanted(&self, id: CaseId, case: &Case) -> Result<Vec<public_decision::Model>, Error> {
        if self.store.bureau().is_practice() {
            return Ok(Vec::new());
        }
        let mut rows = Vec::new();
        for track in case.tracks() {
            for publication in track.publications.iter().filter(|one| one.is_open()) {
                rows.extend(self.open_row(id, case, track, publication)?);
            }
        }
        rows.sort_by_key(|row| row.seq);
        Ok(rows)
    }

    fn open_row(
        &self,
        id: CaseId,
        case: &Case,
        track: &Track,
        publication: &Publication,
    ) -> Result<Option<public_decision::Model>, Error> {
        let context = self.context();
        let bureau = OpenBureau {
            county: self.store.bureau().area_name(),
            area: context.area,
            catalogue: context.catalogue,
            members: context.members,
        };
        let page = PublicDecision::of(case, track, publication, &bureau);
        let json = |page: &PublicDecision| serde_json::to_string(page).map_err(Error::down);
        let row = |of: Option<&PublicDecision>| {
            Ok::<_, Error>(public_decision::Model {
                bureau_id: self.store.bureau().id.0,
                id: self.public_id(id, publication.seq)?,
                case_id: id.0,
                seq: i32::try_from(publication.seq).map_err(Error::down)?,
                published_on: publication.on,
                is_public: of.is_some(),
                party: of.map(|page| page.party.clone()),
                violations: of.map(|page| page.violations(domain::Lang::Zh)),
                facts: of.map(json).transpose()?,
                withdrawn_on: None,
                reason: None,
            })
        };
        match (&publication.withdrawn, &page) {
            (Some(withdrawn), _) => Ok(Some(public_decision::Model {
                withdrawn_on: Some(withdrawn.on),
                reason: Some(serde_json::to_string(&withdrawn.why).map_err(Error::down)?),
                ..row(None)?
            })),
            (None, Some(page)) => row(Some(page)).map(Some),
            (None, None) => Ok(None),
        }
    }

    /// The id in the address of a public page: nobody without the key computes it, and it stays through a rebuild.
    fn public_id(&self, id: CaseId, seq: u32) -> Result<Uuid, Error> {
        let word = format!("public decision\u{0}{id}\u{0}{seq}");
        let blind = self.store.keys().blind_in_bureau(self.store.bureau().id, &word);
        blind.get(..16).map_or_else(
            || Err(Error::Setup("a key of the wrong length".to_owned())),
            |bytes| Uuid::from_slice(bytes).map_err(Error::down),
        )
    }
}

fn has_open(case: &Case) -> bool {
    case.tracks().iter().flat_map(|track| &track.publications).any(Publication::is_open)
}

fn tokens(
    row: &public_decision::Model,
    text: Option<&str>,
) -> [(Uuid, std::collections::BTreeSet<String>); 1] {
    [(row.id, tokens_of(text, []))]
}
