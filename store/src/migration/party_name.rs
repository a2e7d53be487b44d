use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Parties are found by their names; `party_name.sql` is its text.
pub(crate) struct PartyName;

impl MigrationName for PartyName {
    fn name(&self) -> &'static str {
        "m0026_party_name"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for PartyName {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("party_name.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
