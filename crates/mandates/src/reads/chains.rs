//! Who speaks for whom over several stages, on a day: bodies, the seats somebody is sent to, and the ways they make together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use db::Conn;
use kernel::{Actor, Day, Id, Result};
use networks::{Body, BodyKind, Counts, Link, RosterSeat, Seat};

use crate::{Delegation, reads::knows, store::delegations};

/// The most stages a picture has: seats, and bodies of which no seat is shown.
pub const NODES_MOST: usize = 300;
/// To how many bodies far away ways are followed from a network.
const LEAVES_MOST: usize = 24;
/// How deep a chain is followed.
const DEPTH: usize = 6;

/// A seat somebody is sent to.
#[derive(Clone, Debug)]
pub struct Step {
    /// The body that sends.
    pub sender: Id<Body>,
    /// The body it sends into.
    pub receiver: Id<Body>,
    /// The seat, with whoever sits there.
    pub seat: RosterSeat,
    /// Whether whoever sits there still has her seat in the body that sends.
    pub link: Option<Link>,
    /// Whom the sender put forward there without an answer so far, and what is on file of whoever sits there.
    pub files: Vec<Delegation>,
}

impl Step {
    /// Who was put forward and is not confirmed.
    #[must_use]
    pub fn waiting(&self) -> Option<&Delegation> {
        self.files.iter().find(|it| it.waits())
    }
    /// What is on file of whoever sits there on a day.
    #[must_use]
    pub fn file(&self, day: Day) -> Option<&Delegation> {
        self.files.iter().find(|it| it.holds_on(day))
    }
    /// Where its page is, if something is on file.
    #[must_use]
    pub fn page(&self, day: Day) -> Option<&Delegation> {
        self.file(day).or_else(|| self.waiting())
    }
}

/// The ways a picture shows, joined where they share a body.
#[derive(Clone, Debug, Default)]
pub struct Ways {
    /// The seats, each once, from whoever begins on.
    pub steps: Vec<Step>,
    /// Every body among them.
    pub bodies: BTreeMap<Id<Body>, Body>,
    /// How many seats those have that begin.
    pub counts: HashMap<Id<Body>, Counts>,
    /// Those that begin here only because what leads to them is further away than was asked for.
    near: BTreeSet<Id<Body>>,
    /// Whether some were left out.
    pub cut: bool,
}

/// The ways that end in a body, as far as the reader may see them. About eight statements.
///
/// # Errors
/// When the database cannot be read.
pub fn into(conn: &Conn, actor: &Actor, leaf: &Body, day: Day) -> Result<Ways> {
    let links = networks::chain(conn, actor, leaf.id, day, networks::soon_after(day))?;
    if links.is_empty() {
        return Ok(Ways::default());
    }
    let seats: Vec<Id<Seat>> = links.iter().map(|d| d.seat.id).collect();
    let mut files: HashMap<Id<Seat>, Vec<Delegation>> = HashMap::new();
    for it in delegations::list_on_seats(conn, &seats, day)?.into_iter().filter(|it| knows(actor, it)) {
        files.entry(it.seat).or_default().push(it);
    }
    let mut ways = Ways::default();
    // The furthest first: whoever begins stands before those she sends to.
    for link in links.into_iter().rev() {
        ways.bodies.insert(link.sender.id, link.sender.clone());
        ways.bodies.insert(link.receiver.id, link.receiver.clone());
        ways.steps.push(Step {
            sender: link.sender.id,
            receiver: link.receiver.id,
            files: files.remove(&link.seat.id).unwrap_or_default(),
            seat: link.seat,
            link: link.link,
        });
    }
    let networks: Vec<Id<Body>> =
        ways.bodies.values().map(|b| b.network).filter(|n| !ways.bodies.contains_key(n)).collect();
    ways.bodies.extend(networks::list_bodies_by_id(conn, actor, &networks)?.into_iter().map(|b| (b.id, b)));
    let ids: Vec<Id<Body>> = ways.bodies.keys().copied().collect();
    ways.counts = networks::counts(conn, actor, &ids, day)?;
    Ok(ways)
}

/// The ways of a network: from it to wherever its bodies send, and further where those send on; and those into it. Beyond a
/// number of bodies far away they are left out.
///
/// # Errors
/// When the database cannot be read.
pub fn of_network(conn: &Conn, actor: &Actor, network: &Body, day: Day) -> Result<Ways> {
    let leaves = leaves(conn, actor, network, day)?;
    let mut all = Ways { cut: leaves.len() > LEAVES_MOST, ..Ways::default() };
    for leaf in leaves.iter().take(LEAVES_MOST) {
        // Of a body many send into only the ways that lead through here.
        all.join(into(conn, actor, leaf, day)?.through(|body| body.network == network.id));
    }
    all.join(into(conn, actor, network, day)?);
    Ok(all)
}

/// The bodies far away: those a network's bodies send into from which nobody is sent on.
fn leaves(conn: &Conn, actor: &Actor, network: &Body, day: Day) -> Result<Vec<Body>> {
    let soon = networks::soon_after(day);
    let mut asked: BTreeSet<Id<Body>> = BTreeSet::from([network.id]);
    let mut sent = networks::delegations(conn, actor, network.id, day, soon)?;
    sent.retain(|d| d.sender.network == network.id);
    let mut leaves: Vec<Body> = Vec::new();
    let mut todo: Vec<Body> = sent.into_iter().map(|d| d.receiver).collect();
    while let Some(body) = todo.pop() {
        let known = leaves.iter().any(|b| b.id == body.id);
        if known || body.kind == BodyKind::Outside || asked.len() > DEPTH || !asked.insert(body.network) {
            if !known {
                leaves.push(body);
            }
            continue;
        }
        let mut on = networks::delegations(conn, actor, body.network, day, soon)?;
        on.retain(|d| d.sender.id == body.id);
        if on.is_empty() {
            leaves.push(body);
        } else {
            todo.extend(on.into_iter().map(|d| d.receiver));
        }
    }
    leaves.sort_by_cached_key(|b| (i18n::fold(&b.name), b.id));
    Ok(leaves)
}

impl Ways {
    /// Nothing to show.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Takes others in, each seat once.
    pub fn join(&mut self, other: Self) {
        let known: BTreeSet<Id<Seat>> = self.steps.iter().map(|step| step.seat.id).collect();
        self.steps.extend(other.steps.into_iter().filter(|step| !known.contains(&step.seat.id)));
        self.bodies.extend(other.bodies);
        self.counts.extend(other.counts);
        self.near.extend(other.near);
        self.cut |= other.cut;
    }

    /// The body that stands before one that begins: its network, where it is one of its organs.
    #[must_use]
    pub fn above(&self, body: Id<Body>) -> Option<&Body> {
        let first = self.bodies.get(&body).filter(|b| !b.is_network() && !self.near.contains(&b.id))?;
        let sent_into = self.steps.iter().any(|step| step.receiver == body);
        self.bodies.get(&first.network).filter(|_| !sent_into)
    }

    /// Those that send and into which nobody is sent.
    fn beginning(&self) -> BTreeSet<Id<Body>> {
        let mut all: BTreeSet<Id<Body>> = self.steps.iter().map(|step| step.sender).collect();
        for step in &self.steps {
            all.remove(&step.receiver);
        }
        all
    }

    /// The bodies drawn for themselves: those that begin, and the networks whose organs they are.
    #[must_use]
    pub fn roots(&self) -> Vec<Id<Body>> {
        let mut roots = Vec::new();
        for body in self.beginning() {
            roots.extend(self.above(body).map(|b| b.id).into_iter().chain([body]));
        }
        let received: BTreeSet<Id<Body>> = self.steps.iter().map(|step| step.receiver).collect();
        let mut seen = BTreeSet::new();
        roots.retain(|id| !received.contains(id) && seen.insert(*id));
        roots
    }

    /// The bodies one comes to from some, against or along the way.
    fn reached(&self, from: BTreeSet<Id<Body>>, along: bool) -> BTreeSet<Id<Body>> {
        let mut all = from;
        loop {
            let more: Vec<Id<Body>> = self
                .steps
                .iter()
                .map(|step| if along { (step.sender, step.receiver) } else { (step.receiver, step.sender) })
                .filter(|(a, b)| all.contains(a) && !all.contains(b))
                .map(|(_, b)| b)
                .collect();
            if more.is_empty() {
                return all;
            }
            all.extend(more);
        }
    }

    /// Only the ways that lead through a body of that sort.
    #[must_use]
    pub fn through(mut self, wanted: impl Fn(&Body) -> bool) -> Self {
        let chosen: BTreeSet<Id<Body>> = self.bodies.values().filter(|b| wanted(b)).map(|b| b.id).collect();
        let (below, above) = (self.reached(chosen.clone(), true), self.reached(chosen, false));
        self.steps.retain(|step| below.contains(&step.sender) || above.contains(&step.receiver));
        self
    }

    /// Only the ways that end on one of these seats.
    #[must_use]
    pub fn ending_on(mut self, seats: &[Id<Seat>]) -> Self {
        let senders = self.steps.iter().filter(|step| seats.contains(&step.seat.id)).map(|step| step.sender).collect();
        let above = self.reached(senders, false);
        self.steps.retain(|step| seats.contains(&step.seat.id) || above.contains(&step.receiver));
        self
    }

    /// Only the last one or two steps before the bodies far away.
    #[must_use]
    pub fn near(mut self, steps: usize) -> Self {
        let senders: BTreeSet<Id<Body>> = self.steps.iter().map(|step| step.sender).collect();
        let mut close: BTreeSet<Id<Body>> =
            self.steps.iter().map(|step| step.receiver).filter(|id| !senders.contains(id)).collect();
        let mut kept: BTreeSet<Id<Seat>> = BTreeSet::new();
        for _ in 0..steps {
            let found: Vec<(Id<Seat>, Id<Body>)> = self
                .steps
                .iter()
                .filter(|step| close.contains(&step.receiver))
                .map(|step| (step.seat.id, step.sender))
                .collect();
            kept.extend(found.iter().map(|(seat, _)| *seat));
            close = found.into_iter().map(|(_, sender)| sender).collect();
        }
        self.steps.retain(|step| kept.contains(&step.seat.id));
        self.near.extend(close);
        self
    }

    /// As many stages as a picture holds.
    #[must_use]
    pub fn limited(mut self) -> Self {
        let room = NODES_MOST.saturating_sub(self.roots().len());
        self.cut |= self.steps.len() > room;
        self.steps.truncate(room);
        self
    }

    /// Where ways begin and where they end, by name.
    #[must_use]
    pub fn ends(&self) -> Vec<(&Body, &Body)> {
        let senders: BTreeSet<Id<Body>> = self.steps.iter().map(|step| step.sender).collect();
        let mut found = Vec::new();
        for begin in self.beginning() {
            let first = self.above(begin).or_else(|| self.bodies.get(&begin));
            for end in self.reached(BTreeSet::from([begin]), true).iter().filter(|id| !senders.contains(*id)) {
                if let (Some(first), Some(last)) = (first, self.bodies.get(end)) {
                    found.push((first, last));
                }
            }
        }
        found.sort_by_cached_key(|(first, last)| (i18n::fold(&first.name), i18n::fold(&last.name), last.id));
        found.dedup_by_key(|(first, last)| (first.id, last.id));
        found
    }
}
