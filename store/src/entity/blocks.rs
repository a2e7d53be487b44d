//! Numbers that officers have in hand.

pub mod block_number {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "block_number")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub block_id: Uuid,
        pub word: String,
        pub year: i32,
        pub serial: i64,
        pub number: String,
        pub person_id: Uuid,
        pub at: i64,
        pub by_id: Uuid,
        pub state: String,
        pub ended_at: Option<i64>,
        pub ended_by: Option<Uuid>,
        pub case_id: Option<Uuid>,
        pub reason: Option<String>,
    }

    tenanted!();
}
