use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Cases on their way between two bureaus; `transfer.sql` is its text.
pub(crate) struct Transfer;

impl MigrationName for Transfer {
    fn name(&self) -> &'static str {
        "m0007_transfer"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Transfer {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("transfer.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
