//! The roll of trainees (培训学员花名册) goes into the database: compared, written hundreds of rows at a time, undone.
//!
//! A class and its programme are made when a row names a class that is not there. Such a class is the roll's: later
//! rolls move its days and states on. A class that was planned in the product only gets people; what was recorded there
//! is never overwritten. What the roll does not tell (head teacher, place, signer) is kept as [`untold`].

mod class;
mod classes;
mod compare;
mod judge;
mod keyed;
mod known;
mod papers;
mod programmes;
mod told;
mod undo;
mod undo_classes;
mod undo_rests;
mod write;

use domain::id::ImportId;
use domain::training::Name;
use domain::training::roll::{Change, Column, RollRow};
use domain::value::ValueError;

use crate::error::Error;
use crate::scope::BureauStore;
use classes::Classes;
use judge::Judging;
use told::Told;
use write::{Import, Written};

/// Rows that are looked up and written together.
const TOGETHER: usize = 500;

/// What became, or would become, of a row of a roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RollOutcome {
    /// The person was not in the class.
    New,
    /// With what changes, personal numbers masked.
    Changed(Vec<Change>),
    Same,
    /// Nothing of the row is taken.
    Wrong(ValueError, Column),
}

/// What stands where the roll tells nothing.
fn untold() -> Result<Name, Error> {
    Name::parse("未登记").map_err(Error::down)
}

impl BureauStore {
    /// Compares the right rows of one roll with what is kept, in order; with `write` puts them in. The former state of
    /// whatever changes is kept, sealed, with the import. A person stands at most once in a class of one roll.
    ///
    /// # Errors
    /// [`Error::Setup`] when writing in a reading transaction, [`Error::Down`] when the database fails.
    pub async fn import_roll(
        &self,
        rows: &[RollRow],
        write: Option<ImportId>,
    ) -> Result<Vec<RollOutcome>, Error> {
        if write.is_some() {
            self.must_write()?;
        }
        let told = Told::of(rows);
        let mut classes = Classes::load(self, &told).await?;
        let mut import = write.map(Import::new);
        let mut judging = Judging::new(self, &told)?;
        let mut outcomes = Vec::with_capacity(rows.len());
        for (nth, together) in rows.chunks(TOGETHER).enumerate() {
            let mut known = self.known_to_roll(together).await?;
            let mut written = Written::default();
            for (at, row) in together.iter().enumerate() {
                let class = classes.of_row(nth * TOGETHER + at)?;
                let blind = self.id_number_blind(&row.id_number);
                let outcome = match judging.judge(row, class, blind, &mut known) {
                    Ok(entry) => {
                        let outcome = entry.outcome();
                        if let Some(import) = &mut import {
                            let class = classes.enter(self, nth * TOGETHER + at, import, &mut written)?;
                            import.take(self, entry, class, &mut written)?;
                        }
                        outcome
                    }
                    Err((error, column)) => RollOutcome::Wrong(error, column),
                };
                outcomes.push(outcome);
            }
            self.put_roll(written).await?;
        }
        if let Some(import) = &mut import {
            classes.grow(self, import).await?;
            self.count_people(std::mem::take(&mut import.counted)).await?;
        }
        Ok(outcomes)
    }
}
