//! Powers that were lent for a time: tenanted.

pub mod delegation {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "delegation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub from_id: Uuid,
        pub to_id: Uuid,
        pub first_on: NaiveDate,
        pub last_on: NaiveDate,
        pub given_at: i64,
        pub revoked_at: Option<i64>,
    }

    tenanted!();
}
