//! What reads give back: only what this reader may see, ready for pages, without words.

use kernel::{Day, Id, Office, Term, Voice};
use people::{FormerName, Grain, Mode, Organisation, OrganisationKind, Post, Tenure, stored_words};

use crate::{
    Basis, Body, Consent, Contact, EndReason, Occupancy, Seat, SeatKind, SeatState, Status, Topic, Who,
    store::directory::NetworkMark,
};

stored_words! {
    /// In which capacity somebody sits.
    pub enum Capacity {
        /// As herself.
        Own = "self",
        /// Holds the post.
        Holder = "holder",
        /// Holds the post provisionally.
        Acting = "acting",
        /// Deputises for the post; does not fill it.
        Deputy = "deputy",
        /// Speaks for the organisation.
        Representative = "representative",
        /// Stands in; never counted.
        Substitute = "substitute",
    }
}

impl Capacity {
    /// Whether somebody in this capacity fills the seat.
    #[must_use]
    pub const fn fills(self) -> bool {
        !matches!(self, Self::Deputy | Self::Substitute)
    }
}

stored_words! {
    /// Whether a link of a chain of delegations holds.
    pub enum Link {
        /// Whoever sits there still has a seat in the body that sends.
        Holds = "holds",
        /// Nobody is sent.
        Vacant = "vacant",
        /// Whoever sits there has lost her seat in the body that sends.
        Broken = "broken",
    }
}

stored_words! {
    /// Why a seat depends on another.
    pub enum Depends {
        /// Held by whoever sits on the other.
        Follows = "follows",
        /// She was sent by, or is eligible through, the other's body.
        Sent = "sent",
    }
}

/// A seat that depends on one that ends: the admin is asked what becomes of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dependent {
    /// The seat.
    pub seat: Id<Seat>,
    /// Its body.
    pub body: Id<Body>,
    /// Why.
    pub why: Depends,
}

/// A post beside a seat, its title in the form its holder chose, where her name may be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PostRef {
    /// Its number.
    pub id: Id<Post>,
    /// Its title.
    pub title: String,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

/// An organisation beside a seat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrganisationRef {
    /// Its number.
    pub id: Id<Organisation>,
    /// What sort it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// The official key of its territory, for maps.
    pub ags: Option<String>,
}

/// Somebody who sits on a seat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sitter {
    /// Who, if this reader may see her name here; else the seat is just filled.
    pub who: Option<Who>,
    /// In which capacity.
    pub capacity: Capacity,
    /// Order among several.
    pub rank: i64,
    /// From when to when she has been with the post, the organisation or the seat.
    pub term: Term,
    /// Her own official address, by consent.
    pub mail: Option<String>,
    /// Her own official telephone, by consent.
    pub phone: Option<String>,
    /// Whether she is away; told only to those of the body.
    pub absent: bool,
}

/// How a seat is held.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holding {
    /// The occupancy.
    pub occupancy: Id<Occupancy>,
    /// The seat it hangs on ex officio.
    pub via_seat: Option<Id<Seat>>,
    /// Whether a person holds it as herself, not a post or organisation.
    pub personal: bool,
    /// Why.
    pub basis: Basis,
    /// Confirmed or suspended.
    pub status: Status,
    /// How exact the days are.
    pub grain: Grain,
    /// Really from when to when.
    pub term: Term,
    /// Elected until; the first day after.
    pub term_end: Option<Day>,
}

/// A seat on a day with everybody who sits there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RosterSeat {
    /// The seat.
    pub id: Id<Seat>,
    /// Its body.
    pub body: Id<Body>,
    /// Its number in the body.
    pub number: i64,
    /// Its label.
    pub label: Option<String>,
    /// Its kind.
    pub kind: SeatKind,
    /// Its voice.
    pub voice: Voice,
    /// Its votes.
    pub votes: i64,
    /// Its office.
    pub office: Option<Office>,
    /// The body that sends.
    pub source_body: Option<Id<Body>>,
    /// How it stands.
    pub state: SeatState,
    /// How it is held, if it is.
    pub held: Option<Holding>,
    /// The post whose seat it is; for a person the post through which she came, where her name may be shown.
    pub post: Option<PostRef>,
    /// The organisation whose seat it is, or whose post; for a person only where her name may be shown.
    pub organisation: Option<OrganisationRef>,
    /// Those who sit there, those who fill it first, deputies after them.
    pub sitters: Vec<Sitter>,
    /// Those who stand in for this seat.
    pub substitutes: Vec<Sitter>,
}

impl RosterSeat {
    /// The first who fills the seat.
    #[must_use]
    pub fn first(&self) -> Option<&Sitter> {
        self.sitters.iter().find(|s| s.capacity.fills())
    }
    /// Whether it is one of the seats that are counted: not a guest's, not an office beside.
    #[must_use]
    pub const fn counts(&self) -> bool {
        matches!(self.voice, Voice::Voting | Voice::Advisory | Voice::Observer)
    }
}

/// How many seats a body has. Two persons in one post fill one seat; substitutes and deputies fill none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Seats without those of guests and offices.
    pub seats: i64,
    /// Of them, those that vote.
    pub voting: i64,
    /// Of them, those filled.
    pub filled: i64,
}

impl Counts {
    /// Seats nobody of rank sits on.
    #[must_use]
    pub const fn vacant(&self) -> i64 {
        self.seats - self.filled
    }
}

/// Who sits in a body on a day.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Roster {
    /// Its seats by number.
    pub seats: Vec<RosterSeat>,
    /// Those who stand in for any seat.
    pub pool: Vec<Sitter>,
    /// Those who move up into a freed seat, in order.
    pub moving_up: Vec<Sitter>,
    /// How many.
    pub counts: Counts,
}

/// An organisation that belongs to a network, with its seats there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemberOrganisation {
    /// The organisation.
    pub organisation: OrganisationRef,
    /// Its seats, or those of its posts, with those who sit there.
    pub seats: Vec<RosterSeat>,
}

/// A seat with its body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeatIn {
    /// The body.
    pub body: Body,
    /// The seat.
    pub seat: RosterSeat,
    /// For a vacant seat: since when, where somebody sat there before.
    pub vacant_since: Option<Day>,
}

/// A seat one body fills in another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Delegation {
    /// How many hops from the body asked about; 1 for its own seats.
    pub hop: i64,
    /// The body that sends.
    pub sender: Body,
    /// The body it is in.
    pub receiver: Body,
    /// The seat with whoever is sent.
    pub seat: RosterSeat,
    /// Whether the link holds; only chains know, and only where the reader may see who sits in the body that sends.
    pub link: Option<Link>,
}

/// One of those who sat on a seat, for a while.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Period {
    /// The seat.
    pub seat: Id<Seat>,
    /// Its number in the body.
    pub number: i64,
    /// The occupancy.
    pub occupancy: Id<Occupancy>,
    /// Who, if this reader may see her name here.
    pub who: Option<Who>,
    /// In which capacity; `None` while nobody held the post or spoke for the organisation.
    pub capacity: Option<Capacity>,
    /// The title of the post, where it may be shown.
    pub post: Option<(Id<Post>, String)>,
    /// The organisation, where it may be shown.
    pub organisation: Option<(Id<Organisation>, String)>,
    /// The days she sat there.
    pub sat: Term,
    /// How exact they are.
    pub grain: Grain,
    /// Elected until.
    pub term_end: Option<Day>,
    /// Whether the mandate rests now.
    pub rests: bool,
    /// Why.
    pub basis: Basis,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
}

/// A seat of a person: one of her hats.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hat {
    /// The body.
    pub body: Body,
    /// Its network.
    pub network: NetworkMark,
    /// The seat.
    pub seat: Seat,
    /// In which capacity she sits there.
    pub capacity: Capacity,
    /// From when to when.
    pub term: Term,
    /// Elected until.
    pub term_end: Option<Day>,
    /// How exact the days are.
    pub grain: Grain,
    /// Why.
    pub basis: Option<Basis>,
    /// Where it stands.
    pub status: Status,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
    /// The title of the post through which she sits.
    pub post: Option<(Id<Post>, String)>,
    /// The organisation she speaks for, or whose post it is.
    pub organisation: Option<(Id<Organisation>, String)>,
    /// How the seat stands with her in it, on the day asked about.
    pub state: SeatState,
}

impl Hat {
    /// As what she is there, in words of today: post, organisation, body. Of a sensitive network nothing but the body is said.
    #[must_use]
    pub fn words(&self) -> String {
        let post = self.post.as_ref().map(|(_, title)| title.as_str());
        let organisation = self.organisation.as_ref().map(|(_, name)| name.as_str());
        let parts: Vec<&str> =
            if self.body.sensitive { Vec::new() } else { post.into_iter().chain(organisation).collect() };
        if parts.is_empty() {
            self.body.short().to_owned()
        } else {
            format!("{} ({})", parts.join(", "), self.body.short())
        }
    }
}

/// A post a person was or is with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PostHeld {
    /// The tenure.
    pub tenure: Id<Tenure>,
    /// The post.
    pub post: PostRef,
    /// Its organisation.
    pub organisation: Id<Organisation>,
    /// The organisation's name.
    pub organisation_name: String,
    /// In which way.
    pub mode: Mode,
    /// Her own official address, by consent.
    pub mail: Option<String>,
    /// Her own official telephone, by consent.
    pub phone: Option<String>,
    /// From when to when.
    pub term: Term,
    /// How exact the days are.
    pub grain: Grain,
}

/// A person as this reader may see her.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonPage {
    /// Who.
    pub who: Who,
    /// What she lets this reader see.
    pub contact: Contact,
    /// What she can be asked about, by consent.
    pub topics: Vec<Topic>,
    /// Posts on the day.
    pub posts: Vec<PostHeld>,
    /// Posts before or after, latest first.
    pub other_posts: Vec<PostHeld>,
    /// Seats on the day.
    pub hats: Vec<Hat>,
    /// Seats before or after, latest first.
    pub other_hats: Vec<Hat>,
    /// Her consents; empty for everybody but herself.
    pub consents: Vec<Consent>,
}

/// A post of an organisation with those who are with it on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PostOf {
    /// The post.
    pub post: PostRef,
    /// The statute it rests on.
    pub legal_basis: Option<String>,
    /// Its first day, and last where it is over.
    pub term: Term,
    /// Those with it, holders first; empty while it is vacant.
    pub people: Vec<Sitter>,
    /// Whether nobody holds it.
    pub vacant: bool,
}

/// A seat of an organisation in a body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    /// The network.
    pub network: Body,
    /// The body; the network itself for membership.
    pub body: Body,
    /// The seat.
    pub seat: RosterSeat,
}

/// An organisation as this reader may see it: all its networks, seats and roles.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OrganisationPage {
    /// The organisation.
    pub organisation: Organisation,
    /// Its name on the day.
    pub name: String,
    /// What it was called before.
    pub former_names: Vec<FormerName>,
    /// Its posts on the day.
    pub posts: Vec<PostOf>,
    /// Its seats, networks in order of the alphabet.
    pub roles: Vec<Role>,
}
