//! Values parsed once: after that the type is the proof.
//!
//! Each type reads what people really type or paste (full-width digits, spaces, lower case), keeps one
//! normal form, and says in a [`ValueError`] what to do when it cannot. Control characters and NUL are
//! refused everywhere: one engine stores NUL, the other refuses it.

mod area_code;
mod credit_code;
mod day;
mod error;
mod ethnic_group;
mod id_number;
mod mark;
mod money;
mod money_words;
mod name;
mod noun;
mod organisation_code;
mod password;
mod phone;
mod private_number;
mod registration_number;
mod slug;
mod text;
mod work_number;

pub use area_code::AreaCode;
pub use credit_code::CreditCode;
pub use day::{Epoch, Precision, WrittenDay, parse_day, read_day, serial_day};
pub use error::ValueError;
pub use ethnic_group::EthnicGroup;
pub use id_number::{IdNumber, Sex};
pub use mark::Mark;
pub use money::Money;
pub use name::{EstablishmentName, PersonName};
pub use noun::Noun;
pub use organisation_code::OrganisationCode;
pub use password::{PASSWORD_CHARACTERS_MIN, PasswordFault, check_password};
pub use phone::{Phone, PhoneKind, parse_phones};
pub use private_number::may_be_private_number;
pub use registration_number::RegistrationNumber;
pub use slug::Slug;
pub use text::{FreeText, Line, fold};
pub(crate) use text::{compact, narrow};
pub use work_number::WorkNumber;
