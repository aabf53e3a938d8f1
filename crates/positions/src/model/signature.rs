//! Who moves and who signs a position beside the body it belongs to.

use decisions::Resolution;
use kernel::{Day, Id, Lang, Moment};
use networks::Body;
use people::stored_words;

stored_words! {
    /// Whether a body moves the position too.
    pub enum MoverState {
        /// It was asked.
        Asked = "asked",
        /// It does.
        Joined = "joined",
        /// It does not.
        Declined = "declined",
    }
}

/// A body that moves the position too, or was asked to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mover {
    /// The body.
    pub body: Id<Body>,
    /// Its network.
    pub network: Id<Body>,
    /// Whether it does.
    pub state: MoverState,
    /// When it said so.
    pub decided: Option<Day>,
}

stored_words! {
    /// How a signature stands.
    pub enum SignatureState {
        /// The network was asked.
        Asked = "asked",
        /// It signed.
        Signed = "signed",
        /// It will not.
        Declined = "declined",
        /// It signed, and took that back.
        Withdrawn = "withdrawn",
    }
}

/// What a network says to signing a position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// Its number.
    pub id: Id<Self>,
    /// The position.
    pub position: Id<crate::Position>,
    /// The network.
    pub network: Id<Body>,
    /// What it was called when it signed.
    pub name: String,
    /// The same in English.
    pub name_en: Option<String>,
    /// Whether it is named where outsiders read.
    pub named: bool,
    /// How it stands.
    pub state: SignatureState,
    /// Until when it was asked to answer.
    pub until: Option<Day>,
    /// When it was asked.
    pub asked_at: Moment,
    /// The day of its own decision.
    pub decided: Option<Day>,
    /// Who decided and how, in words; for those of the network alone where it is sensitive.
    pub how: String,
    /// Its resolution.
    pub resolution: Option<Id<Resolution>>,
    /// Whether it came after the position was public.
    pub late: bool,
    /// Since when it no longer holds.
    pub withdrawn: Option<Day>,
    /// Why it declined or took it back; may be empty.
    pub reason: String,
}

impl Signature {
    /// Its name in a language.
    #[must_use]
    pub fn name_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.name,
            Lang::En => self.name_en.as_deref().unwrap_or(&self.name),
        }
    }
}
