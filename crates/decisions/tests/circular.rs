//! Deciding without a sitting, and entering what a sitting decided.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod house;

use decisions::{
    Choice, Method,
    rules::{Consent, Stops, Threshold},
};
use house::{House, Plan, day, house};
use kernel::Id;

fn circular(h: &House) -> Id<decisions::Vote> {
    h.open(|new| (new.method, new.closes_at) = (Method::Circular, None))
}

#[test]
fn where_all_must_agree_the_first_no_ends_it_and_all_yes_too() {
    let plan = || Plan {
        template: "association",
        change: |mut r| {
            r.circular.consent.value = Consent::All;
            r
        },
        ..Plan::default()
    };
    let h = house(&plan());
    let vote = circular(&h);
    h.vote(1, vote, &Choice::Yes).is(303);
    assert_eq!(h.result(vote).0, "open");
    h.vote(2, vote, &Choice::No).is(303);
    let (state, holds, verdict) = h.result(vote);
    assert_eq!((state.as_str(), holds), ("decided", Some(false)), "{verdict}");
    let h = house(&plan());
    let vote = circular(&h);
    for n in 1..=7 {
        h.vote(n, vote, &Choice::Yes).is(303);
    }
    assert_eq!(h.result(vote).1, Some(true));
}

#[test]
fn a_circular_vote_of_the_speakers_is_reminded_and_closes_by_itself() {
    let h = house(&Plan {
        template: "assembly",
        change: |mut r| {
            r.circular.consent.value = Consent::Cast(Threshold::MORE_THAN_HALF);
            r.circular.period.value = decisions::rules::Period::Days(7);
            r.circular.reminder.value = 2;
            r
        },
        ..Plan::default()
    });
    let vote = circular(&h);
    h.get(Some(h.voter(1)), &format!("/wahlen/{vote}")).is(200).says(&["Umlaufbeschluss", "30. November 2026"]);
    h.vote(1, vote, &Choice::Yes).is(303);
    h.vote(2, vote, &Choice::Yes).is(303);
    h.vote(3, vote, &Choice::No).is(303);
    h.post(h.kora, &format!("/wahlen/{vote}/leiten"), &[("tat", "schliessen")]).is(422);
    h.fresh.clock.set(day("2026-11-28").at(8, 0));
    h.work();
    assert_eq!(h.letters("p1@example.org").len(), 1, "who voted is not reminded");
    let reminded = h.letters("p4@example.org");
    assert_eq!(reminded.len(), 2);
    assert!(reminded[1].1.contains("Ihre Stimme fehlt noch."), "{}", reminded[1].1);
    h.fresh.clock.set(day("2026-12-01").at(0, 0));
    h.work();
    assert_eq!((h.result(vote).0.as_str(), h.result(vote).1), ("decided", Some(true)));
}

#[test]
fn silence_is_consent_where_the_rules_say_so_and_is_called_that() {
    let plan = || Plan { template: "informal", ..Plan::default() };
    let h = house(&plan());
    let vote = circular(&h);
    let page = format!("/wahlen/{vote}");
    h.get(Some(h.voter(1)), &page)
        .is(200)
        .says(&["Schweigeverfahren", "Wenn Sie einverstanden sind, müssen Sie nichts tun."]);
    let ballot = h.get(Some(h.voter(1)), &format!("{page}/stimmzettel"));
    ballot.is(200).hides(&["Prüfen"]).says(&["Warum widersprechen Sie?"]);
    h.fresh.clock.advance(60 * 86_400);
    h.work();
    assert_eq!(h.result(vote).1, Some(true), "{}", h.result(vote).2);
    let h = house(&plan());
    let vote = circular(&h);
    let path = format!("/wahlen/{vote}/stimmzettel");
    let unit = h.get(Some(h.voter(1)), &path).hidden("unit");
    h.post(h.voter(1), &path, &[("unit", &unit), ("tat", "widerspruch"), ("reason", "")])
        .is(422)
        .says(&["Bitte nennen Sie den Grund."]);
    h.post(h.voter(1), &path, &[("unit", &unit), ("tat", "widerspruch"), ("reason", "Das sollten wir besprechen.")])
        .is(303);
    h.fresh.clock.advance(60 * 86_400);
    h.work();
    assert_ne!(h.result(vote).1, Some(true));
    h.get(Some(h.voter(2)), &format!("/wahlen/{vote}")).says(&["Das sollten wir besprechen."]);
}

#[test]
fn an_objection_to_the_way_stops_it_and_a_sitting_decides() {
    let h = house(&Plan {
        template: "council",
        change: |mut r| {
            r.circular.consent.value = Consent::Cast(Threshold::MORE_THAN_HALF);
            r.circular.stops.value = Stops::One;
            r
        },
        ..Plan::default()
    });
    let vote = circular(&h);
    let path = format!("/wahlen/{vote}/stimmzettel");
    let unit = h.get(Some(h.voter(1)), &path).says(&["Der Abstimmung ohne Sitzung widersprechen"]).hidden("unit");
    h.post(h.voter(1), &path, &[("unit", &unit), ("tat", "widerspruch"), ("reason", "Das gehört in die Sitzung.")])
        .is(303);
    let (state, holds, verdict) = h.result(vote);
    assert_eq!((state.as_str(), holds), ("void", None), "{verdict}");
    h.get(Some(h.voter(2)), &format!("/wahlen/{vote}")).is(200).says(&["aufgegeben", "Das gehört in die Sitzung."]);
}

#[test]
fn n3_10_a_change_of_purpose_needs_all_and_a_dissolution_three_quarters() {
    let h = house(&Plan { template: "association", ..Plan::default() });
    let path = format!("/gremien/{}/abgestimmt", h.network);
    let enter = |matter: &str, yes: &str, no: &str| {
        let fields = [
            ("title", "Antrag"),
            ("matter", matter),
            ("day", "2026-11-20"),
            ("grade", "hands"),
            ("present", "7"),
            ("yes", yes),
            ("no", no),
            ("duly", "ja"),
            ("level", "2"),
        ];
        let page = h.post(h.kora, &path, &fields).is(303).location().to_owned();
        let vote: Id<decisions::Vote> = page.trim_start_matches("/wahlen/").parse().unwrap();
        h.result(vote)
    };
    assert_eq!(enter("ordinary", "4", "3").1, Some(true));
    assert_eq!(enter("dissolution", "5", "2").1, Some(false), "5 of 7 are less than three quarters");
    assert_eq!(enter("dissolution", "6", "1").1, Some(true));
    assert_eq!(enter("purpose_change", "6", "1").1, Some(false), "all must agree");
    assert_eq!(enter("purpose_change", "7", "0").1, Some(true));
    // More votes than people cannot be.
    let bad = [
        ("title", "Antrag"),
        ("matter", "ordinary"),
        ("day", "2026-11-20"),
        ("grade", "hands"),
        ("present", "3"),
        ("yes", "4"),
        ("level", "2"),
        ("duly", "ja"),
    ];
    h.post(h.kora, &path, &bad).is(422);
    h.post(h.voter(1), &path, &bad).is(403);
}

#[test]
fn case_4_two_thirds_of_those_present_are_not_two_thirds_of_those_who_vote() {
    let h = house(&Plan { seats: 37, template: "quarter", ..Plan::default() });
    let path = format!("/gremien/{}/abgestimmt", h.network);
    let fields = [
        ("title", "Änderung der Geschäftsordnung"),
        ("matter", "rule_change"),
        ("day", "2026-11-20"),
        ("grade", "hands"),
        ("present", "30"),
        ("yes", "19"),
        ("no", "5"),
        ("abstain", "6"),
        ("duly", "ja"),
        ("level", "2"),
    ];
    let page = h.post(h.kora, &path, &fields).is(303).location().to_owned();
    h.get(Some(h.voter(1)), &page).is(200).says(&["abgelehnt am", "20"]);
}
