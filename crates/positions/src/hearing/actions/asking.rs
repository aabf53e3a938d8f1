//! Asking offices and networks, and what they contribute.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Reason, Result};
use networks::Body;
use people::{Person, rules::Check};
use tasks::Owner;

use super::{event, led, open, task};
use crate::{
    actions::{incoming::Aim, needs, rule},
    hearing::{
        letters,
        model::{AskState, Hearing},
        rules,
        store::{self, Whose},
    },
};

/// The most characters of one contribution to one point.
const WORDS_MOST: usize = 2_000;
/// The most networks that are asked.
const NETWORKS_MOST: usize = 30;

/// Asks for contributions until a day: the members of the network, by letter with a link that can be answered, and another network, which decides
/// for itself whether and how it is named. Gives how many letters left.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is decided; [`Error::Form`] on `until`, `network`.
pub fn ask(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Hearing>,
    (until, members, network): (Day, bool, Option<Id<Body>>),
    base: &str,
) -> Result<usize> {
    let found = led(tx, by, id)?;
    open(&found)?;
    if until < tx.today() || until > found.due {
        return Err(needs(
            "until",
            "Bitte nennen Sie einen Tag bis zur Frist.",
            "Please give a day up to the deadline.",
        ));
    }
    if !members && network.is_none() {
        return Err(needs("network", "Bitte wählen Sie, wen Sie bitten.", "Please choose whom to ask."));
    }
    store::save_asked(tx, &found, members || found.members_asked, until)?;
    let now = store::find_hearing(tx, by, id)?;
    if let Some(network) = network {
        ask_network(tx, by, &now, network)?;
    }
    let mut told = 0;
    if members && !found.members_asked {
        let mut home = networks::body_for_program(tx, found.network)?;
        // What a sensitive committee replies to is named in no mailbox, whoever is asked.
        home.sensitive |= networks::body_for_program(tx, found.body)?.sensitive;
        let (answers, points) = (notices::Answers::load(tx)?, store::list_points(tx, id)?);
        for invitee in networks::invitees(tx, &home, tx.today())?.iter().filter(|i| i.person.is_some()) {
            // Of a sensitive network nothing is read by a link alone.
            let token = if home.sensitive { None } else { Some(accounts::secrets::link()?) };
            let reply = answers.as_ref().zip(invitee.person).map(|(all, person)| Aim::Hearing(id).tag(all, person));
            let ways = token.as_deref().map(|link| letters::Ways { link, reply: reply.as_deref(), points: &points });
            let Some(letter) = letters::asked(&now, (&home, invitee), until, (base, ways)) else { continue };
            tx.post(&letter)?;
            told += 1;
            if let (Some(token), Some(person)) = (&token, invitee.person) {
                store::insert_letter(tx, id, (person, invitee.seat), &hash(token))?;
            }
        }
    }
    tx.emit(event("hearing.asked", &now, by.person));
    Ok(told)
}

fn ask_network(tx: &Tx<'_>, by: &Actor, of: &Hearing, network: Id<Body>) -> Result<()> {
    let network = networks::find_body(tx, by, network)?;
    let all = store::list_networks(tx, of.id)?;
    let known = all.iter().any(|a| a.network == network.id) || all.len() >= NETWORKS_MOST;
    if known || !network.is_network() || network.id == of.network || network.term.until <= tx.today() {
        return Err(needs("network", "Dieses Netzwerk können Sie nicht fragen.", "You cannot ask this network."));
    }
    store::insert_network(tx, of.id, network.id, by.person)?;
    let until = of.asked_until.unwrap_or(of.due);
    let cause = format!("hearing {} network {}", of.id, network.id);
    task(
        tx,
        (network.id, Owner::Body(network.id)),
        of,
        ("Beitrag zur Anhörung", "Contribute to the hearing", until),
        &cause,
    )
}

/// How a link's secret is known here.
fn hash(token: &str) -> String {
    accounts::secrets::hash("hearing letter", &[token])
}

/// Whoever holds the link of a letter: what she is asked about, as herself today; `None` once it is over, or does not concern her
/// any more.
///
/// # Errors
/// When the database cannot be read.
pub fn by_letter(conn: &Conn, token: &str) -> Result<Option<(Hearing, Actor)>> {
    let Some((id, person)) = store::find_letter(conn, &hash(token))? else { return Ok(None) };
    let actor = rights::load(conn, person.raw(), conn.today(), None)?;
    match store::find_hearing(conn, &actor, id) {
        // Of what became sensitive meanwhile nothing is read by a link alone.
        Ok(found) if !networks::quiet_bodies(conn, &[found.body])?.is_empty() => Ok(None),
        Ok(found) if rules::contributes(&actor, &found, conn.today()) => Ok(Some((found, actor))),
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn said(tx: &Tx<'_>, of: &Hearing, words: &[(i64, String)]) -> Result<Vec<(i64, String)>> {
    let points = store::list_points(tx, of.id)?;
    let mut kept = Vec::new();
    let mut check = Check::new();
    for (number, text) in words {
        let text = check.text("point1", Some(text)).unwrap_or_default();
        check.that(text.chars().count() <= WORDS_MOST, "point1", || {
            Reason::new(
                "Bitte kürzen Sie auf höchstens 2.000 Zeichen je Punkt.",
                "Please shorten this to at most 2,000 characters a point.",
            )
        });
        if !text.is_empty() && points.iter().any(|(known, _)| known == number) {
            kept.push((*number, text));
        }
    }
    check.that(!kept.is_empty(), "point1", || {
        Reason::new(
            "Bitte schreiben Sie zu mindestens einem Punkt etwas.",
            "Please write something about at least one point.",
        )
    });
    check.done()?;
    Ok(kept)
}

/// A member contributes for her office, point by point, named or not as she chooses. What she said before is replaced.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for members who are asked, in time; [`Error::Form`] on `point1`.
pub fn contribute(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, words: &[(i64, String)], named: bool) -> Result<()> {
    let found = store::find_hearing(tx, by, id)?;
    let person = match by.person {
        Some(person) if rules::contributes(by, &found, tx.today()) => Id::<Person>::new(person),
        _ => return Err(Error::Denied(None)),
    };
    let words = said(tx, &found, words)?;
    let hats = networks::hats(tx, by, person, tx.today())?;
    let hat = hats.iter().find(|hat| hat.body.id == found.network);
    let capacity = hat.map(networks::Hat::words).unwrap_or_default();
    store::save_voice(tx, id, Whose::Person(person), (&capacity, named), &words)?;
    tx.emit(event("hearing.contributed", &found, by.person));
    Ok(())
}

/// What another network was asked, for those who lead it.
fn asked(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, network: Id<Body>) -> Result<(Hearing, Body)> {
    let found = store::find_hearing(tx, by, id)?;
    let network = networks::find_body(tx, by, network)?;
    if !store::list_networks(tx, id)?.iter().any(|a| a.network == network.id) {
        return Err(Error::NotFound);
    }
    if !tasks::rules::leads(by, &network) || !by.is_member_of(network.id.raw()) {
        return Err(Error::Denied(None));
    }
    if !found.takes(tx.today()) {
        return rule("Die Zeit für Beiträge ist vorbei.", "The time for contributions is over.");
    }
    Ok((found, network))
}

/// A network that was asked contributes, named or not as it chooses.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead it; [`Error::Rule`] when the time is over; [`Error::Form`] on `point1`.
pub fn contribute_for(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Hearing>,
    network: Id<Body>,
    (words, named): (&[(i64, String)], bool),
) -> Result<()> {
    let (found, network) = asked(tx, by, id, network)?;
    let words = said(tx, &found, words)?;
    // Nobody outside may learn that an unlisted network exists.
    let named = named && !network.unlisted;
    store::save_voice(tx, id, Whose::Network(network.id), (&network.name, named), &words)?;
    store::save_network(tx, id, network.id, AskState::Answered)?;
    tasks::settle(tx, &format!("hearing {id} network {}", network.id), by.person)?;
    tx.emit(event("hearing.contributed", &found, by.person));
    Ok(())
}

/// A network that was asked does not contribute.
///
/// # Errors
/// As [`contribute_for`].
pub fn decline_for(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, network: Id<Body>) -> Result<()> {
    let (found, network) = asked(tx, by, id, network)?;
    store::save_network(tx, id, network.id, AskState::Declined)?;
    tasks::settle(tx, &format!("hearing {id} network {}", network.id), by.person)?;
    tx.emit(event("hearing.passed", &found, by.person));
    Ok(())
}
