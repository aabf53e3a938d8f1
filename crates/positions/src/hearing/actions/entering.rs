//! Entering a hearing that came in, changing it, and another round of it.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Reason, Result};
use networks::{Body, BodyKind};
use people::{Person, rules::Check};
use tasks::Owner;

use super::{cause, event, led, open, task};
use crate::{
    Addressee,
    actions::rule,
    hearing::{
        model::{Hearing, HearingState, NewHearing},
        rules, store,
    },
    store::{addressees, positions},
};

/// The most points of a hearing.
const POINTS_MOST: usize = 60;
/// The most characters of a point.
const POINT_MOST: usize = 500;
/// The most characters of a title: a statement about it has one more word.
const TITLE_MOST: usize = 100;

/// Who can draft in a body, by name: the persons who sit there, as far as the actor may see them.
///
/// # Errors
/// When the database cannot be read.
pub fn drafters(conn: &Conn, by: &Actor, body: &Body) -> Result<Vec<(Id<Person>, String)>> {
    let person = |(owner, words)| match owner {
        Owner::Person(id) => Some((id, words)),
        _ => None,
    };
    Ok(tasks::choices(conn, by, body)?.into_iter().filter_map(person).collect())
}

/// What is entered, put right. `keeps`: who drafted the round before goes on, whether her name is seen or not.
fn checked(
    tx: &Tx<'_>,
    by: &Actor,
    body: &Body,
    new: &NewHearing,
    keeps: Option<Id<Person>>,
) -> Result<(NewHearing, Addressee)> {
    let to = addressees::find_addressee(tx, new.addressee)?;
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    check.that(title.chars().count() <= TITLE_MOST, "title", || {
        Reason::new("Bitte kürzen Sie auf höchstens 100 Zeichen.", "Please shorten this to at most 100 characters.")
    });
    let about = check.text("about", Some(&new.about)).unwrap_or_default();
    let file_mark = check.name_or_none("file_mark", Some(&new.file_mark)).unwrap_or_default();
    check.that(to.term.contains(new.received), "addressee", || {
        Reason::new("Diese Stelle gibt es nicht mehr.", "This office exists no longer.")
    });
    let early = Day::literal("2000-01-01");
    check.that(new.received <= tx.today() && new.received >= early, "received", || {
        Reason::new("Bitte nennen Sie den Tag des Eingangs.", "Please give the day it came.")
    });
    check.that(new.due >= new.received && new.due <= new.received.plus_months(24), "due", || {
        Reason::new(
            "Die Frist endet nach dem Eingang, in höchstens zwei Jahren.",
            "The deadline is after the day it came, within two years.",
        )
    });
    if let Some(topic) = new.topic {
        let known = networks::list_topics(tx)?.iter().any(|t| t.id == topic);
        check.that(known, "topic", || Reason::new("Bitte wählen Sie ein Thema.", "Please choose a topic."));
    }
    if let Some(drafter) = new.drafter {
        let sits = if keeps == Some(drafter) {
            rights::load(tx, drafter.raw(), tx.today(), None)?.sits_in(body.id.raw())
        } else {
            drafters(tx, by, body)?.iter().any(|(known, _)| *known == drafter)
        };
        check.that(sits, "drafter", || {
            Reason::new("Diese Person sitzt nicht in dem Gremium.", "This person does not sit in the body.")
        });
    }
    let points: Vec<String> = new.points.iter().map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()).collect();
    check.that((1..=POINTS_MOST).contains(&points.len()), "points", || {
        Reason::new("Bitte nennen Sie 1 bis 60 Punkte, je Zeile einen.", "Please give 1 to 60 points, one a line.")
    });
    check.that(points.iter().all(|p| p.chars().count() <= POINT_MOST), "points", || {
        Reason::new("Ein Punkt hat höchstens 500 Zeichen.", "A point has at most 500 characters.")
    });
    check.done()?;
    Ok((NewHearing { title, about, file_mark, points, ..new.clone() }, to))
}

/// Enters a hearing that came in. Its days are counted back and become tasks.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who keep the body's records; [`Error::Rule`] for a body that is dissolved or of
/// others; [`Error::Form`] on `addressee`, `title`, `about`, `file_mark`, `received`, `due`, `topic`, `drafter`, `points`.
pub fn receive(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewHearing) -> Result<Id<Hearing>> {
    enter(tx, by, body, new, (1, None, None))
}

fn enter(
    tx: &Tx<'_>,
    by: &Actor,
    body: Id<Body>,
    new: &NewHearing,
    (round, earlier, keeps): (i64, Option<Id<Hearing>>, Option<Id<Person>>),
) -> Result<Id<Hearing>> {
    let body = networks::find_body(tx, by, body)?;
    if !rules::receives(by, &body) {
        return Err(Error::Denied(None));
    }
    if body.kind == BodyKind::Outside || body.term.until <= tx.today() {
        return rule("Dieses Gremium antwortet hier nicht.", "This body does not reply here.");
    }
    let (new, office) = checked(tx, by, &body, new, keeps)?;
    let id = tx.id();
    store::insert_hearing(tx, id, &body, (&new, &office.name), (round, earlier, by.person))?;
    store::save_points(tx, id, &new.points)?;
    let made = store::find_hearing(tx, by, id)?;
    plan_tasks(tx, &made)?;
    tx.emit(event("hearing.received", &made, by.person));
    Ok(id)
}

/// The days of the plan as tasks: of whoever drafts, and of those who lead.
fn plan_tasks(tx: &Tx<'_>, of: &Hearing) -> Result<()> {
    let plan = rules::plan(of.received, of.due);
    let drafter = of.drafter.map_or(Owner::Body(of.body), Owner::Person);
    task(tx, (of.body, drafter), of, ("Entwurf schreiben", "Write the draft", plan.draft), &cause(of, "draft"))?;
    let lead = (of.body, Owner::Body(of.body));
    task(tx, lead, of, ("Zu zweit freigeben", "Release, two of you", plan.release), &cause(of, "release"))?;
    task(tx, lead, of, ("Stellungnahme abschicken", "Send the statement", plan.send), &cause(of, "send"))
}

/// Changes what was entered. Points stay once somebody was asked.
///
/// # Errors
/// As [`receive`]; [`Error::Stale`]; [`Error::Rule`] when it is decided.
pub fn change_hearing(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, version: i64, new: &NewHearing) -> Result<()> {
    let found = led(tx, by, id)?;
    open(&found)?;
    if found.version != version {
        return Err(Error::Stale);
    }
    let body = networks::find_body(tx, by, found.body)?;
    let mut wanted = new.clone();
    if found.asked_until.is_some() {
        wanted.points = store::list_points(tx, id)?.into_iter().map(|(_, text)| text).collect();
    }
    let (wanted, office) = checked(tx, by, &body, &wanted, None)?;
    store::save_hearing(tx, &found, &wanted, &office.name)?;
    store::save_points(tx, id, &wanted.points)?;
    if let (Some(position), Some(drafter)) = (found.position, wanted.drafter.filter(|d| Some(*d) != found.drafter)) {
        positions::save_writer(tx, position, drafter)?;
    }
    tx.emit(event("hearing.changed", &found, by.person));
    Ok(())
}

/// The hearing is repeated: a new round with its own day, whose reply begins with what was said before. An office that was
/// split in the meantime has to be chosen anew.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before the reply was sent; [`Error::Form`] as [`receive`].
pub fn second_round(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Hearing>,
    (addressee, file_mark): (Id<Addressee>, &str),
    (received, due): (Day, Day),
) -> Result<Id<Hearing>> {
    let found = led(tx, by, id)?;
    if found.state != HearingState::Sent {
        return rule("Erst geht die Antwort der ersten Runde hinaus.", "The reply of the first round goes out first.");
    }
    let new = NewHearing {
        addressee,
        title: found.title.clone(),
        about: found.about.clone(),
        file_mark: file_mark.to_owned(),
        topic: found.topic,
        received,
        due,
        drafter: found.drafter,
        points: store::list_points(tx, id)?.into_iter().map(|(_, text)| text).collect(),
    };
    enter(tx, by, found.body, &new, (found.round + 1, Some(id), found.drafter))
}
