//! What people are told of their cases: tenanted.

pub mod reminder {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reminder")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        pub case_id: Uuid,
        pub about: Uuid,
        pub word: String,
        pub due_on: NaiveDate,
        pub step: String,
        pub at: i64,
        pub settled: bool,
        pub is_read: bool,
    }

    tenanted!();
}
