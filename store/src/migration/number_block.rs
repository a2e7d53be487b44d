use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// Numbers that officers have in hand; `number_block.sql` is its text.
pub(crate) struct NumberBlock;

impl MigrationName for NumberBlock {
    fn name(&self) -> &'static str {
        "m0028_number_block"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for NumberBlock {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("number_block.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
