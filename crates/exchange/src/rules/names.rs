//! Words that are persons: those named with an @, and what looks like one, for the warning before something confidential is saved.

use kernel::Id;
use people::Person;

use super::MOST_ASKED;

/// Whom words name with an @ before her full name, in the order of the words; no more than can be asked at once.
#[must_use]
pub fn mentioned(words: &str, known: &[(Id<Person>, String)]) -> Vec<Id<Person>> {
    let mut found: Vec<Id<Person>> = Vec::new();
    for rest in words.split('@').skip(1) {
        let rest = rest.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
        let begins = |name: &str| {
            let behind = rest.strip_prefix(name)?;
            behind.chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '-').then_some(name.len())
        };
        // Of Anna Berg and Anna Berg Meier the longer one is meant.
        let best = known.iter().filter_map(|(person, name)| Some((begins(name)?, *person))).max_by_key(|(len, _)| *len);
        if let Some((_, person)) = best.filter(|(_, person)| !found.contains(person) && found.len() < MOST_ASKED) {
            found.push(person);
        }
    }
    found
}

/// What in a writing looks as if it led to a person: names that are known, forms of address with a word behind them, mail
/// addresses and telephone numbers. A warning, not a judgement: whoever writes looks again and decides.
#[must_use]
pub fn suspicious(words: &str, known: &[(String, String)]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut note = |what: &str| {
        if !what.is_empty() && !found.iter().any(|f| f == what) {
            found.push(what.to_owned());
        }
    };
    let tokens: Vec<&str> = words
        .split_whitespace()
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '+'))
        .collect();
    let folded: Vec<String> = tokens.iter().map(|token| i18n::fold(token)).collect();
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).copied().unwrap_or_default();
        let address = ["Frau", "Herr", "Herrn", "Mr", "Mrs", "Ms", "Dr"].contains(&token.trim_end_matches('.'));
        if address && next.chars().next().is_some_and(char::is_uppercase) {
            note(&format!("{token} {next}"));
        }
        if token.contains('@') && token.split('@').nth(1).is_some_and(|host| host.contains('.')) {
            note(token);
        }
        let digits = token.chars().filter(char::is_ascii_digit).count();
        if digits >= 6 && token.chars().all(|c| c.is_ascii_digit() || "+/-()".contains(c)) {
            note(token);
        }
        let this = &folded[at];
        for (given, family) in known {
            let (given, family) = (i18n::fold(given), i18n::fold(family));
            if family.chars().count() > 2 && *this == family && token.chars().next().is_some_and(char::is_uppercase) {
                // A family name is often a word of its own; with the given name before it, it surely is a name.
                let before = at.checked_sub(1).and_then(|b| folded.get(b));
                if before == Some(&given) {
                    note(&format!("{} {token}", tokens[at - 1]));
                } else {
                    note(token);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<(String, String)> {
        vec![("Anna".into(), "Albers".into()), ("Jo".into(), "Li".into())]
    }

    #[test]
    fn an_at_before_a_full_name_names_somebody() {
        let (anna, longer, jo) = (Id::new(1), Id::new(2), Id::new(3));
        let known: Vec<(Id<Person>, String)> = [(anna, "Anna Berg"), (longer, "Anna Berg Meier"), (jo, "Jo Li")]
            .map(|(id, name)| (id, name.into()))
            .into();
        for (words, found) in [
            ("@Anna Berg, was meinst du?", vec![anna]),
            ("Frag @Anna Berg Meier oder @Jo  Li.", vec![longer, jo]),
            ("@Jo Li @Jo Li", vec![jo]),
            ("(@Jo\nLi)", vec![jo]),
            ("@Jo Lindner und jo@Jo.example.org, @anna berg, @Anna", vec![]),
            ("Jo Li", vec![]),
            ("@", vec![]),
        ] {
            assert_eq!(mentioned(words, &known), found, "{words}");
        }
    }

    #[test]
    fn what_leads_to_a_person_is_found_and_what_does_not_is_not() {
        for (words, found) in [
            ("Frau Meier wurde bedroht.", vec!["Frau Meier"]),
            ("Sie heißt Anna Albers, so steht es da.", vec!["Anna Albers"]),
            ("Albers rief an.", vec!["Albers"]),
            ("Bitte an jo.muster@example.org oder 0241/123456.", vec!["jo.muster@example.org", "0241/123456"]),
            ("Eine Frau wurde am 25.11.2026 vor dem Rathaus bedroht.", vec![]),
            ("Die Frau nebenan und der Herr dort.", vec![]),
            ("albers li", vec![]),
        ] {
            assert_eq!(suspicious(words, &known()), found, "{words}");
        }
    }
}
