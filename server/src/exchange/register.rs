//! A ledger and the register: comparing, and putting in what is right.

use domain::establishment::{Column, Establishment, Industries, RegisterJudge, absorb};
use domain::id::ImportId;
use domain::ledger::{Fault, Judge, LedgerNoun};
use domain::value::ValueError;
use domain::{Day, Lang};
use rust_xlsxwriter::XlsxError;
use std::sync::OnceLock;
use store::{BureauStore, Incoming, Outcome};

use super::EstablishmentLedger;
use super::import::{Comparison, Imported};
use super::register_template::template;

/// The register of establishments.
#[derive(Debug)]
pub struct Register;

impl Imported for Register {
    const NOUN: LedgerNoun = LedgerNoun::Establishments;
    type Column = Column;
    type Row = Establishment;

    fn judge(today: Day) -> impl Judge<Column = Column, Row = Establishment> + Send {
        RegisterJudge::new(industries(), today)
    }

    async fn import(
        bureau: &BureauStore,
        ledger: &mut EstablishmentLedger,
        write: Option<ImportId>,
    ) -> Result<Comparison<Column>, store::Error> {
        let (incoming, groups) = grouped(ledger);
        let outcomes = bureau.import_establishments(&incoming, write).await?;
        let mut found = Comparison::new();
        for (outcome, (incoming, rows)) in outcomes.iter().zip(incoming.iter().zip(&groups)) {
            match outcome {
                Outcome::New => found.counts.new += 1,
                Outcome::Same => found.counts.same += 1,
                Outcome::Changed(changes) => found.change(incoming.establishment.name.as_str(), changes),
                Outcome::Ambiguous => {
                    for row in rows {
                        let fault = Fault { column: Column::Name, error: ValueError::Ambiguous };
                        ledger.rows[*row].judged = Err(vec![fault]);
                    }
                }
            }
        }
        found.count(ledger);
        Ok(found)
    }

    fn template(lang: Lang) -> Result<(&'static str, Vec<u8>), XlsxError> {
        let catalogue = store::catalogue::in_use();
        let industries: Vec<String> = catalogue.industries.iter().map(|one| one.name.zh.clone()).collect();
        let kinds = catalogue.industries.iter().flat_map(|one| &one.licence_kinds);
        let kinds: Vec<String> = kinds.map(|kind| kind.name.zh.clone()).collect();
        let name = lang.pick("经营主体台账模板", "ledger-template");
        Ok((name, template(&industries, &kinds, lang)?))
    }
}

/// The industries of the catalogue, which is read once.
fn industries() -> &'static Industries {
    static INDUSTRIES: OnceLock<Industries> = OnceLock::new();
    INDUSTRIES.get_or_init(|| Industries::of(store::catalogue::in_use()))
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
