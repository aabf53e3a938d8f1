//! The world of the demo holds what the product says of its nine networks.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod seen;

use db::args;
use kernel::Day;
use seen::{count, read, world};

/// Seats of a body that somebody of rank sits on today.
const FILLED: &str = "SELECT COUNT(*) FROM seat s JOIN body b ON b.id = s.body_id WHERE b.slug = :slug AND s.kind = :kind AND s.voice = 'voting' AND s.from_day <= :day AND s.until_day > :day \
     AND EXISTS (SELECT 1 FROM sits v WHERE v.seat_id = s.id AND v.from_day <= :day AND v.until_day > :day AND v.capacity IN ('self', 'holder', 'acting', 'representative'))";
const SEATS: &str = "SELECT COUNT(*) FROM seat s JOIN body b ON b.id = s.body_id WHERE b.slug = :slug AND s.kind = :kind AND s.voice = 'voting' AND s.from_day <= :day AND s.until_day > :day";

fn seats(slug: &str, kind: &str) -> (i64, i64) {
    let args = || args! { slug: slug, kind: kind, day: testkit::TODAY };
    (count(SEATS, args()), count(FILLED, args()))
}

#[test]
fn the_ground_is_the_real_one() {
    let municipalities = "SELECT COUNT(*) FROM territory WHERE level = 'municipality' AND ags LIKE :key";
    assert_eq!(count(municipalities, args! { key: "05%" }), 396);
    let region: i64 =
        ["05334%", "05358%", "05366%", "05370%"].iter().map(|key| count(municipalities, args! { key: *key })).sum();
    assert_eq!(region, 46);
    assert_eq!(count("SELECT COUNT(*) FROM territory WHERE level = 'district'", args! {}), 31);
    assert_eq!(
        count("SELECT COUNT(*) FROM territory WHERE level = 'municipality' AND ags LIKE '05%000'", args! {}),
        22
    );
    assert_eq!(count("SELECT COUNT(*) FROM territory WHERE level = 'land'", args! {}), 16);
    let lost = "SELECT COUNT(*) FROM territory t WHERE t.level IN ('municipality', 'district', 'region', 'land') AND t.parent_id IS NULL";
    assert_eq!(count(lost, args! {}), 0);
    assert_eq!(
        count(
            "SELECT COUNT(*) FROM territory t JOIN territory p ON p.id = t.parent_id WHERE t.ags = '05334002' AND p.ags = '05334'",
            args! {}
        ),
        1
    );
    assert_eq!(count("SELECT COUNT(*) FROM post WHERE legal_basis IS NOT NULL", args! {}), 375);
}

#[test]
fn the_networks_have_the_members_the_product_says() {
    assert_eq!(count("SELECT COUNT(*) FROM body WHERE kind = 'network'", args! {}), 10);
    assert_eq!(seats("ak-staedteregion", "post"), (11, 10));
    assert_eq!(seats("rag-aachen", "post"), (38, 37));
    assert_eq!(seats("gma", "elected"), (8, 8));
    assert_eq!(seats("frauennetzwerk", "organisation"), (60, 60));
    let (lag, held) = seats("lag-nrw", "post");
    assert_eq!((lag, lag - held), (370, 12));
    assert_eq!(seats("sprecherinnen", "elected"), (8, 8));
    assert_eq!(seats("staedtetag-nrw", "post"), (39, 39));
    assert_eq!(seats("bag", "organisation"), (16, 16));
    assert_eq!(seats("diversity", "organisation"), (31, 31));
    assert_eq!(seats("lsbtiq-nrw", "personal"), (24, 24));
    assert_eq!(seats("rueckhalt", "personal"), (5, 5));
    let open = "SELECT COUNT(*) FROM body b JOIN body n ON n.id = b.network_id WHERE n.slug = 'frauennetzwerk' AND b.kind = 'committee' AND b.open_to_non_members";
    assert_eq!(count(open, args! {}), 7);
    let quarters = "SELECT COUNT(DISTINCT s.source_territory_id) FROM seat s JOIN body b ON b.id = s.body_id WHERE b.slug = 'gma' AND s.kind = 'elected' AND s.voice = 'voting'";
    assert_eq!(count(quarters, args! {}), 5);
    assert_eq!(count("SELECT COUNT(*) FROM topic", args! {}), 25);
    assert_eq!(
        count(
            "SELECT COUNT(*) FROM body WHERE kind = 'network' AND (purpose = '' OR purpose_en IS NULL OR mail IS NULL OR short_name IS NULL)",
            args! {}
        ),
        0
    );
}

#[test]
fn the_vacant_post_has_a_functional_mailbox() {
    let vacant = "SELECT p.mail FROM post p JOIN territory t ON t.id = p.territory_id WHERE t.ags = '05334008'";
    let vacant =
        vacant.replace("p.territory_id", "(SELECT o.territory_id FROM organisation o WHERE o.id = p.organisation_id)");
    let mail: Option<Option<String>> = read(move |conn| conn.find(&vacant, args! {}, |r| r.get(0)));
    assert_eq!(mail.flatten().as_deref(), Some("gleichstellung@baesweiler.example.org"));
}

#[test]
fn every_address_is_reserved_and_every_name_is_used_once() {
    for (table, column) in [
        ("organisation", "mail"),
        ("post", "mail"),
        ("tenure", "mail"),
        ("body", "mail"),
        ("person", "private_mail"),
        ("account", "mail"),
        ("mail_out", "address"),
    ] {
        let sql =
            format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL AND {column} NOT LIKE '%example.org'");
        let found: Vec<String> = read(move |conn| conn.all(&sql, args! {}, |r| r.get(0)));
        assert!(found.is_empty(), "{table}: {found:?}");
    }
    assert_eq!(
        count(
            "SELECT COUNT(*) FROM (SELECT given, family FROM person GROUP BY given, family HAVING COUNT(*) > 1) x",
            args! {}
        ),
        0
    );
    assert_eq!(
        count("SELECT COUNT(*) FROM (SELECT mail FROM post GROUP BY mail HAVING COUNT(*) > 1) x", args! {}),
        0,
        "no two towns share a mailbox"
    );
    assert!(count("SELECT COUNT(*) FROM person", args! {}) > 700);
}

#[test]
fn a_database_with_data_is_left_alone() {
    let fresh = testkit::sqlite();
    fresh
        .db
        .write_now(|tx| {
            tx.silent("a test");
            tx.set("site.name", "Unser Netz")
        })
        .unwrap();
    assert!(matches!(demo::build(&fresh.db), Err(kernel::Error::Rule(_))));
    assert!(!fresh.db.read_now(demo::is_demo).unwrap());
    assert!(read(demo::is_demo));
    assert!(matches!(demo::build(&world().db), Err(kernel::Error::Rule(_))), "and a demo is not built twice");
    assert_eq!(world().clock.today(), Day::literal(testkit::TODAY), "the clock stands where it stood");
}

#[test]
fn its_letters_lead_to_where_it_is_reached() {
    let fresh = testkit::sqlite();
    demo::build_at(&fresh.db, "http://localhost:4711").unwrap();
    let texts = |c: &db::Conn| c.all("SELECT body_text FROM mail_out", args! {}, |r| r.get::<String>(0));
    let texts = fresh.db.read_now(texts).unwrap();
    assert!(texts.iter().any(|text| text.contains("http://localhost:4711/")), "{texts:?}");
    assert!(texts.iter().all(|text| !text.contains(":8080")), "{texts:?}");
}

#[test]
fn what_is_new_stands_out_from_what_was() {
    let from = Day::literal(demo::TODAY).plus_days(-28).at(0, 0);
    // What somebody did for herself alone, such as voting, is news to nobody else.
    let new = count("SELECT COUNT(*) FROM event WHERE at >= :from AND level < 5", args! { from: from });
    let networks = "SELECT COUNT(DISTINCT network_id) FROM event WHERE at >= :from AND network_id IS NOT NULL";
    // Nine networks decide, meet, ask, demand and report within four weeks; what was before is a multiple of it.
    let all = count("SELECT COUNT(*) FROM event WHERE level < 5", args! {});
    assert!((10..300).contains(&new) && new * 10 < all, "{new} of {all}");
    assert!(count(networks, args! { from: from }) >= 5);
    assert_eq!(count("SELECT COUNT(*) FROM event WHERE at > :now", args! { now: world().clock.now() }), 0);
}

#[test]
fn the_world_is_the_same_on_whatever_day_it_is_shown() {
    for day in ["2019-06-30", "2031-01-01"] {
        let fresh = testkit::sqlite();
        fresh.clock.set(Day::literal(day).at(8, 0));
        demo::build(&fresh.db).unwrap();
        assert_eq!(fresh.clock.today(), Day::literal(day));
        let seats = |conn: &db::Conn| conn.count("SELECT COUNT(*) FROM occupancy", args! {});
        assert_eq!(fresh.db.read_now(seats).unwrap(), read(seats), "{day}");
    }
}

#[test]
fn postgres_holds_the_same_world() {
    let Some(fresh) = testkit::postgres() else { return };
    demo::build(&fresh.db).unwrap();
    for table in [
        "territory",
        "organisation",
        "person",
        "post",
        "tenure",
        "body",
        "seat",
        "occupancy",
        "representative",
        "substitute",
        "consent",
        "edge",
        "event",
    ] {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        let there = fresh.db.read_now({
            let sql = sql.clone();
            move |conn| conn.count(&sql, args! {})
        });
        assert_eq!(there.unwrap(), read(move |conn| conn.count(&sql, args! {})), "{table}");
    }
    let names = "SELECT family || ', ' || given FROM person ORDER BY id";
    let there: Vec<String> = fresh.db.read_now(move |conn| conn.all(names, args! {}, |r| r.get(0))).unwrap();
    assert_eq!(
        there,
        read(move |conn| conn.all(names, args! {}, |r| r.get::<String>(0))),
        "the same persons in the same order"
    );
}
