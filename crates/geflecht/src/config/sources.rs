//! Where settings are written: a file and the environment. What nobody knows is refused, with the nearest that is known.

use std::path::Path;

use toml::Value;

use super::{KEYS, Key, Kind, Written};
use crate::Outcome;

/// The file that is read when none is named and it is there.
pub const FILE: &str = "geflecht.toml";

/// Variables with our prefix that the tests of this project use; the program does not.
const WORKSHOP: [&str; 5] = ["GEFLECHT_TEST_", "GEFLECHT_BIN", "GEFLECHT_URL", "GEFLECHT_CHROMIUM", "GEFLECHT_WORLDS"];

/// Reads the settings file: the named one, which must be there, or [`FILE`] if it is.
///
/// # Errors
/// A sentence when it cannot be read or says something nobody knows.
pub fn from_file(named: Option<&Path>) -> Outcome<Written> {
    let path = named.unwrap_or(Path::new(FILE));
    match std::fs::read_to_string(path) {
        Ok(text) => from_toml(&text, &path.display().to_string()),
        Err(e) if named.is_none() && e.kind() == std::io::ErrorKind::NotFound => Ok(Written::default()),
        Err(e) => Err(format!("The settings file {} cannot be read: {e}", path.display())),
    }
}

/// Reads settings from TOML; `file` is its name in sentences.
///
/// # Errors
/// A sentence with the line, or with the key nobody knows and the nearest one that is known.
pub fn from_toml(text: &str, file: &str) -> Outcome<Written> {
    let table: toml::Table = text.parse().map_err(|e: toml::de::Error| {
        let line = e.span().map_or(0, |span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
        format!("{file}, line {line}: {}", e.message())
    })?;
    let mut written = Written::default();
    for (name, value) in table {
        match value {
            Value::Table(inner) if !inner.is_empty() || is_section(&name) => {
                for (key, value) in inner {
                    put(&mut written, &format!("{name}.{key}"), &value, file)?;
                }
            }
            value => put(&mut written, &name, &value, file)?,
        }
    }
    Ok(written)
}

fn is_section(name: &str) -> bool {
    KEYS.iter().any(|key| key.name.split_once('.').is_some_and(|(section, _)| section == name))
}

fn put(written: &mut Written, name: &str, value: &Value, file: &str) -> Outcome {
    let key = KEYS.iter().find(|key| key.name == name).ok_or_else(|| unknown(name, file, |key| key.name.to_owned()))?;
    let text = match (key.kind, value) {
        (Kind::Text, Value::String(text)) => text.clone(),
        (Kind::Number, Value::Integer(number)) => number.to_string(),
        (Kind::Text, _) => return Err(format!("{file}: {name} is a text in quotes, such as \"{}\".", key.example)),
        (Kind::Number, _) => {
            return Err(format!("{file}: {name} is a whole number without quotes, such as {}.", key.example));
        }
    };
    written.set(name, text);
    Ok(())
}

/// Reads the settings among these variables: those that begin with `GEFLECHT_`.
///
/// # Errors
/// A sentence with the variable nobody knows and the nearest one that is known.
pub fn from_environment(variables: impl Iterator<Item = (String, String)>) -> Outcome<Written> {
    let mut written = Written::default();
    for (name, value) in variables {
        if !name.starts_with("GEFLECHT_") || WORKSHOP.iter().any(|own| name.starts_with(own)) {
            continue;
        }
        let key = KEYS
            .iter()
            .find(|key| key.variable() == name)
            .ok_or_else(|| unknown(&name, "The environment", Key::variable))?;
        written.set(key.name, value);
    }
    Ok(written)
}

fn unknown(name: &str, place: &str, shown: impl Fn(&Key) -> String) -> String {
    let distance = |key: &Key| strsim::damerau_levenshtein(&shown(key), name);
    let nearest = KEYS.iter().min_by_key(|key| distance(key)).map(&shown).unwrap_or_default();
    format!("{place}: there is no setting {name}. Did you mean {nearest}? All of them: geflecht config")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_knows_is_refused_with_the_nearest_that_is_known() {
        for (text, near) in [
            ("lisen = \"x\"", "listen"),
            ("[mail]\nhots = \"x\"", "mail.host"),
            ("[mail]\nhost = \"a\"\nsecurty = \"tls\"", "mail.security"),
            ("[backups]\nrecipient = \"x\"", "backup.recipient"),
            ("mail_host = \"x\"", "mail.host"),
        ] {
            let refused = from_toml(text, "f.toml").unwrap_err();
            assert!(refused.contains(&format!("Did you mean {near}?")), "{refused}");
            assert!(refused.starts_with("f.toml: "), "{refused}");
        }
        let refused = from_environment([("GEFLECHT_MAIL_HOTS".to_owned(), String::new())].into_iter()).unwrap_err();
        assert!(refused.contains("Did you mean GEFLECHT_MAIL_HOST?"), "{refused}");
    }

    #[test]
    fn wrong_types_and_broken_files_get_a_sentence() {
        assert_eq!(
            from_toml("[mail]\nport = \"25\"", "f").unwrap_err(),
            "f: mail.port is a whole number without quotes, such as 587."
        );
        assert_eq!(
            from_toml("listen = 8080", "f").unwrap_err(),
            "f: listen is a text in quotes, such as \"127.0.0.1:8080\"."
        );
        assert!(from_toml("node = 1\nlisten = ", "f").unwrap_err().starts_with("f, line 2: "));
        assert!(from_file(Some(Path::new("/nowhere/geflecht.toml"))).unwrap_err().contains("cannot be read"));
    }

    #[test]
    fn the_environment_is_read_by_prefix_and_other_programs_are_left_alone() {
        let variables = [
            ("GEFLECHT_NODE", "3"),
            ("GEFLECHT_BACKUP_RECIPIENT", "age1x"),
            ("PATH", "/bin"),
            ("GEFLECHT_TEST_POSTGRES", "x"),
            ("GEFLECHT_BIN", "x"),
        ];
        let written = from_environment(variables.into_iter().map(|(n, v)| (n.to_owned(), v.to_owned()))).unwrap();
        assert_eq!((written.node.as_deref(), written.backup_recipient.as_deref()), (Some("3"), Some("age1x")));
        assert_eq!(Written { node: None, backup_recipient: None, ..written }, Written::default());
    }
}
