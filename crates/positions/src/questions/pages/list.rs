//! `/wahlpruefsteine`: what networks asked parties before elections.

use kernel::Result;
use networks::{Body, shell::Pill};
use web::{Answer, FormView, Page, Reading};

use super::state_word;
use crate::{
    pages::{
        frame::{led_rows, own_networks},
        view::{Block, Line, View},
    },
    paths::{PositionList, QuestionsList, QuestionsNew, QuestionsPage},
    questions::{model::Questionnaire, store},
    words::T,
};

/// The most rows of a list.
const MOST: i64 = 100;

/// The list.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: QuestionsList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let form = FormView::new(v.lang, &[]);
    let mut view = View::new(v.lang, t.questions_title(), &form);
    view.lead = t.questions_lead().to_owned();
    view.crumbs = web::crumbs(v.lang, &[(t.nav_positions(), v.link(&PositionList {}))]);
    let line = |one: &Questionnaire| Line {
        title: one.title.clone(),
        href: v.link(&QuestionsPage { questions: one.id }),
        detail: vec![t.questions_election_on(i18n::day_medium(v.lang, one.election))],
        pills: vec![Pill::new("", "vote", state_word(t, one.state))],
        ..Line::default()
    };
    let open = store::list_open(r.conn, &v.actor, &own_networks(&v.actor), MOST)?;
    view.section("offen", t.open_title(), vec![Block::Rows(open.iter().map(line).collect())]);
    let published = store::list_published(r.conn, &v.actor, MOST)?;
    let rows = if published.is_empty() {
        Block::Empty(t.questions_none())
    } else {
        Block::Rows(published.iter().map(line).collect())
    };
    view.section("veroeffentlicht", t.published_title(), vec![rows]);
    let new = led_rows(r, Body::is_network, |body| v.link(&QuestionsNew { body }))?;
    view.section("neu", t.questions_new_for(), new);
    view.answer(r, Page::new(t.questions_title()).nav("positions").indexed(t.questions_lead()), &form)
}
