use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// What people are told of their cases; `reminder.sql` is its text.
pub(crate) struct Reminder;

impl MigrationName for Reminder {
    fn name(&self) -> &'static str {
        "m0009_reminder"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Reminder {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("reminder.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
