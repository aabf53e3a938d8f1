//! Values in words. Kinds are chosen in the texts by their name in the JSON.

use i18n::Lang;
use serde::Serialize;

use super::{
    Balance, Base, Consent, Crosses, Fraction, Hurdle, Majority, Of, Period, QuorumBase, Shortened, Spread, Stagger,
    Stops, Threshold, Tie, Trigger,
};
use crate::words::T;

/// The name of a kind in the JSON: `voting_seats`.
pub(super) fn kind(value: &impl Serialize) -> String {
    // Only for kinds without content, which are texts.
    serde_json::to_value(value).ok().and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}

pub(super) fn truth(t: T, value: bool) -> String {
    if value { t.yes() } else { t.no() }.to_owned()
}

pub(super) fn period(t: T, period: Period) -> String {
    match period {
        Period::None => t.period_none().to_owned(),
        Period::Days(n) => t.period_days(n),
        Period::Weeks(n) => t.period_weeks(n),
        Period::Months(n) => t.period_months(n),
        Period::Years(n) => t.period_years(n),
    }
}

/// `zwei Drittel`, otherwise `3/7`.
pub(super) fn share(t: T, share: Fraction) -> String {
    let word = match (share.part(), share.whole()) {
        (1, 1) => t.share_all(),
        (1, 2) => t.share_half(),
        (1, 3) => t.share_third(),
        (2, 3) => t.share_two_thirds(),
        (1, 4) => t.share_quarter(),
        (3, 4) => t.share_three_quarters(),
        (1, 10) => t.share_tenth(),
        _ => return share.to_string(),
    };
    word.to_owned()
}

/// `mehr als die Hälfte der abgegebenen Stimmen`; `base` as the texts name it.
pub(super) fn need(t: T, need: Threshold, base: &str) -> String {
    match need {
        Threshold::AtLeast(Fraction::ALL) => t.need_all(base),
        Threshold::AtLeast(part) => t.need_least(share(t, part), t.base(base)),
        Threshold::MoreThan(part) => t.need_more(share(t, part), t.base(base)),
    }
}

/// The same without saying of what.
pub(super) fn need_plain(t: T, need: Threshold) -> String {
    match need {
        Threshold::AtLeast(Fraction::ALL) => t.share_all().to_owned(),
        Threshold::AtLeast(part) => t.need_plain_least(share(t, part)),
        Threshold::MoreThan(part) => t.need_plain_more(share(t, part)),
    }
}

/// `9,25`, or `18` where nothing is left over.
pub(super) fn exact(lang: Lang, fraction: Fraction, base: u64) -> String {
    if fraction.is_even(base) {
        return i18n::number(lang, fraction.hundredths(base) / 100);
    }
    i18n::decimal(lang, fraction.hundredths(base), 2)
}

pub(super) fn base(base: Base) -> String {
    kind(&base)
}

pub(super) fn quorum_base(base: QuorumBase) -> String {
    kind(&base)
}

pub(super) fn of(of: Of) -> &'static str {
    match of {
        Of::Valid => "valid_ballots",
        Of::Ballots => "ballots",
        Of::Present => "present",
        Of::Entitled => "entitled",
    }
}

pub(super) fn majority(t: T, rule: &Majority) -> String {
    let plain = need(t, rule.need, &base(rule.base));
    let counted = match (rule.abstentions, rule.invalid) {
        (false, false) => plain,
        (true, false) => t.with_abstentions(plain),
        (false, true) => t.with_invalid(plain),
        (true, true) => t.with_both(plain),
    };
    match rule.tie {
        Tie::Rejected => counted,
        Tie::Chair => t.with_chair(counted),
    }
}

pub(super) fn shortened(t: T, rule: Shortened) -> String {
    if rule.period.is_none() { t.none().to_owned() } else { t.shortened(period(t, rule.period), t.who(kind(&rule.by))) }
}

pub(super) fn trigger(t: T, trigger: Trigger) -> String {
    match trigger {
        Trigger::Share(part) => t.trigger_share(share(t, part)),
        other => t.trigger(kind(&other)),
    }
}

pub(super) fn consent(t: T, consent: Consent) -> String {
    match consent {
        Consent::Entitled(part) => need(t, part, "entitled"),
        Consent::Cast(part) => need(t, part, "cast"),
        other => t.consent(kind(&other)),
    }
}

pub(super) fn stops(t: T, stops: Stops) -> String {
    match stops {
        Stops::Share(part) => t.stops_share(share(t, part)),
        other => t.stops(kind(&other)),
    }
}

pub(super) fn crosses(t: T, crosses: Crosses) -> String {
    match crosses {
        Crosses::AsPlaces => t.crosses_places().to_owned(),
        Crosses::Exactly(n) => t.crosses_exactly(n),
    }
}

pub(super) fn hurdle(t: T, hurdle: Hurdle) -> String {
    match hurdle {
        Hurdle::Most => t.hurdle_most().to_owned(),
        Hurdle::Share(part, threshold) => need(t, threshold, of(part)),
    }
}

pub(super) fn round(t: T, round: Option<Hurdle>) -> String {
    round.map_or_else(|| t.no_round().to_owned(), |it| hurdle(t, it))
}

pub(super) fn balance(t: T, balance: Balance) -> String {
    match balance {
        Balance::None => t.balance_none().to_owned(),
        Balance::Check(spread) => t.balance_checks(of_each(t, spread)),
        Balance::Constraint(spread) => t.balance_binds(of_each(t, spread)),
    }
}

fn of_each(t: T, spread: Spread) -> String {
    match (spread.least, spread.most) {
        (least, 0) => t.spread_least(least),
        (0, most) => t.spread_most(most),
        (least, most) => t.spread_both(least, most),
    }
}

pub(super) fn stagger(t: T, stagger: Stagger) -> String {
    match stagger {
        Stagger::Together => t.stagger_together().to_owned(),
        Stagger::Own => t.stagger_own().to_owned(),
        Stagger::Groups(n) => t.stagger_groups(n),
    }
}

/// Numbers of a verdict stay within what JSON holds exactly.
pub(super) fn small(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// Sentences in a row; empty ones are left out.
pub(super) fn sentences(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}
