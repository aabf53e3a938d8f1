//! Who is sent where, and on what it rests.

use decisions::Resolution;
use kernel::{Day, Id, Level, Scope};
use networks::{Body, EndReason, Mandate, Occupancy, Seat, Status};
use people::{Person, Post};

/// What is on file about a delegation beside who has the seat.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Detail {
    /// The decision it rests on, where that stands in a register of this house.
    pub resolution: Option<Id<Resolution>>,
    /// The decision in words, where it does not; may be empty.
    pub decision: String,
    /// The day of the decision.
    pub decision_day: Option<Day>,
    /// The line to follow; may be empty. For the delegation alone.
    pub instruction: String,
    /// The day the receiver confirmed.
    pub confirmed_day: Option<Day>,
    /// Who confirmed for the receiver; may be empty.
    pub confirmed_by: String,
    /// Within so many days of a sitting its report is due.
    pub report_days: i64,
    /// Counts changes; 0 where nothing is on file.
    pub version: i64,
}

impl Detail {
    /// The days within which a report is due where nothing else was said.
    pub const REPORT_DAYS: i64 = 10;
}

/// A delegation: an occupancy of a seat somebody is sent to, with what is on file about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Delegation {
    /// Its number: that of the occupancy.
    pub id: Id<Occupancy>,
    /// The seat.
    pub seat: Id<Seat>,
    /// The seat's number in its body.
    pub number: i64,
    /// The network on whose side it is.
    pub network: Id<Body>,
    /// The body that sends.
    pub sender: Id<Body>,
    /// The body it sends into.
    pub receiver: Id<Body>,
    /// Where it stands.
    pub status: Status,
    /// Whether she follows the sender's line.
    pub mandate: Mandate,
    /// The person sent as herself.
    pub person: Option<Id<Person>>,
    /// The post sent: whoever holds it.
    pub post: Option<Id<Post>>,
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Day,
    /// Sent until; the first day after.
    pub term_end: Option<Day>,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
    /// What is on file.
    pub detail: Detail,
}

impl Delegation {
    /// Who sees instructions and internal parts: the sender's body, whoever is sent, and whoever stands in.
    #[must_use]
    pub const fn inner_scope(&self) -> Scope {
        Scope { seat: Some(self.seat.raw()), ..self.at(Level::Delegation) }
    }
    /// Who sees that somebody is sent, by whom and until when.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        self.at(Level::Network)
    }
    /// On the sender's side at a level.
    #[must_use]
    pub const fn at(&self, level: Level) -> Scope {
        Scope::body(level, self.network.raw(), self.sender.raw())
    }
    /// Whether she sits there on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        matches!(self.status, Status::Confirmed | Status::Suspended) && self.from <= day && day < self.until
    }
    /// Whether whoever is sent is away for long, and whoever stands in acts.
    #[must_use]
    pub const fn rests(&self) -> bool {
        matches!(self.status, Status::Suspended)
    }
    /// Whether she was put forward and the receiver has not answered.
    #[must_use]
    pub const fn waits(&self) -> bool {
        matches!(self.status, Status::Nominated | Status::Accepted | Status::Invited)
    }
}

/// What is asked for to send somebody.
#[derive(Clone, Debug)]
pub struct NewDelegation {
    /// The seat.
    pub seat: Id<Seat>,
    /// The body that sends; the seat's own where it is empty. Two bodies may share a seat in turns.
    pub sender: Option<Id<Body>>,
    /// Who is sent.
    pub person: Id<Person>,
    /// First day.
    pub from: Day,
    /// Sent until; the first day after.
    pub term_end: Option<Day>,
    /// Whether she follows the sender's line.
    pub mandate: Mandate,
    /// What is on file; day and name of a confirmation are not read.
    pub detail: Detail,
}

/// Somebody who sits on a seat on a day, for letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sent {
    /// The seat.
    pub seat: Id<Seat>,
    /// Who.
    pub person: Id<Person>,
    /// Whether she stands in.
    pub stands_in: bool,
}

/// Whom one reaches in a body of others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contact {
    /// Its number.
    pub id: Id<Self>,
    /// The body.
    pub receiver: Id<Body>,
    /// The network that notes it.
    pub network: Id<Body>,
    /// Name of a person or an office.
    pub name: String,
    /// What for; may be empty.
    pub role: String,
    /// Address in the office.
    pub mail: Option<String>,
    /// Telephone in the office.
    pub phone: Option<String>,
    /// Counts changes.
    pub version: i64,
}

/// What is asked for a contact.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NewContact {
    /// Name of a person or an office.
    pub name: String,
    /// What for.
    pub role: String,
    /// Address in the office.
    pub mail: Option<String>,
    /// Telephone in the office.
    pub phone: Option<String>,
}
