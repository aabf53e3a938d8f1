//! What an answer by letter says to which paragraph, or to which point of a hearing.

/// The most characters of a remark.
const MOST: usize = 2_000;
/// The words a paragraph or point is named by at the beginning of a line, in small letters.
const NAMES: [&str; 6] = ["absatz", "abs.", "punkt", "paragraph", "para.", "point"];
/// What may stand before that.
const BEFORE: [&str; 5] = ["zum ", "zu ", "on ", "to ", "ad "];

/// The remarks in a letter, each with the number of its paragraph; 0 for what concerns the whole text. A line that begins with
/// `Absatz 2` begins what is said to that paragraph, and what stands before any such line is said to the whole text. Of `count`
/// paragraphs; a number beyond is a word like any other.
#[must_use]
pub fn remarks(letter: &str, count: usize) -> Vec<(usize, String)> {
    let mut all: Vec<(usize, String)> = vec![(0, String::new())];
    for line in letter.lines() {
        let (number, rest) = match begins(line).filter(|(number, _)| (1..=count).contains(number)) {
            Some((number, rest)) => (Some(number), rest),
            None => (None, line),
        };
        if let Some(number) = number {
            match all.iter().position(|(known, _)| *known == number) {
                // What is said to one paragraph in two places belongs together.
                Some(at) => {
                    let known = all.remove(at);
                    all.push(known);
                }
                None => all.push((number, String::new())),
            }
        }
        if let Some((_, words)) = all.last_mut() {
            words.push_str(rest.trim_end());
            words.push('\n');
        }
    }
    let kept = |(number, words): (usize, String)| {
        let words: String = words.trim().chars().take(MOST).collect();
        (!words.is_empty()).then_some((number, words))
    };
    let mut all: Vec<(usize, String)> = all.into_iter().filter_map(kept).collect();
    all.sort_by_key(|(number, _)| *number);
    all
}

/// The number of the paragraph a line names at its beginning, and what it says: all of it where the name is part of a sentence.
fn begins(line: &str) -> Option<(usize, &str)> {
    let line = line.trim_start();
    // Small letters may take more bytes than capital ones: only what is ASCII is cut off by its length.
    let lower = line.to_ascii_lowercase();
    let before = BEFORE.iter().find(|word| lower.starts_with(**word)).map_or(0, |word| word.len());
    let name = NAMES.iter().find(|name| lower[before..].starts_with(**name))?;
    let behind = line[before + name.len()..].trim_start();
    let digits = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    let number = behind[..digits].parse().ok()?;
    let rest = &behind[digits..];
    if rest.trim().is_empty() {
        return Some((number, ""));
    }
    match rest.trim_start().strip_prefix([':', ')', '–']) {
        Some(words) => Some((number, words.trim_start())),
        None => rest.starts_with(char::is_whitespace).then_some((number, line)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn seen(letter: &str) -> Vec<(usize, String)> {
        remarks(letter, 3)
    }

    #[test]
    fn each_remark_finds_its_paragraph() {
        let of = |all: &[(usize, &str)]| all.iter().map(|(n, words)| (*n, (*words).to_owned())).collect::<Vec<_>>();
        for (letter, found) in [
            ("Alles gut so.", vec![(0, "Alles gut so.")]),
            (
                "Danke!\n\nAbsatz 2: Warum 2027?\nUnd wer zahlt?\n\nzu Absatz 3\nDas Land.\n",
                vec![(0, "Danke!"), (2, "Warum 2027?\nUnd wer zahlt?"), (3, "Das Land.")],
            ),
            ("Absatz 2 ist zu lang.", vec![(2, "Absatz 2 ist zu lang.")]),
            ("Paragraph 1) Fine.\nABS. 1: Really.", vec![(1, "Fine.\nReally.")]),
            ("Absatz 9: Den gibt es nicht.", vec![(0, "Absatz 9: Den gibt es nicht.")]),
            ("Absatz 2a: Neu.", vec![(0, "Absatz 2a: Neu.")]),
            ("Absatzweise lesen", vec![(0, "Absatzweise lesen")]),
            ("Punkt 3: Unklar.", vec![(3, "Unklar.")]),
            ("\n \n", vec![]),
        ] {
            assert_eq!(seen(letter), of(&found), "{letter}");
        }
        assert_eq!(seen(&"ä".repeat(9_000))[0].1.chars().count(), MOST);
    }

    proptest! {
        #[test]
        fn no_letter_makes_it_stop(letter in "((zu )?[Aa]bsatz ?[0-9]{0,3}[:) ]?|[a-zäÄ\u{130}ẞ \n]){0,12}") {
            for (number, words) in seen(&letter) {
                prop_assert!(number <= 3 && !words.is_empty());
            }
        }
    }
}
