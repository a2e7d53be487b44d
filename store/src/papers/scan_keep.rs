//! A scan of signed papers is kept until it is confirmed: its files lie sealed, its pages say what was found on them. What
//! nobody confirms is swept away.

use super::scan::{FILES_MAX, PAGES, PICTURE, ScanFile, ScanFound, ScanPage, picture_row};
use crate::entity::{scan, scan_file, scan_page};
use crate::error::Error;
use crate::files::Files;
use crate::scope::BureauStore;
use domain::file::Content;
use domain::id::ScanId;
use domain::paper::{SCAN_HOURS, SCANS_WAITING_MAX, ScanFault};
use sea_orm::{ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

const HOUR_MILLIS: i64 = 3_600_000;
/// Scans taken away in one transaction.
const AT_ONCE: u64 = 50;

impl BureauStore {
    /// Whether the person may bring one more scan.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn has_room_for_scan(&self) -> Result<bool, Error> {
        use scan::Column as C;
        let waiting = self.find::<scan::Entity>().filter(C::ById.eq(self.person()?.0));
        let waiting = waiting.filter(C::ExpiresAt.gt(self.now().0));
        Ok(waiting.count(self.tx()).await? < SCANS_WAITING_MAX)
    }

    /// A scan was read. From now on it is known what will lie there for it, whatever happens; each page comes with its
    /// small picture.
    ///
    /// # Errors
    /// Why not; [`Error::Setup`] in a reading transaction.
    pub async fn begin_scan(
        &self,
        files: &[ScanFile],
        pages: &[(ScanPage, Vec<u8>)],
    ) -> Result<Result<ScanId, ScanFault>, Error> {
        self.must_write()?;
        if !self.has_room_for_scan().await? {
            return Ok(Err(ScanFault::TooManyWaiting));
        }
        let id = ScanId(Uuid::now_v7());
        let row = scan::ActiveModel {
            id: Set(id.0),
            by_id: Set(self.person()?.0),
            at: Set(self.now().0),
            expires_at: Set(self.now().plus_millis(SCAN_HOURS * HOUR_MILLIS).0),
            ..Default::default()
        };
        self.insert::<scan::Entity>(row).await?;
        for file in files {
            self.name_scan_file(id, file, false).await?;
        }
        for (page, picture) in pages {
            let (found, paper) = match page.found {
                ScanFound::Paper(id, page) => ("paper", Some((id, page))),
                ScanFound::Unknown => ("unknown", None),
                ScanFound::NoCode => ("no_code", None),
            };
            let small = |number: u32| i32::try_from(number).map_err(Error::down);
            let row = scan_page::ActiveModel {
                scan_id: Set(id.0),
                number: Set(small(page.number)?),
                file: Set(small(page.file)?),
                page: Set(small(page.page)?),
                is_wide: Set(page.is_wide),
                found: Set(found.to_owned()),
                paper_id: Set(paper.map(|(id, _)| id.0)),
                paper_page: Set(paper.map(|(_, page)| small(page)).transpose()?),
                picture_sealed: Set(self
                    .keys()
                    .seal(&self.place(PAGES, PICTURE, picture_row(id, page.number)), picture)?),
                ..Default::default()
            };
            self.insert::<scan_page::Entity>(row).await?;
        }
        Ok(Ok(id))
    }

    async fn name_scan_file(&self, scan: ScanId, file: &ScanFile, is_bound: bool) -> Result<(), Error> {
        let row = scan_file::ActiveModel {
            scan_id: Set(scan.0),
            number: Set(i32::try_from(file.number).map_err(Error::down)?),
            is_bound: Set(is_bound),
            content: Set(file.content.word().to_owned()),
            size: Set(i64::try_from(file.size).map_err(Error::down)?),
            sha256: Set(file.sha256.clone()),
            ..Default::default()
        };
        self.insert::<scan_file::Entity>(row).await.map(drop)
    }

    /// Papers are about to be bound and laid down: from now on it is known where. Size and hash of each.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the scan was dropped meanwhile, [`Error::Conflict`] when it was bound too often.
    pub async fn name_bound_scans(&self, id: ScanId, bound: &[(u64, String)]) -> Result<(), Error> {
        use scan_file::Column as C;
        self.must_write()?;
        self.own_scan(id).await?;
        let last = self.find::<scan_file::Entity>().filter(C::ScanId.eq(id.0)).order_by_desc(C::Number);
        let last: Option<i32> =
            last.select_only().column(C::Number).limit(1).into_tuple().one(self.tx()).await?;
        let last = u32::try_from(last.unwrap_or_default()).map_err(Error::down)?;
        if u64::from(last) + bound.len() as u64 > FILES_MAX {
            return Err(Error::Conflict);
        }
        for (number, (size, sha256)) in (last + 1..).zip(bound) {
            let file = ScanFile { number, content: Content::Pdf, size: *size, sha256: sha256.clone() };
            self.name_scan_file(id, &file, true).await?;
        }
        let kept = scan::ActiveModel {
            id: Set(id.0),
            // Not swept away while it is being bound.
            expires_at: Set(self.now().plus_millis(SCAN_HOURS * HOUR_MILLIS).0),
            ..Default::default()
        };
        self.update::<scan::Entity>(kept).await.map(drop)
    }

    /// Gives a scan up; the sweep takes what lies of it.
    ///
    /// # Errors
    /// As [`BureauStore::scan`].
    pub async fn drop_scan(&self, id: ScanId) -> Result<(), Error> {
        self.must_write()?;
        self.own_scan(id).await?;
        let gone = scan::ActiveModel { id: Set(id.0), expires_at: Set(self.now().0), ..Default::default() };
        self.update::<scan::Entity>(gone).await.map(drop)
    }

    /// Scans that have had their time go, with their bytes where nothing else names them. Behind the bureau's head, behind
    /// which scans are entered. How many objects lay there.
    pub(crate) async fn sweep_scans(&self, files: &Files) -> Result<usize, Error> {
        use scan::Column as C;
        let gone = self.find::<scan::Entity>().filter(C::ExpiresAt.lte(self.now().0)).limit(AT_ONCE);
        let ids: Vec<Uuid> = gone.select_only().column(C::Id).into_tuple().all(self.tx()).await?;
        if ids.is_empty() {
            return Ok(0);
        }
        let laid = self.find::<scan_file::Entity>().filter(scan_file::Column::ScanId.is_in(ids.clone()));
        let laid: Vec<String> =
            laid.select_only().column(scan_file::Column::Sha256).into_tuple().all(self.tx()).await?;
        let pages = self.remove::<scan_page::Entity>().filter(scan_page::Column::ScanId.is_in(ids.clone()));
        pages.exec(self.tx()).await?;
        let named = self.remove::<scan_file::Entity>().filter(scan_file::Column::ScanId.is_in(ids.clone()));
        named.exec(self.tx()).await?;
        self.remove::<scan::Entity>().filter(C::Id.is_in(ids)).exec(self.tx()).await?;
        let mut objects = 0;
        for sha256 in BTreeSet::from_iter(laid) {
            if !self.is_named(&sha256).await? {
                files.drop_blob(self.bureau().id, &sha256).await?;
                objects += 1;
            }
        }
        Ok(objects)
    }
}
