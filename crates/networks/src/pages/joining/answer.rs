//! `/antwort/{token}`: a member who was written to vouches or objects by the link of her letter, without signing in. Both
//! can be taken back as long as it waits. A sensitive network sends no such links: what they open names it.

use kernel::{Actor, Error, Result};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{organisation, show::Shown, state_word};
use crate::{
    Body, JoinRequest, Stance,
    actions::{self, find_by_letter},
    object,
    pages::keep::problems,
    paths::{JoinAnswer, NetworkList},
    store::joining::{requests, rule_of},
    vouch,
    words::T,
};

struct Found {
    request: JoinRequest,
    body: Body,
    by: Actor,
    stance: Stance,
}

/// What the link still opens: whoever was written to, as long as something waits for her answer.
fn load(r: &Reading<'_>, p: &JoinAnswer) -> Result<Option<Found>> {
    let Some((request, person)) = find_by_letter(r.conn, p.token.as_str())? else { return Ok(None) };
    let body = requests::body_of(r.conn, &request)?;
    // It may have become sensitive since.
    if body.sensitive {
        return Ok(None);
    }
    // Nothing but her own word: a letter gives none of the rights a session has.
    let by = Actor { person: Some(person.raw()), ..Actor::default() };
    let stance = actions::stance(r.conn, &by, &request, &body)?;
    Ok(stance.map(|stance| Found { request, body, by, stance }))
}

fn gone(r: &Reading<'_>) -> Result<Answer> {
    web::gone(r, Some(T(r.viewer.lang).answer_gone().to_owned()))
}

/// The request, and what she may say to it.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: JoinAnswer) -> Result<Answer> {
    match load(r, &p)? {
        Some(found) => page(r, &found, &FormView::new(r.viewer.lang, &[])),
        None => gone(r),
    }
}

fn page(r: &Reading<'_>, found: &Found, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let request = &found.request;
    let mut facts =
        vec![(t.join_fact_organisation(), organisation(r, request)?), (t.join_fact_role(), request.role.clone())];
    facts.retain(|(_, text)| !text.is_empty());
    let shown = Shown {
        t,
        crumbs: String::new(),
        summary: form.summary(),
        once: form.once(),
        name: request.name(),
        lead: t.join_show_lead(found.body.name_in(r.viewer.lang)),
        state: state_word(r, request),
        facts,
        question: rule_of(r.conn, found.body.id)?.question.unwrap_or_else(|| t.join_statement().to_owned()),
        statement: request.statement.split('\n').map(str::to_owned).filter(|l| !l.trim().is_empty()).collect(),
        vouches: Vec::new(),
        objections: Vec::new(),
        deeds: super::show::deeds(r, request, &found.stance, form)?,
        back: r.viewer.link(&NetworkList {}),
    };
    let page = Page::new(t.join_show_title(request.name())).nav("networks");
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// Her answer.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, p: JoinAnswer) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some(found) = load(&r, &p)? else { return gone(&r) };
    let (id, base) = (found.request.id, w.site.outside().base_url.as_str());
    let (done, note) = match w.ask.field("tat") {
        "buergen" => (vouch(w.tx, &found.by, id, true, base), t.join_vouched_yes()),
        "unbekannt" => (vouch(w.tx, &found.by, id, false, base), t.join_vouched_no()),
        "einwand" => (object(w.tx, &found.by, id, &Fields::of(w.ask).text("reason", 2000)), t.join_objected()),
        _ => (Err(super::show::undecided()), ""),
    };
    match done {
        // To a page everybody has: the next step may have closed this one.
        Ok(()) => Ok(Answer::to(w.viewer.link(&NetworkList {})).with_note(note)),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => {
            page(&r, &found, &FormView::kept(w.viewer.lang, w.ask, problems(fault, "reason", &[])?))
        }
        Err(Error::NotFound) => gone(&r),
        Err(other) => Err(other),
    }
}
