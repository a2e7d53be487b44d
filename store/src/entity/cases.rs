//! Punishment cases: the events, and what is projected from them: tenanted.

pub mod case {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub seq: i32,
        pub state: String,
        pub ended: bool,
        pub outcome: Option<String>,
        pub procedure: String,
        pub industry: String,
        pub violation: String,
        pub party_name: String,
        pub party_kind: String,
        pub party_count: i32,
        pub place: String,
        pub pinyin: String,
        pub number: Option<String>,
        pub lead_officer: Option<Uuid>,
        pub second_officer: Option<Uuid>,
        pub registered_on: NaiveDate,
        pub filed_on: Option<NaiveDate>,
        pub ended_on: Option<NaiveDate>,
        pub next_act: Option<String>,
        pub next_whose: Option<String>,
        pub next_acting_on: Option<NaiveDate>,
        pub created_at: i64,
        pub updated_at: i64,
        pub calendar_version: Option<i32>,
        pub catalogue_version: Option<i32>,
        pub counted: String,
    }

    tenanted!();
}

pub mod case_event {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i32,
        pub act: String,
        pub party: Option<Uuid>,
        pub on: NaiveDate,
        pub at: i64,
        pub by: Uuid,
        pub facts: String,
    }

    tenanted!();
}

pub mod case_party {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_party")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub position: i32,
        pub kind: String,
        pub name: String,
        pub pinyin: String,
        pub establishment_id: Option<Uuid>,
        pub credit_code: Option<String>,
        pub legal_representative: String,
        pub address: String,
        pub id_number_sealed: Option<Vec<u8>>,
        pub id_number_blind: Option<Vec<u8>>,
        pub id_number_masked: Option<String>,
        pub phone_sealed: Option<Vec<u8>>,
        pub phone_blind: Option<Vec<u8>>,
        pub phone_masked: Option<String>,
        pub state: String,
        pub outcome: Option<String>,
        pub decision_number: Option<String>,
        pub account: Option<String>,
        pub account_open: Option<bool>,
        pub pay_by: Option<NaiveDate>,
    }

    tenanted!();
}

pub mod case_clock {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_clock")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub party: Option<Uuid>,
        pub clock: String,
        pub state: String,
        pub whose: String,
        pub started_on: NaiveDate,
        pub due_on: NaiveDate,
        pub acting_on: NaiveDate,
        pub provisional: bool,
        pub calendar_version: Option<i32>,
        pub starts_at: Option<i64>,
        pub ends_at: Option<i64>,
    }

    tenanted!();
}

pub mod proposal {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "proposal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub case_id: Uuid,
        pub party: Option<Uuid>,
        pub act: String,
        pub facts: String,
        pub base_seq: i32,
        pub power: String,
        pub state: String,
        pub note: String,
        pub approvals: String,
        pub by: Uuid,
        pub at: i64,
        pub decided_by: Option<Uuid>,
        pub decided_at: Option<i64>,
        pub reason: Option<String>,
        pub version: i32,
        pub form_sealed: Option<Vec<u8>>,
        pub turn: Option<Uuid>,
    }

    tenanted!();
}

pub mod calendar_move {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_move")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub case_id: Uuid,
        pub clock: String,
        pub was_due_on: NaiveDate,
        pub was_acting_on: NaiveDate,
        pub was_provisional: bool,
        pub due_on: NaiveDate,
        pub acting_on: NaiveDate,
        pub provisional: bool,
    }

    tenanted!();
}
