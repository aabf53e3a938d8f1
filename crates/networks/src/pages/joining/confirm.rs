//! What the letter's link opens. Looking changes nothing; one button confirms.

use kernel::{Actor, Result};
use web::{Answer, FormView, Page, Reading, Writing};

use crate::{
    Confirmed, JoinRequest,
    actions::find_by_token,
    confirm_request,
    pages::keep::Sheet,
    paths::{JoinConfirm, JoinSent, NetworkList},
    store::{bodies, joining::rule_of},
    words::T,
};

/// Says that a letter is on its way, whoever it went to.
///
/// # Errors
/// When a template fails.
pub fn sent(r: &Reading<'_>, _: JoinSent) -> Result<Answer> {
    let t = T(r.viewer.lang);
    say(r, t.join_sent(), &[t.join_sent_text(), t.join_sent_hint()], 200)
}

fn say(r: &Reading<'_>, title: &str, texts: &[&str], status: u16) -> Result<Answer> {
    let sheet = Sheet {
        title: title.to_owned(),
        known: texts.iter().map(|s| (*s).to_owned()).collect(),
        back: r.viewer.link(&NetworkList {}),
        status,
        ..Sheet::new(r.viewer.lang)
    };
    sheet.answer(r, Page::new(title).nav("networks"), &FormView::new(r.viewer.lang, &[]))
}

/// The button, or why there is none.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: JoinConfirm) -> Result<Answer> {
    match find_by_token(r.conn, p.token.as_str())? {
        Some((request, Confirmed::Done(_))) => button(r, &request),
        Some((_, other)) => told(r, &other),
        None => told(r, &Confirmed::Gone),
    }
}

fn button(r: &Reading<'_>, request: &JoinRequest) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let form = FormView::new(r.viewer.lang, &[]);
    // Colleagues may read the same mailbox: a sensitive network is named here no more than in the letter.
    let public = bodies::find_body(r.conn, &Actor::public(), request.body).ok().filter(|body| !body.sensitive);
    let lead = public.map_or(String::new(), |body| body.name_in(r.viewer.lang).to_owned());
    let sheet = Sheet {
        title: t.join_confirm().to_owned(),
        lead,
        known: vec![t.join_confirm_text(request.name()), t.join_confirm_not().to_owned()],
        submit: t.join_confirm_go(),
        back: r.viewer.link(&NetworkList {}),
        ..Sheet::new(t.0)
    };
    sheet.of(&form).answer(r, Page::new(t.join_confirm()).nav("networks"), &form)
}

/// What became of it.
fn told(r: &Reading<'_>, what: &Confirmed) -> Result<Answer> {
    let t = T(r.viewer.lang);
    match what {
        Confirmed::Done(body) | Confirmed::Before(body) => {
            let days = rule_of(r.conn, *body)?.objection_days;
            let how = if days > 0 { t.join_done_objection(days) } else { t.join_done_next().to_owned() };
            say(r, t.join_done(), &[&how, t.join_done_mail()], 200)
        }
        Confirmed::Runs(_) => say(r, t.join_runs(), &[t.join_runs_text()], 200),
        Confirmed::Gone => say(r, t.join_gone(), &[t.join_gone_text()], 410),
    }
}

/// Confirms.
///
/// # Errors
/// When the database refuses.
pub fn save(w: &Writing<'_>, p: JoinConfirm) -> Result<Answer> {
    let r = w.reading();
    match confirm_request(w.tx, p.token.as_str(), &w.site.outside().base_url)? {
        // Back to the same address, which says from now on how it goes on.
        Confirmed::Done(_) => Ok(Answer::to(w.viewer.link(&p))),
        other => told(&r, &other),
    }
}
