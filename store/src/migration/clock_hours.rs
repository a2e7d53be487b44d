use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// The minutes of terms of hours; `clock_hours.sql` is its text.
pub(crate) struct ClockHours;

impl MigrationName for ClockHours {
    fn name(&self) -> &'static str {
        "m0014_clock_hours"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for ClockHours {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("clock_hours.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
