//! Joining a network or one open body of it, and leaving.
//!
//! What the rules of a body lead to is done by nobody in particular: the body itself acts, with the rights of whoever
//! keeps it, and its events name no person. What keepers decide names them.

mod admit;
mod ask;
mod decide;
mod leave;

pub use admit::{ADDRESS, ANSWERS, ANSWERS_KEY, admit, settle_request};
pub use ask::{
    Asked, Coded, Confirmed, Pending, Sent, ask_to_join, confirm_by_code, confirm_request, find_by_token, find_pending,
    forget, mail_key, takes_requests, withdraw_request,
};
pub use decide::{ask_members, counted, object, refuse_request, save_join_rule, vouch};
pub use leave::{LeftOpen, leave_member, left_open, review_leaving, stay_member};

use db::{Conn, Tx};
use kernel::{Actor, Event, Id, Lang, Office, Reason, Result, Sitting, Subject, Voice};
use people::Person;
use rights::{Action, Kind};

use crate::{
    Body, JoinRequest, JoinState, letters,
    rules::still_runs,
    store::{
        joining::{list_keepers, list_members_with_mail, vouches},
        occupancies,
    },
};

/// The body acting by its own rules, or for the person who decided.
pub fn steward(body: &Body, person: Option<i64>) -> Actor {
    let sitting = |of: Id<Body>| Sitting {
        seat: 0,
        body: of.raw(),
        network: body.network.raw(),
        voice: Voice::Office,
        office: Some(Office::NetworkAdmin),
        substitute: false,
    };
    Actor { person, sits: vec![sitting(body.network), sitting(body.id)], ..Actor::default() }
}

/// Whether the actor decides on requests: for a network whoever keeps its membership, for one of its bodies also those
/// who speak for that body.
fn decides(by: &Actor, body: &Body) -> Result<()> {
    if body.is_network() {
        rights::require(by, Kind::Roster, Action::Edit, &body.roster_scope())
    } else {
        rights::require(by, Kind::Body, Action::Edit, &body.scope())
    }
}

/// Who somebody is to a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stance {
    /// She decides.
    pub decides: bool,
    /// She is named as knowing the applicant, belongs today, and it waits for her: her answer so far.
    pub asked: Option<Option<bool>>,
    /// She belongs, and members may object at this moment.
    pub may_object: bool,
}

/// Who the actor is to a request; `None` where she may not know of it.
///
/// # Errors
/// When the database cannot be read.
pub fn stance(conn: &Conn, by: &Actor, request: &JoinRequest, body: &Body) -> Result<Option<Stance>> {
    let Some(person) = by.person.filter(|_| request.state != JoinState::Unconfirmed) else { return Ok(None) };
    let belongs = occupancies::sits_in(conn, person, request.body, conn.today())?;
    let mut found = Stance { decides: decides(by, body).is_ok(), ..Stance::default() };
    if belongs && request.state == JoinState::Waiting {
        let hers = vouches::list_vouches(conn, request.id)?.into_iter().find(|v| v.person.raw() == person);
        found.asked = hers.map(|v| v.answer);
    }
    found.may_object = belongs && request.state == JoinState::Objecting && still_runs(conn.now(), request.due_at);
    let any = found.decides || found.asked.is_some() || found.may_object;
    Ok(any.then_some(found))
}

/// An event about a request: for nobody but the program, since the request goes again.
fn event(verb: &'static str, request: Id<JoinRequest>, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("join_request", request.raw())).by(by)
}

/// Tells those who decide that something waits.
fn tell_keepers(tx: &Tx<'_>, body: &Body, request: Id<JoinRequest>, base: &str) -> Result<()> {
    let keepers: Vec<Id<Person>> = list_keepers(tx, &steward(body, None), body, tx.today())?;
    for keeper in keepers {
        if let Some(account) = accounts::account_of(tx, keeper)?.filter(|a| !a.locked) {
            let letter = letters::to_keeper(account.lang, body, request, base);
            tx.post(&db::OutMail { to: account.mail, person: Some(keeper.raw()), ..letter })?;
        }
    }
    Ok(())
}

/// A member who is written to.
struct Reached {
    person: Id<Person>,
    mail: String,
    lang: Lang,
}

/// Everybody who belongs today and can be written to: at the address of her account, else at the one of her office or the
/// one she was invited at. Whoever never signed in is not written to by a sensitive network: her letter's link could tell
/// her colleagues.
fn members_to_write(conn: &Conn, body: &Body) -> Result<Vec<Reached>> {
    let members = list_members_with_mail(conn, &steward(body, None), body, conn.today())?;
    let ids: Vec<Id<Person>> = members.iter().map(|(person, _)| *person).collect();
    let addresses = accounts::list_addresses(conn, &ids)?;
    let mut all: Vec<Reached> = Vec::new();
    for (person, office) in members {
        if all.iter().any(|known| known.person == person) {
            continue;
        }
        let known = addresses.iter().find(|a| a.person == person);
        let own = known.filter(|a| a.account || !body.sensitive);
        let mail = match own {
            Some(address) if address.locked => None,
            Some(address) if address.account => Some(address.mail.clone()),
            other => office.filter(|_| !body.sensitive).or_else(|| other.map(|a| a.mail.clone())),
        };
        all.extend(mail.map(|mail| Reached { person, mail, lang: own.map_or(Lang::De, |a| a.lang) }));
    }
    Ok(all)
}

/// Where a letter to a member leads: to her answer without signing in, or to the request's page for whoever signs in.
fn answer_link(
    tx: &Tx<'_>,
    request: &JoinRequest,
    body: &Body,
    person: Id<Person>,
    lang: Lang,
    base: &str,
) -> Result<letters::Way> {
    if body.sensitive {
        return Ok(letters::page_of(base, request.id));
    }
    let token = accounts::secrets::link()?;
    vouches::insert_letter(tx, request.id, person, &letter_hash(&token))?;
    Ok(letters::answer_of(base, lang, &token))
}

fn letter_hash(token: &str) -> String {
    accounts::secrets::hash("join letter", &[token])
}

/// Whom a letter's link stands for, and the request it is about.
///
/// # Errors
/// When the database cannot be read.
pub fn find_by_letter(conn: &Conn, token: &str) -> Result<Option<(JoinRequest, Id<Person>)>> {
    vouches::find_letter(conn, &letter_hash(token))?
        .map(|(request, person)| Ok((crate::store::joining::requests::find_request(conn, request)?, person)))
        .transpose()
}

fn rule(de: &str, en: &str) -> kernel::Error {
    kernel::Error::Rule(Reason::new(de, en))
}
