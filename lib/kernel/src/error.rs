//! Six kinds of refusal. Only the web knows what they are in HTTP.

use std::{fmt, sync::Arc};

/// What every fallible step of the product returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a rule refused, as a sentence in both languages. Slices make these from their own texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// The sentence in German.
    pub de: String,
    /// The same in English.
    pub en: String,
}

impl Reason {
    /// A reason in both languages.
    pub fn new(de: impl Into<String>, en: impl Into<String>) -> Self {
        Self { de: de.into(), en: en.into() }
    }
    /// The sentence in one language.
    #[must_use]
    pub fn text(&self, lang: crate::Lang) -> &str {
        match lang {
            crate::Lang::De => &self.de,
            crate::Lang::En => &self.en,
        }
    }
}

/// What is wrong at one field of a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The field's name in the form; empty for the form as a whole.
    pub field: &'static str,
    /// What to do about it.
    pub reason: Reason,
}

/// A refusal or a failure.
#[derive(Clone, Debug)]
pub enum Error {
    /// There is no such thing, or this actor may not know that there is.
    NotFound,
    /// She may know of it, but not do this.
    Denied(Option<Reason>),
    /// A rule of the field refuses.
    Rule(Reason),
    /// Fields are wrong; the page shows them again with what was typed.
    Form(Vec<Problem>),
    /// Somebody changed it meanwhile.
    Stale,
    /// A fault of ours. The text goes to the log, never to a page.
    Internal(Arc<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// Wraps a fault of ours.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(Arc::from(cause.into()))
    }
    /// A refusal by rule.
    #[must_use]
    pub const fn rule(reason: Reason) -> Self {
        Self::Rule(reason)
    }
    /// A problem at one field.
    #[must_use]
    pub fn field(field: &'static str, reason: Reason) -> Self {
        Self::Form(vec![Problem { field, reason }])
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("not found"),
            Self::Denied(_) => f.write_str("denied"),
            Self::Rule(reason) => write!(f, "refused: {}", reason.en),
            Self::Form(problems) => write!(f, "{} fields refused", problems.len()),
            Self::Stale => f.write_str("changed meanwhile"),
            Self::Internal(cause) => write!(f, "{cause}"),
        }
    }
}

impl std::error::Error for Error {}
