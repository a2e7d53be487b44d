use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Programmes, classes, trainees and their certificates; `training.sql` is its text.
pub(crate) struct Training;

impl MigrationName for Training {
    fn name(&self) -> &'static str {
        "m0002_training"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Training {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("training.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
