use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Where the accounts of parties stand; `account.sql` is its text.
pub(crate) struct Account;

impl MigrationName for Account {
    fn name(&self) -> &'static str {
        "m0023_account"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Account {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("account.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
