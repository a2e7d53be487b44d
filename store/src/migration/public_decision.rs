use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Decisions that anybody may read; `public_decision.sql` is its text.
pub(crate) struct PublicDecision;

impl MigrationName for PublicDecision {
    fn name(&self) -> &'static str {
        "m0022_public_decision"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for PublicDecision {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("public_decision.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
