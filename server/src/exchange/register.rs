//! A ledger and the register: comparing, and putting in what is right.

use domain::establishment::{Change, Column, Establishment, absorb};
use domain::id::ImportId;
use domain::ledger::Fault;
use domain::value::ValueError;
use store::{BureauStore, ImportCounts, Incoming, Outcome};

use super::EstablishmentLedger;

/// Differences that a dry run shows.
const DIFFERENCES_MAX: usize = 20;

/// One value that an import changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The establishment's name.
    pub name: String,
    pub change: Change,
}

/// What an import does, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    pub counts: ImportCounts,
    /// The first twenty.
    pub differences: Vec<Difference>,
}

/// Compares a ledger with the register; with `write` the right rows go in. Rows that match several establishments
/// become wrong in the ledger itself.
///
/// # Errors
/// As the store answers.
pub async fn import(
    bureau: &BureauStore,
    ledger: &mut EstablishmentLedger,
    write: Option<ImportId>,
) -> Result<Comparison, store::Error> {
    let (incoming, groups) = grouped(ledger);
    let outcomes = bureau.import_establishments(&incoming, write).await?;
    let mut counts = ImportCounts::default();
    let mut differences = Vec::new();
    for (outcome, (incoming, rows)) in outcomes.iter().zip(incoming.iter().zip(&groups)) {
        match outcome {
            Outcome::New => counts.new += 1,
            Outcome::Same => counts.same += 1,
            Outcome::Changed(changes) => {
                counts.changed += 1;
                let name = incoming.establishment.name.as_str();
                let room = DIFFERENCES_MAX.saturating_sub(differences.len());
                differences.extend(
                    changes
                        .iter()
                        .take(room)
                        .map(|change| Difference { name: name.to_owned(), change: change.clone() }),
                );
            }
            Outcome::Ambiguous => {
                for row in rows {
                    let fault = Fault { column: Column::Name, error: ValueError::Ambiguous };
                    ledger.rows[*row].judged = Err(vec![fault]);
                }
            }
        }
    }
    counts.rows = ledger.rows.len();
    counts.wrong = counts.rows - ledger.valid();
    counts.skipped = ledger.skipped.total();
    Ok(Comparison { counts, differences })
}

/// The right rows, put together by establishment in the order of the file, and which rows each came from.
fn grouped(ledger: &EstablishmentLedger) -> (Vec<Incoming>, Vec<Vec<usize>>) {
    let mut at: std::collections::HashMap<usize, usize> = std::collections::HashMap::new();
    let mut incoming: Vec<Incoming> = Vec::new();
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (number, row) in ledger.rows.iter().enumerate() {
        let Ok(establishment) = &row.judged else { continue };
        let establishment: &Establishment = establishment;
        match at.get(&row.group) {
            Some(group) => {
                absorb(&mut incoming[*group].establishment, establishment);
                rows[*group].push(number);
            }
            None => {
                at.insert(row.group, incoming.len());
                incoming.push(Incoming { establishment: establishment.clone() });
                rows.push(vec![number]);
            }
        }
    }
    (incoming, rows)
}
