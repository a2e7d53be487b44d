//! Calls a server function from the browser.

use super::{Key, Reply};
use leptos::prelude::window;
use leptos::server_fn::redirect::{REDIRECT_HEADER, call_redirect_hook};
use send_wrapper::SendWrapper;
use web_sys::js_sys::futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Headers, RequestInit, Response, UrlSearchParams};

/// Posts the arguments as a form does and waits for the answer; follows where it leads.
pub fn post(
    path: &'static str,
    names: &'static [&'static str],
    key: Key,
) -> impl Future<Output = Reply> + Send {
    SendWrapper::new(async move { answer(path, names, key).await.unwrap_or_else(|_| Reply::down()) })
}

async fn answer(path: &str, names: &[&str], key: Key) -> Result<Reply, JsValue> {
    let form = UrlSearchParams::new()?;
    for (name, value) in names.iter().zip(&key) {
        form.append(name, value);
    }
    let headers = Headers::new()?;
    headers.set("Accept", "application/json")?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_body(&form);
    request.set_headers(&headers);
    let response: Response =
        JsFuture::from(window().fetch_with_str_and_init(path, &request)).await?.unchecked_into();
    let json = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    let is_error = response.status() >= 400;
    let headers = response.headers();
    if !is_error && headers.has(REDIRECT_HEADER)? {
        call_redirect_hook(&headers.get("Location")?.unwrap_or_default());
    }
    Ok(Reply { is_error, json })
}
