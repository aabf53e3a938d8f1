//! Asking for a link and a code: to sign in, or to prove oneself afresh.

use kernel::Result;
use mail::Address;
use web::{Answer, FormView, Reading, Writing};

use super::{FormPage, browser_cookie, marked, next_of, passkeys};
use crate::{
    actions::{self, Asked, Asking},
    model::{Aim, Purpose},
    paths::{CodePage, SignInPage},
    rules::LETTERS_OF_ORIGIN,
    secrets, store,
    texts::T,
};

pub fn show(r: &Reading<'_>, _: SignInPage) -> Result<Answer> {
    let next = next_of(r.ask.query("weiter").unwrap_or_default());
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
    let field =
        form.text("email", t.mail()).kind("email").autocomplete("username webauthn").hint(t.sign_in_mail_hint());
    let mut page = FormPage::new(t.sign_in(), form, r.viewer.link(&SignInPage {}), t.sign_in_submit());
    page.lead = vec![t.sign_in_lead().to_owned()];
    page.fields = vec![field.to_string()];
    page.hidden = vec![("fenster", browser.to_owned()), ("weiter", next.clone())];
    page.before = passkeys::alert(r);
    page.after = passkeys::sign_in_button(r, next, r.ask.query("geraet").is_none());
    page.answer(r)
}

pub fn ask(w: &Writing<'_>, _: SignInPage) -> Result<Answer> {
    let next = next_of(w.ask.field("weiter"));
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

/// The same answer, whoever the address belongs to. How often one origin may ask is counted by the address that was typed,
/// before anybody looks whose it is.
pub fn asked(w: &Writing<'_>, asking: &Asking<'_>) -> Result<Answer> {
    let what = format!("letter {}", actions::mail_key(&asking.address.key()));
    if let Some(again) = w.full(&what, LETTERS_OF_ORIGIN) {
        return web::too_many_from_here(&w.reading(), again);
    }
    match actions::ask(w.tx, asking)? {
        Asked::Sent(browser) => {
            w.note(&what, LETTERS_OF_ORIGIN);
            Ok(Answer::to(w.viewer.link(&CodePage {})).with_cookie(browser_cookie(browser)))
        }
        Asked::TooMany(again) => web::too_many(&w.reading(), again),
    }
}
