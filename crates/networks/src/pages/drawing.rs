//! The network picture: from bodies, edges and seats to boxes and arrows.

mod said;

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Id, Result};
use pictures::{
    About,
    network::{Edge, EdgeKind as Arrow, Kind as Box, Layer, Network, Node, Words, draw, hidden},
};
use web::Reading;

use super::{
    boxes::{edge, encoded, fitting, keep_near, size_of},
    shared::{body_link, network_link, sees_roster, slug, soft},
    world::{Group, World},
};
use crate::{
    Body, BodyKind, EdgeKind, SeatKind,
    paths::{BodyPage, MemberList, NetworkPage, OrganisationPage},
    store::overview::{BodyRef, Joint},
    words::T,
};

/// How the picture is wanted.
pub struct Wish {
    /// Prefix of ids on the page.
    pub id: &'static str,
    /// Whether boxes are links.
    pub linked: bool,
    /// Only what hangs on this body directly.
    pub focus: Option<Id<Body>>,
}

/// The figure of the network; `None` as long as there is nothing to connect.
///
/// # Errors
/// When a stored slug is none.
pub fn network_picture(r: &Reading<'_>, world: &World, wish: &Wish) -> Result<Option<String>> {
    let t = T(r.viewer.lang);
    let figure = || {
        let made = Builder { r, t, world }.build(wish)?;
        Ok(made.map(|n| draw(&n).figure("", t.picture_as_table())))
    };
    let weigh = |figure: &Option<String>| figure.as_ref().map_or(0, String::len);
    let wished = [wish.focus.map_or(0, Id::raw), i64::from(wish.linked)];
    Ok(world.remembered(r, (wish.id, &wished), weigh, figure)?.as_ref().clone())
}

struct Builder<'a> {
    r: &'a Reading<'a>,
    t: T,
    world: &'a World,
}

/// What the key calls the strokes.
pub fn strokes(t: T, formal: bool) -> Words {
    Words {
        sends: if formal { t.structure_sends() } else { t.structure_sends_informal() }.to_owned(),
        belongs: t.structure_belongs().to_owned(),
        cooperates: t.structure_cooperates().to_owned(),
    }
}

fn key(id: Id<Body>) -> String {
    format!("b{id}")
}

impl Builder<'_> {
    fn build(&self, wish: &Wish) -> Result<Option<Network>> {
        let (t, world) = (self.t, self.world);
        let depth = self.depths();
        let (by, grouped) = world.groups(self.r.viewer.lang);
        let mut edges = self.member_edges(grouped);
        edges.extend(self.body_edges());
        let mut partners: BTreeMap<Id<Body>, Node> = BTreeMap::new();
        let mut members = self.member_nodes(grouped)?;
        for joint in &world.joints {
            self.join_others(joint, &mut members, &mut partners, &mut edges)?;
        }
        let inner = |level: usize| -> Vec<&Body> {
            world.inner().filter(|b| depth.get(&b.id).copied().unwrap_or(1) == level).collect()
        };
        let (first, second, outside) = (inner(1), inner(2), world.outside().collect::<Vec<&Body>>());
        let network = [&world.network];
        let last: &[&Body] = if second.is_empty() { &first } else { &second };
        let mut layers = vec![
            self.layer(self.member_heading(*by), members, t.link_form()),
            self.layer(t.kind_network(), vec![self.network_node()?], &self.link_from(&network, &first, &edges)),
            self.layer(
                self.bodies_heading(&first),
                self.body_nodes(&first)?,
                &self.link_from(&first, if second.is_empty() { &outside } else { &second }, &edges),
            ),
            self.layer(
                self.bodies_heading(&second),
                self.body_nodes(&second)?,
                &self.link_from(last, &outside, &edges),
            ),
            self.layer(self.outside_heading(&outside), self.body_nodes(&outside)?, ""),
        ];
        let mut partners: Vec<Node> = partners.into_values().collect();
        if let Some(focus) = wish.focus {
            keep_near(&key(focus), &mut layers, &mut partners, &mut edges);
        }
        layers.retain(|l| !l.nodes.is_empty());
        if layers.iter().map(|l| l.nodes.len()).sum::<usize>() + partners.len() < 2 {
            return Ok(None);
        }
        let name = world.network.name_in(self.r.viewer.lang);
        let about = About {
            id: wish.id.to_owned(),
            title: t.picture_title(name),
            description: self.description(&partners, &outside),
            table_caption: t.picture_title(name),
            table_head: vec![t.picture_who().to_owned(), t.picture_size().to_owned(), t.picture_links().to_owned()],
        };
        let more_partners = t.and_more(hidden(partners.len()));
        Ok(Some(Network {
            about,
            layers,
            partners_heading: t.partners_heading(world.network.short()),
            more_partners,
            partners,
            edges,
            words: strokes(t, world.network.formal),
            heads: false,
            linked: wish.linked,
        }))
    }

    /// How many steps each body of the network is away from it, 1 or 2: two where another of them elects or sends into
    /// it, or it is an organ of another.
    fn depths(&self) -> BTreeMap<Id<Body>, usize> {
        let ours = |id: &Id<Body>| self.world.inner().any(|b| b.id == *id);
        let depth = |body: &Body| {
            let above = self
                .world
                .joints
                .iter()
                .filter(|j| j.kind == EdgeKind::OrganOf && j.from.id == body.id)
                .map(|j| j.to.id);
            let hangs = above.chain(self.world.senders(body.id)).any(|b| b != body.id && ours(&b));
            (body.id, if hangs { 2 } else { 1 })
        };
        self.world.inner().map(depth).collect()
    }

    fn layer(&self, heading: &str, nodes: Vec<Node>, link: &str) -> Layer {
        Layer { heading: heading.to_owned(), more: self.t.and_more(hidden(nodes.len())), nodes, link: link.to_owned() }
    }

    fn member_nodes(&self, grouped: &[Group]) -> Result<Vec<Node>> {
        let link = sees_roster(self.r, &self.world.network).then(|| slug(&self.world.network.slug)).transpose()?;
        let href = |g: &Group| {
            if let Some(organisation) = g.single {
                return Some(self.r.viewer.link_then(&OrganisationPage { organisation }));
            }
            let page = MemberList { network: link.clone()? };
            let base = self.r.viewer.link_then(&page);
            let sign = if base.contains('?') { '&' } else { '?' };
            Some(if g.key.starts_with('~') { base } else { format!("{base}{sign}gruppe={}", encoded(&g.key)) })
        };
        let size = |g: &Group| if g.single.is_some() { String::new() } else { self.t.members(g.members) };
        Ok(grouped
            .iter()
            .map(|g| Node {
                key: format!("g{}", g.key),
                kind: Box::Member,
                title: soft(&g.name),
                subtitle: size(g),
                href: href(g),
            })
            .collect())
    }

    fn member_edges(&self, grouped: &[Group]) -> Vec<Edge> {
        let to = key(self.world.network.id);
        grouped
            .iter()
            .map(|g| edge(&format!("g{}", g.key), &to, Arrow::Belongs, "", self.t.edge_belongs(), ""))
            .collect()
    }

    fn network_node(&self) -> Result<Node> {
        let (network, members) = (&self.world.network, self.world.members());
        let subtitle = if members > 0 { self.t.members(members) } else { String::new() };
        let title = soft(fitting(network, self.r.viewer.lang));
        Ok(Node {
            key: key(network.id),
            kind: Box::Network,
            title,
            subtitle,
            href: Some(network_link(self.r, network)?),
        })
    }

    fn body_nodes(&self, bodies: &[&Body]) -> Result<Vec<Node>> {
        let node = |b: &&Body| {
            let kind = if b.kind == BodyKind::Outside { Box::Outside } else { Box::Body };
            Ok(Node {
                key: key(b.id),
                kind,
                title: soft(fitting(b, self.r.viewer.lang)),
                subtitle: size_of(self.t, self.world, b),
                href: Some(body_link(self.r, &self.world.network.slug, b)?),
            })
        };
        bodies.iter().map(node).collect()
    }

    /// Arrows between the network and its bodies: election and sending first, *organ of* where neither says more.
    fn body_edges(&self) -> Vec<Edge> {
        let (t, world) = (self.t, self.world);
        let mut edges = Vec::new();
        let mut reached: BTreeSet<Id<Body>> = BTreeSet::new();
        let known = |id: Id<Body>| world.body(id).is_some();
        for joint in world.joints.iter().filter(|j| known(j.from.id) && known(j.to.id)) {
            let (from, to) = (key(joint.from.id), key(joint.to.id));
            let label = joint.label_in(self.r.viewer.lang).unwrap_or_default().to_owned();
            match joint.kind {
                EdgeKind::Elects => edges.push(edge(
                    &from,
                    &to,
                    Arrow::Sends,
                    &self.elects(joint.to.id, label),
                    "",
                    t.edge_elected_by(),
                )),
                // Several arrows to bodies of others lie close together: what they are called stands in the table.
                EdgeKind::DelegatesTo => edges.push(edge(
                    &from,
                    &to,
                    Arrow::Sends,
                    "",
                    if label.is_empty() { t.edge_sends() } else { &label },
                    t.edge_sent_by(),
                )),
                EdgeKind::CooperatesWith => {
                    edges.push(edge(&from, &to, Arrow::Cooperates, &label, t.edge_cooperates(), t.edge_cooperates()))
                }
                EdgeKind::MemberOf => edges.push(edge(&from, &to, Arrow::Belongs, &label, t.edge_member_of(), "")),
                EdgeKind::OrganOf => continue,
            }
            reached.insert(joint.to.id);
        }
        for body in &world.bodies {
            for sender in world.senders(body.id).into_iter().filter(|s| known(*s)) {
                if world.joints.iter().any(|j| j.from.id == sender && j.to.id == body.id && j.kind != EdgeKind::OrganOf)
                {
                    continue;
                }
                let elected = world.seats_of(body.id).any(|s| s.source == Some(sender) && s.kind == SeatKind::Elected);
                let (label, words, back) = if elected {
                    (self.elects(body.id, String::new()), "", t.edge_elected_by())
                } else {
                    (String::new(), t.edge_sends(), t.edge_sent_by())
                };
                edges.push(edge(&key(sender), &key(body.id), Arrow::Sends, &label, words, back));
                reached.insert(body.id);
            }
        }
        for body in world.bodies.iter().filter(|b| !reached.contains(&b.id)) {
            let above = world
                .joints
                .iter()
                .find(|j| j.kind == EdgeKind::OrganOf && j.from.id == body.id && known(j.to.id))
                .map_or(world.network.id, |j| j.to.id);
            let outside = body.kind == BodyKind::Outside;
            let (arrow, words, back) = if outside {
                (Arrow::Sends, t.edge_sends(), t.edge_sent_by())
            } else {
                (Arrow::Belongs, t.edge_has_organ(), t.edge_organ_of())
            };
            edges.push(edge(&key(above), &key(body.id), arrow, "", words, back));
        }
        edges
    }

    /// Edges to bodies of other networks make partners, and networks that are members here make members.
    fn join_others(
        &self,
        joint: &Joint,
        members: &mut Vec<Node>,
        partners: &mut BTreeMap<Id<Body>, Node>,
        edges: &mut Vec<Edge>,
    ) -> Result<()> {
        let (t, known) = (self.t, |b: &BodyRef| self.world.body(b.id).is_some());
        let (ours, other, outward) = match (known(&joint.from), known(&joint.to)) {
            (true, false) => (&joint.from, &joint.to, true),
            (false, true) => (&joint.to, &joint.from, false),
            _ => return Ok(()),
        };
        let said = joint.label_in(self.r.viewer.lang).unwrap_or_default();
        let (mine, theirs) = (key(ours.id), key(other.id));
        let joins = !outward
            && matches!(joint.kind, EdgeKind::MemberOf | EdgeKind::DelegatesTo | EdgeKind::Elects)
            && ours.id == self.world.network.id;
        let (arrow, words, back, subtitle) = match joint.kind {
            EdgeKind::CooperatesWith => {
                (Arrow::Cooperates, t.edge_cooperates(), t.edge_cooperates(), t.partner_cooperates())
            }
            EdgeKind::MemberOf => (
                Arrow::Belongs,
                t.edge_member_of(),
                "",
                if outward { t.partner_we_belong() } else { t.partner_belongs() },
            ),
            EdgeKind::DelegatesTo | EdgeKind::Elects => (
                Arrow::Sends,
                t.edge_sends(),
                t.edge_sent_by(),
                if outward { t.partner_we_send() } else { t.partner_sends() },
            ),
            EdgeKind::OrganOf => (Arrow::Belongs, t.edge_organ_of(), t.edge_has_organ(), t.partner_organ()),
        };
        let (from, to) = if outward { (&mine, &theirs) } else { (&theirs, &mine) };
        // Members stand close together: what their arrows are called stands in the table.
        let (label, words) = if joins { ("", if said.is_empty() { words } else { said }) } else { (said, words) };
        edges.push(edge(from, to, arrow, label, words, back));
        let node = |kind| -> Result<Node> {
            Ok(Node {
                key: theirs.clone(),
                kind,
                title: soft(other.name_in(self.r.viewer.lang)),
                subtitle: subtitle.to_owned(),
                href: Some(self.link_of(other)?),
            })
        };
        if !joins {
            partners.entry(other.id).or_insert(node(Box::Partner)?);
        } else if !members.iter().any(|m| m.key == theirs) {
            members.push(node(Box::Member)?);
        }
        Ok(())
    }

    fn link_of(&self, b: &BodyRef) -> Result<String> {
        let network = slug(&b.network_slug)?;
        Ok(if b.is_network() {
            self.r.viewer.link_then(&NetworkPage { network })
        } else {
            self.r.viewer.link_then(&BodyPage { network, body: slug(&b.slug)? })
        })
    }
}
