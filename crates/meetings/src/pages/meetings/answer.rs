//! Answering as who is signed in.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer as Reply, Fields, FormView, Reading, Writing};

use crate::{
    Answer, Invitation, Way, actions,
    actions::inviting::Sent,
    pages::Place,
    paths::{MeetingAnswer, MeetingPage},
    reads::may_send,
    words::T,
};

/// The answer a form or a link names.
#[must_use]
pub fn asked(word: &str) -> Option<Answer> {
    match word {
        "zusagen" => Some(Answer::Yes),
        "absagen" => Some(Answer::No),
        "vertretung" => Some(Answer::Substitute),
        _ => None,
    }
}

fn invited(r: &Reading<'_>, p: &MeetingAnswer) -> Result<(Place, Invitation)> {
    let place = Place::load(r, p.meeting)?;
    let invitation = place.stance.invitation.clone().ok_or(Error::Denied(None))?;
    Ok((place, invitation))
}

/// The form for sending somebody; the other answers are on the page of the meeting.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for whoever is not invited.
pub fn form(r: &Reading<'_>, p: MeetingAnswer) -> Result<Reply> {
    let (place, invitation) = invited(r, &p)?;
    if asked(r.ask.query("antwort").unwrap_or_default()) != Some(Answer::Substitute) || !may_send(invitation.capacity) {
        return Ok(Reply::to(place.page_link(r)));
    }
    page(r, &place, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Reply> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.answer_substitute());
    sheet.hidden = vec![("antwort", "vertretung".to_owned())];
    sheet.fields = substitute_fields(t, form);
    sheet.submit = t.substitute_submit();
    sheet.of(form).answer(r, place.page(r, t.answer_substitute())?, form)
}

/// Whom she sends.
#[must_use]
pub fn substitute_fields(t: T, form: &FormView) -> Vec<String> {
    vec![
        form.text("name", t.field_substitute_name()).to_string(),
        form.text("mail", t.field_substitute_mail()).hint(t.field_substitute_hint()).kind("email").to_string(),
    ]
}

/// Takes her answer.
///
/// # Errors
/// As [`form`] and [`actions::inviting::answer`].
pub fn save(w: &Writing<'_>, p: MeetingAnswer) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (place, invitation) = invited(&r, &p)?;
    let back = || w.viewer.link(&MeetingPage { meeting: place.meeting.id });
    let Some(new) = asked(w.ask.field("antwort")) else { return Ok(Reply::to(back())) };
    let (name, mail) = (Fields::of(w.ask).line("name", 120), w.ask.field("mail").to_owned());
    let sent = Sent { name: &name, mail: &mail };
    let base = &w.site.outside().base_url;
    match actions::inviting::answer(w.tx, invitation.id, (new, Way::Page), sent, base) {
        Ok(_) => Ok(Reply::to(back()).with_note(&thanks(t, new, &name))),
        Err(Error::Form(found)) if new == Answer::Substitute => {
            page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found))
        }
        Err(fault) => {
            let found = shell::problems(fault, "", &[])?;
            page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}

/// What she reads after her answer.
#[must_use]
pub fn thanks(t: T, answer: Answer, name: &str) -> String {
    match answer {
        Answer::Yes => t.thanks_yes().to_owned(),
        Answer::Substitute => t.thanks_substitute(name),
        Answer::No | Answer::None => t.thanks_no().to_owned(),
    }
}
