//! After a mailbox that others read too: a device or an app of one's own.

use kernel::{Id, Result};
use people::Person;
use web::{Answer, FormView, Reading, Writing};

use super::{code, current, passkeys, refused, step_up};
use crate::{
    actions::{self, Checked, Refusal},
    model::{Aim, Request},
    paths::{ChoosePage, OwnFactorPage},
    rules::{self, Stand},
    store,
    texts::T,
};

/// Where a person is asked for her own factor.
pub fn path(viewer: &web::Viewer, person: Id<Person>) -> String {
    format!("{}?person={person}", viewer.link(&OwnFactorPage {}))
}

/// The person asked for, if the proved address is hers and she has something of her own.
fn meant(r: &Reading<'_>, request: &Request, person: &str) -> Result<Option<Id<Person>>> {
    let Ok(person) = person.parse::<Id<Person>>() else { return Ok(None) };
    let hers = actions::candidates(r.conn, request)?.iter().any(|(account, _)| account.person == person);
    Ok(if hers && store::factors_of(r.conn, person)?.own_only() { Some(person) } else { None })
}

pub fn show(r: &Reading<'_>, _: OwnFactorPage) -> Result<Answer> {
    let Some((request, _)) = current(r)? else { return code::nothing_asked(r) };
    page(r, &request, None, r.ask.query("person").unwrap_or_default())
}

fn page(r: &Reading<'_>, request: &Request, sent: Option<FormView>, person: &str) -> Result<Answer> {
    if rules::stand(request, r.viewer.now) != Stand::Proved {
        return code::show(r, crate::paths::CodePage {});
    }
    let Some(person) = meant(r, request, person)? else {
        return Ok(Answer::to(r.viewer.link(&ChoosePage {})));
    };
    let t = T(r.viewer.lang);
    let factors = store::factors_of(r.conn, person)?;
    let here = path(r.viewer, person);
    let form = match sent {
        Some(form) => form,
        None => step_up::said_before(r, person)?,
    };
    let (field, other) = step_up::field(r, &form, factors, &here);
    let next = match &request.aim {
        Aim::Page(path) => path.clone(),
        Aim::Invitation(_) => "/".to_owned(),
    };
    step_up::Ways {
        title: t.own_factor(),
        lead: vec![t.own_factor_lead()],
        alert: String::new(),
        passkey: if factors.passkeys > 0 { passkeys::sign_in_button(r, next, false) } else { String::new() },
        field,
        action: r.viewer.link(&OwnFactorPage {}),
        hidden: vec![
            ("person", person.to_string()),
            ("mit", r.ask.query("mit").unwrap_or_else(|| r.ask.field("mit")).to_owned()),
        ],
        submit: t.sign_in(),
        other,
        mail: String::new(),
        links: vec![(t.own_factor_other(), r.viewer.link(&ChoosePage {}))],
        form: &form,
    }
    .answer(r)
}

pub fn enter(w: &Writing<'_>, _: OwnFactorPage) -> Result<Answer> {
    let r = w.reading();
    let Some((request, browser)) = current(&r)? else { return code::nothing_asked(&r) };
    let typed = match step_up::typed(w) {
        Ok(typed) => typed,
        Err(form) => return page(&r, &request, Some(form), w.ask.field("person")),
    };
    let Some(person) = meant(&r, &request, w.ask.field("person"))? else {
        return refused(&r, Refusal::Expired, request.purpose, &request.aim);
    };
    match actions::choose_with_own(w.tx, w.viewer, &request, &browser, person, &w.ask.agent, &typed)? {
        Ok(proved) => code::settled(w, &request, proved),
        Err(Checked::TooMany(again)) => web::too_many(&r, again),
        Err(_) => Ok(Answer::to(step_up::wrong(&path(w.viewer, person), &typed))),
    }
}
