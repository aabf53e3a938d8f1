//! Votes and elections, and the rules they are held under.

use kernel::{Day, Id, Lang, Level, Moment, Reason, Scope};
use networks::Body;
use people::{Person, stored_words};
use serde::{Deserialize, Serialize};

use crate::rules::{BallotKind, RuleSet, Subject, majority::Counts, quorum::Attendance};

/// A body's rules of procedure, in force from a day until the next version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleVersion {
    /// Its number.
    pub id: Id<Self>,
    /// The body that gave itself these rules.
    pub body: Id<Body>,
    /// The template it began with.
    pub profile: String,
    /// What they say.
    pub rules: RuleSet,
    /// Why they changed: the resolution, a file reference.
    pub note: String,
    /// First day.
    pub from: Day,
    /// When they were entered.
    pub made_at: Moment,
    /// By whom.
    pub by: Option<Id<Person>>,
}

stored_words! {
    /// What is decided.
    pub enum VoteKind {
        /// A matter: yes or no.
        Motion = "motion",
        /// Persons for places.
        Election = "election",
    }
}

stored_words! {
    /// On which way it is voted.
    pub enum Method {
        /// In this system, over a period.
        Online = "online",
        /// A circular resolution or silence procedure, as the body's rules say.
        Circular = "circular",
        /// Taken in a sitting and entered here.
        Sitting = "sitting",
        /// On paper by post.
        Postal = "postal",
        /// By post and in this system, one result.
        Mixed = "mixed",
    }
}

impl Method {
    /// Whether votes are taken in this system.
    #[must_use]
    pub const fn is_cast_here(self) -> bool {
        matches!(self, Self::Online | Self::Circular | Self::Mixed)
    }
    /// Whether votes come on paper.
    #[must_use]
    pub const fn has_paper(self) -> bool {
        matches!(self, Self::Postal | Self::Mixed)
    }
}

stored_words! {
    /// Who can know how somebody voted.
    pub enum Grade {
        /// Hands were counted in a sitting.
        Hands = "hands",
        /// By name.
        Open = "open",
        /// Without voter, order or time; whoever runs the server could find out.
        Covert = "covert",
        /// Secret on paper.
        Paper = "paper",
    }
}

stored_words! {
    /// What it is about, as far as the majority depends on it.
    pub enum Matter {
        /// An ordinary motion.
        Ordinary = "ordinary",
        /// A change of the rules or statutes.
        RuleChange = "rule_change",
        /// A change of the purpose.
        PurposeChange = "purpose_change",
        /// A removal from office.
        Removal = "removal",
        /// The end of the body.
        Dissolution = "dissolution",
        /// An election.
        Election = "election",
    }
}

impl Matter {
    /// The subject whose majority holds; an election has rules of its own.
    #[must_use]
    pub const fn subject(self) -> Option<Subject> {
        match self {
            Self::Ordinary => Some(Subject::Ordinary),
            Self::RuleChange => Some(Subject::RuleChange),
            Self::PurposeChange => Some(Subject::PurposeChange),
            Self::Removal => Some(Subject::Removal),
            Self::Dissolution => Some(Subject::Dissolution),
            Self::Election => None,
        }
    }
    /// Whether it is about persons.
    #[must_use]
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::Removal | Self::Election)
    }
}

stored_words! {
    /// Where it stands.
    pub enum VoteState {
        /// Being prepared; seen by whoever leads the body.
        Draft = "draft",
        /// To be seen; opens at its time.
        Announced = "announced",
        /// Votes are taken.
        Open = "open",
        /// No more votes; the board counts.
        Closed = "closed",
        /// The result stands.
        Decided = "decided",
        /// Given up.
        Void = "void",
    }
}

/// A vote or an election.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Vote {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body that decides.
    pub body: Id<Body>,
    /// How far it may be seen.
    pub level: Level,
    /// What is decided.
    pub kind: VoteKind,
    /// On which way.
    pub method: Method,
    /// Who can know how somebody voted.
    pub grade: Grade,
    /// What it is about.
    pub matter: Matter,
    /// The question in a line.
    pub title: String,
    /// The words that are decided on.
    pub text: String,
    /// The rules it is held under.
    pub rules: Id<RuleVersion>,
    /// Where the election rules stand, needed before a covert election.
    pub rules_reference: Option<String>,
    /// Where it stands.
    pub state: VoteState,
    /// Why it was given up.
    pub void_reason: Option<Reason>,
    /// The day of the sitting.
    pub sitting: Option<Day>,
    /// From when on votes are taken.
    pub opens_at: Option<Moment>,
    /// From when on no more.
    pub closes_at: Option<Moment>,
    /// When those who had not voted were reminded.
    pub reminded_at: Option<Moment>,
    /// When the result stood.
    pub decided_at: Option<Moment>,
    /// The round, from 1.
    pub round: i64,
    /// The round before.
    pub previous: Option<Id<Self>>,
    /// Places an election fills.
    pub places: Option<i64>,
    /// The ballot paper of an election.
    pub paper_kind: Option<BallotKind>,
    /// The term of those elected.
    pub term_from: Option<Day>,
    /// The first day after it.
    pub term_until: Option<Day>,
    /// Until when persons can be nominated.
    pub nominations_until: Option<Moment>,
    /// Until when those elected accept.
    pub accept_until: Option<Moment>,
    /// What was counted.
    pub counted: Option<Counted>,
    /// What the board entered from paper, as JSON of an election's or motion's sum.
    pub paper: Option<String>,
    /// The verdicts, first the one that decides, as JSON.
    pub outcome: Option<String>,
    /// Whether it is adopted, or all places are filled.
    pub holds: Option<bool>,
    /// Why, in German.
    pub verdict_de: Option<String>,
    /// The same in English.
    pub verdict_en: Option<String>,
    /// How often votes were cast.
    pub turnout: i64,
    /// Who prepared it.
    pub by: Option<Id<Person>>,
    /// When.
    pub made_at: Moment,
    /// Counts changes.
    pub version: i64,
}

impl Vote {
    /// Where it belongs and how far it may be seen. A draft is for those of the body at most.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
    /// The last day on which it is taken; `None` where it has no end. What ends at midnight ends on the day before.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        self.closes_at.map(|at| at.plus_seconds(-1).day())
    }
    /// Why the result is what it is.
    #[must_use]
    pub fn verdict(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::De => self.verdict_de.as_deref(),
            Lang::En => self.verdict_en.as_deref(),
        }
    }
    /// Whether votes are taken at that moment.
    #[must_use]
    pub fn is_open_at(&self, now: Moment) -> bool {
        self.state == VoteState::Open && self.closes_at.is_none_or(|end| end > now)
    }
}

/// What was counted for a motion, in votes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Yes.
    pub yes: u64,
    /// No.
    pub no: u64,
    /// Abstentions, and units whose people disagree.
    pub abstain: u64,
    /// Invalid votes.
    pub invalid: u64,
    /// Votes present, or cast.
    pub present: u64,
    /// Votes there are.
    pub entitled: u64,
    /// Of the abstentions, units whose people disagree.
    pub disagreed: u64,
}

impl Counted {
    /// As the rule reads them: a member is whoever has a vote.
    #[must_use]
    pub const fn counts(&self, chair: Option<bool>) -> Counts {
        Counts {
            yes: self.yes,
            no: self.no,
            abstain: self.abstain,
            invalid: self.invalid,
            present: self.present,
            entitled: self.entitled,
            members: self.entitled,
            chair,
        }
    }
    /// All that was cast.
    #[must_use]
    pub const fn cast(&self) -> u64 {
        self.yes + self.no + self.abstain + self.invalid
    }
}

/// A vote or election to be prepared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewVote {
    /// What is decided.
    pub kind: VoteKind,
    /// On which way.
    pub method: Method,
    /// Who can know how somebody voted.
    pub grade: Grade,
    /// What it is about.
    pub matter: Matter,
    /// The question in a line.
    pub title: String,
    /// The words that are decided on.
    pub text: String,
    /// How far it may be seen; never further than its body.
    pub level: Level,
    /// Where the election rules stand.
    pub rules_reference: Option<String>,
    /// From when on votes are taken.
    pub opens_at: Option<Moment>,
    /// From when on no more.
    pub closes_at: Option<Moment>,
    /// Places an election fills.
    pub places: Option<i64>,
    /// The ballot paper of an election.
    pub paper_kind: Option<BallotKind>,
    /// The term of those elected.
    pub term_from: Option<Day>,
    /// The first day after it.
    pub term_until: Option<Day>,
    /// Until when persons can be nominated.
    pub nominations_until: Option<Moment>,
    /// The round before, for a runoff or a repetition.
    pub previous: Option<(Id<Vote>, i64)>,
}

impl NewVote {
    /// An open online vote on an ordinary motion.
    #[must_use]
    pub fn motion(title: impl Into<String>, level: Level) -> Self {
        Self {
            kind: VoteKind::Motion,
            method: Method::Online,
            grade: Grade::Open,
            matter: Matter::Ordinary,
            title: title.into(),
            text: String::new(),
            level,
            rules_reference: None,
            opens_at: None,
            closes_at: None,
            places: None,
            paper_kind: None,
            term_from: None,
            term_until: None,
            nominations_until: None,
            previous: None,
        }
    }
}

/// A vote as it was taken in a sitting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SittingResult {
    /// The day.
    pub day: Day,
    /// Who was there, in votes. How many there are in the body is read from the roll of the day.
    pub attendance: Attendance,
    /// What was counted. Who is entitled is read from the same roll.
    pub counted: Counted,
    /// How the chair voted, where that decides a tie.
    pub chair: Option<bool>,
}
