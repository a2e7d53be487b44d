//! Numbers of papers, without gaps: counted in the act's own transaction, under the bureau's head.

use crate::error::Error;
use crate::scope::BureauStore;
use sea_orm::ConnectionTrait;

impl BureauStore {
    /// The next number of a word in a year, from 1; given back when the transaction is not committed.
    ///
    /// # Errors
    /// [`Error::Setup`] in a reading transaction, [`Error::Down`] when the database fails.
    pub async fn next_number(&self, word: &str, year: i32) -> Result<i64, Error> {
        self.must_write()?;
        let statement = self.shared().sql(
            "insert into number_counter (bureau_id, word, year, last) values ($1, $2, $3, 1)
             on conflict (bureau_id, word, year) do update set last = number_counter.last + 1
             returning last",
            [self.bureau().id.0.into(), word.into(), year.into()],
        );
        let row = self.tx().query_one_raw(statement).await?.ok_or(Error::NotFound)?;
        Ok(row.try_get("", "last")?)
    }

    /// Numbers up to `last` were given before, elsewhere: the next is the one after it. Where more have been counted
    /// already, nothing changes.
    ///
    /// # Errors
    /// [`Error::Setup`] in a reading transaction, [`Error::Down`] when the database fails.
    pub(crate) async fn numbers_given_until(&self, word: &str, year: i32, last: u32) -> Result<(), Error> {
        self.must_write()?;
        let statement = self.shared().sql(
            "insert into number_counter (bureau_id, word, year, last) values ($1, $2, $3, $4)
             on conflict (bureau_id, word, year) do update set last = excluded.last
             where number_counter.last < excluded.last",
            [self.bureau().id.0.into(), word.into(), year.into(), i64::from(last).into()],
        );
        self.tx().execute_raw(statement).await?;
        Ok(())
    }
}
