//! Voting for somebody who is away: a document for one named sitting.

use kernel::Day;
use serde::{Deserialize, Serialize};

use super::{Clause, Rule, Verdict, wording::small};
use crate::words::T;

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
    let against = against(rule, proxy, occasion);
    let cap = rule.cap.value.map_or(-1, i64::from);
    let numbers = [("held", small(proxy.others)), ("cap", cap)];
    let clause = against.map_or(&rule.allowed.clause, |against| against.clause(rule));
    Verdict::new(against.is_none(), clause, &numbers[..if cap < 0 { 1 } else { 2 }], |t| {
        let day = i18n::day_long(t.0, occasion.day);
        against.map_or_else(|| t.proxy_valid(&day), |against| against.said(t, rule, proxy, &day))
    })
}

/// What speaks against a proxy.
#[derive(Clone, Copy)]
enum Against {
    NotAllowed,
    Withdrawn,
    Form,
    Unnamed,
    OtherDay,
    Adjourned,
    Holder,
    Cap,
}

fn against(rule: &Proxies, proxy: &Proxy, occasion: &Occasion) -> Option<Against> {
    let holder = match rule.holders.value {
        Holders::Voting => proxy.holder_votes,
        Holders::SameUnit => proxy.same_unit,
        Holders::Either => proxy.holder_votes || proxy.same_unit,
    };
    let full = rule.cap.value.is_some_and(|cap| proxy.others >= u64::from(cap));
    let adjourned = proxy.sitting.is_some() && proxy.sitting == occasion.adjourned_from;
    match proxy.sitting {
        _ if !rule.allowed.value => Some(Against::NotAllowed),
        _ if proxy.withdrawn => Some(Against::Withdrawn),
        _ if rule.form.value == Form::Written && proxy.form == Form::Text => Some(Against::Form),
        None if rule.one_sitting.value => Some(Against::Unnamed),
        Some(named) if named != occasion.day && adjourned && !proxy.adjourned_too => Some(Against::Adjourned),
        Some(named) if named != occasion.day && !adjourned => Some(Against::OtherDay),
        _ if !holder => Some(Against::Holder),
        _ if full => Some(Against::Cap),
        _ => None,
    }
}

impl Against {
    const fn clause(self, rule: &Proxies) -> &Clause {
        match self {
            Self::NotAllowed | Self::Withdrawn => &rule.allowed.clause,
            Self::Form => &rule.form.clause,
            Self::Unnamed | Self::OtherDay | Self::Adjourned => &rule.one_sitting.clause,
            Self::Holder => &rule.holders.clause,
            Self::Cap => &rule.cap.clause,
        }
    }
    fn said(self, t: T, rule: &Proxies, proxy: &Proxy, day: &str) -> String {
        let named = || proxy.sitting.map_or_else(String::new, |named| i18n::day_long(t.0, named));
        match self {
            Self::NotAllowed => t.proxy_not_allowed().to_owned(),
            Self::Withdrawn => t.proxy_withdrawn().to_owned(),
            Self::Form => t.proxy_form().to_owned(),
            Self::Unnamed => t.proxy_unnamed().to_owned(),
            Self::OtherDay => t.proxy_other_day(named(), day),
            Self::Adjourned => t.proxy_adjourned(named(), day),
            Self::Holder => t.proxy_holder().to_owned(),
            Self::Cap => t.proxy_cap(proxy.others, rule.cap.value.unwrap_or(0)),
        }
    }
}
