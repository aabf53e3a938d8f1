//! Words that look like persons: for the warning before something confidential is saved.

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
