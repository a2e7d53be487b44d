//! Evidence that is a file, and files on their way in: tenanted.

pub mod evidence_file {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "evidence_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub case_id: Uuid,
        pub number: i32,
        pub name_sealed: Vec<u8>,
        pub sheet_sealed: Vec<u8>,
        pub content: String,
        pub size: i64,
        pub sha256: String,
        pub thumbnail_sha256: Option<String>,
        pub at: i64,
        pub by_id: Uuid,
        pub withdrawn_at: Option<i64>,
        pub withdrawn_by: Option<Uuid>,
        pub withdrawn_reason: Option<String>,
        pub lies_with: Option<i32>,
        pub came_sealed: Option<Vec<u8>>,
    }

    tenanted!();
}

pub mod upload {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "upload")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub case_id: Uuid,
        pub by_id: Uuid,
        pub name_sealed: Vec<u8>,
        pub size: i64,
        pub received: i64,
        pub at: i64,
        pub expires_at: i64,
        pub sha256: Option<String>,
        pub thumbnail_sha256: Option<String>,
        pub evidence_id: Option<Uuid>,
    }

    tenanted!();
}

pub mod upload_part {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "upload_part")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub upload_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub start: i64,
        pub size: i32,
        pub object: Uuid,
    }

    tenanted!();
}
