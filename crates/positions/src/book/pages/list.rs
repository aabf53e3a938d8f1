//! `/antragsbuecher`: the motion books of one's networks.

use kernel::Result;
use networks::shell::Pill;
use web::{Answer, FormView, Page, Reading};

use crate::{
    book::{model::Book, store},
    pages::{
        frame::{led_rows, own_networks},
        view::{Block, Line, View},
    },
    paths::{BookList, BookNew, BookPage, PositionList},
    words::T,
};

/// The most rows of a list.
const MOST: i64 = 100;

/// The list.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: BookList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let form = FormView::new(v.lang, &[]);
    let mut view = View::new(v.lang, t.books_title(), &form);
    view.lead = t.books_lead().to_owned();
    view.crumbs = web::crumbs(v.lang, &[(t.nav_positions(), v.link(&PositionList {}))]);
    let all = store::list_books(r.conn, &v.actor, &own_networks(&v.actor), MOST)?;
    let line = |book: &Book| Line {
        title: book.title.clone(),
        href: v.link(&BookPage { book: book.id }),
        detail: vec![i18n::day_medium(v.lang, book.day)],
        pills: if book.published_at.is_none() { vec![Pill::new("", "pen", t.questions_draft())] } else { Vec::new() },
        ..Line::default()
    };
    let rows = if all.is_empty() { Block::Empty(t.books_none()) } else { Block::Rows(all.iter().map(line).collect()) };
    view.section("buecher", t.books_title(), vec![rows]);
    view.section("neu", t.book_new_for(), led_rows(r, |_| true, |body| v.link(&BookNew { body }))?);
    view.answer(r, Page::new(t.books_title()).nav("positions"), &form)
}
