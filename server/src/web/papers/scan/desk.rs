//! Where scans come in: files are chosen, read, and lie as a scan that waits.

use super::receive::{Received, receive};
use super::{bind, down};
use crate::web::Site;
use crate::web::answer::{escape, page, see_other, sheet};
use crate::web::query::Query;
use app::caller::Caller;
use app::error::AppError;
use app::paper::scan::{ScanDesk, ScannedIn, begin_scan, scan_desk, scanner, words};
use app::path;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Extension, Multipart, OriginalUri, Path, State};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use domain::Lang;
use domain::paper::ScanFault;
use http::StatusCode;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use store::ScanFile;

/// The route of the desk.
pub fn desk_route() -> MethodRouter<Site> {
    get(desk)
}

/// The route by which a scan is brought.
pub fn bring_route() -> MethodRouter<Site> {
    post(bring)
}

/// What was just done: so many papers came back, or a scan was dropped.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn desk(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let lang = caller.lang;
    let done = match (asked.done.as_str(), asked.done.parse()) {
        ("dropped", _) => words::dropped(lang).to_owned(),
        (_, Ok(papers)) => words::entered(papers, lang),
        _ => String::new(),
    };
    match scan_desk(&caller, &slug).await {
        Ok(desk) => sheet(lang, words::title(lang), &drawn(&desk, &[], &done, lang)),
        Err(error) => super::refused(&caller, uri.path(), &error),
    }
}

async fn bring(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    Path(slug): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let here = path::scans(&slug);
    // Who may not, sends nothing: the body is read after that.
    let bureau = match scanner(&caller, &slug).await {
        Ok(bureau) => bureau,
        Err(AppError::Refused(problem)) => return again(&caller, &slug, vec![problem]).await,
        Err(error) => return super::refused(&caller, &here, &error),
    };
    let received = match form {
        Ok(form) => receive(form, caller.lang).await,
        Err(_) => Err(vec![ScanFault::BrokenOff.message(caller.lang)]),
    };
    let kept = match received {
        Ok(received) => keep(&site, &caller, (&slug, bureau), received).await,
        Err(problems) => return again(&caller, &slug, problems).await,
    };
    match kept {
        Ok(to) => see_other(&to),
        Err(AppError::Refused(problem)) => again(&caller, &slug, vec![problem]).await,
        Err(error) => super::refused(&caller, &here, &error),
    }
}

/// Reads what came in and keeps it as a scan that waits; the way to it.
async fn keep(
    site: &Site,
    caller: &Caller,
    (slug, bureau): (&str, domain::id::BureauId),
    received: Vec<Received>,
) -> Result<String, AppError> {
    let read = bind::read(caller, &received).await?;
    let mut files = Vec::with_capacity(received.len());
    for (number, file) in (1..).zip(&received) {
        let sha256: String = Sha256::digest(&*file.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        files.push(ScanFile { number, content: file.content, size: file.bytes.len() as u64, sha256 });
    }
    let page = |(file, page): (u32, ::paper::ReadPage)| ScannedIn {
        file,
        page: u32::try_from(page.number).unwrap_or_default(),
        is_wide: page.is_wide,
        codes: page
            .codes
            .into_iter()
            .map(|code| (code.word, u32::try_from(code.page).unwrap_or(1)))
            .collect(),
        small: page.small,
    };
    let pages = (1..).zip(read).flat_map(|(file, pages)| pages.into_iter().map(move |page| (file, page)));
    // It is named in the database before it lies there, so that whatever is stopped is swept away.
    let to = begin_scan(caller, slug, &files, pages.map(page).collect()).await?;
    for (file, received) in files.iter().zip(&received) {
        let laid = site.evidence.put_small(bureau, &file.sha256, &received.bytes).await;
        laid.map_err(|error| down(caller, &error))?;
    }
    Ok(to)
}

/// The desk comes back with what is to be mended.
async fn again(caller: &Caller, slug: &str, problems: Vec<String>) -> Response {
    let lang = caller.lang;
    match scan_desk(caller, slug).await {
        Ok(desk) => {
            let mut response = sheet(lang, words::title(lang), &drawn(&desk, &problems, "", lang));
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            response
        }
        Err(error) => page(lang, &error),
    }
}

fn drawn(desk: &ScanDesk, problems: &[String], done: &str, lang: Lang) -> String {
    let problems: String = problems.iter().map(|problem| format!("<p>{}</p>", escape(problem))).collect();
    let notice = match (problems.as_str(), done) {
        ("", "") => String::new(),
        ("", done) => format!("<p class=\"notice\" role=\"status\">{}</p>", escape(done)),
        (problems, _) => format!("<div class=\"notice danger\" role=\"alert\">{problems}</div>"),
    };
    let line =
        |(name, to): &(String, String)| format!("<li><a href=\"{}\">{}</a></li>", escape(to), escape(name));
    let waiting: String = desk.waiting.iter().map(line).collect();
    let waiting = match waiting.as_str() {
        "" => String::new(),
        lines => format!(
            "<h2>{}</h2><p class=\"note\">{}</p><ul>{lines}</ul>",
            words::waiting(lang),
            words::waiting_note(lang)
        ),
    };
    format!(
        "<nav class=\"crumb\" aria-label=\"{back}\"><a href=\"{}\">{back}</a></nav><h1>{title} <small>{}</small></h1>\
         {notice}<p>{}</p><form method=\"post\" action=\"{}\" enctype=\"multipart/form-data\" aria-label=\"{title}\">\
         <div class=\"field wide\"><label for=\"f-file\">{}</label><span class=\"hint\" id=\"f-file-hint\">{}</span>\
         <input id=\"f-file\" name=\"file\" type=\"file\" multiple accept=\".pdf,.jpg,.jpeg,.png\" required \
         aria-describedby=\"f-file-hint\"></div><div class=\"form-acts\"><button class=\"btn go\">{}</button></div></form>\
         {waiting}",
        escape(&desk.out),
        escape(&desk.bureau),
        words::note(lang),
        escape(&desk.here),
        words::file(lang),
        words::file_hint(lang),
        words::read(lang),
        back = words::back_to_out(lang),
        title = words::title(lang),
    )
}
