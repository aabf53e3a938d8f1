//! `/rundschreiben/{circular}`: for those who lead the preview, the recall and how it fared; for those of another network
//! that is asked the words and two buttons; for whoever got it the words.

use askama::Template;
use kernel::{Error, Id, Result};
use networks::{Body, Names, shell};
use web::{Answer, FormView, Page, Reading, Slug, Writing};

use super::{circular_word, form::audience_word, posts_of, recipient_name, state_word};
use crate::{
    Beyond, BeyondState, Circular, CircularState, RecipientState, actions,
    export::NAME,
    letters::is,
    pages::place::{body_crumbs, body_row},
    paths::{CircularFile, CircularPage},
    store::circulars,
    words::T,
};

/// Up to so many names stand open; the rest folds.
const NAMES_OPEN: usize = 30;

#[derive(Template)]
#[template(path = "circular.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    once: String,
    title: String,
    lead: String,
    state: &'static str,
    words: String,
    facts: Vec<(&'static str, String)>,
    /// Whom it goes to, before it leaves.
    names: Vec<String>,
    more: Vec<String>,
    count: usize,
    others: Vec<String>,
    lost: Vec<String>,
    spared: usize,
    /// What can be done: value, word, whether it is the main thing.
    acts: Vec<(String, String, bool)>,
    note: String,
    /// To whom it went: name and how it fared.
    went: Vec<(String, &'static str)>,
    counts: Vec<(&'static str, usize)>,
    files: Vec<(&'static str, String)>,
    form: bool,
}

/// What a reader is to a circular.
struct Stance {
    circular: Circular,
    body: Body,
    beyond: Vec<Beyond>,
    leads: bool,
    /// The networks she leads that are asked.
    asked: Vec<Id<Body>>,
}

fn load(r: &Reading<'_>, id: Id<Circular>) -> Result<Stance> {
    let actor = &r.viewer.actor;
    let circular = circulars::find_any_circular(r.conn, id)?;
    let body = networks::body_for_program(r.conn, circular.body)?;
    let beyond = circulars::list_beyond(r.conn, id)?;
    let leads = networks::find_body(r.conn, actor, circular.body).is_ok() && actions::circulars::writes(actor, &body);
    let mut asked = Vec::new();
    for other in beyond.iter().filter(|b| b.state == BeyondState::Asked) {
        let network = networks::body_for_program(r.conn, other.network)?;
        if actions::circulars::writes(actor, &network) {
            asked.push(other.network);
        }
    }
    let waits = circular.state == CircularState::Confirming;
    let decides = waits && !asked.is_empty();
    if !leads && !decides && !got(r, &circular)? {
        return Err(Error::NotFound);
    }
    Ok(Stance { circular, body, beyond, leads, asked: if waits { asked } else { Vec::new() } })
}

/// Whether it went to the reader, through a network she is still in.
fn got(r: &Reading<'_>, circular: &Circular) -> Result<bool> {
    let actor = &r.viewer.actor;
    if circular.state != CircularState::Sent || actor.person.is_none() {
        return Ok(false);
    }
    let all = circulars::list_recipients(r.conn, circular.id)?;
    let hers =
        |to: &crate::Recipient| is(to.person, actor.person) && actor.sits.iter().any(|s| s.network == to.network.raw());
    Ok(all.iter().any(hers))
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub fn show(r: &Reading<'_>, p: CircularPage) -> Result<Answer> {
    page(r, &load(r, p.circular)?, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, of: &Stance, form: &FormView) -> Result<Answer> {
    let (t, v, c) = (T(r.viewer.lang), r.viewer, &of.circular);
    let mut shown = Shown {
        t,
        crumbs: crumbs(r, of)?,
        summary: form.summary(),
        once: form.once(),
        title: shell::soft(&c.subject),
        lead: of.body.name_in(v.lang).to_owned(),
        state: circular_word(t, c.state),
        words: text::html(&c.words),
        facts: facts(r, t, of)?,
        names: Vec::new(),
        more: Vec::new(),
        count: 0,
        others: Vec::new(),
        lost: Vec::new(),
        spared: 0,
        acts: Vec::new(),
        note: String::new(),
        went: Vec::new(),
        counts: Vec::new(),
        files: Vec::new(),
        form: of.leads || !of.asked.is_empty(),
    };
    if of.leads && c.state == CircularState::Sent {
        fared(r, t, of, &mut shown)?;
    } else if of.leads && c.state != CircularState::Recalled {
        before(r, t, of, &mut shown)?;
    }
    if !of.asked.is_empty() {
        decisions(r, t, of, &mut shown)?;
    }
    let page = Page::new(c.subject.clone()).nav("exchange");
    let page = if of.leads { body_row(r, page, &of.body, network(r, of)?.as_ref())? } else { page };
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

fn network(r: &Reading<'_>, of: &Stance) -> Result<Option<Body>> {
    Ok(networks::list_bodies_by_id(r.conn, &r.viewer.actor, &[of.body.network])?.into_iter().next())
}

fn crumbs(r: &Reading<'_>, of: &Stance) -> Result<String> {
    if of.leads {
        return body_crumbs(r, &of.body, network(r, of)?.as_ref(), true);
    }
    let t = T(r.viewer.lang);
    Ok(web::crumbs(r.viewer.lang, &[(t.nav_exchange(), r.viewer.link(&crate::paths::ThreadList {}))]))
}

fn facts(r: &Reading<'_>, t: T, of: &Stance) -> Result<Vec<(&'static str, String)>> {
    let (v, c) = (r.viewer, &of.circular);
    let mut facts = Vec::new();
    if of.leads {
        let mut whom = audience_word(t, c.audience).to_owned();
        if let Some(territory) = c.territory {
            whom = format!("{whom}: {}", people::find_territory(r.conn, territory)?.name);
        }
        facts.push((t.field_audience(), whom));
        facts.push((t.field_duty(), if c.duty { t.yes() } else { t.no() }.to_owned()));
    }
    if let Some(at) = c.leaves_at.filter(|_| c.state == CircularState::Waiting && of.leads) {
        facts.push((t.fact_leaves(), i18n::moment_short(v.lang, at, v.today)));
    }
    facts.extend(c.sent_at.map(|at| (t.fact_sent(), i18n::moment_short(v.lang, at, v.today))));
    Ok(facts)
}

/// Whom it goes to now, with names and count, and what can be done.
fn before(r: &Reading<'_>, t: T, of: &Stance, shown: &mut Shown) -> Result<()> {
    let (v, c) = (r.viewer, &of.circular);
    let aims = actions::circulars::aims(r.conn, c, &of.body, &of.beyond)?;
    let names = Names::load(r.conn, &v.actor, aims.iter().filter_map(|a| a.invitee.person))?;
    let posts = posts_of(r, aims.iter().filter_map(|a| a.invitee.post).collect())?;
    let home = |a: &&actions::circulars::Aim| a.networks.first() == Some(&of.body.network);
    let name =
        |a: &actions::circulars::Aim| recipient_name(r, (a.invitee.person, a.invitee.post), &names, &posts, &of.body);
    let in_state = |state: RecipientState| aims.iter().filter(home).filter(move |a| a.state == state);
    let mut all: Vec<String> = in_state(RecipientState::Written).map(name).collect();
    all.sort_by_cached_key(|n| i18n::fold_name(n));
    shown.lost = in_state(RecipientState::NoAddress).map(name).collect();
    shown.lost.sort_by_cached_key(|n| i18n::fold_name(n));
    let quiet = quiet(r, of)?;
    let counted = |a: &&actions::circulars::Aim| a.networks.first().is_some_and(|n| !quiet.contains(n));
    let count = |state| aims.iter().filter(counted).filter(|a| a.state == state).count();
    (shown.spared, shown.count) = (count(RecipientState::Declined), count(RecipientState::Written));
    shown.more = all.split_off(all.len().min(NAMES_OPEN));
    shown.names = all;
    // Who belongs to other networks is theirs to know: a number is told here.
    for other in &of.beyond {
        let count = aims
            .iter()
            .filter(|a| a.networks.first() == Some(&other.network) && a.state == RecipientState::Written)
            .count();
        let network = networks::list_bodies_by_id(r.conn, &v.actor, &[other.network])?;
        let called = network.first().map_or_else(String::new, |n| n.name_in(v.lang).to_owned());
        shown.others.push(match other.state {
            BeyondState::Declined => t.beyond_declined(called),
            BeyondState::Asked if quiet.contains(&other.network) => t.beyond_asked_quiet(called),
            BeyondState::Asked => t.beyond_asked(called, count),
            BeyondState::LetIn if quiet.contains(&other.network) => t.beyond_let_in_quiet(called),
            BeyondState::LetIn => t.beyond_let_in(called, count),
        });
    }
    match c.state {
        CircularState::Draft => {
            let word = if of.beyond.is_empty() { t.act_release(shown.count) } else { t.act_ask_others().to_owned() };
            if shown.count > 0 {
                shown.acts.push(("freigeben".to_owned(), word, true));
            }
            shown.note = if of.beyond.is_empty() { t.release_note() } else { t.release_note_beyond() }.to_owned();
        }
        CircularState::Waiting if c.leaves_at.is_some_and(|at| at > v.now) => {
            shown.acts.push(("zurueckholen".to_owned(), t.act_recall().to_owned(), true));
        }
        CircularState::Confirming => {
            shown.acts.push(("zurueckholen".to_owned(), t.act_recall().to_owned(), false));
        }
        _ => {}
    }
    Ok(())
}

/// The other networks whose numbers stay with them: those under special protection, and those the reader does not see.
fn quiet(r: &Reading<'_>, of: &Stance) -> Result<Vec<Id<Body>>> {
    let asked: Vec<Id<Body>> = of.beyond.iter().map(|b| b.network).collect();
    let seen = networks::list_bodies_by_id(r.conn, &r.viewer.actor, &asked)?;
    let open = |id: &Id<Body>| seen.iter().any(|n| n.id == *id && !n.sensitive);
    Ok(asked.iter().copied().filter(|id| !open(id)).collect())
}

/// The buttons of those who let it in or not.
fn decisions(r: &Reading<'_>, t: T, of: &Stance, shown: &mut Shown) -> Result<()> {
    if is(of.circular.author, r.viewer.actor.person) {
        shown.note = t.second_person().to_owned();
        return Ok(());
    }
    for network in networks::list_bodies_by_id(r.conn, &r.viewer.actor, &of.asked)? {
        let name = network.short();
        shown.acts.push((format!("weitergeben-{}", network.id), t.act_let_in(name), true));
        shown.acts.push((format!("ablehnen-{}", network.id), t.act_decline(name), false));
    }
    Ok(())
}

/// To whom it went, and how it fared.
fn fared(r: &Reading<'_>, t: T, of: &Stance, shown: &mut Shown) -> Result<()> {
    let all = circulars::list_recipients(r.conn, of.circular.id)?;
    let own: Vec<_> = all.iter().filter(|to| to.network == of.body.network).collect();
    let names = Names::load(r.conn, &r.viewer.actor, own.iter().filter_map(|to| to.person))?;
    let posts = posts_of(r, own.iter().filter_map(|to| to.post).collect())?;
    shown.went = own
        .iter()
        .map(|to| (recipient_name(r, (to.person, to.post), &names, &posts, &of.body), state_word(t, to.state)))
        .collect();
    shown.went.sort_by_cached_key(|(name, _)| i18n::fold_name(name));
    let quiet = quiet(r, of)?;
    let counted = || all.iter().filter(|to| !quiet.contains(&to.network));
    shown.counts = RecipientState::ALL
        .iter()
        .map(|state| (state_word(t, *state), counted().filter(|to| to.state == *state).count()))
        .filter(|(_, count)| *count > 0)
        .collect();
    let file = |form: &str| -> Result<String> {
        let slug = |text: &str| text.parse::<Slug>().map_err(|()| Error::internal("a slug of ours"));
        let path = CircularFile { body: of.body.id, list: slug(NAME)?, form: slug(form)? };
        Ok(format!("{path}?rundschreiben={}", of.circular.id))
    };
    shown.files = vec![("Excel", file("xlsx")?), ("CSV", file("csv")?)];
    Ok(())
}

/// Releases it, calls it back, lets it in or does not.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn act(w: &Writing<'_>, p: CircularPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = load(&r, p.circular)?;
    let (by, tat) = (&w.viewer.actor, w.ask.field("tat"));
    let network = || tat.rsplit_once('-').and_then(|(_, id)| id.parse::<Id<Body>>().ok()).ok_or(Error::NotFound);
    let done = match tat.split('-').next().unwrap_or_default() {
        "freigeben" => actions::circulars::release(w.tx, by, p.circular).map(|c| match c.leaves_at {
            Some(at) => t.note_leaves(i18n::moment_short(w.viewer.lang, at, w.viewer.today)),
            None => t.note_asks().to_owned(),
        }),
        "zurueckholen" => actions::circulars::recall(w.tx, by, p.circular).map(|()| t.note_recalled().to_owned()),
        "weitergeben" => {
            actions::circulars::decide(w.tx, by, p.circular, network()?, true).map(|()| t.note_let_in().to_owned())
        }
        "ablehnen" => {
            actions::circulars::decide(w.tx, by, p.circular, network()?, false).map(|()| t.note_declined().to_owned())
        }
        _ => return Err(Error::NotFound),
    };
    match done {
        // Whoever let it in or declined no longer sees it.
        Ok(note) if of.leads => Ok(Answer::to(w.viewer.link(&p)).with_note(&note)),
        Ok(note) => Ok(Answer::to(w.viewer.link(&crate::paths::ThreadList {})).with_note(&note)),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => {
            page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, shell::problems(fault, "", &[])?))
        }
        Err(other) => Err(other),
    }
}
