//! Bureaus, their powers, and the people who sign in: shared by all bureaus.

pub mod bureau {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "bureau")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub slug: String,
        pub kind: String,
        pub parent_id: Option<i32>,
        pub code: Option<String>,
        pub full_name: String,
        pub short_name: String,
        pub former_names: String,
        pub pinyin: String,
        pub display_order: i32,
        pub number_prefix: String,
        pub government: String,
        pub court: String,
        pub bank: String,
        pub bank_account: String,
        pub address: String,
        pub phone: String,
        pub settings: String,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i32,
        pub home_id: i32,
        pub home_code: Option<String>,
        pub closed_at: Option<i64>,
    }

    shared!();
}

pub mod power {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "power")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub bureau_id: i32,
        pub industry: String,
        pub capacity: String,
        pub level: String,
        pub from_on: NaiveDate,
        pub to_on: Option<NaiveDate>,
        pub basis: String,
        pub recorded_at: i64,
        pub recorded_by: Option<Uuid>,
    }

    shared!();
}

pub mod account {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "account")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_number: String,
        pub name: String,
        pub pinyin: String,
        pub phone_sealed: Option<Vec<u8>>,
        pub phone_blind: Option<Vec<u8>>,
        pub phone_masked: Option<String>,
        pub password_hash: String,
        pub must_change: bool,
        pub language: String,
        pub disabled_at: Option<i64>,
        pub created_at: i64,
        pub updated_at: i64,
    }

    shared!();
}

pub mod membership {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "membership")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub bureau_id: i32,
        pub person_id: Uuid,
        pub roles: String,
        pub position: String,
        pub from_on: NaiveDate,
        pub to_on: Option<NaiveDate>,
        pub certificate_no: Option<String>,
        pub certificate_from: Option<NaiveDate>,
        pub certificate_to: Option<NaiveDate>,
        pub qualification_no: Option<String>,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i32,
    }

    shared!();
}

pub mod session {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub token_hash: Vec<u8>,
        pub person_id: Uuid,
        pub created_at: i64,
        pub seen_at: i64,
        pub expires_at: i64,
        pub revoked_at: Option<i64>,
        pub address: String,
        pub agent: String,
        pub language: String,
    }

    shared!();
}

pub mod sign_in_attempt {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_attempt")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name_hash: Vec<u8>,
        pub address: String,
        pub at: i64,
        pub succeeded: bool,
    }

    shared!();
}
