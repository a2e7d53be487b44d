//! Blocks of numbers (号段): allotted to an officer from the counter of a word, taken by the act or the paper that was handed
//! over on the spot, or void.

use crate::entity::block_number::{ActiveModel, Column as C, Entity, Model};
use crate::error::Error;
use crate::members::Membership;
use crate::scope::BureauStore;
use domain::Instant;
use domain::case::{BLOCK_MAX, BlockRefusal, IN_HAND_MAX, NumberWord, OPEN_DAYS, number};
use domain::id::{CaseId, PersonId};
use domain::role::{Power, may};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

/// A day in milliseconds.
const DAY_MILLIS: i64 = 86_400_000;

const OPEN: &str = "open";
const ISSUED: &str = "issued";
const VOID: &str = "void";

/// Blocks and numbers that are listed at most.
const LISTED_MAX: u64 = 200;

/// A number in an officer's hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberInHand {
    pub id: Uuid,
    pub word: NumberWord,
    /// As the paper bears it.
    pub number: String,
    pub person: PersonId,
    /// The officer's name.
    pub name: String,
    /// When it was allotted.
    pub at: Instant,
}

/// What became of the numbers that were allotted at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberBlock {
    pub word: NumberWord,
    /// The first and the last number.
    pub first: String,
    pub last: String,
    /// The officer's name.
    pub name: String,
    pub at: Instant,
    pub open: i64,
    pub issued: i64,
    pub void: i64,
}

fn refuse(field: &'static str, refusal: BlockRefusal) -> Error {
    Error::Invalid { field, code: refusal.code() }
}

/// Whether a person is a member who works on cases.
fn works_here(members: &[Membership], person: PersonId) -> Result<(), Error> {
    let own: Vec<&Membership> = members.iter().filter(|member| member.person == person).collect();
    if own.is_empty() {
        return Err(Error::NotFound);
    }
    let works = |member: &&Membership| member.to.is_none() && may(&member.roles, Power::WorkCases);
    if own.iter().any(works) { Ok(()) } else { Err(refuse("person", BlockRefusal::Person)) }
}

impl BureauStore {
    /// Gives an officer the next numbers of a word in this year, to be written on papers on the spot.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to approve; [`Error::NotFound`] for whoever is no member; [`Error::Invalid`]
    /// with field `person`, `word` or `count` and
    /// the code of a [`BlockRefusal`].
    pub async fn allot_numbers(&self, person: PersonId, word: NumberWord, count: u32) -> Result<(), Error> {
        use chrono::Datelike;
        self.require(Power::ApproveCases)?;
        self.must_write()?;
        if !NumberWord::OF_BLOCKS.contains(&word) {
            return Err(refuse("word", BlockRefusal::Word));
        }
        if !(1..=BLOCK_MAX).contains(&count) {
            return Err(refuse("count", BlockRefusal::Count));
        }
        works_here(&self.members_ever().await?, person)?;
        let held = self.find::<Entity>().filter(C::PersonId.eq(person.0)).filter(C::State.eq(OPEN));
        let held = held.filter(C::Word.eq(word.word())).count(self.tx()).await?;
        if held + u64::from(count) > IN_HAND_MAX {
            return Err(refuse("count", BlockRefusal::Full));
        }
        let (block, by) = (Uuid::now_v7(), self.person()?);
        let (prefix, year) = (self.bureau().number_prefix.clone(), self.today().year());
        let mut given = Vec::new();
        for _ in 0..count {
            let serial = self.next_number(&word.counter(&prefix), year).await?;
            let number = number(&prefix, word, year, serial);
            let row = ActiveModel {
                id: Set(Uuid::now_v7()),
                block_id: Set(block),
                word: Set(word.word().to_owned()),
                year: Set(year),
                serial: Set(serial),
                number: Set(number.clone()),
                person_id: Set(person.0),
                at: Set(self.now().0),
                by_id: Set(by.0),
                state: Set(OPEN.to_owned()),
                ended_at: Set(None),
                ended_by: Set(None),
                case_id: Set(None),
                reason: Set(None),
                ..Default::default()
            };
            self.insert::<Entity>(row).await?;
            given.push(number);
        }
        let payload = serde_json::json!({
            "person": person, "first": given.first(), "last": given.last(), "count": count,
        });
        self.audit("numbers_allotted", &block.to_string(), &payload).await.map(drop)
    }

    /// The unused numbers in the hand of whoever acts, of these words, the oldest first.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn own_numbers(&self, words: &[NumberWord]) -> Result<Vec<NumberInHand>, Error> {
        let Some(person) = self.actor().person else { return Ok(Vec::new()) };
        let words = words.iter().map(|word| word.word());
        let own = self.find::<Entity>().filter(C::PersonId.eq(person.0)).filter(C::State.eq(OPEN));
        let own = own.filter(C::Word.is_in(words)).order_by_asc(C::Word).order_by_asc(C::Year);
        let max = IN_HAND_MAX * NumberWord::OF_BLOCKS.len() as u64;
        self.in_hand(own.order_by_asc(C::Serial).limit(max).all(self.tx()).await?).await
    }

    /// Numbers that nobody has used for more than 30 days, the oldest first.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to approve.
    pub async fn numbers_long_in_hand(&self) -> Result<Vec<NumberInHand>, Error> {
        self.require(Power::ApproveCases)?;
        let before = self.now().0.saturating_sub(OPEN_DAYS * DAY_MILLIS);
        let long = self.find::<Entity>().filter(C::State.eq(OPEN)).filter(C::At.lt(before));
        self.in_hand(long.order_by_asc(C::At).limit(LISTED_MAX).all(self.tx()).await?).await
    }

    async fn in_hand(&self, rows: Vec<Model>) -> Result<Vec<NumberInHand>, Error> {
        let names = self.names(rows.iter().map(|row| row.person_id).collect()).await?;
        let told = |row: Model| {
            Some(NumberInHand {
                id: row.id,
                word: NumberWord::from_word(&row.word)?,
                number: row.number,
                name: names.get(&row.person_id).cloned().unwrap_or_default(),
                person: PersonId(row.person_id),
                at: Instant(row.at),
            })
        };
        Ok(rows.into_iter().filter_map(told).collect())
    }

    /// The newest blocks, with what became of their numbers.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to approve.
    pub async fn number_blocks(&self) -> Result<Vec<NumberBlock>, Error> {
        self.require(Power::ApproveCases)?;
        let text = format!(
            "select word, person_id, max(at) as at, min(serial) as first, max(serial) as last, min(number) as number,
                    sum(case when state = 'open' then 1 else 0 end) as open,
                    sum(case when state = 'issued' then 1 else 0 end) as issued,
                    sum(case when state = 'void' then 1 else 0 end) as void
             from block_number where bureau_id = $1 and block_id in (
                 select distinct block_id from block_number where bureau_id = $1 order by block_id desc limit {LISTED_MAX})
             group by block_id, word, person_id order by block_id desc"
        );
        let rows = self.shared().sql(&text, [self.bureau().id.0.into()]);
        let rows = self.tx().query_all_raw(rows).await?;
        let mut people = Vec::new();
        for row in &rows {
            people.push(row.try_get::<Uuid>("", "person_id")?);
        }
        let names = self.names(people.clone()).await?;
        let mut blocks = Vec::new();
        for (row, person) in rows.iter().zip(people) {
            let Some(word) = NumberWord::from_word(&row.try_get::<String>("", "word")?) else { continue };
            let (first, last): (i64, i64) = (row.try_get("", "first")?, row.try_get("", "last")?);
            // All numbers of a block differ in their serial alone.
            let any: String = row.try_get("", "number")?;
            let stem = any.rsplit_once('〕').map(|(stem, _)| stem).unwrap_or_default();
            blocks.push(NumberBlock {
                word,
                first: format!("{stem}〕{first}号"),
                last: format!("{stem}〕{last}号"),
                name: names.get(&person).cloned().unwrap_or_default(),
                at: Instant(row.try_get("", "at")?),
                open: row.try_get("", "open")?,
                issued: row.try_get("", "issued")?,
                void: row.try_get("", "void")?,
            });
        }
        Ok(blocks)
    }

    async fn open_number(
        &self,
        number: &str,
        holder: PersonId,
        (word, year): (NumberWord, i32),
    ) -> Result<Option<Model>, Error> {
        let own = self.find::<Entity>().filter(C::Number.eq(number)).filter(C::State.eq(OPEN));
        let own = own.filter(C::PersonId.eq(holder.0)).filter(C::Word.eq(word.word()));
        Ok(own.filter(C::Year.eq(year)).one(self.tx()).await?)
    }

    /// Whether a number is unused in somebody's hand, and of this word and year.
    pub(crate) async fn is_in_hand(
        &self,
        number: &str,
        holder: PersonId,
        of: (NumberWord, i32),
    ) -> Result<bool, Error> {
        Ok(self.open_number(number, holder, of).await?.is_some())
    }

    /// Takes a number out of somebody's hand for a paper of a case.
    ///
    /// # Errors
    /// [`Error::Invalid`] with field `block` where it is not there any more.
    pub async fn take_number(
        &self,
        number: &str,
        holder: PersonId,
        of: (NumberWord, i32),
        case: CaseId,
    ) -> Result<(), Error> {
        self.must_write()?;
        let row = self.open_number(number, holder, of).await?;
        let row = row.ok_or_else(|| refuse("block", BlockRefusal::Gone))?;
        self.end(row.id, ISSUED, Some(case), None).await?;
        let payload = serde_json::json!({ "number": number, "case": case, "of": holder });
        self.audit("number_taken", &row.id.to_string(), &payload).await.map(drop)
    }

    /// Voids an unused number for good: one's own, or as the head anybody's.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for anybody's without the power to approve; [`Error::NotFound`]
    /// for one that is not there; [`Error::Invalid`] with field `number` where it is not there any more, or is
    /// somebody else's.
    pub async fn void_number(&self, id: &str, reason: &str, anybodys: bool) -> Result<(), Error> {
        if anybodys {
            self.require(Power::ApproveCases)?;
        }
        self.must_write()?;
        let id: Uuid = id.parse().map_err(|_| Error::NotFound)?;
        let row = self.find::<Entity>().filter(C::Id.eq(id)).one(self.tx()).await?.ok_or(Error::NotFound)?;
        if row.state != OPEN || !anybodys && row.person_id != self.person()?.0 {
            return Err(refuse("number", BlockRefusal::Gone));
        }
        self.end(row.id, VOID, None, Some(reason)).await?;
        let payload = serde_json::json!({ "number": row.number, "of": row.person_id, "reason": reason });
        self.audit("number_void", &row.id.to_string(), &payload).await.map(drop)
    }

    async fn end(
        &self,
        id: Uuid,
        state: &str,
        case: Option<CaseId>,
        reason: Option<&str>,
    ) -> Result<(), Error> {
        let row = ActiveModel {
            id: Set(id),
            state: Set(state.to_owned()),
            ended_at: Set(Some(self.now().0)),
            ended_by: Set(Some(self.person()?.0)),
            case_id: Set(case.map(|case| case.0)),
            reason: Set(reason.map(str::to_owned)),
            ..Default::default()
        };
        self.update::<Entity>(row).await.map(drop)
    }
}
