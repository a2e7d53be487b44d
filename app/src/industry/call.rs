//! What the catalogue says to one bureau, in ready words.

use crate::error::AppError;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// One industry in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndustryLine {
    pub id: String,
    pub name: String,
    /// Rows that judge acts of today.
    pub in_force: usize,
    /// As which authorities the bureau acts today; empty without power.
    pub power: String,
}

/// The list of industries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndustriesData {
    pub bureau: String,
    pub lines: Vec<IndustryLine>,
}

/// One industry as it is read on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndustryData {
    pub bureau: String,
    pub name: String,
    /// The day of the act that the violations are for.
    pub day: String,
    pub notes: Vec<String>,
    pub authorities: Vec<String>,
    pub powers: Vec<PowerLine>,
    /// Whether a power rests on the demo's document.
    pub demo: bool,
    /// Whether a power reaches above the bureau's own level.
    pub beyond_level: bool,
    pub laws: Vec<LawLine>,
    pub licences: Vec<LicenceLine>,
    pub violations: Vec<ViolationLine>,
}

/// What the bureau was given in the industry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PowerLine {
    pub capacity: String,
    pub level: String,
    pub days: String,
    pub basis: String,
}

/// A law in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LawLine {
    pub name: String,
    pub number: String,
    pub rank: String,
    pub days: String,
    pub verified: bool,
}

/// A licence kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceLine {
    pub name: String,
    pub form: String,
    pub issuer: String,
    pub days: String,
    pub months: Option<u32>,
    pub review: bool,
    pub note: String,
}

/// What the bureau may do by a row today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Here {
    MayDecide,
    TransferOnly,
    NoPower,
}

/// A violation in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViolationLine {
    pub id: String,
    pub title: String,
    pub items: Vec<String>,
    pub violates: String,
    pub penalty: String,
    pub days: String,
    pub deciders: Vec<String>,
    pub here: Here,
    /// Who has what the bureau lacks.
    pub others: String,
    pub penalties: Vec<String>,
    pub measures: String,
    pub notes: Vec<String>,
    pub verified: bool,
}

/// The industries of the catalogue, for a member of the bureau.
#[server(prefix = "/_/api", endpoint = "industries")]
pub async fn industries(bureau: String) -> Result<IndustriesData, AppError> {
    let caller = crate::caller::caller()?;
    let workspace = caller.bureau(&bureau).await?;
    let grants = workspace.power_grants().await.map_err(|error| caller.redact(error))?;
    let name = workspace.bureau().short_name.clone();
    let lines = super::wording::lines(&grants, caller.today(), caller.lang);
    Ok(IndustriesData { bureau: name, lines })
}

/// One industry on the day of an act (today when it is no date), narrowed by everyday words or an article.
#[server(prefix = "/_/api", endpoint = "industry")]
pub async fn industry(
    bureau: String,
    industry: String,
    #[server(default)] day: String,
    #[server(default)] words: String,
) -> Result<IndustryData, AppError> {
    let caller = crate::caller::caller()?;
    let workspace = caller.bureau(&bureau).await?;
    let grants = workspace.power_grants().await.map_err(|error| caller.redact(error))?;
    let asked = super::wording::Asked { day: day.parse().ok(), words };
    super::wording::industry(workspace.bureau(), &industry, &grants, &asked, caller.today(), caller.lang)
        .ok_or_else(|| caller.refuse(AppError::NotFound))
}
