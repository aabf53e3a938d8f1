//! How fast positions are, measured where a release build is asked for: `cargo test --release --package positions --test speed -- --ignored
//! --nocapture`. What is measured is time of the processor.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "it prints what it measured")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use std::{
    sync::{Mutex, MutexGuard},
    time::Duration,
};

use common::act;
use db::args;
use kernel::Id;
use positions::{NewAmendment, Position, Sort};
use support::{all, asks, count, number, page};

/// One measurement at a time: what is counted is what the whole process needs.
fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// What the processor did for this process so far, in all its threads (proc(5): user and system time, in hundredths of a second).
fn spent() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks: u64 = fields[11..13].iter().map(|n| n.parse::<u64>().unwrap()).sum();
    Duration::from_millis(ticks * 10)
}

/// What one of some runs takes of the processor, however many others want it; they are repeated until that is exact to a twentieth.
fn each(mut f: impl FnMut()) -> Duration {
    f();
    let (begun, mut runs) = (spent(), 0);
    loop {
        f();
        runs += 1;
        let took = spent() - begun;
        if took >= Duration::from_millis(200) {
            return took / runs;
        }
    }
}

/// Prints a figure, and holds it where the build is one that counts.
#[track_caller]
fn holds(what: &str, took: Duration, most: Duration) {
    println!("{what}: {:.1} ms, at most {} ms", took.as_secs_f64() * 1000.0, most.as_millis());
    assert!(cfg!(debug_assertions) || took <= most, "{what} takes {took:?}");
}

#[test]
#[ignore = "it measures"]
fn a_text_of_1_000_lines_with_300_amendments_is_shown_and_written_anew() {
    let _alone = alone();
    let h = all().remove(0);
    let w = h.w;
    let lines: Vec<String> =
        (0..1_000).map(|n| format!("Zeile {n}: Wir fordern mehr Plätze in jedem Kreis des Landes.")).collect();
    let text = lines[..200].join("\n\n");
    let fields = [("kind", "motion"), ("title", "Lang"), ("topic", ""), ("text", text.as_str())];
    let it = number(&h.post(w.kora, &format!("/gremien/{}/positionen/neu", w.rag), &fields));
    let id: Id<Position> = Id::new(it);
    let rest = lines.join("\n\n");
    act(&h.fresh, w.kora, move |tx, by| {
        let version = positions::find_position(tx, by, id)?.version;
        positions::rewrite(tx, by, id, version, (&rest, ""))
    })
    .unwrap();
    asks(&h, it, "2026-12-14");
    act(&h.fresh, w.dora, move |tx, by| {
        let text = positions::find_position(tx, by, id)?.text;
        let all = positions::list_paragraphs(tx, id, text)?;
        for one in all.iter().step_by(3).take(300) {
            let new = one.text.replace("jedem Kreis", "jeder Gemeinde");
            let new =
                NewAmendment { paragraph: Some(one.key), sort: Sort::Words, new, reason: String::new(), seat: None };
            positions::propose(tx, by, id, &new)?;
        }
        Ok(())
    })
    .unwrap();
    assert_eq!(count(&h, "SELECT COUNT(*) FROM position_amendment"), 300);
    for (what, path) in [
        ("page of 1,000 lines with 300 amendments", page(it)),
        ("the same, one paragraph opened", format!("{}?absatz=400", page(it))),
        ("the whole text", format!("{}?ganz=ja", page(it))),
        ("all amendments", format!("{}/aenderungen", page(it))),
        ("those that need a vote", format!("{}/aenderungen?zeigen=abstimmen&seite=5", page(it))),
    ] {
        let took = each(|| {
            h.get(Some(w.dora), &path).is(200);
        });
        holds(what, took, Duration::from_millis(20));
    }
    let mut turn = 0;
    let anew = each(|| {
        turn += 1;
        let lines: Vec<String> =
            lines.iter().map(|l| l.replace("Wir fordern", &format!("Wir fordern ({turn})"))).collect();
        let text = lines.join("\n\n");
        act(&h.fresh, w.kora, move |tx, by| {
            let version = positions::find_position(tx, by, id)?.version;
            positions::rewrite(tx, by, id, version, (&text, ""))
        })
        .unwrap();
    });
    holds("300 amendments checked on a new base", anew, Duration::from_secs(1));
}

#[test]
#[ignore = "it measures"]
fn a_register_of_20_000_positions_is_filtered_and_sorted() {
    let _alone = alone();
    let h = all().remove(0);
    let (rag, kora) = (h.w.rag, h.w.kora);
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("a world to be measured");
            tx.exec(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) \
                 INSERT INTO position (id, network_id, body_id, level, kind, title, state, text_version, year, number, mark, published_at, made_by, made_at) \
                 SELECT i, :rag, :rag, 0, 'position', 'Position ' || i, CASE WHEN i % 3 = 0 THEN 'sent' ELSE 'published' END, 1, 2000 + i % 26, i, (2000 + i % 26) || '/' || i, i, :kora, i FROM n",
                args! { rag: rag, kora: kora },
            )
            .map(drop)
        })
        .unwrap();
    let network = format!("/positionen?netzwerk={rag}&seite=600");
    for path in
        ["/positionen", "/positionen?jahr=2015", "/positionen?zustand=sent&gilt=ja", "/positionen?seite=600", &network]
    {
        for (who, name) in [(None, "the public"), (Some(h.w.dora), "a member")] {
            let took = each(|| {
                h.get(who, path).is(200);
            });
            holds(&format!("register of 20,000 positions for {name}, {path}"), took, Duration::from_millis(5));
        }
    }
}

#[test]
#[ignore = "it measures"]
fn a_motion_book_of_120_motions_is_put_together() {
    let _alone = alone();
    let h = all().remove(0);
    let rag = h.w.rag;
    let book = act(&h.fresh, h.w.kora, move |tx, by| {
        let mut all = Vec::new();
        for n in 0..120 {
            let text =
                ["Die Konferenz fordert mehr Plätze in Frauenhäusern in jedem Kreis des Landes."; 12].join("\n\n");
            let new = positions::NewPosition {
                kind: positions::Kind::Motion,
                title: format!("Antrag {n}"),
                topic: None,
                text,
            };
            all.push(positions::begin(tx, by, rag, &new)?);
        }
        let new = positions::book::NewBook { title: "Anträge".into(), day: kernel::Day::literal("2027-01-20") };
        let book = positions::book::begin_book(tx, by, rag, &new)?;
        positions::book::fill_book(tx, by, book, &all)?;
        positions::book::publish_book(tx, by, book)?;
        Ok(book)
    })
    .unwrap();
    let took = each(|| {
        h.get(Some(h.w.dora), &format!("/antragsbuecher/{book}/datei/pdf")).is(200);
    });
    holds("what a motion book of 120 motions says", took, Duration::from_secs(1));
}
