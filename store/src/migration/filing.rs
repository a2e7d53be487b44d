use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Filings as the whole city knows them; `filing.sql` is its text.
pub(crate) struct Filing;

impl MigrationName for Filing {
    fn name(&self) -> &'static str {
        "m0013_filing"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Filing {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("filing.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
