//! What a young network still needs, in any order: shown to whoever keeps it until everything is done.

use kernel::{Level, Result};
use web::Reading;

use super::body::KeptBody;
use crate::{
    BodyKind,
    pages::shared::{Pill, slug},
    paths::{BodyEdit, BodyNew, MembersIntake},
    words::T,
};

/// One step.
pub struct Step {
    /// What is to be done.
    pub word: &'static str,
    /// What it is good for.
    pub why: &'static str,
    /// Where.
    pub href: String,
    /// Whether it is done.
    pub pill: Pill,
}

/// The steps; none once all are done.
///
/// # Errors
/// When the stored slug is none.
pub fn steps(r: &Reading<'_>, kept: &KeptBody, seats: usize, bodies: usize) -> Result<Vec<Step>> {
    let (t, v, body) = (T(r.viewer.lang), r.viewer, &kept.body);
    if body.kind != BodyKind::Network {
        return Ok(Vec::new());
    }
    let step = |word, why, href, done: bool| {
        let pill =
            if done { Pill::new("o1", "check", t.first_done()) } else { Pill::new("w1", "clock", t.first_open()) };
        (Step { word, why, href, pill }, done)
    };
    let id = body.id;
    let members = v.link(&MembersIntake { network: slug(&body.slug)? });
    let mut all = vec![
        step(t.first_purpose(), t.first_purpose_why(), v.link(&BodyEdit { body: id }), !body.purpose.is_empty()),
        // The seat of whoever keeps it is there from the beginning.
        step(t.first_members(), t.first_members_why(), members, seats > 1),
        step(t.first_bodies(), t.first_bodies_why(), v.link(&BodyNew { body: id }), bodies > 0),
    ];
    if body.level == Level::Public {
        let contact = body.mail.is_some();
        all.push(step(t.first_page(), t.first_page_why(), v.link(&BodyEdit { body: id }), contact));
    }
    Ok(if all.iter().all(|(_, done)| *done) { Vec::new() } else { all.into_iter().map(|(step, _)| step).collect() })
}
