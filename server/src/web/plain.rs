//! The one table of routes that are neither page nor server function. A test walks it and demands an
//! access case for each.

use super::{Site, account, administration, asset, find, health, register, training};
use axum::routing::{MethodRouter, get, post};

/// A plain route.
#[derive(Clone, Copy, Debug)]
pub struct PlainRoute {
    pub method: &'static str,
    /// In axum's notation.
    pub path: &'static str,
    pub handler: fn() -> MethodRouter<Site>,
}

/// All plain routes.
pub const PLAIN_ROUTES: &[PlainRoute] = &[
    PlainRoute { method: "GET", path: "/healthz", handler: || get(health::alive) },
    PlainRoute { method: "GET", path: "/readyz", handler: || get(health::ready) },
    PlainRoute { method: "GET", path: "/_/pkg/{file}", handler: || get(asset::file) },
    PlainRoute { method: "GET", path: "/_/style.css", handler: || get(asset::style) },
    PlainRoute { method: "GET", path: "/_/icon.svg", handler: || get(asset::icon) },
    PlainRoute { method: "POST", path: "/_/sign-in", handler: || post(account::sign_in) },
    PlainRoute { method: "POST", path: "/_/sign-out", handler: || post(account::sign_out) },
    PlainRoute { method: "POST", path: "/_/password", handler: || post(account::change_password) },
    PlainRoute { method: "POST", path: "/_/language", handler: || post(account::language) },
    PlainRoute { method: "POST", path: "/_/theme", handler: || post(account::theme) },
    PlainRoute { method: "POST", path: "/_/find/{bureau}", handler: find::route },
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
        path: "/_/training/{bureau}/trainees/{trainee}/contact",
        handler: training::contact_route,
    },
    PlainRoute {
        method: "POST",
        path: "/_/files/{bureau}/establishments/import",
        handler: register::upload_route,
    },
    PlainRoute {
        method: "POST",
        path: "/_/files/{bureau}/establishments/import/{id}/apply",
        handler: register::apply_route,
    },
    PlainRoute {
        method: "POST",
        path: "/_/files/{bureau}/establishments/import/{id}/undo",
        handler: register::undo_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/files/{bureau}/establishments/import/{id}/marked.xlsx",
        handler: register::marked_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/files/{bureau}/establishments/export.xlsx",
        handler: register::export_route,
    },
    PlainRoute {
        method: "GET",
        path: "/_/files/{bureau}/establishments/template.xlsx",
        handler: register::template_route,
    },
];
