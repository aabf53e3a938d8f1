//! The timeline of terms: who sat or sits in which seat, from when to when.
mod day;
mod key;
mod phone;
mod wide;

pub use day::Day;
pub use key::Words;

use crate::svg::{count, esc, n};
use crate::{About, Cell, Picture, Row, Table};
use std::fmt::Write as _;

/// Everything the timeline shows. Bars wholly before or after the axis are no part of the picture.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Names and texts. `table_head` has four words: seat, who, period, state.
    pub about: About,
    /// First year of the axis.
    pub from_year: i32,
    /// Last year of the axis, shown whole.
    pub to_year: i32,
    /// Where the line stands; an as-of page hands in its day.
    pub today: Day,
    /// Words at the line, "heute".
    pub today_label: String,
    /// What the key calls the bars; it names only those that are drawn.
    pub words: Words,
    /// One for each seat, or for each person.
    pub rows: Vec<TermRow>,
}

/// One seat with its bars.
#[derive(Clone, Debug)]
pub struct TermRow {
    /// Name of the seat; may hold soft hyphens.
    pub label: String,
    /// Body or network; may be empty.
    pub sublabel: String,
    /// 1 to 6, see [`crate::hue`].
    pub hue: u8,
    /// Page of the seat, linked in the table.
    pub href: Option<String>,
    /// In any order; overlapping bars get lines of their own.
    pub bars: Vec<Bar>,
}

/// Somebody in a seat for a time, or nobody.
#[derive(Clone, Debug)]
pub struct Bar {
    /// First day.
    pub from: Day,
    /// Last day, or none.
    pub end: End,
    /// Decides the look.
    pub kind: BarKind,
    /// Name of the person, or "unbesetzt".
    pub holder: String,
    /// The dates in words, "1. März 2024 bis 28. Februar 2028".
    pub period: String,
    /// The state in words, "gewählt, noch 3 Monate".
    pub state: String,
    /// Page of the holder, linked in the table.
    pub href: Option<String>,
}

/// How a bar ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// On this day: flat, with a stroke.
    On(Day),
    /// Nobody has set a day: an arrow.
    Open,
}

/// What a bar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarKind {
    /// The seat is held: filled; pale when it is over.
    Held,
    /// Held for the time being: hollow with a thick rim.
    Acting,
    /// The term is over, its holder stays until the next election: tinted, with a dotted rim.
    Carries,
    /// The mandate rests: hatched.
    Resting,
    /// Empty: dashed rim.
    Vacant,
}

/// Draws the timeline; one table row for each bar.
#[must_use]
pub fn draw(terms: &Terms) -> Picture {
    let axis = Axis::new(terms);
    let mut rows = Vec::new();
    for row in &terms.rows {
        for bar in row.bars.iter().filter(|bar| axis.shows(bar)) {
            let seat =
                if row.sublabel.is_empty() { row.label.clone() } else { format!("{}, {}", row.label, row.sublabel) };
            rows.push(Row {
                cells: vec![
                    Cell::link(crate::svg::plain(&seat), row.href.as_ref()),
                    Cell::link(bar.holder.clone(), bar.href.as_ref()),
                    Cell::text(bar.period.clone()),
                    Cell::text(bar.state.clone()),
                ],
            });
        }
    }
    Picture {
        svg_wide: wide::draw(terms, &axis),
        svg_phone: Some(phone::draw(terms, &axis)),
        title: terms.about.title.clone(),
        description: terms.about.description.clone(),
        key: key::key(terms, &axis),
        credit: None,
        table: Table { caption: terms.about.table_caption.clone(), head: terms.about.table_head.clone(), rows },
    }
}

/// The axis in years; a turned or empty range becomes one year.
struct Axis {
    from: f64,
    to: f64,
    first: i32,
    last: i32,
    today: Day,
}

impl Axis {
    fn new(terms: &Terms) -> Self {
        let first = terms.from_year.min(terms.to_year);
        // Two hundred years are more than any term; a slip of the pen must not draw a million lines.
        let last = terms.from_year.max(terms.to_year).min(first.saturating_add(199));
        Self { from: f64::from(first), to: f64::from(last) + 1.0, first, last, today: terms.today }
    }
    /// Start and end of a bar on the axis; the end of an open one is the edge.
    fn span(&self, bar: &Bar) -> (f64, f64) {
        let end = match bar.end {
            End::On(day) => day.years_after(),
            End::Open => f64::INFINITY,
        };
        (bar.from.years(), end)
    }
    fn shows(&self, bar: &Bar) -> bool {
        let (from, end) = self.span(bar);
        from < self.to && end > self.from && from < end
    }
    fn over(&self, bar: &Bar) -> bool {
        matches!(bar.end, End::On(day) if day < self.today)
    }
    /// Years between labels, so that they keep the given distance.
    fn step(&self, room: f64, least: f64) -> i32 {
        let years = (self.to - self.from).max(1.0);
        [1, 2, 5, 10, 20, 50].into_iter().find(|step| room / years * f64::from(*step) >= least).unwrap_or(100)
    }
    /// Where a point in years stands between two coordinates, kept inside.
    fn at(&self, years: f64, x0: f64, x1: f64) -> f64 {
        x0 + ((years - self.from) / (self.to - self.from)).clamp(0.0, 1.0) * (x1 - x0)
    }
}

/// Path of one bar. Round where it begins, flat where it ends on a day, an arrow where it is open;
/// cut straight where it leaves the axis.
fn bar_path(axis: &Axis, bar: &Bar, (x0, x1): (f64, f64), y: f64, h: f64) -> (String, f64, f64) {
    let (from, end) = axis.span(bar);
    let (left, mut right) = (axis.at(from, x0, x1), axis.at(end, x0, x1));
    // A term of a few days stays visible.
    right = right.max(left + 4.0);
    let r = if from < axis.from { 0.0 } else { (h / 3.0).min((right - left) / 2.0) };
    let tip = if bar.end == End::Open { h / 2.0 } else { 0.0 };
    let mut path = format!("M{} {}H{}", n(left + r), n(y), n(right));
    if tip > 0.0 {
        let _ = write!(path, "l{} {}l-{} {}", n(tip), n(h / 2.0), n(tip), n(h / 2.0));
    } else {
        let _ = write!(path, "v{}", n(h));
    }
    let _ = write!(path, "H{}", n(left + r));
    if r > 0.0 {
        let _ = write!(path, "a{0} {0} 0 01-{0}-{0}v-{1}a{0} {0} 0 01{0}-{0}", n(r), n(h - 2.0 * r));
    }
    path.push('z');
    (path, left, right)
}

fn bar_class(axis: &Axis, bar: &Bar) -> &'static str {
    match bar.kind {
        BarKind::Held | BarKind::Resting if axis.over(bar) => "run over",
        BarKind::Held => "run",
        BarKind::Carries => "run carry",
        BarKind::Resting => "run rest",
        BarKind::Acting => "run act",
        BarKind::Vacant => "run off",
    }
}

/// The strokes inside the bar of a resting mandate; nothing for any other.
fn hatch(axis: &Axis, bar: &Bar, (left, right): (f64, f64), y: f64, h: f64) -> String {
    if bar_class(axis, bar) != "run rest" {
        return String::new();
    }
    let mut path = String::new();
    let mut x = left + 4.0;
    while x + h < right {
        let _ = write!(path, "M{} {}l{h} -{h}", n(x), n(y + h), h = n(h));
        x += 9.0;
    }
    format!("<path class=\"hat\" d=\"{path}\"/>")
}

/// The stroke at a flat end that lies on the axis.
fn end_mark(axis: &Axis, bar: &Bar, right: f64, y: f64, h: f64) -> String {
    match bar.end {
        End::On(day) if day.years_after() <= axis.to => {
            format!("<path class=\"fin\" d=\"M{} {}v{}\"/>", n(right), n(y - 3.0), n(h + 6.0))
        }
        _ => String::new(),
    }
}

/// Lines for bars that overlap: for each bar its line, and how many lines there are.
fn lanes(axis: &Axis, bars: &[&Bar]) -> (Vec<usize>, usize) {
    let mut order: Vec<usize> = (0..bars.len()).collect();
    order.sort_by(|a, b| {
        let start = |i: &usize| bars.get(*i).map_or(0.0, |bar| axis.span(bar).0);
        start(a).total_cmp(&start(b)).then(a.cmp(b))
    });
    let mut ends: Vec<f64> = Vec::new();
    let mut out = vec![0; bars.len()];
    for index in order {
        let Some((from, end)) = bars.get(index).map(|bar| axis.span(bar)) else { continue };
        // Half a day of tolerance: one ends on the 30th, the next begins on the 1st.
        let lane = ends.iter().position(|busy| *busy <= from + 0.002).unwrap_or(ends.len());
        if lane == ends.len() {
            ends.push(end);
        } else if let Some(busy) = ends.get_mut(lane) {
            *busy = end;
        }
        if let Some(slot) = out.get_mut(index) {
            *slot = lane;
        }
    }
    (out, ends.len().max(1))
}

/// The small bar beside a seat in a list.
#[derive(Clone, Debug)]
pub struct Mini {
    /// First day of the term.
    pub from: Day,
    /// How it ends.
    pub end: End,
    /// Decides the look.
    pub kind: BarKind,
    /// Left edge of the axis, the same for all bars of a list.
    pub axis_from: Day,
    /// Right edge of the axis.
    pub axis_to: Day,
    /// Where the line stands.
    pub today: Day,
    /// The term in words, for screen readers: "Amtszeit März 2024 bis Februar 2028".
    pub label: String,
}

/// One `<svg class="term">`; its hue comes from class `n1` to `n6` on an element around it.
#[must_use]
pub fn mini(mini: &Mini) -> String {
    const W: f64 = 320.0;
    let (from, to) = (mini.axis_from.years(), mini.axis_to.years_after().max(mini.axis_from.years() + 0.1));
    let axis = Axis { from, to, first: 0, last: 0, today: mini.today };
    let bar = Bar {
        from: mini.from,
        end: mini.end,
        kind: mini.kind,
        holder: String::new(),
        period: String::new(),
        state: String::new(),
        href: None,
    };
    let mut out = format!(
        "<svg class=\"term\" viewBox=\"0 0 320 22\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\"><rect class=\"bar\" x=\"0\" y=\"7\" width=\"{}\" height=\"8\" rx=\"4\"/>",
        esc(&mini.label),
        n(W)
    );
    if axis.shows(&bar) {
        let room = if mini.end == End::Open { W - 6.0 } else { W };
        let (path, left, right) = bar_path(&axis, &bar, (0.0, room), 6.0, 10.0);
        let _ = write!(
            out,
            "<path class=\"{}\" d=\"{path}\"/>{}{}",
            bar_class(&axis, &bar),
            hatch(&axis, &bar, (left, right), 6.0, 10.0),
            end_mark(&axis, &bar, right, 6.0, 10.0)
        );
    }
    if (from..=to).contains(&mini.today.years()) {
        let _ = write!(out, "<path class=\"now\" d=\"M{} 1v20\"/>", n(axis.at(mini.today.years(), 0.0, W)));
    }
    out.push_str("</svg>");
    out
}

/// Height of a row's bars.
fn bars_height(lanes: usize, each: f64) -> f64 {
    count(lanes) * each
}

#[cfg(test)]
mod tests;
