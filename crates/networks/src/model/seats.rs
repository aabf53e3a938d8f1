//! Seats, who occupies them, who speaks and stands in.

use kernel::{Day, Id, Office, Term, Voice};
use people::{Grain, Organisation, Person, Post, Territory};

use super::{Basis, Body, Eligibility, EndReason, Mandate, SeatKind, Status};

/// A place in a body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seat {
    /// Its number in the house.
    pub id: Id<Self>,
    /// The body it is in.
    pub body: Id<Body>,
    /// Its number in the body, from 1.
    pub number: i64,
    /// What it is called where that says more than its kind.
    pub label: Option<String>,
    /// To what it belongs.
    pub kind: SeatKind,
    /// What it lets its holder do.
    pub voice: Voice,
    /// How many votes it has; 0 unless it votes.
    pub votes: i64,
    /// The office it carries.
    pub office: Option<Office>,
    /// The body that sends or elects whoever sits here.
    pub source_body: Option<Id<Body>>,
    /// The territory it stands for.
    pub source_territory: Option<Id<Territory>>,
    /// What its holder must have to keep it.
    pub eligibility: Eligibility,
    /// How it is filled, in words.
    pub filled_by: Option<String>,
    /// Length of a term.
    pub term_months: Option<i64>,
    /// How long it has existed.
    pub term: Term,
}

/// What is asked for a seat.
#[derive(Clone, Debug)]
pub struct NewSeat {
    /// Its number in the body; the next free one when empty.
    pub number: Option<i64>,
    /// What it is called.
    pub label: Option<String>,
    /// To what it belongs.
    pub kind: SeatKind,
    /// What it lets its holder do.
    pub voice: Voice,
    /// How many votes it has.
    pub votes: i64,
    /// The office it carries.
    pub office: Option<Office>,
    /// The body that sends or elects.
    pub source_body: Option<Id<Body>>,
    /// The territory it stands for.
    pub source_territory: Option<Id<Territory>>,
    /// What its holder must have to keep it.
    pub eligibility: Eligibility,
    /// How it is filled, in words.
    pub filled_by: Option<String>,
    /// Length of a term.
    pub term_months: Option<i64>,
    /// Since when it has existed.
    pub from: Day,
    /// First day after; [`Day::OPEN`] when no end is known.
    pub until: Day,
}

impl NewSeat {
    /// A seat of that kind with one vote, a guest seat without.
    #[must_use]
    pub fn new(kind: SeatKind, from: Day) -> Self {
        let (voice, votes) = if kind == SeatKind::Guest { (Voice::Guest, 0) } else { (Voice::Voting, 1) };
        Self {
            number: None,
            label: None,
            kind,
            voice,
            votes,
            office: None,
            source_body: None,
            source_territory: None,
            eligibility: Eligibility::None,
            filled_by: None,
            term_months: None,
            from,
            until: Day::OPEN,
        }
    }
    /// An elected mandate for so many months.
    #[must_use]
    pub fn elected(term_months: i64, eligibility: Eligibility, from: Day) -> Self {
        Self { term_months: Some(term_months), eligibility, ..Self::new(SeatKind::Elected, from) }
    }
    /// A seat for whom `sender` sends.
    #[must_use]
    pub fn delegated(sender: Id<Body>, voice: Voice, from: Day) -> Self {
        Self {
            source_body: Some(sender),
            eligibility: Eligibility::Seat,
            ..Self::new(SeatKind::Delegated, from).with_voice(voice)
        }
    }
    /// An office beside the seats that vote.
    #[must_use]
    pub fn office(office: Office, kind: SeatKind, from: Day) -> Self {
        Self { office: Some(office), ..Self::new(kind, from).with_voice(Voice::Office) }
    }
    /// With another voice; seats that do not vote have no votes.
    #[must_use]
    pub fn with_voice(mut self, voice: Voice) -> Self {
        self.voice = voice;
        self.votes = i64::from(voice == Voice::Voting);
        self
    }
    /// With a label.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}

/// Who occupies a seat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Occupant {
    /// A post: whoever holds it.
    Post(Id<Post>),
    /// An organisation: whoever it names.
    Organisation(Id<Organisation>),
    /// A person, with the post or organisation through which she is eligible.
    Person {
        /// The person.
        id: Id<Person>,
        /// The post through which she came.
        post: Option<Id<Post>>,
        /// The organisation through which she came.
        organisation: Option<Id<Organisation>>,
    },
    /// Whoever sits in another seat.
    Seat(Id<Seat>),
}

impl Occupant {
    /// A person as herself.
    #[must_use]
    pub const fn person(id: Id<Person>) -> Self {
        Self::Person { id, post: None, organisation: None }
    }
    /// A person through the post she holds.
    #[must_use]
    pub const fn person_by_post(id: Id<Person>, post: Id<Post>) -> Self {
        Self::Person { id, post: Some(post), organisation: None }
    }
    /// A person through the organisation she is with.
    #[must_use]
    pub const fn person_by_organisation(id: Id<Person>, organisation: Id<Organisation>) -> Self {
        Self::Person { id, post: None, organisation: Some(organisation) }
    }
}

/// Who occupies a seat from when to when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Occupancy {
    /// Its number.
    pub id: Id<Self>,
    /// The seat.
    pub seat: Id<Seat>,
    /// Who.
    pub occupant: Occupant,
    /// The body that sent her.
    pub sender: Option<Id<Body>>,
    /// Why.
    pub basis: Basis,
    /// Whether she must follow the sender's line.
    pub mandate: Mandate,
    /// Where it stands.
    pub status: Status,
    /// How exact the days are.
    pub grain: Grain,
    /// Elected until; the first day after.
    pub term_end: Option<Day>,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
    /// Really from when to when; carrying over is written here.
    pub term: Term,
}

/// What is asked to fill a seat.
#[derive(Clone, Debug)]
pub struct NewOccupancy {
    /// The seat.
    pub seat: Id<Seat>,
    /// Who.
    pub occupant: Occupant,
    /// Why; as usual for the seat's kind when empty.
    pub basis: Option<Basis>,
    /// Whether she must follow the sender's line.
    pub mandate: Mandate,
    /// Where it stands.
    pub status: Status,
    /// How exact the days are.
    pub grain: Grain,
    /// First day.
    pub from: Day,
    /// Elected until (the first day after); reckoned from the seat's term when empty.
    pub term_end: Option<Day>,
    /// The day from which it no longer held, and why, for what is over already.
    pub ended: Option<(Day, EndReason)>,
}

impl NewOccupancy {
    /// The occupant sits there from a day on, confirmed.
    #[must_use]
    pub const fn new(seat: Id<Seat>, occupant: Occupant, from: Day) -> Self {
        Self {
            seat,
            occupant,
            basis: None,
            mandate: Mandate::Free,
            status: Status::Confirmed,
            grain: Grain::Day,
            from,
            term_end: None,
            ended: None,
        }
    }
    /// Elected or sent until a day, the first after.
    #[must_use]
    pub const fn term_end(mut self, day: Day) -> Self {
        self.term_end = Some(day);
        self
    }
    /// Over since a day.
    #[must_use]
    pub const fn ended(mut self, until: Day, reason: EndReason) -> Self {
        self.ended = Some((until, reason));
        self
    }
    /// Not confirmed yet.
    #[must_use]
    pub const fn status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }
    /// For another reason than usual.
    #[must_use]
    pub const fn basis(mut self, basis: Basis) -> Self {
        self.basis = Some(basis);
        self
    }
    /// With days known to the month or year only.
    #[must_use]
    pub const fn grain(mut self, grain: Grain) -> Self {
        self.grain = grain;
        self
    }
}

/// Who speaks for an organisation, or stands in: a post or a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deputed {
    /// Whoever holds a post.
    Post(Id<Post>),
    /// A person.
    Person(Id<Person>),
}

impl Deputed {
    /// The post, if it is one.
    #[must_use]
    pub const fn post(self) -> Option<Id<Post>> {
        match self {
            Self::Post(id) => Some(id),
            Self::Person(_) => None,
        }
    }
    /// The person, if it is one.
    #[must_use]
    pub const fn person(self) -> Option<Id<Person>> {
        match self {
            Self::Person(id) => Some(id),
            Self::Post(_) => None,
        }
    }
}

/// Who speaks for an organisation on one seat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Representative {
    /// Its number.
    pub id: Id<Self>,
    /// The organisation's occupancy.
    pub occupancy: Id<Occupancy>,
    /// Who.
    pub who: Deputed,
    /// First or second contact.
    pub rank: i64,
    /// From when to when.
    pub term: Term,
}

/// What is asked to name a representative.
#[derive(Clone, Debug)]
pub struct NewRepresentative {
    /// The organisation's occupancy.
    pub occupancy: Id<Occupancy>,
    /// Who.
    pub who: Deputed,
    /// First (1) or second (2) contact.
    pub rank: i64,
    /// First day.
    pub from: Day,
    /// First day after; [`Day::OPEN`] when no end is known.
    pub until: Day,
}

/// Who stands in for one seat or, from a pool, for any of a body; or who moves up into a freed one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Substitute {
    /// Its number.
    pub id: Id<Self>,
    /// The body.
    pub body: Id<Body>,
    /// The seat; none for the pool.
    pub seat: Option<Id<Seat>>,
    /// Who.
    pub who: Deputed,
    /// Order.
    pub rank: i64,
    /// Only moves up and has no rights before.
    pub moves_up: bool,
    /// From when to when.
    pub term: Term,
}

/// What is asked to name a substitute.
#[derive(Clone, Debug)]
pub struct NewSubstitute {
    /// The body.
    pub body: Id<Body>,
    /// The seat; none for the pool.
    pub seat: Option<Id<Seat>>,
    /// Who.
    pub who: Deputed,
    /// Order, from 1.
    pub rank: i64,
    /// Only moves up.
    pub moves_up: bool,
    /// First day.
    pub from: Day,
    /// First day after; [`Day::OPEN`] when no end is known.
    pub until: Day,
}
