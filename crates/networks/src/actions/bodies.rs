//! Founding networks, adding and changing bodies.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Level, Office, Reason, Result, Scope, Subject, Term};
use people::rules::Check;
use rights::{Action, Kind};

use super::body_event;
use crate::{
    Basis, Body, BodyForm, BodyKind, Mandate, NewBody, NewNetwork, NewSeat, Occupancy, Occupant, Seat, SeatKind,
    Status, rules,
    store::{bodies, occupancies, seats},
};

/// What founding a network made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Founded {
    /// The network.
    pub network: Id<Body>,
    /// The seat of whoever keeps its membership.
    pub admin_seat: Id<Seat>,
}

/// Whether the actor may found networks: whoever runs the installation.
#[must_use]
pub fn may_found(by: &Actor) -> bool {
    rights::allows(by, Kind::House, Action::Operate, &Scope::house(Level::Public))
}

/// Founds a network and seats the person who keeps its membership from today on. Afterwards the operator who did it
/// may do nothing more in it: an operator is no reader of any network.
///
/// # Errors
/// [`Error::Denied`] but for the operator; [`Error::NotFound`] for an unknown person; [`Error::Form`].
pub fn found_network(tx: &Tx<'_>, by: &Actor, new: &NewNetwork) -> Result<Founded> {
    rights::require(by, Kind::House, Action::Operate, &Scope::house(Level::Public))?;
    let admin = people::find_person(tx, new.admin)?;
    if admin.erased {
        return Err(Error::NotFound);
    }
    let mut check = Check::new();
    let form = rules::check_body(&mut check, &new.form, BodyKind::Network, None);
    let slug = slug_of(&mut check, new.slug.as_deref(), &form.name);
    check.done()?;
    known(tx, &form)?;
    free_slug(tx, None, &slug)?;
    let network = tx.id();
    let row = bodies::NewRow {
        id: network,
        network,
        kind: BodyKind::Network,
        slug: &slug,
        form: &form,
        term: Term::since(new.from),
    };
    bodies::insert_body(tx, &row)?;
    let from = tx.today().max(new.from);
    let admin_seat = tx.id();
    seats::insert_seat(tx, admin_seat, network, 1, &NewSeat::office(Office::NetworkAdmin, SeatKind::Personal, from))?;
    let held = Occupancy {
        id: tx.id(),
        seat: admin_seat,
        occupant: Occupant::person(new.admin),
        sender: None,
        basis: Basis::Appointment,
        mandate: Mandate::Free,
        status: Status::Confirmed,
        grain: people::Grain::Day,
        term_end: None,
        end_reason: None,
        term: Term::since(from),
    };
    occupancies::insert_occupancy(tx, &held)?;
    let scope = Scope::body(form.level, network.raw(), network.raw());
    tx.emit(Event::new("network.founded", Subject::new("body", network.raw())).by(by.person).within(scope));
    let kept = Scope::body(form.roster_level, network.raw(), network.raw());
    tx.emit(
        Event::new("seat.filled", Subject::new("seat", admin_seat.raw()))
            .by(by.person)
            .within(kept)
            .touching(Subject::new("person", new.admin.raw())),
    );
    Ok(Founded { network, admin_seat })
}

fn slug_of(check: &mut Check, typed: Option<&str>, name: &str) -> String {
    match typed.map(str::trim).filter(|s| !s.is_empty()) {
        Some(typed) => check.take("slug", rules::slug(typed)).unwrap_or_default(),
        None => rules::slug_from(name),
    }
}

fn free_slug(tx: &Tx<'_>, network: Option<Id<Body>>, slug: &str) -> Result<()> {
    if bodies::is_slug_taken(tx, network, slug)? {
        return Err(Error::field(
            "slug",
            Reason::new("Diese Adresse ist schon vergeben.", "This address is taken already."),
        ));
    }
    Ok(())
}

/// Organisation and territory the form names must exist.
fn known(tx: &Tx<'_>, form: &BodyForm) -> Result<()> {
    if let Some(id) = form.organisation {
        people::find_organisation(tx, id)?;
    }
    if let Some(id) = form.territory {
        people::find_territory(tx, id)?;
    }
    Ok(())
}

/// Adds a body to a network.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] as for [`edit_body`] on the network; [`Error::Form`].
pub fn add_body(tx: &Tx<'_>, by: &Actor, new: &NewBody) -> Result<Id<Body>> {
    let network = bodies::find_body(tx, by, new.network)?;
    rights::require(by, Kind::Body, Action::Edit, &network.scope())?;
    if !network.is_network() {
        return Err(Error::NotFound);
    }
    let mut check = Check::new();
    let form = rules::check_body(&mut check, &new.form, new.kind, Some(&network));
    let slug = slug_of(&mut check, new.slug.as_deref(), &form.name);
    let term = check.take("until", people::rules::term(new.from, new.until));
    check.done()?;
    known(tx, &form)?;
    free_slug(tx, Some(network.id), &slug)?;
    let id = tx.id();
    let row = bodies::NewRow {
        id,
        network: network.id,
        kind: new.kind,
        slug: &slug,
        form: &form,
        term: term.unwrap_or_else(|| Term::since(new.from)),
    };
    bodies::insert_body(tx, &row)?;
    let scope = Scope::body(form.level, network.id.raw(), id.raw());
    tx.emit(
        Event::new("body.added", Subject::new("body", id.raw()))
            .by(by.person)
            .within(scope)
            .touching(Subject::new("body", network.id.raw())),
    );
    Ok(id)
}

/// Changes a body or network. What decides who sees it is for those who keep its membership; the rest for its chairs,
/// speakers and secretaries, too. A changed name here is a correction; [`rename_body`] keeps the former one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`] when somebody changed it since `version`; [`Error::Form`],
/// on `sensitive` where the protection would be lifted;
/// [`Error::Rule`] when bodies of the network would be more open than it.
pub fn edit_body(tx: &Tx<'_>, by: &Actor, id: Id<Body>, version: i64, form: &BodyForm) -> Result<()> {
    let body = bodies::find_body(tx, by, id)?;
    rights::require(by, Kind::Body, Action::Edit, &body.scope())?;
    if opens_or_closes(form, &body) {
        super::keeps(by, &body)?;
    }
    let network = if body.is_network() { None } else { Some(bodies::network_of(tx, body.network)?) };
    let mut check = Check::new();
    // Whether it votes formally is not said here: that follows its rules of procedure.
    let form = BodyForm { formal: body.formal, ..form.clone() };
    let form = rules::check_body(&mut check, &form, body.kind, network.as_ref());
    check.that(form.sensitive || !body.sensitive, "sensitive", || {
        Reason::new(
            "Wer hier sitzt, verlässt sich auf den Schutz. Er lässt sich nicht aufheben.",
            "Those who sit here rely on the protection. It cannot be lifted.",
        )
    });
    check.done()?;
    known(tx, &form)?;
    if body.is_network() && rules::narrower_than(&form, &body) && bodies::count_more_open(tx, id, &form)? > 0 {
        return Err(Error::Rule(Reason::new(
            "Einzelne Gremien wären dann offener als das Netzwerk. Bitte ändern Sie zuerst die Gremien.",
            "Some bodies would be more open than the network. Please change the bodies first.",
        )));
    }
    bodies::save_body(tx, id, version, &form)?;
    if form.carries_over != body.carries_over {
        rewrite_ends(tx, id, form.carries_over)?;
    }
    tx.emit(body_event("body.edited", &body, by));
    Ok(())
}

/// Whether a body votes formally follows its rules of procedure. For the slice that keeps those: it has asked whether the
/// actor may edit the body, or acts by the calendar.
///
/// # Errors
/// [`Error::Stale`] when it is so already.
pub fn set_formal(tx: &Tx<'_>, by: Option<i64>, body: &Scope, formal: bool) -> Result<()> {
    let id: Id<Body> = Id::new(body.body.ok_or(Error::NotFound)?);
    bodies::save_formal(tx, id, formal)?;
    tx.emit(Event::new("body.edited", Subject::new("body", id.raw())).by(by).within(*body));
    Ok(())
}

/// Whether a form differs from the body in what decides who sees it.
fn opens_or_closes(form: &BodyForm, body: &Body) -> bool {
    let asked = (
        form.level,
        form.roster_level,
        form.sensitive,
        form.unlisted,
        form.open_to_non_members,
        form.deputy_reads,
        form.former_read,
    );
    asked
        != (
            body.level,
            body.roster_level,
            body.sensitive,
            body.unlisted,
            body.open_to_non_members,
            body.deputy_reads,
            body.former_read,
        )
}

/// Carrying over is written into the days, so a changed rule rewrites the days that still run.
fn rewrite_ends(tx: &Tx<'_>, id: Id<Body>, carries_over: bool) -> Result<u64> {
    if carries_over {
        occupancies::begin_carrying_over(tx, id, tx.today())
    } else {
        occupancies::end_carrying_over(tx, id, tx.today())
    }
}

/// Gives a body a new name from a day on; the former one is kept, found, and shown in views of an earlier day.
///
/// # Errors
/// As [`edit_body`]; [`Error::Form`] on `name`, `from`.
pub fn rename_body(tx: &Tx<'_>, by: &Actor, id: Id<Body>, version: i64, name: &str, from: Day) -> Result<()> {
    let body = bodies::find_body(tx, by, id)?;
    rights::require(by, Kind::Body, Action::Edit, &body.scope())?;
    let mut check = Check::new();
    let name = check.name("name", name);
    check.that(name != body.name, "name", || {
        Reason::new("Das ist schon der heutige Name.", "This is the name already.")
    });
    check.done()?;
    let had = people::rules::had_name(&bodies::former_names(tx, by, &[id])?, body.term, from)
        .map_err(|reason| Error::field("from", reason))?;
    bodies::save_body(tx, id, version, &BodyForm { name, ..BodyForm::of(&body) })?;
    bodies::insert_former_name(tx, id, &body.name, had)?;
    tx.emit(body_event("body.renamed", &body, by));
    Ok(())
}

/// Ends a body with a day, which no longer belongs to it, and with it its seats and whoever follows them ex officio. Its
/// records stay; rights through its seats end.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who keep the network's membership; [`Error::Stale`];
/// [`Error::Form`] on `until`.
pub fn end_body(tx: &Tx<'_>, by: &Actor, id: Id<Body>, version: i64, until: Day) -> Result<()> {
    let body = bodies::find_body(tx, by, id)?;
    super::keeps(by, &body)?;
    people::rules::ended(body.term, until).map_err(|reason| Error::field("until", reason))?;
    bodies::save_body_end(tx, id, version, until)?;
    // Whoever sat here sits here no longer, and neither does who followed ex officio.
    occupancies::end_all_in(tx, id, until)?;
    seats::end_seats_of(tx, id, until)?;
    tx.emit(body_event("body.ended", &body, by));
    Ok(())
}
