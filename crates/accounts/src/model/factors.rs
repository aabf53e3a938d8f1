//! Proofs beyond the mailbox.

use kernel::{Id, Moment};
use people::Person;

/// What a session was proved with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proof {
    /// A link or code that came by mail.
    Mail,
    /// The code of an app (RFC 6238).
    App,
    /// A passkey.
    Passkey,
    /// A code from the list for emergencies.
    Emergency,
    /// The code on the console of whoever set the installation up.
    SetUp,
    /// Nothing: the demo and tests.
    Given,
}

impl Proof {
    const ALL: [Self; 6] = [Self::Mail, Self::App, Self::Passkey, Self::Emergency, Self::SetUp, Self::Given];
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::App => "app",
            Self::Passkey => "passkey",
            Self::Emergency => "emergency",
            Self::SetUp => "set_up",
            Self::Given => "given",
        }
    }
    /// From the stored word; an unknown one gives the lesser right.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|proof| proof.word() == word).unwrap_or(Self::Mail)
    }
    /// Whether it is more than a mailbox, which others may read too.
    pub const fn is_strong(self) -> bool {
        !matches!(self, Self::Mail)
    }
}

/// A device that was remembered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passkey {
    /// Its number here.
    pub id: Id<Self>,
    /// Whose it is.
    pub person: Id<Person>,
    /// Its own number, base64url.
    pub credential: String,
    /// Its public key in COSE (RFC 9052), base64url.
    pub public_key: String,
    /// What stands for the person on the device, base64url; says nothing about her.
    pub user_handle: String,
    /// What she calls it.
    pub name: String,
    /// How often it was used, if it counts.
    pub uses: i64,
    /// When it was remembered.
    pub created_at: Moment,
    /// When it was last used.
    pub used_at: Option<Moment>,
}

/// What a challenge is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Task {
    /// To remember a device.
    Register,
    /// To sign in.
    SignIn,
    /// To prove oneself within a session.
    StepUp,
}

impl Task {
    /// The stored word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::SignIn => "sign_in",
            Self::StepUp => "step_up",
        }
    }
}

/// Which factors a person has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Factors {
    /// How many devices are remembered.
    pub passkeys: i64,
    /// Whether an app shows codes.
    pub app: bool,
    /// How many codes for emergencies are left.
    pub emergency: i64,
    /// Whether others sign in with her address as well.
    pub shared: bool,
}

impl Factors {
    /// Whether she can prove herself with more than her mailbox. Codes for emergencies stand in for a factor and are none.
    pub const fn any(self) -> bool {
        self.passkeys > 0 || self.app
    }
    /// Whether her mailbox is not enough, since others read it and she has something of her own.
    pub const fn own_only(self) -> bool {
        self.shared && self.any()
    }
}
