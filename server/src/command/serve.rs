//! `xiaoxiang serve`

use super::{Failure, Outcome, open};
use crate::config::Settings;
use crate::dossier::Binder;
use crate::job::sweep_hourly;
use crate::web::{self, Site, SiteFiles, router};
use clap::Args;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// All settings, for `serve --help`.
pub const SETTINGS_HELP: &str = "\
Settings, from xiaoxiang.toml (lower case, without prefix), then the environment, then the command line:
  DATABASE_URL                     sqlite://PATH or postgres://USER@HOST/NAME [sqlite://data/xiaoxiang.db]
  XIAOXIANG_ADDR                   where to listen [127.0.0.1:3000]
  XIAOXIANG_SITE                   folder of the built site [target/site]
  XIAOXIANG_FONTS                  folder of the fonts that papers are printed with [target/fonts]
  XIAOXIANG_KEYS                   file of the keys that seal personal data [data/xiaoxiang.keys]
  XIAOXIANG_FILES                  where evidence that is files is kept: a folder, or s3://BUCKET/PREFIX [data/files]
  XIAOXIANG_FILES_ENDPOINT         address of the S3 server [Amazon's own]
  XIAOXIANG_FILES_REGION           region of the S3 server [us-east-1]
  XIAOXIANG_FILES_ACCESS_KEY       key by which the bucket is opened
  XIAOXIANG_FILES_SECRET_KEY       secret of that key
  XIAOXIANG_PRODUCTION             true: https-only cookies, no start without own keys [false]
  XIAOXIANG_SECURE_COOKIES         session cookies for https only [false; true in production]
  XIAOXIANG_PUBLIC_URL             how the site is called from outside; the code on a paper leads there [as it was called]
  XIAOXIANG_SESSION_IDLE_MINUTES   an unused session ends after [120]
  XIAOXIANG_SESSION_HOURS_MAX      any session ends after [12]
  XIAOXIANG_CATALOGUE              folder of dated data files that replace or add to the embedded ones [none]
  XIAOXIANG_LOG                    what to log, as info or server=debug,info [info]
  XIAOXIANG_LOG_JSON               log lines as JSON [false]";

#[derive(Args, Debug)]
pub struct ServeArguments {
    /// Where to listen
    #[arg(long, value_name = "HOST:PORT")]
    addr: Option<SocketAddr>,
    /// Folder of the built site
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Folder of the fonts that papers are printed with
    #[arg(long, value_name = "DIR")]
    fonts: Option<PathBuf>,
}

/// Serves until asked to stop; answers under way are finished.
pub async fn run(arguments: ServeArguments, mut settings: Settings) -> Outcome {
    settings.addr = arguments.addr.unwrap_or(settings.addr);
    settings.site = arguments.site.unwrap_or(settings.site);
    settings.fonts = arguments.fonts.unwrap_or(settings.fonts);
    settings.refuse_weak_production()?;
    log(&settings);
    let store = open::store(&settings).await?;
    let files = SiteFiles::read(&settings.site).map_err(|error| {
        Failure::Refused(format!(
            "the site in {} cannot be read ({error}): run `make site`",
            settings.site.display()
        ))
    })?;
    let evidence = store.files(&settings.files_place()?)?;
    let listener = TcpListener::bind(settings.addr)
        .map_err(|error| Failure::Refused(format!("cannot listen on {}: {error}", settings.addr)))?;
    tokio::spawn(sweep_hourly(store.clone(), evidence.clone()));
    let address = settings.addr;
    let site = Site::new(store, Arc::new(settings), files, evidence);
    tokio::spawn(Binder::of(&site).work());
    let router = router(site);
    println!("Xiaoxiang 潇湘 serves http://{address}");
    let serving = web::serve::serve(&listener, &router);
    let serving = serving.map_err(|error| Failure::Refused(format!("cannot serve: {error}")))?;
    serving
        .until(asked_to_stop())
        .await
        .map_err(|error| Failure::Refused(format!("the server stopped: {error}")))?;
    Ok(ExitCode::SUCCESS)
}

fn log(settings: &Settings) {
    use tracing_subscriber::{EnvFilter, fmt};
    let filter = EnvFilter::try_new(&settings.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if settings.log_json { lines.json().init() } else { lines.init() }
}

async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupt => (), _ = terminate.recv() => () }
            return;
        }
    }
    let _ = interrupt.await;
}
