//! Remembered devices: the button that begins, the challenge, what comes back. Browsers need script for it; every page
//! that shows the button offers another way beside it.

use askama::Template;
use kernel::{Id, Result};
use serde_json::json;
use web::{Answer, Cookie, Fields, FormView, Page, Reading, Writing};

use super::{FormPage, change_gate, next_of, side, site_name, with_next};
use crate::{
    actions::{self, Sent},
    device,
    model::Task,
    paths::{
        AppPage, DevicesPage, ForgetPasskey, RememberChallenge, RememberPage, RenamePasskey, SignInChallenge,
        SignInPage, SignInPasskey, StepUpChallenge, StepUpPage, StepUpPasskey, StrongPage,
    },
    secrets, store,
    texts::T,
    webauthn::{ALGORITHMS, Place},
};

/// The button. Hidden until script finds that the browser can.
#[derive(Template)]
#[template(path = "passkey.html")]
struct Button<'a> {
    t: T,
    kind: &'static str,
    action: String,
    begin: String,
    /// Elsewhere the browser would refuse, so that script leaves the button hidden.
    origin: String,
    submit: &'a str,
    hidden: Vec<(&'static str, String)>,
    field: String,
    /// Whether the browser may offer it while the address is typed.
    autofill: bool,
    primary: bool,
}

/// Says that a device was not known, after a try that led back here.
pub fn alert(r: &Reading<'_>) -> String {
    #[derive(Template)]
    #[template(path = "alert.html")]
    struct Alert {
        text: &'static str,
    }
    let failed = r.ask.query("geraet") == Some("nein");
    if failed { Alert { text: T(r.viewer.lang).passkey_refused() }.render().unwrap_or_default() } else { String::new() }
}

/// Where passkeys of this installation are good.
pub fn place(r: &Reading<'_>) -> Option<Place> {
    Place::of(&r.site.outside().base_url)
}

/// The button to sign in with; empty where there can be none. The challenge of autofill is asked for once per page.
pub fn sign_in_button(r: &Reading<'_>, next: String, autofill: bool) -> String {
    let (begin, action) = (r.viewer.link(&SignInChallenge {}), r.viewer.link(&SignInPasskey {}));
    button(r, "get", begin, action, vec![("weiter", next)], autofill, false)
}

/// The button to prove oneself with within a session.
pub fn step_up_button(r: &Reading<'_>, next: String, strong: bool) -> String {
    let hidden = vec![("weiter", next), ("stufe", if strong { "stark".to_owned() } else { String::new() })];
    button(r, "get", StepUpChallenge {}.to_string(), StepUpPasskey {}.to_string(), hidden, false, true)
}

fn button(
    r: &Reading<'_>,
    kind: &'static str,
    begin: String,
    action: String,
    hidden: Vec<(&'static str, String)>,
    autofill: bool,
    primary: bool,
) -> String {
    let Some(Place { origin, .. }) = place(r) else { return String::new() };
    let t = T(r.viewer.lang);
    let field = String::new();
    Button { t, kind, begin, origin, action, submit: t.passkey_use(), hidden, field, autofill, primary }
        .render()
        .unwrap_or_default()
}

/// The browser's secret, its own or a new one with the cookie that carries it.
fn browser(w: &Writing<'_>) -> Result<(String, Cookie)> {
    let secret = match w.ask.cookie("p").filter(|s| secrets::is_secret(s)) {
        Some(held) => held.to_owned(),
        None => secrets::secret()?,
    };
    Ok((secret.clone(), Cookie { name: "p", value: secret, seconds: Some(actions::CHALLENGE) }))
}

fn answer(value: &serde_json::Value, cookie: Cookie) -> Answer {
    Answer::data("application/json", value.to_string().into_bytes()).with_cookie(cookie)
}

pub fn sign_in_challenge(w: &Writing<'_>, _: SignInChallenge) -> Result<Answer> {
    let place = place(&w.reading()).ok_or(kernel::Error::NotFound)?;
    let (browser, cookie) = browser(w)?;
    let challenge = actions::challenge(w.tx, Task::SignIn, &browser, None)?;
    // No number is named: whoever asks learns nothing about anybody.
    Ok(answer(&json!({ "challenge": challenge, "host": place.host, "known": [] }), cookie))
}

pub fn step_up_challenge(w: &Writing<'_>, _: StepUpChallenge) -> Result<Answer> {
    let place = place(&w.reading()).ok_or(kernel::Error::NotFound)?;
    let person = w.viewer.actor.person.map(Id::new).ok_or(kernel::Error::NotFound)?;
    let (browser, cookie) = browser(w)?;
    let challenge = actions::challenge(w.tx, Task::StepUp, &browser, Some(person))?;
    let known: Vec<String> = store::list_passkeys(w.tx, person)?.into_iter().map(|k| k.credential).collect();
    Ok(answer(&json!({ "challenge": challenge, "host": place.host, "known": known }), cookie))
}

pub fn remember_challenge(w: &Writing<'_>, _: RememberChallenge) -> Result<Answer> {
    let r = w.reading();
    if let Some(gate) = change_gate(&r, &RememberPage {}.to_string())? {
        w.tx.silent("a proof comes first");
        return Ok(gate);
    }
    let place = place(&r).ok_or(kernel::Error::NotFound)?;
    let person = w.viewer.actor.person.map(Id::new).ok_or(kernel::Error::NotFound)?;
    let account = store::account_of(w.tx, person)?.ok_or(kernel::Error::NotFound)?;
    let (browser, cookie) = browser(w)?;
    let challenge = actions::challenge(w.tx, Task::Register, &browser, Some(person))?;
    let (handle, known) = actions::registering(w.tx, &w.viewer.actor)?;
    let shown = w.viewer.signed.as_ref().map_or("", |s| s.name.as_str());
    let value = json!({ "challenge": challenge, "host": place.host, "site": site_name(w.tx)?, "handle": handle, "name": account.mail,
        "shown": shown, "known": known, "algorithms": ALGORITHMS });
    Ok(answer(&value, cookie))
}

fn sent<'a>(w: &'a Writing<'_>) -> Sent<'a> {
    Sent {
        browser: w.ask.cookie("p").unwrap_or_default(),
        credential: w.ask.field("nummer"),
        client: w.ask.field("browser"),
        device: w.ask.field("geraet"),
        signature: w.ask.field("unterschrift"),
        user_handle: w.ask.field("kennung"),
    }
}

pub fn sign_in(w: &Writing<'_>, _: SignInPasskey) -> Result<Answer> {
    let next = next_of(w.ask.field("weiter"));
    let place = place(&w.reading()).ok_or(kernel::Error::NotFound)?;
    match actions::sign_in_with(w.tx, w.viewer, &place, &sent(w), &w.ask.agent)? {
        Some(token) => Ok(Answer::to(next).with_cookie(actions::session_cookie(token))),
        None => Ok(Answer::to(format!("{}&geraet=nein", with_next(&w.viewer.link(&SignInPage {}), &next)))),
    }
}

pub fn step_up(w: &Writing<'_>, _: StepUpPasskey) -> Result<Answer> {
    let next = next_of(w.ask.field("weiter"));
    let place = place(&w.reading()).ok_or(kernel::Error::NotFound)?;
    let back = if w.ask.field("stufe") == "stark" { StrongPage {}.to_string() } else { StepUpPage {}.to_string() };
    match actions::step_up_with(w.tx, w.viewer, &place, &sent(w))? {
        Some(token) => Ok(Answer::to(next).with_cookie(actions::session_cookie(token))),
        None => Ok(Answer::to(format!("{}&geraet=nein", with_next(&back, &next)))),
    }
}

#[derive(Template)]
#[template(path = "remember.html")]
struct Remember<'a> {
    t: T,
    form: &'a FormView,
    title: &'static str,
    lead: &'static str,
    side: String,
    passkey: String,
    possible: bool,
    alert: String,
    app: String,
    back: String,
}

pub fn show_remember(r: &Reading<'_>, _: RememberPage) -> Result<Answer> {
    let next = r.ask.query("weiter").map(next_of);
    let here =
        next.as_ref().map_or_else(|| RememberPage {}.to_string(), |n| with_next(&RememberPage {}.to_string(), n));
    if let Some(gate) = change_gate(r, &here)? {
        return Ok(gate);
    }
    let form = FormView::new(r.viewer.lang, &[("name", &device::words(&device::of(&r.ask.agent), r.viewer.lang))]);
    remember_page(r, &form, next)
}

fn remember_page(r: &Reading<'_>, form: &FormView, next: Option<String>) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let place = place(r);
    let possible = place.is_some();
    let offered = r.ask.query("angebot").is_some();
    let app = match &next {
        Some(next) => with_next(&AppPage {}.to_string(), next),
        None => AppPage {}.to_string(),
    };
    let back = next.unwrap_or_else(|| DevicesPage {}.to_string());
    let field = form.text("name", t.passkey_name()).hint(t.passkey_name_hint()).most(60);
    let button = Button {
        t,
        kind: "create",
        begin: RememberChallenge {}.to_string(),
        origin: place.map_or_else(String::new, |p| p.origin),
        action: RememberPage {}.to_string(),
        submit: t.remember(),
        hidden: vec![("weiter", back.clone())],
        field: field.to_string(),
        autofill: false,
        primary: true,
    };
    let (title, lead) = if offered { (t.offer(), t.offer_lead()) } else { (t.remember(), t.remember_lead()) };
    let page = Remember {
        t,
        form,
        title,
        lead,
        side: if offered { String::new() } else { side(r.viewer, "devices") },
        passkey: if possible { button.render().unwrap_or_default() } else { String::new() },
        possible,
        alert: alert(r),
        app,
        back,
    };
    let head = Page::new(title).nav("account");
    r.page(if form.is_refused() { head.refused() } else { head }, &page)
}

pub fn remember(w: &Writing<'_>, _: RememberPage) -> Result<Answer> {
    let r = w.reading();
    if let Some(gate) = change_gate(&r, &RememberPage {}.to_string())? {
        w.tx.silent("a proof comes first");
        return Ok(gate);
    }
    let place = place(&r).ok_or(kernel::Error::NotFound)?;
    let next = next_of(w.ask.field("weiter"));
    let mut fields = Fields::of(w.ask);
    let name = name_of(&mut fields);
    if !fields.problems.is_empty() {
        let form = FormView::kept(w.viewer.lang, w.ask, fields.problems);
        return remember_page(&r, &form, Some(next));
    }
    match actions::remember(w.tx, w.viewer, &place, &sent(w), &name)? {
        Some(token) => {
            Ok(Answer::to(next).with_note(T(w.viewer.lang).remembered()).with_cookie(actions::session_cookie(token)))
        }
        None => Ok(Answer::to(format!("{}&geraet=nein", with_next(&RememberPage {}.to_string(), &next)))),
    }
}

fn name_of(fields: &mut Fields<'_>) -> String {
    use kernel::Lang::{De, En};
    fields.needed("name", 60, T(De).passkey_name_missing(), T(En).passkey_name_missing())
}

pub fn show_rename(r: &Reading<'_>, at: RenamePasskey) -> Result<Answer> {
    let person = r.viewer.actor.person.map(Id::new);
    let mine = store::find_passkey(r.conn, at.passkey)?.filter(|k| Some(k.person) == person);
    let passkey = mine.ok_or(kernel::Error::NotFound)?;
    rename_page(r, &at, &FormView::new(r.viewer.lang, &[("name", &passkey.name)]))
}

fn rename_page(r: &Reading<'_>, at: &RenamePasskey, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut page = FormPage::new(t.passkey_rename_title(), form, at.to_string(), t.save());
    page.side = side(r.viewer, "devices");
    page.once = true;
    page.fields = vec![form.text("name", t.passkey_name()).hint(t.passkey_name_hint()).most(60).to_string()];
    page.links = vec![(t.not_now(), DevicesPage {}.to_string())];
    page.answer(r)
}

pub fn rename(w: &Writing<'_>, at: RenamePasskey) -> Result<Answer> {
    let mut fields = Fields::of(w.ask);
    let name = name_of(&mut fields);
    if !fields.problems.is_empty() {
        return rename_page(&w.reading(), &at, &FormView::kept(w.viewer.lang, w.ask, fields.problems));
    }
    actions::rename_passkey(w.tx, &w.viewer.actor, at.passkey, &name)?;
    Ok(Answer::to(DevicesPage {}.to_string()).with_note(T(w.viewer.lang).saved()))
}

pub fn forget(w: &Writing<'_>, at: ForgetPasskey) -> Result<Answer> {
    if let Some(gate) = change_gate(&w.reading(), &DevicesPage {}.to_string())? {
        w.tx.silent("a proof comes first");
        return Ok(gate);
    }
    actions::forget_passkey(w.tx, w.viewer, at.passkey)?;
    Ok(Answer::to(DevicesPage {}.to_string()).with_note(T(w.viewer.lang).passkey_forgotten()))
}
