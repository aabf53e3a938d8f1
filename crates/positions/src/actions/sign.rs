//! Networks sign a position of another one, each by its own decision.

use db::Tx;
use decisions::Resolution;
use kernel::{Actor, Day, Error, Id, Level, Result, Subject};
use networks::Body;
use people::rules::Check;

use super::{decide::decided, event, led, needs, publish::publish_if_signed, question, rule};
use crate::{
    Position, Signature, SignatureState, State,
    paths::SignaturePage,
    store::{positions, signatures},
};

/// Asks a network to sign until a day. Its members read the text from now on, and whoever leads it gets a task.
///
/// # Errors
/// [`Error::NotFound`] for a position or network she may not see; [`Error::Denied`]; [`Error::Rule`] before it is decided;
/// [`Error::Form`] on `network`, `until`.
pub fn ask_signature(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Position>,
    network: Id<Body>,
    until: Option<Day>,
) -> Result<Id<Signature>> {
    let found = led(tx, by, id)?;
    if found.adopted.is_none() {
        return rule(
            "Um Mitzeichnung bitten Sie, wenn Ihr Gremium beschlossen hat.",
            "Ask others to sign once your body has decided.",
        );
    }
    let network = networks::find_body(tx, by, network)?;
    let known = signatures::list_signatures(tx, id)?.iter().any(|s| s.network == network.id);
    if known || !network.is_network() || network.id == found.network || network.term.until <= tx.today() {
        return Err(needs("network", "Dieses Netzwerk können Sie nicht fragen.", "You cannot ask this network."));
    }
    if until.is_some_and(|day| day < tx.today()) {
        return Err(needs("until", "Dieser Tag ist schon vorbei.", "This day is over already."));
    }
    let made = tx.id();
    signatures::insert_signature(tx, made, id, &network, (until, by.person))?;
    positions::insert_reader(tx, id, Level::Network, (network.id, network.id))?;
    let (de, en) = (format!("Mitzeichnen? {}", found.title), format!("Sign? {}", found.title));
    let asks = (Subject::new("position_signature", made.raw()), SignaturePage { signature: made }.to_string());
    question(tx, network.id, &found, (&de, &en, until), (asks.0, asks.1, &cause(id, network.id)))?;
    tx.emit(event("position.signature_asked", &found, by.person).touching(Subject::new("body", network.id.raw())));
    Ok(made)
}

/// The cause under which the task of a network that was asked is known.
fn cause(id: Id<Position>, network: Id<Body>) -> String {
    format!("position {id} signature {network}")
}

/// The position is given up: networks that were asked and have not answered need not any more.
///
/// # Errors
/// When the database refuses.
pub(super) fn stop_asking(tx: &Tx<'_>, id: Id<Position>, by: Option<i64>) -> Result<()> {
    let all = signatures::list_signatures(tx, id)?;
    for one in all.iter().filter(|s| s.state == SignatureState::Asked) {
        tasks::withdraw(tx, &cause(id, one.network), "Die Position ist aufgegeben.", by)?;
    }
    Ok(())
}

/// What a network was asked, for those who lead it.
fn asked(tx: &Tx<'_>, by: &Actor, id: Id<Signature>) -> Result<(Signature, Position, Body)> {
    let found = signatures::find_signature(tx, id)?;
    let position = positions::find_position(tx, by, found.position)?;
    let network = networks::find_body(tx, by, found.network)?;
    if tasks::rules::leads(by, &network) { Ok((found, position, network)) } else { Err(Error::Denied(None)) }
}

/// How a network signs.
#[derive(Clone, Debug)]
pub struct Signing {
    /// Its resolution, where it has one in its register.
    pub resolution: Option<Id<Resolution>>,
    /// The day of its decision, where it has none.
    pub day: Option<Day>,
    /// Who decided and how, in words.
    pub how: String,
    /// Whether it is named where outsiders read.
    pub named: bool,
}

/// The network signs, by its own decision. The position is published with it where it waited for this signature; one that comes
/// later stands there with its day. Says whether it is published by that.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead the network; [`Error::Rule`] when it answered already or the position was
/// given up; [`Error::Form`] on `resolution`, `day`, `how`.
pub fn sign(tx: &Tx<'_>, by: &Actor, id: Id<Signature>, new: &Signing) -> Result<bool> {
    let (was, position, network) = asked(tx, by, id)?;
    if position.adopted.is_none() || position.state == State::Dropped || position.ended.is_some() {
        return rule("Diese Position steht nicht zur Mitzeichnung.", "This position is not up for signing.");
    }
    if was.state != SignatureState::Asked && was.state != SignatureState::Declined {
        return rule("Ihr Netzwerk hat schon unterzeichnet.", "Your network has signed already.");
    }
    let (day, how) = decided(tx, by, &[network.id], new.resolution, (new.day, &new.how))?;
    let signed = Signature {
        name: network.name.clone(),
        name_en: network.name_en.clone(),
        // Nobody outside may learn that an unlisted network exists.
        named: new.named && !network.unlisted,
        state: SignatureState::Signed,
        decided: Some(day),
        how,
        resolution: new.resolution,
        late: position.state.is_published(),
        withdrawn: None,
        reason: String::new(),
        ..was.clone()
    };
    signatures::save_signature(tx, &signed, was.state, by.person)?;
    tasks::settle(tx, &cause(position.id, network.id), by.person)?;
    tx.emit(event("position.signed", &position, by.person).touching(Subject::new("body", network.id.raw())));
    publish_if_signed(tx, position.id, by.person)
}

/// The network does not sign.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead it; [`Error::Rule`] when it answered already.
pub fn decline_signature(tx: &Tx<'_>, by: &Actor, id: Id<Signature>, reason: &str) -> Result<()> {
    let (was, position, network) = asked(tx, by, id)?;
    if was.state != SignatureState::Asked {
        return rule("Ihr Netzwerk hat schon geantwortet.", "Your network has answered already.");
    }
    let mut check = Check::new();
    let reason = check.text("reason", Some(reason)).unwrap_or_default();
    check.done()?;
    let said = Signature { state: SignatureState::Declined, decided: Some(tx.today()), reason, ..was };
    signatures::save_signature(tx, &said, SignatureState::Asked, by.person)?;
    tasks::settle(tx, &cause(position.id, network.id), by.person)?;
    tx.emit(
        event("position.signature_declined", &position, by.person).touching(Subject::new("body", network.id.raw())),
    );
    Ok(())
}

/// The network takes its signature back. That it had signed stays to be read, with the day.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead it; [`Error::Rule`] when it has not signed; [`Error::Form`] on `reason`.
pub fn withdraw_signature(tx: &Tx<'_>, by: &Actor, id: Id<Signature>, reason: &str) -> Result<()> {
    let (was, position, network) = asked(tx, by, id)?;
    if was.state != SignatureState::Signed {
        return rule("Ihr Netzwerk hat nicht unterzeichnet.", "Your network has not signed.");
    }
    let mut check = Check::new();
    let reason = check.text("reason", Some(reason)).unwrap_or_default();
    check.done()?;
    let now = Signature { state: SignatureState::Withdrawn, withdrawn: Some(tx.today()), reason, ..was };
    signatures::save_signature(tx, &now, SignatureState::Signed, by.person)?;
    tx.emit(
        event("position.signature_withdrawn", &position, by.person).touching(Subject::new("body", network.id.raw())),
    );
    Ok(())
}
