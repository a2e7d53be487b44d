//! The check of all files: each row has its bytes, unchanged, and nothing lies there that no row names.

use super::blob::{blob_path, hex};
use super::place::Files;
use super::stream::plain_size;
use crate::bureaus::Which;
use crate::database::Access;
use crate::entity::{evidence_file, paper_scan};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::store::Store;
use domain::id::{BureauId, CaseId, IssuedPaperId, UploadId};
use futures_util::TryStreamExt;
use object_store::path::Path as ObjectPath;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Rows read at a time.
const PAGE_ROWS: u64 = 1_000;

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum FileTrouble {
    /// Evidence whose bytes are not there.
    Missing { case: CaseId, number: i32, sha256: String },
    /// Evidence whose bytes are others by now, or cannot be opened.
    Changed { case: CaseId, number: i32, sha256: String },
    /// The scan of a signed paper whose bytes are not there.
    MissingScan { case: CaseId, paper: IssuedPaperId, sha256: String },
    /// One whose bytes are others by now, or cannot be opened.
    ChangedScan { case: CaseId, paper: IssuedPaperId, sha256: String },
    /// Something lies there that no row names.
    Orphaned { path: String },
}

/// What the check of a bureau's files found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileReport {
    /// The bureau's slug.
    pub bureau: String,
    /// Pieces of evidence, withdrawn ones too, and scans of signed papers.
    pub files: usize,
    pub troubles: Vec<FileTrouble>,
}

/// What a hash is of, in its case.
#[derive(Clone, Copy, Debug)]
enum Of {
    /// The evidence of this number.
    Evidence(i32),
    /// The scan of this paper.
    Scan(IssuedPaperId),
}

/// Id, case, number, hash, hash of the small picture, and the bureau in whose folder they lie.
type NamedRow = (Uuid, Uuid, i32, String, Option<String>, Option<i32>);

/// What each hash is of, by the bureau in whose folder it lies.
type Named = BTreeMap<(BureauId, String), (CaseId, Of)>;

fn missing((case, of): (CaseId, Of), sha256: String) -> FileTrouble {
    match of {
        Of::Evidence(number) => FileTrouble::Missing { case, number, sha256 },
        Of::Scan(paper) => FileTrouble::MissingScan { case, paper, sha256 },
    }
}

fn changed((case, of): (CaseId, Of), sha256: String) -> FileTrouble {
    match of {
        Of::Evidence(number) => FileTrouble::Changed { case, number, sha256 },
        Of::Scan(paper) => FileTrouble::ChangedScan { case, paper, sha256 },
    }
}

impl Store {
    /// Checks the files of each bureau: every byte is read.
    ///
    /// # Errors
    /// [`Error::Down`] when the database or the place fails.
    pub async fn verify_files(&self, files: &Files) -> Result<Vec<FileReport>, Error> {
        let mut reports = Vec::new();
        for bureau in self.bureaus_of(Which::All).await? {
            // What lies there is listed before the rows are read: a file that comes in meanwhile has its row by then.
            let lying = files.lying(bureau.id).await?;
            let open = self.operate_on(bureau.clone(), Access::Read).await?;
            let (mut count, mut named) = open.named_files().await?;
            count += open.name_scans(&mut named).await?;
            let mut troubles = Vec::new();
            for path in &lying {
                if !open.is_accounted_for(path, &named).await? {
                    troubles.push(FileTrouble::Orphaned { path: path.to_string() });
                }
            }
            open.commit().await?;
            for ((home, sha256), of) in named {
                match files.rehashed(home, &sha256).await {
                    Ok(now) if now == sha256 => {}
                    Ok(_) | Err(Error::Broken) => {
                        troubles.push(changed(of, sha256));
                    }
                    Err(Error::NotFound) => troubles.push(missing(of, sha256)),
                    Err(error) => return Err(error),
                }
            }
            reports.push(FileReport { bureau: bureau.slug, files: count, troubles });
        }
        Ok(reports)
    }
}

impl BureauStore {
    /// Every hash that evidence names, with the first that does; of what came with a case, where it lies.
    async fn named_files(&self) -> Result<(usize, Named), Error> {
        use evidence_file::Column as C;
        let (mut count, mut named, mut after) = (0, Named::new(), Uuid::nil());
        loop {
            let page = self.find::<evidence_file::Entity>().filter(C::Id.gt(after));
            let page = page.order_by_asc(C::Id).limit(PAGE_ROWS).select_only();
            let page =
                page.columns([C::Id, C::CaseId, C::Number, C::Sha256, C::ThumbnailSha256, C::LiesWith]);
            let rows: Vec<NamedRow> = page.into_tuple().all(self.tx()).await?;
            let Some(last) = rows.last() else { return Ok((count, named)) };
            after = last.0;
            count += rows.len();
            for (_, case, number, sha256, thumbnail, lies_with) in rows {
                let home = lies_with.map_or(self.bureau().id, BureauId);
                for hash in [Some(sha256), thumbnail].into_iter().flatten() {
                    named.entry((home, hash)).or_insert((CaseId(case), Of::Evidence(number)));
                }
            }
        }
    }

    /// Adds every hash that the scan of a paper names; how many scans there are.
    async fn name_scans(&self, named: &mut Named) -> Result<usize, Error> {
        use paper_scan::Column as C;
        let (mut count, mut after) = (0, Uuid::nil());
        loop {
            let page = self.find::<paper_scan::Entity>().filter(C::Id.gt(after));
            let page = page.order_by_asc(C::Id).limit(PAGE_ROWS).select_only();
            let page = page.columns([C::Id, C::CaseId, C::PaperId, C::Sha256]);
            let rows: Vec<(Uuid, Uuid, Uuid, String)> = page.into_tuple().all(self.tx()).await?;
            let Some(last) = rows.last() else { return Ok(count) };
            after = last.0;
            count += rows.len();
            for (_, case, paper, sha256) in rows {
                named
                    .entry((self.bureau().id, sha256))
                    .or_insert((CaseId(case), Of::Scan(IssuedPaperId(paper))));
            }
        }
    }

    /// Whether a row names what lies at a path.
    async fn is_accounted_for(&self, path: &ObjectPath, named: &Named) -> Result<bool, Error> {
        let parts: Vec<String> = path.parts().map(|part| part.as_ref().to_owned()).collect();
        match parts.as_slice() {
            [_, sha256] => {
                let own = (self.bureau().id, sha256.clone());
                Ok(named.contains_key(&own) || self.is_named(sha256).await?)
            }
            [_, uploads, id, _] if uploads == "uploads" => match id.parse::<UploadId>() {
                Ok(id) => Ok(!self.known_uploads(BTreeSet::from([id])).await?.is_empty()),
                Err(_) => Ok(false),
            },
            _ => Ok(false),
        }
    }
}

impl Files {
    /// Everything that lies there of a bureau.
    async fn lying(&self, bureau: BureauId) -> Result<Vec<ObjectPath>, Error> {
        let prefix = ObjectPath::from(bureau.0.to_string());
        let lying = self.objects.list(Some(&prefix)).map_ok(|meta| meta.location);
        lying.try_collect().await.map_err(Error::down)
    }

    /// The hash that the bytes have now.
    async fn rehashed(&self, bureau: BureauId, sha256: &str) -> Result<String, Error> {
        let size = self.size_of(bureau, sha256).await?;
        let mut read = std::pin::pin!(self.read(bureau, sha256, size, 0..size).await?);
        let mut hash = Sha256::new();
        while let Some(bytes) = read.try_next().await? {
            hash.update(&bytes);
        }
        Ok(hex(&hash.finalize()))
    }

    /// Plain bytes of a file, by how long it is where it lies.
    pub(super) async fn size_of(&self, bureau: BureauId, sha256: &str) -> Result<u64, Error> {
        use object_store::ObjectStoreExt;
        let meta = self.objects.head(&blob_path(bureau, sha256)).await.map_err(super::blob::missing)?;
        plain_size(meta.size)
    }
}
