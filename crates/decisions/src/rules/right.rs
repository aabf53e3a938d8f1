//! What becomes of a right to vote while a ballot is open.

/// A right to vote at a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Right {
    /// It can still be used. A lost connection changes nothing.
    Open,
    /// It was used; nothing is cast twice.
    Used,
    /// The ballot closed without it.
    Lapsed,
}

/// Where a right stands. Whoever loses her connection keeps an unused right until the ballot closes.
#[must_use]
pub const fn right(used: bool, closed: bool) -> Right {
    match (used, closed) {
        (true, _) => Right::Used,
        (false, false) => Right::Open,
        (false, true) => Right::Lapsed,
    }
}

/// One of several ballots on the same question; repeating keeps them all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attempt {
    /// Counted from 1.
    pub number: u32,
    /// Whether the chair had it repeated.
    pub repeated: bool,
}

/// The attempt whose result counts: the last one. Earlier results stay readable. `None` without any, or while the last
/// one was itself called void.
#[must_use]
pub fn counting(attempts: &[Attempt]) -> Option<u32> {
    attempts.iter().max_by_key(|attempt| attempt.number).filter(|last| !last.repeated).map(|last| last.number)
}
