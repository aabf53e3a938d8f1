//! Project groups: what they are charged with, who carries them, and their end with a report.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Reason, Result};
use people::rules::Check;
use rights::{Action, Kind};

use super::{body_event, occupant_event};
use crate::{
    Body, BodyKind, NewPartner, PartnerName, Project, Report,
    rules::{self, Sum},
    store::{bodies, projects},
};

/// The project group, if the actor may change it: whoever leads it, and whoever keeps its network.
fn group(tx: &Tx<'_>, by: &Actor, id: Id<Body>) -> Result<Body> {
    let body = bodies::find_body(tx, by, id)?;
    rights::require(by, Kind::Body, Action::Edit, &body.scope())?;
    if body.kind == BodyKind::ProjectGroup { Ok(body) } else { Err(Error::NotFound) }
}

/// Refuses where it closed already: what a report was written about stays as it was.
fn open(tx: &Tx<'_>, id: Id<Body>) -> Result<()> {
    if projects::report_of(tx, id)?.is_some_and(|r| r.closed.is_some()) {
        return Err(Error::Rule(Reason::new(
            "Die Projektgruppe hat schon mit einem Bericht abgeschlossen.",
            "The project group has closed with a report already.",
        )));
    }
    Ok(())
}

/// Says what a project group is charged with, until when, and what all of it costs.
///
/// # Errors
/// [`Error::NotFound`] where it is no project group the actor may know of; [`Error::Denied`]; [`Error::Stale`];
/// [`Error::Form`] on `charge`, `due`, `total`; [`Error::Rule`] once it closed.
pub fn save_project(tx: &Tx<'_>, by: &Actor, id: Id<Body>, new: &Project) -> Result<()> {
    let body = group(tx, by, id)?;
    open(tx, id)?;
    let mut check = Check::new();
    let charge = check.text("charge", Some(&new.charge)).unwrap_or_default();
    check.that(new.due.is_none_or(|due| due >= body.term.from && due < body.term.until), "due", || {
        Reason::new("An diesem Tag gibt es die Projektgruppe nicht.", "The project group does not exist on that day.")
    });
    let shares: Vec<_> = projects::list_partners(tx, id)?.iter().filter_map(|p| p.share).collect();
    check.take("total", rules::sum(&shares, new.total));
    check.done()?;
    projects::save_project(tx, id, &Project { charge, ..new.clone() })?;
    tx.emit(body_event("project.edited", &body, by));
    Ok(())
}

/// Says who carries a project group, each with a share of the cost or without; all of them at once. Gives what the shares
/// come to.
///
/// # Errors
/// As [`save_project`]; [`Error::NotFound`] for an unknown organisation; [`Error::Rule`] where the shares do not fit.
pub fn save_partners(tx: &Tx<'_>, by: &Actor, id: Id<Body>, version: i64, partners: &[NewPartner]) -> Result<Sum> {
    let body = group(tx, by, id)?;
    open(tx, id)?;
    let mut check = Check::new();
    for partner in partners {
        match &partner.name {
            PartnerName::Organisation(id) => drop(people::find_organisation(tx, *id)?),
            PartnerName::Outside(name) => drop(check.name("name", name)),
        }
    }
    check.done()?;
    let project = projects::project_of(tx, id)?;
    let sum = rules::check_partners(partners, project.total).map_err(Error::Rule)?;
    projects::save_project(tx, id, &Project { version, ..project })?;
    projects::delete_partners(tx, id)?;
    for partner in partners {
        projects::insert_partner(tx, id, partner)?;
    }
    tx.emit(body_event("project.edited", &body, by));
    Ok(sum)
}

/// Saves a report as a draft.
///
/// # Errors
/// As [`save_project`]; [`Error::Form`] on a field of the report.
pub fn draft_report(tx: &Tx<'_>, by: &Actor, id: Id<Body>, report: &Report) -> Result<()> {
    group(tx, by, id)?;
    open(tx, id)?;
    let report = checked(report)?;
    needs_project(tx, id)?;
    projects::save_report(tx, id, &Report { closed: None, ..report })?;
    tx.silent("a draft is nobody's news");
    Ok(())
}

fn checked(report: &Report) -> Result<Report> {
    let mut check = Check::new();
    let mut text = |field, text: &str| check.text(field, Some(text)).unwrap_or_default();
    let made = Report {
        aim: text("aim", &report.aim),
        deeds: text("deeds", &report.deeds),
        result: text("result", &report.result),
        remains: text("remains", &report.remains),
        advice: text("advice", &report.advice),
        whole: text("whole", &report.whole),
        closed: None,
    };
    check.done()?;
    Ok(made)
}

fn needs_project(tx: &Tx<'_>, id: Id<Body>) -> Result<()> {
    let project = projects::project_of(tx, id)?;
    if project.version == 0 { projects::save_project(tx, id, &project) } else { Ok(()) }
}

/// Closes a project group with its report. `last` is its last day: from the next on nobody sits in it, and what was only
/// planned never begins. A group that is over already keeps its day. The page and the report stay.
///
/// # Errors
/// As [`save_project`]; [`Error::Stale`] when the body was changed since `version`; [`Error::Form`] on `last`, which is
/// not in the past, and on `result` where the report says nothing.
pub fn close_project(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Body>,
    version: i64,
    last: Option<Day>,
    report: &Report,
) -> Result<()> {
    let body = group(tx, by, id)?;
    open(tx, id)?;
    let report = checked(report)?;
    let mut check = Check::new();
    check.that(rules::says_enough(&report), "result", || {
        Reason::new(
            "Bitte schreiben Sie, was herausgekommen ist, oder den ganzen Bericht als Text.",
            "Please write what came of it, or the whole report as one text.",
        )
    });
    let today = tx.today();
    let over = body.term.until <= today;
    let until = if over { Some(body.term.until) } else { last.map(Day::next) };
    check.that(until.is_some(), "last", || {
        Reason::new("Bitte nennen Sie den letzten Tag.", "Please give the last day.")
    });
    let until = until.unwrap_or(body.term.until);
    check.that(over || (until > today && until <= body.term.until && until > body.term.from), "last", || {
        Reason::new(
            "Bitte wählen Sie heute oder einen späteren Tag, an dem es die Gruppe gibt.",
            "Please choose today or a later day on which the group exists.",
        )
    });
    check.done()?;
    needs_project(tx, id)?;
    projects::save_report(tx, id, &Report { closed: Some(tx.now()), ..report })?;
    if !over {
        let leaving = projects::list_open_occupancies(tx, id, until)?;
        projects::end_occupancies(tx, id, until)?;
        projects::end_substitutes(tx, id, until)?;
        projects::end_seats(tx, id, until)?;
        bodies::save_body_end(tx, id, version, until)?;
        for row in &leaving {
            tx.emit(occupant_event("seat.closed", row, &body, by));
        }
    }
    tx.emit(body_event("project.closed", &body, by));
    Ok(())
}
