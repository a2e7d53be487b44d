//! What the screens say: plain functions over the language, checked by the compiler. A noun's own
//! words stand in its folder, made with the same macro.

mod page;

pub use page::*;

/// Defines a function per phrase: `name: "中文", "English";`.
#[macro_export]
macro_rules! phrases {
    ($($(#[$meta:meta])* $name:ident: $zh:literal, $en:literal;)+) => {$(
        $(#[$meta])*
        #[must_use]
        pub fn $name(lang: domain::Lang) -> &'static str {
            lang.pick($zh, $en)
        }
    )+};
}
