//! The map of equal hexagons: each municipality counts the same, whatever its size.
use crate::map::{MANY, Map, Presence, Projection, Words, class, label};
use crate::svg::{Screen, count, id, n, open};
use crate::{About, Picture};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A place in the grid: rows of pointed hexagons, odd rows half a hexagon to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hex {
    /// Column, from 0.
    pub col: i32,
    /// Row, from 0 or 1.
    pub row: i32,
}

/// Height of a row if a column is one wide.
const ROW: f64 = 0.866_025_403_784_438_6;
/// The improvement ends after this many rounds even if it could go on.
const ROUNDS: usize = 40;
/// Offsets tried for a move besides swaps.
const NEAR: i32 = 2;

impl Hex {
    /// Middle, in columns.
    fn middle(self) -> (f64, f64) {
        (f64::from(self.col) + if self.row.rem_euclid(2) == 1 { 0.5 } else { 0.0 }, f64::from(self.row) * ROW)
    }
    fn nearest((x, y): (f64, f64)) -> Self {
        let row = (y / ROW).round().clamp(-1.0e6, 1.0e6);
        // Within the clamp the conversion cannot cut anything off.
        #[allow(clippy::cast_possible_truncation)]
        let row = row as i32;
        let shift = if row.rem_euclid(2) == 1 { 0.5 } else { 0.0 };
        #[allow(clippy::cast_possible_truncation)]
        let col = (x - shift).round().clamp(-1.0e6, 1.0e6) as i32;
        Self { col, row }
    }
    /// East, south-east, south-west: each edge of the grid once.
    fn neighbours(self) -> [Self; 3] {
        let odd = i32::from(self.row.rem_euclid(2) == 1);
        [
            Self { col: self.col + 1, row: self.row },
            Self { col: self.col + odd, row: self.row + 1 },
            Self { col: self.col + odd - 1, row: self.row + 1 },
        ]
    }
}

/// Gives each point (longitude, latitude) a hexagon of its own, near where it lies: first the nearest free one, then
/// swaps and moves as long as the sum of squared distances falls. The result depends on the points alone; keep it.
#[must_use]
pub fn place(points: &[(f64, f64)]) -> Vec<Hex> {
    let projection = Projection::around(points.iter().copied());
    let flat: Vec<(f64, f64)> = points.iter().map(|(lon, lat)| projection.at(*lon, *lat)).collect();
    let spacing = spacing(&flat);
    let ideal: Vec<(f64, f64)> = flat.iter().map(|(x, y)| (x / spacing, y / spacing)).collect();
    let mut taken: BTreeMap<Hex, usize> = BTreeMap::new();
    let mut cells = vec![Hex { col: 0, row: 0 }; ideal.len()];
    // From the middle outwards: who comes late is pushed to the rim, where there is room.
    let mut order: Vec<usize> = (0..ideal.len()).collect();
    let from_middle = |i: &usize| ideal.get(*i).map_or(0.0, |(x, y)| x * x + y * y);
    order.sort_by(|a, b| from_middle(a).total_cmp(&from_middle(b)).then(a.cmp(b)));
    for index in order {
        let (Some(point), Some(cell)) = (ideal.get(index), cells.get_mut(index)) else { continue };
        *cell = free(*point, &taken);
        taken.insert(*cell, index);
    }
    improve(&ideal, &mut cells, &mut taken);
    let (col, row) = cells.iter().fold((i32::MAX, i32::MAX), |(c, r), cell| (c.min(cell.col), r.min(cell.row)));
    // Rows move by an even number, because odd rows stand half a hexagon to the right.
    let row = if row == i32::MAX { 0 } else { row - row.rem_euclid(2) };
    cells.iter().map(|cell| Hex { col: cell.col - col, row: cell.row - row }).collect()
}

/// Width of a hexagon such that as many as there are points cover about the area they lie in.
fn spacing(points: &[(f64, f64)]) -> f64 {
    let hull = hull(points);
    let twice: f64 = hull.iter().zip(hull.iter().cycle().skip(1)).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
    let many = count(points.len()).max(1.0);
    // The hull cuts the outer places through their middle; the rim adds about one row around.
    let area = twice.abs() / 2.0 * (1.0 + 2.2 / many.sqrt());
    let width = (area / many / ROW).sqrt();
    if width.is_finite() && width > 1e-9 { width } else { 1.0 }
}

/// Convex hull (monotone chain).
fn hull(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let half = |points: &mut dyn Iterator<Item = (f64, f64)>| {
        let mut out: Vec<(f64, f64)> = Vec::new();
        for p in points {
            while let [.., a, b] = out.as_slice() {
                if (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0) > 0.0 {
                    break;
                }
                out.pop();
            }
            out.push(p);
        }
        out.pop();
        out
    };
    let mut out = half(&mut sorted.iter().copied());
    out.extend(half(&mut sorted.iter().rev().copied()));
    out
}

fn distance(point: (f64, f64), cell: Hex) -> f64 {
    let (x, y) = cell.middle();
    (x - point.0).powi(2) + (y - point.1).powi(2)
}

/// The nearest free hexagon, searched in growing squares.
fn free(point: (f64, f64), taken: &BTreeMap<Hex, usize>) -> Hex {
    let start = Hex::nearest(point);
    let mut reach = 1;
    loop {
        let mut best: Option<(f64, Hex)> = None;
        for row in start.row - reach..=start.row + reach {
            for col in start.col - reach..=start.col + reach {
                let cell = Hex { col, row };
                let far = distance(point, cell);
                // Beyond the square something nearer could lie, so only its inner circle counts.
                if far <= (f64::from(reach) * ROW).powi(2)
                    && !taken.contains_key(&cell)
                    && best.is_none_or(|(known, _)| far < known)
                {
                    best = Some((far, cell));
                }
            }
        }
        match best {
            Some((_, cell)) => return cell,
            None => reach += 1,
        }
    }
}

fn improve(ideal: &[(f64, f64)], cells: &mut [Hex], taken: &mut BTreeMap<Hex, usize>) {
    for _ in 0..ROUNDS {
        let mut better = false;
        for index in 0..cells.len() {
            let (Some(point), Some(cell)) = (ideal.get(index).copied(), cells.get(index).copied()) else { continue };
            let goal = Hex::nearest(point);
            let mut best: (f64, Option<Hex>) = (-1e-9, None);
            for row in goal.row - NEAR..=goal.row + NEAR {
                for col in goal.col - NEAR..=goal.col + NEAR {
                    let other = Hex { col, row };
                    let mut gain = distance(point, other) - distance(point, cell);
                    if let Some(place) = taken.get(&other).and_then(|i| ideal.get(*i)) {
                        gain += distance(*place, cell) - distance(*place, other);
                    }
                    if other != cell && gain < best.0 {
                        best = (gain, Some(other));
                    }
                }
            }
            let (_, Some(goal)) = best else { continue };
            taken.remove(&cell);
            if let Some(evicted) = taken.insert(goal, index) {
                taken.insert(cell, evicted);
                if let Some(slot) = cells.get_mut(evicted) {
                    *slot = cell;
                }
            }
            if let Some(slot) = cells.get_mut(index) {
                *slot = goal;
            }
            better = true;
        }
        if !better {
            break;
        }
    }
}

/// Draws the map on cells from [`place`], given in the order of `map.places`. One table row for each place; a place
/// without a cell stands in the table only.
#[must_use]
pub fn draw(map: &Map, cells: &[Hex], words: &Words) -> Picture {
    let many = map.places.len() > MANY;
    let (svg_wide, svg_phone) = if many {
        (drawing(map, cells, Screen::Any, 20.0), None)
    } else {
        (drawing(map, cells, Screen::Wide, 46.0), Some(drawing(map, cells, Screen::Phone, 36.0)))
    };
    let About { title, description, .. } = map.about.clone();
    Picture { svg_wide, svg_phone, title, description, key: map.key(words), credit: None, table: map.table() }
}

fn drawing(map: &Map, cells: &[Hex], screen: Screen, step: f64) -> String {
    let mark = if screen == Screen::Phone { "p" } else { "" };
    let (id, letters) = (id(&map.about.id), screen != Screen::Any);
    let side = step / (2.0 * ROW);
    let pairs: Vec<_> = map.places.iter().zip(cells.iter().copied()).collect();
    let raw = |cell: Hex| (cell.middle().0 * step, cell.middle().1 * step);
    let mut lo = (0.0_f64, 0.0_f64);
    let mut hi = (step, step);
    if !pairs.is_empty() {
        (lo, hi) = ((f64::INFINITY, f64::INFINITY), (0.0, 0.0));
        for (_, cell) in &pairs {
            let (x, y) = raw(*cell);
            lo = (lo.0.min(x - step / 2.0), lo.1.min(y - side));
            hi = (hi.0.max(x + step / 2.0), hi.1.max(y + side));
        }
    }
    let at = |cell: Hex| (raw(cell).0 - lo.0 + 2.0, raw(cell).1 - lo.1 + 2.0);
    let classes = if letters { "mid" } else { "mid many" };
    let mut out = open(&map.about, screen, classes, hi.0 - lo.0 + 4.0, hi.1 - lo.1 + 4.0, false);
    let corner = hexagon(side, step);
    // Who is not represented has a smaller hexagon: neighbours and district lines would cover its edge, which tells
    // vacant from absent.
    let inner = 1.0 - if letters { 7.0 } else { 4.0 } / step;
    let inset = hexagon(side * inner, step * inner);
    let _ = write!(
        out,
        "<defs><path id=\"{id}-{mark}h\" d=\"M0 0{corner}\"/><path id=\"{id}-{mark}i\" d=\"M0 0{inset}\"/>{}</defs>",
        map.patterns(mark, 1)
    );
    let mut filled: BTreeMap<u8, String> = BTreeMap::new();
    for (place, cell) in &pairs {
        let ((x, y), hue) = (at(*cell), map.hue(place.group));
        let _ = write!(
            out,
            "<use data-mark=\"1\" class=\"{}\" href=\"#{id}-{mark}{}\" x=\"{}\" y=\"{}\"/>",
            class(place.presence, hue),
            if place.presence == Presence::Represented { "h" } else { "i" },
            n(x),
            n(y)
        );
        if place.presence == Presence::Represented {
            let _ = write!(filled.entry(hue).or_default(), "M{} {}{corner}", n(x), n(y));
        }
    }
    for (hue, path) in &filled {
        let _ = write!(out, "<path class=\"pat\" fill=\"url(#{id}-{mark}p{hue})\" d=\"{path}\"/>");
    }
    let rim = rim(&pairs.iter().map(|(place, cell)| (*cell, place.group)).collect(), &at, step, side);
    if !rim.is_empty() {
        let _ = write!(out, "<path class=\"rim\" d=\"{rim}\"/>");
    }
    if letters {
        for (place, cell) in &pairs {
            let (x, y) = at(*cell);
            out.push_str(&label(place, map.hue(place.group), x, y + 5.0));
        }
    }
    out.push_str("</svg>");
    out
}

/// The path of a hexagon around its middle.
fn hexagon(side: f64, width: f64) -> String {
    format!("m0-{0}l{1} {2}v{0}l-{1} {2}l-{1}-{2}v-{0}z", n(side), n(width / 2.0), n(side / 2.0))
}

/// The edges between hexagons of different groups.
fn rim(groups: &BTreeMap<Hex, usize>, at: &dyn Fn(Hex) -> (f64, f64), step: f64, side: f64) -> String {
    let mut out = String::new();
    for (cell, group) in groups {
        let (x, y) = at(*cell);
        let (half, low) = (step / 2.0, side / 2.0);
        // East, south-east, south-west, as in `neighbours`.
        let edges = [
            ((x + half, y - low), (x + half, y + low)),
            ((x + half, y + low), (x, y + side)),
            ((x, y + side), (x - half, y + low)),
        ];
        for (other, (a, b)) in cell.neighbours().iter().zip(edges) {
            if groups.get(other).is_some_and(|known| known != group) {
                let _ = write!(out, "M{} {}L{} {}", n(a.0), n(a.1), n(b.0), n(b.1));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::tests::{REGION, STATE, sample};
    use std::collections::BTreeSet;

    fn cells(map: &Map) -> Vec<Hex> {
        place(&map.places.iter().map(|p| (p.lon, p.lat)).collect::<Vec<_>>())
    }

    #[test]
    fn every_place_has_its_own_hexagon_and_keeps_its_side() {
        for prefixes in [&REGION[..], &STATE[..]] {
            let map = sample(prefixes);
            let cells = cells(&map);
            assert_eq!(cells.iter().collect::<BTreeSet<_>>().len(), map.places.len());
            assert_eq!(cells, self::cells(&map), "the same points give the same cells");
            assert!(cells.iter().all(|c| c.col >= 0 && c.row >= 0));
            // Who lies much further west or north stays there: the order of far apart pairs holds.
            let mut wrong = 0_usize;
            for (a, ca) in map.places.iter().zip(&cells) {
                for (b, cb) in map.places.iter().zip(&cells) {
                    wrong += usize::from(a.lon + 0.35 < b.lon && ca.middle().0 > cb.middle().0);
                    wrong += usize::from(a.lat > b.lat + 0.25 && ca.row > cb.row);
                }
            }
            assert!(wrong * 200 < cells.len() * cells.len(), "{wrong} pairs are turned");
        }
    }

    #[test]
    fn odd_input_still_gets_cells() {
        assert!(place(&[]).is_empty());
        assert_eq!(place(&[(6.0, 50.0)]).len(), 1);
        let same = place(&[(6.0, 50.0); 9]);
        assert_eq!(same.iter().collect::<BTreeSet<_>>().len(), 9);
        let broken = place(&[(f64::NAN, 50.0), (6.0, f64::INFINITY), (6.0, 50.0)]);
        assert_eq!(broken.iter().collect::<BTreeSet<_>>().len(), 3);
    }

    #[test]
    fn rows_marks_letters_and_signs_agree() {
        let mut map = sample(&REGION);
        map.places[0].presence = Presence::Absent;
        let picture = draw(&map, &cells(&map), &Words { vacant: "frei".into(), absent: "nicht dabei".into() });
        assert_eq!((picture.marks(), picture.table.rows.len()), (46, 46));
        assert_eq!(picture.svg_wide.matches("class=\"lab").count(), 46);
        let vacant = map.places.iter().filter(|p| p.presence == Presence::Vacant).count();
        assert_eq!(picture.svg_wide.matches("class=\"off\"").count(), vacant);
        assert_eq!(picture.svg_wide.matches("class=\"none\"").count(), 1);
        let small = |class: &str| format!("class=\"{class}\" href=\"#{}-i\"", map.about.id);
        assert_eq!(picture.svg_wide.matches(&small("off")).count(), vacant, "clear of the lines around it");
        assert!(picture.svg_wide.contains(&small("none")));
        assert_eq!(picture.key.len(), 6);
        assert!(picture.svg_wide.contains("class=\"rim\"") && picture.svg_phone.is_some());
        assert!(!picture.svg_wide.contains("style="));
    }

    #[test]
    fn the_whole_state_is_small_and_without_letters() {
        let map = sample(&STATE);
        let picture = draw(&map, &cells(&map), &Words::default());
        assert_eq!((picture.marks(), picture.table.rows.len()), (396, 396));
        assert!(!picture.svg_wide.contains("class=\"lab") && picture.svg_phone.is_none());
        assert!(picture.svg_wide.len() < 60_000, "{}", picture.svg_wide.len());
    }
}
