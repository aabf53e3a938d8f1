//! The invitation: what it says and to whom it would go. Nothing is sent before the button is pressed.

use std::collections::HashSet;

use askama::Template;
use kernel::Result;
use web::{Answer, FormView, Letter, Reading, Writing};

use super::{Place, name_of, to};
use crate::{
    model::Import,
    paths::{DonePage, LettersPage},
    store,
    texts::T,
};

#[derive(Template)]
#[template(path = "letters.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    subject: String,
    text: String,
    to: Vec<(String, String)>,
    without: Vec<String>,
    reached: usize,
    once: String,
    later: String,
}

/// Whom a letter would go to now: not those who were invited or have an account meanwhile.
fn letter(r: &Reading<'_>, place: &Place, import: &Import) -> Result<(Letter, usize)> {
    let all = store::list_letters(r.conn, import.id)?;
    let open: Vec<(i64, String)> = all.iter().filter(|l| !l.sent).map(|l| (l.person, l.mail.clone())).collect();
    let letter = (place.intake.letter)(r, import.body, &open)?;
    let reached = all.len() - letter.to.len();
    Ok((letter, reached))
}

/// The preview.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn show(r: &Reading<'_>, p: LettersPage) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let place = Place::load(r, &p.network)?;
    let import = place.import(r, p.import)?;
    if import.taken.is_none() {
        return Ok(to(r, &DonePage { network: p.network, import: p.import }, ""));
    }
    let (letter, reached) = letter(r, &place, &import)?;
    let at = import.columns.iter().position(|k| k == "mail");
    let without = store::list_lines(r.conn, import.id)?
        .iter()
        .filter(|l| l.done && at.and_then(|at| l.cells.get(at)).is_none_or(String::is_empty))
        .map(|l| name_of(&import, l))
        .filter(|name| !name.is_empty())
        .collect();
    let shown = Shown {
        t,
        crumbs: place.crumbs(r),
        name: place.target.name.clone(),
        subject: letter.subject,
        text: letter.text,
        to: letter.to.into_iter().map(|(_, name, mail)| (name, mail)).collect(),
        without,
        reached,
        once: FormView::new(r.viewer.lang, &[]).once(),
        later: r.viewer.link(&DonePage { network: p.network, import: p.import }),
    };
    r.page(place.page(t.letters_title()), &shown)
}

/// Sends them: to those the page showed, whose number the button said.
///
/// # Errors
/// As [`show`].
pub fn send(w: &Writing<'_>, p: LettersPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::load(&r, &p.network)?;
    let import = place.import(&r, p.import)?;
    let (letter, _) = letter(&r, &place, &import)?;
    // Another number than the button said: the page was older than the list.
    if w.ask.field("anzahl").parse() != Ok(letter.to.len()) || letter.to.is_empty() {
        return Err(kernel::Error::Stale);
    }
    let mut sent = HashSet::new();
    for (person, _, mail) in &letter.to {
        (place.intake.invite)(w, import.body, *person, mail)?;
        sent.insert(*person);
    }
    let sent: Vec<i64> = sent.into_iter().collect();
    store::save_sent(w.tx, import.id, &sent)?;
    store::save_touched(w.tx, import.id)?;
    Ok(to(&r, &DonePage { network: p.network, import: p.import }, &t.letters_sent(sent.len())))
}
