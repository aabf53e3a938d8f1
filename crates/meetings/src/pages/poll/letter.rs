//! `/terminabstimmung/{token}`: answering a date poll by the link of a letter, without signing in. Opening it changes
//! nothing, no answer is filled in beforehand, and no page sends itself. Of a sensitive network the page says which days,
//! and nothing else.

use askama::Template;
use kernel::{Error, Problem, Result};
use networks::{Body, shell};
use web::{Answer as Reply, FormView, Page, Reading, Writing};

use super::{
    place::{choice_word, chosen, field_of},
    show::answer_fields,
};
use crate::{
    MeetingState, Poll, PollDate, PollState, Voter, Way, actions,
    letters::{days::day_words, when},
    pages::lines,
    paths::PollLetter,
    rules::Outcome,
    store::{self, polls},
    words::T,
};

#[derive(Template)]
#[template(path = "poll_letter.html")]
struct Shown {
    t: T,
    title: String,
    lead: String,
    summary: String,
    once: String,
    state: String,
    until: String,
    facts: Vec<(&'static str, String)>,
    note: Vec<String>,
    fields: Vec<String>,
    submit: &'static str,
}

struct Found {
    voter: Voter,
    poll: Poll,
    body: Body,
    dates: Vec<PollDate>,
}

fn load(r: &Reading<'_>, p: &PollLetter) -> Result<Option<Found>> {
    let Some((voter, poll)) = actions::poll::find_voter(r.conn, p.token.as_str())? else { return Ok(None) };
    if !voter.stands() || poll.state != PollState::Open {
        return Ok(None);
    }
    let body = networks::body_for_program(r.conn, poll.body)?;
    let dates = polls::list_dates(r.conn, poll.id)?;
    Ok(Some(Found { voter, poll, body, dates }))
}

/// The page for a link that asks nothing any more: whoever was asked learns which day it became.
fn gone(r: &Reading<'_>, p: &PollLetter) -> Result<Reply> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let fixed = match actions::poll::find_voter(r.conn, p.token.as_str())? {
        Some((voter, poll)) if voter.stands() => poll.meeting,
        _ => None,
    };
    let meeting = fixed.map(|meeting| store::meetings::find_any_meeting(r.conn, meeting)).transpose()?;
    let words = meeting
        .filter(|meeting| meeting.state != MeetingState::Cancelled)
        .map_or_else(|| t.poll_gone().to_owned(), |meeting| t.poll_gone_settled(when(lang, &meeting)));
    web::gone(r, Some(words))
}

/// The page of the link.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: PollLetter) -> Result<Reply> {
    match load(r, &p)? {
        Some(found) => page(r, &found, None),
        None => gone(r, &p),
    }
}

fn page(r: &Reading<'_>, found: &Found, refused: Option<FormView>) -> Result<Reply> {
    let (t, v, poll, quiet) = (T(r.viewer.lang), r.viewer, &found.poll, found.body.sensitive);
    let form = match refused {
        Some(form) => form,
        None => {
            let own = polls::list_own_picks(r.conn, found.voter.id)?;
            let own: Vec<(String, &str)> =
                own.iter().map(|(date, choice)| (field_of(*date), choice_word(*choice))).collect();
            let values: Vec<(&str, &str)> = own.iter().map(|(name, word)| (name.as_str(), *word)).collect();
            FormView::new(v.lang, &values)
        }
    };
    let title = if quiet { t.poll_title_quiet().to_owned() } else { poll.title.clone() };
    let place = [(t.fact_where(), &poll.place), (t.fact_online(), &poll.online)];
    let place = place.into_iter().filter(|(_, words)| !quiet && !words.is_empty());
    let shown = Shown {
        t,
        lead: if quiet { t.letter_lead_quiet().to_owned() } else { found.body.name_in(v.lang).to_owned() },
        summary: form.summary(),
        once: form.once(),
        state: match (&found.voter.answered_at, &found.voter.contested_at) {
            (Some(_), _) => t.poll_own_answered().to_owned(),
            (None, Some(_)) => t.answer_contested_link().to_owned(),
            (None, None) => String::new(),
        },
        until: if v.today > poll.answer_until {
            t.answer_too_late(i18n::day_medium(v.lang, poll.answer_until))
        } else {
            t.answer_until(i18n::day_long(v.lang, poll.answer_until))
        },
        facts: place.map(|(label, words)| (label, words.clone())).collect(),
        note: if quiet { Vec::new() } else { lines(&poll.note) },
        fields: answer_fields(t, v.lang, &found.dates, &form, |day| day_words(t, day)),
        submit: t.poll_submit(),
        title: shell::soft(&title),
    };
    let page = Page::new(title);
    r.page(if form.is_refused() { page.refused() } else { page }, &shown).map(|reply| Reply { secret: true, ..reply })
}

/// Takes the answer.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, p: PollLetter) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some(found) = load(&r, &p)? else { return gone(&r, &p) };
    let there = w.viewer.link(&PollLetter { token: p.token.clone() });
    let picks = chosen(w.ask, &found.dates);
    let base = &w.site.outside().base_url;
    match actions::poll::answer_poll(w.tx, (&found.voter, &found.poll), &picks, Way::Link, base) {
        Ok(Outcome::Counts) => Ok(Reply::to(there).with_note(t.poll_thanks())),
        Ok(Outcome::Contested) => Ok(Reply::to(there)),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => {
            let problems: Vec<Problem> = shell::problems(fault, "", &[])?;
            page(&r, &found, Some(FormView::kept(w.viewer.lang, w.ask, problems)))
        }
        Err(other) => Err(other),
    }
}
