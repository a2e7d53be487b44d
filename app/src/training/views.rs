//! The filters of a list that the person keeps.

use super::room::Room;
use crate::error::AppError;
use crate::worded::Views;
use domain::saved_view::ViewPage;

/// Those of a list of training.
///
/// # Errors
/// What the store answers, redacted.
pub async fn views(room: &Room<'_>, page: ViewPage) -> Result<Option<Views>, AppError> {
    let asked = |name: &str| Some(room.asked(name).to_owned());
    crate::saved_view::views(room.caller, room.store, page, asked).await
}
