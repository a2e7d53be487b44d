//! The public decisions against the events: made again, each difference named and, if asked for, mended.

use crate::bureaus::Which;
use crate::cases::{CaseDesk, Rulebook};
use crate::database::Access;
use crate::entity::case;
use crate::error::Error;
use crate::store::Store;
use domain::case::Case;
use domain::id::CaseId;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

/// Cases that are replayed together.
const PAGE_ROWS: u64 = 200;

/// A case whose public pages are not what its events say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenDifference {
    /// The bureau's slug.
    pub bureau: String,
    /// The case's number.
    pub case: String,
    /// Pages that are kept, and that the events ask for.
    pub kept: usize,
    pub wanted: usize,
}

/// What the check of all public decisions found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OpenCheck {
    pub bureaus: u64,
    pub cases: u64,
    /// Public pages, withdrawn ones among them.
    pub pages: usize,
    pub differences: Vec<OpenDifference>,
    pub is_mended: bool,
}

impl Store {
    /// Makes every public decision again from the events and names each case that differs; one transaction a bureau. With
    /// `mend` the pages are put right.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails, or when a case cannot be replayed.
    pub async fn verify_open(&self, book: Rulebook<'_>, mend: bool) -> Result<OpenCheck, Error> {
        let mut check = OpenCheck { is_mended: mend, ..OpenCheck::default() };
        let access = if mend { Access::Write } else { Access::Read };
        for bureau in self.bureaus_of(Which::All).await? {
            let store = self.operate_on(bureau, access).await?;
            store.case_desk(book).await?.check_open(&mut check).await?;
            store.commit().await?;
            check.bureaus += 1;
        }
        Ok(check)
    }
}

impl CaseDesk<'_> {
    async fn check_open(&self, check: &mut OpenCheck) -> Result<(), Error> {
        let mut after = Uuid::nil();
        loop {
            let page = self.store.find::<case::Entity>().select_only();
            let page = page.columns([case::Column::Id, case::Column::Number]);
            let page = page.filter(case::Column::Id.gt(after)).order_by_asc(case::Column::Id);
            let page: Vec<(Uuid, Option<String>)> =
                page.limit(PAGE_ROWS).into_tuple().all(self.store.tx()).await?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = *last;
            let mut events = self.events_of(page.iter().map(|(id, _)| *id)).await?;
            for (id, number) in page {
                let events = events.remove(&id).unwrap_or_default();
                let case = Case::replay(&events).map_err(Error::down)?.ok_or(Error::NotFound)?;
                self.check_open_of(CaseId(id), &case, number.unwrap_or_default(), check).await?;
            }
        }
    }

    async fn check_open_of(
        &self,
        id: CaseId,
        case: &Case,
        number: String,
        check: &mut OpenCheck,
    ) -> Result<(), Error> {
        let (kept, wanted) = (self.open_kept(id).await?, self.open_wanted(id, case)?);
        check.cases += 1;
        check.pages += wanted.len();
        if kept != wanted {
            let bureau = self.store.bureau().slug.clone();
            let (kept, wanted) = (kept.len(), wanted.len());
            check.differences.push(OpenDifference { bureau, case: number, kept, wanted });
            if check.is_mended {
                self.rewrite_open(id, case).await?;
            }
        }
        Ok(())
    }
}
