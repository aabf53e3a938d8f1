//! Three answers to the same question in random worlds: `allows`, the condition in SQL, and a naive reference.
//!
//! 2,000 worlds run with every test; `GEFLECHT_WORLDS=100000` runs more. A difference prints the seed of its world.
#![allow(clippy::disallowed_methods, reason = "the number of worlds is told by the environment")]

use db::{Args, Tx, args};
use kernel::{Actor, Day, Level, Scope};
use rights::{Action, Kind, allows, condition, load};

const DAYS: [&str; 5] = ["2020-01-01", "2024-06-01", "2026-11-23", "2026-11-24", "9999-12-31"];
const TODAY: &str = "2026-11-23";

/// A small generator, so that every world can be made again from its number (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }
    fn one_in(&mut self, n: u64) -> bool {
        self.roll(n) == 0
    }
    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len() as u64) as usize]
    }
    /// Mostly a period that holds today, sometimes past, future, ending today or beginning tomorrow.
    fn period(&mut self) -> (&'static str, &'static str) {
        match self.roll(8) {
            0 => (DAYS[0], DAYS[1]),
            1 => (DAYS[0], DAYS[2]),
            2 => (DAYS[3], DAYS[4]),
            3 => (DAYS[2], DAYS[3]),
            _ => (DAYS[1], DAYS[4]),
        }
    }
}

struct Body {
    id: i64,
    network: i64,
    level: i64,
    roster: i64,
    deputy_reads: bool,
    period: (&'static str, &'static str),
}
struct Seat {
    id: i64,
    body: i64,
    voice: &'static str,
    office: Option<&'static str>,
    period: (&'static str, &'static str),
}
#[derive(Clone, Copy, PartialEq)]
enum Holder {
    Post(i64),
    Organisation(i64),
    Person(i64),
    Seat(i64),
}
struct Held {
    id: i64,
    seat: i64,
    holder: Holder,
    status: &'static str,
    period: (&'static str, &'static str),
}
struct Tenure {
    post: i64,
    person: i64,
    mode: &'static str,
    period: (&'static str, &'static str),
}
struct Speaks {
    held: i64,
    post: Option<i64>,
    person: Option<i64>,
    period: (&'static str, &'static str),
}
struct Substitute {
    seat: i64,
    post: Option<i64>,
    person: Option<i64>,
    moves_up: bool,
    period: (&'static str, &'static str),
}
#[derive(Default)]
struct World {
    bodies: Vec<Body>,
    seats: Vec<Seat>,
    held: Vec<Held>,
    tenures: Vec<Tenure>,
    speaks: Vec<Speaks>,
    substitutes: Vec<Substitute>,
    absent: Vec<(i64, (&'static str, &'static str))>,
}

const PERSONS: i64 = 8;
const POSTS: i64 = 5;

fn invent(seed: u64) -> World {
    let mut d = Dice(seed);
    let mut w = World::default();
    let mut next = 100;
    let mut id = || {
        next += 1;
        next
    };
    for _ in 0..=d.roll(3) {
        let network = id();
        for n in 0..=d.roll(3) {
            let level = d.roll(4) as i64;
            let roster = level.max(d.roll(4) as i64);
            let own = if n == 0 { network } else { id() };
            w.bodies.push(Body {
                id: own,
                network,
                level,
                roster,
                deputy_reads: !d.one_in(4),
                period: if d.one_in(8) { d.period() } else { (DAYS[0], DAYS[4]) },
            });
        }
    }
    for _ in 0..3 + d.roll(9) {
        let body = d.pick(&w.bodies).id;
        let voice = *d.pick(&["voting", "voting", "advisory", "observer", "guest", "office"]);
        let office = if voice == "office" || d.one_in(4) {
            Some(*d.pick(&["chair", "speaker", "secretariat", "network_admin", "treasurer", "host"]))
        } else {
            None
        };
        w.seats.push(Seat {
            id: id(),
            body,
            voice,
            office,
            period: if d.one_in(6) { d.period() } else { (DAYS[0], DAYS[4]) },
        });
    }
    for n in 0..w.seats.len() {
        for _ in 0..d.roll(3) {
            let seat = w.seats[n].id;
            let other = d.pick(&w.seats).id;
            let holder = match d.roll(6) {
                0 | 1 => Holder::Person(1 + d.roll(PERSONS as u64) as i64),
                2 | 3 => Holder::Post(11 + d.roll(POSTS as u64) as i64),
                4 => Holder::Organisation(10),
                _ if other != seat => Holder::Seat(other),
                _ => Holder::Post(11),
            };
            let status = *d.pick(&["confirmed", "confirmed", "confirmed", "nominated", "suspended", "invited"]);
            w.held.push(Held { id: id(), seat, holder, status, period: d.period() });
        }
    }
    for _ in 0..3 + d.roll(6) {
        w.tenures.push(Tenure {
            post: 11 + d.roll(POSTS as u64) as i64,
            person: 1 + d.roll(PERSONS as u64) as i64,
            mode: ["holder", "holder", "acting", "deputy"][d.roll(4) as usize],
            period: d.period(),
        });
    }
    let organisations: Vec<i64> =
        w.held.iter().filter(|h| matches!(h.holder, Holder::Organisation(_))).map(|h| h.id).collect();
    let whom = |d: &mut Dice| {
        if d.one_in(3) {
            (Some(11 + d.roll(POSTS as u64) as i64), None)
        } else {
            (None, Some(1 + d.roll(PERSONS as u64) as i64))
        }
    };
    for held in organisations {
        let (post, person) = whom(&mut d);
        w.speaks.push(Speaks { held, post, person, period: d.period() });
    }
    for _ in 0..d.roll(4) {
        let seat = d.pick(&w.seats).id;
        let (post, person) = whom(&mut d);
        w.substitutes.push(Substitute { seat, post, person, moves_up: d.one_in(3), period: d.period() });
    }
    for _ in 0..d.roll(3) {
        w.absent.push((1 + d.roll(PERSONS as u64) as i64, d.period()));
    }
    w
}

fn write(tx: &Tx<'_>, w: &World) -> kernel::Result<()> {
    for table in ["absence", "substitute", "representative", "occupancy", "seat", "tenure", "body"] {
        tx.exec(&format!("DELETE FROM {table} WHERE 1 = 1"), args! {})?;
    }
    for b in &w.bodies {
        tx.exec(
            "INSERT INTO body (id, network_id, kind, slug, name, sort_name, level, roster_level, deputy_reads, from_day, until_day) VALUES (:id, :network, :kind, :slug, 'x', 'x', :level, :roster, :reads, :f, :u)",
            args! { id: b.id, network: b.network, kind: if b.id == b.network { "network" } else { "committee" }, slug: b.id.to_string(), level: b.level, roster: b.roster, reads: b.deputy_reads, f: b.period.0, u: b.period.1 },
        )?;
    }
    for (n, s) in w.seats.iter().enumerate() {
        tx.exec(
            "INSERT INTO seat (id, body_id, number, kind, voice, votes, office, from_day, until_day) VALUES (:id, :body, :number, :kind, :voice, :votes, :office, :f, :u)",
            args! { id: s.id, body: s.body, number: n as i64 + 1, kind: if s.voice == "guest" { "guest" } else { "personal" }, voice: s.voice, votes: i64::from(s.voice == "voting"), office: s.office, f: s.period.0, u: s.period.1 },
        )?;
    }
    for h in &w.held {
        let of = |pick: fn(Holder) -> Option<i64>| pick(h.holder);
        tx.exec(
            "INSERT INTO occupancy (id, seat_id, post_id, organisation_id, person_id, by_seat_id, basis, status, from_day, until_day) VALUES (:id, :seat, :post, :organisation, :person, :by, 'joined', :status, :f, :u)",
            args! { id: h.id, seat: h.seat, status: h.status, f: h.period.0, u: h.period.1,
            post: of(|x| if let Holder::Post(i) = x { Some(i) } else { None }), organisation: of(|x| if let Holder::Organisation(i) = x { Some(i) } else { None }),
            person: of(|x| if let Holder::Person(i) = x { Some(i) } else { None }), by: of(|x| if let Holder::Seat(i) = x { Some(i) } else { None }) },
        )?;
    }
    let mut id = 10_000;
    let mut next = || {
        id += 1;
        id
    };
    for t in &w.tenures {
        tx.exec("INSERT INTO tenure (id, post_id, person_id, mode, from_day, until_day) VALUES (:id, :post, :person, :mode, :f, :u)", args! { id: next(), post: t.post, person: t.person, mode: t.mode, f: t.period.0, u: t.period.1 })?;
    }
    for s in &w.speaks {
        tx.exec("INSERT INTO representative (id, occupancy_id, post_id, person_id, from_day, until_day) VALUES (:id, :held, :post, :person, :f, :u)", args! { id: next(), held: s.held, post: s.post, person: s.person, f: s.period.0, u: s.period.1 })?;
    }
    for s in &w.substitutes {
        let body = w.seats.iter().find(|x| x.id == s.seat).map_or(0, |x| x.body);
        tx.exec("INSERT INTO substitute (id, body_id, seat_id, post_id, person_id, rank, moves_up, from_day, until_day) VALUES (:id, :body, :seat, :post, :person, 1, :up, :f, :u)",
            args! { id: next(), body: body, seat: s.seat, post: s.post, person: s.person, up: s.moves_up, f: s.period.0, u: s.period.1 })?;
    }
    for (person, period) in &w.absent {
        tx.exec(
            "INSERT INTO absence (id, person_id, from_day, until_day) VALUES (:id, :person, :f, :u)",
            args! { id: next(), person: *person, f: period.0, u: period.1 },
        )?;
    }
    Ok(())
}

// The reference: the sentences of the design, one by one, over plain lists. It shares no code with the product.

fn now(period: (&str, &str)) -> bool {
    period.0 <= TODAY && TODAY < period.1
}

/// Whether the person sits on the seat today by herself, as (sits, as mere deputy).
fn sits(w: &World, person: i64, seat: i64) -> Vec<&'static str> {
    let mut ways = Vec::new();
    let in_post = |post: i64| {
        w.tenures.iter().filter(move |t| t.post == post && t.person == person && now(t.period)).map(|t| t.mode)
    };
    for h in w.held.iter().filter(|h| h.seat == seat && h.status == "confirmed" && now(h.period)) {
        match h.holder {
            Holder::Person(p) if p == person => ways.push("self"),
            Holder::Post(post) => ways.extend(in_post(post)),
            Holder::Organisation(_) => {
                for s in w.speaks.iter().filter(|s| s.held == h.id && now(s.period)) {
                    if s.person == Some(person) || s.post.is_some_and(|p| in_post(p).any(|m| m != "deputy")) {
                        ways.push("representative");
                    }
                }
            }
            _ => {}
        }
    }
    ways
}

/// Whether anybody of rank is there: neither absent nor only a deputy.
fn occupied(w: &World, seat: i64) -> bool {
    let away = |p: i64| w.absent.iter().any(|(who, period)| *who == p && now(*period));
    (1..=PERSONS).any(|p| !away(p) && sits(w, p, seat).iter().any(|way| *way != "deputy"))
}

fn standing_in(w: &World, person: i64, seat: i64) -> bool {
    let in_post =
        |post| w.tenures.iter().any(|t| t.post == post && t.person == person && t.mode != "deputy" && now(t.period));
    let named = |s: &&Substitute| s.person == Some(person) || s.post.is_some_and(in_post);
    let holds = |s: &&Substitute| s.seat == seat && !s.moves_up && now(s.period);
    w.substitutes.iter().filter(holds).any(|s| named(&s)) && !occupied(w, seat)
}

/// Seats the person speaks on today with all rights of the seat; `true` where an office is held too.
fn places(w: &World, person: i64) -> Vec<(i64, bool)> {
    let open = |s: &Seat| now(s.period) && w.bodies.iter().any(|b| b.id == s.body && now(b.period));
    let mut found = Vec::new();
    for s in w.seats.iter().filter(|s| open(s)) {
        let reads = w.bodies.iter().any(|b| b.id == s.body && b.deputy_reads);
        let ways = sits(w, person, s.id);
        let whole = ways.iter().any(|way| *way != "deputy") || standing_in(w, person, s.id);
        if s.voice != "guest" && (whole || ((reads || !occupied(w, s.id)) && ways.contains(&"deputy"))) {
            found.push((s.id, whole));
        }
    }
    let hangs_on = |s: &Seat, source: i64| {
        w.held.iter().any(|h| {
            h.seat == s.id
                && h.status == "confirmed"
                && now(h.period)
                && matches!(h.holder, Holder::Seat(on) if on == source)
        })
    };
    // Through a seat she only deputises for she has the seat that follows it, and not its office.
    let through: Vec<(i64, bool)> = w
        .seats
        .iter()
        .filter(|s| open(s) && s.voice != "guest")
        .flat_map(|s| found.iter().filter(|(source, _)| hangs_on(s, *source)).map(|(_, whole)| (s.id, *whole)))
        .collect();
    found.extend(through);
    found
}

fn reference(w: &World, person: Option<i64>, kind: Kind, action: Action, body: &Body) -> bool {
    let places = person.map(|p| places(w, p)).unwrap_or_default();
    let body_of =
        |seat: i64| w.seats.iter().find(|s| s.id == seat).and_then(|s| w.bodies.iter().find(|b| b.id == s.body));
    let in_body = |id: i64| places.iter().any(|(s, _)| body_of(*s).is_some_and(|b| b.id == id));
    let member_somewhere = places.iter().any(|(s, _)| body_of(*s).is_some_and(|b| b.id == b.network));
    let level = if kind == Kind::Body { body.level } else { body.roster };
    let reads =
        level == 0 || (level == 1 && member_somewhere) || (level <= 2 && in_body(body.network)) || in_body(body.id);
    let offices: &[&str] = match (kind, action) {
        (_, Action::Read) => return reads,
        (Kind::Body, Action::Edit) => &["chair", "speaker", "secretary", "secretariat", "network_admin"],
        _ => &["secretariat", "network_admin"],
    };
    let keeps = places.iter().any(|(s, whole)| {
        *whole
            && w.seats.iter().any(|x| {
                x.id == *s
                    && (x.body == body.id || x.body == body.network)
                    && x.office.is_some_and(|o| offices.contains(&o))
            })
    });
    reads && keeps
}

const ASKED: [(Kind, Action); 5] = [
    (Kind::Body, Action::Read),
    (Kind::Body, Action::Edit),
    (Kind::Body, Action::Invite),
    (Kind::Roster, Action::Read),
    (Kind::Roster, Action::Edit),
];

#[test]
fn allows_the_condition_and_the_reference_agree_in_random_worlds() {
    let worlds: u64 = std::env::var("GEFLECHT_WORLDS").ok().and_then(|n| n.parse().ok()).unwrap_or(2000);
    let fresh = testkit::sqlite();
    let (mut granted, mut refused) = (0_u64, 0_u64);
    fresh.db.write_now(move |tx| {
        tx.silent("random worlds");
        for (id, name) in (1..=PERSONS).map(|p| (p, "person")) {
            tx.exec("INSERT INTO person (id, given, family, sort_name) VALUES (:id, :name, 'x', 'x')", args! { id: id, name: name })?;
        }
        tx.exec("INSERT INTO organisation (id, kind, name, sort_name, from_day) VALUES (10, 'other', 'x', 'x', '2000-01-01')", args! {})?;
        for post in 11..11 + POSTS {
            tx.exec("INSERT INTO post (id, organisation_id, title, engagement, from_day) VALUES (:id, 10, 'x', 'full_time', '2000-01-01')", args! { id: post })?;
        }
        for seed in 0..worlds {
            let world = invent(seed);
            write(tx, &world)?;
            for person in (0..=PERSONS).map(|p| (p > 0).then_some(p)) {
                let actor = match person {
                    Some(p) => load(tx, p, Day::literal(TODAY), None)?,
                    None => Actor::public(),
                };
                // The delegation's own level: each seat as one a body far away is sent to by its network.
                let near = "SELECT m.id FROM (SELECT s.id, s.id AS seat_id, b.network_id, b.network_id AS body_id, 4 AS level FROM seat s JOIN body b ON b.id = s.body_id) m WHERE {visible:m}";
                let listed = tx.all(near, Args::none().visible(condition(&actor, Kind::Mandate, Action::Read)), |r| r.get::<i64>(0))?;
                for seat in &world.seats {
                    let network = world.bodies.iter().find(|b| b.id == seat.body).map(|b| b.network);
                    let scope = Scope { level: Level::Delegation, network, body: network, seat: Some(seat.id), owner: None };
                    // Whoever sits there or stands in, and whoever sits in the body that sends.
                    let naive = actor.sits.iter().any(|s| s.seat == seat.id && s.voice != kernel::Voice::Guest)
                        || network.is_some_and(|n| actor.sits.iter().any(|s| s.body == n && !s.substitute && s.voice != kernel::Voice::Guest));
                    let answers = (allows(&actor, Kind::Mandate, Action::Read, &scope), listed.contains(&seat.id), naive);
                    assert!(answers.0 == answers.1 && answers.1 == answers.2, "world {seed}, person {person:?}, seat {}: {answers:?}", seat.id);
                }
                for (kind, action) in ASKED {
                    let listed = tx.all("SELECT b.id FROM body b WHERE {visible:b} ORDER BY b.id", Args::none().visible(condition(&actor, kind, action)), |r| r.get::<i64>(0))?;
                    for body in &world.bodies {
                        let level = if kind == Kind::Body { body.level } else { body.roster };
                        let scope = Scope::body(Level::from_number(level), body.network, body.id);
                        let answers = (allows(&actor, kind, action, &scope), listed.contains(&body.id), reference(&world, person, kind, action, body));
                        assert!(answers.0 == answers.1 && answers.1 == answers.2, "world {seed}, person {person:?}, {kind:?} {action:?}, body {}: allows {}, sql {}, reference {}", body.id, answers.0, answers.1, answers.2);
                        if answers.0 { granted += 1 } else { refused += 1 }
                    }
                }
            }
        }
        assert!(granted > worlds * 10 && refused > worlds * 10, "the worlds say too little: {granted} granted, {refused} refused");
        Ok(())
    }).unwrap();
}
