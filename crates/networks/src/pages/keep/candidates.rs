//! Who can be chosen for a seat: found by a piece of a name among those the reader may know of.

use std::collections::HashMap;

use kernel::{Day, Id, Lang, Result};
use people::{Mode, Organisation};
use web::Reading;

use crate::{
    Eligibility, Occupant, Seat,
    pages::shared,
    reads::{person_cards, visible_organisations},
    rules::fits,
    store::candidates as store,
    words::T,
};

/// The fewest characters that are looked for, and the most.
const FEWEST: usize = 2;
const MOST: usize = 60;

/// What was looked for, split into words as names are stored; empty when it is too short.
pub fn words(typed: &str) -> Vec<String> {
    let folded: String = i18n::fold(&typed.chars().take(MOST).collect::<String>());
    let clean: String = folded.chars().map(|c| if matches!(c, '%' | '_' | '\\' | ',') { ' ' } else { c }).collect();
    let words: Vec<String> = clean.split_whitespace().map(str::to_owned).collect();
    if words.iter().any(|w| w.chars().count() >= FEWEST) { words } else { Vec::new() }
}

/// Everybody who fits the seat and is called like that: the value of the form, the words, and who it is.
pub struct Candidate {
    /// What the form sends.
    pub key: String,
    /// What is shown.
    pub word: String,
    /// Who.
    pub occupant: Occupant,
}

/// Organisations called like that which the reader may know of, by name. Three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn organisations_named(r: &Reading<'_>, words: &[String]) -> Result<Vec<Organisation>> {
    let Some(piece) = words.iter().max_by_key(|w| w.chars().count()) else { return Ok(Vec::new()) };
    let found = store::list_organisations_named(r.conn, piece, r.viewer.today)?;
    let ids: Vec<Id<Organisation>> = found.iter().map(|(id, _)| *id).collect();
    let free: Vec<Id<Organisation>> = found.iter().filter(|(_, free)| *free).map(|(id, _)| *id).collect();
    // What sits nowhere yet tells nothing of any network; everything else only where it may be known.
    let mut known: Vec<Organisation> = visible_organisations(r.conn, &r.viewer.actor, &ids, r.viewer.today)?;
    if !free.is_empty() {
        known.extend(people::list_organisations(r.conn, &free)?);
    }
    known.sort_by_cached_key(|o| (i18n::fold_name(&o.name), o.id));
    known.dedup_by_key(|o| o.id);
    known.retain(|o| {
        let name = i18n::fold(&o.name);
        words.iter().all(|w| name.contains(w))
    });
    Ok(known)
}

struct Finder<'a> {
    r: &'a Reading<'a>,
    seat: &'a Seat,
    words: &'a [String],
    day: Day,
    found: Vec<Candidate>,
}

/// Finds them. At most twelve statements.
pub fn find(r: &Reading<'_>, seat: &Seat, words: &[String]) -> Result<Vec<Candidate>> {
    let mut finder = Finder { r, seat, words, day: r.viewer.today, found: Vec::new() };
    let Some(piece) = words.iter().max_by_key(|w| w.chars().count()) else { return Ok(Vec::new()) };
    let may = |occupant: &Occupant| fits(seat.kind, occupant).is_ok();
    if may(&Occupant::Seat(Id::new(1))) {
        finder.offices(piece)?;
    }
    let (posts, organisations) = (may(&Occupant::Post(Id::new(1))), may(&Occupant::Organisation(Id::new(1))));
    if posts || organisations {
        finder.organisations(posts, organisations)?;
    }
    if may(&Occupant::person(Id::new(1))) {
        finder.persons(piece)?;
    }
    Ok(finder.found)
}

impl Finder<'_> {
    /// Whether every word looked for is in the text.
    fn named(&self, text: &str) -> bool {
        let text = i18n::fold(text);
        self.words.iter().all(|w| text.contains(w))
    }

    fn push(&mut self, key: String, word: String, occupant: Occupant) {
        self.found.push(Candidate { key, word, occupant });
    }

    fn offices(&mut self, piece: &str) -> Result<()> {
        let t = T(self.r.viewer.lang);
        for (id, label, office, name, name_en) in
            store::list_offices_of(self.r.conn, &self.r.viewer.actor, piece, self.day)?
        {
            let body = if self.r.viewer.lang == Lang::En { name_en.unwrap_or(name) } else { name };
            if id != self.seat.id {
                let word = format!("{}, {body}", shared::seat_title(t, 0, label.as_deref(), office));
                self.push(format!("seat-{id}"), word, Occupant::Seat(id));
            }
        }
        Ok(())
    }

    fn organisations(&mut self, posts: bool, organisations: bool) -> Result<()> {
        let (conn, day) = (self.r.conn, self.day);
        let known = organisations_named(self.r, self.words)?;
        if organisations {
            for o in &known {
                self.push(format!("organisation-{}", o.id), o.name.clone(), Occupant::Organisation(o.id));
            }
        }
        if posts && !known.is_empty() {
            let ids: Vec<Id<Organisation>> = known.iter().map(|o| o.id).collect();
            let names: HashMap<Id<Organisation>, &str> = known.iter().map(|o| (o.id, o.name.as_str())).collect();
            for post in people::list_posts_of_organisations(conn, &ids, day)? {
                let of = names.get(&post.organisation).copied().unwrap_or_default();
                let word = format!("{of}: {}", post.titles.neutral);
                self.push(format!("post-{}", post.id), word, Occupant::Post(post.id));
            }
        }
        Ok(())
    }

    fn persons(&mut self, piece: &str) -> Result<()> {
        let (conn, actor, t) = (self.r.conn, &self.r.viewer.actor, T(self.r.viewer.lang));
        let ids = store::list_persons_named(conn, actor, piece, self.day)?;
        let mut cards = person_cards(conn, actor, &ids, self.day)?;
        cards.retain(|c| self.named(&c.who.name.full()));
        let shown: Vec<_> = cards.iter().map(|c| c.who.id).collect();
        let speaks = if self.seat.eligibility == Eligibility::Organisation && !shown.is_empty() {
            store::list_spoken_for(conn, actor, &shown, self.day)?
        } else {
            Vec::new()
        };
        for card in cards {
            let (id, name) = (card.who.id, card.who.name.full());
            let holds: Vec<_> = card.posts.iter().filter(|p| p.mode != Mode::Deputy).collect();
            match self.seat.eligibility {
                Eligibility::Post => {
                    for p in holds {
                        let word = t.keep_by(&name, format!("{}, {}", p.post.title, p.organisation_name));
                        let who = Occupant::person_by_post(id, p.post.id);
                        self.push(format!("person-{id}-post-{}", p.post.id), word, who);
                    }
                }
                Eligibility::Organisation => {
                    let own = holds.iter().map(|p| (p.organisation, p.organisation_name.clone()));
                    let of = speaks.iter().filter(|(p, _, _)| *p == id).map(|(_, o, name)| (*o, name.clone()));
                    let mut of: Vec<_> = own.chain(of).collect();
                    of.sort();
                    of.dedup();
                    for (organisation, of) in of {
                        let who = Occupant::person_by_organisation(id, organisation);
                        self.push(format!("person-{id}-organisation-{organisation}"), t.keep_by(&name, of), who);
                    }
                }
                Eligibility::None | Eligibility::Territory | Eligibility::Seat => {
                    let post = holds.first().map(|p| format!(" ({})", p.organisation_name)).unwrap_or_default();
                    self.push(format!("person-{id}"), format!("{name}{post}"), Occupant::person(id));
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_little_is_not_looked_for_and_signs_of_patterns_are_blanks() {
        assert!(words("").is_empty() && words(" a ").is_empty() && words("%%").is_empty());
        assert_eq!(words("Müller%_Aachen"), ["muller", "aachen"]);
    }
}
