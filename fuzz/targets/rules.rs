//! Rules of procedure as JSON, and single parameters of them.
#![no_main]

use decisions::rules::{
    Clause, RuleSet, Subject, choices, describe, differences,
    majority::{self, Counts},
    notice,
    quorum::{self, Attendance},
    template,
};
use kernel::{Day, Lang};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    read(text);
    let Some(council) = template("council") else { panic!("there is no such template") };
    let mut lines = text.splitn(3, '\n');
    let (key, value, words) = (lines.next(), lines.next(), lines.next());
    if let (Some(key), Some(Ok(value))) = (key, value.map(serde_json::from_str)) {
        let clause = Clause::new("§ 1", words.unwrap_or("Text"));
        match council.rules.with(key, value, clause) {
            Ok(changed) => read(&changed.to_json()),
            Err(why) => assert!(!why.de.is_empty() && !why.en.is_empty()),
        }
    }
});

/// What is read can be written, described, compared and asked.
fn read(text: &str) {
    let Ok(set) = RuleSet::parse(text) else { return };
    assert_eq!(RuleSet::parse(&set.to_json()).as_ref(), Ok(&set));
    assert!(differences(&set, &set).is_empty());
    for parameter in describe(&set, Lang::De).into_iter().flat_map(|section| section.parameters) {
        assert!(!parameter.name.is_empty() && !parameter.value.is_empty());
        assert!(choices(&set, parameter.key, Lang::En).iter().all(|choice| !choice.words.is_empty()));
    }
    let day = Day::literal("2027-03-17");
    let latest = notice::latest(&set.notice, day, false);
    assert!(latest.day.is_none_or(|latest| latest <= day));
    assert!(!quorum::judge(&set.quorum, &set.bars, &Attendance::default()).holds);
    for subject in Subject::ALL {
        assert!(!majority::judge(set.votes.majority(subject), &Counts::default()).holds);
    }
}
