//! The series of a body.

use askama::Template;
use kernel::{Error, Result};
use web::{Answer as Reply, Page, Reading};

use super::rule_words;
use crate::{
    pages::{body, place::body_row},
    paths::{BodyMeetings, SeriesList, SeriesNew, SeriesPage},
    store::series,
    words::T,
};

#[derive(Template)]
#[template(path = "series_list.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    new: Option<String>,
    /// Title, rule in words, whether it goes on, address.
    rows: Vec<(String, String, bool, String)>,
    back: String,
}

/// The list.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who sit there or convene.
pub fn show(r: &Reading<'_>, p: SeriesList) -> Result<Reply> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (of, network) = body::place(r, p.body)?;
    let leads = body::convenes(r, &of);
    if !leads && !v.actor.sits_in(of.id.raw()) {
        return Err(Error::Denied(None));
    }
    let rows = series::list_of_body(r.conn, &v.actor, of.id)?
        .into_iter()
        .map(|it| {
            let words = rule_words(v.lang, it.rule, it.first_day);
            (it.title, words, it.ended_at.is_none(), v.link(&SeriesPage { series: it.id }))
        })
        .collect();
    let shown = Shown {
        t,
        crumbs: body::crumbs(r, &of, network.as_ref(), true)?,
        lead: of.name_in(v.lang).to_owned(),
        new: leads.then(|| v.link(&SeriesNew { body: of.id })),
        rows,
        back: v.link(&BodyMeetings { body: of.id }),
    };
    let page = Page::new(format!("{}: {}", t.series_title(), of.name_in(v.lang))).nav("networks");
    r.page(body_row(r, page, &of, network.as_ref())?, &shown)
}
