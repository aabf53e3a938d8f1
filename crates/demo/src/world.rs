//! What is known while the world is built: who and what was made under which key, and as whom the verbs are called.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap},
};

use db::Tx;
use kernel::{Actor, Day, Error, Id, Office, Result, Sitting, Voice};
use networks::{Body, NewOccupancy, NewSeat, Occupancy, Occupant, Seat, Status, Topic};
use people::{Mode, NewPerson, NewTenure, Organisation, Person, Post, Territory, TitleForm};

use crate::{
    facts::{self, field, maybe, missing, rows},
    names::Names,
};

/// Somebody with a post, from when to when.
#[derive(Clone, Copy)]
pub struct Held {
    /// Who.
    pub person: Id<Person>,
    /// In which way.
    pub mode: Mode,
    /// First day.
    pub from: Day,
    /// First day after.
    pub until: Day,
}

/// A post with everybody who had it.
pub struct Posted {
    /// The post.
    pub id: Id<Post>,
    /// Who, oldest first.
    pub held: Vec<Held>,
}

impl Posted {
    /// Who held it on a day.
    pub fn holder(&self, on: Day) -> Option<Id<Person>> {
        self.held.iter().find(|h| h.mode != Mode::Deputy && h.from <= on && on < h.until).map(|h| h.person)
    }
    /// Who held it throughout a period.
    pub fn throughout(&self, from: Day, until: Day) -> Option<Id<Person>> {
        self.held.iter().find(|h| h.mode == Mode::Holder && h.from <= from && until <= h.until).map(|h| h.person)
    }
}

/// A delegate put forward: network, seat, row of the table.
pub type Nominated = (String, Id<Seat>, Vec<&'static str>);

/// A network and who keeps its membership here.
#[derive(Clone, Copy)]
pub struct Kept {
    /// The network.
    pub network: Id<Body>,
    /// The seat of the coordination.
    pub seat: Id<Seat>,
    /// Who sits there.
    pub admin: Id<Person>,
}

/// The world as far as it stands.
pub struct World {
    /// Where the demo is reached: letters lead there.
    pub base: String,
    /// Gives the next made-up person.
    pub names: Names,
    /// Persons by key.
    pub cast: HashMap<&'static str, Id<Person>>,
    /// Territories by official key; `bund`, `region`, `rheinland`, `westfalen` have none.
    pub territories: HashMap<String, Id<Territory>>,
    /// Organisations by official key or name.
    pub organisations: HashMap<String, Id<Organisation>>,
    /// Statutory posts by the key of their municipality or district, in its order.
    pub posts: BTreeMap<String, Posted>,
    /// Networks and bodies by key.
    pub bodies: HashMap<&'static str, Id<Body>>,
    /// Delegates put forward but not confirmed: network, seat, row of the table.
    pub nominated: RefCell<Vec<Nominated>>,
    /// A seat the last of the news fills.
    pub open_seat: Option<Id<Seat>>,
    /// An election of the committee that goes from round to round.
    pub rounds: Option<crate::rounds::Rounds>,
    /// An election that will be postponed.
    pub postponed: Option<Id<decisions::Vote>>,
    /// Sources of sittings whose pages are read once the day is over.
    pub sources: Vec<Id<mandates::OparlSource>>,
    /// Letters about positions that will be answered.
    pub letters: Vec<Id<positions::Dispatch>>,
    /// Whom positions go to.
    pub offices: Vec<Id<positions::Addressee>>,
    /// A position that a newer one will replace; then one that waits for signatures.
    pub demand: Option<Id<positions::Position>>,
    /// The BAG seat of a LAG that has one contact only.
    pub land_in_bag: Option<Id<Occupancy>>,
    /// Appointments that begin after the day of building.
    pub ahead: Vec<NewTenure>,
    /// Own official addresses.
    pub mails: HashMap<Id<Person>, String>,
    /// Topics by slug, in the order of the table.
    pub topics: Vec<(&'static str, Id<Topic>)>,
    /// Networks by slug.
    pub kept: Vec<(&'static str, Kept)>,
    /// Which body a seat is in, and which persons sit in a body by themselves.
    seats: RefCell<HashMap<Id<Seat>, String>>,
    sitting: RefCell<HashMap<String, Vec<Id<Person>>>>,
}

impl World {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            base: String::new(),
            names: Names::new(),
            cast: HashMap::new(),
            territories: HashMap::new(),
            organisations: HashMap::new(),
            posts: BTreeMap::new(),
            bodies: HashMap::new(),
            nominated: RefCell::default(),
            open_seat: None,
            rounds: None,
            postponed: None,
            sources: Vec::new(),
            letters: Vec::new(),
            offices: Vec::new(),
            demand: None,
            land_in_bag: None,
            ahead: Vec::new(),
            mails: HashMap::new(),
            topics: Vec::new(),
            kept: Vec::new(),
            seats: RefCell::default(),
            sitting: RefCell::default(),
        }
    }

    /// Whoever sets the installation up: the operator, before there is a network.
    pub fn operator() -> Actor {
        Actor { operator: true, ..Actor::default() }
    }
    /// The coordination of a network, as she sets it up: she keeps its membership, and because one hand builds all
    /// ten networks, those of the others, too.
    pub fn keeper(&self, network: &str) -> Result<Actor> {
        let kept = self.kept.iter().find(|(key, _)| *key == network).ok_or_else(|| missing("network", network))?.1;
        let sitting = |k: &Kept| Sitting {
            seat: k.seat.raw(),
            body: k.network.raw(),
            network: k.network.raw(),
            voice: Voice::Office,
            office: Some(Office::NetworkAdmin),
            substitute: false,
        };
        Ok(Actor {
            person: Some(kept.admin.raw()),
            sits: self.kept.iter().map(|(_, k)| sitting(k)).collect(),
            operator: true,
            ..Actor::default()
        })
    }

    /// The body of a key.
    pub fn body(&self, key: &str) -> Result<Id<Body>> {
        self.bodies.get(key).copied().ok_or_else(|| missing("body", key))
    }
    /// The territory of an official key.
    pub fn territory(&self, key: &str) -> Result<Id<Territory>> {
        self.territories.get(key).copied().ok_or_else(|| missing("territory", key))
    }
    /// The organisation of an official key or name.
    pub fn organisation(&self, key: &str) -> Result<Id<Organisation>> {
        self.organisations.get(key).copied().ok_or_else(|| missing("organisation", key))
    }
    /// The post of a municipality or district.
    pub fn post(&self, key: &str) -> Result<&Posted> {
        self.posts.get(key).ok_or_else(|| missing("post", key))
    }
    /// Who held a post on a day.
    pub fn holder(&self, key: &str, on: Day) -> Result<Id<Person>> {
        self.post(key)?.holder(on).ok_or_else(|| missing("holder of the post", &format!("{key} on {on}")))
    }

    /// A person of the cast, entered when met for the first time.
    pub fn person(&mut self, tx: &Tx<'_>, key: &'static str) -> Result<Id<Person>> {
        self.person_at(tx, key, "demo.example.org")
    }
    /// The same with an official address at a domain; `-` makes somebody up, `=` somebody for an equality office.
    pub fn person_at(&mut self, tx: &Tx<'_>, key: &'static str, domain: &str) -> Result<Id<Person>> {
        if let Some(known) = self.cast.get(key) {
            return Ok(*known);
        }
        let new = match key {
            "-" => self.names.next(),
            "=" => self.names.next_officer(),
            _ => cast(key)?,
        };
        let id = facts::at(key, people::add_person(tx, &Self::operator(), &new))?;
        self.mails.insert(id, crate::names::address(&new, domain));
        if !matches!(key, "-" | "=") {
            self.cast.insert(key, id);
        }
        Ok(id)
    }

    /// Adds seats to a body of a network.
    pub fn seats(&self, tx: &Tx<'_>, network: &str, body: &str, new: &[NewSeat]) -> Result<Vec<Id<Seat>>> {
        let made = facts::at(body, networks::add_seats(tx, &self.keeper(network)?, self.body(body)?, new))?;
        self.seats.borrow_mut().extend(made.iter().map(|seat| (*seat, body.to_owned())));
        Ok(made)
    }
    /// Adds one seat.
    pub fn seat(&self, tx: &Tx<'_>, network: &str, body: &str, new: NewSeat) -> Result<Id<Seat>> {
        self.seats(tx, network, body, &[new])?.first().copied().ok_or_else(|| missing("seat", body))
    }
    /// Fills a seat.
    pub fn fill(&self, tx: &Tx<'_>, network: &str, new: &NewOccupancy) -> Result<Id<Occupancy>> {
        let by = self.keeper(network)?;
        let made = match (networks::fill_seat(tx, &by, new), new.occupant, new.status) {
            // Somebody the coordination does not know yet is invited and answers; then she is confirmed.
            (Err(Error::NotFound), Occupant::Person { .. }, Status::Confirmed) => {
                networks::fill_seat(tx, &by, &new.clone().status(Status::Invited))
                    .and_then(|id| networks::accept(tx, &by, id).map(|()| id))
                    .and_then(|id| networks::confirm(tx, &by, id).map(|()| id))
            }
            (done, _, _) => done,
        };
        let made = facts::at(&format!("{network} {new:?}"), made)?;
        if let (Occupant::Person { id, .. }, None, Status::Confirmed) = (new.occupant, new.ended, new.status)
            && let Some(body) = self.seats.borrow().get(&new.seat)
        {
            self.sitting.borrow_mut().entry(body.clone()).or_default().push(id);
        }
        Ok(made)
    }
    /// The persons who sit in a body by themselves today, each once.
    pub fn sitting_in(&self, body: &str) -> Vec<Id<Person>> {
        let mut persons = self.sitting.borrow().get(body).cloned().unwrap_or_default();
        let mut seen = std::collections::HashSet::new();
        persons.retain(|p| seen.insert(*p));
        persons
    }
}

fn cast(key: &str) -> Result<NewPerson> {
    let row = rows(facts::CAST).find(|r| field(r, 0) == key).ok_or_else(|| missing("person", key))?;
    let form = facts::word(TitleForm::from_word(field(&row, 4)), key)?;
    Ok(NewPerson { title: maybe(&row, 3), title_form: form, ..NewPerson::new(field(&row, 1), field(&row, 2)) })
}
