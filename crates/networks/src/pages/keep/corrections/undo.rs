//! `/berichtigungen/{correction}/zuruecknehmen`: what stood there before stands there again. For whoever keeps the thing, for
//! 24 hours.

use kernel::Result;
use web::{Answer, FormView, Page, Reading, Writing};

use super::shown::sentence;
use crate::{
    Corrected, Correction, Names,
    actions::stands,
    pages::{
        keep::{Sheet, problems},
        shared,
    },
    paths::{CorrectionUndo, OrganisationPage, SeatPage},
    store::{corrections::find_correction, occupancies::find_occupancy},
    undo_correction,
    words::T,
};

/// Where the thing is shown.
fn back(r: &Reading<'_>, row: &Correction) -> Result<String> {
    let of_post = |id| people::find_post(r.conn, id).map(|p| OrganisationPage { organisation: p.organisation });
    Ok(match row.of {
        Corrected::Occupancy(id) => {
            r.viewer.link(&SeatPage { seat: find_occupancy(r.conn, &r.viewer.actor, id)?.1.id })
        }
        Corrected::Tenure(id) => r.viewer.link(&of_post(people::find_tenure(r.conn, id)?.post)?),
        Corrected::Post(id) => r.viewer.link(&of_post(id)?),
        Corrected::Organisation(organisation) => r.viewer.link(&OrganisationPage { organisation }),
    })
}

/// The question.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn form(r: &Reading<'_>, p: CorrectionUndo) -> Result<Answer> {
    let row = find_correction(r.conn, p.correction)?;
    stands(r.conn, &r.viewer.actor, &row)?;
    page(r, &row, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, row: &Correction, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let persons = [row.was.person(), row.became.person(), row.by].into_iter().flatten();
    let names = Names::load_with_places(r.conn, &r.viewer.actor, persons)?;
    let mut sheet = Sheet::new(t.0).of(form);
    sheet.crumbs = shared::crumbs(r, &[]);
    sheet.title = t.correction_undo().to_owned();
    sheet.lead = sentence(r, row, None, &|id| names.anywhere(id).map(|w| w.name.full()));
    sheet.known = vec![t.correction_undo_text().to_owned()];
    sheet.submit = t.correction_undo();
    sheet.back = back(r, row)?;
    sheet.answer(r, Page::new(t.correction_undo()).nav("networks"), form)
}

/// Takes it back.
///
/// # Errors
/// As [`undo_correction`].
pub fn save(w: &Writing<'_>, p: CorrectionUndo) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let row = find_correction(w.tx, p.correction)?;
    stands(w.tx, &w.viewer.actor, &row)?;
    match undo_correction(w.tx, &w.viewer.actor, row.id) {
        Ok(()) => Ok(Answer::to(back(&r, &row)?).with_note(t.correction_undone())),
        Err(fault) => page(&r, &row, &FormView::kept(w.viewer.lang, w.ask, problems(fault, "", &[])?)),
    }
}
