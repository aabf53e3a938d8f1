//! Letters by mail: what may stand in one, how it is written down, and how it leaves the house.
//!
//! A [`Letter`] goes to one address. Everything that ends up in its head is a type that refuses line breaks and hidden
//! characters, so nobody's name or subject can add a header or a recipient. [`Letter::render`] writes the bytes
//! (RFC 5322), [`Transport::send`] hands them to a mail server or, in the demo and in tests, to a [`Trap`].
//! Sending blocks and belongs on a worker's thread. The queue with its retries is a table in `db`; [`next_try`] says
//! when to try again. What comes in is read by [`incoming`].

mod address;
mod head;
mod html;
pub mod incoming;
mod letter;
mod retry;
mod smtp;
mod transport;
mod trap;

pub use address::{Address, AddressError};
pub use head::{HeaderText, HeaderTextError, Link, LinkError, MessageId};
pub use html::as_html;
pub use letter::{Calendar, Letter, RenderError, Rendered, Sender};
pub use retry::{GIVE_UP_AFTER, next_try};
pub use smtp::{Security, SettingsError, SmtpSettings};
pub use transport::{Failure, SendError, Transport};
pub use trap::{Trap, Trapped};
