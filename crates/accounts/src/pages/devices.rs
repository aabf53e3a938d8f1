//! The browsers in which one is signed in, what one proves oneself with, and signing out.

use askama::Template;
use kernel::{Error, Id, Moment, Result};
use web::{Answer, Cookie, Page, Reading, Writing};

use super::{passkeys, side};
use crate::{
    actions, device,
    model::Proof,
    paths::{
        AppPage, DevicesPage, EndDevice, EndOthers, ForgetPasskey, NewCodes, RememberPage, RemoveApp, RenamePasskey,
        SignOut,
    },
    store,
    texts::T,
};

struct Row {
    words: String,
    since: String,
    seen: String,
    proof: &'static str,
    is_here: bool,
    end: String,
}

struct Known {
    name: String,
    since: String,
    used: String,
    rename: String,
    forget: String,
}

#[derive(Template)]
#[template(path = "devices.html")]
struct Devices {
    t: T,
    side: String,
    rows: Vec<Row>,
    end_others: String,
    sign_out: String,
    possible: bool,
    passkeys: Vec<Known>,
    remember: String,
    app: Option<(String, String)>,
    set_up_app: String,
    remove_app: String,
    factors: bool,
    codes_left: String,
    new_codes: String,
}

/// What a session was proved with, in words.
pub const fn word_of_proof(t: T, proof: Proof) -> &'static str {
    match proof {
        Proof::Mail => t.proof_mail(),
        Proof::App => t.proof_app(),
        Proof::Passkey => t.proof_passkey(),
        Proof::Emergency => t.proof_emergency(),
        Proof::SetUp => t.proof_set_up(),
        Proof::Given => t.proof_given(),
    }
}

pub fn show(r: &Reading<'_>, _: DevicesPage) -> Result<Answer> {
    let signed = r.viewer.signed.as_ref().ok_or(Error::NotFound)?;
    let person = Id::new(signed.person);
    let (t, lang, today) = (T(r.viewer.lang), r.viewer.lang, r.viewer.today);
    let rows = store::list_sessions(r.conn, person)?.into_iter().map(|s| Row {
        words: device::words(&s.device, lang),
        since: i18n::day_medium(lang, s.created_at.day()),
        seen: i18n::relative(lang, today, s.seen_at.day()),
        proof: word_of_proof(t, s.proof),
        is_here: s.id.raw() == signed.session,
        end: EndDevice { session: s.id }.to_string(),
    });
    let used = |at: Option<Moment>| match at {
        Some(at) => t.passkey_used(i18n::relative(lang, today, at.day())),
        None => t.passkey_unused().to_owned(),
    };
    let known = store::list_passkeys(r.conn, person)?.into_iter().map(|k| Known {
        since: i18n::day_medium(lang, k.created_at.day()),
        used: used(k.used_at),
        rename: RenamePasskey { passkey: k.id }.to_string(),
        forget: ForgetPasskey { passkey: k.id }.to_string(),
        name: k.name,
    });
    let factors = store::factors_of(r.conn, person)?;
    let app = store::find_app_times(r.conn, person)?;
    let page = Devices {
        t,
        side: side(r.viewer, "devices"),
        rows: rows.collect(),
        end_others: EndOthers {}.to_string(),
        sign_out: SignOut {}.to_string(),
        possible: passkeys::place(r).is_some(),
        passkeys: known.collect(),
        remember: RememberPage {}.to_string(),
        app: app.map(|(since, at)| (t.app_since(i18n::day_medium(lang, since.day())), used(at))),
        set_up_app: AppPage {}.to_string(),
        remove_app: RemoveApp {}.to_string(),
        factors: factors.any(),
        codes_left: t.codes_left(factors.emergency),
        new_codes: NewCodes {}.to_string(),
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
