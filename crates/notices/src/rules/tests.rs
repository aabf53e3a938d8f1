use super::*;
use crate::{Level as Wanted, Rhythm};
use kernel::{Actor, Level, Scope, Sitting, Voice};
use std::collections::HashMap;

const TODAY: &str = "2026-11-23";

fn sits(bodies: &[(i64, i64)]) -> Vec<Sitting> {
    bodies
        .iter()
        .map(|(network, body)| Sitting {
            seat: 100 + body,
            body: *body,
            network: *network,
            voice: Voice::Voting,
            office: None,
            substitute: false,
        })
        .collect()
}

fn reader(bodies: &[(i64, i64)], levels: &[(i64, Wanted)]) -> Reader {
    Reader {
        actor: Actor { person: Some(7), sits: sits(bodies), day: Some(Day::literal(TODAY)), ..Actor::default() },
        levels: levels.iter().copied().collect::<HashMap<_, _>>(),
        rhythm: Rhythm::Auto,
        hours: crate::Hours::USUAL,
        stands: crate::Stands::default(),
        told_at: Moment::from_micros(0),
        topics: Vec::new(),
        topics_told_at: Moment::from_micros(0),
        away: false,
        marks: HashMap::new(),
    }
}

fn told(weight: Weight, networks: &[i64]) -> Told {
    Told {
        by: Some(1),
        ways: networks.iter().map(|n| (*n, *n)).collect(),
        scopes: networks.iter().map(|n| Scope::body(Level::Network, *n, *n)).collect(),
        ..Told::new("thread", 5, Day::literal(TODAY).at(9, 0), weight)
    }
}

fn holds(reader: &Reader, told: &Told) -> (When, Why) {
    let holds = effective(reader, told, Day::literal(TODAY));
    assert_eq!(holds.when == When::None, holds.through.is_empty(), "told exactly where a way is named");
    (holds.when, holds.why)
}

#[test]
fn three_levels_say_what_a_person_hears_of_a_network() {
    use Wanted::{All, Duty, Important};
    for (weight, all, important, duty) in [
        (Weight::New, When::Bundle, When::Bundle, When::None),
        (Weight::Outcome, When::Bundle, When::Bundle, When::None),
        (Weight::Reply, When::Bundle, When::None, When::None),
        (Weight::Circular, When::Immediate, When::Immediate, When::None),
        (Weight::Duty, When::Immediate, When::Immediate, When::Immediate),
    ] {
        for (level, expected) in [(All, all), (Important, important), (Duty, duty)] {
            let (when, _) = holds(&reader(&[(2, 2)], &[(2, level)]), &told(weight, &[2]));
            assert_eq!(when, expected, "{weight:?} at {level:?}");
        }
    }
}

#[test]
fn who_takes_part_follows_or_was_asked_hears_more_and_who_muted_or_read_less() {
    let who = reader(&[(2, 2)], &[]);
    let reply = || told(Weight::Reply, &[2]);
    assert_eq!(holds(&who, &reply()), (When::None, Why::Level));
    assert_eq!(holds(&who, &Told { concerned: vec![7], ..reply() }), (When::Bundle, Why::TakesPart));
    assert_eq!(holds(&who, &Told { chose: vec![(7, Chose::Follow)], ..reply() }), (When::Bundle, Why::Follows));
    let muted = Told { chose: vec![(7, Chose::Mute)], concerned: vec![7], ..reply() };
    assert_eq!(holds(&who, &muted), (When::None, Why::Muted));
    let read = Told { read: vec![(7, reply().at)], concerned: vec![7], ..reply() };
    assert_eq!(holds(&who, &read), (When::None, Why::Read));
    // What somebody else read, muted or wrote changes nothing.
    let others = Told { read: vec![(8, reply().at)], chose: vec![(8, Chose::Mute)], concerned: vec![7], ..reply() };
    assert_eq!(holds(&who, &others), (When::Bundle, Why::TakesPart));
    assert_eq!(holds(&who, &Told { by: Some(7), ..told(Weight::New, &[2]) }), (When::None, Why::Own));
    // A duty is not muted.
    let duty = Told { chose: vec![(7, Chose::Mute)], ..told(Weight::Duty, &[2]) };
    assert_eq!(holds(&who, &duty), (When::Immediate, Why::Duty));
}

#[test]
fn a_question_in_person_comes_at_once_and_is_not_told_again() {
    let mut who = reader(&[(2, 2)], &[(2, Wanted::Duty)]);
    let direct = Told { asked: vec![7], ..told(Weight::Direct, &[2]) };
    assert_eq!(holds(&who, &direct), (When::Immediate, Why::Asked));
    assert_eq!(holds(&who, &told(Weight::Direct, &[2])), (When::None, Why::NotHers));
    who.away = true;
    assert_eq!(holds(&who, &direct), (When::Bundle, Why::Asked));
    let who = reader(&[(2, 2)], &[]);
    let new = Told { asked: vec![7], ..told(Weight::New, &[2]) };
    assert_eq!(holds(&who, &new), (When::None, Why::ToldBefore));
}

#[test]
fn x10_3_a_path_can_be_closed_and_the_others_stay_open() {
    let five: Vec<(i64, i64)> = (2..7).map(|n| (n, n)).collect();
    let everywhere = told(Weight::New, &[2, 3, 4, 5, 6]);
    let holds = |levels: &[(i64, Wanted)]| effective(&reader(&five, levels), &everywhere, Day::literal(TODAY));
    assert_eq!(holds(&[]).through, [2, 3, 4, 5, 6]);
    assert_eq!(holds(&[(2, Wanted::Duty), (4, Wanted::Duty)]).through, [3, 5, 6]);
    let all: Vec<_> = (2..7).map(|n| (n, Wanted::Duty)).collect();
    assert_eq!(holds(&all).when, When::None);
    let duty = Told { weight: Weight::Duty, ..everywhere.clone() };
    assert_eq!(effective(&reader(&five, &all), &duty, Day::literal(TODAY)).through.len(), 5);
    // Whoever read it at home is not told when it is brought to another network of hers.
    let brought = Told { before: vec![(2, 2)], ..told(Weight::New, &[3]) };
    assert_eq!(effective(&reader(&five, &[]), &brought, Day::literal(TODAY)).why, Why::ToldBefore);
    assert_eq!(effective(&reader(&[(3, 3)], &[]), &brought, Day::literal(TODAY)).when, When::Bundle);
    // Unless she hears nothing from home.
    assert_eq!(effective(&reader(&five, &[(2, Wanted::Duty)]), &brought, Day::literal(TODAY)).when, When::Bundle);
}

#[test]
fn who_has_no_seat_there_or_may_not_see_it_hears_nothing() {
    let told = told(Weight::Duty, &[2]);
    assert_eq!(holds(&reader(&[], &[]), &told), (When::None, Why::NotHers));
    assert_eq!(holds(&reader(&[(3, 3)], &[]), &told), (When::None, Why::NotHers));
    // In an organ of the network, not in the network itself.
    assert_eq!(holds(&reader(&[(2, 9)], &[]), &told), (When::None, Why::NotHers));
    let body = Told { ways: vec![(2, 9)], scopes: vec![Scope::body(Level::Body, 2, 9)], ..told.clone() };
    assert_eq!(holds(&reader(&[(2, 9)], &[]), &body), (When::Immediate, Why::Duty));
    assert_eq!(holds(&reader(&[(2, 2)], &[]), &body), (When::None, Why::NotHers));
    // A guest and a mere substitute read nothing, so they are told nothing.
    for change in [|s: &mut Sitting| s.voice = Voice::Guest, |s: &mut Sitting| s.substitute = true] {
        let mut who = reader(&[(2, 2)], &[]);
        who.actor.sits.iter_mut().for_each(change);
        assert_eq!(holds(&who, &told).0, When::None);
    }
}

#[test]
fn bundles_come_daily_up_to_three_networks_and_twice_a_week_from_the_fourth() {
    let in_networks = |count: i64, rhythm, away| {
        let bodies: Vec<(i64, i64)> = (2..2 + count).map(|n| (n, n)).collect();
        Reader { rhythm, away, ..reader(&bodies, &[]) }
    };
    // Monday 23 November 2026 to Sunday.
    let week = |who: &Reader| -> String {
        (0..7).map(|n| if due(who, Day::literal(TODAY).plus_days(n)) { 'x' } else { '.' }).collect()
    };
    for (count, rhythm, days) in [
        (1, Rhythm::Auto, "xxxxx.."),
        (3, Rhythm::Auto, "xxxxx.."),
        (4, Rhythm::Auto, ".x..x.."),
        (9, Rhythm::Auto, ".x..x.."),
        (9, Rhythm::Daily, "xxxxx.."),
        (1, Rhythm::Twice, ".x..x.."),
        (1, Rhythm::Weekly, "....x.."),
        (1, Rhythm::Never, "......."),
    ] {
        assert_eq!(week(&in_networks(count, rhythm, false)), days, "{count} {rhythm:?}");
    }
    assert_eq!(week(&in_networks(1, Rhythm::Auto, true)), ".......");
    // A seat in an organ alone makes no network more.
    let organs: Vec<(i64, i64)> = (2..5).map(|n| (n, n)).chain([(9, 99)]).collect();
    assert_eq!(week(&reader(&organs, &[])), "xxxxx..");
}

#[test]
fn letters_wait_for_seven_o_clock_unless_the_deadline_falls_before() {
    let day = Day::literal;
    let (monday, friday, saturday, sunday) =
        (day("2026-11-23"), day("2026-11-27"), day("2026-11-28"), day("2026-11-29"));
    let next = day("2026-11-30");
    for (now, deadline, at) in [
        (monday.at(7, 0), None, monday.at(7, 0)),
        (monday.at(18, 59), None, monday.at(18, 59)),
        (monday.at(6, 59), None, monday.at(7, 0)),
        (monday.at(19, 0), None, day("2026-11-24").at(7, 0)),
        (friday.at(20, 0), None, next.at(7, 0)),
        (saturday.at(10, 0), None, next.at(7, 0)),
        // On Sunday it must be answered: it leaves at 7 o'clock on Sunday; on Saturday itself, now.
        (saturday.at(10, 0), Some(sunday), sunday.at(7, 0)),
        (saturday.at(10, 0), Some(saturday), saturday.at(10, 0)),
        (friday.at(20, 0), Some(saturday), saturday.at(7, 0)),
        (friday.at(20, 0), Some(next), saturday.at(7, 0)),
        (friday.at(20, 0), Some(day("2026-12-04")), next.at(7, 0)),
        // The night the clocks are put back: seven o'clock stays seven o'clock.
        (day("2026-10-23").at(20, 0), None, day("2026-10-26").at(7, 0)),
        (day("2027-03-26").at(20, 0), None, day("2027-03-29").at(7, 0)),
    ] {
        assert_eq!(leaves(now, deadline), at, "{} {deadline:?}", now.local());
    }
}

#[test]
fn hours_of_ones_own_move_what_is_meant_at_once() {
    use crate::Hours;
    let day = Day::literal;
    let (monday, friday) = (day("2026-11-23"), day("2026-11-27"));
    let late = Hours { from: 10, until: 16 };
    for (hours, now, deadline, at) in [
        (late, monday.at(9, 59), None, monday.at(10, 0)),
        (late, monday.at(10, 0), None, monday.at(10, 0)),
        (late, monday.at(16, 0), None, day("2026-11-24").at(10, 0)),
        (late, friday.at(17, 0), None, day("2026-11-30").at(10, 0)),
        (late, friday.at(17, 0), Some(day("2026-11-28")), day("2026-11-28").at(10, 0)),
        (late, monday.at(17, 0), Some(monday), monday.at(17, 0)),
        (Hours::WIDEST, monday.at(21, 59), None, monday.at(21, 59)),
        (Hours::WIDEST, monday.at(22, 0), None, day("2026-11-24").at(7, 0)),
        (Hours::USUAL, monday.at(19, 0), None, day("2026-11-24").at(7, 0)),
    ] {
        assert_eq!(leaves_within(hours, now, deadline), at, "{hours:?} {} {deadline:?}", now.local());
    }
}

#[test]
fn whoever_stands_in_is_told_what_cannot_wait_as_far_as_she_may_see_it() {
    let stands = |bodies: &[(i64, i64)]| Reader {
        stands: crate::Stands { persons: vec![8], seats: vec![(50, 8), (60, 9)] },
        ..reader(bodies, &[])
    };
    let who = stands(&[(2, 2)]);
    let asked = Told { asked: vec![8], ..told(Weight::Direct, &[2]) };
    assert_eq!(holds(&who, &asked), (When::Immediate, Why::StandsIn));
    // Also where a letter of its own told whom it was for, and not where it is for nobody she stands in for.
    assert_eq!(holds(&who, &Told { letter: true, ..asked.clone() }), (When::Immediate, Why::StandsIn));
    assert_eq!(holds(&who, &Told { asked: vec![9], ..asked.clone() }), (When::None, Why::NotHers));
    // A duty of a seat, hers to know of until it is done; what is no duty waits.
    let duty = |weight, seat| Told { letter: true, seats: vec![seat], ..told(weight, &[2]) };
    assert_eq!(holds(&who, &duty(Weight::Duty, 50)), (When::Immediate, Why::StandsIn));
    assert_eq!(holds(&who, &duty(Weight::Duty, 60)), (When::Immediate, Why::StandsIn));
    assert_eq!(holds(&who, &duty(Weight::Duty, 70)).0, When::None);
    assert_eq!(holds(&who, &duty(Weight::New, 50)).0, When::None);
    let done = Told { read: vec![(8, Moment::from_micros(i64::MAX))], ..duty(Weight::Duty, 50) };
    assert_eq!(holds(&who, &done).0, When::None);
    // Not where she may not see it, not what she did herself, not while she is away, too.
    assert_eq!(holds(&stands(&[(3, 3)]), &asked), (When::None, Why::NotHers));
    assert_eq!(holds(&who, &Told { by: Some(7), ..asked.clone() }), (When::None, Why::Own));
    assert_eq!(holds(&Reader { away: true, ..who.clone() }, &asked).0, When::None);
    assert_eq!(holds(&reader(&[(2, 2)], &[]), &asked).0, When::None);
    // The question itself is not told her in a bundle once more.
    let new = Told { asked: vec![8], ..told(Weight::New, &[2]) };
    assert_eq!(holds(&who, &new), (When::None, Why::ToldBefore));
    // Hers by her own seat stays hers.
    assert_eq!(holds(&who, &Told { asked: vec![7, 8], ..asked }), (When::Immediate, Why::Asked));
}

fn marked(mut who: Reader, state: crate::MarkState, until: Moment, day: Option<Day>) -> Reader {
    who.marks.insert(("thread".to_owned(), 5), crate::Mark { state, until, day });
    who
}

#[test]
fn what_she_put_away_no_letter_tells_but_a_duty_and_what_came_since() {
    use crate::MarkState::{Done, Later, Muted};
    let new = told(Weight::New, &[2]);
    let who = || reader(&[(2, 2)], &[]);
    let before = Moment::from_micros(new.at.micros() - 1);
    assert_eq!(holds(&marked(who(), Done, new.at, None), &new), (When::None, Why::Read));
    assert_eq!(holds(&marked(who(), Done, before, None), &new), (When::Bundle, Why::Member));
    assert_eq!(holds(&marked(who(), Later, new.at, Some(Day::literal("2026-11-25"))), &new), (When::None, Why::Read));
    assert_eq!(holds(&marked(who(), Muted, before, None), &new), (When::None, Why::Muted));
    let duty = told(Weight::Duty, &[2]);
    assert_eq!(holds(&marked(who(), Muted, before, None), &duty), (When::Immediate, Why::Duty));
    // Another thing is another thing.
    let other = Told { id: 6, ..new };
    assert_eq!(holds(&marked(who(), Muted, before, None), &other), (When::Bundle, Why::Member));
}

#[test]
fn what_began_to_wait_after_she_put_the_same_thing_away_is_here_again() {
    use crate::{Mark, MarkState};
    let (today, seen) = (Day::literal(TODAY), Day::literal(TODAY).at(9, 0));
    let mark = |state, day| Mark { state, until: seen, day };
    let later = today.plus_days(3);
    for (mark, optional, hidden) in [
        (mark(MarkState::Done, None), true, Some(Day::OPEN)),
        (mark(MarkState::Muted, None), true, Some(Day::OPEN)),
        (mark(MarkState::Later, Some(later)), true, Some(later)),
        (mark(MarkState::Later, Some(later)), false, Some(later)),
        (mark(MarkState::Done, None), false, None),
        (mark(MarkState::Later, Some(today)), true, None),
    ] {
        // Asked before, or at an unknown time: as she left it. Asked since: here.
        for since in [None, Some(seen.plus_seconds(-60)), Some(seen)] {
            assert_eq!(put_off(Some(&mark), since, optional, today), hidden, "{mark:?}");
        }
        assert_eq!(put_off(Some(&mark), Some(seen.plus_seconds(1)), optional, today), None, "{mark:?}");
    }
    assert_eq!(put_off(None, Some(seen), true, today), None);
}

#[test]
fn what_a_letter_of_its_own_told_stands_in_no_bundle_and_is_for_its_seats_alone() {
    let who = reader(&[(2, 2)], &[]);
    let letter = |seats: &[i64]| Told { letter: true, seats: seats.to_vec(), ..told(Weight::New, &[2]) };
    assert_eq!(holds(&who, &letter(&[])), (When::Immediate, Why::Member));
    assert_eq!(holds(&who, &letter(&[50, 102])), (When::Immediate, Why::Member));
    assert_eq!(holds(&who, &letter(&[50])), (When::None, Why::NotHers));
    // Asked in person, wherever she sits; others not.
    let asked = Told { asked: vec![7], ..letter(&[]) };
    assert_eq!(holds(&reader(&[(3, 3)], &[]), &asked), (When::Immediate, Why::Asked));
    assert_eq!(holds(&reader(&[(2, 2)], &[]), &Told { asked: vec![8], ..letter(&[]) }), (When::None, Why::NotHers));
    // Who leads got a letter, the others hear of it in their bundle.
    let some = Told { lettered: vec![7], ..told(Weight::Outcome, &[2]) };
    assert_eq!(holds(&who, &some), (When::Immediate, Why::Member));
    assert_eq!(holds(&who, &Told { lettered: vec![8], ..some }), (When::Bundle, Why::Member));
    // A mere substitute's seat is not hers.
    let mut stands_in = reader(&[(2, 2)], &[]);
    stands_in.actor.sits[0].substitute = true;
    assert_eq!(holds(&stands_in, &letter(&[102])), (When::None, Why::NotHers));
}

#[test]
fn an_inbox_has_one_entry_for_each_thing_and_an_open_duty_stays_open() {
    let who = reader(&[(2, 2)], &[]);
    let (first, later) = (Day::literal(TODAY).at(9, 0), Day::literal(TODAY).at(10, 0));
    let invited = Told { at: first, letter: true, due: Some(Day::literal("2026-11-30")), ..told(Weight::Duty, &[2]) };
    let agenda = Told { at: later, letter: true, ..told(Weight::New, &[2]) };
    let other = Told { id: 6, at: later, ..told(Weight::New, &[2]) };
    let all = [invited.clone(), agenda.clone(), other];
    let entries = inbox(&who, &all, Day::literal(TODAY));
    let stood: Vec<_> = entries.iter().map(|e| (e.id, e.at, e.weight, e.stage)).collect();
    assert_eq!(stood, [(5, later, Weight::Duty, Stage::Open), (6, later, Weight::New, Stage::Open)]);
    // Silencing does nothing to a duty.
    let muted = marked(who.clone(), crate::MarkState::Muted, later, None);
    assert_eq!(inbox(&muted, &all, Day::literal(TODAY))[0].stage, Stage::Open);
    // Done with, when she answered and has put the rest away.
    let answered = Told { read: vec![(7, Moment::from_micros(i64::MAX))], ..invited };
    let done = marked(who, crate::MarkState::Done, later, None);
    let entries = inbox(&done, &[answered, agenda], Day::literal(TODAY));
    assert_eq!(entries.iter().map(|e| e.stage).collect::<Vec<_>>(), [Stage::Done]);
}

#[test]
fn n7_5_a_topic_gathers_what_may_be_read_anywhere_and_leaves_duties_and_letters_alone() {
    let followed = Day::literal("2026-11-20").at(9, 0);
    let follower = |bodies: &[(i64, i64)], levels: &[(i64, Wanted)]| Reader {
        topics: vec![(40, followed)],
        ..reader(bodies, levels)
    };
    let under = |weight: Weight| Told { topics: vec![41, 40], ..told(weight, &[2]) };
    let who = follower(&[(2, 2)], &[]);
    for weight in [Weight::New, Weight::Outcome] {
        assert_eq!(holds(&who, &under(weight)), (When::Weekly, Why::Topic), "{weight:?}");
        // Whatever she chose for the network, and where she sits nowhere near, as long as she may read it.
        assert_eq!(holds(&follower(&[(2, 2)], &[(2, Wanted::Duty)]), &under(weight)), (When::Weekly, Why::Topic));
        let open = Told { scopes: vec![Scope::body(Level::AllNetworks, 2, 2)], ..under(weight) };
        let elsewhere = effective(&follower(&[(3, 3)], &[]), &open, Day::literal(TODAY));
        assert_eq!((elsewhere.when, elsewhere.through), (When::Weekly, vec![2]));
        assert_eq!(holds(&follower(&[(3, 3)], &[]), &under(weight)), (When::None, Why::NotHers));
    }
    // Other topics, and what happened before she followed it, come as ever.
    assert_eq!(holds(&who, &Told { topics: vec![41], ..under(Weight::New) }).0, When::Bundle);
    let before = Told { at: followed, ..under(Weight::New) };
    assert_eq!(holds(&who, &before), (When::Bundle, Why::Member));
    // A duty, a question in person, a letter of its own, an answer she takes part in: each as without topics.
    for (told, expected) in [
        (under(Weight::Duty), (When::Immediate, Why::Duty)),
        (Told { asked: vec![7], ..under(Weight::Direct) }, (When::Immediate, Why::Asked)),
        (under(Weight::Circular), (When::Immediate, Why::Member)),
        (Told { concerned: vec![7], ..under(Weight::Reply) }, (When::Bundle, Why::TakesPart)),
        (Told { letter: true, ..under(Weight::New) }, (When::Immediate, Why::Member)),
        (Told { by: Some(7), ..under(Weight::New) }, (When::None, Why::Own)),
        (Told { chose: vec![(7, Chose::Mute)], ..under(Weight::New) }, (When::None, Why::Muted)),
        (Told { read: vec![(7, under(Weight::New).at)], ..under(Weight::New) }, (When::None, Why::Read)),
        (Told { asked: vec![7], ..under(Weight::New) }, (When::None, Why::ToldBefore)),
        (Told { before: vec![(2, 2)], ways: vec![(3, 3)], ..under(Weight::New) }, (When::None, Why::ToldBefore)),
    ] {
        assert_eq!(holds(&who, &told), expected, "{told:?}");
    }
    // Brought on to a second network of hers, it is not told again; nor where everybody could read it before.
    let both = follower(&[(2, 2), (3, 3)], &[]);
    let brought = Told { before: vec![(2, 2)], ways: vec![(3, 3)], ..under(Weight::New) };
    assert_eq!(holds(&both, &brought), (When::None, Why::ToldBefore));
    let wide = Told { scopes: vec![Scope::body(Level::Public, 2, 2)], ..brought.clone() };
    assert_eq!(holds(&follower(&[(3, 3)], &[]), &wide), (When::None, Why::ToldBefore));
    let there = Told { scopes: vec![Scope::body(Level::Network, 3, 3)], ..brought };
    assert_eq!(holds(&follower(&[(3, 3)], &[]), &there), (When::Weekly, Why::Topic));
}
