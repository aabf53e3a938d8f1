//! `/abbestellen/{token}`: ending letters by the link of one of them. Opening it changes nothing; mail programs send the form
//! for their readers (RFC 8058), everybody else presses one button. It names no network: the link may lie in a mailbox that
//! others read.

use askama::Template;
use kernel::Result;
use web::{Answer, FormView, Page, Reading, Writing};

use crate::{
    Ends, actions,
    paths::{LevelsPage, StopPage},
    words::T,
};

#[derive(Template)]
#[template(path = "stop.html")]
struct Shown {
    t: T,
    lead: &'static str,
    once: String,
    done: bool,
    levels: String,
}

fn page(r: &Reading<'_>, p: &StopPage, done: bool) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let Some((_, ends)) = actions::stoppable(r.conn, p.token.as_str())? else {
        return web::gone(r, Some(t.stop_gone().to_owned()));
    };
    let lead = match (done, ends) {
        (true, Ends::Topics) => t.stop_done_topics(),
        (true, _) => t.stop_done(),
        (false, Ends::Network(_)) => t.stop_lead_network(),
        (false, Ends::Bundles) => t.stop_lead_bundles(),
        (false, Ends::Topics) => t.stop_lead_topics(),
    };
    let shown = Shown { t, lead, once: FormView::new(v.lang, &[]).once(), done, levels: v.link(&LevelsPage {}) };
    Ok(r.page(Page::new(t.stop_title()), &shown)?.secret())
}

/// The page with its one button.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: StopPage) -> Result<Answer> {
    page(r, &p, false)
}

/// Ends them.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, p: StopPage) -> Result<Answer> {
    let r = w.reading();
    if actions::stoppable(w.tx, p.token.as_str())?.is_some() {
        actions::stop(w.tx, p.token.as_str())?;
    }
    page(&r, &p, true)
}
