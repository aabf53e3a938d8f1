//! `/termine/{meeting}/anwesenheit/{line}/vollmacht`: the authorisation of whoever came for a seat, or votes for it, as it was
//! handed in at check-in. For those who convene, and nobody else.

use askama::Template;
use files::{FIELD, brought};
use kernel::{Error, Problem, Result};
use networks::{Voter, shell};
use web::{Answer, FormView, Reading, Slug, Writing};

use super::{
    Place,
    attendance::{closed, names},
    minutes::view::presence_words,
};
use crate::{
    Line, actions,
    actions::{attendance::attendance_of, authorisation as files_of},
    paths::{AttendancePage, AuthorisationFile, AuthorisationPage},
    rules::{Authorisation, authorisation},
    words::T,
};

#[derive(Template)]
#[template(path = "authorisation.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    summary: String,
    once: String,
    /// How she is there.
    how: String,
    /// Who asks for it, and why nothing changes any more.
    known: Vec<String>,
    rows: String,
    input: String,
    back: String,
}

/// The line of an address, with its name.
fn found(r: &Reading<'_>, place: &Place, key: &Slug) -> Result<(Line, String)> {
    let list = attendance_of(r.conn, &place.meeting, &place.body)?;
    let line = list.lines.into_iter().find(|line| line.key == key.as_str()).ok_or(Error::NotFound)?;
    let name = names(r, &place.body, std::slice::from_ref(&line))?.pop().unwrap_or_default();
    Ok((line, name))
}

/// What is there, and the form as long as the list is open.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn show(r: &Reading<'_>, p: AuthorisationPage) -> Result<Answer> {
    let place = Place::led(r, p.meeting)?;
    page(r, &place, &p, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, p: &AuthorisationPage, form: &FormView) -> Result<Answer> {
    let (t, v, m) = (T(r.viewer.lang), r.viewer, &place.meeting);
    let (line, name) = found(r, place, &p.line)?;
    let rules = decisions::rules_of(r.conn, &place.body, m.day())?;
    let voters = networks::voters(r.conn, &place.body, m.day())?;
    let voter = voters.iter().find(|voter| Some(voter.seat) == line.seat);
    let asked = rules.as_ref().and_then(|found| authorisation(&found.rules, &line, voter));
    let closed = closed(r, t, m)?;
    // What lies here by mistake goes also where nobody is represented any more.
    let changes = closed.is_empty();
    let open = changes && asked.is_some();
    // That one may add what can no longer be added helps nobody.
    let said = asked.filter(|asked| open || asked.is_asked()).map(|asked| why(t, asked, voter));
    let none = asked.is_none().then(|| t.auth_not_here().to_owned());
    let known = [said, none, Some(closed).filter(|words| !words.is_empty())].into_iter().flatten().collect();
    let here = v.link(p);
    let there = files_of::list_authorisations(r.conn, &line)?;
    let link = |authorisation| v.link(&AuthorisationFile { meeting: m.id, line: p.line.clone(), authorisation });
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        how: presence_words(t, v.lang, &line),
        lead: name,
        summary: form.summary(),
        once: form.once(),
        known,
        rows: files::rows(v.lang, &there, link, changes.then_some(here.as_str())),
        input: if open { files::input(v.lang, form, t.auth_field(), false) } else { String::new() },
        back: v.link(&AttendancePage { meeting: m.id }),
    };
    let page = place.page(r, t.auth_title())?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// Who asks for it, in a sentence.
fn why(t: T, asked: Authorisation<'_>, voter: Option<&Voter>) -> String {
    match asked {
        Authorisation::Written(clause) if clause.number.is_empty() => t.auth_written_plain().to_owned(),
        Authorisation::Written(clause) => t.auth_written(clause.number.as_str()),
        Authorisation::OfOrganisation => {
            let organisation = voter.and_then(|voter| voter.organisation_name.as_deref()).unwrap_or_default();
            t.auth_of_organisation(organisation)
        }
        Authorisation::Possible => t.auth_possible().to_owned(),
    }
}

/// What the list says of it: whether it is there, and where it can be read or handed in. `filed`: whether a file hangs on the
/// line, also where nobody is represented any more.
#[must_use]
pub const fn in_list(t: T, asked: Option<Authorisation<'_>>, filed: bool) -> Option<(&'static str, bool)> {
    match asked {
        _ if filed => Some((t.auth_read(), false)),
        Some(asked) if asked.is_asked() => Some((t.auth_missing(), true)),
        Some(_) => Some((t.auth_add(), false)),
        None => None,
    }
}

/// Takes files in, or one away.
///
/// # Errors
/// As [`actions::authorisation::add_authorisation`].
pub fn act(w: &Writing<'_>, p: AuthorisationPage) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let place = Place::led(&r, p.meeting)?;
    let again = |problems: Vec<Problem>| page(&r, &place, &p, &FormView::kept(w.viewer.lang, w.ask, problems));
    let here = || Answer::to(w.viewer.link(&p));
    let key = p.line.as_str();
    if w.ask.field("tat") == "entfernen" {
        let number = w.ask.field("nummer").parse().map_err(|_| Error::NotFound)?;
        return match actions::authorisation::remove_authorisation(w.tx, by, p.meeting, key, number) {
            Ok(()) => Ok(here().with_note(t.auth_note_removed())),
            Err(fault) => again(shell::problems(fault, "", &[])?),
        };
    }
    let uploads = match brought(w.ask) {
        Ok(uploads) if uploads.is_empty() => return again(vec![files::nothing()]),
        Ok(uploads) => uploads,
        Err(problem) => return again(vec![problem]),
    };
    match actions::authorisation::add_authorisation(w.tx, by, p.meeting, key, &uploads) {
        Ok(_) => Ok(here().with_note(t.auth_note_added())),
        Err(fault) => again(shell::problems(fault, FIELD, &[])?),
    }
}

/// One file.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn file(r: &Reading<'_>, p: AuthorisationFile) -> Result<Answer> {
    let place = Place::led(r, p.meeting)?;
    let (line, _) = found(r, &place, &p.line)?;
    files::open(r.conn, &files_of::find_authorisation(r.conn, &line, p.authorisation)?)
}
