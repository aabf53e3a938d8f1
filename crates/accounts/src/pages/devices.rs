//! The browsers in which one is signed in, and signing out.

use askama::Template;
use kernel::{Error, Id, Result};
use web::{Answer, Cookie, Page, Reading, Writing};

use super::side;
use crate::{
    actions, device,
    paths::{DevicesPage, EndDevice, EndOthers, SignOut},
    store,
    texts::T,
};

struct Row {
    words: String,
    since: String,
    seen: String,
    is_here: bool,
    end: String,
}

#[derive(Template)]
#[template(path = "devices.html")]
struct Devices {
    t: T,
    side: String,
    rows: Vec<Row>,
    end_others: String,
    sign_out: String,
}

pub fn show(r: &Reading<'_>, _: DevicesPage) -> Result<Answer> {
    let signed = r.viewer.signed.as_ref().ok_or(Error::NotFound)?;
    let (t, lang, today) = (T(r.viewer.lang), r.viewer.lang, r.viewer.today);
    let rows = store::list_sessions(r.conn, Id::new(signed.person))?.into_iter().map(|s| Row {
        words: device::words(&s.device, lang),
        since: i18n::day_medium(lang, s.created_at.day()),
        seen: i18n::relative(lang, today, s.seen_at.day()),
        is_here: s.id.raw() == signed.session,
        end: EndDevice { session: s.id }.to_string(),
    });
    let page = Devices {
        t,
        side: side(r.viewer, "devices"),
        rows: rows.collect(),
        end_others: EndOthers {}.to_string(),
        sign_out: SignOut {}.to_string(),
    };
    r.page(Page::new(t.side_devices()).nav("account"), &page)
}

pub fn end(w: &Writing<'_>, at: EndDevice) -> Result<Answer> {
    if w.viewer.signed.as_ref().is_some_and(|s| s.session == at.session.raw()) {
        return sign_out(w, SignOut {});
    }
    let t = T(w.viewer.lang);
    let note =
        if actions::end_session(w.tx, &w.viewer.actor, at.session)? { t.device_ended() } else { t.device_gone() };
    Ok(Answer::to(DevicesPage {}.to_string()).with_note(note))
}

pub fn end_others(w: &Writing<'_>, _: EndOthers) -> Result<Answer> {
    let signed = w.viewer.signed.as_ref().ok_or(Error::NotFound)?;
    let count = actions::end_others(w.tx, Id::new(signed.person), Id::new(signed.session))?;
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    Ok(Answer::to(DevicesPage {}.to_string()).with_note(&T(w.viewer.lang).devices_ended(count)))
}

/// Ends the session of whoever asks.
///
/// # Errors
/// [`Error::NotFound`] when nobody is signed in, or when the database refuses.
pub fn sign_out(w: &Writing<'_>, _: SignOut) -> Result<Answer> {
    let signed = w.viewer.signed.as_ref().ok_or(Error::NotFound)?;
    actions::end_session(w.tx, &w.viewer.actor, Id::new(signed.session))?;
    let gone = Cookie { name: "s", value: String::new(), seconds: None };
    Ok(Answer::to("/").with_note(T(w.viewer.lang).signed_out()).with_cookie(gone))
}
