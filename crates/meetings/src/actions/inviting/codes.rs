//! Papers for guests: the link of a letter and the code beside it. The link alone shows a form and no paper, and whatever only
//! follows links or sends forms without the code spends nothing.

use db::{Conn, Tx};
use kernel::{Id, Moment, Result};

use super::tell::hash;
use crate::{Invitation, store::codes};

/// So many wrong codes, then a pause.
const TRIES: i64 = 5;
/// How long the pause is: a quarter of an hour, in seconds.
const PAUSE: i64 = 900;

/// What a code came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Opened {
    /// It was right: what the browser proves itself with from now on.
    Yes(String),
    /// It was wrong, and counted.
    Wrong,
    /// Nothing was typed.
    Empty,
    /// Too many were wrong: not before that moment.
    Wait(Moment),
}

fn code_hash(token: &str, code: &str) -> String {
    accounts::secrets::hash("paper code", &[token, code])
}
fn browser_hash(token: &str, secret: &str) -> String {
    accounts::secrets::hash("paper browser", &[token, secret])
}

/// A new code for the link of a letter that is being written.
///
/// # Errors
/// When the database refuses, or the operating system gives no randomness.
pub fn give_code(tx: &Tx<'_>, to: Id<Invitation>, token: &str) -> Result<String> {
    let code = accounts::secrets::code()?;
    codes::insert_code(tx, &hash(token), to, &code_hash(token, &code))?;
    Ok(code)
}

/// Whether this browser typed the code of this link.
///
/// # Errors
/// When the database cannot be read.
pub fn is_open(conn: &Conn, token: &str, secret: Option<&str>) -> Result<bool> {
    let Some(secret) = secret.filter(|s| accounts::secrets::is_secret(s)) else { return Ok(false) };
    let known = codes::find_code(conn, &hash(token))?.and_then(|code| code.opened);
    Ok(known.is_some_and(|known| accounts::secrets::same(&known, &browser_hash(token, secret))))
}

/// Takes a code. Who reads what is written down nowhere.
///
/// # Errors
/// When the database refuses.
pub fn open_papers(tx: &Tx<'_>, token: &str, typed: &str) -> Result<Opened> {
    tx.silent("a guest opens what she was sent");
    let typed: String = typed.chars().filter(char::is_ascii_digit).collect();
    if typed.is_empty() {
        return Ok(Opened::Empty);
    }
    let Some(known) = codes::find_code(tx, &hash(token))? else { return Ok(Opened::Wrong) };
    let pause = known.tried.map(|at| at.plus_seconds(PAUSE));
    let tries = if pause.is_some_and(|end| end <= tx.now()) { 0 } else { known.tries };
    if let Some(end) = pause.filter(|_| tries >= TRIES) {
        return Ok(Opened::Wait(end));
    }
    if !accounts::secrets::same(&known.code, &code_hash(token, &typed)) {
        codes::save_try(tx, &hash(token), tries + 1)?;
        return Ok(Opened::Wrong);
    }
    let secret = accounts::secrets::secret()?;
    codes::save_opened(tx, &hash(token), &browser_hash(token, &secret))?;
    Ok(Opened::Yes(secret))
}
