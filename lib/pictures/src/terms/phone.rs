//! The narrow timeline: each bar on a line of its own, its words below.
use super::{Axis, Bar, Terms, bar_class, bar_path, end_mark, hatch};
use crate::svg::{PHONE, Screen, n, open, text, wrap};
use std::fmt::Write as _;

const X1: f64 = PHONE - 12.0;

pub(super) fn draw(terms: &Terms, axis: &Axis) -> String {
    let mut body = String::new();
    let mut y = 26.0;
    for row in &terms.rows {
        for line in wrap(&row.label, PHONE, 16.0, 2) {
            y += 20.0;
            body.push_str(&text("t", 0.0, y - 2.0, &line));
        }
        for line in wrap(&row.sublabel, PHONE, 13.5, 2) {
            y += 18.0;
            body.push_str(&text("s", 0.0, y - 2.0, &line));
        }
        let _ = write!(body, "<g class=\"n{}\">", row.hue.clamp(1, 6));
        for bar in row.bars.iter().filter(|bar| axis.shows(bar)) {
            y += 10.0;
            let (path, left, right) = bar_path(axis, bar, (0.0, X1), y, 14.0);
            let _ = write!(
                body,
                "<rect class=\"band\" x=\"0\" y=\"{}\" width=\"{}\" height=\"14\" rx=\"4\"/><path data-mark=\"1\" class=\"{}\" d=\"{path}\"/>{}{}",
                n(y),
                n(X1),
                bar_class(axis, bar),
                hatch(axis, bar, (left, right), y, 14.0),
                end_mark(axis, bar, right, y, 14.0)
            );
            y += 16.0;
            for (class, line) in words(bar) {
                y += 18.0;
                body.push_str(&text(class, 0.0, y - 2.0, &line));
            }
        }
        body.push_str("</g>");
        y += 14.0;
    }
    let mut out = open(&terms.about, Screen::Phone, "", PHONE, y, false);
    out.push_str(&text("s", 0.0, 15.0, &axis.first.to_string()));
    let years = terms.today.years();
    if (axis.from..=axis.to).contains(&years) {
        let x = axis.at(years, 0.0, X1);
        let half = crate::svg::width(&terms.today_label, 14.0) / 2.0;
        // Between the two years, so that the three words never meet.
        let middle = x.clamp(44.0 + half, (X1 - 44.0 - half).max(44.0 + half));
        out.push_str(&text("l mi", middle, 15.0, &terms.today_label));
        let _ = write!(body, "<path class=\"now thin\" d=\"M{} 21V{}\"/>", n(x), n(y - 8.0));
    }
    out.push_str(&text("s en", PHONE, 15.0, &axis.last.to_string()));
    out.push_str(&body);
    out.push_str("</svg>");
    out
}

/// Who in bold, then period and state.
fn words(bar: &Bar) -> Vec<(&'static str, String)> {
    let mut out: Vec<(&'static str, String)> =
        wrap(&bar.holder, PHONE, 14.0, 2).into_iter().map(|line| ("l", line)).collect();
    let rest: Vec<&str> =
        [bar.period.as_str(), bar.state.as_str()].into_iter().filter(|words| !words.is_empty()).collect();
    out.extend(wrap(&rest.join(" · "), PHONE, 13.5, 3).into_iter().map(|line| ("l2", line)));
    out
}
