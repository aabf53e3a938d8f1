//! P20: a meeting: when, where, agenda, who comes; her own answer at the top.

use askama::Template;
use kernel::Result;
use networks::shell::{self, Pill};
use web::{Answer as Reply, FormView, Reading};

use crate::{
    Answer, Item, Meeting, MeetingState, Openness,
    actions::agenda::may_propose,
    letters::{time, when},
    pages::{
        Place,
        agenda::{
            heard,
            papers::{links, take},
        },
        answer_word, lines, minutes,
        place::state_pill,
    },
    paths::{
        AttendancePage, InviteePage, ItemNew, LivePage, MeetingAnswer, MeetingCancel, MeetingEdit, MeetingPage,
        MeetingSplit, MinutesPage, ProposalNew, SeriesPage,
    },
    reads::may_send,
    rules::{Hearing, sees_place, times},
    store,
    words::T,
};

type Way = (&'static str, String);

#[derive(Template)]
#[template(path = "meeting.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    lead: String,
    pill: Option<Pill>,
    /// The way into the sitting once it has begun, or what whoever convenes does next: sentence, word, address.
    next: Option<(String, &'static str, String)>,
    ways: Vec<Way>,
    answer: Option<Own>,
    once: String,
    facts: Vec<(&'static str, String, String)>,
    note: Vec<String>,
    items: Vec<Point>,
    agenda: String,
    propose: Option<String>,
    counts: Vec<(&'static str, usize)>,
    coming: Option<String>,
}

/// An item of the agenda.
struct Point {
    begin: String,
    words: String,
    /// Its papers, as far as the reader may have them: a list of links.
    papers: String,
}

/// Her own answer, and the buttons that change it.
struct Own {
    words: String,
    /// Whether no button of it stands out.
    quiet: bool,
    /// Whether it steps back behind what the meeting is about.
    below: bool,
    until: String,
    buttons: Vec<(&'static str, &'static str, bool)>,
    action: String,
    substitute: Option<String>,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: MeetingPage) -> Result<Reply> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, p.meeting)?;
    let m = &place.meeting;
    let all = store::agenda::list_items(r.conn, m.id)?;
    let begins = times(m, &all);
    let heard = heard(&all, place.stance.hearing);
    let mut papers = links(r, &place, &heard.iter().map(|(_, it)| *it).collect::<Vec<_>>())?;
    let items = heard
        .into_iter()
        .map(|(n, it)| {
            let begin = begins.begins.get(n - 1).map_or_else(String::new, |at| time(v.lang, *at));
            Point {
                begin: if begins.minutes > 0 { begin } else { String::new() },
                words: format!("{n}. {}", it.title),
                papers: take(&mut papers, it),
            }
        })
        .collect();
    let inside = place.stance.within();
    let counts = if inside && m.invited_at.is_some() { counts(r, t, m)? } else { Vec::new() };
    let running = running(r, t, &place)?;
    let title = m.title.clone();
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, false),
        title: shell::soft(&title),
        lead: place.body.name_in(v.lang).to_owned(),
        pill: state_pill(t, m),
        next: running.clone().or_else(|| next(r, t, &place, &all)),
        ways: ways(r, t, &place, (&all, running.is_some()))?,
        answer: own(r, t, &place, running.is_some()),
        once: FormView::new(v.lang, &[]).once(),
        facts: facts(r, t, &place)?,
        note: lines(&m.note),
        items,
        agenda: place.agenda_link(r),
        propose: (inside && may_propose(m, v.today).is_ok()).then(|| v.link(&ProposalNew { meeting: m.id })),
        coming: (!counts.is_empty()).then(|| v.link(&InviteePage { meeting: m.id })),
        counts,
    };
    r.page(place.page(r, "")?, &shown)
}

/// The way into a sitting that runs or should by now, for those who meet and guests.
fn running(r: &Reading<'_>, t: T, place: &Place) -> Result<Option<(String, &'static str, String)>> {
    let (v, m) = (r.viewer, &place.meeting);
    let may = place.stance.hearing != Hearing::Outside;
    if !may || m.state == MeetingState::Cancelled || m.day() > v.today || m.ends_at().day() < v.today {
        return Ok(None);
    }
    let there = || v.link(&LivePage { meeting: m.id });
    let sitting = store::live::find_sitting(r.conn, m.id)?;
    let begun = m.state != MeetingState::Ended && m.starts_at <= v.now && v.now < m.ends_at();
    Ok(match sitting {
        Some(sitting) if sitting.is_open() => Some((t.live_letter_running().to_owned(), t.live_letter_go(), there())),
        None if begun => Some((t.meeting_begun().to_owned(), t.live_letter_go(), there())),
        _ => None,
    })
}

/// What is to be done next by whoever convenes.
fn next(r: &Reading<'_>, t: T, place: &Place, items: &[Item]) -> Option<(String, &'static str, String)> {
    let (v, m) = (r.viewer, &place.meeting);
    if !place.stance.leads || m.ends_at() <= v.now {
        return None;
    }
    let invite = v.link(&InviteePage { meeting: m.id });
    match m.state {
        MeetingState::Planned if items.is_empty() => {
            Some((t.next_agenda().to_owned(), t.agenda_title(), place.agenda_link(r)))
        }
        MeetingState::Planned => Some((t.next_invite().to_owned(), t.act_check_invitation(), invite)),
        MeetingState::Invited if !m.is_frozen() => {
            let until = m.proposals_until.map(|day| i18n::day_medium(v.lang, day));
            let words = until.map_or_else(|| t.next_send_agenda().to_owned(), |day| t.next_send_agenda_after(day));
            Some((words, t.agenda_title(), place.agenda_link(r)))
        }
        _ => None,
    }
}

fn ways(r: &Reading<'_>, t: T, place: &Place, (items, running): (&[Item], bool)) -> Result<Vec<Way>> {
    let (v, m) = (r.viewer, &place.meeting);
    let mut ways = Vec::new();
    // On its day, and as long as it runs: those who meet, and guests.
    let today = m.day() <= v.today && m.ends_at().day() >= v.today && m.state != MeetingState::Cancelled;
    if today && !running && place.stance.hearing != Hearing::Outside {
        ways.push((t.live_title(), v.link(&LivePage { meeting: m.id })));
    }
    // Minutes are asked for once there can be any.
    if m.starts_at <= v.now && m.state != MeetingState::Cancelled {
        let minutes = store::minutes::find_minutes_of(r.conn, m.id)?;
        let reader = minutes::reader(r, place)?;
        if place.stance.leads || minutes.is_some_and(|found| reader.opens(&found)) {
            ways.push((t.pro_title(), v.link(&MinutesPage { meeting: m.id })));
        }
    }
    if !place.stance.leads {
        return Ok(ways);
    }
    if m.day() <= v.today && m.state != MeetingState::Cancelled {
        ways.push((t.att_title(), v.link(&AttendancePage { meeting: m.id })));
    }
    ways.extend([(t.invitees_title(), v.link(&InviteePage { meeting: m.id }))]);
    if m.state.is_ahead() {
        ways.push((t.act_change(), v.link(&MeetingEdit { meeting: m.id })));
        if items.len() > 1 {
            ways.push((t.split_title(), v.link(&MeetingSplit { meeting: m.id })));
        }
        ways.push((t.cancel_title(), v.link(&MeetingCancel { meeting: m.id })));
        if items.is_empty() {
            ways.push((t.item_new(), v.link(&ItemNew { meeting: m.id })));
        }
    }
    Ok(ways)
}

/// Her answer, as long as the meeting is not over.
fn own(r: &Reading<'_>, t: T, place: &Place, running: bool) -> Option<Own> {
    let (v, m) = (r.viewer, &place.meeting);
    let invitation = place.stance.invitation.as_ref()?;
    if m.state == MeetingState::Cancelled || m.state == MeetingState::Ended || m.ends_at() <= v.now {
        return None;
    }
    let words = match invitation.answer {
        Answer::None if invitation.contested_at.is_some() => t.answer_contested().to_owned(),
        Answer::None => t.answer_asked().to_owned(),
        Answer::Yes => t.answer_is_yes().to_owned(),
        Answer::No => t.answer_is_no().to_owned(),
        Answer::Substitute => t.answer_is_substitute().to_owned(),
    };
    let words = if invitation.late { format!("{words} {}", t.answer_was_late()) } else { words };
    let button = |answer, value, word| (value, word, invitation.answer == answer);
    let action = v.link(&MeetingAnswer { meeting: m.id });
    Some(Own {
        words,
        // Whoever comes now goes in rather than answers.
        quiet: running || invitation.answer != Answer::None,
        below: running,
        until: m.answer_until.map_or_else(String::new, |day| {
            if v.today > day {
                t.answer_too_late(i18n::day_medium(v.lang, day))
            } else {
                t.answer_until(i18n::day_long(v.lang, day))
            }
        }),
        buttons: vec![button(Answer::Yes, "zusagen", t.answer_yes()), button(Answer::No, "absagen", t.answer_no())],
        substitute: may_send(invitation.capacity).then(|| format!("{action}?antwort=vertretung")),
        action,
    })
}

fn facts(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<(&'static str, String, String)>> {
    let (v, m) = (r.viewer, &place.meeting);
    let plain = |label, words: String| (label, words, String::new());
    let mut facts = vec![plain(t.fact_when(), when(v.lang, m))];
    if sees_place(m, place.stance.leads, place.stance.answer()) {
        if !m.place.is_empty() {
            facts.push(plain(t.fact_where(), m.place.clone()));
        }
        // The way into the room is for those who meet.
        if !m.online.is_empty() && place.stance.within() {
            facts.push((t.fact_online(), m.online.clone(), m.online.clone()));
        }
    } else if !m.place.is_empty() || !m.online.is_empty() {
        facts.push(plain(t.fact_where(), t.where_later().to_owned()));
    }
    let link = match &place.network {
        Some(network) => shell::body_link(r, &network.slug, &place.body)?,
        None => String::new(),
    };
    facts.push((t.fact_body(), place.body.name_in(v.lang).to_owned(), link));
    if let Some(reason) = m.reason.as_ref().filter(|reason| !reason.is_empty()) {
        facts.push(plain(t.fact_reason(), reason.clone()));
    }
    if let Some(notice) = m.notice.as_ref().filter(|_| place.stance.within()) {
        facts.push(plain(t.fact_notice(), notice.text(v.lang).to_owned()));
    }
    if let Some(day) = m.proposals_until.filter(|_| place.stance.within() && m.state.is_ahead()) {
        facts.push(plain(t.fact_proposals(), i18n::day_long(v.lang, day)));
    }
    if place.stance.within()
        && let Some(series) = store::series::find_of_meeting(r.conn, &v.actor, m.id)?
    {
        facts.push((t.series_one(), series.title, v.link(&SeriesPage { series: series.id })));
    }
    if let Some(first) = m.split_from {
        let other = store::meetings::list_by_id(r.conn, &v.actor, &[first.raw()])?;
        facts.extend(other.into_iter().map(|m| (t.fact_first_part(), m.title, v.link(&MeetingPage { meeting: m.id }))));
    }
    Ok(facts)
}

fn counts(r: &Reading<'_>, t: T, m: &Meeting) -> Result<Vec<(&'static str, usize)>> {
    let all = store::invitations::list_invitations(r.conn, m.id)?;
    let stands: Vec<_> = all.iter().filter(|i| i.stands()).collect();
    let count = |answer| stands.iter().filter(|i| i.answer == answer).count();
    Ok([Answer::Yes, Answer::No, Answer::Substitute, Answer::None]
        .into_iter()
        .map(|answer| (answer_word(t, answer), count(answer)))
        .collect())
}

/// For whom an item is, in a word.
#[must_use]
pub fn openness_word(t: T, openness: Openness) -> &'static str {
    match openness {
        Openness::Closed => t.open_closed(),
        Openness::Internal => t.open_internal(),
        Openness::Guests => t.open_guests(),
        Openness::Public => t.open_public(),
    }
}
