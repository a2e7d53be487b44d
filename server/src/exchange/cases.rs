//! Cases that are open on paper: comparing them with the bureau's, and putting in what makes sense.

use domain::back_entry::{Column, PaperCase, PaperJudge};
use domain::id::ImportId;
use domain::ledger::{Fault, Judge, LedgerNoun};
use domain::{Day, Lang};
use rust_xlsxwriter::XlsxError;
use store::{BureauStore, PaperOutcome, Rulebook};

use super::cases_template::template;
use super::import::{Comparison, Imported};
use super::ledger::Ledger;

/// A workbook of cases.
pub type CaseLedger = Ledger<Column, PaperCase>;

/// The cases that are open on paper.
#[derive(Debug)]
pub struct PaperCases;

impl Imported for PaperCases {
    const NOUN: LedgerNoun = LedgerNoun::Cases;
    type Column = Column;
    type Row = PaperCase;

    fn judge(today: Day) -> impl Judge<Column = Column, Row = PaperCase> + Send {
        PaperJudge::new(store::catalogue::in_use(), today)
    }

    async fn import(
        bureau: &BureauStore,
        ledger: &mut CaseLedger,
        write: Option<ImportId>,
    ) -> Result<Comparison<Column>, store::Error> {
        let right = ledger.rows.iter().enumerate();
        let right = right.filter_map(|(place, row)| Some((place, row.judged.as_ref().ok()?.clone())));
        let (places, rows): (Vec<usize>, Vec<PaperCase>) = right.unzip();
        let desk = bureau.case_desk(Rulebook::in_use()).await?;
        let outcomes = desk.enter_from_paper(&rows, write).await?;
        let mut found = Comparison::new();
        for ((outcome, place), row) in outcomes.into_iter().zip(places).zip(&rows) {
            match outcome {
                PaperOutcome::New(findings) => {
                    found.counts.new += 1;
                    found.lacks(row.party.as_str(), findings);
                }
                PaperOutcome::Same => found.counts.same += 1,
                PaperOutcome::Wrong(error, column) => {
                    ledger.rows[place].judged = Err(vec![Fault { column, error }]);
                }
            }
        }
        found.count(ledger);
        Ok(found)
    }

    fn template(lang: Lang) -> Result<(&'static str, Vec<u8>), XlsxError> {
        Ok((lang.pick("在办案件补录模板", "open-cases-template"), template(lang)?))
    }
}
