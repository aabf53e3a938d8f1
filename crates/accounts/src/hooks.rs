//! What the shell asks of accounts.

use db::{Conn, Tx};
use kernel::{Id, Result};
use web::{Hooks, Signed};

use crate::{paths::SetUpWaits, rules, secrets, store};

/// What the shell needs: who a token belongs to, how a session is touched, whether the house has nobody yet.
#[must_use]
pub fn hooks() -> Hooks {
    Hooks { who, touch, set_up }
}

fn who(conn: &Conn, token: &str) -> Result<Option<Signed>> {
    if !secrets::is_secret(token) {
        return Ok(None);
    }
    let Some(held) = store::find_session_by_token(conn, &secrets::hash("session", &[token]))? else { return Ok(None) };
    let initials = [&held.given, &held.family]
        .into_iter()
        .filter_map(|n| n.chars().find(|c| c.is_alphabetic()))
        .flat_map(char::to_uppercase)
        .collect();
    Ok(Some(Signed {
        person: held.person.raw(),
        session: held.session.raw(),
        name: format!("{} {}", held.given, held.family),
        initials,
        lang: held.lang,
        theme: held.theme,
        proved_at: held.proved_at,
        strong_at: held.strong_at,
        shared_address: held.shared && held.strong_at.is_none(),
        to_touch: conn.now().seconds_since(held.seen_at) >= rules::HOUR,
    }))
}

fn touch(tx: &Tx<'_>, session: i64) -> Result<()> {
    tx.silent("when a session was last seen is bookkeeping");
    // Two requests of the same hour may both ask for it; the second finds it done.
    match store::find_session(tx, Id::new(session))? {
        Some(found) if tx.now().seconds_since(found.seen_at) >= rules::HOUR => {
            store::save_session_seen(tx, found.id, rules::session_end(found.created_at, tx.now()))
        }
        _ => Ok(()),
    }
}

fn set_up(conn: &Conn) -> Result<Option<String>> {
    let nobody = store::count_operators(conn)? == 0;
    Ok(nobody.then(|| SetUpWaits {}.to_string()))
}
