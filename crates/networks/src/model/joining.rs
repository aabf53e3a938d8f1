//! What a body asks of newcomers, their requests, and whoever leaves.

use kernel::{Day, Id, Lang, Moment};
use people::{Organisation, OrganisationKind, Person, Post, stored_words};

use super::{Body, Occupancy, SeatKind};

stored_words! {
    /// Who answers for somebody who asks to join.
    pub enum Vouching {
        /// Nobody: whoever keeps the membership decides.
        Keeper = "keeper",
        /// Two members she names.
        TwoMembers = "two_members",
        /// The functional mailbox she writes from.
        Mailbox = "mailbox",
        /// The mailbox or two members.
        Either = "either",
    }
}

stored_words! {
    /// Where a request stands.
    pub enum JoinState {
        /// The mailbox has not answered yet, so it counts for nothing.
        Unconfirmed = "unconfirmed",
        /// Whoever should vouch is asked.
        Waiting = "waiting",
        /// Members may object until a moment.
        Objecting = "objecting",
        /// Whoever keeps the membership decides.
        Handed = "handed",
        /// She is in.
        Admitted = "admitted",
        /// She is not.
        Refused = "refused",
    }
}

stored_words! {
    /// Why those who keep the membership have to decide.
    pub enum HandedOver {
        /// The rule says so.
        Keeper = "keeper",
        /// Nobody vouched in time.
        Unvouched = "unvouched",
        /// Whoever vouched does not count any more.
        Lapsed = "lapsed",
        /// Somebody objected.
        Objection = "objection",
        /// The seat cannot be made by rule: the organisation belongs already, or somebody else holds the post.
        Conflict = "conflict",
    }
}

/// What a body asks of newcomers and of whoever leaves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JoinRule {
    /// Who answers for her.
    pub vouching: Vouching,
    /// How many whole days members may object; 0 for none.
    pub objection_days: i64,
    /// What kind of seat she gets: of a post, an organisation or a person.
    pub seat_kind: SeatKind,
    /// Whether she says why.
    pub statement: bool,
    /// What exactly she is asked, in the network's words.
    pub question: Option<String>,
    /// Months of notice for leaving, at most 24 (§ 39 (2) BGB).
    pub notice_months: i64,
    /// Whether one leaves at the end of a year only (§ 39 (2) BGB).
    pub year_end: bool,
    /// Counts changes; 0 where nothing was ever saved.
    pub version: i64,
}

impl Default for JoinRule {
    /// As long as nobody said otherwise: the keepers decide, a person gets a seat, and one leaves any day.
    fn default() -> Self {
        Self {
            vouching: Vouching::Keeper,
            objection_days: 0,
            seat_kind: SeatKind::Personal,
            statement: true,
            question: None,
            notice_months: 0,
            year_end: false,
            version: 0,
        }
    }
}

/// What somebody writes who asks to join.
#[derive(Clone, Debug)]
pub struct NewJoinRequest {
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Her office's or her own address.
    pub mail: String,
    /// The organisation, picked among those known.
    pub organisation: Option<Id<Organisation>>,
    /// The same in her own words.
    pub organisation_name: String,
    /// What sort of organisation that is.
    pub organisation_kind: Option<OrganisationKind>,
    /// Her post or mandate.
    pub role: String,
    /// Why she wants to join.
    pub statement: String,
    /// The addresses of those who know her, at most two.
    pub vouchers: Vec<String>,
    /// The language of letters to her.
    pub lang: Lang,
}

/// A request to join.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JoinRequest {
    /// Its number.
    pub id: Id<Self>,
    /// The network, or the open body of one.
    pub body: Id<Body>,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// The address she proved.
    pub mail: String,
    /// The language of letters to her.
    pub lang: Lang,
    /// The organisation, where it is known.
    pub organisation: Option<Id<Organisation>>,
    /// The post whose mailbox she wrote from.
    pub post: Option<Id<Post>>,
    /// The organisation in her own words.
    pub organisation_name: String,
    /// What sort of organisation that is.
    pub organisation_kind: Option<OrganisationKind>,
    /// Her post or mandate.
    pub role: String,
    /// Why she wants to join.
    pub statement: String,
    /// Whether the address is the mailbox of a known post or organisation.
    pub functional: bool,
    /// Where it stands.
    pub state: JoinState,
    /// Why its keepers decide.
    pub handed_over: Option<HandedOver>,
    /// When it was written.
    pub created_at: Moment,
    /// Until when somebody may vouch or object: at this moment no more.
    pub due_at: Option<Moment>,
    /// Whether members were asked already.
    pub asked_members: bool,
    /// Whoever was admitted.
    pub person: Option<Id<Person>>,
    /// From when she belongs.
    pub from: Option<Day>,
}

impl JoinRequest {
    /// Her name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

/// One person who was asked to vouch.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Vouch {
    /// Its number.
    pub id: Id<Self>,
    /// Which of the two addresses led to her.
    pub place: i64,
    /// Who.
    pub person: Id<Person>,
    /// Yes, no, or nothing yet.
    pub answer: Option<bool>,
}

/// What one member has against it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Objection {
    /// Its number.
    pub id: Id<Self>,
    /// Who.
    pub person: Id<Person>,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
}

/// Somebody who leaves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leaving {
    /// Its number.
    pub id: Id<Self>,
    /// What ends.
    pub occupancy: Id<Occupancy>,
    /// Who said so.
    pub person: Id<Person>,
    /// The first day she belongs no more.
    pub until: Day,
    /// What was written before.
    pub was_until: Day,
    /// Whether others read of it nowhere.
    pub quiet: bool,
    /// Whether whoever keeps the membership looked at the seats it leaves open.
    pub reviewed: bool,
}
