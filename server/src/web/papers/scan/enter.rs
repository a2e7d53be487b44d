//! What a person says of a scan: its papers are entered, or it is dropped.

use super::review::drawn;
use super::{bind, down};
use crate::web::Site;
use crate::web::administration::typed_of;
use crate::web::answer::{page, see_other, sheet};
use crate::web::kept_form::KeptForm;
use app::caller::Caller;
use app::error::AppError;
use app::form::{Typed, typed};
use app::paper::scan::{
    Entered, Judged, drop_scan, enter_scan, judge_scan, made_copies, name_bound, review_scan, words,
};
use app::path;
use axum::extract::{Extension, OriginalUri, Path, RawForm, State};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use domain::paper::{SCAN_PAGES_MAX, ScanFault};
use http::StatusCode;
use store::BoundPaper;

/// Fields of the form: one a page, and those of the whole.
const FIELDS_MAX: usize = SCAN_PAGES_MAX + 10;
/// Times that a scan is bound of which something changed in between.
const TRIES_MAX: usize = 3;

/// The route by which a scan is entered or dropped.
pub fn act_route() -> MethodRouter<Site> {
    post(act)
}

/// What became of a scan.
enum Outcome {
    To(String),
    Fault(ScanFault),
}

async fn act(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, id)): Path<(String, String)>,
    form: RawForm,
) -> Response {
    let fields = typed_of(&form, FIELDS_MAX);
    let done = match typed(&fields, "act").as_str() {
        "drop" => {
            let to = format!("{}?done=dropped", path::scans(&slug));
            drop_scan(&caller, &slug, &id).await.map(|()| Outcome::To(to))
        }
        _ => enter(&site, &caller, (&slug, &id), &fields).await,
    };
    match done {
        Ok(Outcome::To(to)) => see_other(&to),
        Ok(Outcome::Fault(fault)) => again(&caller, (&slug, &id), &fields, &fault).await,
        Err(AppError::SignIn) => match KeptForm::of(uri.path(), &form.0) {
            Some(kept) => kept.sign_in_again(caller.lang, None, ""),
            None => see_other(&path::sign_in_then(uri.path())),
        },
        Err(error) => page(caller.lang, &error),
    }
}

/// Binds the pages of each paper, lays them down and enters them; stopped anywhere it can be done again.
async fn enter(
    site: &Site,
    caller: &Caller,
    (slug, id): (&str, &str),
    fields: &Typed,
) -> Result<Outcome, AppError> {
    for _ in 0..TRIES_MAX {
        let entering = match judge_scan(caller, slug, id, fields).await? {
            Judged::Before(to) => return Ok(Outcome::To(to)),
            Judged::Fault(fault) => return Ok(Outcome::Fault(fault)),
            Judged::Now(entering) => entering,
        };
        let copies = made_copies(caller, slug, &entering).await?;
        let (bound, bytes): (Vec<BoundPaper>, Vec<Vec<u8>>) =
            match bind::bound(site, caller, &entering, copies).await? {
                Ok(bound) => bound.into_iter().unzip(),
                Err(fault) => return Ok(Outcome::Fault(fault)),
            };
        // They are named in the database before they lie there, so that whatever is stopped is swept away.
        name_bound(caller, slug, &entering, &bound).await?;
        for (one, pdf) in bound.iter().zip(&bytes) {
            let laid = site.evidence.put_small(entering.bureau, &one.sha256, pdf).await;
            laid.map_err(|error| down(caller, &error))?;
        }
        match enter_scan(caller, (slug, id), fields, &site.evidence, (&entering, &bound)).await? {
            Entered::To(to) => return Ok(Outcome::To(to)),
            Entered::Fault(fault) => return Ok(Outcome::Fault(fault)),
            Entered::Again => {}
        }
    }
    Err(down(caller, &"a scan changed whenever it was bound"))
}

/// The scan comes back as it was filled in, with what is to be mended.
async fn again(caller: &Caller, (slug, id): (&str, &str), fields: &Typed, fault: &ScanFault) -> Response {
    let lang = caller.lang;
    match review_scan(caller, slug, id).await {
        Ok(review) => {
            let body = drawn(&review, fields, &fault.message(lang), lang);
            let mut response = sheet(lang, words::review_title(lang), &body);
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            response
        }
        Err(error) => page(lang, &error),
    }
}
