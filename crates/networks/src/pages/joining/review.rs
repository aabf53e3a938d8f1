//! `/austritte/{leaving}`: whoever keeps the membership looks at the seats somebody leaves open: each ends, or goes on as
//! guest; in open bodies it may simply go on.

use kernel::{Error, Id, Result};
use rights::{Action, Kind};
use web::{Answer, FormView, Page, Reading, Writing};

use super::{network_of, way};
use crate::{
    Body, Leaving, Occupancy,
    actions::{LeftOpen, left_open},
    pages::{
        keep::{Sheet, problems, who::named},
        shared::{self, Tab},
    },
    paths::{JoinList, LeavingShow},
    review_leaving,
    store::joining::leavings,
    words::T,
};

struct Found {
    leaving: Leaving,
    row: Occupancy,
    body: Body,
    open: Vec<LeftOpen>,
}

fn load(r: &Reading<'_>, id: Id<Leaving>) -> Result<Found> {
    let (leaving, row, _, body) = leavings::find_leaving(r.conn, &r.viewer.actor, id)?;
    rights::require(&r.viewer.actor, Kind::Roster, Action::Edit, &body.roster_scope())?;
    let day = r.viewer.today.min(leaving.until.previous());
    let open = left_open(r.conn, &row, &body, day)?;
    Ok(Found { leaving, row, body, open })
}

fn field(of: &LeftOpen) -> String {
    format!("sitz-{}", of.occupancy.id)
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: LeavingShow) -> Result<Answer> {
    let found = load(r, p.leaving)?;
    let values: Vec<(String, &str)> =
        found.open.iter().map(|o| (field(o), if o.ends { "endet" } else { "bleibt" })).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (n.as_str(), *v)).collect();
    page(r, &found, &FormView::new(r.viewer.lang, &values))
}

fn page(r: &Reading<'_>, found: &Found, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let network = network_of(r, &found.body)?;
    let name = named(r, &found.body, &[&found.row])?.concat();
    let day = i18n::day_medium(lang, found.leaving.until.previous());
    let mut sheet = Sheet {
        crumbs: way(r, &found.body, &network)?,
        title: t.leave_review_title().to_owned(),
        lead: format!("{name}, {}", found.body.name_in(lang)),
        known: vec![t.leave_review_day(day)],
        back: r.viewer.link(&JoinList { body: found.body.id }),
        ..Sheet::new(t.0)
    };
    if found.open.is_empty() {
        sheet.known.push(t.leave_review_none().to_owned());
    } else if found.leaving.reviewed {
        sheet.known.push(t.leave_review_done().to_owned());
    } else {
        for open in &found.open {
            let seat = shared::seat_title(t, open.seat.number, open.seat.label.as_deref(), open.seat.office);
            let label = format!("{seat}, {}", open.body.name_in(lang));
            let mut choices = vec![
                ("endet".to_owned(), t.leave_review_ends().to_owned()),
                ("gast".to_owned(), t.leave_review_guest().to_owned()),
            ];
            if !open.ends {
                choices.push(("bleibt".to_owned(), t.leave_review_stays().to_owned()));
            }
            sheet.fields.push(form.radios(&field(open), &label, choices).to_string());
        }
        sheet.submit = t.leave_review_go();
    }
    let page = Page::new(t.leave_review_title()).nav("networks").sub(shared::sub(r, &network, Tab::Manage)?);
    sheet.of(form).answer(r, page, form)
}

/// Decides.
///
/// # Errors
/// As [`review_leaving`].
pub fn save(w: &Writing<'_>, p: LeavingShow) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let found = load(&r, p.leaving)?;
    let chosen = |what: &str| -> Vec<Id<Occupancy>> {
        let hit = |o: &&LeftOpen| w.ask.field(&field(o)) == what && (what != "bleibt" || !o.ends);
        found.open.iter().filter(hit).map(|o| o.occupancy.id).collect()
    };
    match review_leaving(w.tx, &w.viewer.actor, p.leaving, &chosen("gast"), &chosen("bleibt")) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&JoinList { body: found.body.id })).with_note(t.leave_reviewed())),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => {
            page(&r, &found, &FormView::kept(w.viewer.lang, w.ask, problems(fault, "", &[])?))
        }
        Err(other) => Err(other),
    }
}
