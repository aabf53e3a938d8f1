//! The drawing for the phone: one box below the other, each below the first that leads to it and a little further right.
use super::sign::link;
use super::wide::place_box;
use super::{Ways, words};
use crate::svg::{PHONE, Screen, add_text, count, n, open};
use std::fmt::Write as _;

/// How much further right each step is, and how many steps there are room for.
const STEP: f64 = 16.0;
const STEPS: usize = 5;
/// Room above a box for the verb that leads to it.
const ABOVE: f64 = 30.0;

/// A box in its turn: its place, how deep it stands, and the box above it with the link from there.
struct Turn {
    at: usize,
    depth: usize,
    above: Option<(usize, usize)>,
}

/// Whoever begins first, then those she leads to, each once.
fn turns(ways: &Ways) -> Vec<Turn> {
    let all = ways.places.len();
    let links: Vec<_> = ways.known().collect();
    let mut led = vec![false; all];
    let mut onward = vec![Vec::new(); all];
    for (number, link) in links.iter().enumerate() {
        if let (Some(to), Some(out)) = (led.get_mut(link.to), onward.get_mut(link.from)) {
            *to = true;
            out.push((number, link.to));
        }
    }
    let mut turns: Vec<Turn> = Vec::with_capacity(all);
    let mut done = vec![false; all];
    // Circles have nobody who begins: the first of each is taken.
    let first = (0..all).filter(|at| led.get(*at) == Some(&false)).chain(0..all);
    for root in first.collect::<Vec<_>>() {
        let mut waiting = vec![Turn { at: root, depth: 0, above: None }];
        while let Some(turn) = waiting.pop() {
            if done.get(turn.at) != Some(&false) {
                continue;
            }
            if let Some(seen) = done.get_mut(turn.at) {
                *seen = true;
            }
            let out = onward.get(turn.at).map_or(&[][..], Vec::as_slice);
            let below = |(number, to): &(usize, usize)| Turn {
                at: *to,
                depth: (turn.depth + 1).min(STEPS),
                above: Some((turn.at, *number)),
            };
            waiting.extend(out.iter().rev().map(below));
            turns.push(turn);
        }
    }
    turns
}

pub fn draw(ways: &Ways) -> String {
    let links: Vec<_> = ways.known().collect();
    let mut out = String::with_capacity(ways.length());
    let mut y = 1.0;
    // Left and lower edge of each box that is drawn.
    let mut edges = vec![(0.0, 0.0); ways.places.len()];
    for turn in turns(ways) {
        let Some(place) = ways.places.get(turn.at) else { continue };
        let left = 1.0 + count(turn.depth) * STEP;
        let wide = PHONE - 1.0 - left;
        let words = words(place, wide, true);
        if let Some((above, number)) = turn.above {
            y += ABOVE;
            if let (Some(one), Some((x, from))) = (links.get(number), edges.get(above)) {
                let (stroke, head) = link(ways.state(one));
                let (down, middle) = (x + STEP / 2.0, y + words.height.min(44.0) / 2.0);
                // Beyond the last step there is no room for an arrow from the left.
                if left > down + 8.0 {
                    let _ = write!(
                        out,
                        "<g aria-hidden=\"true\"><path class=\"{stroke}\" d=\"M{} {}V{}H{}\"/><path class=\"{head}\" d=\"M{} {}l-7-5v10z\"/></g>",
                        n(down),
                        n(*from),
                        n(middle),
                        n(left - 6.0),
                        n(left),
                        n(middle)
                    );
                }
                add_text(&mut out, "l", left + 6.0, y - 8.0, &one.label);
            }
        } else if y > 1.0 {
            y += ABOVE / 2.0;
        }
        place_box(&mut out, place, &words, (left, y, wide));
        y += words.height;
        if let Some(edge) = edges.get_mut(turn.at) {
            *edge = (left, y);
        }
    }
    format!("{}{out}</svg>", open(&ways.about, Screen::Phone, "", PHONE, y + 1.0, false))
}
