//! The wide drawing.
use super::layout::{Layout, Line, Place, Spot, WIDTH, layout};
use super::{EdgeKind, Kind, Network, class};
use crate::svg::{Screen, balance, esc, n, open, text};
use std::fmt::Write as _;

pub(super) fn draw(network: &Network) -> String {
    let plan = layout(network);
    let mut out = open(&network.about, Screen::Wide, "", WIDTH, plan.height, network.linked);
    for (x, heading) in &plan.heads {
        out.push_str(&text("h", *x, 17.0, heading));
    }
    let mut labels = Vec::new();
    out.push_str("<g aria-hidden=\"true\">");
    for line in &plan.lines {
        edge(&mut out, &plan, line, &mut labels);
    }
    out.push_str("</g>");
    for spot in plan.layers.iter().flatten().chain(&plan.partners) {
        node(&mut out, spot, network.linked);
    }
    write_labels(&mut out, labels);
    out.push_str("</svg>");
    out
}

/// A box with its words in the middle.
fn node(out: &mut String, spot: &Spot<'_>, linked: bool) {
    let href = spot.drawn.node.href.as_ref().filter(|_| linked && spot.drawn.more.is_none());
    if let Some(href) = href {
        let _ = write!(out, "<a href=\"{}\">", esc(href));
    }
    let class = class(&spot.drawn);
    let _ = write!(
        out,
        "<g data-mark=\"{}\"><rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"12\"/>",
        spot.drawn.marks,
        n(spot.x),
        n(spot.y),
        n(spot.w),
        n(spot.h)
    );
    let filled = spot.drawn.node.kind == Kind::Network && spot.drawn.more.is_none();
    let (title, subtitle) = if filled { ("t mi onk", "s mi onk") } else { ("t mi", "s mi") };
    let lines = spot.title.iter().map(|l| (title, l, 19.0)).chain(spot.subtitle.iter().map(|l| (subtitle, l, 18.0)));
    let tall: f64 = lines.clone().map(|(_, _, step)| step).sum();
    let mut y = spot.middle() - tall / 2.0 + 14.5;
    for (class, line, step) in lines {
        out.push_str(&text(class, spot.x + spot.w / 2.0, y, line));
        y += step;
    }
    out.push_str("</g>");
    if href.is_some() {
        out.push_str("</a>");
    }
}

/// Words on arrows and the point above which they stand.
struct Label {
    x: f64,
    y: f64,
    lines: Vec<String>,
    /// Words, sender and direction: arrows alike in these share one label.
    key: (String, Place, bool),
    /// How many arrows share it.
    shared: f64,
}

fn edge(out: &mut String, plan: &Layout<'_>, line: &Line<'_>, labels: &mut Vec<Label>) {
    let (Some(a), Some(b)) = (plan.spot(line.from), plan.spot(line.to)) else { return };
    let class = match line.edge.kind {
        EdgeKind::Sends => "e d",
        EdgeKind::Belongs => "e",
        EdgeKind::Cooperates => "e dash",
    };
    let head = if line.edge.kind == EdgeKind::Sends { "hd" } else { "hm" };
    let pointed = line.edge.kind != EdgeKind::Belongs;
    match (line.from, line.to) {
        (Place::Layer(from, _), Place::Layer(to, _)) if from == to => inside(out, line, (a, b), (class, head)),
        (Place::Layer(from, _), Place::Layer(to, _)) => {
            let forward = from < to;
            let (left, right) = if forward { (a, b) } else { (b, a) };
            let (lo, hi) = (from.min(to), from.max(to));
            let start = left.right() + if pointed && !forward { 9.0 } else { 0.0 };
            let end = right.x - if pointed && forward { 9.0 } else { 0.0 };
            let mut path = format!("M{} {}", n(start), n(left.middle()));
            let (mut x, mut y) = (start, left.middle());
            for layer in lo + 1..hi {
                let (Some(&lane), Some(spot)) =
                    (plan.lanes.get(&(layer, line.to)), plan.layers.get(layer).and_then(|l| l.first()))
                else {
                    continue;
                };
                bend(&mut path, (x, y), (spot.x - 6.0, lane));
                let _ = write!(path, "H{}", n(spot.right() + 6.0));
                (x, y) = (spot.right() + 6.0, lane);
            }
            bend(&mut path, (x, y), (end, right.middle()));
            let _ = write!(out, "<path class=\"{class}\" d=\"{path}\"/>");
            if pointed && forward {
                let _ = write!(out, "<path class=\"{head}\" d=\"M{} {}l-11-6v12z\"/>", n(right.x), n(right.middle()));
            } else if pointed {
                let _ =
                    write!(out, "<path class=\"{head}\" d=\"M{} {}l11-6v12z\"/>", n(left.right()), n(left.middle()));
            }
            if !line.edge.label.is_empty() {
                // In the first gap after the sender, where several equal words meet in one.
                let gap = if forward {
                    (left.right(), plan.layers.get(lo + 1).and_then(|l| l.first()).map_or(end, |s| s.x))
                } else {
                    (left.right(), right.x)
                };
                let room = gap.1 - gap.0 - 20.0;
                let y = if hi == lo + 1 { f64::midpoint(left.middle(), right.middle()) } else { left.middle() };
                push_label(
                    labels,
                    Label {
                        x: f64::midpoint(gap.0, gap.1),
                        y,
                        lines: balance(&line.edge.label, room, 14.0, 3),
                        key: (line.edge.label.clone(), line.from, forward),
                        shared: 1.0,
                    },
                );
            }
        }
        (Place::Layer(layer, index), Place::Partner(_)) => beside(out, plan, (layer, index), a, b, class, Some(head)),
        (Place::Partner(_), Place::Layer(layer, index)) => beside(out, plan, (layer, index), b, a, class, None),
        (Place::Partner(_), Place::Partner(_)) => {}
    }
}

/// An arrow between two boxes of one layer swings out to the right.
fn inside(out: &mut String, line: &Line<'_>, (a, b): (&Spot<'_>, &Spot<'_>), (class, head): (&str, &str)) {
    let (x, bulge) = (a.right(), a.right() + 40.0);
    let stop = if line.edge.kind == EdgeKind::Belongs { x } else { x + 9.0 };
    let _ = write!(
        out,
        "<path class=\"{class}\" d=\"M{} {}C{} {} {} {} {} {}\"/>",
        n(x),
        n(a.middle()),
        n(bulge),
        n(a.middle()),
        n(bulge),
        n(b.middle()),
        n(stop),
        n(b.middle())
    );
    if line.edge.kind != EdgeKind::Belongs {
        let _ = write!(out, "<path class=\"{head}\" d=\"M{} {}l11-6v12z\"/>", n(x), n(b.middle()));
    }
}

/// To a partner below: down beside or under the box, then to the right.
fn beside(
    out: &mut String,
    plan: &Layout<'_>,
    (layer, index): (usize, usize),
    a: &Spot<'_>,
    b: &Spot<'_>,
    class: &str,
    head: Option<&str>,
) {
    let last = plan.layers.get(layer).is_some_and(|l| index + 1 == l.len());
    let lane = plan.lanes.keys().any(|(at, _)| *at == layer);
    let stop = b.x - if head.is_some() { 9.0 } else { 0.0 };
    if last && !lane && a.x + a.w / 2.0 < b.x - 12.0 {
        let _ = write!(
            out,
            "<path class=\"{class}\" d=\"M{} {}V{}H{}\"/>",
            n(a.x + a.w / 2.0),
            n(a.y + a.h),
            n(b.middle()),
            n(stop)
        );
    } else if a.right() + 16.0 < b.x - 12.0 {
        let _ = write!(
            out,
            "<path class=\"{class}\" d=\"M{} {}h16V{}H{}\"/>",
            n(a.right()),
            n(a.middle() + 8.0),
            n(b.middle()),
            n(stop)
        );
    } else {
        // The box stands to the right of the partner: come down and enter from above.
        let x = (a.x - 16.0).max(b.x + 24.0);
        let _ = write!(
            out,
            "<path class=\"{class}\" d=\"M{} {}H{}V{}\"/>",
            n(a.x),
            n(a.middle() + 8.0),
            n(x),
            n(b.y - if head.is_some() { 9.0 } else { 0.0 })
        );
        if let Some(head) = head {
            let _ = write!(out, "<path class=\"{head}\" d=\"M{} {}l-6-11h12z\"/>", n(x), n(b.y));
        }
        return;
    }
    if let Some(head) = head {
        let _ = write!(out, "<path class=\"{head}\" d=\"M{} {}l-11-6v12z\"/>", n(b.x), n(b.middle()));
    }
}

fn bend(path: &mut String, from: (f64, f64), to: (f64, f64)) {
    let mid = f64::midpoint(from.0, to.0);
    let _ = write!(path, "C{} {} {} {} {} {}", n(mid), n(from.1), n(mid), n(to.1), n(to.0), n(to.1));
}

/// The same words on arrows of one box are said once, in the middle of their arrows.
fn push_label(labels: &mut Vec<Label>, label: Label) {
    if let Some(known) = labels.iter_mut().find(|known| known.key == label.key && (known.x - label.x).abs() < 1.0) {
        known.y = (known.y * known.shared + label.y) / (known.shared + 1.0);
        known.shared += 1.0;
    } else {
        labels.push(label);
    }
}

/// Writes labels above their arrows; what would overlap is pushed down.
fn write_labels(out: &mut String, mut labels: Vec<Label>) {
    labels.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let mut floor: Option<(f64, f64)> = None;
    for label in &labels {
        let tall: f64 = label.lines.iter().map(|_| 17.0).sum();
        let mut top = label.y - 9.0 - tall;
        if let Some((x, bottom)) = floor
            && (x - label.x).abs() < 60.0
        {
            top = top.max(bottom + 4.0);
        }
        let mut y = top;
        for line in &label.lines {
            y += 17.0;
            out.push_str(&text("l o mi", label.x, y, line));
        }
        floor = Some((label.x, y));
    }
}
