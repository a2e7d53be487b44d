use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Filters that people keep; `saved_view.sql` is its text.
pub(crate) struct SavedView;

impl MigrationName for SavedView {
    fn name(&self) -> &'static str {
        "m0016_saved_view"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for SavedView {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("saved_view.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
