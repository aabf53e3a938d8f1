//! `/konto/adresse`: another mail address for one's account.

use kernel::{Error, Id, Problem, Result};
use mail::Address;
use people::Person;
use web::{Answer, FormView, Reading, Writing};

use super::{FormPage, Message, marked, side};
use crate::{
    actions::{self, AddressAsked, AddressChanged, both},
    paths::{AccountPage, AddressCode, AddressLink, AddressPage, AddressUndo},
    rules, store,
    texts::T,
};

fn herself(r: &Reading<'_>) -> Result<Id<Person>> {
    r.viewer.actor.person.map(Id::new).ok_or(Error::NotFound)
}

pub fn show(r: &Reading<'_>, _: AddressPage) -> Result<Answer> {
    page(r, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let account = store::account_of(r.conn, herself(r)?)?.ok_or(Error::NotFound)?;
    let mut page = FormPage::new(t.address(), form, AddressPage {}.to_string(), t.address_send());
    page.lead = vec![t.address_now(account.mail), t.address_lead().to_owned()];
    page.side = side(r.viewer, "profile");
    page.once = true;
    page.fields = vec![
        form.text("email", t.address_new()).kind("email").autocomplete("email").hint(t.address_hint()).to_string(),
    ];
    page.links = vec![(t.not_now(), AccountPage {}.to_string())];
    page.answer(r)
}

pub fn ask(w: &Writing<'_>, _: AddressPage) -> Result<Answer> {
    let r = w.reading();
    let Ok(address) = Address::new(w.ask.raw("email")) else {
        return page(&r, &marked(&r, "email", |t| t.bad_address().to_owned()));
    };
    match actions::ask_address(w.tx, w.viewer, &address, &w.site.outside().base_url)? {
        AddressAsked::Sent => Ok(Answer::to(AddressCode {}.to_string())),
        AddressAsked::Same => page(&r, &marked(&r, "email", |t| t.address_same().to_owned())),
        AddressAsked::TooMany(again) => web::too_many(&r, again),
    }
}

pub fn show_code(r: &Reading<'_>, _: AddressCode) -> Result<Answer> {
    let Some(change) = actions::open_address(r.conn, herself(r)?)? else { return gone(r) };
    if change.tries == 0 {
        return code_page(r, &change.new, &FormView::new(r.viewer.lang, &[]));
    }
    let left = rules::TRIES - change.tries;
    let mut answer = code_page(r, &change.new, &marked(r, "code", |t| t.code_wrong(left)))?;
    // The wrong code was refused before; this page itself is in order.
    answer.status = 200;
    Ok(answer)
}

fn code_page(r: &Reading<'_>, new: &str, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut page = FormPage::new(t.address_code(), form, AddressCode {}.to_string(), t.address_go());
    page.lead = vec![t.address_code_lead(new), t.address_code_text().to_owned()];
    page.side = side(r.viewer, "profile");
    page.once = true;
    page.fields = vec![form.text("code", t.code()).code().hint(t.code_hint()).most(10).to_string()];
    page.links = vec![(t.address_other(), AddressPage {}.to_string())];
    page.answer(r)
}

fn gone(r: &Reading<'_>) -> Result<Answer> {
    let t = T(r.viewer.lang);
    Message::new("clock", t.refused(), t.address_gone()).link(t.address(), AddressPage {}.to_string()).answer(r, 410)
}

pub fn enter(w: &Writing<'_>, _: AddressCode) -> Result<Answer> {
    let r = w.reading();
    let Some(change) = actions::open_address(w.tx, herself(&r)?)? else { return gone(&r) };
    let Some(code) = rules::code(w.ask.field("code")) else {
        let problem = Problem { field: "code", reason: both(|t| t.code_form()) };
        return code_page(&r, &change.new, &FormView::kept(w.viewer.lang, w.ask, vec![problem]));
    };
    settled(w, actions::change_address(w.tx, w.viewer, &change, Some(&code), &w.site.outside().base_url)?)
}

fn settled(w: &Writing<'_>, done: AddressChanged) -> Result<Answer> {
    match done {
        AddressChanged::Done(_) => {
            Ok(Answer::to(AccountPage {}.to_string()).with_note(T(w.viewer.lang).address_changed()))
        }
        AddressChanged::Wrong => Ok(Answer::to(AddressCode {}.to_string())),
        AddressChanged::Gone => gone(&w.reading()),
    }
}

/// The letter's link, in whichever browser she is signed in: only she may press its button.
pub fn show_link(r: &Reading<'_>, p: AddressLink) -> Result<Answer> {
    let Some(change) = actions::address_of_link(r.conn, herself(r)?, p.token.as_str())? else { return gone(r) };
    let t = T(r.viewer.lang);
    let form = FormView::new(r.viewer.lang, &[]);
    let mut page = FormPage::new(t.address(), &form, p.to_string(), t.address_go());
    page.lead = vec![t.address_link_lead(change.new)];
    page.once = true;
    page.links = vec![(t.not_now(), AccountPage {}.to_string())];
    page.answer(r)
}

pub fn confirm(w: &Writing<'_>, p: AddressLink) -> Result<Answer> {
    let r = w.reading();
    let Some(change) = actions::address_of_link(w.tx, herself(&r)?, p.token.as_str())? else { return gone(&r) };
    settled(w, actions::change_address(w.tx, w.viewer, &change, None, &w.site.outside().base_url)?)
}

/// What the letter to the old address opens. Who it is about is not said: others may read that mailbox.
pub fn show_undo(r: &Reading<'_>, p: AddressUndo) -> Result<Answer> {
    let t = T(r.viewer.lang);
    if actions::undoable_address(r.conn, p.token.as_str())?.is_none() {
        return undo_gone(r);
    }
    let form = FormView::new(r.viewer.lang, &[]);
    let mut page = FormPage::new(t.address_undo(), &form, r.viewer.link(&p), t.address_undo_go());
    page.lead = vec![t.address_undo_lead().to_owned(), t.address_undo_text().to_owned()];
    page.once = true;
    page.links = vec![(t.not_now(), r.viewer.link(&"/"))];
    page.answer(r)
}

fn undo_gone(r: &Reading<'_>) -> Result<Answer> {
    let t = T(r.viewer.lang);
    Message::new("clock", t.refused(), t.address_undo_gone()).link(t.to_start(), r.viewer.link(&"/")).answer(r, 410)
}

pub fn undo(w: &Writing<'_>, p: AddressUndo) -> Result<Answer> {
    match actions::undo_address(w.tx, p.token.as_str())? {
        AddressChanged::Done(_) => {
            let t = T(w.viewer.lang);
            Ok(Answer::to(w.viewer.link(&crate::paths::SignInPage {})).with_note(t.address_undone()))
        }
        _ => undo_gone(&w.reading()),
    }
}
