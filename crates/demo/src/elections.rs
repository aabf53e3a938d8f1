//! An election that runs: the chair of the association, by post and covertly online, with one result. What it shares
//! with the others stands here too.

use db::Tx;
use decisions::{Casting, Choice, Grade, Method, NewElection, NewVote, Vote, rules::BallotKind};
use kernel::{Actor, Day, Id, Level, Office, Result};
use networks::{Body, RosterSeat, Seat};
use people::Person;

use crate::{
    facts::{at, missing},
    guarded::own,
    world::World,
};

const NETWORK: &str = "frauennetzwerk";
const SAID: [&str; 2] = [
    "Ich leite seit Jahren eine Beratungsstelle und möchte, dass wir in allen Kreisen gleich gut zu finden sind.",
    "Mir ist wichtig, dass auch kleine Organisationen im Vorstand gehört werden.",
];

/// Prepared, released by two, opened; some voted here, some by post.
pub fn news(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let by = w.keeper(NETWORK)?;
    let body = networks::find_body(tx, &by, w.body(NETWORK)?)?;
    let seat = seat(tx, &by, w.body("vorstand")?, |s| s.office == Some(Office::Chair))?;
    let persons = voters(w, tx, &body)?;
    let [one, two, first, second, rest @ ..] = &persons[..] else { return Err(missing("voters", NETWORK)) };
    let new = NewVote {
        method: Method::Mixed,
        closes_at: Some(tx.today().plus_days(12).at(0, 0)),
        rules_reference: Some("Satzung § 8, Wahlordnung vom 21. März 2019".to_owned()),
        ..covert("Vorsitz im Vorstand")
    };
    let vote = prepared(tx, &by, &body, new, (seat, None), [*one, *two])?;
    stand(w, tx, &by, vote, &[(*first, SAID[0]), (*second, SAID[1])])?;
    announced(w, tx, &by, vote, [*one, *two])?;
    for (n, person) in (0_u32..).zip(rest.iter().take(14)) {
        let by = own(tx, *person)?;
        for unit in decisions::left_to_cast(tx, &by, vote)? {
            if n % 4 == 3 {
                at("envelope", decisions::mark_envelope(tx, &own(tx, *one)?, vote, unit))?;
            } else {
                let choice = if n % 5 == 4 { Choice::Abstain } else { Choice::Chosen(vec![1 + n % 2]) };
                at("casting", decisions::cast(tx, &by, vote, &Casting { unit, choice }))?;
            }
        }
    }
    Ok(())
}

/// A covert election of one person, for a term from the new year on.
pub fn covert(title: &str) -> NewVote {
    NewVote {
        grade: Grade::Covert,
        paper_kind: Some(BallotKind::Single),
        term_from: Some(Day::literal("2027-01-01")),
        ..NewVote::motion(title, Level::Network)
    }
}

/// The first seat of a body that fits.
pub fn seat(tx: &Tx<'_>, by: &Actor, body: Id<Body>, fits: impl Fn(&RosterSeat) -> bool) -> Result<Id<Seat>> {
    let body = networks::find_body(tx, by, body)?;
    let soon = networks::soon_after(tx.today());
    let roster = networks::roster(tx, by, &body, tx.today(), soon)?.ok_or_else(|| missing("roster", &body.name))?;
    roster.seats.iter().find(|s| fits(s)).map(|s| s.id).ok_or_else(|| missing("seat", &body.name))
}

/// Those who cast for the seats of a body, without the one through whose eyes most look at the demo: she still has her
/// vote.
pub fn voters(w: &World, tx: &Tx<'_>, body: &Body) -> Result<Vec<Id<Person>>> {
    let mira = w.cast.get("mira").copied();
    let all = networks::voters(tx, body, tx.today())?;
    let mut persons: Vec<Id<Person>> =
        all.into_iter().filter_map(|v| v.may_cast.first().copied()).filter(|p| Some(*p) != mira).collect();
    persons.sort_unstable();
    persons.dedup();
    Ok(persons)
}

/// Prepares the election of one seat.
pub fn prepared(
    tx: &Tx<'_>,
    by: &Actor,
    body: &Body,
    vote: NewVote,
    (seat, sitting): (Id<Seat>, Option<Day>),
    board: [Id<Person>; 2],
) -> Result<Id<Vote>> {
    let new = NewElection { vote, seats: vec![(seat, String::new())], sitting, board: board.to_vec() };
    let made = at("election", decisions::prepare_elections(tx, by, body.id, &new))?;
    made.first().copied().ok_or_else(|| missing("election", &body.name))
}

/// Persons are put forward and say yes, with what they say about themselves.
pub fn stand(w: &World, tx: &Tx<'_>, by: &Actor, vote: Id<Vote>, all: &[(Id<Person>, &str)]) -> Result<()> {
    for (person, said) in all {
        at("nominating", decisions::nominate(tx, by, vote, *person, None, &w.base))?;
        at("standing", decisions::answer_nomination(tx, &own(tx, *person)?, vote, true, said))?;
    }
    Ok(())
}

/// Two of the board release it, and it is announced.
pub fn announced(w: &World, tx: &Tx<'_>, by: &Actor, vote: Id<Vote>, board: [Id<Person>; 2]) -> Result<()> {
    for person in board {
        at("releasing", decisions::release(tx, &own(tx, person)?, vote))?;
    }
    at("announcing", decisions::announce(tx, by, vote, &w.base))
}
