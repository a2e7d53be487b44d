//! Server functions of signing in and of one's account.

use crate::desk::call::BureauName;
use crate::error::AppError;
use crate::form::Problem;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the sign-in page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInData {
    /// Where to go then, a path of this site.
    pub next: String,
    /// What went wrong before.
    pub problem: Option<String>,
    /// The name typed before.
    pub name: String,
    /// A demo's accounts; empty in a real installation.
    pub demo: Vec<DemoAccount>,
}

/// An account of the demo, to sign in by a click.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoAccount {
    pub work_number: String,
    pub password: String,
    /// Bureau, role and name in words.
    pub title: String,
}

/// The sign-in page; public.
#[server(prefix = "/_/api", endpoint = "sign-in-page")]
pub async fn sign_in_page(next: String, problem: String) -> Result<SignInData, AppError> {
    let caller = crate::caller::caller()?;
    let lang = caller.lang;
    let problem = super::sign_in_problem(&problem, lang).map(ToOwned::to_owned);
    let name = if problem.is_some() { caller.asker.typed_name.clone() } else { String::new() };
    let demo = caller.store.demo_accounts(lang).await.map_err(|error| caller.redact(error))?;
    let demo = demo.into_iter().map(|account| DemoAccount {
        work_number: account.work_number,
        password: store::demo::PASSWORD.to_owned(),
        title: account.title,
    });
    let demo = demo.collect();
    Ok(SignInData { next: crate::path::local_or_home(&next), problem, name, demo })
}

/// Where a person can go from the entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryData {
    pub bureaus: Vec<BureauName>,
}

/// The entry: straight on to the one bureau of a person, or the choice among several.
#[server(prefix = "/_/api", endpoint = "entry")]
pub async fn entry() -> Result<EntryData, AppError> {
    let caller = crate::caller::caller()?;
    // Nobody comes to practise unasked: the way into a practice area is the switch of the bureau.
    let bureaus: Vec<&store::Bureau> = caller
        .workspaces()?
        .iter()
        .map(|(bureau, _)| bureau)
        .filter(|bureau| !bureau.is_practice())
        .collect();
    if let [only] = bureaus.as_slice() {
        crate::caller::go(&crate::path::desk(&only.slug));
    }
    let named =
        |bureau: &store::Bureau| BureauName { slug: bureau.slug.clone(), name: bureau.short_name.clone() };
    Ok(EntryData { bureaus: bureaus.into_iter().map(named).collect() })
}

/// One of a person's sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    pub id: String,
    pub device: String,
    pub address: String,
    /// When it began and when it was last used, in words of Asia/Shanghai.
    pub since: String,
    pub seen: String,
    pub current: bool,
}

/// The signed-in person's own sessions that have not ended.
#[server(prefix = "/_/api", endpoint = "sessions")]
pub async fn sessions() -> Result<Vec<SessionLine>, AppError> {
    let caller = crate::caller::caller()?;
    let session = caller.session()?;
    let lines = session.open_sessions().await.map_err(|error| caller.redact(error))?;
    let minute = |at: domain::Instant| at.in_shanghai().format("%Y-%m-%d %H:%M").to_string();
    Ok(lines
        .into_iter()
        .map(|line| SessionLine {
            id: line.id.to_string(),
            device: device(&line.agent),
            address: line.address,
            since: minute(line.created),
            seen: minute(line.seen),
            current: line.is_this,
        })
        .collect())
}

/// A browser's and a system's name out of what a browser calls itself.
#[cfg(feature = "ssr")]
fn device(agent: &str) -> String {
    let find = |names: &[&'static str]| names.iter().copied().find(|name| agent.contains(name)).unwrap_or("");
    let browser = find(&["QQBrowser", "MicroMessenger", "Edg", "Firefox", "Chrome", "Safari"]);
    let system = find(&["Windows", "Android", "iPhone", "Macintosh", "UOS", "Kylin", "Linux"]);
    match (browser, system) {
        ("", "") => "—".to_owned(),
        (one, "") | ("", one) => one.to_owned(),
        (browser, system) => format!("{browser} · {system}"),
    }
}

/// Ends one of one's own sessions; somebody else's is not found.
#[server(prefix = "/_/api", endpoint = "end-session")]
pub async fn end_session(session: String) -> Result<(), AppError> {
    let caller = crate::caller::caller()?;
    let own = caller.session()?;
    let id = session.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    own.revoke(id).await.map_err(|error| caller.redact(error))?;
    crate::caller::go(&crate::path::sessions());
    Ok(())
}

/// What the password page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordData {
    pub must_change: bool,
    pub done: bool,
    pub problems: Vec<Problem>,
}

/// The page on which a person changes the password; `outcome` is the code of the last try.
#[server(prefix = "/_/api", endpoint = "password-page")]
pub async fn password_page(outcome: String) -> Result<PasswordData, AppError> {
    use super::text as words;
    let caller = crate::caller::caller()?;
    let session = caller.session()?;
    let lang = caller.lang;
    let problems = match outcome.as_str() {
        "wrong" => vec![Problem::of("now", words::password_wrong(lang))],
        "differs" => vec![Problem::of("again", words::password_differs(lang))],
        "down" => vec![Problem::of("", crate::text::down_title(lang))],
        code => {
            let fault = domain::value::PasswordFault::from_code(code);
            fault.map(|fault| Problem::of("new", fault.message(lang))).into_iter().collect()
        }
    };
    let done = outcome == "done";
    Ok(PasswordData { must_change: session.person().must_change_password && !done, done, problems })
}
