//! One row for each parameter, in reading order.

use super::{Parameter, TEXT_ALONE, names::name};
use crate::{
    rules::{
        BallotKind, Bars, Circular, Clause, Elections, Minutes, Notice, Period, Proxies, Quorum, Resolutions, Rule,
        Threshold, Votes,
        wording::{self, kind},
    },
    words::T,
};

pub(super) fn formal(t: T, it: &Rule<bool>) -> Vec<Parameter> {
    vec![row(t, "formal", wording::truth(t, it.value), &it.clause)]
}

pub(super) fn notice(t: T, it: &Notice) -> Vec<Parameter> {
    vec![
        row(t, "notice.period", wording::period(t, it.period.value), &it.period.clause),
        row(t, "notice.shortened", wording::shortened(t, it.shortened.value), &it.shortened.clause),
        row(t, "notice.convener", t.who(kind(&it.convener.value)), &it.convener.clause),
        row(t, "notice.channel", t.channel(kind(&it.channel.value)), &it.channel.clause),
        row(t, "notice.counts_from", t.counts_from(kind(&it.counts_from.value)), &it.counts_from.clause),
        row(t, "notice.whole_days", wording::truth(t, it.whole_days.value), &it.whole_days.clause),
        row(t, "notice.motions", wording::period(t, it.motions.value), &it.motions.clause),
        row(
            t,
            "notice.urgency",
            maybe(t, it.urgency.value.map(|rule| wording::majority(t, &rule))),
            &it.urgency.clause,
        ),
        row(
            t,
            "notice.minority",
            maybe(t, it.minority.value.map(|part| wording::need(t, Threshold::AtLeast(part), "members"))),
            &it.minority.clause,
        ),
    ]
}

pub(super) fn quorum(t: T, it: &Quorum) -> Vec<Parameter> {
    vec![
        row(t, "quorum.base", t.quorum_base(kind(&it.base.value)), &it.base.clause),
        row(t, "quorum.need", wording::need_plain(t, it.need.value), &it.need.clause),
        row(t, "quorum.least", zero(t, it.least.value), &it.least.clause),
        row(t, "quorum.senders", zero(t, it.senders.value), &it.senders.clause),
        row(t, "quorum.proxies", wording::truth(t, it.proxies.value), &it.proxies.clause),
        row(t, "quorum.remote", wording::truth(t, it.remote.value), &it.remote.clause),
        row(t, "quorum.vacant", wording::truth(t, it.vacant.value), &it.vacant.clause),
        row(t, "quorum.duly_invited", wording::truth(t, it.duly_invited.value), &it.duly_invited.clause),
        row(t, "quorum.presumed", wording::truth(t, it.presumed.value), &it.presumed.clause),
        row(t, "quorum.second_summons", wording::truth(t, it.second_summons.value), &it.second_summons.clause),
    ]
}

pub(super) fn votes(t: T, it: &Votes) -> Vec<Parameter> {
    vec![
        row(t, "votes.unit", t.unit(kind(&it.unit.value)), &it.unit.clause),
        row(t, "votes.casting", t.casting(kind(&it.casting.value)), &it.casting.clause),
        row(t, "votes.several", wording::truth(t, it.several.value), &it.several.clause),
        row(t, "votes.ordinary", wording::majority(t, &it.ordinary.value), &it.ordinary.clause),
        row(t, "votes.rule_change", wording::majority(t, &it.rule_change.value), &it.rule_change.clause),
        row(t, "votes.purpose_change", wording::majority(t, &it.purpose_change.value), &it.purpose_change.clause),
        row(t, "votes.removal", wording::majority(t, &it.removal.value), &it.removal.clause),
        row(t, "votes.dissolution", wording::majority(t, &it.dissolution.value), &it.dissolution.clause),
        row(t, "votes.secret", wording::trigger(t, it.secret.value), &it.secret.clause),
    ]
}

pub(super) fn proxies(t: T, it: &Proxies) -> Vec<Parameter> {
    vec![
        row(t, "proxies.allowed", wording::truth(t, it.allowed.value), &it.allowed.clause),
        row(t, "proxies.form", t.form(kind(&it.form.value)), &it.form.clause),
        row(t, "proxies.holders", t.holders(kind(&it.holders.value)), &it.holders.clause),
        row(t, "proxies.one_sitting", wording::truth(t, it.one_sitting.value), &it.one_sitting.clause),
        row(t, "proxies.cap", limit(t, it.cap.value), &it.cap.clause),
    ]
}

pub(super) fn bars(t: T, it: &Bars) -> Vec<Parameter> {
    vec![
        row(t, "bars.own_matter", wording::truth(t, it.own_matter.value), &it.own_matter.clause),
        row(t, "bars.own_organisation", wording::truth(t, it.own_organisation.value), &it.own_organisation.clause),
        row(t, "bars.out_of_base", wording::truth(t, it.out_of_base.value), &it.out_of_base.clause),
    ]
}

pub(super) fn circular(t: T, it: &Circular) -> Vec<Parameter> {
    vec![
        row(t, "circular.consent", wording::consent(t, it.consent.value), &it.consent.clause),
        row(t, "circular.period", wording::period(t, it.period.value), &it.period.clause),
        row(t, "circular.reminder", t.reminder(it.reminder.value), &it.reminder.clause),
        row(t, "circular.stops", wording::stops(t, it.stops.value), &it.stops.clause),
    ]
}

pub(super) fn elections(t: T, it: &Elections) -> Vec<Parameter> {
    vec![
        row(t, "elections.ballot", t.ballot_kind(kind(&it.ballot.value)), &it.ballot.clause),
        row(t, "elections.also", kinds(t, &it.also.value), &it.also.clause),
        row(t, "elections.crosses", wording::crosses(t, it.crosses.value), &it.crosses.clause),
        row(t, "elections.all_crosses", wording::truth(t, it.all_crosses.value), &it.all_crosses.clause),
        row(t, "elections.first", wording::hurdle(t, it.first.value), &it.first.clause),
        row(t, "elections.second", wording::round(t, it.second.value), &it.second.clause),
        row(t, "elections.third", wording::round(t, it.third.value), &it.third.clause),
        row(t, "elections.no_counts", wording::truth(t, it.no_counts.value), &it.no_counts.clause),
        row(t, "elections.runoff", t.runoff_set(kind(&it.runoff.value)), &it.runoff.clause),
        row(t, "elections.tie", t.on_tie(kind(&it.tie.value)), &it.tie.clause),
        row(t, "elections.secret", wording::trigger(t, it.secret.value), &it.secret.clause),
        row(t, "elections.eligible", t.stands(kind(&it.eligible.value)), &it.eligible.clause),
        row(t, "elections.nominations", wording::period(t, it.nominations.value), &it.nominations.clause),
        row(t, "elections.from_floor", wording::truth(t, it.from_floor.value), &it.from_floor.clause),
        row(t, "elections.absent", wording::truth(t, it.absent.value), &it.absent.clause),
        row(t, "elections.acceptance", at_once(t, it.acceptance.value), &it.acceptance.clause),
        row(t, "elections.balance", wording::balance(t, it.balance.value), &it.balance.clause),
        row(t, "elections.term", open(t, it.term.value), &it.term.clause),
        row(t, "elections.stagger", wording::stagger(t, it.stagger.value), &it.stagger.clause),
        row(t, "elections.most_terms", limit(t, it.most_terms.value), &it.most_terms.clause),
        row(t, "elections.carry_over", wording::truth(t, it.carry_over.value), &it.carry_over.clause),
        row(t, "elections.challenge", wording::period(t, it.challenge.value), &it.challenge.clause),
        row(t, "elections.by_election", t.by_election(kind(&it.by_election.value)), &it.by_election.clause),
        row(t, "elections.move_up", wording::truth(t, it.move_up.value), &it.move_up.clause),
    ]
}

pub(super) fn resolutions(t: T, it: &Resolutions) -> Vec<Parameter> {
    vec![
        row(t, "resolutions.pattern", it.pattern.value.clone(), &it.pattern.clause),
        row(t, "resolutions.yearly", wording::truth(t, it.yearly.value), &it.yearly.clause),
    ]
}

pub(super) fn minutes(t: T, it: &Minutes) -> Vec<Parameter> {
    vec![
        row(t, "minutes.objections", wording::period(t, it.objections.value), &it.objections.clause),
        row(t, "minutes.by_clock", wording::truth(t, it.by_clock.value), &it.by_clock.clause),
    ]
}

fn row(t: T, key: &'static str, value: String, clause: &Clause) -> Parameter {
    let text_alone = TEXT_ALONE.contains(&key);
    Parameter { key, name: name(t, key).to_owned(), value, clause: clause.clone(), text_alone }
}

fn maybe(t: T, value: Option<String>) -> String {
    value.unwrap_or_else(|| t.none().to_owned())
}

fn zero(t: T, value: u16) -> String {
    if value == 0 { t.none().to_owned() } else { value.to_string() }
}

fn limit(t: T, value: Option<u16>) -> String {
    value.map_or_else(|| t.not_limited().to_owned(), |most| most.to_string())
}

fn kinds(t: T, kinds: &[BallotKind]) -> String {
    let words: Vec<String> = kinds.iter().map(|it| t.ballot_kind(kind(it))).collect();
    if words.is_empty() { t.none().to_owned() } else { i18n::list_and(t.0, &words) }
}

fn at_once(t: T, period: Period) -> String {
    if period.is_none() { t.at_once().to_owned() } else { wording::period(t, period) }
}

fn open(t: T, period: Period) -> String {
    if period.is_none() { t.open_end().to_owned() } else { wording::period(t, period) }
}
