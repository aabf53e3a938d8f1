//! Whether a way holds at a place: as sign, as stroke and as box.
use crate::svg::n;
use std::fmt::Write as _;

/// Whether the chain holds here, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Filled, the chain holds.
    Ok,
    /// Filled, but what confirms it is missing.
    Open,
    /// Nobody sits here, the seat exists.
    Vacant,
    /// The chain is broken: the holder lost what the seat needs.
    Broken,
}

impl State {
    /// Whether somebody sits here rightly, confirmed or not.
    #[must_use]
    pub const fn holds(self) -> bool {
        matches!(self, Self::Ok | Self::Open)
    }
}

/// The sign of a state, its left edge and middle at a point.
pub(super) fn sign(out: &mut String, state: State, x: f64, y: f64) {
    let (sx, sy) = (n(x), n(y));
    let _ = match state {
        State::Ok => write!(out, "<path class=\"sign yes\" d=\"M{sx} {sy}m1 0l4 4 8-9\"/>"),
        State::Open => write!(out, "<path class=\"sign\" d=\"M{sx} {sy}m6-6v7m0 5v.5\"/>"),
        State::Vacant => {
            write!(out, "<path class=\"sign\" stroke-dasharray=\"3 4\" d=\"M{sx} {sy}a6 6 0 1012 0a6 6 0 10-12 0\"/>")
        }
        State::Broken => write!(out, "<path class=\"sign no\" d=\"M{sx} {sy}m1-5l10 10m0-10l-10 10\"/>"),
    };
}

/// Stroke and head of the arrow that leaves a stage.
pub(super) const fn link(state: State) -> (&'static str, &'static str) {
    match state {
        State::Ok | State::Open => ("e d", "hd"),
        State::Vacant => ("e dash", "hm"),
        State::Broken => ("e no", "hn"),
    }
}

/// The look of a box or row.
pub(super) const fn class(state: State) -> &'static str {
    match state {
        State::Ok | State::Open => "box",
        State::Vacant => "box off",
        State::Broken => "box no",
    }
}
