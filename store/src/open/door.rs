//! The door of the public: no session, no bureau of one's own, one table, reading only.

use super::project::{UNITS, VIOLATIONS};
use super::search::Words;
use crate::account::delay::{self, Door};
use crate::bureaus::{self, Bureau};
use crate::database::Access;
use crate::entity::public_decision;
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};
use crate::store::Store;
use domain::Day;
use domain::open::{PublicDecision, Withdrawn, WithdrawnFor};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Decisions on one page of a list.
const PAGE_ROWS: usize = 20;

/// What a list is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenSearch {
    /// Part of a unit's name, in characters or pinyin.
    pub unit: String,
    /// Part of a violation's name, likewise.
    pub violation: String,
    /// The last line of the page before: its day and id.
    pub after: Option<(Day, Uuid)>,
}

/// One decision in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicLine {
    /// The last word of its address.
    pub id: String,
    pub decision: PublicDecision,
}

/// A page of a bureau's public decisions, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicList {
    /// 道县商务局
    pub bureau: String,
    pub lines: Vec<PublicLine>,
    /// The key of the next page.
    pub next: Option<(Day, Uuid)>,
    /// So much fits the words that not everything was looked at.
    pub is_cut: bool,
}

/// What stands at the address of a public decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicPage {
    Decision { bureau: String, decision: Box<PublicDecision> },
    Withdrawn { bureau: String, withdrawn: Withdrawn },
}

/// The answer to somebody without a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened<T> {
    Shown(T),
    Unknown,
    /// Unknown, as much before from this address.
    Wait {
        /// Whole seconds to wait.
        seconds: i64,
    },
}

/// The public decisions of one bureau inside one reading transaction, and nothing else of it.
struct OpenStore(BureauStore);

impl Store {
    /// A page of the public decisions of a bureau.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such bureau, a practice area being none; [`Error::Down`] when the database
    /// fails.
    pub async fn public_list(&self, slug: &str, search: &OpenSearch) -> Result<PublicList, Error> {
        let shared = SharedStore::begin(self, Access::Read).await?;
        let bureau = bureaus::administered(&shared, slug).await?;
        shared.commit().await?;
        self.open_door(bureau).await?.list(search).await
    }

    /// What stands at an address. Unknown ones are counted by the address that asks, like failed sign-ins; whoever asks
    /// for what is there never waits, since all readers behind one proxy have one address.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn public_page(
        &self,
        slug: &str,
        id: &str,
        address: &str,
    ) -> Result<Opened<PublicPage>, Error> {
        let shared = SharedStore::begin(self, Access::Read).await?;
        let bureau = match bureaus::administered(&shared, slug).await {
            Ok(bureau) => Some(bureau),
            Err(Error::NotFound) => None,
            Err(other) => return Err(other),
        };
        shared.commit().await?;
        if let Some((bureau, id)) = bureau.zip(public_id(id))
            && let Some(page) = self.open_door(bureau).await?.page(id).await?
        {
            return Ok(Opened::Shown(page));
        }
        // Whoever only has to wait takes no turn of those who write.
        let shared = SharedStore::begin(self, Access::Read).await?;
        let seconds = delay::door_wait_seconds(&shared, Door::Open, address).await?;
        shared.commit().await?;
        if seconds > 0 {
            return Ok(Opened::Wait { seconds });
        }
        let shared = SharedStore::begin(self, Access::Write).await?;
        delay::record_unknown(&shared, Door::Open, address).await?;
        shared.commit().await?;
        Ok(Opened::Unknown)
    }

    async fn open_door(&self, bureau: Bureau) -> Result<OpenStore, Error> {
        Ok(OpenStore(self.operate_on(bureau, Access::Read).await?))
    }
}

impl OpenStore {
    fn bureau(&self) -> String {
        self.0.bureau().full_name.clone()
    }

    async fn page(&self, id: Uuid) -> Result<Option<PublicPage>, Error> {
        use public_decision::Column as C;
        let row = self.0.find::<public_decision::Entity>().filter(C::Id.eq(id)).one(self.0.tx()).await?;
        let Some(row) = row else { return Ok(None) };
        let bureau = self.bureau();
        if let Some(decision) = read(&row)? {
            return Ok(Some(PublicPage::Decision { bureau, decision: Box::new(decision) }));
        }
        let (Some(on), Some(reason)) = (row.withdrawn_on, row.reason) else { return Ok(None) };
        let why: WithdrawnFor = serde_json::from_str(&reason).map_err(Error::down)?;
        Ok(Some(PublicPage::Withdrawn { bureau, withdrawn: Withdrawn { on, why } }))
    }

    async fn list(&self, search: &OpenSearch) -> Result<PublicList, Error> {
        use public_decision::Column as C;
        let (unit, violation) = (Words::of(&search.unit), Words::of(&search.violation));
        let mut rows = self.0.find::<public_decision::Entity>().filter(C::IsPublic.eq(true));
        let mut is_cut = false;
        if !unit.is_empty() || !violation.is_empty() {
            let unit = self.0.open_found(UNITS, C::Party, &unit).await?;
            let violation = self.0.open_found(VIOLATIONS, C::Violations, &violation).await?;
            is_cut = [&unit, &violation].into_iter().flatten().any(|found| found.is_cut);
            let ids = match (unit, violation) {
                (Some(unit), Some(violation)) => unit.ids.intersection(&violation.ids).copied().collect(),
                (one, other) => one.or(other).map(|found| found.ids).unwrap_or_default(),
            };
            rows = rows.filter(C::Id.is_in(ids));
        }
        if let Some((day, id)) = search.after {
            let same_day = Condition::all().add(C::PublishedOn.eq(day)).add(C::Id.lt(id));
            rows = rows.filter(C::PublishedOn.lte(day));
            rows = rows.filter(Condition::any().add(C::PublishedOn.lt(day)).add(same_day));
        }
        let rows = rows.order_by_desc(C::PublishedOn).order_by_desc(C::Id);
        let mut rows = rows.limit(PAGE_ROWS as u64 + 1).all(self.0.tx()).await?;
        let more = rows.len() > PAGE_ROWS;
        rows.truncate(PAGE_ROWS);
        let next = rows.last().filter(|_| more).map(|row| (row.published_on, row.id));
        let mut lines = Vec::new();
        for row in rows {
            let id = row.id.simple().to_string();
            lines.extend(read(&row)?.map(|decision| PublicLine { id, decision }));
        }
        Ok(PublicList { bureau: self.bureau(), lines, next, is_cut })
    }
}

fn read(row: &public_decision::Model) -> Result<Option<PublicDecision>, Error> {
    row.facts.as_deref().map(|facts| serde_json::from_str(facts).map_err(Error::down)).transpose()
}

/// The id in an address, written one way only.
fn public_id(word: &str) -> Option<Uuid> {
    let id = Uuid::try_parse(word).ok()?;
    (id.simple().to_string() == word).then_some(id)
}
