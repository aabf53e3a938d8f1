//! `geflecht user`: persons, from the console of whoever runs the machine.

use std::process::ExitCode;

use db::{Db, Presence};
use kernel::Clock;
use serde_json::{Value, json};

use super::{Context, print};
use crate::{
    Outcome, control, sentence,
    site::{self, Guest},
};

/// Invites a person, through the server if one runs, and prints where the letter leads: whoever has the console can
/// hand it over in another way when mail does not work yet.
///
/// # Errors
/// A sentence when the address or a name is none, or the database refuses.
pub fn invite(context: &Context, guest: Guest) -> Outcome<ExitCode> {
    let request = json!({ "do": "invite", "mail": guest.mail, "given": guest.given, "family": guest.family });
    let link = match control::ask(&context.place, &request)? {
        Some(answer) => answer.get("link").and_then(Value::as_str).unwrap_or_default().to_owned(),
        None => {
            let base_url = context.settings.address(context.settings.listen.port())?;
            context.place.make()?;
            let db = Db::open(&context.open(Presence::Visit, Clock::system()), &migrations::SCHEMA)
                .map_err(|e| sentence(&e))?;
            let link = db.write_now(move |tx| site::invite(tx, &guest, &base_url)).map_err(|e| sentence(&e))?;
            db.leave().map_err(|e| sentence(&e))?;
            link
        }
    };
    print(&format!("The invitation leaves by mail. It leads to {link}\n"))
}

/// Takes away the factors of a person who lost them, through the server if one runs.
///
/// # Errors
/// A sentence when nobody of that name has an account at that address, or the database refuses.
pub fn reset(context: &Context, guest: Guest) -> Outcome<ExitCode> {
    let request = json!({ "do": "reset", "mail": guest.mail, "given": guest.given, "family": guest.family });
    if control::ask(&context.place, &request)?.is_none() {
        context.place.make()?;
        let db =
            Db::open(&context.open(Presence::Visit, Clock::system()), &migrations::SCHEMA).map_err(|e| sentence(&e))?;
        db.write_now(move |tx| site::reset(tx, &guest)).map_err(|e| sentence(&e))?;
        db.leave().map_err(|e| sentence(&e))?;
    }
    print("Devices, app and emergency codes are gone. A code by mail is enough to begin anew; a letter says so.\n")
}
