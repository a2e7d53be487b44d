//! The schema, forward only, one text for both engines; afterwards the walls are raised by the one
//! list of tables, so that a new table without its wall cannot exist.

mod account;
mod administration;
mod approval;
mod audit_seal;
mod back_entry;
mod city;
mod city_term;
mod clock_hours;
mod comment;
mod decision_number;
mod default_view;
mod dossier;
mod evidence_came;
mod file;
mod filing;
mod first_light;
mod issued_paper;
mod jurisdiction;
mod number_block;
mod paper_scan;
mod party_name;
mod practice;
mod public_decision;
mod reminder;
mod saved_view;
mod training;
mod transfer;
mod visit;
mod walls;

use crate::url::Engine;
use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

pub(crate) use walls::{SERVER_ROLE, raise};

/// Every migration, oldest first. A released one is never changed.
#[derive(Debug)]
pub(crate) struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(first_light::FirstLight),
            Box::new(training::Training),
            Box::new(city::City),
            Box::new(visit::Visit),
            Box::new(administration::Administration),
            Box::new(audit_seal::AuditSeal),
            Box::new(transfer::Transfer),
            Box::new(jurisdiction::Jurisdiction),
            Box::new(reminder::Reminder),
            Box::new(approval::Approval),
            Box::new(back_entry::BackEntry),
            Box::new(practice::Practice),
            Box::new(filing::Filing),
            Box::new(clock_hours::ClockHours),
            Box::new(comment::Comment),
            Box::new(saved_view::SavedView),
            Box::new(city_term::CityTerm),
            Box::new(decision_number::DecisionNumber),
            Box::new(default_view::DefaultView),
            Box::new(issued_paper::IssuedPaper),
            Box::new(file::File),
            Box::new(public_decision::PublicDecision),
            Box::new(account::Account),
            Box::new(dossier::Dossier),
            Box::new(evidence_came::EvidenceCame),
            Box::new(party_name::PartyName),
            Box::new(paper_scan::PaperScan),
            Box::new(number_block::NumberBlock),
        ]
    }
}

/// Runs a text of statements after putting the engine's own words in.
pub(crate) async fn run<C: ConnectionTrait>(on: &C, text: &str) -> Result<(), DbErr> {
    let engine = engine_of(on);
    let words: [(&str, &str); 4] = match engine {
        Engine::Sqlite => {
            [("UUID", "blob"), ("BYTES", "blob"), ("SORTED", "text"), ("CLUSTERED", "without rowid")]
        }
        Engine::Postgres => {
            [("UUID", "uuid"), ("BYTES", "bytea"), ("SORTED", "text collate \"C\""), ("CLUSTERED", "")]
        }
    };
    let text = words.iter().fold(text.to_owned(), |text, (word, own)| text.replace(word, own));
    on.execute_unprepared(&text).await.map(drop)
}

/// The engine behind a connection.
pub(crate) fn engine_of<C: ConnectionTrait>(on: &C) -> Engine {
    match on.get_database_backend() {
        sea_orm::DbBackend::Sqlite => Engine::Sqlite,
        _ => Engine::Postgres,
    }
}
