//! How slices meet without knowing each other: a list of structs of functions.

use db::Conn;
use kernel::{Lang, Result};

use crate::{Export, Intake, Routes, Viewer};

/// What a capability gives to the house.
#[derive(Clone)]
pub struct Slice {
    /// Its name, as its folder.
    pub name: &'static str,
    /// Its addresses.
    pub routes: fn() -> Routes,
    /// Its things.
    pub kinds: &'static [Kind],
    /// Its entries in the main menu.
    pub nav: &'static [Nav],
    /// Its work for later.
    pub jobs: &'static [JobKind],
    /// The list of members it takes in.
    pub intake: Option<&'static Intake>,
    /// The lists it gives out.
    pub exports: &'static [Export],
}

impl Slice {
    /// A slice that gives nothing, to begin with: `Slice { routes, ..Slice::named("search") }`.
    #[must_use]
    pub const fn named(name: &'static str) -> Self {
        Self { name, routes: Routes::new, kinds: &[], nav: &[], jobs: &[], intake: None, exports: &[] }
    }
}

/// One entry of the main menu.
#[derive(Clone, Copy)]
pub struct Nav {
    /// What pages name to mark it as current.
    pub key: &'static str,
    /// Its word.
    pub label: fn(Lang) -> &'static str,
    /// Where it leads.
    pub path: &'static str,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// Its place among the others.
    pub place: u8,
    /// Whether the public sees it.
    pub public: bool,
}

/// A kind of thing: what links, search and lists of what is new ask for.
#[derive(Clone, Copy)]
pub struct Kind {
    /// What [`kernel::Subject`] carries.
    pub name: &'static str,
    /// Its word in the plural, for facets.
    pub label: fn(Lang) -> &'static str,
    /// Cards for those of the given numbers the viewer may see; others are left out. Batched.
    pub cards: fn(&Conn, &Viewer, &[i64]) -> Result<Vec<Card>>,
    /// What search should know of one; `None` when it is gone or cannot be found.
    pub document: fn(&Conn, i64) -> Result<Option<Document>>,
    /// Every number there is, for building the index anew.
    pub every: fn(&Conn) -> Result<Vec<i64>>,
}

/// A thing on one line of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// Its number.
    pub id: i64,
    /// Its kind's name.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// One line more.
    pub detail: String,
    /// Where it is.
    pub url: String,
    /// Its icon.
    pub icon: &'static str,
    /// The hue of its network, 1 to 6; 0 for none.
    pub hue: i64,
}

/// What search knows of a thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// The words it is found by.
    pub text: String,
    /// Who may find it: level and the network or body it applies to (0 where the level needs none).
    pub scopes: Vec<(kernel::Level, i64)>,
}

/// Work for later that a slice knows how to do.
#[derive(Clone, Copy)]
pub struct JobKind {
    /// What [`db::Job`] carries.
    pub name: &'static str,
    /// Does it, in one transaction.
    pub run: fn(&db::Tx<'_>, payload: &str) -> Result<()>,
    /// Run every day at that local hour with the day as payload, besides when asked.
    pub daily_at: Option<i8>,
}
