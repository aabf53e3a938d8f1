//! Invitation, agenda and motions: how long before, counted how.

use kernel::Day;
use serde::{Deserialize, Serialize};

use super::{
    Fraction, Majority, Period, Rule, Verdict,
    wording::{self, sentences},
};
use crate::words::T;

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
    let used = if shortened { rule.shortened.value.period } else { rule.period.value };
    let clause = if shortened { &rule.shortened.clause } else { &rule.period.clause };
    if used.is_none() {
        let say = |t: T| if shortened { t.notice_no_short() } else { t.notice_none() }.to_owned();
        return Latest { day: None, verdict: Verdict::new(true, clause, &[], say) };
    }
    let day = last_day(rule, used, sitting);
    let verdict = Verdict::new(true, clause, &numbers(sitting, day), |t| {
        let (length, sitting, day) = in_words(t, used, sitting, day);
        let said = match rule.counts_from.value {
            CountsFrom::Dispatch => t.notice_latest_sent(length, sitting, day),
            CountsFrom::Receipt => t.notice_latest_received(length, sitting, day),
        };
        sentences(&[said, counted(t, rule)])
    });
    Latest { day: Some(day), verdict }
}

/// Whether an invitation sent (or received, as the rule counts) on `day` is in time.
#[must_use]
pub fn judge(rule: &Notice, sitting: Day, shortened: bool, day: Day) -> Verdict {
    let latest = latest(rule, sitting, shortened);
    let Some(last) = latest.day else {
        return Verdict { holds: !shortened, ..latest.verdict };
    };
    let kept = day <= last;
    let mut numbers = numbers(sitting, last).to_vec();
    numbers.push(("days_late", i64::from(day.days_since(last).max(0))));
    Verdict::new(kept, &latest.verdict.clause, &numbers, |t| {
        let (day, last) = (i18n::day_long(t.0, day), i18n::day_long(t.0, last));
        let said = match (rule.counts_from.value, kept) {
            (CountsFrom::Dispatch, true) => t.notice_kept_sent(day, last),
            (CountsFrom::Dispatch, false) => t.notice_late_sent(day, last),
            (CountsFrom::Receipt, true) => t.notice_kept_received(day, last),
            (CountsFrom::Receipt, false) => t.notice_late_received(day, last),
        };
        sentences(&[said, counted(t, rule)])
    })
}

/// Three weeks before a Wednesday is a Wednesday; with whole free days between it is the Tuesday before.
fn last_day(rule: &Notice, period: Period, sitting: Day) -> Day {
    let day = period.before(sitting);
    if rule.whole_days.value { day.previous() } else { day }
}

fn numbers(sitting: Day, last: Day) -> [(&'static str, i64); 1] {
    [("days_before", i64::from(sitting.days_since(last)))]
}

fn in_words(t: T, period: Period, sitting: Day, day: Day) -> (String, String, String) {
    (wording::period(t, period), i18n::day_long(t.0, sitting), i18n::day_long(t.0, day))
}

fn counted(t: T, rule: &Notice) -> String {
    if rule.whole_days.value { t.notice_whole() } else { t.notice_calendar() }.to_owned()
}
