//! The palette and the sheet of keys: pieces of HTML that the page's script puts into its dialog.

use super::answer::{escape, page, see_other};
use crate::web::query::Query;
use app::caller::Caller;
use app::desk::{Command, Find, commands, text as words};
use app::error::AppError;
use app::path;
use axum::extract::Extension;
use axum::response::{Html, IntoResponse, Response};
use domain::Lang;
use serde::Deserialize;

/// For which page the palette opens.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A path of this site with its query.
    page: String,
}

/// `GET /_/palette`: what one may do and open from a page.
pub async fn palette(Extension(caller): Extension<Caller>, Query(asked): Query<Asked>) -> Response {
    match commands(&caller, &asked.page).await {
        Ok(found) => Html(drawn(&found.commands, &found.find, caller.lang)).into_response(),
        Err(AppError::SignIn) => see_other(&path::sign_in()),
        Err(error) => page(caller.lang, &error),
    }
}

/// `GET /_/keys`: what the keys do; public.
pub async fn keys(Extension(caller): Extension<Caller>) -> Response {
    let lang = caller.lang;
    let keys = [
        ("Ctrl K  ⌘K", words::key_command(lang)),
        ("F1", words::key_help(lang)),
        ("/", words::key_search(lang)),
        ("j", words::key_down(lang)),
        ("k", words::key_up(lang)),
        ("Enter", words::key_open(lang)),
        ("a", words::key_approve(lang)),
        ("r", words::key_send_back(lang)),
        ("n", words::key_next_one(lang)),
        ("?", words::key_keys(lang)),
    ];
    let lines = keys.map(|(key, does)| format!("<dt><kbd>{key}</kbd></dt><dd>{}</dd>", escape(does)));
    let body = format!(
        "<h2>{}</h2><dl class=\"facts\">{}</dl><form method=\"dialog\" class=\"form-acts\">\
         <span data-keys-on=\"{}\" data-keys-off=\"{}\" hidden><button type=\"button\" class=\"btn\" data-keys></button></span>\
         <button class=\"btn\" autofocus>{}</button></form>",
        words::keys_title(lang),
        lines.concat(),
        words::keys_on(lang),
        words::keys_off(lang),
        words::keys_close(lang),
    );
    Html(body).into_response()
}

fn drawn(commands: &[Command], find: &Find, lang: Lang) -> String {
    let option = |(at, command): (usize, &Command)| {
        format!(
            "<li role=\"option\" id=\"command-{at}\" aria-selected=\"false\" data-to=\"{}\" data-found-by=\"{}\">{} \
             <span class=\"sub\">{}</span></li>",
            escape(&command.to),
            escape(&command.found_by),
            escape(&command.name),
            escape(&command.group),
        )
    };
    let options: String = commands.iter().enumerate().map(option).collect();
    // Found by everything that was typed: the way on where no command fits.
    let everywhere = match find.action.as_str() {
        "" => String::new(),
        _ => format!(
            "<li role=\"option\" id=\"command-find\" aria-selected=\"false\" data-find>{}</li>",
            words::find_everywhere(lang)
        ),
    };
    // Where nothing is searched for, Enter without a command closes.
    let form = match find.action.as_str() {
        "" => "method=\"dialog\"".to_owned(),
        action => format!("method=\"post\" action=\"{}\"", escape(action)),
    };
    format!(
        "<form {form}><input type=\"hidden\" name=\"to\" value=\"{}\">\
         <label class=\"vh\" for=\"command\">{title}</label>\
         <input id=\"command\" name=\"q\" type=\"text\" role=\"combobox\" aria-expanded=\"true\" \
         aria-controls=\"commands\" aria-autocomplete=\"list\" aria-describedby=\"command-hint\" maxlength=\"100\" \
         autocomplete=\"off\" placeholder=\"{title}\" autofocus>\
         <p class=\"note\" id=\"command-hint\">{hint}</p>\
         <ul id=\"commands\" role=\"listbox\" aria-label=\"{name}\">{options}{everywhere}</ul>\
         <p class=\"note\" role=\"status\" data-none=\"{none}\"></p></form>",
        escape(&find.to),
        title = words::find_command(lang),
        hint = words::find_hint(lang),
        name = words::commands(lang),
        none = words::no_command(lang),
    )
}
