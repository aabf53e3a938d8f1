//! What the settings mean, once each of them was found to be right.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use db::Url;
use mail::{Address, HeaderText, Security, Sender, SmtpSettings};

use super::Written;
use crate::Outcome;

/// Every setting, checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The directory of the installation.
    pub data: PathBuf,
    /// The database.
    pub database: Url,
    /// The address people type, if it was told.
    pub base_url: Option<String>,
    /// The web servers in front whose word about the sender counts.
    pub proxies: web::Proxies,
    /// This process among several.
    pub node: u8,
    /// What is logged.
    pub log: String,
    /// The way letters leave, if it was told.
    pub mail: Option<Mail>,
    /// Whom backups are encrypted to.
    pub recipient: Option<age::x25519::Recipient>,
}

/// How letters leave.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The server.
    pub server: SmtpSettings,
    /// Whom they come from.
    pub sender: Sender,
    /// Where letters come in, if anywhere.
    pub answers: Option<Answers>,
}

/// How letters come in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answers {
    /// The mailbox.
    pub mailbox: Address,
    /// The socket at which it is handed over.
    pub socket: PathBuf,
    /// The name under which the mail server writes what it found out about senders.
    pub authserv: Option<String>,
}

impl Settings {
    /// Checks what was written.
    ///
    /// # Errors
    /// A sentence with the first setting that is wrong and what belongs there.
    pub fn read(written: &Written) -> Outcome<Self> {
        let data = PathBuf::from(written.data.as_deref().unwrap_or("./geflecht-data"));
        if data.as_os_str().is_empty() {
            return Err("data is the path of a directory, such as ./geflecht-data.".to_owned());
        }
        let database = match written.database.as_deref() {
            Some(text) => text.parse().map_err(|why: String| format!("database: {why}."))?,
            None => Url::Sqlite(data.join("geflecht.db")),
        };
        Ok(Self {
            listen: listen(written.listen.as_deref().unwrap_or("127.0.0.1:8080"))?,
            data,
            database,
            base_url: written.base_url.as_deref().map(base_url).transpose()?,
            proxies: proxies(written.proxies.as_deref().unwrap_or_default())?,
            node: number("node", written.node.as_deref().unwrap_or("0"), 0, 15)?,
            log: written.log.clone().unwrap_or_else(|| "info".to_owned()),
            mail: mail(written)?,
            recipient: written.backup_recipient.as_deref().map(|key| recipient("backup.recipient", key)).transpose()?,
        })
    }

    /// The address people type, when the program listens on this port.
    ///
    /// # Errors
    /// A sentence when others can reach the program and nobody said under which address.
    pub fn address(&self, port: u16) -> Outcome<String> {
        match &self.base_url {
            Some(url) => Ok(url.clone()),
            None if self.listen.ip().is_loopback() => Ok(format!("http://localhost:{port}")),
            None => Err(format!(
                "Others can reach {}: please set base_url to the address they type, such as https://netz.example.org.",
                self.listen
            )),
        }
    }
}

/// Reads a public key of age (`age1…`); `name` is the setting's in the sentence.
///
/// # Errors
/// A sentence when it is none.
pub fn recipient(name: &str, key: &str) -> Outcome<age::x25519::Recipient> {
    let wrong = if key.starts_with("AGE-SECRET-KEY") {
        "this is the secret key; keep it away from here and give the public one"
    } else {
        "this is no public key of age; one begins with age1"
    };
    key.trim().parse().map_err(|_| format!("{name}: {wrong}."))
}

/// An address to listen on; `localhost` is understood too.
fn listen(text: &str) -> Outcome<SocketAddr> {
    let numbered = text.strip_prefix("localhost:").map_or_else(|| text.to_owned(), |port| format!("127.0.0.1:{port}"));
    numbered
        .parse()
        .map_err(|_| format!("listen: {text} is no address with a port, such as 127.0.0.1:8080 or [::1]:8080."))
}

fn base_url(text: &str) -> Outcome<String> {
    let wrong = || {
        format!(
            "base_url: {text} is not an address such as https://netz.example.org, without a path and without a slash at the end."
        )
    };
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or_else(wrong)?;
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    let numbered = name.starts_with('[') && name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok();
    let named = !name.is_empty()
        && name.split('.').all(|label| {
            !label.is_empty() && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        });
    let ported = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|p| p > 0 && p.to_string() == port));
    if (named || numbered) && ported { Ok(text.to_owned()) } else { Err(wrong()) }
}

fn proxies(text: &str) -> Outcome<web::Proxies> {
    text.parse().map_err(|part| {
        format!(
            "proxies: {part} is no address such as 127.0.0.1 and no network such as 10.0.0.0/8; commas separate them."
        )
    })
}

fn number<T: std::str::FromStr + PartialOrd + std::fmt::Display>(
    name: &str,
    text: &str,
    least: T,
    most: T,
) -> Outcome<T> {
    let number = text.trim().parse().ok().filter(|n| *n >= least && *n <= most);
    number.ok_or_else(|| format!("{name}: {text} is not a number from {least} to {most}."))
}

fn mail(written: &Written) -> Outcome<Option<Mail>> {
    let Some(host) = &written.mail_host else {
        let others = [
            ("mail.port", &written.mail_port),
            ("mail.security", &written.mail_security),
            ("mail.user", &written.mail_user),
            ("mail.password", &written.mail_password),
            ("mail.from", &written.mail_from),
            ("mail.answers", &written.mail_answers),
            ("mail.socket", &written.mail_socket),
            ("mail.authserv", &written.mail_authserv),
        ];
        return match others.iter().find(|(_, value)| value.is_some()) {
            Some((name, _)) => Err(format!("{name} is set, but mail.host is not; please name the mail server too.")),
            None => Ok(None),
        };
    };
    let from = written
        .mail_from
        .as_deref()
        .ok_or("mail.host is set, but mail.from is not; please say whom letters come from.")?;
    let security = written
        .mail_security
        .as_deref()
        .unwrap_or("starttls")
        .parse::<Security>()
        .map_err(|e| format!("mail.security: {e}."))?;
    let port = written.mail_port.as_deref().map(|port| number("mail.port", port, 1, u16::MAX)).transpose()?;
    let server = SmtpSettings {
        security,
        port,
        user: written.mail_user.clone(),
        password: written.mail_password.clone(),
        ..SmtpSettings::new(host.trim())
    };
    // The transport looks at the rest; asked here, so that a mistake is told at once and not with the first letter.
    mail::Transport::smtp(&server).map_err(|e| format!("mail: {e}."))?;
    Ok(Some(Mail { server, sender: sender(from)?, answers: answers(written)? }))
}

fn answers(written: &Written) -> Outcome<Option<Answers>> {
    let authserv = written.mail_authserv.as_deref().map(str::trim).map(str::to_owned);
    if let Some(name) = &authserv {
        let named = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b));
        if !named {
            return Err("mail.authserv is a name such as mx.example.org.".to_owned());
        }
        if written.mail_answers.is_none() {
            return Err(
                "mail.authserv is set, but mail.answers is not; please name the mailbox letters come to.".to_owned()
            );
        }
    }
    match (&written.mail_answers, &written.mail_socket) {
        (None, None) => Ok(None),
        (Some(_), None) => {
            Err("mail.answers is set, but mail.socket is not; please say where the mail server hands them over."
                .to_owned())
        }
        (None, Some(_)) => {
            Err("mail.socket is set, but mail.answers is not; please name the mailbox calendars answer to.".to_owned())
        }
        (Some(address), Some(socket)) => {
            let address = Address::new(address).map_err(|e| format!("mail.answers: {e}."))?;
            if address.local().len() > meetings::calendar::ANSWERS_LOCAL || address.local().contains('+') {
                return Err(format!(
                    "mail.answers: at most {} characters before the @, and no +, because each invitation gets an address of its own.",
                    meetings::calendar::ANSWERS_LOCAL
                ));
            }
            let socket = PathBuf::from(socket);
            if !socket.is_absolute() || socket.file_name().is_none() {
                return Err("mail.socket is a whole path, such as /var/spool/postfix/geflecht/lmtp.".to_owned());
            }
            Ok(Some(Answers { mailbox: address, socket, authserv }))
        }
    }
}

fn sender(text: &str) -> Outcome<Sender> {
    let (name, address) = match text.trim().strip_suffix('>').and_then(|rest| rest.split_once('<')) {
        Some((name, address)) => (name.trim().trim_matches('"'), address),
        None => ("Geflecht", text),
    };
    let name =
        HeaderText::new(if name.is_empty() { "Geflecht" } else { name }).map_err(|e| format!("mail.from: {e}."))?;
    let address = Address::new(address).map_err(|e| format!("mail.from: {e}."))?;
    Ok(Sender { address, name, bounces: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Outcome<Settings> {
        let mut written = Written::default();
        pairs.iter().for_each(|(name, value)| written.set(name, (*value).to_owned()));
        Settings::read(&written)
    }

    #[test]
    fn nothing_written_gives_a_small_installation_for_this_machine() {
        let settings = read(&[]).unwrap();
        assert_eq!(
            (settings.listen.to_string().as_str(), settings.node, settings.mail.is_none()),
            ("127.0.0.1:8080", 0, true)
        );
        assert_eq!(settings.database.to_string(), "sqlite:./geflecht-data/geflecht.db");
        assert_eq!(settings.address(4711).unwrap(), "http://localhost:4711");
        assert!(read(&[("listen", "0.0.0.0:80")]).unwrap().address(80).unwrap_err().contains("please set base_url"));
        assert_eq!(read(&[("listen", "localhost:9000")]).unwrap().listen.port(), 9000);
    }

    /// With a mail server.
    fn answers<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        [&[("mail.host", "mail.example.org"), ("mail.from", "a@example.org")], more].concat()
    }

    #[test]
    fn answers_of_calendars_have_a_mailbox_and_a_socket() {
        let set = [("mail.answers", "Antwort@example.org"), ("mail.socket", "/run/geflecht/lmtp")];
        let mail = read(&answers(&set)).unwrap().mail.unwrap();
        let answers_at = mail.answers.unwrap();
        assert_eq!(answers_at.mailbox.as_str(), "Antwort@example.org");
        assert_eq!((answers_at.socket.to_str(), answers_at.authserv), (Some("/run/geflecht/lmtp"), None));
        let checked = [&set[..], &[("mail.authserv", "mx.example.org")]].concat();
        let mail = read(&answers(&checked)).unwrap().mail.unwrap();
        assert_eq!(mail.answers.unwrap().authserv.as_deref(), Some("mx.example.org"));
        assert!(read(&answers(&[])).unwrap().mail.unwrap().answers.is_none());
    }

    #[test]
    fn each_mistake_gets_a_sentence_that_names_the_setting() {
        for (pairs, begins) in [
            (&[("listen", "8080")][..], "listen:"),
            (&[("database", "mysql://x")], "database:"),
            (&[("database", "postgres://u@db.example.org/g?sslmode=prefer")], "database: sslmode=prefer"),
            (&[("base_url", "netz.example.org")], "base_url:"),
            (&[("base_url", "https://netz.example.org/")], "base_url:"),
            (&[("base_url", "https://netz.example.org:0")], "base_url:"),
            (&[("base_url", "https://a@b")], "base_url:"),
            (&[("proxies", "127.0.0.1, nginx")], "proxies: nginx is no address"),
            (&[("node", "16")], "node:"),
            (&[("node", "-1")], "node:"),
            (&[("data", "")], "data "),
            (&[("mail.from", "a@example.org")], "mail.from is set, but mail.host is not"),
            (&[("mail.answers", "a@example.org")], "mail.answers is set, but mail.host is not"),
            (&answers(&[("mail.answers", "a@example.org")]), "mail.answers is set, but mail.socket is not"),
            (&answers(&[("mail.socket", "/run/x")]), "mail.socket is set, but mail.answers is not"),
            (&answers(&[("mail.authserv", "mx.example.org")]), "mail.authserv is set, but mail.answers is not"),
            (&answers(&[("mail.authserv", "a b")]), "mail.authserv is a name"),
            (&answers(&[("mail.answers", "nobody"), ("mail.socket", "/run/x")]), "mail.answers:"),
            (&answers(&[("mail.answers", "a+b@example.org"), ("mail.socket", "/run/x")]), "mail.answers: at most 20"),
            (&answers(&[("mail.answers", "a@example.org"), ("mail.socket", "x")]), "mail.socket is a whole path"),
            (&[("mail.host", "mail.example.org")], "mail.host is set, but mail.from is not"),
            (&[("mail.host", "mail.example.org"), ("mail.from", "nobody")], "mail.from:"),
            (&[("mail.host", "mail.example.org"), ("mail.from", "a@example.org"), ("mail.port", "0")], "mail.port:"),
            (
                &[("mail.host", "mail.example.org"), ("mail.from", "a@example.org"), ("mail.security", "ssl")],
                "mail.security:",
            ),
            (
                &[("mail.host", "mail.example.org"), ("mail.from", "a@example.org"), ("mail.security", "none")],
                "mail: mail without encryption",
            ),
            (
                &[("mail.host", "mail.example.org"), ("mail.from", "a@example.org"), ("mail.user", "u")],
                "mail: set both",
            ),
            (&[("backup.recipient", "age1short")], "backup.recipient: this is no public key"),
            (&[("backup.recipient", "AGE-SECRET-KEY-1ABC")], "backup.recipient: this is the secret key"),
        ] {
            let refused = read(pairs).unwrap_err();
            assert!(refused.starts_with(begins), "{pairs:?}: {refused}");
        }
    }

    #[test]
    fn a_sender_has_a_name_or_gets_a_neutral_one() {
        let named = |from| {
            read(&[("mail.host", "localhost"), ("mail.security", "none"), ("mail.from", from)])
                .unwrap()
                .mail
                .unwrap()
                .sender
        };
        assert_eq!(named("Netz <netz@example.org>").name.as_str(), "Netz");
        assert_eq!(named("netz@example.org").name.as_str(), "Geflecht");
        assert_eq!(named("<netz@example.org>").address.as_str(), "netz@example.org");
        for good in ["https://netz.example.org", "http://localhost:8080", "https://127.0.0.1:8443", "http://[::1]:80"] {
            assert_eq!(read(&[("base_url", good)]).unwrap().base_url.as_deref(), Some(good));
        }
    }
}
