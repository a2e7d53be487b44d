//! Cases on their way between two bureaus: tenanted, one row on each side; what the city sees of them is shared.

pub mod transfer {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "transfer")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub direction: String,
        pub other_id: i32,
        pub case_id: Option<Uuid>,
        pub proposal: i32,
        pub number: String,
        pub party_name: String,
        pub reason: String,
        pub list: String,
        pub letter: String,
        pub sent_by: String,
        pub sent_on: NaiveDate,
        pub due_on: NaiveDate,
        pub bundle: String,
        pub bundle_hash: Vec<u8>,
        pub state: String,
        pub answered_by: String,
        pub answered_on: Option<NaiveDate>,
        pub answer: String,
    }

    tenanted!();
}

pub mod designation {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "designation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub direction: String,
        pub other_id: i32,
        pub number: String,
        pub party_name: String,
        pub matter: String,
        pub reason: String,
        pub ordered_on: NaiveDate,
        pub ordered_by: String,
    }

    tenanted!();
}

pub mod city_filing {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "city_filing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub party: Vec<u8>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub act_on: NaiveDate,
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Uuid,
    }

    shared!();
}

pub mod city_term {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "city_term")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub number: String,
        pub clock: String,
        pub due_on: NaiveDate,
    }

    shared!();
}

pub mod case_bundle {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_bundle")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Uuid,
        pub transfer_id: Uuid,
        pub bundle: String,
        pub bundle_hash: Vec<u8>,
    }

    tenanted!();
}

pub mod city_transfer {
    use chrono::NaiveDate;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "city_transfer")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub sender_id: i32,
        pub receiver_id: i32,
        pub number: String,
        pub sent_on: NaiveDate,
        pub due_on: NaiveDate,
    }

    shared!();
}
