//! A meeting.

use kernel::{Day, Id, Lang, Level, Moment, Scope};
use networks::Body;
use people::{Person, stored_words};

stored_words! {
    /// How a meeting stands.
    pub enum MeetingState {
        /// Set down, nobody was invited yet.
        Planned = "planned",
        /// The invitations have left.
        Invited = "invited",
        /// It has begun.
        Running = "running",
        /// It is over.
        Ended = "ended",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

impl MeetingState {
    /// Whether it still lies ahead: can be changed, answered, called off.
    #[must_use]
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::Invited)
    }
}

stored_words! {
    /// Who reads where it is.
    pub enum PlaceFor {
        /// Everybody who is invited.
        All = "all",
        /// Those who said that they come.
        Coming = "coming",
    }
}

/// What the rules said of the invitation when it left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// Whether it was in time.
    pub holds: bool,
    /// The sentence in German.
    pub de: String,
    /// The same in English.
    pub en: String,
}

impl Verdict {
    /// The sentence in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
        }
    }
}

/// A meeting of a body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meeting {
    /// Its number.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body that meets.
    pub body: Id<Body>,
    /// Who knows of it.
    pub level: Level,
    /// What it is called.
    pub title: String,
    /// What those invited are to know; may be empty.
    pub note: String,
    /// When it begins.
    pub starts_at: Moment,
    /// How long it lasts.
    pub minutes: i64,
    /// Where; may be empty.
    pub place: String,
    /// Where in the net; may be empty.
    pub online: String,
    /// Who reads both.
    pub place_for: PlaceFor,
    /// The last day on which an answer is in time.
    pub answer_until: Option<Day>,
    /// The last day on which topics can be proposed.
    pub proposals_until: Option<Day>,
    /// How it stands.
    pub state: MeetingState,
    /// Why it was called off.
    pub reason: Option<String>,
    /// Its name for calendars, for ever (RFC 5545 3.8.4.7).
    pub uid: String,
    /// How often calendars were told of a change (RFC 5545 3.8.7.4).
    pub sequence: i64,
    /// When the invitations left.
    pub invited_at: Option<Moment>,
    /// Since when the agenda stands.
    pub frozen_at: Option<Moment>,
    /// What the rules said of the invitation.
    pub notice: Option<Verdict>,
    /// The meeting this one was split off from.
    pub split_from: Option<Id<Self>>,
    /// When those who had not answered were reminded.
    pub reminded_at: Option<Moment>,
    /// Who set it down.
    pub made_by: Option<Id<Person>>,
    /// Counts changes.
    pub version: i64,
}

impl Meeting {
    /// Who sees it.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
    /// When it ends.
    #[must_use]
    pub const fn ends_at(&self) -> Moment {
        self.starts_at.plus_seconds(self.minutes.saturating_mul(60))
    }
    /// Its day.
    #[must_use]
    pub fn day(&self) -> Day {
        self.starts_at.day()
    }
    /// Whether the agenda stands.
    #[must_use]
    pub const fn is_frozen(&self) -> bool {
        self.frozen_at.is_some()
    }
}

/// What is asked for a new meeting, and for a changed one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewMeeting {
    /// What it is called, at most 120 characters.
    pub title: String,
    /// What those invited are to know.
    pub note: String,
    /// When it begins.
    pub starts_at: Moment,
    /// How long it lasts: 1 minute to 14 days.
    pub minutes: i64,
    /// Where.
    pub place: String,
    /// Where in the net: an address.
    pub online: String,
    /// Who reads both.
    pub place_for: PlaceFor,
    /// Who knows of it.
    pub level: Level,
    /// The last day on which an answer is in time.
    pub answer_until: Option<Day>,
    /// The last day on which topics can be proposed.
    pub proposals_until: Option<Day>,
}

impl NewMeeting {
    /// A meeting of two hours, known to those of the body.
    pub fn new(title: impl Into<String>, starts_at: Moment) -> Self {
        Self {
            title: title.into(),
            note: String::new(),
            starts_at,
            minutes: 120,
            place: String::new(),
            online: String::new(),
            place_for: PlaceFor::All,
            level: Level::Body,
            answer_until: None,
            proposals_until: None,
        }
    }
}

impl NewMeeting {
    /// As it would stand in that network and body before it has a number.
    #[must_use]
    pub fn drafted(&self, (network, body): (Id<Body>, Id<Body>)) -> Meeting {
        Meeting {
            id: Id::new(0),
            network,
            body,
            level: self.level,
            title: self.title.clone(),
            note: self.note.clone(),
            starts_at: self.starts_at,
            minutes: self.minutes,
            place: self.place.clone(),
            online: self.online.clone(),
            place_for: self.place_for,
            answer_until: self.answer_until,
            proposals_until: self.proposals_until,
            state: MeetingState::Planned,
            reason: None,
            uid: String::new(),
            sequence: 0,
            invited_at: None,
            frozen_at: None,
            notice: None,
            split_from: None,
            reminded_at: None,
            made_by: None,
            version: 0,
        }
    }
}

impl From<&Meeting> for NewMeeting {
    fn from(it: &Meeting) -> Self {
        Self {
            title: it.title.clone(),
            note: it.note.clone(),
            starts_at: it.starts_at,
            minutes: it.minutes,
            place: it.place.clone(),
            online: it.online.clone(),
            place_for: it.place_for,
            level: it.level,
            answer_until: it.answer_until,
            proposals_until: it.proposals_until,
        }
    }
}
