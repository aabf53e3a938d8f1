//! The key of the timeline: each look that is drawn, in words.
use super::{Axis, Bar, BarKind, Day, End, Terms, bar_class, bar_path, end_mark, hatch};
use crate::KeyItem;

/// What each look means. An empty word leaves its entry out.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Held on the day looked at, "im Amt".
    pub held: String,
    /// Held, and over.
    pub over: String,
    /// Held for the time being.
    pub acting: String,
    /// In office after the end of the term.
    pub carries: String,
    /// The mandate rests.
    pub resting: String,
    /// Nobody sits there.
    pub vacant: String,
    /// The flat stroke at the end of a term.
    pub end: String,
    /// The arrow.
    pub open: String,
}

/// One entry for each look that occurs.
pub(super) fn key(terms: &Terms, axis: &Axis) -> Vec<KeyItem> {
    let shown: Vec<&Bar> = terms.rows.iter().flat_map(|row| &row.bars).filter(|bar| axis.shows(bar)).collect();
    let hue = terms.rows.first().map_or(1, |row| row.hue.clamp(1, 6));
    let drawn = |class: &str| shown.iter().any(|bar| bar_class(axis, bar) == class);
    let fin = shown.iter().any(|bar| !end_mark(axis, bar, 0.0, 0.0, 1.0).is_empty());
    let arrow = shown.iter().any(|bar| bar.end == End::Open);
    let words = &terms.words;
    [
        (&words.held, BarKind::Held, 0, drawn("run")),
        (&words.over, BarKind::Held, 1, drawn("run over")),
        (&words.acting, BarKind::Acting, 0, drawn("run act")),
        (&words.carries, BarKind::Carries, 0, drawn("run carry")),
        (&words.resting, BarKind::Resting, 0, drawn("run rest")),
        (&words.vacant, BarKind::Vacant, 0, drawn("run off")),
        (&words.end, BarKind::Held, 2, fin),
        (&words.open, BarKind::Held, 3, arrow),
    ]
    .into_iter()
    .filter(|(text, _, _, occurs)| *occurs && !text.is_empty())
    .filter_map(|(text, kind, end, _)| Some(KeyItem { svg: swatch(kind, end, hue)?, text: text.clone() }))
    .collect()
}

/// A bar of its own small axis. `end`: 0 beyond the axis, 1 before the day looked at, 2 flat with a stroke, 3 open.
fn swatch(kind: BarKind, end: u8, hue: u8) -> Option<String> {
    let day = |year| Day::new(year, 1, 1);
    let (from, last) = (day(2000)?, Day::new(2009, 12, 31)?);
    let today = if end == 1 { day(2015)? } else { day(2005)? };
    let axis = Axis { from: 2000.0, to: 2010.0, first: 2000, last: 2009, today };
    let end_of = if end == 3 { End::Open } else { End::On(last) };
    let empty = String::new;
    let bar = Bar { from, end: end_of, kind, holder: empty(), period: empty(), state: empty(), href: None };
    let (path, left, right) = bar_path(&axis, &bar, (2.0, 25.0), 3.0, 14.0);
    let fin = if end == 2 { end_mark(&axis, &bar, right, 3.0, 14.0) } else { empty() };
    Some(format!(
        "<svg class=\"pic sw n{hue}\" width=\"34\" height=\"20\" viewBox=\"0 0 34 20\" aria-hidden=\"true\"><path class=\"{}\" d=\"{path}\"/>{}{fin}</svg>",
        bar_class(&axis, &bar),
        hatch(&axis, &bar, (left, right), 3.0, 14.0)
    ))
}
