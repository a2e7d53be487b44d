//! The one list of tables: whose rows they hold, and what a server may do to a row once written.
//!
//! `migrate` grants and walls by this list; a test compares it with the database on both engines.

use crate::entity;
use crate::scope::{Shared, Tenanted};

/// Whose rows a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Rows that all bureaus share.
    Shared,
    /// Rows of exactly one bureau each, behind row-level security on PostgreSQL.
    Tenanted,
}

/// What the running server may do to rows that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    /// Read them only.
    Stand,
    /// Add rows, change none.
    Append,
    /// Add rows and take them away as a whole, change none.
    AppendOrErase,
    /// Add and change rows, take none away.
    Change,
    /// Add, change and remove rows.
    Remove,
}

impl Rows {
    /// The grants on PostgreSQL.
    pub(crate) fn grants(self) -> &'static str {
        match self {
            Rows::Stand => "select",
            Rows::Append => "select, insert",
            Rows::AppendOrErase => "select, insert, delete",
            Rows::Change => "select, insert, update",
            Rows::Remove => "select, insert, update, delete",
        }
    }
}

/// One table of the schema.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) holds: Holds,
    pub(crate) rows: Rows,
}

fn shared<E: Shared + Default>(rows: Rows) -> Table {
    Table { name: E::default().table_name(), holds: Holds::Shared, rows }
}

fn tenanted<E: Tenanted + Default>(rows: Rows) -> Table {
    Table { name: E::default().table_name(), holds: Holds::Tenanted, rows }
}

/// Every table there is. The types see to it that a table is walled in the program as in the database.
pub(crate) fn tables() -> Vec<Table> {
    vec![
        Table { name: "seaql_migrations", holds: Holds::Shared, rows: Rows::Stand },
        shared::<entity::bureau::Entity>(Rows::Change),
        shared::<entity::power::Entity>(Rows::Change),
        shared::<entity::account::Entity>(Rows::Change),
        shared::<entity::membership::Entity>(Rows::Change),
        shared::<entity::session::Entity>(Rows::Remove),
        shared::<entity::sign_in_attempt::Entity>(Rows::Remove),
        shared::<entity::job::Entity>(Rows::Remove),
        shared::<entity::catalogue_version::Entity>(Rows::Append),
        shared::<entity::calendar_version::Entity>(Rows::Append),
        shared::<entity::calendar_count::Entity>(Rows::Append),
        shared::<entity::city_figure::Entity>(Rows::Remove),
        shared::<entity::city_total::Entity>(Rows::Change),
        shared::<entity::city_person::Entity>(Rows::Remove),
        shared::<entity::city_transfer::Entity>(Rows::Remove),
        shared::<entity::city_filing::Entity>(Rows::Remove),
        shared::<entity::city_term::Entity>(Rows::Remove),
        tenanted::<entity::establishment::Entity>(Rows::Remove),
        tenanted::<entity::licence::Entity>(Rows::Remove),
        tenanted::<entity::search_token::Entity>(Rows::Remove),
        tenanted::<entity::import::Entity>(Rows::Change),
        tenanted::<entity::import_file::Entity>(Rows::Remove),
        tenanted::<entity::import_row::Entity>(Rows::Remove),
        tenanted::<entity::import_change::Entity>(Rows::AppendOrErase),
        tenanted::<entity::case::Entity>(Rows::Change),
        tenanted::<entity::case_event::Entity>(Rows::Append),
        tenanted::<entity::case_party::Entity>(Rows::Remove),
        tenanted::<entity::case_clock::Entity>(Rows::Remove),
        tenanted::<entity::proposal::Entity>(Rows::Change),
        tenanted::<entity::delegation::Entity>(Rows::Change),
        tenanted::<entity::reminder::Entity>(Rows::Remove),
        tenanted::<entity::case_comment::Entity>(Rows::Change),
        tenanted::<entity::case_mention::Entity>(Rows::Append),
        tenanted::<entity::saved_view::Entity>(Rows::Remove),
        tenanted::<entity::issued_paper::Entity>(Rows::Change),
        tenanted::<entity::paper_copy::Entity>(Rows::Append),
        tenanted::<entity::evidence_file::Entity>(Rows::Change),
        tenanted::<entity::upload::Entity>(Rows::Remove),
        tenanted::<entity::upload_part::Entity>(Rows::AppendOrErase),
        tenanted::<entity::dossier::Entity>(Rows::Remove),
        tenanted::<entity::scan::Entity>(Rows::Remove),
        tenanted::<entity::scan_file::Entity>(Rows::AppendOrErase),
        tenanted::<entity::scan_page::Entity>(Rows::AppendOrErase),
        tenanted::<entity::paper_scan::Entity>(Rows::Change),
        tenanted::<entity::public_decision::Entity>(Rows::Remove),
        tenanted::<entity::transfer::Entity>(Rows::Change),
        tenanted::<entity::case_bundle::Entity>(Rows::Append),
        tenanted::<entity::designation::Entity>(Rows::Append),
        tenanted::<entity::programme::Entity>(Rows::Remove),
        tenanted::<entity::class::Entity>(Rows::Remove),
        tenanted::<entity::class_session::Entity>(Rows::Remove),
        tenanted::<entity::trainee::Entity>(Rows::Remove),
        tenanted::<entity::enrolment::Entity>(Rows::Remove),
        tenanted::<entity::attendance::Entity>(Rows::Append),
        tenanted::<entity::exam_mark::Entity>(Rows::AppendOrErase),
        tenanted::<entity::certificate::Entity>(Rows::Remove),
        tenanted::<entity::training_event::Entity>(Rows::AppendOrErase),
        tenanted::<entity::visit::Entity>(Rows::Change),
        tenanted::<entity::visit_look::Entity>(Rows::Append),
        tenanted::<entity::calendar_move::Entity>(Rows::Append),
        tenanted::<entity::number_counter::Entity>(Rows::Change),
        tenanted::<entity::number_start::Entity>(Rows::Append),
        tenanted::<entity::block_number::Entity>(Rows::Change),
        tenanted::<entity::draft::Entity>(Rows::Remove),
        tenanted::<entity::send_token::Entity>(Rows::Remove),
        tenanted::<entity::audit::Entity>(Rows::Append),
        tenanted::<entity::audit_payload::Entity>(Rows::AppendOrErase),
        tenanted::<entity::audit_head::Entity>(Rows::Change),
    ]
}
