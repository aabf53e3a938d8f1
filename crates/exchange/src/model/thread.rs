//! Threads: a question, an information or a request, and what others answer.

use kernel::{Day, Id, Level, Moment, Scope};
use networks::{Body, Seat, Topic};
use people::{Person, stored_words};

stored_words! {
    /// What somebody wants of others.
    pub enum ThreadKind {
        /// Wants to know.
        Question = "question",
        /// Tells.
        Information = "information",
        /// Asks for something to be done.
        Request = "request",
    }
}

stored_words! {
    /// How an answer came.
    pub enum Way {
        /// From the page.
        Page = "page",
        /// By the link of a letter.
        Link = "link",
    }
}

stored_words! {
    /// What somebody chose about a thread.
    pub enum Chose {
        /// Every answer.
        Follow = "follow",
        /// Nothing more.
        Mute = "mute",
    }
}

/// Taken out of sight by those who lead the body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hidden {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: Option<Id<Person>>,
    /// Why, for those who read along.
    pub reason: String,
}

/// What came of it, in one to three sentences.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// The sentences.
    pub words: String,
    /// Who wrote them.
    pub by: Option<Id<Person>>,
    /// When.
    pub at: Moment,
}

/// A thread.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Thread {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body it was written in.
    pub body: Id<Body>,
    /// Who sees it: [`Level::AllNetworks`], [`Level::Network`] or [`Level::Body`].
    pub level: Level,
    /// What is wanted.
    pub kind: ThreadKind,
    /// Whether it is in no letter, no search and no list that leaves the house.
    pub confidential: bool,
    /// Whether nobody known asks it: it came through those who lead.
    pub relayed: bool,
    /// What it is called.
    pub title: String,
    /// The words, as Markdown.
    pub words: String,
    /// What it is about.
    pub topic: Option<Id<Topic>>,
    /// The last day on which an answer helps.
    pub answer_until: Option<Day>,
    /// Who wrote it; `None` once her account is erased.
    pub author: Option<Id<Person>>,
    /// As what she wrote it, in words of that day; empty where there was nothing to choose.
    pub capacity: String,
    /// When.
    pub made_at: Moment,
    /// When it was last changed.
    pub edited_at: Option<Moment>,
    /// When somebody last wrote in it.
    pub last_at: Moment,
    /// How many answers it has.
    pub replies: i64,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// Whether it is out of sight.
    pub hidden: Option<Hidden>,
    /// Counts changes.
    pub version: i64,
}

impl Thread {
    /// Who sees it at home; a forwarding adds more.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
    /// Whether an outcome is owed: of a question or request that was answered.
    #[must_use]
    pub const fn wants_outcome(&self) -> bool {
        self.outcome.is_none() && self.hidden.is_none() && !matches!(self.kind, ThreadKind::Information)
    }
}

/// What is asked for a new thread.
#[derive(Clone, Debug)]
pub struct NewThread {
    /// The body it is written in.
    pub body: Id<Body>,
    /// Who sees it.
    pub level: Level,
    /// What is wanted.
    pub kind: ThreadKind,
    /// Whether it is confidential.
    pub confidential: bool,
    /// What it is called, at most 120 characters.
    pub title: String,
    /// The words.
    pub words: String,
    /// What it is about.
    pub topic: Option<Id<Topic>>,
    /// The last day on which an answer helps.
    pub answer_until: Option<Day>,
    /// Who is asked in person.
    pub asked: Vec<Id<Person>>,
    /// Whether whoever writes has looked for names and goes on all the same.
    pub checked: bool,
    /// What comes with it.
    pub files: Vec<files::Upload>,
    /// On which of her seats she writes; the body's own where she chose none.
    pub seat: Option<Id<Seat>>,
}

impl NewThread {
    /// A question to a network or body, seen by its network.
    pub fn new(body: Id<Body>, title: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            body,
            level: Level::Network,
            kind: ThreadKind::Question,
            confidential: false,
            title: title.into(),
            words: words.into(),
            topic: None,
            answer_until: None,
            asked: Vec::new(),
            checked: false,
            files: Vec::new(),
            seat: None,
        }
    }
}

/// What can be changed of a thread: words by whoever wrote it, place and topic by those who lead the body, too.
#[derive(Clone, Debug)]
pub struct ThreadEdit {
    /// What it is called.
    pub title: String,
    /// The words.
    pub words: String,
    /// What it is about.
    pub topic: Option<Id<Topic>>,
    /// Whether whoever writes has looked for names.
    pub checked: bool,
}

/// An answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    /// Its number.
    pub id: Id<Self>,
    /// The thread.
    pub thread: Id<Thread>,
    /// Who wrote it; `None` once her account is erased.
    pub author: Option<Id<Person>>,
    /// As what she wrote it, in words of that day; empty where there was nothing to choose.
    pub capacity: String,
    /// The words, as Markdown.
    pub words: String,
    /// How it came.
    pub way: Way,
    /// When.
    pub made_at: Moment,
    /// When it was last changed.
    pub edited_at: Option<Moment>,
    /// When whoever asked said that it helped.
    pub helped_at: Option<Moment>,
    /// Whether it is out of sight.
    pub hidden: Option<Hidden>,
    /// Counts changes.
    pub version: i64,
}

/// What stood there before a change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Earlier {
    /// The answer; `None` for the thread itself.
    pub reply: Option<Id<Reply>>,
    /// What it was called.
    pub title: String,
    /// The words.
    pub words: String,
    /// Until when it stood.
    pub until: Moment,
}

/// The way of a thread into another network.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Forward {
    /// The thread.
    pub thread: Id<Thread>,
    /// The network it came to.
    pub network: Id<Body>,
    /// Who brought it.
    pub by: Option<Id<Person>>,
    /// What she wrote to it.
    pub note: String,
    /// When.
    pub at: Moment,
}

/// What somebody chose about a thread, and until when she has read it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stood {
    /// The thread.
    pub thread: Id<Thread>,
    /// Who.
    pub person: Id<Person>,
    /// What she chose.
    pub chose: Option<Chose>,
    /// Until when she has read.
    pub read_at: Moment,
}

/// A number of confidential threads that was released without details.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Released {
    /// What they were about.
    pub topic: Option<Id<Topic>>,
    /// The first day they were counted on.
    pub from: Day,
    /// The first day they no longer were.
    pub until: Day,
    /// How many.
    pub number: i64,
    /// Who sees it: [`Level::Public`] or [`Level::AllNetworks`].
    pub level: Level,
    /// When it was released.
    pub at: Moment,
}

/// A question somebody handed in without her name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Relay {
    /// Its number, a random one.
    pub id: Id<Self>,
    /// The body it is for.
    pub body: Id<Body>,
    /// The words.
    pub words: String,
}
