//! The control socket: how the command line speaks to the server that runs on the same data directory.
//!
//! A Unix socket only its owner may open, in the data directory. One line of JSON there, one line back:
//! `{"do":"backup","file":"/…","to":"age1…"}` gives `{"ok":{"rows":7}}`, `{"do":"invite","mail":…,"given":…,"family":…}`
//! gives `{"ok":{"link":"…"}}`, and what is refused gives `{"error":"a sentence"}`.

mod client;
mod request;
mod server;

pub use client::{ask, is_running};
pub use request::Request;
pub use server::{Control, Powers};

/// The longest line either side reads.
const LINE: u64 = 16 << 10;
