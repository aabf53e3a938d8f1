//! What is written of a letter that came in. Pure.

use super::{TITLE_MOST, WORDS_MOST};

/// So many characters of the words make the title of a letter without a subject.
const BEGIN_MOST: usize = 80;

/// A subject as a title: without what programs put before it.
#[must_use]
pub fn title_of(subject: &str) -> String {
    let mut rest = subject.trim();
    loop {
        let lower = rest.to_lowercase();
        let known = ["aw:", "re:", "wg:", "fw:", "fwd:", "antw:", "antwort:", "weitergeleitet:"];
        let cut = known.iter().find(|begin| lower.starts_with(**begin)).map(|begin| begin.len());
        // `[Regionale AG] …` is what our own letters begin with.
        let bracket =
            || rest.strip_prefix('[').and_then(|inner| inner.find(']')).map(|at| at + 2).filter(|at| *at < 60);
        match cut.or_else(bracket).and_then(|at| rest.get(at..)) {
            Some(behind) if !behind.trim().is_empty() => rest = behind.trim(),
            _ => break,
        }
    }
    rest.chars().take(TITLE_MOST).collect::<String>().trim().to_owned()
}

/// A title for a letter without a subject: how its words begin, to the end of a word.
#[must_use]
pub fn title_from(words: &str) -> String {
    let begins = |line: &str| line.chars().any(char::is_alphanumeric);
    let line = words.lines().find(|line| begins(line)).unwrap_or_default();
    let line: String = line.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().filter(|c| *c != '\t').collect();
    if line.chars().count() <= BEGIN_MOST {
        return if line.is_empty() { "…".to_owned() } else { line.trim_end().to_owned() };
    }
    let kept: String = line.chars().take(BEGIN_MOST).collect();
    let kept = kept.rsplit_once(' ').map_or(kept.as_str(), |(before, _)| before);
    format!("{} …", kept.trim_end_matches([',', ';', ' ', '–', '-']))
}

/// Words of a letter as a contribution, and whether they were longer than one: nothing in them becomes a heading, code or a
/// line by accident.
#[must_use]
pub fn as_writing(words: &str) -> (String, bool) {
    let line = |line: &str| {
        let line = line.trim();
        let ruled = line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '=' | '_' | '*' | ' '));
        if line.starts_with(['#', '=', '`', '~', '|', '+']) || ruled { format!("\\{line}") } else { line.to_owned() }
    };
    let all: Vec<String> = words.trim().split('\n').map(line).collect();
    let all = all.join("\n");
    if all.chars().count() <= WORDS_MOST {
        return (all, false);
    }
    let kept: String = all.chars().take(WORDS_MOST - 2).collect();
    // To the end of a word, where there is one.
    let end = kept.rfind(char::is_whitespace).filter(|at| *at > kept.len() / 2).unwrap_or(kept.len());
    (format!("{} …", kept[..end].trim_end()), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lose_what_programs_put_before_them() {
        for (subject, title) in [
            ("AW: Re: [Regionale AG] Satzung", "Satzung"),
            ("WG: Erlass", "Erlass"),
            ("[Regionale AG] WG: AW: x", "x"),
            ("[nur das]", "[nur das]"),
            ("AW:", "AW:"),
            ("Rechtsfrage", "Rechtsfrage"),
            ("", ""),
        ] {
            assert_eq!(title_of(subject), title, "{subject}");
        }
        assert_eq!(title_of(&"ä".repeat(10_000)).chars().count(), TITLE_MOST);
    }

    #[test]
    fn words_stay_words_and_end_in_time() {
        let (words, cut) = as_writing("# Nr. 5\n    eingerückt\n---\n- Punkt");
        assert_eq!((words.as_str(), cut), ("\\# Nr. 5\neingerückt\n\\---\n- Punkt", false));
        let (long, cut) = as_writing(&"wort ".repeat(5_000));
        assert!(cut && long.chars().count() <= WORDS_MOST && long.ends_with("wort …"));
    }

    #[test]
    fn a_letter_without_a_subject_is_called_by_how_it_begins() {
        for (words, title) in [
            ("Wer plant schon für 2027?\n\nGruß", "Wer plant schon für 2027?"),
            ("\\---\n> - Punkt eins", "Punkt eins"),
            ("…", "…"),
            ("", "…"),
        ] {
            assert_eq!(title_from(words), title, "{words}");
        }
        let long = title_from(&"Gleichstellungsplan, ".repeat(30));
        assert_eq!(long, format!("{} …", ["Gleichstellungsplan"; 3].join(", ")));
        assert!(title_from(&"ä".repeat(10_000)).chars().count() <= TITLE_MOST);
    }
}
