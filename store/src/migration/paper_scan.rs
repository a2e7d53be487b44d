use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Scans of signed papers that come back; `paper_scan.sql` is its text.
pub(crate) struct PaperScan;

impl MigrationName for PaperScan {
    fn name(&self) -> &'static str {
        "m0027_paper_scan"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for PaperScan {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("paper_scan.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
