//! Personas, years and states of the demo: what its stories need is there, and what is sensitive stays within.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod seen;

use std::collections::{BTreeMap, BTreeSet};

use db::args;
use kernel::{Actor, Day, Office, Voice};
use seen::{count, read};

fn actor(slug: &'static str) -> Actor {
    read(move |conn| {
        let person = demo::persona(conn, slug)?.expect("every persona is a person");
        rights::load(conn, person.raw(), conn.today(), None)
    })
}

/// Slugs of the bodies somebody sits in, as more than a substitute.
fn hats(slug: &'static str) -> BTreeSet<String> {
    let bodies = actor(slug).sits.iter().filter(|s| !s.substitute).map(|s| s.body).collect::<Vec<_>>();
    read(move |conn| conn.all("SELECT slug FROM body WHERE id IN (:ids*)", args! { ids: bodies }, |r| r.get(0)))
        .into_iter()
        .collect()
}

fn set(slugs: &[&str]) -> BTreeSet<String> {
    slugs.iter().map(|s| (*s).to_owned()).collect()
}

#[test]
fn every_persona_has_the_hats_of_her_story() {
    let first = demo::personas().first().unwrap();
    assert_eq!(first.0, "mira");
    assert!(first.1.starts_with("Mira Kowalski"));
    let all: BTreeMap<&str, BTreeSet<String>> = demo::personas().iter().map(|(slug, _)| (*slug, hats(slug))).collect();
    assert_eq!(all.len(), 12);
    let mira = [
        "ak-staedteregion",
        "rag-aachen",
        "gma",
        "lag-nrw",
        "staedtetag-nrw",
        "sozialausschuss",
        "frauennetzwerk",
        "vorstand",
        "bag",
        "diversity",
        "lgbtqia-gleichstellung",
    ];
    assert_eq!(all["mira"], set(&mira));
    assert_eq!(all["lag"], set(&["lag-nrw"]));
    assert_eq!(all["rag"], set(&["rag-aachen", "gma", "lag-nrw", "regionalkonferenz"]));
    assert_eq!(
        all["ak"],
        set(&["ak-staedteregion", "rag-aachen", "gma", "lag-nrw", "fachkraefteinitiative", "regionalkonferenz"])
    );
    assert_eq!(all["gast"], set(&["digitalisierung"]));
    assert_eq!(all["verein"], set(&["frauennetzwerk", "arbeit", "bildungswoche", "wegweiser"]));
    assert_eq!(all["stellvertretung"], set(&["ak-staedteregion", "rag-aachen", "lag-nrw"]));
    assert_eq!(all["neu"], set(&["rag-aachen", "lag-nrw", "regionalkonferenz"]));
    assert_eq!(all["lsbtiq"], set(&["lsbtiq-nrw"]));
    assert_eq!(all["verborgen"], set(&["rueckhalt"]));
    for slug in ["ehemals", "betrieb"] {
        assert!(actor(slug).sits.is_empty(), "{slug}");
    }
    assert!(actor("betrieb").operator && !actor("mira").operator);
}

#[test]
fn the_persons_who_keep_networks_may_and_the_others_may_not() {
    let keeps = |slug, network: &'static str| {
        let id = count("SELECT id FROM body WHERE slug = :slug AND kind = 'network'", args! { slug: network });
        actor(slug).holds_office(id, &[Office::NetworkAdmin])
    };
    for (slug, network) in [
        ("ak", "ak-staedteregion"),
        ("rag", "rag-aachen"),
        ("lag", "lag-nrw"),
        ("lsbtiq", "lsbtiq-nrw"),
        ("verborgen", "rueckhalt"),
    ] {
        assert!(keeps(slug, network), "{slug}");
        assert!(!keeps("mira", network), "{network}");
    }
    assert!(!actor("gast").is_member(), "who sits in a committee only is no member");
    assert!(actor("lag").sits.iter().all(|s| s.voice == Voice::Office), "the office has no vote");
}

#[test]
fn what_is_sensitive_stays_within() {
    let kept = "SELECT COUNT(*) FROM body WHERE slug IN ('lsbtiq-nrw', 'lgbtqia-gleichstellung', 'rueckhalt') AND sensitive AND roster_level >= 2";
    assert_eq!(count(kept, args! {}), 3);
    assert_eq!(count("SELECT COUNT(*) FROM body WHERE unlisted AND level >= 2 AND NOT join_page", args! {}), 1);
    // What the public, the operator and the members of every other network may see of their seats: nothing.
    let mut readers: Vec<Actor> = vec![Actor::public()];
    readers.extend(["lag", "gast", "verein", "betrieb", "neu", "ak", "rag", "ehemals"].map(actor));
    for reader in readers {
        let seen = read(move |conn| {
            let sql = "SELECT b.slug FROM body b WHERE b.sensitive AND {visible:b}";
            conn.all(
                sql,
                args! {}.visible(rights::condition(&reader, rights::Kind::Roster, rights::Action::Read)),
                |r| r.get::<String>(0),
            )
        });
        assert!(seen.is_empty(), "{seen:?}");
    }
    // And nobody let the public know that she belongs.
    let leak =
        "SELECT COUNT(*) FROM consent c JOIN body b ON b.id = c.body_id WHERE b.sensitive AND c.audience <> 'network'";
    assert_eq!(count(leak, args! {}), 0);
    assert_eq!(
        count(
            "SELECT COUNT(*) FROM edge e JOIN body b ON b.id IN (e.from_body_id, e.to_body_id) WHERE b.unlisted",
            args! {}
        ),
        0
    );
}

#[test]
fn the_years_before_can_be_asked() {
    let sat = |slug: &'static str, day: &'static str| {
        let sql = "SELECT p.family FROM sits v JOIN person p ON p.id = v.person_id JOIN body b ON b.id = v.body_id WHERE b.slug = :slug AND v.kind = 'elected' AND v.voice = 'voting' \
             AND v.from_day <= :day AND v.until_day > :day ORDER BY p.family";
        read(move |conn| conn.all(sql, args! { slug: slug, day: day }, |r| r.get::<String>(0)))
    };
    assert_eq!(sat("gma", "2019-06-30").len(), 0, "the first election of this world was in 2020");
    assert_eq!(sat("gma", "2021-06-30").len(), 8);
    assert!(sat("gma", "2021-06-30").contains(&"Herbstzeit".to_owned()));
    assert_eq!(sat("gma", "2023-09-01").len(), 7, "between the retirement and the by-election");
    assert_eq!(sat("gma", "2025-01-01").len(), 8);
    assert!(
        sat("gma", "2025-01-01").contains(&"Zitterpappel".to_owned())
            && !sat("gma", "2026-11-23").contains(&"Zitterpappel".to_owned())
    );
    let held = |day: &'static str| {
        let sql = "SELECT p.family FROM tenure t JOIN person p ON p.id = t.person_id JOIN post o ON o.id = t.post_id JOIN organisation g ON g.id = o.organisation_id \
             WHERE g.name = 'Stadt Eschweiler' AND t.mode = 'holder' AND t.from_day <= :day AND t.until_day > :day";
        read(move |conn| conn.all(sql, args! { day: day }, |r| r.get::<String>(0)))
    };
    assert_eq!(
        (held("2023-06-30"), held("2023-07-01")),
        (vec!["Herbstzeit".to_owned()], vec!["Sonnenwirt".to_owned()])
    );
    assert!(
        count("SELECT COUNT(*) FROM tenure WHERE until_day < '2026-01-01'", args! {}) > 150,
        "many posts had somebody before"
    );
}

#[test]
fn every_state_a_seat_can_be_in_is_there() {
    let today = Day::literal(testkit::TODAY);
    let occupied = |condition: &str| {
        let sql = format!(
            "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE o.from_day <= :day AND o.until_day > :day AND s.from_day <= :day AND s.until_day > :day AND {condition}"
        );
        read(move |conn| conn.count(&sql, args! { day: today }))
    };
    assert_eq!(occupied("o.status = 'suspended'"), 1);
    assert_eq!(occupied("o.status = 'nominated'"), 1);
    assert!(occupied("o.status = 'confirmed' AND o.term_end_day <= :day AND s.kind = 'elected'") >= 2, "carried over");
    assert!(
        occupied("o.status = 'confirmed' AND o.term_end_day > :day AND o.term_end_day <= '2027-05-23'") >= 6,
        "ends soon"
    );
    assert_eq!(count("SELECT COUNT(*) FROM tenure WHERE mode = 'acting' AND until_day > '2026-11-23'", args! {}), 1);
    assert_eq!(
        count("SELECT COUNT(*) FROM absence WHERE from_day <= '2026-11-23' AND until_day > '2026-11-23'", args! {}),
        1
    );
    let deputies = count("SELECT COUNT(*) FROM tenure WHERE mode = 'deputy' AND until_day > '2026-11-23'", args! {});
    assert!((20..=35).contains(&deputies), "{deputies}");
    let broken = "SELECT COUNT(*) FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE s.kind = 'delegated' AND o.status = 'confirmed' AND o.from_day <= '2026-11-23' AND o.until_day > '2026-11-23' \
         AND NOT EXISTS (SELECT 1 FROM sits v WHERE v.person_id = o.person_id AND v.body_id = s.source_body_id AND v.from_day <= '2026-11-23' AND v.until_day > '2026-11-23')";
    assert_eq!(
        count(broken, args! {}),
        2,
        "two delegations have lost their base: near, and at the end of a chain of three"
    );
    assert_eq!(
        count(
            "SELECT COUNT(*) FROM (SELECT person_id FROM tenure WHERE mode = 'holder' AND until_day = '9999-12-31' GROUP BY person_id HAVING COUNT(*) = 2) x",
            args! {}
        ),
        1,
        "one person with two posts"
    );
    assert_eq!(
        count(
            "SELECT COUNT(*) FROM (SELECT post_id FROM tenure WHERE mode = 'holder' AND until_day = '9999-12-31' GROUP BY post_id HAVING COUNT(*) = 2) x",
            args! {}
        ),
        4,
        "shared posts"
    );
    assert_eq!(count("SELECT COUNT(*) FROM former_name WHERE organisation_id IS NOT NULL", args! {}), 1);
}

#[test]
fn positions_of_a_year_are_in_every_state_with_what_became_of_them() {
    let number = |sql| count(sql, args! {});
    for state in ["draft", "input", "vote", "adopted", "published", "sent", "answered", "closed", "dropped"] {
        assert!(count("SELECT COUNT(*) FROM position WHERE state = :state", args! { state: state }) > 0, "{state}");
    }
    // One that three other networks signed, and one that took it back.
    let three = "SELECT COUNT(*) FROM (SELECT s.position_id FROM position_signature s WHERE s.state = 'signed' GROUP BY s.position_id HAVING COUNT(*) = 3) x";
    assert_eq!(number(three), 1);
    assert_eq!(number("SELECT COUNT(*) FROM position_signature WHERE state = 'withdrawn'"), 1);
    // Two letters of one demand nobody has answered, and one success.
    let waiting = "SELECT COUNT(*) FROM position_dispatch d JOIN position p ON p.id = d.position_id WHERE p.title = 'Frauenhäuser bundesweit sichern' \
         AND d.sent_day IS NOT NULL AND d.outcome IS NULL AND NOT EXISTS (SELECT 1 FROM position_answer a WHERE a.dispatch_id = d.id)";
    assert_eq!(number(waiting), 2);
    assert_eq!(number("SELECT COUNT(*) FROM position_dispatch WHERE outcome = 'adopted'"), 1);
    // Amendments of which two concern one sentence, one recommended; a signer that is not named; what was superseded.
    assert!(number("SELECT COUNT(*) FROM position_amendment WHERE state = 'open'") >= 3);
    assert!(number("SELECT COUNT(*) FROM position_amendment WHERE advice IS NOT NULL") > 0);
    assert!(number("SELECT COUNT(*) FROM position_signature WHERE NOT named AND state = 'signed'") > 0);
    assert!(number("SELECT COUNT(*) FROM position WHERE superseded_by_id IS NOT NULL") > 0);
    // Hearings that run and went out, parties that did not answer, a book of motions, what changed somewhere.
    for state in ["open", "sent"] {
        assert!(count("SELECT COUNT(*) FROM hearing WHERE state = :state", args! { state: state }) > 0, "{state}");
    }
    assert!(number("SELECT COUNT(*) FROM questionnaire_party WHERE answered_day IS NULL") > 0);
    assert!(number("SELECT COUNT(*) FROM questionnaire_party WHERE answered_day IS NOT NULL") > 0);
    assert!(number("SELECT COUNT(*) FROM motion_entry WHERE label <> ''") >= 2);
    assert!(number("SELECT COUNT(*) FROM position_effect WHERE open") > 0);
}
