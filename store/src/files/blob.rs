//! The bytes of files, each bureau's own: under their hash once they are whole, in parts while they come in.

use super::place::Files;
use super::stream::{HEAD_BYTES, PIECE_BYTES, Pieces, SEALED_BYTES, sealed_size};
use super::upload::{Upload, UploadPart};
use crate::error::Error;
use crate::seal::Place;
use domain::file::{Content, FileFault, Judge};
use domain::id::{BureauId, UploadId};
use futures_util::stream::{self, Stream, TryStreamExt};
use object_store::buffered::BufWriter;
use object_store::path::Path as ObjectPath;
use object_store::{Error as ObjectError, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};
use std::ops::Range;
use std::sync::Arc;
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

/// Pieces that are fetched at once.
const AT_ONCE: u32 = 4;
/// Sealed bytes that are sent at once: an S3 server takes no smaller part but the last.
const WRITTEN_AT_ONCE: usize = 8 << 20;

/// What a file that came in was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    pub content: Content,
    pub size: u64,
    /// In hexadecimal digits.
    pub sha256: String,
}

/// Where the bytes of a hash lie.
pub(super) fn blob_path(bureau: BureauId, sha256: &str) -> ObjectPath {
    ObjectPath::from_iter([bureau.0.to_string().as_str(), sha256])
}

/// Under which the parts of files on their way in lie.
pub(super) fn uploads_path(bureau: BureauId) -> ObjectPath {
    ObjectPath::from_iter([bureau.0.to_string().as_str(), "uploads"])
}

fn part_path(bureau: BureauId, upload: UploadId, object: Uuid) -> ObjectPath {
    let (bureau, upload, object) = (bureau.0.to_string(), upload.to_string(), object.to_string());
    ObjectPath::from_iter([bureau.as_str(), "uploads", &upload, &object])
}

/// Work that takes longer than a page is done aside: others on this thread go on meanwhile.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.map_err(Error::down)?
}

fn blob_place(bureau: BureauId, sha256: &str) -> Place<'_> {
    Place { table: "file", column: "bytes", bureau: bureau.0, row: sha256.as_bytes().to_vec() }
}

fn part_place(bureau: BureauId, object: Uuid) -> Place<'static> {
    Place { table: "upload_part", column: "bytes", bureau: bureau.0, row: object.as_bytes().to_vec() }
}

/// SHA-256 in hexadecimal digits.
#[must_use]
pub(super) fn hex(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Files {
    /// Lays a part down; its row is written after it.
    ///
    /// # Errors
    /// [`Error::Down`] when the place fails.
    pub async fn put_part(&self, bureau: BureauId, upload: UploadId, bytes: &[u8]) -> Result<Uuid, Error> {
        let object = Uuid::now_v7();
        let sealed = self.keys.seal(&part_place(bureau, object), bytes)?;
        let path = part_path(bureau, upload, object);
        self.objects.put(&path, PutPayload::from(sealed)).await.map_err(Error::down)?;
        Ok(object)
    }

    /// Takes a part away that no row names.
    ///
    /// # Errors
    /// [`Error::Down`] when the place fails.
    pub async fn drop_part(&self, bureau: BureauId, upload: UploadId, object: Uuid) -> Result<(), Error> {
        gone(self.objects.delete(&part_path(bureau, upload, object)).await)
    }

    async fn part(&self, bureau: BureauId, upload: UploadId, object: Uuid) -> Result<Vec<u8>, Error> {
        let sealed = self.objects.get(&part_path(bureau, upload, object)).await.map_err(Error::down)?;
        let sealed = sealed.bytes().await.map_err(Error::down)?;
        let keys = self.keys.clone();
        aside(move || Ok(keys.unseal(&part_place(bureau, object), &sealed)?.to_vec())).await
    }

    /// Judges a whole file by its parts, and hashes it.
    ///
    /// # Errors
    /// Why it cannot come in; [`Error::Down`] when the place fails.
    pub async fn judged(
        &self,
        bureau: BureauId,
        upload: &Upload,
        parts: &[UploadPart],
    ) -> Result<Result<FoundFile, FileFault>, Error> {
        let (mut judge, mut hash, mut size) = (Judge::of(upload.name.clone()), Sha256::new(), 0);
        for part in parts {
            let bytes = self.part(bureau, upload.id, part.object).await?;
            size += bytes.len() as u64;
            let pushed = aside(move || {
                hash.update(&bytes);
                let pushed = judge.push(&bytes);
                Ok((judge, hash, pushed))
            });
            let fault;
            (judge, hash, fault) = pushed.await?;
            if let Err(fault) = fault {
                return Ok(Err(fault));
            }
        }
        if size != upload.size {
            return Err(Error::Conflict);
        }
        let found = judge.finish().map(|content| FoundFile { content, size, sha256: hex(&hash.finalize()) });
        Ok(found)
    }

    /// Makes one sealed file of parts, whole or not at all; one that lies there already stays.
    ///
    /// # Errors
    /// [`Error::Down`] when the place fails.
    pub async fn compose(
        &self,
        bureau: BureauId,
        upload: UploadId,
        parts: &[UploadPart],
        found: &FoundFile,
    ) -> Result<(), Error> {
        if self.has(bureau, &found.sha256, found.size).await? {
            return Ok(());
        }
        let place = blob_place(bureau, &found.sha256);
        let (pieces, head) = Pieces::seal_at(&self.keys, &place, found.size)?;
        let path = blob_path(bureau, &found.sha256);
        let mut writer = BufWriter::with_capacity(self.objects.clone(), path, WRITTEN_AT_ONCE);
        let written = async {
            writer.write_all(&head).await.map_err(Error::down)?;
            let (pieces, mut waiting, mut done) = (Arc::new(pieces), Vec::new(), 0);
            for part in parts {
                waiting.extend(self.part(bureau, upload, part.object).await?);
                let here = waiting.len() as u64;
                // The last piece may be short; before it only whole ones go on.
                let ready = if done + here == found.size { here } else { here / PIECE_BYTES * PIECE_BYTES };
                let rest = waiting.split_off(usize::try_from(ready).map_err(Error::down)?);
                let (plain, pieces) = (std::mem::replace(&mut waiting, rest), pieces.clone());
                let first = u32::try_from(done / PIECE_BYTES).map_err(Error::down)?;
                let sealed = aside(move || pieces.seal_all(first, &plain)).await?;
                writer.write_all(&sealed).await.map_err(Error::down)?;
                done += ready;
            }
            if done < found.size { Err(Error::Conflict) } else { Ok(()) }
        };
        match written.await {
            Ok(()) => writer.shutdown().await.map_err(Error::down),
            Err(error) => {
                // What was begun goes; where even that fails, the sweep finds it.
                let _ = writer.abort().await;
                Err(error)
            }
        }
    }

    /// Lays a small file down under its hash.
    ///
    /// # Errors
    /// [`Error::Down`] when the place fails.
    pub async fn put_small(&self, bureau: BureauId, sha256: &str, bytes: &[u8]) -> Result<(), Error> {
        let size = bytes.len() as u64;
        if self.has(bureau, sha256, size).await? {
            return Ok(());
        }
        let (pieces, mut sealed) = Pieces::seal_at(&self.keys, &blob_place(bureau, sha256), size)?;
        sealed.extend(pieces.seal_all(0, bytes)?);
        let path = blob_path(bureau, sha256);
        self.objects.put(&path, PutPayload::from(sealed)).await.map(drop).map_err(Error::down)
    }

    /// Whether the bytes of a hash lie there, whole.
    ///
    /// # Errors
    /// [`Error::Down`] when the place fails.
    pub async fn has(&self, bureau: BureauId, sha256: &str, size: u64) -> Result<bool, Error> {
        match self.objects.head(&blob_path(bureau, sha256)).await {
            Ok(meta) => Ok(meta.size == sealed_size(size)?),
            Err(ObjectError::NotFound { .. }) => Ok(false),
            Err(error) => Err(Error::down(error)),
        }
    }

    /// The bytes of a file from one to before another, a few pieces at a time.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the file is not there, [`Error::Broken`] when it was changed, [`Error::Down`] when the place
    /// fails.
    pub async fn read(
        &self,
        bureau: BureauId,
        sha256: &str,
        size: u64,
        range: Range<u64>,
    ) -> Result<impl Stream<Item = Result<Vec<u8>, Error>> + Send + 'static, Error> {
        let path = blob_path(bureau, sha256);
        let head = self.objects.get_range(&path, 0..HEAD_BYTES).await.map_err(missing)?;
        let pieces = Pieces::open_at(&self.keys, &blob_place(bureau, sha256), size, &head)?;
        let range = range.start..range.end.min(size);
        let objects = self.objects.clone();
        let begin = (objects, pieces, path, range.start);
        Ok(stream::try_unfold(begin, move |(objects, pieces, path, at)| {
            let end = range.end;
            async move {
                if at >= end {
                    return Ok(None);
                }
                let first = at / PIECE_BYTES;
                let after = end.div_ceil(PIECE_BYTES).min(first + u64::from(AT_ONCE));
                let sealed = HEAD_BYTES + first * SEALED_BYTES
                    ..(HEAD_BYTES + after * SEALED_BYTES).min(sealed_size(size)?);
                let sealed = objects.get_range(&path, sealed).await.map_err(missing)?;
                let mut plain = Vec::with_capacity(sealed.len());
                for (number, piece) in
                    (first..).zip(sealed.chunks(usize::try_from(SEALED_BYTES).map_err(Error::down)?))
                {
                    plain.extend(pieces.open(u32::try_from(number).map_err(Error::down)?, piece)?);
                }
                let skipped = usize::try_from(at - first * PIECE_BYTES).map_err(Error::down)?;
                let until = usize::try_from(end.min(after * PIECE_BYTES) - first * PIECE_BYTES)
                    .map_err(Error::down)?;
                plain.truncate(until);
                let plain = plain.split_off(skipped.min(plain.len()));
                if plain.is_empty() {
                    return Err(crate::seal::broken());
                }
                let next = at + plain.len() as u64;
                Ok(Some((plain, (objects, pieces, path, next))))
            }
        }))
    }

    /// A whole file that is small.
    ///
    /// # Errors
    /// As [`Files::read`].
    pub async fn read_small(&self, bureau: BureauId, sha256: &str) -> Result<Vec<u8>, Error> {
        let size = self.size_of(bureau, sha256).await?;
        let read = self.read(bureau, sha256, size, 0..size).await?;
        read.try_concat().await
    }

    /// Takes a file away.
    pub(crate) async fn drop_blob(&self, bureau: BureauId, sha256: &str) -> Result<(), Error> {
        gone(self.objects.delete(&blob_path(bureau, sha256)).await)
    }
}

pub(super) fn missing(error: ObjectError) -> Error {
    match error {
        ObjectError::NotFound { .. } => Error::NotFound,
        other => Error::down(other),
    }
}

/// What is not there need not be taken away.
pub(super) fn gone(deleted: Result<(), ObjectError>) -> Result<(), Error> {
    match deleted {
        Ok(()) | Err(ObjectError::NotFound { .. }) => Ok(()),
        Err(error) => Err(Error::down(error)),
    }
}
