use super::{engine_of, run};
use crate::url::Engine;
use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Decisions found by their numbers, and the word of those that penalise nobody; `decision_number.sql` is its text.
pub(crate) struct DecisionNumber;

/// Rows of every bureau are written: the walls open for their owner until they are raised again after the migrations.
const OPEN: [&str; 4] = ["case_party", "case_event", "number_counter", "number_start"];

impl MigrationName for DecisionNumber {
    fn name(&self) -> &'static str {
        "m0018_decision_number"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for DecisionNumber {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let on = manager.get_connection();
        let number = match engine_of(on) {
            Engine::Sqlite => {
                run(on, "drop trigger if exists number_start_keeps_update").await?;
                "json_extract(case_event.facts, '$.facts.number')"
            }
            Engine::Postgres => {
                for table in OPEN {
                    run(on, &format!("alter table {table} no force row level security")).await?;
                }
                "case_event.facts::json #>> '{facts,number}'"
            }
        };
        run(on, &include_str!("decision_number.sql").replace("NUMBER", number)).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
