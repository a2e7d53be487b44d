//! What colleagues say about a case, and whom they mention: tenanted.

pub mod case_comment {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_comment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub case_id: Uuid,
        pub by_id: Uuid,
        pub at: i64,
        pub text: String,
        pub withdrawn_at: Option<i64>,
    }

    tenanted!();
}

pub mod case_mention {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_mention")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub bureau_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub comment_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
    }

    tenanted!();
}
