//! A scan of signed papers that waits to be confirmed, as it is read: only whoever scanned it sees it.

use super::check::parts;
use super::issue::PaperKey;
use crate::entity::{issued_paper, scan, scan_file, scan_page};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Instant;
use domain::file::Content;
use domain::id::{IssuedPaperId, ScanId};
use domain::paper::{SCAN_PAGES_MAX, SCANS_WAITING_MAX};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Where the small pictures are sealed.
pub(super) const PAGES: &str = "scan_page";
pub(super) const PICTURE: &str = "picture";
/// Files of one scan, those that were bound of it too: each page may be a file, and each bound twice.
pub(super) const FILES_MAX: u64 = 3 * SCAN_PAGES_MAX as u64;

/// What was found on a page of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanFound {
    /// A page of a paper of the bureau, and which one.
    Paper(IssuedPaperId, u32),
    /// A paper of another bureau, or of none.
    Unknown,
    NoCode,
}

/// A file of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanFile {
    /// From 1, in the scan.
    pub number: u32,
    pub content: Content,
    pub size: u64,
    /// In hexadecimal digits.
    pub sha256: String,
}

/// A page of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScanPage {
    /// From 1, in the order of the scan.
    pub number: u32,
    /// The number of its file, and which page of the file it is.
    pub file: u32,
    pub page: u32,
    /// Wider than high.
    pub is_wide: bool,
    pub found: ScanFound,
}

/// A scan that waits to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    pub id: ScanId,
    pub at: Instant,
    pub expires_at: Instant,
    /// As they came.
    pub files: Vec<ScanFile>,
    pub pages: Vec<ScanPage>,
}

impl BureauStore {
    /// Which of the words on pages belong to papers of the bureau; another bureau's is as unknown as none.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn papers_by_words(&self, words: &[String]) -> Result<HashMap<String, IssuedPaperId>, Error> {
        use issued_paper::Column as C;
        let own = |word: &String| {
            let (bureau, key) = parts(word)?;
            (bureau == self.bureau().id.0).then(|| (PaperKey::hash(key), word.clone()))
        };
        let hashes: HashMap<Vec<u8>, String> = words.iter().filter_map(own).collect();
        if hashes.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = self.find::<issued_paper::Entity>().filter(C::CheckHash.is_in(hashes.keys().cloned()));
        let rows = rows.select_only().columns([C::Id, C::CheckHash]);
        let rows: Vec<(Uuid, Vec<u8>)> = rows.into_tuple().all(self.tx()).await?;
        let found = rows.into_iter().filter_map(|(id, hash)| Some((hashes.get(&hash)?.clone(), id)));
        Ok(found.map(|(word, id)| (word, IssuedPaperId(id))).collect())
    }

    pub(super) async fn own_scan(&self, id: ScanId) -> Result<scan::Model, Error> {
        use scan::Column as C;
        let own = self.find::<scan::Entity>().filter(C::Id.eq(id.0)).filter(C::ById.eq(self.person()?.0));
        own.filter(C::ExpiresAt.gt(self.now().0)).one(self.tx()).await?.ok_or(Error::NotFound)
    }

    /// A scan of the person that waits.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one, somebody else's, another bureau's, and one that was confirmed or dropped or
    /// has expired.
    pub async fn scan(&self, id: ScanId) -> Result<Scan, Error> {
        let row = self.own_scan(id).await?;
        let files = self.find::<scan_file::Entity>().filter(scan_file::Column::ScanId.eq(id.0));
        let files = files.filter(scan_file::Column::IsBound.eq(false));
        let files = files.order_by_asc(scan_file::Column::Number).limit(FILES_MAX).all(self.tx()).await?;
        let small = |number: i32| u32::try_from(number).map_err(Error::down);
        let file = |row: scan_file::Model| {
            Ok(ScanFile {
                number: small(row.number)?,
                content: Content::from_word(&row.content)
                    .ok_or_else(|| Error::down("a content that is none was kept"))?,
                size: u64::try_from(row.size).map_err(Error::down)?,
                sha256: row.sha256,
            })
        };
        Ok(Scan {
            id,
            at: Instant(row.at),
            expires_at: Instant(row.expires_at),
            files: files.into_iter().map(file).collect::<Result<_, Error>>()?,
            pages: self.scan_pages(id).await?,
        })
    }

    async fn scan_pages(&self, id: ScanId) -> Result<Vec<ScanPage>, Error> {
        use scan_page::Column as C;
        type Row = (i32, i32, i32, bool, String, Option<Uuid>, Option<i32>);
        let pages = self.find::<scan_page::Entity>().filter(C::ScanId.eq(id.0)).order_by_asc(C::Number);
        let pages = pages.limit(SCAN_PAGES_MAX as u64).select_only().columns([
            C::Number,
            C::File,
            C::Page,
            C::IsWide,
            C::Found,
            C::PaperId,
            C::PaperPage,
        ]);
        let small = |number: i32| u32::try_from(number).map_err(Error::down);
        let page = |(number, file, page, is_wide, found, paper, of): Row| {
            let found = match (found.as_str(), paper, of) {
                ("paper", Some(paper), Some(of)) => ScanFound::Paper(IssuedPaperId(paper), small(of)?),
                ("unknown", ..) => ScanFound::Unknown,
                _ => ScanFound::NoCode,
            };
            Ok(ScanPage { number: small(number)?, file: small(file)?, page: small(page)?, is_wide, found })
        };
        let rows: Vec<Row> = pages.into_tuple().all(self.tx()).await?;
        rows.into_iter().map(page).collect()
    }

    /// The small picture of a page of a scan of the person.
    ///
    /// # Errors
    /// As [`BureauStore::scan`].
    pub async fn scan_picture(&self, id: ScanId, number: u32) -> Result<Vec<u8>, Error> {
        use scan_page::Column as C;
        self.own_scan(id).await?;
        let page = self.find::<scan_page::Entity>().filter(C::ScanId.eq(id.0));
        let page = page.filter(C::Number.eq(i64::from(number))).one(self.tx()).await?;
        let sealed = page.ok_or(Error::NotFound)?.picture_sealed;
        let place = self.place(PAGES, PICTURE, picture_row(id, number));
        Ok(self.keys().unseal(&place, &sealed)?.to_vec())
    }

    /// The scans of the person that wait, the oldest first: each with when it came and how many pages it has.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn waiting_scans(&self) -> Result<Vec<(ScanId, Instant, u64)>, Error> {
        use scan::Column as C;
        let own = self.find::<scan::Entity>().filter(C::ById.eq(self.person()?.0));
        let own = own.filter(C::ExpiresAt.gt(self.now().0)).order_by_asc(C::Id).limit(SCANS_WAITING_MAX);
        let mut waiting = Vec::new();
        for row in own.all(self.tx()).await? {
            let pages = self.find::<scan_page::Entity>().filter(scan_page::Column::ScanId.eq(row.id));
            waiting.push((ScanId(row.id), Instant(row.at), pages.count(self.tx()).await?));
        }
        Ok(waiting)
    }
}

/// Which row a picture is sealed for.
pub(super) fn picture_row(id: ScanId, number: u32) -> Vec<u8> {
    [id.0.as_bytes().as_slice(), &number.to_be_bytes()].concat()
}
