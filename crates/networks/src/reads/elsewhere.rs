//! Seats elsewhere as a reader may see them.

use db::Conn;
use kernel::{Actor, Day, Id, Result};
use people::Person;

use crate::{Elsewhere, rules::may_see_elsewhere, store::elsewhere::list_elsewhere};

/// The seats elsewhere of a person whose name this reader sees, on a day: her own all, others by consent, without the note.
/// One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn elsewhere_of(conn: &Conn, actor: &Actor, person: Id<Person>, day: Day) -> Result<Vec<Elsewhere>> {
    let own = actor.person == Some(person.raw());
    let mut all = list_elsewhere(conn, person)?;
    all.retain(|e| e.noted.term.contains(day) && may_see_elsewhere(actor, person, e));
    for seat in all.iter_mut().filter(|_| !own) {
        seat.noted.note.clear();
        seat.noted.post = None;
        seat.noted.passes = false;
    }
    Ok(all)
}
