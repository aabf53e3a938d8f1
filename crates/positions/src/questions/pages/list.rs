//! `/wahlpruefsteine`: what networks asked parties before elections.

use kernel::Result;
use networks::shell::Pill;
use web::{Answer, FormView, Page, Reading};

use super::state_word;
use crate::{
    pages::view::{Block, Line, View},
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
    let mut networks: Vec<i64> = v.actor.sits.iter().map(|s| s.network).collect();
    networks.sort_unstable();
    networks.dedup();
    let open = store::list_open(r.conn, &v.actor, &networks, MOST)?;
    view.section("offen", t.open_title(), vec![Block::Rows(open.iter().map(line).collect())]);
    let published = store::list_published(r.conn, &v.actor, MOST)?;
    let rows = if published.is_empty() {
        Block::Empty(t.questions_none())
    } else {
        Block::Rows(published.iter().map(line).collect())
    };
    view.section("veroeffentlicht", t.published_title(), vec![rows]);
    let led = tasks::rules::led(&v.actor);
    if !led.is_empty() {
        let bodies = networks::list_bodies_by_id(r.conn, &v.actor, &led)?;
        let rows = bodies.iter().filter(|b| b.is_network()).map(|b| Line {
            title: b.name_in(v.lang).to_owned(),
            href: v.link(&QuestionsNew { body: b.id }),
            ..Line::default()
        });
        view.section("neu", t.questions_new_for(), vec![Block::Rows(rows.collect())]);
    }
    view.answer(r, Page::new(t.questions_title()).nav("positions").indexed(t.questions_lead()), &form)
}
