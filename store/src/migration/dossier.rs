use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Volumes of dossiers that are made; `dossier.sql` is its text.
pub(crate) struct Dossier;

impl MigrationName for Dossier {
    fn name(&self) -> &'static str {
        "m0024_dossier"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Dossier {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("dossier.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
