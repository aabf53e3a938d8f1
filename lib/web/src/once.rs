//! A form sent twice acts once: each form carries a number of its own, and the second sending is shown where the
//! first one led.

use db::args;
use kernel::Result;

use crate::{Answer, Ask, Writing};

/// The hidden field's name.
pub const FIELD: &str = "einmal";

/// What such a field looks like in a page.
pub const MARK: &str = "name=\"einmal\"";

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
    // Bound to the person, so that nobody learns where somebody else's form led, and to what was typed: whoever goes
    // back and changes something sends another form, though the page still holds the old number.
    let key = format!("{number}-{}-{:016x}", w.viewer.actor.person.unwrap_or(0), sum(w.ask));
    if let Some(location) =
        w.tx.find("SELECT location FROM submission WHERE number = :key", args! { key: &key }, |r| r.get::<String>(0))?
    {
        w.tx.silent("a form sent twice acts once");
        return Ok(Answer::to(location));
    }
    let answer = act()?;
    if let Some(location) = answer.location.as_deref().filter(|_| answer.status < 400) {
        if !w.tx.has_written() {
            w.tx.silent("the form changed nothing, only that it was sent is remembered");
        }
        w.tx.exec(
            "INSERT INTO submission (number, location, at) VALUES (:key, :location, :at)",
            args! { key: &key, location: location, at: w.tx.now() },
        )?;
    }
    Ok(answer)
}

/// A number made from the address and every field (FNV-1a, 64 bits).
fn sum(ask: &Ask) -> u64 {
    let parts = ask.form.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]);
    let bytes = std::iter::once(ask.path.as_str()).chain(parts).flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
