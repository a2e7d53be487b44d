//! What the frame shows.

use crate::error::AppError;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A bureau as the menu names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BureauName {
    pub slug: String,
    pub name: String,
}

/// What the frame of a bureau's pages shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameData {
    pub bureau: BureauName,
    /// The person's other bureaus.
    pub others: Vec<BureauName>,
    pub person: String,
    /// The person's roles here, in words.
    pub roles: String,
    /// Whether each part of the menu is for this person.
    pub reads_records: bool,
}

/// The frame for the person who asks, in one bureau.
#[server(prefix = "/_/api", endpoint = "frame")]
pub async fn frame(bureau: String) -> Result<FrameData, AppError> {
    let caller = crate::caller::caller()?;
    let session = caller.session()?;
    let here = caller.membership(&bureau)?;
    Ok(FrameData {
        bureau: BureauName { slug: here.slug.to_string(), name: here.short_name.clone() },
        others: session
            .bureaus()
            .iter()
            .filter(|other| other.slug != here.slug)
            .map(|other| BureauName { slug: other.slug.to_string(), name: other.short_name.clone() })
            .collect(),
        person: session.person_name().to_string(),
        roles: here
            .roles
            .iter()
            .map(|role| role.title(caller.lang))
            .collect::<Vec<_>>()
            .join(caller.lang.pick("、", ", ")),
        reads_records: domain::role::may(&here.roles, domain::role::Power::ReadRecords),
    })
}
