//! The world of the tests with what succession needs beside it, and the verbs as whoever may use them.

use db::Tx;
use kernel::{Actor, Day, Id, Level, Office, Result, Voice};
use networks::{
    Audience, Body, BodyForm, BodyKind, Deputed, Eligibility, EndReason, Field, NewHandover, NewOccupancy,
    NewRepresentative, NewSeat, NewSubstitute, Occupancy, Occupant, Seat, SeatKind, Status,
};
use people::{NewAbsence, NewTenure, Person, Tenure};
use testkit::Fresh;

use crate::common::{self, World, act, day, operate, read, refusal, seated, world};

/// The scene of one story.
pub struct Scene<'a> {
    /// The database.
    pub fresh: &'a Fresh,
    /// The world.
    pub w: World,
    board: Id<Body>,
    council: Id<Body>,
    speaker: Id<Seat>,
    council_seat: Id<Seat>,
    guest: Id<Seat>,
    town: Id<Seat>,
    place: Id<Seat>,
    secretary: Id<Seat>,
}

impl<'a> Scene<'a> {
    /// The world, a board whose terms do not carry over, a council two delegations away, a guest, a town that is spoken for by
    /// its post, a seat of a territory, and an office that follows a post seat. Dora and Nora let the public read their names.
    pub fn new(fresh: &'a Fresh) -> Self {
        let w = world(fresh);
        for person in [w.dora, w.nora] {
            let name = |tx: &Tx<'_>, by: &Actor| networks::give_consent(tx, by, Field::Name, Audience::Public, None);
            act(fresh, person, name).unwrap();
        }
        act(fresh, w.kora, move |tx, by| {
            let open = |f: &mut BodyForm| (f.level, f.roster_level) = (Level::Public, Level::Public);
            let board = common::body(tx, by, w.rag, BodyKind::Board, "Vorstand", |f| {
                open(f);
                f.carries_over = false;
            })?;
            let council = common::body(tx, by, w.rag, BodyKind::Outside, "Landesrat", open)?;
            let elected = NewSeat::elected(24, Eligibility::None, day("2000-01-01"));
            let (speaker, _) = seated(tx, by, board, &elected, Occupant::person(w.dora), "2025-03-10")?;
            let sent = NewSeat::delegated(w.outside, Voice::Advisory, day("2010-01-01"));
            let (council_seat, _) = seated(tx, by, council, &sent, Occupant::person(w.anna), "2025-05-01")?;
            let guest = NewSeat::new(SeatKind::Guest, day("2000-01-01"));
            let (guest, _) = seated(tx, by, w.gma, &guest, Occupant::person(w.olga), "2024-01-01")?;
            let of_town = NewSeat::new(SeatKind::Organisation, day("2000-01-01"));
            let (town, held) = seated(tx, by, w.verband, &of_town, Occupant::Organisation(w.dueren), "2020-01-01")?;
            speaks(tx, by, held, Deputed::Post(w.post_dueren), 1, "2020-01-01")?;
            let of_place = NewSeat::new(SeatKind::Territory, day("2000-01-01"));
            let (place, held) = seated(tx, by, w.rag, &of_place, Occupant::Organisation(w.eschweiler), "2020-01-01")?;
            speaks(tx, by, held, Deputed::Person(w.sina), 1, "2020-01-01")?;
            let office = NewSeat::office(Office::Secretary, SeatKind::ExOfficio, day("2000-01-01"));
            let (secretary, _) = seated(tx, by, board, &office, Occupant::Seat(w.seat_aachen), "2020-01-01")?;
            Ok((board, council, speaker, council_seat, guest, town, place, secretary))
        })
        .map(|(board, council, speaker, council_seat, guest, town, place, secretary)| Self {
            fresh,
            w,
            board,
            council,
            speaker,
            council_seat,
            guest,
            town,
            place,
            secretary,
        })
        .unwrap()
    }

    /// A seat by the word rows use for it.
    pub fn seat(&self, word: &str) -> Id<Seat> {
        match word {
            "Aachen" => self.w.seat_aachen,
            "Düren" => self.w.seat_dueren,
            "Eschweiler" => self.w.seat_eschweiler,
            "Ausschuss" => self.w.elected,
            "Vorsitz" => self.w.chair,
            "entsandt" => self.w.delegate,
            "Landesrat" => self.council_seat,
            "Verein" => self.w.seat_verein,
            "Stadt Düren" => self.town,
            "Gebiet" => self.place,
            "geboren" => self.w.born,
            "Schriftführung" => self.secretary,
            "Sprecherin" => self.speaker,
            "Gast" => self.guest,
            "offen" => self.w.seat_olga,
            "vertraulich" => self.w.seat_quinn,
            other => panic!("no seat {other}"),
        }
    }
    /// The body of that seat.
    pub fn body(&self, word: &str) -> Id<Body> {
        match word {
            "Aachen" | "Düren" | "Eschweiler" | "Vorsitz" | "Gebiet" => self.w.rag,
            "Ausschuss" | "Gast" => self.w.gma,
            "entsandt" => self.w.outside,
            "Landesrat" => self.council,
            "Sprecherin" | "Schriftführung" => self.board,
            "Verein" | "Stadt Düren" | "geboren" => self.w.verband,
            "offen" => self.w.open,
            "vertraulich" => self.w.kept,
            other => panic!("no seat {other}"),
        }
    }
    /// The network of that seat.
    pub fn network(&self, word: &str) -> Id<Body> {
        match word {
            "Verein" | "Stadt Düren" | "geboren" | "offen" => self.w.verband,
            "vertraulich" => self.w.kept,
            _ => self.w.rag,
        }
    }
    /// A person by her given name.
    pub fn person(&self, given: &str) -> Id<Person> {
        let w = &self.w;
        match given {
            "Anna" => w.anna,
            "Vera" => w.vera,
            "Dora" => w.dora,
            "Kora" => w.kora,
            "Rosa" => w.rosa,
            "Sina" => w.sina,
            "Olga" => w.olga,
            "Quinn" => w.quinn,
            "Nora" => w.nora,
            other => panic!("nobody is called {other}"),
        }
    }
    /// Acts as whoever keeps the networks.
    pub fn keep<T: Send + 'static>(&self, f: impl FnOnce(&Tx<'_>, &Actor) -> Result<T> + Send + 'static) -> T {
        act(self.fresh, self.w.kora, f).unwrap()
    }
    /// The same, where it must be refused with such a sentence.
    pub fn refused<T: Send + std::fmt::Debug + 'static>(
        &self,
        who: &str,
        sentence: &str,
        f: impl FnOnce(&Tx<'_>, &Actor) -> Result<T> + Send + 'static,
    ) {
        let said = refusal(act(self.fresh, self.person(who), f));
        assert!(said.contains(sentence), "{said}");
    }
    /// Acts as whoever runs the installation.
    pub fn run<T: Send + 'static>(&self, f: impl FnOnce(&Tx<'_>, &Actor) -> Result<T> + Send + 'static) -> T {
        operate(self.fresh, f).unwrap()
    }
    /// The occupancy of a seat today.
    pub fn held(&self, seat: &str) -> Id<Occupancy> {
        let id = self.seat(seat);
        read(self.fresh, Some(self.w.kora), move |c, a| {
            Ok(networks::seat_page(c, a, id, c.today(), c.today())?.now.unwrap().held.unwrap().occupancy)
        })
    }
    /// Hands a post over from a day on; seats whose mandate ends with it.
    pub fn hand_over(&self, tenure: Id<Tenure>, on: &'static str, to: Option<&str>, ends: &[&str]) {
        let (successor, ends) = (to.map(|p| self.person(p)), ends.iter().map(|seat| self.held(seat)).collect());
        self.keep(move |tx, by| networks::hand_over(tx, by, &NewHandover { tenure, day: day(on), successor, ends }));
    }
    /// Appoints somebody to Düren's post.
    pub fn appoint(&self, who: &str, on: &'static str, change: fn(NewTenure) -> NewTenure) {
        self.appointed(who, on, change);
    }
    /// The same, with what was made.
    pub fn appointed(&self, who: &str, on: &'static str, change: fn(NewTenure) -> NewTenure) -> Id<Tenure> {
        let new = change(NewTenure::holder(self.w.post_dueren, self.person(who), day(on)));
        self.keep(move |tx, by| networks::appoint(tx, by, &new))
    }
    /// Ends an appointment without handing over.
    pub fn leaves(&self, tenure: Id<Tenure>, on: &'static str) {
        self.keep(move |tx, by| networks::end_tenure(tx, by, tenure, day(on)));
    }
    /// Ends what a seat is held by.
    pub fn end(&self, seat: &str, on: &'static str, reason: EndReason) {
        let held = self.held(seat);
        self.keep(move |tx, by| networks::end_occupancy(tx, by, held, day(on), reason));
    }
    /// Puts somebody on a seat.
    pub fn fill(&self, seat: &str, occupant: Occupant, on: &'static str) {
        self.fill_as(seat, occupant, on, Status::Confirmed);
    }
    /// The same in another state.
    pub fn fill_as(&self, seat: &str, occupant: Occupant, on: &'static str, status: Status) -> Id<Occupancy> {
        let new = NewOccupancy::new(self.seat(seat), occupant, day(on)).status(status);
        self.keep(move |tx, by| networks::fill_seat(tx, by, &new))
    }
    /// Names who stands in for a seat.
    pub fn stands_in(&self, seat: &str, who: Deputed, moves_up: bool) {
        let (body, seat) = (self.body(seat), self.seat(seat));
        let (from, until) = (day("2025-01-01"), Day::OPEN);
        let new = NewSubstitute { body, seat: Some(seat), who, rank: 1, moves_up, from, until };
        self.keep(move |tx, by| networks::name_substitute(tx, by, &new));
    }
    /// Names who speaks on a seat.
    pub fn speaks(&self, seat: &str, who: Deputed, rank: i64, on: &'static str) {
        let held = self.held(seat);
        self.keep(move |tx, by| speaks(tx, by, held, who, rank, on));
    }
    /// Ends with a day who speaks there in that rank.
    pub fn falls_silent(&self, seat: &str, rank: i64, on: &'static str) {
        let held = self.held(seat).raw();
        self.keep(move |tx, by| {
            let sql = "SELECT id FROM representative WHERE occupancy_id = :o AND rank = :r";
            let id = tx.one(sql, db::args! { o: held, r: rank }, |r| r.get(0))?;
            networks::end_representative(tx, by, id, day(on))
        });
    }
    /// Somebody is away.
    pub fn away(&self, who: &str, from: &'static str, until: &'static str) {
        let new = NewAbsence { person: self.person(who), tenure: None, from: day(from), until: day(until) };
        self.run(move |tx, by| people::note_absence(tx, by, &new));
    }
    /// Ends the body of a seat.
    pub fn end_body(&self, seat: &str, on: &'static str) {
        let id = self.body(seat);
        self.keep(move |tx, by| {
            let body = networks::find_body(tx, by, id)?;
            networks::end_body(tx, by, id, body.version, day(on))
        });
    }
    /// Changes the body of a seat.
    pub fn edit_body(&self, seat: &str, change: fn(&mut BodyForm)) {
        let id = self.body(seat);
        self.keep(move |tx, by| {
            let body = networks::find_body(tx, by, id)?;
            let mut form = BodyForm::of(&body);
            change(&mut form);
            networks::edit_body(tx, by, id, body.version, &form)
        });
    }
}

fn speaks(tx: &Tx<'_>, by: &Actor, occupancy: Id<Occupancy>, who: Deputed, rank: i64, on: &str) -> Result<()> {
    let new = NewRepresentative { occupancy, who, rank, from: day(on), until: Day::OPEN };
    networks::name_representative(tx, by, &new).map(|_| ())
}
