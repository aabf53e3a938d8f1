//! Passkeys: remembering a device, and proving oneself with it (Web Authentication Level 3, 7).

use db::Tx;
use kernel::{Actor, Error, Id, Result, Scope};
use people::Person;
use rights::{Action, Kind};
use web::Viewer;

use super::factors::{changed, herself, weaken};
use crate::{
    model::{Passkey, Proof, Task},
    secrets, store,
    webauthn::{self, Ceremony, Place},
};

/// How long a challenge counts, in seconds.
pub const CHALLENGE: i64 = 300;
/// How many devices one person may have remembered.
const MOST: usize = 20;

fn challenge_hash(challenge: &str) -> String {
    secrets::hash("challenge", &[challenge])
}

/// Makes a challenge for the browser that holds this secret. Those that ran out go meanwhile, so that nobody fills the
/// house by asking.
///
/// # Errors
/// When the database refuses.
pub fn challenge(tx: &Tx<'_>, task: Task, browser: &str, person: Option<Id<Person>>) -> Result<String> {
    tx.silent("a challenge is bookkeeping until it is answered");
    store::delete_challenges_until(tx, tx.now())?;
    let challenge = secrets::secret()?;
    let until = tx.now().plus_seconds(CHALLENGE);
    store::insert_challenge(tx, task, &challenge_hash(&challenge), &super::browser_hash(browser), person, until)?;
    Ok(webauthn::encoded(challenge.as_bytes()))
}

/// What a browser sent, as it sent it: base64url.
pub struct Sent<'a> {
    /// The secret of the browser, from its cookie.
    pub browser: &'a str,
    /// Number of the passkey.
    pub credential: &'a str,
    /// The browser's data.
    pub client: &'a str,
    /// The device's data; with a new passkey its attestation object.
    pub device: &'a str,
    /// The signature.
    pub signature: &'a str,
    /// What stands for the person on the device; empty when the device does not say.
    pub user_handle: &'a str,
}

/// Uses the challenge up that was answered; false when it is none of ours.
fn answered(tx: &Tx<'_>, place: &Place, task: Task, sent: &Sent<'_>, person: Option<Id<Person>>) -> Result<bool> {
    let ceremony = if task == Task::Register { Ceremony::Create } else { Ceremony::Get };
    let said = webauthn::decoded(sent.client).and_then(|client| webauthn::challenge(&client, ceremony, place));
    let Some(challenge) = said.filter(|_| secrets::is_secret(sent.browser)) else { return Ok(false) };
    store::delete_challenge(tx, task, &challenge_hash(&challenge), &super::browser_hash(sent.browser), person)
}

/// What is new on a device: what stands for the person there, the same on all of hers, and what it must not hold already.
///
/// # Errors
/// [`Error::NotFound`] when nobody is signed in.
pub fn registering(tx: &Tx<'_>, by: &Actor) -> Result<(String, Vec<String>)> {
    let known = store::list_passkeys(tx, herself(by)?)?;
    let handle = match known.first() {
        Some(first) => first.user_handle.clone(),
        None => webauthn::encoded(&secrets::bytes::<32>()?),
    };
    Ok((handle, known.into_iter().map(|k| k.credential).collect()))
}

/// Remembers a device and marks the session as proved with it; gives the session's token. `None` when what it sent is not
/// right.
///
/// # Errors
/// [`Error::NotFound`] when nobody is signed in.
pub fn remember(tx: &Tx<'_>, viewer: &Viewer, place: &Place, sent: &Sent<'_>, name: &str) -> Result<Option<String>> {
    let person = herself(&viewer.actor)?;
    tx.silent("a device that sends what is not right is not remembered");
    if !answered(tx, place, Task::Register, sent, Some(person))? {
        return Ok(None);
    }
    let Some(made) = webauthn::decoded(sent.device).and_then(|object| webauthn::made(&object, place)) else {
        return Ok(None);
    };
    let known = store::list_passkeys(tx, person)?;
    let handle = known.first().map_or(sent.user_handle, |k| &k.user_handle).to_owned();
    if known.len() >= MOST || webauthn::decoded(&handle).is_none_or(|h| h.len() != 32) {
        return Ok(None);
    }
    let new = Passkey {
        id: tx.id(),
        person,
        credential: made.credential,
        public_key: made.public_key,
        user_handle: handle,
        name: name.to_owned(),
        uses: made.uses,
        created_at: tx.now(),
        used_at: None,
    };
    if !store::insert_passkey(tx, &new)? {
        return Ok(None);
    }
    store::save_offered(tx, person)?;
    changed(tx, person, "passkey.remembered")?;
    super::prove_again(tx, viewer, Proof::Passkey).map(Some)
}

/// Whose passkey it is, when what was sent is right. `person` within a session, where only her own count.
fn proved(
    tx: &Tx<'_>,
    place: &Place,
    task: Task,
    sent: &Sent<'_>,
    person: Option<Id<Person>>,
) -> Result<Option<Id<Person>>> {
    tx.silent("proofs are bookkeeping; the log keeps what is done with them");
    if !answered(tx, place, task, sent, person)? {
        return Ok(None);
    }
    let Some(passkey) = store::find_passkey_by_credential(tx, sent.credential)? else { return Ok(None) };
    let [client, device, signature] = [sent.client, sent.device, sent.signature].map(webauthn::decoded);
    let (Some(client), Some(device), Some(signature)) = (client, device, signature) else { return Ok(None) };
    // 7.2, step 6: who is not known beforehand is named by the device.
    let handle = sent.user_handle == passkey.user_handle || (person.is_some() && sent.user_handle.is_empty());
    let meant = handle && person.is_none_or(|person| person == passkey.person);
    let proof = webauthn::Proof { client: &client, device: &device, signature: &signature };
    let Some(uses) = webauthn::proved(&proof, &passkey.public_key, passkey.uses, place).filter(|_| meant) else {
        return Ok(None);
    };
    store::save_passkey_used(tx, passkey.id, passkey.uses, uses)?;
    Ok(Some(passkey.person))
}

/// Signs in with a passkey alone; gives the session's token.
///
/// # Errors
/// When the database refuses.
pub fn sign_in_with(
    tx: &Tx<'_>,
    viewer: &Viewer,
    place: &Place,
    sent: &Sent<'_>,
    agent: &str,
) -> Result<Option<String>> {
    let Some(person) = proved(tx, place, Task::SignIn, sent, None)? else { return Ok(None) };
    let open = store::account_of(tx, person)?.is_some_and(|account| !account.locked);
    if !open || people::find_person(tx, person)?.erased {
        return Ok(None);
    }
    let token = secrets::secret()?;
    super::open(tx, viewer, &token, person, agent, Proof::Passkey)?;
    Ok(Some(token))
}

/// Proves oneself within a session; gives its new token.
///
/// # Errors
/// [`Error::NotFound`] when nobody is signed in.
pub fn step_up_with(tx: &Tx<'_>, viewer: &Viewer, place: &Place, sent: &Sent<'_>) -> Result<Option<String>> {
    let person = herself(&viewer.actor)?;
    match proved(tx, place, Task::StepUp, sent, Some(person))? {
        Some(_) => super::prove_again(tx, viewer, Proof::Passkey).map(Some),
        None => Ok(None),
    }
}

/// One of one's own passkeys. What is gone and what is somebody else's cannot be told apart.
fn own(tx: &Tx<'_>, by: &Actor, id: Id<Passkey>) -> Result<Passkey> {
    let own = |k: &Passkey| rights::allows(by, Kind::Own, Action::Edit, &Scope::own(k.person.raw()));
    store::find_passkey(tx, id)?.filter(own).ok_or(Error::NotFound)
}

/// Calls a device by another name.
///
/// # Errors
/// [`Error::NotFound`] for everybody but its owner.
pub fn rename_passkey(tx: &Tx<'_>, by: &Actor, id: Id<Passkey>, name: &str) -> Result<()> {
    let passkey = own(tx, by, id)?;
    tx.silent("what one calls one's device concerns nobody else");
    store::save_passkey_name(tx, passkey.id, name)
}

/// Forgets a device: it signs nobody in any more.
///
/// # Errors
/// [`Error::NotFound`] for everybody but its owner.
pub fn forget_passkey(tx: &Tx<'_>, viewer: &Viewer, id: Id<Passkey>) -> Result<()> {
    let passkey = own(tx, &viewer.actor, id)?;
    store::delete_passkey(tx, passkey.id)?;
    changed(tx, passkey.person, "passkey.forgotten")?;
    weaken(tx, viewer, passkey.person)
}
