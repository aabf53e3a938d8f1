//! What the installation says of itself: name, imprint, contacts. Only for who runs it, after a fresh proof.

use kernel::{Error, Lang, Result};
use mail::Address;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{FormPage, side};
use crate::{
    actions::{self, House},
    paths::{MailTestPage, SettingsPage},
    texts::T,
};

pub fn show(r: &Reading<'_>, _: SettingsPage) -> Result<Answer> {
    page(r, None)
}

/// The fields as they are stored.
fn stored(lang: Lang, house: &House) -> FormView {
    let values: Vec<(&str, &str)> = House::FIELDS.into_iter().zip(house.0.iter().map(String::as_str)).collect();
    FormView::new(lang, &values)
}

fn page(r: &Reading<'_>, sent: Option<FormView>) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let now = actions::house_of(r.conn)?;
    let form = sent.unwrap_or_else(|| stored(r.viewer.lang, &now));
    let mut page = FormPage::new(t.side_settings(), &form, SettingsPage {}.to_string(), t.save());
    page.lead = vec![t.house_lead().to_owned()];
    page.side = side(r.viewer, "settings");
    page.once = true;
    page.hidden = vec![("fassung", now.edition())];
    let yes_no = vec![("yes".to_owned(), t.yes().to_owned()), ("no".to_owned(), t.no().to_owned())];
    page.fields = vec![
        form.text("name", t.house_name()).hint(t.house_name_hint()).most(80).to_string(),
        form.radios("stelle", t.house_public_body(), yes_no).hint(t.house_public_body_hint()).to_string(),
        form.text("betrieb", t.house_operator()).hint(t.house_operator_hint()).most(120).to_string(),
        form.text("anschrift", t.house_address()).lines(4).most(400).to_string(),
        form.text("mail", t.house_mail()).kind("email").to_string(),
        form.text("telefon", t.house_phone()).kind("tel").optional().most(40).to_string(),
        form.text("datenschutz", t.house_privacy()).hint(t.house_privacy_hint()).lines(4).most(400).to_string(),
        form.text("zugang", t.house_access()).hint(t.house_access_hint()).lines(4).most(400).to_string(),
    ];
    page.links = vec![(t.mail_test(), MailTestPage {}.to_string())];
    page.answer(r)
}

pub fn save(w: &Writing<'_>, _: SettingsPage) -> Result<Answer> {
    let r = w.reading();
    let mut fields = Fields::of(w.ask);
    let name = fields.needed("name", 80, T(Lang::De).need_house_name(), T(Lang::En).need_house_name());
    let body = fields.choice("stelle", &[("yes", "yes"), ("no", "no")]).unwrap_or_default();
    let operator = fields.needed("betrieb", 120, T(Lang::De).need_operator(), T(Lang::En).need_operator());
    let address = fields.text("anschrift", 400);
    let mail = Address::new(w.ask.raw("mail")).map(|a| a.as_str().to_owned());
    if mail.is_err() {
        fields.refuse("mail", T(Lang::De).bad_address(), T(Lang::En).bad_address());
    }
    let phone = fields.line("telefon", 40);
    let (privacy, access) = (fields.text("datenschutz", 400), fields.text("zugang", 400));
    let (Ok(mail), true) = (mail, fields.problems.is_empty()) else {
        return page(&r, Some(FormView::kept(w.viewer.lang, w.ask, fields.problems)));
    };
    let house = House([name, body.to_owned(), operator, address, mail, phone, privacy, access]);
    match actions::save_house(w.tx, &w.viewer.actor, w.ask.field("fassung"), &house) {
        Ok(()) => Ok(Answer::to(SettingsPage {}.to_string()).with_note(T(w.viewer.lang).saved())),
        Err(Error::Stale) => {
            let now = stored(w.viewer.lang, &actions::house_of(w.tx)?);
            page(&r, Some(FormView::kept(w.viewer.lang, w.ask, vec![]).overtaken(&now)))
        }
        Err(cause) => Err(cause),
    }
}
