//! What a parameter can be set to, for a form: values as JSON, with their words.

use serde_json::{Value, json};

use super::{Lang, RuleSet, parameters};

/// A value a parameter can have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// As JSON, for [`RuleSet::with`].
    pub json: String,
    /// In words, as [`super::Parameter::value`].
    pub words: String,
    /// Whether it holds now.
    pub current: bool,
}

/// What one parameter can be set to: what is common, and in any case what holds now. Empty for a parameter that is
/// written freely (`resolutions.pattern`) or does not exist. Some may contradict other parameters; saving says so.
#[must_use]
pub fn choices(set: &RuleSet, key: &str, lang: Lang) -> Vec<Choice> {
    let Ok(whole) = serde_json::to_value(set) else { return Vec::new() };
    let pointer = format!("/{}/value", key.replace('.', "/"));
    let (Some(now), true) = (whole.pointer(&pointer), key != "resolutions.pattern") else { return Vec::new() };
    let mut values = common(key);
    if !values.contains(now) {
        values.insert(0, now.clone());
    }
    let in_words = |value: &Value| -> Option<String> {
        let mut other = whole.clone();
        *other.pointer_mut(&pointer)? = value.clone();
        let other: RuleSet = serde_json::from_value(other).ok()?;
        parameters(&other, lang).into_iter().find(|it| it.key == key).map(|it| it.value)
    };
    let choice =
        |value: &Value| in_words(value).map(|words| Choice { json: value.to_string(), words, current: value == now });
    values.iter().filter_map(choice).collect()
}

fn words(all: &[&str]) -> Vec<Value> {
    all.iter().map(|it| json!(it)).collect()
}

fn common(key: &str) -> Vec<Value> {
    match key {
        "notice.convener" => words(&["chair", "board", "secretariat", "host", "assembly", "nobody"]),
        "notice.channel" => words(&["any", "text", "letter", "portal"]),
        "notice.counts_from" => words(&["dispatch", "receipt"]),
        "notice.shortened" => shortened(),
        "notice.minority" => vec![Value::Null, json!("1/10"), json!("1/4"), json!("1/3"), json!("1/2")],
        "notice.urgency" => [vec![Value::Null], majorities()].concat(),
        "quorum.base" => words(&["none", "voting_seats", "occupied_seats", "members"]),
        "quorum.need" => thresholds(),
        "quorum.least" | "quorum.senders" => (0..=10).map(Value::from).collect(),
        "votes.unit" => words(&["person", "post", "office", "organisation", "weight"]),
        "votes.casting" => words(&["first", "together"]),
        "votes.ordinary" | "votes.rule_change" | "votes.purpose_change" | "votes.removal" | "votes.dissolution" => {
            majorities()
        }
        "votes.secret" | "elections.secret" => {
            let thirds = ["1/4", "1/3"].map(|share| json!({ "share": share })).to_vec();
            [words(&["never", "one"]), thirds, words(&["majority", "persons", "always"])].concat()
        }
        "proxies.form" => words(&["text", "written"]),
        "proxies.holders" => words(&["voting", "same_unit", "either"]),
        "proxies.cap" | "elections.most_terms" => [vec![Value::Null], (1..=5).map(Value::from).collect()].concat(),
        "circular.consent" => {
            let parts = [json!({ "entitled": { "more_than": "1/2" } }), json!({ "cast": { "more_than": "1/2" } })];
            [words(&["never", "all"]), parts.to_vec(), words(&["silence"])].concat()
        }
        "circular.reminder" => [0, 1, 2, 3, 5, 7].map(Value::from).to_vec(),
        "circular.stops" => {
            [words(&["nobody", "one"]), ["1/10", "1/4", "1/3"].map(|share| json!({ "share": share })).to_vec()].concat()
        }
        "elections.balance" => balances(),
        "elections.term" => [words(&["none"]), (1..=5).map(|n| json!({ "years": n })).collect()].concat(),
        "elections.stagger" => {
            [words(&["together", "own"]), (2..=4).map(|n| json!({ "groups": n })).collect()].concat()
        }
        "elections.ballot" => words(&["single", "combined", "list"]),
        "elections.also" => vec![
            json!([]),
            json!(["single"]),
            json!(["combined"]),
            json!(["list"]),
            json!(["single", "list"]),
            json!(["combined", "list"]),
            json!(["single", "combined"]),
        ],
        "elections.crosses" => [words(&["as_places"]), (1..=8).map(|n| json!({ "exactly": n })).collect()].concat(),
        "elections.first" => hurdles(),
        "elections.second" | "elections.third" => [vec![Value::Null], hurdles()].concat(),
        "elections.runoff" => words(&["one_more", "twice", "everyone"]),
        "elections.tie" => words(&["lot", "repeat"]),
        "elections.eligible" => words(&["anybody", "voting", "post", "organisation", "territory"]),
        "elections.by_election" => words(&["never", "rest", "full"]),
        "notice.period"
        | "notice.motions"
        | "circular.period"
        | "elections.nominations"
        | "elections.acceptance"
        | "elections.challenge"
        | "minutes.objections" => periods(),
        _ => vec![json!(true), json!(false)],
    }
}

fn periods() -> Vec<Value> {
    let mut all = words(&["none"]);
    all.extend([3, 5, 7, 10, 14].map(|n| json!({ "days": n })));
    all.extend([1, 2, 3, 4, 6].map(|n| json!({ "weeks": n })));
    all.extend([1, 2, 3].map(|n| json!({ "months": n })));
    all
}

fn shortened() -> Vec<Value> {
    let mut all = vec![json!({ "period": "none", "by": "nobody" })];
    for by in ["chair", "board", "secretariat"] {
        for period in [json!({ "days": 3 }), json!({ "weeks": 1 }), json!({ "weeks": 2 })] {
            all.push(json!({ "period": period, "by": by }));
        }
    }
    all
}

fn thresholds() -> Vec<Value> {
    let mut all = vec![json!({ "more_than": "1/2" })];
    all.extend(["1/4", "1/3", "1/2", "2/3", "3/4", "1/1"].map(|share| json!({ "at_least": share })));
    all
}

fn majorities() -> Vec<Value> {
    let mut all = Vec::new();
    for base in ["cast", "present", "entitled", "members"] {
        for need in [json!({ "more_than": "1/2" }), json!({ "at_least": "2/3" }), json!({ "at_least": "3/4" })] {
            all.push(majority(base, need, "rejected"));
        }
        all.push(majority(base, json!({ "at_least": "1/1" }), "rejected"));
    }
    all.insert(1, majority("cast", json!({ "more_than": "1/2" }), "chair"));
    all
}

fn majority(base: &str, need: Value, tie: &str) -> Value {
    json!({ "base": base, "need": need, "tie": tie, "abstentions": false, "invalid": false })
}

fn hurdles() -> Vec<Value> {
    let mut all = words(&["most"]);
    for of in ["valid", "ballots", "present", "entitled"] {
        all.push(json!({ "share": [of, { "more_than": "1/2" }] }));
    }
    all.push(json!({ "share": ["valid", { "at_least": "2/3" }] }));
    all
}

fn balances() -> Vec<Value> {
    let mut all = words(&["none"]);
    for kind in ["check", "constraint"] {
        for (least, most) in [(1, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)] {
            all.push(json!({ kind: { "least": least, "most": most } }));
        }
    }
    all
}
