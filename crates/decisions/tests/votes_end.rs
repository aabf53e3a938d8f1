//! Who may not vote, who votes for another, and how a vote ends.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod house;

use db::args;
use decisions::Choice;
use house::{BASE, House, Plan, day, house, house_on};
use kernel::{Error, Level, Moment};

fn cast_all(h: &House, vote: kernel::Id<decisions::Vote>, choices: &[Choice]) {
    for (n, choice) in (1..).zip(choices) {
        h.vote(n, vote, choice).is(303);
    }
}

#[test]
fn whoever_is_concerned_herself_does_not_vote_and_is_not_in_the_base() {
    let h = house(&Plan {
        template: "association",
        change: |mut r| {
            r.votes.secret.value = decisions::rules::Trigger::Never;
            r
        },
        ..Plan::default()
    });
    let network = h.network;
    let seat = h.seats[0].0;
    let vote = h
        .act(h.kora, move |tx, by| {
            let mut new = decisions::NewVote::motion("Darlehen an Stadt 1", Level::Network);
            new.closes_at = Some(tx.now().plus_seconds(86_400));
            let id = decisions::prepare(tx, by, network, &new)?;
            decisions::set_bar(tx, by, id, seat, Some("Geschäft mit dem Verein"))?;
            decisions::announce(tx, by, id, BASE)?;
            Ok(id)
        })
        .unwrap();
    let page = h.get(Some(h.voter(1)), &format!("/wahlen/{vote}/stimmzettel"));
    page.is(200).says(&["Für diesen Sitz gilt ein Stimmverbot: Geschäft mit dem Verein"]).hides(&["Stimme abgeben"]);
    assert!(h.letters("p1@example.org").is_empty());
    cast_all_from(&h, vote, 2, &[Choice::Yes, Choice::Yes, Choice::No]);
    h.act(h.kora, move |tx, by| decisions::close_now(tx, by, vote)).unwrap();
    let sum: String = h
        .fresh
        .db
        .read_now(move |c| c.one("SELECT counted FROM vote WHERE id = :vote", args! { vote: vote }, |r| r.get(0)))
        .unwrap();
    assert!(sum.contains("\"entitled\":6"), "{sum}");
}

fn cast_all_from(h: &House, vote: kernel::Id<decisions::Vote>, first: usize, choices: &[Choice]) {
    for (n, choice) in (first..).zip(choices) {
        h.vote(n, vote, choice).is(303);
    }
}

#[test]
fn a_proxy_is_revoked_during_the_vote_and_counts_only_while_it_runs() {
    let h = house(&Plan {
        template: "quarter",
        change: |mut r| {
            r.proxies.form.value = decisions::rules::Form::Text;
            r.votes.secret.value = decisions::rules::Trigger::Never;
            r
        },
        ..Plan::default()
    });
    let vote = h.open(|_| {});
    let (giver, holder) = (h.voter(1), h.voter(2));
    let path = format!("/wahlen/{vote}/vollmacht");
    let form = h.get(Some(giver), &path);
    form.is(200).says(&["Wer stimmt für Sie?", "P2 Person2"]);
    let seat = form.hidden("seat");
    h.post(giver, &path, &[("seat", &seat), ("holder", &holder.to_string())]).is(303);
    let ballot = format!("/wahlen/{vote}/stimmzettel");
    h.get(Some(holder), &ballot).is(200).says(&["Stimme in Vollmacht für P1 Person1"]);
    // Taken back before it was used: the holder has only her own vote.
    let proxy = h.get(Some(giver), &path).hidden("proxy");
    h.post(giver, &path, &[("tat", "zurueck"), ("proxy", &proxy)]).is(303);
    h.get(Some(holder), &ballot).is(200).hides(&["in Vollmacht"]);
    let unit = h
        .fresh
        .db
        .read_now(move |c| {
            c.count("SELECT id FROM entitlement WHERE vote_id = :vote AND number = 1", args! { vote: vote })
        })
        .unwrap();
    h.post(holder, &ballot, &[("unit", &unit.to_string()), ("choice", "yes"), ("tat", "abgeben")]).is(404);
    // Given again and used: it can no longer be taken back, and the giver's vote is cast.
    h.post(giver, &path, &[("seat", &seat), ("holder", &holder.to_string())]).is(303);
    let proxy = h.get(Some(giver), &path).hidden("proxy");
    h.post(holder, &ballot, &[("unit", &unit.to_string()), ("choice", "yes"), ("tat", "abgeben")]).is(303);
    h.post(giver, &path, &[("tat", "zurueck"), ("proxy", &proxy)]).is(422).says(&["schon abgegeben"]);
    h.get(Some(giver), &ballot).is(200).says(&["Für diesen Sitz ist die Stimme schon abgegeben."]);
}

#[test]
fn one_member_asks_and_the_vote_becomes_covert_before_it_opens() {
    let h = house(&Plan {
        change: |mut r| {
            r.votes.secret.value = decisions::rules::Trigger::One;
            r
        },
        ..Plan::default()
    });
    let opens = h.now().plus_seconds(86_400);
    let vote = h.open(|new| new.opens_at = Some(opens));
    let page = format!("/wahlen/{vote}");
    h.get(Some(h.voter(1)), &page).is(200).says(&["beginnt am", "Verdeckte Abstimmung verlangen"]);
    h.get(Some(h.kora), &page).is(200).hides(&["Verdeckte Abstimmung verlangen"]);
    h.post(h.kora, &page, &[("tat", "verdeckt")]).is(403);
    h.post(h.voter(1), &page, &[("tat", "verdeckt")]).is(303);
    h.get(Some(h.voter(2)), &page).says(&["verdeckt"]).hides(&["Verdeckte Abstimmung verlangen"]);
    assert!(h.letters("p1@example.org").is_empty(), "nobody is written to before it opens");
    h.fresh.clock.set(opens);
    h.work();
    assert_eq!(h.letters("p1@example.org").len(), 1);
    h.get(Some(h.voter(1)), &format!("{page}/stimmzettel")).is(200).says(&["Ungültig"]);
}

#[test]
fn it_closes_in_the_night_the_clock_is_put_forward_and_after_the_clock_was_put_back() {
    let h = house(&Plan::default());
    h.fresh.clock.set(day("2027-03-20").at(12, 0));
    // 28 March 2027 has no half past two.
    let end = day("2027-03-28").at(2, 30);
    let vote = h.open(|new| new.closes_at = Some(end));
    h.fresh.clock.set(end.plus_seconds(-1));
    h.work();
    h.vote(1, vote, &Choice::Yes).is(303);
    h.fresh.clock.set(end);
    h.work();
    assert_eq!(h.result(vote).0, "decided");
    // A clock that is put back opens nothing again.
    h.fresh.clock.set(end.plus_seconds(-3_600));
    h.work();
    assert_eq!(h.result(vote).0, "decided");
    let unit = h
        .fresh
        .db
        .read_now(move |c| {
            c.count("SELECT id FROM entitlement WHERE vote_id = :vote AND number = 2", args! { vote: vote })
        })
        .unwrap();
    h.post(
        h.voter(2),
        &format!("/wahlen/{vote}/stimmzettel"),
        &[("unit", &unit.to_string()), ("choice", "yes"), ("tat", "abgeben")],
    )
    .is(422)
    .says(&["Die Abstimmung ist geschlossen. Ihre Stimme wurde nicht gezählt."]);
}

#[test]
fn whoever_is_killed_while_closing_leaves_the_vote_as_it_was_and_the_next_one_closes_it() {
    let h = house(&Plan::default());
    let vote = h.open(|_| {});
    cast_all(&h, vote, &[Choice::Yes, Choice::Yes, Choice::Yes, Choice::Yes]);
    let broken = h.act(h.kora, move |tx, by| {
        decisions::close_now(tx, by, vote)?;
        Err::<(), _>(Error::internal("killed before the commit"))
    });
    assert!(broken.is_err());
    assert_eq!(h.result(vote).0, "open");
    assert_eq!(h.count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote", vote), 4);
    h.fresh.clock.set(Moment::from_micros(h.now().micros()).plus_seconds(8 * 86_400));
    h.work();
    h.work();
    assert_eq!((h.result(vote).0.as_str(), h.result(vote).1), ("decided", Some(true)));
}

#[test]
fn nobody_else_leads_and_a_vote_that_is_given_up_says_why() {
    let h = house(&Plan::default());
    let vote = h.open(|_| {});
    let lead = format!("/wahlen/{vote}/leiten");
    h.get(Some(h.voter(1)), &lead).is(403);
    h.get(Some(h.nora), &lead).is(404);
    h.post(h.voter(1), &lead, &[("tat", "aufgeben"), ("reason", "x")]).is(403);
    h.post(h.kora, &lead, &[("tat", "aufgeben"), ("reason", "")]).is(422).says(&["Bitte nennen Sie den Grund."]);
    h.post(h.kora, &lead, &[("tat", "aufgeben"), ("reason", "Der Antrag wurde zurückgezogen.")]).is(303);
    h.get(Some(h.voter(1)), &format!("/wahlen/{vote}")).says(&["aufgegeben", "Der Antrag wurde zurückgezogen."]);
    h.post(h.kora, &lead, &[("tat", "schliessen")]).is(422);
}

#[test]
fn what_was_decided_is_told_among_what_is_new_to_those_who_may_see_it() {
    let h = house(&Plan::default());
    let page = "/netzwerke/regionale-ag";
    let vote = h.open(|_| {});
    h.get(Some(h.voter(1)), page).is(200).says(&["Die Abstimmung läuft."]);
    cast_all(&h, vote, &[Choice::Yes, Choice::Yes, Choice::Yes, Choice::Yes]);
    h.act(h.kora, move |tx, by| decisions::close_now(tx, by, vote)).unwrap();
    h.get(Some(h.voter(1)), page).says(&["Das Ergebnis steht fest.", "Dieser Beschluss ist gefasst."]);
    for stranger in [None, Some(h.nora)] {
        h.get(stranger, page).is(200).hides(&["Das Ergebnis steht fest.", "Dieser Beschluss ist gefasst."]);
    }
}

#[test]
fn a_year_after_the_result_the_roll_goes_and_the_reasons_stay() {
    let h = house(&Plan::default());
    let vote = h.open(|_| {});
    cast_all(&h, vote, &[Choice::Yes, Choice::Yes, Choice::Yes, Choice::Yes]);
    h.act(h.kora, move |tx, by| decisions::close_now(tx, by, vote)).unwrap();
    let job = decisions::slice().jobs.iter().find(|job| job.name == "decisions.cleanup").copied().unwrap();
    let clean = || h.fresh.db.write_now(move |tx| (job.run)(tx, "")).unwrap();
    h.fresh.clock.set(day("2027-11-22").at(12, 0));
    clean();
    assert_eq!(h.count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote", vote), 4);
    h.fresh.clock.set(day("2027-11-24").at(12, 0));
    clean();
    for table in ["ballot", "cast_mark", "entitlement"] {
        assert_eq!(h.count(&format!("SELECT COUNT(*) FROM {table} WHERE vote_id = :vote"), vote), 0, "{table}");
    }
    h.get(Some(h.voter(1)), &format!("/wahlen/{vote}")).is(200).says(&["angenommen am", "Stimmberechtigt"]);
}

#[test]
fn nobody_learns_by_a_proxy_who_votes_in_a_sensitive_network() {
    for fresh in [Some(testkit::sqlite()), testkit::postgres()].into_iter().flatten() {
        let plan = Plan {
            template: "quarter",
            sensitive: true,
            change: |mut r| {
                r.proxies.form.value = decisions::rules::Form::Text;
                r.votes.secret.value = decisions::rules::Trigger::Never;
                r
            },
            ..Plan::default()
        };
        let h = house_on(fresh, &plan);
        let vote = h.open(|_| {});
        let (giver, network) = (h.voter(1), h.network);
        let consents = |who: kernel::Id<people::Person>, audience, of| {
            h.act(who, move |tx, by| networks::give_consent(tx, by, networks::Field::Name, audience, of).map(drop))
                .unwrap();
        };
        // Whose name is open to all networks is named there no more than others.
        consents(h.voter(3), networks::Audience::AllNetworks, None);
        let path = format!("/wahlen/{vote}/vollmacht");
        let form = h.get(Some(giver), &path);
        form.is(200).hides(&["Person2", "Person3"]);
        let seat = form.hidden("seat");
        let gives = |who: kernel::Id<people::Person>| {
            let who = who.to_string();
            h.post(giver, &path, &[("seat", &seat), ("holder", &who)])
        };
        let stranger = gives(h.nora);
        stranger.is(422).says(&["Bitte wählen Sie, wer für Sie abstimmt."]);
        for hidden in [h.voter(2), h.voter(3)] {
            assert_eq!(gives(hidden).alike(), stranger.alike());
        }
        consents(h.voter(2), networks::Audience::Network, Some(network));
        h.get(Some(giver), &path).says(&["P2 Person2"]);
        gives(h.voter(2)).is(303);
    }
}
