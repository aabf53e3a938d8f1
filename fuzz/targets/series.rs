//! Rules of series, as a form and the database bring them: what is none is refused, and none means more days than are asked
//! for, in whatever year it begins. Whoever takes turns as host comes from the list. The same with a calendar file of others
//! around the text, which may name any rule there is (RFC 5545, 3.3.10).
#![no_main]

use formats::read_reply;
use kernel::{Day, Id};
use libfuzzer_sys::fuzz_target;
use meetings::{
    Host, Turn,
    rules::{DAYS_MOST, Rule, next_hosts},
};

fuzz_target!(|given: (&str, i32, i32, usize, Vec<(u8, i16)>)| {
    let (text, first, from, count, turns) = given;
    let first = Day::FIRST.plus_days(first);
    if let Ok(rule) = text.parse::<Rule>() {
        assert_eq!(rule.to_string(), text, "there is one way to write a rule");
        held(rule, first, Day::FIRST.plus_days(from), count);
    }
    // Most texts are no rule: the numbers make one that the form could send.
    let (every, nth) = (count % 24 + 1, ["1", "2", "3", "4", "last"][count % 5]);
    for text in [format!("weeks {}", count % 52 + 1), format!("months {every} {nth} {}", count % 7)] {
        let Ok(rule) = text.parse::<Rule>() else { panic!("{text} is a rule") };
        held(rule, first, Day::FIRST.plus_days(from), count);
    }
    let host = |n: u8| Host { id: Id::new(i64::from(n)), name: String::new(), place: String::new() };
    let hosts: Vec<Host> = turns.iter().map(|(n, _)| host(*n)).collect();
    let turn = |(n, day): &(u8, i16)| Turn { host: Id::new(i64::from(*n / 2)), day: first.plus_days(i32::from(*day)) };
    let next = next_hosts(&hosts, &turns.iter().map(turn).collect::<Vec<_>>(), count);
    assert!(next.len() <= DAYS_MOST && next.iter().all(|id| hosts.iter().any(|host| host.id == *id)));
    let event = format!("BEGIN:VEVENT\r\nUID:a\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org\r\nRRULE:{text}\r\nEND:VEVENT");
    let _ = read_reply(format!("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n{event}\r\nEND:VCALENDAR\r\n").as_bytes());
});

/// What holds for the days of any rule.
fn held(rule: Rule, first: Day, from: Day, count: usize) {
    let days = rule.days(first, from, count);
    assert!(days.len() <= count.min(DAYS_MOST));
    assert!(days.windows(2).all(|pair| pair[0] < pair[1]) && days.iter().all(|day| *day >= first.max(from)));
    // What comes after a day of the rule are the days that came after it.
    if let Some(second) = days.get(1) {
        assert_eq!(rule.days(first, *second, count - 1).first(), Some(second));
    }
}
