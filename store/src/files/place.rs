//! Where files are kept: a folder of this machine, or a bucket of an S3 server.

use crate::error::Error;
use crate::seal::Keys;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path as ObjectPath;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

/// Laid down to see whether that can be done.
const TRIAL: &[u8] = b"a trial";

/// Where files are kept.
#[derive(Clone, Debug)]
pub enum FilesPlace {
    Folder(PathBuf),
    S3(S3),
}

/// A bucket of an S3 server.
#[derive(Clone)]
pub struct S3 {
    pub bucket: String,
    /// Under which all files lie; empty for the whole bucket.
    pub prefix: String,
    /// The server's address; none for Amazon's own.
    pub endpoint: Option<String>,
    pub region: String,
    pub access_key: String,
    pub secret_key: String,
}

/// The secret is never shown.
impl fmt::Debug for S3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}/{}", self.bucket, self.prefix)
    }
}

/// The files of an installation, each sealed. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Files {
    pub(super) objects: Arc<dyn ObjectStore>,
    /// The folder, where it is one.
    pub(super) folder: Option<PathBuf>,
    pub(super) keys: Keys,
}

impl Files {
    /// Opens the place; a folder is made, for its owner alone.
    ///
    /// # Errors
    /// [`Error::Setup`] when a bucket's settings cannot be used, [`Error::Down`] when the folder cannot be made.
    pub fn open(place: &FilesPlace, keys: &Keys) -> Result<Self, Error> {
        let keys = keys.clone();
        match place {
            FilesPlace::Folder(folder) => {
                make(folder)?;
                let objects = LocalFileSystem::new_with_prefix(folder).map_err(Error::down)?;
                let objects = objects.with_fsync(true).with_automatic_cleanup(true);
                Ok(Files { objects: Arc::new(objects), folder: Some(folder.clone()), keys })
            }
            FilesPlace::S3(bucket) => Ok(Files { objects: Arc::new(opened(bucket)?), folder: None, keys }),
        }
    }

    /// Lays something down, reads it, and takes it away again.
    ///
    /// # Errors
    /// [`Error::Down`] with what the place answers.
    pub async fn try_out(&self) -> Result<(), Error> {
        let path = ObjectPath::from(format!("trial-{}", Uuid::now_v7().simple()));
        self.objects.put(&path, PutPayload::from_static(TRIAL)).await.map_err(Error::down)?;
        let read = async { self.objects.get(&path).await?.bytes().await };
        let read = read.await;
        // Whatever came of reading it, it does not stay.
        self.objects.delete(&path).await.map_err(Error::down)?;
        if read.map_err(Error::down)? == TRIAL {
            Ok(())
        } else {
            Err(Error::down("what was read is not what was laid down"))
        }
    }
}

fn opened(bucket: &S3) -> Result<PrefixStore<object_store::aws::AmazonS3>, Error> {
    // Whoever comes second finds it installed.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&bucket.bucket)
        .with_region(&bucket.region)
        // One object is taken away at a time; not every server knows how to take many.
        .with_disable_bulk_delete(true)
        .with_access_key_id(&bucket.access_key)
        .with_secret_access_key(&bucket.secret_key);
    if let Some(endpoint) = &bucket.endpoint {
        // Inside a machine room; whoever names http:// wants it.
        builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
    }
    let objects =
        builder.build().map_err(|error| Error::Setup(format!("the bucket of the files: {error}")))?;
    Ok(PrefixStore::new(objects, ObjectPath::from(bucket.prefix.as_str())))
}

#[cfg(unix)]
fn make(folder: &Path) -> Result<(), Error> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(Error::down)
}

#[cfg(not(unix))]
fn make(folder: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(folder).map_err(Error::down)
}
