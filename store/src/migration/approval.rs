use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// How proposals go through the house, and lent powers; `approval.sql` is its text.
pub(crate) struct Approval;

impl MigrationName for Approval {
    fn name(&self) -> &'static str {
        "m0010_approval"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Approval {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("approval.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
