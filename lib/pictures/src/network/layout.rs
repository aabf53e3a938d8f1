//! Where the boxes of the wide drawing stand.
use super::{Drawn, Kind, Network, drawn};
use crate::svg::{balance, count};
use std::collections::BTreeMap;

/// Width of the wide drawing in user units, about as many pixels as the page is wide.
pub(super) const WIDTH: f64 = 1040.0;
/// Space below the headings.
pub(super) const TOP: f64 = 36.0;
const GAP: f64 = 14.0;
const LANE: f64 = 18.0;
const PARTNER_HEIGHT: f64 = 46.0;
const PARTNER_WIDTH: f64 = 380.0;

/// A placed box.
pub(super) struct Spot<'a> {
    pub drawn: Drawn<'a>,
    pub title: Vec<String>,
    pub subtitle: Vec<String>,
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

impl Spot<'_> {
    pub fn middle(&self) -> f64 {
        self.y + self.h / 2.0
    }
    pub fn right(&self) -> f64 {
        self.x + self.w
    }
}

/// An arrow between boxes, several equal ones joined.
pub(super) struct Line<'a> {
    pub from: Place,
    pub to: Place,
    pub edge: &'a super::Edge,
}

/// Which box: layer and index, or a partner.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Layer(usize, usize),
    Partner(usize),
}

pub(super) struct Layout<'a> {
    pub height: f64,
    /// Left edge and heading of each layer.
    pub heads: Vec<(f64, &'a str)>,
    pub layers: Vec<Vec<Spot<'a>>>,
    pub partners: Vec<Spot<'a>>,
    pub lines: Vec<Line<'a>>,
    /// Height at which an arrow to this box passes this layer.
    pub lanes: BTreeMap<(usize, Place), f64>,
}

impl<'a> Layout<'a> {
    pub fn spot(&self, place: Place) -> Option<&Spot<'a>> {
        match place {
            Place::Layer(layer, index) => self.layers.get(layer)?.get(index),
            Place::Partner(index) => self.partners.get(index),
        }
    }
}

/// Places everything. Deterministic: order comes from the caller and, in later layers, from where arrows come.
pub(super) fn layout(network: &Network) -> Layout<'_> {
    let mut columns: Vec<(&str, Vec<Drawn<'_>>)> = network
        .layers
        .iter()
        .filter(|l| !l.nodes.is_empty())
        .map(|l| (l.heading.as_str(), drawn(&l.nodes, &l.more)))
        .collect();
    let home = homes(network);
    let partners = drawn(&network.partners, &network.more_partners);
    for at in 1..columns.len() {
        untangle(network, &home, &mut columns, at);
    }

    // Where each key is drawn now; keys that share a box share its place.
    let mut places: BTreeMap<&str, Place> = BTreeMap::new();
    for (layer, (_, boxes)) in columns.iter().enumerate() {
        for (index, one) in boxes.iter().enumerate() {
            for key in keys(network, &one.drawn_key()) {
                places.insert(key, Place::Layer(layer, index));
            }
        }
    }
    for (index, one) in partners.iter().enumerate() {
        for key in keys(network, &one.drawn_key()) {
            places.insert(key, Place::Partner(index));
        }
    }
    let mut lines: Vec<Line<'_>> = Vec::new();
    for edge in &network.edges {
        let (Some(&from), Some(&to)) = (places.get(edge.from.as_str()), places.get(edge.to.as_str())) else { continue };
        let twin = |line: &Line<'_>| {
            line.from == from && line.to == to && line.edge.kind == edge.kind && line.edge.label == edge.label
        };
        if from != to && !lines.iter().any(twin) {
            lines.push(Line { from, to, edge });
        }
    }

    let (x, w) = spread(columns.len(), &lines);
    let lane_lists: Vec<Vec<Place>> = (0..columns.len()).map(|layer| passing(&lines, layer)).collect();
    let mut layers: Vec<Vec<Spot<'_>>> = Vec::new();
    let mut heads = Vec::new();
    for (layer, (heading, boxes)) in columns.into_iter().enumerate() {
        let left = x.get(layer).copied().unwrap_or(0.0);
        heads.push((left, heading));
        layers.push(boxes.into_iter().map(|one| measure(one, left, w)).collect());
    }
    let tall = |spots: &[Spot<'_>], lanes: usize| -> f64 {
        let inner: f64 = spots.iter().map(|s| s.h + GAP).sum();
        inner - GAP + if lanes > 0 { lanes_height(lanes) } else { 0.0 }
    };
    let body = layers.iter().zip(&lane_lists).map(|(spots, lanes)| tall(spots, lanes.len())).fold(0.0, f64::max);
    let mut lanes = BTreeMap::new();
    for (layer, spots) in layers.iter_mut().enumerate() {
        let passing = lane_lists.get(layer).map_or(&[][..], Vec::as_slice);
        let mut y = TOP + (body - tall(spots, passing.len())) / 2.0;
        for spot in spots.iter_mut() {
            spot.y = y;
            y += spot.h + GAP;
        }
        y += LANE / 2.0;
        for place in passing {
            lanes.insert((layer, *place), y);
            y += LANE;
        }
    }
    // Partners stand as far right as the layers reach, and right of every arrow that comes down to them.
    let reach = x.last().copied().unwrap_or(0.0) + w;
    let down = lines.iter().filter_map(|line| match (line.from, line.to) {
        (Place::Layer(layer, index), Place::Partner(_)) | (Place::Partner(_), Place::Layer(layer, index)) => {
            let spot = layers.get(layer)?.get(index)?;
            let below =
                layers.get(layer).is_some_and(|l| index + 1 == l.len()) && !lanes.keys().any(|(at, _)| *at == layer);
            Some(if below { spot.x + spot.w / 2.0 + 40.0 } else { spot.right() + 46.0 })
        }
        _ => None,
    });
    let partner_x = down.fold((reach - PARTNER_WIDTH).max(120.0), f64::max).min(WIDTH - 232.0);
    let partner_width = (WIDTH - 1.0 - partner_x).min(PARTNER_WIDTH);
    let mut y = TOP + body + 30.0;
    let mut partner_spots = Vec::new();
    for one in partners {
        let mut spot = measure(one, partner_x, partner_width);
        (spot.y, spot.h) = (y, PARTNER_HEIGHT.max(spot.h));
        y += spot.h + GAP;
        partner_spots.push(spot);
    }
    let height = if partner_spots.is_empty() { TOP + body + 6.0 } else { y - GAP + 6.0 };
    Layout { height, heads, layers, partners: partner_spots, lines, lanes }
}

fn lanes_height(lanes: usize) -> f64 {
    LANE * count(lanes) + LANE / 2.0
}

impl Drawn<'_> {
    /// What the box stands for: one key, or the list that was cut.
    fn drawn_key(&self) -> (String, usize) {
        (self.node.key.clone(), self.marks)
    }
}

/// All keys that share a box: the one given and, if it stands for several, those after it in its list.
fn keys<'a>(network: &'a Network, (first, marks): &(String, usize)) -> Vec<&'a str> {
    for list in network.layers.iter().map(|l| &l.nodes).chain(std::iter::once(&network.partners)) {
        if let Some(at) = list.iter().position(|node| node.key == *first) {
            return list.iter().skip(at).take(*marks).map(|node| node.key.as_str()).collect();
        }
    }
    Vec::new()
}

/// Layer and relative height (0 to 1) of each key, before anything is turned.
fn homes(network: &Network) -> BTreeMap<&str, f64> {
    let mut out = BTreeMap::new();
    for layer in &network.layers {
        let boxes = drawn(&layer.nodes, &layer.more);
        for (index, one) in boxes.iter().enumerate() {
            for key in keys(network, &one.drawn_key()) {
                out.insert(key, share(index, boxes.len()));
            }
        }
    }
    out
}

/// Middle of the `index`-th of `of` equal parts.
fn share(index: usize, of: usize) -> f64 {
    (count(index) + 0.5) / count(of).max(1.0)
}

/// Orders one layer by where its arrows come from; who has none keeps the place. The collapsed node stays last.
fn untangle<'a>(
    network: &'a Network,
    home: &BTreeMap<&'a str, f64>,
    columns: &mut [(&'a str, Vec<Drawn<'a>>)],
    at: usize,
) {
    // Where the keys of earlier layers are drawn now; only arrows from there count.
    let mut rank: BTreeMap<&str, f64> = BTreeMap::new();
    for (_, boxes) in columns.iter().take(at) {
        for (index, one) in boxes.iter().enumerate() {
            for key in keys(network, &one.drawn_key()) {
                rank.insert(key, share(index, boxes.len()));
            }
        }
    }
    let Some((_, boxes)) = columns.get_mut(at) else { return };
    let weight = |one: &Drawn<'_>| -> f64 {
        if one.more.is_some() {
            return 2.0;
        }
        let from: Vec<f64> = network
            .edges
            .iter()
            .filter(|edge| edge.to == one.node.key)
            .filter_map(|edge| rank.get(edge.from.as_str()).copied())
            .collect();
        if from.is_empty() {
            home.get(one.node.key.as_str()).copied().unwrap_or(0.5)
        } else {
            from.iter().sum::<f64>() / count(from.len())
        }
    };
    let mut weighted: Vec<(f64, Drawn<'a>)> =
        std::mem::take(boxes).into_iter().map(|one| (weight(&one), one)).collect();
    weighted.sort_by(|a, b| a.0.total_cmp(&b.0));
    *boxes = weighted.into_iter().map(|(_, one)| one).collect();
}

/// Left edges of the layers and the width of their boxes. Gaps with words are wider.
fn spread(layers: usize, lines: &[Line<'_>]) -> (Vec<f64>, f64) {
    if layers == 0 {
        return (Vec::new(), 200.0);
    }
    let mut gaps = Vec::new();
    for gap in 0..layers.saturating_sub(1) {
        let spoken = lines.iter().any(|line| {
            let (Place::Layer(a, _), Place::Layer(b, _)) = (line.from, line.to) else { return false };
            !line.edge.label.is_empty() && a.min(b) == gap && a != b
        });
        gaps.push(if spoken { 112.0 } else { 74.0 });
    }
    // Arrows inside the last layer swing out to the right.
    let swing = lines.iter().any(
        |line| matches!((line.from, line.to), (Place::Layer(a, _), Place::Layer(b, _)) if a == b && a + 1 == layers),
    );
    let room = WIDTH - 2.0 - if swing { 56.0 } else { 0.0 };
    let parts = count(layers);
    let w = ((room - gaps.iter().sum::<f64>()) / parts).clamp(120.0, 250.0);
    let used = gaps.iter().sum::<f64>() + w * parts;
    let extra = if gaps.is_empty() { 0.0 } else { ((room - used) / (parts - 1.0)).clamp(0.0, 90.0) };
    let mut x = vec![1.0];
    for gap in &gaps {
        let last = x.last().copied().unwrap_or(1.0);
        x.push(last + w + gap + extra);
    }
    (x, w)
}

/// Boxes that arrows reach by passing this layer, each once.
fn passing(lines: &[Line<'_>], layer: usize) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for line in lines {
        if let (Place::Layer(a, _), Place::Layer(b, _)) = (line.from, line.to)
            && a.min(b) < layer
            && layer < a.max(b)
            && !out.contains(&line.to)
        {
            out.push(line.to);
        }
    }
    out
}

fn measure(drawn: Drawn<'_>, x: f64, w: f64) -> Spot<'_> {
    let words = drawn.more.unwrap_or(&drawn.node.title);
    let title = balance(words, w - 26.0, 16.0, 4);
    let subtitle = if drawn.more.is_some() { Vec::new() } else { balance(&drawn.node.subtitle, w - 20.0, 13.5, 2) };
    let lines = count(title.len()) * 19.0 + count(subtitle.len()) * 18.0;
    let air = if drawn.node.kind == Kind::Network && drawn.more.is_none() { 44.0 } else { 20.0 };
    Spot { drawn, title, subtitle, x, y: 0.0, w, h: (lines + air).max(44.0) }
}
