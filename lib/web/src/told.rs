//! What a slice has to tell persons by letter: asked of all slices when letters are gathered, judged for each reader anew.

use db::Conn;
use kernel::{Moment, Result, Scope};

/// How a slice answers what happened between two moments that letters may tell.
pub type AskTold = fn(&Conn, since: Moment, until: Moment) -> Result<Vec<Told>>;

/// How much something weighs for its readers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    /// A duty of her seat: it comes whatever she chose.
    Duty,
    /// Asked of her in person.
    Direct,
    /// A letter to many, not a duty.
    Circular,
    /// Something new begins.
    New,
    /// What came of it.
    Outcome,
    /// An answer to something.
    Reply,
}

/// What somebody chose about one thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chose {
    /// Every answer.
    Follow,
    /// Nothing more.
    Mute,
}

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// The kind of the thing it is about, as [`kernel::Subject`] carries it.
    pub kind: &'static str,
    /// Its number.
    pub id: i64,
    /// When.
    pub at: Moment,
    /// How much it weighs.
    pub weight: Weight,
    /// What the thing is called; shown to nobody where `quiet`.
    pub title: String,
    /// The path of its page, without the prefix of a language.
    pub path: String,
    /// Who did it; never told of it.
    pub by: Option<i64>,
    /// The bodies whose members it is for, each with its network: the way it comes by.
    pub ways: Vec<(i64, i64)>,
    /// The ways it came by before: whoever heard of it there is not told again.
    pub before: Vec<(i64, i64)>,
    /// Who may see the thing: any of these is enough.
    pub scopes: Vec<Scope>,
    /// Whether letters name nothing of it: neither title nor network.
    pub quiet: bool,
    /// The path at which the link of a letter opens it, with `{token}` for the link's secret; `None` where one signs in.
    pub open: Option<String>,
    /// Whether a letter that names it may be answered by letter.
    pub answers: bool,
    /// Who takes part in it.
    pub concerned: Vec<i64>,
    /// Who takes part in it by letter: she gets each answer as one.
    pub by_mail: Vec<i64>,
    /// Who was asked in person.
    pub asked: Vec<i64>,
    /// What persons chose about it.
    pub chose: Vec<(i64, Chose)>,
    /// Until when persons have read it.
    pub read: Vec<(i64, Moment)>,
}

impl Told {
    /// Something about a thing; for nobody yet.
    #[must_use]
    pub const fn new(kind: &'static str, id: i64, at: Moment, weight: Weight) -> Self {
        Self {
            kind,
            id,
            at,
            weight,
            title: String::new(),
            path: String::new(),
            by: None,
            ways: Vec::new(),
            before: Vec::new(),
            scopes: Vec::new(),
            quiet: false,
            open: None,
            answers: false,
            concerned: Vec::new(),
            by_mail: Vec::new(),
            asked: Vec::new(),
            chose: Vec::new(),
            read: Vec::new(),
        }
    }
}
