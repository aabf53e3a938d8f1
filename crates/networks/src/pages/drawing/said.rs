//! What the network picture says: headings of its layers, the verbs of its arrows, and the sentences that describe it.

use kernel::Id;
use pictures::network::{Edge, EdgeKind as Arrow, Node};

use super::{Builder, key};
use crate::{
    Body, BodyKind,
    pages::{
        shared::body_kind_word,
        world::{By, is_territorial, only_advises},
    },
};

impl Builder<'_> {
    pub(super) fn member_heading(&self, by: By) -> &'static str {
        match by {
            By::District => self.t.heading_districts(),
            By::Region => self.t.heading_regions(),
            By::Land => self.t.heading_lands(),
            By::Kind => self.t.heading_members(),
            By::Each if is_territorial(self.world) => self.t.heading_districts(),
            By::Each => self.t.heading_organisations(),
        }
    }

    /// „wählt alle 2 Jahre": the label given, else the verb with the length of a term.
    pub(super) fn elects(&self, body: Id<Body>, label: String) -> String {
        if !label.is_empty() {
            return label;
        }
        match self.world.term_months(body) {
            Some(months) if months % 12 == 0 => self.t.edge_elects_every(months / 12),
            _ => self.t.edge_elects().to_owned(),
        }
    }

    pub(super) fn bodies_heading(&self, bodies: &[&Body]) -> &'static str {
        let t = self.t;
        match bodies {
            [one] => body_kind_word(t, one.kind),
            [first, rest @ ..] if rest.iter().all(|b| b.kind == first.kind) && first.kind == BodyKind::Committee => {
                t.heading_committees()
            }
            _ => t.heading_bodies(),
        }
    }

    pub(super) fn outside_heading(&self, outside: &[&Body]) -> &'static str {
        if only_advises(outside.iter().flat_map(|b| self.world.seats_of(b.id))) {
            self.t.heading_advises()
        } else {
            self.t.heading_takes_part()
        }
    }

    /// What the phone's arrow from one layer to the next says. It stands for all boxes on both sides: a word that
    /// holds for all of them, with the name of who it is true of where not the whole layer before is meant.
    pub(super) fn link_from(&self, before: &[&Body], bodies: &[&Body], edges: &[Edge]) -> String {
        let Some(first) = bodies.first() else { return String::new() };
        let outside = first.kind == BodyKind::Outside;
        let above = || std::iter::once(&self.world.network).chain(self.world.bodies.iter());
        let into = |b: &Body| {
            let to = key(b.id);
            edges.iter().filter(move |e| e.to == to && e.kind == Arrow::Sends).collect::<Vec<_>>()
        };
        let all: Vec<Vec<&Edge>> = bodies.iter().map(|b| into(b)).collect();
        let senders: Vec<&Body> = above().filter(|b| all.iter().flatten().any(|e| e.from == key(b.id))).collect();
        let verb = if outside {
            if only_advises(bodies.iter().flat_map(|b| self.world.seats_of(b.id))) {
                self.t.link_advises()
            } else {
                self.t.link_takes_part()
            }
        } else {
            let said = all.first().and_then(|e| e.first()).map_or("", |e| e.label.as_str());
            let same = all.iter().all(|e| !e.is_empty() && e.iter().all(|e| e.label == said));
            if said.is_empty() || !same { self.t.link_bodies() } else { said }
        };
        let name = |b: &Body| b.short_name.clone().unwrap_or_else(|| b.name_in(self.r.viewer.lang).to_owned());
        match (senders.as_slice(), before) {
            // Elected by different bodies, or not at all: the neutral word.
            _ if !outside && (senders.len() != 1 || verb == self.t.link_bodies()) => self.t.link_bodies().to_owned(),
            ([one], [all]) if one.id == all.id => verb.to_owned(),
            ([one], _) => self.t.link_named(name(one), verb),
            ([], _) => verb.to_owned(),
            (several, _) => {
                let names: Vec<String> = several.iter().map(|b| name(b)).collect();
                self.t.link_named(i18n::list_and(self.r.viewer.lang, &names), self.t.link_seats())
            }
        }
    }

    pub(super) fn description(&self, partners: &[Node], outside: &[&Body]) -> String {
        let (t, lang, world) = (self.t, self.r.viewer.lang, self.world);
        let name = world.network.name_in(lang);
        let mut said = Vec::new();
        if world.members() > 0 {
            said.push(t.says_members(world.members(), name));
        }
        let named = |bodies: Vec<&Body>| {
            i18n::list_and(lang, &bodies.iter().take(4).map(|b| b.name_in(lang)).collect::<Vec<_>>())
        };
        let inner: Vec<&Body> = world.inner().collect();
        if !inner.is_empty() {
            said.push(if inner.len() > 4 { t.says_bodies_many(inner.len()) } else { t.says_bodies(named(inner)) });
        }
        if !outside.is_empty() {
            said.push(if outside.len() > 4 {
                t.says_outside_many(outside.len())
            } else {
                t.says_outside(named(outside.to_vec()))
            });
        }
        if !partners.is_empty() {
            said.push(t.says_partners(partners.len()));
        }
        said.join(" ")
    }
}
