//! What a slice has to tell persons by letter: asked of all slices when letters are gathered, judged for each reader anew.

use db::{Args, Conn, Entry};
use kernel::{Day, Lang, Moment, Result, Scope};

/// How a slice answers what happened within a window that persons may be told.
pub type AskTold = fn(&Conn, &Window) -> Result<Vec<Told>>;

/// What is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Window {
    /// After this moment.
    pub since: Moment,
    /// Up to this moment.
    pub until: Moment,
    /// What came through one of these networks; `None` for everything in the house.
    pub networks: Option<Vec<i64>>,
    /// Whether what letters of their own told is asked for too: an inbox shows it, a bundle does not repeat it.
    pub letters: bool,
}

impl Window {
    /// Everything in the house between two moments that no letter of its own told.
    #[must_use]
    pub const fn all(since: Moment, until: Moment) -> Self {
        Self { since, until, networks: None, letters: false }
    }
    /// The networks as a condition on a column, with the value it takes: `AND column IN (:networks*)`, or nothing.
    #[must_use]
    pub fn within(&self, column: &str, given: Args) -> (String, Args) {
        match &self.networks {
            Some(networks) => (format!(" AND {column} IN (:networks*)"), given.with("networks", networks.as_slice())),
            None => (String::new(), given),
        }
    }
    /// Whether a moment lies within.
    #[must_use]
    pub fn has(&self, at: Moment) -> bool {
        at > self.since && at <= self.until
    }
    /// The events of some verbs, oldest first: one statement.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn events(&self, conn: &Conn, verbs: &[&str]) -> Result<Vec<Entry>> {
        db::entries_of(conn, verbs, (self.since, self.until), self.networks.as_deref())
    }
}

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
    /// Until when persons have read it, or did what was asked of them.
    pub read: Vec<(i64, Moment)>,
    /// What happened, in a few words, German and English; both empty where the weight says it.
    pub word: [&'static str; 2],
    /// The last day on which somebody can act.
    pub due: Option<Day>,
    /// The seats it is for, in ascending order; empty where it is for everybody its ways reach.
    pub seats: Vec<i64>,
    /// Whether a letter of its own told everybody it is for: no bundle repeats it.
    pub letter: bool,
    /// Who was told by a letter of her own, where not everybody was.
    pub lettered: Vec<i64>,
    /// The topics it is under, out of the vocabulary of the house.
    pub topics: Vec<i64>,
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
            word: ["", ""],
            due: None,
            seats: Vec::new(),
            letter: false,
            lettered: Vec::new(),
            topics: Vec::new(),
        }
    }
    /// With what happened in a few words.
    #[must_use]
    pub fn saying(mut self, word: fn(Lang) -> &'static str) -> Self {
        self.word = [word(Lang::De), word(Lang::En)];
        self
    }
    /// What happened, in a language; empty where its weight says it.
    #[must_use]
    pub const fn word_in(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::De => self.word[0],
            Lang::En => self.word[1],
        }
    }
}
