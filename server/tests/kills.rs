#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
//! The server is killed between and during acts, on both engines: an act that was acknowledged is there, none is
//! half done, and one that was sent again after a kill is done once.

use rstest::rstest;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use store::testing::{KEYS, TestDatabase};
use store::{Certificate, Clock, DatabaseUrl, Engine, NewMembership, SystemClock};

const KILLS: u64 = 200;
/// Officers who go on sending while the server dies and comes back.
const OFFICERS: usize = 4;
/// The server lives as long as so many acts take, at most, before it is killed.
const ACTS_A_LIFE_MAX: u32 = 4;
const ANSWER_IN: Duration = Duration::from_secs(20);
const GIVEN_UP_AFTER: Duration = Duration::from_secs(240);

/// One officer's browser: where the server is and as whom it sends.
struct Browser {
    address: SocketAddr,
    cookie: String,
    lead: String,
    second: String,
    today: String,
}

/// What an officer did until the end was told: cases, each with how many acts were acknowledged.
type Worked = Vec<(String, u32)>;

impl Browser {
    /// Sends a form and reads where it leads; none when the connection broke.
    fn send(&self, form: &str) -> Option<String> {
        let mut stream = TcpStream::connect_timeout(&self.address, ANSWER_IN).ok()?;
        stream.set_read_timeout(Some(ANSWER_IN)).ok()?;
        let request = format!(
            "POST /_/api/case-act HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\nconnection: close\r\ncontent-type: \
             application/x-www-form-urlencoded\r\naccept: text/html\r\ncontent-length: {}\r\n\r\n{form}",
            self.address,
            self.cookie,
            form.len(),
        );
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        // Killed while it answered, it has acknowledged nothing.
        let (head, _) = answer.split_once("\r\n\r\n")?;
        let location = head.lines().find_map(|line| line.strip_prefix("location: "));
        Some(location.unwrap_or_else(|| panic!("no way on from {form}: {answer}")).to_owned())
    }

    /// Sends the same form, with the same token, until it is answered.
    fn insists(&self, form: &str) -> String {
        let begun = Instant::now();
        while begun.elapsed() < GIVEN_UP_AFTER {
            if let Some(location) = self.send(form) {
                assert!(location.ends_with("?done=done"), "refused: {location} for {form}");
                return location;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("never answered: {form}");
    }

    fn form(&self, case: &str, act: &str, seq: u32, fields: &[(&str, &str)]) -> String {
        let token = uuid::Uuid::new_v4().to_string();
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.append_pair("bureau", "daoxian").append_pair("case", case).append_pair("act", act);
        for (name, value) in fields.iter().chain(&[("on", self.today.as_str()), ("token", &token)]) {
            pairs.append_pair(&format!("form[{name}]"), value);
        }
        pairs.append_pair("form[seq]", &seq.to_string()).append_pair("party", "").finish()
    }

    fn registers(&self) -> String {
        let clue = [("source", "inspection"), ("suspicion", "未按规定登记"), ("place", "道县梅花镇")];
        let location = self.insists(&self.form("", "register_clue", 1, &clue));
        location.trim_end_matches("?done=done").rsplit('/').next().unwrap().to_owned()
    }

    /// Registers clues and records on each what was done, until told that it is over.
    fn works(&self, over: &AtomicBool) -> Worked {
        let mut worked = Worked::new();
        while !over.load(Ordering::Relaxed) {
            let case = self.registers();
            let record = [
                ("record_kind", "inspection"),
                ("lead", self.lead.as_str()),
                ("second", self.second.as_str()),
                ("place", "屠宰车间"),
                ("from", "9:00"),
                ("to", "10:00"),
                ("shown", "yes"),
                ("told", "yes"),
                ("signature", "signed"),
                ("course", "未见进厂登记"),
            ];
            for seq in 1..=2 {
                self.insists(&self.form(&case, "record", seq, &record));
            }
            worked.push((case, 3));
        }
        worked
    }
}

/// The real program on the test's database, as an installation runs it.
struct Installation {
    database: String,
    keys: std::path::PathBuf,
    site: std::path::PathBuf,
    address: SocketAddr,
}

impl Installation {
    fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xiaoxiang"));
        command
            .env("DATABASE_URL", &self.database)
            .env("XIAOXIANG_KEYS", &self.keys)
            .env("XIAOXIANG_LOG", "off");
        command
    }

    fn serve(&self) -> Child {
        let mut command = self.program();
        let address = self.address.to_string();
        command.args(["serve", "--addr", &address, "--site"]).arg(&self.site).stdout(Stdio::null());
        let child = command.spawn().expect("the server starts");
        let begun = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            assert!(begun.elapsed() < GIVEN_UP_AFTER, "the server does not listen");
            std::thread::sleep(Duration::from_millis(2));
        }
        child
    }

    fn finds_nothing(&self, what: &str) {
        let answer = self.program().args(["verify", what]).output().expect("verify runs");
        let words = String::from_utf8_lossy(&answer.stdout);
        assert!(answer.status.success(), "verify {what}: {words}{}", String::from_utf8_lossy(&answer.stderr));
    }
}

async fn officer(database: &TestDatabase, work_number: &str) -> String {
    let person = database.person(work_number, "daoxian", &[domain::role::Role::Reader]).await;
    let day = |text: &str| text.parse().expect("a day");
    let new = NewMembership {
        roles: vec![domain::role::Role::Officer],
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

/// Random enough, and the same part of the longest life in each run.
fn life(nth: u64, an_act: Duration) -> Duration {
    let mixed = (nth + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let thousandth = u32::try_from((mixed ^ (mixed >> 29)) % 1000).unwrap();
    an_act * ACTS_A_LIFE_MAX * thousandth / 1000
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_kills_lose_no_acknowledged_act_and_leave_none_half_done(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    // The program goes by the machine's clock.
    database.clock.set(SystemClock.now());
    let people: Vec<String> = (0..OFFICERS).map(|nth| format!("officer{nth}")).collect();
    let mut ids = Vec::new();
    for name in &people {
        ids.push(officer(&database, name).await);
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
    let installation =
        Installation { database: address_of(&database.url), keys, site: folder.path().into(), address };
    let worked = tokio::task::block_in_place(|| killed_again_and_again(&installation, &browsers));
    let acts: u32 = worked.iter().map(|(_, acts)| acts).sum();
    println!("{engine:?}: {KILLS} kills, {} cases, {acts} acts", worked.len());
    assert!(worked.len() >= OFFICERS, "hardly anything was done between the kills");
    everything_is_there(&database, &worked).await;
    for what in ["audit", "clocks", "figures"] {
        installation.finds_nothing(what);
    }
}

/// Officers work while the server is killed again and again; then it lives until each has ended what it began.
fn killed_again_and_again(installation: &Installation, browsers: &[Browser]) -> Worked {
    let over = AtomicBool::new(false);
    let mut server = installation.serve();
    let first = browsers[0].registers();
    let begun = Instant::now();
    let second = browsers[0].registers();
    let an_act = begun.elapsed();
    server.kill().expect("killed");
    server.wait().expect("gone");
    std::thread::scope(|scope| {
        let working: Vec<_> = browsers.iter().map(|browser| scope.spawn(|| browser.works(&over))).collect();
        for nth in 0..KILLS {
            let mut server = installation.serve();
            std::thread::sleep(life(nth, an_act));
            server.kill().expect("killed");
            server.wait().expect("gone");
        }
        let mut server = installation.serve();
        over.store(true, Ordering::Relaxed);
        let mut worked: Worked =
            working.into_iter().flat_map(|one| one.join().expect("an officer ends")).collect();
        worked.extend([(first, 1), (second, 1)]);
        server.kill().expect("killed");
        server.wait().expect("gone");
        worked
    })
}

/// Each case has exactly the acts that were acknowledged, and the numbers have no gap.
async fn everything_is_there(database: &TestDatabase, worked: &Worked) {
    let bureau = database.store.operate("daoxian").await.expect("the bureau");
    let desk = bureau.case_desk(store::Rulebook::in_use()).await.expect("the desk");
    let mut numbers = Vec::new();
    for (case, acts) in worked {
        let open = desk.case(case.parse().expect("an id")).await.expect("an acknowledged case is there");
        assert_eq!(open.case.seq, *acts, "{case}: each act once");
        let number = open.case.clue.number.expect("a number");
        let (_, nth) = number.split_once('〕').expect("a year");
        numbers.push(nth.trim_end_matches('号').parse::<usize>().expect("a number"));
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=worked.len()).collect::<Vec<_>>(), "gapless, and none twice");
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
