//! The one macro for choices that have a word in the database and a title on the screens.

/// Writes an enum with `ALL`, `word`, `from_word` and `title`, so that serde and `word` cannot drift apart.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $one:ident = $word:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $($(#[$about])* #[serde(rename = $word)] $one,)+
        }

        impl $name {
            /// Every one, in the order of the screens.
            pub const ALL: &'static [$name] = &[$($name::$one,)+];

            /// The stable word in the database, an address and a filter.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$one => $word,)+
                }
            }

            /// The one of a word, if there is one.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                $name::ALL.iter().copied().find(|one| one.word() == word)
            }

            /// What it is called on screen.
            #[must_use]
            pub fn title(self, lang: $crate::Lang) -> &'static str {
                match self {
                    $($name::$one => lang.pick($zh, $en),)+
                }
            }
        }
    };
}
pub(super) use words;
