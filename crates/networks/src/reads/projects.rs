//! Project groups as a reader may see them.

use std::collections::HashMap;

use db::Conn;
use kernel::{Actor, Day, Id, Office, Result};
use people::Organisation;
use rights::{Action, Kind};

use super::visible_organisations;
use crate::{
    Body, Partner, PartnerName, Project, Report,
    rules::{DUE_SOON_DAYS, reminds},
    store::projects,
};

/// Offices whose holders lead a project group.
const LEADS: [Office; 3] = [Office::Chair, Office::Speaker, Office::Secretary];

/// What hangs on a project group, as far as a reader may see it.
pub struct ProjectPage {
    /// What it is charged with; without the total where cost is not for her.
    pub project: Project,
    /// Who carries it, by name; without shares where cost is not for her.
    pub partners: Vec<(Partner, String)>,
    /// The report it closed with, or for those who may change it the draft.
    pub report: Option<Report>,
    /// Whether she may see what it costs.
    pub sees_cost: bool,
}

/// Whether the actor may see what a project group costs: whoever sits in it, and whoever may change it.
#[must_use]
pub fn sees_cost(actor: &Actor, body: &Body) -> bool {
    actor.sits_in(body.id.raw()) || rights::allows(actor, Kind::Body, Action::Edit, &body.scope())
}

/// Reads it. An organisation the reader may not know of is left out. At most six statements.
///
/// # Errors
/// When the database cannot be read.
pub fn project_page(conn: &Conn, actor: &Actor, body: &Body, day: Day) -> Result<ProjectPage> {
    let sees_cost = sees_cost(actor, body);
    let mut project = projects::project_of(conn, body.id)?;
    let mut report = None;
    let mut partners = Vec::new();
    if project.version > 0 {
        let edits = rights::allows(actor, Kind::Body, Action::Edit, &body.scope());
        report = projects::report_of(conn, body.id)?.filter(|r| edits || r.closed.is_some());
        partners = named(conn, actor, projects::list_partners(conn, body.id)?, sees_cost, day)?;
    }
    if !sees_cost {
        project.total = None;
        for (partner, _) in &mut partners {
            partner.share = None;
        }
    }
    Ok(ProjectPage { project, partners, report, sees_cost })
}

fn named(conn: &Conn, actor: &Actor, partners: Vec<Partner>, all: bool, day: Day) -> Result<Vec<(Partner, String)>> {
    let ids: Vec<Id<Organisation>> = partners
        .iter()
        .filter_map(|p| if let PartnerName::Organisation(id) = p.name { Some(id) } else { None })
        .collect();
    let known = match (ids.is_empty(), all) {
        (true, _) => Vec::new(),
        (false, true) => people::list_organisations(conn, &ids)?,
        (false, false) => visible_organisations(conn, actor, &ids, day)?,
    };
    let known: HashMap<Id<Organisation>, String> = known.into_iter().map(|o| (o.id, o.name)).collect();
    let name = |p: &Partner| match &p.name {
        PartnerName::Organisation(id) => known.get(id).cloned(),
        PartnerName::Outside(name) => Some(name.clone()),
    };
    Ok(partners.into_iter().filter_map(|p| name(&p).map(|n| (p, n))).collect())
}

/// A project group whose end is near or has passed, and that has no report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProjectDue {
    /// The group.
    pub body: Body,
    /// Its planned last day.
    pub last: Day,
}

/// The project groups this actor is reminded of: those she leads, and of those whose membership she keeps such as are late
/// or led by nobody. One statement where none is, else two.
///
/// # Errors
/// When the database cannot be read.
pub fn projects_due(conn: &Conn, actor: &Actor) -> Result<Vec<ProjectDue>> {
    let today = conn.today();
    let rows = projects::list_due(conn, actor, today.plus_days(DUE_SOON_DAYS))?;
    let ids: Vec<Id<Body>> = rows.iter().map(|(body, _)| body.id).collect();
    let led = projects::list_led(conn, &ids, today)?;
    let hers = |body: &Body| actor.holds_office(body.id.raw(), &LEADS);
    Ok(rows
        .into_iter()
        .filter(|(body, due)| reminds(*due, today, hers(body), led.contains(&body.id)))
        .map(|(body, last)| ProjectDue { body, last })
        .collect())
}
