//! What a pack holds.

use kernel::Day;

/// The most items an agenda has.
pub const ITEMS_MOST: usize = 200;
/// The most characters of an item.
const ITEM_MOST: usize = 300;
/// What stands in front of an item when an agenda is pasted: numbers, dashes, „TOP“.
const MARKS: &[char] = &['.', ')', '-', '–', '•', '*', '·', ':', '\t', ' '];

/// An agenda as it was pasted: one item a line, without the numbers in front, empty lines left out. Longer lines are cut.
#[must_use]
pub fn agenda(text: &str) -> Vec<String> {
    text.lines().map(item).filter(|line| !line.is_empty()).take(ITEMS_MOST).collect()
}

fn item(line: &str) -> String {
    let line = line.trim();
    let rest = ["TOP", "Punkt", "Item"].iter().find_map(|word| line.strip_prefix(word)).unwrap_or(line);
    let rest = rest.trim_start();
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    // „1. Begrüßung“ and „TOP 1 Begrüßung“ lose their number; „2027 wird besonders“ keeps it.
    let numbered = number.len() < rest.len() && number.starts_with(MARKS) && rest.len() - number.len() < 3;
    let bare = if numbered || rest.starts_with(MARKS) { number.trim_start_matches(MARKS) } else { line };
    bare.trim().chars().filter(|c| !c.is_control()).take(ITEM_MOST).collect()
}

/// Whether colleagues may still give something along: until the day before.
#[must_use]
pub fn notes_open(session: Day, today: Day) -> bool {
    today < session
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_agenda_loses_its_numbers_and_keeps_its_words() {
        let text = "1. Begrüßung\r\n\n TOP 2: Strukturprogramm 2027\n3) Förderkulisse\n- Verschiedenes\n2027 wird besonders\n\tAnträge";
        assert_eq!(
            agenda(text),
            ["Begrüßung", "Strukturprogramm 2027", "Förderkulisse", "Verschiedenes", "2027 wird besonders", "Anträge"]
        );
        assert!(agenda(" \n\n").is_empty());
        assert_eq!(agenda(&"x\n".repeat(500)).len(), ITEMS_MOST);
    }

    #[test]
    fn notes_end_the_day_before() {
        let day = Day::literal("2026-12-03");
        assert!(notes_open(day, Day::literal("2026-12-02")) && !notes_open(day, day));
    }
}
