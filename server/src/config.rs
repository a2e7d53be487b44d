//! Settings: a file, then the environment above it. The only reader of the environment.

use clap::Args;
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use store::{DatabaseUrl, FilesPlace, S3};

/// Where the settings are looked for when no file is named.
const FILE_DEFAULT: &str = "xiaoxiang.toml";

/// All settings, as the file and the environment name them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// `sqlite://PATH`, created when missing, or `postgres://USER@HOST/NAME`.
    pub database: String,
    /// Where to listen.
    pub addr: SocketAddr,
    /// The folder of the built site.
    pub site: PathBuf,
    /// The folder of the fonts that papers are printed with.
    pub fonts: PathBuf,
    /// The file of the keys that seal personal data; made at first start outside production.
    pub keys: PathBuf,
    /// Where evidence that is files is kept, sealed: a folder, or `s3://BUCKET/PREFIX`.
    pub files: String,
    /// The S3 server's address; none for Amazon's own.
    pub files_endpoint: Option<String>,
    /// The S3 server's region.
    pub files_region: String,
    /// The key by which the bucket is opened, and its secret.
    pub files_access_key: String,
    pub files_secret_key: String,
    /// Refuses to start with what is only good for trying out.
    pub production: bool,
    /// Session cookies for https only. On in production.
    pub secure_cookies: bool,
    /// A session that is not used for so long has ended.
    pub session_idle_minutes: u32,
    /// A session ends after so long however much it is used.
    pub session_hours_max: u32,
    /// What to log, as `info` or `server=debug,info`.
    pub log: String,
    /// Log lines as JSON.
    pub log_json: bool,
    /// How the site is called from outside, as `https://shangwu.example.gov.cn`: the code on an issued paper leads there.
    pub public_url: Option<String>,
    /// A folder of dated data files that replace the embedded ones of the same name, or add industries.
    pub catalogue: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            database: "sqlite://data/xiaoxiang.db".to_owned(),
            addr: SocketAddr::from(([127, 0, 0, 1], 3000)),
            site: PathBuf::from("target/site"),
            fonts: PathBuf::from("target/fonts"),
            keys: PathBuf::from("data/xiaoxiang.keys"),
            files: "data/files".to_owned(),
            files_endpoint: None,
            files_region: "us-east-1".to_owned(),
            files_access_key: String::new(),
            files_secret_key: String::new(),
            production: false,
            secure_cookies: false,
            session_idle_minutes: 120,
            session_hours_max: 12,
            log: "info".to_owned(),
            log_json: false,
            public_url: None,
            catalogue: None,
        }
    }
}

/// Why the settings cannot be used, for the operator.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("settings: {0}")]
    Unreadable(#[from] Box<figment::Error>),
    #[error("settings: {0}")]
    Unsafe(String),
}

/// What every command takes.
#[derive(Args, Clone, Debug, Default)]
pub struct CommonArguments {
    /// Database: sqlite://PATH (created when missing) or postgres://USER@HOST/NAME [env: DATABASE_URL]
    #[arg(long, value_name = "URL", global = true)]
    pub database: Option<String>,
    /// Settings file [default: xiaoxiang.toml where there is one]
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
}

impl Settings {
    /// Reads file, environment (`XIAOXIANG_*`, `DATABASE_URL`) and command line, each over the one before.
    ///
    /// # Errors
    /// When a named file is missing, or a value cannot be read.
    pub fn read(arguments: &CommonArguments) -> Result<Self, ConfigError> {
        let file = arguments.config.as_deref().unwrap_or(Path::new(FILE_DEFAULT));
        if arguments.config.is_some() && !file.is_file() {
            return Err(ConfigError::Unsafe(format!("the settings file {} is not there", file.display())));
        }
        let mut figment = Figment::from(Serialized::defaults(Settings::default()));
        if file.is_file() {
            figment = figment.merge(Toml::file_exact(file));
        }
        figment = figment
            .merge(Env::prefixed("XIAOXIANG_"))
            .merge(Env::raw().only(&["DATABASE_URL"]).map(|_| "database".into()));
        if let Some(database) = &arguments.database {
            figment = figment.merge(Serialized::default("database", database));
        }
        let mut settings: Settings = figment.extract().map_err(Box::new)?;
        settings.secure_cookies |= settings.production;
        Ok(settings)
    }

    /// In production nothing may be made up at start: keys must be there, and only https may carry them.
    ///
    /// # Errors
    /// [`ConfigError::Unsafe`] with what to do.
    pub fn refuse_weak_production(&self) -> Result<(), ConfigError> {
        if self.production && !self.keys.is_file() {
            return Err(ConfigError::Unsafe(format!(
                "in production the keys must be made beforehand: {} is missing; run `xiaoxiang migrate` and then \
                 `xiaoxiang doctor` once on this machine, and keep a copy of the file apart from the database",
                self.keys.display()
            )));
        }
        Ok(())
    }

    /// Where files are kept.
    ///
    /// # Errors
    /// When a bucket has no name or no key.
    pub fn files_place(&self) -> Result<FilesPlace, ConfigError> {
        let Some(address) = self.files.strip_prefix("s3://") else {
            return Ok(FilesPlace::Folder(PathBuf::from(&self.files)));
        };
        let (bucket, prefix) = address.split_once('/').unwrap_or((address, ""));
        if [bucket, &self.files_access_key, &self.files_secret_key].into_iter().any(str::is_empty) {
            return Err(ConfigError::Unsafe(
                "files in s3://BUCKET/PREFIX need XIAOXIANG_FILES_ACCESS_KEY and XIAOXIANG_FILES_SECRET_KEY"
                    .to_owned(),
            ));
        }
        Ok(FilesPlace::S3(S3 {
            bucket: bucket.to_owned(),
            prefix: prefix.to_owned(),
            endpoint: self.files_endpoint.clone(),
            region: self.files_region.clone(),
            access_key: self.files_access_key.clone(),
            secret_key: self.files_secret_key.clone(),
        }))
    }

    /// The database's address.
    ///
    /// # Errors
    /// When it is neither `sqlite://` nor `postgres://`.
    pub fn database_url(&self) -> Result<DatabaseUrl, ConfigError> {
        self.database
            .parse()
            .map_err(|error| ConfigError::Unsafe(format!("{error}, not {:?}", scheme(&self.database))))
    }
}

/// The part of an address that can be shown: never what may hold a password.
fn scheme(address: &str) -> &str {
    address.split("://").next().unwrap_or("")
}
