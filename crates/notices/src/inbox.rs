//! The inbox of a person: what the slices tell her, as far as she may see it now, and what she does with it.

use std::collections::HashMap;

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Moment, Reason, Result, Scope};
use people::Person;
use rights::{Action, Kind};
use web::{Card, Slice, Viewer, Waiting, Window};

use crate::{
    Mark, MarkState,
    bundles::FURTHEST_DAYS,
    rules::{Entry, Stage, inbox},
    store,
};

/// The furthest day something can be put off to: days.
pub const LATER_MOST: i32 = 180;

/// An entry with the card of its thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The entry.
    pub entry: Entry,
    /// The thing as its slice shows it to her now.
    pub card: Card,
}

/// What she does with an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// She has done with it.
    Done,
    /// It is shown again on that day.
    Later(Day),
    /// She wants to hear no more of it.
    Mute,
    /// It is to wait for her again.
    Reopen,
}

/// Everything in her inbox, whatever she did with it. Only what its slice shows her at this moment: who lost a right finds
/// nothing of it, not even in a count. A few statements for each slice, one for each kind of thing.
///
/// # Errors
/// When the database cannot be read.
pub fn shown(conn: &Conn, viewer: &Viewer, slices: &[Slice]) -> Result<Vec<Shown>> {
    let mut entries = entries(conn, &viewer.actor, slices)?;
    let mut found = Vec::with_capacity(entries.len());
    for kind in slices.iter().flat_map(|s| s.kinds.iter()) {
        let ids: Vec<i64> = entries.iter().filter(|e| e.kind == kind.name).map(|e| e.id).collect();
        if ids.is_empty() {
            continue;
        }
        let mut cards: HashMap<i64, Card> =
            (kind.cards)(conn, viewer, &ids)?.into_iter().map(|card| (card.id, card)).collect();
        found.extend(
            entries
                .iter()
                .enumerate()
                .filter(|(_, e)| e.kind == kind.name)
                .filter_map(|(n, e)| Some((n, cards.remove(&e.id)?))),
        );
    }
    found.sort_by_key(|(n, _)| *n);
    let mut cards: HashMap<usize, Card> = found.into_iter().collect();
    let all = entries.drain(..).enumerate();
    Ok(all.filter_map(|(n, entry)| Some(Shown { entry, card: cards.remove(&n)? })).collect())
}

/// Her entries before their slices are asked.
fn entries(conn: &Conn, actor: &Actor, slices: &[Slice]) -> Result<Vec<Entry>> {
    let mut networks: Vec<i64> = actor.sits.iter().map(|s| s.network).collect();
    networks.sort_unstable();
    networks.dedup();
    if actor.person.is_none() || networks.is_empty() {
        return Ok(Vec::new());
    }
    let today = conn.today();
    let window = Window {
        since: today.plus_days(-FURTHEST_DAYS).at(0, 0),
        until: conn.now(),
        networks: Some(networks),
        letters: true,
    };
    let mut told = Vec::new();
    for ask in slices.iter().filter_map(|s| s.told) {
        told.extend(ask(conn, &window)?);
    }
    let Some(reader) = store::readers_of(conn, vec![actor.clone()], today)?.pop() else { return Ok(Vec::new()) };
    Ok(inbox(&reader, &told, today))
}

/// Puts an entry away, or brings it back. `seen` is when something had happened to it last as she saw it: what came since
/// stays open.
///
/// # Errors
/// [`Error::NotFound`] for what is not in her inbox; [`Error::Rule`] for silencing a duty; [`Error::Form`] on `until`.
pub fn put_away(
    tx: &Tx<'_>,
    viewer: &Viewer,
    slices: &[Slice],
    (kind, id): (&str, i64),
    (act, seen): (Act, Option<Moment>),
) -> Result<()> {
    let person = viewer.actor.person.ok_or(Error::NotFound)?;
    let found = shown(tx, viewer, slices)?.into_iter().find(|s| s.entry.kind == kind && s.entry.id == id);
    let entry = found.ok_or(Error::NotFound)?.entry;
    rights::require(&viewer.actor, Kind::Own, Action::Edit, &Scope::own(person))?;
    match act {
        Act::Mute if !entry.can_be_muted() => {
            return Err(Error::Rule(Reason::new(
                "Das gehört zu Ihrem Sitz und lässt sich nicht stumm schalten.",
                "This belongs to your seat and cannot be silenced.",
            )));
        }
        Act::Later(day) => later_day(tx.today(), day)?,
        _ => {}
    }
    tx.silent("what somebody put away in her inbox is nobody's news");
    let until = seen.map_or(entry.at, |seen| seen.min(entry.at));
    mark_as(tx, Id::new(person), (kind, id), (act, until))
}

/// Puts off what needs her, or brings it back; what she may leave also for good. `seen` as for [`put_away`]. Says whether it is
/// among what waits for her. Start, the inbox and the number in the head follow.
///
/// # Errors
/// [`Error::Rule`] for leaving what she owes; [`Error::Form`] on `until`.
pub fn put_off_waiting(
    tx: &Tx<'_>,
    viewer: &Viewer,
    waiting: &[Waiting],
    (kind, id): (&str, i64),
    (act, seen): (Act, Option<Moment>),
) -> Result<bool> {
    let person = viewer.actor.person.ok_or(Error::NotFound)?;
    let Some(one) = waiting.iter().find(|one| one.of == Some((kind, id))) else { return Ok(false) };
    rights::require(&viewer.actor, Kind::Own, Action::Edit, &Scope::own(person))?;
    let act = match one.later {
        // She has seen what came since she put it off; what she owes waits for its day as before.
        Some(day) if act == Act::Done && !one.optional => Act::Later(day),
        _ => act,
    };
    if matches!(act, Act::Done | Act::Mute) && !one.optional {
        return Err(Error::Rule(Reason::new(
            "Das wartet auf Ihre Antwort und verschwindet, sobald Sie antworten.",
            "This waits for your answer and goes as soon as you give it.",
        )));
    }
    if let Act::Later(day) = act {
        later_day(tx.today(), day)?;
    }
    tx.silent("what somebody put away in her inbox is nobody's news");
    let until = seen.map_or(tx.now(), |seen| seen.min(tx.now()));
    mark_as(tx, Id::new(person), (kind, id), (act, until))?;
    Ok(true)
}

fn later_day(today: Day, day: Day) -> Result<()> {
    if day > today && day <= today.plus_days(LATER_MOST) {
        return Ok(());
    }
    Err(Error::field(
        "until",
        Reason::new(
            "Bitte nennen Sie einen Tag nach heute, höchstens ein halbes Jahr entfernt.",
            "Please give a day after today, half a year ahead at most.",
        ),
    ))
}

fn mark_as(tx: &Tx<'_>, person: Id<Person>, of: (&str, i64), (act, until): (Act, Moment)) -> Result<()> {
    let mark = |state, day| Mark { state, until, day };
    match act {
        Act::Done => store::save_mark(tx, person, of, &mark(MarkState::Done, None)),
        Act::Later(day) => store::save_mark(tx, person, of, &mark(MarkState::Later, Some(day))),
        Act::Mute => store::save_mark(tx, person, of, &mark(MarkState::Muted, None)),
        Act::Reopen => store::delete_mark(tx, person, of),
    }
}

/// How many entries wait.
#[must_use]
pub fn count_open(all: &[Shown]) -> usize {
    all.iter().filter(|s| s.entry.stage == Stage::Open).count()
}
