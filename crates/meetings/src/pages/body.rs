//! `/gremien/{body}/termine`: the meetings of a network or body.

use kernel::{Id, Level, Result, Scope};
use networks::{Body, BodyKind, shell};
use web::{Answer, Page, Reading};

use super::{
    hidden,
    list::{Shown, empty, months},
    meetings::first::may_begin,
    place::body_row,
};
use crate::{
    Poll, PollState,
    actions::others::may_note,
    paths::{
        BodyMeetings, BodyMinutes, FirstMeeting, MeetingNew, NetworkFeed, OtherList, PollNew, PollPage, SeriesList,
    },
    reads::MOST,
    rules::leads,
    store::{self, invitations, meetings},
    words::T,
};

/// Whether the reader sets meetings of a body down.
pub fn convenes(r: &Reading<'_>, body: &Body) -> bool {
    let scope = Scope::body(body.level, body.network.raw(), body.id.raw());
    body.kind != BodyKind::Outside && body.term.until > r.viewer.today && leads(&r.viewer.actor, &scope)
}

/// The body with its network, where the reader may see that.
pub fn place(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let body = networks::find_body(r.conn, &r.viewer.actor, id)?;
    let network = if body.is_network() {
        Some(body.clone())
    } else {
        networks::list_bodies_by_id(r.conn, &r.viewer.actor, &[body.network])?.into_iter().next()
    };
    Ok((body, network))
}

/// The way to a page below a body.
pub fn crumbs(r: &Reading<'_>, body: &Body, network: Option<&Body>, deeper: bool) -> Result<String> {
    let t = T(r.viewer.lang);
    let mut steps = Vec::new();
    if let Some(network) = network {
        steps.push((network.short(), shell::network_link(r, network)?));
        if !body.is_network() {
            steps.push((body.name_in(r.viewer.lang), shell::body_link(r, &network.slug, body)?));
        }
    }
    if deeper {
        steps.push((t.nav_meetings(), r.viewer.link(&BodyMeetings { body: body.id })));
    }
    Ok(shell::crumbs(r, &steps))
}

/// The list.
///
/// # Errors
/// [`kernel::Error::NotFound`] where she may not see the body.
pub fn show(r: &Reading<'_>, p: BodyMeetings) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = place(r, p.body)?;
    let past = r.ask.query("zeigen") == Some("vergangen");
    let mut found = if past {
        meetings::list_past_of(r.conn, &v.actor, body.id, v.today.at(0, 0), MOST)?
    } else {
        let span = meetings::span(v.today, v.today.plus_months(60));
        meetings::list_of_bodies(r.conn, &v.actor, &[body.id], span, MOST)?
    };
    // Where no meeting is ahead, the first one may begin with an old list.
    let fresh = !past && found.is_empty();
    found.retain(|m| !hidden(&v.actor, m));
    let ids: Vec<_> = found.iter().map(|m| m.id).collect();
    let answers = match v.actor.person {
        Some(person) if !ids.is_empty() => invitations::list_answers(r.conn, Id::new(person), &ids)?,
        _ => Vec::new(),
    };
    let found = found
        .into_iter()
        .map(|m| {
            let answer = answers.iter().find(|(id, _)| *id == m.id).map(|(_, answer)| *answer);
            (m, answer)
        })
        .collect();
    let bodies = [Some(body.clone()), network.clone()].into_iter().flatten().map(|b| (b.id, b)).collect();
    let path = v.link(&BodyMeetings { body: body.id });
    let shown = Shown {
        t,
        crumbs: crumbs(r, &body, network.as_ref(), false)?,
        title: t.nav_meetings().to_owned(),
        lead: body.name_in(v.lang).to_owned(),
        new: convenes(r, &body).then(|| v.link(&MeetingNew { body: body.id })),
        ways: ways(r, t, &body, fresh),
        polls: if past { Vec::new() } else { polls(r, t, &body)? },
        views: vec![
            (t.view_ahead().to_owned(), path.clone(), !past),
            (t.view_past().to_owned(), format!("{path}?zeigen=vergangen"), past),
        ],
        bodies: Vec::new(),
        months: months(r, &bodies, found, false)?,
        empty: empty(t, past),
    };
    let title = format!("{}: {}", t.nav_meetings(), body.name_in(v.lang));
    r.page(body_row(r, Page::new(title).nav("networks"), &body, network.as_ref())?, &shown)
}

/// What else is done from here: looking for a day, and for the public of a network its calendar.
fn ways(r: &Reading<'_>, t: T, body: &Body, fresh: bool) -> Vec<(&'static str, String)> {
    let v = r.viewer;
    let mut ways = Vec::new();
    if fresh && may_begin(r, body) {
        ways.push((t.first_title(), v.link(&FirstMeeting { body: body.id })));
    }
    if convenes(r, body) {
        ways.push((t.poll_new_act(), v.link(&PollNew { body: body.id })));
        ways.push((t.series_title(), v.link(&SeriesList { body: body.id })));
    }
    if body.is_network() && may_note(&v.actor, body.id) {
        ways.push((t.others_title(), v.link(&OtherList { body: body.id })));
    }
    if v.actor.sits_in(body.id.raw()) || convenes(r, body) {
        ways.push((t.pro_list_title(), v.link(&BodyMinutes { body: body.id })));
    }
    if let (true, false, Level::Public, Ok(network)) =
        (body.is_network(), body.sensitive, body.level, body.slug.parse())
    {
        ways.push((t.calendar_public(), v.link(&NetworkFeed { network })));
    }
    ways
}

/// Date polls of the body that wait for a day, for those who sit there and those who convene.
fn polls(r: &Reading<'_>, t: T, body: &Body) -> Result<Vec<(String, String, String)>> {
    let v = r.viewer;
    let leads = convenes(r, body);
    if !leads && !v.actor.sits_in(body.id.raw()) {
        return Ok(Vec::new());
    }
    let mut found = store::polls::list_waiting_of(r.conn, &v.actor, body.id)?;
    found.retain(|p| leads || p.state == PollState::Open);
    let line = |p: Poll| {
        let state = if p.state == PollState::Draft { t.poll_state_draft() } else { t.poll_state_open() };
        let until = t.poll_asking_until(i18n::day_medium(v.lang, p.answer_until));
        (format!("{}: {}", t.poll_title(), p.title), format!("{state}, {until}"), v.link(&PollPage { poll: p.id }))
    };
    Ok(found.into_iter().map(line).collect())
}
