use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// The view that opens a list; `default_view.sql` is its text.
pub(crate) struct DefaultView;

impl MigrationName for DefaultView {
    fn name(&self) -> &'static str {
        "m0019_default_view"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for DefaultView {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("default_view.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
