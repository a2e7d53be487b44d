//! The choice of a number in hand (号段文号).

use super::words;
use crate::ui::{Choices, Field, FieldKind};
use domain::Lang;

pub(super) fn field(options: Choices, lang: Lang) -> Field {
    Field {
        kind: FieldKind::Select,
        name: "block".to_owned(),
        label: words::block(lang).to_owned(),
        hint: words::block_hint(lang).to_owned(),
        required: false,
        options,
    }
}
