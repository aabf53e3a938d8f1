//! The roll: which units vote, with which seats, and why. Pure; seats come from the networks, the unit from the rules.

use std::collections::BTreeMap;

use kernel::{Id, Reason};
use networks::{Seat, Voter};
use people::{Organisation, Person, Post};

use crate::rules::Unit;

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

fn entry(unit: Unit, key: Key, voter: &Voter) -> Entry {
    let number = voter.number;
    let votes = if unit == Unit::Weight { voter.votes } else { 1 };
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
            format!(
                "Diese Stimme gehört der Organisation oder dem Büro auf Sitz {number}. Alle dort haben zusammen eine."
            ),
            format!("This vote belongs to the organisation or office on seat {number}. All there have one together."),
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
