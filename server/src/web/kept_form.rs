//! A form that was sent after its session had ended: the person signs in again in place and goes on, and nothing
//! that was typed is lost. What was typed travels in the page itself; nobody keeps it.

use super::answer::{CALLS, document, escape};
use app::{account::text as words, path, text};
use axum::response::{IntoResponse, Response};
use domain::Lang;
use http::StatusCode;
use std::collections::BTreeMap;

/// The fields of the sign-in form that carry it.
const TO: &str = "kept_to";
const BODY: &str = "kept_body";
/// Where forms go whose answer is a one-time password, and those of papers.
const PLAIN: [&str; 2] = ["/_/administration/", "/_/papers/"];
/// Pairs of one form that go on; the marks of a class take four a person.
const PAIRS_MAX: usize = 2_000;

/// Where a form was sent and what was in it, form-encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptForm {
    to: String,
    body: String,
}

impl KeptForm {
    /// A sent form; none for what is no form of ours.
    pub fn of(to: &str, body: &[u8]) -> Option<Self> {
        let body = std::str::from_utf8(body).ok()?.to_owned();
        (is_call(to) && !body.is_empty()).then(|| KeptForm { to: to.to_owned(), body })
    }

    /// The form that a sign-in form carries along.
    pub fn carried(fields: &BTreeMap<String, String>) -> Option<Self> {
        KeptForm::of(fields.get(TO)?, fields.get(BODY)?.as_bytes())
    }

    /// The page on which one signs in again; 401.
    pub fn sign_in_again(&self, lang: Lang, problem: Option<&str>, name: &str) -> Response {
        let problem = problem
            .map(|problem| format!("<div class=\"notice danger\" role=\"alert\">{}</div>", escape(problem)));
        let field = |id: &str, label: &str, kind: &str, value: &str, complete: &str| {
            format!(
                "<div class=\"field\"><label for=\"f-{id}\">{label}</label><input id=\"f-{id}\" name=\"form[{id}]\" \
                 type=\"{kind}\" value=\"{}\" autocomplete=\"{complete}\" required></div>",
                escape(value)
            )
        };
        let body = format!(
            "<section class=\"card\"><h1>{title}</h1><div class=\"notice\" role=\"status\">{hint}</div>{problem}\
             <form method=\"post\" action=\"/_/sign-in\">{to}{body}{name}{password}\
             <div class=\"form-acts\"><button class=\"btn go\">{title}</button></div></form></section>",
            title = words::sign_in(lang),
            hint = text::session_ended(lang),
            problem = problem.unwrap_or_default(),
            to = hidden(TO, &self.to),
            body = hidden(BODY, &self.body),
            name = field("name", words::sign_in_name(lang), "text", name, "username"),
            password = field("password", words::password(lang), "password", "", "current-password"),
        );
        (StatusCode::UNAUTHORIZED, document(lang, words::sign_in(lang), &body)).into_response()
    }

    /// The page that sends the form once more, by a click of the person.
    pub fn go_on(&self, lang: Lang) -> Response {
        let pairs = form_urlencoded::parse(self.body.as_bytes()).take(PAIRS_MAX);
        let fields = pairs.fold(String::new(), |mut fields, (name, value)| {
            fields.push_str(&hidden(&name, &value));
            fields
        });
        let title = text::signed_in_again(lang);
        let body = format!(
            "<section class=\"card\"><h1>{title}</h1><p>{}</p><form method=\"post\" action=\"{}\">{fields}\
             <div class=\"form-acts\"><button class=\"btn go\">{}</button> <a class=\"btn\" href=\"{}\">{}</a></div>\
             </form></section>",
            text::go_on_hint(lang),
            escape(&self.to),
            text::go_on(lang),
            path::home(),
            text::go_home(lang),
        );
        document(lang, title, &body).into_response()
    }
}

fn is_call(path: &str) -> bool {
    let is_word = |word: &str| {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !word.is_empty() && word.bytes().all(fits)
    };
    match PLAIN.iter().find_map(|plain| path.strip_prefix(plain)) {
        Some(rest) => rest.split('/').all(is_word),
        None => path.strip_prefix(CALLS).is_some_and(is_word),
    }
}

fn hidden(name: &str, value: &str) -> String {
    format!("<input type=\"hidden\" name=\"{}\" value=\"{}\">", escape(name), escape(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_calls_of_this_site_are_kept() {
        for evil in [
            "/_/sign-in",
            "https://evil.example/_/api/x",
            "/_/api/",
            "/_/api/../x",
            "/_/api/a?b",
            "/_/administration/a/../b",
            "/_/papers/a/../b",
        ] {
            assert_eq!(KeptForm::of(evil, b"a=b"), None, "{evil}");
        }
        assert_eq!(KeptForm::of("/_/api/case-act", b""), None);
        assert!(KeptForm::of("/_/api/case-act", b"a=b").is_some());
        assert!(KeptForm::of("/_/administration/daoxian/members", b"a=b").is_some());
        assert!(KeptForm::of("/_/papers/daoxian/01900000-0000-7000-8000-000000000031", b"a=b").is_some());
    }

    #[test]
    fn what_was_typed_is_escaped_wherever_it_stands() {
        let fields = hidden("form[x]", "\"><script>\n1");
        assert_eq!(fields, "<input type=\"hidden\" name=\"form[x]\" value=\"&quot;&gt;&lt;script&gt;\n1\">");
    }
}
