//! What a row changes in what is kept, as it is shown: personal numbers masked.

use serde::{Deserialize, Serialize};

use super::Column;

/// One value that becomes another, as shown; `old` is empty where nothing stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub column: Column,
    pub old: String,
    pub new: String,
}
