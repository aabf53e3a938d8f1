//! The way of a delegation: from those who elect, over several stages, to the seat far away.
use crate::svg::{PHONE, Screen, balance, count, n, open, plain, text, wrap};
use crate::{About, Cell, Picture, Row, Table};
use std::fmt::Write as _;

const WIDTH: f64 = 1040.0;
/// More stages than this go to a second line.
const PER_LINE: usize = 5;
const GAP: f64 = 104.0;

/// Everything the picture shows.
#[derive(Clone, Debug)]
pub struct Chain {
    /// Names and texts. `table_head` has three words: stage, who or how many, state.
    pub about: About,
    /// From the electing body to the last seat.
    pub hops: Vec<Hop>,
}

/// One stage.
#[derive(Clone, Debug)]
pub struct Hop {
    /// Name of body or seat; may hold soft hyphens.
    pub title: String,
    /// Who holds it, how many elect; may be empty.
    pub subtitle: String,
    /// Decides look and sign.
    pub state: State,
    /// The state in words: "besetzt", "unbesetzt seit Mai", "Amtszeit abgelaufen".
    pub state_label: String,
    /// Verb on the arrow to the next stage.
    pub link_label: String,
    /// Page of the stage, linked in the table.
    pub href: Option<String>,
}

/// Whether the chain holds here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Filled, the chain holds.
    Ok,
    /// Nobody sits here, the seat exists.
    Vacant,
    /// The chain is broken: the holder lost what the seat needs.
    Broken,
}

/// Draws the chain; one table row for each stage.
#[must_use]
pub fn draw(chain: &Chain) -> Picture {
    let row = |hop: &Hop| Row {
        cells: vec![
            Cell::link(plain(&hop.title), hop.href.as_ref()),
            Cell::text(plain(&hop.subtitle)),
            Cell::text(hop.state_label.clone()),
        ],
    };
    Picture {
        svg_wide: wide(chain),
        svg_phone: Some(phone(chain)),
        title: chain.about.title.clone(),
        description: chain.about.description.clone(),
        key: Vec::new(),
        credit: None,
        table: Table {
            caption: chain.about.table_caption.clone(),
            head: chain.about.table_head.clone(),
            rows: chain.hops.iter().map(row).collect(),
        },
    }
}

/// The words of one box, broken to its width, and its height.
struct Words {
    title: Vec<String>,
    subtitle: Vec<String>,
    state: Vec<String>,
    height: f64,
}

fn words(hop: &Hop, room: f64) -> Words {
    let title = balance(&hop.title, room, 16.0, 4);
    let subtitle = wrap(&hop.subtitle, room, 13.5, 3);
    let state = wrap(&hop.state_label, room - 24.0, 14.0, 3);
    let height = count(title.len()) * 19.0 + count(subtitle.len()) * 18.0 + count(state.len().max(1)) * 18.0 + 34.0;
    Words { title, subtitle, state, height }
}

fn hop(out: &mut String, hop: &Hop, words: &Words, (x, y, w, h): (f64, f64, f64, f64)) {
    let class = match hop.state {
        State::Ok => "box",
        State::Vacant => "box off",
        State::Broken => "box no",
    };
    let _ = write!(
        out,
        "<g data-mark=\"1\"><rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"12\"/>",
        n(x),
        n(y),
        n(w),
        n(h)
    );
    let mut line = y + (h - words.height) / 2.0 + 14.0;
    for title in &words.title {
        line += 16.0;
        out.push_str(&text("t", x + 14.0, line, title));
        line += 3.0;
    }
    for subtitle in &words.subtitle {
        line += 16.0;
        out.push_str(&text("s", x + 14.0, line, subtitle));
        line += 2.0;
    }
    line += 5.0;
    // The sign repeats the words, for those who look before they read.
    let (sx, sy) = (n(x + 14.0), n(line + 11.0));
    let _ = match hop.state {
        State::Ok => write!(out, "<path class=\"sign yes\" d=\"M{sx} {sy}m1 0l4 4 8-9\"/>"),
        State::Vacant => {
            write!(out, "<path class=\"sign\" stroke-dasharray=\"3 4\" d=\"M{sx} {sy}a6 6 0 1012 0a6 6 0 10-12 0\"/>")
        }
        State::Broken => write!(out, "<path class=\"sign no\" d=\"M{sx} {sy}m1-5l10 10m0-10l-10 10\"/>"),
    };
    for state in &words.state {
        line += 16.0;
        out.push_str(&text("l", x + 36.0, line, state));
        line += 2.0;
    }
    out.push_str("</g>");
}

/// Stroke and head of the arrow that leaves a stage.
fn link(state: State) -> (&'static str, &'static str) {
    match state {
        State::Ok => ("e d", "hd"),
        State::Vacant => ("e dash", "hm"),
        State::Broken => ("e no", "hn"),
    }
}

fn wide(chain: &Chain) -> String {
    let per_line = chain.hops.len().clamp(1, PER_LINE);
    let w = ((WIDTH - 2.0 - GAP * (count(per_line) - 1.0)) / count(per_line)).min(260.0);
    let mut out = String::new();
    let mut y = 1.0;
    let lines: Vec<&[Hop]> = chain.hops.chunks(per_line).collect();
    for (at, line) in lines.iter().enumerate() {
        let all: Vec<Words> = line.iter().map(|one| words(one, w - 28.0)).collect();
        let h = all.iter().map(|one| one.height).fold(60.0, f64::max);
        let mut x = 1.0;
        for (index, (one, words)) in line.iter().zip(&all).enumerate() {
            hop(&mut out, one, words, (x, y, w, h));
            let (stroke, head) = link(one.state);
            let middle = y + h / 2.0;
            if index + 1 < line.len() {
                let _ = write!(
                    out,
                    "<g aria-hidden=\"true\"><path class=\"{stroke}\" d=\"M{} {}H{}\"/><path class=\"{head}\" d=\"M{} {}l-11-6v12z\"/></g>",
                    n(x + w),
                    n(middle),
                    n(x + w + GAP - 9.0),
                    n(x + w + GAP),
                    n(middle)
                );
                let label = balance(&one.link_label, GAP - 20.0, 14.0, 3);
                let mut label_y = middle - 9.0 - count(label.len()) * 17.0;
                for words in &label {
                    label_y += 17.0;
                    out.push_str(&text("l o mi", x + w + GAP / 2.0 - 4.0, label_y, words));
                }
                x += w + GAP;
            } else if at + 1 < lines.len() {
                // Down and back to the left edge, where the next line begins.
                let turn = y + h + 26.0;
                let _ = write!(
                    out,
                    "<g aria-hidden=\"true\"><path class=\"{stroke}\" d=\"M{} {}V{}H{}V{}\"/><path class=\"{head}\" d=\"M{} {}l-6-11h12z\"/></g>",
                    n(x + w / 2.0),
                    n(y + h),
                    n(turn),
                    n(1.0 + w / 2.0),
                    n(y + h + 43.0),
                    n(1.0 + w / 2.0),
                    n(y + h + 52.0)
                );
                out.push_str(&text("l", 1.0 + w / 2.0 + 14.0, turn - 7.0, &one.link_label));
            }
        }
        y += h + if at + 1 < lines.len() { 52.0 } else { 1.0 };
    }
    format!("{}{out}</svg>", open(&chain.about, Screen::Wide, "", WIDTH, y.max(20.0), false))
}

fn phone(chain: &Chain) -> String {
    let mut out = String::new();
    let mut y = 1.0;
    for (at, one) in chain.hops.iter().enumerate() {
        let words = words(one, PHONE - 30.0);
        hop(&mut out, one, &words, (1.0, y, PHONE - 2.0, words.height));
        y += words.height;
        if at + 1 < chain.hops.len() {
            let (stroke, head) = link(one.state);
            let label = wrap(&one.link_label, PHONE - 80.0, 14.0, 3);
            let tall = (count(label.len()) * 18.0).max(18.0) + 18.0;
            let _ = write!(
                out,
                "<g aria-hidden=\"true\"><path class=\"{stroke}\" d=\"M40 {}V{}\"/><path class=\"{head}\" d=\"M40 {}l-6-11h12z\"/></g>",
                n(y),
                n(y + tall - 10.0),
                n(y + tall - 1.0)
            );
            let mut line = y + (tall - count(label.len()) * 18.0) / 2.0 + 13.0;
            for words in &label {
                out.push_str(&text("l", 58.0, line, words));
                line += 18.0;
            }
            y += tall;
        }
    }
    format!("{}{out}</svg>", open(&chain.about, Screen::Phone, "", PHONE, y + 1.0, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(states: &[State]) -> Chain {
        let hop = |(i, state): (usize, &State)| Hop {
            title: format!("Stufe {i}"),
            subtitle: "37 Stellen".into(),
            state: *state,
            state_label: "in Worten".into(),
            link_label: "entsendet".into(),
            href: None,
        };
        Chain {
            about: About {
                id: "k".into(),
                title: "Kette".into(),
                description: "d".into(),
                table_caption: "c".into(),
                table_head: vec![String::new(); 3],
            },
            hops: states.iter().enumerate().map(hop).collect(),
        }
    }

    #[test]
    fn one_row_for_each_stage_and_state_in_words_and_sign() {
        for states in [vec![], vec![State::Ok], vec![State::Ok, State::Vacant, State::Broken], vec![State::Ok; 7]] {
            let picture = draw(&chain(&states));
            assert_eq!(picture.marks(), states.len());
            assert_eq!(picture.table.rows.len(), states.len());
            let phone = picture.svg_phone.unwrap_or_default();
            for drawing in [&picture.svg_wide, &phone] {
                assert_eq!(drawing.matches(">in Worten<").count(), states.len());
                assert_eq!(drawing.matches("class=\"sign").count(), states.len());
                assert_eq!(drawing.matches(">entsendet<").count(), states.len().saturating_sub(1));
                assert!(!drawing.contains("style=") && drawing.contains("role=\"img\""));
            }
        }
    }

    #[test]
    fn a_broken_stage_breaks_its_arrow() {
        let svg = draw(&chain(&[State::Broken, State::Ok])).svg_wide;
        assert!(svg.contains("class=\"box no\"") && svg.contains("class=\"e no\""));
        let svg = draw(&chain(&[State::Vacant, State::Ok])).svg_wide;
        assert!(svg.contains("class=\"box off\"") && svg.contains("class=\"e dash\""));
    }
}
