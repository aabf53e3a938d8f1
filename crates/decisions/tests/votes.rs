//! Votes over a period, by name and covertly.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod house;

use db::args;
use decisions::{Casting, Choice, Grade};
use house::{BASE, House, Plan, day, house, house_on};
use kernel::{Error, Level};
use people::NewTenure;

fn cast_all(h: &House, vote: kernel::Id<decisions::Vote>, choices: &[Choice]) {
    for (n, choice) in (1..).zip(choices) {
        h.vote(n, vote, choice).is(303);
    }
}

#[test]
fn n3_2_a_vote_by_name_from_the_form_to_the_result() {
    let h = house(&Plan::default());
    let path = format!("/gremien/{}/abstimmen", h.network);
    let form = h.get(Some(h.kora), &path);
    form.is(200).says(&["Abstimmung vorbereiten", "Wortlaut", "Letzter Tag"]);
    h.get(Some(h.voter(1)), &path).is(403);
    let fields = [
        ("title", "Sollen wir zweimal im Jahr tagen?"),
        ("text", "Die Regionale AG tagt zweimal im Jahr."),
        ("matter", "ordinary"),
        ("method", "online"),
        ("grade", "open"),
        ("last", "2026-11-30"),
        ("level", "2"),
    ];
    h.post(h.kora, &path, &[&fields[..5], &[("last", "2026-11-01"), ("level", "2")]].concat())
        .is(422)
        .says(&["Bitte nennen Sie ein Ende, das noch kommt.", "Die Regionale AG tagt zweimal im Jahr."]);
    let lead = h.post(h.kora, &path, &fields).is(303).location().to_owned();
    let page = lead.trim_end_matches("/leiten").to_owned();
    // A draft is there for those who lead.
    h.get(Some(h.voter(1)), &page).is(404);
    h.get(Some(h.kora), &page).is(200).says(&["in Vorbereitung"]);
    h.post(h.kora, &lead, &[("tat", "ankuendigen")]).is(303);
    let letters = h.letters("p1@example.org");
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].0, "[Regionale AG] Eine Abstimmung wartet auf Sie");
    assert!(letters[0].1.contains("Regionale AG stimmt ab: Sollen wir zweimal im Jahr tagen?"), "{}", letters[0].1);
    assert!(letters[0].1.contains(&format!("{BASE}{page}/stimmzettel")), "{}", letters[0].1);
    assert!(h.letters("nora@example.org").is_empty() && h.letters("kora@example.org").is_empty());
    h.get(Some(h.voter(1)), &page).is(200).says(&["Sie können abstimmen.", "0 von 7", "offen, mit Namen"]);
    h.get(None, &page).is(404);
    h.get(Some(h.nora), &page).is(404);
    h.get(Some(h.kora), &format!("{page}/stimmzettel")).is(403).says(&["Sie haben in dieser Abstimmung keine Stimme."]);
    let vote: kernel::Id<decisions::Vote> = page.trim_start_matches("/wahlen/").parse().unwrap();
    cast_all(&h, vote, &[Choice::Yes, Choice::Yes, Choice::Yes, Choice::No, Choice::Abstain]);
    let mine = h.get(Some(h.voter(1)), &format!("{page}/stimmzettel"));
    mine.is(200).says(&["Ihre Stimme ist abgegeben und zählt.", "Quittung "]);
    // No interim result, and nobody's name, before it is closed.
    h.get(Some(h.voter(1)), &page).says(&["5 von 7"]).hides(&["Namentliches Ergebnis", "Ergebnis</h2>"]);
    h.get(Some(h.kora), &lead).is(200).hides(&["Namentliches Ergebnis"]);
    h.fresh.clock.set(day("2026-12-01").at(0, 0));
    h.work();
    let (state, holds, verdict) = h.result(vote);
    assert_eq!((state.as_str(), holds), ("decided", Some(true)), "{verdict}");
    h.get(Some(h.voter(6)), &page).is(200).says(&[
        "angenommen am",
        "Namentliches Ergebnis",
        "nicht abgestimmt",
        &verdict[..20],
    ]);
    h.get(None, &page).is(404);
    let late =
        h.post(h.voter(6), &format!("{page}/stimmzettel"), &[("unit", "1"), ("choice", "yes"), ("tat", "abgeben")]);
    late.is(404);
}

#[test]
fn a_vote_is_seen_as_far_as_its_level_says_and_no_further_in_a_sensitive_network() {
    let h = house(&Plan::default());
    let public = h.open(|new| new.level = Level::Public);
    h.get(None, &format!("/wahlen/{public}")).is(200).says(&["läuft bis"]).hides(&[
        "Namentliches",
        "Person1",
        "Stadt 1",
    ]);
    h.get(None, &format!("/wahlen/{public}/wie-geheim")).is(200).says(&["Wie geheim ist das?"]);
    let quiet = house(&Plan { sensitive: true, ..Plan::default() });
    let refused = quiet.act(quiet.kora, {
        let network = quiet.network;
        move |tx, by| {
            let mut new = decisions::NewVote::motion("Frage", Level::Public);
            new.closes_at = Some(tx.now().plus_seconds(86_400));
            decisions::prepare(tx, by, network, &new)
        }
    });
    assert!(matches!(refused, Err(Error::Form(ref p)) if p[0].field == "level"), "{refused:?}");
    let vote = quiet.open(|_| {});
    for person in [None, Some(quiet.nora)] {
        quiet.get(person, &format!("/wahlen/{vote}")).is(404);
    }
    let letters = quiet.letters("p1@example.org");
    assert!(letters[0].1.contains("In einem Ihrer Netzwerke läuft eine Abstimmung."), "{}", letters[0].1);
    assert!(!letters[0].1.contains("Regionale") && !letters[0].1.contains("tagen"), "{}", letters[0].1);
}

#[test]
fn covert_ballots_hold_neither_voter_nor_time_nor_order() {
    let h = house(&Plan { seats: 30, ..Plan::default() });
    let vote = h.open(|new| new.grade = Grade::Covert);
    let before = h.count("SELECT COUNT(*) FROM event WHERE subject_id = :vote", vote);
    for n in 1..=30 {
        h.vote(n, vote, &if n <= 15 { Choice::Yes } else { Choice::No }).is(303);
    }
    assert_eq!(h.count("SELECT COUNT(*) FROM event WHERE subject_id = :vote", vote), before, "casting leaves no event");
    assert_eq!(h.count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote AND (entitlement_id IS NOT NULL OR person_id IS NOT NULL)", vote), 0);
    assert_eq!(h.count("SELECT COUNT(*) FROM cast_mark WHERE vote_id = :vote AND at IS NOT NULL", vote), 0);
    assert_eq!(h.count("SELECT COUNT(*) FROM submission WHERE location LIKE '%stimmzettel%' AND :vote > 0", vote), 0);
    let read = move |sql: &'static str| {
        h.fresh
            .db
            .read_now(move |c| c.all(sql, args! { vote: vote }, |r| Ok((r.get::<i64>(0)?, r.get::<String>(1)?))))
            .unwrap()
    };
    let before = read("SELECT id, choice FROM ballot WHERE vote_id = :vote ORDER BY id");
    // The first fifteen said yes: in the order of the numbers they do not stand together.
    let runs = before.windows(2).filter(|two| two[0].1 != two[1].1).count();
    assert!(runs > 3, "ballots stand in the order in which they came: {runs}");
    let marks = read("SELECT m.id, m.receipt FROM cast_mark m WHERE m.vote_id = :vote ORDER BY m.id");
    assert_eq!(marks.len(), 30);
}

/// What a copy of the database would tell beside its tables: on PostgreSQL, which transactions wrote the ballots; on SQLite, how
/// long its log of earlier pages is, once the house has come to rest.
fn traces(h: &House, vote: kernel::Id<decisions::Vote>) -> i64 {
    if let db::Url::Sqlite(path) = &h.fresh.url {
        let log = std::path::PathBuf::from(format!("{}-wal", path.display()));
        let length = || std::fs::metadata(&log).map_or(0, |file| file.len());
        for _ in 0..100 {
            if length() == 0 {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        return i64::try_from(length()).unwrap();
    }
    h.count("SELECT COUNT(DISTINCT CAST(b.xmin AS TEXT)) - 1 FROM ballot b WHERE b.vote_id = :vote", vote)
}

#[test]
fn each_covert_ballot_is_written_among_the_others_and_leaves_no_trace_of_its_turn() {
    let postgres = testkit::postgres().map(|fresh| house_on(fresh, &Plan::default()));
    for h in std::iter::once(house(&Plan::default())).chain(postgres) {
        let vote = h.open(|new| new.grade = Grade::Covert);
        let numbers = || -> Vec<i64> {
            let sql = "SELECT id FROM ballot WHERE vote_id = :vote";
            h.fresh.db.read_now(move |c| c.all(sql, args! { vote: vote }, |r| r.get(0))).unwrap()
        };
        let mut before = numbers();
        for n in 1..=6 {
            h.vote(n, vote, &if n % 2 == 0 { Choice::Yes } else { Choice::No }).is(303);
            let after = numbers();
            assert_eq!(after.len(), before.len() + 1);
            assert!(before.iter().all(|number| !after.contains(number)), "ballot {n} stands alone");
            assert_eq!(traces(&h, vote), 0, "ballot {n} can be told from the others");
            before = after;
        }
        h.act(h.kora, move |tx, by| decisions::close_now(tx, by, vote)).unwrap();
        assert_eq!((h.result(vote).0.as_str(), traces(&h, vote)), ("decided", 0));
    }
}

#[test]
fn closing_writes_covert_ballots_anew_under_other_numbers() {
    let h = house(&Plan::default());
    let vote = h.open(|new| new.grade = Grade::Covert);
    cast_all(&h, vote, &[Choice::Yes, Choice::Yes, Choice::Yes, Choice::No, Choice::Invalid, Choice::Abstain]);
    let ids = || {
        h.fresh
            .db
            .read_now(move |c| {
                c.all("SELECT id FROM ballot WHERE vote_id = :vote", args! { vote: vote }, |r| r.get::<i64>(0))
            })
            .unwrap()
    };
    let before = ids();
    h.act(h.kora, move |tx, by| decisions::close_now(tx, by, vote)).unwrap();
    let after = ids();
    assert_eq!((before.len(), after.len()), (6, 6));
    assert!(before.iter().all(|id| !after.contains(id)), "numbers stayed");
    assert_eq!(h.result(vote).1, Some(true));
    h.get(Some(h.voter(1)), &format!("/wahlen/{vote}"))
        .says(&["Ungültige Stimmen"])
        .hides(&["Namentliches", "Person2"]);
}

#[test]
fn fewer_than_five_covert_votes_are_never_shown_and_fewer_than_five_entitled_never_asked() {
    let h = house(&Plan::default());
    let vote = h.open(|new| new.grade = Grade::Covert);
    cast_all(&h, vote, &[Choice::Yes, Choice::Yes, Choice::Yes, Choice::No]);
    h.act(h.kora, move |tx, by| decisions::close_now(tx, by, vote)).unwrap();
    let (state, holds, verdict) = h.result(vote);
    assert_eq!((state.as_str(), holds), ("void", None), "{verdict}");
    assert_eq!(h.count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote", vote), 0);
    h.get(Some(h.voter(1)), &format!("/wahlen/{vote}")).is(200).hides(&["<dt>Ja</dt>"]);
    let small = house(&Plan { seats: 4, ..Plan::default() });
    let refused = small.act(small.kora, {
        let network = small.network;
        move |tx, by| {
            let mut new = decisions::NewVote::motion("Frage", Level::Network);
            (new.grade, new.closes_at) = (Grade::Covert, Some(tx.now().plus_seconds(86_400)));
            let id = decisions::prepare(tx, by, network, &new)?;
            decisions::announce(tx, by, id, BASE)
        }
    });
    assert!(matches!(refused, Err(Error::Rule(_))), "{refused:?}");
}

#[test]
fn sending_the_same_ballot_five_times_counts_once_and_nothing_is_changed_after() {
    let h = house(&Plan::default());
    for grade in [Grade::Open, Grade::Covert] {
        let vote = h.open(|new| new.grade = grade);
        let path = format!("/wahlen/{vote}/stimmzettel");
        h.vote(1, vote, &Choice::Yes).is(303);
        let unit = h
            .fresh
            .db
            .read_now(move |c| {
                c.count("SELECT id FROM entitlement WHERE vote_id = :vote AND number = 1", args! { vote: vote })
            })
            .unwrap();
        for choice in ["yes", "yes", "no", "abstain"] {
            h.post(h.voter(1), &path, &[("unit", &unit.to_string()), ("choice", choice), ("tat", "abgeben")]).is(303);
        }
        assert_eq!(h.count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote AND choice = 'yes'", vote), 1);
        assert_eq!(h.count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote", vote), 1);
        assert_eq!(h.count("SELECT turnout FROM vote WHERE id = :vote", vote), 1);
    }
}

#[test]
fn two_people_of_one_post_at_the_same_instant_cast_one_vote() {
    let h = house(&Plan::default());
    let (_, post, first) = h.seats[0];
    let second = h.seats[1].2;
    h.fresh
        .db
        .write_now(move |tx| {
            let operator = kernel::Actor { operator: true, ..kernel::Actor::default() };
            people::record_tenure(
                tx,
                &operator,
                &NewTenure { rank: 2, ..NewTenure::holder(post, second, day("2020-01-01")) },
            )
        })
        .unwrap();
    let vote = h.open(|_| {});
    let unit = h
        .fresh
        .db
        .read_now(move |c| {
            c.one(
                "SELECT e.id FROM entitlement e WHERE e.vote_id = :vote AND e.number = 1",
                args! { vote: vote },
                |r| r.get(0),
            )
        })
        .unwrap();
    let try_as = |person: kernel::Id<people::Person>| {
        let db = h.fresh.db.clone();
        std::thread::spawn(move || {
            db.write_now(move |tx| {
                let by = rights::load(tx, person.raw(), tx.today(), None)?;
                decisions::cast(tx, &by, vote, &Casting { unit, choice: Choice::Yes })
            })
        })
    };
    let done = [try_as(first), try_as(second)].map(|thread| thread.join().unwrap());
    assert_eq!(done.iter().filter(|d| d.is_ok()).count(), 1, "{done:?}");
    assert!(done.iter().any(|d| matches!(d, Err(Error::Rule(r)) if r.de.contains("schon abgegeben"))), "{done:?}");
    assert_eq!(h.count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote", vote), 1);
}

#[test]
fn case_12_two_of_one_office_who_disagree_cast_nothing_and_count_as_an_abstention() {
    let h = house(&Plan {
        template: "conference",
        change: |mut rules| {
            rules.votes.casting.value = decisions::rules::Casting::Together;
            rules.votes.unit.value = decisions::rules::Unit::Post;
            rules.votes.secret.value = decisions::rules::Trigger::Never;
            rules.quorum.base.value = decisions::rules::QuorumBase::None;
            rules
        },
        ..Plan::default()
    });
    let (_, post, _) = h.seats[0];
    let second = h.nora;
    h.fresh
        .db
        .write_now(move |tx| {
            let operator = kernel::Actor { operator: true, ..kernel::Actor::default() };
            people::record_tenure(
                tx,
                &operator,
                &NewTenure { rank: 2, ..NewTenure::holder(post, second, day("2020-01-01")) },
            )
        })
        .unwrap();
    let vote = h.open(|_| {});
    let path = format!("/wahlen/{vote}/stimmzettel");
    let cast = |who, choice: &str| {
        let unit = h.get(Some(who), &path).hidden("unit");
        h.post(who, &path, &[("unit", &unit), ("choice", choice), ("tat", "abgeben")]).is(303);
    };
    cast(h.voter(1), "yes");
    cast(h.nora, "no");
    for n in 2..=4 {
        cast(h.voter(n), "yes");
    }
    h.act(h.kora, move |tx, by| decisions::close_now(tx, by, vote)).unwrap();
    let seen = h.get(Some(h.voter(2)), &format!("/wahlen/{vote}"));
    seen.says(&["uneinig, zählt als Enthaltung", "davon uneinig"]);
    let sum: String = h
        .fresh
        .db
        .read_now(move |c| c.one("SELECT counted FROM vote WHERE id = :vote", args! { vote: vote }, |r| r.get(0)))
        .unwrap();
    assert!(sum.contains("\"yes\":3") && sum.contains("\"abstain\":1") && sum.contains("\"disagreed\":1"), "{sum}");
}

#[test]
fn the_holder_changes_while_a_vote_is_open_and_the_successor_casts_the_vote_of_the_post() {
    let h = house(&Plan::default());
    let vote = h.open(|_| {});
    let path = format!("/wahlen/{vote}/stimmzettel");
    let (_, post, old) = h.seats[0];
    let new = h.nora;
    h.get(Some(new), &path).is(404);
    h.fresh
        .db
        .write_now(move |tx| {
            let operator = kernel::Actor { operator: true, ..kernel::Actor::default() };
            let tenure = people::list_tenures_of_posts(tx, &[post])?.remove(0);
            people::end_tenure(tx, &operator, tenure.id, tx.today())?;
            people::record_tenure(tx, &operator, &NewTenure::holder(post, new, tx.today()))
        })
        .unwrap();
    h.get(Some(old), &path).is(404);
    let unit = h.get(Some(new), &path).is(200).hidden("unit");
    h.post(new, &path, &[("unit", &unit), ("choice", "no"), ("tat", "abgeben")]).is(303);
    // The roll is as it was frozen: seven units, each once.
    assert_eq!(h.count("SELECT COUNT(*) FROM entitlement WHERE vote_id = :vote", vote), 7);
    assert_eq!(h.count("SELECT COUNT(*) FROM entitlement WHERE vote_id = :vote AND casts = 1", vote), 1);
}

#[test]
fn a_mailbox_several_read_votes_for_nobody() {
    let h = house(&Plan::default());
    let vote = h.open(|_| {});
    let path = format!("/wahlen/{vote}/stimmzettel");
    let unit = h.get(Some(h.voter(1)), &path).hidden("unit");
    let sent = h.send(format!("{}s", h.voter(1)), &path, &[("unit", &unit), ("choice", "yes"), ("tat", "abgeben")]);
    sent.is(403).says(&["Über ein Postfach, das mehrere lesen, kann niemand abstimmen."]);
    assert_eq!(h.count("SELECT COUNT(*) FROM cast_mark WHERE vote_id = :vote", vote), 0);
}
