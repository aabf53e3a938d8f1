//! How long 10,000 objects take, and how much memory: alone in its process, so that the most it ever had is its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test stops where something is wrong, and measures"
)]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
#[path = "oparl/server.rs"]
mod server;
mod support;

use std::time::Instant;

use fetch::Reach;
use server::{Ris, meeting, page};

#[test]
fn ten_thousand_objects_are_read_and_taken_within_a_minute_and_128_mb() {
    let s = support::one();
    let ris = Ris::start();
    s.delegated(&[]);
    let at = ris.at();
    let items: Vec<String> = (0..9).map(|n| format!("Punkt {n} der Tagesordnung")).collect();
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    for n in 0..100 {
        let day = |m: usize| format!("2027-{:02}-{:02}T10:00:00+01:00", m + 1, n % 28 + 1);
        let ten: Vec<String> =
            (0..10).map(|m| meeting(&at, n * 10 + m, &format!("Sitzung {n}-{m}"), &day(m), &items, "")).collect();
        let next = (n < 99).then(|| format!("{at}/many?seite={}", n + 1));
        let here = if n == 0 { "/many".to_owned() } else { format!("/many?seite={n}") };
        ris.put(&here, &page(&ten, next.as_deref()));
    }
    let path = format!("/gremien/{}/mandate/ratsinformation", s.board);
    let (before, begun) = (peak(), Instant::now());
    s.post(s.w.dora, &path, &[("tat", "lesen"), ("url", &format!("{at}/many"))]).is(303);
    let run = format!("{} 1", s.count("SELECT id FROM oparl_source"));
    mandates::read_pages(&s.fresh.db, &run, &Reach::local()).unwrap();
    let read = begun.elapsed();
    s.get(Some(s.w.dora), &path).is(200).says(&["10000"]);
    s.post(s.w.dora, &path, &[("tat", "uebernehmen"), ("version", "1")]).is(303);
    let (all, more) = (begun.elapsed(), peak().saturating_sub(before));
    assert_eq!(
        (s.count("SELECT COUNT(*) FROM outside_session"), s.count("SELECT COUNT(*) FROM session_item")),
        (1_000, 9_000)
    );
    println!("oparl: 10,000 objects read in {read:?}, read and taken in {all:?}, {} MB more at the peak", more >> 10);
    assert!(all.as_secs() < 60, "{all:?}");
    assert!(more < 128 << 10, "{more} KB");
}

/// The most memory this process ever had, in KB; 0 where the system does not say.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.trim().split(' ').next()?.parse().ok()).unwrap_or(0)
}
