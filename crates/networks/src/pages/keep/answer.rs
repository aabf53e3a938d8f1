//! `/sitze/{seat}/antwort`: whoever was invited, put forward or elected says yes or no. She need not see the seats of
//! the body for it. `/sitzfrage/{token}`: the same by the link of her letter, without signing in.

use kernel::{Actor, Error, Id, Problem, Reason, Result};
use web::{Answer, FormView, Page, Reading, Writing};

use super::{Sheet, manage::status_word, problems};
use crate::{
    Body, Occupancy, Occupant, Seat, Status, accept,
    actions::find_asked,
    pages::shared,
    paths::{SeatAnswer, SeatQuestion},
    refuse,
    rules::{Step, next_status},
    store::occupancies::{find_own_occupancy, occupancies_of},
    words::T,
};

/// What waits for her on this seat: the latest.
fn mine(r: &Reading<'_>, id: Id<Seat>) -> Result<(Occupancy, Seat, Body)> {
    let person = r.viewer.actor.person.ok_or(Error::NotFound)?;
    let hers = |o: &Occupancy| matches!(o.occupant, Occupant::Person { id, .. } if id.raw() == person);
    let waits = |o: &Occupancy| matches!(o.status, Status::Invited | Status::Nominated | Status::Accepted);
    let found = occupancies_of(r.conn, id)?.into_iter().rfind(|o| hers(o) && waits(o)).ok_or(Error::NotFound)?;
    find_own_occupancy(r.conn, person, found.id)
}

/// The question.
///
/// # Errors
/// [`Error::NotFound`] where nothing waits for her.
pub fn form(r: &Reading<'_>, p: SeatAnswer) -> Result<Answer> {
    page(r, &mine(r, p.seat)?, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, (row, seat, body): &(Occupancy, Seat, Body), form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let name = shared::seat_title(t, seat.number, seat.label.as_deref(), seat.office);
    let choices = [("ja", Step::Accept, t.answer_yes()), ("nein", Step::Refuse, t.answer_no())];
    let fits = choices.iter().filter(|(_, step, _)| next_status(row.status, *step, row.basis).is_ok());
    let sheet = Sheet {
        crumbs: web::crumbs(lang, &[(t.answer_start(), r.viewer.link(&"/"))]),
        title: t.answer_title().to_owned(),
        lead: format!("{name}, {}", body.name_in(lang)),
        known: vec![
            format!("{}. {}", status_word(t, row.status), i18n::term(lang, &row.term, r.viewer.today)),
            t.answer_text().to_owned(),
        ],
        fields: vec![
            form.radios("answer", t.answer_label(), fits.map(|(k, _, w)| ((*k).into(), (*w).into())).collect())
                .to_string(),
        ],
        submit: t.answer_send(),
        back: r.viewer.link(&"/"),
        ..Sheet::new(t.0)
    };
    sheet.of(form).answer(r, Page::new(format!("{}: {name}", t.answer_title())).nav("start"), form)
}

/// The answer.
///
/// # Errors
/// As [`accept`] and [`refuse`].
pub fn save(w: &Writing<'_>, p: SeatAnswer) -> Result<Answer> {
    let found = mine(&w.reading(), p.seat)?;
    answered(w, &w.viewer.actor, found)
}

/// The question, by the link of a letter.
///
/// # Errors
/// When the database cannot be read.
pub fn question(r: &Reading<'_>, p: SeatQuestion) -> Result<Answer> {
    match find_asked(r.conn, p.token.as_str())? {
        Some((_, found)) => page(r, &found, &FormView::new(r.viewer.lang, &[])),
        None => gone(r),
    }
}

fn gone(r: &Reading<'_>) -> Result<Answer> {
    web::gone(r, Some(T(r.viewer.lang).answer_gone().to_owned()))
}

/// The answer, by the link of a letter: she acts with nothing but her own word.
///
/// # Errors
/// As [`accept`] and [`refuse`].
pub fn answer_question(w: &Writing<'_>, p: SeatQuestion) -> Result<Answer> {
    match find_asked(w.tx, p.token.as_str())? {
        Some((person, found)) => answered(w, &Actor { person: Some(person.raw()), ..Actor::default() }, found),
        None => gone(&w.reading()),
    }
}

fn answered(w: &Writing<'_>, by: &Actor, found: (Occupancy, Seat, Body)) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let again = |problems| page(&r, &found, &FormView::kept(w.viewer.lang, w.ask, problems));
    let done = match w.ask.field("answer") {
        "ja" => accept(w.tx, by, found.0.id),
        "nein" => refuse(w.tx, by, found.0.id),
        _ => {
            let reason = Reason::new("Bitte sagen Sie Ja oder Nein.", "Please say yes or no.");
            return again(vec![Problem { field: "answer", reason }]);
        }
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&"/")).with_note(t.answer_saved())),
        Err(fault) => again(problems(fault, "answer", &[])?),
    }
}
