//! The web server: one table of plain routes, the pages and server functions of `app`, and the layers
//! around them.

mod account;
mod administration;
mod answer;
mod asset;
mod calendar;
mod dossier;
mod evidence;
mod figures;
mod find;
mod first_password;
mod health;
mod help;
mod kept_form;
mod layer;
mod ledger;
mod money;
pub mod open;
mod palette;
mod paper_case;
mod papers;
mod plain;
mod printed;
mod query;
pub mod serve;
mod session;
mod training;

pub use asset::SiteFiles;
pub use evidence::thumbnail;
pub use plain::PLAIN_ROUTES;
pub use session::session_cookie_name;

use crate::config::Settings;
use axum::Router;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list};
use paper::Typesetter;
use std::sync::{Arc, LazyLock};
use store::{Files, Store};
use tokio::sync::Notify;

/// What every handler can reach.
#[derive(Clone, Debug)]
pub struct Site {
    pub store: Store,
    pub settings: Arc<Settings>,
    pub files: Arc<SiteFiles>,
    pub papers: Arc<Typesetter>,
    /// How often public pages are asked for, on this server.
    pub throttle: Arc<open::Throttle>,
    /// Where evidence that is files lies.
    pub evidence: Files,
    /// Wakes what makes volumes of dossiers.
    pub dossiers: Arc<Notify>,
    leptos: Arc<LeptosOptions>,
}

impl Site {
    pub fn new(store: Store, settings: Arc<Settings>, files: SiteFiles, evidence: Files) -> Self {
        let leptos = LeptosOptions::builder().output_name("xiaoxiang").build();
        let papers = Arc::new(Typesetter::new(&settings.fonts));
        let (files, throttle, dossiers) = (Arc::new(files), Arc::default(), Arc::default());
        Site { store, settings, files, papers, evidence, dossiers, throttle, leptos: Arc::new(leptos) }
    }
}

impl FromRef<Site> for LeptosOptions {
    fn from_ref(site: &Site) -> Self {
        (*site.leptos).clone()
    }
}

/// The routes of all pages, listed once in a process. While they are listed no page of the process gets its data
/// (`leptos_server` 0.8, `SuppressResourceLoad`): a page drawn at that moment would wait for ever.
static PAGES: LazyLock<Vec<AxumRouteListing>> = LazyLock::new(|| generate_route_list(app::shell::App));

/// The whole site: layers around plain routes, pages and server functions.
pub fn router(site: Site) -> Router {
    let files = site.files.clone();
    let mut router = Router::new().leptos_routes_with_context(
        &site,
        PAGES.clone(),
        || (),
        move || app::shell::shell(&files.assets),
    );
    let mut large = Router::new();
    for route in PLAIN_ROUTES {
        tracing::debug!(method = route.method, path = route.path, "plain route");
        if route.is_large() {
            large = large.route(route.path, (route.handler)());
        } else {
            router = router.route(route.path, (route.handler)());
        }
    }
    let router = router.fallback(answer::not_found);
    layer::around(router, large, &site).with_state(site)
}
