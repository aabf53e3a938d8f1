//! What a person chose, and what a letter holds.

use std::collections::HashMap;

use kernel::{Actor, Day, Id, Lang, Moment};
use networks::Body;
use people::{Person, stored_words};

stored_words! {
    /// How much somebody wants to hear of a network.
    pub enum Level {
        /// Each contribution.
        All = "all",
        /// What is new and what concerns her.
        Important = "important",
        /// Invitations, votes and other duties only.
        Duty = "duty",
    }
}

stored_words! {
    /// On which days a bundle comes.
    pub enum Rhythm {
        /// As many networks as she is in ask for.
        Auto = "auto",
        /// Every working day.
        Daily = "daily",
        /// Tuesday and Friday.
        Twice = "twice",
        /// Friday.
        Weekly = "weekly",
        /// Never; duties come all the same.
        Never = "never",
    }
}

stored_words! {
    /// What somebody did with an entry of her inbox.
    pub enum MarkState {
        /// It is done with.
        Done = "done",
        /// It is put off until a day.
        Later = "later",
        /// She wants to hear no more of it.
        Muted = "muted",
    }
}

/// What somebody did with an entry of her inbox, and up to when something had happened to it then.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// What.
    pub state: MarkState,
    /// What happened up to this moment it is about; anything later is new.
    pub until: Moment,
    /// The first day on which it is shown again, where it is put off.
    pub day: Option<Day>,
}

/// Between which hours of a working day somebody wants to be told at once; what comes outside of them waits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hours {
    /// The first hour.
    pub from: i8,
    /// The first hour of the evening.
    pub until: i8,
}

impl Hours {
    /// What holds for whoever chose nothing.
    pub const USUAL: Self = Self { from: 7, until: 19 };
    /// What the earliest and the latest choose.
    pub const WIDEST: Self = Self { from: Self::FROM[0], until: Self::UNTIL[6] };
    /// The hours somebody can begin with.
    pub const FROM: [i8; 4] = [7, 8, 9, 10];
    /// The hours somebody can end with.
    pub const UNTIL: [i8; 7] = [16, 17, 18, 19, 20, 21, 22];
}

/// For whom somebody is told while they are away.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stands {
    /// Those who named her, and are away.
    pub persons: Vec<i64>,
    /// The seats of these, and those on which she stands in by a decision, each with who has it and is away.
    pub seats: Vec<(i64, i64)>,
}

/// What somebody chose for all her networks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Setting {
    /// Her days.
    pub rhythm: Rhythm,
    /// Until when she was told by bundles.
    pub told_at: Moment,
    /// Her hours.
    pub hours: Hours,
    /// Until when she was told of her topics.
    pub topics_told_at: Moment,
}

impl Default for Setting {
    fn default() -> Self {
        let never = Moment::from_micros(0);
        Self { rhythm: Rhythm::Auto, told_at: never, hours: Hours::USUAL, topics_told_at: never }
    }
}

/// Somebody who may be told, with everything it takes to say whether she is.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Who, with the seats she has on the day.
    pub actor: Actor,
    /// What she chose for networks; what is missing is [`Level::Important`].
    pub levels: HashMap<i64, Level>,
    /// Her days.
    pub rhythm: Rhythm,
    /// Until when she was told by bundles.
    pub told_at: Moment,
    /// Her hours.
    pub hours: Hours,
    /// The topics she follows, each with since when.
    pub topics: Vec<(i64, Moment)>,
    /// Until when she was told of her topics.
    pub topics_told_at: Moment,
    /// Whether she is away on the day.
    pub away: bool,
    /// For whom she is told.
    pub stands: Stands,
    /// What she did with entries of her inbox: kind and number of the thing.
    pub marks: HashMap<(String, i64), Mark>,
}

impl Reader {
    /// What she chose for a network.
    #[must_use]
    pub fn level(&self, network: i64) -> Level {
        self.levels.get(&network).copied().unwrap_or(Level::Important)
    }
    /// What she did with a thing in her inbox.
    #[must_use]
    pub fn mark(&self, kind: &str, id: i64) -> Option<&Mark> {
        if self.marks.is_empty() {
            return None;
        }
        self.marks.get(&(kind.to_owned(), id))
    }
    /// The topics of hers a thing is under: those she followed before it happened.
    pub fn follows(&self, told: &web::Told) -> impl Iterator<Item = i64> {
        let of = |topic: &i64| self.topics.iter().any(|(hers, since)| hers == topic && *since < told.at);
        told.topics.iter().copied().filter(of)
    }
    /// In how many networks she is.
    #[must_use]
    pub fn count_networks(&self) -> usize {
        self.actor.networks().len()
    }
}

/// Where letters to a person go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct To {
    /// The person.
    pub person: Id<Person>,
    /// Her address.
    pub address: String,
    /// The language of her letters.
    pub lang: Lang,
}

/// What the link of a letter ends that says "no more of these".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ends {
    /// The letters of a network, but for duties.
    Network(Id<Body>),
    /// Bundles.
    Bundles,
    /// The weekly letters about topics.
    Topics,
}

/// What a letter is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Kind of the thing.
    pub kind: String,
    /// Its number.
    pub id: i64,
}

/// What the link of a letter opens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    /// To whom the letter went.
    pub person: Id<Person>,
    /// The network it was about; `None` for a bundle.
    pub network: Option<Id<Body>>,
    /// The things it named.
    pub items: Vec<Item>,
}
