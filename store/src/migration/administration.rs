use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Years of the calendar, what moved with them, and numbers set at a bureau's start; `administration.sql` is its text.
pub(crate) struct Administration;

impl MigrationName for Administration {
    fn name(&self) -> &'static str {
        "m0005_administration"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Administration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("administration.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
