//! Training: programmes, classes, trainees, enrolments and what they earn: tenanted.

pub mod programme {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "programme")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub year: i32,
        pub trade: String,
        pub kind: String,
        pub title: String,
        pub target: i32,
        pub state: String,
        pub plan: String,
        pub facts: String,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i32,
    }

    tenanted!();
}

pub mod class {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "class")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub programme_id: Uuid,
        pub name: String,
        pub name_key: String,
        pub trade: String,
        pub opens_on: NaiveDate,
        pub ends_on: NaiveDate,
        pub capacity: i32,
        pub placed: i32,
        pub waiting: i32,
        pub state: String,
        pub plan: String,
        pub facts: String,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i32,
    }

    tenanted!();
}

pub mod class_session {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "class_session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub class_id: Uuid,
        pub held_on: NaiveDate,
        pub facts: String,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i32,
    }

    tenanted!();
}

pub mod trainee {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "trainee")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        pub pinyin: String,
        pub sex: String,
        pub ethnic_group: String,
        pub education: String,
        pub town: String,
        pub id_number_sealed: Vec<u8>,
        pub id_number_blind: Vec<u8>,
        pub id_number_masked: String,
        pub phone_sealed: Option<Vec<u8>>,
        pub phone_blind: Option<Vec<u8>>,
        pub phone_masked: Option<String>,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i32,
    }

    tenanted!();
}

pub mod enrolment {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "enrolment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub class_id: Uuid,
        pub trainee_id: Uuid,
        pub opens_on: NaiveDate,
        pub ends_on: NaiveDate,
        pub state: String,
        pub facts: String,
        pub consent: String,
        pub destination: String,
        pub employer: String,
        pub contract_months: Option<i32>,
        pub remark: String,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i32,
    }

    tenanted!();
}

pub mod attendance {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "attendance")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub session_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub enrolment_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i32,
        pub presence: String,
        pub facts: String,
        pub recorded_at: i64,
    }

    tenanted!();
}

pub mod exam_mark {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "exam_mark")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub enrolment_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i32,
        pub total: i32,
        pub facts: String,
        pub recorded_at: i64,
    }

    tenanted!();
}

pub mod certificate {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "certificate")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub enrolment_id: Uuid,
        pub number: String,
        pub holder: String,
        pub id_number_masked: String,
        pub issued_on: NaiveDate,
        pub state: String,
        pub facts: String,
        pub created_at: i64,
        pub updated_at: i64,
        pub version: i32,
    }

    tenanted!();
}

pub mod training_event {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "training_event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub subject_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i32,
        pub act: String,
        pub state_before: String,
        pub state_after: String,
        pub on: NaiveDate,
        pub reason: String,
        pub at: i64,
        pub by: Option<Uuid>,
    }

    tenanted!();
}
