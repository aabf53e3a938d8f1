//! A house that elects: towns in several districts, a committee with elected seats, a board of two.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "each test file uses a part of it, and stops where something is wrong"
)]

use crate::house::{House, Plan, Seen, day, house_on};
use db::{Conn, args};
use decisions::{Choice, Vote, rules::RuleSet};
use kernel::{Id, Level, Office};
use networks::{Body, BodyForm, BodyKind, Eligibility, NewBody, NewSeat, Seat};

/// A network of `voters` towns with a committee of `seats` elected seats.
pub struct Hall {
    pub h: House,
    pub committee: Id<Body>,
    pub seats: Vec<Id<Seat>>,
}

pub const RULES: &str = "assembly";

/// Two years, all crosses free, the most votes elect, then a runoff, then the lot.
pub fn plain(rules: RuleSet) -> RuleSet {
    let set = |rules: RuleSet, key: &str, value: serde_json::Value| {
        rules.with(key, value, decisions::rules::Clause::new("§ 8", "Wahl")).unwrap()
    };
    let rules = set(rules, "elections.ballot", "combined".into());
    let rules = set(rules, "elections.also", serde_json::json!(["single"]));
    let rules = set(rules, "elections.eligible", "voting".into());
    let rules = set(rules, "elections.secret", "one".into());
    let rules = set(rules, "elections.first", "most".into());
    let rules = set(rules, "elections.second", "most".into());
    let rules = set(rules, "elections.third", serde_json::Value::Null);
    let rules = set(rules, "elections.tie", "lot".into());
    let rules = set(rules, "elections.stagger", "together".into());
    let rules = set(rules, "elections.balance", "none".into());
    let rules = set(rules, "elections.acceptance", serde_json::json!({"weeks": 1}));
    set(rules, "elections.term", serde_json::json!({"years": 2}))
}

pub fn change(rules: RuleSet, key: &str, value: serde_json::Value) -> RuleSet {
    rules.with(key, value, decisions::rules::Clause::new("§ 9", "Wahl")).unwrap()
}

pub fn hall(voters: usize, seats: usize, change: fn(RuleSet) -> RuleSet) -> Hall {
    hall_of(voters, seats, change, false)
}

/// The same on each database there is.
pub fn halls(voters: usize, seats: usize, change: fn(RuleSet) -> RuleSet) -> Vec<Hall> {
    let all = [Some(testkit::sqlite()), testkit::postgres()];
    all.into_iter().flatten().map(|fresh| hall_on(fresh, voters, seats, change, false)).collect()
}

pub fn hall_of(voters: usize, seats: usize, change: fn(RuleSet) -> RuleSet, sensitive: bool) -> Hall {
    hall_on(testkit::sqlite(), voters, seats, change, sensitive)
}

/// The same in a sensitive network, on each database there is.
pub fn guarded_halls(voters: usize, seats: usize, change: fn(RuleSet) -> RuleSet) -> Vec<Hall> {
    let all = [Some(testkit::sqlite()), testkit::postgres()];
    all.into_iter().flatten().map(|fresh| hall_on(fresh, voters, seats, change, true)).collect()
}

fn hall_on(
    fresh: testkit::Fresh,
    voters: usize,
    seats: usize,
    change: fn(RuleSet) -> RuleSet,
    sensitive: bool,
) -> Hall {
    let h = house_on(fresh, &Plan { seats: voters, each: 1, template: RULES, sensitive, change });
    let network = h.network;
    let (committee, made) = h
        .act(h.kora, move |tx, by| {
            let mut form = BodyForm::new("Ausschuss");
            let level = if sensitive { Level::Network } else { Level::Public };
            (form.level, form.roster_level, form.sensitive) = (level, level, sensitive);
            let committee =
                networks::add_body(tx, by, &NewBody::new(network, BodyKind::Committee, form, day("2000-01-01")))?;
            let seat = NewSeat::elected(24, Eligibility::None, day("2000-01-01"));
            let made =
                (0..seats).map(|_| networks::add_seat(tx, by, committee, &seat)).collect::<kernel::Result<_>>()?;
            Ok((committee, made))
        })
        .unwrap();
    Hall { h, committee, seats: made }
}

impl Hall {
    pub fn office(&self, office: Office) -> Id<Seat> {
        let committee = self.committee;
        self.h
            .act(self.h.kora, move |tx, by| {
                let seat =
                    NewSeat { office: Some(office), ..NewSeat::elected(24, Eligibility::None, day("2000-01-01")) };
                networks::add_seat(tx, by, committee, &seat)
            })
            .unwrap()
    }
    /// Prepares through the form; more fields go over the usual ones.
    #[track_caller]
    pub fn prepare(&self, seats: &[Id<Seat>], more: &[(&str, &str)]) -> Vec<Id<Vote>> {
        let path = format!("/gremien/{}/waehlen", self.h.network);
        let (one, two, of) = (self.h.voter(1).to_string(), self.h.voter(2).to_string(), self.committee.to_string());
        let numbers: Vec<String> = seats.iter().map(ToString::to_string).collect();
        let usual = [
            ("title", "Vertretungen im Ausschuss"),
            ("paper_kind", "combined"),
            ("way", "verdeckt"),
            ("nominations", "2026-11-24"),
            ("first", "2026-11-25"),
            ("last", "2026-12-20"),
            ("term_from", "2027-01-01"),
            ("rules_reference", "Wahlordnung vom 3. März 2025, § 4"),
            ("level", "2"),
            ("board", &one),
            ("board2", &two),
            ("fuer", &of),
        ];
        let mut fields: Vec<(&str, &str)> =
            usual.into_iter().filter(|(name, _)| !more.iter().any(|(n, _)| n == name)).collect();
        fields.extend(more.iter().copied().filter(|(_, value)| !value.is_empty()));
        fields.extend(numbers.iter().map(|n| ("seats", n.as_str())));
        self.h.post(self.h.kora, &path, &fields).is(303);
        let read = |c: &Conn| {
            c.all("SELECT id FROM vote WHERE kind = 'election' AND state = 'draft' ORDER BY id", args! {}, |r| r.get(0))
        };
        self.h.fresh.db.read_now(read).unwrap()
    }
    pub fn board(&self, n: usize, vote: Id<Vote>, deed: &str, more: &[(&str, &str)]) -> Seen {
        let mut fields = vec![("tat", deed)];
        fields.extend(more);
        self.h.post(self.h.voter(n), &format!("/wahlen/{vote}/wahlvorstand"), &fields)
    }
    pub fn both(&self, vote: Id<Vote>, deed: &str) {
        for n in [1, 2] {
            self.board(n, vote, deed, &[]).is(303);
        }
    }
    /// Puts herself forward and says something about herself.
    #[track_caller]
    pub fn stands(&self, n: usize, vote: Id<Vote>) {
        let path = format!("/wahlen/{vote}/kandidaturen");
        self.h.post(self.h.voter(n), &path, &[("tat", "selbst")]).is(303);
        let say = [("tat", "kandidieren"), ("statement", "Ich bringe mich ein.")];
        self.h.post(self.h.voter(n), &path, &say).is(303);
    }
    /// Announced, with those who stand, and opened at its time.
    #[track_caller]
    pub fn open(&self, vote: Id<Vote>, stand: &[usize]) {
        self.announce(vote);
        for n in stand {
            self.stands(*n, vote);
        }
        self.begin();
    }
    /// The day on which elections of these tests open.
    pub fn begin(&self) {
        let at = day("2026-11-25").at(9, 0);
        if self.h.now() < at {
            self.h.fresh.clock.set(at);
        }
        self.h.work();
    }
    /// Released by both, announced by the coordinator.
    #[track_caller]
    pub fn announce(&self, vote: Id<Vote>) {
        self.both(vote, "freigeben");
        self.h.post(self.h.kora, &format!("/wahlen/{vote}/leiten"), &[("tat", "ankuendigen")]).is(303);
    }
    #[track_caller]
    pub fn close_and_count(&self, vote: Id<Vote>) {
        self.both(vote, "schliessen");
        self.both(vote, "auszaehlen");
    }
    /// Number on the ballot of a voter who stands.
    pub fn number(&self, n: usize, vote: Id<Vote>) -> u32 {
        let person = self.h.voter(n);
        let read = move |c: &Conn| {
            c.one(
                "SELECT number FROM candidate WHERE vote_id = :vote AND person_id = :person",
                args! { vote: vote, person: person },
                |r| r.get::<i64>(0),
            )
        };
        u32::try_from(self.h.fresh.db.read_now(read).unwrap()).unwrap()
    }
    pub fn chosen(&self, vote: Id<Vote>, who: &[usize]) -> Choice {
        let mut numbers: Vec<u32> = who.iter().map(|n| self.number(*n, vote)).collect();
        numbers.sort_unstable();
        let on = "SELECT COUNT(*) FROM candidate WHERE vote_id = :vote AND state = 'standing'";
        if self.h.count(on, vote) == 1 { Choice::Yes } else { Choice::Chosen(numbers) }
    }
    pub fn state(&self, n: usize, vote: Id<Vote>) -> String {
        let person = self.h.voter(n);
        let read = move |c: &Conn| {
            c.one(
                "SELECT state FROM candidate WHERE vote_id = :vote AND person_id = :person",
                args! { vote: vote, person: person },
                |r| r.get(0),
            )
        };
        self.h.fresh.db.read_now(read).unwrap()
    }
    /// From when to when she has an elected seat.
    pub fn terms(&self, n: usize) -> Vec<(String, Option<String>)> {
        let person = self.h.voter(n);
        let read = move |c: &Conn| {
            c.all(
                "SELECT o.from_day, o.term_end_day FROM occupancy o WHERE o.person_id = :person AND o.basis = 'election' AND o.status = 'confirmed' ORDER BY o.from_day",
                args! { person: person },
                |r| Ok((r.get(0)?, r.get(1)?)),
            )
        };
        self.h.fresh.db.read_now(read).unwrap()
    }
    pub fn accept(&self, n: usize, vote: Id<Vote>) -> Seen {
        self.h.post(self.h.voter(n), &format!("/wahlen/{vote}/kandidaturen"), &[("tat", "annehmen")])
    }
    pub fn candidate(&self, n: usize, vote: Id<Vote>) -> String {
        let person = self.h.voter(n);
        let read = move |c: &Conn| {
            c.one(
                "SELECT id FROM candidate WHERE vote_id = :vote AND person_id = :person",
                args! { vote: vote, person: person },
                |r| r.get::<i64>(0),
            )
        };
        self.h.fresh.db.read_now(read).unwrap().to_string()
    }
}
