//! How long the two asked-for things take: the picture of 300 stages, and who spoke for a network on a day among 100,000
//! occupancies. Both are printed; a build for release is held to the figures of the plan, one for tests to ten times as much.
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
    Duration::from_millis(u64::from(if cfg!(debug_assertions) { 20 * PLAN } else { PLAN }))
}

/// The middle of many, and of the first tenth nothing.
fn middle(mut once: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..60)
        .map(|_| {
            let begun = Instant::now();
            once();
            begun.elapsed()
        })
        .skip(6)
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

#[test]
fn a_picture_of_300_stages_is_drawn_in_time() {
    use pictures::{
        About,
        chain::{Chain, Hop, State, draw},
    };
    let hop = |n: usize| Hop {
        title: format!("Gremium Nummer {n} der Region"),
        subtitle: "Anna Albers".into(),
        state: [State::Ok, State::Vacant, State::Broken][n % 3],
        state_label: "Amtszeit abgelaufen am 31. Dezember 2027".into(),
        link_label: "entsendet".into(),
        href: Some(format!("/mandate/{n}")),
    };
    let chains: Vec<Chain> = (0..50)
        .map(|c| Chain {
            about: About {
                id: format!("kette-{c}"),
                title: "Von Regionale AG nach Beirat".into(),
                description: "Regionale AG, Ausschuss, Beirat. Die Kette hält.".into(),
                table_caption: "Von Regionale AG nach Beirat".into(),
                table_head: ["Stufe", "Wer", "Stand"].map(str::to_owned).to_vec(),
            },
            hops: (0..6).map(|n| hop(c + n)).collect(),
        })
        .collect();
    let mut bytes = 0;
    let took = middle(|| bytes = chains.iter().map(|c| draw(c).figure("", "Als Tabelle").len()).sum());
    println!("chains: 50 chains of 6 stages, {bytes} bytes, drawn in {took:?}");
    assert!(bytes > 100_000 && took <= most(), "{took:?}");
}

#[test]
fn who_spoke_for_us_on_a_day_is_found_among_100_000_occupancies_in_time() {
    let s = support::one();
    let w = s.w;
    let (seats, terms) = (5_000_i64, 20_i64);
    // 250 bodies of others with 20 seats each and twenty terms of two years on each seat; one of them is ours.
    let ours = act(&s.fresh, w.kora, move |tx, _| {
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
        let begun = Instant::now();
        let found = networks::delegations(c, &actor, ours, day("2011-06-30"), networks::soon_after(day("2011-06-30")))?;
        Ok((begun.elapsed(), found.iter().filter(|d| d.seat.first().is_some()).count()))
    };
    let mut times = Vec::new();
    for _ in 0..40 {
        let (took, sat) = s.fresh.db.read_now(ask).unwrap();
        assert_eq!(sat, 20, "one on each of our seats that day");
        times.push(took);
    }
    times.sort_unstable();
    println!("who spoke for us on a day, among 100,000 occupancies: {:?}", times[20]);
    assert!(times[20] <= most(), "{:?}", times[20]);
}
