//! What a row changes, as it is shown.

use serde::{Deserialize, Serialize};

/// One value that becomes another, as shown, personal numbers masked; `old` is empty where nothing stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change<C> {
    pub column: C,
    pub old: String,
    pub new: String,
}
