//! What accounts are made of.

mod factors;

use kernel::{Id, Lang, Moment};
use people::Person;

pub use factors::{Factors, Passkey, Proof, Task};

/// What a person signs in with, and how she wants her pages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// The person.
    pub person: Id<Person>,
    /// The address links and codes go to, in small letters. Several persons may share one.
    pub mail: String,
    /// The language of her pages and letters.
    pub lang: Lang,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// Whether the operator closed it.
    pub locked: bool,
    /// Counts changes; a save names the one it read.
    pub version: i64,
}

/// Another address for an account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MailChange {
    /// Its number.
    pub id: Id<Self>,
    /// Whose account.
    pub person: Id<Person>,
    /// The address before.
    pub old: String,
    /// The address she asks for.
    pub new: String,
    /// The hash of its letter's code.
    pub code_hash: String,
    /// How many wrong codes were tried.
    pub tries: i64,
    /// When she asked.
    pub created_at: Moment,
    /// When it was proved.
    pub confirmed_at: Option<Moment>,
    /// When it was undone.
    pub undone_at: Option<Moment>,
}

/// A browser in which a person is signed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// Its number.
    pub id: Id<Self>,
    /// The person.
    pub person: Id<Person>,
    /// Browser and system, `Firefox/Linux`.
    pub device: String,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used, to the hour.
    pub seen_at: Moment,
    /// What it was last proved with.
    pub proof: Proof,
}

/// What a request for a code is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// To sign in.
    SignIn,
    /// To prove oneself afresh within a session.
    StepUp,
}

impl Purpose {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::StepUp => "step_up",
        }
    }
    /// From the stored word; an unknown one gives the lesser right.
    pub fn from_word(word: &str) -> Self {
        if word == "step_up" { Self::StepUp } else { Self::SignIn }
    }
}

/// What happens after the proof.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Aim {
    /// To a page of this house.
    Page(String),
    /// An invitation is accepted, its account opened.
    Invitation(Id<Invitation>),
}

impl Aim {
    /// As stored in `next_path`: a page begins with a slash, the other does not.
    pub fn stored(&self) -> String {
        match self {
            Self::Page(path) => path.clone(),
            Self::Invitation(id) => format!("invitation/{id}"),
        }
    }
    /// From what is stored; anything else leads to the start.
    pub fn read(text: &str) -> Self {
        let invitation = text.strip_prefix("invitation/").and_then(|id| id.parse().ok());
        match invitation {
            Some(id) => Self::Invitation(id),
            None if text.starts_with('/') => Self::Page(text.to_owned()),
            None => Self::Page("/".to_owned()),
        }
    }
}

/// A request for a link and a code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    /// Its number.
    pub id: Id<Self>,
    /// What for.
    pub purpose: Purpose,
    /// Hash of the address.
    pub mail_key: String,
    /// Hash of the link's token.
    pub token_hash: String,
    /// Hash of the code together with the browser's secret: the code alone could be found by trying all.
    pub code_hash: String,
    /// Hash of the secret the asking browser holds.
    pub browser_hash: String,
    /// Somebody who has the address; `None` for an address nobody has, where no code can be right.
    pub whom: Option<Id<Person>>,
    /// What happens after the proof.
    pub aim: Aim,
    /// Wrong codes so far.
    pub tries: i64,
    /// Until when it may be used; the moment it was spent, once it is.
    pub expires_at: Moment,
    /// When it was proved.
    pub used_at: Option<Moment>,
}

impl Request {
    /// Whom and what for, as stored in `next_path`: `42 /konto`, with 0 for nobody.
    pub fn stored_next(&self) -> String {
        format!("{} {}", self.whom.map_or(0, Id::raw), self.aim.stored())
    }
    /// From what is stored.
    pub fn read_next(text: &str) -> (Option<Id<Person>>, Aim) {
        let (whom, aim) = text.split_once(' ').unwrap_or(("", text));
        (whom.parse().ok(), Aim::read(aim))
    }
}

/// An invitation into the system.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitation {
    /// Its number.
    pub id: Id<Self>,
    /// Who is invited.
    pub person: Id<Person>,
    /// The address it went to.
    pub mail: String,
    /// Who invites; `None` for whoever runs the installation from its command line.
    pub invited_by: Option<Id<Person>>,
    /// What to: kind and number of a thing, or the installation itself.
    pub about: Option<(String, i64)>,
    /// When it was sent.
    pub created_at: Moment,
    /// Until when it may be accepted.
    pub expires_at: Moment,
    /// When it was accepted.
    pub accepted_at: Option<Moment>,
    /// When it was taken back.
    pub withdrawn_at: Option<Moment>,
}
