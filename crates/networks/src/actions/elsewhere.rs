//! Seats elsewhere: a person's own notes. Nobody else writes them.

use db::{Conn, Tx};
use kernel::{Actor, Error, Event, Id, Reason, Result, Scope, Subject};
use people::{Mode, Person, Post, rules::Check};
use rights::{Action, Kind};

use crate::{Audience, Elsewhere, NewElsewhere, store::elsewhere as store};

/// The most a person notes.
const MOST: usize = 60;

fn own(by: &Actor) -> Result<Id<Person>> {
    let person: Id<Person> = Id::new(by.person.ok_or(Error::NotFound)?);
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(person.raw()))?;
    Ok(person)
}

fn event(verb: &'static str, person: Id<Person>) -> Event {
    Event::new(verb, Subject::new("person", person.raw())).by(Some(person.raw())).within(Scope::own(person.raw()))
}

/// The posts somebody holds today, deputies left out: for these a seat elsewhere can be held.
pub fn posts_held(conn: &Conn, person: Id<Person>) -> Result<Vec<Id<Post>>> {
    let today = conn.today();
    let all = people::list_tenures_of_person(conn, person)?;
    Ok(all.into_iter().filter(|t| t.mode != Mode::Deputy && t.term.contains(today)).map(|t| t.post).collect())
}

fn checked(
    tx: &Tx<'_>,
    by: &Actor,
    person: Id<Person>,
    new: &NewElsewhere,
    was: Option<Id<Post>>,
) -> Result<NewElsewhere> {
    let mut check = Check::new();
    let body = check.name("body", &new.body);
    let role = check.name_or_none("role", Some(&new.role)).unwrap_or_default();
    let note = check.text("note", Some(&new.note)).unwrap_or_default();
    check.take("until", people::rules::term(new.term.from, new.term.until));
    if let Some(post) = new.post.filter(|post| was != Some(*post)) {
        check.that(posts_held(tx, person)?.contains(&post), "post", || {
            Reason::new("Diese Stelle haben Sie zurzeit nicht.", "You do not hold this post at present.")
        });
    }
    // Only where she is herself can she show something to a network.
    let there = |id: i64| by.is_member_of(id) || by.sits_in(id);
    let fits = (new.audience == Some(Audience::Network)) == new.shown_in.is_some()
        && new.shown_in.is_none_or(|body| there(body.raw()));
    check.that(fits, "audience", || {
        Reason::new("Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.")
    });
    check.done()?;
    Ok(NewElsewhere { body, role, note, passes: new.passes && new.post.is_some(), ..new.clone() })
}

/// Notes a seat.
///
/// # Errors
/// [`Error::NotFound`] for nobody signed in; [`Error::Form`]; [`Error::Rule`] when it is one too many.
pub fn note_elsewhere(tx: &Tx<'_>, by: &Actor, new: &NewElsewhere) -> Result<Id<Elsewhere>> {
    let person = own(by)?;
    let new = checked(tx, by, person, new, None)?;
    if store::list_elsewhere(tx, person)?.len() >= MOST {
        return Err(Error::Rule(Reason::new(
            format!("Sie können höchstens {MOST} Sitze eintragen."),
            format!("You can enter at most {MOST} seats."),
        )));
    }
    let id = tx.id();
    store::insert_elsewhere(tx, id, person, &new)?;
    tx.emit(event("elsewhere.noted", person));
    Ok(id)
}

/// One of the actor's own.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers.
pub fn find_own_elsewhere(conn: &Conn, by: &Actor, id: Id<Elsewhere>) -> Result<Elsewhere> {
    let person: Id<Person> = Id::new(by.person.ok_or(Error::NotFound)?);
    store::list_elsewhere(conn, person)?.into_iter().find(|e| e.id == id).ok_or(Error::NotFound)
}

/// Changes one.
///
/// # Errors
/// As [`note_elsewhere`]; [`Error::NotFound`] where it is not hers; [`Error::Stale`].
pub fn edit_elsewhere(tx: &Tx<'_>, by: &Actor, id: Id<Elsewhere>, version: i64, new: &NewElsewhere) -> Result<()> {
    let person = own(by)?;
    let there = find_own_elsewhere(tx, by, id)?;
    let new = checked(tx, by, person, new, there.noted.post)?;
    store::save_elsewhere(tx, id, version, &new)?;
    tx.emit(event("elsewhere.edited", person));
    Ok(())
}

/// Shows one to nobody any more.
///
/// # Errors
/// As [`edit_elsewhere`].
pub fn hide_elsewhere(tx: &Tx<'_>, by: &Actor, id: Id<Elsewhere>) -> Result<()> {
    let person = own(by)?;
    let there = find_own_elsewhere(tx, by, id)?;
    let hidden = NewElsewhere { audience: None, shown_in: None, ..there.noted };
    store::save_elsewhere(tx, id, there.version, &hidden)?;
    tx.emit(event("elsewhere.edited", person));
    Ok(())
}

/// Takes one away.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers.
pub fn forget_elsewhere(tx: &Tx<'_>, by: &Actor, id: Id<Elsewhere>) -> Result<()> {
    let person = own(by)?;
    find_own_elsewhere(tx, by, id)?;
    store::delete_elsewhere(tx, id)?;
    tx.emit(event("elsewhere.forgotten", person));
    Ok(())
}

/// What those before her passed on with the posts she holds today.
///
/// # Errors
/// When the database cannot be read.
pub fn offered_elsewhere(conn: &Conn, by: &Actor) -> Result<Vec<Elsewhere>> {
    let Some(person) = by.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    store::list_offered(conn, &posts_held(conn, person)?, person, conn.today())
}

/// Takes over what was passed on, from today on and for her own eyes, or leaves it. Who had it before, and her note, are not
/// told.
///
/// # Errors
/// [`Error::NotFound`] where nothing is offered.
pub fn answer_offer(tx: &Tx<'_>, by: &Actor, id: Id<Elsewhere>, take: bool) -> Result<()> {
    let person = own(by)?;
    let offer = offered_elsewhere(tx, by)?.into_iter().find(|e| e.id == id).ok_or(Error::NotFound)?;
    store::save_offer_answered(tx, id)?;
    if take {
        let new = NewElsewhere {
            role: offer.noted.role,
            post: offer.noted.post,
            passes: true,
            ..NewElsewhere::new(offer.noted.body, offer.noted.kind, tx.today())
        };
        store::insert_elsewhere(tx, tx.id(), person, &new)?;
    }
    tx.emit(event("elsewhere.answered", person));
    Ok(())
}
