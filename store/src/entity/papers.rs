//! Papers that were issued: tenanted.

pub mod issued_paper {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "issued_paper")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub case_id: Uuid,
        pub kind: String,
        pub seq: i32,
        pub party: Option<Uuid>,
        pub number: Option<String>,
        pub on_day: NaiveDate,
        pub at: i64,
        pub by_id: Uuid,
        pub facts_sealed: Vec<u8>,
        pub check_hash: Vec<u8>,
        pub replaces: Option<Uuid>,
        pub state: String,
        pub is_out: bool,
        pub back_on: Option<NaiveDate>,
        pub void_reason: Option<String>,
        pub ended_at: Option<i64>,
        pub ended_by: Option<Uuid>,
    }

    tenanted!();
}

pub mod paper_copy {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "paper_copy")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub paper_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub copy: String,
        pub pdf_sealed: Vec<u8>,
        pub sha256: String,
        pub template: String,
    }

    tenanted!();
}
