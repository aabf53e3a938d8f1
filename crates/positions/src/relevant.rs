//! What a network said and resolved already about a matter: positions in force and resolutions in force, by topic and by words.

use decisions::Standing;
use kernel::{Id, Result};
use networks::{Body, Topic};
use web::Reading;

use crate::{
    Position,
    pages::{kind_word, view::Line},
    paths::PositionPage,
    store::register::{Wanted, list_published},
    words::T,
};

/// The most things a list shows.
const MOST: usize = 12;
/// How many of the latest positions are looked through.
const LOOKED: i64 = 300;
/// Words shorter than this say nothing about a subject.
const WORD_LEAST: usize = 6;
/// How much of two words must be the same: German builds long words from the same beginnings.
const STEM: usize = 7;

/// Whether two texts speak of the same: a long word of one begins as a long word of the other.
#[must_use]
pub fn matching(one: &str, other: &str) -> bool {
    let stems = |text: &str| -> Vec<String> {
        let folded = i18n::fold(text);
        let long = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() >= WORD_LEAST);
        // What every paper is called says nothing.
        let told = long.filter(|w| !matches!(*w, "stellungnahme" | "anhorung" | "position" | "resolution" | "antrag"));
        told.map(|w| w.chars().take(STEM).collect()).collect()
    };
    let others = stems(other);
    stems(one).iter().any(|word| others.contains(word))
}

/// Positions and resolutions in force the reader may see, that have the topic or speak of the same: resolutions of `bodies`,
/// positions of everybody but `own`.
///
/// # Errors
/// When the database cannot be read.
pub fn relevant(
    r: &Reading<'_>,
    topic: Option<Id<Topic>>,
    words: &str,
    (bodies, own): (&[Id<Body>], Option<Id<Position>>),
) -> Result<Vec<Line>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let wanted = Wanted { in_force: Some(v.today), ..Wanted::default() };
    let about = |p: &Position| topic.is_some() && p.topic == topic || matching(&p.title, words);
    let mut rows = Vec::new();
    for p in list_published(r.conn, &v.actor, &wanted, (0, LOOKED))?.iter().filter(|p| Some(p.id) != own && about(p)) {
        rows.push(Line {
            title: p.title.clone(),
            href: v.link(&PositionPage { position: p.id }),
            detail: vec![format!("{} {}", kind_word(t, p.kind), p.mark.as_deref().unwrap_or_default())],
            ..Line::default()
        });
    }
    let mut bodies = bodies.to_vec();
    bodies.dedup();
    for body in bodies {
        for it in decisions::list_resolutions(r.conn, &v.actor, body)? {
            if it.standing(v.today) == Standing::InForce && matching(&it.title, words) {
                rows.push(Line {
                    title: it.title.clone(),
                    href: v.link(&decisions::paths::ResolutionPage { resolution: it.id }),
                    detail: vec![t.relevant_resolution(&it.mark), i18n::day_medium(v.lang, it.day)],
                    ..Line::default()
                });
            }
        }
    }
    rows.truncate(MOST);
    Ok(rows)
}

/// The search for the words of a matter.
#[must_use]
pub fn search_link(r: &Reading<'_>, words: &str) -> String {
    let mut asked = String::new();
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => asked.push(char::from(byte)),
            b' ' => asked.push('+'),
            _ => asked.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("{}?q={asked}", r.viewer.link(&"/suche"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_speaks_of_the_same_is_found_by_its_long_words() {
        assert!(matching("Stellungnahme zur Muster-Hauptsatzung", "Entwurf der Hauptsatzungen"));
        assert!(!matching("Stellungnahme zum Haushalt", "Stellungnahme zur Mobilität"));
    }
}
