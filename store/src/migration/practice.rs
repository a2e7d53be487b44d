use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Where a bureau practises; `practice.sql` is its text.
pub(crate) struct Practice;

impl MigrationName for Practice {
    fn name(&self) -> &'static str {
        "m0012_practice"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Practice {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("practice.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
