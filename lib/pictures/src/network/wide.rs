//! The wide drawing.
use super::layout::{Layout, Line, Place, Spot, WIDTH, layout};
use super::{EdgeKind, Kind, Network, class};
use crate::svg::{Screen, balance, count, esc, n, open, text};
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub(super) fn draw(network: &Network) -> String {
    let plan = layout(network);
    let mut out = open(&network.about, Screen::Wide, "", WIDTH, plan.height, network.linked);
    for (x, heading) in &plan.heads {
        out.push_str(&text("h", *x, 17.0, heading));
    }
    let mut labels = Vec::new();
    out.push_str("<g aria-hidden=\"true\">");
    let docks = if network.heads { docks(&plan) } else { vec![None; plan.lines.len()] };
    for (at, line) in plan.lines.iter().enumerate() {
        edge(&mut out, &plan, line, docks.get(at).copied().unwrap_or_default(), &mut labels);
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

/// An end of a line at a box: the height of its other box, its line, and whether it begins here.
type Met = (f64, usize, bool);

/// How far from the middle of their boxes the two ends of each line stand, so that no two ends meet.
fn docks(plan: &Layout<'_>) -> Vec<Option<(f64, f64)>> {
    let mut found = vec![Some((0.0, 0.0)); plan.lines.len()];
    let mut ends: BTreeMap<(Place, bool), Vec<Met>> = BTreeMap::new();
    for (at, line) in plan.lines.iter().enumerate() {
        let (Place::Layer(from, _), Place::Layer(to, _)) = (line.from, line.to) else { continue };
        let (Some(a), Some(b)) = (plan.spot(line.from), plan.spot(line.to)) else { continue };
        // Lines leave to the right, also those inside a layer; only the box further right is met from the left.
        ends.entry((line.from, from <= to)).or_default().push((b.middle(), at, true));
        ends.entry((line.to, to <= from)).or_default().push((a.middle(), at, false));
    }
    for ((place, _), mut met) in ends {
        met.sort_by(|a, b| a.0.total_cmp(&b.0));
        let height = plan.spot(place).map_or(0.0, |spot| spot.h);
        let step = ((height - 16.0) / count(met.len())).min(18.0);
        for (nth, (_, at, begins)) in met.iter().enumerate() {
            let off = (count(nth) - (count(met.len()) - 1.0) / 2.0) * step;
            if let Some(Some(dock)) = found.get_mut(*at) {
                *(if *begins { &mut dock.0 } else { &mut dock.1 }) = off;
            }
        }
    }
    found
}

/// `dock`: see [`docks`]; with one, each line has a head.
fn edge(out: &mut String, plan: &Layout<'_>, line: &Line<'_>, dock: Option<(f64, f64)>, labels: &mut Vec<Label>) {
    let (Some(a), Some(b)) = (plan.spot(line.from), plan.spot(line.to)) else { return };
    let class = match line.edge.kind {
        EdgeKind::Sends => "e d",
        EdgeKind::Belongs => "e",
        EdgeKind::Cooperates => "e dash",
    };
    let head = if line.edge.kind == EdgeKind::Sends { "hd" } else { "hm" };
    let pointed = dock.is_some() || line.edge.kind != EdgeKind::Belongs;
    let (off_a, off_b) = dock.unwrap_or_default();
    match (line.from, line.to) {
        (Place::Layer(from, _), Place::Layer(to, _)) if from == to => {
            inside(out, (a, a.middle() + off_a), (b, b.middle() + off_b), (class, head), pointed);
        }
        (Place::Layer(from, _), Place::Layer(to, _)) => {
            let forward = from < to;
            let (left, right) = if forward { (a, b) } else { (b, a) };
            let (off_left, off_right) = if forward { (off_a, off_b) } else { (off_b, off_a) };
            let (y_left, y_right) = (left.middle() + off_left, right.middle() + off_right);
            let (lo, hi) = (from.min(to), from.max(to));
            let start = left.right() + if pointed && !forward { 9.0 } else { 0.0 };
            let end = right.x - if pointed && forward { 9.0 } else { 0.0 };
            let mut path = format!("M{} {}", n(start), n(y_left));
            let (mut x, mut y) = (start, y_left);
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
            bend(&mut path, (x, y), (end, y_right));
            let _ = write!(out, "<path class=\"{class}\" d=\"{path}\"/>");
            if pointed && forward {
                let _ = write!(out, "<path class=\"{head}\" d=\"M{} {}l-11-6v12z\"/>", n(right.x), n(y_right));
            } else if pointed {
                let _ = write!(out, "<path class=\"{head}\" d=\"M{} {}l11-6v12z\"/>", n(left.right()), n(y_left));
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

/// An arrow between two boxes of one layer swings out to the right, the further the longer it is.
fn inside(
    out: &mut String,
    (a, from): (&Spot<'_>, f64),
    (b, to): (&Spot<'_>, f64),
    (class, head): (&str, &str),
    pointed: bool,
) {
    let (x, bulge) = (a.right(), a.right() + 30.0 + ((from - to).abs() / 8.0).min(32.0));
    let stop = b.right() + if pointed { 9.0 } else { 0.0 };
    let _ = write!(
        out,
        "<path class=\"{class}\" d=\"M{} {}C{} {} {} {} {} {}\"/>",
        n(x),
        n(from),
        n(bulge),
        n(from),
        n(bulge),
        n(to),
        n(stop),
        n(to)
    );
    if pointed {
        let _ = write!(out, "<path class=\"{head}\" d=\"M{} {}l11-6v12z\"/>", n(b.right()), n(to));
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
