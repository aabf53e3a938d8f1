//! Handing a post over through the router: who may, what the preview says, what changes on the day and not before.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;
#[path = "handover/next.rs"]
mod next;

use common::{day, operate};
use db::args;
use house::{House, Seen, houses};
use kernel::{Id, Lang};
use people::{NewTenure, Person};

const LAST: &str = "2026-12-31";

fn house() -> House {
    houses(&[networks::slice(), accounts::slice()]).remove(0)
}

fn path(h: &House) -> String {
    format!("/stellen/{}/uebergabe", h.w.post_aachen)
}

fn account(h: &House, person: Id<Person>, mail: &'static str) {
    operate(&h.fresh, move |tx, op| {
        accounts::open_account(tx, op, &accounts::NewAccount { person, mail, lang: Lang::De })
    })
    .unwrap();
}

/// Every row that says who has what until when.
fn facts(h: &House) -> Vec<(i64, String, String)> {
    let read = |c: &db::Conn| {
        c.all(
            "SELECT id, from_day, until_day FROM representative UNION ALL SELECT id, from_day, until_day FROM tenure UNION ALL SELECT id, until_day, COALESCE(end_reason, '') FROM occupancy ORDER BY 1",
            args! {},
            |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
        )
    };
    h.fresh.db.read_now(read).unwrap()
}

/// Runs the slice's jobs that are due, as the worker does.
fn work(h: &House) -> usize {
    let kinds = networks::slice().jobs;
    let mut done = 0;
    while let Some(job) = h.fresh.db.write_now(|tx| tx.claim_job()).unwrap() {
        let run = kinds.iter().find(|k| k.name == job.kind).expect("a job of this slice").run;
        h.fresh
            .db
            .write_now(move |tx| {
                run(tx, &job.payload)?;
                tx.settle_job(job.id, db::JobState::Done)
            })
            .unwrap();
        done += 1;
    }
    done
}

fn to_midnight(h: &House, of: &str, seconds: i64) {
    h.fresh.clock.set(day(of).at(0, 0).plus_seconds(seconds));
}

const NEW: [(&str, &str); 6] = [
    ("bis", LAST),
    ("q", ""),
    ("whom", "neu"),
    ("given", "Kim"),
    ("family", "Neumann"),
    ("mail", "kim.neumann@example.org"),
];

/// Nobody is named yet, and no name is typed.
const NOBODY: &[(&str, &str)] = &[("whom", "niemand"), ("given", ""), ("family", ""), ("mail", "")];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = NEW.iter().copied().filter(|(n, _)| !changes.iter().any(|(c, _)| c == n));
    kept.chain(changes.iter().copied()).collect()
}

/// Enters the handover of Aachen to Kim, with everything that hangs on the post; gives the page's address.
fn entered(h: &House) -> String {
    let ends = [h.w.occupancy_elected.to_string(), h.w.occupancy_delegate.to_string()];
    let sent = with(&[("ends", ends[0].as_str())]);
    let sent: Vec<(&str, &str)> = sent.into_iter().chain([("ends", ends[1].as_str())]).collect();
    h.post(h.w.kora, &path(h), &sent).is(303).location().to_owned()
}

fn kim(h: &House) -> Id<Person> {
    h.fresh.db.read_now(|c| c.one("SELECT id FROM person WHERE family = 'Neumann'", args! {}, |r| r.get(0))).unwrap()
}

#[test]
fn a_post_is_handed_over_by_its_keepers_and_left_by_its_holder() {
    let h = house();
    let there = path(&h);
    for who in [h.w.dora, h.w.nora, h.w.vera, h.w.rosa] {
        h.get(Some(who), &there).is(403);
        h.post(who, &there, &NEW).is(403);
    }
    h.get(None, &there).is(303);
    h.get(Some(h.w.kora), "/stellen/4711/uebergabe").is(404);
    h.get(Some(h.w.kora), &there).is(200).says(&["Letzter Tag", "Wer folgt? Name suchen"]);
    // She says when; who comes is entered by others.
    let own = h.get(Some(h.w.anna), &format!("{there}?bis={LAST}"));
    own.is(200).says(&["Das geht auf die Nachfolge über", "Zugang und Geräte"]).hides(&["Name suchen", "Vorname"]);
    // The way there stands where the post does, for those who may and nobody else.
    let town = format!("/organisationen/{}", h.w.aachen);
    for who in [h.w.kora, h.w.anna] {
        h.get(Some(who), &town).says(&[&there]);
    }
    for who in [Some(h.w.dora), Some(h.w.nora), None] {
        h.get(who, &town).hides(&["/uebergabe"]);
    }
    h.get(Some(h.w.kora), &format!("/sitze/{}/verwalten", h.w.seat_aachen)).says(&[&there]);
    // A post nobody has is not handed over.
    let vacant = format!("/stellen/{}/uebergabe", h.w.post_eschweiler);
    h.get(Some(h.w.kora), &vacant).is(200).says(&["hat zurzeit niemand"]);
    h.get(Some(h.w.dora), &vacant).is(403);
}

#[test]
fn the_preview_says_what_passes_what_ends_and_what_stays() {
    let h = house();
    let seen = h.get(Some(h.w.kora), &format!("{}?bis={LAST}&q=dahlke", path(&h)));
    let html = seen.is(200).main().to_owned();
    let part = |from: &str, to: &str| html.split(from).nth(1).unwrap().split(to).next().unwrap().to_owned();
    let (passes, ends) = (
        part("Das geht auf die Nachfolge über", "Das hängt an der Stelle"),
        part("Das hängt an der Stelle", "Das bleibt"),
    );
    let stays = part("Das bleibt bei der Person", "Übergabe eintragen");
    assert!(passes.contains(&format!("/sitze/{}\"", h.w.seat_aachen)), "{passes}");
    assert!(!passes.contains("Ausschuss"), "{passes}");
    assert!(
        ends.contains("Gender-Mainstreaming-Ausschuss") && ends.contains("Strukturpolitischer Ausschuss"),
        "{ends}"
    );
    assert!(stays.contains("Vorsitz") && stays.contains("Zugang und Geräte"), "{stays}");
    assert!(html.contains("Dora Dahlke"), "found by name");
    for wrong in ["", "2026-02-30", "%3Cb%3E", "9999-12-31"] {
        h.get(Some(h.w.kora), &format!("{}?bis={wrong}", path(&h)))
            .is(200)
            .says(&["Bitte nennen Sie den letzten Tag."]);
    }
}

#[test]
fn n1_6_everything_changes_on_the_day_and_nothing_before() {
    let h = house();
    account(&h, h.w.anna, "gleichstellung@stadt-aachen.example.org");
    let page = entered(&h);
    let kim = kim(&h);
    // Whoever leaves and whoever comes were written to, nobody else.
    let mails = h.all_letters();
    let to: Vec<&str> = mails.iter().map(|m| m.0.as_str()).collect();
    assert_eq!(to, ["gleichstellung@stadt-aachen.example.org", "kim.neumann@example.org"]);
    assert!(mails[0].2.contains("31. Dezember 2026") && mails[0].2.contains("/uebergaben/"), "{}", mails[0].2);
    assert!(mails[1].2.contains("/t/") && !mails[1].2.contains("Anna"), "{}", mails[1].2);

    // Her tasks; the letter; who sees the page.
    h.get(Some(h.w.anna), &page).is(200).says(&["Bis dahin zu tun", "Ohne das Postfach der Stelle einloggen", "offen"]);
    h.get(Some(h.w.kora), &page)
        .is(200)
        .says(&["vorbereitet", "Zurücknehmen", "Kim Neumann"])
        .hides(&["Bis dahin zu tun"]);
    h.get(Some(kim), &page).is(200).says(&["vorbereitet"]).hides(&["Zurücknehmen"]);
    for who in [h.w.dora, h.w.nora, h.w.vera] {
        h.get(Some(who), &page).is(404);
        for form in ["", "/pdf", "/docx"] {
            h.get(Some(who), &format!("{page}/brief{form}")).is(404);
        }
    }
    let letter = h.get(Some(h.w.anna), &format!("{page}/brief")).is(200).html.clone();
    assert!(letter.starts_with("Anna Albers gibt die Stelle") && letter.contains("- Regionale AG, Sitz"), "{letter}");
    assert!(letter.contains("- Gender-Mainstreaming-Ausschuss, Sitz 1") && !letter.contains("LSBTIQ"), "{letter}");

    // The same as a file: for print, and for Word.
    h.get(Some(h.w.anna), &page).says(&["Brief als PDF", "Brief für Word", "/brief/pdf\"", "/brief/docx\""]);
    let pdf = h.get(Some(h.w.anna), &format!("{page}/brief/pdf"));
    pdf.is(200).says(&["Anna Albers gibt die Stelle", "Kim Neumann", "Ausschuss, Sitz 1"]).hides(&["LSBTIQ"]);
    let word = h.get(Some(kim), &format!("{page}/brief/docx"));
    for (file, media) in [(&pdf, "application/pdf"), (word.is(200), papers::Format::Docx.media())] {
        assert_eq!(file.headers["content-type"], media);
        assert_eq!(file.headers["cache-control"], "no-store");
        assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("attachment; filename=\"_berg"));
    }
    h.get(Some(h.w.anna), &format!("{page}/brief/odt")).is(404);

    // The evening before, nothing has changed.
    let (seat, list) = (format!("/sitze/{}", h.w.seat_aachen), "/netzwerke/regionale-ag/personen");
    let gma = format!("/gremien/{}/verwalten", h.w.gma);
    to_midnight(&h, "2027-01-01", -1);
    h.get(Some(h.w.anna), list).is(200);
    h.get(Some(kim), list).is(403);
    assert_eq!(work(&h), 0, "the job waits for its day");
    h.get(Some(h.w.kora), &gma).says(&["Anna Albers"]);

    // At midnight, before any job ran.
    to_midnight(&h, "2027-01-01", 0);
    h.get(Some(kim), list).is(200).says(&["Kim Neumann"]);
    h.get(Some(h.w.kora), &seat).says(&["Kim Neumann"]);
    h.get(Some(h.w.kora), &gma).hides(&["Anna Albers"]);
    // The office she was elected to as herself stays hers, so she still reads; what hung on the post is gone.
    h.get(Some(h.w.anna), &format!("/sitze/{}", h.w.chair)).is(200);
    h.get(Some(h.w.kora), &format!("{seat}?stand={LAST}")).says(&["Anna Albers"]);

    // The job tells the bodies once, and names nobody.
    let before = h.all_letters().len();
    assert_eq!(work(&h), 1);
    assert_eq!(work(&h), 0);
    let told = h.all_letters().split_off(before);
    assert!(told.iter().all(|m| !m.2.contains("Anna") && !m.2.contains("Kim")), "{told:?}");
    h.get(Some(h.w.kora), &page).is(200).says(&["vollzogen"]).hides(&["Zurücknehmen"]);
    h.post(h.w.kora, &format!("{page}/zuruecknehmen"), &[]).is(422).says(&["nicht mehr zurücknehmen"]);
}

#[test]
fn mailboxes_hear_of_it_on_the_day_and_sensitive_ones_hear_nothing_more() {
    let h = house();
    let (rag, kept) = (h.w.rag, h.w.kept);
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test gives them mailboxes");
            for (body, mail) in [(rag, "rag@example.org"), (kept, "netz@example.org")] {
                tx.exec("UPDATE body SET mail = :mail WHERE id = :body", args! { body: body, mail: mail })?;
            }
            Ok(())
        })
        .unwrap();
    // Dora's post sits in the network and in the sensitive one.
    let post = h.w.post_dueren;
    common::act(&h.fresh, h.w.kora, move |tx, by| {
        let seat = networks::NewSeat::new(networks::SeatKind::Post, day("2000-01-01"));
        common::seated(tx, by, kept, &seat, networks::Occupant::Post(post), "2020-01-01")
    })
    .unwrap();
    h.post(h.w.kora, &format!("/stellen/{post}/uebergabe"), &with(NOBODY)).is(303);
    assert!(h.all_letters().is_empty());
    to_midnight(&h, "2027-01-01", 0);
    assert_eq!(work(&h), 1);
    let (open, quiet) = (h.letters("rag@example.org"), h.letters("netz@example.org"));
    assert_eq!((open.len(), quiet.len()), (1, 1));
    assert!(open[0].1.contains("Stadt Düren") && open[0].1.contains("unbesetzt"), "{open:?}");
    assert!(!quiet[0].1.contains("Düren") && !quiet[0].1.contains("LSBTIQ"), "{quiet:?}");
    h.letters_have_their_shape(&["handover"]);
}

#[test]
fn taken_back_before_the_day_everything_runs_on_as_before() {
    let h = house();
    let before = facts(&h);
    let page = entered(&h);
    assert_ne!(facts(&h), before);
    for who in [h.w.dora, h.w.nora, h.w.vera] {
        h.post(who, &format!("{page}/zuruecknehmen"), &[]).is(404);
    }
    // A second one of the same appointment has to wait.
    h.post(h.w.kora, &path(&h), &with(&[NOBODY, &[("bis", "2026-12-30")]].concat()))
        .is(422)
        .says(&["schon eine Übergabe eingetragen"]);
    h.post(h.w.kora, &format!("{page}/zuruecknehmen"), &[]).is(303);
    assert_eq!(facts(&h), before);
    h.get(Some(h.w.kora), &page).is(404);
    to_midnight(&h, "2027-01-01", 0);
    work(&h);
    h.get(Some(h.w.kora), &format!("/sitze/{}", h.w.seat_aachen)).says(&["Anna Albers"]);
    h.get(Some(h.w.anna), "/netzwerke/regionale-ag/personen").is(200);
    assert!(h.letters("rag@example.org").is_empty());
}

#[test]
fn what_was_changed_since_keeps_its_change() {
    let h = house();
    let page = entered(&h);
    // Her mandate in the committee ends earlier by her own will.
    let elected = h.w.occupancy_elected;
    common::act(&h.fresh, h.w.kora, move |tx, by| {
        networks::end_occupancy(tx, by, elected, day("2026-12-01"), networks::EndReason::Resignation)
    })
    .unwrap();
    h.post(h.w.kora, &format!("{page}/zuruecknehmen"), &[]).is(303);
    let kept = facts(&h).into_iter().find(|f| f.0 == elected.raw()).unwrap();
    assert_eq!((kept.1.as_str(), kept.2.as_str()), ("2026-12-01", "resignation"));
    // Her appointment was ended by others: then nothing is guessed.
    let again = with(NOBODY);
    let page = h.post(h.w.kora, &path(&h), &again).is(303).location().to_owned();
    let tenure = h.w.tenure_anna;
    operate(&h.fresh, move |tx, op| people::end_tenure(tx, op, tenure, day("2026-12-15"))).unwrap();
    h.post(h.w.kora, &format!("{page}/zuruecknehmen"), &[]).is(422).says(&["inzwischen etwas geändert"]);
}

#[test]
fn mandates_without_a_tick_go_on() {
    let h = house();
    let elected = h.w.occupancy_elected.to_string();
    let page = h.post(h.w.kora, &path(&h), &with(&[("ends", elected.as_str())])).is(303).location().to_owned();
    to_midnight(&h, "2027-01-01", 0);
    let delegate = format!("/sitze/{}", h.w.delegate);
    h.get(Some(h.w.kora), &delegate).says(&["Anna Albers"]);
    h.get(Some(h.w.kora), &format!("/sitze/{}", h.w.elected)).says(&["seit 1. Januar 2027 unbesetzt"]);
    let html = h.get(Some(h.w.kora), &page).main().to_owned();
    let stays = html.split("Das bleibt bei der Person").nth(1).unwrap();
    assert!(stays.contains("Strukturpolitischer Ausschuss"), "{stays}");
}

#[test]
fn a_deputy_who_succeeds_no_longer_deputises_and_a_holder_goes_on() {
    let h = house();
    let vera = format!("person-{}", h.w.vera);
    let sent = with(&[("q", "vogt"), ("whom", vera.as_str())]);
    h.post(h.w.kora, &path(&h), &sent).is(303);
    to_midnight(&h, "2027-01-01", 0);
    let town = h.get(Some(h.w.kora), &format!("/organisationen/{}", h.w.aachen));
    let posts = town.main().split("id=\"stellen\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    assert!(posts.contains("Vera Vogt") && !posts.contains("Anna") && !posts.contains("Vertretung"), "{posts}");

    // Two share Düren; one leaves, the other has it already.
    let h = house();
    let (post, nora) = (h.w.post_dueren, h.w.nora);
    operate(&h.fresh, move |tx, op| people::appoint(tx, op, &NewTenure::holder(post, nora, day("2020-01-01"))))
        .unwrap();
    let there = format!("/stellen/{post}/uebergabe");
    let choose = h.get(Some(h.w.kora), &there);
    choose.is(200).says(&["Wessen Amtszeit endet?", "Dora Dahlke", "Nora Neu"]);
    let tenure = choose.html.split("Dora Dahlke").next().unwrap().rsplit("value=\"").next().unwrap();
    let tenure = tenure.split('"').next().unwrap().to_owned();
    let nora = format!("person-{nora}");
    let sent = with(&[("tenure", tenure.as_str()), ("q", "neu"), ("whom", nora.as_str())]);
    h.post(h.w.kora, &there, &sent).is(303);
    let held = move |c: &db::Conn| c.count("SELECT COUNT(*) FROM tenure WHERE post_id = :p", args! { p: post });
    assert_eq!(h.fresh.db.read_now(held).unwrap(), 2, "no third appointment");
}

#[test]
fn two_persons_hand_over_to_each_other_on_one_day() {
    let h = house();
    let (anna, dora) = (format!("person-{}", h.w.anna), format!("person-{}", h.w.dora));
    h.post(h.w.kora, &path(&h), &with(&[("q", "dahlke"), ("whom", dora.as_str())])).is(303);
    let other = format!("/stellen/{}/uebergabe", h.w.post_dueren);
    h.post(h.w.kora, &other, &with(&[("q", "albers"), ("whom", anna.as_str())])).is(303);
    let sits = |h: &House, seat| {
        let page = h.get(Some(h.w.kora), &format!("/sitze/{seat}"));
        page.main().split("id=\"wer\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned()
    };
    assert!(sits(&h, h.w.seat_aachen).contains("Anna Albers"));
    to_midnight(&h, "2027-01-01", 0);
    assert!(sits(&h, h.w.seat_aachen).contains("Dora Dahlke") && !sits(&h, h.w.seat_aachen).contains("Anna"));
    assert!(sits(&h, h.w.seat_dueren).contains("Anna Albers") && !sits(&h, h.w.seat_dueren).contains("Dora"));
}

#[test]
fn on_the_last_day_of_a_term_nothing_ends_twice() {
    let h = house();
    // Her mandate in the committee ends with the same day by itself.
    let elected = h.w.occupancy_elected;
    common::act(&h.fresh, h.w.kora, move |tx, by| {
        networks::end_occupancy(tx, by, elected, day("2027-01-01"), networks::EndReason::Term)
    })
    .unwrap();
    let before = facts(&h).into_iter().find(|f| f.0 == elected.raw()).unwrap();
    let page = entered(&h);
    assert_eq!(facts(&h).into_iter().find(|f| f.0 == elected.raw()).unwrap(), before);
    h.post(h.w.kora, &format!("{page}/zuruecknehmen"), &[]).is(303);
    assert_eq!(facts(&h).into_iter().find(|f| f.0 == elected.raw()).unwrap(), before);
}

#[test]
fn the_last_coordination_does_not_leave_without_a_successor() {
    let h = house();
    // A network kept by Düren's post alone.
    let (post, kora) = (h.w.post_dueren, h.w.kora);
    let network = common::act(&h.fresh, kora, move |tx, by| {
        let network = common::network(tx, "Runde der Kreise", kora, |_| ())?;
        let by = rights::load(tx, by.person.unwrap(), tx.today(), None)?;
        let office =
            networks::NewSeat::office(kernel::Office::NetworkAdmin, networks::SeatKind::Post, day("2000-01-01"));
        common::seated(tx, &by, network, &office, networks::Occupant::Post(post), "2020-01-01")?;
        Ok(network)
    })
    .unwrap();
    // Kora keeps it, too; once she has left, nobody else does.
    let own = h
        .fresh
        .db
        .read_now(move |c| {
            c.one(
                "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.body_id = :b AND o.person_id = :p",
                args! { b: network, p: kora },
                |r| r.get(0),
            )
        })
        .unwrap();
    common::act(&h.fresh, kora, move |tx, by| {
        networks::end_occupancy(tx, by, own, day("2026-11-24"), networks::EndReason::Exit)
    })
    .unwrap();
    h.fresh.clock.set(day("2026-11-24").at(9, 0));
    // Only Dora may now hand her post over, and without a successor she may not.
    let (there, before) = (format!("/stellen/{post}/uebergabe"), facts(&h));
    h.get(Some(kora), &there).is(403);
    h.post(h.w.dora, &there, &[("bis", LAST), ("whom", "niemand")]).is(422).says(&["letzte Koordination"]);
    assert_eq!(facts(&h), before);
}

#[test]
fn what_does_not_fit_is_said_beside_its_field_and_nothing_is_lost() {
    let h = house();
    let before = facts(&h);
    let (kora, foreign, chair) = (format!("person-{}", h.w.kora), h.w.occupancy_verein.to_string(), "1".to_owned());
    for (changes, field) in [
        (vec![("bis", "")], "bis"),
        (vec![("bis", "2026-02-30")], "bis"),
        (vec![("bis", "2010-01-01")], "bis"),
        (vec![("bis", "2036-01-01")], "bis"),
        (vec![("whom", "")], "whom"),
        (vec![("whom", "person-1")], "whom"),
        (vec![("whom", kora.as_str()), ("q", "krings")], "whom"),
        (vec![("given", "")], "given"),
        (vec![("family", "\u{202e}x")], "family"),
        (vec![("mail", "kein-postfach")], "mail"),
        (vec![("ends", foreign.as_str())], "ends"),
        (vec![("ends", chair.as_str())], "ends"),
    ] {
        let seen: Seen = h.post(h.w.kora, &path(&h), &with(&changes));
        seen.is(422).says(&[&format!("href=\"#{field}\"")]);
        assert!(field == "bis" || seen.html.contains("Kim") || changes[0].0 == "given", "what was typed stays");
    }
    assert_eq!(facts(&h), before);
    assert!(h.all_letters().is_empty());
    let once = h.get(Some(h.w.kora), &format!("{}?bis={LAST}", path(&h))).once();
    for _ in 0..2 {
        h.post(h.w.kora, &path(&h), &with(&[("einmal", once.as_str())])).is(303);
    }
    let count = |c: &db::Conn| c.count("SELECT COUNT(*) FROM handover", args! {});
    assert_eq!(h.fresh.db.read_now(count).unwrap(), 1, "sent twice, it acts once");
}

#[test]
fn p5_rights_end_the_same_second_on_ten_thousand_ends() {
    let fresh = testkit::sqlite();
    let w = common::world(&fresh);
    let member = |fresh: &testkit::Fresh| {
        let read = move |c: &db::Conn| Ok(rights::load(c, w.dora.raw(), c.today(), None)?.is_member_of(w.rag.raw()));
        fresh.db.read_now(read).unwrap()
    };
    // Both nights on which the clocks change, in several years, and days drawn without pattern.
    let nights = ["2027-03-28", "2027-03-29", "2027-10-31", "2027-11-01", "2028-03-26", "2028-10-29", "2028-02-29"];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for n in 0..10_000_usize {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let drawn = i32::try_from((state >> 33) % 3_600).unwrap();
        let end = nights.get(n).map_or_else(|| day("2026-11-24").plus_days(drawn), |d| day(d));
        fresh
            .db
            .write_now(move |tx| {
                tx.silent("a test sets the end");
                tx.exec("UPDATE tenure SET until_day = :end WHERE id = :id", args! { id: w.tenure_dora, end: end })
            })
            .unwrap();
        let midnight = end.at(0, 0);
        fresh.clock.set(kernel::Moment::from_micros(midnight.micros() - 1));
        assert!(member(&fresh), "{end}, the last microsecond before");
        fresh.clock.set(midnight);
        assert!(!member(&fresh), "{end}, at midnight");
    }
}
