//! Whether a mark (成绩) passes.

use super::TrainingSettings;
use crate::value::Mark;

impl Mark {
    /// Whether the mark passes in a bureau that set its own pass mark.
    #[must_use]
    pub fn passes(self, settings: &TrainingSettings) -> bool {
        u32::from(self.tenths()) >= settings.pass_mark.saturating_mul(10)
    }
}
