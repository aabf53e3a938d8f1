//! Voting for somebody who is away: a document for one named sitting.

use kernel::Day;
use serde::{Deserialize, Serialize};

use super::{Rule, Verdict};

/// Whether and how somebody may vote for another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proxies {
    /// Whether at all (§§ 38, 40 BGB: only where the statutes say so).
    pub allowed: Rule<bool>,
    /// The form.
    pub form: Rule<Form>,
    /// Who may hold one.
    pub holders: Rule<Holders>,
    /// Whether it must name its sitting and holds for that one alone.
    pub one_sitting: Rule<bool>,
    /// How many one person may hold; `None` for any number.
    pub cap: Rule<Option<u16>>,
}

/// The form of a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Text form: a mail is enough (§ 126b BGB).
    Text,
    /// Signed on paper (§ 126 BGB).
    Written,
}

/// Who may hold a proxy.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holders {
    /// Another member with a vote.
    Voting,
    /// Somebody of the same office or organisation.
    SameUnit,
    /// Either of the two.
    Either,
}

/// A proxy as it is on the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Proxy {
    /// Its form. What is written suffices for text form.
    pub form: Form,
    /// The day of the sitting it names; `None` when it names none.
    pub sitting: Option<Day>,
    /// Whether it names the adjourned sitting too.
    pub adjourned_too: bool,
    /// Whether it was withdrawn, or whoever gave it is there herself.
    pub withdrawn: bool,
    /// Whether the holder has a vote of her own in the body.
    pub holder_votes: bool,
    /// Whether the holder belongs to the same office or organisation.
    pub same_unit: bool,
    /// How many other valid proxies the holder has for this sitting.
    pub others: u64,
}

/// The sitting it is used in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Occasion {
    /// The day.
    pub day: Day,
    /// The day of the sitting this one continues.
    pub adjourned_from: Option<Day>,
}

/// Whether a proxy counts in a sitting; the first reason against it. Numbers: `held`, `cap`.
#[must_use]
pub fn valid(rule: &Proxies, proxy: &Proxy, occasion: &Occasion) -> Verdict {
    unimplemented!()
}
