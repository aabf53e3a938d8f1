//! Every key there is, with the words that explain it. The example file is made from these and from nothing else.

/// What may stand behind a key in the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A text in quotes.
    Text,
    /// A whole number.
    Number,
}

/// One setting.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name; a dot stands between section and key.
    pub name: &'static str,
    /// What it is for, line by line.
    pub words: &'static [&'static str],
    /// What may stand there.
    pub kind: Kind,
    /// The value the example shows: the default, if there is one.
    pub example: &'static str,
}

impl Key {
    /// The variable of the environment that sets it: `GEFLECHT_MAIL_HOST` for `mail.host`.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("GEFLECHT_{}", self.name.replace('.', "_").to_uppercase())
    }
}

macro_rules! settings {
    ($($(#[doc = $doc:literal])* $field:ident: $name:literal, $kind:ident, $example:literal;)*) => {
        /// The settings as they were written down, each still a text.
        #[derive(Clone, PartialEq, Eq, Default, Debug)]
        pub struct Written { $($(#[doc = $doc])* pub $field: Option<String>,)* }

        /// Every key, in the order of the example file.
        pub const KEYS: &[Key] = &[$(Key { name: $name, words: &[$($doc),*], kind: Kind::$kind, example: $example }),*];

        impl Written {
            /// Sets a value by the name of its key; unknown names change nothing.
            pub fn set(&mut self, name: &str, value: String) {
                match name { $($name => self.$field = Some(value),)* _ => {} }
            }
            /// These values, and where there is none those of `other`.
            #[must_use]
            pub fn or(self, other: Self) -> Self {
                Self { $($field: self.$field.or(other.$field)),* }
            }
        }
    };
}

settings! {
    /// Where the program listens: address and port. Only this machine reaches 127.0.0.1; a web server in front of it
    /// (nginx, Apache, Caddy) adds TLS.
    listen: "listen", Text, "127.0.0.1:8080";
    /// The directory for everything the installation keeps. Made when it is missing, for its owner alone.
    data: "data", Text, "./geflecht-data";
    /// The database: sqlite:PATH, or postgres://USER@HOST/NAME for several nodes. Without this line a file in the data
    /// directory. A PostgreSQL on another machine needs a verified certificate (sslrootcert=FILE for your own authority),
    /// unless you write sslmode=disable.
    database: "database", Text, "sqlite:geflecht-data/geflecht.db";
    /// The address people type, without a slash at the end. Links in mails and the protection of forms come from it.
    /// Needed as soon as others than this machine can reach the program.
    base_url: "base_url", Text, "https://netz.example.org";
    /// The web servers in front, by address or network, separated by commas: whom they ask for is read from
    /// X-Forwarded-For, so that one sender of forms can be slowed down without the others. Addresses are not kept.
    proxies: "proxies", Text, "127.0.0.1, ::1";
    /// This process among several on one PostgreSQL: a number from 0 to 15, another one for each.
    node: "node", Number, "0";
    /// What is written to the log (standard error): error, warn, info, debug, or one of them per part, such as
    /// "warn,geflecht=debug".
    log: "log", Text, "info";
    /// The mail server that takes the letters of the installation. Without it letters wait.
    mail_host: "mail.host", Text, "mail.example.org";
    /// Its port. Without this line the usual one: 587 for starttls, 465 for tls, 25 for none.
    mail_port: "mail.port", Number, "587";
    /// How the way there is protected: starttls, tls, or none (only to this machine).
    mail_security: "mail.security", Text, "starttls";
    /// The name to sign in with, if the mail server asks for one.
    mail_user: "mail.user", Text, "geflecht";
    /// The password. Better in the environment than in this file.
    mail_password: "mail.password", Text, "…";
    /// Whom letters come from: an address, or a name and an address. The name must not betray any network.
    mail_from: "mail.from", Text, "Geflecht <netz@example.org>";
    /// The mailbox to which members write, calendars answer and failures are reported. The mail server hands it over, with
    /// everything behind a +, to the socket below. Without it answers come by the links of letters only.
    mail_answers: "mail.answers", Text, "antwort@example.org";
    /// The name under which that mail server writes what it found out about senders (authserv-id, RFC 8601). Without it nobody is
    /// known by a signature (DKIM), only by the address a letter told her.
    mail_authserv: "mail.authserv", Text, "mx.example.org";
    /// The socket at which the mail server of this machine hands letters over (LMTP); its group may write there.
    mail_socket: "mail.socket", Text, "/var/spool/postfix/geflecht/lmtp";
    /// The age public key backups are encrypted to. Keep its secret key elsewhere: whoever has it reads the backups, and
    /// nobody else can restore them.
    backup_recipient: "backup.recipient", Text, "age1…";
}

/// The file `geflecht config` prints: every key with its words, each value commented out.
#[must_use]
pub fn example() -> String {
    let mut text = String::from(
        "# The settings of Geflecht. Save this as geflecht.toml and take the # away where you set something.\n\
         # Each one can also come from the environment, which wins over this file: GEFLECHT_LISTEN, GEFLECHT_MAIL_HOST.\n\
         # The options of the command line win over both.\n",
    );
    let mut section = "";
    for key in KEYS {
        let (of, bare) = key.name.split_once('.').unwrap_or(("", key.name));
        if of != section {
            text.push_str(&format!("\n[{of}]\n"));
            section = of;
        }
        text.push('\n');
        for line in key.words {
            text.push_str(&format!("#{line}\n"));
        }
        let value = if key.kind == Kind::Text { format!("\"{}\"", key.example) } else { key.example.to_owned() };
        text.push_str(&format!("#{bare} = {value}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{FILE, from_toml};

    #[test]
    fn the_example_in_the_repository_is_what_the_program_prints() {
        let kept = include_str!("../../geflecht.example.toml");
        assert_eq!(kept, example(), "please run: cargo run -- config > crates/geflecht/geflecht.example.toml");
    }

    #[test]
    fn the_example_is_a_valid_file_with_and_without_its_comments() {
        assert_eq!(from_toml(&example(), FILE), Ok(Written::default()));
        // Values lose the mark that stands right before the key; words keep theirs, which a blank follows.
        let lines = example()
            .lines()
            .map(|l| l.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(l).to_owned() + "\n")
            .collect::<String>();
        let mut all = Written::default();
        KEYS.iter().for_each(|key| all.set(key.name, key.example.to_owned()));
        assert_eq!(from_toml(&lines, FILE), Ok(all));
    }

    #[test]
    fn every_key_has_words_and_a_variable_of_its_own() {
        let mut variables: Vec<String> = KEYS.iter().map(Key::variable).collect();
        variables.sort();
        variables.dedup();
        assert_eq!(variables.len(), KEYS.len());
        assert!(KEYS.iter().all(|key| !key.words.is_empty() && !key.example.is_empty()));
        assert!(variables.contains(&"GEFLECHT_MAIL_HOST".to_owned()));
    }
}
