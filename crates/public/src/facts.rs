//! What the installation says of itself.

use std::collections::HashMap;

use db::Conn;
use kernel::Result;

/// Where somebody is reached: shown as text, as a link where it is an address for mail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contact {
    /// The text.
    pub text: String,
    /// `mailto:` where it is a mail address.
    pub href: Option<String>,
}

impl Contact {
    fn of(text: &str) -> Self {
        let plain = !text
            .contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '?' | '&' | ','));
        let is_mail = plain
            && text
                .split_once('@')
                .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.') && !domain.contains('@'));
        Self { text: text.to_owned(), href: is_mail.then(|| format!("mailto:{text}")) }
    }
}

/// The settings these pages are made from; `None` where nothing was entered.
#[derive(Clone, Default, Debug)]
pub struct Facts {
    /// Whether a public body runs it.
    pub public_body: bool,
    /// Who runs it.
    pub name: Option<String>,
    /// The postal address, line by line.
    pub address: Vec<String>,
    /// The mail address of who runs it.
    pub mail: Option<Contact>,
    /// The telephone of who runs it.
    pub phone: Option<String>,
    /// Whom to ask about personal data.
    pub privacy: Option<Contact>,
    /// Where to report barriers.
    pub access: Option<Contact>,
}

impl Facts {
    /// Reads them, one statement.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(conn: &Conn) -> Result<Self> {
        Ok(Self::of(&db::settings(conn)?))
    }
    fn of(settings: &HashMap<String, String>) -> Self {
        let get = |key: &str| settings.get(key).map(|v| v.trim()).filter(|v| !v.is_empty());
        Self {
            public_body: get("site.public_body") == Some("yes"),
            name: get("operator.name").map(str::to_owned),
            address: get("operator.address")
                .map(|a| a.lines().map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect())
                .unwrap_or_default(),
            mail: get("operator.mail").map(Contact::of),
            phone: get("operator.phone").map(str::to_owned),
            privacy: get("privacy.contact").map(Contact::of),
            access: get("access.contact").map(Contact::of),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_a_mail_address_becomes_a_link() {
        assert_eq!(Contact::of("stelle@example.org").href.as_deref(), Some("mailto:stelle@example.org"));
        for text in [
            "Rathaus, Zimmer 3",
            "stelle@example",
            "a@b@example.org",
            "@example.org",
            "x@example.org?bcc=y@example.org",
            "javascript:alert(1)",
        ] {
            assert_eq!(Contact::of(text).href, None, "{text}");
        }
    }

    #[test]
    fn what_is_blank_is_missing() {
        let settings = [
            ("operator.name", "  "),
            ("operator.address", "Stadt Beispiel\r\n\n Markt 1 \n12345 Beispiel"),
            ("site.public_body", "no"),
        ];
        let facts = Facts::of(&settings.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
        assert_eq!(facts.name, None);
        assert_eq!(facts.address, ["Stadt Beispiel", "Markt 1", "12345 Beispiel"]);
        assert!(!facts.public_body && facts.mail.is_none());
    }
}
