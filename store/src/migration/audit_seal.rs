use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// The end of each bureau's chain is sealed with the key that stands outside the database. Ends of before are sealed
/// by `verify audit --seal`, or by the bureau's next act.
pub(crate) struct AuditSeal;

const TEXT: &str = "alter table audit_head add column seal BYTES not null default ''";

impl MigrationName for AuditSeal {
    fn name(&self) -> &'static str {
        "m0006_audit_seal"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for AuditSeal {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), TEXT).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
