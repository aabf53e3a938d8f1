//! What is written of a letter that came in. Pure.

use super::{TITLE_MOST, WORDS_MOST};

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

/// Words of a letter as a contribution: nothing in them becomes a heading, code or a line by accident, and what is too long
/// ends with `end`.
#[must_use]
pub fn as_writing(words: &str, end: &str) -> String {
    let line = |line: &str| {
        let line = line.trim();
        let ruled = line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '=' | '_' | '*' | ' '));
        if line.starts_with(['#', '=', '`', '~', '|', '+']) || ruled { format!("\\{line}") } else { line.to_owned() }
    };
    let all: Vec<String> = words.trim().split('\n').map(line).collect();
    let all = all.join("\n");
    if all.chars().count() <= WORDS_MOST {
        return all;
    }
    let room = WORDS_MOST.saturating_sub(end.chars().count() + 2);
    let kept: String = all.chars().take(room).collect();
    format!("{}\n\n{end}", kept.trim_end())
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
        assert_eq!(as_writing("# Nr. 5\n    eingerückt\n---\n- Punkt", "…"), "\\# Nr. 5\neingerückt\n\\---\n- Punkt");
        let long = as_writing(&"wort ".repeat(5_000), "[gekürzt]");
        assert!(long.chars().count() <= WORDS_MOST && long.ends_with("\n\n[gekürzt]"));
    }
}
