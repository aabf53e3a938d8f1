//! Whom one reaches in a body of others.

use kernel::{Error, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::place::{body_crumbs, body_row, edited};
use crate::{
    Contact, NewContact, actions,
    paths::{BodyMandates, ContactEdit, ContactNew},
    store::contacts,
    words::T,
};

fn fields(t: T, form: &FormView) -> Vec<String> {
    vec![
        form.text("name", t.contact_name()).hint(t.contact_name_hint()).to_string(),
        form.text("role", t.contact_role()).optional().to_string(),
        form.text("mail", t.contact_mail()).kind("email").optional().to_string(),
        form.text("phone", t.contact_phone()).kind("tel").optional().to_string(),
    ]
}

fn typed(w: &Writing<'_>) -> std::result::Result<NewContact, Vec<kernel::Problem>> {
    let mut fields = Fields::of(w.ask);
    let some = |text: String| Some(text).filter(|x| !x.is_empty());
    let new = NewContact {
        name: fields.needed("name", 120, "Bitte nennen Sie einen Namen.", "Please give a name."),
        role: fields.line("role", 120),
        mail: some(fields.line("mail", 200)),
        phone: some(fields.line("phone", 60)),
    };
    if fields.problems.is_empty() { Ok(new) } else { Err(fields.problems) }
}

/// The fields as they are stored.
fn stored(known: &Contact) -> [(&'static str, String); 4] {
    [
        ("name", known.name.clone()),
        ("role", known.role.clone()),
        ("mail", known.mail.clone().unwrap_or_default()),
        ("phone", known.phone.clone().unwrap_or_default()),
    ]
}

fn page(
    r: &Reading<'_>,
    (body, network): (&Body, Option<&Body>),
    form: &FormView,
    known: Option<&Contact>,
    stale: bool,
) -> Result<Answer> {
    let stored = known.map(stored);
    let now: Vec<_> = stored.iter().flatten().map(|(field, value)| (*field, value.as_str())).collect();
    let form = &form.beside(stale, &FormView::new(r.viewer.lang, &now));
    let t = T(r.viewer.lang);
    let title = if known.is_some() { t.contact_edit() } else { t.contact_new() };
    let mut sheet = Sheet {
        crumbs: body_crumbs(r, body, network, true)?,
        title: title.to_owned(),
        lead: body.name_in(r.viewer.lang).to_owned(),
        back: r.viewer.link(&BodyMandates { body: body.id }),
        known: vec![t.contact_office().to_owned()],
        fields: fields(t, form),
        submit: t.act_save(),
        ..Sheet::new(r.viewer.lang)
    };
    if let Some(known) = known {
        sheet.hidden = vec![("version", known.version.to_string())];
        let drop = vec![("ja".to_owned(), t.contact_drop_yes().to_owned())];
        sheet.fields.push(form.boxes("weg", t.contact_drop(), drop).to_string());
    }
    let page = Page::new(format!("{title}: {}", body.name_in(r.viewer.lang))).nav("networks");
    sheet.of(form).answer(r, body_row(r, page, body, network)?, form)
}

/// The form for a new one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn new(r: &Reading<'_>, p: ContactNew) -> Result<Answer> {
    let (body, network) = edited(r, p.body)?;
    page(r, (&body, network.as_ref()), &FormView::new(r.viewer.lang, &[]), None, false)
}

/// Notes it.
///
/// # Errors
/// As [`actions::add_contact`].
pub fn add(w: &Writing<'_>, p: ContactNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (body, network) = edited(&r, p.body)?;
    let again = |found| page(&r, (&body, network.as_ref()), &FormView::kept(w.viewer.lang, w.ask, found), None, false);
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match actions::add_contact(w.tx, &w.viewer.actor, p.body, &new) {
        Ok(_) => Ok(Answer::to(w.viewer.link(&BodyMandates { body: p.body })).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, "name", &[])?),
    }
}

/// The form for changing one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn edit(r: &Reading<'_>, p: ContactEdit) -> Result<Answer> {
    let known = contacts::find_contact(r.conn, &r.viewer.actor, p.contact)?;
    let (body, network) = edited(r, known.receiver)?;
    let values = stored(&known);
    let values: Vec<(&str, &str)> = values.iter().map(|(field, value)| (*field, value.as_str())).collect();
    page(r, (&body, network.as_ref()), &FormView::new(r.viewer.lang, &values), Some(&known), false)
}

/// Changes it, or takes it away.
///
/// # Errors
/// As [`actions::change_contact`].
pub fn change(w: &Writing<'_>, p: ContactEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let known = contacts::find_contact(w.tx, &w.viewer.actor, p.contact)?;
    let (body, network) = edited(&r, known.receiver)?;
    let again = |found, stale| {
        page(&r, (&body, network.as_ref()), &FormView::kept(w.viewer.lang, w.ask, found), Some(&known), stale)
    };
    let by = &w.viewer.actor;
    let done = if w.ask.ticked("weg") {
        actions::drop_contact(w.tx, by, p.contact).map(drop)
    } else {
        match typed(w) {
            Ok(new) => actions::change_contact(w.tx, by, p.contact, w.ask.field("version").parse().unwrap_or(0), &new),
            Err(found) => return again(found, false),
        }
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&BodyMandates { body: body.id })).with_note(t.note_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "name", &[])?, false),
    }
}
