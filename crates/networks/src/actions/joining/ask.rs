//! Asking to join, and proving the address.

use db::Tx;
use kernel::{Actor, Error, Id, Moment, Reason, Result};
use people::rules::Check;

use super::{admit::advance, decide::enqueue, event};
use crate::{
    Body, JoinRequest, JoinRule, JoinState, NewJoinRequest, SeatKind, Vouching, letters, rules,
    store::{
        bodies,
        joining::{find_mailbox, list_persons_at, requests, rule_of, vouches},
        occupancies,
    },
};

/// What became of a form.
#[derive(Clone, PartialEq, Eq)]
pub enum Asked {
    /// A letter is on its way.
    Sent(Sent),
    /// Too many letters in this hour; from then on there may be another one.
    TooMany(Moment),
}

/// What opens a request: one secret for the mailbox, one for the browser that asked.
#[derive(Clone, PartialEq, Eq)]
pub struct Sent {
    /// What the letter's link carries, for nobody but the mailbox.
    pub link: String,
    /// What the browser keeps, so that the letter's code counts there and nowhere else.
    pub browser: String,
}

/// What became of a code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Coded {
    /// As with the link.
    Known(Confirmed),
    /// It is wrong, and was counted.
    Wrong,
    /// Too many wrong ones: only the link is left.
    Worn,
}

/// A request as the asking browser finds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pending {
    /// The request.
    pub request: JoinRequest,
    /// What a right proof would do.
    pub standing: Confirmed,
    /// How many wrong codes may still come.
    pub left: i64,
}

/// What became of a letter's link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Confirmed {
    /// The request counts from now on.
    Done(Id<Body>),
    /// It counted before.
    Before(Id<Body>),
    /// A day is over, or there never was such a request.
    Gone,
    /// Another request of the same address runs.
    Runs(Id<Body>),
}

/// Whether a body shows how to join it: a network that says so, a body that is open to non-members.
#[must_use]
pub const fn takes_requests(body: &Body, is_network: bool) -> bool {
    if is_network { body.join_page && !body.unlisted } else { body.open_to_non_members }
}

const HOUR: i64 = 3600;

/// The moment from which on there may be another, where those of the last hour are too many.
fn again(past: &[Moment], most: i64) -> Option<Moment> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    past.len().checked_sub(most).and_then(|n| past.get(n)).map(|at| at.plus_seconds(HOUR))
}

/// Writes a request down and posts the letter that proves the address. The answer never tells whether an address is
/// known.
///
/// # Errors
/// [`Error::NotFound`] where the reader may not know of the body or it takes no requests; [`Error::Form`].
pub fn ask_to_join(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewJoinRequest, base: &str) -> Result<Asked> {
    let body = bodies::find_body(tx, by, body)?;
    if !takes_requests(&body, body.is_network()) || !body.term.contains(tx.today()) {
        return Err(Error::NotFound);
    }
    let rule = rule_of(tx, body.id)?;
    let new = checked(&rule, new)?;
    tx.silent("a request counts once its mailbox confirmed it");
    let key = mail_key(&new.mail);
    let since = tx.now().plus_seconds(-HOUR);
    let of_address = again(&requests::list_asked_since(tx, &key, since)?, rules::LETTERS_PER_HOUR);
    let of_body = again(&requests::list_unconfirmed_since(tx, body.id, since)?, rules::REQUESTS_PER_HOUR);
    if let Some(at) = of_address.or(of_body) {
        return Ok(Asked::TooMany(at));
    }
    let (link, browser, code) = (accounts::secrets::link()?, accounts::secrets::secret()?, accounts::secrets::code()?);
    let id = tx.id();
    let keys = requests::Keys {
        link: &hash(&link),
        mail: &key,
        browser: &browser_hash(&browser),
        code: &code_hash(&browser, &code),
    };
    requests::insert_request(tx, id, body.id, &keys, &new)?;
    for (place, mail) in (1..).zip(&new.vouchers) {
        vouches::insert_named(tx, id, place, mail)?;
    }
    tx.post(&db::OutMail { to: new.mail.clone(), ..letters::confirm(new.lang, &body, &link, &code, base) })?;
    Ok(Asked::Sent(Sent { link, browser }))
}

/// Under which a link's token is kept.
fn hash(token: &str) -> String {
    accounts::secrets::hash("join link", &[token])
}

fn browser_hash(browser: &str) -> String {
    accounts::secrets::hash("join browser", &[browser])
}

fn code_hash(browser: &str, code: &str) -> String {
    accounts::secrets::hash("join code", &[browser, code])
}

fn checked(rule: &JoinRule, new: &NewJoinRequest) -> Result<NewJoinRequest> {
    let mut check = Check::new();
    // Said so that each stands for itself in the summary above the form.
    for (field, text, de, en) in [
        ("given", &new.given, "Bitte schreiben Sie den Vornamen.", "Please write the given name."),
        ("family", &new.family, "Bitte schreiben Sie den Nachnamen.", "Please write the family name."),
    ] {
        check.that(!text.trim().is_empty(), field, || Reason::new(de, en));
    }
    let named = |check: &mut Check, field, text: &str| {
        if text.trim().is_empty() { String::new() } else { check.name(field, text) }
    };
    let (given, family) = (named(&mut check, "given", &new.given), named(&mut check, "family", &new.family));
    let mail = check.take("mail", people::rules::mail(&new.mail)).unwrap_or_default().to_lowercase();
    let belongs = rule.seat_kind != SeatKind::Personal;
    let organisation_name = check.name_or_none("organisation", Some(&new.organisation_name)).unwrap_or_default();
    check.that(!belongs || new.organisation.is_some() || !organisation_name.is_empty(), "organisation", || {
        Reason::new("Bitte nennen Sie die Organisation.", "Please name the organisation.")
    });
    let role = check.name_or_none("role", Some(&new.role)).unwrap_or_default();
    check.that(rule.seat_kind != SeatKind::Post || !role.is_empty(), "role", || {
        Reason::new("Bitte nennen Sie die Stelle.", "Please name the post.")
    });
    let statement = check.text("statement", Some(&new.statement)).unwrap_or_default();
    check.that(!rule.statement || !statement.is_empty(), "statement", || {
        Reason::new("Bitte schreiben Sie zwei, drei Sätze.", "Please write two or three sentences.")
    });
    let vouchers = vouchers(&mut check, rule, &mail, &new.vouchers);
    check.done()?;
    Ok(NewJoinRequest {
        given,
        family,
        mail,
        organisation: new.organisation,
        organisation_name,
        organisation_kind: new.organisation_kind,
        role,
        statement,
        vouchers,
        lang: new.lang,
    })
}

/// The two addresses, as far as the rule asks for them.
fn vouchers(check: &mut Check, rule: &JoinRule, own: &str, typed: &[String]) -> Vec<String> {
    const FIELDS: [&str; 2] = ["voucher1", "voucher2"];
    if !matches!(rule.vouching, Vouching::TwoMembers | Vouching::Either) {
        return Vec::new();
    }
    let mut found: Vec<String> = Vec::new();
    for (n, field) in FIELDS.into_iter().enumerate() {
        let text = typed.get(n).map_or("", |t| t.trim());
        if text.is_empty() {
            check.that(rule.vouching == Vouching::Either, field, || {
                Reason::new(
                    "Bitte nennen Sie zwei Mitglieder, die Sie kennen.",
                    "Please name two members who know you.",
                )
            });
            continue;
        }
        let Some(mail) = check.take(field, people::rules::mail(text)).map(|m| m.to_lowercase()) else { continue };
        check.that(mail != own && !found.contains(&mail), field, || {
            Reason::new("Bitte nennen Sie eine andere Adresse.", "Please give another address.")
        });
        found.push(mail);
    }
    found
}

/// Confirms a request by its letter's link: from here on it counts, and those named are asked.
///
/// # Errors
/// When the database refuses.
pub fn confirm_request(tx: &Tx<'_>, token: &str, base: &str) -> Result<Confirmed> {
    tx.silent("a link that confirms nothing changes nothing");
    let Some((request, standing)) = find_by_token(tx, token)? else { return Ok(Confirmed::Gone) };
    proved(tx, request, standing, base)
}

/// Confirms a request by its letter's code, in the browser that asked.
///
/// # Errors
/// When the database refuses.
pub fn confirm_by_code(tx: &Tx<'_>, browser: &str, code: &str, base: &str) -> Result<Coded> {
    tx.silent("a code that confirms nothing is counted");
    let Some(Pending { request, standing, left }) = find_pending(tx, browser)? else {
        return Ok(Coded::Known(Confirmed::Gone));
    };
    if standing != Confirmed::Done(request.body) {
        return Ok(Coded::Known(standing));
    }
    if left <= 0 {
        return Ok(Coded::Worn);
    }
    if !requests::code_fits(tx, request.id, &code_hash(browser, code))? {
        requests::save_try(tx, request.id)?;
        return Ok(Coded::Wrong);
    }
    proved(tx, request, standing, base).map(Coded::Known)
}

/// The request a browser asked with, and what a right proof would do.
///
/// # Errors
/// When the database cannot be read.
pub fn find_pending(conn: &db::Conn, browser: &str) -> Result<Option<Pending>> {
    let Some((request, tries)) = requests::find_request_by_browser(conn, &browser_hash(browser))? else {
        return Ok(None);
    };
    let standing = standing(conn, &request)?;
    Ok(Some(Pending { request, standing, left: rules::CODE_TRIES - tries }))
}

/// Whoever asked takes her request back by her letter's link: it is gone with everything that was said about it. `false`
/// where there is none.
///
/// # Errors
/// [`Error::Rule`] when it was decided.
pub fn withdraw_request(tx: &Tx<'_>, token: &str) -> Result<bool> {
    tx.silent("a link that leads to nothing changes nothing");
    let Some(request) = requests::find_request_by_token(tx, &hash(token))? else { return Ok(false) };
    if matches!(request.state, JoinState::Admitted | JoinState::Refused) {
        return Err(super::decide::not_now(&request));
    }
    forget(tx, request.id)?;
    tx.emit(event("join.withdrawn", request.id, None));
    Ok(true)
}

/// Deletes a request with everything about it.
pub fn forget(tx: &Tx<'_>, id: Id<JoinRequest>) -> Result<()> {
    vouches::delete_of(tx, id)?;
    requests::delete_request(tx, id)
}

fn proved(tx: &Tx<'_>, request: JoinRequest, standing: Confirmed, base: &str) -> Result<Confirmed> {
    if standing != Confirmed::Done(request.body) {
        return Ok(standing);
    }
    let mailbox = find_mailbox(tx, &request.mail, tx.today())?;
    // A mailbox proves its own organisation and no other.
    let fits = |of: &(Id<people::Organisation>, _)| request.organisation.is_none_or(|named| named == of.0);
    let (organisation, post) = mailbox.filter(fits).map_or((request.organisation, None), |(o, p)| (Some(o), p));
    let functional = mailbox.as_ref().is_some_and(fits);
    let due = rules::period_end(tx.today(), i64::from(rules::VOUCHING_DAYS));
    requests::save_confirmed(tx, request.id, (organisation, post), functional, due)?;
    tx.emit(event("join.asked", request.id, None));
    ask_vouchers(tx, &request, base)?;
    enqueue(tx, request.id, due, base)?;
    advance(tx, request.id, base)?;
    Ok(Confirmed::Done(request.body))
}

/// The request behind a link, and what pressing the button would do.
///
/// # Errors
/// When the database cannot be read.
pub fn find_by_token(conn: &db::Conn, token: &str) -> Result<Option<(JoinRequest, Confirmed)>> {
    let Some(request) = requests::find_request_by_token(conn, &hash(token))? else { return Ok(None) };
    let standing = standing(conn, &request)?;
    Ok(Some((request, standing)))
}

fn standing(conn: &db::Conn, request: &JoinRequest) -> Result<Confirmed> {
    let body = request.body;
    Ok(if request.state != JoinState::Unconfirmed {
        Confirmed::Before(body)
    } else if conn.now() >= request.created_at.plus_seconds(rules::CONFIRM_SECONDS) {
        Confirmed::Gone
    } else if requests::runs_already(conn, request, &mail_key(&request.mail))? {
        Confirmed::Runs(body)
    } else {
        Confirmed::Done(body)
    })
}

/// Under which requests of an address are found.
pub fn mail_key(mail: &str) -> String {
    accounts::secrets::hash("join", &[mail])
}

/// Asks those members whom the named addresses lead to; the addresses themselves are forgotten.
fn ask_vouchers(tx: &Tx<'_>, request: &JoinRequest, base: &str) -> Result<()> {
    let today = tx.today();
    let named = vouches::list_named(tx, request.id)?;
    vouches::delete_named(tx, request.id)?;
    let mut told = Vec::new();
    let body = requests::body_of(tx, request)?;
    for (place, mail) in named {
        let mut persons = accounts::persons_at(tx, &mail)?;
        persons.extend(list_persons_at(tx, &mail, today)?);
        persons.sort_unstable();
        persons.dedup();
        for person in persons {
            if !occupancies::sits_in(tx, person.raw(), request.body, today)? {
                continue;
            }
            vouches::insert_vouch(tx, request.id, place, person)?;
            if told.contains(&person) {
                continue;
            }
            told.push(person);
            let account = accounts::account_of(tx, person)?;
            let (to, lang) = match &account {
                Some(account) if account.locked => continue,
                Some(account) => (account.mail.clone(), account.lang),
                // Whoever never signs in answers by her letter's link, which a sensitive network has none of.
                None if body.sensitive => continue,
                None => (mail.clone(), kernel::Lang::De),
            };
            let link = super::answer_link(tx, request, &body, person, lang, base)?;
            let letter = letters::to_voucher(lang, &body, request, &link);
            tx.post(&db::OutMail { to, person: Some(person.raw()), ..letter })?;
        }
    }
    Ok(())
}
