//! The yearly request to check one's data, and what comes back.

use kernel::{Day, Id, Moment};
use people::{Organisation, Person, Post, Tenure, stored_words};

use super::Body;

stored_words! {
    /// What somebody says is wrong and does not change at once.
    pub enum ChangeKind {
        /// Her given name.
        Given = "given",
        /// Her family name.
        Family = "family",
        /// Her own official address of one appointment: for whoever reads the old one, or for keepers.
        OwnMail = "own_mail",
        /// Her share of a full post, in percent.
        Share = "share",
        /// The functional mailbox of her post.
        PostMail = "post_mail",
        /// The telephone of her post.
        PostPhone = "post_phone",
        /// The address of her organisation.
        Address = "address",
        /// The mailbox of her organisation.
        OrganisationMail = "organisation_mail",
        /// The telephone of her organisation.
        OrganisationPhone = "organisation_phone",
        /// Who deputises, in words.
        Deputy = "deputy",
        /// She leaves her post; the day is her last one.
        Left = "left",
        /// Who comes next, in words.
        Successor = "successor",
        /// Anything else, in words.
        Note = "note",
    }
}

/// One round of a network: everybody who holds a post or speaks for an organisation in it is asked once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DataCheck {
    /// Its number.
    pub id: Id<Self>,
    /// The network.
    pub body: Id<Body>,
    /// When it began.
    pub created: Moment,
    /// When its links stop working.
    pub due: Moment,
}

/// What one person was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckLink {
    /// Its number.
    pub id: Id<Self>,
    /// The round.
    pub check: Id<DataCheck>,
    /// Who.
    pub person: Id<Person>,
    /// Whether there was an address to write to.
    pub sent: bool,
    /// When she was reminded last.
    pub reminded: Option<Moment>,
    /// When she answered last.
    pub answered: Option<Moment>,
    /// Whether she corrected anything.
    pub changed: bool,
}

/// Something that is wrong, for keepers to decide.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Its number.
    pub id: Id<Self>,
    /// The link it came by.
    pub link: Id<CheckLink>,
    /// Whose data.
    pub person: Id<Person>,
    /// What it is about.
    pub kind: ChangeKind,
    /// The appointment, where it is about one.
    pub tenure: Option<Id<Tenure>>,
    /// The post.
    pub post: Option<Id<Post>>,
    /// The organisation.
    pub organisation: Option<Id<Organisation>>,
    /// What should stand there.
    pub value: String,
    /// The last day, for [`ChangeKind::Left`].
    pub day: Option<Day>,
}

/// What somebody asks keepers to change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewChange {
    /// What it is about.
    pub kind: ChangeKind,
    /// The appointment.
    pub tenure: Option<Id<Tenure>>,
    /// The post.
    pub post: Option<Id<Post>>,
    /// The organisation.
    pub organisation: Option<Id<Organisation>>,
    /// What should stand there.
    pub value: String,
    /// The last day, for [`ChangeKind::Left`].
    pub day: Option<Day>,
}

impl NewChange {
    /// Something about the person herself.
    #[must_use]
    pub fn new(kind: ChangeKind, value: impl Into<String>) -> Self {
        Self { kind, tenure: None, post: None, organisation: None, value: value.into(), day: None }
    }
}

/// Her own official address and telephone of one appointment. The telephone is hers to change at once; the address is so for
/// whoever is signed in, and waits when it comes by a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnContact {
    /// The appointment.
    pub tenure: Id<Tenure>,
    /// The address; `None` takes it away.
    pub mail: Option<String>,
    /// The telephone; `None` takes it away.
    pub phone: Option<String>,
}
