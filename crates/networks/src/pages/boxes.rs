//! What stands in the boxes of the network picture, and small helpers of its arrows.

use pictures::network::{Edge, EdgeKind as Arrow, Layer, Node};

use super::world::{World, only_advises};
use crate::{Body, BodyKind, SeatKind, words::T};

/// Names longer than this do not fit into a box.
const LONG: usize = 56;

/// The name as it fits into a box: a long one gives way to the short one.
#[must_use]
pub fn fitting(body: &Body, lang: kernel::Lang) -> &str {
    let name = body.name_in(lang);
    body.short_name.as_deref().filter(|_| name.chars().count() > LONG).unwrap_or(name)
}

/// How large a body is, in words: „7 gewählte Mitglieder", „beratend, 2 Sitze". Empty where the reader may not know.
#[must_use]
pub fn size_of(t: T, world: &World, body: &Body) -> String {
    let seats: Vec<_> = world.seats_of(body.id).filter(|s| s.is_member_seat()).collect();
    if seats.is_empty() {
        return String::new();
    }
    if body.kind == BodyKind::Outside {
        return if only_advises(seats.iter().copied()) { t.seats_advisory(seats.len()) } else { t.seats(seats.len()) };
    }
    let filled = seats.iter().filter(|s| s.occupied).count();
    match (filled, seats.iter().all(|s| s.kind == SeatKind::Elected)) {
        (0, _) => t.seats_vacant(seats.len()),
        (_, true) => t.members_elected(filled),
        (_, false) => t.members(filled),
    }
}

/// An arrow.
#[must_use]
pub fn edge(from: &str, to: &str, kind: Arrow, label: &str, words: &str, back: &str) -> Edge {
    Edge {
        from: from.to_owned(),
        to: to.to_owned(),
        kind,
        label: label.to_owned(),
        words: words.to_owned(),
        back: back.to_owned(),
    }
}

/// Keeps the box and what an arrow leads to or from it.
pub fn keep_near(focus: &str, layers: &mut [Layer], partners: &mut Vec<Node>, edges: &mut Vec<Edge>) {
    edges.retain(|e| e.from == focus || e.to == focus);
    let near = |n: &Node| n.key == focus || edges.iter().any(|e| e.from == n.key || e.to == n.key);
    for layer in layers {
        layer.nodes.retain(near);
    }
    partners.retain(near);
}

/// Text as a value of a query.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
