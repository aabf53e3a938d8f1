//! P15: a sitting while it runs. Each part of the page can be asked for by itself, by whoever listens for changes.

pub mod act;
pub mod desk;
pub mod letter;
pub mod roll;
mod scene;
pub mod show;
mod words;

use crate::actions;
use crate::pages::Place;
use crate::rules::Hearing;
use scene::Listener;

/// What comes often while many enter themselves, and can wait for more of it.
const CALM: &[&str] = &["attendance.checked", "attendance.kept", "meeting.answered", "meeting.followed"];

/// What parts of a page are sent as: no document of their own, only read by the page that asks for them.
const PARTS: &str = "text/plain; charset=utf-8";

/// What somebody hears of a sitting: whoever meets, and guests; nobody else sees its page.
fn listener(place: &Place) -> kernel::Result<Listener> {
    let (hearing, leads) = (place.stance.hearing, place.stance.leads);
    if hearing == Hearing::Outside {
        return Err(kernel::Error::NotFound);
    }
    let only = actions::live::only_item(hearing, place.stance.invitation.as_ref());
    Ok(Listener { hearing, only, leads })
}
