//! Volumes of dossiers that are made: tenanted.

pub mod dossier {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "dossier")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub case_id: Uuid,
        pub bound: String,
        pub party: Option<Uuid>,
        pub base: String,
        pub state: String,
        pub asked_at: i64,
        pub asked_by: Uuid,
        pub claim: Option<Uuid>,
        pub touched_at: Option<i64>,
        pub tries: i32,
        pub steps_done: i32,
        pub steps_all: i32,
        pub ended_at: Option<i64>,
        pub fault: Option<String>,
        pub catalogue_sealed: Option<Vec<u8>>,
        pub pages: Option<i32>,
        pub size: Option<i64>,
        pub sha256: Option<String>,
        pub expires_at: i64,
    }

    tenanted!();
}
