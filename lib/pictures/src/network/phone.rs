//! The narrow drawing: the same boxes from top to bottom, one arrow between layers.
use super::{Drawn, EdgeKind, Kind, Network, class, drawn};
use crate::svg::{PHONE, Screen, esc, n, open, text, width, wrap};
use std::collections::BTreeSet;
use std::fmt::Write as _;

pub(super) fn draw(network: &Network) -> String {
    let mut body = String::new();
    let mut y = 0.0;
    let layers: Vec<_> = network.layers.iter().filter(|layer| !layer.nodes.is_empty()).collect();
    for (at, layer) in layers.iter().enumerate() {
        // The network itself needs no heading: its name stands in the box.
        if !(layer.nodes.len() == 1 && layer.nodes.iter().all(|node| node.kind == Kind::Network)) {
            y = heading(&mut body, y, &layer.heading);
        }
        for one in drawn(&layer.nodes, &layer.more) {
            y = node(&mut body, &one, y, network.linked);
        }
        if let Some(next) = layers.get(at + 1) {
            y = arrow(&mut body, y, &layer.link, kind_between(network, layer, next));
        }
    }
    if !network.partners.is_empty() {
        y = heading(&mut body, y + 16.0, &network.partners_heading);
        for one in drawn(&network.partners, &network.more_partners) {
            y = node(&mut body, &one, y, network.linked);
        }
    }
    format!("{}{body}</svg>", open(&network.about, Screen::Phone, "", PHONE, y - 4.0, network.linked))
}

fn heading(out: &mut String, mut y: f64, words: &str) -> f64 {
    for line in wrap(words, PHONE, 14.5, 2) {
        y += 18.0;
        out.push_str(&text("h", 0.0, y - 3.0, &line));
    }
    y + 6.0
}

/// A box; short words share a line with their subtitle. Returns where the next may start.
fn node(out: &mut String, one: &Drawn<'_>, y: f64, linked: bool) -> f64 {
    let words = one.more.unwrap_or(&one.node.title);
    let subtitle = if one.more.is_some() { "" } else { one.node.subtitle.as_str() };
    let central = matches!(one.node.kind, Kind::Network | Kind::Body) && one.more.is_none();
    let together = !central && width(words, 16.0) + width(subtitle, 14.0) + 44.0 < PHONE;
    let lines = wrap(words, PHONE - 28.0, 16.0, 4);
    let small = if together { Vec::new() } else { wrap(subtitle, PHONE - 28.0, 13.5, 2) };
    let tall: f64 = lines.iter().map(|_| 19.0).sum::<f64>() + small.iter().map(|_| 18.0).sum::<f64>();
    let h = tall + if central { 26.0 } else { 19.0 };
    let href = one.node.href.as_ref().filter(|_| linked && one.more.is_none());
    if let Some(href) = href {
        let _ = write!(out, "<a href=\"{}\">", esc(href));
    }
    let _ = write!(
        out,
        "<g data-mark=\"{}\"><rect class=\"{}\" x=\"1\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"10\"/>",
        one.marks,
        class(one),
        n(y),
        n(PHONE - 2.0),
        n(h)
    );
    let on = if one.node.kind == Kind::Network && one.more.is_none() { " onk" } else { "" };
    let (x, middle) = if central { (PHONE / 2.0, " mi") } else { (13.0, "") };
    let mut line_y = y + (h - tall) / 2.0 + 14.5;
    if together && !subtitle.is_empty() {
        out.push_str(&text("s en", PHONE - 13.0, line_y, subtitle));
    }
    for line in &lines {
        out.push_str(&text(&format!("t{middle}{on}"), x, line_y, line));
        line_y += 19.0;
    }
    for line in &small {
        out.push_str(&text(&format!("s{middle}{on}"), x, line_y, line));
        line_y += 18.0;
    }
    out.push_str("</g>");
    if href.is_some() {
        out.push_str("</a>");
    }
    y + h + 7.0
}

/// The arrow between layers with its words. `None`: the layers do not touch, so only space.
fn arrow(out: &mut String, y: f64, words: &str, kind: Option<EdgeKind>) -> f64 {
    let Some(kind) = kind else { return y + 14.0 };
    let (line, head) = match kind {
        EdgeKind::Sends => ("e d", "hd"),
        EdgeKind::Belongs => ("e", "hm"),
        EdgeKind::Cooperates => ("e dash", "hm"),
    };
    let lines = wrap(words, PHONE - 80.0, 14.0, 3);
    let tall = lines.iter().map(|_| 18.0).sum::<f64>().max(20.0) + 18.0;
    let _ = write!(
        out,
        "<g aria-hidden=\"true\"><path class=\"{line}\" d=\"M52 {}V{}\"/><path class=\"{head}\" d=\"M52 {}l-6-11h12z\"/></g>",
        n(y - 4.0),
        n(y + tall - 12.0),
        n(y + tall - 3.0)
    );
    let mut line_y = y + (tall - lines.iter().map(|_| 18.0).sum::<f64>()) / 2.0 + 11.0;
    for words in &lines {
        out.push_str(&text("l", 70.0, line_y, words));
        line_y += 18.0;
    }
    y + tall + 1.0
}

fn keys(layer: &super::Layer) -> BTreeSet<&str> {
    layer.nodes.iter().map(|node| node.key.as_str()).collect()
}

/// The strongest relation between two layers, in either direction.
fn kind_between(network: &Network, a: &super::Layer, b: &super::Layer) -> Option<EdgeKind> {
    let (a, b) = (keys(a), keys(b));
    let mut kinds = network
        .edges
        .iter()
        .filter(|e| {
            (a.contains(e.from.as_str()) && b.contains(e.to.as_str()))
                || (b.contains(e.from.as_str()) && a.contains(e.to.as_str()))
        })
        .map(|e| e.kind);
    let first = kinds.next()?;
    Some(
        kinds.fold(
            first,
            |best, kind| if kind == EdgeKind::Sends || best == EdgeKind::Cooperates { kind } else { best },
        ),
    )
}
