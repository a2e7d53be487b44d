//! What a paper costs once the typesetter is warm.

use super::cpu::Cpu;
use super::{Failed, Figure};
use crate::config::Settings;
use paper::{Sheet, Typesetter};

/// Papers that are measured together.
const PAPERS: u32 = 40;
/// Milliseconds that one may cost.
const MILLIS_MOST: f64 = 50.0;

/// CPU milliseconds of a penalty decision of three pages, each with another party's name.
pub fn cost(settings: &Settings) -> Result<Figure, Failed> {
    let typesetter = Typesetter::new(&settings.fonts);
    let sample: serde_json::Value = serde_json::from_str(include_str!("../../paper/samples/D26.json"))?;
    let sheet = |nth: u32| {
        let mut facts = sample.clone();
        facts["draft"] = true.into();
        facts["file_copy"] = true.into();
        facts["parties"][0]["name"] = format!("道县濂溪加油站第{nth}分站").into();
        Sheet { form: "D26".to_owned(), name: nth.to_string(), day: (2026, 3, 26), facts, check: None }
    };
    typesetter.print(&sheet(0))?;
    let before = Cpu::now()?;
    for nth in 1..=PAPERS {
        typesetter.print(&sheet(nth))?;
    }
    let spent = Cpu::now()?.since(before).total() as f64 / f64::from(PAPERS) / 1e6;
    Ok(Figure::amount("a decision as PDF once warm", spent, "ms of CPU", MILLIS_MOST))
}
