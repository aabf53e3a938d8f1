//! The same map on real boundaries, from `data/*.topo.json`.
use crate::geo::{REGION, STATE, Topology};
use crate::map::{MANY, Map, Place, Presence, Projection, Words, class, label};
use crate::svg::{Screen, id, open};
use crate::{About, Picture};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Source and change note the data must be shown with (GeoNutzV).
pub const CREDIT: &str = "© GeoBasis-DE / BKG, Daten verändert";

/// Width of the drawing; paths are drawn at [`FINE`] times that in whole numbers, which is shorter than fractions.
const WIDTH: f64 = 560.0;
const TALLEST: f64 = 680.0;
const FINE: f64 = 2.0;

/// Draws the map; `credit` is [`CREDIT`], or its translation that keeps the name of the source. One table row for each
/// place; a place whose key has no boundary stands in the table only. More than 80 places: areas of one state melt
/// into one shape that counts for all of them, with thin lines between the municipalities.
#[must_use]
pub fn draw(map: &Map, credit: &str, words: &Words) -> Picture {
    let regional = map.places.iter().all(|place| REGION.rings(&place.ags).is_some());
    let topology = if regional { &REGION } else { &STATE };
    let known: Vec<(&Place, &'static [&'static [i32]])> =
        map.places.iter().filter_map(|place| topology.rings(&place.ags).map(|rings| (place, rings))).collect();
    let About { title, description, .. } = map.about.clone();
    Picture {
        svg_wide: drawing(map, topology, &known),
        svg_phone: None,
        title,
        description,
        key: map.key(words),
        credit: Some(credit.to_owned()),
        table: map.table(),
    }
}

/// Points of an arc on the fine grid.
type Line = Vec<(i32, i32)>;
type Known<'a> = [(&'a Place, &'static [&'static [i32]])];

/// Index of an arc, and whether it is walked backwards.
fn arc_at(index: i32) -> (usize, bool) {
    let plain = if index < 0 { !index } else { index };
    // `build.rs` has checked that the index names an arc.
    (usize::try_from(plain).unwrap_or(usize::MAX), index < 0)
}

fn drawing(map: &Map, topology: &'static Topology, known: &Known<'_>) -> String {
    let used: BTreeSet<usize> =
        known.iter().flat_map(|(_, rings)| rings.iter().flat_map(|r| r.iter())).map(|i| arc_at(*i).0).collect();
    let degrees = |(x, y): &(i32, i32)| {
        (f64::from(*x) * topology.scale.0 + topology.shift.0, f64::from(*y) * topology.scale.1 + topology.shift.1)
    };
    let points = || used.iter().filter_map(|i| topology.arcs.get(*i)).flat_map(|arc| arc.iter()).map(degrees);
    let projection = Projection::around(points());
    let (mut lo, mut hi) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
    for (lon, lat) in points() {
        let (x, y) = projection.at(lon, lat);
        lo = (lo.0.min(x), lo.1.min(y));
        hi = (hi.0.max(x), hi.1.max(y));
    }
    if known.is_empty() {
        (lo, hi) = ((0.0, 0.0), (1.0, 1.0));
    }
    let scale = ((WIDTH - 4.0) / (hi.0 - lo.0)).min((TALLEST - 4.0) / (hi.1 - lo.1));
    let place = |lon: f64, lat: f64| {
        let (x, y) = projection.at(lon, lat);
        ((x - lo.0) * scale + 2.0, (y - lo.1) * scale + 2.0)
    };
    let arcs: BTreeMap<usize, Line> = used
        .iter()
        .filter_map(|index| {
            let arc = topology.arcs.get(*index)?;
            Some((
                *index,
                whole(arc.iter().map(|p| {
                    let (lon, lat) = degrees(p);
                    place(lon, lat)
                })),
            ))
        })
        .collect();

    let many = map.places.len() > MANY;
    let classes = if many { "mid geo many" } else { "mid geo" };
    let mut out =
        open(&map.about, Screen::Any, classes, (hi.0 - lo.0) * scale + 4.0, (hi.1 - lo.1) * scale + 4.0, false);
    let _ = write!(out, "<defs>{}</defs><g transform=\"scale(.5)\">", map.patterns("", 2));
    if many {
        melted(&mut out, map, known, &arcs);
    } else {
        for (place, rings) in known {
            let path: String = rings.iter().map(|ring| walk(ring, &arcs)).collect();
            let _ = write!(
                out,
                "<path data-mark=\"1\" class=\"{}\" d=\"{path}\"/>",
                class(place.presence, map.hue(place.group))
            );
        }
    }
    out.push_str(&overlay(map, known, &arcs));
    out.push_str("</g>");
    if !many {
        for (one, _) in known {
            let (x, y) = place(one.lon, one.lat);
            out.push_str(&label(one, map.hue(one.group), x, y + 5.0));
        }
    }
    out.push_str("</svg>");
    out
}

/// Points on the fine grid; points that fall together are one.
fn whole(points: impl Iterator<Item = (f64, f64)>) -> Vec<(i32, i32)> {
    let mut out: Vec<(i32, i32)> = Vec::new();
    for (x, y) in points {
        // The drawing is a thousand units wide, far inside the range.
        #[allow(clippy::cast_possible_truncation)]
        let point = ((x * FINE).round() as i32, (y * FINE).round() as i32);
        if out.last() != Some(&point) {
            out.push(point);
        }
    }
    out
}

/// Path of one ring.
fn walk(ring: &[i32], arcs: &BTreeMap<usize, Line>) -> String {
    let mut points: Vec<(i32, i32)> = Vec::new();
    for index in ring {
        let (at, back) = arc_at(*index);
        let Some(arc) = arcs.get(&at) else { continue };
        let mut add = |point: &(i32, i32)| {
            if points.last() != Some(point) {
                points.push(*point);
            }
        };
        if back { arc.iter().rev().for_each(&mut add) } else { arc.iter().for_each(&mut add) }
    }
    path(&points, true)
}

/// Relative steps; a minus sign separates, so most blanks can go.
fn path(points: &[(i32, i32)], closed: bool) -> String {
    let Some((x, y)) = points.first() else { return String::new() };
    let mut out = format!("M{x} {y}");
    let mut last = (*x, *y);
    for (index, point) in points.iter().enumerate().skip(1) {
        let (dx, dy) = (point.0 - last.0, point.1 - last.1);
        let _ = write!(
            out,
            "{}{dx}{}{dy}",
            if index == 1 {
                "l"
            } else if dx < 0 {
                ""
            } else {
                " "
            },
            if dy < 0 { "" } else { " " }
        );
        last = *point;
    }
    if closed {
        out.push('z');
    }
    out
}

/// Outline of several shapes together: arcs two of them share lie inside and fall away.
fn outline(shapes: &[&'static [&'static [i32]]], arcs: &BTreeMap<usize, Line>) -> String {
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    let all = || shapes.iter().flat_map(|rings| rings.iter()).flat_map(|ring| ring.iter());
    for index in all() {
        *times.entry(arc_at(*index).0).or_default() += 1;
    }
    let mut open: BTreeMap<(i32, i32), Vec<Line>> = BTreeMap::new();
    for index in all().filter(|index| times.get(&arc_at(**index).0) == Some(&1)) {
        let (at, back) = arc_at(*index);
        let Some(mut arc) = arcs.get(&at).cloned() else { continue };
        if back {
            arc.reverse();
        }
        if let Some(first) = arc.first().copied() {
            open.entry(first).or_default().push(arc);
        }
    }
    let mut out = String::new();
    while let Some(start) = open.keys().next().copied() {
        let mut points: Vec<(i32, i32)> = Vec::new();
        let mut here = start;
        while let Some(arc) = open.get_mut(&here).and_then(Vec::pop) {
            if open.get(&here).is_some_and(Vec::is_empty) {
                open.remove(&here);
            }
            let skip = usize::from(!points.is_empty());
            points.extend(arc.iter().skip(skip));
            here = arc.last().copied().unwrap_or(start);
            if here == start {
                break;
            }
        }
        if points.len() > 2 {
            out.push_str(&path(&points, true));
        } else {
            open.remove(&start);
        }
    }
    out
}

/// One shape for each group and state, then thin lines between the municipalities.
fn melted(out: &mut String, map: &Map, known: &Known<'_>, arcs: &BTreeMap<usize, Line>) {
    let mut parts: BTreeMap<(usize, Presence), Vec<&'static [&'static [i32]]>> = BTreeMap::new();
    for (place, rings) in known {
        parts.entry((place.group, place.presence)).or_default().push(rings);
    }
    for ((group, presence), shapes) in &parts {
        let _ = write!(
            out,
            "<path data-mark=\"{}\" class=\"{}\" fill-rule=\"evenodd\" d=\"{}\"/>",
            shapes.len(),
            class(*presence, map.hue(*group)),
            outline(shapes, arcs)
        );
    }
    let lines: String = arcs.values().map(|arc| path(arc, false)).collect();
    let _ = write!(out, "<path class=\"thin\" d=\"{lines}\"/>");
}

/// Patterns for paper, and strong lines between the groups.
fn overlay(map: &Map, known: &Known<'_>, arcs: &BTreeMap<usize, Line>) -> String {
    let mut out = String::new();
    let mut hues: BTreeMap<u8, Vec<&'static [&'static [i32]]>> = BTreeMap::new();
    let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (place, rings) in known {
        if place.presence == Presence::Represented {
            hues.entry(map.hue(place.group)).or_default().push(rings);
        }
        for index in rings.iter().flat_map(|ring| ring.iter()) {
            groups.entry(arc_at(*index).0).or_default().insert(place.group);
        }
    }
    for (hue, shapes) in &hues {
        let _ = write!(
            out,
            "<path class=\"pat\" fill-rule=\"evenodd\" fill=\"url(#{}-p{hue})\" d=\"{}\"/>",
            id(&map.about.id),
            outline(shapes, arcs)
        );
    }
    let between: String = groups
        .iter()
        .filter(|(_, of)| of.len() > 1)
        .filter_map(|(index, _)| arcs.get(index))
        .map(|arc| path(arc, false))
        .collect();
    if !between.is_empty() {
        let _ = write!(out, "<path class=\"rim\" d=\"{between}\"/>");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::tests::{REGION as DISTRICTS, STATE as REGIONS, sample};

    #[test]
    fn region_has_a_shape_and_letters_for_each_place() {
        let map = sample(&DISTRICTS);
        let picture = draw(&map, CREDIT, &Words { vacant: "frei".into(), absent: String::new() });
        assert_eq!((picture.marks(), picture.table.rows.len()), (46, 46));
        assert_eq!(picture.svg_wide.matches("class=\"lab").count(), 46);
        assert!(picture.svg_wide.contains("class=\"rim\"") && !picture.svg_wide.contains("style="));
        assert!(picture.figure("", "Tabelle").contains("© GeoBasis-DE / BKG, Daten verändert"));
        assert_eq!(picture.key.len(), 5);
        assert!(picture.svg_wide.len() < 25_000, "{}", picture.svg_wide.len());
    }

    #[test]
    fn the_state_melts_and_still_counts_each_place() {
        let map = sample(&REGIONS);
        let picture = draw(&map, CREDIT, &Words::default());
        assert_eq!((picture.marks(), picture.table.rows.len()), (396, 396));
        assert!(picture.svg_wide.matches("data-mark").count() <= 10);
        assert!(picture.svg_wide.len() < 90_000, "{}", picture.svg_wide.len());
    }

    #[test]
    fn an_unknown_key_stands_in_the_table_only() {
        let mut map = sample(&DISTRICTS);
        map.places[0].ags = "99999999".into();
        let picture = draw(&map, CREDIT, &Words::default());
        assert_eq!((picture.marks(), picture.table.rows.len()), (45, 46));
        map.places.clear();
        assert_eq!(draw(&map, CREDIT, &Words::default()).marks(), 0);
    }

    #[test]
    fn an_outline_drops_what_lies_inside() {
        let arcs: BTreeMap<usize, Line> = [
            (0, vec![(0, 0), (0, 2)]),
            (1, vec![(0, 2), (-2, 2), (-2, 0), (0, 0)]),
            (2, vec![(0, 0), (2, 0), (2, 2), (0, 2)]),
        ]
        .into();
        // Left square walks the shared arc up, right square walks it down.
        let (left, right): (&'static [&'static [i32]], &'static [&'static [i32]]) = (&[&[0, 1]], &[&[2, !0]]);
        let path = outline(&[left, right], &arcs);
        assert_eq!(path.matches('z').count(), 1);
        assert_eq!(path.matches('M').count(), 1);
        assert_eq!(outline(&[left], &arcs), "M0 0l0 2-2 0 0-2 2 0z".to_owned(), "a square keeps its four corners");
    }
}
