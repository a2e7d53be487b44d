use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Evidence that is a file, and files on their way in; `file.sql` is its text.
pub(crate) struct File;

impl MigrationName for File {
    fn name(&self) -> &'static str {
        "m0021_file"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for File {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("file.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
