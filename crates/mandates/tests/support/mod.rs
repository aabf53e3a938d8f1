//! The small world with an advisory board into which the committee sends: Dora sits there, Anna and Dora are the committee,
//! Kora keeps the network's membership and is no part of the committee.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, reason = "each test file uses a part of it")]

use db::args;
use kernel::{Day, Id, Lang, Voice};
use mandates::{Raised, Report, Session};
use networks::{Body, BodyKind, Eligibility, NewOccupancy, NewSeat, Occupancy, Occupant, Seat};
use people::Person;

use crate::{
    common::{act, body, day, operate},
    house::{House, Seen, houses},
};

pub const BOARD_MAIL: &str = "geschaeftsstelle@beirat.example.org";

/// A house with the board.
pub struct Stage {
    pub h: House,
    /// The advisory board: a body of others.
    pub board: Id<Body>,
    /// The committee's seat there.
    pub seat: Id<Seat>,
    /// Dora's seat in the committee.
    pub dora_elected: Id<Occupancy>,
}

impl std::ops::Deref for Stage {
    type Target = House;
    fn deref(&self) -> &House {
        &self.h
    }
}

/// On SQLite alone: what is measured is measured once.
pub fn one() -> Stage {
    all().remove(0)
}

/// On SQLite, and on PostgreSQL when the environment names a server.
pub fn all() -> Vec<Stage> {
    let slices = [
        networks::slice(),
        accounts::slice(),
        tasks::slice(),
        decisions::slice(),
        positions::slice(),
        mandates::slice(),
        search::slice(),
        transfer::slice(),
    ];
    houses(&slices).into_iter().map(stage).collect()
}

fn stage(h: House) -> Stage {
    let w = h.w;
    for (person, mail) in [
        (w.anna, "anna@example.org"),
        (w.dora, "dora@example.org"),
        (w.kora, "kora@example.org"),
        (w.vera, "vera@example.org"),
        (w.quinn, "quinn@example.org"),
    ] {
        account(&h, person, mail);
    }
    let (board, seat, dora_elected) = act(&h.fresh, w.kora, move |tx, by| {
        tx.set(networks::ADDRESS, "http://localhost:8080")?;
        let board = body(tx, by, w.rag, BodyKind::Outside, "Beirat Arbeitsmarkt", |f| {
            f.level = kernel::Level::Public;
            f.roster_level = kernel::Level::Public;
            f.mail = Some(BOARD_MAIL.into());
            f.rhythm = Some("viermal im Jahr".into());
            f.purpose = "Berät über Förderung.".into();
        })?;
        let seat = networks::add_seat(tx, by, board, &NewSeat::delegated(w.gma, Voice::Advisory, day("2020-01-01")))?;
        let elected = networks::add_seat(tx, by, w.gma, &NewSeat::elected(24, Eligibility::Post, day("2000-01-01")))?;
        let dora = Occupant::person_by_post(w.dora, w.post_dueren);
        let held = networks::fill_seat(tx, by, &NewOccupancy::new(elected, dora, day("2025-03-10")))?;
        Ok((board, seat, held))
    })
    .unwrap();
    Stage { h, board, seat, dora_elected }
}

pub fn account(h: &House, person: Id<Person>, mail: &'static str) {
    operate(&h.fresh, move |tx, op| {
        accounts::open_account(tx, op, &accounts::NewAccount { person, mail, lang: Lang::De }).map(drop)
    })
    .unwrap();
}

impl Stage {
    pub fn count(&self, sql: &'static str) -> i64 {
        self.fresh.db.read_now(move |c| c.count(sql, args! {})).unwrap()
    }

    /// The fields of sending Dora.
    pub fn fields<'a>(&self, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, String)> {
        let mut all = vec![
            ("seat", self.seat.to_string()),
            ("person", self.w.dora.to_string()),
            ("from", "2026-11-01".to_owned()),
            ("until", "2028-10-31".to_owned()),
            ("decision", "Sitzung des Ausschusses".to_owned()),
            ("decision_day", "2026-10-20".to_owned()),
            ("mandate", "free".to_owned()),
            ("instruction", String::new()),
            ("report_days", "10".to_owned()),
        ];
        for (name, value) in more {
            match all.iter_mut().find(|(n, _)| n == name) {
                Some(field) => field.1 = (*value).to_owned(),
                None => all.push((name, (*value).to_owned())),
            }
        }
        all
    }

    pub fn sends(&self, who: Id<Person>, more: &[(&str, &str)]) -> Seen {
        let fields = self.fields(more);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        self.post(who, &format!("/gremien/{}/mandate/entsenden", self.board), &fields)
    }

    /// Anna sends Dora; gives the delegation.
    pub fn nominated(&self, more: &[(&str, &str)]) -> Id<Occupancy> {
        let done = self.sends(self.w.anna, more);
        done.is(303).location().rsplit('/').next().unwrap().parse().unwrap()
    }

    /// Dora is sent and confirmed.
    pub fn delegated(&self, more: &[(&str, &str)]) -> Id<Occupancy> {
        let id = self.nominated(more);
        let fields = [("day", "2026-11-10"), ("confirmed_by", "Geschäftsstelle des Beirats")];
        self.post(self.w.kora, &format!("/mandate/{id}/bestaetigen"), &fields).is(303);
        id
    }

    /// Dora enters a sitting; gives its number.
    pub fn sitting(&self, day: &str, agenda: &str) -> Id<Session> {
        let fields = [
            ("title", "4. Sitzung"),
            ("day", day),
            ("hour", "10:00"),
            ("place", "Kreishaus Düren, Raum 130"),
            ("agenda", agenda),
        ];
        let done = self.post(self.w.dora, &format!("/gremien/{}/mandate/sitzung", self.board), &fields);
        done.is(303).location().rsplit('/').next().unwrap().parse().unwrap()
    }

    /// Vera stands in for Dora.
    pub fn substitute(&self, id: Id<Occupancy>, person: Id<Person>) -> Seen {
        let fields = [("person", person.to_string()), ("from", "2026-11-01".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        self.post(self.w.anna, &format!("/mandate/{id}/vertretung"), &fields)
    }

    pub fn at(&self, day: &str, hour: i8) {
        self.fresh.clock.set(Day::literal(day).at(hour, 0));
    }

    /// Runs a daily job of that name at eight, as the worker does.
    pub fn daily(&self, name: &str, day: &str) {
        self.at(day, 8);
        let run = mandates::slice().jobs.iter().find(|j| j.name == name).unwrap().run;
        let day = day.to_owned();
        self.fresh.db.write_now(move |tx| run(tx, &day)).unwrap();
    }

    /// Dora writes the report; gives where it leads.
    pub fn reports(&self, id: Id<Occupancy>, session: Id<Session>, act: &str, more: &[(&str, &str)]) -> Seen {
        let mut fields = vec![
            ("tat", act),
            ("version", "0"),
            ("subject", "Förderung der Ausbildung"),
            ("decided", ""),
            ("contributed", ""),
            ("effects", ""),
            ("confidential", ""),
        ];
        for (name, value) in more {
            match fields.iter_mut().find(|(n, _)| n == name) {
                Some(field) => field.1 = value,
                None => fields.push((name, value)),
            }
        }
        self.post(self.w.dora, &format!("/mandate/{id}/sitzungen/{session}/bericht"), &fields)
    }

    pub fn report(&self) -> Id<Report> {
        Id::new(self.count("SELECT MAX(id) FROM mandate_report"))
    }

    pub fn raised(&self) -> Id<Raised> {
        Id::new(self.count("SELECT MAX(id) FROM raised"))
    }

    /// The letters to an address: subject without the network before it, and text. How a letter is made has a test of its own.
    pub fn letters(&self, to: &str) -> Vec<(String, String)> {
        let bare = |subject: String| subject.split_once("] ").map_or(subject.clone(), |(_, rest)| rest.to_owned());
        self.h.letters(to).into_iter().map(|(subject, text)| (bare(subject), text)).collect()
    }

    pub fn subjects(&self, to: &str) -> Vec<String> {
        self.letters(to).into_iter().map(|(subject, _)| subject).collect()
    }
}
