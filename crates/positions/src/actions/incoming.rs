//! Answers by plain mail to letters that ask for input: what somebody says to a draft or to a hearing, hers with her rights of that
//! moment.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Result};
use networks::{Body, body_for_program, persons_at, reach_persons};
use notices::{Answers, Whose, whose};
use people::Person;
use web::{Incoming, Words};

use super::{capacities, comment, rule};
use crate::{
    Mover, Position, State, WHOLE,
    hearing::{self, Hearing},
    letters,
    rules::{contributes, remarks},
    store::{amendments, positions, signatures, versions},
};

/// The purpose of the letter that says why an answer was not taken: one a day for each person.
pub const REFUSED: &str = "position_refused";
/// A day in seconds.
const DAY: i64 = 86_400;

/// What an answer is about. Each sort has addresses of its own, known by a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aim {
    /// A draft: the answer is remarks.
    Position(Id<Position>),
    /// A hearing: the answer is a contribution.
    Hearing(Id<Hearing>),
}

impl Aim {
    /// What stands behind the `+` of the address for answers to the letter about it to a person.
    #[must_use]
    pub fn tag(self, answers: &Answers, person: Id<Person>) -> String {
        match self {
            Self::Position(id) => answers.tag_of('p', id.raw(), person),
            Self::Hearing(id) => answers.tag_of('h', id.raw(), person),
        }
    }

    /// What such an address is about, and whose letter told it; `None` for any other address.
    fn read(answers: &Answers, tag: &str) -> Option<(Self, Id<Person>)> {
        let position = answers.read_of('p', tag).map(|(id, told)| (Self::Position(Id::new(id)), told));
        position.or_else(|| answers.read_of('h', tag).map(|(id, told)| (Self::Hearing(Id::new(id)), told)))
    }

    /// Its body and its network.
    fn home(self, tx: &Tx<'_>) -> Result<[Id<Body>; 2]> {
        Ok(match self {
            Self::Position(id) => positions::find_any_position(tx, id).map(|of| [of.body, of.network])?,
            Self::Hearing(id) => hearing::store::find_any_hearing(tx, id).map(|of| [of.body, of.network])?,
        })
    }
}

/// Why an answer is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Input ended on that day.
    Over(Day),
    /// Nobody asks for input now.
    Closed,
    /// She is not asked, or not any more. Nothing is said of what it was about.
    Right,
    /// There is nothing in it but what it quotes.
    Empty,
    /// It names none of several points it could be about.
    Pointless,
    /// It came from an address that is not known to be hers alone.
    Unproven,
}

/// Takes a letter that answers one that asks for input. Whoever is known to have written it is told why where it is not taken.
///
/// # Errors
/// [`Error::Rule`] with a reason for the log: what a machine wrote, what belongs to a sensitive network; [`Error::NotFound`] when
/// what it is about has gone.
pub fn take(tx: &Tx<'_>, letter: &Incoming<'_>) -> Result<bool> {
    let Some(words) = letter.words else { return Ok(false) };
    let Some((aim, told)) = Answers::load(tx)?.and_then(|answers| Aim::read(&answers, letter.tag)) else {
        return Ok(false);
    };
    if words.automatic {
        return rule("Das hat ein Programm geschrieben.", "a machine wrote it");
    }
    for body in aim.home(tx)? {
        if body_for_program(tx, body)?.sensitive {
            return rule("Hier wird nur nach dem Einloggen geschrieben.", "one writes there after signing in only");
        }
    }
    tx.silent("a letter that came twice, or is not taken, changes nothing of the product");
    match whose(Some(told), &persons_at(tx, &words.from)?, words.signed) {
        Whose::Known(person) => {
            if words.signed {
                tx.mail_reaches(&words.from)?;
            }
            if let Some(why) = answer(tx, person, aim, &words.own)? {
                refuse(tx, person, words, why)?;
            }
        }
        // Whoever got our letter may have another address; she writes from the known one, or takes the link.
        Whose::Held(..) => refuse(tx, told, words, Refusal::Unproven)?,
    }
    Ok(true)
}

/// Writes down what a letter says, in the name of whoever wrote it, or why not.
fn answer(tx: &Tx<'_>, person: Id<Person>, aim: Aim, own: &str) -> Result<Option<Refusal>> {
    if accounts::account_of(tx, person)?.is_some_and(|account| account.locked) {
        return Ok(Some(Refusal::Right));
    }
    let actor = rights::load(tx, person.raw(), tx.today(), None)?;
    let done = match aim {
        Aim::Position(id) => remark(tx, &actor, id, own),
        Aim::Hearing(id) => hearing::contribute_by_mail(tx, &actor, id, own),
    };
    match done {
        Err(Error::NotFound | Error::Denied(_)) => Ok(Some(Refusal::Right)),
        other => other,
    }
}

fn remark(tx: &Tx<'_>, actor: &Actor, id: Id<Position>, own: &str) -> Result<Option<Refusal>> {
    let of = positions::find_position(tx, actor, id)?;
    match of.input_until {
        Some(until) if until < tx.today() || (until == tx.today() && of.state != State::Input) => {
            return Ok(Some(Refusal::Over(until)));
        }
        _ if of.state != State::Input => return Ok(Some(Refusal::Closed)),
        _ => {}
    }
    let movers = signatures::list_movers(tx, id)?;
    if !contributes(actor, &of, &movers, tx.today()) {
        return Ok(Some(Refusal::Right));
    }
    let text = versions::list_paragraphs(tx, id, of.text)?;
    let keyed = |(number, said): (usize, String)| {
        let key = number.checked_sub(1).and_then(|at| text.get(at)).map_or(WHOLE, |p| p.key);
        (key, said)
    };
    let mut said: Vec<(i64, String)> = remarks(own, text.len()).into_iter().map(keyed).collect();
    if said.is_empty() {
        return Ok(Some(Refusal::Empty));
    }
    // The same letter once more.
    let person = actor.person.map(Id::new).ok_or(Error::Denied(None))?;
    let known = amendments::list_own_comments(tx, id, person)?;
    said.retain(|one| !known.contains(one));
    if !said.is_empty() {
        let seat = seat(tx, actor, (&of, &movers), person)?;
        comment(tx, actor, id, (&said, seat))?;
    }
    Ok(None)
}

/// On which seat she answers: the one on which she was asked while she has it, else the first on which she can speak.
fn seat(
    tx: &Tx<'_>,
    actor: &Actor,
    (of, movers): (&Position, &[Mover]),
    person: Id<Person>,
) -> Result<Option<Id<networks::Seat>>> {
    let all = capacities(tx, actor, of, movers)?;
    let asked = amendments::find_asked(tx, of.id, person)?;
    let found = all.iter().find(|(seat, _)| Some(*seat) == asked).or_else(|| all.first());
    Ok(found.map(|(seat, _)| *seat))
}

/// One letter a day says why something was not taken.
fn refuse(tx: &Tx<'_>, person: Id<Person>, words: &Words, why: Refusal) -> Result<()> {
    if db::written_since(tx, person.raw(), REFUSED, tx.now().plus_seconds(-DAY))? {
        return Ok(());
    }
    match reach_persons(tx, &[person])?.pop() {
        Some(to) => tx.post(&letters::refused(&to, &words.subject, why)).map(drop),
        None => Ok(()),
    }
}
