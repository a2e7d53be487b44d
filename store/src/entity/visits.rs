//! Visits of the city into a county: tenanted, one row on each side.

pub mod visit {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "visit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub city_id: i32,
        pub county_id: i32,
        pub person_id: Uuid,
        pub person_name: String,
        pub reason: String,
        pub purpose: String,
        pub begun_at: i64,
        pub until_at: i64,
        pub ended_at: Option<i64>,
    }

    tenanted!();
}

pub mod visit_look {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "visit_look")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub visit_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i32,
        pub at: i64,
        pub noun: String,
        pub row_id: Option<Uuid>,
        pub words: String,
    }

    tenanted!();
}
