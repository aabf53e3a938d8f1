//! Setting a meeting down.

use db::Tx;
use kernel::{Actor, Error, Id, Result, Scope};
use networks::{Body, BodyKind};

use crate::{
    Meeting, NewMeeting,
    actions::{event, rule},
    rules::{checked, leads},
    store,
};

/// Sets a meeting of a body down. Nobody is told yet. One that lies behind is entered as it took place.
///
/// # Errors
/// [`Error::NotFound`] where she may not see the body; [`Error::Denied`] but for those who convene it; [`Error::Rule`] for
/// a dissolved body or one of others; [`Error::Form`] as [`checked`].
pub fn plan_meeting(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewMeeting) -> Result<Id<Meeting>> {
    let body = networks::find_body(tx, by, body)?;
    let meeting = insert(tx, by, &body, new, None)?;
    tx.emit(event("meeting.planned", &meeting, by.person));
    Ok(meeting.id)
}

/// Writes a meeting of that body down.
pub(in crate::actions) fn insert(
    tx: &Tx<'_>,
    by: &Actor,
    body: &Body,
    new: &NewMeeting,
    split_from: Option<Id<Meeting>>,
) -> Result<Meeting> {
    if !leads(by, &Scope::body(body.level, body.network.raw(), body.id.raw())) {
        return Err(Error::Denied(None));
    }
    if body.kind == BodyKind::Outside {
        return rule("Dieses Gremium tagt anderswo.", "This body meets elsewhere.");
    }
    if !body.term.contains(new.starts_at.day()) {
        return rule("An diesem Tag gibt es dieses Gremium nicht.", "This body does not exist on that day.");
    }
    let new = checked(new, body)?;
    let id = tx.id();
    // A name for calendars that tells nothing (RFC 7986 5.3).
    let uid = format!("{}@geflecht", accounts::secrets::secret()?);
    store::meetings::insert_meeting(tx, id, body, &new, (&uid, by.person, split_from))?;
    store::meetings::find_any_meeting(tx, id)
}
