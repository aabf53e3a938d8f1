//! Putting somebody forward in the sitting, after the ballot was made ready.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result};
use people::Person;

use super::{
    super::{led, refused},
    stand::{enter, known},
};
use crate::{Candidate, Method, RuleVersion, Vote, VoteKind, VoteState};

/// Whether somebody can be put forward in the sitting now: it has begun, nothing is counted, and the rules allow it.
#[must_use]
pub fn is_floor_open(vote: &Vote, rules: &RuleVersion) -> bool {
    vote.kind == VoteKind::Election
        && vote.method == Method::Sitting
        && vote.state == VoteState::Open
        && vote.previous.is_none()
        && rules.rules.elections.from_floor.value
}

/// Puts somebody forward from the floor: she is there and agrees, or agreed in text form before where the rules take that.
/// She stands at once, with the next number.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] for who does not lead the election; [`Error::Form`] on `person`, `list`,
/// `presence`; [`Error::Rule`] outside the sitting or where the rules allow none.
pub fn nominate_from_floor(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Vote>,
    person: Id<Person>,
    list: Option<&str>,
    present: bool,
) -> Result<Id<Candidate>> {
    let (vote, body, rules) = led(tx, by, id)?;
    if !is_floor_open(&vote, &rules) {
        return Err(refused(
            "Aus der Versammlung kann hier niemand vorgeschlagen werden.",
            "Nobody can be put forward from the floor here.",
        ));
    }
    let absent = &rules.rules.elections.absent;
    if !present && !absent.value {
        let clause = &absent.clause.number;
        return Err(Error::field(
            "presence",
            Reason::new(
                format!("Nach {clause} kann nur gewählt werden, wer anwesend ist."),
                format!("By {clause} only those who are there can be elected."),
            ),
        ));
    }
    let me = by.person.map(Id::<Person>::new).ok_or(Error::NotFound)?;
    known(tx, by, person)?;
    enter(tx, by, (&vote, &body, &rules.rules), person, list, (me, true)).map(|new| new.id)
}
