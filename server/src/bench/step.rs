//! What one step of a case costs, transaction, projections, audit and figures included.

use super::cpu::Cpu;
use super::{BUREAU, Failed, fill};
use domain::case::{Act, Entry, NonFilingGround, Note, RefuseFiling};
use store::{Done, Rulebook, Store};

/// Steps that are measured together.
const STEPS: usize = 300;

/// CPU nanoseconds of a step: a clue is refused by the head.
pub async fn cost(store: &Store) -> Result<f64, Failed> {
    let officer = store.person("dx-officer1").await?;
    let head = store.person("dx-head").await?;
    let workspace = store.operate_as(BUREAU, Some(officer)).await?;
    let desk = workspace.case_desk(Rulebook::in_use()).await?;
    let mut cases = Vec::with_capacity(STEPS);
    for nth in 0..STEPS {
        let done = desk.register(workspace.today(), fill::clue(nth)?, Entry::default()).await?;
        cases.push(done.map(Done::case).map_err(|refusal| format!("{refusal:?}"))?);
    }
    drop(desk);
    workspace.commit().await?;
    let reason = Note::parse("经核查不属实").map_err(|error| format!("{error:?}"))?;
    let before = Cpu::now()?;
    for case in cases {
        let workspace = store.operate_as(BUREAU, Some(head)).await?;
        let desk = workspace.case_desk(Rulebook::in_use()).await?;
        let refusal = RefuseFiling { ground: NonFilingGround::NoUnlawfulAct, reason: reason.clone() };
        let done = desk.act(case, 1, workspace.today(), Act::RefuseFiling(refusal), Entry::default()).await?;
        done.map_err(|refusal| format!("{refusal:?}"))?;
        drop(desk);
        workspace.commit().await?;
    }
    Ok(Cpu::now()?.since(before).total() as f64 / STEPS as f64)
}
