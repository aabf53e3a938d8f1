//! What applies to a subject, whoever holds it: asked of all slices by whoever prepares somebody for something.

use kernel::Result;

use crate::{Card, Reading};

/// Words shorter than this say nothing about a subject.
const WORD_LEAST: usize = 6;
/// How much of two words must be the same: German builds long words from the same beginnings.
const STEM: usize = 7;
/// A word of a topic is looked for inside longer ones from this length on: „Arbeit“ in „Arbeitsmarkt“.
const TOPIC_LEAST: usize = 5;

/// What is asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wanted {
    /// The bodies on whose side somebody is prepared: those that send her, and their network.
    pub bodies: Vec<i64>,
    /// The topics it is about, out of the vocabulary.
    pub topics: Vec<i64>,
    /// What these are called.
    pub topic_names: Vec<String>,
    /// What it is about, in words: items of an agenda.
    pub texts: Vec<String>,
}

impl Wanted {
    /// Whether a title speaks of it: of one of the items, or of one of the topics.
    #[must_use]
    pub fn applies(&self, title: &str) -> bool {
        self.texts.iter().any(|text| matching(text, title))
            || self.topic_names.iter().any(|name| speaks_of(title, name))
    }
}

/// How a slice answers what of its things applies; only what the reader may see, the most telling first.
pub type AskRelevant = fn(&Reading<'_>, &Wanted) -> Result<Vec<Card>>;

fn words(text: &str, least: usize) -> Vec<Vec<char>> {
    let folded = i18n::fold(text);
    let split = folded.split(|c: char| !c.is_alphanumeric()).map(|w| w.chars().collect::<Vec<char>>());
    split.filter(|w| w.len() >= least).collect()
}

/// Whether two texts speak of the same: a long word of one begins as a long word of the other.
#[must_use]
pub fn matching(one: &str, other: &str) -> bool {
    let others = words(other, WORD_LEAST);
    let stem = |word: &[char]| word.iter().take(STEM).copied().collect::<Vec<char>>();
    words(one, WORD_LEAST).iter().any(|a| others.iter().any(|b| stem(a) == stem(b)))
}

/// Whether a text speaks of a topic: a word of its name stands in the text, alone or inside a longer one.
#[must_use]
pub fn speaks_of(text: &str, topic: &str) -> bool {
    let folded = i18n::fold(text);
    let stem = |word: &[char]| word.iter().take(STEM.max(WORD_LEAST)).collect::<String>();
    words(topic, TOPIC_LEAST).iter().any(|word| folded.contains(&stem(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_match_by_long_words_only() {
        assert!(matching("Kriterien im Strukturprogramm", "Strukturprogramme der Region"));
        assert!(!matching("Bericht und Aussprache", "und das Übrige"));
        assert!(!matching("Anträge", ""));
    }

    #[test]
    fn a_text_speaks_of_a_topic_by_a_word_of_its_name() {
        assert!(speaks_of("Förderung des Arbeitsmarkts", "Arbeit und Entgelt"));
        assert!(speaks_of("Plätze in Kinderbetreuung", "Kinderbetreuung"));
        assert!(speaks_of("Haushalt 2027", "Geschlechtergerechter Haushalt"));
        assert!(!speaks_of("Begrüßung", "Arbeit und Entgelt"));
        assert!(!speaks_of("Und so weiter", "Arbeit und Entgelt"), "short words say nothing");
        assert!(!speaks_of("", "Mobilität") && !speaks_of("Mobilität", ""));
    }

    #[test]
    fn what_is_wanted_applies_by_item_or_topic() {
        let wanted = Wanted {
            topic_names: vec!["Ausbildung und Berufswahl".into()],
            texts: vec!["Förderung der Kompetenzzentren".into()],
            ..Wanted::default()
        };
        assert!(wanted.applies("Kompetenzzentren erhalten") && wanted.applies("Ausbildung in Teilzeit"));
        assert!(!wanted.applies("Satzung") && !Wanted::default().applies("Kompetenzzentren"));
    }
}
