//! Files on their way in. The offset is in the database: any server takes the next part.

use super::blob::FoundFile;
use crate::entity::{evidence_file, upload, upload_part};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Instant;
use domain::file::{FILE_BYTES_MAX, FILES_MAX, FileFault, FileName, WAITING_MAX};
use domain::id::{CaseId, EvidenceId, PersonId, UploadId};
use sea_orm::{ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

const TABLE: &str = "upload";
const NAME: &str = "name";
/// For so long a file waits for its next part or its sheet.
const KEPT_MILLIS: i64 = 24 * 3_600_000;
/// Parts of one file at most; each but the last has a mebibyte.
const PARTS_MAX: u64 = 501;

/// A file on its way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    pub id: UploadId,
    pub case: CaseId,
    pub by: PersonId,
    pub name: FileName,
    /// As it was declared.
    pub size: u64,
    /// Bytes that are in.
    pub received: u64,
    pub at: Instant,
    pub expires_at: Instant,
    /// What became of it.
    pub evidence: Option<EvidenceId>,
}

/// A part that is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UploadPart {
    pub start: u64,
    pub size: u64,
    /// Under which it lies.
    pub(super) object: Uuid,
}

impl Upload {
    /// Every byte is in.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.received == self.size
    }
}

impl BureauStore {
    /// A file is to come in. Whether the person may bring it, the caller has judged.
    ///
    /// # Errors
    /// Why not; [`Error::NotFound`] for a case that is not there.
    pub async fn declare_upload(
        &self,
        case: CaseId,
        name: &FileName,
        size: u64,
    ) -> Result<Result<UploadId, FileFault>, Error> {
        use upload::Column as C;
        self.must_write()?;
        match size {
            0 => return Ok(Err(FileFault::Empty)),
            1..=FILE_BYTES_MAX => {}
            _ => return Ok(Err(FileFault::TooLarge)),
        }
        let waiting = self.find::<upload::Entity>().filter(C::CaseId.eq(case.0));
        let waiting = waiting.filter(C::EvidenceId.is_null()).filter(C::ExpiresAt.gt(self.now().0));
        let waiting_now = waiting.count(self.tx()).await?;
        if waiting_now >= WAITING_MAX {
            return Ok(Err(FileFault::TooMany));
        }
        let kept = self.find::<evidence_file::Entity>().filter(evidence_file::Column::CaseId.eq(case.0));
        match kept.count(self.tx()).await? {
            FILES_MAX.. => return Ok(Err(FileFault::Full)),
            kept if kept + waiting_now >= FILES_MAX => return Ok(Err(FileFault::FullWithWaiting)),
            _ => {}
        }
        let id = UploadId(Uuid::now_v7());
        let place = self.place(TABLE, NAME, id.0.as_bytes());
        let row = upload::ActiveModel {
            id: Set(id.0),
            case_id: Set(case.0),
            by_id: Set(self.person()?.0),
            name_sealed: Set(self.keys().seal(&place, name.as_str().as_bytes())?),
            size: Set(i64::try_from(size).map_err(Error::down)?),
            received: Set(0),
            at: Set(self.now().0),
            expires_at: Set(self.now().plus_millis(KEPT_MILLIS).0),
            ..Default::default()
        };
        self.insert::<upload::Entity>(row).await?;
        Ok(Ok(id))
    }

    /// A file of a case on its way in, also one that became evidence a short time ago.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one, another case's or bureau's, one that was cancelled and one that has expired.
    pub async fn upload(&self, case: CaseId, id: UploadId) -> Result<Upload, Error> {
        use upload::Column as C;
        let own = self.find::<upload::Entity>().filter(C::Id.eq(id.0)).filter(C::CaseId.eq(case.0));
        let own = own.filter(C::ExpiresAt.gt(self.now().0)).one(self.tx()).await?;
        self.upload_of(own.ok_or(Error::NotFound)?)
    }

    /// The files of a case that are on their way in or wait for their sheet, the oldest first.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn waiting_uploads(&self, case: CaseId) -> Result<Vec<Upload>, Error> {
        use upload::Column as C;
        let own = self.find::<upload::Entity>().filter(C::CaseId.eq(case.0)).filter(C::EvidenceId.is_null());
        let own = own.filter(C::ExpiresAt.gt(self.now().0)).order_by_asc(C::Id).limit(WAITING_MAX);
        own.all(self.tx()).await?.into_iter().map(|row| self.upload_of(row)).collect()
    }

    fn upload_of(&self, row: upload::Model) -> Result<Upload, Error> {
        let place = self.place(TABLE, NAME, row.id.as_bytes());
        let name = self.keys().unseal(&place, &row.name_sealed)?;
        let name = std::str::from_utf8(&name).map_err(Error::down)?;
        Ok(Upload {
            id: UploadId(row.id),
            case: CaseId(row.case_id),
            by: PersonId(row.by_id),
            name: FileName::parse(name).map_err(|_| Error::down("a name that is none was kept"))?,
            size: u64::try_from(row.size).map_err(Error::down)?,
            received: u64::try_from(row.received).map_err(Error::down)?,
            at: Instant(row.at),
            expires_at: Instant(row.expires_at),
            evidence: row.evidence_id.map(EvidenceId),
        })
    }

    /// The parts of a file that are in, in order.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn upload_parts(&self, id: UploadId) -> Result<Vec<UploadPart>, Error> {
        use upload_part::Column as C;
        let own = self.find::<upload_part::Entity>().filter(C::UploadId.eq(id.0));
        let own = own.order_by_asc(C::Start).limit(PARTS_MAX).all(self.tx()).await?;
        let part = |row: upload_part::Model| {
            Ok(UploadPart {
                start: u64::try_from(row.start).map_err(Error::down)?,
                size: u64::try_from(row.size).map_err(Error::down)?,
                object: row.object,
            })
        };
        own.into_iter().map(part).collect()
    }

    /// The next part lies there. It begins where the file stands, or it is not the next one.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another part was faster.
    pub async fn part_received(
        &self,
        upload: &Upload,
        start: u64,
        size: u64,
        object: Uuid,
    ) -> Result<(), Error> {
        self.must_write()?;
        let now = self.upload(upload.case, upload.id).await?;
        if now.received != start || start + size > now.size || now.evidence.is_some() {
            return Err(Error::Conflict);
        }
        let row = upload_part::ActiveModel {
            upload_id: Set(upload.id.0),
            start: Set(i64::try_from(start).map_err(Error::down)?),
            size: Set(i32::try_from(size).map_err(Error::down)?),
            object: Set(object),
            ..Default::default()
        };
        self.insert::<upload_part::Entity>(row).await?;
        let row = upload::ActiveModel {
            id: Set(upload.id.0),
            received: Set(i64::try_from(start + size).map_err(Error::down)?),
            ..Default::default()
        };
        self.update::<upload::Entity>(row).await.map(drop)
    }

    /// A file whose length nobody said beforehand is as long as what came in.
    ///
    /// # Errors
    /// [`FileFault::Empty`], with which it is given up; [`Error::NotFound`] for one that is not there.
    pub async fn end_upload(&self, upload: &Upload) -> Result<Result<(), FileFault>, Error> {
        self.must_write()?;
        let now = self.upload(upload.case, upload.id).await?;
        if now.received == 0 {
            self.cancel_upload(&now).await?;
            return Ok(Err(FileFault::Empty));
        }
        let row = upload::ActiveModel {
            id: Set(upload.id.0),
            size: Set(i64::try_from(now.received).map_err(Error::down)?),
            ..Default::default()
        };
        self.update::<upload::Entity>(row).await?;
        Ok(Ok(()))
    }

    /// The file is about to be laid under its hash: from now on it is known where, whatever happens.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it was cancelled meanwhile.
    pub async fn upload_found(
        &self,
        upload: &Upload,
        found: &FoundFile,
        thumbnail: Option<&str>,
    ) -> Result<(), Error> {
        self.must_write()?;
        self.upload(upload.case, upload.id).await?;
        let row = upload::ActiveModel {
            id: Set(upload.id.0),
            sha256: Set(Some(found.sha256.clone())),
            thumbnail_sha256: Set(thumbnail.map(ToOwned::to_owned)),
            // Not swept away while it is being laid down.
            expires_at: Set(self.now().plus_millis(KEPT_MILLIS).0),
            ..Default::default()
        };
        self.update::<upload::Entity>(row).await.map(drop)
    }

    /// Gives up a file on its way in; the sweep takes what lies of it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for one that is not there.
    pub async fn cancel_upload(&self, upload: &Upload) -> Result<(), Error> {
        self.must_write()?;
        let row =
            upload::ActiveModel { id: Set(upload.id.0), expires_at: Set(self.now().0), ..Default::default() };
        self.update::<upload::Entity>(row).await.map(drop)
    }
}
