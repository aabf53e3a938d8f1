//! The first minutes of an installation: set-up, and whether its mail arrives.

use kernel::{Error, Id, Lang, Result};
use mail::Address;
use people::NewPerson;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{FormPage, Message, marked, side};
use crate::{
    actions::{self, NewHouse},
    paths::{MailTestPage, SetUpPage, SetUpWaits, SettingsPage, SignInPage},
    secrets, store,
    texts::T,
};

pub fn show_waiting(r: &Reading<'_>, _: SetUpWaits) -> Result<Answer> {
    let t = T(r.viewer.lang);
    if store::count_operators(r.conn)? > 0 {
        return finished(r);
    }
    Message::new("key", t.set_up_waits(), t.set_up_waits_text()).answer(r, 200)
}

fn finished(r: &Reading<'_>) -> Result<Answer> {
    let t = T(r.viewer.lang);
    Message::new("check", t.set_up_done(), t.set_up_done_text())
        .link(t.sign_in(), r.viewer.link(&SignInPage {}))
        .answer(r, 410)
}

fn dead(r: &Reading<'_>) -> Result<Answer> {
    if store::count_operators(r.conn)? > 0 {
        return finished(r);
    }
    let t = T(r.viewer.lang);
    Message::new("key", t.refused(), t.set_up_dead()).answer(r, 410)
}

pub fn show(r: &Reading<'_>, at: SetUpPage) -> Result<Answer> {
    if !actions::valid_set_up(r.conn, at.code.as_str())? {
        return dead(r);
    }
    page(r, &at, &FormView::new(r.viewer.lang, &[]))
}

fn yes_no(t: T) -> Vec<(String, String)> {
    vec![("ja".to_owned(), t.yes().to_owned()), ("nein".to_owned(), t.no().to_owned())]
}

fn page(r: &Reading<'_>, at: &SetUpPage, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut page = FormPage::new(t.set_up(), form, r.viewer.link(at), t.set_up_submit());
    page.lead = vec![t.set_up_lead().to_owned()];
    page.hidden = vec![("fenster", secrets::secret()?)];
    page.fields = vec![
        form.text("given", t.given()).autocomplete("given-name").most(120).to_string(),
        form.text("family", t.family()).autocomplete("family-name").most(120).to_string(),
        form.text("email", t.mail()).kind("email").autocomplete("email").hint(t.set_up_mail_hint()).to_string(),
        form.text("name", t.house_name()).hint(t.house_name_hint()).most(80).to_string(),
        form.radios("stelle", t.house_public_body(), yes_no(t)).hint(t.house_public_body_hint()).to_string(),
    ];
    page.answer(r)
}

pub fn set_up(w: &Writing<'_>, at: SetUpPage) -> Result<Answer> {
    let r = w.reading();
    let code = at.code.as_str();
    let mut fields = Fields::of(w.ask);
    let given = fields.needed("given", 120, T(Lang::De).need_given(), T(Lang::En).need_given());
    let family = fields.needed("family", 120, T(Lang::De).need_family(), T(Lang::En).need_family());
    let mail = Address::new(w.ask.raw("email"));
    if mail.is_err() {
        fields.refuse("email", T(Lang::De).bad_address(), T(Lang::En).bad_address());
    }
    let name = fields.needed("name", 80, T(Lang::De).need_house_name(), T(Lang::En).need_house_name());
    let public_body = fields.choice("stelle", &[("ja", true), ("nein", false)]);
    let (Ok(mail), Some(public_body), true) = (mail, public_body, fields.problems.is_empty()) else {
        let valid = actions::valid_set_up(w.tx, code)?;
        return if valid { page(&r, &at, &FormView::kept(w.viewer.lang, w.ask, fields.problems)) } else { dead(&r) };
    };
    let new = NewHouse { name, public_body, operator: NewPerson::new(given, family), mail, lang: w.viewer.lang };
    match actions::set_up(w.tx, code, w.ask.field("fenster"), &w.ask.agent, &new) {
        Ok(Some(token)) => Ok(Answer::to(MailTestPage {}.to_string()).with_cookie(actions::session_cookie(token))),
        Ok(None) => dead(&r),
        Err(Error::Form(problems)) => page(&r, &at, &FormView::kept(w.viewer.lang, w.ask, problems)),
        Err(cause) => Err(cause),
    }
}

pub fn show_mail_test(r: &Reading<'_>, _: MailTestPage) -> Result<Answer> {
    mail_test(r, None)
}

/// „Kam die Mail an?“ as two buttons; after „Nein“ what to look for, and the address once more.
fn mail_test(r: &Reading<'_>, sent: Option<FormView>) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let person = r.viewer.actor.person.map(Id::new).ok_or(Error::NotFound)?;
    let account = store::account_of(r.conn, person)?.ok_or(Error::NotFound)?;
    let missing = r.ask.query("antwort") == Some("nein") || sent.is_some();
    let form = sent.unwrap_or_else(|| FormView::new(r.viewer.lang, &[("email", &account.mail)]));
    let here = MailTestPage {}.to_string();
    let mut page = FormPage::new(
        t.mail_test(),
        &form,
        here.clone(),
        if missing { t.mail_test_again() } else { t.mail_test_yes() },
    );
    page.side = side(r.viewer, "settings");
    page.once = true;
    if missing {
        page.lead =
            [t.mail_test_help(), t.mail_test_help_spam(), t.mail_test_help_server()].map(str::to_owned).to_vec();
        page.fields = vec![form.text("email", t.mail()).kind("email").autocomplete("email").to_string()];
        page.hidden = vec![("antwort", "nochmal".to_owned())];
        page.links = vec![(t.to_settings(), SettingsPage {}.to_string())];
    } else {
        page.lead = vec![t.mail_test_lead(&account.mail)];
        page.hidden = vec![("antwort", "ja".to_owned())];
        page.links = vec![(t.mail_test_no(), format!("{here}?antwort=nein"))];
    }
    page.answer(r)
}

pub fn test_mail(w: &Writing<'_>, _: MailTestPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    if w.ask.field("antwort") == "ja" {
        actions::confirm_test_letter(w.tx, &w.viewer.actor)?;
        return Ok(Answer::to(SettingsPage {}.to_string()).with_note(t.mail_test_confirmed()));
    }
    let Ok(address) = Address::new(w.ask.raw("email")) else {
        return mail_test(&r, Some(marked(&r, "email", |t| t.bad_address().to_owned())));
    };
    actions::post_test_letter(w.tx, &w.viewer.actor, &address)?;
    Ok(Answer::to(MailTestPage {}.to_string()).with_note(t.mail_test_sent()))
}
