//! Mail addresses: `name@stadt.de`.

use std::{fmt, str::FromStr};

use crate::head::is_hidden;

/// Bytes before the @ (RFC 5321 4.5.3.1.1) and altogether (4.5.3.1.3 less the two angle brackets).
const LOCAL: usize = 64;
const WHOLE: usize = 254;

/// The address of one mailbox, ready to be sent to: plain ASCII, the domain in small letters.
///
/// Domains with umlauts are accepted and kept in their ASCII form (`müller.de` is `xn--mller-kva.de`, RFC 5891). Local
/// parts in quotes, with umlauts, comments and address literals are refused: no mailbox of an administration has
/// them, and each has been a way to smuggle.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    text: String,
    at: usize,
}

/// Why a text is no address.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AddressError {
    /// Nothing was entered.
    #[error("the address is empty")]
    Empty,
    /// More than 254 bytes, or more than 64 before the @.
    #[error("the address is too long")]
    TooLong,
    /// A line break, another control character or one that steers the direction of writing.
    #[error("the address contains a character that cannot be seen")]
    Hidden,
    /// There is no @.
    #[error("the address has no @")]
    NoAt,
    /// What stands before the @ cannot be a mailbox.
    #[error("the part before the @ is not a mailbox")]
    Local,
    /// What stands after the @ is not a full domain such as `stadt.de`.
    #[error("the part after the @ is not a domain")]
    Domain,
}

impl Address {
    /// Reads an address; blanks around it are dropped.
    ///
    /// # Errors
    /// [`AddressError`] says which part is wrong.
    pub fn new(text: &str) -> Result<Self, AddressError> {
        let text = text.trim_matches([' ', '\t', '\u{a0}']);
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        if text.len() > 4 * WHOLE {
            return Err(AddressError::TooLong);
        }
        if text.chars().any(is_hidden) {
            return Err(AddressError::Hidden);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(AddressError::NoAt)?;
        if local.len() > LOCAL {
            return Err(AddressError::TooLong);
        }
        if !is_dot_atom(local) {
            return Err(AddressError::Local);
        }
        let domain = idna::domain_to_ascii_strict(domain).map_err(|_| AddressError::Domain)?;
        if !is_full_domain(&domain) {
            return Err(AddressError::Domain);
        }
        let address = Self { at: local.len(), text: format!("{local}@{domain}") };
        if address.text.len() > WHOLE { Err(AddressError::TooLong) } else { Ok(address) }
    }
    /// The address as it is sent to and stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
    /// What stands before the @.
    #[must_use]
    pub fn local(&self) -> &str {
        self.text.get(..self.at).unwrap_or_default()
    }
    /// The domain in ASCII.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.text.get(self.at + 1..).unwrap_or_default()
    }
    /// The form to compare and look up by: all in small letters, since nobody runs two mailboxes that differ in case.
    #[must_use]
    pub fn key(&self) -> String {
        self.text.to_ascii_lowercase()
    }
    /// The form for people, with the umlauts of the domain.
    #[must_use]
    pub fn shown(&self) -> String {
        match idna::domain_to_unicode(self.domain()) {
            (domain, Ok(())) => format!("{}@{domain}", self.local()),
            (_, Err(_)) => self.text.clone(),
        }
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        Self::new(text)
    }
}
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
impl fmt::Debug for Address {
    /// Without the mailbox: debugging output ends up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address(…@{})", self.domain())
    }
}

/// `dot-atom-text` of RFC 5322 3.2.3.
fn is_dot_atom(local: &str) -> bool {
    let atext = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    local.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(atext))
}

/// At least two labels of letters, digits and inner hyphens (RFC 1123 2.1), the last with a letter.
fn is_full_domain(domain: &str) -> bool {
    let label = |label: &str| {
        let inner = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (1..=63).contains(&label.len()) && inner && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = domain.rsplit('.').next().unwrap_or_default();
    domain.len() <= 253
        && domain.contains('.')
        && domain.split('.').all(label)
        && last.len() > 1
        && last.bytes().any(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_people_have() {
        for (text, stored, shown) in [
            ("mira@example.org", "mira@example.org", "mira@example.org"),
            (" Mira.Kowalski+rag@Example.ORG\t", "Mira.Kowalski+rag@example.org", "Mira.Kowalski+rag@example.org"),
            (
                "o'neill_1@sub.kreis-dueren.example",
                "o'neill_1@sub.kreis-dueren.example",
                "o'neill_1@sub.kreis-dueren.example",
            ),
            ("info@Müller.example", "info@xn--mller-kva.example", "info@müller.example"),
            ("info@xn--mller-kva.example", "info@xn--mller-kva.example", "info@müller.example"),
            ("a@straße.example", "a@xn--strae-oqa.example", "a@straße.example"),
        ] {
            let address = Address::new(text).unwrap();
            assert_eq!((address.as_str(), address.shown().as_str()), (stored, shown));
            assert_eq!(Address::new(address.as_str()).unwrap(), address, "reading what was stored changes nothing");
        }
        let address: Address = "Mira@Example.org".parse().unwrap();
        assert_eq!(
            (address.local(), address.domain(), address.key().as_str()),
            ("Mira", "example.org", "mira@example.org")
        );
        assert_eq!(format!("{address:?}"), "Address(…@example.org)");
    }

    #[test]
    fn what_is_no_address() {
        use AddressError::{Domain, Empty, Hidden, Local, NoAt, TooLong};
        let (long, longer) = (format!("{}@example.org", "a".repeat(65)), "a".repeat(2_000));
        let labels = format!("{}@{}example.org", "a".repeat(60), "b23456789.".repeat(20));
        for (text, why) in [
            ("", Empty),
            (" \t ", Empty),
            ("mira", NoAt),
            ("mira@", Domain),
            ("@example.org", Local),
            ("mira@stadt", Domain),
            ("mira@stadt.", Domain),
            ("mira@.de", Domain),
            ("mira@stadt..de", Domain),
            ("mira@-stadt.de", Domain),
            ("mira@sta_dt.de", Domain),
            ("mira@127.0.0.1", Domain),
            ("mira@[127.0.0.1]", Domain),
            ("mira@stadt.de>", Domain),
            ("mira@stadt.de,jo@stadt.de", Local),
            ("mira@x.de jo@stadt.de", Local),
            ("Mira <mira@stadt.de>", Local),
            (".mira@stadt.de", Local),
            ("mi..ra@stadt.de", Local),
            ("\"mi ra\"@stadt.de", Local),
            ("mi(ra)@stadt.de", Local),
            ("mïra@stadt.de", Local),
            ("mira@stadt.de\r\nBcc: jo@stadt.de", Hidden),
            ("mira\n@stadt.de", Hidden),
            ("mira\r@stadt.de", Hidden),
            ("mira\0@stadt.de", Hidden),
            ("mira@stadt.de\n", Hidden),
            ("mira@\u{202e}ed.tdats", Hidden),
            ("mi\u{200b}ra@stadt.de", Hidden),
            ("mira\u{2028}@stadt.de", Hidden),
            (&long, TooLong),
            (&longer, TooLong),
            (&labels, TooLong),
        ] {
            assert_eq!(Address::new(text), Err(why), "{text:?}");
        }
    }
}
