//! Beginning minutes with what is known already.

use db::{Conn, Tx};
use decisions::{Vote, VoteState};
use kernel::{Actor, Id, Lang, Moment, Result};
use networks::Body;

use super::event;
use crate::{
    Entry, Item, Meeting, Minutes, NewEntry,
    actions::led,
    letters::time,
    rules::{live::span, minutes::may_begin},
    store::{agenda, live, minutes as store},
};

/// How many votes of a body are looked through for those of one sitting.
const VOTES_MOST: i64 = 400;

/// What beginning minutes, or asking for what is new, came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Begun {
    /// The minutes.
    pub minutes: Id<Minutes>,
    /// How many entries were added.
    pub items: usize,
    /// How many entries that were there got the result of a vote.
    pub results: usize,
}

/// Begins the minutes of a meeting: an entry for each item of the agenda, with the result of a vote of the same name that
/// was taken in that sitting. Asked again it adds the items that came since, and the results of votes that ended since where
/// nobody wrote any.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`]; [`kernel::Error::Rule`] before the meeting begins, when it was
/// called off, and when the minutes went out.
pub fn begin_minutes(tx: &Tx<'_>, by: &Actor, id: Id<Meeting>) -> Result<Begun> {
    let (meeting, body) = led(tx, by, id)?;
    may_begin(&meeting, tx.now())?;
    let found = store::find_minutes_of(tx, id)?;
    if let Some(minutes) = &found {
        crate::rules::minutes::still_draft(minutes)?;
    }
    let number = match &found {
        Some(minutes) => minutes.id,
        None => {
            let number = tx.id();
            store::insert_minutes(tx, number, id, by.person)?;
            number
        }
    };
    let known = store::list_entries(tx, number)?;
    let items = agenda::list_items(tx, id)?;
    let votes = votes_of(tx, by, &body, &meeting)?;
    let runs = live::list_runs(tx, id)?;
    let begun = if runs.is_empty() { Vec::new() } else { votes_since(tx, by, &body, runs[0].from)? };
    let vote_on = |title: &str, span: Option<(Moment, Moment)>| {
        let named = votes.iter().find(|vote| i18n::fold(&vote.title) == i18n::fold(title));
        named.or_else(|| span.and_then(|span| begun.iter().find(|vote| falls_into(vote, span))))
    };
    let missing: Vec<&Item> = items.iter().filter(|it| !known.iter().any(|e| e.item == Some(it.id))).collect();
    let ended: Vec<(&Entry, &Vote)> = known
        .iter()
        .filter(|entry| entry.vote.is_none() && entry.result.is_empty())
        .filter_map(|entry| Some((entry, vote_on(&entry.title, entry.item.and_then(|item| span(&runs, item)))?)))
        .collect();
    let made = Begun { minutes: number, items: missing.len(), results: ended.len() };
    if found.is_some() && missing.is_empty() && ended.is_empty() {
        tx.silent("every item has its entry already");
        return Ok(made);
    }
    for (entry, vote) in ended {
        store::save_vote(tx, entry.id, entry.version, (vote.id, &result_of(vote)))?;
    }
    let next = known.last().map_or(1, |last: &Entry| last.place + 1);
    for (place, item) in (next..).zip(missing) {
        let span = span(&runs, item.id);
        let vote = vote_on(&item.title, span);
        let new = NewEntry {
            openness: item.openness,
            text: span.map_or_else(String::new, on),
            vote: vote.map(|vote| vote.id),
            result: vote.map(result_of).unwrap_or_default(),
            ..NewEntry::new(&item.title)
        };
        store::insert_entry(tx, tx.id(), (number, Some(item.id), place), &new)?;
    }
    let minutes = store::find_minutes(tx, number)?;
    tx.emit(event(if found.is_some() { "minutes.changed" } else { "minutes.begun" }, &minutes, &meeting, by.person));
    Ok(made)
}

/// When an item was on, as it stands in the minutes: to the minute, and of what took none its beginning alone.
fn on((from, until): (Moment, Moment)) -> String {
    let (begin, end) = (time(Lang::De, from), time(Lang::De, until));
    if begin == end { format!("Um {begin}.") } else { format!("Von {} bis {end}.", begin.trim_end_matches(" Uhr")) }
}

/// Whether a vote was begun or decided while an item was on.
fn falls_into(vote: &Vote, (from, until): (Moment, Moment)) -> bool {
    [Some(vote.opens_at.unwrap_or(vote.made_at)), vote.decided_at]
        .into_iter()
        .flatten()
        .any(|at| at >= from && at < until)
}

/// The votes of a body decided since a moment, the oldest first, as far as the reader may see them.
fn votes_since(conn: &Conn, actor: &Actor, body: &Body, since: Moment) -> Result<Vec<Vote>> {
    let mut all = decisions::list_votes(conn, actor, body.id, VOTES_MOST)?;
    all.retain(|vote| vote.state == VoteState::Decided && vote.decided_at.is_some_and(|at| at >= since));
    all.reverse();
    Ok(all)
}

/// What a vote came to, as it stands in the minutes: its question, and why it holds or not.
#[must_use]
pub fn result_of(vote: &Vote) -> String {
    let verdict = vote.verdict_de.as_deref().unwrap_or_default().trim();
    if verdict.is_empty() { vote.title.clone() } else { format!("{}: {verdict}", vote.title) }
}

/// The votes of a body that belong to a sitting, whatever became of them: those of its day, and those begun or decided while
/// it was open; the oldest first, as far as the reader may see them.
///
/// # Errors
/// When the database cannot be read.
pub fn votes_within(conn: &Conn, actor: &Actor, body: &Body, meeting: &Meeting) -> Result<Vec<Vote>> {
    let day = meeting.day();
    let open = live::find_sitting(conn, meeting.id)?;
    let open = open.map(|sitting| (sitting.opened_at, sitting.ended_at.unwrap_or(conn.now())));
    let mut all = decisions::list_votes(conn, actor, body.id, VOTES_MOST)?;
    let touched = |vote: &Vote| {
        let moments = [Some(vote.opens_at.unwrap_or(vote.made_at)), vote.decided_at];
        moments.into_iter().flatten().any(|at| open.is_some_and(|(from, until)| at >= from && at <= until))
    };
    all.retain(|vote| vote.sitting == Some(day) || touched(vote));
    all.reverse();
    Ok(all)
}

/// The votes of a body that were taken on the day of a meeting and are decided, as far as the reader may see them.
///
/// # Errors
/// When the database cannot be read.
pub fn votes_of(conn: &Conn, actor: &Actor, body: &Body, meeting: &Meeting) -> Result<Vec<Vote>> {
    let day = meeting.day();
    let mut all = decisions::list_votes(conn, actor, body.id, VOTES_MOST)?;
    all.retain(|vote| vote.state == VoteState::Decided && vote.sitting == Some(day));
    all.reverse();
    Ok(all)
}
