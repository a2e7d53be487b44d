use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Papers that were issued; `issued_paper.sql` is its text.
pub(crate) struct IssuedPaper;

impl MigrationName for IssuedPaper {
    fn name(&self) -> &'static str {
        "m0020_issued_paper"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for IssuedPaper {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("issued_paper.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
