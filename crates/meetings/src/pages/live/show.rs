//! `/termine/{meeting}/live`: what is on, who is there, who speaks, what is voted on.

use askama::Template;
use kernel::Result;
use networks::shell::Pill;
use web::{Answer as Reply, FormView, Reading, Watch};

use super::{
    CALM, PARTS, listener,
    scene::{self, Scene},
    words::Parts,
};
use crate::{
    pages::{Place, minutes::view::presence_word, place::state_pill},
    paths::{AttendancePage, LivePage, LiveStream, MinutesPage, VotingList},
    words::T,
};

#[derive(Template)]
#[template(path = "live.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    lead: String,
    pill: Option<Pill>,
    stale: String,
    here: String,
    stream: String,
    once: String,
    /// Whether the sitting can be opened by this reader now.
    opens: bool,
    parts: String,
    /// Entering oneself: the field for the number and the buttons.
    number: Option<String>,
    buttons: Vec<(&'static str, &'static str)>,
    /// Whether she may say that she goes: what she entered is folded away then.
    goes: bool,
    /// Whether what she sent was refused.
    refused: bool,
    /// What is shown in the room: the number and where it is typed.
    room: Option<(String, String)>,
    /// Who has a vote.
    voting: Option<String>,
    manage: Vec<(&'static str, String)>,
    ends: bool,
    back: String,
}

/// The page, or the parts of it whoever listens asks for.
///
/// # Errors
/// [`kernel::Error::NotFound`] for whoever neither meets there nor is a guest.
pub fn show(r: &Reading<'_>, p: LivePage) -> Result<Reply> {
    let place = Place::load(r, p.meeting)?;
    match r.ask.query("teil") {
        Some(part @ ("jetzt" | "alles")) => {
            let of = listener(&place)?;
            let at = (&place.meeting, &place.body);
            let scene = Scene::load(r, at, &of)?;
            let parts = Parts::of(r, at, &of, &scene, part == "alles")?;
            Ok(Reply::data(PARTS, parts.html()?.into_bytes()))
        }
        _ => page(r, &place, &FormView::new(r.viewer.lang, &[]), ""),
    }
}

/// The page with what is wrong with a form, or that something else is on by now.
///
/// # Errors
/// As [`show`].
pub fn page(r: &Reading<'_>, place: &Place, form: &FormView, stale: &str) -> Result<Reply> {
    let (t, v, m) = (T(r.viewer.lang), r.viewer, &place.meeting);
    let of = listener(place)?;
    let at = (m, &place.body);
    let scene = Scene::load(r, at, &of)?;
    let parts = Parts::of(r, at, &of, &scene, true)?;
    let enters = scene.checks_in() && parts.listed;
    let here = v.link(&LivePage { meeting: m.id });
    let number = scene.sitting.as_ref().and_then(|sitting| sitting.number.clone()).filter(|_| of.leads);
    let mut manage = Vec::new();
    if of.leads {
        manage.push((t.att_title(), v.link(&AttendancePage { meeting: m.id })));
        if m.starts_at <= v.now {
            manage.push((t.pro_title(), v.link(&MinutesPage { meeting: m.id })));
        }
    }
    let today = m.day() <= v.today && m.ends_at().day() >= v.today;
    let over = matches!(m.state, crate::MeetingState::Ended | crate::MeetingState::Cancelled);
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        summary: form.summary(),
        lead: m.title.clone(),
        pill: state_pill(t, m),
        stale: stale.to_owned(),
        stream: if scene.is_open() {
            format!("{}?seit={}", v.link(&LiveStream { meeting: m.id }), r.seen()?)
        } else {
            String::new()
        },
        once: form.once(),
        opens: of.leads && scene.sitting.is_none() && today && !over,
        number: enters.then(|| form.text("number", t.live_number()).hint(t.live_number_hint()).code().to_string()),
        buttons: scene::ways(m).into_iter().map(|how| (how.word(), presence_word(t, how))).collect(),
        goes: enters && parts.here,
        refused: form.is_refused(),
        room: number.map(|number| (spaced(&number), format!("{}/dabei", r.site.outside().base_url))),
        parts: parts.html()?,
        here,
        voting: (scene.formal && of.within()).then(|| v.link(&VotingList { meeting: m.id })),
        manage,
        ends: of.leads && scene.is_open(),
        back: place.page_link(r),
    };
    let page = place.page(r, t.live_title())?;
    let page = match (stale.is_empty(), form.is_refused()) {
        (false, _) => page.status(409),
        (true, true) => page.refused(),
        _ => page,
    };
    r.page(page, &shown)
}

/// Six digits as two groups, to be read out and typed.
#[must_use]
pub fn spaced(number: &str) -> String {
    let (first, rest) = number.split_at(number.len().min(3));
    format!("{first} {rest}")
}

/// What an open page listens to.
///
/// # Errors
/// As [`show`].
pub fn watch(r: &Reading<'_>, p: LiveStream) -> Result<Watch> {
    let place = Place::load(r, p.meeting)?;
    listener(&place)?;
    Ok(Watch { body: place.meeting.body.raw(), calm: CALM })
}
