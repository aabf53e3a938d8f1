//! What others offer on the net, fetched within limits: the one crate that asks other servers for something.
//!
//! Whoever enters an address decides where this program connects to. So a host's addresses are looked up once, each is held
//! against what may be reached, and exactly those are connected to; nothing leads from there to another host; and time and
//! size are bounded while bytes come in.

mod address;
mod net;
mod reach;

pub use address::{Address, is_public};
pub use reach::{Lookup, Page, Reach, Visit};

use std::time::Duration;

/// The longest an answer may take, from the look-up of the name to its last byte.
pub const PATIENCE: Duration = Duration::from_secs(3);
/// The most bytes of an answer.
pub const BYTES_MOST: usize = 10 << 20;

/// Why nothing was fetched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// The address is none that can be asked: not `https`, with a name and password, with a port of its own.
    Address,
    /// It leads to this machine, or into a network that is not public.
    Private,
    /// There is no such host.
    Unknown,
    /// The host does not answer, or cannot prove who it is.
    Unreachable,
    /// The answer took longer than [`PATIENCE`].
    Slow,
    /// The answer is larger than [`BYTES_MOST`].
    Large,
    /// The host sends on to another address.
    Redirect,
    /// The host answered with another status than 200.
    Status(u16),
    /// A link led to another host than the one that was entered.
    Elsewhere,
}
