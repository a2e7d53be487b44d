//! The right to bring files to one case by a phone (用手机拍), for a quarter of an hour: a sealed word and no row, so that
//! any server knows it and nothing has to be cleared away.

use crate::account::{Session, person_of};
use crate::database::Access;
use crate::entity::bureau;
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};
use crate::seal::Place;
use crate::store::Store;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Instant;
use domain::file::{PHONE_ENDING_MINUTES, PHONE_MINUTES};
use domain::id::{CaseId, PersonId};
use sea_orm::{ColumnTrait, QueryFilter};
use uuid::Uuid;

const ACT: &str = "evidence_phone";
/// Case, person and end.
const RIGHT_BYTES: usize = 16 + 16 + 8;

/// The right that a word gives.
#[derive(Clone, Debug)]
pub struct PhoneRight {
    /// Of whoever gave it, in the case's bureau alone.
    pub session: Session,
    /// The bureau's part of the address.
    pub slug: String,
    pub case: CaseId,
    pub until: Instant,
}

/// What a phone wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneErrand {
    /// To bring a file.
    Begin,
    /// To send on what it began: a long film on a slow line is not lost with its right.
    GoOn,
}

impl PhoneErrand {
    /// Until when a right that ends then allows it.
    fn until(self, until: Instant) -> Instant {
        match self {
            PhoneErrand::Begin => until,
            PhoneErrand::GoOn => until.plus_millis(PHONE_ENDING_MINUTES * 60_000),
        }
    }
}

/// What a word is.
#[derive(Clone, Debug)]
pub enum PhoneWord {
    Right(Box<PhoneRight>),
    /// It was one.
    Expired,
    Unknown,
}

/// Where the right of a bureau is sealed; no row of any table.
fn place(bureau: i32) -> Place<'static> {
    Place { table: "evidence_phone", column: "right", bureau, row: Vec::new() }
}

impl BureauStore {
    /// Gives a phone the right to bring files to a case in the name of whoever acts; its word. Whether they may bring
    /// files themselves, the caller has judged, and judges again with each file.
    ///
    /// # Errors
    /// [`Error::Setup`] in a reading transaction, or when nobody acts.
    pub async fn give_phone(&self, case: CaseId) -> Result<String, Error> {
        self.must_write()?;
        let until = self.now().plus_millis(PHONE_MINUTES * 60_000);
        let mut right = Vec::with_capacity(RIGHT_BYTES);
        right.extend(case.0.as_bytes());
        right.extend(self.person()?.0.as_bytes());
        right.extend(until.0.to_be_bytes());
        let sealed = self.keys().seal(&place(self.bureau().id.0), &right)?;
        self.audit(ACT, &case.to_string(), &serde_json::json!({ "until": until })).await?;
        Ok(format!("{}-{}", self.bureau().id.0, URL_SAFE_NO_PAD.encode(sealed)))
    }
}

impl Store {
    /// What the last word of a phone's address is for an errand. It ends with its time, and with the roles of whoever
    /// gave it.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn phone(&self, word: &str, errand: PhoneErrand) -> Result<PhoneWord, Error> {
        let Some((bureau, right)) = self.unsealed(word) else { return Ok(PhoneWord::Unknown) };
        if self.clock().now() >= errand.until(right.until) {
            return Ok(PhoneWord::Expired);
        }
        let shared = SharedStore::begin(self, Access::Read).await?;
        let found = shared.find::<bureau::Entity>().filter(bureau::Column::Id.eq(bureau));
        let Some(bureau) = found.one(shared.tx()).await? else { return Ok(PhoneWord::Unknown) };
        let person = person_of(&shared, right.person).await?;
        let session = Session::of_phone(self, &shared, person, &bureau.slug).await?;
        shared.commit().await?;
        let (slug, case, until) = (bureau.slug, right.case, right.until);
        Ok(PhoneWord::Right(Box::new(PhoneRight { session, slug, case, until })))
    }

    fn unsealed(&self, word: &str) -> Option<(i32, Right)> {
        let (bureau, sealed) = word.split_once('-')?;
        let bureau: i32 = bureau.parse().ok()?;
        let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let right = self.keys().unseal(&place(bureau), &sealed).ok()?;
        Some((bureau, Right::read(&right)?))
    }
}

struct Right {
    case: CaseId,
    person: PersonId,
    until: Instant,
}

impl Right {
    fn read(bytes: &[u8]) -> Option<Self> {
        let (case, rest) = bytes.split_first_chunk::<16>()?;
        let (person, until) = rest.split_first_chunk::<16>()?;
        let until = i64::from_be_bytes(until.try_into().ok()?);
        let id = |bytes: &[u8; 16]| Uuid::from_bytes(*bytes);
        Some(Right { case: CaseId(id(case)), person: PersonId(id(person)), until: Instant(until) })
    }
}
