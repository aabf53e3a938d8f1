//! A sitting while it runs.

use kernel::{Id, Moment};

use crate::{Item, Meeting, Presence};

/// That a meeting is led in the house.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sitting {
    /// The meeting.
    pub meeting: Id<Meeting>,
    /// Whether those who come enter themselves.
    pub check_in: bool,
    /// The number shown in the room, by which they do; gone when the sitting ends.
    pub number: Option<String>,
    /// Since when.
    pub opened_at: Moment,
    /// Until when.
    pub ended_at: Option<Moment>,
}

impl Sitting {
    /// Whether it goes on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.ended_at.is_none()
    }
}

/// When an item was on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// Its number.
    pub id: Id<Self>,
    /// The item.
    pub item: Id<Item>,
    /// Since when.
    pub from: Moment,
    /// Until when; `None` as long as it is on.
    pub until: Option<Moment>,
}

/// Somebody who wants to speak on the item that is on, or does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Speech {
    /// Its number: who asked first has the smaller one.
    pub id: Id<Self>,
    /// Her line of the list of who is there.
    pub line: String,
    /// Since when she has the floor.
    pub called_at: Option<Moment>,
}

/// What somebody says of herself while the sitting runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Coming {
    /// She is there: in the room, or from elsewhere.
    Own(Presence),
    /// Somebody sent by her is there, of that name.
    Sent(String),
    /// She goes.
    Gone,
}
