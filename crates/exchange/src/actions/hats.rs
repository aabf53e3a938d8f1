//! As what somebody writes, where she has several seats that could speak.

use db::Conn;
use kernel::{Actor, Error, Id, Reason, Result, Voice};
use networks::{Body, Hat, Seat};

/// The seats somebody can write on in a body, each with what she is there: those of the body and its network first. That she
/// belongs to another network that is sensitive is told to nobody. Empty where there is nothing to choose. At most four
/// statements.
///
/// # Errors
/// When the database cannot be read.
pub fn hats(conn: &Conn, by: &Actor, home: &Body) -> Result<Vec<(Id<Seat>, String)>> {
    let Some(person) = by.person else { return Ok(Vec::new()) };
    let all = networks::hats(conn, by, Id::new(person), conn.today())?;
    if all.len() < 2 {
        return Ok(Vec::new());
    }
    let quiet = networks::quiet_bodies(conn, &all.iter().map(|hat| hat.body.id).collect::<Vec<_>>())?;
    let speaks = |hat: &&Hat| {
        let near = hat.network.id == home.network;
        let hers = |s: &kernel::Sitting| s.seat == hat.seat.id.raw() && !s.substitute && s.voice != Voice::Guest;
        by.sits.iter().any(hers) && (near || !quiet.contains(&hat.body.id))
    };
    let mut found: Vec<&Hat> = all.iter().filter(speaks).collect();
    found.sort_by_key(|hat| (hat.body.id != home.id, hat.network.id != home.network));
    let mut made: Vec<(Id<Seat>, String)> = Vec::new();
    for hat in found {
        let words = hat.words();
        // Seats that read the same are one capacity.
        if !made.iter().any(|(_, known)| *known == words) {
            made.push((hat.seat.id, words));
        }
    }
    Ok(if made.len() < 2 { Vec::new() } else { made })
}

/// As what she writes on the seat she chose; by letter, and where she chose none, on that of the body.
///
/// # Errors
/// [`Error::Form`] on `seat` for a seat that is not among hers.
pub fn capacity(conn: &Conn, by: &Actor, home: &Body, seat: Option<Id<Seat>>) -> Result<String> {
    let all = hats(conn, by, home)?;
    match seat {
        None => Ok(all.into_iter().next().map(|(_, words)| words).unwrap_or_default()),
        // There is nothing to choose any more.
        Some(_) if all.is_empty() => Ok(String::new()),
        Some(seat) => all.into_iter().find(|(id, _)| *id == seat).map(|(_, words)| words).ok_or_else(|| {
            Error::field(
                "seat",
                Reason::new("Bitte wählen Sie, als was Sie schreiben.", "Please choose as what you write."),
            )
        }),
    }
}
