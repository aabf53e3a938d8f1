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

/// Whether a browser finds this address in our own house: `//other` and `/\\other` lead to another one.
#[must_use]
pub(crate) fn is_local(path: &str) -> bool {
    path.starts_with('/') && !path[1..].starts_with(['/', '\\'])
}

/// Writes an address: each `{name}` of the pattern becomes its value, percent-encoded where RFC 3986 2.3 asks for it.
/// Only [`paths!`](crate::paths) calls this.
#[doc(hidden)]
#[must_use]
pub fn written(pattern: &str, values: &[(&str, String)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        for byte in values.iter().filter(|(n, _)| *n == name).flat_map(|(_, value)| value.bytes()) {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                text.push(char::from(byte));
            } else {
                text.push_str(&format!("%{byte:02X}"));
            }
        }
        rest = after;
    }
    text.push_str(rest);
    text
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
                f.write_str(&$crate::written($pattern, &[$((stringify!($field), self.$field.to_string())),*]))
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
        /// Words people type.
        pub WordsPage = "/worte/{first}/{second}" { first: String, second: String }
    }

    #[test]
    fn a_value_never_becomes_part_of_the_pattern() {
        let page = WordsPage { first: "{second}".into(), second: "a/b?c#ä\r\n".into() };
        assert_eq!(page.to_string(), "/worte/%7Bsecond%7D/a%2Fb%3Fc%23%C3%A4%0D%0A");
    }

    #[test]
    fn what_a_browser_takes_for_another_house_is_not_local() {
        for away in ["//a.example", "/\\a.example", "https://a.example", "a", "", "\\\\a"] {
            assert!(!is_local(away), "{away}");
        }
        assert!(is_local("/") && is_local("/a//b") && is_local("/%2f%2fa"));
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
