//! The invitation to those a list named.

use std::collections::HashSet;

use accounts::{Invite, Right};
use kernel::{Id, Reason, Result, Subject};
use people::Person;
use rights::Kind;
use web::{Letter, Reading, Writing};

use super::facts::kept;
use crate::Body;

/// What the letter calls the network; nothing where its name must not stand in a mail.
fn about(body: &Body) -> Option<Reason> {
    let english = body.name_en.as_ref().unwrap_or(&body.name);
    (!body.sensitive).then(|| Reason::new(body.name.as_str(), english.as_str()))
}

/// The letter with whom it would go to: without those who have an account or were invited already.
///
/// # Errors
/// As [`kept`].
pub fn letter(r: &Reading<'_>, body: i64, list: &[(i64, String)]) -> Result<Letter> {
    let body = kept(r.conn, &r.viewer.actor, body)?;
    let ids: Vec<Id<Person>> = list.iter().map(|(id, _)| Id::new(*id)).collect();
    let reached: HashSet<Id<Person>> = accounts::list_reached(r.conn, &ids)?.into_iter().collect();
    let own = r.viewer.actor.person;
    let open = people::list_persons(r.conn, &ids)?
        .into_iter()
        .filter(|p| !p.erased && !reached.contains(&p.id) && Some(p.id.raw()) != own);
    let to = open.filter_map(|p| {
        let (_, mail) = list.iter().find(|(id, _)| *id == p.id.raw())?;
        Some((p.id.raw(), p.name().full(), mail.clone()))
    });
    let base = &r.site.outside().base_url;
    let (subject, text) = accounts::invitation_sample(r.conn, &r.viewer.actor, base, about(&body).as_ref())?;
    Ok(Letter { subject, text, to: to.collect() })
}

/// Invites one of them.
///
/// # Errors
/// As [`kept`] and [`accounts::invite`].
pub fn invite(w: &Writing<'_>, body: i64, person: i64, mail: &str) -> Result<()> {
    let body = kept(w.tx, &w.viewer.actor, body)?;
    let right = Right { kind: Kind::Body, scope: body.scope() };
    let invite = Invite {
        person: Id::new(person),
        mail: mail.to_owned(),
        about: Some(Subject::new("body", body.id.raw())),
        about_words: about(&body),
    };
    accounts::invite(w.tx, &w.viewer.actor, &right, &w.site.outside().base_url, &invite).map(drop)
}
