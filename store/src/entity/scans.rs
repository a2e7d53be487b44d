//! Scans of signed papers, those that wait and those that were entered: tenanted.

pub mod scan {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "scan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub by_id: Uuid,
        pub at: i64,
        pub expires_at: i64,
    }

    tenanted!();
}

pub mod scan_file {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "scan_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub scan_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub is_bound: bool,
        pub content: String,
        pub size: i64,
        pub sha256: String,
    }

    tenanted!();
}

pub mod scan_page {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "scan_page")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub scan_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub file: i32,
        pub page: i32,
        pub is_wide: bool,
        pub found: String,
        pub paper_id: Option<Uuid>,
        pub paper_page: Option<i32>,
        pub picture_sealed: Vec<u8>,
    }

    tenanted!();
}

pub mod paper_scan {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "paper_scan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub case_id: Uuid,
        pub paper_id: Uuid,
        pub sha256: String,
        pub size: i64,
        pub pages: i32,
        pub at: i64,
        pub by_id: Uuid,
        pub withdrawn_at: Option<i64>,
        pub withdrawn_by: Option<Uuid>,
        pub withdrawn_reason_sealed: Option<Vec<u8>>,
    }

    tenanted!();
}
