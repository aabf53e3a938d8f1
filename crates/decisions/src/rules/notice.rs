//! Invitation, agenda and motions: how long before, counted how.

use kernel::Day;
use serde::{Deserialize, Serialize};

use super::{Fraction, Majority, Period, Rule, Verdict};

/// How sittings are convened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// How long before the sitting the invitation goes out or arrives.
    pub period: Rule<Period>,
    /// The period in urgent cases, and who may shorten.
    pub shortened: Rule<Shortened>,
    /// Who convenes.
    pub convener: Rule<Who>,
    /// How the invitation travels.
    pub channel: Rule<Channel>,
    /// What must lie before the period.
    pub counts_from: Rule<CountsFrom>,
    /// Whether the days between must be whole and free: neither the day of the invitation nor the sitting counts.
    pub whole_days: Rule<bool>,
    /// How long before the sitting motions must be in.
    pub motions: Rule<Period>,
    /// The majority that admits an urgent motion; without it, there are none.
    pub urgency: Rule<Option<Majority>>,
    /// The share of members that can demand a sitting (§ 37 BGB: a tenth).
    pub minority: Rule<Option<Fraction>>,
}

/// A shorter period and who may order it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shortened {
    /// The shorter period; [`Period::None`] when there is no such way.
    pub period: Period,
    /// Who may shorten.
    pub by: Who,
}

/// Who does something for the body.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Nobody.
    Nobody,
    /// The chair or speaker.
    Chair,
    /// Board, lead team or speakers together.
    Board,
    /// The secretariat.
    Secretariat,
    /// The host of the sitting.
    Host,
    /// The assembly itself.
    Assembly,
}

/// How an invitation travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// As one likes.
    Any,
    /// In text form: a mail is enough (§ 126b BGB).
    Text,
    /// On paper.
    Letter,
    /// Published in the portal.
    Portal,
}

/// Which day must lie before the period.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountsFrom {
    /// The day it was sent.
    Dispatch,
    /// The day it arrived.
    Receipt,
}

/// The last possible day, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Latest {
    /// The last day; `None` when no period is prescribed.
    pub day: Option<Day>,
    /// The reasoning. It holds always.
    pub verdict: Verdict,
}

/// The last day for the invitation to a sitting, with the ordinary or the shortened period.
/// Whether sending or arrival must lie there says [`Notice::counts_from`].
#[must_use]
pub fn latest(rule: &Notice, sitting: Day, shortened: bool) -> Latest {
    unimplemented!()
}

/// Whether an invitation sent (or received, as the rule counts) on `day` is in time.
#[must_use]
pub fn judge(rule: &Notice, sitting: Day, shortened: bool, day: Day) -> Verdict {
    unimplemented!()
}

/// The last day for motions, counted like the invitation.
#[must_use]
pub fn motions_until(rule: &Notice, sitting: Day) -> Latest {
    unimplemented!()
}

/// Whether so many of the members can demand a sitting.
#[must_use]
pub fn minority(rule: &Notice, asking: u64, members: u64) -> Verdict {
    unimplemented!()
}
