//! The wide timeline: names on the left, bars on one axis.
use super::{Axis, Bar, BarKind, Terms, bar_class, bar_path, bars_height, end_mark, hatch, lanes};
use crate::svg::{Screen, count, n, open, text, width, wrap};
use std::fmt::Write as _;

const WIDTH: f64 = 1040.0;
const X0: f64 = 268.0;
const X1: f64 = 1018.0;
const TOP: f64 = 30.0;
const BAR: f64 = 26.0;
const LANE: f64 = 36.0;

pub(super) fn draw(terms: &Terms, axis: &Axis) -> String {
    let mut body = String::new();
    let mut y = TOP;
    let (mut bands, mut names) = (String::new(), String::new());
    for (index, row) in terms.rows.iter().enumerate() {
        let bars: Vec<&Bar> = row.bars.iter().filter(|bar| axis.shows(bar)).collect();
        let (lane, lane_count) = lanes(axis, &bars);
        let title = wrap(&row.label, X0 - 30.0, 16.0, 2);
        let sub = wrap(&row.sublabel, X0 - 30.0, 13.5, 2);
        let words = count(title.len()) * 19.0 + count(sub.len()) * 18.0;
        let h = words.max(bars_height(lane_count, LANE)) + 18.0;
        if index % 2 == 0 {
            let _ = write!(
                bands,
                "<rect class=\"band\" x=\"0\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\"/>",
                n(y),
                n(WIDTH),
                n(h)
            );
        }
        let mut line = y + (h - words) / 2.0 - 3.5;
        for words in &title {
            line += 19.0;
            body.push_str(&text("t", 14.0, line, words));
        }
        for words in &sub {
            line += 18.0;
            body.push_str(&text("s", 14.0, line, words));
        }
        let first = y + (h - bars_height(lane_count, LANE)) / 2.0 + (LANE - BAR) / 2.0;
        let _ = write!(body, "<g class=\"n{}\">", row.hue.clamp(1, 6));
        for (at, bar) in bars.iter().enumerate() {
            let bar_lane = lane.get(at).copied().unwrap_or(0);
            let top = first + count(bar_lane) * LANE;
            let (path, left, right) = bar_path(axis, bar, (X0, X1 - 14.0), top, BAR);
            let _ = write!(
                body,
                "<path data-mark=\"1\" class=\"{}\" d=\"{path}\"/>{}{}",
                bar_class(axis, bar),
                hatch(axis, bar, (left, right), top, BAR),
                end_mark(axis, bar, right, top, BAR)
            );
            let next = bars
                .iter()
                .zip(&lane)
                .filter(|(other, other_lane)| **other_lane == bar_lane && axis.span(other).0 > axis.span(bar).0)
                .map(|(other, _)| axis.at(axis.span(other).0, X0, X1 - 14.0))
                .fold(X1 + 10.0, f64::min);
            name(&mut names, axis, bar, (left, right, next), top + BAR / 2.0 + 5.0);
        }
        body.push_str("</g>");
        y += h;
    }
    let mut out = open(&terms.about, Screen::Wide, "", WIDTH, y + 26.0, false);
    out.push_str(&bands);
    grid(&mut out, axis, y);
    out.push_str(&body);
    now(&mut out, terms, axis, y);
    // Names come last, so that no line runs over them.
    out.push_str(&names);
    out.push_str("</svg>");
    out
}

/// The holder's name: in the bar, else behind it, else its beginning where there is more room, else only in the table.
fn name(out: &mut String, axis: &Axis, bar: &Bar, (left, right, next): (f64, f64, f64), y: f64) {
    let inside = |words: &str| {
        let class = match bar.kind {
            BarKind::Held if !axis.over(bar) => "onrun",
            BarKind::Resting => "l o",
            _ => "l",
        };
        text(class, left + 9.0, y, words)
    };
    let behind = |words: &str| text("l", right + if bar.end == super::End::Open { 20.0 } else { 9.0 }, y, words);
    let (within, after) = (right - left - 16.0, next - right - 26.0);
    let needs = width(&bar.holder, 14.0);
    if needs <= within {
        out.push_str(&inside(&bar.holder));
    } else if needs <= after {
        out.push_str(&behind(&bar.holder));
    } else if let Some(beginning) = beginning(&bar.holder, within.max(after)) {
        out.push_str(&if within >= after { inside(&beginning) } else { behind(&beginning) });
    }
}

/// As many letters as fit before an ellipsis; none where it would be fewer than four, which tell nobody.
fn beginning(words: &str, room: f64) -> Option<String> {
    let letters: Vec<char> = words.chars().collect();
    let most = (4..letters.len()).rev().find(|n| width(&ended(&letters, *n), 14.0) <= room)?;
    Some(ended(&letters, most))
}

fn ended(letters: &[char], n: usize) -> String {
    let begun: String = letters.iter().take(n).collect();
    format!("{}…", begun.trim_end())
}

fn grid(out: &mut String, axis: &Axis, bottom: f64) {
    let room = X1 - 14.0 - X0;
    let step = axis.step(room, 52.0);
    out.push_str("<g aria-hidden=\"true\">");
    for year in axis.first..=axis.last + 1 {
        let x = axis.at(f64::from(year), X0, X1 - 14.0);
        if (year - axis.first) % step == 0 || year == axis.last + 1 {
            let _ = write!(out, "<path class=\"grid\" d=\"M{} {}V{}\"/>", n(x), n(TOP - 4.0), n(bottom));
        }
        if (year - axis.first) % step == 0 && year <= axis.last {
            let middle = axis.at(f64::from(year) + 0.5, X0, X1 - 14.0);
            out.push_str(&text("s mi", if step == 1 { middle } else { x + 20.0 }, 18.0, &year.to_string()));
        }
    }
    out.push_str("</g>");
}

/// The line of the day with its word below.
fn now(out: &mut String, terms: &Terms, axis: &Axis, bottom: f64) {
    let years = terms.today.years();
    if years < axis.from || years > axis.to {
        return;
    }
    let x = axis.at(years, X0, X1 - 14.0);
    let _ = write!(out, "<path class=\"now\" d=\"M{} {}V{}\"/>", n(x), n(TOP - 4.0), n(bottom + 5.0));
    out.push_str(&text("l mi", x, bottom + 20.0, &terms.today_label));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_room_keeps_its_beginning_or_stays_away() {
        assert_eq!(beginning("Mira Kowalski", 60.0).as_deref(), Some("Mira K…"));
        assert_eq!(beginning("Mira Kowalski", 48.0).as_deref(), Some("Mira…"), "no blank before the ellipsis");
        assert_eq!(beginning("Mira Kowalski", 20.0), None);
        assert!(width(&beginning("Städtische Gleichstellungsstelle", 90.0).unwrap(), 14.0) <= 90.0);
    }
}
