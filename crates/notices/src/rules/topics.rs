//! What is new under a topic somebody follows: over all networks where she may read it, once a week.

use rights::sees;
use web::{Chose, Told, Weight};

use super::{Effective, When, Why, belongs, distinct};
use crate::Reader;

/// Whether something comes in her weekly letter: what begins and what came of it, under a topic she followed before it happened,
/// wherever it may be read, whatever she chose for that network. `None` where topics say nothing about it: what is for some
/// seats or persons, what a letter of its own told, and what she read, muted or did herself.
pub fn by_topic(reader: &Reader, told: &Told) -> Option<Effective> {
    let person = reader.actor.person?;
    let apart = told.letter || !told.seats.is_empty() || told.by == Some(person);
    if apart || !matches!(told.weight, Weight::New | Weight::Outcome) || reader.follows(told).next().is_none() {
        return None;
    }
    let muted = told.chose.contains(&(person, Chose::Mute));
    let did = told.read.iter().any(|(p, until)| *p == person && *until >= told.at);
    if muted || did || told.asked.contains(&person) || told.lettered.contains(&person) {
        return None;
    }
    if !told.scopes.iter().any(|scope| sees(&reader.actor, scope)) {
        return None;
    }
    // Brought to a further network: whoever could read it where it came from was told then.
    let wide =
        || told.scopes.iter().any(|scope| scope.level <= kernel::Level::AllNetworks && sees(&reader.actor, scope));
    if !told.before.is_empty() && (told.before.iter().any(|way| belongs(reader, way)) || wide()) {
        return Some(Effective::none(Why::ToldBefore));
    }
    let hers = distinct(told.ways.iter().filter(|way| belongs(reader, way)).map(|(network, _)| *network));
    let through = if hers.is_empty() { distinct(told.ways.iter().map(|(network, _)| *network)) } else { hers };
    Some(Effective { when: When::Weekly, why: Why::Topic, through })
}
