#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot begin fails")]
//! A fresh, migrated database on either engine for each test, with a clock that stands still.
//!
//! SQLite: a temporary file, copied from one migrated template. PostgreSQL: a database made from one
//! migrated template in the cluster of `XIAOXIANG_TEST_POSTGRES` (an owner's URL that may create databases
//! and roles; whoever gives it throws it away), else in a throw-away cluster that ends with the process.

mod postgres;
mod twin;
mod watch;

use crate::{
    DatabaseUrl, Engine, FixedClock, Keys, NewAccount, NewBureau, NewMembership, Session, SignIn,
    SignInAnswer, Store,
};
use domain::id::PersonId;
use domain::role::Role;
use domain::{Instant, Lang};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::sync::OnceCell;
use watch::Watch;

/// 2026-11-23 10:00 in Shanghai, a Monday.
pub const MONDAY: Instant = Instant(1_795_399_200_000);
/// The password of everybody in tests.
pub const PASSWORD: &str = "correct horse";
/// The keys of every test database.
pub const KEYS: &str = "1 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

/// A database of one test; gone when dropped, or with the cluster.
#[derive(Debug)]
pub struct TestDatabase {
    /// Open as the server.
    pub store: Store,
    /// The hand that the store reads; stands at [`MONDAY`].
    pub clock: Arc<FixedClock>,
    /// The owner's address.
    pub url: DatabaseUrl,
    watch: Watch,
    folder: Option<TempDir>,
}

/// What a database was filled with in this process, on each engine.
#[derive(Debug)]
pub struct Filled {
    /// The bytes of the file.
    sqlite: OnceCell<Vec<u8>>,
    /// The name of the database.
    postgres: OnceCell<String>,
}

impl Filled {
    /// Filled by whoever asks first.
    #[expect(clippy::new_without_default, reason = "it stands in statics")]
    #[must_use]
    pub const fn new() -> Self {
        Filled { sqlite: OnceCell::const_new(), postgres: OnceCell::const_new() }
    }
}

/// Every test that uses a database also proves that no statement forgot its bureau.
impl Drop for TestDatabase {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(self.watch.without_bureau(), Vec::<String>::new(), "statements without a bureau");
        }
    }
}

impl TestDatabase {
    /// An empty, migrated database.
    ///
    /// # Panics
    /// When no engine can be had: tests fail rather than skip.
    pub async fn new(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => TestDatabase::from_file(sqlite_template().await).await,
            Engine::Postgres => TestDatabase::at(postgres::fresh_database().await, None).await,
        }
    }

    /// A copy of a database that `fill` fills once in this process, whoever asks first.
    ///
    /// # Panics
    /// When no engine can be had, or the database fails.
    pub async fn copy(engine: Engine, filled: &Filled, fill: impl AsyncFnOnce(&TestDatabase)) -> Self {
        match engine {
            Engine::Sqlite => {
                let made = filled.sqlite.get_or_init(|| async {
                    let database = TestDatabase::new(engine).await;
                    fill(&database).await;
                    database.store.close().await.expect("closed");
                    let DatabaseUrl::Sqlite(path) = &database.url else { panic!("another engine") };
                    std::fs::read(path).expect("the filled database")
                });
                TestDatabase::from_file(made.await).await
            }
            Engine::Postgres => {
                let made = filled.postgres.get_or_init(|| async {
                    let database = TestDatabase::new(engine).await;
                    fill(&database).await;
                    database.store.close().await.expect("closed");
                    postgres::name_of(&database.url)
                });
                TestDatabase::at(postgres::copy_of(made.await).await, None).await
            }
        }
    }

    async fn from_file(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("test.db");
        std::fs::write(&path, bytes).expect("a copy of the template");
        TestDatabase::at(DatabaseUrl::Sqlite(path), Some(folder)).await
    }

    async fn at(url: DatabaseUrl, folder: Option<TempDir>) -> Self {
        let clock = Arc::new(FixedClock::at(MONDAY));
        let keys = Keys::from_text(KEYS).expect("test keys");
        let watch = Watch::default();
        let seen = watch.clone();
        let store = Store::open_watched(&url, keys, clock.clone(), move |statement| seen.look(statement));
        let store = store.await.expect("the store opens");
        TestDatabase { store, clock, url, watch, folder }
    }

    /// A database with the city bureau `yongzhou` and the counties `daoxian` and `jianghua`.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn with_bureaus(engine: Engine) -> Self {
        let database = TestDatabase::new(engine).await;
        for (slug, name, code) in [
            ("yongzhou", "永州市", "431100"),
            ("daoxian", "道县", "431124"),
            ("jianghua", "江华县", "431129"),
        ] {
            database.lay(slug, name, code).await;
        }
        database
    }

    async fn lay(&self, slug: &str, name: &str, code: &str) {
        let is_city = slug == "yongzhou";
        let new = NewBureau {
            slug: slug.to_owned(),
            is_city,
            parent: (!is_city).then(|| "yongzhou".to_owned()),
            code: Some(code.to_owned()),
            full_name: format!("{name}商务局"),
            short_name: name.to_owned(),
            number_prefix: name.chars().take(1).chain("商".chars()).collect(),
            ..NewBureau::default()
        };
        self.store.lay_first_bureau(new).await.expect("a bureau");
    }

    /// A person with [`PASSWORD`], member of a bureau since 2020 with these roles.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn person(&self, work_number: &str, slug: &str, roles: &[Role]) -> PersonId {
        let person = match self.store.person(work_number).await {
            Ok(person) => person,
            Err(_) => self.account(work_number).await,
        };
        let bureau = self.store.operate(slug).await.expect("the bureau");
        let new = NewMembership {
            roles: roles.to_vec(),
            position: String::new(),
            from: domain::Day::from_ymd_opt(2020, 1, 1).expect("a day"),
            to: None,
            certificate: None,
            qualification_no: None,
        };
        bureau.admit(person, new).await.expect("a membership");
        bureau.commit().await.expect("kept");
        person
    }

    async fn account(&self, work_number: &str) -> PersonId {
        let new = NewAccount {
            work_number: work_number.to_owned(),
            name: "测".chars().chain(work_number.chars().filter_map(in_words)).collect(),
            phone: None,
            password: PASSWORD.into(),
            must_change_password: false,
        };
        self.store.add_account(new).await.expect("an account")
    }

    /// Signs a person in; the cookie's token and the session.
    ///
    /// # Panics
    /// When the person cannot sign in.
    pub async fn sign_in(&self, work_number: &str) -> (String, Session) {
        use secrecy::ExposeSecret;
        let attempt = SignIn {
            name: work_number.to_owned(),
            password: PASSWORD.into(),
            address: "203.0.113.7".to_owned(),
            agent: "test".to_owned(),
            language: Lang::Zh,
        };
        match self.store.sign_in(attempt).await.expect("an answer") {
            SignInAnswer::In { token, session } => (token.expose_secret().to_owned(), *session),
            other => panic!("{work_number} cannot sign in: {other:?}"),
        }
    }

    /// Keeps every statement from now on.
    #[cfg(test)]
    pub(crate) fn record(&self) {
        self.watch.record();
    }

    /// The statements since [`TestDatabase::record`], with their values.
    #[cfg(test)]
    pub(crate) fn recorded(&self) -> Vec<sea_orm::Statement> {
        self.watch.recorded()
    }

    /// The folder of an SQLite database.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(TempDir::path)
    }
}

/// Names hold no digits: 1001 is called 测一〇〇一, officer is called 测officer.
fn in_words(character: char) -> Option<char> {
    match character.to_digit(10) {
        Some(digit) => "〇一二三四五六七八九".chars().nth(digit as usize),
        None => Some(character).filter(char::is_ascii_alphabetic),
    }
}

async fn sqlite_template() -> &'static [u8] {
    static TEMPLATE: OnceCell<Vec<u8>> = OnceCell::const_new();
    let made = TEMPLATE.get_or_init(|| async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("template.db");
        Store::migrate(&DatabaseUrl::Sqlite(path.clone())).await.expect("migrations on SQLite");
        std::fs::read(path).expect("the template")
    });
    made.await
}
