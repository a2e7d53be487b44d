//! The practice area (演练) of a bureau: a bureau of its own beside it. Members and powers are those of its home and
//! follow them at once; its records are its own, its numbers say 演练, and no figure, no other bureau and no question of
//! the city knows of them.

use crate::bureaus::{Bureau, next_id};
use crate::entity::bureau::{ActiveModel, Column, Entity};
use crate::error::Error;
use crate::pinyin;
use crate::scope::BureauStore;
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, Select};

/// What the area's numbers begin with, and its names end with.
const WORD: &str = "演练";
/// What its address ends with.
const SLUG_END: &str = "yanlian";
/// The longest address that a bureau may have.
const SLUG_MAX: usize = 32;
/// Addresses tried for one area.
const TRIES_MAX: u64 = 100;

impl Bureau {
    /// Whether this is a practice area.
    #[must_use]
    pub fn is_practice(&self) -> bool {
        self.home != self.id
    }
}

impl BureauStore {
    /// The practice area of this bureau, where one is open.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn practice(&self) -> Result<Option<Bureau>, Error> {
        let open = self.practised().filter(Column::ClosedAt.is_null()).one(self.tx()).await?;
        Ok(open.map(Bureau::from))
    }

    /// Opens an empty practice area; one that is open is closed before.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Invalid`] with code `practice` in a practice area.
    pub async fn open_practice(&self) -> Result<Bureau, Error> {
        self.close_practice().await?;
        let own = self.bureau();
        let (id, slug) = (next_id(self.shared()).await?, self.free_slug().await?);
        let row = ActiveModel {
            id: Set(id),
            slug: Set(slug),
            kind: Set(own.kind.word().to_owned()),
            display_order: Set(i32::MAX),
            former_names: Set("[]".to_owned()),
            created_at: Set(self.now().0),
            version: Set(1),
            home_id: Set(own.id.0),
            home_code: Set(own.code.clone()),
            ..self.practice_row(own)
        };
        let area = Bureau::from(self.shared().insert::<Entity>(row).await?);
        self.audit("practice_opened", &area.slug, &area).await?;
        Ok(area)
    }

    /// Closes the practice area, where one is open: nobody enters it any more, its records stay.
    ///
    /// # Errors
    /// As [`BureauStore::open_practice`].
    pub async fn close_practice(&self) -> Result<(), Error> {
        self.require(Power::AdministerBureau)?;
        self.must_write()?;
        if self.bureau().is_practice() {
            return Err(Error::Invalid { field: "bureau", code: "practice" });
        }
        let Some(area) = self.practice().await? else { return Ok(()) };
        let closed = ActiveModel { closed_at: Set(Some(self.now().0)), ..Default::default() };
        let own = self.shared().change::<Entity>().set(closed);
        own.filter(Column::Id.eq(area.id.0)).exec(self.tx()).await?;
        self.audit("practice_closed", &area.slug, &area).await.map(drop)
    }

    /// Gives the practice area the names and settings that its bureau is given.
    pub(crate) async fn rename_practice(&self, changed: &Bureau) -> Result<(), Error> {
        let open = self.shared().change::<Entity>().set(self.practice_row(changed));
        let open = open.filter(Column::HomeId.eq(changed.id.0)).filter(Column::Id.ne(changed.id.0));
        open.filter(Column::ClosedAt.is_null()).exec(self.tx()).await?;
        Ok(())
    }

    /// The practice areas that this bureau has or had.
    fn practised(&self) -> Select<Entity> {
        let own = self.bureau().id.0;
        self.shared().find::<Entity>().filter(Column::HomeId.eq(own)).filter(Column::Id.ne(own))
    }

    /// An address that no bureau has.
    async fn free_slug(&self) -> Result<String, Error> {
        let before = self.practised().count(self.tx()).await?;
        for nth in before + 1..before + TRIES_MAX {
            let end = if nth == 1 { SLUG_END.to_owned() } else { format!("{SLUG_END}-{nth}") };
            let begin: String = self.bureau().slug.chars().take(SLUG_MAX - 1 - end.len()).collect();
            let slug = format!("{}-{end}", begin.trim_end_matches('-'));
            let taken = self.shared().find::<Entity>().filter(Column::Slug.eq(slug.as_str()));
            if taken.one(self.tx()).await?.is_none() {
                return Ok(slug);
            }
        }
        Err(Error::Setup("no address is free for a practice area".to_owned()))
    }

    /// What the area shows of its bureau.
    fn practice_row(&self, own: &Bureau) -> ActiveModel {
        let short_name = format!("{}（{WORD}）", own.short_name);
        ActiveModel {
            full_name: Set(format!("{}（{WORD}）", own.full_name)),
            pinyin: Set(pinyin::key(&short_name)),
            short_name: Set(short_name),
            number_prefix: Set(format!("{WORD}{}", own.number_prefix)),
            government: Set(own.government.clone()),
            court: Set(own.court.clone()),
            bank: Set(own.bank.clone()),
            bank_account: Set(own.bank_account.clone()),
            address: Set(own.address.clone()),
            phone: Set(own.phone.clone()),
            settings: Set(own.settings.clone()),
            updated_at: Set(self.now().0),
            ..Default::default()
        }
    }
}
