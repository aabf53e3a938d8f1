//! How a letter leaves the house.

use kernel::Moment;

use crate::{Letter, RenderError, Sender, SettingsError, SmtpSettings, Trap, smtp::Smtp};

/// Where letters go.
#[derive(Clone, Debug)]
pub enum Transport {
    /// To a mail server.
    Smtp(Smtp),
    /// Nowhere: they are kept to be looked at.
    Trap(Trap),
}

/// Whether trying again can help.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failure {
    /// Try again at [`next_try`](crate::next_try).
    Temporary,
    /// This letter will never arrive.
    Permanent,
}

/// A letter was not sent, or it is unknown whether it was.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{text}")]
pub struct SendError {
    /// Whether trying again can help. When the connection broke after the letter was handed over, this is `Temporary`:
    /// the letter may arrive twice, with the same `Message-ID`.
    pub failure: Failure,
    /// The answer of the server (RFC 5321 4.2), if it gave one.
    pub code: Option<u16>,
    /// The operator must do something: sign-in, certificate or encryption failed. Every letter will fail until then.
    pub settings: bool,
    /// What happened, for the operator; one line, at most 300 characters. May contain the recipient's address.
    pub text: String,
}

impl SendError {
    /// An error without an answer of a server.
    #[must_use]
    pub fn new(failure: Failure, text: &str) -> Self {
        let line: Vec<&str> =
            text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
        Self { failure, code: None, settings: false, text: line.join(" ").chars().take(300).collect() }
    }
}

impl From<RenderError> for SendError {
    fn from(error: RenderError) -> Self {
        Self::new(Failure::Permanent, &error.to_string())
    }
}

impl Transport {
    /// To a mail server. Nothing is connected yet.
    ///
    /// # Errors
    /// [`SettingsError`] says which setting is wrong.
    pub fn smtp(settings: &SmtpSettings) -> Result<Self, SettingsError> {
        Smtp::new(settings).map(Self::Smtp)
    }
    /// Into a trap that keeps the last `keep` letters.
    #[must_use]
    pub fn trap(keep: usize) -> Self {
        Self::Trap(Trap::new(keep))
    }
    /// The trap, if letters go there.
    #[must_use]
    pub const fn trapped(&self) -> Option<&Trap> {
        match self {
            Self::Smtp(_) => None,
            Self::Trap(trap) => Some(trap),
        }
    }
    /// Writes the letter down and sends it. Blocks until the server has taken it, at most the timeout per step.
    ///
    /// # Errors
    /// [`SendError`] says whether to try again.
    pub fn send(&self, sender: &Sender, letter: &Letter, now: Moment) -> Result<(), SendError> {
        let rendered = letter.render(sender, now)?;
        match self {
            Self::Smtp(smtp) => smtp.send(&rendered),
            Self::Trap(trap) => trap.take(letter, rendered, now),
        }
    }
}
