//! `/anhoerungen`: what one's networks are asked, by deadline, and what others ask them to contribute to.

use kernel::Result;
use networks::{Body, shell::Pill};
use web::{Answer, FormView, Page, Reading};

use super::state_word;
use crate::{
    hearing::{
        model::{Hearing, HearingState},
        rules::plan,
        store,
    },
    pages::{
        frame::{led_rows, own_networks},
        view::{Block, Line, View},
    },
    paths::{HearingList, HearingNew, HearingPage, PositionList},
    words::T,
};

/// The most hearings of a list.
const MOST: i64 = 200;

/// The list.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: HearingList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let form = FormView::new(v.lang, &[]);
    let all = store::list_hearings(r.conn, &v.actor, &own_networks(&v.actor), MOST)?;
    let asked = store::list_asked(r.conn, &v.actor)?;
    let (open, done): (Vec<Hearing>, Vec<Hearing>) =
        all.into_iter().partition(|h| matches!(h.state, HearingState::Open | HearingState::Released));
    let mut view = View::new(v.lang, t.hearings_title(), &form);
    view.lead = t.hearings_lead().to_owned();
    view.crumbs = web::crumbs(v.lang, &[(t.nav_positions(), v.link(&PositionList {}))]);
    let rows = |some: &[Hearing]| Block::Rows(some.iter().map(|h| line(r, t, h)).collect());
    view.section("gefragt", t.hearings_asked(), vec![rows(&asked)]);
    if open.is_empty() && asked.is_empty() {
        view.section("offen", t.hearings_running(), vec![Block::Empty(t.hearings_none())]);
    } else {
        // The next deadline first.
        view.section("offen", t.hearings_running(), vec![rows(&open.into_iter().rev().collect::<Vec<_>>())]);
    }
    view.section("erledigt", t.hearings_done(), vec![rows(&done)]);
    let new = led_rows(r, Body::is_network, |body| v.link(&HearingNew { body }))?;
    view.section("neu", t.hearing_new_for(), new);
    view.answer(r, Page::new(t.hearings_title()).nav("positions"), &form)
}

fn line(r: &Reading<'_>, t: T, of: &Hearing) -> Line {
    let v = r.viewer;
    let days = plan(of.received, of.due);
    let mut detail = vec![of.office.clone(), t.hearing_due_on(i18n::day_medium(v.lang, of.due))];
    if days.send != of.due {
        detail.push(t.hearing_send_on(i18n::day_medium(v.lang, days.send)));
    }
    if of.round > 1 {
        detail.push(t.hearing_round(of.round));
    }
    Line {
        title: of.title.clone(),
        href: v.link(&HearingPage { hearing: of.id }),
        detail,
        pills: vec![pill(t, of.state)],
        ..Line::default()
    }
}

/// How far it has come, as a pill.
pub fn pill(t: T, state: HearingState) -> Pill {
    let (class, icon) = match state {
        HearingState::Open => ("i1", "clock"),
        HearingState::Released => ("o1", "check"),
        HearingState::Sent => ("o1", "mail"),
        HearingState::Declined => ("", "cross"),
    };
    Pill::new(class, icon, state_word(t, state))
}
