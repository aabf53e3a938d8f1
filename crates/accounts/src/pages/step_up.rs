//! A fresh proof before something that matters: by mail, or with a device or an app of one's own.

use askama::Template;
use kernel::{Error, Id, Problem, Result};
use mail::Address;
use people::Person;
use web::{Answer, FormView, Page, Reading, Writing};

use super::{marked, next_of, passkeys, sign_in::asked, with_next};
use crate::{
    actions::{self, Asking, Checked, Typed, both},
    model::{Aim, Factors, Purpose},
    paths::{AppPage, RememberPage, StepUpApp, StepUpPage, StrongPage},
    rules, secrets, store,
    texts::T,
};

/// The ways to prove oneself, one below the other.
#[derive(Template)]
#[template(path = "prove.html")]
pub struct Ways<'a> {
    pub form: &'a FormView,
    pub title: &'static str,
    pub lead: Vec<&'static str>,
    /// What went wrong with a device, above the ways.
    pub alert: String,
    pub passkey: String,
    pub field: String,
    pub action: String,
    pub hidden: Vec<(&'static str, String)>,
    pub submit: &'static str,
    /// The other kind of code: its word and where it is asked for.
    pub other: Option<(&'static str, String)>,
    pub mail: String,
    pub links: Vec<(&'static str, String)>,
}

impl Ways<'_> {
    pub fn answer(&self, r: &Reading<'_>) -> Result<Answer> {
        let page = Page::new(self.title).nav("account");
        let mut answer = r.page(if self.form.is_refused() { page.refused() } else { page }, self)?;
        if r.ask.query("falsch").is_some() {
            // The wrong code was refused before; this page itself is in order.
            answer.status = 200;
        }
        Ok(answer)
    }
}

#[derive(Template)]
#[template(path = "mail.html")]
struct ByMail {
    action: String,
    hidden: Vec<(&'static str, String)>,
    submit: &'static str,
    primary: bool,
}

fn herself(r: &Reading<'_>) -> Result<Id<Person>> {
    r.viewer.actor.person.map(Id::new).ok_or(Error::NotFound)
}

pub fn show(r: &Reading<'_>, _: StepUpPage) -> Result<Answer> {
    let next = next_of(r.ask.query("weiter").unwrap_or_default());
    if r.viewer.is_fresh() {
        return Ok(Answer::to(next));
    }
    page(r, None, next, false)
}

pub fn show_strong(r: &Reading<'_>, _: StrongPage) -> Result<Answer> {
    let next = next_of(r.ask.query("weiter").unwrap_or_default());
    if r.viewer.is_strong() {
        return Ok(Answer::to(next));
    }
    page(r, None, next, true)
}

fn page(r: &Reading<'_>, sent: Option<FormView>, next: String, strong: bool) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let factors = store::factors_of(r.conn, herself(r)?)?;
    if strong && !factors.any() {
        return first_factor(r, next);
    }
    let here = if strong { StrongPage {}.to_string() } else { StepUpPage {}.to_string() };
    let form = match sent {
        Some(form) => form,
        None => said_before(r, herself(r)?)?,
    };
    let by_mail = !strong && !factors.own_only();
    let mail = ByMail {
        action: StepUpPage {}.to_string(),
        hidden: vec![("fenster", secrets::secret()?), ("weiter", next.clone())],
        submit: t.step_up_submit(),
        primary: !factors.any(),
    };
    let (field, other) = field(r, &form, factors, &with_next(&here, &next));
    let lead = if factors.any() { t.step_up_lead_own() } else { t.step_up_lead() };
    Ways {
        title: t.step_up(),
        lead: if strong { vec![lead, t.step_up_strong()] } else { vec![lead] },
        alert: passkeys::alert(r),
        passkey: if factors.passkeys > 0 { passkeys::step_up_button(r, next.clone(), strong) } else { String::new() },
        field,
        action: StepUpApp {}.to_string(),
        hidden: vec![
            ("weiter", next),
            ("stufe", if strong { "stark".to_owned() } else { String::new() }),
            ("mit", r.ask.query("mit").unwrap_or_else(|| r.ask.field("mit")).to_owned()),
        ],
        submit: t.step_up_confirm(),
        other,
        mail: if by_mail { mail.render().unwrap_or_default() } else { String::new() },
        links: vec![(t.not_now(), r.viewer.link(&"/"))],
        form: &form,
    }
    .answer(r)
}

/// The field for a code, of the app or of the list, and the way to the other one.
pub fn field(
    r: &Reading<'_>,
    form: &FormView,
    factors: Factors,
    here: &str,
) -> (String, Option<(&'static str, String)>) {
    let t = T(r.viewer.lang);
    let wants_list = r.ask.query("mit").unwrap_or_else(|| r.ask.field("mit")) == "notfall" || !factors.app;
    if wants_list && factors.emergency > 0 {
        let field = form.text("notfall", t.emergency_code()).hint(t.emergency_hint()).most(20).autocomplete("off");
        return (field.to_string(), factors.app.then(|| (t.app_use(), here.to_owned())));
    }
    if !factors.app {
        return (String::new(), None);
    }
    let field = form.text("code", t.app_code()).code().hint(t.app_code_hint()).most(10).to_string();
    let other = (factors.emergency > 0).then(|| (t.emergency_use(), format!("{here}&mit=notfall")));
    (field, other)
}

/// The form, marked where the code before was wrong.
pub fn said_before(r: &Reading<'_>, person: Id<Person>) -> Result<FormView> {
    if r.ask.query("falsch").is_none() {
        return Ok(FormView::new(r.viewer.lang, &[]));
    }
    let wrong = store::list_factor_tries(r.conn, person, r.viewer.now.plus_seconds(-rules::CODE_SECONDS))?.len();
    let left = (rules::TRIES - i64::try_from(wrong).unwrap_or(rules::TRIES)).max(0);
    let name = if r.ask.query("mit") == Some("notfall") { "notfall" } else { "code" };
    Ok(marked(r, name, |t| if left > 0 { t.code_wrong(left) } else { t.code_wrong_last().to_owned() }))
}

/// Nothing of her own yet: how to get it, and back to where she was going.
fn first_factor(r: &Reading<'_>, next: String) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut links = Vec::new();
    if passkeys::place(r).is_some() {
        links.push((t.remember(), with_next(&RememberPage {}.to_string(), &next)));
    }
    links.push((t.app_set_up(), with_next(&AppPage {}.to_string(), &next)));
    links.push((t.not_now(), r.viewer.link(&"/")));
    let mut message = super::Message::new("lock", t.first_factor(), t.first_factor_text());
    message.texts.push(t.first_factor_how().to_owned());
    message.links = links;
    message.answer(r, 200)
}

/// What was typed, or the form that says what is wrong with it.
pub fn typed(w: &Writing<'_>) -> std::result::Result<Typed, FormView> {
    let kept = |field: &'static str, text: fn(T) -> &'static str| {
        let problem = Problem { field, reason: both(text) };
        FormView::kept(w.viewer.lang, w.ask, vec![problem])
    };
    if w.ask.field("mit") == "notfall" || !w.ask.field("notfall").is_empty() {
        return match rules::emergency_code(w.ask.field("notfall")) {
            Some(code) => Ok(Typed::Emergency(code)),
            None => Err(kept("notfall", |t| t.emergency_form())),
        };
    }
    match rules::code(w.ask.field("code")) {
        Some(code) => Ok(Typed::App(code)),
        None => Err(kept("code", |t| t.code_form())),
    }
}

pub fn enter(w: &Writing<'_>, _: StepUpApp) -> Result<Answer> {
    let r = w.reading();
    let next = next_of(w.ask.field("weiter"));
    let strong = w.ask.field("stufe") == "stark";
    if !store::factors_of(w.tx, herself(&r)?)?.any() {
        w.tx.silent("there is nothing to prove with");
        let here = if strong { StrongPage {}.to_string() } else { StepUpPage {}.to_string() };
        return Ok(Answer::to(with_next(&here, &next)));
    }
    let typed = match typed(w) {
        Ok(typed) => typed,
        Err(form) => return page(&r, Some(form), next, strong),
    };
    match actions::check(w.tx, herself(&r)?, &typed)? {
        Checked::Right(proof) => {
            let token = actions::prove_again(w.tx, w.viewer, proof)?;
            Ok(Answer::to(next).with_cookie(actions::session_cookie(token)))
        }
        Checked::Wrong => {
            let here = if strong { StrongPage {}.to_string() } else { StepUpPage {}.to_string() };
            Ok(Answer::to(wrong(&with_next(&here, &next), &typed)))
        }
        Checked::TooMany(again) => web::too_many(&r, again),
    }
}

/// Back to the page that says so; the wrong code is counted, so it may not answer with a refusal that takes it back.
pub fn wrong(here: &str, typed: &Typed) -> String {
    match typed {
        Typed::App(_) => format!("{here}&falsch=ja"),
        Typed::Emergency(_) => format!("{here}&falsch=ja&mit=notfall"),
    }
}

pub fn ask(w: &Writing<'_>, _: StepUpPage) -> Result<Answer> {
    let person = herself(&w.reading())?;
    let next = next_of(w.ask.field("weiter"));
    if store::factors_of(w.tx, person)?.own_only() {
        w.tx.silent("what others can read proves nothing");
        return Ok(Answer::to(with_next(&StepUpPage {}.to_string(), &next)));
    }
    let account = store::account_of(w.tx, person)?.ok_or(Error::NotFound)?;
    let address = Address::new(&account.mail).map_err(Error::internal)?;
    let asking = Asking {
        address: &address,
        purpose: Purpose::StepUp,
        aim: Aim::Page(next),
        invited: Some(person),
        browser: w.ask.field("fenster"),
        lang: account.lang,
        base: &w.site.outside().base_url,
    };
    asked(w, &asking)
}
