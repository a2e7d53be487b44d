//! A site with the demo in it, and knocking at its doors.

use super::door::Door;
use crate::config::Settings;
use crate::demo;
use crate::dossier::Binder;
use crate::web::{Site, SiteFiles, router};
use axum::Router;
use axum::body::Body;
use http::request::Builder;
use http::{Request, header};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::Arc;
use store::testing::{Filled, MONDAY, TestDatabase};
use store::{Engine, Files, FilesPlace};
use tempfile::TempDir;
use tower::ServiceExt;
use uuid::Uuid;

/// Longest answer that is read.
const ANSWER_BYTES_MAX: usize = 16 << 20;

/// How forms are sent.
pub const FORM: &str = "application/x-www-form-urlencoded";
/// How files are sent.
pub const UPLOAD: &str = "multipart/form-data; boundary=xx";
/// How far behind its name a form's token stands at most.
const TOKEN_NEAR: usize = 60;
/// Instead of a form: the door takes a file.
pub const FILE: &str = "FILE";

/// What stands for the marks of a door: `{case}` becomes a case's id.
pub type Values = BTreeMap<&'static str, String>;

pub struct TestSite {
    pub database: TestDatabase,
    router: Router,
    /// Where evidence lies.
    pub files: Files,
    folder: TempDir,
}

/// An answer without what differs between any two: nonces and request ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Answer {
    /// Whether the way to sign-in is all that was answered.
    pub fn is_sign_in(&self) -> bool {
        self.status == 401 || ((300..400).contains(&self.status) && self.location.starts_with("/_/sign-in"))
    }

    /// The answer with a value that was asked for taken out, wherever it is repeated.
    pub fn without(&self, value: &str) -> Answer {
        let encoded = app::path::encode(value);
        let out = |text: &str| text.replace(value, "§").replace(&encoded, "§");
        Answer { status: self.status, location: out(&self.location), body: out(&self.body) }
    }
}

impl TestSite {
    /// The twelve bureaus of the demo.
    pub async fn demo(engine: Engine) -> Self {
        static DEMO: Filled = Filled::new();
        let load = async |database: &TestDatabase| {
            let folder = tempfile::tempdir().expect("a folder");
            let place = FilesPlace::Folder(folder.path().to_owned());
            let files = database.store.files(&place).expect("a place for files");
            let loaded = demo::load((&database.store, &files), &database.clock, MONDAY).await;
            assert!(loaded.expect("the demo loads"));
        };
        let database = TestDatabase::copy(engine, &DEMO, load).await;
        // Tests run in the crate's own folder.
        let settings = Settings { fonts: "../target/fonts".into(), ..Settings::default() };
        let folder = tempfile::tempdir().expect("a folder");
        let place = FilesPlace::Folder(folder.path().to_owned());
        let files = database.store.files(&place).expect("a place for files");
        TestSite::keeping(database, settings, files, folder)
    }

    /// The same with its files elsewhere.
    pub fn with_files_at(self, place: &FilesPlace) -> Self {
        let files = self.database.store.files(place).expect("a place for files");
        let settings = Settings { fonts: "../target/fonts".into(), ..Settings::default() };
        TestSite::keeping(self.database, settings, files, self.folder)
    }

    fn keeping(database: TestDatabase, settings: Settings, files: Files, folder: TempDir) -> Self {
        let site = Site::new(database.store.clone(), Arc::new(settings), SiteFiles::default(), files.clone());
        TestSite { database, router: router(site), files, folder }
    }

    /// What makes volumes of dossiers beside the site.
    pub fn binder(&self) -> Binder {
        let settings = Settings { fonts: "../target/fonts".into(), ..Settings::default() };
        let (store, files) = (self.database.store.clone(), self.files.clone());
        Binder::of(&Site::new(store, Arc::new(settings), SiteFiles::default(), files))
    }

    /// Signs in as the browser does; the cookie to send from then on.
    pub async fn sign_in(&self, work_number: &str) -> String {
        self.sign_in_with(work_number, store::demo::PASSWORD).await
    }

    /// As [`TestSite::sign_in`], with another password than the demo's.
    pub async fn sign_in_with(&self, work_number: &str, password: &str) -> String {
        let form = format!("name={work_number}&password={password}&next=%2F");
        let request = Request::post("/_/sign-in").header(header::CONTENT_TYPE, FORM).body(Body::from(form));
        let answer = self.router.clone().oneshot(request.expect("a request")).await.expect("an answer");
        let cookies = answer.headers().get_all(header::SET_COOKIE).into_iter();
        let cookies = cookies.filter_map(|cookie| cookie.to_str().ok());
        let session = cookies.into_iter().find(|cookie| cookie.starts_with("xiaoxiang="));
        let session = session.unwrap_or_else(|| panic!("{work_number} is not signed in"));
        session.split(';').next().unwrap_or_default().to_owned()
    }

    /// Knocks at a door with these values for its marks.
    pub async fn knock(&self, door: &Door, values: &Values, cookie: Option<&str>) -> Answer {
        let fill = |text: &str| {
            values.iter().fold(text.to_owned(), |text, (mark, value)| {
                text.replace(&format!("{{{mark}}}"), &app::path::encode(value))
            })
        };
        let request = Request::builder().method(door.method).uri(fill(door.to));
        let content = if door.form == FILE { UPLOAD.to_owned() } else { FORM.to_owned() };
        let body = if door.form == FILE { upload("x.xlsx", b"no workbook") } else { fill(door.form).into() };
        self.send(request.header(header::CONTENT_TYPE, content), body, cookie).await
    }

    /// The bytes of an answer, for a file.
    pub async fn bytes(&self, to: &str, cookie: &str) -> Vec<u8> {
        let request = Request::get(to).header(header::COOKIE, cookie).body(Body::empty()).expect("a request");
        let answer = self.router.clone().oneshot(request).await.expect("an answer");
        assert_eq!(answer.status(), 200, "{to}");
        axum::body::to_bytes(answer.into_body(), ANSWER_BYTES_MAX).await.expect("a body").to_vec()
    }

    /// The answer as it is sent.
    pub async fn raw(&self, request: Request<Body>) -> http::Response<Body> {
        self.router.clone().oneshot(request).await.expect("an answer")
    }

    /// Another server on the same database and the same files.
    pub fn beside(&self) -> Router {
        let settings = Settings { fonts: "../target/fonts".into(), ..Settings::default() };
        let (store, files) = (self.database.store.clone(), self.files.clone());
        router(Site::new(store, Arc::new(settings), SiteFiles::default(), files))
    }

    /// The answer to a request as it comes.
    pub async fn answer(&self, request: Builder, body: Body, cookie: &str) -> http::Response<Body> {
        let request = request.header(header::COOKIE, cookie).body(body).expect("a request");
        self.router.clone().oneshot(request).await.expect("an answer")
    }

    /// Where evidence lies, in this folder.
    pub fn shelf(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Sends a request and reads the whole answer.
    pub async fn send(&self, request: Builder, body: Vec<u8>, cookie: Option<&str>) -> Answer {
        let request = match cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        };
        let request = request.body(Body::from(body)).expect("a request");
        let answer = self.router.clone().oneshot(request).await.expect("an answer");
        let text = |name: header::HeaderName| {
            answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
        };
        let nonce = nonce(&text(header::CONTENT_SECURITY_POLICY)).to_owned();
        let trace = text(header::HeaderName::from_static("x-request-id"));
        let (status, location) = (answer.status().as_u16(), text(header::LOCATION));
        let body = axum::body::to_bytes(answer.into_body(), ANSWER_BYTES_MAX).await.expect("a body");
        let mut body = readable(&body);
        let passing = tokens(&body).into_iter().chain([nonce, trace]).filter(|passing| !passing.is_empty());
        for passing in passing.collect::<Vec<_>>() {
            body = body.replace(&passing, "");
        }
        Answer { status, location, body }
    }
}

/// The body of an upload of one file.
pub fn upload(name: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "--xx\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         content-type: application/octet-stream\r\n\r\n"
    );
    [head.as_bytes(), bytes, b"\r\n--xx--\r\n"].concat()
}

/// A body as text; a workbook as the texts inside.
fn readable(body: &[u8]) -> String {
    let Ok(mut book) = zip::ZipArchive::new(Cursor::new(body)) else {
        return String::from_utf8_lossy(body).into_owned();
    };
    let mut text = String::new();
    for place in 0..book.len() {
        let mut file = book.by_index(place).expect("an entry");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("an entry");
        text.push_str(&String::from_utf8_lossy(&bytes));
    }
    text
}

/// The tokens against sending twice that a form carries: new in every answer.
fn tokens(body: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for (place, word) in body.match_indices("token") {
        let near: String = body[place + word.len()..].chars().take(TOKEN_NEAR).collect();
        let starts = near.char_indices().map(|(start, _)| start);
        let found =
            starts.filter_map(|start| near.get(start..start + 36)).find(|text| Uuid::parse_str(text).is_ok());
        tokens.extend(found.map(ToOwned::to_owned));
    }
    tokens
}

fn nonce(policy: &str) -> &str {
    let rest = policy.split_once("'nonce-").map_or("", |(_, rest)| rest);
    rest.split('\'').next().unwrap_or_default()
}
