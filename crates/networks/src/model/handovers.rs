//! Handing a post over.

use kernel::{Day, Id, Moment};
use people::{Person, Post, Tenure};

use super::{HandoverState, Occupancy};

/// A post passes from one person to the next on a day; written down so that it can be taken back until then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handover {
    /// Its number.
    pub id: Id<Self>,
    /// The post.
    pub post: Id<Post>,
    /// The appointment that ends.
    pub tenure: Id<Tenure>,
    /// Who leaves.
    pub leaver: Id<Person>,
    /// Who comes; `None` while nobody is named.
    pub successor: Option<Id<Person>>,
    /// The first day on which the leaver no longer has the post.
    pub day: Day,
    /// Where it stands.
    pub state: HandoverState,
    /// Until when the appointment ran before.
    pub tenure_until: Day,
    /// The successor's appointment, if this made one.
    pub made: Option<Id<Tenure>>,
    /// Her appointment as deputy that ends with it, and until when that ran before.
    pub deputy: Option<(Id<Tenure>, Day)>,
    /// Who entered it.
    pub entered_by: Option<Id<Person>>,
    /// When.
    pub entered_at: Moment,
}

/// What is asked to hand a post over.
#[derive(Clone, Debug)]
pub struct NewHandover {
    /// The appointment that ends.
    pub tenure: Id<Tenure>,
    /// The first day on which the leaver no longer has the post.
    pub day: Day,
    /// Who comes, if that is known.
    pub successor: Option<Id<Person>>,
    /// Personal mandates that hung on the post and end with it.
    pub ends: Vec<Id<Occupancy>>,
}
