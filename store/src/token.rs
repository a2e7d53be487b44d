//! Sending twice is impossible: a form carries a token that is kept with the act's result, in the act's
//! own transaction. A repeat shows the first result and does nothing.

use crate::entity::send_token;
use crate::error::Error;
use crate::scope::BureauStore;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
use uuid::Uuid;

/// Whether a form was sent before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Never: do the act, then keep its result by [`BureauStore::keep_sent`].
    New,
    /// Already: this was its result.
    Before(String),
}

/// A token for a fresh form.
#[must_use]
pub fn fresh() -> Uuid {
    Uuid::now_v7()
}

impl BureauStore {
    /// Whether this person already sent the form of this token for this act.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the token was used by somebody else or for another act.
    pub async fn sent(&self, token: Uuid, act: &str) -> Result<Sent, Error> {
        self.must_write()?;
        let found = self.find::<send_token::Entity>().filter(send_token::Column::Token.eq(token));
        match found.one(self.tx()).await? {
            None => Ok(Sent::New),
            Some(row)
                if Some(row.person_id) == self.actor().person.map(|person| person.0) && row.act == act =>
            {
                Ok(Sent::Before(row.result))
            }
            Some(_) => Err(Error::NotFound),
        }
    }

    /// Keeps the result of an act for a repeat of the same form; `result` is what the page goes to, such
    /// as the new row's id.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the token was kept before.
    pub async fn keep_sent(&self, token: Uuid, act: &str, result: &str) -> Result<(), Error> {
        self.must_write()?;
        let row = send_token::ActiveModel {
            token: Set(token),
            person_id: Set(self.person()?.0),
            act: Set(act.to_owned()),
            result: Set(result.to_owned()),
            at: Set(self.now().0),
            ..Default::default()
        };
        self.insert::<send_token::Entity>(row).await.map(drop)
    }
}
