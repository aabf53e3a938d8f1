//! Enums that are stored as words.

/// Makes an enum whose values are stored as words, with both directions and the database's two traits.
#[macro_export]
macro_rules! stored_words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        $vis enum $name { $($(#[$note])* $variant),+ }

        impl $name {
            /// Every value, in the order of the code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The stored word.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            /// From the stored word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
            /// From a stored word that may be missing.
            ///
            /// # Errors
            /// When there is a word and it is none of these: a fault of ours.
            pub fn maybe(word: Option<&str>) -> kernel::Result<Option<Self>> {
                let Some(word) = word else { return Ok(None) };
                let known = Self::from_word(word);
                known.map(Some).ok_or_else(|| kernel::Error::internal(format!(concat!("stored ", stringify!($name), " {}"), word)))
            }
        }
        impl db::FromColumn for $name {
            fn from_column(row: &db::Row<'_>, place: usize) -> kernel::Result<Self> {
                row.word(place, Self::maybe)?.ok_or_else(|| kernel::Error::internal(concat!(stringify!($name), " is empty")))
            }
        }
        impl From<$name> for db::Value {
            fn from(value: $name) -> Self {
                Self::from(value.word())
            }
        }
    };
}
