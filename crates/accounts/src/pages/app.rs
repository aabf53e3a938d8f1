//! An app that shows codes, and the list for emergencies.

use askama::Template;
use kernel::{Error, Id, Result};
use qrcodegen::{QrCode, QrCodeEcc};
use web::{Answer, FormView, Page, Reading, Writing};

use super::{change_gate, marked, next_of, side, site_name, with_next};
use crate::{
    actions,
    paths::{AppPage, DevicesPage, NewCodes, RemoveApp},
    rules, secrets, store,
    texts::T,
    totp,
};

#[derive(Template)]
#[template(path = "app.html")]
struct Setting<'a> {
    t: T,
    form: &'a FormView,
    side: String,
    size: i32,
    path: String,
    secret: String,
    grouped: String,
    field: String,
    action: String,
    next: String,
    back: String,
}

/// Around the picture, in its dots (ISO/IEC 18004 6.3.8).
const QUIET: i32 = 4;

pub fn show(r: &Reading<'_>, _: AppPage) -> Result<Answer> {
    let next = r.ask.query("weiter").map_or_else(|| DevicesPage {}.to_string(), next_of);
    if let Some(gate) = change_gate(r, &with_next(&AppPage {}.to_string(), &next))? {
        return Ok(gate);
    }
    let person = r.viewer.actor.person.map(Id::new).ok_or(Error::NotFound)?;
    if store::find_app(r.conn, person)?.is_some() {
        return Ok(Answer::to(DevicesPage {}.to_string()));
    }
    let secret = totp::written(&secrets::bytes::<{ totp::BYTES }>()?);
    page(r, &FormView::new(r.viewer.lang, &[]), secret, next)
}

/// The secret travels with the form until a code of it was typed: looking changes nothing, and nobody but her has it.
fn page(r: &Reading<'_>, form: &FormView, secret: String, next: String) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let person = r.viewer.actor.person.map(Id::new).ok_or(Error::NotFound)?;
    let account = store::account_of(r.conn, person)?.ok_or(Error::NotFound)?;
    let address = totp::address(&site_name(r.conn)?, &account.mail, &secret);
    let qr = QrCode::encode_text(&address, QrCodeEcc::Medium).map_err(Error::internal)?;
    let mut path = String::new();
    for y in 0..qr.size() {
        for x in (0..qr.size()).filter(|x| qr.get_module(*x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    let page = Setting {
        t,
        form,
        side: side(r.viewer, "devices"),
        size: qr.size() + 2 * QUIET,
        path,
        grouped: totp::grouped(&secret),
        secret,
        field: form.text("code", t.app_code()).code().hint(t.app_code_hint()).most(10).to_string(),
        action: AppPage {}.to_string(),
        back: next.clone(),
        next,
    };
    let head = Page::new(t.app_set_up()).nav("account");
    r.page(if form.is_refused() { head.refused() } else { head }, &page)
}

pub fn set_up(w: &Writing<'_>, _: AppPage) -> Result<Answer> {
    let (r, next) = (w.reading(), next_of(w.ask.field("weiter")));
    if let Some(gate) = change_gate(&r, &with_next(&AppPage {}.to_string(), &next))? {
        w.tx.silent("a proof comes first");
        return Ok(gate);
    }
    let Some(secret) = totp::read(w.ask.field("geheimnis")) else {
        w.tx.silent("without a secret the page begins anew");
        return Ok(Answer::to(with_next(&AppPage {}.to_string(), &next)));
    };
    let again = |text: fn(T) -> &'static str| {
        page(&r, &marked(&r, "code", |t| text(t).to_owned()), totp::written(&secret), next.clone())
    };
    let Some(code) = rules::code(w.ask.field("code")) else { return again(T::code_form_of) };
    match actions::set_up_app(w.tx, w.viewer, &secret, &code) {
        Ok(Some((token, codes))) => {
            let answer = list(&r, &codes, T(w.viewer.lang).codes_first(), next)?;
            Ok(answer.with_cookie(actions::session_cookie(token)))
        }
        Ok(None) => again(T::app_wrong_of),
        // Sent twice: she has it.
        Err(Error::Stale) => Ok(Answer::to(DevicesPage {}.to_string())),
        Err(cause) => Err(cause),
    }
}

impl T {
    fn code_form_of(self) -> &'static str {
        self.code_form()
    }
    fn app_wrong_of(self) -> &'static str {
        self.app_wrong()
    }
}

#[derive(Template)]
#[template(path = "codes.html")]
struct List<'a> {
    t: T,
    lead: &'a str,
    side: String,
    codes: &'a [String],
    next: String,
}

/// The list, shown this once.
fn list(r: &Reading<'_>, codes: &[String], lead: &str, next: String) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let page = List { t, lead, side: side(r.viewer, "devices"), codes, next };
    r.page(Page::new(t.codes()).nav("account"), &page)
}

pub fn remove(w: &Writing<'_>, _: RemoveApp) -> Result<Answer> {
    if let Some(gate) = change_gate(&w.reading(), &DevicesPage {}.to_string())? {
        w.tx.silent("a proof comes first");
        return Ok(gate);
    }
    actions::remove_app(w.tx, w.viewer)?;
    Ok(Answer::to(DevicesPage {}.to_string()).with_note(T(w.viewer.lang).app_removed()))
}

pub fn new_codes(w: &Writing<'_>, _: NewCodes) -> Result<Answer> {
    let r = w.reading();
    if let Some(gate) = change_gate(&r, &DevicesPage {}.to_string())? {
        w.tx.silent("a proof comes first");
        return Ok(gate);
    }
    let codes = actions::new_codes(w.tx, w.viewer)?;
    list(&r, &codes, T(w.viewer.lang).codes_again(), DevicesPage {}.to_string())
}
