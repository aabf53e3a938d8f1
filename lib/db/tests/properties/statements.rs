//! Binding by name, lists of every length, conditions, and how many texts are remembered.

use db::{Args, Condition, Conn, Value, args};
use kernel::Result;
use proptest::{collection::vec, prelude::*, test_runner::TestRunner};

use crate::store::{both, usual};

const NAMES: [&str; 6] = ["a", "b", "ab", "a_b", "v", "day2"];

/// A piece of a statement: a literal, or a parameter by name.
#[derive(Clone, Debug)]
enum Piece {
    Literal(String),
    Named(usize),
}

fn pieces() -> impl Strategy<Value = (Vec<Piece>, Vec<String>)> {
    let text = "[a-z:*'{}?$\\\\\"äß☂-]{0,8}";
    let piece = prop_oneof![text.prop_map(Piece::Literal), (0..NAMES.len()).prop_map(Piece::Named)];
    (vec(piece, 1..10), vec("\\PC{0,12}", NAMES.len()))
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[test]
fn whatever_stands_between_them_each_name_gets_its_own_value() {
    both(usual, |store| {
        let mut runner =
            TestRunner::new(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() });
        let done = runner.run(&(pieces(), any::<u64>()), |((pieces, values), order)| {
            let sql: Vec<String> = pieces
                .iter()
                .map(|p| match p {
                    Piece::Literal(text) => quoted(text),
                    Piece::Named(n) => format!("CAST(:{} AS TEXT)", NAMES[*n]),
                })
                .collect();
            let expected: String = pieces
                .iter()
                .map(|p| match p {
                    Piece::Literal(text) => text.clone(),
                    Piece::Named(n) => values[*n].clone(),
                })
                .collect();
            // The order in which they are given says nothing.
            let mut used: Vec<usize> =
                (0..NAMES.len()).filter(|n| pieces.iter().any(|p| matches!(p, Piece::Named(m) if m == n))).collect();
            if !used.is_empty() {
                let turn = usize::try_from(order % 7).unwrap() % used.len();
                used.rotate_left(turn);
            }
            let bound = used.iter().fold(Args::none(), |args, n| args.with(NAMES[*n], values[*n].as_str()));
            let sql = format!("SELECT {}", sql.join(" || "));
            let got = store
                .db
                .read_now(move |c| c.one(&sql, bound.clone(), |r| r.get::<String>(0)))
                .map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!(got, expected);
            Ok(())
        });
        done.unwrap();
    });
}

fn numbers(conn: &Conn, sql: &str, args: Args) -> Result<Vec<i64>> {
    conn.all(&format!("WITH n(x) AS (VALUES (0),(1),(2),(3),(4),(5),(1000),(9223372036854775807)) SELECT x FROM n WHERE {sql} ORDER BY x"), args, |r| r.get(0))
}

/// Ids and counts are never negative, so an empty list may stand as `IN (-1)`.
const ALL: [i64; 8] = [0, 1, 2, 3, 4, 5, 1000, i64::MAX];

#[test]
fn lists_of_every_length_are_lists() {
    both(usual, |store| {
        let lists: [Vec<i64>; 8] = [
            vec![],
            vec![1],
            vec![1, 2, 3],
            vec![3, 3, 3],
            vec![i64::MAX, 0],
            (1..=4).collect(),
            (1..=5).collect(),
            (1..=1000).collect(),
        ];
        for list in lists {
            let (ids, words) = (list.clone(), list.iter().map(ToString::to_string).collect::<Vec<_>>());
            let got = store
                .db
                .read_now(move |c| {
                    Ok([
                        numbers(c, "x IN (:ids*)", args! { ids: ids.clone() })?,
                        numbers(c, "x NOT IN (:ids*)", args! { ids: ids.clone() })?,
                        numbers(c, "CAST(x AS TEXT) IN (:words*)", args! { words: words.clone() })?,
                        numbers(c, "CAST(x AS TEXT) NOT IN (:words*)", args! { words: words.clone() })?,
                    ])
                })
                .unwrap();
            let within: Vec<i64> = ALL.into_iter().filter(|n| list.contains(n)).collect();
            let without: Vec<i64> = ALL.into_iter().filter(|n| !list.contains(n)).collect();
            assert_eq!(got, [within.clone(), without.clone(), within, without], "{} entries", list.len());
        }
    });
}

#[test]
fn the_same_text_with_other_lists_is_another_statement() {
    both(usual, |store| {
        let long = || vec![1_i64, 2, 3, 4, 5];
        let got = store
            .db
            .read_now(move |c| {
                let sql = "x IN (:few*) OR x IN (:many*)";
                let mut rows = Vec::new();
                for _ in 0..2 {
                    rows.push(numbers(c, sql, args! { few: vec![1000_i64], many: long() })?);
                    // The long one first: the same lengths, but of other names.
                    rows.push(numbers(c, sql, args! { many: vec![1000_i64], few: long() })?);
                    rows.push(numbers(c, sql, args! { many: long(), few: vec![1000_i64] })?);
                    rows.push(numbers(c, sql, args! { few: Vec::<i64>::new(), many: vec![2_i64, 3] })?);
                }
                Ok(rows)
            })
            .unwrap();
        let whole = vec![1, 2, 3, 4, 5, 1000];
        assert_eq!(got[..4], [whole.clone(), whole.clone(), whole, vec![2, 3]]);
        assert_eq!(got[..4], got[4..]);
    });
}

#[test]
fn the_same_text_for_another_reader_is_another_statement() {
    both(usual, |store| {
        let reader = |text: &str, ids: Vec<i64>| {
            Args::none().visible(Condition { text: text.to_owned(), args: vec![("v_ids", Value::Ints(ids))] })
        };
        let got = store
            .db
            .read_now(move |c| {
                let sql = "{visible:n} AND x > 0";
                let mut rows = Vec::new();
                for _ in 0..2 {
                    rows.push(numbers(c, sql, reader("{a}.x IN (:v_ids*)", vec![1]))?);
                    rows.push(numbers(c, sql, reader("{a}.x NOT IN (:v_ids*)", vec![1]))?);
                    rows.push(numbers(c, sql, reader("{a}.x IN (:v_ids*)", vec![1, 2, 3, 4, 5]))?);
                    rows.push(numbers(c, sql, reader("{a}.x IN (:v_ids*)", vec![]))?);
                    rows.push(numbers(c, sql, reader("{a}.x < 0 OR {a}.x = 4", vec![]))?);
                }
                Ok(rows)
            })
            .unwrap();
        let expected = [vec![1], vec![2, 3, 4, 5, 1000, i64::MAX], vec![1, 2, 3, 4, 5], vec![], vec![4]];
        assert_eq!((&got[..5], &got[5..]), (expected.as_slice(), expected.as_slice()));
    });
}

#[test]
fn a_name_too_many_too_few_or_twice_is_refused_each_time() {
    both(usual, |store| {
        let refused = store
            .db
            .read_now(|c| {
                let sql = "SELECT CAST(:a AS BIGINT) + CAST(:b AS BIGINT)";
                let mut refused = Vec::new();
                for _ in 0..2 {
                    assert_eq!(c.count(sql, args! { a: 1, b: 2 })?, 3);
                    assert_eq!(c.count(sql, args! { b: 2, a: 1 })?, 3);
                    for bad in [
                        args! { a: 1 },
                        args! { a: 1, c: 2 },
                        args! { a: 1, b: 2, c: 3 },
                        args! { a: 1, b: 2, a: 3 },
                        args! { a: 1, a: 2 },
                        args! {},
                        args! { a: 1, b: vec![1_i64], c: 1 },
                    ] {
                        refused.push(c.count(sql, bad).is_err());
                    }
                    let reader = || Condition { text: "{a}.x = :v_one".into(), args: vec![("v_one", Value::Int(1))] };
                    refused.push(numbers(c, "{visible:n}", args! {}).is_err());
                    refused.push(numbers(c, "{visible:n}", Args::none().visible(reader()).visible(reader())).is_err());
                    refused.push(numbers(c, "x IN (:one*)", args! { one: 1 }).is_err());
                }
                Ok(refused)
            })
            .unwrap();
        assert!(refused.len() == 20 && refused.into_iter().all(|r| r));
    });
}

#[test]
fn thousands_of_different_texts_do_not_pile_up() {
    both(usual, |store| {
        for round in 0..3 {
            store
                .db
                .read_now(move |c| {
                    for n in 0..1000 {
                        assert_eq!(c.count(&format!("SELECT CAST({n} AS BIGINT) + {round}"), args! {})?, n + round);
                    }
                    Ok(())
                })
                .unwrap();
        }
        if store.is_postgres() {
            let held = store.db.read_now(|c| c.count("SELECT COUNT(*) FROM pg_prepared_statements", args! {})).unwrap();
            assert!((1..=1100).contains(&held), "{held} statements are prepared at the server");
        }
    });
}

#[test]
fn readers_cannot_write_whatever_a_statement_says() {
    both(usual, |store| {
        store
            .db
            .write_now(|tx| {
                tx.silent("a test");
                tx.set("kept", "1")
            })
            .unwrap();
        for sql in [
            "INSERT INTO setting (name, value) VALUES ('r', 'r') RETURNING name",
            "UPDATE setting SET value = '2' WHERE name = 'kept' RETURNING name",
            "DELETE FROM setting WHERE name = 'kept' RETURNING name",
            "CREATE TABLE written (x BIGINT)",
            "DROP TABLE submission",
            "WITH gone AS (DELETE FROM setting RETURNING name) SELECT name FROM gone",
            "SELECT nextval('written')",
        ] {
            assert!(store.db.read_now(move |c| c.find(sql, args! {}, |_| Ok(()))).is_err(), "{sql}");
        }
        assert_eq!((store.get("kept").as_deref(), store.get("r")), (Some("1"), None));
    });
}
