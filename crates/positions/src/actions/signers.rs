//! Associations sign by a link that was confirmed; persons and posts sign for themselves, where that is allowed.

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Lang, Reason, Result};
use people::{Person, rules::Check};

use super::{event, led, publish::publish_if_signed, rule};
use crate::{
    Position, Signer, SignerSort, SignerState, SigningRules, State, letters,
    store::{positions, signers},
};

/// The most associations that are asked.
const MOST: usize = 200;

/// Says whether persons and posts may sign, too, and whether posts need the clearance of their employer.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before it is decided.
pub fn allow_signers(tx: &Tx<'_>, by: &Actor, id: Id<Position>, new: SigningRules) -> Result<()> {
    let found = decided(tx, by, id)?;
    signers::save_signing_rules(tx, id, new)?;
    tx.emit(event("position.signing_rules", &found, by.person));
    Ok(())
}

fn decided(tx: &Tx<'_>, by: &Actor, id: Id<Position>) -> Result<Position> {
    let found = led(tx, by, id)?;
    up(&found)?;
    Ok(found)
}

/// Whether a position is up for signing.
fn up(of: &Position) -> Result<()> {
    if of.adopted.is_none() || of.state == State::Dropped || of.ended.is_some() {
        return rule("Diese Position steht nicht zur Mitzeichnung.", "This position is not up for signing.");
    }
    Ok(())
}

/// How a link's secret is known here.
fn hash(token: &str) -> String {
    accounts::secrets::hash("position signer", &[token])
}

/// Asks an association outside by letter. Whoever reads its mailbox opens the link, reads the text and signs.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before it is decided or from an unlisted network; [`Error::Form`] on `name`,
/// `mail`.
pub fn invite_association(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Position>,
    (name, mail): (&str, &str),
    base: &str,
) -> Result<()> {
    let found = decided(tx, by, id)?;
    let network = networks::body_for_program(tx, found.network)?;
    if network.unlisted {
        return rule(
            "Ein verborgenes Netzwerk schreibt von hier aus niemandem.",
            "An unlisted network writes to nobody from here.",
        );
    }
    let all = signers::list_signers(tx, id)?;
    let mut check = Check::new();
    let name = check.name("name", name);
    let mail = check.mail("mail", Some(mail));
    check.that(mail.is_some(), "mail", || {
        Reason::new("Bitte geben Sie eine E-Mail-Adresse an.", "Please give a mail address.")
    });
    let known = |s: &Signer| s.sort == SignerSort::Association && i18n::fold(&s.name) == i18n::fold(&name);
    check.that(!all.iter().any(known) && all.len() < MOST, "name", || {
        Reason::new("Dieser Verband ist schon gefragt.", "This association was asked already.")
    });
    check.done()?;
    let Some(mail) = mail else { return Err(Error::NotFound) };
    let token = accounts::secrets::link()?;
    let new = Signer {
        id: tx.id(),
        position: id,
        sort: SignerSort::Association,
        name,
        person: None,
        state: SignerState::Asked,
        named: true,
        clearance: String::new(),
        how: String::new(),
        signed: None,
        late: false,
        withdrawn: None,
    };
    signers::insert_signer(tx, &new, (Some(&mail), Some(&hash(&token)), by.person))?;
    tx.post(&letters::invitation(Lang::De, &found, &network, (&mail, &token), base))?;
    tx.emit(event("position.association_asked", &found, by.person));
    Ok(())
}

/// What an association was asked.
pub struct Invited {
    /// Its signature.
    pub signer: Signer,
    /// The position.
    pub position: Position,
}

/// Whoever holds the link of an association; `None` once there is nothing to sign.
///
/// # Errors
/// When the database cannot be read.
pub fn by_invitation(conn: &Conn, token: &str) -> Result<Option<Invited>> {
    let Some(signer) = signers::find_by_hash(conn, &hash(token))? else { return Ok(None) };
    let position = positions::find_any_position(conn, signer.position)?;
    let gone = position.state == State::Dropped || position.ended.is_some();
    Ok((!gone).then_some(Invited { signer, position }))
}

/// An association signs, does not, or takes its signature back.
///
/// # Errors
/// [`Error::Rule`] when it answered so already; [`Error::Form`] on `how`.
pub fn answer_invitation(tx: &Tx<'_>, of: &Invited, to: SignerState, how: &str) -> Result<()> {
    let was = &of.signer;
    let allowed = match to {
        SignerState::Signed => matches!(was.state, SignerState::Asked | SignerState::Declined | SignerState::Withdrawn),
        SignerState::Declined => was.state == SignerState::Asked,
        SignerState::Withdrawn => was.state == SignerState::Signed,
        SignerState::Asked | SignerState::Clearing => false,
    };
    if !allowed {
        return rule("Das ist schon eingetragen.", "This is entered already.");
    }
    let mut now = Signer { state: to, ..was.clone() };
    match to {
        SignerState::Signed => {
            let mut check = Check::new();
            now.how = check.name("how", how);
            check.done()?;
            now.signed = Some(tx.today());
            now.late = of.position.state.is_published();
            now.withdrawn = None;
        }
        SignerState::Withdrawn => now.withdrawn = Some(tx.today()),
        _ => {}
    }
    signers::save_signer(tx, &now)?;
    tx.emit(event("position.association", &of.position, None));
    Ok(())
}

/// Somebody signs for herself or for the post she holds, named or not as she chooses. A post that needs the clearance of its
/// employer waits for it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] where that is not allowed; [`Error::Rule`] when she signed already; [`Error::Form`] on `sort`.
pub fn sign_self(tx: &Tx<'_>, by: &Actor, id: Id<Position>, sort: SignerSort, named: bool) -> Result<()> {
    let found = positions::find_position(tx, by, id)?;
    let allowed = signers::signing_rules(tx, id)?;
    let may = match sort {
        SignerSort::Person => allowed.persons,
        SignerSort::Post => allowed.posts,
        SignerSort::Association => false,
    };
    let person = match by.person {
        Some(person) if may && by.is_member() => Id::<Person>::new(person),
        _ => return Err(Error::Denied(None)),
    };
    up(&found)?;
    let name = match sort {
        SignerSort::Post => post_of(tx, by, person)?
            .ok_or_else(|| super::needs("sort", "Sie haben zurzeit keine Stelle.", "You hold no post at present."))?,
        _ => people::find_person(tx, person)?.name().full(),
    };
    let clearing = sort == SignerSort::Post && allowed.clearance;
    let state = if clearing { SignerState::Clearing } else { SignerState::Signed };
    let mine = |s: &&Signer| s.person == Some(person) && s.sort == sort;
    let was = signers::list_signers(tx, id)?;
    let new = Signer {
        id: tx.id(),
        position: id,
        sort,
        name,
        person: Some(person),
        state,
        named,
        clearance: String::new(),
        how: String::new(),
        signed: Some(tx.today()),
        late: found.state.is_published(),
        withdrawn: None,
    };
    match was.iter().find(mine) {
        Some(was) if matches!(was.state, SignerState::Signed | SignerState::Clearing) => {
            return rule("Sie haben schon unterzeichnet.", "You have signed already.");
        }
        Some(was) => signers::save_signer(tx, &Signer { id: was.id, ..new })?,
        None => signers::insert_signer(tx, &new, (None, None, by.person))?,
    }
    tx.emit(event("position.signer", &found, by.person));
    Ok(())
}

/// The post somebody holds, with its organisation, in words.
pub(super) fn post_of(conn: &Conn, by: &Actor, person: Id<Person>) -> Result<Option<String>> {
    let hats = networks::hats(conn, by, person, conn.today())?;
    let words = |hat: &networks::Hat| {
        let post = hat.post.as_ref().map(|(_, title)| title.clone())?;
        let of = hat.organisation.as_ref().map(|(_, name)| name.clone());
        Some([Some(post), of].into_iter().flatten().collect::<Vec<_>>().join(", "))
    };
    Ok(hats.iter().find_map(words))
}

fn own(tx: &Tx<'_>, by: &Actor, id: Id<Position>, sort: SignerSort) -> Result<(Position, Signer)> {
    let found = positions::find_position(tx, by, id)?;
    let mine = |s: &Signer| by.person.is_some() && s.person.map(Id::raw) == by.person && s.sort == sort;
    let signer = signers::list_signers(tx, id)?.into_iter().find(mine).ok_or(Error::NotFound)?;
    Ok((found, signer))
}

/// The employer cleared her signature for the post: who, and when it was entered, stay with it. A position that waited for nothing else
/// is published with it.
///
/// # Errors
/// [`Error::NotFound`] without such a signature; [`Error::Rule`] when none is missing; [`Error::Form`] on `clearance`.
pub fn clear(tx: &Tx<'_>, by: &Actor, id: Id<Position>, clearance: &str) -> Result<()> {
    let (found, was) = own(tx, by, id, SignerSort::Post)?;
    if was.state != SignerState::Clearing {
        return rule("Hier fehlt keine Zustimmung.", "No clearance is missing here.");
    }
    let mut check = Check::new();
    let clearance = check.name("clearance", clearance);
    check.done()?;
    let late = found.state.is_published();
    signers::save_signer(tx, &Signer { state: SignerState::Signed, clearance, late, signed: Some(tx.today()), ..was })?;
    tx.emit(event("position.cleared", &found, by.person));
    publish_if_signed(tx, id, by.person).map(drop)
}

/// She takes her signature back. What a person signed for herself is shown no longer, a post stands there with both days.
///
/// # Errors
/// [`Error::NotFound`] without such a signature; [`Error::Rule`] when it does not hold.
pub fn withdraw_self(tx: &Tx<'_>, by: &Actor, id: Id<Position>, sort: SignerSort) -> Result<()> {
    let (found, was) = own(tx, by, id, sort)?;
    if !matches!(was.state, SignerState::Signed | SignerState::Clearing) {
        return rule("Sie haben nicht unterzeichnet.", "You have not signed.");
    }
    let state = if was.state == SignerState::Signed { SignerState::Withdrawn } else { SignerState::Declined };
    signers::save_signer(tx, &Signer { state, withdrawn: Some(tx.today()), ..was })?;
    tx.emit(event("position.signer_withdrawn", &found, by.person));
    publish_if_signed(tx, id, by.person).map(drop)
}

/// Those who lead go on without a signature whose clearance is missing.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when none is missing.
pub fn drop_waiting(tx: &Tx<'_>, by: &Actor, id: Id<Position>) -> Result<()> {
    let found = led(tx, by, id)?;
    let waiting: Vec<Signer> =
        signers::list_signers(tx, id)?.into_iter().filter(|s| s.state == SignerState::Clearing).collect();
    if waiting.is_empty() {
        return rule("Hier fehlt keine Zustimmung.", "No clearance is missing here.");
    }
    for one in waiting {
        signers::save_signer(tx, &Signer { state: SignerState::Declined, ..one })?;
    }
    tx.emit(event("position.waiting_dropped", &found, by.person));
    publish_if_signed(tx, id, by.person).map(drop)
}
