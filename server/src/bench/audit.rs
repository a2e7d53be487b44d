//! How long the check of the audit takes.

use super::{Failed, Figure};
use std::time::Instant;
use store::Store;

/// What the promise is told for.
const MILLION: f64 = 1e6;

/// Checks every chain as it stands, told for a million rows.
pub async fn costs(store: &Store) -> Result<Figure, Failed> {
    let began = Instant::now();
    let reports = store.verify_audit(false).await?;
    let seconds = began.elapsed().as_secs_f64();
    if let Some(report) = reports.iter().find(|report| report.broken.is_some()) {
        return Err(format!("the chain of {} does not hold", report.bureau).into());
    }
    let rows: i64 = reports.iter().map(|report| report.rows).sum();
    eprintln!("verify audit: {rows} rows in {seconds:.2} s");
    let name = format!("verify audit, a million rows by {rows}");
    Ok(Figure::amount(&name, seconds * MILLION / rows.max(1) as f64, "s", 10.0))
}
