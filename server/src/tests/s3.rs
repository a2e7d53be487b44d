//! An S3 server that speaks as much as files need, and evidence that lies in its bucket.

use super::evidence::{Desk, get};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use http::{HeaderMap, Method, Request, StatusCode, header};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard};
use store::{Engine, FilesPlace, S3};

const MODIFIED: &str = "Mon, 23 Nov 2026 02:00:00 GMT";

#[derive(Debug, Default)]
struct Objects {
    whole: BTreeMap<String, Vec<u8>>,
    /// Parts of objects that are not whole yet, by upload.
    parts: BTreeMap<String, BTreeMap<u32, Vec<u8>>>,
    /// Uploads so far.
    begun: u32,
}

/// A bucket of a local server, which ends with the test.
#[derive(Clone, Debug, Default)]
pub struct Bucket(Arc<Mutex<Objects>>);

impl Bucket {
    /// Serves the bucket; where it is.
    async fn serve(&self) -> S3 {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
        let router = Router::new()
            .route("/{bucket}", any(bucket))
            .route("/{bucket}/{*key}", any(object))
            .layer(DefaultBodyLimit::disable())
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        S3 {
            bucket: "files".to_owned(),
            prefix: "daoxian".to_owned(),
            endpoint: Some(endpoint),
            region: "us-east-1".to_owned(),
            access_key: "key".to_owned(),
            secret_key: "secret".to_owned(),
        }
    }

    fn objects(&self) -> MutexGuard<'_, Objects> {
        self.0.lock().expect("nobody failed in here")
    }
}

type Asked = HashMap<String, String>;

/// What lies under a prefix.
async fn bucket(State(bucket): State<Bucket>, Query(asked): Query<Asked>) -> Response {
    let prefix = asked.get("prefix").cloned().unwrap_or_default();
    let objects = bucket.objects();
    let lying = objects.whole.iter().filter(|(key, _)| key.starts_with(&prefix));
    let line = |(key, bytes): (&String, &Vec<u8>)| {
        format!(
            "<Contents><Key>{key}</Key><LastModified>2026-11-23T02:00:00.000Z</LastModified><ETag>\"e\"</ETag>\
             <Size>{}</Size></Contents>",
            bytes.len()
        )
    };
    let lines: String = lying.map(line).collect();
    xml(&format!("<ListBucketResult><IsTruncated>false</IsTruncated>{lines}</ListBucketResult>"))
}

async fn object(
    State(bucket): State<Bucket>,
    Path((_, key)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    // Nobody without a signature gets in.
    let signed = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    if !signed.is_some_and(|signed| signed.starts_with("AWS4-HMAC-SHA256 Credential=key/")) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut objects = bucket.objects();
    match (method, asked.get("uploadId")) {
        (Method::PUT, Some(upload)) => {
            let number = asked["partNumber"].parse().expect("a number");
            objects.parts.entry(upload.clone()).or_default().insert(number, body.to_vec());
            done()
        }
        (Method::PUT, None) => {
            objects.whole.insert(key, body.to_vec());
            done()
        }
        (Method::POST, None) => {
            objects.begun += 1;
            xml(&format!(
                "<InitiateMultipartUploadResult><UploadId>{}</UploadId></InitiateMultipartUploadResult>",
                objects.begun
            ))
        }
        (Method::POST, Some(upload)) => {
            let parts = objects.parts.remove(upload).unwrap_or_default();
            objects.whole.insert(key, parts.into_values().flatten().collect());
            xml("<CompleteMultipartUploadResult><ETag>\"e\"</ETag></CompleteMultipartUploadResult>")
        }
        (Method::DELETE, Some(upload)) => {
            objects.parts.remove(upload);
            StatusCode::NO_CONTENT.into_response()
        }
        (Method::DELETE, None) => {
            objects.whole.remove(&key);
            StatusCode::NO_CONTENT.into_response()
        }
        (method, _) => match objects.whole.get(&key) {
            Some(bytes) => read(bytes, method == Method::HEAD, &headers),
            None => StatusCode::NOT_FOUND.into_response(),
        },
    }
}

fn read(bytes: &[u8], head: bool, headers: &HeaderMap) -> Response {
    let range = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    let range = range.and_then(|range| range.strip_prefix("bytes=")?.split_once('-'));
    let whole = bytes.len();
    let mut response = match range {
        Some((from, to)) if !head => {
            let from: usize = from.parse().expect("a number");
            let end = to.parse::<usize>().map_or(whole, |to| (to + 1).min(whole));
            let mut response = bytes[from..end].to_vec().into_response();
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            let range = format!("bytes {from}-{}/{whole}", end - 1);
            response.headers_mut().insert(header::CONTENT_RANGE, range.parse().expect("a header"));
            response
        }
        _ if head => {
            let mut response = Body::empty().into_response();
            response.headers_mut().insert(header::CONTENT_LENGTH, whole.into());
            response
        }
        _ => bytes.to_vec().into_response(),
    };
    response.headers_mut().insert(header::ETAG, "\"e\"".parse().expect("a header"));
    response.headers_mut().insert(header::LAST_MODIFIED, MODIFIED.parse().expect("a header"));
    response
}

fn done() -> Response {
    ([(header::ETAG, "\"e\"")], "").into_response()
}

fn xml(text: &str) -> Response {
    ([(header::CONTENT_TYPE, "application/xml")], format!("<?xml version=\"1.0\"?>{text}")).into_response()
}

#[tokio::test]
async fn evidence_lies_in_a_bucket_as_in_a_folder() {
    let bucket = Bucket::default();
    let desk = Desk::at(Engine::Sqlite, FilesPlace::S3(bucket.serve().await)).await;
    // Longer than what is sent at once, so that it goes there in several parts.
    let long = "2026-03-05 进货台账\n".repeat(1 << 20).into_bytes();
    let line = desk.added("进货台账.txt", &long).await;
    let small = desk.added("照片.jpg", &super::evidence::picture()).await;
    assert!(bucket.objects().begun > 0 && bucket.objects().parts.is_empty());
    let read = |range: &'static str| {
        let request = Request::get(format!("{line}/file")).header(header::RANGE, range);
        desk.site.answer(request, Body::empty(), &desk.officer)
    };
    let answer = read("bytes=2097150-6291460").await;
    assert_eq!(answer.status(), StatusCode::PARTIAL_CONTENT);
    let bytes = axum::body::to_bytes(answer.into_body(), 9 << 20).await.expect("bytes");
    assert!(bytes == long[2_097_150..6_291_461]);
    assert_eq!(get(&desk.site, &format!("{small}/thumbnail"), &desk.officer).await.status, 200);
    let folder = format!("daoxian/{}/", desk.bureau().await);
    // All of it under the prefix, none of it readable.
    for (key, bytes) in &bucket.objects().whole {
        assert!(key.starts_with(&folder), "{key}");
        assert!(!bytes.windows(6).any(|part| part == "进货".as_bytes()), "{key}");
    }
    assert_eq!(desk.troubles().await, 0);
    // Parts go with the file that they became, after a day.
    let clock = &desk.site.database.clock;
    clock.set(desk.site.database.store.clock().now().plus_millis(25 * 3_600_000));
    desk.site.database.store.sweep_files(&desk.site.files).await.expect("swept");
    assert_eq!(bucket.objects().whole.len(), 3);
    // One that is gone, one that was changed, and one that nobody knows.
    let keys: Vec<String> = bucket.objects().whole.keys().cloned().collect();
    bucket.objects().whole.remove(&keys[0]);
    bucket.objects().whole.entry(keys[1].clone()).and_modify(|bytes| bytes[40] ^= 1);
    bucket.objects().whole.insert(format!("{folder}stray"), vec![1]);
    assert_eq!(desk.troubles().await, 3);
}
