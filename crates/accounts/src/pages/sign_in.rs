//! Asking for a link and a code: to sign in, or to prove oneself afresh.

use kernel::{Id, Result};
use mail::Address;
use web::{Answer, FormView, Reading, Writing};

use super::{FormPage, browser_cookie, marked};
use crate::{
    actions::{self, Asked, Asking},
    model::{Aim, Purpose},
    paths::{CodePage, SignInPage, StepUpPage},
    rules, secrets, store,
    texts::T,
};

/// Where one wanted to go, if that is a page of this house.
fn next(text: &str) -> String {
    rules::local_path(text).unwrap_or_else(|| "/".to_owned())
}

pub fn show(r: &Reading<'_>, _: SignInPage) -> Result<Answer> {
    let next = next(r.ask.query("weiter").unwrap_or_default());
    if r.viewer.is_signed_in() {
        return Ok(Answer::to(next));
    }
    // Before anybody has an account, no address would bring a code.
    if let Some(path) = r.site.set_up(r.conn)?
        && !store::has_accounts(r.conn)?
    {
        return Ok(Answer::to(r.viewer.link(&path)));
    }
    page(r, &FormView::new(r.viewer.lang, &[]), &secrets::secret()?, next)
}

fn page(r: &Reading<'_>, form: &FormView, browser: &str, next: String) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let field = form.text("email", t.mail()).kind("email").autocomplete("email").hint(t.sign_in_mail_hint());
    let mut page = FormPage::new(t.sign_in(), form, r.viewer.link(&SignInPage {}), t.sign_in_submit());
    page.lead = vec![t.sign_in_lead().to_owned()];
    page.fields = vec![field.to_string()];
    page.hidden = vec![("fenster", browser.to_owned()), ("weiter", next)];
    page.answer(r)
}

pub fn ask(w: &Writing<'_>, _: SignInPage) -> Result<Answer> {
    let next = next(w.ask.field("weiter"));
    let browser = w.ask.field("fenster");
    let Ok(address) = Address::new(w.ask.raw("email")) else {
        let r = w.reading();
        return page(&r, &marked(&r, "email", |t| t.bad_address().to_owned()), &secrets::secret()?, next);
    };
    let asking = Asking {
        address: &address,
        purpose: Purpose::SignIn,
        aim: Aim::Page(next),
        invited: None,
        browser,
        lang: w.viewer.lang,
        base: &w.site.outside().base_url,
    };
    asked(w, &asking)
}

/// The same answer, whoever the address belongs to.
pub fn asked(w: &Writing<'_>, asking: &Asking<'_>) -> Result<Answer> {
    match actions::ask(w.tx, asking)? {
        Asked::Sent(browser) => Ok(Answer::to(w.viewer.link(&CodePage {})).with_cookie(browser_cookie(browser))),
        Asked::TooMany(again) => web::too_many(&w.reading(), again),
    }
}

pub fn show_step_up(r: &Reading<'_>, _: StepUpPage) -> Result<Answer> {
    let next = next(r.ask.query("weiter").unwrap_or_default());
    if r.viewer.is_fresh() {
        return Ok(Answer::to(next));
    }
    let t = T(r.viewer.lang);
    let form = FormView::new(r.viewer.lang, &[]);
    let mut page = FormPage::new(t.step_up(), &form, StepUpPage {}.to_string(), t.step_up_submit());
    page.lead = vec![t.step_up_lead().to_owned()];
    page.hidden = vec![("fenster", secrets::secret()?), ("weiter", next)];
    page.links = vec![(t.not_now(), r.viewer.link(&"/"))];
    page.answer(r)
}

pub fn ask_step_up(w: &Writing<'_>, _: StepUpPage) -> Result<Answer> {
    let person = w.viewer.actor.person.map(Id::new).ok_or(kernel::Error::NotFound)?;
    let account = store::account_of(w.tx, person)?.ok_or(kernel::Error::NotFound)?;
    let address = Address::new(&account.mail).map_err(kernel::Error::internal)?;
    let asking = Asking {
        address: &address,
        purpose: Purpose::StepUp,
        aim: Aim::Page(next(w.ask.field("weiter"))),
        invited: Some(person),
        browser: w.ask.field("fenster"),
        lang: account.lang,
        base: &w.site.outside().base_url,
    };
    asked(w, &asking)
}
