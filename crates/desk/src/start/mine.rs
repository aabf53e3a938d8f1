//! What the start page knows of the person: her seats, what she is asked, what is in her care.

use kernel::{Day, Id, Result};
use networks::{
    Body, Capacity, Care, Elsewhere, Handover, Hat, JoinWaiting, NetworkMark, ProjectDue, SeatIn, SeatKind,
};
use rights::{Action, Kind};
use web::{Reading, Slug};

/// Everything about her, read once.
pub struct Mine {
    /// Her seats today, by network and body.
    pub hats: Vec<Hat>,
    /// Where she has none today: the first day of a post she is appointed to, and the seats she has then.
    pub coming: Option<(Day, Vec<Hat>)>,
    /// Her seats in bodies that are not on this installation, as she noted them.
    pub elsewhere: Vec<Elsewhere>,
    /// Seats she is asked to take.
    pub asked: Vec<Hat>,
    /// Her networks, as far as she may see their pages.
    pub networks: Vec<Body>,
    /// Posts she is about to hand over.
    pub leaving: Vec<Handover>,
    /// What waits in the networks she keeps: mandates to confirm, seats left standing.
    pub care: Care,
    /// Requests to join and leavings that wait for her.
    pub joining: Vec<JoinWaiting>,
    /// Project groups whose end is near or has passed without report.
    pub projects: Vec<ProjectDue>,
    /// Networks she keeps in which proposals from a data check wait, and how many.
    pub checks: Vec<(Body, i64)>,
    /// Her tasks that are overdue or due within a week.
    pub tasks: Vec<tasks::Due>,
    /// Her next meetings, and all that wait for her answer.
    pub ahead: meetings::Ahead,
    /// Date polls that wait for her answer.
    pub polls: Vec<meetings::Poll>,
    /// Reports she owes on sittings she was sent to.
    pub reports: Vec<mandates::Due>,
    /// Votes that wait for hers.
    pub votes: Vec<decisions::Vote>,
    /// Elections that ask whether she stands, or accepts (`true`).
    pub candidacies: Vec<(decisions::Vote, bool)>,
    /// What positions ask of her, and of networks she leads.
    pub positions: Vec<positions::Needed>,
    /// Questions to her in person.
    pub questions: Vec<exchange::Thread>,
    /// Checks of her own data.
    pub own_checks: Vec<(networks::CheckLink, networks::DataCheck)>,
    /// What she did with things in her inbox.
    pub marks: notices::Marks,
    /// Vacant seats of bodies in her care.
    pub vacant: Vec<SeatIn>,
    /// Seats of bodies in her care that end soon or carry over.
    pub ending: Vec<SeatIn>,
}

impl Mine {
    /// Reads it: fourteen statements, one more for whoever leads a network, three for whoever is sent somewhere, one where a task is
    /// due, one for whoever leaves a post, four for whoever has no seat yet, three more where somebody asks
    /// to join, up to ten more
    /// for whoever keeps a body.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(r: &Reading<'_>) -> Result<Self> {
        let (conn, actor, today) = (r.conn, &r.viewer.actor, r.viewer.today);
        let hats = match actor.person {
            Some(person) => networks::hats(conn, actor, Id::new(person), today)?,
            None => Vec::new(),
        };
        let coming = match actor.person.filter(|_| hats.is_empty()) {
            Some(person) => coming(conn, actor, Id::new(person), today)?,
            None => None,
        };
        let elsewhere = match actor.person {
            Some(person) => networks::elsewhere_of(conn, actor, Id::new(person), today)?,
            None => Vec::new(),
        };
        let asked = networks::asked(conn, actor)?;
        let mut of_hats: Vec<Id<Body>> = hats.iter().map(|h| h.network.id).collect();
        of_hats.sort_unstable();
        of_hats.dedup();
        let hers = networks::list_bodies_by_id(conn, actor, &of_hats)?;
        // Her care follows from an office; who holds none is asked about nothing.
        let mut kept: Vec<Id<Body>> = hats
            .iter()
            .filter(|h| rights::allows(actor, Kind::Body, Action::Edit, &h.body.scope()))
            .map(|h| h.body.network)
            .collect();
        kept.sort_unstable();
        kept.dedup();
        // Only who holds a post that has an end can be about to hand it over.
        let ends = |h: &Hat| matches!(h.capacity, Capacity::Holder | Capacity::Acting) && !h.term.until.is_open();
        let leaving = match actor.person {
            Some(person) if hats.iter().any(ends) => networks::handovers_from(conn, Id::new(person), today.next())?,
            _ => Vec::new(),
        };
        let soon = networks::soon_after(today);
        let in_care = |seats: Vec<SeatIn>| -> Vec<SeatIn> {
            seats.into_iter().filter(|s| rights::allows(actor, Kind::Body, Action::Edit, &s.body.scope())).collect()
        };
        let (care, vacant, ending) = if kept.is_empty() {
            (Care::default(), Vec::new(), Vec::new())
        } else {
            (
                networks::care(conn, actor, &kept, today)?,
                in_care(networks::vacancies(conn, actor, &kept, today, soon)?),
                in_care(networks::ends_soon(conn, actor, &kept, today, soon)?),
            )
        };
        let joining = networks::joining_for(conn, actor)?;
        let projects = if kept.is_empty() { Vec::new() } else { networks::projects_due(conn, actor)? };
        let checks = if kept.is_empty() { Vec::new() } else { networks::checks_waiting(conn, actor)? };
        let reports = if hats.iter().any(|h| h.seat.kind == SeatKind::Delegated) {
            mandates::due(conn, r.viewer, &mandates::mine(conn, r.viewer)?)?.0
        } else {
            Vec::new()
        };
        // The report says it all; its task would say it again.
        let mut tasks = tasks::due_soon(conn, r.viewer)?;
        tasks.retain(|due| !reports.iter().any(|report| is_task_of(due, report)));
        let ahead = meetings::ahead(conn, r.viewer)?;
        let polls = meetings::asking(conn, actor)?;
        let votes = decisions::list_waiting(conn, actor)?;
        let candidacies = decisions::list_asked(conn, actor)?;
        let positions = positions::waiting(conn, actor)?;
        let questions = exchange::asked_of(conn, actor)?;
        let own_checks = networks::checks_of(conn, actor)?;
        let marks = match actor.person.map(Id::new) {
            Some(person) => notices::list_marks(conn, &[person])?.remove(&person).unwrap_or_default(),
            None => notices::Marks::new(),
        };
        Ok(Self {
            positions,
            questions,
            own_checks,
            marks,
            tasks,
            reports,
            ahead,
            polls,
            votes,
            candidacies,
            projects,
            checks,
            joining,
            elsewhere,
            coming,
            hats,
            asked,
            networks: hers,
            leaving,
            care,
            vacant,
            ending,
        })
    }
    /// The networks she has a seat in, each once, from the region to the federation; at the end those whose page
    /// she may not see, because she sits in one of their bodies only.
    pub fn networks_of_hats(&self) -> Vec<&NetworkMark> {
        let mut marks: Vec<&NetworkMark> = Vec::new();
        for hat in &self.hats {
            if !marks.iter().any(|m| m.id == hat.network.id) {
                marks.push(&hat.network);
            }
        }
        let order = |m: &&NetworkMark| {
            self.networks
                .iter()
                .enumerate()
                .find(|(_, n)| n.id == m.id)
                .map_or((true, None, 0), |(at, n)| (false, Some(n.reach), at))
        };
        marks.sort_by_key(order);
        marks
    }
    /// The network of that number, if she may see its page.
    pub fn network(&self, id: Id<Body>) -> Option<&Body> {
        self.networks.iter().find(|n| n.id == id)
    }
}

/// The first day of the next post of a person, with the seats she has on it; `None` where no post or no seat lies ahead.
fn coming(
    conn: &db::Conn,
    actor: &kernel::Actor,
    person: Id<people::Person>,
    today: Day,
) -> Result<Option<(Day, Vec<Hat>)>> {
    let ahead = people::list_tenures_of_person(conn, person)?;
    let Some(day) = ahead.iter().map(|t| t.term.from).filter(|from| *from > today).min() else { return Ok(None) };
    let hats = networks::hats(conn, actor, person, day)?;
    Ok((!hats.is_empty()).then_some((day, hats)))
}

/// What a network is called in little room.
pub fn short(mark: &NetworkMark, lang: kernel::Lang) -> &str {
    match (&mark.short_name, lang, &mark.name_en) {
        (Some(short), ..) => short,
        (None, kernel::Lang::En, Some(name)) => name,
        _ => &mark.name,
    }
}

/// The page of a body, or of a network; `None` where its address is none.
pub fn body_link(r: &Reading<'_>, network_slug: &str, body: &Body) -> Option<String> {
    let network: Slug = network_slug.parse().ok()?;
    if body.is_network() {
        return Some(r.viewer.link(&networks::paths::NetworkPage { network }));
    }
    Some(r.viewer.link(&networks::paths::BodyPage { network, body: body.slug.parse().ok()? }))
}

/// The page of a seat.
pub fn seat_link(r: &Reading<'_>, seat: Id<networks::Seat>) -> String {
    r.viewer.link(&networks::paths::SeatPage { seat })
}

/// Whether a task was left for a report she owes.
fn is_task_of(due: &tasks::Due, report: &mandates::Due) -> bool {
    // One that nobody sits there for is a matter of the body, and stays.
    let source = due.task.source.as_ref().filter(|_| !matches!(due.task.owner, tasks::Owner::Body(_)));
    source.is_some_and(|it| it.kind == "outside_session" && it.id == report.session.id.raw())
}
