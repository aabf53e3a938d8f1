//! `/kalender`: subscribing to one's own meetings. The address is shown once; a new one takes the old one away.

use askama::Template;
use kernel::{Error, Id, Reason, Result};
use networks::shell;
use web::{Answer as Reply, FormView, Page, Reading, Writing};

use super::feed;
use crate::{
    Feed, actions,
    paths::{CalendarPage, MeetingList},
    store::feeds,
    words::T,
};

#[derive(Template)]
#[template(path = "calendar.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    once: String,
    /// The address, this once.
    address: Option<String>,
    state: String,
    stands: bool,
    showing: String,
    submit: &'static str,
}

/// The page.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: CalendarPage) -> Result<Reply> {
    page(r, None, None)
}

fn found(r: &Reading<'_>) -> Result<Option<Feed>> {
    match r.viewer.actor.person {
        Some(person) => feeds::find_feed(r.conn, Id::new(person)),
        None => Ok(None),
    }
}

fn page(r: &Reading<'_>, address: Option<String>, refused: Option<FormView>) -> Result<Reply> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let feed = found(r)?;
    let chosen = if feed.as_ref().is_some_and(|f| f.titled) { "namen" } else { "neutral" };
    let form = refused.unwrap_or_else(|| FormView::new(v.lang, &[("zeigen", chosen)]));
    let options = vec![
        ("neutral".to_owned(), t.calendar_show_neutral().to_owned()),
        ("namen".to_owned(), t.calendar_show_titled().to_owned()),
    ];
    let shown = Shown {
        t,
        crumbs: web::crumbs(v.lang, &[(t.nav_meetings(), v.link(&MeetingList {}))]),
        summary: form.summary(),
        once: form.once(),
        state: feed.as_ref().map_or_else(String::new, |f| t.calendar_since(i18n::day_long(v.lang, f.made_at.day()))),
        stands: feed.is_some(),
        showing: form.radios("zeigen", t.calendar_show(), options).hint(t.calendar_show_hint()).to_string(),
        submit: if feed.is_some() { t.calendar_renew() } else { t.calendar_make() },
        address,
    };
    let page = Page::new(t.calendar_title()).nav("meetings");
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// Makes, renews, changes or takes the address away.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, _: CalendarPage) -> Result<Reply> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let back = |note: &str| Ok(Reply::to(w.viewer.link(&CalendarPage {})).with_note(note));
    let titled = w.ask.field("zeigen") == "namen";
    let done = match w.ask.field("tat") {
        "neu" => {
            let token = actions::calendar::subscribe(w.tx, by, titled, w.viewer.lang)?;
            return page(&r, Some(feed::address(&r, &token)), None);
        }
        "zeigen" => actions::calendar::name_meetings(w.tx, by, titled).map(|()| t.calendar_note_changed()),
        "aufheben" => actions::calendar::unsubscribe(w.tx, by).map(|()| t.calendar_note_ended()),
        _ => {
            Err(Error::Rule(Reason::new("Bitte wählen Sie, was geschehen soll.", "Please choose what is to be done.")))
        }
    };
    match done {
        Ok(note) => back(note),
        Err(Error::NotFound) => back(t.calendar_note_none()),
        Err(fault) => {
            let problems = shell::problems(fault, "", &[])?;
            page(&r, None, Some(FormView::kept(w.viewer.lang, w.ask, problems)))
        }
    }
}
