//! Circulars: written, looked at with names and number, released, called back, sent.

use std::collections::{HashMap, hash_map::Entry};

use db::{Conn, Tx};
use kernel::{Actor, Error, Event, Id, Level, Result, Scope, Sitting, Subject, Voice};
use networks::{Body, Invitee};
use notices::{
    Reader,
    rules::{When, Why, effective, leaves},
};
use people::{Person, Territory};
use rights::{Action, Kind};
use web::{Told, Weight};

use super::rule;
use crate::{
    Audience, Beyond, BeyondState, Circular, CircularState, NewCircular, Recipient, RecipientState, letters,
    rules::checked_circular,
    store::circulars::{self, Trait},
};

/// The job's name.
pub const JOB: &str = "exchange.circulars";
/// Letters of a circular never arrived.
pub const CAME_BACK: &str = "circular.came_back";
/// How long a released circular can be called back: seconds.
pub const RECALL: i64 = 600;

/// Somebody a circular goes to.
#[derive(Clone, Debug)]
pub struct Aim {
    /// The first network through which it comes, and all others.
    pub networks: Vec<Id<Body>>,
    /// Who, with the address.
    pub invitee: Invitee,
    /// Whether she gets it; a person who wants duties only does not.
    pub state: RecipientState,
}

fn event(verb: &'static str, circular: &Circular, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("circular", circular.id.raw())).by(by).within(circular.scope())
}

/// Whether the actor writes the circulars of a body.
#[must_use]
pub fn writes(actor: &Actor, body: &Body) -> bool {
    let scope = Scope::body(Level::Body.min(body.level), body.network.raw(), body.id.raw());
    rights::allows(actor, Kind::Thread, Action::Edit, &scope)
}

/// Writes a circular as a draft. Nothing leaves.
///
/// # Errors
/// [`Error::NotFound`] for a body or another network she may not see; [`Error::Denied`] but for those who lead the body;
/// [`Error::Rule`] for a dissolved one; [`Error::Form`] on `subject`, `words`, `territory`, `topic`.
pub fn draft(tx: &Tx<'_>, by: &Actor, new: &NewCircular) -> Result<Id<Circular>> {
    let body = networks::find_body(tx, by, new.body)?;
    if !writes(by, &body) {
        return Err(Error::Denied(None));
    }
    if body.term.until <= tx.today() {
        return rule("Dieses Gremium ist aufgelöst.", "This body is dissolved.");
    }
    let new = checked_circular(new)?;
    let id = tx.id();
    circulars::insert_circular(tx, id, &body, &new, by.person)?;
    // Few: networks.
    for network in new.beyond.iter().filter(|n| **n != body.network) {
        let other = networks::find_body(tx, by, *network)?;
        if !other.is_network() {
            return Err(Error::NotFound);
        }
        circulars::insert_beyond(tx, id, *network)?;
    }
    let circular = circulars::find_any_circular(tx, id)?;
    tx.emit(event("circular.drafted", &circular, by.person));
    Ok(id)
}

/// A circular of whoever leads its body.
///
/// # Errors
/// [`Error::NotFound`] for everybody else: of a letter that was not sent nobody knows.
pub fn led(conn: &Conn, by: &Actor, id: Id<Circular>) -> Result<(Circular, Body)> {
    let circular = circulars::find_any_circular(conn, id)?;
    let body = networks::find_body(conn, by, circular.body)?;
    if writes(by, &body) { Ok((circular, body)) } else { Err(Error::NotFound) }
}

/// Whom a circular goes to now: each person once, however many seats and networks; a vacant post by its mailbox.
///
/// # Errors
/// When the database cannot be read.
pub fn aims(conn: &Conn, circular: &Circular, body: &Body, beyond: &[Beyond]) -> Result<Vec<Aim>> {
    let mut made: Vec<Aim> = Vec::new();
    let mut places: HashMap<Id<Person>, usize> = HashMap::new();
    let mut homes = vec![body.clone()];
    for other in beyond.iter().filter(|b| b.state != BeyondState::Declined) {
        homes.push(networks::body_for_program(conn, other.network)?);
    }
    for home in &homes {
        for invitee in chosen(conn, circular, home)? {
            match invitee.person.and_then(|p| places.get(&p).copied()).and_then(|at| made.get_mut(at)) {
                Some(known) => known.networks.push(home.network),
                None => {
                    places.extend(invitee.person.map(|person| (person, made.len())));
                    let state =
                        if invitee.address.is_none() { RecipientState::NoAddress } else { RecipientState::Written };
                    made.push(Aim { networks: vec![home.network], invitee, state });
                }
            }
        }
    }
    // Their seats were just asked: that is what brought them here.
    let sits = |aim: &Aim| {
        let home = |network: &Id<Body>| homes.iter().find(|h| h.network == *network);
        aim.networks.iter().filter_map(home).map(|h| seat_of(&aim.invitee, h)).collect()
    };
    let actors: Vec<Actor> = made
        .iter()
        .filter_map(|aim| Some(Actor { person: Some(aim.invitee.person?.raw()), sits: sits(aim), ..Actor::default() }))
        .collect();
    let readers: HashMap<i64, Reader> = notices::readers_of(conn, actors, conn.today())?
        .into_iter()
        .filter_map(|reader| Some((reader.actor.person?, reader)))
        .collect();
    let told = as_told(conn, circular, &homes);
    for aim in &mut made {
        let Some(reader) = aim.invitee.person.and_then(|p| readers.get(&p.raw())) else { continue };
        let holds = effective(reader, &told, conn.today());
        // Whoever is away still gets her letter: it waits in her mailbox.
        if holds.when == When::None && matches!(holds.why, Why::Level | Why::Muted) {
            aim.state = RecipientState::Declined;
        }
    }
    Ok(made)
}

/// The seat through which somebody gets a circular.
const fn seat_of(invitee: &Invitee, home: &Body) -> Sitting {
    Sitting {
        seat: invitee.seat.raw(),
        body: home.id.raw(),
        network: home.network.raw(),
        voice: Voice::Advisory,
        office: None,
        substitute: false,
    }
}

/// A circular as notices judge it. It is told to its writer, too: she wants to see what left.
fn as_told(conn: &Conn, circular: &Circular, homes: &[Body]) -> Told {
    let weight = if circular.duty { Weight::Duty } else { Weight::Circular };
    Told {
        ways: homes.iter().map(|home| (home.network.raw(), home.id.raw())).collect(),
        scopes: homes.iter().map(|home| Scope::body(Level::Body, home.network.raw(), home.id.raw())).collect(),
        quiet: homes.iter().any(|home| home.sensitive),
        ..Told::new("circular", circular.id.raw(), conn.now(), weight)
    }
}

/// Those of a body a circular is for.
fn chosen(conn: &Conn, circular: &Circular, home: &Body) -> Result<Vec<Invitee>> {
    let mut all = networks::invitees(conn, home, conn.today())?;
    let traits = match circular.audience {
        Audience::Offices | Audience::Territory => circulars::list_traits(conn, home.id, conn.today())?,
        Audience::Everybody | Audience::Topic => Vec::new(),
    };
    let has = |invitee: &Invitee, wanted: &dyn Fn(&Trait) -> bool| {
        traits.iter().any(|x| {
            let hers = match invitee.person {
                Some(person) => x.person == Some(person),
                None => x.seat == invitee.seat,
            };
            hers && wanted(x)
        })
    };
    match circular.audience {
        Audience::Everybody => {}
        Audience::Offices => all.retain(|i| has(i, &|x| x.office.is_some())),
        Audience::Territory => {
            let within = within(conn, circular.territory)?;
            all.retain(|i| has(i, &|x| x.territory.is_some_and(|t| within.contains(&t))));
        }
        Audience::Topic => {
            let persons: Vec<Id<Person>> = all.iter().filter_map(|i| i.person).collect();
            let about = match circular.topic {
                Some(topic) => circulars::list_about(conn, &persons, topic)?,
                None => Vec::new(),
            };
            all.retain(|i| i.person.is_some_and(|p| about.contains(&p)));
        }
    }
    Ok(all)
}

/// A territory with everything that lies in it.
fn within(conn: &Conn, of: Option<Id<Territory>>) -> Result<Vec<Id<Territory>>> {
    let all = people::list_territories(conn)?;
    let mut found: Vec<Id<Territory>> = of.into_iter().collect();
    // Land, region, district, municipality: four steps reach everything.
    for _ in 0..4 {
        let more: Vec<_> = all
            .iter()
            .filter(|t| t.parent.is_some_and(|p| found.contains(&p)) && !found.contains(&t.id))
            .map(|t| t.id)
            .collect();
        found.extend(more);
    }
    Ok(found)
}

/// Releases a circular: it leaves in ten minutes, or at 7 o'clock of the next working day. One that goes beyond the own
/// network waits until each other network lets it in.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Rule`] when it was released before, or goes to nobody.
pub fn release(tx: &Tx<'_>, by: &Actor, id: Id<Circular>) -> Result<Circular> {
    let (circular, body) = led(tx, by, id)?;
    if circular.state != CircularState::Draft {
        return rule("Dieses Rundschreiben ist schon freigegeben.", "This circular was released already.");
    }
    let beyond = circulars::list_beyond(tx, id)?;
    if !aims(tx, &circular, &body, &beyond)?.iter().any(|aim| aim.state == RecipientState::Written) {
        return rule("Dieses Rundschreiben erreicht niemanden.", "This circular reaches nobody.");
    }
    if beyond.is_empty() {
        wait(tx, &circular, CircularState::Draft)?;
    } else {
        circulars::save_state(tx, id, (CircularState::Draft, CircularState::Confirming), None)?;
    }
    tx.emit(event("circular.released", &circular, by.person));
    circulars::find_any_circular(tx, id)
}

/// It leaves after the time for calling it back, at an hour letters leave.
fn wait(tx: &Tx<'_>, circular: &Circular, was: CircularState) -> Result<()> {
    let at = leaves(tx.now().plus_seconds(RECALL), None);
    circulars::save_state(tx, circular.id, (was, CircularState::Waiting), Some(at))?;
    tx.enqueue(JOB, "", at, None)
}

/// Whoever leads another network lets a circular in, or does not. Whoever wrote it is never the second person.
///
/// # Errors
/// [`Error::NotFound`] but for those who lead that network; [`Error::Denied`] for whoever wrote it; [`Error::Rule`] when it
/// waits for nothing; [`Error::Stale`] when it was decided meanwhile.
pub fn decide(tx: &Tx<'_>, by: &Actor, id: Id<Circular>, network: Id<Body>, let_in: bool) -> Result<()> {
    let circular = circulars::find_any_circular(tx, id)?;
    let beyond = circulars::list_beyond(tx, id)?;
    let other = networks::find_body(tx, by, network)?;
    if !beyond.iter().any(|b| b.network == network) || !writes(by, &other) {
        return Err(Error::NotFound);
    }
    if letters::is(circular.author, by.person) {
        return Err(Error::Denied(Some(kernel::Reason::new(
            "Das entscheidet eine zweite Person.",
            "A second person decides this.",
        ))));
    }
    if circular.state != CircularState::Confirming {
        return rule("Hier ist nichts mehr zu entscheiden.", "There is nothing to decide here any more.");
    }
    let state = if let_in { BeyondState::LetIn } else { BeyondState::Declined };
    circulars::save_beyond(tx, id, network, state, by.person)?;
    let open = beyond.iter().any(|b| b.network != network && b.state == BeyondState::Asked);
    if !open {
        wait(tx, &circular, CircularState::Confirming)?;
    }
    let there = Scope::body(Level::Body, network.raw(), network.raw());
    let verb = if let_in { "circular.let_in" } else { "circular.declined" };
    tx.emit(Event::new(verb, Subject::new("circular", id.raw())).by(by.person).within(there));
    Ok(())
}

/// Calls a circular back before it leaves.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Rule`] when it left, or was never released.
pub fn recall(tx: &Tx<'_>, by: &Actor, id: Id<Circular>) -> Result<()> {
    let (circular, _) = led(tx, by, id)?;
    let over = circular.leaves_at.is_some_and(|at| at <= tx.now());
    if !matches!(circular.state, CircularState::Waiting | CircularState::Confirming) || over {
        return rule(
            "Dieses Rundschreiben lässt sich nicht mehr zurückholen.",
            "This circular can no longer be called back.",
        );
    }
    circulars::save_state(tx, id, (circular.state, CircularState::Recalled), None)?;
    tx.emit(event("circular.recalled", &circular, by.person));
    Ok(())
}

/// Sends what is due: whom it goes to is asked of the seats at that moment.
///
/// # Errors
/// When the database refuses.
pub fn send(tx: &Tx<'_>, _payload: &str) -> Result<()> {
    tx.silent("what was called back meanwhile is not sent");
    let Some(base) = db::setting(tx, networks::ADDRESS)? else { return Ok(()) };
    // Few at once.
    for circular in circulars::list_due(tx)? {
        let body = networks::body_for_program(tx, circular.body)?;
        let mut beyond = circulars::list_beyond(tx, circular.id)?;
        beyond.retain(|b| b.state == BeyondState::LetIn);
        let all = aims(tx, &circular, &body, &beyond)?;
        let mut named: HashMap<Id<Body>, Body> = HashMap::new();
        for network in all.iter().flat_map(|aim| &aim.networks) {
            if let Entry::Vacant(free) = named.entry(*network) {
                free.insert(networks::body_for_program(tx, *network)?);
            }
        }
        for aim in &all {
            write(tx, (&circular, &body), aim, &named, &base)?;
        }
        circulars::save_state(tx, circular.id, (CircularState::Waiting, CircularState::Sent), circular.leaves_at)?;
        tx.emit(event("circular.sent", &circular, None));
    }
    Ok(())
}

/// Leaves the event that letters of circulars, by their place in the outbox, never arrived, so that whoever wrote one is told.
/// Says whether one was of a circular.
///
/// # Errors
/// When the database refuses.
pub fn tell_lost(tx: &Tx<'_>, mails: &[i64]) -> Result<bool> {
    let lost = circulars::list_of_mails(tx, mails)?;
    for circular in &lost {
        tx.emit(event(CAME_BACK, circular, None));
    }
    Ok(!lost.is_empty())
}

/// One letter, and that it was written.
fn write(
    tx: &Tx<'_>,
    (circular, body): (&Circular, &Body),
    aim: &Aim,
    named: &HashMap<Id<Body>, Body>,
    base: &str,
) -> Result<()> {
    let network = aim.networks.first().copied().unwrap_or(body.network);
    let mut mail = None;
    if let (RecipientState::Written, Some(address)) = (aim.state, aim.invitee.address.as_deref()) {
        let links = match aim.invitee.person {
            Some(person) => Some(notices::write_letter(tx, person, notices::Ends::Network(network), &[])?),
            None => None,
        };
        let names: Vec<&str> = aim.networks.iter().filter_map(|n| named.get(n)).map(Body::short).collect();
        let to = letters::Addressee {
            address,
            lang: aim.invitee.lang,
            person: aim.invitee.person.map(Id::raw),
            network: network.raw(),
            networks: &aim.networks.iter().map(|n| n.raw()).collect::<Vec<_>>(),
            through: &i18n::list_and(aim.invitee.lang, &names),
            quiet: aim.networks.iter().filter_map(|n| named.get(n)).any(|n| n.sensitive),
        };
        mail = Some(tx.post(&letters::circular(&to, circular, body, links.as_ref(), base))?.raw());
    }
    let to = Recipient {
        id: tx.id::<Recipient>().raw(),
        network,
        person: aim.invitee.person,
        post: aim.invitee.post,
        address: aim.invitee.address.clone().unwrap_or_default(),
        state: aim.state,
    };
    circulars::insert_recipient(tx, circular.id, &to, mail)
}
