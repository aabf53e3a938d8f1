//! What the page of a project group says beside its seats, and the page that stays when it is over.

use askama::Template;
use kernel::{Day, Result};
use web::{Answer, Page, Reading};

use super::{fraction, lines, money, sum_words};
use crate::{
    Body, BodyKind, Fraction, PartnerName, Report, Share,
    pages::{
        network::may_edit,
        shared::{self, Tab},
    },
    paths::{OrganisationPage, ProjectClose, ProjectEdit, ProjectPartners},
    reads::{ProjectPage, project_page},
    rules::{in_cents, sum},
    words::T,
};

struct Carries {
    name: String,
    href: Option<String>,
    share: String,
    amount: String,
}

#[derive(Template)]
#[template(path = "project.html")]
struct Section {
    t: T,
    charge: Vec<String>,
    due: Option<String>,
    late: bool,
    ways: Vec<(&'static str, String)>,
    partners: Vec<Carries>,
    cost: bool,
    total: Option<String>,
    sum: String,
    report: Vec<(&'static str, Vec<String>)>,
    closed: Option<String>,
}

/// Mandate, end, partners, cost and report; `None` where there is nothing to say and nobody to say it.
///
/// # Errors
/// When the database cannot be read.
pub fn section(r: &Reading<'_>, body: &Body) -> Result<Option<String>> {
    if body.kind != BodyKind::ProjectGroup {
        return Ok(None);
    }
    let found = project_page(r.conn, &r.viewer.actor, body, r.viewer.today)?;
    let edits = may_edit(r, body);
    if found.project.version == 0 && !edits {
        return Ok(None);
    }
    let html = made(r, body, found, edits).render().map_err(kernel::Error::internal)?;
    Ok(Some(html))
}

fn made(r: &Reading<'_>, body: &Body, found: ProjectPage, edits: bool) -> Section {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let closed = found.report.as_ref().is_some_and(|report| report.closed.is_some());
    let mut ways = Vec::new();
    if edits && !closed {
        ways = vec![
            (t.project_edit(), v.link(&ProjectEdit { body: body.id })),
            (t.project_partners_edit(), v.link(&ProjectPartners { body: body.id })),
            (t.project_close(), v.link(&ProjectClose { body: body.id })),
        ];
    }
    let shares: Vec<Share> = found.partners.iter().filter_map(|(p, _)| p.share).collect();
    // What was saved was checked; a sum that fails would be a fault nobody can act on here.
    let sum = sum(&shares, found.project.total).map_or_else(|_| String::new(), |s| sum_words(t, v.lang, &s));
    Section {
        t,
        charge: lines(&found.project.charge),
        due: found.project.due.filter(|_| !closed).map(|due| i18n::day_long(v.lang, due)),
        late: !closed && found.project.due.is_some_and(|due| due < v.today),
        ways,
        cost: found.sees_cost && !(shares.is_empty() && found.project.total.is_none()),
        total: found.project.total.map(|c| money(v.lang, c)),
        sum,
        closed: closed.then(|| last_day(v.lang, body)),
        report: found.report.as_ref().filter(|_| closed).map(|report| answers(t, report)).unwrap_or_default(),
        partners: carrying(r, &found),
    }
}

fn last_day(lang: kernel::Lang, body: &Body) -> String {
    i18n::day_long(lang, body.term.until.previous())
}

fn carrying(r: &Reading<'_>, found: &ProjectPage) -> Vec<Carries> {
    let lang = r.viewer.lang;
    let parts: Vec<Fraction> = found
        .partners
        .iter()
        .filter_map(|(p, _)| if let Some(Share::Part(part)) = p.share { Some(part) } else { None })
        .collect();
    let mut cents = found.project.total.map(|total| in_cents(&parts, total)).unwrap_or_default().into_iter();
    let mut row = |(partner, name): &(crate::Partner, String)| {
        let (share, amount) = match partner.share {
            None => (String::new(), String::new()),
            Some(Share::Cents(c)) => (String::new(), money(lang, c)),
            Some(Share::Part(part)) => (fraction(part), cents.next().map(|c| money(lang, c)).unwrap_or_default()),
        };
        let href = match partner.name {
            PartnerName::Organisation(organisation) => Some(r.viewer.link(&OrganisationPage { organisation })),
            PartnerName::Outside(_) => None,
        };
        Carries { name: name.clone(), href, share, amount }
    };
    found.partners.iter().map(&mut row).collect()
}

fn answers(t: T, report: &Report) -> Vec<(&'static str, Vec<String>)> {
    let mut all = vec![
        (t.report_aim(), lines(&report.aim)),
        (t.report_deeds(), lines(&report.deeds)),
        (t.report_result(), lines(&report.result)),
        (t.report_remains(), lines(&report.remains)),
        (t.report_advice(), lines(&report.advice)),
        (t.report_whole_short(), lines(&report.whole)),
    ];
    all.retain(|(_, text)| !text.is_empty());
    all
}

#[derive(Template)]
#[template(path = "project_over.html")]
struct Over {
    t: T,
    crumbs: String,
    name: String,
    purpose: String,
    when: String,
    before: String,
    section: String,
}

/// The page of a project group on a day after its end: for everybody who may see it where it closed with a report, before
/// that for those who write it. `None` where there is none.
///
/// # Errors
/// When the database cannot be read.
pub fn over(r: &Reading<'_>, network: &Body, body: &Body) -> Result<Option<Answer>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    if body.kind != BodyKind::ProjectGroup || v.stand < body.term.until {
        return Ok(None);
    }
    let found = project_page(r.conn, &v.actor, body, v.today)?;
    let closed = found.report.as_ref().is_some_and(|report| report.closed.is_some());
    let edits = may_edit(r, body);
    if !closed && !edits {
        return Ok(None);
    }
    let last: Day = body.term.until.previous();
    let here = shared::body_link(r, &network.slug, body)?;
    let name = body.name_in(v.lang);
    let shown = Over {
        t,
        crumbs: shared::crumbs(r, &[(network.name_in(v.lang), shared::network_link(r, network)?)]),
        name: shared::soft(name),
        purpose: body.purpose_in(v.lang).to_owned(),
        when: if closed { t.project_over(last_day(v.lang, body)) } else { t.project_over_open(last_day(v.lang, body)) },
        before: format!("{}?stand={last}", here.split('?').next().unwrap_or_default()),
        section: made(r, body, found, edits).render().map_err(kernel::Error::internal)?,
    };
    let page =
        Page::new(format!("{name} – {}", network.short())).nav("networks").sub(shared::sub(r, network, Tab::Bodies)?);
    let public = body.level == kernel::Level::Public && network.level == kernel::Level::Public && closed;
    let page = if public { page.indexed(t.body_description(name, network.name_in(v.lang))) } else { page };
    r.page(page.dated(), &shown).map(Some)
}
