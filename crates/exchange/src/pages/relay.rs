//! Asking without a name, and what those who lead do with it: they see the words and nothing else.

use askama::Template;
use kernel::{Error, Id, Problem, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::place::{body_crumbs, body_row, home, is_alive};
use crate::{
    Relay, actions,
    paths::{BodyThreads, RelayList, RelayNew, RelayPage, ThreadPage},
    rules::{TITLE_MOST, WORDS_MOST},
    store,
    words::T,
};

fn asking(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let (body, network) = home(r, id)?;
    if actions::may_write(&r.viewer.actor, &body) && is_alive(r, &body) {
        Ok((body, network))
    } else {
        Err(Error::Denied(None))
    }
}

/// The form for whoever asks.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] without a seat that speaks.
pub fn new(r: &Reading<'_>, p: RelayNew) -> Result<Answer> {
    let (body, network) = asking(r, p.body)?;
    ask_page(r, &body, network.as_ref(), &FormView::new(r.viewer.lang, &[]))
}

fn ask_page(r: &Reading<'_>, body: &Body, network: Option<&Body>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let enough = actions::relay::enough(r.conn, body)?;
    // Without the number that lets a form act once: it would be remembered beside the person who sent it.
    let sheet = Sheet {
        crumbs: body_crumbs(r, body, network, true)?,
        summary: form.summary(),
        title: t.relay_title().to_owned(),
        lead: body.name_in(r.viewer.lang).to_owned(),
        known: vec![if enough { t.relay_known() } else { t.relay_few() }.to_owned()],
        fields: if enough {
            vec![form.text("words", t.field_relay()).lines(8).hint(t.field_relay_hint()).to_string()]
        } else {
            Vec::new()
        },
        submit: if enough { t.relay_submit() } else { "" },
        back: r.viewer.link(&BodyThreads { body: body.id }),
        ..Sheet::new(r.viewer.lang)
    };
    let page = body_row(r, Page::new(t.relay_title()).nav("exchange"), body, network)?;
    sheet.answer(r, page, form)
}

/// Hands it in.
///
/// # Errors
/// As [`new`].
pub fn hand_in(w: &Writing<'_>, p: RelayNew) -> Result<Answer> {
    let r = w.reading();
    let (body, network) = asking(&r, p.body)?;
    let mut fields = Fields::of(w.ask);
    let words = fields.text("words", WORDS_MOST);
    let again =
        |found: Vec<Problem>| ask_page(&r, &body, network.as_ref(), &FormView::kept(w.viewer.lang, w.ask, found));
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match actions::hand_in(w.tx, &w.viewer.actor, body.id, &words) {
        Ok(()) => {
            Ok(Answer::to(w.viewer.link(&BodyThreads { body: body.id })).with_note(T(w.viewer.lang).note_handed_in()))
        }
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "words", &[])?),
        Err(other) => Err(other),
    }
}

#[derive(Template)]
#[template(path = "relays.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    rows: Vec<(String, String)>,
}

/// The questions that wait.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead.
pub fn list(r: &Reading<'_>, p: RelayList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = home(r, p.body)?;
    if !actions::circulars::writes(&v.actor, &body) {
        return Err(Error::Denied(None));
    }
    let all = store::relays::list_relays(r.conn, body.id)?;
    let row = |relay: &Relay| (text::excerpt(&relay.words, 120), v.link(&RelayPage { relay: relay.id }));
    let shown = Shown {
        t,
        crumbs: body_crumbs(r, &body, network.as_ref(), true)?,
        lead: body.name_in(v.lang).to_owned(),
        rows: all.iter().map(row).collect(),
    };
    r.page(body_row(r, Page::new(t.relays_title()).nav("exchange"), &body, network.as_ref())?, &shown)
}

/// One of them, with what is passed on.
///
/// # Errors
/// [`Error::NotFound`] but for those who lead.
pub fn form(r: &Reading<'_>, p: RelayPage) -> Result<Answer> {
    let (relay, body) = actions::relay::led(r.conn, &r.viewer.actor, p.relay)?;
    pass_page(r, &body, &FormView::new(r.viewer.lang, &[("words", &relay.words), ("act", "weitergeben")]))
}

fn pass_page(r: &Reading<'_>, body: &Body, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (_, network) = home(r, body.id)?;
    let choices = vec![
        ("weitergeben".to_owned(), t.relay_pass().to_owned()),
        ("loeschen".to_owned(), t.relay_refuse().to_owned()),
    ];
    let mut sheet = Sheet {
        crumbs: body_crumbs(r, body, network.as_ref(), true)?,
        title: t.relay_one().to_owned(),
        lead: body.name_in(r.viewer.lang).to_owned(),
        known: vec![t.relay_pass_known().to_owned()],
        submit: t.relay_decide(),
        back: r.viewer.link(&RelayList { body: body.id }),
        ..Sheet::new(r.viewer.lang)
    }
    .of(form);
    sheet.fields = vec![
        form.text("title", t.field_title()).most(TITLE_MOST as u32).to_string(),
        form.text("words", t.field_words()).lines(8).to_string(),
        form.radios("act", t.field_act(), choices).to_string(),
    ];
    sheet.answer(r, body_row(r, Page::new(t.relay_one()).nav("exchange"), body, network.as_ref())?, form)
}

/// Passes it on, or deletes it.
///
/// # Errors
/// As [`form`].
pub fn decide(w: &Writing<'_>, p: RelayPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (_, body) = actions::relay::led(w.tx, &w.viewer.actor, p.relay)?;
    let mut fields = Fields::of(w.ask);
    let title = fields.line("title", TITLE_MOST);
    let words = fields.text("words", WORDS_MOST);
    let passes = fields.choice("act", &[("weitergeben", true), ("loeschen", false)]);
    let again = |found: Vec<Problem>| pass_page(&r, &body, &FormView::kept(w.viewer.lang, w.ask, found));
    let by = &w.viewer.actor;
    if passes == Some(false) {
        let body = actions::refuse_relay(w.tx, by, p.relay)?;
        return Ok(Answer::to(w.viewer.link(&RelayList { body })).with_note(t.note_relay_refused()));
    }
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match actions::pass_on(w.tx, by, p.relay, &title, &words) {
        Ok(thread) => Ok(Answer::to(w.viewer.link(&ThreadPage { thread })).with_note(t.note_relay_passed())),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "title", &[])?),
        Err(other) => Err(other),
    }
}
