//! One page, one thread.

use crate::web::one_thread;
use axum::Router;
use axum::body::Body;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use http::{Request, StatusCode};
use std::thread;
use tower::ServiceExt;

/// Spawns as the reactive graph does while a page is drawn.
async fn threads_of_one_answer() -> String {
    let mut ids = vec![thread::current().id()];
    for _ in 0..20 {
        let id = tokio::spawn(async {
            tokio::task::yield_now().await;
            thread::current().id()
        });
        ids.push(id.await.expect("a thread"));
    }
    ids.dedup();
    format!("{}", ids.len())
}

fn router() -> Router {
    let broken = || async {
        if true {
            panic!("as a page might")
        }
    };
    Router::new()
        .route("/", get(threads_of_one_answer))
        .route("/broken", get(broken))
        .layer(from_fn_with_state(one_thread::threads(), one_thread::answer))
}

async fn ask(router: &Router, path: &str) -> (StatusCode, String) {
    let request = Request::get(path).body(Body::empty()).expect("a request");
    let answer = router.clone().oneshot(request).await.expect("an answer");
    let status = answer.status();
    let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whatever_a_page_spawns_stays_on_its_thread() {
    let router = router();
    for _ in 0..20 {
        assert_eq!(ask(&router, "/").await, (StatusCode::OK, "1".to_owned()));
    }
}

#[tokio::test]
async fn a_page_that_panics_is_answered_and_the_next_one_too() {
    let router = router();
    for _ in 0..4 {
        assert_eq!(ask(&router, "/broken").await.0, StatusCode::INTERNAL_SERVER_ERROR);
    }
    assert_eq!(ask(&router, "/").await.0, StatusCode::OK);
}
