//! Whose a letter is that came in, and what is written of it. Pure.

use kernel::Id;
use people::Person;

use super::{TITLE_MOST, WORDS_MOST};
use crate::Why;

/// Whose a letter is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// Hers.
    Known(Id<Person>),
    /// Not yet known: why, and who may say so, if anybody may.
    Held(Why, Option<Id<Person>>),
}

/// Whose a letter is: of whoever answers a letter of hers from an address of hers, or writes from a signed one.
///
/// `told`: whose letter is answered, by the address that letter told. `holders`: who has the address the letter names as its
/// sender. `signed`: whether the mail server found that domain's signature. The named sender alone never proves anything.
#[must_use]
pub fn whose(told: Option<Id<Person>>, holders: &[Id<Person>], signed: bool) -> Whose {
    match (told, holders) {
        (Some(person), [only]) if person == *only => Whose::Known(person),
        // Her own address, but not she alone reads there.
        (Some(person), several) if several.contains(&person) => Whose::Held(Why::Shared, Some(person)),
        // A colleague answers a letter that was passed on to her.
        (_, [only]) if signed => Whose::Known(*only),
        (_, [only]) => Whose::Held(Why::Unsigned, Some(*only)),
        // From home, perhaps: she says so herself.
        (told, []) => Whose::Held(Why::Unknown, told),
        (_, [first, ..]) => Whose::Held(Why::Shared, Some(*first)),
    }
}

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
    fn the_named_sender_alone_never_proves_anything() {
        let (anna, dora, kora) = (Id::new(1), Id::new(2), Id::new(3));
        use Whose::{Held, Known};
        for (told, holders, signed, found) in [
            (Some(anna), &[anna][..], false, Known(anna)),
            (Some(anna), &[], true, Held(Why::Unknown, Some(anna))),
            (Some(anna), &[dora], true, Known(dora)),
            (Some(anna), &[dora], false, Held(Why::Unsigned, Some(dora))),
            (Some(anna), &[anna, dora], true, Held(Why::Shared, Some(anna))),
            (Some(anna), &[dora, kora], true, Held(Why::Shared, Some(dora))),
            (None, &[dora], true, Known(dora)),
            (None, &[dora], false, Held(Why::Unsigned, Some(dora))),
            (None, &[dora, kora], true, Held(Why::Shared, Some(dora))),
            (None, &[], true, Held(Why::Unknown, None)),
        ] {
            assert_eq!(whose(told, holders, signed), found, "{told:?} {holders:?} {signed}");
        }
    }

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
