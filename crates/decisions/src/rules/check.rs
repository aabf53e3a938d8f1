//! Which values are possible, and which contradict each other.

use std::collections::BTreeSet;

use kernel::{Day, Lang, Reason};

use super::{
    Balance, Base, ByElection, Consent, Crosses, Fraction, Hurdle, Majority, Period, QuorumBase, RuleSet, Stagger,
    Subject, Threshold, Tie, Trigger, Who, describe, resolution,
};
use crate::words::T;

type Outcome = Result<(), Reason>;

pub(super) fn reason<S: Into<String>>(say: impl Fn(T) -> S) -> Reason {
    Reason::new(say(T(Lang::De)), say(T(Lang::En)))
}

pub(super) fn too_long() -> Reason {
    reason(|t| t.bad_long())
}

pub(super) fn unreadable(error: &serde_json::Error) -> Reason {
    reason(|t| t.bad_read(error.line(), error.column()))
}

pub(super) fn unknown_parameter(key: &str) -> Reason {
    let key: String = key.chars().take(60).collect();
    reason(|t| t.bad_parameter(&key))
}

pub(super) fn more_votes_than_present(votes: u64, present: u64) -> Reason {
    reason(|t| t.bad_votes_present(votes, present))
}

pub(super) fn more_present_than_entitled(present: u64, entitled: u64) -> Reason {
    reason(|t| t.bad_present_entitled(present, entitled))
}

/// A refusal that names the parameter.
fn at(key: &str, what: impl Fn(T) -> &'static str) -> Reason {
    reason(|t| t.bad_at(describe::name(t, key), what(t)))
}

fn need(holds: bool, key: &str, what: impl Fn(T) -> &'static str) -> Outcome {
    if holds { Ok(()) } else { Err(at(key, what)) }
}

/// The first thing that is wrong.
pub(super) fn check(set: &RuleSet) -> Outcome {
    clauses(set)?;
    periods(set)?;
    notice(set)?;
    quorum(set)?;
    votes(set)?;
    circular(set)?;
    elections(set)?;
    terms(set)?;
    let cap = set.proxies.cap.value;
    need(cap.is_none_or(|cap| (1..=100).contains(&cap)), "proxies.cap", |t| t.bad_number())?;
    let pattern = &set.resolutions.pattern.value;
    need(resolution::is_pattern(pattern), "resolutions.pattern", |t| t.bad_pattern())?;
    let year = !set.resolutions.yearly.value || pattern.contains("{jahr}");
    need(year, "resolutions.yearly", |t| t.bad_pattern_year())?;
    informal(set)
}

/// What the law leaves nobody to decide: in a registered association nobody votes on a deal or lawsuit with herself, whatever
/// the statutes say (§§ 34, 40 BGB). `profile` is the key of the template the rules began with.
///
/// # Errors
/// The parameter and the clause.
pub fn check_law(profile: &str, set: &RuleSet) -> Outcome {
    need(profile != "association" || set.bars.own_matter.value, "bars.own_matter", |t| t.bad_own_matter())
}

fn clauses(set: &RuleSet) -> Outcome {
    for parameter in describe::parameters(set, Lang::De) {
        let (number, text) = (&parameter.clause.number, &parameter.clause.text);
        let line = !number.trim().is_empty() && number.chars().count() <= 60 && !number.contains(char::is_control);
        need(line, parameter.key, |t| t.bad_clause_number())?;
        let words = !text.trim().is_empty() && text.chars().count() <= 2_000;
        need(words, parameter.key, |t| t.bad_clause_text())?;
    }
    Ok(())
}

fn periods(set: &RuleSet) -> Outcome {
    let (notice, elections) = (&set.notice, &set.elections);
    for (key, period) in [
        ("notice.period", notice.period.value),
        ("notice.shortened", notice.shortened.value.period),
        ("notice.motions", notice.motions.value),
        ("circular.period", set.circular.period.value),
        ("elections.nominations", elections.nominations.value),
        ("elections.acceptance", elections.acceptance.value),
        ("elections.term", elections.term.value),
        ("elections.challenge", elections.challenge.value),
        ("minutes.objections", set.minutes.objections.value),
    ] {
        let most = match period {
            Period::None => continue,
            Period::Days(_) => 730,
            Period::Weeks(_) => 104,
            Period::Months(_) => 120,
            Period::Years(_) => 20,
        };
        need((1..=most).contains(&period.count()), key, |t| t.bad_period())?;
    }
    // Rolls and ballots are kept for twelve months; whoever may challenge an election finds them until the last day.
    let day = Day::literal("2026-01-31");
    need(elections.challenge.value.after(day) <= day.plus_months(12), "elections.challenge", |t| t.bad_challenge())
}

fn notice(set: &RuleSet) -> Outcome {
    let short = set.notice.shortened.value;
    if !short.period.is_none() {
        let day = Day::literal("2026-01-31");
        let shorter = short.period.before(day) > set.notice.period.value.before(day);
        need(shorter && short.by != Who::Nobody, "notice.shortened", |t| t.bad_shortened())?;
    }
    set.notice.urgency.value.map_or(Ok(()), |it| majority("notice.urgency", &it))
}

fn quorum(set: &RuleSet) -> Outcome {
    let rule = &set.quorum;
    threshold("quorum.need", rule.need.value)?;
    let vacant = !rule.vacant.value || rule.base.value == QuorumBase::VotingSeats;
    need(vacant, "quorum.vacant", |t| t.bad_quorum_vacant())?;
    let nothing = rule.base.value == QuorumBase::None && rule.least.value == 0 && rule.senders.value == 0;
    need(!(nothing && rule.presumed.value), "quorum.presumed", |t| t.bad_quorum_none())?;
    need(!(nothing && rule.second_summons.value), "quorum.second_summons", |t| t.bad_quorum_none())?;
    need(rule.least.value <= 10_000, "quorum.least", |t| t.bad_number())?;
    need(rule.senders.value <= 1_000, "quorum.senders", |t| t.bad_number())?;
    let proxies = set.proxies.allowed.value || !rule.proxies.value;
    need(proxies, "quorum.proxies", |t| t.bad_quorum_proxies())
}

fn threshold(key: &str, value: Threshold) -> Outcome {
    need(value != Threshold::MoreThan(Fraction::ALL), key, |t| t.bad_more_than_all())
}

fn majority(key: &str, rule: &Majority) -> Outcome {
    threshold(key, rule.need)?;
    let abstentions = !rule.abstentions || matches!(rule.base, Base::Cast | Base::Valid);
    need(abstentions, key, |t| t.bad_abstentions())?;
    need(!rule.invalid || rule.base == Base::Cast, key, |t| t.bad_invalid())?;
    need(rule.tie == Tie::Rejected || rule.is_plain(), key, |t| t.bad_chair())
}

fn votes(set: &RuleSet) -> Outcome {
    for subject in Subject::ALL {
        let key = match subject {
            Subject::Ordinary => "votes.ordinary",
            Subject::RuleChange => "votes.rule_change",
            Subject::PurposeChange => "votes.purpose_change",
            Subject::Removal => "votes.removal",
            Subject::Dissolution => "votes.dissolution",
        };
        majority(key, &set.votes.majority(subject).value)?;
    }
    Ok(())
}

fn circular(set: &RuleSet) -> Outcome {
    let rule = &set.circular;
    match rule.consent.value {
        Consent::Never => return Ok(()),
        Consent::Entitled(part) | Consent::Cast(part) => threshold("circular.consent", part)?,
        Consent::All | Consent::Silence => {}
    }
    need(!rule.period.value.is_none(), "circular.period", |t| t.bad_circular_period())?;
    let sent = Day::literal("2026-02-01");
    let before = i32::from(rule.reminder.value);
    let within = before == 0 || rule.period.value.after(sent).plus_days(-before) > sent;
    need(within, "circular.reminder", |t| t.bad_circular_reminder())
}

fn elections(set: &RuleSet) -> Outcome {
    let rule = &set.elections;
    for (key, hurdle) in [
        ("elections.first", Some(rule.first.value)),
        ("elections.second", rule.second.value),
        ("elections.third", rule.third.value),
    ] {
        if let Some(Hurdle::Share(_, part)) = hurdle {
            threshold(key, part)?;
        }
    }
    let kinds: BTreeSet<String> = rule.also.value.iter().map(super::wording::kind).collect();
    let once = kinds.len() == rule.also.value.len() && !rule.also.value.contains(&rule.ballot.value);
    need(once, "elections.also", |t| t.bad_also())?;
    need(rule.third.value.is_none() || rule.second.value.is_some(), "elections.third", |t| t.bad_third())?;
    let crosses = match rule.crosses.value {
        Crosses::AsPlaces => true,
        Crosses::Exactly(n) => (1..=100).contains(&n),
    };
    need(crosses, "elections.crosses", |t| t.bad_number())?;
    match rule.balance.value {
        Balance::None => Ok(()),
        Balance::Check(spread) | Balance::Constraint(spread) => {
            let named = spread.least > 0 || spread.most > 0;
            let order = spread.most == 0 || spread.least <= spread.most;
            let small = spread.least <= 100 && spread.most <= 100;
            need(named && order && small, "elections.balance", |t| t.bad_spread())
        }
    }
}

fn terms(set: &RuleSet) -> Outcome {
    let rule = &set.elections;
    let (term, open) = (rule.term.value, rule.term.value.is_none());
    need(open || term.months().is_some(), "elections.term", |t| t.bad_term_unit())?;
    need(!open || !rule.carry_over.value, "elections.carry_over", |t| t.bad_term_missing())?;
    need(!open || rule.by_election.value != ByElection::Rest, "elections.by_election", |t| t.bad_term_missing())?;
    if let Stagger::Groups(groups) = rule.stagger.value {
        need(!open, "elections.stagger", |t| t.bad_term_missing())?;
        let fits = (2..=12).contains(&groups) && term.months().is_some_and(|months| months >= i32::from(groups));
        need(fits, "elections.stagger", |t| t.bad_number())?;
    }
    need(rule.most_terms.value.is_none_or(|n| (1..=50).contains(&n)), "elections.most_terms", |t| t.bad_number())
}

/// What an informal circle cannot have, because its pages do not show it.
fn informal(set: &RuleSet) -> Outcome {
    let quorum = &set.quorum;
    let none = quorum.base.value == QuorumBase::None && quorum.least.value == 0 && quorum.senders.value == 0;
    let plain = none && !set.proxies.allowed.value && set.votes.secret.value == Trigger::Never;
    need(set.formal.value || plain, "formal", |t| t.bad_informal())
}
