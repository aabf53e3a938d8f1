//! What whoever was sent brings back.

use kernel::{Day, Id, Level, Moment, Scope};
use networks::{Body, Occupancy, Seat};
use people::{Person, stored_words};

use crate::Session;

stored_words! {
    /// How a report stands.
    pub enum ReportState {
        /// Nothing was written yet.
        Open = "open",
        /// Begun, seen by whoever writes it.
        Draft = "draft",
        /// Handed in.
        Filed = "filed",
    }
}

stored_words! {
    /// A part of a report that may rise.
    pub enum Part {
        /// What it was about.
        Subject = "subject",
        /// What was decided.
        Decided = "decided",
        /// What she contributed.
        Contributed = "contributed",
        /// What follows for those who send.
        Effects = "effects",
    }
}

/// The five fields.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReportText {
    /// What it was about.
    pub subject: String,
    /// What was decided.
    pub decided: String,
    /// What she contributed.
    pub contributed: String,
    /// What follows for those who send.
    pub effects: String,
    /// What stays with the delegation, always.
    pub confidential: String,
    /// The parts that rise.
    pub passes: Vec<Part>,
    /// The parts everybody may read.
    pub opens: Vec<Part>,
}

impl ReportText {
    /// What a part says.
    #[must_use]
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Subject => &self.subject,
            Part::Decided => &self.decided,
            Part::Contributed => &self.contributed,
            Part::Effects => &self.effects,
        }
    }
    /// The parts that rise, with what they say; empty ones left out.
    #[must_use]
    pub fn passed(&self) -> Vec<Passed> {
        self.among(&self.passes)
    }
    /// The parts everybody may read, with what they say; empty ones left out.
    #[must_use]
    pub fn opened(&self) -> Vec<Passed> {
        self.among(&self.opens)
    }
    fn among(&self, chosen: &[Part]) -> Vec<Passed> {
        let taken = |part: &&Part| chosen.contains(part) && !self.part(**part).is_empty();
        Part::ALL.iter().filter(taken).map(|part| Passed { part: *part, text: self.part(*part).to_owned() }).collect()
    }
    /// Nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.confidential.is_empty() && Part::ALL.iter().all(|part| self.part(*part).is_empty())
    }
}

/// One part that rises, or that everybody may read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passed {
    /// Which.
    pub part: Part,
    /// What it says.
    pub text: String,
}

/// A report of one seat on one sitting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// Its number.
    pub id: Id<Self>,
    /// The sitting.
    pub session: Id<Session>,
    /// The seat.
    pub seat: Id<Seat>,
    /// The delegation.
    pub delegation: Id<Occupancy>,
    /// The network on whose side it is.
    pub network: Id<Body>,
    /// The body that sends.
    pub sender: Id<Body>,
    /// The last day that is in time.
    pub due: Day,
    /// How it stands.
    pub state: ReportState,
    /// What it says.
    pub text: ReportText,
    /// Who wrote it.
    pub person: Option<Id<Person>>,
    /// When whoever is sent said that she cannot come.
    pub away_at: Option<Moment>,
    /// When it was handed in.
    pub filed_at: Option<Moment>,
    /// Since when everybody may read the parts marked for it.
    pub opened_at: Option<Moment>,
    /// When anything of it was put right last.
    pub corrected_at: Option<Moment>,
    /// Counts changes.
    pub version: i64,
}

impl Report {
    /// Who sees all of it.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope { seat: Some(self.seat.raw()), ..Scope::body(Level::Delegation, self.network.raw(), self.sender.raw()) }
    }
    /// Whether its day is over and it was not handed in.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.state != ReportState::Filed && self.due < today
    }
}

/// What a report said before it was put right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Former {
    /// What it said, and how far each part went.
    pub text: ReportText,
    /// Who wrote that.
    pub person: Option<Id<Person>>,
    /// When the next text took its place.
    pub until: Moment,
}

impl Former {
    /// The parts in which the text that followed is another one, or goes further or less far.
    #[must_use]
    pub fn changed(&self, next: &ReportText) -> Vec<Part> {
        let marks = |text: &ReportText, part: &Part| (text.passes.contains(part), text.opens.contains(part));
        let same =
            |part: &&Part| self.text.part(**part) == next.part(**part) && marks(&self.text, part) == marks(next, part);
        Part::ALL.iter().filter(|part| !same(part)).copied().collect()
    }
}

/// How much of a report is taken back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TakenBack {
    /// What everybody reads; what rose stays where it rose to.
    Public,
    /// What rose, and what everybody reads with it.
    Risen,
}

/// A body a report rises to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reach {
    /// The body.
    pub body: Id<Body>,
    /// Its network.
    pub network: Id<Body>,
    /// How far: 1 for the body that sends.
    pub hop: i64,
}

/// A report that is missing, for reminders: with its sitting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    /// The report.
    pub report: Report,
    /// The sitting.
    pub session: Session,
    /// How far whoever it concerns was reminded.
    pub reminded: i64,
    /// Whether its task was left.
    pub asked: bool,
}
