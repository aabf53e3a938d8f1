//! Who may change an organisation: its contact, its name, its end; and who has its posts and seats when it is divided.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Reason, Result, Scope};
use people::{Organisation, Post};
use rights::{Action, Kind};

use super::{occupy::seat_known, steps::end_occupancy};
use crate::{
    EndReason, NewOccupancy, Occupancy, Occupant,
    store::{occupancies, pages_people::scopes_of_organisation},
};

/// Whether the actor may change an organisation: whoever runs the installation, and whoever keeps the membership of a body
/// in which it or one of its posts sits. One that sits nowhere is open to everybody who may enter organisations.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`].
pub fn keeps_organisation(conn: &Conn, by: &Actor, id: Id<Organisation>, day: Day) -> Result<()> {
    people::find_organisation(conn, id)?;
    let may = if by.operator {
        people::keeps_register(by)
    } else {
        let scopes = scopes_of_organisation(conn, id, day)?;
        let keeps = |network: i64, body: i64, level| {
            rights::allows(by, Kind::Roster, Action::Edit, &Scope::body(level, network, body))
        };
        people::keeps_register(by)
            && (scopes.is_empty() || scopes.iter().any(|s| keeps(s.network.raw(), s.body.raw(), s.level)))
    };
    if may { Ok(()) } else { Err(Error::Denied(None)) }
}

/// Where a post or a seat of an organisation goes that is divided or merged: to one of the parts, or nowhere.
pub type Share<X> = (Id<X>, Option<Id<Organisation>>);

/// Ends an organisation with a day, from which on others have its posts and seats. Posts keep their number, holders and seats
/// and belong to another organisation; seats keep their number and history and are held by another one, or fall vacant. What
/// was stays under the old name.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`]; [`Error::Form`] on `until`, `into`; [`Error::Rule`] for a post or
/// seat that is not the organisation's.
pub fn divide_organisation(
    tx: &Tx<'_>,
    by: &Actor,
    (id, version): (Id<Organisation>, i64),
    day: Day,
    posts: &[Share<Post>],
    seats: &[Share<Occupancy>],
) -> Result<()> {
    keeps_organisation(tx, by, id, tx.today())?;
    let mut parts: Vec<Id<Organisation>> =
        posts.iter().filter_map(|(_, to)| *to).chain(seats.iter().filter_map(|(_, to)| *to)).collect();
    parts.sort_unstable();
    parts.dedup();
    for part in people::list_organisations(tx, &parts)? {
        if part.id == id || !part.term.contains(day) {
            return Err(Error::field(
                "into",
                Reason::new(
                    "An diesem Tag gibt es diese Organisation nicht.",
                    "This organisation does not exist on that day.",
                ),
            ));
        }
    }
    // Into one it is merged; divided among several it went into none of them alone.
    let into = parts.first().copied().filter(|_| parts.len() == 1);
    people::end_organisation(tx, by, id, version, day, into)?;
    for (post, to) in posts {
        if people::find_post(tx, *post)?.organisation != id {
            return Err(Error::NotFound);
        }
        if let Some(to) = to {
            people::record_post_move(tx, by, *post, *to, day)?;
        }
    }
    for (held, to) in seats {
        let (row, seat, _) = occupancies::find_occupancy(tx, by, *held)?;
        if row.occupant != Occupant::Organisation(id) {
            return Err(Error::NotFound);
        }
        end_occupancy(tx, by, row.id, day, EndReason::Merger)?;
        if let Some(to) = to {
            let next = NewOccupancy::new(seat.id, Occupant::Organisation(*to), day).basis(row.basis);
            seat_known(tx, by, &next)?;
        }
    }
    Ok(())
}
