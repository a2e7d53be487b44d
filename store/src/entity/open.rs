//! Decisions that anybody may read: tenanted.

pub mod public_decision {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "public_decision")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub case_id: Uuid,
        pub seq: i32,
        pub published_on: NaiveDate,
        pub is_public: bool,
        pub party: Option<String>,
        pub violations: Option<String>,
        pub facts: Option<String>,
        pub withdrawn_on: Option<NaiveDate>,
        pub reason: Option<String>,
    }

    tenanted!();
}
