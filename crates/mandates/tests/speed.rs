//! How long the two asked-for things take: the picture of 300 stages, and who spoke for a network on a day among 100,000
//! occupancies. Both are printed in CPU time of the thread where the system tells it; `cargo test --release` holds them to
//! the plan, a build for tests only to an end.
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
mod support;

use std::time::{Duration, Instant};

use common::{act, day};
use db::args;

/// Milliseconds a build for release may take.
const PLAN: u32 = 5;

fn most() -> Duration {
    Duration::from_millis(u64::from(if cfg!(debug_assertions) { 1_000 * PLAN } else { PLAN }))
}

/// How long this thread was on a processor; since the process began where the system does not say.
fn cpu() -> Duration {
    static BEGUN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|t| t.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| BEGUN.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}

/// What one of many takes, without the first few. The system counts in ticks, so they are measured together.
fn each(mut once: impl FnMut(i32)) -> Duration {
    (0..6).for_each(&mut once);
    let begun = cpu();
    (6..106).for_each(&mut once);
    cpu().saturating_sub(begun) / 100
}

#[test]
fn a_picture_of_300_stages_is_drawn_in_time() {
    use pictures::{
        About,
        ways::{Link, Place, Seat, State, Ways, draw},
    };
    // Six stages of fifty bodies, each with a seat two of the stage before send into.
    let place = |n: usize| Place {
        title: format!("Gremium Nummer {n} der Region"),
        subtitle: "37 Sitze, 36 besetzt".into(),
        state: State::Ok,
        state_label: String::new(),
        seats: Vec::new(),
        href: Some(format!("/gremien/{n}/mandate")),
    };
    let mut ways = Ways {
        about: About {
            id: "ketten".into(),
            title: "Wer für wen spricht".into(),
            description: "Von Regionale AG nach Beirat. An einer Stelle hält die Kette nicht.".into(),
            table_caption: "Wer für wen spricht".into(),
            table_head: ["Gremium", "Wer", "Entsandt von", "Stand", "Letzter Bericht"].map(str::to_owned).to_vec(),
        },
        places: (0..300).map(place).collect(),
        links: Vec::new(),
    };
    for n in 50..300 {
        let from = n - 50;
        ways.links.push(Link { from, to: n, label: "entsendet".into() });
        ways.links.push(Link { from: from / 50 * 50 + (from + 7) % 50, to: n, label: "entsendet".into() });
        ways.places[n].seats.push(Seat {
            sender: from,
            who: "Anna Albers".into(),
            sent_by: format!("entsandt von Gremium Nummer {from} der Region"),
            state: [State::Ok, State::Vacant, State::Broken][n % 3],
            state_label: "Amtszeit abgelaufen am 31. Dezember 2027".into(),
            note: "Bericht vom 5. November 2026".into(),
            href: Some(format!("/mandate/{n}")),
            note_href: Some(format!("/rueckberichte/{n}")),
        });
    }
    let mut bytes = 0;
    let took = each(|_| bytes = draw(&ways).figure("", "Als Tabelle").len());
    println!("chains: 300 stages in one picture of {bytes} bytes, drawn in {took:?}");
    assert_eq!(draw(&ways).marks(), 300);
    assert!(bytes > 100_000 && took <= most(), "{took:?}");
}

#[test]
fn who_spoke_for_us_on_a_day_is_found_among_100_000_occupancies_in_time() {
    let s = support::one();
    let w = s.w;
    let (seats, terms) = (5_000_i64, 20_i64);
    // 250 bodies of others with 20 seats each and twenty terms of two years on each seat; one of them is ours.
    let ours = act(&s.fresh, w.kora, move |tx, _| {
        tx.silent("a world to measure in");
        for n in 0..seats {
            let (id, of) = (10_000_000 + n, 20_000_000 + n / 20);
            if n % 20 == 0 {
                tx.exec(
                    "INSERT INTO body (id, network_id, kind, slug, name, sort_name, level, roster_level, from_day) VALUES (:id, :network, 'outside', :slug, :name, :slug, 2, 2, '1980-01-01')",
                    args! { id: of, network: if n < 20 { w.rag } else { w.verband }, slug: format!("fern-{of}"), name: format!("Fernes Gremium {of}") },
                )?;
            }
            tx.exec(
                "INSERT INTO seat (id, body_id, number, kind, voice, votes, source_body_id, from_day) VALUES (:id, :body, :number, 'delegated', 'advisory', 0, :source, '1980-01-01')",
                args! { id: id, body: of, number: n % 20 + 1, source: if n < 20 { w.gma } else { w.verband } },
            )?;
            for term in 0..terms {
                let year = 1986 + 2 * term;
                let person = if (n + term) % 2 == 0 { w.anna } else { w.dora };
                tx.exec(
                    "INSERT INTO occupancy (id, seat_id, person_id, basis, mandate, status, grain, from_day, until_day) VALUES (:id, :seat, :person, 'delegation', 'free', 'confirmed', 'day', :from, :until)",
                    args! { id: 30_000_000 + n * terms + term, seat: id, person: person, from: format!("{year}-01-01"), until: format!("{}-01-01", year + 2) },
                )?;
            }
        }
        Ok(w.rag)
    })
    .unwrap();
    assert!(s.count("SELECT COUNT(*) FROM occupancy") > 100_000);
    let ask = move |c: &db::Conn| {
        let actor = rights::load(c, w.anna.raw(), c.today(), None)?;
        // Each of another day, so that nothing is remembered.
        let took = each(|n| {
            let on = day("2011-03-01").plus_days(n);
            let found = networks::delegations(c, &actor, ours, on, networks::soon_after(on)).unwrap();
            assert_eq!(found.iter().filter(|d| d.seat.first().is_some()).count(), 20, "one on each of our seats");
        });
        Ok(took)
    };
    let took = s.fresh.db.read_now(ask).unwrap();
    println!("who spoke for us on a day, among 100,000 occupancies: {took:?}");
    assert!(took <= most(), "{took:?}");
}
