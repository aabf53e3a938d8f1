//! Keeping seats: who sits there from when, until when, and what waits for an answer. For those who keep the
//! membership; the answer is for the person who was asked.

pub mod answer;
pub mod bodies;
pub mod body;
pub mod candidates;
pub mod changes;
pub mod corrections;
pub mod edges;
pub mod fill;
mod first_steps;
pub mod found;
pub mod manage;
pub mod posts;
pub mod seats;
pub mod sight;
pub mod standing;
pub mod vacate;
pub mod visibility;
pub mod who;

use kernel::{Day, Error, Id, Problem, Result};
use people::Territory;
use rights::{Action, Kind};
use web::{Fields, Page, Reading, Writing};

use super::shared::{self, Tab};
use crate::{
    Body, Seat, find_body, find_seat,
    paths::{SeatKeep, SeatPage},
    words::T,
};
pub use web::Sheet;

const NAME_MOST: usize = 120;
/// The most characters of a field that takes several names, one in each line.
const LINES_MOST: usize = 1_000;

/// A seat the reader keeps.
pub struct Kept {
    seat: Seat,
    body: Body,
    network: Body,
}

impl Kept {
    /// The seat, if the reader keeps the membership of its body.
    fn load(r: &Reading<'_>, id: Id<Seat>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let (seat, body) = find_seat(r.conn, actor, id)?;
        rights::require(actor, Kind::Roster, Action::Edit, &body.roster_scope())?;
        let network = if body.is_network() { body.clone() } else { find_body(r.conn, actor, body.network)? };
        Ok(Self { seat, body, network })
    }

    fn name(&self, t: T) -> String {
        shared::seat_title(t, self.seat.number, self.seat.label.as_deref(), self.seat.office)
    }

    /// The seat with its body, as titles say it.
    fn place(&self, r: &Reading<'_>) -> String {
        format!("{}, {}", self.name(T(r.viewer.lang)), self.body.name_in(r.viewer.lang))
    }

    fn back(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&SeatPage { seat: self.seat.id })
    }

    fn manage(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&SeatKeep { seat: self.seat.id })
    }

    fn crumbs(&self, r: &Reading<'_>) -> Result<String> {
        let mut steps = vec![(self.network.short(), shared::network_link(r, &self.network)?)];
        if !self.body.is_network() {
            steps.push((self.body.name_in(r.viewer.lang), shared::body_link(r, &self.network.slug, &self.body)?));
        }
        let name = self.name(T(r.viewer.lang));
        steps.push((&name, self.back(r)));
        Ok(shared::crumbs(r, &steps))
    }

    fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let tab = if self.body.is_network() { Tab::Overview } else { Tab::Bodies };
        Ok(Page::new(format!("{title}: {}", self.place(r))).nav("networks").sub(shared::sub(r, &self.network, tab)?))
    }

    /// A form about this seat, its fields still missing.
    fn sheet(&self, r: &Reading<'_>, title: &str) -> Result<Sheet> {
        Ok(Sheet {
            crumbs: self.crumbs(r)?,
            title: title.to_owned(),
            lead: self.place(r),
            back: self.manage(r),
            ..Sheet::new(r.viewer.lang)
        })
    }
}

/// What a verb refused, for the form it came from. `at` names the field a sentence of the whole rule belongs to, and
/// `moved` pairs fields of verbs with those of the form.
pub fn problems(fault: Error, at: &'static str, moved: &[(&str, &'static str)]) -> Result<Vec<Problem>> {
    match fault {
        Error::Form(list) => Ok(list
            .into_iter()
            .map(|p| match moved.iter().find(|(from, _)| *from == p.field) {
                Some((_, to)) => Problem { field: to, reason: p.reason },
                None => p,
            })
            .collect()),
        Error::Rule(reason) => Ok(vec![Problem { field: at, reason }]),
        other => Err(other),
    }
}

/// Whether the form was made for the version that is stored.
pub fn is_current(w: &Writing<'_>, version: i64) -> bool {
    w.ask.field("version").parse() == Ok(version)
}

/// The territory of that name or official key today; nothing where the field is empty.
pub fn territory(w: &Writing<'_>, fields: &mut Fields<'_>, field: &'static str) -> Result<Option<Id<Territory>>> {
    let typed = fields.line(field, NAME_MOST);
    if typed.is_empty() {
        return Ok(None);
    }
    Ok(one_territory(&people::list_territories(w.tx)?, fields, field, &typed, w.viewer.today))
}

/// The territories of these names or official keys on a day, one in each line.
pub fn territories(
    w: &Writing<'_>,
    fields: &mut Fields<'_>,
    field: &'static str,
    day: Day,
) -> Result<Vec<Id<Territory>>> {
    let typed = fields.text(field, LINES_MOST);
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let all = people::list_territories(w.tx)?;
    Ok(lines.into_iter().map_while(|line| one_territory(&all, fields, field, line, day)).collect())
}

/// The one territory of that name or official key on the day, or what is wrong at the field.
fn one_territory(
    all: &[Territory],
    fields: &mut Fields<'_>,
    field: &'static str,
    typed: &str,
    day: Day,
) -> Option<Id<Territory>> {
    let typed = i18n::fold(typed);
    let mut found = all
        .iter()
        .filter(|x| x.term.contains(day) && (i18n::fold(&x.name) == typed || x.ags.as_deref() == Some(&typed)));
    match (found.next(), found.next()) {
        (Some(one), None) => return Some(one.id),
        (None, _) => fields.refuse(
            field,
            "Dieses Gebiet kennen wir nicht. Bitte schreiben Sie den ganzen Namen.",
            "We do not know this territory. Please write the whole name.",
        ),
        (Some(_), Some(_)) => fields.refuse(
            field,
            "So heißen mehrere Gebiete. Bitte nennen Sie den amtlichen Schlüssel.",
            "Several territories are called like that. Please give the official key.",
        ),
    }
    None
}

/// How a territory is written into such a field: by its name, or by its key where several are called so.
pub fn territory_word(r: &Reading<'_>, id: Id<Territory>) -> Result<String> {
    let all = people::list_territories(r.conn)?;
    let Some(of) = all.iter().find(|x| x.id == id) else { return Ok(String::new()) };
    let same = |x: &&Territory| x.term.contains(r.viewer.today) && i18n::fold(&x.name) == i18n::fold(&of.name);
    let key = of.ags.clone().filter(|_| all.iter().filter(same).count() != 1);
    Ok(key.unwrap_or_else(|| of.name.clone()))
}

/// A day that must be given, and is no open end.
pub fn day(fields: &mut Fields<'_>, field: &'static str, de: &str, en: &str) -> Option<Day> {
    let found = fields.day(field).filter(|day| !day.is_open());
    if found.is_none() && !fields.problems.iter().any(|p| p.field == field) {
        fields.refuse(field, de, en);
    }
    found
}
