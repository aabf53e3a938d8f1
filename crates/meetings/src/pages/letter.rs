//! `/einladung/{token}`: answering by the link of a letter, without signing in. Opening it changes nothing, and no page
//! sends itself. Of a sensitive network the page says when, and nothing else.

use accounts::paths::Token;
use askama::Template;
use kernel::{Error, Problem, Reason, Result};
use networks::{Body, shell};
use web::{Answer as Reply, Fields, FormView, Page, Reading, Writing};

use super::{
    agenda::{heard, item::minutes, proposal::proposal_fields},
    answer_word, lines,
    meetings::answer::{asked, substitute_fields, thanks},
};
use crate::{
    Answer, Invitation, Meeting, MeetingState, Way, actions,
    actions::agenda::may_propose,
    actions::inviting::{Sent, find_by_token},
    letters::{asked_word, time, when},
    paths::{LetterAnswer, LiveLetter},
    reads::{hearing_of, may_send},
    rules::{Hearing, Outcome, sees_place, times},
    store,
    words::T,
};

#[derive(Template)]
#[template(path = "letter.html")]
struct Shown {
    t: T,
    title: String,
    lead: String,
    summary: String,
    once: String,
    state: String,
    until: String,
    /// Where one enters herself while the sitting runs.
    live: Option<String>,
    /// The answer the letter's link asked for, then the others.
    buttons: Vec<(&'static str, &'static str, bool)>,
    substitute: Vec<String>,
    substitute_first: bool,
    facts: Vec<(&'static str, String, String)>,
    note: Vec<String>,
    items: Vec<(String, String)>,
    papers: Option<String>,
    topic: Vec<String>,
}

/// What a link opens.
pub struct Found {
    /// The invitation.
    pub invitation: Invitation,
    /// The meeting.
    pub meeting: Meeting,
    /// Its body.
    pub body: Body,
}

/// What the link still opens.
///
/// # Errors
/// When the database cannot be read.
pub fn load(r: &Reading<'_>, p: &LetterAnswer) -> Result<Option<Found>> {
    let Some((invitation, meeting)) = find_by_token(r.conn, p.token.as_str())? else { return Ok(None) };
    let body = networks::body_for_program(r.conn, meeting.body)?;
    let mut open = invitation.stands() && meeting.state != MeetingState::Cancelled;
    // As long as it was planned to last, or as it really does.
    if open && meeting.ends_at() <= r.viewer.now {
        open = store::live::find_sitting(r.conn, meeting.id)?.is_some_and(|sitting| sitting.is_open());
    }
    Ok(open.then_some(Found { invitation, meeting, body }))
}

/// The page for a link that opens nothing any more.
///
/// # Errors
/// When a template fails.
pub fn gone(r: &Reading<'_>) -> Result<Reply> {
    web::gone(r, Some(T(r.viewer.lang).letter_gone().to_owned()))
}

/// The page of the link.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: LetterAnswer) -> Result<Reply> {
    match load(r, &p)? {
        Some(found) => page(r, (&p.token, &found), &FormView::new(r.viewer.lang, &[]), ""),
        None => gone(r),
    }
}

fn page(r: &Reading<'_>, (token, found): (&Token, &Found), form: &FormView, thanked: &str) -> Result<Reply> {
    let live = store::live::find_sitting(r.conn, found.meeting.id)?.is_some_and(|sitting| sitting.is_open());
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (m, invitation, quiet) = (&found.meeting, &found.invitation, found.body.sensitive);
    let wanted = asked(r.ask.query("antwort").unwrap_or_default());
    let mut buttons = vec![(Answer::Yes, t.answer_yes()), (Answer::No, t.answer_no())];
    if wanted == Some(Answer::No) {
        buttons.reverse();
    }
    let first = wanted.unwrap_or(Answer::Yes);
    let buttons = buttons.into_iter().map(|(a, word)| (asked_word(a), word, a == first)).collect();
    let state = match (thanked, invitation.answer) {
        ("", Answer::None) if invitation.contested_at.is_some() => t.answer_contested_link().to_owned(),
        ("", Answer::None) => String::new(),
        ("", answer) => t.answer_stands(answer_word(t, answer)),
        (words, _) => words.to_owned(),
    };
    let title = if quiet { t.letter_title_quiet().to_owned() } else { m.title.clone() };
    let may_topic = !quiet && hearing_of(invitation) != Hearing::Guest && may_propose(m, v.today).is_ok();
    let shown = Shown {
        t,
        lead: if quiet { t.letter_lead_quiet().to_owned() } else { found.body.name_in(v.lang).to_owned() },
        summary: form.summary(),
        once: form.once(),
        state,
        live: if live { Some(v.link(&LiveLetter { token: token.clone() })) } else { None },
        until: m.answer_until.map_or_else(String::new, |day| {
            if v.today > day {
                t.answer_too_late(i18n::day_medium(v.lang, day))
            } else {
                t.answer_until(i18n::day_long(v.lang, day))
            }
        }),
        buttons,
        substitute: if may_send(invitation.capacity) { substitute_fields(t, form) } else { Vec::new() },
        substitute_first: wanted == Some(Answer::Substitute),
        facts: facts(r, t, found),
        note: if quiet { Vec::new() } else { lines(&m.note) },
        items: if quiet { Vec::new() } else { items(r, found)? },
        papers: if quiet { None } else { super::letter_papers::offered(r, found, token)? },
        topic: if may_topic { proposal_fields(t, form) } else { Vec::new() },
        title: shell::soft(&title),
    };
    let page = Page::new(title);
    r.page(if form.is_refused() { page.refused() } else { page }, &shown).map(|reply| Reply { secret: true, ..reply })
}

fn facts(r: &Reading<'_>, t: T, found: &Found) -> Vec<(&'static str, String, String)> {
    let m = &found.meeting;
    let mut facts = vec![(t.fact_when(), when(r.viewer.lang, m), String::new())];
    if found.body.sensitive {
        return facts;
    }
    if sees_place(m, false, Some(found.invitation.answer)) {
        if !m.place.is_empty() {
            facts.push((t.fact_where(), m.place.clone(), String::new()));
        }
        if !m.online.is_empty() {
            facts.push((t.fact_online(), m.online.clone(), m.online.clone()));
        }
    } else if !m.place.is_empty() || !m.online.is_empty() {
        facts.push((t.fact_where(), t.where_later().to_owned(), String::new()));
    }
    facts
}

fn items(r: &Reading<'_>, found: &Found) -> Result<Vec<(String, String)>> {
    let all = store::agenda::list_items(r.conn, found.meeting.id)?;
    let sum = times(&found.meeting, &all);
    let mut heard = heard(&all, hearing_of(&found.invitation));
    if let Some(only) = found.invitation.item {
        heard.retain(|(_, it)| it.id == only);
    }
    let begin = |n: usize| sum.begins.get(n - 1).filter(|_| sum.minutes > 0);
    let line = |(n, it): (usize, &crate::Item)| {
        let at = begin(n).map_or_else(String::new, |at| time(r.viewer.lang, *at));
        (at, format!("{n}. {}", it.title))
    };
    Ok(heard.into_iter().map(line).collect())
}

/// Takes the answer, or a topic.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, p: LetterAnswer) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some(found) = load(&r, &p)? else { return gone(&r) };
    let again =
        |problems: Vec<Problem>| page(&r, (&p.token, &found), &FormView::kept(w.viewer.lang, w.ask, problems), "");
    let there = || w.viewer.link(&LetterAnswer { token: p.token.clone() });
    if w.ask.field("antwort") == "thema" {
        return topic(w, &found, &there(), again);
    }
    let Some(new) = asked(w.ask.field("antwort")) else {
        return again(vec![Problem {
            field: "",
            reason: Reason::new("Bitte wählen Sie eine Antwort.", "Please choose an answer."),
        }]);
    };
    let (name, mail) = (Fields::of(w.ask).line("name", 120), w.ask.field("mail").to_owned());
    let sent = Sent { name: &name, mail: &mail };
    let base = &w.site.outside().base_url;
    match actions::inviting::answer(w.tx, found.invitation.id, (new, Way::Link), sent, base) {
        Ok(Outcome::Counts) => Ok(Reply::to(there()).with_note(&thanks(t, new, &name))),
        Ok(Outcome::Contested) => Ok(Reply::to(there())),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "", &[])?),
        Err(other) => Err(other),
    }
}

fn topic(w: &Writing<'_>, found: &Found, there: &str, again: impl Fn(Vec<Problem>) -> Result<Reply>) -> Result<Reply> {
    if found.body.sensitive {
        return Err(Error::NotFound);
    }
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte nennen Sie das Thema.", "Please name the topic.");
    let minutes = minutes(&mut fields, w.ask.field("minutes"));
    let note = fields.text("note", 4000);
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    let new = (title.as_str(), note.as_str(), minutes);
    match actions::agenda::propose_by_letter(w.tx, &found.invitation, &found.meeting, new) {
        Ok(_) => Ok(Reply::to(there).with_note(T(w.viewer.lang).note_proposed())),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "title", &[])?),
        Err(other) => Err(other),
    }
}
