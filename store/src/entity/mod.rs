//! One plain entity a table, private to this crate; the column's meaning stands in the migration.

macro_rules! plain {
    () => {
        #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
        pub enum Relation {}
        impl ActiveModelBehavior for ActiveModel {}
    };
}

/// A table that all bureaus share.
macro_rules! shared {
    () => {
        plain!();
        impl crate::scope::Shared for Entity {}
    };
}

/// A table whose every row belongs to one bureau.
macro_rules! tenanted {
    () => {
        plain!();
        impl crate::scope::Tenanted for Entity {
            const BUREAU: Self::Column = Column::BureauId;
        }
    };
}

mod approvals;
mod blocks;
mod cases;
mod city;
mod comments;
mod dossiers;
mod files;
mod open;
mod papers;
mod record;
mod register;
mod reminders;
mod saved_views;
mod scans;
mod shared;
mod training;
mod transfers;
mod visits;

pub use approvals::*;
pub use blocks::*;
pub use cases::*;
pub use city::*;
pub use comments::*;
pub use dossiers::*;
pub use files::*;
pub use open::*;
pub use papers::*;
pub use record::*;
pub use register::*;
pub use reminders::*;
pub use saved_views::*;
pub use scans::*;
pub use shared::*;
pub use training::*;
pub use transfers::*;
pub use visits::*;
