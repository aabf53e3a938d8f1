//! What else is on a day, in plain words, wherever days are chosen: holidays, school holidays, other meetings.

use std::collections::HashMap;

use db::Conn;
use kernel::{Actor, Day, Id, Result};
use networks::{Body, list_bodies_by_id};
use people::Person;
use web::Reading;

use super::hidden;
use crate::{
    Meeting, MeetingState,
    letters::{days::day_words, time},
    reads::mine,
    store::{meetings, others},
    words::T,
};

/// The most other meetings of one day that are named.
const NAMED: usize = 3;

/// What else is on each of some days.
pub struct Beside {
    words: HashMap<Day, Vec<String>>,
}

impl Beside {
    /// What is on that day, for people.
    #[must_use]
    pub fn of(&self, t: T, day: Day) -> Vec<String> {
        let mut all = day_words(t, day);
        all.extend(self.words.get(&day).into_iter().flatten().cloned());
        all
    }

    /// Meetings of the reader herself.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn own(r: &Reading<'_>, days: &[Day]) -> Result<Self> {
        let v = r.viewer;
        let (Some(person), Some(span)) = (v.actor.person, around(days)) else {
            return Ok(Self { words: HashMap::new() });
        };
        let found = mine(r.conn, &v.actor, Id::new(person), span)?;
        let found: Vec<(Meeting, usize)> = found.into_iter().map(|(m, _)| (m, 0)).collect();
        let networks: Vec<Id<Body>> = v.actor.networks().into_iter().map(Id::new).collect();
        let mut made = Self::told(r, days, found, None)?;
        made.others(r, &networks, days)?;
        Ok(made)
    }

    /// Meetings to which some of those who would be asked are invited, as far as the reader herself is among those networks.
    /// Who sits in a sensitive network is nobody's business outside it, not even as a number. `but`: the meeting it is about.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn of_invited(
        r: &Reading<'_>,
        body: &Body,
        persons: &[Id<Person>],
        days: &[Day],
        but: Option<Id<Meeting>>,
    ) -> Result<Self> {
        let v = r.viewer;
        let Some((from, until)) = around(days) else { return Ok(Self { words: HashMap::new() }) };
        let networks: Vec<Id<Body>> = v.actor.networks().into_iter().map(Id::new).collect();
        let mut found = meetings::list_of_networks(r.conn, &v.actor, &networks, meetings::span(from, until))?;
        found.retain(|m| Some(m.id) != but);
        let ids: Vec<Id<Meeting>> = found.iter().map(|m| m.id).collect();
        let counts = meetings::count_among(r.conn, &ids, persons)?;
        let count = |m: &Meeting| counts.iter().find(|(id, _)| *id == m.id).map_or(0, |(_, count)| *count);
        let found = found.into_iter().filter(|m| count(m) > 0 || m.body == body.id).collect::<Vec<_>>();
        let found = found.into_iter().map(|m| (count(&m), m)).map(|(n, m)| (m, n)).collect();
        let mut made = Self::told(r, days, found, Some(body))?;
        // Only the reader's own networks tell her of days of others; here those of the body's network.
        let own: Vec<Id<Body>> = networks.into_iter().filter(|id| *id == body.network).collect();
        made.others(r, &own, days)?;
        Ok(made)
    }

    /// Adds what those networks wrote down of days of others.
    fn others(&mut self, r: &Reading<'_>, networks: &[Id<Body>], days: &[Day]) -> Result<()> {
        let Some(span) = around(days) else { return Ok(()) };
        let found = others::list_others(r.conn, networks, span)?;
        for day in days {
            let on: Vec<String> = found
                .iter()
                .filter(|it| it.said.from <= *day && *day <= it.said.last)
                .take(NAMED)
                .map(|it| {
                    let town = Some(it.said.town.as_str()).filter(|town| !town.is_empty());
                    [Some(it.said.title.as_str()), town].into_iter().flatten().collect::<Vec<_>>().join(", ")
                })
                .collect();
            let there = self.words.entry(*day).or_default();
            for words in on {
                if !there.contains(&words) {
                    there.push(words);
                }
            }
        }
        Ok(())
    }

    fn told(r: &Reading<'_>, days: &[Day], found: Vec<(Meeting, usize)>, of: Option<&Body>) -> Result<Self> {
        let (t, v) = (T(r.viewer.lang), r.viewer);
        let on = |m: &Meeting| days.contains(&m.day()) && m.state != MeetingState::Cancelled && !hidden(&v.actor, m);
        let found: Vec<(Meeting, usize)> = found.into_iter().filter(|(m, _)| on(m)).collect();
        let bodies = bodies(r.conn, &v.actor, &found)?;
        let mut words: HashMap<Day, Vec<String>> = HashMap::new();
        for (m, count) in &found {
            let Some(body) = bodies.get(&m.body) else { continue };
            if of.is_some_and(|of| body.sensitive && body.network != of.network) {
                continue;
            }
            let there = words.entry(m.day()).or_default();
            if there.len() < NAMED {
                let (at, name) = (time(v.lang, m.starts_at), body.name_in(v.lang));
                there.push(if *count > 0 {
                    t.beside_count(*count, at, &m.title, name)
                } else {
                    t.beside_meeting(at, &m.title, name)
                });
            }
        }
        Ok(Self { words })
    }
}

/// From the first of some days to the day after the last.
fn around(days: &[Day]) -> Option<(Day, Day)> {
    Some((*days.iter().min()?, days.iter().max()?.next()))
}

fn bodies(conn: &Conn, actor: &Actor, of: &[(Meeting, usize)]) -> Result<HashMap<Id<Body>, Body>> {
    let mut ids: Vec<Id<Body>> = of.iter().map(|(m, _)| m.body).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(list_bodies_by_id(conn, actor, &ids)?.into_iter().map(|b| (b.id, b)).collect())
}
