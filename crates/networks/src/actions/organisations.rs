//! Who may change an organisation: its contact, its name, its end.

use db::Conn;
use kernel::{Actor, Day, Error, Id, Result, Scope};
use people::Organisation;
use rights::{Action, Kind};

use crate::store::pages_people::scopes_of_organisation;

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
