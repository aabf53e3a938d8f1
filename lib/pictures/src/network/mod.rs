//! The network picture: who belongs, who elects whom, where one has a voice, in layers from left to right.
mod key;
mod layout;
mod phone;
mod wide;

pub use key::Words;

use crate::svg::plain;
use crate::{About, Cell, Picture, Row, Table};
use std::collections::BTreeMap;

/// From this many nodes on, a layer shows one node fewer and one that stands for the rest.
pub const MOST: usize = 12;

/// How many nodes of a layer of `count` nodes are not drawn by themselves.
#[must_use]
pub fn hidden(count: usize) -> usize {
    if count > MOST { count - (MOST - 1) } else { 0 }
}

/// Everything the picture shows.
#[derive(Clone, Debug)]
pub struct Network {
    /// Names and texts. `table_head` has three words: who, how large, connected how.
    pub about: About,
    /// Left to right; up to five read well.
    pub layers: Vec<Layer>,
    /// Who stands beside the layers and cooperates.
    pub partners: Vec<Node>,
    /// Words above the partners in the phone drawing.
    pub partners_heading: String,
    /// Name of the node that stands for [`hidden`] partners.
    pub more_partners: String,
    /// Arrows. One that names an unknown key is left out.
    pub edges: Vec<Edge>,
    /// What the key calls the strokes; it names only those that are drawn.
    pub words: Words,
    /// True among networks: thin lines have a head too, and each line meets its box at a point of its own.
    pub heads: bool,
    /// True on the page that belongs to the picture: nodes are links and the drawing is no image.
    pub linked: bool,
}

/// One column (on the phone one block).
#[derive(Clone, Debug)]
pub struct Layer {
    /// Words above.
    pub heading: String,
    /// In the order the caller wants; later layers are turned so that arrows cross less.
    pub nodes: Vec<Node>,
    /// Name of the node that stands for [`hidden`] nodes, "und 25 weitere".
    pub more: String,
    /// Phone only: words beside the arrow to the next layer, "wählt alle 2 Jahre".
    pub link: String,
}

/// A box.
#[derive(Clone, Debug)]
pub struct Node {
    /// Unique in the picture; arrows name it.
    pub key: String,
    /// Decides the look.
    pub kind: Kind,
    /// Name; soft hyphens say where a long word may break.
    pub title: String,
    /// Size or role in a few words, may be empty.
    pub subtitle: String,
    /// Page of the thing.
    pub href: Option<String>,
}

/// What a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The network itself: filled.
    Network,
    /// Its own bodies: tinted.
    Body,
    /// Bodies of others where it has a voice.
    Outside,
    /// Who belongs.
    Member,
    /// Who cooperates: dashed.
    Partner,
}

/// An arrow.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Key of the node it starts at.
    pub from: String,
    /// Key of the node it leads to.
    pub to: String,
    /// Decides the stroke.
    pub kind: EdgeKind,
    /// Verb on the arrow; may be empty.
    pub label: String,
    /// Verb in the table, in the row of `from`; empty: `label`.
    pub words: String,
    /// Verb in the table, in the row of `to`; empty: nothing is said there.
    pub back: String,
}

/// What an arrow means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeKind {
    /// Elects or sends: thick, with a head.
    Sends,
    /// Belongs to: thin, without a head.
    Belongs,
    /// Cooperates: dashed.
    Cooperates,
}

/// Draws the network. The table has one row for each node, also for those that share one box.
#[must_use]
pub fn draw(network: &Network) -> Picture {
    Picture {
        svg_wide: wide::draw(network),
        svg_phone: Some(phone::draw(network)),
        title: network.about.title.clone(),
        description: network.about.description.clone(),
        key: key::key(network),
        credit: None,
        table: table(network),
    }
}

/// A box as it is drawn: a node, or the one that stands for several.
struct Drawn<'a> {
    node: &'a Node,
    /// Name if it stands for several.
    more: Option<&'a str>,
    /// How many nodes it stands for.
    marks: usize,
}

/// The boxes of a list of nodes, after collapsing.
fn drawn<'a>(nodes: &'a [Node], more: &'a str) -> Vec<Drawn<'a>> {
    let hidden = hidden(nodes.len());
    let shown = nodes.len() - hidden;
    let mut out: Vec<Drawn<'a>> = nodes.iter().take(shown).map(|node| Drawn { node, more: None, marks: 1 }).collect();
    if let Some(node) = nodes.get(shown) {
        out.push(Drawn { node, more: Some(more), marks: hidden });
    }
    out
}

/// Class of a box.
fn class(drawn: &Drawn<'_>) -> &'static str {
    match (drawn.more, drawn.node.kind) {
        (Some(_), _) => "box more",
        (None, Kind::Network) => "box k",
        (None, Kind::Body) => "box a",
        (None, Kind::Partner) => "box p",
        (None, Kind::Outside | Kind::Member) => "box",
    }
}

fn table(network: &Network) -> Table {
    let nodes = || network.layers.iter().flat_map(|layer| &layer.nodes).chain(&network.partners);
    let names: BTreeMap<&str, String> = nodes().map(|node| (node.key.as_str(), plain(&node.title))).collect();
    // Arrows by the node they start at and the one they lead to: with hundreds of nodes, asking each arrow is too slow.
    let mut starts: BTreeMap<&str, Vec<&Edge>> = BTreeMap::new();
    let mut leads: BTreeMap<&str, Vec<&Edge>> = BTreeMap::new();
    for edge in &network.edges {
        starts.entry(&edge.from).or_default().push(edge);
        leads.entry(&edge.to).or_default().push(edge);
    }
    let mut rows = Vec::new();
    for node in nodes() {
        let mut said: Vec<(String, Vec<String>)> = Vec::new();
        let mut say = |verb: &str, whom: Option<&String>| {
            let (verb, Some(whom)) = (verb.trim(), whom) else { return };
            if verb.is_empty() {
                return;
            }
            match said.iter_mut().find(|(known, _)| known == verb) {
                Some((_, all)) => all.push(whom.clone()),
                None => said.push((verb.to_owned(), vec![whom.clone()])),
            }
        };
        for edge in starts.get(node.key.as_str()).into_iter().flatten() {
            say(if edge.words.is_empty() { &edge.label } else { &edge.words }, names.get(edge.to.as_str()));
        }
        for edge in leads.get(node.key.as_str()).into_iter().flatten() {
            say(&edge.back, names.get(edge.from.as_str()));
        }
        let connection: Vec<String> = said.iter().map(|(verb, all)| format!("{verb}: {}", all.join(", "))).collect();
        rows.push(Row {
            cells: vec![
                Cell::link(plain(&node.title), node.href.as_ref()),
                Cell::text(plain(&node.subtitle)),
                Cell::text(connection.join("; ")),
            ],
        });
    }
    Table { caption: network.about.table_caption.clone(), head: network.about.table_head.clone(), rows }
}

#[cfg(test)]
mod tests;
