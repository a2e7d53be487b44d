use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// The index by which back entries find a case again; `back_entry.sql` is its text.
pub(crate) struct BackEntry;

impl MigrationName for BackEntry {
    fn name(&self) -> &'static str {
        "m0011_back_entry"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for BackEntry {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("back_entry.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
