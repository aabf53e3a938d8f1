//! Takes rows in, by the same verbs as forms do, so that every rule holds.

use std::collections::{BTreeMap, HashMap};

use db::Tx;
use kernel::{Actor, Day, Error, Id, Result};
use people::{NewOrganisation, NewPost, NewTenure, Organisation, Person, Post, PostTitles};
use web::{Row, RowChoice, State, Taken, Thing};

use super::{
    Kind,
    facts::Facts,
    plan::{Days, Plan, Ref, RowPlan, Steps},
};
use crate::{
    Body, EndReason, NewOccupancy, NewRepresentative, NewSeat, Occupancy, Occupant, SeatKind,
    actions::{add_seat, appoint, fill_seat, name_representative},
};

/// A list while it is taken in.
struct Taking<'a> {
    tx: &'a Tx<'a>,
    by: &'a Actor,
    facts: &'a Facts,
    plan: &'a Plan,
    organisations: HashMap<usize, Id<Organisation>>,
    posts: HashMap<usize, Id<Post>>,
    persons: HashMap<usize, Id<Person>>,
    seated: HashMap<Id<Post>, ()>,
    occupancies: HashMap<Id<Organisation>, Id<Occupancy>>,
    row: i64,
    taken: Taken,
    letters: BTreeMap<Id<Person>, String>,
}

/// Takes every row that is not unclear. A row that a verb refuses after all stops everything, with the verb's sentence.
///
/// # Errors
/// As the verbs.
pub fn take(tx: &Tx<'_>, by: &Actor, facts: &Facts, plan: &Plan, rows: &[Row]) -> Result<Taken> {
    let mut taking = Taking {
        tx,
        by,
        facts,
        plan,
        organisations: HashMap::new(),
        posts: HashMap::new(),
        persons: HashMap::new(),
        seated: facts.seated_posts.iter().map(|id| (*id, ())).collect(),
        occupancies: facts.seated_organisations.clone(),
        row: 0,
        taken: Taken::default(),
        letters: BTreeMap::new(),
    };
    for (row, RowPlan { verdict, steps }) in rows.iter().zip(&plan.rows) {
        let Some(steps) = steps else { continue };
        taking.row = row.number;
        if verdict.state == State::New {
            taking.make(steps).map_err(|cause| told(row, cause))?;
        } else if let Some(person) = steps.person {
            taking.person(person)?;
        }
        if let Some((tenure, mail)) = steps.change.as_ref().filter(|_| row.choice == RowChoice::Change) {
            people::record_tenure_mail(tx, by, *tenure, mail)?;
        }
        if let (Some(person), Some(mail)) = (steps.person.and_then(|n| taking.persons.get(&n)), &steps.mail) {
            taking.letters.entry(*person).or_insert_with(|| mail.clone());
        }
        taking.taken.rows.push(row.number);
    }
    let mut taken = taking.taken;
    taken.letters = taking.letters.into_iter().map(|(id, mail)| (id.raw(), mail)).collect();
    Ok(taken)
}

/// What a verb refused, with the row it was about.
fn told(row: &Row, cause: Error) -> Error {
    let at = |reason: kernel::Reason| {
        kernel::Reason::new(
            format!("Zeile {}: {}", row.number, reason.de),
            format!("Row {}: {}", row.number, reason.en),
        )
    };
    match cause {
        Error::Rule(reason) => Error::Rule(at(reason)),
        Error::Form(mut problems) if !problems.is_empty() => Error::Rule(at(problems.remove(0).reason)),
        other => other,
    }
}

impl Taking<'_> {
    fn made<T: ?Sized>(&mut self, kind: &'static str, id: Id<T>) {
        self.taken.things.push(Thing { kind: kind.to_owned(), id: id.raw(), row: self.row });
    }

    fn make(&mut self, steps: &Steps) -> Result<()> {
        let organisation = steps.organisation.map(|of| self.organisation(of, steps)).transpose()?;
        let post = steps.post.map(|post| self.post(post)).transpose()?;
        let person = steps.person.map(|n| self.person(n)).transpose()?;
        match (self.facts.kind, organisation, post, person) {
            (Kind::Posts, _, Some(post), _) => {
                if let Some(days) = steps.seat.filter(|_| !self.seated.contains_key(&post)) {
                    self.seat(SeatKind::Post, Occupant::Post(post), days)?;
                    self.seated.insert(post, ());
                }
                if let (Some((mode, days)), Some(person)) = (steps.tenure, person) {
                    let Days { from, until, grain } = days;
                    let mail = steps.mail.clone();
                    let new = NewTenure { mode, until, grain, mail, ..NewTenure::holder(post, person, from) };
                    let id = appoint(self.tx, self.by, &new)?;
                    self.made("tenure", id);
                }
            }
            (Kind::Organisations, Some(of), ..) => {
                let held = match (self.occupancies.get(&of), steps.seat) {
                    (Some(held), _) => Some(*held),
                    (None, Some(days)) => Some(self.seat(SeatKind::Organisation, Occupant::Organisation(of), days)?),
                    (None, None) => None,
                };
                self.occupancies.extend(held.map(|held| (of, held)));
                if let (Some((rank, days)), Some(person), Some(occupancy)) = (steps.speaks, person, held) {
                    let (who, Days { from, until, .. }) = (crate::Deputed::Person(person), days);
                    let new = NewRepresentative { occupancy, who, rank, from, until };
                    let id = name_representative(self.tx, self.by, &new)?;
                    self.made("representative", id);
                }
            }
            (Kind::Persons, of, _, Some(person)) => {
                if let Some(days) = steps.seat {
                    self.seat(SeatKind::Personal, Occupant::Person { id: person, post: None, organisation: of }, days)?;
                }
            }
            _ => {}
        }
        if let (Some((office, days)), Some(person)) = (steps.office, person) {
            let own = Some(person.raw()) == self.by.person;
            let occupant = match post.filter(|_| !own && steps.tenure.is_some()) {
                Some(post) => Occupant::person_by_post(person, post),
                None => Occupant::Person { id: person, post: None, organisation },
            };
            let from = self.within(days.from).max(self.facts.today.min(days.from));
            let new = NewSeat::office(office, SeatKind::Elected, from);
            let seat = add_seat(self.tx, self.by, self.facts.body.id, &new)?;
            self.made("seat", seat);
            let id = fill_seat(
                self.tx,
                self.by,
                &NewOccupancy { grain: days.grain, ..NewOccupancy::new(seat, occupant, from) },
            )?;
            self.made("occupancy", id);
        }
        Ok(())
    }

    /// A day on which the network exists.
    fn within(&self, day: Day) -> Day {
        let Body { term, .. } = self.facts.body;
        day.max(term.from)
    }

    fn seat(&mut self, kind: SeatKind, occupant: Occupant, days: Days) -> Result<Id<Occupancy>> {
        let from = self.within(days.from);
        let seat = add_seat(self.tx, self.by, self.facts.body.id, &NewSeat::new(kind, from))?;
        self.made("seat", seat);
        let mut new = NewOccupancy { grain: days.grain, ..NewOccupancy::new(seat, occupant, from) };
        if !days.until.is_open() {
            new = new.ended(days.until, EndReason::Term);
        }
        let id = fill_seat(self.tx, self.by, &new)?;
        self.made("occupancy", id);
        Ok(id)
    }

    fn organisation(&mut self, of: Ref<Organisation>, steps: &Steps) -> Result<Id<Organisation>> {
        let number = match of {
            Ref::Known(id) => return Ok(id),
            Ref::Made(number) => number,
        };
        if let Some(id) = self.organisations.get(&number) {
            return Ok(*id);
        }
        let plan = &self.plan.organisations[number];
        let mail = steps.mail.clone().filter(|_| steps.house_mail);
        let new = NewOrganisation {
            territory: plan.territory,
            mail,
            ..NewOrganisation::new(plan.kind, plan.name.as_str(), plan.from)
        };
        let id = people::add_organisation(self.tx, self.by, &new)?;
        self.made("organisation", id);
        self.organisations.insert(number, id);
        Ok(id)
    }

    fn post(&mut self, post: Ref<Post>) -> Result<Id<Post>> {
        let number = match post {
            Ref::Known(id) => return Ok(id),
            Ref::Made(number) => number,
        };
        if let Some(id) = self.posts.get(&number) {
            return Ok(*id);
        }
        let plan = &self.plan.posts[number];
        let of = self.organisation(plan.of, &Steps::default())?;
        let id = people::add_post(
            self.tx,
            self.by,
            &NewPost::new(of, PostTitles::new(plan.title.as_str(), None, None), plan.from),
        )?;
        self.made("post", id);
        self.posts.insert(number, id);
        Ok(id)
    }

    fn person(&mut self, number: usize) -> Result<Id<Person>> {
        if let Some(id) = self.persons.get(&number) {
            return Ok(*id);
        }
        let plan = &self.plan.persons[number];
        let id = match plan.known {
            Some(id) => id,
            None => {
                let id = people::add_person(self.tx, self.by, &plan.new)?;
                self.made("person", id);
                id
            }
        };
        self.persons.insert(number, id);
        Ok(id)
    }
}
