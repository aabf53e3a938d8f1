//! Asking for a code, proving with it, and the session that follows.

use db::{Conn, Tx};
use kernel::{Id, Lang, Moment, Result};
use mail::Address;
use people::Person;
use web::{Cookie, Viewer};

use super::factors::{Checked, Typed, check};
use crate::{
    Session, device, letters,
    model::{Account, Aim, Proof, Purpose, Request},
    rules::{self, Stand},
    secrets, store,
};

/// A request for a link and a code.
pub struct Asking<'a> {
    /// The address as it was typed, parsed.
    pub address: &'a Address,
    /// What for.
    pub purpose: Purpose,
    /// What happens after the proof.
    pub aim: Aim,
    /// Who will be meant although she has no account at that address yet: the person invited.
    pub invited: Option<Id<Person>>,
    /// The secret the asking form carried; the browser keeps it as its cookie. The same form sent twice asks once.
    pub browser: &'a str,
    /// The language of a letter to somebody without an account, or to several persons who chose different ones.
    pub lang: Lang,
    /// Where the installation is reached.
    pub base: &'a str,
}

/// What became of it.
pub enum Asked {
    /// A letter is on its way, if somebody has that address. The browser keeps this secret.
    Sent(String),
    /// Too many letters in this hour; from then on there may be another one.
    TooMany(Moment),
}

/// The hash by which an address is counted.
pub fn mail_key(address: &str) -> String {
    secrets::hash("mail", &[address])
}

/// Writes a request down and posts link and code. For an address that nobody has, as much is written and nothing sent.
///
/// # Errors
/// When the database refuses.
pub fn ask(tx: &Tx<'_>, asking: &Asking<'_>) -> Result<Asked> {
    tx.silent("a request for a code is bookkeeping until it is proved");
    let address = asking.address.key();
    let key = mail_key(&address);
    // Of each purpose by itself: what anybody may ask for does not count against whoever is signed in as her.
    let hour = store::list_requests_since(tx, &key, asking.purpose, tx.now().plus_seconds(-rules::HOUR))?;
    let letters: Vec<(Moment, i64)> = hour.into_iter().map(|(at, _)| (at, 1)).collect();
    if let Some(again) = rules::again_at(&letters, rules::LETTERS_PER_HOUR, rules::HOUR) {
        return Ok(Asked::TooMany(again));
    }
    let typed = asking.browser;
    let known =
        if secrets::is_secret(typed) { store::find_request_by_browser(tx, &browser_hash(typed))? } else { None };
    let browser = match known {
        Some(before) if before.mail_key == key && before.purpose == asking.purpose && before.aim == asking.aim => {
            return Ok(Asked::Sent(typed.to_owned()));
        }
        None if secrets::is_secret(typed) => typed.to_owned(),
        _ => secrets::secret()?,
    };
    let accounts = store::list_accounts_at(tx, &address)?;
    let invited = accounts.iter().find(|(account, _)| Some(account.person) == asking.invited);
    let first = invited.or(accounts.first()).map(|(account, _)| account);
    let whom = asking.invited.or(first.map(|a| a.person));
    let lang = match invited {
        Some((account, _)) => account.lang,
        None => rules::common_lang(accounts.iter().map(|(account, _)| account.lang)).unwrap_or(asking.lang),
    };
    let (token, code) = (secrets::link()?, secrets::code()?);
    store::insert_request(
        tx,
        &Request {
            id: tx.id(),
            purpose: asking.purpose,
            mail_key: key,
            token_hash: token_hash(&token),
            code_hash: code_hash(&browser, &code),
            browser_hash: browser_hash(&browser),
            whom,
            aim: asking.aim.clone(),
            tries: 0,
            expires_at: tx.now().plus_seconds(rules::CODE_SECONDS),
            used_at: None,
        },
    )?;
    let letter =
        letters::code(lang, asking.purpose, &super::site_name(tx)?, &letters::link(asking.base, lang, &token), &code);
    match whom {
        Some(person) => tx.post(&db::OutMail { to: address, person: Some(person.raw()), ..letter }).map(drop)?,
        None => store::insert_no_letter(tx)?,
    }
    Ok(Asked::Sent(browser))
}

/// Under which a browser's secret is kept.
pub fn browser_hash(browser: &str) -> String {
    secrets::hash("browser", &[browser])
}

/// Under which a link's token is kept.
pub fn token_hash(token: &str) -> String {
    secrets::hash("link", &[token])
}

fn code_hash(browser: &str, code: &str) -> String {
    secrets::hash("code", &[browser, code])
}

/// Why a proof does not count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Ten minutes are over.
    Expired,
    /// Five wrong codes.
    Worn,
    /// Used before.
    Spent,
    /// The invitation was taken back, or its time is over.
    Withdrawn,
    /// The person has an account at another address.
    OtherAddress,
    /// The account is closed.
    Locked,
    /// For a fresh proof one must be signed in, at that address.
    NotSigned,
    /// Twenty wrong codes in an hour; from then on another one is looked at.
    TooMany(Moment),
}

/// What became of a proof.
pub enum Proved {
    /// Signed in: the session's token, and what comes next.
    In(String, Aim),
    /// Several persons share the address: which one?
    Choose,
    /// Others read this mailbox too, and she has a device or an app of her own: that one comes next.
    Own(Id<Person>),
    /// The code is wrong; it was counted.
    Wrong,
    /// Not, and why.
    No(Refusal),
}

/// Tries a code against the request of this browser.
///
/// # Errors
/// When the database refuses.
pub fn try_code(
    tx: &Tx<'_>,
    viewer: &Viewer,
    request: &Request,
    browser: &str,
    code: &str,
    agent: &str,
) -> Result<Proved> {
    let right = secrets::same(&request.code_hash, &code_hash(browser, code));
    if rules::stand(request, tx.now()) != Stand::Open {
        // The same form sent twice: the second finds the session the first one opened.
        return if right { prove(tx, viewer, request, browser, agent) } else { Ok(standing(request, tx)) };
    }
    let since = tx.now().plus_seconds(-rules::HOUR);
    let tried = store::list_requests_since(tx, &request.mail_key, request.purpose, since)?;
    if let Some(again) = rules::again_at(&tried, rules::TRIES_PER_HOUR, rules::HOUR) {
        return Ok(Proved::No(Refusal::TooMany(again)));
    }
    if right && request.whom.is_some() {
        return prove(tx, viewer, request, browser, agent);
    }
    tx.silent("a wrong code is counted");
    store::save_try(tx, request.id)?;
    Ok(Proved::Wrong)
}

fn standing(request: &Request, conn: &Conn) -> Proved {
    match rules::stand(request, conn.now()) {
        Stand::Worn => Proved::No(Refusal::Worn),
        Stand::Expired => Proved::No(Refusal::Expired),
        Stand::Proved => Proved::Choose,
        Stand::Open | Stand::Spent => Proved::No(Refusal::Spent),
    }
}

/// What follows a right code or a link opened in the asking browser.
///
/// # Errors
/// When the database refuses.
pub fn prove(tx: &Tx<'_>, viewer: &Viewer, request: &Request, browser: &str, agent: &str) -> Result<Proved> {
    tx.silent("sessions are bookkeeping; the log keeps what is done in them");
    let token = session_token(request, browser);
    match rules::stand(request, tx.now()) {
        Stand::Open => {}
        Stand::Spent if store::find_session_by_token(tx, &secrets::hash("session", &[&token]))?.is_some() => {
            return Ok(Proved::In(token, request.aim.clone()));
        }
        _ => return Ok(standing(request, tx)),
    }
    if request.purpose == Purpose::StepUp {
        return step_up(tx, viewer, request, token);
    }
    let person = match &request.aim {
        Aim::Invitation(id) => match super::accept(tx, *id, &request.mail_key, viewer.lang)? {
            Ok(person) => person,
            Err(why) => return Ok(Proved::No(why)),
        },
        Aim::Page(_) => match &candidates(tx, request)?[..] {
            [] => return Ok(Proved::No(Refusal::Spent)),
            [(only, _)] => only.person,
            _ => {
                store::save_used(tx, request.id, request.expires_at)?;
                return Ok(Proved::Choose);
            }
        },
    };
    enter(tx, viewer, request, token, person, agent)
}

/// What follows once it is clear who has the mailbox: she is in, unless others have it too and she has a factor of her own.
fn enter(
    tx: &Tx<'_>,
    viewer: &Viewer,
    request: &Request,
    token: String,
    person: Id<Person>,
    agent: &str,
) -> Result<Proved> {
    if store::factors_of(tx, person)?.own_only() {
        store::save_used(tx, request.id, request.expires_at)?;
        return Ok(Proved::Own(person));
    }
    store::save_used(tx, request.id, tx.now())?;
    // Whoever read the code reads letters there.
    if let Some(account) = store::account_of(tx, person)? {
        tx.mail_reaches(&account.mail)?;
    }
    open(tx, viewer, &token, person, agent, Proof::Mail)?;
    Ok(Proved::In(token, request.aim.clone()))
}

/// The persons a proved address may sign in as, with their names.
pub fn candidates(conn: &Conn, request: &Request) -> Result<Vec<(Account, String)>> {
    let account = match request.whom {
        Some(person) => store::account_of(conn, person)?,
        None => None,
    };
    // The address of that person may have changed since.
    match account.filter(|a| mail_key(&a.mail) == request.mail_key) {
        Some(account) => store::list_accounts_at(conn, &account.mail),
        None => Ok(Vec::new()),
    }
}

/// Signs in as one of several persons behind a proved address.
///
/// # Errors
/// When the database refuses.
pub fn choose(
    tx: &Tx<'_>,
    viewer: &Viewer,
    request: &Request,
    browser: &str,
    person: Id<Person>,
    agent: &str,
) -> Result<Proved> {
    tx.silent("sessions are bookkeeping; the log keeps what is done in them");
    let token = session_token(request, browser);
    match rules::stand(request, tx.now()) {
        Stand::Proved => {}
        Stand::Spent if store::find_session_by_token(tx, &secrets::hash("session", &[&token]))?.is_some() => {
            return Ok(Proved::In(token, request.aim.clone()));
        }
        _ => return Ok(Proved::No(Refusal::Expired)),
    }
    if !candidates(tx, request)?.iter().any(|(account, _)| account.person == person) {
        return Ok(Proved::Choose);
    }
    enter(tx, viewer, request, token, person, agent)
}

/// Signs in with a factor of one's own, after a mailbox that others read too was proved.
///
/// # Errors
/// When the database refuses.
pub fn choose_with_own(
    tx: &Tx<'_>,
    viewer: &Viewer,
    request: &Request,
    browser: &str,
    person: Id<Person>,
    agent: &str,
    typed: &Typed,
) -> Result<Result<Proved, Checked>> {
    tx.silent("sessions are bookkeeping; the log keeps what is done in them");
    let meant = candidates(tx, request)?.iter().any(|(account, _)| account.person == person);
    if rules::stand(request, tx.now()) != Stand::Proved || !meant {
        return Ok(Ok(Proved::No(Refusal::Expired)));
    }
    let proof = match check(tx, person, typed)? {
        Checked::Right(proof) => proof,
        other => return Ok(Err(other)),
    };
    let token = session_token(request, browser);
    store::save_used(tx, request.id, tx.now())?;
    open(tx, viewer, &token, person, agent, proof)?;
    Ok(Ok(Proved::In(token, request.aim.clone())))
}

fn step_up(tx: &Tx<'_>, viewer: &Viewer, request: &Request, token: String) -> Result<Proved> {
    let Some(signed) = &viewer.signed else { return Ok(Proved::No(Refusal::NotSigned)) };
    let person = Id::new(signed.person);
    let (account, session) = (store::account_of(tx, person)?, store::find_session(tx, Id::new(signed.session))?);
    let (Some(account), Some(session)) = (account, session) else { return Ok(Proved::No(Refusal::NotSigned)) };
    // What only her own device or app may prove, her colleagues' mailbox does not.
    let own_only = store::factors_of(tx, person)?.own_only();
    if own_only || mail_key(&account.mail) != request.mail_key || request.whom != Some(person) {
        return Ok(Proved::No(Refusal::NotSigned));
    }
    store::save_used(tx, request.id, tx.now())?;
    renew(tx, &session, &token, Proof::Mail)?;
    Ok(Proved::In(token, request.aim.clone()))
}

/// Marks a session as proved now. A new token at step-up (ASVS 5.0.0 7.2.4): whoever copied the old one is out.
pub fn renew(tx: &Tx<'_>, session: &Session, token: &str, proof: Proof) -> Result<()> {
    let until = rules::session_end(session.created_at, tx.now());
    store::save_session_token(tx, session.id, &secrets::hash("session", &[token]), until, proof)
}

/// Marks the session of whoever acts as proved now with a factor of her own, and gives its new token.
///
/// # Errors
/// [`kernel::Error::NotFound`] when nobody is signed in.
pub fn prove_again(tx: &Tx<'_>, viewer: &Viewer, proof: Proof) -> Result<String> {
    let signed = viewer.signed.as_ref().ok_or(kernel::Error::NotFound)?;
    let session = store::find_session(tx, Id::new(signed.session))?.ok_or(kernel::Error::NotFound)?;
    let token = secrets::secret()?;
    renew(tx, &session, &token, proof)?;
    Ok(token)
}

/// The session's token: new with each request, known to nobody but the browser, and the same when a form is sent twice.
/// It is made of the browser's secret, which the database does not hold, and of the link's hash, which the browser
/// does not hold.
fn session_token(request: &Request, browser: &str) -> String {
    secrets::hash("session token", &[browser, &request.token_hash])
}

pub fn open(tx: &Tx<'_>, viewer: &Viewer, token: &str, person: Id<Person>, agent: &str, proof: Proof) -> Result<()> {
    if let Some(before) = &viewer.signed {
        store::delete_session(tx, Id::new(before.session))?;
    }
    new_session(tx, token, person, agent, proof)
}

pub fn new_session(tx: &Tx<'_>, token: &str, person: Id<Person>, agent: &str, proof: Proof) -> Result<()> {
    let (id, until): (Id<Session>, _) = (tx.id(), rules::session_end(tx.now(), tx.now()));
    store::insert_session(tx, id, &secrets::hash("session", &[token]), person, &device::of(agent), until, proof)
}

/// The cookie that carries a session. The browser keeps it as long as a session can last; the server decides when it
/// ends.
pub fn session_cookie(token: String) -> Cookie {
    Cookie { name: "s", value: token, seconds: Some(rules::LONGEST) }
}

/// Opens a session **without any proof**: for the demo's choice of personas and for tests, never for a page of a real
/// installation. It counts as strongly proved for 15 minutes. `agent` is what the browser calls itself.
///
/// # Errors
/// [`kernel::Error::NotFound`] when the person has no account.
pub fn open_session(tx: &Tx<'_>, person: Id<Person>, agent: &str) -> Result<Cookie> {
    tx.silent("sessions are bookkeeping; the log keeps what is done in them");
    store::account_of(tx, person)?.ok_or(kernel::Error::NotFound)?;
    let token = secrets::secret()?;
    new_session(tx, &token, person, agent, Proof::Given)?;
    Ok(session_cookie(token))
}
