use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// The bureaus' running terms, for the city; `city_term.sql` is its text.
pub(crate) struct CityTerm;

impl MigrationName for CityTerm {
    fn name(&self) -> &'static str {
        "m0017_city_term"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for CityTerm {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("city_term.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
