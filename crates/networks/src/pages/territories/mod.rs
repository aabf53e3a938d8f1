//! Territories with their official keys: for whoever runs the installation.

pub mod change;
pub mod edit;
pub mod list;

use kernel::{Error, Id, Result};
use people::{Territory, TerritoryLevel};
use web::{Answer, FormView, Reading, Writing};

use super::{keep::Sheet, shared};
use crate::{paths::TerritoryList, words::T};

const NAME_MOST: usize = 120;

/// The word for a tier.
const fn level_word(t: T, level: TerritoryLevel) -> &'static str {
    match level {
        TerritoryLevel::Federal => t.territory_federal(),
        TerritoryLevel::Land => t.territory_land(),
        TerritoryLevel::Region => t.territory_region(),
        TerritoryLevel::District => t.territory_district(),
        TerritoryLevel::Municipality => t.territory_municipality(),
    }
}

/// Whether the reader may; who she is has been proved afresh, as for everything of the operator.
fn asked(r: &Reading<'_>) -> Result<Option<Answer>> {
    if !people::keeps_territories(&r.viewer.actor) {
        return Err(Error::Denied(None));
    }
    Ok(accounts::require_fresh(r))
}

/// The same before something is saved.
fn asked_in(w: &Writing<'_>) -> Result<Option<Answer>> {
    if !people::keeps_territories(&w.viewer.actor) {
        return Err(Error::Denied(None));
    }
    Ok(accounts::require_fresh_in(w))
}

/// The territory, for whoever may change it.
fn find(r: &Reading<'_>, id: Id<Territory>) -> Result<Territory> {
    let there = people::find_territory(r.conn, id)?;
    if people::keeps_territories(&r.viewer.actor) { Ok(there) } else { Err(Error::Denied(None)) }
}

fn sheet(r: &Reading<'_>, title: &'static str, lead: &str, form: &FormView) -> Sheet {
    let t = T(r.viewer.lang);
    let back = r.viewer.link(&TerritoryList {});
    let sheet = Sheet {
        crumbs: shared::crumbs(r, &[(t.territory_title(), back.clone())]),
        title: title.to_owned(),
        lead: lead.to_owned(),
        back,
        ..Sheet::new(t.0)
    };
    sheet.of(form)
}

fn done(w: &Writing<'_>, note: &str) -> Answer {
    Answer::to(w.viewer.link(&TerritoryList {})).with_note(note)
}
