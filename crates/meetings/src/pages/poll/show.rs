//! The page of a date poll: her own answer on top, how each day fares, and what whoever convenes does next.

use std::collections::HashMap;

use askama::Template;
use decisions::rules::notice::Notice;
use kernel::{Day, Id, Result};
use networks::{Body, Names, Place as Where, shell};
use web::{Answer as Reply, FormView, Reading};

use super::place::{Place, choice_word, choices, field_of};
use crate::{
    Choice, Pick, Poll, PollDate, PollState, Voter,
    actions::inviting::addressees,
    pages::{
        body,
        days::Beside,
        invitees::{Named, names_of},
        lines,
    },
    paths::{MeetingPage, PollDrop, PollEdit, PollPage, PollRemind},
    rules::{Tally, TooNear, best, tally, too_near},
    store::polls,
    words::T,
};

/// Up to so many names stand open; the rest folds.
const NAMES_OPEN: usize = 30;

struct DateRow {
    id: String,
    when: String,
    beside: Vec<String>,
    /// Why its invitation would not be in time, for whoever convenes.
    near: String,
    yes: usize,
    maybe: usize,
    no: usize,
    best: bool,
    /// Who chose what: answer and names.
    names: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "poll.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    lead: String,
    summary: String,
    once: String,
    leads: bool,
    draft: bool,
    open: bool,
    ended: String,
    meeting: Option<String>,
    edit: String,
    remind: String,
    drop: String,
    facts: Vec<(&'static str, String)>,
    note: Vec<String>,
    /// Her own answer.
    own: Vec<String>,
    own_state: String,
    best: String,
    rows: Vec<DateRow>,
    answered: String,
    silent: Vec<String>,
    /// How many of them a letter can remind.
    reminded: usize,
    /// Before: whom the question goes to.
    asked: Vec<Named>,
    asked_more: Vec<Named>,
    asked_count: usize,
    asked_lost: usize,
    add: Vec<String>,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: PollPage) -> Result<Reply> {
    let place = Place::load(r, p.poll)?;
    page(r, &place, None)
}

/// The page, with what was refused.
///
/// # Errors
/// When the database cannot be read.
pub fn page(r: &Reading<'_>, place: &Place, refused: Option<&FormView>) -> Result<Reply> {
    let (t, v, poll) = (T(r.viewer.lang), r.viewer, &place.poll);
    let (draft, open) = (poll.state == PollState::Draft, poll.state == PollState::Open);
    let voters = if draft { Vec::new() } else { polls::list_voters(r.conn, poll.id)? };
    let picks = if draft { Vec::new() } else { polls::list_picks(r.conn, poll.id)? };
    let days: Vec<Day> = place.dates.iter().map(|d| d.starts_at.day()).collect();
    let invitees = if draft && place.leads { addressees(r.conn, &place.body)? } else { Vec::new() };
    let beside = if draft && place.leads {
        let persons: Vec<_> = invitees.iter().filter_map(|i| i.person).collect();
        Beside::of_invited(r, &place.body, &persons, &days, None)?
    } else {
        Beside::own(r, &days)?
    };
    let own_picks = own_picks(place, &picks);
    let blank = blank_form(r, &own_picks);
    let form = refused.unwrap_or(&blank);
    let names = names(r, place, &voters)?;
    let standing: HashMap<Id<Voter>, &Voter> = voters.iter().filter(|v| v.stands()).map(|v| (v.id, v)).collect();
    let tallies = tally(&place.dates, &picks, |pick| standing.contains_key(&pick.voter));
    let tops = if open { best(&tallies) } else { Vec::new() };
    let mut asked = names_of(r, &place.body, &invitees)?;
    let asked_count = asked.len();
    let asked_more = asked.split_off(asked.len().min(NAMES_OPEN));
    let answered = standing.values().filter(|v| v.answered_at.is_some()).count();
    let mut silent: Vec<String> =
        standing.values().filter(|v| v.answered_at.is_none()).filter_map(|v| names.get(&v.id).cloned()).collect();
    silent.sort_by_cached_key(|name| i18n::fold(name));
    let notice = if place.leads && (draft || open) { notice_of(r, &place.body)? } else { None };
    let near = |day| notice.as_ref().map_or_else(String::new, |notice| near(r, t, notice, (poll, day)));
    let rows = tallies
        .iter()
        .map(|it| DateRow { near: near(it.date.starts_at.day()), ..row(r, t, it, &tops, &beside, (&picks, &names)) })
        .collect();
    let shown = Shown {
        t,
        crumbs: body::crumbs(r, &place.body, place.network.as_ref(), true)?,
        title: shell::soft(&poll.title),
        lead: format!("{}, {}", t.poll_title(), place.body.name_in(v.lang)),
        summary: form.summary(),
        once: form.once(),
        leads: place.leads,
        draft,
        open,
        ended: match poll.state {
            PollState::Settled => t.poll_is_settled().to_owned(),
            PollState::Dropped => t.poll_is_dropped().to_owned(),
            PollState::Draft | PollState::Open => String::new(),
        },
        meeting: poll.meeting.map(|meeting| v.link(&MeetingPage { meeting })),
        edit: v.link(&PollEdit { poll: poll.id }),
        remind: v.link(&PollRemind { poll: poll.id }),
        drop: v.link(&PollDrop { poll: poll.id }),
        facts: facts(r, t, place),
        note: lines(&poll.note),
        own: if open && place.voter.is_some() { own_fields(r, t, place, form, &beside) } else { Vec::new() },
        own_state: own_state(t, place),
        best: best_words(r, t, &tops),
        rows,
        answered: if draft { String::new() } else { t.poll_answered(answered, standing.len()) },
        silent: if open { silent } else { Vec::new() },
        reminded: voters.iter().filter(|v| v.is_silent()).count(),
        asked_lost: invitees.iter().filter(|i| i.address.is_none()).count(),
        asked,
        asked_more,
        asked_count,
        add: if draft && place.leads { add_fields(t, form) } else { Vec::new() },
    };
    let page = place.page(r)?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

fn own_picks(place: &Place, picks: &[Pick]) -> Vec<(String, &'static str)> {
    let Some(voter) = &place.voter else { return Vec::new() };
    let own = picks.iter().filter(|p| p.voter == voter.id);
    own.map(|p| (field_of(p.date), choice_word(p.choice))).collect()
}

fn blank_form(r: &Reading<'_>, own: &[(String, &'static str)]) -> FormView {
    let mut values: Vec<(&str, &str)> = own.iter().map(|(name, word)| (name.as_str(), *word)).collect();
    values.push(("hour", "10:00"));
    FormView::new(r.viewer.lang, &values)
}

/// A question for each day: on a phone one below the other.
#[must_use]
pub fn answer_fields(
    t: T,
    lang: kernel::Lang,
    dates: &[PollDate],
    form: &FormView,
    beside: impl Fn(Day) -> Vec<String>,
) -> Vec<String> {
    dates
        .iter()
        .map(|date| {
            let (name, label) = (field_of(date.id), i18n::moment_long(lang, date.starts_at));
            let hint = beside(date.starts_at.day()).join(" · ");
            form.radios(&name, &label, choices(t)).hint(&hint).to_string()
        })
        .collect()
}

fn own_fields(r: &Reading<'_>, t: T, place: &Place, form: &FormView, beside: &Beside) -> Vec<String> {
    answer_fields(t, r.viewer.lang, &place.dates, form, |day| beside.of(t, day))
}

fn own_state(t: T, place: &Place) -> String {
    match &place.voter {
        Some(v) if v.answered_at.is_some() && v.late => format!("{} {}", t.poll_own_answered(), t.answer_was_late()),
        Some(v) if v.answered_at.is_some() => t.poll_own_answered().to_owned(),
        Some(v) if v.contested_at.is_some() => t.answer_contested().to_owned(),
        _ => String::new(),
    }
}

/// The best day in words; those that are as good are named, too.
fn best_words(r: &Reading<'_>, t: T, tops: &[Tally]) -> String {
    let Some(top) = tops.first() else { return String::new() };
    let when = |it: &Tally| i18n::moment_long(r.viewer.lang, it.date.starts_at);
    let first = t.poll_best(when(top), top.yes, top.maybe, top.no);
    let others: Vec<String> = tops.iter().skip(1).map(when).collect();
    if others.is_empty() {
        first
    } else {
        format!("{first} {}", t.poll_best_too(i18n::list_and(r.viewer.lang, &others)))
    }
}

fn row(
    r: &Reading<'_>,
    t: T,
    it: &Tally,
    tops: &[Tally],
    beside: &Beside,
    (picks, names): (&[Pick], &HashMap<Id<Voter>, String>),
) -> DateRow {
    let who = |choice: Choice| {
        let chose = picks.iter().filter(|p| p.date == it.date.id && p.choice == choice);
        let mut who: Vec<String> = chose.filter_map(|p| names.get(&p.voter).cloned()).collect();
        who.sort_by_cached_key(|name| i18n::fold(name));
        who.join(", ")
    };
    let all = [(t.poll_yes(), Choice::Yes), (t.poll_maybe(), Choice::Maybe), (t.poll_no(), Choice::No)];
    DateRow {
        id: it.date.id.to_string(),
        when: i18n::moment_long(r.viewer.lang, it.date.starts_at),
        beside: beside.of(t, it.date.starts_at.day()),
        near: String::new(),
        yes: it.yes,
        maybe: it.maybe,
        no: it.no,
        best: tops.iter().any(|top| top.date.id == it.date.id),
        names: all.map(|(word, choice)| (word, who(choice))).into_iter().filter(|(_, who)| !who.is_empty()).collect(),
    }
}

/// The names of those whose answer counts, as this reader may read them.
///
/// # Errors
/// When the database cannot be read.
pub fn names(r: &Reading<'_>, place: &Place, voters: &[Voter]) -> Result<HashMap<Id<Voter>, String>> {
    let t = T(r.viewer.lang);
    let names = Names::load(r.conn, &r.viewer.actor, voters.iter().filter_map(|v| v.person))?;
    let at = Where::from(&place.body);
    let name = |v: &Voter| match v.person {
        Some(person) => shell::face(r, names.in_place(person, &at).as_ref(), place.body.sensitive).name,
        None => t.capacity_mailbox().to_owned(),
    };
    Ok(voters.iter().filter(|v| v.stands()).map(|v| (v.id, name(v))).collect())
}

/// What the rules of a body say of the notice of its sittings, if they do.
///
/// # Errors
/// When the database cannot be read.
pub fn notice_of(r: &Reading<'_>, body: &Body) -> Result<Option<Notice>> {
    Ok(decisions::rules_of(r.conn, body, r.viewer.today)?.map(|found| found.rules.notice))
}

fn near(r: &Reading<'_>, t: T, notice: &Notice, (poll, day): (&Poll, Day)) -> String {
    let words = |day| i18n::day_long(r.viewer.lang, day);
    match too_near(notice, day, r.viewer.today, poll.answer_until) {
        Some(TooNear::Missed(last)) => t.poll_near_missed(words(last)),
        Some(TooNear::Tight(last)) => t.poll_near_tight(words(last)),
        None => String::new(),
    }
}

fn facts(r: &Reading<'_>, t: T, place: &Place) -> Vec<(&'static str, String)> {
    let (lang, poll) = (r.viewer.lang, &place.poll);
    let mut facts = vec![
        (t.field_length(), i18n::number(lang, poll.minutes)),
        (t.field_answer_until(), i18n::day_long(lang, poll.answer_until)),
    ];
    facts.extend(
        [(t.fact_where(), &poll.place), (t.fact_online(), &poll.online)]
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(label, words)| (label, words.clone())),
    );
    facts
}

fn add_fields(t: T, form: &FormView) -> Vec<String> {
    vec![
        form.text("day", t.field_day()).kind("date").to_string(),
        form.text("hour", t.field_hour()).kind("time").to_string(),
    ]
}
