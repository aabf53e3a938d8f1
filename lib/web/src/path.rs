//! Typed addresses: a link is built from a struct and a request is parsed into the same struct.

use std::str::FromStr;

/// What stands between two slashes of a pattern, by name.
#[derive(Clone, Debug, Default)]
pub struct Captures(pub(crate) Vec<(String, String)>);

impl Captures {
    /// The text captured under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
    /// The same, parsed.
    #[must_use]
    pub fn parse<T: FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.parse().ok()
    }
}

/// An address of the product. [`paths!`](crate::paths) makes these.
pub trait Path: Sized + std::fmt::Display {
    /// The pattern, `/netzwerke/{network}`.
    const PATTERN: &'static str;
    /// Reads what was captured; `None` is a page that does not exist.
    fn read(captures: &Captures) -> Option<Self>;
}

/// A name in an address: lower case letters, digits and hyphens, 1 to 60 of them.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Slug(String);

impl Slug {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
impl FromStr for Slug {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let good = plain && (1..=60).contains(&text.len()) && !text.starts_with('-') && !text.ends_with('-');
        good.then(|| Self(text.to_owned())).ok_or(())
    }
}

/// Declares addresses: `paths! { /// What is there.  pub NetworkPage = "/netzwerke/{network}" { network: Slug } }`.
#[macro_export]
macro_rules! paths {
    ($($(#[$doc:meta])* $vis:vis $name:ident = $pattern:literal { $($field:ident : $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        $vis struct $name { $(
            #[allow(missing_docs, reason = "the field is named in the pattern")]
            $vis $field: $type
        ),* }

        impl $crate::Path for $name {
            const PATTERN: &'static str = $pattern;
            #[allow(unused_variables, reason = "an address without parts reads none")]
            fn read(captures: &$crate::Captures) -> Option<Self> {
                Some(Self { $($field: captures.parse(stringify!($field))?),* })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                #[allow(unused_mut, reason = "an address without parts fills none")]
                let mut text = String::from($pattern);
                $( text = text.replace(concat!("{", stringify!($field), "}"), &self.$field.to_string()); )*
                f.write_str(&text)
            }
        }
    )*};
}

#[cfg(test)]
mod tests {
    use super::*;

    crate::paths! {
        /// A body.
        pub BodyPage = "/netzwerke/{network}/gremien/{body}" { network: Slug, body: Slug }
    }

    #[test]
    fn an_address_reads_back_what_it_writes() {
        let page = BodyPage { network: "rag-aachen".parse().unwrap(), body: "gma".parse().unwrap() };
        assert_eq!(page.to_string(), "/netzwerke/rag-aachen/gremien/gma");
        let captures = Captures(vec![("network".into(), "rag-aachen".into()), ("body".into(), "gma".into())]);
        assert_eq!(BodyPage::read(&captures), Some(page));
    }

    #[test]
    fn a_slug_is_plain() {
        for bad in ["", "-a", "a-", "Ä", "a b", "a/b", "..", "%2e", "A"] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }
}
