//! `/personen/{person}/name`: what a person is called is put right, by whoever keeps a body she sits in while she has no
//! account of her own, or by whoever runs the installation.

use kernel::{Error, Id, Lang, Result};
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
    page(r, &person, &stored(r.viewer.lang, &person))
}

/// The fields as they are stored.
fn stored(lang: Lang, person: &Person) -> FormView {
    let title = person.title.as_deref().unwrap_or_default();
    FormView::new(lang, &[("title", title), ("given", &person.given), ("family", &person.family)])
}

fn page(r: &Reading<'_>, person: &Person, form: &FormView) -> Result<Answer> {
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
    let again = |problems| page(&r, &person, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        page(&r, &person, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(w.viewer.lang, &person)))
    };
    if !is_current(w, person.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let title = Some(fields.line("title", NAME_MOST)).filter(|t| !t.is_empty());
    let given = fields.needed("given", NAME_MOST, "Bitte schreiben Sie den Vornamen.", "Please write the given name.");
    let family =
        fields.needed("family", NAME_MOST, "Bitte schreiben Sie den Familiennamen.", "Please write the family name.");
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    let name = NewPerson { given, family, title, title_form: person.title_form };
    match correct_name(w.tx, &w.viewer.actor, person.id, person.version, &name) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&PersonPage { person: person.id })).with_note(t.bodies_renamed())),
        Err(fault) => again(problems(fault, "family", &[])?),
    }
}
