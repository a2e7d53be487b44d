use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// The first schema; `first_light.sql` is its text.
pub(crate) struct FirstLight;

impl MigrationName for FirstLight {
    fn name(&self) -> &'static str {
        "m0001_first_light"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for FirstLight {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("first_light.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
