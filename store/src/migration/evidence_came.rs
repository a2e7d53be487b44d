use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Evidence that came with a case of another bureau; `evidence_came.sql` is its text.
pub(crate) struct EvidenceCame;

impl MigrationName for EvidenceCame {
    fn name(&self) -> &'static str {
        "m0025_evidence_came"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for EvidenceCame {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("evidence_came.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
