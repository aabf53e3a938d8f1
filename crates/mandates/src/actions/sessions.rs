//! Sittings of bodies of others, what matters there, what colleagues give along.

use db::Tx;
use kernel::{Actor, Error, Id, Moment, Reason, Result, Scope};
use networks::{Body, Occupancy};
use people::rules::Check;

use super::{denied, event, found, rule};
use crate::{
    Item, NewSession, Note, Session,
    letters::{self, Occasion},
    reads::Side,
    rules::{agenda, due_day, notes_open},
    store::{delegations, letters::list_sent, reports, sessions},
};

fn checked(new: &NewSession) -> Result<NewSession> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let place = check.name_or_none("place", Some(&new.place)).unwrap_or_default();
    check.that(new.agenda.chars().count() <= 20_000, "agenda", || {
        Reason::new("Bitte kürzen Sie auf 20.000 Zeichen.", "Please shorten this to 20,000 characters.")
    });
    check.done()?;
    Ok(NewSession { title, place, ..new.clone() })
}

pub fn scope_of(network: Id<Body>) -> Scope {
    Scope::body(kernel::Level::Network, network.raw(), network.raw())
}

/// Enters a sitting of a body into which somebody is sent, with its agenda as it was pasted.
///
/// # Errors
/// [`Error::NotFound`] where she has no part in it; [`Error::Denied`] but for those who lead the network or are sent;
/// [`Error::Form`] on `title`, `place`, `agenda`.
pub fn note_session(tx: &Tx<'_>, by: &Actor, receiver: Id<Body>, new: &NewSession) -> Result<Id<Session>> {
    let body = networks::find_body(tx, by, receiver)?;
    let network = Side::network(tx, by, &body)?;
    let side = Side::load(tx, by, receiver, network)?;
    if !side.sees {
        return Err(Error::NotFound);
    }
    if !side.edits {
        return denied();
    }
    let new = checked(new)?;
    let id = tx.id();
    sessions::insert_session(tx, id, (receiver, network), &new, by.person)?;
    write_agenda(tx, id, &[], &new.agenda)?;
    tx.emit(event("session.noted", ("outside_session", id.raw()), scope_of(network), by.person));
    Ok(id)
}

/// Writes an agenda in place of another; what mattered before still does where it reads the same.
pub fn write_agenda(tx: &Tx<'_>, id: Id<Session>, was: &[Item], text: &str) -> Result<()> {
    let lines = agenda(text);
    if lines.iter().eq(was.iter().map(|it| &it.title)) {
        return Ok(());
    }
    if !was.is_empty() {
        sessions::delete_items(tx, id)?;
    }
    for (place, line) in (1..).zip(&lines) {
        let relevant = was.iter().any(|it| it.relevant && it.title == *line);
        sessions::insert_item(tx, tx.id(), id, (place, line, relevant))?;
    }
    Ok(())
}

/// A sitting whose side the actor edits.
fn edited(tx: &Tx<'_>, by: &Actor, id: Id<Session>) -> Result<(Session, Side)> {
    let (session, side) = Side::of(tx, by, id)?;
    if side.edits { Ok((session, side)) } else { denied() }
}

/// Changes a sitting, moves it, calls it off or puts it back. When those who are sent have their pack, they are told of all but
/// what changes nothing about when and where; reports are due later or sooner with it.
///
/// # Errors
/// As [`note_session`]; [`Error::Stale`].
pub fn change_session(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Session>,
    version: i64,
    new: &NewSession,
    called_off: bool,
    base: &str,
) -> Result<()> {
    let (was, side) = edited(tx, by, id)?;
    let new = checked(new)?;
    sessions::save_session(tx, id, version, &new, called_off)?;
    write_agenda(tx, id, &sessions::list_items(tx, id)?, &new.agenda)?;
    let now = sessions::find_session(tx, id)?;
    let moved = (was.starts_at, &was.place) != (now.starts_at, &now.place);
    if was.day() != now.day() {
        for it in &side.delegations {
            reports::save_due(tx, id, it.seat, due_day(now.day(), it.detail.report_days))?;
        }
    }
    let occasion = match (was.called_off, called_off) {
        (false, true) => Some(Occasion::CalledOff),
        // Whoever was told that she need not come is told that she does, and when.
        (true, false) => Some(Occasion::On),
        (false, false) if moved => Some(Occasion::Moved),
        _ => None,
    };
    if let Some(occasion) = occasion.filter(|_| was.briefed_at.is_some()) {
        tell(tx, &now, occasion, base)?;
    }
    let verb = if called_off { "session.called_off" } else { "session.changed" };
    tx.emit(event(verb, ("outside_session", id.raw()), scope_of(was.network), by.person));
    Ok(())
}

/// Writes to all who are sent into a sitting, and to those who stand in: the same pack for both.
///
/// # Errors
/// When the database refuses.
pub fn tell(tx: &Tx<'_>, session: &Session, occasion: Occasion, base: &str) -> Result<()> {
    let mut all = delegations::list_into(tx, session.receiver, tx.today())?;
    all.retain(|it| it.network == session.network && it.holds_on(session.day()));
    let seats: Vec<_> = all.iter().map(|it| it.seat).collect();
    let sent = list_sent(tx, &seats, tx.today())?;
    let receiver = networks::body_for_program(tx, session.receiver)?;
    for it in &all {
        let persons: Vec<_> = sent.iter().filter(|s| s.seat == it.seat).map(|s| s.person).collect();
        letters::pack(tx, it, session, &receiver, &persons, occasion, base)?;
    }
    Ok(())
}

/// Says which items matter to those who send; all others do not.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for the delegation and those who lead.
pub fn mark(tx: &Tx<'_>, by: &Actor, id: Id<Session>, items: &[Id<Item>]) -> Result<()> {
    let (session, side) = Side::of(tx, by, id)?;
    if !side.marks {
        return denied();
    }
    sessions::save_relevant(tx, id, items)?;
    tx.emit(event("session.marked", ("outside_session", id.raw()), scope_of(session.network), by.person));
    Ok(())
}

/// Gives something along to whoever is sent, until the day before the sitting.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for the delegation's own; [`Error::Rule`] from the day of the sitting on;
/// [`Error::Form`] on `text`.
pub fn give_along(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, session: Id<Session>, text: &str) -> Result<Id<Note>> {
    let (it, _, stance) = found(tx, by, id)?;
    let session = of_side(tx, &it, session)?;
    if !stance.inner {
        return denied();
    }
    let person = by.person.map(Id::new).ok_or(Error::NotFound)?;
    if session.called_off || !notes_open(session.day(), tx.today()) {
        return rule("Etwas mitgeben geht bis zum Tag davor.", "Something can be given along until the day before.");
    }
    let mut check = Check::new();
    let kept = check.text("text", Some(text)).unwrap_or_default();
    check.that(!text.trim().is_empty(), "text", || {
        Reason::new("Bitte schreiben Sie, was Sie mitgeben möchten.", "Please write what you want to give along.")
    });
    check.done()?;
    let note = tx.id();
    sessions::insert_note(tx, note, session.id, &it, (person, &kept))?;
    tx.emit(event("session.note", ("outside_session", session.id.raw()), it.inner_scope(), by.person));
    Ok(note)
}

/// A sitting of the body a delegation goes into, as its side knows it.
pub fn of_side(tx: &db::Conn, it: &crate::Delegation, id: Id<Session>) -> Result<Session> {
    let session = sessions::find_session(tx, id)?;
    let same = session.receiver == it.receiver && session.network == it.network;
    if same { Ok(session) } else { Err(Error::NotFound) }
}

/// Takes back what she gave along, as long as something can be given along.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for what others gave; [`Error::Rule`] from the day of the sitting on.
pub fn drop_note(tx: &Tx<'_>, by: &Actor, id: Id<Note>) -> Result<()> {
    let note = sessions::find_note(tx, by, id)?;
    if by.person.is_none() || note.person.map(Id::raw) != by.person {
        return denied();
    }
    let session = sessions::find_session(tx, note.session)?;
    if !notes_open(session.day(), tx.today()) {
        return rule("Die Sitzung hat schon begonnen.", "The sitting has begun already.");
    }
    sessions::delete_note(tx, id)?;
    let scope = Scope { seat: Some(note.seat.raw()), ..scope_of(session.network) };
    tx.emit(event(
        "session.note_dropped",
        ("outside_session", session.id.raw()),
        Scope { level: kernel::Level::Named, ..scope },
        by.person,
    ));
    Ok(())
}

/// Whoever is sent cannot come: those who stand in get the same pack; where nobody does, those who lead the senders are
/// told.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever sits there; [`Error::Rule`] when it has begun or is called off, or
/// was said before.
pub fn away(tx: &Tx<'_>, by: &Actor, id: Id<Occupancy>, session: Id<Session>, base: &str) -> Result<()> {
    let (it, receiver, stance) = found(tx, by, id)?;
    let session = of_side(tx, &it, session)?;
    if !(stance.sits || stance.leads && stance.inner) {
        return denied();
    }
    if session.called_off || has_begun(tx, &session) {
        return rule("Diese Sitzung steht nicht mehr bevor.", "This sitting does not lie ahead any more.");
    }
    let due = due_day(session.day(), it.detail.report_days);
    reports::insert_report(tx, tx.id(), &it, session.id, due)?;
    let report = reports::find_report_of(tx, by, session.id, it.seat)?.ok_or(Error::NotFound)?;
    if report.away_at.is_some() {
        return rule("Das haben Sie schon mitgeteilt.", "You have said so already.");
    }
    reports::save_away(tx, report.id)?;
    let sent = list_sent(tx, &[it.seat], tx.today())?;
    let stand_in: Vec<_> = sent.iter().filter(|s| s.stands_in).map(|s| s.person).collect();
    if stand_in.is_empty() {
        letters::nobody_stands_in(tx, &it, &session, &receiver, base)?;
    } else {
        letters::pack(tx, &it, &session, &receiver, &stand_in, Occasion::StandIn, base)?;
    }
    tx.emit(event("session.away", ("outside_session", session.id.raw()), it.inner_scope(), by.person));
    Ok(())
}

/// Whether a sitting has begun.
pub fn has_begun(conn: &db::Conn, session: &Session) -> bool {
    let now: Moment = conn.now();
    session.starts_at <= now
}
