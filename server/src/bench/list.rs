//! What the list of establishments costs, against a bare answer of the same bytes.

use super::client::{Cost, serve};
use super::{BUREAU, Failed, Figure};
use crate::config::Settings;
use crate::web::{Site, SiteFiles, router};
use axum::Router;
use axum::routing::post;
use domain::Lang;
use http::header;
use secrecy::{ExposeSecret, SecretString};
use std::sync::Arc;
use store::{SignIn, SignInAnswer, Store};

/// The list of 50 rows, filtered, sorted and counted: as JSON and as a page.
pub async fn costs(store: &Store, settings: &Settings) -> Result<Vec<Figure>, Failed> {
    let attempt = SignIn {
        name: "dx-reader".to_owned(),
        password: SecretString::from(store::demo::PASSWORD.to_owned()),
        address: "127.0.0.1".to_owned(),
        agent: String::new(),
        language: Lang::Zh,
    };
    let SignInAnswer::In { token, .. } = store.sign_in(attempt).await? else {
        return Err("cannot sign in as dx-reader".into());
    };
    let cookie = format!("{}={}", crate::web::session_cookie_name(false), token.expose_secret());
    let files = SiteFiles::read(&settings.site)?;
    let evidence = store.files(&settings.files_place()?)?;
    let site = serve(&router(Site::new(store.clone(), Arc::new(settings.clone()), files, evidence)))?;
    let (json_cost, json) = site.cost(call(&cookie)).await?;
    let (page_cost, page) = site.cost(get(&cookie)).await?;
    let (json_size, page_size) = (json.len(), page.len());
    let bytes = axum::body::Bytes::from(json);
    let answer = move || std::future::ready(([(header::CONTENT_TYPE, "application/json")], bytes.clone()));
    let bare = serve(&Router::new().route("/_/api/establishments", post(answer)))?;
    let (bare_cost, _) = bare.cost(call(&cookie)).await?;
    eprintln!(
        "JSON {json_size} bytes {:.3} ms, page {page_size} bytes {:.3} ms, bare {:.3} ms of CPU; \
         of PostgreSQL besides {:.3} and {:.3} ms",
        json_cost.process, page_cost.process, bare_cost.process, json_cost.database, page_cost.database
    );
    let ratio = |cost: Cost| cost.process / bare_cost.process;
    Ok(vec![
        Figure::ratio("the list as JSON to a bare answer of its bytes", ratio(json_cost), 12.0),
        Figure::ratio("the list as a page to the same bare answer", ratio(page_cost), 30.0),
    ])
}

fn call(cookie: &str) -> String {
    let body = format!("bureau={BUREAU}&filter[industry]=liquor&after=&exact=false");
    format!(
        "POST /_/api/establishments HTTP/1.1\r\nhost: bench\r\ncookie: {cookie}\r\naccept: application/json\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn get(cookie: &str) -> String {
    let path = app::path::establishments(BUREAU);
    format!("GET {path}?form%5Bindustry%5D=liquor HTTP/1.1\r\nhost: bench\r\ncookie: {cookie}\r\n\r\n")
}
