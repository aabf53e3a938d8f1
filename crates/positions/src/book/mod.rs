//! The motions of a conference as a book: numbered by topic, with the amendments to each and what is recommended.

mod actions;
mod model;
mod pages;
mod rules;
pub(crate) mod store;

pub use actions::{begin_book, fill_book, publish_book};
pub use model::{Book, NewBook};
pub(crate) use pages::routes;
pub use rules::labels;
