//! What a task is.

use kernel::{Day, Id, Lang, Level, Moment, Scope, Subject};
use networks::{Body, Topic};
use people::{Person, Post, stored_words};

stored_words! {
    /// How a task stands.
    pub enum State {
        /// To be done.
        Open = "open",
        /// Done.
        Done = "done",
        /// Given up, with a reason.
        Dropped = "dropped",
    }
}

/// Who does it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Owner {
    /// This person, whatever becomes of her posts.
    Person(Id<Person>),
    /// Whoever holds the post on the day one asks.
    Post(Id<Post>),
    /// Those who lead the body.
    Body(Id<Body>),
}

impl Owner {
    /// As forms name it: `p12`, `s12`, `g12`.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Person(id) => format!("p{id}"),
            Self::Post(id) => format!("s{id}"),
            Self::Body(id) => format!("g{id}"),
        }
    }
    /// From what a form says.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let (sort, number) = (key.chars().next()?, key.get(1..)?);
        match sort {
            'p' => number.parse().ok().map(Self::Person),
            's' => number.parse().ok().map(Self::Post),
            'g' => number.parse().ok().map(Self::Body),
            _ => None,
        }
    }
}

/// Kinds of things that are questions. Their cards lead whoever answers to the form, and everybody else, or once it is answered, to
/// the thing itself under its own kind.
pub const ASKS: [&str; 2] = ["position_signature", "position_mover"];

/// The thing a task came from, in words that stay readable when the thing goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Its kind, as [`kernel::Subject`] carries it: `vote`, `resolution`, `seat`.
    pub kind: String,
    /// Its number.
    pub id: i64,
    /// What it is called in German.
    pub de: String,
    /// The same in English.
    pub en: String,
}

impl Source {
    /// A thing with its title in both languages.
    pub fn new(of: Subject, de: impl Into<String>, en: impl Into<String>) -> Self {
        Self { kind: of.kind.to_owned(), id: of.id, de: de.into(), en: en.into() }
    }
    /// Whether it is a question: its answer closes the task, so nobody marks that as done beside it.
    #[must_use]
    pub fn asks(&self) -> bool {
        ASKS.contains(&self.kind.as_str())
    }
    /// Its title in a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
        }
    }
}

/// A task.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Task {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body it belongs to.
    pub body: Id<Body>,
    /// Who beside those concerned sees it: [`Level::Body`] or [`Level::Network`].
    pub level: Level,
    /// What is to be done.
    pub title: String,
    /// The same in English, where the program gave it.
    pub title_en: Option<String>,
    /// More about it; may be empty.
    pub note: String,
    /// Who does it.
    pub owner: Owner,
    /// The last day that is in time.
    pub due: Option<Day>,
    /// What it came from.
    pub source: Option<Source>,
    /// Who gave it; `None` for the program.
    pub given_by: Option<Id<Person>>,
    /// When.
    pub given_at: Moment,
    /// How it stands.
    pub state: State,
    /// When it was done or given up.
    pub closed_at: Option<Moment>,
    /// By whom.
    pub closed_by: Option<Id<Person>>,
    /// Why it was given up.
    pub reason: Option<String>,
    /// Counts changes.
    pub version: i64,
}

impl Task {
    /// Who sees it beside those concerned.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
    /// What is to be done, in a language.
    #[must_use]
    pub fn title_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => self.title_en.as_deref().unwrap_or(&self.title),
            Lang::De => &self.title,
        }
    }
    /// Whether its day is over and it is still open.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.state == State::Open && self.due.is_some_and(|due| due < today)
    }
}

/// What is asked for a new task.
#[derive(Clone, Debug)]
pub struct NewTask {
    /// The body it belongs to.
    pub body: Id<Body>,
    /// Who beside those concerned sees it: [`Level::Body`] or [`Level::Network`].
    pub level: Level,
    /// What is to be done, at most 120 characters.
    pub title: String,
    /// The same in English, where the program gives it.
    pub title_en: Option<String>,
    /// More about it.
    pub note: String,
    /// Who does it.
    pub owner: Owner,
    /// The last day that is in time.
    pub due: Option<Day>,
    /// What it came from.
    pub source: Option<Source>,
    /// What it is about, out of the vocabulary of the house: as the thing it comes from, or as somebody said.
    pub topics: Vec<Id<Topic>>,
    /// Whether no letter is written about it: the slice it comes from writes its own.
    pub quiet: bool,
    /// The path of the form by which it is done, for the letter about it; the task's own page otherwise.
    pub form: Option<String>,
}

impl NewTask {
    /// A task of the body itself, seen by those of the body, without a day.
    pub fn new(body: Id<Body>, title: impl Into<String>) -> Self {
        Self {
            body,
            level: Level::Body,
            title: title.into(),
            title_en: None,
            note: String::new(),
            owner: Owner::Body(body),
            due: None,
            source: None,
            topics: Vec::new(),
            quiet: false,
            form: None,
        }
    }
    /// For somebody in particular.
    #[must_use]
    pub const fn to(mut self, owner: Owner) -> Self {
        self.owner = owner;
        self
    }
    /// To be done by a day.
    #[must_use]
    pub const fn by(mut self, due: Day) -> Self {
        self.due = Some(due);
        self
    }
    /// With what it came from.
    #[must_use]
    pub fn from(mut self, source: Source) -> Self {
        self.source = Some(source);
        self
    }
    /// About the same as the thing it comes from.
    #[must_use]
    pub fn about(mut self, topics: impl IntoIterator<Item = Id<Topic>>) -> Self {
        self.topics = topics.into_iter().collect();
        self
    }
    /// Done by a form: the letter leads there.
    #[must_use]
    pub fn through(mut self, form: impl std::fmt::Display) -> Self {
        self.form = Some(form.to_string());
        self
    }
    /// Without letters: whoever leaves it writes them.
    #[must_use]
    pub const fn quietly(mut self) -> Self {
        self.quiet = true;
        self
    }
}

/// What can be changed of a task.
#[derive(Clone, Debug)]
pub struct TaskEdit {
    /// What is to be done.
    pub title: String,
    /// More about it.
    pub note: String,
    /// Who does it.
    pub owner: Owner,
    /// The last day that is in time.
    pub due: Option<Day>,
    /// Who beside those concerned sees it.
    pub level: Level,
    /// What it is about.
    pub topics: Vec<Id<Topic>>,
}
