//! Who may cast the votes of a body on a day: for the program itself, which freezes a roll when a vote opens.

use std::collections::HashMap;

use db::Conn;
use kernel::{Day, Id, Office, Result, Voice};
use people::{Organisation, Person, Post};

use crate::{
    Body, Capacity, Seat,
    actions::steward,
    store::{
        roster::{SittingRow, list_sitting, list_sitting_on, list_substitutes},
        seats::list_stands_for,
    },
};

/// A seat that votes, and those who may cast its vote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Voter {
    /// The seat.
    pub seat: Id<Seat>,
    /// Its number in the body.
    pub number: i64,
    /// Its label.
    pub label: Option<String>,
    /// Its office.
    pub office: Option<Office>,
    /// Its votes.
    pub votes: i64,
    /// The post whose seat it is, or through which the person on it was eligible.
    pub post: Option<Id<Post>>,
    /// The organisation whose seat it is, or whose post.
    pub organisation: Option<Id<Organisation>>,
    /// That organisation's name.
    pub organisation_name: Option<String>,
    /// The official key of the territory it stands for.
    pub ags: Option<String>,
    /// Whether a person holds it as herself, not a post or an organisation.
    pub personal: bool,
    /// Whether anybody or anything holds it; a post's seat is held while the post is vacant.
    pub held: bool,
    /// Those who fill it, in order of rank, absent ones left out; when there are none, those who deputise or stand in.
    pub may_cast: Vec<Id<Person>>,
    /// The first who fills it, absent or not.
    pub holder: Option<Id<Person>>,
}

/// The voting seats of a body on a day, by number. Two statements; facts alone, remembered as long as none changes.
///
/// Rights are not asked: the caller decides who sees any of it.
///
/// # Errors
/// When the database cannot be read.
pub fn voters(conn: &Conn, body: &Body, day: Day) -> Result<Vec<Voter>> {
    let read = || assembled(conn, body, &list_sitting(conn, &steward(body, None), body.id, day)?, day);
    let weigh = |all: &Vec<Voter>| all.len() * (size_of::<Voter>() + 160);
    Ok(conn.remembered(("voters", day, &[body.id.raw()]), weigh, read)?.as_ref().clone())
}

/// The Land of each voting seat that has one, by the first two digits of the official key: that of the territory the seat
/// stands for by its own definition, else that of whoever holds it. One statement.
///
/// Rights are not asked, as in [`voters`].
///
/// # Errors
/// When the database cannot be read.
pub fn lands(conn: &Conn, body: &Body, voters: &[Voter]) -> Result<HashMap<Id<Seat>, String>> {
    let own: HashMap<Id<Seat>, String> = list_stands_for(conn, &steward(body, None), body.id)?.into_iter().collect();
    let land = |voter: &Voter| {
        let key = own.get(&voter.seat).or(voter.ags.as_ref())?;
        Some((voter.seat, key.get(..2)?.to_owned()))
    };
    Ok(voters.iter().filter_map(land).collect())
}

/// The same for some of its seats: for one voter of hundreds.
///
/// # Errors
/// When the database cannot be read.
pub fn voters_on(conn: &Conn, body: &Body, seats: &[Id<Seat>], day: Day) -> Result<Vec<Voter>> {
    let rows = list_sitting_on(conn, &steward(body, None), seats, day)?;
    assembled(conn, body, &rows, day)
}

fn assembled(conn: &Conn, body: &Body, rows: &[SittingRow], day: Day) -> Result<Vec<Voter>> {
    let standing_in = list_substitutes(conn, &steward(body, None), &[body.id], day)?;
    let mut made: Vec<(Voter, Vec<Id<Person>>)> = Vec::new();
    for row in rows.iter().filter(|row| row.body == body.id && row.voice == Voice::Voting && row.votes > 0) {
        if made.last().is_none_or(|(last, _)| last.seat != row.seat) {
            made.push((begun(row), Vec::new()));
        }
        let (Some((voter, second)), Some(sitter)) = (made.last_mut(), row.sitter.as_ref()) else { continue };
        let confirmed = row.held.as_ref().is_some_and(|h| h.status == crate::Status::Confirmed);
        if sitter.capacity.fills() {
            voter.holder = voter.holder.or(Some(sitter.person));
        }
        match sitter.capacity {
            _ if sitter.absent || !confirmed => {}
            Capacity::Deputy => second.push(sitter.person),
            _ => voter.may_cast.push(sitter.person),
        }
    }
    for (voter, second) in &mut made {
        if !voter.may_cast.is_empty() {
            continue;
        }
        let stands = standing_in.iter().filter(|s| s.seat == Some(voter.seat) && !s.moves_up);
        second.extend(stands.filter_map(|s| s.sitter.as_ref()).filter(|s| !s.absent).map(|s| s.person));
        voter.may_cast = std::mem::take(second);
    }
    Ok(made.into_iter().map(|(voter, _)| voter).collect())
}

fn begun(row: &SittingRow) -> Voter {
    Voter {
        seat: row.seat,
        number: row.number,
        label: row.label.clone(),
        office: row.office,
        votes: row.votes,
        post: row.post.as_ref().map(|p| p.id),
        organisation: row.organisation.as_ref().map(|o| o.id),
        organisation_name: row.organisation.as_ref().map(|o| o.name.clone()),
        ags: row.organisation.as_ref().and_then(|o| o.ags.clone()),
        personal: row.held.as_ref().is_some_and(|h| h.personal),
        held: row.held.is_some(),
        may_cast: Vec::new(),
        holder: None,
    }
}
