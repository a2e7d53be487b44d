//! What every page of a visit says: the county, that it is only read, how long still, and the way out.

use super::words;
use crate::text;
use crate::ui::lang;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the bar shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitData {
    pub city: String,
    pub id: String,
    /// The county's short name.
    pub county: String,
    /// Milliseconds that are left; none once it has ended.
    pub left_millis: i64,
    /// In words, such as 剩 12 分钟.
    pub left: String,
    /// 至 10:30
    pub until: String,
    /// Where a visit into the same county begins.
    pub again: String,
    /// What can be opened: address and words.
    pub menu: Vec<(String, String)>,
}

impl VisitData {
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.left_millis > 0
    }
}

/// The bar of the person's own visit that this workspace is; nothing of every other workspace.
///
/// # Errors
/// [`crate::error::AppError::SignIn`], and what the store answers, redacted.
#[cfg(feature = "ssr")]
pub async fn bar_of(
    caller: &crate::caller::Caller,
    workspace: &str,
) -> Result<Option<VisitData>, crate::error::AppError> {
    use crate::path;
    use domain::visit::VisitState;
    let Some((city, id)) = path::visited(workspace) else { return Ok(None) };
    let Ok(visit) = id.parse() else { return Ok(None) };
    let (record, county) = match caller.session()?.own_visit(city, visit).await {
        Ok(found) => found,
        Err(store::Error::NotFound | store::Error::Forbidden(_)) => return Ok(None),
        Err(error) => return Err(caller.redact(error)),
    };
    let (state, lang) = (record.state(caller.now), caller.lang);
    let left_millis = match state {
        VisitState::Open { left_millis, .. } => left_millis,
        VisitState::Ended { .. } => 0,
    };
    let minutes = state.minutes_left().unwrap_or_default();
    let own = path::visit(city, id);
    Ok(Some(VisitData {
        city: city.to_owned(),
        id: id.to_owned(),
        county: county.short_name,
        left_millis,
        left: words::left(lang).replace("{}", &minutes.to_string()),
        until: words::until(lang).replace("{}", &record.time.until.in_shanghai().format("%H:%M").to_string()),
        again: path::visit_into(city, &county.slug, ""),
        menu: if state.is_open() { super::record::menu(&own, lang) } else { Vec::new() },
    }))
}

/// The bar. Where a script listens the minutes count down; without one the end stands beside them.
#[component]
pub fn VisitBar(data: VisitData) -> impl IntoView {
    let lang = lang();
    if !data.is_open() {
        return view! {
            <div class="visit over" role="region" aria-label=words::visits(lang)>
                <b>{data.county}</b>
                <span>{words::ended_body(lang)}</span>
                <a class="btn" href=data.again>{words::begin_again(lang)}</a>
            </div>
        }
        .into_any();
    }
    view! {
        <div class="visit" role="region" aria-label=words::visits(lang)>
            <span>{words::visiting(lang)} " " <b>{data.county}</b></span>
            <span class="tag warn">{text::read_only(lang)}</span>
            <span>
                <b data-left=data.left_millis.to_string() data-words=words::left(lang)
                    data-over=words::time_up(lang)>{data.left}</b>
                {format!(" · {}", data.until)}
            </span>
            <form method="post" action="/_/api/end-visit">
                <input type="hidden" name="bureau" value=data.city />
                <input type="hidden" name="visit" value=data.id />
                <button class="btn">{words::end(lang)}</button>
            </form>
        </div>
    }
    .into_any()
}
