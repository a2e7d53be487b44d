use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// The city's figures: people counted once, totals of the city; `city.sql` is its text.
pub(crate) struct City;

impl MigrationName for City {
    fn name(&self) -> &'static str {
        "m0003_city"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for City {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("city.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
