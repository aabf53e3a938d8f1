//! Who sits in a body; who belongs to a network.

use db::Conn;
use kernel::{Actor, Day, Id, Level, Result, Scope};
use people::{Person, TitleForm};
use rights::{Action, Kind};

use super::soon_after;
use crate::{
    Body, Counts, Holding, MemberOrganisation, Names, OrganisationRef, PostRef, Roster, RosterSeat, Sitter,
    rules::{Place, seat_state},
    store::roster::{SitterRow, SittingRow, SubstituteRow, list_members, list_sitting, list_substitutes},
};

/// Who sits in a body on a day; `None` where the reader may not see it. `soon`: the day up to which an end counts as
/// near ([`soon_after`]). Three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn roster(conn: &Conn, actor: &Actor, body: &Body, day: Day, soon: Day) -> Result<Option<Roster>> {
    if !rights::allows(actor, Kind::Roster, Action::Read, &body.roster_scope()) {
        return Ok(None);
    }
    let rows = list_sitting(conn, actor, body.id, day)?;
    let standing_in = list_substitutes(conn, actor, &[body.id], day)?;
    let names = Names::load(
        conn,
        actor,
        persons(&rows).chain(standing_in.iter().filter_map(|s| s.sitter.as_ref()).map(|s| s.person)),
    )?;
    let place = Place::from(body);
    let mut made = Roster { seats: assembled(rows, &names, actor, day, soon), ..Roster::default() };
    for row in standing_in {
        sort_in(&mut made, row, &names, &place, actor);
    }
    made.counts = counted(&made.seats);
    Ok(Some(made))
}

fn sort_in(made: &mut Roster, row: SubstituteRow, names: &Names<'_>, place: &Place, actor: &Actor) {
    let Some(found) = row.sitter else { return };
    let sitter = sitter(found, names, place, tells_absence(actor, place));
    match row.seat.and_then(|seat| made.seats.iter_mut().find(|s| s.id == seat)) {
        _ if row.moves_up => made.moving_up.push(sitter),
        Some(seat) => seat.substitutes.push(sitter),
        // A substitute of a seat that is not there on that day stands in for nobody.
        None if row.seat.is_none() => made.pool.push(sitter),
        None => {}
    }
}

fn counted(seats: &[RosterSeat]) -> Counts {
    let mut counts = Counts::default();
    for seat in seats.iter().filter(|s| s.counts()) {
        counts.seats += 1;
        counts.voting += i64::from(seat.voice == kernel::Voice::Voting);
        counts.filled += i64::from(seat.first().is_some());
    }
    counts
}

/// The seats of members of a network on a day with those who sit there, by the names the reader may see, then by
/// organisation; `None` where she may not see who belongs. Two statements, whatever the number.
///
/// # Errors
/// When the database cannot be read.
pub fn members(conn: &Conn, actor: &Actor, network: &Body, day: Day) -> Result<Option<Vec<RosterSeat>>> {
    if !rights::allows(actor, Kind::Roster, Action::Read, &network.roster_scope()) {
        return Ok(None);
    }
    let rows = list_members(conn, actor, network.id, day)?;
    let names = Names::load(conn, actor, persons(&rows))?;
    let mut seats = assembled(rows, &names, actor, day, soon_after(day));
    seats.sort_by_cached_key(|s| {
        let shown = s.first().and_then(|f| f.who.as_ref()).map_or(usize::MAX, |w| names.order(w.id));
        (shown, s.organisation.as_ref().map(|o| i18n::fold_name(&o.name)), s.number)
    });
    Ok(Some(seats))
}

/// The organisations that belong to a network on a day, by themselves or through their posts, with those who speak for
/// them, by name; `None` where the reader may not see who belongs. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn organisations(conn: &Conn, actor: &Actor, network: &Body, day: Day) -> Result<Option<Vec<MemberOrganisation>>> {
    let Some(seats) = members(conn, actor, network, day)? else { return Ok(None) };
    let mut list: Vec<MemberOrganisation> = Vec::new();
    for seat in seats {
        let Some(organisation) = seat.organisation.clone() else { continue };
        match list.iter_mut().find(|m| m.organisation.id == organisation.id) {
            Some(member) => member.seats.push(seat),
            None => list.push(MemberOrganisation { organisation, seats: vec![seat] }),
        }
    }
    list.sort_by_cached_key(|m| i18n::fold_name(&m.organisation.name));
    Ok(Some(list))
}

/// The persons in rows.
pub fn persons(rows: &[SittingRow]) -> impl Iterator<Item = Id<Person>> {
    rows.iter().filter_map(|r| r.sitter.as_ref()).map(|s| s.person)
}

/// Whether the reader is told who is away: those of the body and who keeps its membership.
fn tells_absence(actor: &Actor, place: &Place) -> bool {
    let scope = Scope::body(Level::Network, place.network.raw(), place.body.raw());
    actor.sits_in(place.body.raw()) || rights::allows(actor, Kind::Roster, Action::Edit, &scope)
}

pub fn sitter(row: SitterRow, names: &Names<'_>, place: &Place, absence: bool) -> Sitter {
    let who = names.in_place(row.person, place);
    let told = |field, value: Option<String>| who.as_ref().and_then(|w| names.field(w.id, field, value.as_deref()));
    Sitter {
        mail: told(crate::Field::OfficeMail, row.mail),
        phone: told(crate::Field::OfficePhone, row.phone),
        who,
        capacity: row.capacity,
        rank: row.rank,
        term: row.term,
        absent: absence && row.absent,
    }
}

/// Puts the rows of each seat together; rows of a seat follow each other.
pub fn assembled(rows: Vec<SittingRow>, names: &Names<'_>, actor: &Actor, day: Day, soon: Day) -> Vec<RosterSeat> {
    let mut seats: Vec<RosterSeat> = Vec::new();
    let mut titles = None;
    for row in rows {
        let place = Place { network: row.network, body: row.body, sensitive: row.sensitive };
        let absence = tells_absence(actor, &place);
        if seats.last().is_none_or(|s| s.id != row.seat) {
            if let Some(last) = seats.last_mut() {
                finish(last, titles.take(), day, soon);
            }
            titles = row.post.as_ref().map(|p| p.titles.clone());
            seats.push(opened(&row));
        }
        if let (Some(found), Some(seat)) = (row.sitter, seats.last_mut()) {
            seat.sitters.push(sitter(found, names, &place, absence));
        }
    }
    if let Some(last) = seats.last_mut() {
        finish(last, titles, day, soon);
    }
    seats
}

fn opened(row: &SittingRow) -> RosterSeat {
    RosterSeat {
        id: row.seat,
        body: row.body,
        number: row.number,
        label: row.label.clone(),
        kind: row.kind,
        voice: row.voice,
        votes: row.votes,
        office: row.office,
        source_body: row.source_body,
        state: crate::SeatState::Vacant,
        held: row.held.as_ref().map(|h| Holding {
            occupancy: h.occupancy,
            via_seat: h.by_seat,
            personal: h.personal,
            basis: h.basis,
            status: h.status,
            grain: h.grain,
            term: h.term,
            term_end: h.term_end,
        }),
        post: row.post.as_ref().map(|p| PostRef {
            id: p.id,
            title: p.titles.neutral.clone(),
            mail: p.mail.clone(),
            phone: p.phone.clone(),
        }),
        organisation: row.organisation.as_ref().map(|g| OrganisationRef {
            id: g.id,
            kind: g.kind,
            name: g.name.clone(),
            mail: g.mail.clone(),
            ags: g.ags.clone(),
        }),
        sitters: Vec::new(),
        substitutes: Vec::new(),
    }
}

/// What needs all of those who sit there: how the seat stands, the form of the title, and what a personal seat hides.
fn finish(seat: &mut RosterSeat, titles: Option<people::PostTitles>, day: Day, soon: Day) {
    let present = seat.first().is_some();
    let (status, term_end, until) =
        seat.held.as_ref().map_or((None, None, Day::OPEN), |h| (Some(h.status), h.term_end, h.term.until));
    seat.state = seat_state(status, present, term_end, until, day, soon);
    let form = seat.first().and_then(|s| s.who.as_ref()).map(|w| w.form);
    if form.is_none() && seat.held.as_ref().is_some_and(|h| h.personal) {
        // The post or organisation through which a person came says who she is.
        seat.post = None;
        seat.organisation = None;
    }
    if let (Some(post), Some(titles)) = (&mut seat.post, titles) {
        post.title = titles.in_form(form.unwrap_or(TitleForm::Neutral)).to_owned();
    }
}
