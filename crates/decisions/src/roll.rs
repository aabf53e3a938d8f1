//! The roll: which units vote, with which seats, and why. Pure; seats come from the networks, the unit from the rules.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use kernel::{Id, Reason};
use networks::{Seat, Voter};
use people::{Organisation, Person, Post};

use crate::rules::{RuleSet, Unit, quorum::Attendance};

/// A unit on a roll that is being made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The seats through which it votes, by number.
    pub seats: Vec<Id<Seat>>,
    /// The post that votes.
    pub post: Option<Id<Post>>,
    /// The organisation that votes.
    pub organisation: Option<Id<Organisation>>,
    /// The person who votes as herself.
    pub person: Option<Id<Person>>,
    /// Its votes.
    pub votes: i64,
    /// Why it is entitled.
    pub reason: Reason,
}

/// What makes two seats one unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Person(i64),
    Post(i64),
    Organisation(i64),
    Seat(i64),
}

/// The roll of a body whose rules name this unit, in the order of the seats. Seats nobody and nothing holds are on no
/// roll.
#[must_use]
pub fn made(unit: Unit, voters: &[Voter]) -> Vec<Entry> {
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    let mut entries: Vec<Entry> = Vec::new();
    for voter in voters.iter().filter(|v| v.held) {
        let key = key(unit, voter);
        match places.get(&key) {
            Some(place) => entries[*place].seats.push(voter.seat),
            None => {
                places.insert(key, entries.len());
                entries.push(entry(unit, key, voter));
            }
        }
    }
    entries
}

fn key(unit: Unit, voter: &Voter) -> Key {
    let seat = Key::Seat(voter.seat.raw());
    let person = voter.holder.map(|p| Key::Person(p.raw()));
    let post = voter.post.filter(|_| !voter.personal).map(|p| Key::Post(p.raw()));
    let organisation = voter.organisation.map(|o| Key::Organisation(o.raw()));
    match unit {
        Unit::Weight => seat,
        // A post several persons share is one voice; a vacant one keeps its own.
        Unit::Person => if voter.may_cast.len() > 1 { post } else { person }.or(post).or(organisation).unwrap_or(seat),
        Unit::Post => post.or(if voter.personal { person } else { organisation }).unwrap_or(seat),
        Unit::Office | Unit::Organisation => organisation.or(post).or(person).unwrap_or(seat),
    }
}

fn weight(unit: Unit, voter: &Voter) -> i64 {
    if unit == Unit::Weight { voter.votes } else { 1 }
}

fn entry(unit: Unit, key: Key, voter: &Voter) -> Entry {
    let number = voter.number;
    let votes = weight(unit, voter);
    let reason = match key {
        Key::Person(_) => Reason::new(
            format!("Diese Stimme gehört der Person auf Sitz {number}."),
            format!("This vote belongs to the person on seat {number}."),
        ),
        Key::Post(_) => Reason::new(
            format!("Diese Stimme gehört der Stelle auf Sitz {number}. Es stimmt ab, wer die Stelle hat."),
            format!("This vote belongs to the post on seat {number}. Whoever holds the post votes."),
        ),
        Key::Organisation(_) => Reason::new(
            format!("Auf Sitz {number} hat die Organisation eine Stimme, auch wenn dort mehrere Personen arbeiten."),
            format!("On seat {number} the organisation has one vote, even if several persons work there."),
        ),
        Key::Seat(_) if votes == 1 => Reason::new(
            format!("Diese Stimme gehört zu Sitz {number}."),
            format!("This vote belongs to seat {number}."),
        ),
        Key::Seat(_) => Reason::new(
            format!("Zu Sitz {number} gehören {votes} Stimmen."),
            format!("{votes} votes belong to seat {number}."),
        ),
    };
    Entry {
        seats: vec![voter.seat],
        post: matches!(key, Key::Post(_)).then_some(voter.post).flatten(),
        organisation: matches!(key, Key::Organisation(_)).then_some(voter.organisation).flatten(),
        person: matches!(key, Key::Person(_)).then_some(voter.holder).flatten(),
        votes,
        reason,
    }
}

/// How a unit was there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Here {
    /// In the room; where votes are taken over some days, by casting.
    Present,
    /// From elsewhere.
    Remote,
    /// Through whoever held its proxy.
    Proxy,
}

/// A unit of a roll and how it was there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The seats through which it votes.
    pub seats: Vec<Id<Seat>>,
    /// Its votes.
    pub votes: u64,
    /// Whether it may not vote on the matter.
    pub barred: bool,
    /// How it was there; `None` where nobody was there for it.
    pub here: Option<Here>,
}

impl Line {
    /// A line of a roll that is being made.
    #[must_use]
    pub fn of(entry: &Entry, barred: bool, here: Option<Here>) -> Self {
        Self { seats: entry.seats.clone(), votes: entry.votes.unsigned_abs(), barred, here }
    }
}

/// Who was there and how many there are, all in votes of the roll's units. `voters` are the voting seats of the day on which
/// the roll was made; those on no line of it are vacant. How the summons went is for the caller to say.
///
/// Where the rules take the barred out of the base, they leave it whether they came or not, and stand for no sender.
#[must_use]
pub fn attendance(rules: &RuleSet, voters: &[Voter], roll: &[Line]) -> Attendance {
    let members: u64 = roll.iter().map(|line| line.votes).sum();
    let voting_seats = members + vacant(rules.votes.unit.value, voters, roll);
    let mut there = Attendance { voting_seats, occupied_seats: members, members, ..Attendance::default() };
    let senders: HashMap<_, _> = voters.iter().filter_map(|v| Some((v.seat, v.organisation?))).collect();
    let mut sending = BTreeSet::<Id<Organisation>>::new();
    for line in roll {
        let out = line.barred && rules.bars.out_of_base.value;
        // Whoever is out stands in the room and is taken from it again, with the base.
        let Some(here) = line.here.filter(|_| !out).or(out.then_some(Here::Present)) else { continue };
        let place = match here {
            Here::Present => &mut there.present,
            Here::Remote => &mut there.remote,
            Here::Proxy => &mut there.proxies,
        };
        *place += line.votes;
        if line.barred {
            there.barred += line.votes;
        }
        if !out {
            sending.extend(line.seats.iter().filter_map(|seat| senders.get(seat)));
        }
    }
    there.senders = sending.len() as u64;
    there
}

/// How many there are, where nobody wrote down who came.
#[must_use]
pub fn strength(rules: &RuleSet, voters: &[Voter]) -> Attendance {
    let roll: Vec<Line> =
        made(rules.votes.unit.value, voters).iter().map(|entry| Line::of(entry, false, None)).collect();
    attendance(rules, voters, &roll)
}

/// The votes of seats on no line. A free seat of a unit that is on the roll adds nothing.
fn vacant(unit: Unit, voters: &[Voter], roll: &[Line]) -> u64 {
    let on: HashSet<_> = roll.iter().flat_map(|line| &line.seats).collect();
    let (taken, free): (Vec<&Voter>, Vec<&Voter>) = voters.iter().partition(|v| on.contains(&v.seat));
    let mut units: BTreeSet<Key> = taken.into_iter().map(|v| key(unit, v)).collect();
    free.into_iter().filter(|v| units.insert(key(unit, v))).map(|v| weight(unit, v).unsigned_abs()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voter(seat: i64) -> Voter {
        Voter {
            seat: Id::new(seat),
            number: seat,
            label: None,
            office: None,
            votes: 1,
            post: None,
            organisation: None,
            organisation_name: None,
            ags: None,
            personal: false,
            held: true,
            may_cast: Vec::new(),
            holder: None,
        }
    }
    fn post(seat: i64, post: i64, organisation: i64, persons: &[i64]) -> Voter {
        let may_cast: Vec<_> = persons.iter().map(|p| Id::new(*p)).collect();
        let holder = may_cast.first().copied();
        Voter { post: Some(Id::new(post)), organisation: Some(Id::new(organisation)), may_cast, holder, ..voter(seat) }
    }
    fn elected(seat: i64, person: i64) -> Voter {
        Voter { personal: true, may_cast: vec![Id::new(person)], holder: Some(Id::new(person)), ..voter(seat) }
    }
    fn votes(unit: Unit, voters: &[Voter]) -> Vec<Vec<i64>> {
        made(unit, voters).iter().map(|e| e.seats.iter().map(|s| s.raw()).collect()).collect()
    }

    #[test]
    fn who_holds_a_post_and_an_elected_seat_has_one_vote_where_persons_vote() {
        let all = [post(1, 10, 100, &[7]), elected(2, 7), elected(3, 8)];
        assert_eq!(votes(Unit::Person, &all), [vec![1, 2], vec![3]]);
        assert_eq!(votes(Unit::Post, &all), [vec![1], vec![2], vec![3]]);
    }

    #[test]
    fn a_shared_post_is_one_voice_and_a_vacant_one_keeps_its_own() {
        let all = [post(1, 10, 100, &[7, 8]), post(2, 11, 101, &[])];
        for unit in [Unit::Person, Unit::Post, Unit::Office, Unit::Organisation, Unit::Weight] {
            assert_eq!(votes(unit, &all), [vec![1], vec![2]], "{unit:?}");
        }
    }

    #[test]
    fn two_posts_of_one_office_have_one_vote_where_offices_vote() {
        let all = [post(1, 10, 100, &[7]), post(2, 11, 100, &[8])];
        assert_eq!(votes(Unit::Office, &all), [vec![1, 2]]);
        assert_eq!(votes(Unit::Post, &all), [vec![1], vec![2]]);
    }

    fn there(
        unit: Unit,
        change: fn(&mut RuleSet),
        voters: &[Voter],
        here: &[Option<Here>],
        barred: usize,
    ) -> Attendance {
        let mut rules = crate::rules::template("conference").unwrap().rules;
        rules.votes.unit.value = unit;
        change(&mut rules);
        let entries = made(unit, voters);
        assert_eq!(entries.len(), here.len());
        let lines: Vec<Line> =
            entries.iter().zip(here).zip(0..).map(|((entry, here), n)| Line::of(entry, n == barred, *here)).collect();
        attendance(&rules, voters, &lines)
    }

    #[test]
    fn who_is_there_is_counted_in_units_as_those_there_are() {
        let two = |n| [post(2 * n, 10 * n, n, &[]), post(2 * n + 1, 10 * n + 1, n, &[])];
        let voters: Vec<Voter> = (1..=3).flat_map(two).collect();
        let here = [Some(Here::Present), Some(Here::Proxy), Some(Here::Remote)];
        let all = there(Unit::Organisation, |_| {}, &voters, &here, 9);
        assert_eq!((all.members, all.occupied_seats, all.voting_seats), (3, 3, 3));
        assert_eq!((all.present, all.remote, all.proxies, all.senders), (1, 1, 1, 3));
        // Two persons of one organisation are two posts and one sender.
        let here = [Some(Here::Present), Some(Here::Present), None, None, None, None];
        let posts = there(Unit::Post, |_| {}, &voters, &here, 9);
        assert_eq!((posts.members, posts.present, posts.senders), (6, 2, 1));
    }

    #[test]
    fn weights_count_on_both_sides_and_vacant_seats_with_theirs() {
        let heavy = |seat, votes| Voter { votes, ..post(seat, 10 + seat, 100 + seat, &[7]) };
        let voters = [heavy(1, 3), heavy(2, 5), Voter { votes: 2, held: false, ..voter(3) }];
        let all = there(Unit::Weight, |_| {}, &voters, &[Some(Here::Present), None], 9);
        assert_eq!((all.members, all.occupied_seats, all.voting_seats), (8, 8, 10));
        assert_eq!((all.present, all.senders), (3, 1));
    }

    #[test]
    fn the_barred_leave_the_base_whether_they_came_or_not_and_else_count_where_they_are() {
        let voters = [post(1, 11, 101, &[]), post(2, 12, 102, &[]), post(3, 13, 103, &[])];
        let numbers = |a: Attendance| (a.members, a.present, a.barred, a.senders);
        for came in [Some(Here::Remote), None] {
            let out = there(Unit::Post, |_| {}, &voters, &[came, Some(Here::Present), None], 0);
            assert_eq!(numbers(out), (3, 2, 1, 1));
        }
        let stays = |r: &mut RuleSet| r.bars.out_of_base.value = false;
        let came = there(Unit::Post, stays, &voters, &[Some(Here::Present), Some(Here::Present), None], 0);
        assert_eq!(numbers(came), (3, 2, 1, 2));
        let away = there(Unit::Post, stays, &voters, &[None, Some(Here::Present), None], 0);
        assert_eq!(numbers(away), (3, 1, 0, 1));
    }

    #[test]
    fn a_seat_nobody_holds_is_on_no_roll_and_weights_are_those_of_the_seat() {
        let free = Voter { held: false, ..voter(1) };
        let heavy = Voter { votes: 3, ..post(2, 10, 100, &[7]) };
        let all = [free, heavy];
        let made = made(Unit::Weight, &all);
        assert_eq!(made.iter().map(|e| e.votes).collect::<Vec<_>>(), [3]);
        assert_eq!(made[0].reason.de, "Zu Sitz 2 gehören 3 Stimmen.");
    }
}
