//! The result of a round in sentences.

use kernel::Lang;

use super::{Balance, BallotKind, ElectionResult, Elections, Hurdle, Poll, Undecided, count::base};
use crate::{
    rules::{
        Clause, Verdict,
        wording::{self, sentences, small},
    },
    words::T,
};

/// Puts verdict and balance into a result.
pub(super) fn judge(rule: &Elections, poll: &Poll, result: &mut ElectionResult) {
    result.balance = balance(rule, poll, result);
    let holds = result.undecided.is_empty();
    let mut numbers = vec![
        ("ballots", small(result.cast())),
        ("valid", small(result.valid)),
        ("blank", small(result.blank)),
        ("invalid", small(result.invalid)),
        ("places", i64::from(poll.places)),
        ("elected", small(result.elected.len() as u64)),
    ];
    numbers.extend(result.needed.map(|needed| ("needed", small(needed))));
    let verdict = Verdict::new(holds, clause(rule, poll, result), &numbers, |t| {
        sentence(rule, poll, result, t.0, &|number| t.election_number(number))
    });
    result.verdict = verdict;
}

fn clause<'r>(rule: &'r Elections, poll: &Poll, result: &ElectionResult) -> &'r Clause {
    let by_tie = |it: &Undecided| matches!(it, Undecided::Lot { .. } | Undecided::Repeat { .. });
    match poll.round {
        _ if !result.drawn.is_empty() || result.undecided.iter().any(by_tie) => &rule.tie.clause,
        1 => &rule.first.clause,
        2 => &rule.second.clause,
        _ => &rule.third.clause,
    }
}

/// The result as it is read out, with the names the caller gives to numbers. What a [`Verdict`] stores says „Nr. 3“.
#[must_use]
pub fn sentence(
    rule: &Elections,
    poll: &Poll,
    result: &ElectionResult,
    lang: Lang,
    name: &dyn Fn(u32) -> String,
) -> String {
    let t = T(lang);
    let mut said = vec![t.election_ballots(result.cast(), result.valid, result.blank, result.invalid)];
    said.push(match (rule.hurdle(poll.round), result.needed) {
        (Some(Hurdle::Share(of, need)), Some(needed)) => {
            let of_votes = base(poll, of, result.valid, result.cast());
            t.election_need(wording::need(t, need, wording::of(of)), needed, of_votes)
        }
        _ => t.election_most().to_owned(),
    });
    if let ([only], true) = (&result.tallies[..], poll.kind != BallotKind::List) {
        said.push(t.election_yes_no(only.votes, result.no));
    }
    let lists = poll.kind == BallotKind::List;
    let on_ballot = |number: u32| if lists { t.election_list(number) } else { name(number) };
    let drawn = |number: &&u32| result.drawn.contains(number);
    // Of a list's people nobody has votes of her own.
    let by_votes: Vec<u32> = result.elected.iter().filter(|it| lists || !drawn(it)).copied().collect();
    if result.elected.is_empty() {
        said.push(t.election_nobody().to_owned());
    } else if !by_votes.is_empty() {
        said.push(t.election_elected(named(lang, result, &by_votes, name, !lists)));
    }
    if !result.drawn.is_empty() {
        said.push(t.election_drawn(named(lang, result, &result.drawn, &on_ballot, true)));
    } else if let (true, false, Some(first)) = (lists, result.elected.is_empty(), result.tallies.first()) {
        said.push(t.election_elected(named(lang, result, &[first.number], &on_ballot, true)));
    }
    said.extend(result.undecided.iter().map(|it| undecided(t, result, it, &on_ballot)));
    if let Some(balance) = &result.balance {
        said.push(balance.text(lang).to_owned());
    }
    sentences(&said)
}

fn named(
    lang: Lang,
    result: &ElectionResult,
    numbers: &[u32],
    name: &dyn Fn(u32) -> String,
    with_votes: bool,
) -> String {
    let t = T(lang);
    let votes = |number: u32| result.tallies.iter().find(|it| it.number == number).map_or(0, |it| it.votes);
    let one = |number: &u32| {
        if with_votes { t.election_one(name(*number), votes(*number)) } else { name(*number) }
    };
    i18n::list_and(lang, &numbers.iter().map(one).collect::<Vec<_>>())
}

fn undecided(t: T, result: &ElectionResult, it: &Undecided, name: &dyn Fn(u32) -> String) -> String {
    let who = |candidates: &[u32]| named(t.0, result, candidates, name, true);
    match it {
        Undecided::Runoff { candidates, places } => t.election_runoff(*places, who(candidates)),
        Undecided::Lot { candidates, places } => t.election_lot(*places, who(candidates)),
        Undecided::Repeat { candidates, places } => t.election_repeat(*places, who(candidates)),
        Undecided::Open { places } => t.election_open(*places),
    }
}

/// What the balance says about all elected so far.
fn balance(rule: &Elections, poll: &Poll, result: &ElectionResult) -> Option<Verdict> {
    let (spread, binds) = match rule.balance.value {
        Balance::None => return None,
        Balance::Check(spread) => (spread, false),
        Balance::Constraint(spread) => (spread, true),
    };
    let new = poll.candidates.iter().filter(|it| result.elected.contains(&it.number));
    let elected: Vec<i64> = poll.already.iter().chain(new).filter_map(|it| it.territory).collect();
    let of = |territory: &i64| elected.iter().filter(|it| *it == territory).count();
    let few = poll.territories.iter().filter(|it| of(it) < usize::from(spread.least)).count();
    let many = poll.territories.iter().filter(|it| spread.most > 0 && of(it) > usize::from(spread.most)).count();
    let numbers = [("too_few", small(few as u64)), ("too_many", small(many as u64))];
    Some(Verdict::new(few + many == 0, &rule.balance.clause, &numbers, |t| {
        if few + many == 0 {
            return t.balance_kept().to_owned();
        }
        let few = if few > 0 { t.balance_few(few) } else { String::new() };
        let many = if many > 0 { t.balance_many(many) } else { String::new() };
        let end = if binds { t.balance_bound() } else { t.balance_check() };
        sentences(&[few, many, end.to_owned()])
    }))
}
