//! What can be asked of the server, read from a line.

use std::path::PathBuf;

use age::x25519::Recipient;
use serde_json::Value;

use crate::{Outcome, config, site::Guest};

/// One line, understood.
#[derive(Clone, Debug)]
pub enum Request {
    /// Write a backup.
    Backup {
        /// Where to, from the root.
        file: PathBuf,
        /// Whom it is encrypted to, if the line says so.
        to: Option<Recipient>,
    },
    /// Invite a person.
    Invite(Guest),
    /// Take away a person's factors.
    Reset(Guest),
}

impl Request {
    /// Reads a line.
    ///
    /// # Errors
    /// A sentence for whoever sent it.
    pub fn read(line: &[u8]) -> Outcome<Self> {
        let said: Value = serde_json::from_slice(line).map_err(|_| "The server could not read the request.")?;
        let word = |name: &str| said.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        match word("do").as_str() {
            "backup" => {
                let file = PathBuf::from(word("file"));
                if !file.is_absolute() {
                    return Err("The server needs the whole path of the file.".to_owned());
                }
                let to = Some(word("to")).filter(|to| !to.is_empty());
                Ok(Self::Backup { file, to: to.map(|to| config::recipient("--to", &to)).transpose()? })
            }
            "invite" => Ok(Self::Invite(Guest { mail: word("mail"), given: word("given"), family: word("family") })),
            "reset" => Ok(Self::Reset(Guest { mail: word("mail"), given: word("given"), family: word("family") })),
            _ => Err("The server does not know this command; are both the same version?".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_understood_or_refused_with_a_sentence() {
        let read = |line: &str| Request::read(line.as_bytes());
        assert!(matches!(read(r#"{"do":"backup","file":"/b"}"#), Ok(Request::Backup { to: None, .. })));
        assert!(matches!(read(r#"{"do":"invite","mail":7}"#), Ok(Request::Invite(guest)) if guest.mail.is_empty()));
        assert!(matches!(read(r#"{"do":"reset","family":"X"}"#), Ok(Request::Reset(guest)) if guest.family == "X"));
        for wrong in ["", "{", "[]", "7", r#"{"do":"Backup"}"#, r#"{"do":"backup","file":"b"}"#, "\u{0}"] {
            assert!(read(wrong).is_err_and(|said| said.ends_with(['.', '?'])), "{wrong}");
        }
        let secret = format!(r#"{{"do":"backup","file":"/b","to":"AGE-SECRET-KEY-1{}"}}"#, "Q".repeat(58));
        assert!(read(&secret).is_err_and(|said| said.contains("secret key") && !said.contains("QQ")));
    }
}
