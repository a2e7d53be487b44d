//! The register of establishments, its licences and its imports: tenanted.

pub mod establishment {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "establishment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        pub former_names: String,
        pub kind: String,
        pub credit_code: Option<String>,
        pub legacy_number: Option<String>,
        pub legal_representative: String,
        pub operator: String,
        pub phone_sealed: Option<Vec<u8>>,
        pub phone_blind: Option<Vec<u8>>,
        pub phone_masked: Option<String>,
        pub industry: String,
        pub town: String,
        pub address: String,
        pub shop_sign: String,
        pub remark: String,
        pub pinyin: String,
        pub licence_until: Option<NaiveDate>,
        pub licence_state: String,
        pub closed_on: Option<NaiveDate>,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i32,
    }

    tenanted!();
}

pub mod licence {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "licence")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub establishment_id: Uuid,
        pub industry: String,
        pub kind: String,
        pub number: String,
        pub issuer: String,
        pub issued_on: Option<NaiveDate>,
        pub valid_from: Option<NaiveDate>,
        pub valid_to: Option<NaiveDate>,
        pub unlimited: bool,
        pub state: String,
        pub state_on: Option<NaiveDate>,
        pub state_reason: String,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i32,
    }

    tenanted!();
}

pub mod search_token {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "search_token")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub noun: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub token: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub row_id: Uuid,
    }

    tenanted!();
}

pub mod import {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "import")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub noun: String,
        pub file_name: String,
        pub file_hash: String,
        pub file_size: i64,
        pub state: String,
        pub report: String,
        pub by: Option<Uuid>,
        pub created_at: i64,
        pub applied_at: Option<i64>,
        pub undone_at: Option<i64>,
        pub expires_at: i64,
        pub version: i32,
    }

    tenanted!();
}

pub mod import_file {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "import_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub import_id: Uuid,
        pub content_sealed: Vec<u8>,
        pub expires_at: i64,
    }

    tenanted!();
}

pub mod import_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "import_row")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub import_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i32,
        pub sheet: String,
        pub sheet_row: i32,
        pub state: String,
        pub values_sealed: Vec<u8>,
        pub reasons: String,
        pub row_id: Option<Uuid>,
    }

    tenanted!();
}

pub mod import_change {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "import_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub import_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i32,
        pub noun: String,
        pub row_id: Uuid,
        pub version_after: i32,
        pub before_sealed: Option<Vec<u8>>,
    }

    tenanted!();
}
