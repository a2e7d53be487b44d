//! Saved views (常用视图): filters of lists that a person keeps under names, each person's own in each bureau.

use crate::entity::saved_view::{self, ActiveModel, Column, Entity};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::id::SavedViewId;
use domain::role::Power;
use domain::saved_view::{VIEWS_MAX, ViewFault, ViewName, ViewPage, ViewQuery, judge_name};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// A filter under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    pub id: SavedViewId,
    pub page: ViewPage,
    pub name: String,
    /// As it stands in the list's address behind the `?`.
    pub query: String,
    /// It opens its list (默认视图).
    pub opens: bool,
}

impl BureauStore {
    /// The person's own views of this bureau, of all lists in the order of the menu, the oldest of a list first.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn saved_views(&self) -> Result<Vec<SavedView>, Error> {
        self.require(Power::ReadRecords)?;
        let own = self.find::<Entity>().filter(Column::PersonId.eq(self.person()?.0));
        let most = VIEWS_MAX.saturating_mul(ViewPage::ALL.len() as u64);
        let rows = own.order_by_asc(Column::Id).limit(most).all(self.tx()).await?;
        let mut views: Vec<SavedView> = rows.into_iter().filter_map(view_of).collect();
        views.sort_by_key(|view| view.page);
        Ok(views)
    }

    /// Keeps a filter under a name.
    ///
    /// # Errors
    /// Why not; [`Error::Forbidden`] without the power to read records.
    pub async fn save_view(
        &self,
        page: ViewPage,
        name: &ViewName,
        query: &ViewQuery,
    ) -> Result<Result<SavedViewId, ViewFault>, Error> {
        self.must_write()?;
        let of_page: Vec<_> =
            self.saved_views().await?.into_iter().filter(|view| view.page == page).collect();
        let judged = judge_name(name).and_then(|()| match () {
            () if query.as_str().is_empty() => Err(ViewFault::NoFilter),
            () if of_page.iter().any(|view| view.name == name.as_str()) => Err(ViewFault::NameTaken),
            () if of_page.len() as u64 >= VIEWS_MAX => Err(ViewFault::TooMany),
            () => Ok(()),
        });
        if let Err(fault) = judged {
            return Ok(Err(fault));
        }
        let id = SavedViewId(Uuid::now_v7());
        let row = ActiveModel {
            id: Set(id.0),
            person_id: Set(self.person()?.0),
            page: Set(page.word().to_owned()),
            name: Set(name.to_string()),
            query: Set(query.as_str().to_owned()),
            at: Set(self.now().0),
            opens: Set(false),
            ..Default::default()
        };
        self.insert::<Entity>(row).await?;
        let payload = serde_json::json!({ "page": page, "name": name, "query": query.as_str() });
        self.audit("view_saved", &id.to_string(), &payload).await?;
        Ok(Ok(id))
    }

    /// Gives one of the person's own views another name.
    ///
    /// # Errors
    /// Why not; [`Error::NotFound`] for an unknown one and for somebody else's.
    pub async fn rename_view(
        &self,
        id: SavedViewId,
        name: &ViewName,
    ) -> Result<Result<(), ViewFault>, Error> {
        let view = self.own_view(id).await?;
        let of_page = self.saved_views().await?;
        let mut of_page = of_page.iter().filter(|one| one.page.word() == view.page && one.id != id);
        let judged = judge_name(name).and_then(|()| match of_page.any(|one| one.name == name.as_str()) {
            true => Err(ViewFault::NameTaken),
            false => Ok(()),
        });
        if let Err(fault) = judged {
            return Ok(Err(fault));
        }
        let row = ActiveModel { id: Set(id.0), name: Set(name.to_string()), ..Default::default() };
        self.update::<Entity>(row).await?;
        let payload = serde_json::json!({ "page": view.page, "was": view.name, "name": name });
        self.audit("view_renamed", &id.to_string(), &payload).await?;
        Ok(Ok(()))
    }

    /// Lets one of the person's own views open its list, alone, or none any more.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one and for somebody else's.
    pub async fn open_with_view(&self, id: SavedViewId, opens: bool) -> Result<(), Error> {
        let view = self.own_view(id).await?;
        let before = self.saved_views().await?;
        let before = before.into_iter().filter(|one| one.opens && one.page.word() == view.page);
        for one in before.filter(|one| !opens || one.id != id) {
            self.update::<Entity>(opening(one.id, false)).await?;
        }
        if opens {
            self.update::<Entity>(opening(id, true)).await?;
        }
        let payload = serde_json::json!({ "page": view.page, "name": view.name, "opens": opens });
        self.audit("view_opens", &id.to_string(), &payload).await.map(drop)
    }

    /// Deletes one of the person's own views.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one and for somebody else's.
    pub async fn delete_view(&self, id: SavedViewId) -> Result<(), Error> {
        let view = self.own_view(id).await?;
        self.remove::<Entity>().filter(Column::Id.eq(id.0)).exec(self.tx()).await?;
        let payload = serde_json::json!({ "page": view.page, "name": view.name, "query": view.query });
        self.audit("view_deleted", &id.to_string(), &payload).await.map(drop)
    }

    /// One of the person's own views, to be changed.
    async fn own_view(&self, id: SavedViewId) -> Result<saved_view::Model, Error> {
        self.must_write()?;
        self.require(Power::ReadRecords)?;
        let own = self.find::<Entity>().filter(Column::Id.eq(id.0));
        let own = own.filter(Column::PersonId.eq(self.person()?.0)).one(self.tx()).await?;
        own.ok_or(Error::NotFound)
    }
}

fn opening(id: SavedViewId, opens: bool) -> ActiveModel {
    ActiveModel { id: Set(id.0), opens: Set(opens), ..Default::default() }
}

/// A row of a list that this version does not know is none.
fn view_of(row: saved_view::Model) -> Option<SavedView> {
    let page = ViewPage::from_word(&row.page)?;
    let (name, query, opens) = (row.name, row.query, row.opens);
    Some(SavedView { id: SavedViewId(row.id), page, name, query, opens })
}
