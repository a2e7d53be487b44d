use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Which bureau handles a case: orders of the city, and who has filed; `jurisdiction.sql` is its text.
pub(crate) struct Jurisdiction;

impl MigrationName for Jurisdiction {
    fn name(&self) -> &'static str {
        "m0008_jurisdiction"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Jurisdiction {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("jurisdiction.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
