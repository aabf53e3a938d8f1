//! What a body decided gets its number for ever; a newer resolution replaces it, or it is repealed, from a day on.

use std::collections::HashSet;

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Subject};
use networks::Topic;
use rights::{Action, Kind};

use crate::{
    Adopted, Resolution, Vote,
    model::LATER,
    rules::{self, RuleSet},
    store::resolutions as store,
};

/// Enters what a vote adopted. For the closing of a vote, which decided that it is adopted; the number is the next of
/// the body and is never given twice.
///
/// # Errors
/// When the database refuses, or the vote is entered already.
pub fn adopt(tx: &Tx<'_>, vote: &Vote, rules: &RuleSet, adopted: &Adopted) -> Result<Id<Resolution>> {
    let (number, mark) = next(tx, vote, rules, adopted.day)?;
    let new = Resolution {
        id: tx.id(),
        network: vote.network,
        body: vote.body,
        level: vote.level,
        year: i64::from(adopted.day.year()),
        number,
        mark,
        vote: Some(vote.id),
        title: vote.title.clone(),
        text: if vote.text.trim().is_empty() { vote.title.clone() } else { vote.text.clone() },
        day: adopted.day,
        verdict_de: adopted.verdict.de.clone(),
        verdict_en: adopted.verdict.en.clone(),
        in_force: adopted.in_force,
        repealed: None,
        superseded_by: None,
        entered_later: false,
        source: None,
        by: None,
        made_at: tx.now(),
    };
    store::insert_resolution(tx, &new)?;
    tx.emit(event("resolution.adopted", &new).touching(Subject::new("vote", vote.id.raw())));
    Ok(new.id)
}

/// The next number of a body and how it is written. Numbers that older ones brought with them are left out.
fn next(tx: &Tx<'_>, vote: &Vote, rules: &RuleSet, day: Day) -> Result<(i64, String)> {
    let (taken, year) = (store::list_taken(tx, vote.body)?, i64::from(day.year()));
    let counted = taken.iter().filter(|t| t.number < LATER && (!rules.resolutions.yearly.value || t.year == year));
    let last = counted.map(|t| t.number).max().unwrap_or(0);
    let marks: HashSet<&str> = taken.iter().map(|t| t.mark.as_str()).collect();
    for number in last + 1..LATER {
        let count = u32::try_from(number).map_err(Error::internal)?;
        let mark = rules::resolution::number(&rules.resolutions, day.year(), count);
        if !marks.contains(mark.as_str()) {
            return Ok((number, mark));
        }
    }
    Err(Error::internal("no number is left"))
}

/// An event of a resolution.
pub fn event(verb: &'static str, of: &Resolution) -> Event {
    Event::new(verb, Subject::new("resolution", of.id.raw()))
        .within(of.scope())
        .touching(Subject::new("body", of.body.raw()))
}

/// The resolution, if the actor keeps the body's records and it has no end yet.
fn running(tx: &Tx<'_>, by: &Actor, id: Id<Resolution>) -> Result<Resolution> {
    let found = store::find_resolution(tx, by, id)?;
    rights::require(by, Kind::Decision, Action::Edit, &found.scope())?;
    if found.repealed.is_some() {
        return Err(Error::Rule(Reason::new(
            "Dieser Beschluss hat schon ein Ende. Es bleibt, wie es eingetragen ist.",
            "This resolution has an end already. It stays as entered.",
        )));
    }
    Ok(found)
}

fn ends_after_it_began(of: &Resolution, from: Day) -> Result<()> {
    if from > of.in_force && !from.is_open() {
        return Ok(());
    }
    Err(Error::field(
        "from",
        Reason::new(
            "Der Tag muss nach dem Inkrafttreten des älteren Beschlusses liegen.",
            "The day must be after the older resolution came into force.",
        ),
    ))
}

/// A newer resolution of the same body takes the place of an older one from a day on. Both stay, and each shows the other.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it has an end; [`Error::Form`] on `newer`, `from`.
pub fn supersede(tx: &Tx<'_>, by: &Actor, id: Id<Resolution>, newer: Id<Resolution>, from: Day) -> Result<()> {
    let old = running(tx, by, id)?;
    let new = store::find_resolution(tx, by, newer)?;
    // One that has a successor itself replaces nothing: so there are no circles.
    if new.body != old.body || new.id == old.id || new.day < old.day || new.superseded_by.is_some() {
        return Err(Error::field(
            "newer",
            Reason::new(
                "Nur ein neuerer Beschluss desselben Gremiums kann ihn ersetzen.",
                "Only a newer resolution of the same body can replace it.",
            ),
        ));
    }
    ends_after_it_began(&old, from)?;
    if from < new.in_force || new.repealed.is_some_and(|end| end <= from) {
        return Err(Error::field(
            "from",
            Reason::new(
                "An diesem Tag ist der neuere Beschluss nicht in Kraft.",
                "On that day the newer resolution is not in force.",
            ),
        ));
    }
    store::save_end(tx, old.id, from, Some(new.id))?;
    tx.emit(event("resolution.superseded", &old).by(by.person).touching(Subject::new("resolution", new.id.raw())));
    Ok(())
}

/// A resolution is no longer in force from a day on, without another in its place.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it has an end; [`Error::Form`] on `from`.
pub fn repeal(tx: &Tx<'_>, by: &Actor, id: Id<Resolution>, from: Day) -> Result<()> {
    let old = running(tx, by, id)?;
    ends_after_it_began(&old, from)?;
    store::save_end(tx, old.id, from, None)?;
    tx.emit(event("resolution.repealed", &old).by(by.person));
    Ok(())
}

/// Says what a resolution is about, out of the vocabulary of the house; what it decided and its number stay as they are.
/// `seen` is what the form showed.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who keep the body's records; [`Error::Stale`] when it is about something
/// else by now; [`Error::Form`] on `topics`.
pub fn file_under(tx: &Tx<'_>, by: &Actor, id: Id<Resolution>, seen: &[Id<Topic>], chosen: &[Id<Topic>]) -> Result<()> {
    let found = store::find_resolution(tx, by, id)?;
    rights::require(by, Kind::Decision, Action::Edit, &found.scope())?;
    let now: Vec<Id<Topic>> = store::list_topics_of(tx, &[id])?.into_iter().map(|(_, topic)| topic).collect();
    let mut seen = seen.to_vec();
    seen.sort_unstable();
    if seen != now {
        return Err(Error::Stale);
    }
    let chosen = networks::known_topics(tx, chosen)?;
    store::delete_topics(tx, id)?;
    // Twenty at most.
    for topic in chosen {
        store::insert_topic(tx, id, topic)?;
    }
    tx.emit(event("resolution.topics", &found).by(by.person));
    Ok(())
}
