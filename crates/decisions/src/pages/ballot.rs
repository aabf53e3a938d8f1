//! `/wahlen/{vote}/stimmzettel`: choosing, checking, casting; afterwards the receipt. Whoever comes must have proved herself
//! within the last 15 minutes. The form carries no number of its own: a covert ballot must not be remembered beside it, and
//! sending it twice counts once anyway.

use askama::Template;
use kernel::{Error, Id, Problem, Reason, Result};
use networks::Names;
use web::{Answer, Ask, FormView, Reading, Writing};

use super::{
    Place, problems,
    vote::{UnitNames, paragraphs, unit_names},
    wording::{back_word, choice_word, grade_word, is_silence},
};
use crate::{
    Choice, Grade, VoteKind, VoteState, Way,
    actions::{self, Casting, Unit},
    letters::end_words,
    paths::{BallotPage, SecrecyPage, VotePage},
    words::T,
};

struct Slip {
    id: String,
    heading: String,
    why: String,
    /// The receipt, once it is in.
    done: Option<String>,
    /// Why it cannot be used.
    closed: Option<String>,
    fields: Vec<String>,
    /// What was chosen, to be checked.
    check: Option<(String, String)>,
    objection: Option<String>,
}

#[derive(Template)]
#[template(path = "ballot.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    title: String,
    text: Vec<String>,
    until: String,
    grade: String,
    secrecy: String,
    covert: bool,
    silence: bool,
    slips: Vec<Slip>,
    /// The sitting she came from.
    sitting: Option<String>,
    back: String,
    back_word: &'static str,
}

/// The ballot paper.
///
/// # Errors
/// [`Error::NotFound`] for a vote she may not see or has no vote in.
pub fn show(r: &Reading<'_>, p: BallotPage) -> Result<Answer> {
    let place = Place::load(r, p.vote)?;
    taken_here(&place)?;
    if let Some(answer) = accounts::require_fresh_to(r.viewer, &again(&r.ask.path, r.ask)) {
        return Ok(answer);
    }
    page(r, &place, &FormView::new(r.viewer.lang, &[]), None)
}

/// The page of this house she came from, and goes back to.
fn came_from(ask: &Ask) -> Option<String> {
    ask.query("von").filter(|from| !from.contains(['?', '&'])).and_then(accounts::local_path)
}

/// The ballot paper's address with where she came from.
fn again(path: &str, ask: &Ask) -> String {
    came_from(ask).map_or_else(|| path.to_owned(), |from| format!("{path}?von={from}"))
}

/// Of an election on paper there is no ballot here.
fn taken_here(place: &Place) -> Result<()> {
    if place.vote.kind == VoteKind::Election { actions::election::is_cast_here(&place.vote) } else { Ok(()) }
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView, checked: Option<&Casting>) -> Result<Answer> {
    let (t, v, vote) = (T(r.viewer.lang), r.viewer, &place.vote);
    let units = actions::standing(r.conn, &v.actor, vote, &place.body)?;
    if units.is_empty() {
        let none = if vote.kind == VoteKind::Election { T::ballot_elect_none } else { T::ballot_none };
        return Err(Error::Denied(Some(t_of(v, none))));
    }
    let names = unit_names(r, place)?;
    let givers = Names::load_with_places(r.conn, &v.actor, units.iter().filter_map(|u| u.giver))?;
    let many = units.len() > 1;
    // One paper after the other: the one that was sent, else the first that is still to be cast.
    let sent = units.iter().find(|u| u.entitlement.id.to_string() == form.value("unit")).filter(|u| is_left(place, u));
    let now = sent.or_else(|| units.iter().find(|u| is_left(place, u))).map(|u| u.entitlement.id);
    let slips = units.iter().map(|unit| slip(r, place, form, unit, checked, (&names, &givers, many, now)));
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[(&vote.title, v.link(&VotePage { vote: vote.id }))])?,
        summary: form.summary(),
        title: vote.title.clone(),
        text: paragraphs(&vote.text),
        until: {
            let until = vote.closes_at.map_or_else(String::new, |at| end_words(v.lang, at));
            if vote.kind == VoteKind::Election { t.ballot_elect_until(until) } else { t.ballot_until(until) }
        },
        grade: grade_word(t, vote.grade).to_owned(),
        secrecy: v.link(&SecrecyPage { vote: vote.id }),
        covert: vote.grade == Grade::Covert,
        silence: is_silence(vote, &place.rules.rules),
        slips: slips.collect::<Result<_>>()?,
        sitting: came_from(r.ask),
        back: v.link(&VotePage { vote: vote.id }),
        back_word: back_word(t, vote),
    };
    let title = t.ballot_title(&vote.title);
    let page = place.page(r, &title)?;
    Ok(r.page(if form.is_refused() { page.refused() } else { page }, &shown)?.fresh())
}

/// A sentence of this crate in both languages, for a refusal.
fn t_of(_: &web::Viewer, key: fn(T) -> &'static str) -> Reason {
    Reason::new(key(T(kernel::Lang::De)), key(T(kernel::Lang::En)))
}

fn slip(
    r: &Reading<'_>,
    place: &Place,
    form: &FormView,
    unit: &Unit,
    checked: Option<&Casting>,
    (names, givers, many, now): (&UnitNames, &Names<'_>, bool, Option<Id<crate::Entitlement>>),
) -> Result<Slip> {
    let (t, vote) = (T(r.viewer.lang), &place.vote);
    let heading = match unit.way {
        Way::Proxy => {
            let giver = unit.giver.and_then(|g| givers.anywhere(g)).map(|who| who.name.full());
            t.ballot_proxy(giver.unwrap_or_else(|| names.of(&unit.entitlement)))
        }
        _ if many => t.ballot_for(names.of(&unit.entitlement)),
        _ => t.ballot_yours().to_owned(),
    };
    let closed = if let Some(why) = &unit.entitlement.barred {
        Some(t.ballot_barred(why))
    } else if unit.mark.is_none() && is_used(place, unit) {
        Some(t.ballot_used().to_owned())
    } else if unit.mark.is_none() && unit.is_spent(vote, &place.rules.rules) {
        Some(actions::spent(&place.rules.rules).text(r.viewer.lang).to_owned())
    } else if !vote.is_open_at(r.viewer.now) {
        let early = vote.state == VoteState::Announced;
        Some(
            match (vote.kind, early) {
                (VoteKind::Motion, true) => t.ballot_early(),
                (VoteKind::Motion, false) => t.ballot_over(),
                (VoteKind::Election, true) => t.ballot_elect_early(),
                (VoteKind::Election, false) => t.ballot_elect_over(),
            }
            .to_owned(),
        )
    } else if unit.mark.is_none() && now != Some(unit.entitlement.id) {
        Some(t.ballot_later().to_owned())
    } else {
        None
    };
    let mine = checked.filter(|c| c.unit == unit.entitlement.id);
    let check = mine.map(|c| choice_of(r, place, &c.choice)).transpose()?;
    let fields = match vote.kind {
        VoteKind::Motion => motion_fields(t, form, vote.grade),
        VoteKind::Election => super::election::fields(r, place, form)?,
    };
    let objection = (vote.method == crate::Method::Circular)
        .then(|| form.text("reason", t.object_reason()).lines(3).most(1_000).to_string());
    Ok(Slip {
        id: unit.entitlement.id.to_string(),
        heading,
        why: unit.entitlement.reason.text(r.viewer.lang).to_owned(),
        done: unit.mark.as_ref().map(|m| m.receipt.clone()),
        closed,
        fields,
        check: check.zip(mine.map(|c| c.choice.text())),
        objection,
    })
}

/// Whether the unit's vote is cast; where all of a unit vote together, only a proxy or an envelope ends that.
fn is_used(place: &Place, unit: &Unit) -> bool {
    let together = place.rules.rules.votes.casting.value == crate::rules::Casting::Together;
    unit.used && (place.vote.grade == Grade::Covert || !together || unit.way == Way::Proxy || unit.gone)
}

/// Whether the reader can still cast it.
fn is_left(place: &Place, unit: &Unit) -> bool {
    unit.mark.is_none()
        && unit.entitlement.barred.is_none()
        && !is_used(place, unit)
        && !unit.is_spent(&place.vote, &place.rules.rules)
}

fn motion_fields(t: T, form: &FormView, grade: Grade) -> Vec<String> {
    let mut choices = vec![Choice::Yes, Choice::No, Choice::Abstain];
    if grade == Grade::Covert {
        choices.push(Choice::Invalid);
    }
    let options = choices.iter().map(|c| (c.text(), choice_word(t, c).to_owned())).collect();
    vec![form.radios("choice", t.ballot_choose(), options).to_string()]
}

fn choice_of(r: &Reading<'_>, place: &Place, choice: &Choice) -> Result<String> {
    match place.vote.kind {
        VoteKind::Motion => Ok(choice_word(T(r.viewer.lang), choice).to_owned()),
        VoteKind::Election => super::election::choice_words(r, place, choice),
    }
}

/// Checks, casts, or objects.
///
/// # Errors
/// As [`crate::cast`].
pub fn act(w: &Writing<'_>, p: BallotPage) -> Result<Answer> {
    let t = T(w.viewer.lang);
    let place = Place::load(&w.reading(), p.vote)?;
    taken_here(&place)?;
    if let Some(answer) = accounts::require_fresh_in(w) {
        return Ok(answer);
    }
    let refused = |found: Vec<Problem>| page(&w.reading(), &place, &FormView::kept(w.viewer.lang, w.ask, found), None);
    let unit: Id<crate::Entitlement> = w.ask.field("unit").parse().map_err(|_| Error::NotFound)?;
    if w.ask.field("tat") == "widerspruch" {
        return match crate::object_to_circular(w.tx, &w.viewer.actor, p.vote, unit, w.ask.field("reason")) {
            Ok(()) => Ok(Answer::to(w.viewer.link(&VotePage { vote: p.vote })).with_note(t.object_done())),
            Err(fault) => refused(problems(fault, "reason")?),
        };
    }
    let choice = match place.vote.kind {
        VoteKind::Motion => Choice::read(w.ask.field("choice")),
        VoteKind::Election => super::election::read_choice(w, &place)?,
    };
    let Some(choice) = choice else {
        let reason = t_of(w.viewer, T::ballot_choose_one);
        return refused(vec![Problem { field: "choice", reason }]);
    };
    let casting = Casting { unit, choice };
    if w.ask.field("tat") == "pruefen" {
        w.tx.silent("what is checked is not cast");
        let form = FormView::kept(w.viewer.lang, w.ask, Vec::new());
        return page(&w.reading(), &place, &form, Some(&casting));
    }
    match crate::cast(w.tx, &w.viewer.actor, p.vote, &casting) {
        Ok(_) => Ok(Answer::to(again(&w.viewer.link(&p), w.ask))),
        Err(fault) => refused(problems(fault, "choice")?),
    }
}
