//! The real program on a database of the test's.

use super::browser::Browser;
use super::{GIVEN_UP_AFTER, OFFICERS};
use domain::role::Role;
use std::io::Write;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use store::testing::{KEYS, TestDatabase};
use store::{Certificate, Clock, DatabaseUrl, Engine, NewMembership, SystemClock};

/// The real program on the test's database, as an installation runs it.
pub struct Installation {
    database: String,
    keys: std::path::PathBuf,
    /// The site, and the keys; it goes with the value.
    folder: tempfile::TempDir,
    address: SocketAddr,
}

impl Installation {
    pub fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xiaoxiang"));
        command
            .env("DATABASE_URL", &self.database)
            .env("XIAOXIANG_KEYS", &self.keys)
            .env("XIAOXIANG_FILES", self.folder.path().join("files"))
            // Tests run in the crate's own folder.
            .env("XIAOXIANG_FONTS", "../target/fonts")
            .env("XIAOXIANG_LOG", "off");
        command
    }

    pub fn serve(&self) -> Child {
        let mut command = self.program();
        let address = self.address.to_string();
        command.args(["serve", "--addr", &address, "--site"]).arg(self.folder.path()).stdout(Stdio::null());
        let child = command.spawn().expect("the server starts");
        let begun = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            assert!(begun.elapsed() < GIVEN_UP_AFTER, "the server does not listen");
            std::thread::sleep(Duration::from_millis(2));
        }
        child
    }

    pub fn finds_nothing(&self, what: &str) {
        let answer = self.program().args(["verify", what]).output().expect("verify runs");
        let words = String::from_utf8_lossy(&answer.stdout);
        assert!(answer.status.success(), "verify {what}: {words}{}", String::from_utf8_lossy(&answer.stderr));
    }
}

async fn officer(database: &TestDatabase, work_number: &str, roles: &[Role]) -> String {
    let person = database.person(work_number, "daoxian", &[Role::Reader]).await;
    let day = |text: &str| text.parse().expect("a day");
    let new = NewMembership {
        roles: roles.to_vec(),
        position: String::new(),
        from: day("2020-01-01"),
        to: None,
        certificate: Some(Certificate {
            number: format!("湘M{work_number}"),
            from: day("2024-01-01"),
            to: day("2199-12-31"),
        }),
        qualification_no: None,
    };
    let bureau = database.store.operate("daoxian").await.expect("the bureau");
    bureau.admit(person, new).await.expect("a membership");
    bureau.commit().await.expect("kept");
    person.to_string()
}

fn address_of(url: &DatabaseUrl) -> String {
    match url {
        DatabaseUrl::Sqlite(path) => format!("sqlite://{}", path.display()),
        DatabaseUrl::Postgres(url) => url.clone(),
    }
}

/// A database with officers at their browsers, and the program beside it.
pub async fn installed(engine: Engine, roles: &[Role]) -> (TestDatabase, Installation, Vec<Browser>) {
    let database = TestDatabase::with_bureaus(engine).await;
    // The program goes by the machine's clock.
    database.clock.set(SystemClock.now());
    let people: Vec<String> = (0..OFFICERS).map(|nth| format!("officer{nth}")).collect();
    let mut ids = Vec::new();
    for name in &people {
        ids.push(officer(&database, name, roles).await);
    }
    let free = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = free.local_addr().expect("its address");
    drop(free);
    let mut browsers = Vec::new();
    for (nth, name) in people.iter().enumerate() {
        let (token, _) = database.sign_in(name).await;
        browsers.push(Browser {
            address,
            cookie: format!("xiaoxiang={token}"),
            lead: ids[nth].clone(),
            second: ids[(nth + 1) % OFFICERS].clone(),
            today: SystemClock.now().day().to_string(),
        });
    }
    let folder = tempfile::tempdir().expect("a folder");
    let keys = folder.path().join("test.keys");
    write_keys(&keys);
    write_site(folder.path());
    let installation = Installation { database: address_of(&database.url), keys, address, folder };
    (database, installation, browsers)
}

/// As little of a site as the server asks for: no page is looked at.
fn write_site(folder: &std::path::Path) {
    let names = [("css", "a.css"), ("js", "a.js"), ("wasm", "a.wasm")];
    for (_, name) in names {
        std::fs::write(folder.join(name), b"").unwrap();
    }
    let manifest: std::collections::BTreeMap<_, _> = names.into();
    std::fs::write(folder.join("manifest.json"), serde_json::to_vec(&manifest).unwrap()).unwrap();
}

fn write_keys(path: &std::path::Path) {
    use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
    let mut file =
        std::fs::OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(path).unwrap();
    file.write_all(KEYS.as_bytes()).unwrap();
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}
