//! What nobody goes on with is taken away: files that expired on their way in, what was laid down for them, and what
//! servers left that were stopped.

use super::blob::{gone, uploads_path};
use super::place::Files;
use crate::bureaus::Which;
use crate::database::Access;
use crate::entity::{dossier, evidence_file, paper_scan, scan_file, upload, upload_part};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::store::Store;
use domain::id::{BureauId, UploadId};
use futures_util::TryStreamExt;
use object_store::ObjectStoreExt;
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use std::path::PathBuf;
use uuid::Uuid;

/// Uploads that are taken away in one transaction.
const AT_ONCE: u64 = 200;
/// Halves of a file that a stopped server may leave in a folder beside one name.
const HALVES_MAX: u32 = 8;

/// What was taken away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleared {
    /// Files that had expired on their way in, or became evidence.
    pub uploads: usize,
    /// Objects that no row names.
    pub objects: usize,
}

impl Store {
    /// Takes away what expired on its way in, in each bureau.
    ///
    /// # Errors
    /// [`Error::Down`] when the database or the place fails; what was taken away before is gone.
    pub async fn sweep_files(&self, files: &Files) -> Result<Cleared, Error> {
        let mut cleared = Cleared::default();
        for bureau in self.bureaus_of(Which::All).await? {
            loop {
                let open = self.operate_on(bureau.clone(), Access::Write).await?;
                let (uploads, objects) = open.sweep_uploads(files).await?;
                open.commit().await?;
                cleared.uploads += uploads;
                cleared.objects += objects;
                if uploads < usize::try_from(AT_ONCE).unwrap_or(usize::MAX) {
                    break;
                }
            }
            let open = self.operate_on(bureau.clone(), Access::Write).await?;
            cleared.objects += open.sweep_dossiers(files).await?;
            cleared.objects += open.sweep_scans(files).await?;
            open.commit().await?;
            // The rows are read afterwards, so that a file declared meanwhile has its own.
            let lying = files.lying_uploads(bureau.id).await?;
            let folders = files.folders_of_parts(bureau.id).await?;
            let open = self.operate_on(bureau.clone(), Access::Read).await?;
            let ids =
                lying.iter().map(|(upload, _)| *upload).chain(folders.iter().map(|(upload, _)| *upload));
            let known = open.known_uploads(ids.collect()).await?;
            open.commit().await?;
            for (upload, path) in lying {
                if !known.contains(&upload) {
                    gone(files.objects.delete(&path).await)?;
                    cleared.objects += 1;
                }
            }
            for (upload, folder) in folders {
                // Without a row it holds at most halves.
                if !known.contains(&upload) {
                    let _ = tokio::fs::remove_dir_all(folder).await;
                }
            }
        }
        Ok(cleared)
    }
}

impl BureauStore {
    /// Behind the bureau's head, behind which a file becomes evidence.
    async fn sweep_uploads(&self, files: &Files) -> Result<(usize, usize), Error> {
        use upload::Column as C;
        let gone = self.find::<upload::Entity>().filter(C::ExpiresAt.lte(self.now().0)).limit(AT_ONCE);
        let gone = gone.all(self.tx()).await?;
        let ids: Vec<Uuid> = gone.iter().map(|row| row.id).collect();
        if ids.is_empty() {
            return Ok((0, 0));
        }
        let parts = self.remove::<upload_part::Entity>();
        parts.filter(upload_part::Column::UploadId.is_in(ids.clone())).exec(self.tx()).await?;
        self.remove::<upload::Entity>().filter(C::Id.is_in(ids)).exec(self.tx()).await?;
        let laid: BTreeSet<String> = gone
            .iter()
            .flat_map(|row| [row.sha256.clone(), row.thumbnail_sha256.clone()])
            .flatten()
            .collect();
        let mut objects = 0;
        for sha256 in &laid {
            // Named by another file that is just being laid down, neither it nor its half is touched.
            if !self.is_named(sha256).await? {
                files.drop_blob(self.bureau().id, sha256).await?;
                files.drop_halves(self.bureau().id, sha256).await;
                objects += 1;
            }
        }
        Ok((gone.len(), objects))
    }

    /// Whether evidence, a volume or a scan has the bytes of a hash, or another file on its way in may have.
    pub(crate) async fn is_named(&self, sha256: &str) -> Result<bool, Error> {
        // One question an index: with “or” SQLite reads all rows of the bureau.
        for column in [evidence_file::Column::Sha256, evidence_file::Column::ThumbnailSha256] {
            let named = self.find::<evidence_file::Entity>().filter(column.eq(sha256)).limit(1);
            if named.count(self.tx()).await? > 0 {
                return Ok(true);
            }
        }
        for column in [upload::Column::Sha256, upload::Column::ThumbnailSha256] {
            let named = self.find::<upload::Entity>().filter(column.eq(sha256)).limit(1);
            if named.count(self.tx()).await? > 0 {
                return Ok(true);
            }
        }
        let named = self.find::<dossier::Entity>().filter(dossier::Column::Sha256.eq(sha256)).limit(1);
        if named.count(self.tx()).await? > 0 {
            return Ok(true);
        }
        let named = self.find::<scan_file::Entity>().filter(scan_file::Column::Sha256.eq(sha256)).limit(1);
        if named.count(self.tx()).await? > 0 {
            return Ok(true);
        }
        let named = self.find::<paper_scan::Entity>().filter(paper_scan::Column::Sha256.eq(sha256)).limit(1);
        Ok(named.count(self.tx()).await? > 0)
    }

    /// Which of these have a row.
    pub(super) async fn known_uploads(&self, ids: BTreeSet<UploadId>) -> Result<BTreeSet<UploadId>, Error> {
        use upload::Column as C;
        let mut known = BTreeSet::new();
        let ids: Vec<Uuid> = ids.into_iter().map(|id| id.0).collect();
        for some in ids.chunks(500) {
            let own = self.find::<upload::Entity>().filter(C::Id.is_in(some.to_vec()));
            let own: Vec<Uuid> = own.select_only().column(C::Id).into_tuple().all(self.tx()).await?;
            known.extend(own.into_iter().map(UploadId));
        }
        Ok(known)
    }
}

impl Files {
    /// Every part that lies there, with the file that it is of; what is under no file's id is of none.
    pub(super) async fn lying_uploads(
        &self,
        bureau: BureauId,
    ) -> Result<Vec<(UploadId, object_store::path::Path)>, Error> {
        let prefix = uploads_path(bureau);
        let lying: Vec<_> = self.objects.list(Some(&prefix)).try_collect().await.map_err(Error::down)?;
        let of = |meta: object_store::ObjectMeta| {
            let id = meta.location.parts().nth(2).and_then(|id| id.as_ref().parse().ok());
            (id.unwrap_or(UploadId(Uuid::nil())), meta.location)
        };
        Ok(lying.into_iter().map(of).collect())
    }

    /// Halves that a stopped server left beside a name in a folder; a bucket drops its own after some days, when it is
    /// told to (`AbortIncompleteMultipartUpload`).
    async fn drop_halves(&self, bureau: BureauId, sha256: &str) {
        let Some(folder) = &self.folder else { return };
        for nth in 1..=HALVES_MAX {
            let half = folder.join(bureau.0.to_string()).join(format!("{sha256}#{nth}"));
            // Most are not there.
            let _ = tokio::fs::remove_file(half).await;
        }
    }

    /// The folders in which parts lie, with the file that each is of.
    async fn folders_of_parts(&self, bureau: BureauId) -> Result<Vec<(UploadId, PathBuf)>, Error> {
        let Some(folder) = &self.folder else { return Ok(Vec::new()) };
        let folder = folder.join(bureau.0.to_string()).join("uploads");
        let Ok(mut entries) = tokio::fs::read_dir(&folder).await else { return Ok(Vec::new()) };
        let mut folders = Vec::new();
        while let Some(entry) = entries.next_entry().await.map_err(Error::down)? {
            let id = entry.file_name().to_str().and_then(|name| name.parse().ok());
            folders.push((id.unwrap_or(UploadId(Uuid::nil())), entry.path()));
        }
        Ok(folders)
    }
}
