//! What a reader sees of a sitting that runs, before it is put in words.

use std::collections::HashMap;

use decisions::{Vote, VoteState, rules::quorum};
use kernel::{Id, Moment, Result};
use networks::Body;
use web::Reading;

use crate::{
    Attendance, Capacity, Item, Line, Meeting, Presence, Run, Sitting, Speech, There, Verdict,
    actions::attendance::{attendance_of, lasting},
    rules::{
        self, Hearing, hears,
        live::{floor, running},
    },
    store::{agenda, attendance, live},
};

/// How many votes of a body are looked through for those of a sitting.
const VOTES_MOST: i64 = 60;

/// For whom a sitting is shown: what she hears of it, and which item alone, as a guest.
#[derive(Clone, Copy)]
pub struct Listener {
    /// What she hears.
    pub hearing: Hearing,
    /// The only item she hears of.
    pub only: Option<Id<Item>>,
    /// Whether she leads it.
    pub leads: bool,
}

impl Listener {
    /// Whether she hears an item.
    #[must_use]
    pub fn hears(&self, item: &Item) -> bool {
        hears(self.hearing, item.openness) && self.only.is_none_or(|only| only == item.id)
    }
    /// Whether she belongs to those who meet.
    #[must_use]
    pub const fn within(&self) -> bool {
        matches!(self.hearing, Hearing::Own | Hearing::StandIn)
    }
}

/// A sitting as it stands.
pub struct Scene {
    /// The sitting; `None` before it is opened.
    pub sitting: Option<Sitting>,
    /// All items, with their numbers in the whole agenda, that she hears.
    pub items: Vec<(usize, Item)>,
    /// How many there are.
    pub all: usize,
    /// When which item was on.
    pub runs: Vec<Run>,
    /// What is on: its number and the item, which she may not hear.
    pub now: Option<(usize, Item, Run)>,
    /// The item that comes after it, by its number.
    pub next: Option<(usize, Id<Item>)>,
    /// Whether the body votes formally, and so has quorum, votes and a list of speakers.
    pub formal: bool,
    /// Who speaks and who wants to.
    pub speeches: Vec<Speech>,
}

impl Scene {
    /// A sitting for a listener. At most six statements.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(r: &Reading<'_>, (m, body): (&Meeting, &Body), of: &Listener) -> Result<Self> {
        let sitting = live::find_sitting(r.conn, m.id)?;
        let all = agenda::list_items(r.conn, m.id)?;
        let runs = if sitting.is_some() { live::list_runs(r.conn, m.id)? } else { Vec::new() };
        let rules = decisions::rules_of(r.conn, body, m.day())?;
        let formal = rules.is_some_and(|found| found.rules.formal.value);
        let on = running(&runs).cloned();
        let place = on.as_ref().and_then(|run| all.iter().position(|it| it.id == run.item));
        let now = place.zip(on).map(|(at, run)| (at + 1, all[at].clone(), run));
        // After what was called last, or from the beginning.
        let last = runs.last().and_then(|run| all.iter().position(|it| it.id == run.item));
        let after = last.map_or(0, |at| at + 1);
        let next = all.get(after).map(|it| (after + 1, it.id));
        let hears_now = now.as_ref().is_some_and(|(_, it, _)| of.hears(it));
        let speeches = if formal && hears_now { live::list_speeches(r.conn, m.id)? } else { Vec::new() };
        let count = all.len();
        let items = (1..).zip(all).filter(|(_, it)| of.hears(it)).collect();
        Ok(Self { sitting, items, all: count, runs, now, next, formal, speeches })
    }

    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.sitting.as_ref().is_some_and(Sitting::is_open)
    }
    /// Whether those who come enter themselves.
    #[must_use]
    pub fn checks_in(&self) -> bool {
        self.sitting.as_ref().is_some_and(|sitting| sitting.is_open() && sitting.check_in)
    }
    /// The item that is on, where the sitting is open and the listener hears it.
    #[must_use]
    pub fn heard_now(&self, of: &Listener) -> Option<&Item> {
        self.now.as_ref().map(|(_, item, _)| item).filter(|item| self.is_open() && of.hears(item))
    }
    /// Who speaks, and who waits.
    #[must_use]
    pub fn floor(&self) -> (Option<&Speech>, Vec<&Speech>) {
        floor(&self.speeches)
    }
}

/// The lines a part of the page needs: hers, and those who are on the list of speakers.
///
/// # Errors
/// When the database cannot be read.
pub fn some_lines(r: &Reading<'_>, (m, body): (&Meeting, &Body), scene: &Scene) -> Result<Vec<Line>> {
    if !scene.checks_in() {
        return Ok(attendance_of(r.conn, m, body)?.lines);
    }
    let keys: Vec<String> = scene.speeches.iter().map(|one| one.line.clone()).collect();
    let mut lines = if keys.is_empty() { Vec::new() } else { attendance::list_by_key(r.conn, m.id, keys.clone())? };
    if let Some(person) = r.viewer.actor.person {
        let hers = attendance::list_own(r.conn, m.id, Id::new(person))?;
        lines.extend(hers.into_iter().filter(|line| !keys.contains(&line.key)));
    }
    Ok(lines)
}

/// Who is there at this moment, guests left out: in the room, from elsewhere, through somebody else; and those excused.
#[must_use]
pub fn present_now(list: &Attendance, now: Moment) -> (There, usize) {
    let guest = |line: &&Line| line.capacity == Capacity::Guest && line.is_there_at(now);
    (rules::attendance::counted(&list.lines, Some(now)), list.lines.iter().filter(guest).count())
}

/// Whether enough are there now, how many votes are in the room, from elsewhere and by proxy; and what was said of it at each
/// moment at which it changed.
pub struct Quorate {
    /// Now.
    pub now: Verdict,
    /// In votes.
    pub votes: quorum::Attendance,
    /// Since the beginning.
    pub turns: Vec<(Moment, Verdict)>,
}

/// The quorum at this moment; `None` for a body that does not vote formally.
///
/// # Errors
/// When the database cannot be read.
pub fn quorate(r: &Reading<'_>, (m, body): (&Meeting, &Body), list: &Attendance) -> Result<Option<Quorate>> {
    let Some(found) = decisions::rules_of(r.conn, body, m.day())? else { return Ok(None) };
    if !found.rules.formal.value {
        return Ok(None);
    }
    let (now, rules) = (r.viewer.now, &found.rules);
    let voters = networks::voters(r.conn, body, m.day())?;
    let duly = m.notice.as_ref().is_none_or(|notice| notice.holds);
    let votes = rules::attendance::at(rules, &voters, &list.lines, (&list.head, duly), now);
    let said = quorum::judge(&rules.quorum, &rules.bars, &votes);
    let so_far = lasting(m, Some(now));
    let mut turns = rules::attendance::quorate(rules, &voters, &so_far, &list.lines, &list.head);
    turns.retain(|(at, _)| *at <= now);
    Ok(Some(Quorate { now: Verdict { holds: said.holds, de: said.de, en: said.en }, votes, turns }))
}

/// The votes that run or were taken in a sitting, as far as the reader may see them: all that are open, and what was prepared
/// or decided since it began. Drafts are for those who lead.
///
/// # Errors
/// When the database cannot be read.
pub fn votes(r: &Reading<'_>, body: &Body, scene: &Scene) -> Result<Vec<Vote>> {
    let Some(sitting) = scene.sitting.as_ref().filter(|_| scene.formal) else { return Ok(Vec::new()) };
    let (since, until) = (sitting.opened_at, sitting.ended_at.unwrap_or(r.viewer.now));
    let mut all = decisions::list_votes(r.conn, &r.viewer.actor, body.id, VOTES_MOST)?;
    let within = |at: Moment| at >= since && at <= until;
    all.retain(|vote| {
        let touched = within(vote.made_at) || vote.decided_at.is_some_and(within);
        match vote.state {
            VoteState::Draft => touched && decisions::may_lead(&r.viewer.actor, vote),
            VoteState::Announced | VoteState::Open | VoteState::Closed => sitting.is_open() || touched,
            VoteState::Decided => touched,
            VoteState::Void => false,
        }
    });
    all.reverse();
    Ok(all)
}

/// The names of lines by their keys.
///
/// # Errors
/// When the database cannot be read.
pub fn names(r: &Reading<'_>, body: &Body, lines: &[Line]) -> Result<HashMap<String, String>> {
    let names = crate::pages::attendance::names(r, body, lines)?;
    Ok(lines.iter().map(|line| line.key.clone()).zip(names).collect())
}

/// Whether somebody is there who may come from elsewhere: the meeting has a room in the net.
#[must_use]
pub fn ways(m: &Meeting) -> Vec<Presence> {
    match (m.place.is_empty(), m.online.is_empty()) {
        (true, false) => vec![Presence::Remote],
        (false, true) => vec![Presence::Present],
        _ => vec![Presence::Present, Presence::Remote],
    }
}
