//! A form sent twice acts once: each form carries a number of its own, and the second sending is shown where the
//! first one led.

use db::args;
use kernel::Result;

use crate::{Answer, Writing};

/// The hidden field's name.
pub const FIELD: &str = "einmal";

/// A number for one form: 128 random bits.
#[must_use]
pub fn number() -> String {
    let mut bytes = [0_u8; 16];
    // Without randomness the form works, only the second sending is not recognised.
    if getrandom::fill(&mut bytes).is_err() {
        return String::new();
    }
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Acts unless this very form acted before.
pub fn once(w: &Writing<'_>, act: impl FnOnce() -> Result<Answer>) -> Result<Answer> {
    let number = w.ask.field(FIELD);
    if number.len() != 32 || !number.bytes().all(|b| b.is_ascii_hexdigit()) {
        return act();
    }
    // Bound to the person, so that nobody learns where somebody else's form led.
    let key = format!("{number}-{}", w.viewer.actor.person.unwrap_or(0));
    if let Some(location) = w.tx.find("SELECT location FROM submission WHERE number = :key", args! { key: &key }, |r| r.get::<String>(0))? {
        w.tx.silent("a form sent twice acts once");
        return Ok(Answer::to(location));
    }
    let answer = act()?;
    if let Some(location) = answer.location.as_deref().filter(|_| answer.status < 400) {
        w.tx.exec("INSERT INTO submission (number, location, at) VALUES (:key, :location, :at)", args! { key: &key, location: location, at: w.tx.now() })?;
    }
    Ok(answer)
}
