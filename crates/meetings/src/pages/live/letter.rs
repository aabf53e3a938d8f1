//! `/sitzung/{token}`: a sitting by the link of a letter, without signing in: entering oneself, what is on, asking for the
//! floor. No names, nothing closed; of a sensitive network nothing but that one is there.

use accounts::paths::Token;
use askama::Template;
use kernel::{Error, Id, Problem, Result};
use networks::{Body, shell};
use web::{Answer as Reply, FormView, Page, Reading, Watch, Writing};

use super::{
    CALM, PARTS,
    act::{presence, unknown},
    scene::{self, Listener, Scene},
    words::{Now, now, own_words},
};
use crate::{
    Invitation, Line, Meeting, MeetingState, actions,
    actions::{
        agenda::list_papers,
        attendance::attendance_of,
        inviting::{find_by_token, gets},
        live::{by_link, lines_by_letter},
    },
    pages::{letter_papers::opened, minutes::view::presence_word},
    paths::{LetterPaper, LetterPapers, LiveLetter, LiveLetterStream},
    store::live,
    words::T,
};

#[derive(Template)]
#[template(path = "live_letter.html")]
struct Shown {
    t: T,
    title: String,
    lead: String,
    summary: String,
    once: String,
    here: String,
    stream: String,
    number: Option<String>,
    buttons: Vec<(&'static str, &'static str)>,
    goes: bool,
    refused: bool,
    parts: String,
}

#[derive(Template)]
#[template(path = "live_letter_parts.html")]
struct Parts {
    t: T,
    says: String,
    /// What is on; `None` where the letter must not say.
    now: Option<Now>,
    /// Where a guest types the code of her letter before she has its papers.
    code: Option<String>,
    own: String,
    /// Whether she is there now.
    here: bool,
    contested: bool,
    /// Whether she has asked for the floor; `None` where she cannot.
    hand: Option<bool>,
    queue: String,
    once: String,
}

struct Found {
    invitation: Invitation,
    meeting: Meeting,
    body: Body,
}

/// What the link still opens: a sitting that is open, and an invitation that stands.
fn load(r: &Reading<'_>, token: &str) -> Result<Option<Found>> {
    let Some((invitation, meeting)) = find_by_token(r.conn, token)? else { return Ok(None) };
    let open = live::find_sitting(r.conn, meeting.id)?.is_some_and(|sitting| sitting.is_open());
    if !open || !invitation.stands() || meeting.state == MeetingState::Cancelled {
        return Ok(None);
    }
    let body = networks::body_for_program(r.conn, meeting.body)?;
    Ok(Some(Found { invitation, meeting, body }))
}

fn gone(r: &Reading<'_>) -> Result<Reply> {
    web::gone(r, Some(T(r.viewer.lang).live_letter_gone().to_owned()))
}

/// The page of the link, or the parts of it whoever listens asks for.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: LiveLetter) -> Result<Reply> {
    let Some(found) = load(r, p.token.as_str())? else { return gone(r) };
    match r.ask.query("teil") {
        Some("jetzt" | "alles") => {
            let html = parts(r, &p.token, &found)?.0.render().map_err(Error::internal)?;
            Ok(Reply::data(PARTS, html.into_bytes()).secret())
        }
        _ => page(r, &p, &found, &FormView::new(r.viewer.lang, &[])),
    }
}

fn parts(r: &Reading<'_>, token: &Token, found: &Found) -> Result<(Parts, Scene)> {
    let (t, m, quiet) = (T(r.viewer.lang), &found.meeting, found.body.sensitive);
    let of = Listener { hearing: by_link(&found.invitation), only: found.invitation.item, leads: false };
    let scene = Scene::load(r, (m, &found.body), &of)?;
    let list = attendance_of(r.conn, m, &found.body)?;
    let mine: Vec<Line> = match lines_by_letter(r.conn, &list, &found.invitation) {
        Ok((mine, _)) => mine,
        Err(Error::Denied(_) | Error::Rule(_)) => Vec::new(),
        Err(fault) => return Err(fault),
    };
    let mine: Vec<&Line> = mine.iter().collect();
    let here = mine.iter().any(|line| line.is_there_at(r.viewer.now));
    let heard = scene.formal && scene.heard_now(&of).is_some();
    let place = |line: &&&Line| scene.floor().1.iter().position(|one| one.line == line.key);
    let speaks = scene.floor().0.is_some_and(|one| mine.iter().any(|line| line.key == one.line));
    let waits = mine.iter().find_map(|line| place(&line));
    let (mut now, says) = now(t, r, m, &of, &scene);
    let mut code = None;
    if let Some(item) = scene.heard_now(&of).filter(|item| !quiet && gets(&found.invitation, item)) {
        let papers = list_papers(r.conn, &[item])?;
        if papers.is_empty() || opened(r, &found.invitation, token.as_str())? {
            let link = |paper| r.viewer.link(&LetterPaper { token: token.clone(), paper });
            now.papers = files::rows(r.viewer.lang, &papers, link, None);
        } else {
            code = Some(r.viewer.link(&LetterPapers { token: token.clone() }));
        }
    }
    let parts = Parts {
        t,
        says: if quiet { String::new() } else { says },
        now: (!quiet).then_some(now),
        code,
        own: own_words(t, r, &mine),
        here,
        contested: mine.iter().any(|line| line.contested),
        hand: (here && heard && !quiet).then_some(speaks || waits.is_some()),
        queue: match (speaks, waits) {
            (true, _) => t.live_you_speak().to_owned(),
            (false, Some(place)) => t.live_you_wait(place + 1),
            (false, None) => t.live_waiting(scene.floor().1.len()),
        },
        once: FormView::new(r.viewer.lang, &[]).once(),
    };
    Ok((parts, scene))
}

fn page(r: &Reading<'_>, p: &LiveLetter, found: &Found, form: &FormView) -> Result<Reply> {
    let (t, v, m, quiet) = (T(r.viewer.lang), r.viewer, &found.meeting, found.body.sensitive);
    let (parts, scene) = parts(r, &p.token, found)?;
    let here = v.link(&LiveLetter { token: p.token.clone() });
    let title = if quiet { t.letter_title_quiet().to_owned() } else { m.title.clone() };
    let shown = Shown {
        t,
        lead: if quiet { t.letter_lead_quiet().to_owned() } else { found.body.name_in(v.lang).to_owned() },
        summary: form.summary(),
        once: form.once(),
        stream: format!("{}?seit={}", v.link(&LiveLetterStream { token: p.token.clone() }), r.seen()?),
        here,
        number: scene
            .checks_in()
            .then(|| form.text("number", t.live_number()).hint(t.live_number_hint()).code().to_string()),
        buttons: scene::ways(m).into_iter().map(|how| (how.word(), presence_word(t, how))).collect(),
        goes: parts.here,
        refused: form.is_refused(),
        parts: parts.render().map_err(Error::internal)?,
        title: shell::soft(&title),
    };
    let page = Page::new(title);
    r.page(if form.is_refused() { page.refused() } else { page }, &shown).map(Reply::secret)
}

/// Does what a button says.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, p: LiveLetter) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some(found) = load(&r, p.token.as_str())? else { return gone(&r) };
    let (of, m) = (&found.invitation, &found.meeting);
    let quiet = found.body.sensitive;
    let done = match w.ask.field("tat") {
        "da" => match presence(w.ask.field("wie")) {
            Some(how) => actions::live::check_in_by_letter(w.tx, of, m, Some((how, w.ask.field("number"))))
                .map(|()| t.live_note_there()),
            None => Err(unknown()),
        },
        "gehen" => actions::live::check_in_by_letter(w.tx, of, m, None).map(|()| t.live_note_gone()),
        "melden" if !quiet => actions::live::raise_hand_by_letter(w.tx, of, m, true).map(|()| t.live_note_hand()),
        "zurueckziehen" if !quiet => {
            actions::live::raise_hand_by_letter(w.tx, of, m, false).map(|()| t.live_note_no_hand())
        }
        _ => Err(unknown()),
    };
    let fault = match done {
        Ok(note) => return Ok(Reply::to(w.viewer.link(&LiveLetter { token: p.token.clone() })).with_note(note)),
        Err(Error::Denied(Some(reason))) => Error::Rule(reason),
        Err(fault) => fault,
    };
    let problems: Vec<Problem> = shell::problems(fault, "", &[])?;
    page(&r, &p, &found, &FormView::kept(w.viewer.lang, w.ask, problems))
}

/// What the open page of a link listens to.
///
/// # Errors
/// [`Error::NotFound`] where the link opens nothing any more.
pub fn watch(r: &Reading<'_>, p: LiveLetterStream) -> Result<Watch> {
    let found = load(r, p.token.as_str())?.ok_or(Error::NotFound)?;
    let body: Id<Body> = found.meeting.body;
    Ok(Watch { body: body.raw(), calm: CALM })
}
