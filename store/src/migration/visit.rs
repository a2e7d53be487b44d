use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Visits of the city into a county and what was looked at; `visit.sql` is its text.
pub(crate) struct Visit;

impl MigrationName for Visit {
    fn name(&self) -> &'static str {
        "m0004_visit"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Visit {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("visit.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
