//! Paragraphs: read from what was typed or pasted, found again in a newer text, put in where they belong.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::{edit::edits, words::tokens};

/// What begins a line of a list in Word, in mails and on paper.
const BULLETS: [char; 9] = ['•', '·', '▪', '◦', '‣', '*', '-', '–', '\u{f0b7}'];
/// What begins a line of a list here.
const DASH: &str = "– ";
/// Two paragraphs are the same one when at least this part of their words is: percent.
const ALIKE: usize = 40;

/// The paragraphs of a text as somebody typed or pasted it. An empty line parts them; where there is none, as in what Word
/// gives, each line is one. Lines of lists stay lines, begun with a dash, and belong together.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{b}'], "\n");
    let lines: Vec<String> = text.trim().lines().map(line).collect();
    let parted = lines.iter().any(String::is_empty) && lines.iter().filter(|l| !l.is_empty()).count() > 1;
    let mut all: Vec<String> = Vec::new();
    let mut open = false;
    for line in &lines {
        let listed = line.starts_with(DASH);
        let joins = open && (parted || listed && all.last().is_some_and(|l| l.starts_with(DASH)));
        match all.last_mut() {
            _ if line.is_empty() => open = false,
            Some(last) if joins => {
                last.push('\n');
                last.push_str(line);
            }
            _ => {
                all.push(line.clone());
                open = true;
            }
        }
    }
    all
}

/// A line without blanks around it; a bullet of any kind becomes a dash.
fn line(line: &str) -> String {
    let line = line.trim();
    let rest = line.strip_prefix(BULLETS).filter(|rest| rest.starts_with([' ', '\t', '\u{a0}']));
    // Word ends the number of a list with a tab.
    match rest {
        Some(rest) => format!("{DASH}{}", rest.trim().replace('\t', " ")),
        None => line.replace('\t', " "),
    }
}

/// For each paragraph of the newer text the one of the older that it was, if it was one. Order stays: a paragraph that was
/// moved counts as struck and new.
#[must_use]
pub fn align(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
    let mut found = vec![None; new.len()];
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                for n in 0..len {
                    found[new_index + n] = Some(old_index + n);
                }
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let mut next = old_index;
                for n in new_index..new_index + new_len {
                    if let Some(at) = (next..old_index + old_len).find(|at| alike(old[*at], new[n])) {
                        found[n] = Some(at);
                        next = at + 1;
                    }
                }
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } => {}
        }
    }
    found
}

fn alike(old: &str, new: &str) -> bool {
    let count = |text: &str| tokens(text).iter().filter(|t| t.chars().any(char::is_alphanumeric)).count();
    let gone: usize = edits(old, new).iter().map(|e| count(&old[e.at..e.end()])).sum();
    let (olds, news) = (count(old), count(new));
    (olds - gone.min(olds)) * 100 >= olds.max(news).max(1) * ALIKE
}

/// A paragraph of a version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paragraph {
    /// What it is known by from version to version.
    pub key: i64,
    /// The paragraph an amendment put it behind, and the number of that amendment.
    pub origin: Option<(Option<i64>, i64)>,
    /// Its words.
    pub text: String,
}

/// Where a paragraph comes that amendment `number` wants behind `anchor` (`None`: before all). Those that amendments with
/// smaller numbers put there stay before it, so that the order of accepting them is of no account. `None` when the anchor
/// has gone.
#[must_use]
pub fn insert_place(all: &[Paragraph], anchor: Option<i64>, number: i64) -> Option<usize> {
    let origins: HashMap<i64, (Option<i64>, i64)> = all.iter().filter_map(|p| Some((p.key, p.origin?))).collect();
    // The amendment by which a paragraph, or the one it was put behind, came directly behind the anchor.
    let child = |mut key: i64| {
        for _ in 0..=all.len() {
            let (behind, by) = origins.get(&key)?;
            if *behind == anchor {
                return Some(*by);
            }
            key = (*behind)?;
        }
        None
    };
    let mut at = match anchor {
        None => 0,
        Some(key) => all.iter().position(|p| p.key == key)? + 1,
    };
    while all.get(at).and_then(|p| child(p.key)).is_some_and(|by| by < number) {
        at += 1;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_word_gives_keeps_its_lists() {
        let word = "Anlass\r\nDie Kreise sparen.\r\nWir fordern:\r\n•\tmehr Plätze\r\n•\tfeste Stellen\r\nBegründung";
        assert_eq!(
            paragraphs(word),
            ["Anlass", "Die Kreise sparen.", "Wir fordern:", "– mehr Plätze\n– feste Stellen", "Begründung"]
        );
        let typed = "Erster Absatz\nmit Umbruch.\n\n\n- eins\n- zwei\n\nDritter: 5 - 3 und *das*.";
        assert_eq!(paragraphs(typed), ["Erster Absatz\nmit Umbruch.", "– eins\n– zwei", "Dritter: 5 - 3 und *das*."]);
        assert_eq!(paragraphs(" \n\n\t\n"), Vec::<String>::new());
        assert_eq!(paragraphs("Ein Satz.\n"), ["Ein Satz."]);
    }

    #[test]
    fn a_paragraph_is_found_again_by_its_words() {
        let old = ["Eins ist der erste Satz.", "Zwei steht in der Mitte.", "Drei kommt am Ende."];
        let new = ["Ganz neu hier.", "Eins ist der erste, kurze Satz.", "Drei kommt am Ende."];
        assert_eq!(align(&old, &new), [None, Some(0), Some(2)]);
        assert_eq!(align(&old, &[]), []);
        assert_eq!(align(&[], &new), [None, None, None]);
        assert_eq!(align(&["", "a"], &["", "a"]), [Some(0), Some(1)]);
    }

    proptest! {
        #[test]
        fn reading_a_text_twice_changes_nothing(text in "[ab –•\\-\t\n]{0,40}") {
            let once = paragraphs(&text);
            prop_assert_eq!(paragraphs(&once.join("\n\n")), once);
        }

        /// Paragraphs put in one after the other in any order come to stand in the same order.
        #[test]
        fn new_paragraphs_stand_in_the_order_of_their_numbers(order in Just((1..7_i64).collect::<Vec<_>>()).prop_shuffle()) {
            // Each amendment's anchor: the beginning, the first or the second paragraph.
            let anchors = [None, Some(100), Some(100), Some(101), None, Some(101)];
            let run = |order: &[i64]| {
                let mut all: Vec<Paragraph> = [100, 101]
                    .map(|key| Paragraph { key, origin: None, text: String::new() }).into();
                for number in order {
                    let anchor = anchors[usize::try_from(*number - 1).unwrap()];
                    let at = insert_place(&all, anchor, *number).unwrap();
                    all.insert(at, Paragraph { key: *number, origin: Some((anchor, *number)), text: String::new() });
                }
                all.into_iter().map(|p| p.key).collect::<Vec<_>>()
            };
            prop_assert_eq!(run(&order), vec![1, 5, 100, 2, 3, 101, 4, 6]);
        }
    }
}
