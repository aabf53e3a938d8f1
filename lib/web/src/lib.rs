//! The shell: addresses, pages, forms, errors, and the one place that knows HTTP.
//!
//! A slice hands over [`Slice`]: its [`Routes`], each with an [`Audience`], its [`Kind`]s and jobs. Handlers are
//! plain functions over one snapshot ([`Reading`]) or one transaction ([`Writing`]); they answer with an [`Answer`],
//! mostly made by [`Reading::page`], or with a [`kernel::Error`] that becomes a page saying what to do next.

mod answer;
mod ask;
mod assets;
mod atom;
mod errors;
mod form;
mod intake;
mod kept;
mod mail;
mod once;
mod origin;
mod page;
mod path;
mod press;
mod relevant;
mod route;
mod server;
mod sheet;
mod site;
mod slice;
mod told;
mod upload;
mod viewer;
mod waiting;
mod watch;

mod texts {
    i18n::texts!();
}

pub use answer::{Answer, Cookie};
pub use ask::{Ask, FIELD_LIMIT, Fields, pairs};
pub use atom::{Entry, Feed};
pub use errors::{gone, too_many, too_many_from_here};
pub use form::{Choice, Field, FormView};
pub use i18n::is_bidi_control;
pub use intake::{
    Answers, Choice as RowChoice, Column, Export, Intake, Letter, Looks, Question, Row, State, Taken, Target, Thing,
    UNDO_SECONDS, Undone, Verdict,
};
pub use mail::Mail;
pub use origin::{Origin, Peer, Proxies};
pub use page::{Page, Sub, crumbs};
#[doc(hidden)]
pub use path::written;
pub use path::{Captures, Path, Slug};
pub use press::{Press, Pressed};
pub use relevant::{AskRelevant, Wanted, matching, speaks_of};
pub use route::{Audience, Reading, Route, Routes, Writing};
pub use server::{AS, EVERYBODY, Limits, is_loopback, router, run, run_within};
pub use sheet::Sheet;
pub use site::{DemoBar, Hooks, Outside, Site};
pub use slice::{
    AskClosed, AskPassages, Becomes, Card, Document, Fact, Fate, Incoming, JobKind, Kind, Leaving, Nav, Newsworthy,
    Own, Parting, Passage, Passing, Record, Shown, Slice, TakeLetter, View, Words,
};
pub use told::{AskTold, Chose, Told, Weight, Window};
pub use upload::{Made, Part, Ready, as_fields, boundary, parts};
pub use viewer::{Signed, Viewer};
pub use waiting::{AskWaiting, Waiting};
pub use watch::Watch;
