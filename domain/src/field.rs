//! What a form or a row of a workbook reports.

use serde::{Deserialize, Serialize};

use crate::value::ValueError;

/// A field and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name in the form, or the column's in the row.
    pub field: String,
    pub error: ValueError,
}

impl FieldError {
    #[must_use]
    pub fn new(field: impl Into<String>, error: ValueError) -> Self {
        Self { field: field.into(), error }
    }
}

/// Gathers the errors of a form's fields, so that all are told at once.
///
/// ```
/// use domain::field::Fields;
/// use domain::value::{PersonName, Slug};
///
/// let mut fields = Fields::default();
/// let name = fields.read("name", PersonName::parse("张3"));
/// let slug = fields.read("slug", Slug::parse("daoxian"));
/// assert!(name.is_none() && slug.is_some());
/// assert_eq!(fields.errors[0].field, "name");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields {
    pub errors: Vec<FieldError>,
}

impl Fields {
    /// Keeps the value, or notes the error under the field's name.
    pub fn read<T>(&mut self, field: &str, value: Result<T, ValueError>) -> Option<T> {
        value.map_err(|error| self.errors.push(FieldError::new(field, error))).ok()
    }

    /// As [`Fields::read`], but nothing entered is fine.
    pub fn optional<T>(
        &mut self,
        field: &str,
        text: &str,
        parse: impl FnOnce(&str) -> Result<T, ValueError>,
    ) -> Option<T> {
        if text.trim().is_empty() { None } else { self.read(field, parse(text)) }
    }

    /// The errors, if there are any.
    ///
    /// # Errors
    /// All that were noted.
    pub fn finish(self) -> Result<(), Vec<FieldError>> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.errors) }
    }
}
