//! How slices meet without knowing each other: a list of structs of functions.

use db::{Conn, Tx};
use kernel::{Actor, Day, Lang, Result};

use crate::{AskRelevant, AskTold, AskWaiting, Export, Intake, Made, Reading, Routes, Viewer};

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
    /// What it holds about persons; `None` where that is nothing.
    pub own: Option<&'static Own>,
    /// The list of members it takes in.
    pub intake: Option<&'static Intake>,
    /// The lists it gives out.
    pub exports: &'static [Export],
    /// What of it passes on, ends or stays private when somebody leaves a post; `None` where nothing hangs on posts.
    pub handover: Option<AskPassing>,
    /// What it adds to the page of a network or body: its own views of it, for this reader.
    pub views: Option<AskViews>,
    /// What it shows on the page of a network or body, under a heading of its own; `None` where nothing.
    pub shown: Option<AskShown>,
    /// How it takes letters that come in for it; `None` where nobody writes to it.
    pub inbox: Option<TakeLetter>,
    /// Which addresses for letters of its own are closed; `None` where it has none that close.
    pub mailbox: Option<AskClosed>,
    /// What of its doing is told in lists of what is new, beside what the lists know themselves.
    pub news: &'static [Newsworthy],
    /// What of its things applies to a subject; `None` where nothing does.
    pub relevant: Option<AskRelevant>,
    /// What of its doing persons are told, in their inbox and by letter; `None` where nothing.
    pub told: Option<AskTold>,
    /// What search shows of its things beside their cards; `None` where the cards say it all.
    pub passages: Option<AskPassages>,
    /// What needs somebody, over all slices below it; `None` but for the one that knows them.
    pub waiting: Option<AskWaiting>,
}

/// How a slice answers what search shows of some of its things of a kind: of those the viewer may see, and no word of
/// them she may not read. Batched.
pub type AskPassages = fn(&Conn, &Viewer, kind: &str, &[i64]) -> Result<Vec<Passage>>;

/// What search shows of a thing beside its card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// Its number.
    pub id: i64,
    /// The network it belongs to, with its name; `None` where it belongs to none, or she may not see that network.
    pub network: Option<(i64, String)>,
    /// The day it is of.
    pub day: Option<Day>,
    /// What it says, as plain words.
    pub words: String,
}

/// Something that is told in lists of what is new.
#[derive(Clone, Copy)]
pub struct Newsworthy {
    /// The verb of the event, `vote.decided`.
    pub verb: &'static str,
    /// What happened, in a few words.
    pub word: fn(Lang) -> &'static str,
}

impl Slice {
    /// A slice of that name with addresses and nothing else.
    #[must_use]
    pub const fn new(name: &'static str, routes: fn() -> Routes) -> Self {
        Self {
            name,
            routes,
            kinds: &[],
            nav: &[],
            jobs: &[],
            own: None,
            intake: None,
            exports: &[],
            handover: None,
            views: None,
            shown: None,
            inbox: None,
            mailbox: None,
            news: &[],
            relevant: None,
            told: None,
            passages: None,
            waiting: None,
        }
    }
}

/// A letter that came in, as far as slices are asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Incoming<'a> {
    /// What stands behind the `+` of the address it came to: whoever knows it was told by a letter of ours, or by a page.
    pub tag: &'a str,
    /// The file for a calendar it holds; empty where there is none.
    pub calendar: &'a [u8],
    /// Its words, unless it is for a calendar or reports how a letter fared.
    pub words: Option<&'a Words>,
    /// Why a letter of ours never arrived (RFC 3463), `5.1.1`; empty for a failure without a number, `None` for any other letter.
    pub failed: Option<&'a str>,
    /// What became of the files it brought, before any transaction began; [`Self::brought`] gives it.
    pub files: Option<&'a Made>,
}

impl Incoming<'_> {
    /// What became of its files, as the crate that looks at files gives it; `None` where it brought none.
    #[must_use]
    pub fn brought<X: std::any::Any>(&self) -> Option<&X> {
        self.files?.downcast_ref()
    }
}

/// The words of a letter that came in, without anything that could act. Who wrote them is not yet known.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    /// The address it names as its sender, in small letters; empty where it names none, or several. Proves nothing.
    pub from: String,
    /// Whether the mail server in front found the signature of that address's domain.
    pub signed: bool,
    /// Whether a machine wrote it: an absence note, a list, a letter of our own that came back.
    pub automatic: bool,
    /// What it is about: one line.
    pub subject: String,
    /// What its writer wrote herself, without the letter she answers.
    pub own: String,
    /// All of it.
    pub whole: String,
    /// Whether it passes another letter on.
    pub forwarded: bool,
    /// Its name (Message-ID); empty where it has none.
    pub name: String,
    /// The names of letters from outside it passes on.
    pub outside: Vec<String>,
}

/// How a slice takes a letter: whether it was for it. What it refuses by a rule is refused quietly, with a line in the log.
pub type TakeLetter = fn(&Tx<'_>, &Incoming<'_>) -> Result<bool>;

/// How a slice answers whether the address with this tag was its own and is closed.
pub type AskClosed = fn(&Conn, tag: &str) -> Result<bool>;

/// How a slice answers which views it has of a body.
pub type AskViews = fn(&Reading<'_>, body: i64) -> Result<Vec<View>>;

/// How a slice answers what it shows on the page of a body: only what this reader may see.
pub type AskShown = fn(&Reading<'_>, body: i64) -> Result<Option<Shown>>;

/// What another slice shows on the page of a network or body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// Its part of the page's address.
    pub key: &'static str,
    /// Its heading.
    pub title: String,
    /// A few things.
    pub cards: Vec<Card>,
    /// Where the others are, where there are more: word and address.
    pub more: Option<(String, String)>,
}

/// A view of a network or body that another slice has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct View {
    /// What the page itself calls it, to be marked in the second row.
    pub key: &'static str,
    /// Its word.
    pub word: String,
    /// Its address.
    pub href: String,
}

/// How a slice answers what of it passes, ends or stays.
pub type AskPassing = fn(&Conn, &Viewer, &Leaving) -> Result<Vec<Passing>>;

/// A person leaves a post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Leaving {
    /// The post.
    pub post: i64,
    /// The person.
    pub person: i64,
    /// The first day on which she no longer has it.
    pub day: Day,
}

/// What becomes of something when she goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Becomes {
    /// Belongs to the post: whoever comes next has it.
    Passes,
    /// Hung on the post: ends with it.
    Ends,
    /// Is hers, and stays with her.
    Stays,
}

/// One thing in the preview of a handover.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passing {
    /// What becomes of it.
    pub becomes: Becomes,
    /// What it is.
    pub title: String,
    /// Where it belongs, or why.
    pub detail: String,
    /// Where it can be looked at.
    pub url: Option<String>,
    /// Whether it stands on the page only: what belongs to a sensitive network is named in no letter.
    pub quiet: bool,
    /// The number under which it is decided whether it ends; `None` where nobody decides.
    pub number: Option<i64>,
    /// Whether this reader may decide it.
    pub decides: bool,
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

/// What a capability holds about persons: given to them and taken away when they ask (Art. 15, 17, 20 GDPR).
#[derive(Clone, Copy)]
pub struct Own {
    /// Everything it holds about a person, for her own eyes, worded in her language. Of others never more than she may
    /// see anyway.
    pub data: fn(&Conn, &Viewer) -> Result<Vec<Record>>,
    /// What goes, what stays and what stands in the way when she has herself erased.
    pub parting: fn(&Conn, &Viewer) -> Result<Vec<Parting>>,
    /// Takes away what need not stay as a record of office. `by` is herself.
    pub erase: fn(&Tx<'_>, by: &Actor) -> Result<()>,
}

/// One thing held about a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// The group in the file, `seats`; the same in every language.
    pub group: &'static str,
    /// The heading of the group for readers.
    pub title: String,
    /// What is held.
    pub facts: Vec<Fact>,
}

/// One fact of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// Its name in the file, `from`; the same in every language.
    pub key: &'static str,
    /// What readers call it.
    pub label: String,
    /// As readers want it: „1. Januar 2026“.
    pub text: String,
    /// As programs want it: `2026-01-01`.
    pub data: String,
}

impl Fact {
    /// A fact that reads the same to persons and programs.
    #[must_use]
    pub fn new(key: &'static str, label: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { key, label: label.to_owned(), data: text.clone(), text }
    }
    /// With another form for programs.
    #[must_use]
    pub fn for_programs(mut self, data: impl Into<String>) -> Self {
        self.data = data.into();
        self
    }
}

/// What becomes of a thing when a person has herself erased.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// It goes.
    Goes,
    /// It stays, without her name.
    Stays,
    /// It stands in the way until somebody acts.
    Blocks,
}

/// One line of what leaving means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parting {
    /// What becomes of it.
    pub fate: Fate,
    /// In a sentence.
    pub text: String,
    /// Where to act, if anything can be done.
    pub link: Option<String>,
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
