//! Who acts: a person with the seats and offices held today. Rights are derived from this, never stored.

use crate::{Day, Moment};

/// What a seat lets its holder do in the body.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Voice {
    /// Votes and speaks.
    Voting,
    /// Speaks, does not vote.
    Advisory,
    /// Neither votes nor speaks.
    Observer,
    /// Invited; sees what is marked open only.
    Guest,
    /// Holds an office beside a seat that votes.
    Office,
}

impl Voice {
    /// From the stored word; an unknown one gives the least.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        match word {
            "voting" => Self::Voting,
            "advisory" => Self::Advisory,
            "observer" => Self::Observer,
            "office" => Self::Office,
            _ => Self::Guest,
        }
    }
    /// The stored word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Voting => "voting",
            Self::Advisory => "advisory",
            Self::Observer => "observer",
            Self::Guest => "guest",
            Self::Office => "office",
        }
    }
}

/// The offices a seat can carry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Office {
    /// Vorsitz.
    Chair,
    /// Stellvertretender Vorsitz.
    DeputyChair,
    /// Sprecherin, one of several equals.
    Speaker,
    /// Schriftführung.
    Secretary,
    /// Kasse.
    Treasurer,
    /// Beisitz.
    Assessor,
    /// Geschäftsstelle: administers, has no vote.
    Secretariat,
    /// Koordination of the network in this system.
    NetworkAdmin,
    /// Gastgebend.
    Host,
    /// Berichterstattung.
    Rapporteur,
}

impl Office {
    /// Every office, in the order of protocol.
    pub const ALL: [Self; 10] = [
        Self::Chair,
        Self::DeputyChair,
        Self::Speaker,
        Self::Secretary,
        Self::Treasurer,
        Self::Assessor,
        Self::Secretariat,
        Self::NetworkAdmin,
        Self::Host,
        Self::Rapporteur,
    ];
    /// The stored word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::DeputyChair => "deputy_chair",
            Self::Speaker => "speaker",
            Self::Secretary => "secretary",
            Self::Treasurer => "treasurer",
            Self::Assessor => "assessor",
            Self::Secretariat => "secretariat",
            Self::NetworkAdmin => "network_admin",
            Self::Host => "host",
            Self::Rapporteur => "rapporteur",
        }
    }
    /// From the stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|office| office.word() == word)
    }
}

/// One seat the actor sits on today.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sitting {
    /// The seat.
    pub seat: i64,
    /// The body it is in.
    pub body: i64,
    /// The network that body belongs to.
    pub network: i64,
    /// What it lets her do.
    pub voice: Voice,
    /// The office it carries.
    pub office: Option<Office>,
    /// Whether she sits as substitute: delegation rights only, unless the principal is missing.
    pub substitute: bool,
}

/// Who asks or acts, as of this moment. `person` is `None` for the public.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Actor {
    /// The person signed in.
    pub person: Option<i64>,
    /// Seats held today.
    pub sits: Vec<Sitting>,
    /// Whether she runs the installation today. An operator is no reader of any network.
    pub operator: bool,
    /// When she last proved herself afresh; administration asks for 15 minutes.
    pub proved_at: Option<Moment>,
    /// Whether nothing but an address that others read too says that it is she: no ballot, no confidential room.
    pub shared_address: bool,
    /// The day the seats were derived for.
    pub day: Option<Day>,
}

impl Actor {
    /// The public: nobody signed in.
    #[must_use]
    pub fn public() -> Self {
        Self::default()
    }
    /// Networks in which she sits in the network's own body, guests and mere substitutes left out.
    #[must_use]
    pub fn networks(&self) -> Vec<i64> {
        self.ids(|s| (s.body == s.network && Self::reads(s)).then_some(s.network))
    }
    /// Bodies she sits in, guests and mere substitutes left out.
    #[must_use]
    pub fn bodies(&self) -> Vec<i64> {
        self.ids(|s| Self::reads(s).then_some(s.body))
    }
    /// Seats she sits on, substitutes included: the delegation level.
    #[must_use]
    pub fn seats(&self) -> Vec<i64> {
        self.ids(|s| (s.voice != Voice::Guest).then_some(s.seat))
    }
    /// Whether she is a confirmed member of any network.
    #[must_use]
    pub fn is_member(&self) -> bool {
        self.sits.iter().any(|s| s.body == s.network && Self::reads(s))
    }
    /// Whether she is a member of this network.
    #[must_use]
    pub fn is_member_of(&self, network: i64) -> bool {
        self.sits.iter().any(|s| s.network == network && s.body == network && Self::reads(s))
    }
    /// Whether she sits in this body, as more than guest or substitute.
    #[must_use]
    pub fn sits_in(&self, body: i64) -> bool {
        self.sits.iter().any(|s| s.body == body && Self::reads(s))
    }
    /// Whether she holds one of these offices in this body.
    #[must_use]
    pub fn holds_office(&self, body: i64, offices: &[Office]) -> bool {
        let held = |s: &&Sitting| s.body == body && Self::reads(s);
        self.sits.iter().filter(held).filter_map(|s| s.office).any(|o| offices.contains(&o))
    }
    fn reads(s: &Sitting) -> bool {
        s.voice != Voice::Guest && !s.substitute
    }
    fn ids(&self, pick: impl Fn(&Sitting) -> Option<i64>) -> Vec<i64> {
        let mut ids: Vec<i64> = self.sits.iter().filter_map(pick).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}
