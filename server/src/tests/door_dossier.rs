//! The doors of the dossier: the page, the form that asks for a volume, and a volume.

use super::door::{Door, For, act, page};
use domain::role::Power;

const READ: For = For::Holders(Power::ReadRecords);

/// A volume is asked for.
const GOOD_ASK: &str =
    "form%5Bbound%5D=main&form%5Bparty%5D=&form%5Btoken%5D=01900000-0000-7000-8000-0000000000f7";

/// All doors of the dossier.
pub const DOSSIER: &[Door] = &[
    page("/_/dossier.js", "/_/dossier.js", For::Everybody),
    page("/_/dossier/{bureau}/{case}", "/_/dossier/{bureau}/{case}", READ),
    act("/_/dossier/{bureau}/{case}", "/_/dossier/{bureau}/{case}", GOOD_ASK, READ),
    page("/_/dossier/{bureau}/{case}/{file}", "/_/dossier/{bureau}/{case}/{volume}.pdf", READ),
];
