//! The one table of routes that are neither page nor server function. A test walks it and demands an
//! access case for each.

use super::{
    Site, account, administration, asset, calendar, dossier, evidence, figures, find, health, help, ledger,
    money, open, palette, paper_case, papers, printed, training,
};
use axum::routing::{MethodRouter, get, post};

/// A plain route.
#[derive(Clone, Copy, Debug)]
pub struct PlainRoute {
    pub method: &'static str,
    /// In axum's notation.
    pub path: &'static str,
    pub handler: fn() -> MethodRouter<Site>,
}

impl PlainRoute {
    /// Whether files of hundreds of megabytes come in here.
    pub fn is_large(&self) -> bool {
        self.method == "POST" && [EVIDENCE, PHONE, SCANS].contains(&self.path)
    }
}

/// Where files come in by a plain form.
const EVIDENCE: &str = "/_/evidence/{bureau}/{case}";
/// Where scans of signed papers come in by a plain form.
const SCANS: &str = "/_/papers/{bureau}/scan";
/// Where a phone brings files by a plain form.
const PHONE: &str = "/_/phone/{word}";
/// Where a phone's script brings a file in parts.
const PHONE_UPLOAD: &str = "/_/phone/{word}/uploads/{upload}";

/// All plain routes.
pub const PLAIN_ROUTES: &[PlainRoute] = &[
    PlainRoute { method: "GET", path: "/healthz", handler: || get(health::alive) },
    PlainRoute { method: "GET", path: "/readyz", handler: || get(health::ready) },
    PlainRoute { method: "GET", path: "/robots.txt", handler: || get(open::robots) },
    PlainRoute { method: "GET", path: "/open", handler: open::bureaus_route },
    PlainRoute { method: "GET", path: "/open/{bureau}", handler: open::list_route },
    PlainRoute { method: "GET", path: "/open/{bureau}/{id}", handler: open::page_route },
    PlainRoute { method: "GET", path: "/_/pkg/{file}", handler: || get(asset::file) },
    PlainRoute { method: "GET", path: "/_/style.css", handler: || get(asset::style) },
    PlainRoute { method: "GET", path: "/_/icon.svg", handler: || get(asset::icon) },
    PlainRoute { method: "POST", path: "/_/sign-in", handler: || post(account::sign_in) },
    PlainRoute { method: "POST", path: "/_/sign-out", handler: || post(account::sign_out) },
    PlainRoute { method: "POST", path: "/_/password", handler: || post(account::change_password) },
    PlainRoute { method: "POST", path: "/_/language", handler: || post(account::language) },
    PlainRoute { method: "POST", path: "/_/theme", handler: || post(account::theme) },
    PlainRoute { method: "POST", path: "/_/size", handler: || post(account::size) },
    PlainRoute { method: "GET", path: "/_/keys", handler: || get(palette::keys) },
    PlainRoute { method: "GET", path: "/_/palette", handler: || get(palette::palette) },
    PlainRoute { method: "GET", path: "/_/help", handler: || get(help::contents) },
    PlainRoute { method: "GET", path: "/_/help/{part}/{word}", handler: || get(help::entry) },
    PlainRoute { method: "GET", path: "/_/papers/{bureau}/{case}", handler: papers::list_route },
    PlainRoute { method: "POST", path: "/_/papers/{bureau}/{case}", handler: papers::act_route },
    PlainRoute { method: "GET", path: "/_/papers/{bureau}/{case}/{file}", handler: papers::paper_route },
    PlainRoute {
        method: "GET",
        path: "/_/papers/{bureau}/{case}/issued/{id}/{file}",
        handler: papers::issued_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/papers/{bureau}/{case}/scans/{scan}",
        handler: papers::scanned_route,
    },
    PlainRoute { method: "GET", path: SCANS, handler: papers::scan_desk_route },
    PlainRoute { method: "POST", path: SCANS, handler: papers::scan_bring_route },
    PlainRoute { method: "GET", path: "/_/papers/{bureau}/scan/{scan}", handler: papers::scan_route },
    PlainRoute { method: "POST", path: "/_/papers/{bureau}/scan/{scan}", handler: papers::scan_act_route },
    PlainRoute {
        method: "GET",
        path: "/_/papers/{bureau}/scan/{scan}/{page}",
        handler: papers::scan_picture_route,
    },
    PlainRoute { method: "GET", path: "/_/papers/{bureau}", handler: papers::out_route },
    PlainRoute { method: "GET", path: "/_/money/{bureau}", handler: money::ledger_route },
    PlainRoute { method: "GET", path: "/_/money/{bureau}/{case}", handler: money::case_route },
    PlainRoute { method: "GET", path: "/_/check/{word}", handler: papers::check_route },
    PlainRoute { method: "GET", path: "/_/dossier.js", handler: dossier::script_route },
    PlainRoute { method: "GET", path: "/_/dossier/{bureau}/{case}", handler: dossier::list_route },
    PlainRoute { method: "POST", path: "/_/dossier/{bureau}/{case}", handler: dossier::ask_route },
    PlainRoute { method: "GET", path: "/_/dossier/{bureau}/{case}/{file}", handler: dossier::file_route },
    PlainRoute { method: "GET", path: "/_/uploader.js", handler: evidence::script_route },
    PlainRoute { method: "GET", path: EVIDENCE, handler: evidence::list_route },
    PlainRoute { method: "POST", path: EVIDENCE, handler: evidence::form_route },
    PlainRoute {
        method: "POST",
        path: "/_/evidence/{bureau}/{case}/uploads",
        handler: evidence::declare_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/evidence/{bureau}/{case}/uploads",
        handler: evidence::waiting_route,
    },
    PlainRoute { method: "POST", path: "/_/evidence/{bureau}/{case}/phone", handler: evidence::give_route },
    PlainRoute {
        method: "GET",
        path: "/_/evidence/{bureau}/{case}/phone/{word}",
        handler: evidence::code_route,
    },
    PlainRoute { method: "GET", path: PHONE, handler: evidence::phone_route },
    PlainRoute { method: "POST", path: PHONE, handler: evidence::phone_form_route },
    PlainRoute { method: "POST", path: "/_/phone/{word}/uploads", handler: evidence::phone_declare_route },
    PlainRoute { method: "GET", path: PHONE_UPLOAD, handler: evidence::phone_state_route },
    PlainRoute { method: "PUT", path: PHONE_UPLOAD, handler: evidence::phone_part_route },
    PlainRoute { method: "DELETE", path: PHONE_UPLOAD, handler: evidence::phone_drop_route },
    PlainRoute {
        method: "GET",
        path: "/_/evidence/{bureau}/{case}/uploads/{upload}",
        handler: evidence::state_route,
    },
    PlainRoute {
        method: "PUT",
        path: "/_/evidence/{bureau}/{case}/uploads/{upload}",
        handler: evidence::part_route,
    },
    PlainRoute {
        method: "DELETE",
        path: "/_/evidence/{bureau}/{case}/uploads/{upload}",
        handler: evidence::drop_route,
    },
    PlainRoute {
        method: "POST",
        path: "/_/evidence/{bureau}/{case}/uploads/{upload}",
        handler: evidence::cancel_route,
    },
    PlainRoute { method: "GET", path: "/_/evidence/{bureau}/{case}/{id}", handler: evidence::one_route },
    PlainRoute {
        method: "POST",
        path: "/_/evidence/{bureau}/{case}/{id}",
        handler: evidence::withdraw_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/evidence/{bureau}/{case}/{id}/file",
        handler: evidence::bytes_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/evidence/{bureau}/{case}/{id}/thumbnail",
        handler: evidence::thumbnail_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/evidence/{bureau}/{case}/{id}/sheet",
        handler: printed::evidence_route,
    },
    PlainRoute { method: "GET", path: "/_/designations/{bureau}/{order}", handler: printed::order_route },
    PlainRoute { method: "POST", path: "/_/find/{bureau}", handler: find::route },
    PlainRoute { method: "POST", path: "/_/find/{bureau}/visits/{visit}", handler: find::visit_route },
    PlainRoute {
        method: "POST",
        path: "/_/administration/{bureau}/members",
        handler: administration::members_route,
    },
    PlainRoute {
        method: "POST",
        path: "/_/administration/{bureau}/members/{member}/password",
        handler: administration::password_route,
    },
    PlainRoute {
        method: "POST",
        path: "/_/administration/{bureau}/bureaus",
        handler: administration::bureaus_route,
    },
    PlainRoute {
        method: "POST",
        path: "/_/administration/{bureau}/calendar/{year}",
        handler: calendar::year_route,
    },
    PlainRoute { method: "POST", path: "/_/administration/{bureau}/paper-case", handler: paper_case::route },
    PlainRoute { method: "POST", path: "/_/files/{bureau}/{noun}/import", handler: ledger::upload_route },
    PlainRoute {
        method: "POST",
        path: "/_/files/{bureau}/{noun}/import/{id}/apply",
        handler: ledger::apply_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/training/{bureau}/certificates/{certificate}",
        handler: printed::certificate_route,
    },
    PlainRoute {
        method: "POST",
        path: "/_/training/{bureau}/trainees/{trainee}/contact",
        handler: training::contact_route,
    },
    PlainRoute {
        method: "POST",
        path: "/_/files/{bureau}/{noun}/import/{id}/undo",
        handler: ledger::undo_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/files/{bureau}/{noun}/import/{id}/marked.xlsx",
        handler: ledger::marked_route,
    },
    PlainRoute { method: "GET", path: "/_/city/{bureau}/figures.csv", handler: figures::route },
    PlainRoute {
        method: "GET",
        path: "/_/files/{bureau}/establishments/export.xlsx",
        handler: ledger::export_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/files/{bureau}/payments/export.xlsx",
        handler: money::export_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/files/{bureau}/{noun}/template.xlsx",
        handler: ledger::template_route,
    },
];
