//! Menu left, bar above, page: the frame of every signed-in page.

use super::call::{self, BureauName, FrameData};
use super::text as words;
use crate::ui::{Icon, Shape, fetched, lang, suspended};
use crate::visit::VisitBar;
use crate::wire::{Reply, reads};
use crate::{path, text};
use domain::Lang;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::Outlet;
use leptos_router::hooks::{use_location, use_params_map};
use std::sync::Arc;

/// The workspace in the URL of this page: the bureau's slug or, in a visit, the visit.
#[must_use]
pub fn bureau_of_page() -> Memo<String> {
    let params = use_params_map();
    let bureau = Memo::new(move |_| {
        let params = params.read();
        // A slash comes only from an address that hides one, in which a visit would stand without its bar.
        let bureau = params.get("bureau").filter(|bureau| !bureau.contains('/')).unwrap_or_default();
        match params.get("visit") {
            Some(visit) => path::visit_workspace(&bureau, &visit),
            None => bureau,
        }
    });
    // Computed here and now: the frame and the page read it from two threads of the server at once, and of
    // two that compute it first, one would find it empty.
    let _ = bureau.get_untracked();
    bureau
}

/// The workspace of whatever page the frame holds, which has parameters of its own.
fn workspace_of_frame() -> Memo<String> {
    let location = use_location();
    let workspace = Memo::new(move |_| path::workspace_of(&location.pathname.read()).to_owned());
    let _ = workspace.get_untracked();
    workspace
}

#[component]
pub fn Frame() -> impl IntoView {
    let lang = lang();
    let bureau = workspace_of_frame();
    let data = fetched(reads!(call::Frame { bureau }), move || vec![bureau.get()]);
    let with_frame = move |draw: fn(FrameData) -> AnyView| {
        let draw = move |reply: Reply| reply.read().ok().map(draw).into_any();
        suspended(data, || ().into_any(), Arc::new(draw))
    };
    view! {
        <a class="vh" href="#main">{text::to_content(lang)}</a>
        <div class="shell">
            <nav class="nav" aria-label=text::main_menu(lang)>
                <a class="brand" href=path::home()>{text::product(lang)}<small>{text::product_line(lang)}</small></a>
                {with_frame(|data| view! { <Menu data /> }.into_any())}
            </nav>
            <div>
                <header class="top">
                    {with_frame(|data| {
                        // A visit looks through a county's lists, not across them.
                        let is_away = data.visit.is_some_and(|visit| visit.is_open());
                        (!is_away).then(|| view! { <Find slug=data.bureau.slug /> }).into_any()
                    })}
                    <Ways />
                    {with_frame(|data| view! { <Me data /> }.into_any())}
                </header>
                {with_frame(|data| data.visit.map(|data| view! { <VisitBar data /> }).into_any())}
                {with_frame(|data| data.practice.map(strip).into_any())}
                {with_frame(|data| unread_in_title(data.unread).into_any())}
                <main id="main" tabindex="-1"><Outlet /></main>
            </div>
        </div>
    }
}

#[component]
fn Find(slug: String) -> impl IntoView {
    let lang = lang();
    view! {
        <form role="search" class="find" method="post" action=path::find(&slug)>
            <input type="hidden" name="to" value=path::search(&slug) />
            <label class="vh" for="q">{text::search(lang)}</label>
            <input id="q" name="q" type="search" data-key="/" maxlength="100" placeholder=words::search_hint(lang) />
        </form>
    }
}

#[component]
fn Menu(data: FrameData) -> impl IntoView {
    let (unread, reminders) = (data.unread, path::reminders(&data.bureau.slug));
    let line = move |(to, words): (String, String)| {
        if to.is_empty() {
            return view! { <h2>{words}</h2> }.into_any();
        }
        let unread = if to == reminders { unread } else { 0 };
        view! { <MenuLink to words unread /> }.into_any()
    };
    view! {
        <BureauSwitch here=data.bureau others=data.others />
        {data.menu.into_iter().map(line).collect_view()}
    }
}

/// What every page of a practice area says.
fn strip((words, (to, back)): (String, (String, String))) -> impl IntoView {
    let label = words.clone();
    view! { <div class="practice" role="region" aria-label=label><span>{words}</span><a class="btn" href=to>{back}</a></div> }
}

/// How many reminders were not read, before the title of whatever page is shown.
fn unread_in_title(unread: u64) -> Option<impl IntoView> {
    (unread > 0).then(|| view! { <Title formatter=move |title: String| format!("({unread}) {title}") /> })
}

/// One line of the menu, marked when it is the page shown.
#[component]
fn MenuLink(to: String, #[prop(into)] words: String, #[prop(optional)] unread: u64) -> impl IntoView {
    let location = use_location();
    let own = to.clone();
    let current = move || (location.pathname.get() == own).then_some("page");
    let count = (unread > 0).then(|| {
        view! { " " <b>{unread}<span class="vh">" " {crate::reminder::words::unread(lang())}</span></b> }
    });
    view! { <a href=to aria-current=current>{words}{count}</a> }
}

#[component]
fn BureauSwitch(here: BureauName, others: Vec<BureauName>) -> impl IntoView {
    let lang = lang();
    if others.is_empty() {
        return view! { <div class="bureau one">{here.name}</div> }.into_any();
    }
    let links = others
        .into_iter()
        .map(|other| view! { <li><a href=path::desk(&other.slug)>{other.name}</a></li> })
        .collect_view();
    view! {
        <details class="bureau">
            <summary>{here.name}<span class="vh">{text::choose_bureau(lang)}</span><Icon shape=Shape::Down /></summary>
            <ul>{links}</ul>
        </details>
    }
    .into_any()
}

#[component]
fn Me(data: FrameData) -> impl IntoView {
    let lang = lang();
    view! {
        <div class="me">
            <span>{format!("{}（{}）", data.person, data.roles)}</span>
            <a href=path::sessions()>{words::account(lang)}</a>
            <Switches />
            <form method="post" action="/_/sign-out"><button class="btn plain">{text::sign_out(lang)}</button></form>
        </div>
    }
}

/// The help of this page, and where a script listens the palette, whose dialogs stand here.
#[component]
fn Ways() -> impl IntoView {
    let lang = lang();
    let here = here();
    let help = move || path::help_here(&here());
    view! {
        <span class="ways">
            <button type="button" class="btn plain" data-palette="commands" hidden>{words::commands(lang)} " " <kbd>"Ctrl K"</kbd></button>
            <a href=help target="_blank" data-help="">{words::help(lang)} " " <kbd>"F1"</kbd></a>
        </span>
        <dialog class="palette" aria-label=words::commands(lang)></dialog>
    }
    .into_any()
}

/// The address of this page with its query.
fn here() -> impl Fn() -> String + Clone + Send + Sync {
    let location = use_location();
    move || {
        let query = location.search.get();
        let path = location.pathname.get();
        if query.is_empty() { path } else { format!("{path}?{}", query.trim_start_matches('?')) }
    }
}

/// Buttons that show this page in the other language, large, and as usual again; the style shows which size is of use.
#[component]
pub fn Switches() -> impl IntoView {
    let lang = lang();
    let other = lang.pick(Lang::En, Lang::Zh);
    view! {
        <form method="post" action="/_/language" class="switches">
            <input type="hidden" name="lang" value=other.pick("zh", "en") />
            <input type="hidden" name="next" value=here() />
            <button class="btn plain" lang=other.tag()>{text::language_other(lang)}</button>
            <button class="btn plain to-large" formaction="/_/size" name="size" value="large">{words::large(lang)}</button>
            <button class="btn plain to-usual" formaction="/_/size" name="size" value="usual">{words::usual(lang)}</button>
        </form>
    }
    .into_any()
}
