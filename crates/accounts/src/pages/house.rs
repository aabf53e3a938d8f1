//! What the installation says of itself: name, imprint, contacts. Only for who runs it, after a fresh proof.

use kernel::{Error, Lang, Result};
use mail::Address;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{FormPage, Versus, side};
use crate::{
    actions::{self, House},
    paths::{MailTestPage, SettingsPage},
    texts::T,
};

pub fn show(r: &Reading<'_>, _: SettingsPage) -> Result<Answer> {
    page(r, None, String::new(), 200)
}

fn labels(t: T) -> [&'static str; 8] {
    [
        t.house_name(),
        t.house_public_body(),
        t.house_operator(),
        t.house_address(),
        t.house_mail(),
        t.house_phone(),
        t.house_privacy(),
        t.house_access(),
    ]
}

fn page(r: &Reading<'_>, sent: Option<FormView>, versus: String, status: u16) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let stored = actions::house_of(r.conn)?;
    let form = sent.unwrap_or_else(|| {
        let values: Vec<(&str, &str)> = House::FIELDS.into_iter().zip(stored.0.iter().map(String::as_str)).collect();
        FormView::new(r.viewer.lang, &values)
    });
    let [name, body, operator, address, mail, phone, privacy, access] = labels(t);
    let mut page = FormPage::new(t.side_settings(), &form, SettingsPage {}.to_string(), t.save());
    page.lead = vec![t.house_lead().to_owned()];
    page.side = side(r.viewer, "settings");
    page.once = true;
    page.before = versus;
    page.hidden = vec![("fassung", stored.edition())];
    let yes_no = vec![("yes".to_owned(), t.yes().to_owned()), ("no".to_owned(), t.no().to_owned())];
    page.fields = vec![
        form.text("name", name).hint(t.house_name_hint()).most(80).to_string(),
        form.radios("stelle", body, yes_no).hint(t.house_public_body_hint()).to_string(),
        form.text("betrieb", operator).hint(t.house_operator_hint()).most(120).to_string(),
        form.text("anschrift", address).lines(4).most(400).to_string(),
        form.text("mail", mail).kind("email").to_string(),
        form.text("telefon", phone).kind("tel").optional().most(40).to_string(),
        form.text("datenschutz", privacy).hint(t.house_privacy_hint()).lines(4).most(400).to_string(),
        form.text("zugang", access).hint(t.house_access_hint()).lines(4).most(400).to_string(),
    ];
    page.links = vec![(t.mail_test(), MailTestPage {}.to_string())];
    let mut answer = page.answer(r)?;
    if status != 200 {
        answer.status = status;
    }
    Ok(answer)
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
        return page(&r, Some(FormView::kept(w.viewer.lang, w.ask, fields.problems)), String::new(), 422);
    };
    let house = House([name, body.to_owned(), operator, address, mail, phone, privacy, access]);
    match actions::save_house(w.tx, &w.viewer.actor, w.ask.field("fassung"), &house) {
        Ok(()) => Ok(Answer::to(SettingsPage {}.to_string()).with_note(T(w.viewer.lang).saved())),
        Err(Error::Stale) => {
            let t = T(w.viewer.lang);
            let word = |value: String| match value.as_str() {
                "yes" => t.yes().to_owned(),
                "no" => t.no().to_owned(),
                _ => value,
            };
            let stored = actions::house_of(w.tx)?;
            let rows = labels(t)
                .into_iter()
                .zip(house.0.into_iter().zip(stored.0))
                .map(|(label, (mine, theirs))| (label.to_owned(), word(mine), word(theirs)));
            page(&r, Some(FormView::kept(w.viewer.lang, w.ask, vec![])), Versus::html(w.viewer.lang, rows), 409)
        }
        Err(cause) => Err(cause),
    }
}
