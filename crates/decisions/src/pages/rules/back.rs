//! `/gremien/{body}/regeln/{version}/zuruecknehmen`: a version that does not hold yet goes again.

use kernel::{Error, Result};
use networks::shell;
use web::{Answer, FormView, Reading, Writing};

use super::{steps, version_name};
use crate::{
    RuleVersion,
    actions::{self, is_open},
    pages::place::Place,
    paths::{RulesBack, RulesPage},
    store::rules::find_rules,
    words::T,
};

fn load(r: &Reading<'_>, p: &RulesBack) -> Result<(Place, RuleVersion)> {
    let place = Place::kept(r, p.body)?;
    let version = find_rules(r.conn, p.version)?;
    if version.body == place.body.id { Ok((place, version)) } else { Err(Error::NotFound) }
}

/// The question.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: RulesBack) -> Result<Answer> {
    let (place, version) = load(r, &p)?;
    page(r, &place, &version, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, version: &RuleVersion, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let back = r.viewer.link(&RulesPage { body: place.body.id });
    let mut sheet = place.sheet(r, t.rulebook_back(), &steps(r, place), back)?.of(form);
    let name = version_name(lang, version);
    if is_open(r.conn, version)? {
        sheet.known = vec![t.rulebook_back_known(name)];
        sheet.submit = t.rulebook_back();
    } else {
        sheet.known = vec![t.rulebook_back_stays(name)];
    }
    sheet.answer(r, place.page(r, t.rulebook_back())?, form)
}

/// Takes it back.
///
/// # Errors
/// As [`actions::take_back_rules`].
pub fn save(w: &Writing<'_>, p: RulesBack) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (place, version) = load(&r, &p)?;
    match actions::take_back_rules(w.tx, &w.viewer.actor, version.id) {
        Ok(_) => Ok(Answer::to(w.viewer.link(&RulesPage { body: p.body })).with_note(t.rulebook_back_done())),
        Err(fault) => {
            let problems = shell::problems(fault, "", &[])?;
            page(&r, &place, &version, &FormView::kept(w.viewer.lang, w.ask, problems))
        }
    }
}
