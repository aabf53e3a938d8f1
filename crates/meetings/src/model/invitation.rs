//! Who is invited, and what she answers.

use kernel::{Id, Lang, Moment};
use networks::Seat;
use people::{Person, Post, stored_words};

use crate::{Item, Meeting};

stored_words! {
    /// As what somebody is invited.
    pub enum Capacity {
        /// Sits there.
        Member = "member",
        /// Stands in for whoever sits there and is away.
        StandIn = "stand_in",
        /// The mailbox of a vacant post.
        Mailbox = "mailbox",
        /// Sent by somebody who was invited.
        Substitute = "substitute",
        /// A guest, for one item or all that guests may hear.
        Guest = "guest",
    }
}

stored_words! {
    /// What somebody answered.
    pub enum Answer {
        /// Nothing yet.
        None = "none",
        /// Comes.
        Yes = "yes",
        /// Does not come.
        No = "no",
        /// Sends somebody.
        Substitute = "substitute",
    }
}

stored_words! {
    /// How an answer came.
    pub enum Way {
        /// By the link of a letter.
        Link = "link",
        /// On the page of the meeting.
        Page = "page",
        /// From a calendar (RFC 5546 3.2.3).
        Calendar = "calendar",
    }
}

/// An invitation of somebody to a meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitation {
    /// Its number.
    pub id: Id<Self>,
    /// The meeting.
    pub meeting: Id<Meeting>,
    /// The seat through which; guests and those sent have none.
    pub seat: Option<Id<Seat>>,
    /// Who, where the house knows her.
    pub person: Option<Id<Person>>,
    /// The vacant post whose mailbox it is.
    pub post: Option<Id<Post>>,
    /// The name of a guest or of somebody sent.
    pub name: String,
    /// Where letters go; empty where nobody knows.
    pub address: String,
    /// The language of her letters.
    pub lang: Lang,
    /// As what.
    pub capacity: Capacity,
    /// Whose substitute.
    pub substitute_for: Option<Id<Self>>,
    /// The one item a guest is invited for.
    pub item: Option<Id<Item>>,
    /// What she answered.
    pub answer: Answer,
    /// When.
    pub answered_at: Option<Moment>,
    /// How.
    pub way: Option<Way>,
    /// Whether it came after its day.
    pub late: bool,
    /// When answers contradicted each other, so that none counts.
    pub contested_at: Option<Moment>,
    /// When she was reminded.
    pub reminded_at: Option<Moment>,
    /// Since when she is no longer invited.
    pub ended_at: Option<Moment>,
}

impl Invitation {
    /// Whether it stands.
    #[must_use]
    pub const fn stands(&self) -> bool {
        self.ended_at.is_none()
    }
    /// Whether a letter can bring to mind, once, that her answer is missing.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.stands() && self.answer == Answer::None && self.reminded_at.is_none() && !self.address.is_empty()
    }
}

stored_words! {
    /// What a letter about a meeting says.
    pub enum LetterKind {
        /// She is invited.
        Invitation = "invitation",
        /// The agenda stands.
        Agenda = "agenda",
        /// Something changed.
        Change = "change",
        /// It does not take place, or no longer concerns her.
        Cancellation = "cancellation",
        /// Her answer is missing.
        Reminder = "reminder",
        /// Her answers contradicted each other.
        Question = "question",
        /// Whom she sent does not come.
        Substitute = "substitute",
    }
}

/// A letter about a meeting: the proof that it was written and left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// Its number.
    pub id: Id<Self>,
    /// The invitation.
    pub invitation: Id<Invitation>,
    /// What it says.
    pub kind: LetterKind,
    /// Of which state of the meeting.
    pub sequence: i64,
    /// Where it went.
    pub address: String,
    /// When it was written.
    pub written_at: Moment,
    /// When it left the house.
    pub left_at: Option<Moment>,
    /// Whether it could not be delivered.
    pub failed: bool,
}
