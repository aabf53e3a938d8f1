//! How SQLite runs the statements of long lists: by index, never over a whole table, without building one for the while.

use db::{Args, Conn, args};
use kernel::{Actor, Day, Result, Sitting, Voice};

use super::{
    care, corrections,
    directory::hats_sql,
    mandates,
    overview::{held_sql, lean_sql, sent_sql, sitters_sql, stretches_sql},
    roster, rosters,
};

/// Lines of a plan that read a table from end to end, or build an index or filter first.
fn costly(c: &Conn, sql: &str, args: Args) -> Result<Vec<String>> {
    let lines = c.all(&format!("EXPLAIN QUERY PLAN {sql}"), args, |r| r.get::<String>(3))?;
    assert!(lines.iter().any(|l| l.contains("USING")), "a plan was read: {lines:?}");
    let bad = |l: &String| {
        (l.starts_with("SCAN ")
            && !l.starts_with("SCAN CONSTANT")
            && !l.starts_with("SCAN (")
            // What a statement has put together itself.
            && !["SCAN v", "SCAN h", "SCAN f", "SCAN g", "SCAN y"].contains(&l.as_str()))
            || l.contains("AUTOMATIC")
            || l.contains("BLOOM")
    };
    Ok(lines.into_iter().filter(bad).collect())
}

fn reader() -> Actor {
    let sitting =
        |n: i64| Sitting { seat: n, body: n, network: n, voice: Voice::Voting, office: None, substitute: false };
    Actor { person: Some(1), sits: (1..6).map(sitting).collect(), ..Actor::default() }
}

#[test]
fn no_list_reads_a_whole_table() {
    let fresh = testkit::sqlite();
    let found = fresh
        .db
        .read_now(|c| {
            let (day, a) = (Day::literal("2026-11-23"), reader());
            let one = |args: Args| rosters(&a, args.with("day", day));
            let ids: Vec<i64> = (1..20).collect();
            let statements = [
                ("sitting", roster::sitting_sql(), one(args! { body: 1 })),
                ("members", roster::members_sql(), one(args! { body: 1 })),
                ("sitting on", roster::sitting_on_sql(), one(args! { seats: ids.clone() })),
                ("organisations", roster::seats_of_organisations_sql(true), one(args! { organisations: ids.clone() })),
                ("vacant", mandates::vacant_sql(), one(args! { networks: ids.clone() })),
                ("ending", mandates::ENDING.to_owned(), one(args! { networks: ids.clone(), soon: day })),
                ("waiting", care::waiting_sql(), one(args! { networks: ids.clone() })),
                ("held", held_sql(), one(args! { body: 1 })),
                ("lean", lean_sql(), one(args! { bodies: ids.clone() })),
                ("sent", sent_sql(), one(args! { body: 1 })),
                ("sitters of bodies", sitters_sql("s.body_id IN (:bodies*)"), one(args! { bodies: ids.clone() })),
                ("sitters of seats", sitters_sql("s.id IN (:seats*)"), one(args! { seats: ids.clone() })),
                ("stretches", stretches_sql(), rosters(&a, args! { body: 1, today: day })),
                ("counts", mandates::counts_sql(), one(args! { bodies: ids.clone() })),
                ("corrections of a seat", corrections::of_seat_sql(), args! { seat: 1, posts: ids.clone() }),
                ("corrections of names", corrections::of_organisation_sql(), args! { organisation: 1 }),
                ("hats", hats_sql(true), one(args! { person: 1 })),
                ("hats ever", hats_sql(false), rosters(&a, args! { person: 1 })),
            ];
            let mut found = Vec::new();
            for (name, sql, args) in statements {
                found.extend(costly(c, &sql, args)?.into_iter().map(|line| format!("{name}: {line}")));
            }

            let scan = costly(
                c,
                "SELECT s.id FROM seat s JOIN body b ON b.id = s.body_id WHERE s.votes = :votes",
                args! { votes: 1 },
            )?;
            assert_eq!(scan, ["SCAN s"], "a scan would be seen");
            Ok(found)
        })
        .unwrap();
    assert_eq!(found, Vec::<String>::new());
}
