//! Who asks, on the server: found once per request, read by every call. Also the one place where an
//! error of the store becomes an [`AppError`]: the person sees what to do, the log sees the cause.

use crate::error::AppError;
use domain::id::VisitId;
use domain::role::Role;
use domain::role::{Power, holders, may};
use domain::value::may_be_private_number;
use domain::visit::{Looked, VisitRefusal};
use domain::{Day, Instant, Lang};
use http::StatusCode;
use http::request::Parts;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use store::{Bureau, BureauStore, CityStore, Files, Session, Store};

/// What the request itself tells about who asks.
#[derive(Clone, Debug, Default)]
pub struct Asker {
    /// The address the request came from; empty when unknown.
    pub address: String,
    /// The browser's own name for itself, at most 200 characters.
    pub agent: String,
    /// The request's id in the log.
    pub trace: String,
    /// The name typed at a sign-in that just failed.
    pub typed_name: String,
    /// `light` or `dark` where chosen.
    pub theme: Option<String>,
    /// Whether everything is shown large (长辈模式).
    pub is_large: bool,
}

/// Who asks, when and in which language. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Caller {
    pub store: Store,
    pub lang: Lang,
    pub asker: Asker,
    pub now: Instant,
    /// Whom the asker can turn to, in words; empty where it is not shown.
    pub contact: String,
    session: Option<Session>,
}

impl Caller {
    #[must_use]
    pub fn new(store: Store, session: Option<Session>, lang: Lang, asker: Asker) -> Self {
        let now = store.clock().now();
        Caller { store, lang, asker, now, contact: String::new(), session }
    }

    /// The same request in the name of somebody else: of whoever gave a phone its right.
    #[must_use]
    pub fn in_the_name_of(&self, session: Session) -> Self {
        Caller { session: Some(session), ..self.clone() }
    }

    /// The day in Asia/Shanghai.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// The session, when somebody is signed in.
    #[must_use]
    pub fn signed_in(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The session.
    ///
    /// # Errors
    /// [`AppError::SignIn`] when nobody is signed in; a page then answers with the way to sign-in.
    pub fn session(&self) -> Result<&Session, AppError> {
        match &self.session {
            Some(session) => Ok(session),
            None => Err(self.refuse(AppError::SignIn)),
        }
    }

    /// The person's bureaus with the roles held there today, in the order of the screens.
    ///
    /// # Errors
    /// [`AppError::SignIn`].
    pub fn workspaces(&self) -> Result<&[(Bureau, Vec<Role>)], AppError> {
        Ok(self.session()?.workspaces())
    }

    /// A bureau to read in, one transaction.
    ///
    /// # Errors
    /// [`AppError::SignIn`], or [`AppError::NotFound`] for a bureau that is not there or not theirs.
    pub async fn bureau(&self, slug: &str) -> Result<BureauStore, AppError> {
        self.session()?.bureau(slug).await.map_err(|error| self.redact(error))
    }

    /// A bureau to read in, for a person who holds the power there.
    ///
    /// # Errors
    /// As [`Caller::bureau`], and [`AppError::Forbidden`] with who holds the power.
    pub async fn bureau_for(&self, slug: &str, power: Power) -> Result<BureauStore, AppError> {
        let bureau = self.bureau(slug).await?;
        bureau.require(power).map_err(|error| self.redact(error))?;
        Ok(bureau)
    }

    /// A bureau to read one list or record in: one's own, or through a visit the county that it leads to. Calls that open
    /// their bureau in another way do not exist in a visit. `page` is the address inside the bureau; of a list, `asked`
    /// says by what it is narrowed: both stand in the county's log before this answers.
    ///
    /// # Errors
    /// As [`Caller::bureau_for`] with the power to read records; [`AppError::NotFound`] also for a visit that is somebody
    /// else's or has ended, and a page that visits do not open; [`AppError::Refused`] for a person's number.
    pub async fn bureau_to_look(
        &self,
        workspace: &str,
        page: &str,
        asked: impl FnOnce() -> String,
    ) -> Result<BureauStore, AppError> {
        let Some((city, visit)) = crate::path::visited(workspace) else {
            return self.bureau_for(workspace, Power::ReadRecords).await;
        };
        let session = self.session()?;
        let (Ok(visit), Some(looked)) = (visit.parse::<VisitId>(), Looked::at(page)) else {
            return Err(self.refuse(AppError::NotFound));
        };
        let asked = asked();
        if may_be_private_number(&asked) {
            let words = VisitRefusal::PrivateNumber.message(self.lang).to_owned();
            return Err(self.refuse(AppError::Refused(words)));
        }
        session.look(city, visit, looked, &asked).await.map_err(|error| self.redact(error))
    }

    /// A bureau to write in, for a person who holds the power there; one transaction, lost unless committed.
    ///
    /// # Errors
    /// As [`Caller::bureau_for`].
    pub async fn bureau_to_write(&self, slug: &str, power: Power) -> Result<BureauStore, AppError> {
        let bureau = self.session()?.bureau_write(slug).await.map_err(|error| self.redact(error))?;
        bureau.require(power).map_err(|error| self.redact(error))?;
        Ok(bureau)
    }

    /// The figures of the city, for whoever may read them.
    ///
    /// # Errors
    /// As [`Caller::bureau_for`].
    pub async fn city(&self, slug: &str) -> Result<CityStore, AppError> {
        let power = Power::ReadCityFigures;
        let held = self.workspaces()?.iter().find(|(bureau, _)| bureau.slug == slug);
        if held.is_some_and(|(_, roles)| !may(roles, power)) {
            return Err(self.redact(store::Error::Forbidden(power)));
        }
        self.session()?.city(slug).await.map_err(|error| self.redact(error))
    }

    /// The redaction point: what the person may know of an error, its status set, its cause logged once.
    pub fn redact(&self, error: store::Error) -> AppError {
        let seen = match error {
            store::Error::NotFound => AppError::NotFound,
            store::Error::Conflict => AppError::Conflict,
            store::Error::Forbidden(power) => AppError::Forbidden(forbidden(self.lang, power)),
            store::Error::Invalid { .. } => AppError::Invalid(String::new()),
            other => {
                tracing::error!(error = %other, trace = self.asker.trace, "a call failed");
                AppError::Down { trace: self.asker.trace.clone() }
            }
        };
        self.refuse(seen)
    }

    /// Gives an error its status, or for a page without a session the way to sign-in.
    #[must_use]
    pub fn refuse(&self, error: AppError) -> AppError {
        if error == AppError::SignIn && is_page() {
            go(&crate::path::sign_in_then(&page_path()));
        } else {
            set_status(error.status());
        }
        error
    }
}

/// “You do not hold this power; it lies with …”.
fn forbidden(lang: Lang, power: Power) -> String {
    let names: Vec<_> = holders(power).map(|role| role.title(lang)).collect();
    match lang {
        Lang::Zh => format!("这项操作由{}办理，请联系他们，或请单位管理员调整您的角色。", names.join("、")),
        Lang::En => format!(
            "This is done by: {}. Ask them, or ask an administrator to change your roles.",
            names.join(", ")
        ),
    }
}

fn parts() -> Option<Parts> {
    use_context::<Parts>()
}

/// Who asks. Call it before the first await of a server function.
///
/// # Errors
/// [`AppError::Down`] when called outside a request.
pub fn caller() -> Result<Caller, AppError> {
    parts()
        .and_then(|parts| parts.extensions.get::<Caller>().cloned())
        .ok_or(AppError::Down { trace: String::new() })
}

/// Where the files of this installation lie.
///
/// # Errors
/// [`AppError::Down`] when called outside a request.
pub fn files() -> Result<Files, AppError> {
    parts()
        .and_then(|parts| parts.extensions.get::<Files>().cloned())
        .ok_or(AppError::Down { trace: String::new() })
}

/// The language of the request; Chinese where there is none, as when the routes are listed.
#[must_use]
pub fn request_lang() -> Lang {
    caller().map(|caller| caller.lang).unwrap_or_default()
}

/// The appearance chosen in this browser.
#[must_use]
pub fn request_theme() -> Option<String> {
    caller().ok().and_then(|caller| caller.asker.theme)
}

/// `large` where this browser shows everything large.
#[must_use]
pub fn request_size() -> Option<&'static str> {
    caller().ok().filter(|caller| caller.asker.is_large).map(|_| "large")
}

/// Whom the asker of a page can turn to.
#[must_use]
pub fn request_contact() -> Option<String> {
    caller().ok().map(|caller| caller.contact).filter(|words| !words.is_empty())
}

fn is_page() -> bool {
    parts().is_some_and(|parts| !parts.uri.path().starts_with("/_/api/"))
}

fn page_path() -> String {
    parts().map_or_else(crate::path::home, |parts| {
        parts.uri.path_and_query().map_or_else(crate::path::home, ToString::to_string)
    })
}

/// Leads the asker to another page: a page answers 302 at once, a call tells the browser.
pub fn go(to: &str) {
    if !is_page() {
        return leptos_axum::redirect(to);
    }
    if let (Some(options), Ok(location)) = (use_context::<ResponseOptions>(), to.parse()) {
        options.set_status(StatusCode::FOUND);
        options.insert_header(http::header::LOCATION, location);
    }
}

/// Sets the status of the answer to this request.
pub fn set_status(status: u16) {
    if let (Some(options), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        options.set_status(status);
    }
}

/// Sets the policy that lets only this page's own scripts run.
pub fn set_page_policy(nonce: &str) {
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    if let (Some(options), Ok(value)) = (use_context::<ResponseOptions>(), policy.parse()) {
        options.insert_header(http::header::CONTENT_SECURITY_POLICY, value);
    }
}
