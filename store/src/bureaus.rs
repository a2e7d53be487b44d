//! Bureaus (单位): the tenants themselves, and the workspace that a person has in one.

use crate::account::Person;
use crate::cases::Rulebook;
use crate::database::Access;
use crate::entity::bureau;
use crate::error::Error;
use crate::pinyin;
use crate::scope::{Actor, BureauStore, SharedStore};
use crate::store::Store;
use crate::url::Engine;
use domain::case::Settings;
use domain::id::BureauId;
use domain::role::{Power, Role};
use domain::value::Slug;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::{Deserialize, Serialize};

/// The longest list of bureaus that is ever read.
const BUREAUS_MAX: u64 = 2_000;

/// Bureaus' heads stand under 1, the city's people under 2.
const IDS_LOCK: &str = "select pg_advisory_xact_lock(3, 0)";

/// A city's bureau or a county's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BureauKind {
    /// 市商务局
    City,
    /// 县（区、市）商务局, or a management zone with an office of its own
    County,
}

impl BureauKind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            BureauKind::City => "city",
            BureauKind::County => "county",
        }
    }
}

/// A bureau as its papers and pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bureau {
    /// Never reused.
    pub id: BureauId,
    /// Begins every URL of the bureau.
    pub slug: String,
    /// City or county.
    pub kind: BureauKind,
    /// The bureau above it, for a county and a zone.
    pub parent: Option<BureauId>,
    /// GB/T 2260 code; a management zone has none.
    pub code: Option<String>,
    /// 道县商务局
    pub full_name: String,
    /// 道县
    pub short_name: String,
    /// What begins its numbers, 道商.
    pub number_prefix: String,
    /// The government that hears a reconsideration (行政复议).
    pub government: String,
    /// The court that hears a lawsuit.
    pub court: String,
    /// The bank that takes fines.
    pub bank: String,
    /// The account for fines at that bank.
    pub bank_account: String,
    /// The office's address.
    pub address: String,
    /// The office's telephone.
    pub phone: String,
    /// Further settings as a JSON object: thresholds, seal name, whether everything is legally reviewed.
    pub settings: String,
    /// Grows with each change.
    pub version: i32,
    /// The bureau whose members and powers hold here: itself, but for a practice area (演练).
    pub home: BureauId,
}

impl Bureau {
    /// What its area is called: its short name, without the office that some write into it.
    #[must_use]
    pub fn area_name(&self) -> &str {
        self.short_name.strip_suffix("商务局").unwrap_or(&self.short_name)
    }
}

/// What a new bureau begins with.
#[derive(Clone, Debug, Default)]
pub struct NewBureau {
    /// Begins its URLs: lower-case letters, digits and hyphens, 2 to 32.
    pub slug: String,
    /// The city's own bureau, of which there is one.
    pub is_city: bool,
    /// The slug of the bureau above it.
    pub parent: Option<String>,
    /// GB/T 2260 code, none for a zone.
    pub code: Option<String>,
    /// Full name.
    pub full_name: String,
    /// Short name.
    pub short_name: String,
    /// What begins its numbers.
    pub number_prefix: String,
    /// Hears a reconsideration.
    pub government: String,
    /// Hears a lawsuit.
    pub court: String,
    /// Further settings as a JSON object; empty is none.
    pub settings: String,
}

impl Store {
    /// Every bureau by administrative code, those without a code last; practice areas are none.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn bureaus(&self) -> Result<Vec<Bureau>, Error> {
        every(&SharedStore::begin(self, Access::Read).await?, Which::Bureaus).await
    }

    /// The city's own bureau, once it is laid.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn city_bureau(&self) -> Result<Option<Bureau>, Error> {
        let shared = SharedStore::begin(self, Access::Read).await?;
        let city = shared.find::<bureau::Entity>().filter(Which::Bureaus.filter());
        let city = city.filter(bureau::Column::Kind.eq(BureauKind::City.word()));
        let city = city.order_by_asc(bureau::Column::Id).one(shared.tx()).await?;
        Ok(city.map(Bureau::from))
    }

    /// What jobs and checks go through.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub(crate) async fn bureaus_of(&self, which: Which) -> Result<Vec<Bureau>, Error> {
        every(&SharedStore::begin(self, Access::Read).await?, which).await
    }

    /// Lays a bureau from the command line: the first ones, which no administrator can lay yet.
    ///
    /// # Errors
    /// As [`BureauStore::lay_bureau`].
    pub async fn lay_first_bureau(&self, new: NewBureau) -> Result<Bureau, Error> {
        let shared = SharedStore::begin(self, Access::Write).await?;
        let laid = lay(&shared, new).await?;
        shared.commit().await?;
        Ok(laid)
    }
}

impl BureauStore {
    /// As [`Store::bureaus`], inside this transaction. To a practice area there is no bureau but itself: what is
    /// practised reaches nobody.
    pub(crate) async fn every_bureau(&self) -> Result<Vec<Bureau>, Error> {
        if self.bureau().is_practice() {
            return Ok(vec![self.bureau().clone()]);
        }
        every(self.shared(), Which::Bureaus).await
    }

    /// Lays a further bureau while the product runs: the city's administrator, in the city's workspace.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Invalid`] when the slug or the code is taken or
    /// cannot be one.
    pub async fn lay_bureau(&self, new: NewBureau) -> Result<Bureau, Error> {
        self.require(Power::AdministerCity)?;
        let laid = lay(self.shared(), new).await?;
        self.audit("bureau_laid", &laid.slug, &laid).await?;
        Ok(laid)
    }

    /// Changes what the bureau's papers show and how its cases are handled; slug, kind and id stay. Open terms are
    /// counted again where cases are judged otherwise than before, those of its practice area likewise.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Conflict`] when somebody else was faster.
    pub async fn change_bureau(&mut self, changed: &Bureau) -> Result<(), Error> {
        self.require(Power::AdministerBureau)?;
        let row = bureau::ActiveModel {
            full_name: Set(changed.full_name.clone()),
            short_name: Set(changed.short_name.clone()),
            pinyin: Set(pinyin::key(&changed.short_name)),
            number_prefix: Set(changed.number_prefix.clone()),
            government: Set(changed.government.clone()),
            court: Set(changed.court.clone()),
            bank: Set(changed.bank.clone()),
            bank_account: Set(changed.bank_account.clone()),
            address: Set(changed.address.clone()),
            phone: Set(changed.phone.clone()),
            settings: Set(changed.settings.clone()),
            updated_at: Set(self.now().0),
            version: Set(changed.version + 1),
            ..Default::default()
        };
        let own = self.shared().change::<bureau::Entity>().set(row);
        let own = own.filter(bureau::Column::Id.eq(self.bureau().id.0));
        let done = own.filter(bureau::Column::Version.eq(changed.version)).exec(self.tx()).await?;
        if done.rows_affected == 0 {
            return Err(Error::Conflict);
        }
        self.rename_practice(changed).await?;
        let of_cases = |settings: &str| serde_json::from_str::<Settings>(settings).unwrap_or_default();
        if of_cases(&changed.settings) != of_cases(&self.bureau().settings) {
            self.count_terms_by(&changed.settings).await?;
            if let Some(area) = self.practice().await? {
                let own = self.go_over(area).await?;
                self.count_terms_by(&changed.settings).await?;
                self.go_over(own).await?;
            }
        }
        let change = serde_json::json!({ "before": self.bureau(), "after": changed });
        self.audit("bureau_changed", &self.bureau().slug, &change).await.map(drop)
    }

    async fn count_terms_by(&self, settings: &str) -> Result<(), Error> {
        let desk = self.case_desk(Rulebook::in_use()).await?;
        desk.judging_by(settings).reproject().await.map(drop)
    }
}

/// Which bureaus are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Those that there are outside.
    Bureaus,
    /// Those, and the practice areas that somebody can enter.
    Open,
    /// Those, and all practice areas.
    All,
}

impl Which {
    pub(crate) fn filter(self) -> Condition {
        let own = Expr::col(bureau::Column::HomeId).eq(Expr::col(bureau::Column::Id));
        match self {
            Which::Bureaus => Condition::all().add(own),
            Which::Open => Condition::all().add(bureau::Column::ClosedAt.is_null()),
            Which::All => Condition::all(),
        }
    }
}

pub(crate) async fn every(shared: &SharedStore, which: Which) -> Result<Vec<Bureau>, Error> {
    let all = shared.find::<bureau::Entity>().filter(which.filter());
    let all = all.order_by_asc(bureau::Column::DisplayOrder);
    let rows = all.order_by_asc(bureau::Column::Id).limit(BUREAUS_MAX).all(shared.tx()).await?;
    Ok(rows.into_iter().map(Bureau::from).collect())
}

async fn lay(shared: &SharedStore, new: NewBureau) -> Result<Bureau, Error> {
    let slug =
        Slug::parse(&new.slug).map_err(|error| Error::Invalid { field: "slug", code: error.code() })?;
    for (taken, field) in [
        (bureau::Column::Slug.eq(slug.as_str()), "slug"),
        (bureau::Column::Code.eq(new.code.as_deref().unwrap_or_default()), "code"),
    ] {
        if shared.find::<bureau::Entity>().filter(taken).one(shared.tx()).await?.is_some() {
            return Err(Error::Invalid { field, code: "taken" });
        }
    }
    let parent = match &new.parent {
        Some(slug) => Some(administered(shared, slug).await?.id.0),
        None => None,
    };
    let id = next_id(shared).await?;
    let row = bureau::ActiveModel {
        id: Set(id),
        slug: Set(slug.as_str().to_owned()),
        kind: Set(if new.is_city { BureauKind::City } else { BureauKind::County }.word().to_owned()),
        parent_id: Set(parent),
        display_order: Set(new.code.as_ref().and_then(|code| code.parse().ok()).unwrap_or(i32::MAX)),
        code: Set(new.code),
        pinyin: Set(pinyin::key(&new.short_name)),
        full_name: Set(new.full_name),
        short_name: Set(new.short_name),
        number_prefix: Set(new.number_prefix),
        government: Set(new.government),
        court: Set(new.court),
        former_names: Set("[]".to_owned()),
        settings: Set(if new.settings.is_empty() { "{}".to_owned() } else { new.settings }),
        created_at: Set(shared.now.0),
        updated_at: Set(shared.now.0),
        version: Set(1),
        home_id: Set(id),
        ..Default::default()
    };
    Ok(shared.insert::<bureau::Entity>(row).await?.into())
}

/// The id of the next bureau, held for whoever asks first until it commits. SQLite has one writer.
pub(crate) async fn next_id(shared: &SharedStore) -> Result<i32, Error> {
    if shared.engine == Engine::Postgres {
        shared.tx().execute_raw(shared.sql(IDS_LOCK, [])).await?;
    }
    let newest = shared.find::<bureau::Entity>().order_by_desc(bureau::Column::Id);
    Ok(newest.one(shared.tx()).await?.map_or(1, |row| row.id + 1))
}

/// Whether a word of a URL can be a bureau's at all; whatever else stands there never reaches the database.
pub(crate) fn is_slug(text: &str) -> bool {
    Slug::parse(text).is_ok_and(|slug| slug.as_str() == text)
}

pub(crate) async fn by_slug(shared: &SharedStore, slug: &str) -> Result<Bureau, Error> {
    if !is_slug(slug) {
        return Err(Error::NotFound);
    }
    let found = shared.find::<bureau::Entity>().filter(bureau::Column::Slug.eq(slug));
    found.one(shared.tx()).await?.map(Bureau::from).ok_or(Error::NotFound)
}

/// As [`by_slug`], of what the city administers: no practice area.
pub(crate) async fn administered(shared: &SharedStore, slug: &str) -> Result<Bureau, Error> {
    let found = by_slug(shared, slug).await?;
    if found.is_practice() { Err(Error::NotFound) } else { Ok(found) }
}

/// The bureau of a slug among a person's workspaces, with who acts there; not found for whoever is no member.
pub(crate) fn workspace(
    workspaces: &[(Bureau, Vec<Role>)],
    slug: &str,
    person: &Person,
) -> Result<(Bureau, Actor), Error> {
    let (bureau, roles) = workspaces.iter().find(|(bureau, _)| bureau.slug == slug).ok_or(Error::NotFound)?;
    let actor = Actor { person: Some(person.id), name: person.name.clone(), roles: roles.clone() };
    Ok((bureau.clone(), actor))
}

impl From<bureau::Model> for Bureau {
    fn from(row: bureau::Model) -> Self {
        Bureau {
            id: BureauId(row.id),
            slug: row.slug,
            kind: if row.kind == BureauKind::City.word() { BureauKind::City } else { BureauKind::County },
            parent: row.parent_id.map(BureauId),
            code: row.code.or(row.home_code),
            full_name: row.full_name,
            short_name: row.short_name,
            number_prefix: row.number_prefix,
            government: row.government,
            court: row.court,
            bank: row.bank,
            bank_account: row.bank_account,
            address: row.address,
            phone: row.phone,
            settings: row.settings,
            version: row.version,
            home: BureauId(row.home_id),
        }
    }
}
