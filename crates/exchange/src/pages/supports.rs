//! P44: support with measures: what is asked for and offered, one of them, and its few steps.

use askama::Template;
use kernel::{Error, Id, Problem, Result};
use networks::{
    Body, Place as Where,
    shell::{self, Pill},
};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{
    place::{body_crumbs, body_row, home, is_alive},
    voices::Voices,
};
use crate::{
    NewSupport, Side, Support, SupportKind, SupportState, actions,
    letters::is,
    paths::{SupportList, SupportNew, SupportPage},
    reads::MOST,
    rules::{OUTCOME_MOST, TITLE_MOST, WORDS_MOST},
    store::supports,
    words::T,
};

/// Which side begins, in a word.
#[must_use]
pub fn side_word(t: T, side: Side) -> &'static str {
    match side {
        Side::Ask => t.side_ask(),
        Side::Offer => t.side_offer(),
    }
}

fn kind_word(t: T, kind: SupportKind) -> &'static str {
    match kind {
        SupportKind::Visit => t.support_visit(),
        SupportKind::Review => t.support_review(),
        SupportKind::Text => t.support_text(),
        SupportKind::Advice => t.support_advice(),
    }
}

/// How it stands, in words.
#[must_use]
pub fn state_word(t: T, state: SupportState) -> &'static str {
    match state {
        SupportState::Open => t.support_open(),
        SupportState::Answered => t.support_answered(),
        SupportState::Agreed => t.support_agreed(),
        SupportState::Done => t.support_done(),
        SupportState::Withdrawn => t.support_withdrawn(),
    }
}

struct Row {
    title: String,
    href: String,
    side: &'static str,
    kind: &'static str,
    author: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "supports.html")]
struct Listed {
    t: T,
    crumbs: String,
    lead: String,
    new: Option<String>,
    rows: Vec<Row>,
}

fn within(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let (body, network) = home(r, id)?;
    let actor = &r.viewer.actor;
    if actor.sits_in(body.id.raw()) || actions::circulars::writes(actor, &body) {
        Ok((body, network))
    } else {
        Err(Error::Denied(None))
    }
}

/// The list of a network or body.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for its members.
pub fn list(r: &Reading<'_>, p: SupportList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = within(r, p.body)?;
    let mut all = supports::list_of_body(r.conn, &v.actor, body.id, MOST)?;
    all.sort_by_key(|u| matches!(u.state, SupportState::Done | SupportState::Withdrawn));
    let at = Where::from(&body);
    let persons: Vec<_> = all.iter().filter_map(|u| u.author).collect();
    let voices = Voices::of(r, &persons, &at)?;
    let row = |u: &Support| Row {
        title: u.title.clone(),
        href: v.link(&SupportPage { support: u.id }),
        side: side_word(t, u.side),
        kind: kind_word(t, u.kind),
        author: voices.face(r, u.author, &at).name,
        state: state_word(t, u.state),
    };
    let shown = Listed {
        t,
        crumbs: body_crumbs(r, &body, network.as_ref(), true)?,
        lead: body.name_in(v.lang).to_owned(),
        new: (actions::may_write(&v.actor, &body) && is_alive(r, &body)).then(|| v.link(&SupportNew { body: body.id })),
        rows: all.iter().map(row).collect(),
    };
    let page = Page::new(format!("{}: {}", t.supports_title(), body.name_in(v.lang))).nav("exchange");
    r.page(body_row(r, page, &body, network.as_ref())?, &shown)
}

/// The form of a new one.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] without a seat that speaks.
pub fn new(r: &Reading<'_>, p: SupportNew) -> Result<Answer> {
    let first = [("side", Side::Ask.word()), ("kind", SupportKind::Visit.word())];
    new_page(r, p.body, &FormView::new(r.viewer.lang, &first))
}

fn new_page(r: &Reading<'_>, id: Id<Body>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (body, network) = within(r, id)?;
    if !actions::may_write(&r.viewer.actor, &body) || !is_alive(r, &body) {
        return Err(Error::Denied(None));
    }
    let sides = Side::ALL.iter().map(|s| (s.word().to_owned(), side_word(t, *s).to_owned())).collect();
    let kinds = SupportKind::ALL.iter().map(|k| (k.word().to_owned(), kind_word(t, *k).to_owned())).collect();
    let mut sheet = Sheet {
        crumbs: body_crumbs(r, &body, network.as_ref(), true)?,
        title: t.support_new().to_owned(),
        lead: body.name_in(r.viewer.lang).to_owned(),
        submit: t.support_submit(),
        back: r.viewer.link(&SupportList { body: body.id }),
        ..Sheet::new(r.viewer.lang)
    }
    .of(form);
    sheet.fields = vec![
        form.radios("side", t.field_side(), sides).to_string(),
        form.radios("kind", t.field_support_kind(), kinds).to_string(),
        form.text("title", t.field_title()).most(TITLE_MOST as u32).to_string(),
        form.text("words", t.field_words()).lines(6).hint(t.field_words_plain()).to_string(),
    ];
    sheet.answer(r, body_row(r, Page::new(t.support_new()).nav("exchange"), &body, network.as_ref())?, form)
}

/// Writes it down.
///
/// # Errors
/// As [`new`].
pub fn begin(w: &Writing<'_>, p: SupportNew) -> Result<Answer> {
    let r = w.reading();
    let mut fields = Fields::of(w.ask);
    let sides: Vec<(&str, Side)> = Side::ALL.iter().map(|s| (s.word(), *s)).collect();
    let kinds: Vec<(&str, SupportKind)> = SupportKind::ALL.iter().map(|k| (k.word(), *k)).collect();
    let (side, kind) = (fields.choice("side", &sides), fields.choice("kind", &kinds));
    let (title, words) = (fields.line("title", TITLE_MOST), fields.text("words", WORDS_MOST));
    let again = |found: Vec<Problem>| new_page(&r, p.body, &FormView::kept(w.viewer.lang, w.ask, found));
    let (Some(side), Some(kind), true) = (side, kind, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let new = NewSupport { body: p.body, side, kind, title, words };
    match actions::support::begin(w.tx, &w.viewer.actor, &new) {
        Ok(support) => {
            Ok(Answer::to(w.viewer.link(&SupportPage { support })).with_note(T(w.viewer.lang).note_written()))
        }
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "title", &[])?),
        Err(other) => Err(other),
    }
}

#[derive(Template)]
#[template(path = "support.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    once: String,
    title: String,
    pills: Vec<Pill>,
    words: String,
    facts: Vec<(&'static str, String)>,
    outcome: String,
    /// The days of an answer.
    answer: Vec<String>,
    /// What came of it.
    finish: Vec<String>,
    acts: Vec<(&'static str, &'static str, bool)>,
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: SupportPage) -> Result<Answer> {
    page(r, p.support, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, id: Id<Support>, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let u = supports::find_support(r.conn, &v.actor, id)?;
    let (body, network) = home(r, u.body)?;
    let at = Where::from(&body);
    let persons: Vec<_> = u.author.into_iter().chain(u.partner).collect();
    let voices = Voices::of(r, &persons, &at)?;
    let (own, partner) = (is(u.author, v.actor.person), is(u.partner, v.actor.person));
    let mut facts = vec![(t.fact_author(), voices.face(r, u.author, &at).name)];
    if u.partner.is_some() {
        facts.push((t.fact_partner(), voices.face(r, u.partner, &at).name));
    }
    if let Some((first, last)) = u.first.zip(u.last) {
        let day = |day| i18n::day_medium(v.lang, day);
        facts.push((t.fact_days(), if first == last { day(first) } else { t.days(day(first), day(last)) }));
    }
    let mut acts = Vec::new();
    if own && u.state == SupportState::Answered {
        acts.push(("zustimmen", t.act_agree(), true));
        acts.push(("nicht-zustimmen", t.act_disagree(), false));
    }
    if (own || partner) && !matches!(u.state, SupportState::Done | SupportState::Withdrawn) {
        acts.push(("zurueck", if own { t.act_withdraw() } else { t.act_step_back() }, false));
    }
    let answers = u.state == SupportState::Open && !own && actions::may_write(&v.actor, &body);
    let finishes = (own || partner) && matches!(u.state, SupportState::Agreed | SupportState::Done);
    let shown = Shown {
        t,
        crumbs: web::crumbs(
            v.lang,
            &[
                (body.name_in(v.lang), shell::body_link(r, network.as_ref().map_or("", |n| n.slug.as_str()), &body)?),
                (t.supports_title(), v.link(&SupportList { body: body.id })),
            ],
        ),
        summary: form.summary(),
        once: form.once(),
        title: shell::soft(&u.title),
        pills: vec![
            Pill::new("i1", "people", side_word(t, u.side)),
            Pill::new("", "", kind_word(t, u.kind)),
            Pill::new(if u.state == SupportState::Done { "o1" } else { "" }, "", state_word(t, u.state)),
        ],
        words: text::html(&u.words),
        facts,
        outcome: u.outcome.as_deref().map_or_else(String::new, text::html),
        answer: if answers {
            vec![
                form.text("first", t.field_first()).kind("date").to_string(),
                form.text("last", t.field_last_day()).kind("date").to_string(),
            ]
        } else {
            Vec::new()
        },
        finish: if finishes {
            let field = form.text("words", t.field_outcome()).lines(3).most(OUTCOME_MOST as u32);
            vec![field.hint(t.field_outcome_hint()).to_string()]
        } else {
            Vec::new()
        },
        acts,
    };
    let page = body_row(r, Page::new(u.title.clone()).nav("exchange"), &body, network.as_ref())?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// Its steps.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn act(w: &Writing<'_>, p: SupportPage) -> Result<Answer> {
    let (r, by, base) = (w.reading(), &w.viewer.actor, w.site.outside().base_url.as_str());
    supports::find_support(w.tx, by, p.support)?;
    let again = |found: Vec<Problem>| page(&r, p.support, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let done = match w.ask.field("tat") {
        "zustimmen" => actions::support::agree(w.tx, by, p.support, true, base),
        "nicht-zustimmen" => actions::support::agree(w.tx, by, p.support, false, base),
        "zurueck" => actions::support::step_back(w.tx, by, p.support, base),
        "abschliessen" => {
            let words = fields.text("words", OUTCOME_MOST);
            if !fields.problems.is_empty() {
                return again(fields.problems);
            }
            actions::support::finish(w.tx, by, p.support, &words)
        }
        _ => {
            let (Some(first), last) = (fields.day("first"), fields.day("last")) else {
                if fields.problems.is_empty() {
                    fields.refuse("first", "Bitte nennen Sie einen Tag.", "Please give a day.");
                }
                return again(fields.problems);
            };
            if !fields.problems.is_empty() {
                return again(fields.problems);
            }
            actions::support::answer(w.tx, by, p.support, (first, last.unwrap_or(first)), base)
        }
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(T(w.viewer.lang).note_saved())),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "", &[])?),
        Err(other) => Err(other),
    }
}
