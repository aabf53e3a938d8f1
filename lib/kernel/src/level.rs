//! How far a thing may be seen, and the columns that say so.

/// The six levels, from open to closed. A thing has exactly one; what hangs on it takes its parent's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Everyone, search engines included.
    Public = 0,
    /// Every confirmed member of any network.
    AllNetworks = 1,
    /// Members of the network.
    Network = 2,
    /// Who sits in the body.
    Body = 3,
    /// The sender's body, the delegate, the substitute.
    Delegation = 4,
    /// Named persons only, never inherited by role or succession.
    Named = 5,
}

impl Level {
    /// From the stored number; an unknown one is read as the most closed.
    #[must_use]
    pub const fn from_number(number: i64) -> Self {
        match number {
            0 => Self::Public,
            1 => Self::AllNetworks,
            2 => Self::Network,
            3 => Self::Body,
            4 => Self::Delegation,
            _ => Self::Named,
        }
    }
    /// The stored number.
    #[must_use]
    pub const fn number(self) -> i64 {
        self as i64
    }
}

/// The scope columns every protected row carries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Scope {
    /// How far it may be seen.
    pub level: Level,
    /// The network it belongs to (a body id).
    pub network: Option<i64>,
    /// The body it belongs to.
    pub body: Option<i64>,
    /// The delegation's seat, at [`Level::Delegation`].
    pub seat: Option<i64>,
    /// The person whose own it is.
    pub owner: Option<i64>,
}

impl Scope {
    /// A scope of a body in a network.
    #[must_use]
    pub const fn body(level: Level, network: i64, body: i64) -> Self {
        Self { level, network: Some(network), body: Some(body), seat: None, owner: None }
    }
    /// What belongs to one person alone.
    #[must_use]
    pub const fn own(person: i64) -> Self {
        Self { level: Level::Named, network: None, body: None, seat: None, owner: Some(person) }
    }
    /// What belongs to the installation as a whole.
    #[must_use]
    pub const fn house(level: Level) -> Self {
        Self { level, network: None, body: None, seat: None, owner: None }
    }
}
