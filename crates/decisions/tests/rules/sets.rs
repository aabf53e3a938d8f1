//! Rule sets: templates, reading, describing, comparing.

use std::collections::BTreeSet;

use decisions::rules::{Clause, RuleSet, choices as offered, describe, differences, templates, templates_for};
use kernel::Lang;
use serde_json::{Value, json};

use crate::rules;

#[test]
fn nine_templates_hold_and_read_back() {
    let all = templates();
    assert_eq!(all.len(), 9);
    assert_eq!(all.iter().map(|it| it.key).collect::<BTreeSet<_>>().len(), 9);
    for template in &all {
        assert_eq!(template.rules.check(), Ok(()), "{}", template.key);
        assert_eq!(RuleSet::parse(&template.rules.to_json()).as_ref(), Ok(&template.rules), "{}", template.key);
    }
    // No two are the same.
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            assert!(!differences(&one.rules, &other.rules).is_empty(), "{} {}", one.key, other.key);
        }
    }
}

#[test]
fn one_question_chooses() {
    let keys = |formal| templates_for(formal).iter().map(|it| it.key).collect::<Vec<_>>();
    assert_eq!(keys(false), ["informal"]);
    assert_eq!(keys(true).len(), 8);
    let sections = |key: &str| describe(&rules(key), Lang::De).iter().map(|it| it.key).collect::<Vec<_>>();
    assert_eq!(sections("informal"), ["formal", "notice", "votes", "circular", "resolutions", "minutes"]);
    assert_eq!(sections("council").len(), 10);
    let informal = describe(&rules("informal"), Lang::De);
    let votes = informal.iter().find(|it| it.key == "votes").unwrap();
    assert_eq!(votes.parameters.len(), 1);
    assert_eq!(votes.parameters[0].value, "alle abgegebenen Stimmen");
}

/// Every value a kind of parameter can have, as in the JSON; for numbers and lists some.
fn choices(key: &str) -> Vec<Value> {
    let periods =
        || vec![json!("none"), json!({"days": 9}), json!({"weeks": 5}), json!({"months": 3}), json!({"years": 7})];
    let shares = || {
        vec![
            json!({"at_least": "2/3"}),
            json!({"more_than": "2/3"}),
            json!({"at_least": "3/7"}),
            json!({"at_least": "1/1"}),
        ]
    };
    let majority = |base: &str, need: Value, tie: &str, abstentions: bool, invalid: bool| json!({"base": base, "need": need, "tie": tie, "abstentions": abstentions, "invalid": invalid});
    let half = || json!({"more_than": "1/2"});
    match key {
        "notice.shortened" => vec![
            json!({"period": "none", "by": "nobody"}),
            json!({"period": {"days": 3}, "by": "chair"}),
            json!({"period": {"days": 3}, "by": "board"}),
            json!({"period": {"days": 3}, "by": "secretariat"}),
            json!({"period": {"days": 3}, "by": "host"}),
            json!({"period": {"days": 3}, "by": "assembly"}),
        ],
        "notice.convener" => ["nobody", "chair", "board", "secretariat", "host", "assembly"].map(Value::from).to_vec(),
        "notice.channel" => ["any", "text", "letter", "portal"].map(Value::from).to_vec(),
        "notice.counts_from" => ["dispatch", "receipt"].map(Value::from).to_vec(),
        "notice.minority" => vec![Value::Null, json!("1/3"), json!("1/10"), json!("2/9")],
        "quorum.base" => ["none", "voting_seats", "occupied_seats", "members"].map(Value::from).to_vec(),
        "quorum.need" => shares(),
        "quorum.least" | "quorum.senders" => vec![json!(0), json!(3)],
        "votes.unit" => ["person", "post", "office", "organisation", "weight"].map(Value::from).to_vec(),
        "votes.casting" => ["first", "together"].map(Value::from).to_vec(),
        "votes.ordinary"
        | "votes.rule_change"
        | "votes.purpose_change"
        | "votes.removal"
        | "votes.dissolution"
        | "notice.urgency" => {
            let mut all: Vec<Value> = ["cast", "valid", "present", "entitled", "members"]
                .iter()
                .flat_map(|base| {
                    [half(), json!({"at_least": "1/1"})].map(|need| majority(base, need, "rejected", false, false))
                })
                .collect();
            all.push(majority("cast", half(), "chair", false, false));
            all.push(majority("cast", half(), "rejected", true, false));
            all.push(majority("cast", half(), "rejected", false, true));
            all.push(majority("cast", half(), "rejected", true, true));
            all.extend((key == "notice.urgency").then_some(Value::Null));
            all
        }
        "votes.secret" | "elections.secret" => {
            let mut all = ["never", "one", "majority", "persons", "always"].map(Value::from).to_vec();
            all.push(json!({"share": "1/3"}));
            all
        }
        "proxies.form" => ["text", "written"].map(Value::from).to_vec(),
        "proxies.holders" => ["voting", "same_unit", "either"].map(Value::from).to_vec(),
        "proxies.cap" | "elections.most_terms" => vec![Value::Null, json!(1), json!(4)],
        "circular.consent" => {
            vec![json!("never"), json!("all"), json!("silence"), json!({"entitled": half()}), json!({"cast": half()})]
        }
        "circular.period" => periods().split_off(1),
        "circular.reminder" => vec![json!(0), json!(1), json!(5)],
        "circular.stops" => vec![json!("nobody"), json!("one"), json!({"share": "1/4"})],
        "elections.ballot" => ["single", "list"].map(Value::from).to_vec(),
        "elections.also" => vec![json!([]), json!(["combined"]), json!(["combined", "list"])],
        "elections.crosses" => vec![json!("as_places"), json!({"exactly": 1}), json!({"exactly": 3})],
        "elections.first" | "elections.second" | "elections.third" => {
            let mut all: Vec<Value> =
                ["valid", "ballots", "present", "entitled"].iter().map(|of| json!({"share": [of, half()]})).collect();
            all.push(json!("most"));
            all.extend((key == "elections.third").then_some(Value::Null));
            all
        }
        "elections.runoff" => ["one_more", "twice", "everyone"].map(Value::from).to_vec(),
        "elections.tie" => ["lot", "repeat"].map(Value::from).to_vec(),
        "elections.eligible" => ["anybody", "voting", "post", "organisation", "territory"].map(Value::from).to_vec(),
        "elections.balance" => vec![
            json!("none"),
            json!({"check": {"least": 1, "most": 0}}),
            json!({"check": {"least": 0, "most": 2}}),
            json!({"check": {"least": 1, "most": 2}}),
            json!({"constraint": {"least": 1, "most": 2}}),
        ],
        "elections.term" => vec![json!({"months": 18}), json!({"years": 3})],
        "elections.stagger" => vec![json!("together"), json!("own"), json!({"groups": 2})],
        "elections.by_election" => ["never", "rest", "full"].map(Value::from).to_vec(),
        "resolutions.pattern" => vec![json!("{jahr}/{nr}"), json!("B {nr4}-{jahr}")],
        "notice.period" => vec![json!({"weeks": 5}), json!({"months": 3}), json!({"days": 20})],
        "notice.motions" | "elections.nominations" | "elections.acceptance" | "minutes.objections" => periods(),
        // Rolls and ballots are kept for a year; longer than that nothing can be challenged.
        "elections.challenge" => [&periods()[..4], &[json!({"years": 1})]].concat(),
        _ => vec![json!(true), json!(false)],
    }
}

#[test]
fn every_value_of_every_parameter_is_in_the_listing_and_in_the_comparison() {
    let mut set = rules("council");
    // So that each parameter can take each value without contradicting another.
    set.quorum.vacant.value = false;
    set.quorum.presumed.value = false;
    set.quorum.second_summons.value = false;
    set.proxies.allowed.value = true;
    let keys: Vec<&str> =
        describe(&set, Lang::De).iter().flat_map(|section| section.parameters.iter().map(|it| it.key)).collect();
    assert_eq!(keys.len(), leaves(&set));
    for key in keys {
        if key == "formal" {
            continue;
        }
        let mut words = BTreeSet::new();
        let choices = choices(key);
        for value in &choices {
            let mut before = set.clone();
            if ["quorum.presumed", "quorum.second_summons"].contains(&key) {
                before.quorum.least.value = 1;
            }
            let clause = Clause::new("§ 99", "Anders.");
            let after =
                before.with(key, value.clone(), clause).unwrap_or_else(|why| panic!("{key} {value}: {}", why.de));
            let changed = differences(&before, &after);
            assert_eq!(changed.len(), 1, "{key} {value}");
            assert_eq!((changed[0].key, changed[0].clause_after.number.as_str()), (key, "§ 99"));
            words.insert(changed[0].after.clone());
        }
        let german: BTreeSet<&String> = words.iter().map(|(de, _)| de).collect();
        let english: BTreeSet<&String> = words.iter().map(|(_, en)| en).collect();
        assert_eq!((german.len(), english.len()), (choices.len(), choices.len()), "{key}: {words:?}");
    }
}

/// How many parameters the JSON has.
fn leaves(set: &RuleSet) -> usize {
    fn count(value: &Value) -> usize {
        match value {
            Value::Object(map) if map.contains_key("clause") => 1,
            Value::Object(map) => map.values().map(count).sum(),
            _ => 0,
        }
    }
    count(&serde_json::to_value(set).unwrap())
}

#[test]
fn a_changed_clause_alone_is_a_difference() {
    let before = rules("council");
    let mut after = before.clone();
    after.quorum.need.clause.text = "Neu gefasst.".to_owned();
    let changed = differences(&before, &after);
    assert_eq!((changed.len(), changed[0].value_changes), (1, false));
    assert_eq!((changed[0].name_de.as_str(), changed[0].name_en.as_str()), ("Nötiger Anteil", "Share needed"));
    assert!(differences(&before, &before).is_empty());
}

#[test]
fn unknown_fields_and_impossible_values_are_refused() {
    let set = rules("council");
    let whole: Value = serde_json::from_str(&set.to_json()).unwrap();
    let mut more = whole.clone();
    more["notice"]["surprise"] = json!(1);
    assert!(RuleSet::parse(&more.to_string()).unwrap_err().de.starts_with("Die Regeln sind nicht lesbar: Zeile 1"));
    let mut deeper = whole.clone();
    deeper["votes"]["ordinary"]["value"]["surprise"] = json!(1);
    assert!(RuleSet::parse(&deeper.to_string()).is_err());
    let mut less = whole;
    less.as_object_mut().unwrap().remove("bars");
    assert!(RuleSet::parse(&less.to_string()).is_err());
    assert!(RuleSet::parse(&" ".repeat(300_000)).unwrap_err().de.contains("zu umfangreich"));

    let clause = || Clause::new("§ 1", "Text");
    for (key, value) in [
        ("notice.period", json!({"days": 0})),
        ("notice.period", json!({"days": 731})),
        ("notice.period", json!({"days": 5})),
        ("notice.period", json!(-1)),
        ("notice.shortened", json!({"period": {"weeks": 2}, "by": "chair"})),
        ("notice.shortened", json!({"period": {"days": 2}, "by": "nobody"})),
        ("quorum.need", json!({"more_than": "1/1"})),
        ("quorum.need", json!({"at_least": "0/3"})),
        ("quorum.base", json!("none")),
        ("quorum.proxies", json!(true)),
        ("quorum.senders", json!(1_001)),
        (
            "votes.ordinary",
            json!({"base": "present", "need": {"more_than": "1/2"}, "tie": "rejected", "abstentions": true, "invalid": false}),
        ),
        (
            "votes.ordinary",
            json!({"base": "valid", "need": {"more_than": "1/2"}, "tie": "rejected", "abstentions": false, "invalid": true}),
        ),
        (
            "votes.ordinary",
            json!({"base": "cast", "need": {"at_least": "2/3"}, "tie": "chair", "abstentions": false, "invalid": false}),
        ),
        ("proxies.cap", json!(0)),
        ("elections.also", json!(["single"])),
        ("elections.also", json!(["list", "list"])),
        ("elections.crosses", json!({"exactly": 0})),
        ("elections.second", Value::Null),
        ("elections.term", json!({"days": 3})),
        ("elections.term", json!("none")),
        ("elections.stagger", json!({"groups": 1})),
        ("elections.balance", json!({"check": {"least": 0, "most": 0}})),
        ("elections.balance", json!({"check": {"least": 3, "most": 2}})),
        ("resolutions.pattern", json!("{jahr}")),
        ("resolutions.pattern", json!("{nr}{nr}-{jahr}")),
        ("resolutions.pattern", json!("<b>{nr}-{jahr}")),
        ("resolutions.pattern", json!("{nr}")),
        ("formal", json!(false)),
        ("notice", json!(false)),
        ("gibt.es.nicht", json!(false)),
    ] {
        let mut set = set.clone();
        if key == "elections.second" {
            set.elections.third.value = set.elections.second.value;
        }
        let refused = set.with(key, value.clone(), clause());
        assert!(refused.is_err(), "{key} {value}");
    }
    for (number, text) in [("", "Text"), ("§ 1", " "), ("§ 1\n2", "Text")] {
        assert!(set.with("quorum.need", json!({"at_least": "1/3"}), Clause::new(number, text)).is_err());
    }
    let long = set.with("quorum.need", json!({"at_least": "1/3"}), Clause::new("§ 1", "x".repeat(2_001)));
    assert!(long.unwrap_err().de.starts_with("Nötiger Anteil: "));
}

#[test]
fn a_form_offers_what_holds_and_what_is_common() {
    for template in templates() {
        for parameter in describe(&template.rules, Lang::De).into_iter().flat_map(|section| section.parameters) {
            let offered = offered(&template.rules, parameter.key, Lang::De);
            if parameter.key == "resolutions.pattern" {
                assert!(offered.is_empty());
                continue;
            }
            let current: Vec<&str> = offered.iter().filter(|it| it.current).map(|it| it.words.as_str()).collect();
            assert_eq!(current, [parameter.value.as_str()], "{} {}", template.key, parameter.key);
            let words: BTreeSet<&str> = offered.iter().map(|it| it.words.as_str()).collect();
            assert!(offered.len() > 1 && words.len() == offered.len(), "{}: {words:?}", parameter.key);
            let saved = |json: &str| {
                let value = serde_json::from_str(json).unwrap();
                template.rules.with(parameter.key, value, parameter.clause.clone())
            };
            // Whatever is offered is read; what contradicts another parameter is refused with a sentence about one.
            for choice in &offered {
                let clash = saved(&choice.json).err();
                assert!(
                    clash.is_none_or(|why| why.de.contains(": ") && !why.de.contains("nicht lesbar")),
                    "{choice:?}"
                );
            }
        }
    }
    assert!(offered(&rules("council"), "gibt.es.nicht", Lang::De).is_empty());
}

#[test]
fn what_fits_only_together_is_saved_together() {
    let set = rules("council");
    let clause = || Clause::new("§ 3", "Es gibt keine Mindestzahl.");
    assert!(set.with("quorum.base", json!("none"), clause()).is_err());
    let off = ["quorum.vacant", "quorum.presumed", "quorum.second_summons"].map(|key| (key, json!(false), clause()));
    let changed = set.with_all(off.into_iter().chain([("quorum.base", json!("none"), clause())])).unwrap();
    assert_eq!(differences(&set, &changed).len(), 4);
}
