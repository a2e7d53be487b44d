//! Jobs, versions of the dated data, and the figures of the city: shared by all bureaus.

pub mod job {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "job")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub bureau_id: Option<i32>,
        pub kind: String,
        pub payload: String,
        pub state: String,
        pub run_at: i64,
        pub attempts: i32,
        pub locked_until: Option<i64>,
        pub last_error: Option<String>,
        pub created_at: i64,
        pub finished_at: Option<i64>,
    }

    shared!();
}

pub mod catalogue_version {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "catalogue_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub digest: String,
        pub note: String,
        pub at: i64,
    }

    shared!();
}

pub mod calendar_version {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub year: i32,
        pub days: String,
        pub digest: String,
        pub basis: String,
        pub at: i64,
        pub by: Option<Uuid>,
    }

    shared!();
}

pub mod calendar_count {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_count")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        pub moved: i32,
        pub at: i64,
    }

    shared!();
}

pub mod city_figure {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "city_figure")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub figure: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub period: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub part: String,
        pub value: i64,
    }

    shared!();
}

pub mod city_total {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "city_total")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub figure: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub period: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub part: String,
        pub value: i64,
    }

    shared!();
}

pub mod city_person {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, DeriveEntityModel)]
    #[sea_orm(table_name = "city_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub figure: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub year: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: Vec<u8>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub source_id: Uuid,
        pub enrolment_id: Uuid,
        pub counted_on: NaiveDate,
        pub until_on: Option<NaiveDate>,
        pub trade: String,
    }

    shared!();
}
