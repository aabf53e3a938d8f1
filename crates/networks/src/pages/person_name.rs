//! `/personen/{person}/name`: what a person is called is put right, by whoever keeps a body she sits in while she has no
//! account of her own, or by whoever runs the installation.

use kernel::{Error, Id, Result};
use people::{NewPerson, Person};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{
    keep::{Sheet, is_current, problems},
    shared,
};
use crate::{
    Names,
    actions::{correct_name, may_correct_name},
    paths::{PersonNameEdit, PersonPage},
    words::T,
};

const NAME_MOST: usize = 120;

/// The person, for whoever may and sees her name anyway, the operator too.
fn load(r: &Reading<'_>, id: Id<Person>) -> Result<Person> {
    let actor = &r.viewer.actor;
    let names = Names::load_with_places(r.conn, actor, [id])?;
    if names.anywhere(id).is_none() {
        return Err(Error::NotFound);
    }
    let person = people::find_person(r.conn, id)?;
    if may_correct_name(r.conn, actor, id)? { Ok(person) } else { Err(Error::Denied(None)) }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: PersonNameEdit) -> Result<Answer> {
    let person = load(r, p.person)?;
    if let Some(answer) = r.viewer.actor.operator.then(|| accounts::require_fresh(r)).flatten() {
        return Ok(answer);
    }
    let title = person.title.clone().unwrap_or_default();
    let values = [("title", title.as_str()), ("given", &person.given), ("family", &person.family)];
    page(r, &person, &FormView::new(r.viewer.lang, &values), false)
}

fn page(r: &Reading<'_>, person: &Person, form: &FormView, stale: bool) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (name, there) = (person.name().full(), r.viewer.link(&PersonPage { person: person.id }));
    let mut sheet = Sheet {
        crumbs: shared::crumbs(r, &[(&name, there.clone())]),
        title: t.name_correct().to_owned(),
        lead: name.clone(),
        back: there,
        ..Sheet::new(t.0)
    }
    .of(form);
    sheet.known = vec![t.name_correct_text().to_owned()];
    if stale {
        let title = person.title.clone().unwrap_or_default();
        let now = [
            ("title", t.name_title(), title),
            ("given", t.check_given(), person.given.clone()),
            ("family", t.check_family(), person.family.clone()),
        ];
        sheet.overtaken(form, t.org_stale(&name), &now);
    }
    sheet.hidden = vec![("version", person.version.to_string())];
    sheet.fields = vec![
        form.text("title", t.name_title()).optional().to_string(),
        form.text("given", t.check_given()).to_string(),
        form.text("family", t.check_family()).to_string(),
    ];
    sheet.submit = t.org_save();
    sheet.answer(r, Page::new(t.name_correct()).nav("networks"), form)
}

/// Saves it.
///
/// # Errors
/// As [`crate::correct_name`].
pub fn save(w: &Writing<'_>, p: PersonNameEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let person = load(&r, p.person)?;
    if let Some(answer) = w.viewer.actor.operator.then(|| accounts::require_fresh_in(w)).flatten() {
        return Ok(answer);
    }
    let again = |problems, stale| page(&r, &person, &FormView::kept(w.viewer.lang, w.ask, problems), stale);
    if !is_current(w, person.version) {
        return again(Vec::new(), true);
    }
    let mut fields = Fields::of(w.ask);
    let title = Some(fields.line("title", NAME_MOST)).filter(|t| !t.is_empty());
    let given = fields.needed("given", NAME_MOST, "Bitte schreiben Sie den Vornamen.", "Please write the given name.");
    let family =
        fields.needed("family", NAME_MOST, "Bitte schreiben Sie den Familiennamen.", "Please write the family name.");
    if !fields.problems.is_empty() {
        return again(fields.problems, false);
    }
    let name = NewPerson { given, family, title, title_form: person.title_form };
    match correct_name(w.tx, &w.viewer.actor, person.id, person.version, &name) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&PersonPage { person: person.id })).with_note(t.bodies_renamed())),
        Err(fault) => again(problems(fault, "family", &[])?, false),
    }
}
