//! The drawing for wide screens and paper: columns from left to right.
use super::layout::{Layout, Slot, lay_out};
use super::sign::{class, link, sign};
use super::{PAD, Place, ROW_PAD, Ways, Words, has_several, words};

use crate::svg::{Screen, add_text, balance, count, n, open};
use std::fmt::Write as _;

const WIDTH: f64 = 1040.0;
/// The widest box.
const BOX_MOST: f64 = 270.0;
/// Room between two columns, with and without words on arrows: „entsendet“ stands on one line.
const GAP: f64 = 100.0;
const NARROW: f64 = 40.0;
/// More columns than this leave no room for words on arrows.
const WORDED: usize = 5;
/// Room between two boxes of a column.
const BETWEEN: f64 = 18.0;
/// How tall the way of an arrow that passes is.
const BEND: f64 = 12.0;

pub fn draw(ways: &Ways) -> String {
    let layout = lay_out(ways);
    let columns = layout.columns.len().max(1);
    let gap = if columns > WORDED { NARROW } else { GAP };
    let width = ((WIDTH - 2.0 - gap * (count(columns) - 1.0)) / count(columns)).min(BOX_MOST);
    let all: Vec<Words> = ways.places.iter().map(|place| words(place, width, has_several(place))).collect();
    let tall = |slot: usize| match layout.slots.get(slot) {
        Some(Slot::Place(at)) => all.get(*at).map_or(BEND, |words| words.height),
        _ => BEND,
    };
    let tops = tops(&layout, &tall);
    let column_of = column_of(&layout);
    let x = |slot: usize| 1.0 + count(column_of.get(slot).copied().unwrap_or_default()) * (width + gap);
    let top = |slot: usize| tops.get(slot).copied().unwrap_or_default();
    let bottom = (0..layout.slots.len()).map(|slot| top(slot) + tall(slot)).fold(19.0, f64::max);
    let mut out = String::with_capacity(ways.length());
    out.push_str(&open(&ways.about, Screen::Wide, "", WIDTH, bottom + 1.0, false));
    arrows(&mut out, ways, &layout, &|slot| (x(slot), top(slot), width, tall(slot)), columns <= WORDED);
    for (at, (place, words)) in ways.places.iter().zip(&all).enumerate() {
        place_box(&mut out, place, words, (x(at), top(at), width));
    }
    out.push_str("</svg>");
    out
}

fn column_of(layout: &Layout) -> Vec<usize> {
    let mut of = vec![0; layout.slots.len()];
    for (column, slots) in layout.columns.iter().enumerate() {
        for slot in slots {
            if let Some(place) = of.get_mut(*slot) {
                *place = column;
            }
        }
    }
    of
}

/// The upper edge of each slot: beside those it is joined with, below the one above it.
fn tops(layout: &Layout, tall: &dyn Fn(usize) -> f64) -> Vec<f64> {
    let mut tops = vec![1.0; layout.slots.len()];
    let (before, after) = (layout.joined(true), layout.joined(false));
    let last = layout.columns.len().saturating_sub(1);
    // From the fullest column outwards, so that the others stand beside it.
    let full = |slots: &Vec<usize>| slots.iter().map(|slot| tall(*slot) + BETWEEN).sum::<f64>();
    let fullest = (0..layout.columns.len())
        .max_by(|a, b| {
            let of = |column: &usize| layout.columns.get(*column).map_or(0.0, full);
            of(a).total_cmp(&of(b))
        })
        .unwrap_or_default();
    let mut settle = |column: usize, joined: Option<&Vec<Vec<usize>>>| {
        let mut free = 1.0;
        for slot in layout.columns.get(column).map_or(&[][..], Vec::as_slice) {
            let with = joined.and_then(|all| all.get(*slot)).map_or(&[][..], Vec::as_slice);
            let middle = |slot: &usize| tops.get(*slot).copied().unwrap_or_default() + tall(*slot) / 2.0;
            let wished = if with.is_empty() {
                free
            } else {
                with.iter().map(middle).sum::<f64>() / count(with.len()) - tall(*slot) / 2.0
            };
            let top = wished.max(free);
            if let Some(place) = tops.get_mut(*slot) {
                *place = top;
            }
            free = top + tall(*slot) + BETWEEN;
        }
    };
    settle(fullest, None);
    (fullest + 1..=last).for_each(|column| settle(column, Some(&before)));
    (0..fullest).rev().for_each(|column| settle(column, Some(&after)));
    tops
}

/// Left, top, width and height of a slot.
type Frame = (f64, f64, f64, f64);

fn arrows(out: &mut String, ways: &Ways, layout: &Layout, frame: &dyn Fn(usize) -> Frame, worded: bool) {
    out.push_str("<g aria-hidden=\"true\">");
    for (one, route) in ways.known().zip(&layout.routes) {
        let (stroke, head) = link(ways.state(one));
        let (Some(first), Some(last)) = (route.first(), route.last()) else { continue };
        let (x, y, w, h) = frame(*first);
        let (mut from_x, mut from_y) = (x + w, y + h / 2.0);
        let _ = write!(out, "<path class=\"{stroke}\" d=\"M{} {}", n(from_x), n(from_y));
        for slot in route.iter().skip(1) {
            let (x, y, w, h) = frame(*slot);
            let (to_x, to_y) = (if slot == last { x - 9.0 } else { x }, y + h / 2.0);
            let half = f64::midpoint(from_x, to_x);
            let _ = write!(out, "C{} {} {} {} {} {}", n(half), n(from_y), n(half), n(to_y), n(to_x), n(to_y));
            (from_x, from_y) = (to_x, to_y);
            if slot != last {
                from_x = x + w;
                let _ = write!(out, "H{}", n(from_x));
            }
        }
        let _ = write!(out, "\"/><path class=\"{head}\" d=\"M{} {}l-11-6v12z\"/>", n(from_x + 9.0), n(from_y));
    }
    out.push_str("</g>");
    if worded {
        labels(out, ways, frame);
    }
}

/// The verbs, once before each box they lead to.
fn labels(out: &mut String, ways: &Ways, frame: &dyn Fn(usize) -> Frame) {
    for at in 0..ways.places.len() {
        let mut verbs: Vec<&str> = ways.known().filter(|l| l.to == at).map(|l| l.label.as_str()).collect();
        verbs.sort_unstable();
        verbs.dedup();
        let (x, y, _, h) = frame(at);
        let lines = balance(&verbs.join(", "), GAP - 26.0, 14.0, 3);
        let mut line = y + h / 2.0 - 9.0 - count(lines.len()) * 17.0;
        for words in &lines {
            line += 17.0;
            add_text(out, "l o en", x - 14.0, line, words);
        }
    }
}

/// A box with its rows.
pub fn place_box(out: &mut String, place: &Place, words: &Words, (x, y, w): (f64, f64, f64)) {
    let own = if place.seats.is_empty() { class(place.state) } else { "box" };
    let mark = if place.seats.is_empty() { "<g data-mark=\"1\">" } else { "<g>" };
    let _ = write!(
        out,
        "{mark}<rect class=\"{own}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"12\"/>",
        n(x),
        n(y),
        n(w),
        n(words.height)
    );
    let mut line = y + 10.0;
    for title in &words.title {
        line += 16.0;
        add_text(out, "t", x + PAD, line, title);
        line += 3.0;
    }
    for subtitle in &words.subtitle {
        line += 16.0;
        add_text(out, "s", x + PAD, line, subtitle);
        line += 2.0;
    }
    if !words.state.is_empty() {
        sign(out, place.state, x + PAD, line + 13.0);
        for state in &words.state {
            line += 16.0;
            add_text(out, "l", x + PAD + 22.0, line, state);
            line += 2.0;
        }
    }
    out.push_str("</g>");
    let mut row = y + words.height - words.seats.iter().map(|seat| seat.height).sum::<f64>() - 4.0;
    for (seat, words) in place.seats.iter().zip(&words.seats) {
        out.push_str("<g data-mark=\"1\">");
        if !seat.state.holds() {
            let _ = write!(
                out,
                "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\"/>",
                class(seat.state),
                n(x + 6.0),
                n(row + 1.0),
                n(w - 12.0),
                n(words.height - 2.0)
            );
        }
        let mut line = row + ROW_PAD - 3.0;
        for who in &words.who {
            line += 16.0;
            add_text(out, "s", x + PAD, line, who);
            line += 2.0;
        }
        for from in &words.sent_by {
            line += 16.0;
            add_text(out, "s", x + PAD, line, from);
            line += 2.0;
        }
        // The sign repeats the words, for those who look before they read.
        sign(out, seat.state, x + PAD, line + 13.0);
        for state in &words.state {
            line += 16.0;
            add_text(out, "l", x + PAD + 22.0, line, state);
            line += 2.0;
        }
        for note in &words.note {
            line += 16.0;
            add_text(out, "s", x + PAD, line, note);
            line += 2.0;
        }
        out.push_str("</g>");
        row += words.height;
    }
}
