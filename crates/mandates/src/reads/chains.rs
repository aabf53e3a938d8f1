//! Who speaks for whom over several stages: the chains of delegations on a day.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use db::Conn;
use kernel::{Actor, Day, Id, Result};
use networks::{Body, BodyKind, Counts, Link, RosterSeat, Seat};

use crate::{Delegation, reads::knows, store::delegations};

/// The most stages all pictures of a page have together.
pub const NODES_MOST: usize = 300;
/// How many bodies far away a page draws chains to.
const LEAVES_MOST: usize = 12;
/// How deep a chain is followed.
const DEPTH: usize = 6;

/// One stage.
#[derive(Clone, Debug)]
pub struct Hop {
    /// The body.
    pub body: Body,
    /// How many seats it has, where the stage is a body and not a seat.
    pub counts: Option<Counts>,
    /// The seat somebody is sent to, where the stage is one.
    pub seat: Option<RosterSeat>,
    /// Whether whoever sits there still has her seat in the body that sends.
    pub link: Option<Link>,
    /// Whom the sender put forward there without an answer so far, and what is on file of whoever sits there.
    pub files: Vec<Delegation>,
}

impl Hop {
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
}

/// From whoever begins to the last seat.
pub type Chain = Vec<Hop>;

/// The chains that end in a body, as far as the reader may see them, by their seats. About eight statements.
///
/// # Errors
/// When the database cannot be read.
pub fn into(conn: &Conn, actor: &Actor, leaf: &Body, day: Day) -> Result<Vec<Chain>> {
    let links = networks::chain(conn, actor, leaf.id, day, networks::soon_after(day))?;
    if links.is_empty() {
        return Ok(Vec::new());
    }
    let seats: Vec<Id<Seat>> = links.iter().map(|d| d.seat.id).collect();
    let mut files: HashMap<Id<Seat>, Vec<Delegation>> = HashMap::new();
    for it in delegations::list_on_seats(conn, &seats, day)?.into_iter().filter(|it| knows(actor, it)) {
        files.entry(it.seat).or_default().push(it);
    }
    let mut bodies: BTreeMap<Id<Body>, Body> = BTreeMap::new();
    let mut above: BTreeMap<Id<Body>, Vec<usize>> = BTreeMap::new();
    for (at, link) in links.iter().enumerate() {
        bodies.insert(link.sender.id, link.sender.clone());
        bodies.insert(link.receiver.id, link.receiver.clone());
        above.entry(link.receiver.id).or_default().push(at);
    }
    let networks: Vec<Id<Body>> = bodies.values().map(|b| b.network).filter(|n| !bodies.contains_key(n)).collect();
    bodies.extend(networks::list_bodies_by_id(conn, actor, &networks)?.into_iter().map(|b| (b.id, b)));
    let ids: Vec<Id<Body>> = bodies.keys().copied().collect();
    let counts = networks::counts(conn, actor, &ids, day)?;
    let world = World { links: &links, files: &files, bodies: &bodies, above: &above, counts: &counts };
    let mut chains = Vec::new();
    world.climb(leaf.id, &mut Vec::new(), &mut BTreeSet::new(), &mut chains);
    Ok(chains)
}

struct World<'a> {
    links: &'a [networks::Delegation],
    files: &'a HashMap<Id<Seat>, Vec<Delegation>>,
    bodies: &'a BTreeMap<Id<Body>, Body>,
    above: &'a BTreeMap<Id<Body>, Vec<usize>>,
    counts: &'a HashMap<Id<Body>, Counts>,
}

impl World<'_> {
    /// From a body to whoever sends there, until nobody does. `below` are the stages already passed, the last first.
    fn climb(&self, body: Id<Body>, below: &mut Vec<Hop>, on_way: &mut BTreeSet<Id<Body>>, found: &mut Vec<Chain>) {
        if found.len() >= NODES_MOST {
            return;
        }
        let incoming = self.above.get(&body).filter(|_| below.len() < DEPTH && !on_way.contains(&body));
        let Some(incoming) = incoming else {
            if !below.is_empty() {
                let chain = self.roots(body).into_iter().chain(below.iter().rev().cloned());
                found.push(chain.collect());
            }
            return;
        };
        on_way.insert(body);
        for link in incoming.iter().filter_map(|at| self.links.get(*at)) {
            below.push(Hop {
                body: link.receiver.clone(),
                counts: None,
                files: self.files.get(&link.seat.id).cloned().unwrap_or_default(),
                seat: Some(link.seat.clone()),
                link: link.link,
            });
            self.climb(link.sender.id, below, on_way, found);
            below.pop();
        }
        on_way.remove(&body);
    }

    /// What a chain begins with: the network, and the organ of it that sends.
    fn roots(&self, body: Id<Body>) -> Vec<Hop> {
        let Some(first) = self.bodies.get(&body) else { return Vec::new() };
        let network = (!first.is_network()).then(|| self.bodies.get(&first.network)).flatten();
        let hop = |b: &Body| Hop {
            body: b.clone(),
            counts: self.counts.get(&b.id).copied(),
            seat: None,
            link: None,
            files: Vec::new(),
        };
        network.into_iter().chain([first]).map(hop).collect()
    }
}

/// The chains of a network: from it to wherever its bodies send, and further where those send on. Beyond a number of bodies
/// or stages they are left out; `true` says that some were.
///
/// # Errors
/// When the database cannot be read.
pub fn of_network(conn: &Conn, actor: &Actor, network: &Body, day: Day) -> Result<(Vec<Chain>, bool)> {
    let leaves = leaves(conn, actor, network, day)?;
    let mut chains = Vec::new();
    for leaf in leaves.iter().take(LEAVES_MOST) {
        let found = into(conn, actor, leaf, day)?;
        // Of a body many send into only the ways that begin here.
        chains.extend(found.into_iter().filter(|c| c.iter().rev().skip(1).any(|hop| hop.body.network == network.id)));
    }
    let (kept, cut) = limited(chains);
    Ok((kept, cut || leaves.len() > LEAVES_MOST))
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

/// As many chains as a page holds.
#[must_use]
pub fn limited(chains: Vec<Chain>) -> (Vec<Chain>, bool) {
    let (mut nodes, all) = (0, chains.len());
    let kept: Vec<Chain> = chains
        .into_iter()
        .take_while(|chain| {
            nodes += chain.len();
            nodes <= NODES_MOST
        })
        .collect();
    let cut = kept.len() < all;
    (kept, cut)
}

/// Only the last stages of a chain: one or two steps before the last seat.
#[must_use]
pub fn near(mut chain: Chain, steps: usize) -> Chain {
    let first = chain.len().saturating_sub(steps + 1);
    chain.drain(..first);
    chain
}
