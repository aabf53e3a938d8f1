//! Whom an invitation to a body goes to on a day, seat by seat: for the program itself, which writes the letters.

use std::collections::HashMap;

use db::Conn;
use kernel::{Day, Id, Lang, Result};
use people::{Person, Post};

use crate::{
    Body, Capacity, Seat, Status,
    actions::steward,
    store::roster::{SittingRow, list_at_office, list_office_addresses, list_sitting, list_substitutes},
};

/// Somebody who is invited through a seat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitee {
    /// The first of her seats there.
    pub seat: Id<Seat>,
    /// Who; `None` for the mailbox of a post nobody holds.
    pub person: Option<Id<Person>>,
    /// The vacant post whose mailbox it is.
    pub post: Option<Id<Post>>,
    /// Whether she stands in for whoever has the seat and is away, or for nobody.
    pub stands_in: bool,
    /// Where letters go; `None` where nobody knows.
    pub address: Option<String>,
    /// The language of her letters.
    pub lang: Lang,
    /// Whether she has an account.
    pub account: bool,
}

/// Everybody an invitation goes to, by seat, each person once. Those who fill a seat and are there; when there are none,
/// those who deputise or stand in, and whoever is away only when nobody does; for a vacant post its own mailbox, which
/// others read and which hears nothing of a sensitive body. At most four statements.
///
/// # Errors
/// When the database cannot be read.
pub fn invitees(conn: &Conn, body: &Body, day: Day) -> Result<Vec<Invitee>> {
    let by = steward(body, None);
    let rows = list_sitting(conn, &by, body.id, day)?;
    let standing_in = list_substitutes(conn, &by, &[body.id], day)?;
    let mut made: Vec<Invitee> = Vec::new();
    let mut places: HashMap<Id<Person>, usize> = HashMap::new();
    for seat in rows.chunk_by(|a, b| a.seat == b.seat) {
        let Some(first) = seat.first().filter(|row| confirmed(row)) else { continue };
        let sitters = || seat.iter().filter_map(|row| row.sitter.as_ref());
        let one = |person, stands_in, mail: Option<&String>| Invitee {
            seat: first.seat,
            person: Some(person),
            post: None,
            stands_in,
            address: mail.cloned(),
            lang: Lang::De,
            account: false,
        };
        let fills = |there: bool| {
            sitters()
                .filter(move |s| s.capacity.fills() && s.absent != there)
                .map(|s| one(s.person, false, s.mail.as_ref()))
        };
        let mut found: Vec<Invitee> = fills(true).collect();
        if found.is_empty() {
            let deputies = sitters().filter(|s| s.capacity == Capacity::Deputy && !s.absent);
            found.extend(deputies.map(|s| one(s.person, true, s.mail.as_ref())));
            let others = standing_in.iter().filter(|s| s.seat == Some(first.seat) && !s.moves_up);
            let others = others.filter_map(|s| s.sitter.as_ref()).filter(|s| !s.absent);
            found.extend(others.map(|s| one(s.person, true, s.mail.as_ref())));
        }
        if found.is_empty() {
            found.extend(fills(false));
        }
        if found.is_empty() {
            found.extend(mailbox(body, first));
        }
        for invitee in found {
            let before = invitee.person.and_then(|person| places.get(&person).copied());
            match before.and_then(|at| made.get_mut(at)) {
                // Whoever has a seat of her own does not come for somebody else.
                Some(known) => known.stands_in &= invitee.stands_in,
                None => {
                    places.extend(invitee.person.map(|person| (person, made.len())));
                    made.push(invitee);
                }
            }
        }
    }
    reached(conn, made)
}

fn confirmed(row: &SittingRow) -> bool {
    row.held.as_ref().is_some_and(|held| held.status == Status::Confirmed)
}

/// The mailbox of a post or an organisation for which nobody sits there.
fn mailbox(body: &Body, row: &SittingRow) -> Option<Invitee> {
    row.held.as_ref().filter(|held| !held.personal && !body.sensitive)?;
    let address = row.post.as_ref().and_then(|post| post.mail.clone());
    let address = address.or_else(|| row.organisation.as_ref().and_then(|of| of.mail.clone()));
    Some(Invitee {
        seat: row.seat,
        person: None,
        post: row.post.as_ref().map(|post| post.id),
        stands_in: false,
        address,
        lang: Lang::De,
        account: false,
    })
}

/// Where letters to a person go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reached {
    /// The person.
    pub person: Id<Person>,
    /// Her address.
    pub address: String,
    /// The language of her letters.
    pub lang: Lang,
    /// Whether it is that of an account.
    pub account: bool,
}

/// How letters reach some persons today, asked once for all of them.
struct Ways {
    known: HashMap<Id<Person>, accounts::Reach>,
    offices: HashMap<Id<Person>, String>,
}

impl Ways {
    /// Two statements.
    fn load(conn: &Conn, persons: &[Id<Person>]) -> Result<Self> {
        let known = accounts::list_addresses(conn, persons)?.into_iter().map(|reach| (reach.person, reach)).collect();
        let mut offices = HashMap::new();
        for (person, mail) in list_office_addresses(conn, persons, conn.today())? {
            offices.entry(person).or_insert(mail);
        }
        Ok(Self { known, offices })
    }

    /// How one of them is reached: by her account, else by that of the office she sits there for, else by another office of
    /// hers, else where she was invited to this house. Nobody writes to a locked account.
    fn of(&self, person: Id<Person>, there: Option<&String>) -> Option<Reached> {
        let of = |address: &String, lang, account| Reached { person, address: address.clone(), lang, account };
        match self.known.get(&person) {
            Some(reach) if reach.account => (!reach.locked).then(|| of(&reach.mail, reach.lang, true)),
            other => there
                .or_else(|| self.offices.get(&person))
                .or_else(|| other.map(|reach| &reach.mail))
                .map(|address| of(address, Lang::De, false)),
        }
    }
}

/// Those of some persons who can be written to today, as invitations are: that of her account, else her office's, else where
/// she was invited to this house. Nobody writes to a locked account. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn reach_persons(conn: &Conn, persons: &[Id<Person>]) -> Result<Vec<Reached>> {
    if persons.is_empty() {
        return Ok(Vec::new());
    }
    let ways = Ways::load(conn, persons)?;
    Ok(persons.iter().filter_map(|person| ways.of(*person, None)).collect())
}

/// The persons whose letters go to an address today: several behind one functional mailbox. Four statements.
///
/// # Errors
/// When the database cannot be read.
pub fn persons_at(conn: &Conn, address: &str) -> Result<Vec<Id<Person>>> {
    let key = address.to_lowercase();
    let mut found = accounts::list_persons_at(conn, &key)?;
    found.extend(list_at_office(conn, &key, conn.today())?);
    found.sort_unstable();
    found.dedup();
    let reached = reach_persons(conn, &found)?;
    Ok(reached.into_iter().filter(|one| one.address.to_lowercase() == key).map(|one| one.person).collect())
}

/// With the addresses, as [`reach_persons`] gives them: whoever was elected in person has an office all the same.
fn reached(conn: &Conn, mut made: Vec<Invitee>) -> Result<Vec<Invitee>> {
    let persons: Vec<Id<Person>> = made.iter().filter_map(|invitee| invitee.person).collect();
    if persons.is_empty() {
        return Ok(made);
    }
    let ways = Ways::load(conn, &persons)?;
    for invitee in &mut made {
        let Some(person) = invitee.person else { continue };
        let found = ways.of(person, invitee.address.as_ref());
        (invitee.lang, invitee.account) = found.as_ref().map_or((Lang::De, false), |way| (way.lang, way.account));
        invitee.address = found.map(|way| way.address);
    }
    Ok(made)
}
