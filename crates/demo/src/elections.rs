//! An election that runs: the treasurer of the association, by post and covertly online, with one result.

use db::Tx;
use decisions::{Casting, Choice, Grade, Method, NewElection, NewVote, rules::BallotKind};
use kernel::{Day, Id, Level, Office, Result};
use people::Person;

use crate::{
    facts::{at, missing},
    guarded::own,
    world::World,
};

const NETWORK: &str = "frauennetzwerk";
const SAID: [&str; 2] = [
    "Ich führe seit Jahren die Kasse einer Beratungsstelle und mache die Zahlen des Netzwerks für alle lesbar.",
    "Mir ist wichtig, dass kleine Organisationen wissen, wofür ihr Beitrag ausgegeben wird.",
];

/// Prepared, released by two, opened; some voted here, some by post.
pub fn news(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let by = w.keeper(NETWORK)?;
    let body = networks::find_body(tx, &by, w.body(NETWORK)?)?;
    let board = networks::find_body(tx, &by, w.body("vorstand")?)?;
    let soon = networks::soon_after(tx.today());
    let seats = networks::roster(tx, &by, &board, tx.today(), soon)?.ok_or_else(|| missing("roster", "vorstand"))?;
    let seat = seats.seats.iter().find(|s| s.office == Some(Office::Treasurer));
    let seat = seat.ok_or_else(|| missing("seat", "treasurer"))?.id;
    let mira = w.cast.get("mira").copied();
    let mut persons: Vec<Id<Person>> = networks::voters(tx, &body, tx.today())?
        .into_iter()
        .filter_map(|v| v.may_cast.first().copied())
        .filter(|p| Some(*p) != mira)
        .collect();
    persons.sort_unstable();
    persons.dedup();
    let [one, two, first, second, rest @ ..] = &persons[..] else { return Err(missing("voters", NETWORK)) };
    let new = NewElection {
        vote: NewVote {
            method: Method::Mixed,
            grade: Grade::Covert,
            closes_at: Some(tx.today().plus_days(12).at(0, 0)),
            paper_kind: Some(BallotKind::Single),
            term_from: Some(Day::literal("2027-01-01")),
            rules_reference: Some("Satzung § 8, Wahlordnung vom 21. März 2019".to_owned()),
            ..NewVote::motion("Kasse im Vorstand", Level::Network)
        },
        seats: vec![(seat, String::new())],
        sitting: None,
        board: vec![*one, *two],
    };
    let made = at("election", decisions::prepare_elections(tx, &by, body.id, &new))?;
    let vote = *made.first().ok_or_else(|| missing("election", NETWORK))?;
    for (person, said) in [first, second].into_iter().zip(SAID) {
        at("nominating", decisions::nominate(tx, &by, vote, *person, None, &w.base))?;
        at("standing", decisions::answer_nomination(tx, &own(tx, *person)?, vote, true, said))?;
    }
    for person in [one, two] {
        at("releasing", decisions::release(tx, &own(tx, *person)?, vote))?;
    }
    at("announcing", decisions::announce(tx, &by, vote, &w.base))?;
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
