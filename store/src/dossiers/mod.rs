//! Volumes of dossiers (案卷): asked for by a person, made by whichever server takes them on, kept for a day. The bytes lie
//! where evidence lies; the row says how far it is, so that a restart loses nothing and two servers make nothing twice.

mod ask;
mod base;
mod make;
mod read;

pub use ask::NewDossier;
pub use base::dossier_base;
pub use make::{ClaimedDossier, MadeDossier};
pub use read::DossierRow;

/// Where a catalogue is sealed.
const TABLE: &str = "dossier";
const CATALOGUE: &str = "catalogue";

/// A volume that was made, or waits, is kept for a day.
const KEPT_MILLIS: i64 = 24 * 3_600_000;
