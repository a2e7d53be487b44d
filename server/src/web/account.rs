//! Signing in and out, one's password, language, appearance and size: plain forms, the same with and without
//! JavaScript, because each changes what the whole document is.

use super::Site;
use super::answer::see_other;
use super::kept_form::KeptForm;
use super::session::{LANGUAGE, SIZE, THEME, TYPED_NAME, cookie, session_cookie_name};
use app::account::sign_in_problem;
use app::caller::Caller;
use app::path;
use axum::extract::{Extension, RawForm, State};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar};
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeMap;
use store::{SignIn, SignInAnswer};

/// Characters of a typed name that come back after a failed sign-in.
const TYPED_NAME_MAX: usize = 64;

/// Reads `form[name]=value` and `name=value` alike; unreadable bytes are replaced.
fn fields(form: &RawForm) -> BTreeMap<String, String> {
    let name =
        |key: &str| key.strip_prefix("form[").and_then(|key| key.strip_suffix(']')).unwrap_or(key).to_owned();
    form_pairs(&form.0).map(|(key, value)| (name(&key), value)).collect()
}

/// The pairs of a form's body, at most a hundred.
fn form_pairs(body: &[u8]) -> impl Iterator<Item = (String, String)> + '_ {
    form_urlencoded::parse(body).take(100).map(|(key, value)| (key.into_owned(), value.into_owned()))
}

fn field(fields: &BTreeMap<String, String>, name: &str) -> String {
    fields.get(name).cloned().unwrap_or_default()
}

/// `POST /_/sign-in`
pub async fn sign_in(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    jar: CookieJar,
    form: RawForm,
) -> Response {
    let fields = fields(&form);
    let (name, next) = (field(&fields, "name"), path::local_or_home(&field(&fields, "next")));
    let password = field(&fields, "password");
    let kept = KeptForm::carried(&fields);
    let again = |problem: &str| {
        if let Some(kept) = &kept {
            let words = sign_in_problem(problem, caller.lang);
            return kept.sign_in_again(caller.lang, words, &name);
        }
        let to = format!("{}&problem={problem}", path::sign_in_then(&next));
        let typed: String = name.chars().take(TYPED_NAME_MAX).collect();
        (
            jar.clone().add(cookie(TYPED_NAME, path::encode(&typed), site.settings.secure_cookies)),
            see_other(&to),
        )
            .into_response()
    };
    if name.trim().is_empty() || password.is_empty() {
        return again("missing");
    }
    let attempt = SignIn {
        name: name.clone(),
        password: SecretString::from(password),
        address: caller.asker.address.clone(),
        agent: caller.asker.agent.clone(),
        language: caller.lang,
    };
    match site.store.sign_in(attempt).await {
        Ok(SignInAnswer::In { token, .. }) => {
            let secure = site.settings.secure_cookies;
            let jar = jar
                .add(cookie(session_cookie_name(secure), token.expose_secret().to_owned(), secure))
                .remove(Cookie::build((TYPED_NAME, "")).path("/"));
            let to = kept.map_or_else(|| see_other(&next), |kept| kept.go_on(caller.lang));
            (jar, to).into_response()
        }
        Ok(SignInAnswer::Refused) => again("wrong"),
        Ok(SignInAnswer::Wait { .. }) => again("too_soon"),
        Err(error) => {
            tracing::error!(%error, trace = caller.asker.trace, "sign-in failed on our side");
            again("down")
        }
    }
}

/// `POST /_/sign-out`
pub async fn sign_out(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    jar: CookieJar,
) -> Response {
    if let Some(session) = caller.signed_in()
        && let Err(error) = session.sign_out().await
    {
        tracing::error!(%error, "cannot end a session");
    }
    let name = session_cookie_name(site.settings.secure_cookies);
    (jar.remove(Cookie::build((name, "")).path("/")), see_other(&path::sign_in())).into_response()
}

/// `POST /_/password`
pub async fn change_password(Extension(caller): Extension<Caller>, form: RawForm) -> Response {
    let Some(session) = caller.signed_in() else {
        return see_other(&path::sign_in_then(&path::password()));
    };
    let fields = fields(&form);
    let (now, new, again) = (field(&fields, "now"), field(&fields, "new"), field(&fields, "again"));
    let outcome = if new != again {
        "differs"
    } else {
        match session.change_password(&SecretString::from(now), &SecretString::from(new)).await {
            Ok(()) => "done",
            Err(store::Error::Invalid { field: "new", code }) => code,
            Err(store::Error::Invalid { .. }) => "wrong",
            Err(error) => {
                tracing::error!(%error, trace = caller.asker.trace, "cannot change a password");
                "down"
            }
        }
    };
    see_other(&format!("{}?problem={outcome}", path::password()))
}

/// `POST /_/language`
pub async fn language(State(site): State<Site>, jar: CookieJar, form: RawForm) -> Response {
    choose(&site, jar, &form, LANGUAGE, "lang", &["zh", "en"])
}

/// `POST /_/theme`
pub async fn theme(State(site): State<Site>, jar: CookieJar, form: RawForm) -> Response {
    choose(&site, jar, &form, THEME, "theme", &["auto", "light", "dark"])
}

/// `POST /_/size`
pub async fn size(State(site): State<Site>, jar: CookieJar, form: RawForm) -> Response {
    choose(&site, jar, &form, SIZE, "size", &["usual", "large"])
}

/// Remembers a choice about this browser and goes back; an unknown word changes nothing.
fn choose(
    site: &Site,
    jar: CookieJar,
    form: &RawForm,
    name: &'static str,
    key: &str,
    words: &[&str],
) -> Response {
    let fields = fields(form);
    let next = path::local_or_home(&field(&fields, "next"));
    let word = field(&fields, key);
    if !words.contains(&word.as_str()) {
        return see_other(&next);
    }
    let mut chosen = cookie(name, word, site.settings.secure_cookies);
    chosen.make_permanent();
    (jar.add(chosen), see_other(&next)).into_response()
}
