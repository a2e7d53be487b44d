//! The HTML shell and the whole route table on one screen.

use crate::account::{Home, PasswordPage, SessionsPage, SignInPage};
use crate::administration::AdministrationPage;
use crate::calculator::CalculatorPage;
use crate::case::{
    ActPage, BankFoundPage, BankPage, CaseListPage, CasePage, ContactPage, NewCluePage, PaperCasesFoundPage,
    PaperCasesPage, ProposalsPage,
};
use crate::city::FiguresPage;
use crate::delegation::DelegationsPage;
use crate::desk::{Desk, Frame};
use crate::establishment::{EditPage, ImportPage, ImportShowPage, ListPage, NewPage, ShowPage};
use crate::find::FindPage;
use crate::industry::{IndustriesPage, IndustryPage};
use crate::reminder::RemindersPage;
use crate::saved_view::SavedViewsPage;
use crate::training::{RollCallPage, RollFoundPage, RollPage, TrainingPage};
use crate::transfer::TransfersPage;
use crate::ui::NotFoundPage;
use crate::visit::VisitsPage;
use domain::Lang;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::SsrMode::Async;
use leptos_router::components::{Outlet, ParentRoute, Route, Router, Routes};
use leptos_router::path;

/// All pages. Every route answers whole HTML: its status is known before the first byte.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_context(document_lang());
    view! {
        <Router>
            <Routes fallback=NotFoundPage>
                <Route path=path!("/") view=Home ssr=Async />
                <Route path=path!("/_/sign-in") view=SignInPage ssr=Async />
                <Route path=path!("/_/account/sessions") view=SessionsPage ssr=Async />
                <Route path=path!("/_/account/password") view=PasswordPage ssr=Async />
                <ParentRoute path=path!("/:bureau") view=Frame ssr=Async>
                    // First: `cases/:case` would take these for a case.
                    <ParentRoute path=path!("") view=Outlet ssr=Async>
                        <Route path=path!("cases/new") view=NewCluePage ssr=Async />
                        <Route path=path!("cases/enter") view=AdministrationPage ssr=Async />
                        <Route path=path!("cases/import") view=PaperCasesPage ssr=Async />
                        <Route path=path!("cases/import/:id") view=PaperCasesFoundPage ssr=Async />
                        <Route path=path!("practice") view=AdministrationPage ssr=Async />
                        <Route path=path!("handover") view=AdministrationPage ssr=Async />
                        <Route path=path!("handover/:person") view=AdministrationPage ssr=Async />
                    </ParentRoute>
                    <Route path=path!("") view=Desk ssr=Async />
                    <Route path=path!("cases") view=CaseListPage ssr=Async />
                    <Route path=path!("cases/:case") view=CasePage ssr=Async />
                    <Route path=path!("cases/:case/do/:act") view=ActPage ssr=Async />
                    <Route path=path!("cases/:case/contact/:party") view=ContactPage ssr=Async />
                    <Route path=path!("proposals") view=ProposalsPage ssr=Async />
                    <Route path=path!("establishments") view=ListPage ssr=Async />
                    <Route path=path!("establishments/new") view=NewPage ssr=Async />
                    <Route path=path!("establishments/import") view=ImportPage ssr=Async />
                    <Route path=path!("establishments/import/:id") view=ImportShowPage ssr=Async />
                    <Route path=path!("establishments/:id") view=ShowPage ssr=Async />
                    <Route path=path!("establishments/:id/edit") view=EditPage ssr=Async />
                    // Parents of their own: the router takes sixteen routes in one.
                    <ParentRoute path=path!("") view=Outlet ssr=Async>
                        <Route path=path!("programmes") view=TrainingPage ssr=Async />
                        <Route path=path!("programmes/new") view=TrainingPage ssr=Async />
                        <Route path=path!("programmes/:id") view=TrainingPage ssr=Async />
                        <Route path=path!("programmes/:id/do/:act") view=TrainingPage ssr=Async />
                        <Route path=path!("classes") view=TrainingPage ssr=Async />
                        <Route path=path!("classes/:id") view=TrainingPage ssr=Async />
                        <Route path=path!("classes/:id/do/:act") view=TrainingPage ssr=Async />
                        <Route path=path!("classes/:id/attendance") view=TrainingPage ssr=Async />
                        <Route path=path!("classes/:id/sessions/:session") view=RollCallPage ssr=Async />
                        <Route path=path!("classes/:id/sessions/:session/correct/:enrolment") view=TrainingPage ssr=Async />
                        <Route path=path!("enrolments/:id") view=TrainingPage ssr=Async />
                        <Route path=path!("enrolments/:id/do/:act") view=TrainingPage ssr=Async />
                    </ParentRoute>
                    <ParentRoute path=path!("") view=Outlet ssr=Async>
                        <Route path=path!("trainees") view=TrainingPage ssr=Async />
                        <Route path=path!("trainees/import") view=RollPage ssr=Async />
                        <Route path=path!("trainees/import/:id") view=RollFoundPage ssr=Async />
                        <Route path=path!("trainees/:id") view=TrainingPage ssr=Async />
                        <Route path=path!("trainees/:id/do/:act") view=TrainingPage ssr=Async />
                        <Route path=path!("trainees/:id/contact") view=TrainingPage ssr=Async />
                        <Route path=path!("certificates") view=TrainingPage ssr=Async />
                        <Route path=path!("certificates/:id") view=TrainingPage ssr=Async />
                        <Route path=path!("certificates/:id/do/:act") view=TrainingPage ssr=Async />
                    </ParentRoute>
                    // What visits open: the same pages, closed by a list of the domain.
                    <ParentRoute path=path!("") view=Outlet ssr=Async>
                        <Route path=path!("figures") view=FiguresPage ssr=Async />
                        <Route path=path!("visits") view=VisitsPage ssr=Async />
                        <Route path=path!("visits/new") view=VisitsPage ssr=Async />
                        <Route path=path!("visits/:visit") view=VisitsPage ssr=Async />
                        <Route path=path!("visits/:visit/cases") view=CaseListPage ssr=Async />
                        <Route path=path!("visits/:visit/cases/:case") view=CasePage ssr=Async />
                        <Route path=path!("visits/:visit/establishments") view=ListPage ssr=Async />
                        <Route path=path!("visits/:visit/establishments/:id") view=ShowPage ssr=Async />
                        <Route path=path!("visits/:visit/programmes") view=TrainingPage ssr=Async />
                        <Route path=path!("visits/:visit/programmes/:id") view=TrainingPage ssr=Async />
                        <Route path=path!("visits/:visit/classes") view=TrainingPage ssr=Async />
                        <Route path=path!("visits/:visit/classes/:id") view=TrainingPage ssr=Async />
                        <Route path=path!("visits/:visit/classes/:id/attendance") view=TrainingPage ssr=Async />
                    </ParentRoute>
                    <ParentRoute path=path!("") view=Outlet ssr=Async>
                        <Route path=path!("reminders") view=RemindersPage ssr=Async />
                        <Route path=path!("reminders/week") view=RemindersPage ssr=Async />
                        <Route path=path!("views") view=SavedViewsPage ssr=Async />
                        <Route path=path!("delegations") view=DelegationsPage ssr=Async />
                        <Route path=path!("payments/import") view=BankPage ssr=Async />
                        <Route path=path!("payments/import/:id") view=BankFoundPage ssr=Async />
                        <Route path=path!("transfers") view=TransfersPage ssr=Async />
                        <Route path=path!("transfers/unanswered") view=TransfersPage ssr=Async />
                        <Route path=path!("transfers/designations") view=TransfersPage ssr=Async />
                        <Route path=path!("transfers/:transfer") view=TransfersPage ssr=Async />
                    </ParentRoute>
                    <ParentRoute path=path!("") view=Outlet ssr=Async>
                        <Route path=path!("visits/:visit/enrolments/:id") view=TrainingPage ssr=Async />
                        <Route path=path!("visits/:visit/trainees") view=TrainingPage ssr=Async />
                        <Route path=path!("visits/:visit/trainees/:id") view=TrainingPage ssr=Async />
                        <Route path=path!("visits/:visit/certificates") view=TrainingPage ssr=Async />
                        <Route path=path!("visits/:visit/certificates/:id") view=TrainingPage ssr=Async />
                    </ParentRoute>
                    <ParentRoute path=path!("") view=Outlet ssr=Async>
                        <Route path=path!("search") view=FindPage ssr=Async />
                        <Route path=path!("calculator") view=CalculatorPage ssr=Async />
                        <Route path=path!("industries") view=IndustriesPage ssr=Async />
                        <Route path=path!("industries/:industry") view=IndustryPage ssr=Async />
                        <Route path=path!("members") view=AdministrationPage ssr=Async />
                        <Route path=path!("members/new") view=AdministrationPage ssr=Async />
                        <Route path=path!("members/:member") view=AdministrationPage ssr=Async />
                        <Route path=path!("settings") view=AdministrationPage ssr=Async />
                        <Route path=path!("powers") view=AdministrationPage ssr=Async />
                        <Route path=path!("start") view=AdministrationPage ssr=Async />
                        <Route path=path!("number-blocks") view=AdministrationPage ssr=Async />
                        <Route path=path!("calendar") view=AdministrationPage ssr=Async />
                        <Route path=path!("calendar/:year") view=AdministrationPage ssr=Async />
                        <Route path=path!("calendar/:year/load") view=AdministrationPage ssr=Async />
                        <Route path=path!("accounts") view=AdministrationPage ssr=Async />
                        <Route path=path!("accounts/:person") view=AdministrationPage ssr=Async />
                        <Route path=path!("bureaus") view=AdministrationPage ssr=Async />
                        <Route path=path!("bureaus/new") view=AdministrationPage ssr=Async />
                        <Route path=path!("bureaus/:slug") view=AdministrationPage ssr=Async />
                    </ParentRoute>
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// The language of the document: the request's on the server, `<html lang>` in the browser.
fn document_lang() -> Lang {
    #[cfg(feature = "ssr")]
    {
        crate::caller::request_lang()
    }
    #[cfg(not(feature = "ssr"))]
    {
        let root = document().document_element().and_then(|root| root.get_attribute("lang"));
        if root.as_deref() == Some(Lang::En.tag()) { Lang::En } else { Lang::Zh }
    }
}

/// Names of the built site's files; their hashes let browsers keep them for a year.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Assets {
    pub css: String,
    pub js: String,
    pub wasm: String,
}

/// Loads the WASM bundle where the browser knows reference types (the baseline: Chromium 109,
/// Firefox 115); below it the pages work without.
#[cfg(feature = "ssr")]
fn loader(assets: &Assets) -> String {
    let probe = "0,97,115,109,1,0,0,0,1,5,1,96,1,111,0";
    format!(
        "if(self.WebAssembly&&WebAssembly.validate(new Uint8Array([{probe}]))){{\
         const m=await import('/_/pkg/{}');await m.default({{module_or_path:'/_/pkg/{}'}});m.hydrate()}}",
        assets.js, assets.wasm
    )
}

/// The document around every page.
#[cfg(feature = "ssr")]
pub fn shell(assets: &Assets) -> impl IntoView + use<> {
    use leptos::nonce::use_nonce;
    use leptos_meta::MetaTags;

    if let Some(nonce) = use_nonce() {
        crate::caller::set_page_policy(&nonce);
    }
    let lang = document_lang();
    let theme = crate::caller::request_theme();
    let size = crate::caller::request_size();
    let style = format!("/_/pkg/{}", assets.css);
    // Behind the pages, so that the browser's half knows nothing of it: it stands below closed and broken ones as well.
    let contact = crate::caller::request_contact();
    let contact = contact.map(|words| view! { <footer class="contact">{words}</footer> });
    let module = (!assets.js.is_empty()).then(|| {
        let preload = format!("/_/pkg/{}", assets.js);
        view! {
            <link rel="modulepreload" href=preload nonce=use_nonce() />
            <script type="module" nonce=use_nonce() inner_html=loader(assets)></script>
        }
    });
    view! {
        <!DOCTYPE html>
        <html lang=lang.tag() data-theme=theme data-size=size>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="renderer" content="webkit" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/_/icon.svg" type="image/svg+xml" />
                <link rel="stylesheet" href=style />
                {module}
                <MetaTags />
            </head>
            <body>
                <App />
                {contact}
            </body>
        </html>
    }
}
