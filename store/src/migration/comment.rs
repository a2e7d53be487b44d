use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

/// What colleagues say about a case; `comment.sql` is its text.
pub(crate) struct Comment;

impl MigrationName for Comment {
    fn name(&self) -> &'static str {
        "m0015_comment"
    }
}

#[sea_orm_migration::async_trait::async_trait]
impl MigrationTrait for Comment {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager.get_connection(), include_str!("comment.sql")).await
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("migrations go forward only; restore a backup".to_owned()))
    }
}
