//! An old distribution list, as mail programs copy it: names and addresses in any of their forms.

use kernel::Reason;

/// The most addresses of a list.
pub const LISTED_MOST: usize = 200;
/// The most lines of what is wrong that are told at once.
const TOLD: usize = 3;

/// Somebody on the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Address, in small letters.
    pub mail: String,
}

/// Reads `Anna Albers <anna@example.org>; "Dahlke, Dora" <dora@example.org>` and the like: one after the other with semicolons,
/// commas or on lines of their own. Where an address has no name, `vorname.nachname@` gives one. Each address counts once.
///
/// # Errors
/// The sentence that says what to mend.
pub fn read_list(text: &str) -> Result<Vec<Listed>, Reason> {
    let mut found: Vec<Listed> = Vec::new();
    let mut wrong: Vec<&str> = Vec::new();
    for entry in entries(text) {
        match one(entry) {
            Some(listed) if found.iter().any(|known| known.mail == listed.mail) => {}
            Some(listed) => found.push(listed),
            None => wrong.push(entry),
        }
    }
    if !wrong.is_empty() {
        let list = wrong
            .iter()
            .take(TOLD)
            .map(|entry| entry.chars().take(60).collect::<String>())
            .collect::<Vec<_>>()
            .join("; ");
        return Err(Reason::new(
            format!("Bitte ergänzen Sie Vorname, Nachname und Adresse: {list}"),
            format!("Please add given name, family name and address: {list}"),
        ));
    }
    match found.len() {
        0 => Err(Reason::new("Bitte fügen Sie Namen und Adressen ein.", "Please paste names and addresses.")),
        n if n > LISTED_MOST => Err(Reason::new(
            format!("Auf einmal gehen {LISTED_MOST} Adressen. Hier stehen {n}."),
            format!("{LISTED_MOST} addresses fit at once. Here are {n}."),
        )),
        _ => Ok(found),
    }
}

/// The entries: a comma parts them only where another address follows before the next sign, for it may stand in a name.
fn entries(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for chunk in text.split(['\n', '\r', ';']) {
        if chunk.matches('@').count() < 2 {
            all.push(chunk);
            continue;
        }
        let mut begin = 0;
        for (at, _) in chunk.match_indices(',') {
            if chunk[begin..at].contains('@') {
                all.push(&chunk[begin..at]);
                begin = at + 1;
            }
        }
        all.push(&chunk[begin..]);
    }
    all.into_iter().map(str::trim).filter(|entry| !entry.is_empty()).collect()
}

fn one(entry: &str) -> Option<Listed> {
    let (name, mail) = match entry.rsplit_once('<') {
        Some((name, rest)) => (name, rest.split('>').next().unwrap_or_default()),
        // Without brackets the address is the word with the sign.
        None => {
            let mail = entry.split_whitespace().find(|word| word.contains('@'))?;
            (entry.split(mail).next().unwrap_or_default(), mail)
        }
    };
    let mail = mail
        .trim()
        .trim_start_matches("mailto:")
        .trim_matches(|c: char| matches!(c, '(' | ')' | '"' | '\'' | ','))
        .to_lowercase();
    let mail = people::rules::mail(&mail).ok()?;
    let name = name.trim().trim_matches(|c: char| matches!(c, '"' | '\'' | ',' | '-' | '(') || c.is_whitespace());
    let (given, family) = if name.is_empty() || name.contains('@') { of_mail(&mail)? } else { parts(name)? };
    Some(Listed { given, family, mail })
}

fn parts(name: &str) -> Option<(String, String)> {
    let (given, family) = match name.split_once(',') {
        Some((family, given)) => (given.trim(), family.trim()),
        None => name.rsplit_once(char::is_whitespace)?,
    };
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (given, family) = (plain(given), plain(family));
    (!given.is_empty() && !family.is_empty()).then_some((given, family))
}

fn of_mail(mail: &str) -> Option<(String, String)> {
    let (given, family) = mail.split('@').next()?.split_once('.')?;
    let named = |part: &str| {
        let letters = part.len() > 1 && part.chars().all(|c| c.is_alphabetic() || c == '-');
        let mut chars = part.chars();
        letters.then(|| chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect::<String>())
    };
    Some((named(given)?, named(family)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_mail_programs_copy_them() {
        let read = |text: &str| {
            read_list(text)
                .map(|all| all.into_iter().map(|l| format!("{}|{}|{}", l.given, l.family, l.mail)).collect::<Vec<_>>())
        };
        let two = ["Anna Maria|Albers|anna@example.org", "Dora|Dahlke|dora@example.org"].map(str::to_owned).to_vec();
        for text in [
            "Anna Maria Albers <Anna@example.org>; Dora Dahlke <dora@example.org>",
            "Anna Maria Albers <anna@example.org>, Dora Dahlke <dora@example.org>,",
            "\"Albers, Anna Maria\" <anna@example.org>, \"Dahlke, Dora\" <dora@example.org>",
            "Albers, Anna Maria <anna@example.org>;\r\nDahlke, Dora <mailto:dora@example.org>\r\n",
            "Anna Maria Albers anna@example.org\nDora Dahlke (dora@example.org)\nDora Dahlke <DORA@example.org>",
        ] {
            assert_eq!(read(text), Ok(two.clone()), "{text}");
        }
        assert_eq!(
            read("vera.vogt-berg@example.org"),
            Ok(vec!["Vera|Vogt-berg|vera.vogt-berg@example.org".to_owned()])
        );
        for bad in [
            "",
            " ; ",
            "gleichstellung@example.org",
            "Anna <anna@example.org>",
            "Anna Albers",
            "Anna Albers <anna@>",
            "@",
            "<@>",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
        let many: String = (0..=LISTED_MOST).map(|n| format!("An Bo <a{n}@example.org>;")).collect();
        assert!(read(&many).unwrap_err().de.contains("201"));
    }
}
