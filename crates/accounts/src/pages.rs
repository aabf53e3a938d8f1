//! Addresses and pages of this slice, and what other slices use of them.

mod address;
mod app;
mod code;
mod data;
mod devices;
mod house;
mod invitations;
mod link;
mod own;
mod own_factor;
mod passkeys;
mod set_up;
mod sign_in;
mod step_up;

use askama::Template;
use db::Conn;
use kernel::{Problem, Result};
use web::{Answer, Audience, Cookie, FormView, JobKind, Page, Reading, Routes, Slice, Viewer, Writing};

pub use devices::{sign_out, word_of_proof};

use crate::{
    actions::{self, Refusal, both},
    model::{Aim, Purpose, Request},
    own as own_data, paths, secrets, store,
    texts::T,
};

/// This slice.
#[must_use]
pub fn slice() -> Slice {
    Slice { jobs: JOBS, own: Some(&own_data::OWN), handover: Some(own::stays), ..Slice::new("accounts", routes) }
}

const JOBS: &[JobKind] = &[JobKind { name: "accounts.cleanup", run: actions::cleanup, daily_at: Some(3) }];

fn routes() -> Routes {
    use Audience::{Operator, Public, SignedIn};
    Routes::new()
        .get_fresh(Public, sign_in::show)
        .post(Public, sign_in::ask)
        .get_fresh(Public, code::show)
        .post(Public, code::enter)
        .get_fresh(Public, code::show_choice)
        .post(Public, code::choose)
        .get_fresh(Public, link::show)
        .post(Public, link::open)
        .post(Public, link::renew)
        .per_hour(60)
        .get_fresh(Public, own_factor::show)
        .post(Public, own_factor::enter)
        .post(Public, passkeys::sign_in_challenge)
        .post(Public, passkeys::sign_in)
        .get_fresh(SignedIn, step_up::show)
        .post(SignedIn, step_up::ask)
        .get_fresh(SignedIn, step_up::show_strong)
        .post(SignedIn, step_up::enter)
        .post(SignedIn, passkeys::step_up_challenge)
        .post(SignedIn, passkeys::step_up)
        .get_fresh(SignedIn, own::show)
        .post(SignedIn, own::save)
        .post(SignedIn, own::save_person)
        .get_fresh(SignedIn, address::show)
        .strong()
        .post(SignedIn, address::ask)
        .strong()
        .get_fresh(SignedIn, address::show_code)
        .strong()
        .post(SignedIn, address::enter)
        .strong()
        .get_fresh(SignedIn, address::show_link)
        .strong()
        .post(SignedIn, address::confirm)
        .strong()
        .get_fresh(Public, address::show_undo)
        .post(Public, address::undo)
        .get_fresh(SignedIn, data::show)
        .get_fresh(SignedIn, data::show_all)
        .get_fresh(SignedIn, data::file)
        .get_fresh(SignedIn, data::show_erase)
        .post(SignedIn, data::erase)
        .get_fresh(SignedIn, devices::show)
        .post(SignedIn, devices::end)
        .post(SignedIn, devices::end_others)
        .post(SignedIn, devices::sign_out)
        .get_fresh(SignedIn, passkeys::show_remember)
        .post(SignedIn, passkeys::remember)
        .post(SignedIn, passkeys::remember_challenge)
        .get_fresh(SignedIn, passkeys::show_rename)
        .post(SignedIn, passkeys::rename)
        .post(SignedIn, passkeys::forget)
        .get_fresh(SignedIn, app::show)
        .post(SignedIn, app::set_up)
        .post(SignedIn, app::remove)
        .post(SignedIn, app::new_codes)
        .get_fresh(Public, set_up::show_waiting)
        .get_fresh(Public, set_up::show)
        .post(Public, set_up::set_up)
        .per_hour(60)
        .get_fresh(Operator, set_up::show_mail_test)
        .strong()
        .post(Operator, set_up::test_mail)
        .strong()
        .get_fresh(Operator, house::show)
        .strong()
        .post(Operator, house::save)
        .strong()
        .get_fresh(Operator, invitations::show)
        .strong()
        .post(Operator, invitations::invite)
        .strong()
        .post(Operator, invitations::withdraw)
        .strong()
}

/// Leads to a fresh proof and back to this very page, unless there was one within the last 15 minutes.
#[must_use]
pub fn require_fresh(r: &Reading<'_>) -> Option<Answer> {
    require_fresh_to(r.viewer, &r.ask.path)
}

/// The same for a form's target, whose page has the same address. What was typed is not kept: ask before showing the
/// form too.
#[must_use]
pub fn require_fresh_in(w: &Writing<'_>) -> Option<Answer> {
    let answer = require_fresh_to(w.viewer, &w.ask.path);
    if answer.is_some() {
        w.tx.silent("a fresh proof comes first");
    }
    answer
}

/// Leads to a fresh proof and then to `back`, a path of this house.
#[must_use]
pub fn require_fresh_to(viewer: &Viewer, back: &str) -> Option<Answer> {
    (!viewer.is_fresh()).then(|| Answer::to(with_next(&viewer.link(&paths::StepUpPage {}), back)))
}

/// Before anything changes in how she proves herself: with a factor of her own once she has one, for else a mailbox could
/// add another; freshly by mail before the first.
fn change_gate(r: &Reading<'_>, back: &str) -> Result<Option<Answer>> {
    let person = r.viewer.actor.person.map(kernel::Id::new).ok_or(kernel::Error::NotFound)?;
    if !store::factors_of(r.conn, person)?.any() {
        return Ok(require_fresh_to(r.viewer, back));
    }
    let strong = r.viewer.link(&paths::StrongPage {});
    Ok((!r.viewer.is_strong()).then(|| Answer::to(with_next(&strong, back))))
}

/// Where one wanted to go, if that is a page of this house.
fn next_of(text: &str) -> String {
    crate::rules::local_path(text).unwrap_or_else(|| "/".to_owned())
}

fn with_next(path: &str, next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("{path}?weiter={next}")
}

/// The side list of one's own pages, with the entry of that key marked: `profile`, `devices`, `consent`, `notices`, `absence`, `addresses`,
/// `data`, `settings`, `invitations`. For pages of other slices under `/konto`, inside `<div class="withside">`.
#[must_use]
pub fn side(viewer: &Viewer, current: &str) -> String {
    #[derive(Template)]
    #[template(path = "side.html")]
    struct Side {
        t: T,
        rows: Vec<(&'static str, &'static str, String, bool)>,
    }
    let t = T(viewer.lang);
    let mut rows = vec![
        ("profile", t.side_profile(), paths::AccountPage {}.to_string()),
        ("devices", t.side_devices(), paths::DevicesPage {}.to_string()),
        ("consent", t.side_consent(), paths::ConsentPage {}.to_string()),
        ("notices", t.side_notices(), paths::NoticesPage {}.to_string()),
        ("absence", t.side_absence(), paths::AbsencePage {}.to_string()),
        ("addresses", t.side_addresses(), paths::AddressesPage {}.to_string()),
        ("data", t.side_data(), paths::OwnDataPage {}.to_string()),
    ];
    if viewer.actor.operator {
        rows.push(("settings", t.side_settings(), paths::SettingsPage {}.to_string()));
        rows.push(("invitations", t.side_invitations(), paths::InvitationsPage {}.to_string()));
    }
    let rows = rows.into_iter().map(|(key, word, href)| (key, word, href, key == current)).collect();
    Side { t, rows }.render().unwrap_or_default()
}

/// A page with one form.
#[derive(Template)]
#[template(path = "form.html")]
struct FormPage<'a> {
    title: String,
    lead: Vec<String>,
    side: String,
    form: &'a FormView,
    /// Whether the form carries a number, so that it acts once. Forms that set a cookie recognise a second sending
    /// themselves: the first answer, and its cookie with it, may never have arrived.
    once: bool,
    before: String,
    fields: Vec<String>,
    hidden: Vec<(&'static str, String)>,
    action: String,
    submit: &'static str,
    links: Vec<(&'static str, String)>,
    after: String,
}

impl<'a> FormPage<'a> {
    fn new(title: &str, form: &'a FormView, action: String, submit: &'static str) -> Self {
        let title = title.to_owned();
        Self {
            title,
            lead: Vec::new(),
            side: String::new(),
            form,
            once: false,
            before: String::new(),
            fields: Vec::new(),
            hidden: Vec::new(),
            action,
            submit,
            links: Vec::new(),
            after: String::new(),
        }
    }
    fn answer(self, r: &Reading<'_>) -> Result<Answer> {
        let page = Page::new(self.title.clone()).nav("account");
        r.page(page.answering(self.form), &self)
    }
}

/// A page that says one thing and what to do next.
#[derive(Template)]
#[template(path = "message.html")]
struct Message {
    icon: &'static str,
    title: String,
    texts: Vec<String>,
    links: Vec<(&'static str, String)>,
    /// One button that acts: where to and its word.
    button: Option<(String, &'static str)>,
    once: String,
}

impl Message {
    fn new(icon: &'static str, title: &str, text: &str) -> Self {
        Self {
            icon,
            title: title.to_owned(),
            texts: vec![text.to_owned()],
            links: Vec::new(),
            button: None,
            once: String::new(),
        }
    }
    fn link(mut self, word: &'static str, href: String) -> Self {
        self.links.push((word, href));
        self
    }
    fn answer(self, r: &Reading<'_>, status: u16) -> Result<Answer> {
        r.page(Page::new(self.title.clone()).status(status).nav("account"), &self)
    }
}

/// The secret of the asking browser, as its cookie carries it.
fn browser_cookie(secret: String) -> Cookie {
    Cookie { name: "b", value: secret, seconds: Some(crate::rules::HOUR) }
}

/// The request this browser asked for, with its secret.
fn current(r: &Reading<'_>) -> Result<Option<(Request, String)>> {
    let Some(secret) = r.ask.cookie("b").filter(|s| secrets::is_secret(s)) else { return Ok(None) };
    let found = store::find_request_by_browser(r.conn, &actions::browser_hash(secret))?;
    Ok(found.map(|request| (request, secret.to_owned())))
}

/// A hidden field that script fills in where the browser can remember this device.
const CAN_REMEMBER: (&str, String) = ("kann-merken", String::new());

/// Signed in: a new cookie for the session, none for the request any more. Whose browser could do without mail is asked
/// about that once, and never again.
fn signed_in(w: &Writing<'_>, token: String, aim: &Aim) -> Result<Answer> {
    let mut answer = match aim {
        Aim::Page(path) => Answer::to(path.clone()),
        Aim::Invitation(_) => Answer::to("/").with_note(T(w.viewer.lang).invitation_welcome()),
    };
    let can =
        w.ask.field("kann-merken") == "ja" && w.viewer.signed.is_none() && passkeys::place(&w.reading()).is_some();
    if can
        && let Some(held) = store::find_session_by_token(w.tx, &secrets::hash("session", &[&token]))?
        && !store::factors_of(w.tx, held.person)?.any()
        && store::save_offered(w.tx, held.person)?
    {
        let next = answer.location.take().unwrap_or_else(|| "/".to_owned());
        let page = with_next(&paths::RememberPage {}.to_string(), &next);
        answer.location = Some(format!("{page}&angebot=ja"));
    }
    let done = answer.with_cookie(actions::session_cookie(token)).with_cookie(Cookie {
        name: "b",
        value: String::new(),
        seconds: None,
    });
    Ok(done)
}

/// Why a code or link does not count, and the way to a new one.
fn refused(r: &Reading<'_>, why: Refusal, purpose: Purpose, aim: &Aim) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let text = match why {
        Refusal::Expired => t.refused_expired(),
        Refusal::Worn => t.refused_worn(),
        Refusal::Spent => t.refused_spent(),
        Refusal::Withdrawn => t.refused_withdrawn(),
        Refusal::OtherAddress => t.refused_other_address(),
        Refusal::Locked => t.refused_locked(),
        Refusal::NotSigned => t.refused_not_signed(),
        Refusal::TooMany(again) => return web::too_many(r, again),
    };
    let (word, page) = match purpose {
        Purpose::SignIn => (t.ask_new(), r.viewer.link(&paths::SignInPage {})),
        Purpose::StepUp => (t.ask_new(), r.viewer.link(&paths::StepUpPage {})),
    };
    let mut message = Message::new("clock", t.refused(), text);
    if *aim != Aim::Page("/".to_owned()) && matches!(aim, Aim::Page(_)) {
        message = message.link(word, with_next(&page, &aim.stored()));
    } else if *aim == Aim::Page("/".to_owned()) {
        message = message.link(word, page);
    } else {
        message.texts.push(t.refused_invitation().to_owned());
    }
    message.link(t.to_start(), r.viewer.link(&"/")).answer(r, 410)
}

/// A form with one field marked.
fn marked(r: &Reading<'_>, field: &'static str, text: impl Fn(T) -> String) -> FormView {
    FormView::kept(r.viewer.lang, r.ask, vec![Problem { field, reason: both(text) }])
}

/// The name of the installation.
fn site_name(conn: &Conn) -> Result<String> {
    actions::site_name(conn)
}
