//! `/gremien/{body}/protokolle`: all minutes of a body by year, with how they stand and who reads them.

use askama::Template;
use kernel::{Level, Result};
use networks::shell::Pill;
use web::{Answer, Page, Reading};

use super::show::pill;
use crate::{
    Meeting, Minutes, MinutesState,
    pages::{
        body::{crumbs, place},
        place::body_row,
    },
    paths::{BodyMinutes, MinutesPage},
    reads::fills,
    rules::minutes::Reader,
    store::minutes as store,
    words::T,
};

struct Row {
    title: String,
    href: String,
    day: String,
    pill: Pill,
    who: &'static str,
    approved: String,
}

struct Year {
    number: i16,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "minutes_list.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    years: Vec<Year>,
}

/// The list: what the reader may open, the latest first.
///
/// # Errors
/// [`kernel::Error::NotFound`] where she may not see the body.
pub fn show(r: &Reading<'_>, p: BodyMinutes) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = place(r, p.body)?;
    let own = fills(r.conn, &v.actor, body.id)?;
    let mut years: Vec<Year> = Vec::new();
    for (meeting, minutes) in store::list_of_body(r.conn, &v.actor, body.id)? {
        if !Reader::by_seats(&v.actor, &meeting, own, None).opens(&minutes) {
            continue;
        }
        let number = meeting.day().year();
        let row = row(r, t, &meeting, &minutes);
        match years.last_mut() {
            Some(last) if last.number == number => last.rows.push(row),
            _ => years.push(Year { number, rows: vec![row] }),
        }
    }
    let shown =
        Shown { t, crumbs: crumbs(r, &body, network.as_ref(), true)?, lead: body.name_in(v.lang).to_owned(), years };
    let title = format!("{}: {}", t.pro_list_title(), body.name_in(v.lang));
    r.page(body_row(r, Page::new(title).nav("networks"), &body, network.as_ref())?, &shown)
}

fn row(r: &Reading<'_>, t: T, meeting: &Meeting, minutes: &Minutes) -> Row {
    let v = r.viewer;
    Row {
        title: meeting.title.clone(),
        href: v.link(&MinutesPage { meeting: meeting.id }),
        day: i18n::day_medium(v.lang, meeting.day()),
        pill: pill(t, minutes.state),
        who: match (minutes.state, meeting.level) {
            (MinutesState::Draft, _) => t.pro_read_leads(),
            // Minutes are read by those who sit there; a meeting that others see tells them that there was one.
            (_, Level::Body) => t.pro_read_body(),
            _ => t.pro_read_guests(),
        },
        approved: minutes
            .approved_at
            .map_or_else(String::new, |at| t.pro_approved_on(i18n::day_medium(v.lang, at.day()))),
    }
}
