//! Persons as a reader may see them.

use std::collections::HashMap;

use db::Conn;
use kernel::{Actor, Day, Error, Id, Result};
use people::{Organisation, Person, Post, Tenure, TitleForm, list_organisations, list_posts};

use super::soon_after;
use crate::{
    Field, Hat, Names, PersonPage, PostHeld, PostRef, Who,
    rules::{Place, seat_state},
    store::{
        consents::list_consents,
        directory::{HatRow, list_asked, list_following, list_hats},
        topics::list_topics_of_persons,
    },
};

/// A person in a list of results.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonCard {
    /// Who.
    pub who: Who,
    /// Her posts on the day.
    pub posts: Vec<PostHeld>,
}

/// The seats of a person on a day, in rosters where this reader may see her name; her own all of them. Those held ex
/// officio are among them. Three statements.
///
/// # Errors
/// When the database cannot be read.
pub fn hats(conn: &Conn, actor: &Actor, person: Id<Person>, day: Day) -> Result<Vec<Hat>> {
    hats_named(conn, actor, person, day, &Names::load(conn, actor, [person])?)
}

fn hats_named(conn: &Conn, actor: &Actor, person: Id<Person>, day: Day, names: &Names<'_>) -> Result<Vec<Hat>> {
    let form = names.form(person).unwrap_or(TitleForm::Neutral);
    let read = |shown: &dyn Fn(Vec<HatRow>) -> Vec<HatRow>| -> Result<Vec<HatRow>> {
        let mut rows = shown(list_hats(conn, actor, person, Some(day))?);
        let filled: Vec<_> = rows.iter().filter(|r| r.capacity.fills()).map(|r| r.seat.id).collect();
        rows.extend(shown(list_following(conn, actor, person, &filled, day)?));
        Ok(rows)
    };
    let rows = if actor.person == Some(person.raw()) && names.form(person).is_some() {
        // She is shown all of her own, whoever agreed to what: facts alone, remembered as long as none changes.
        let weigh = |rows: &Vec<HatRow>| rows.len() * (size_of::<HatRow>() + 512);
        conn.remembered(("own hats", day, &[person.raw()]), weigh, || read(&|rows| rows))?.as_ref().clone()
    } else {
        read(&|rows| shown(rows, names, person))?
    };
    Ok(rows.into_iter().map(|row| hat(row, form, day)).collect())
}

/// What waits for the person's own answer: seats she was invited to, put forward or elected for. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn asked(conn: &Conn, actor: &Actor) -> Result<Vec<Hat>> {
    let Some(person) = actor.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    let day = conn.today();
    Ok(list_asked(conn, actor, person)?.into_iter().map(|row| hat(row, TitleForm::Neutral, day)).collect())
}

/// What the person signed in lets whom see. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn own_consents(conn: &Conn, actor: &Actor) -> Result<Vec<crate::Consent>> {
    actor.person.map_or_else(|| Ok(Vec::new()), |person| list_consents(conn, Id::new(person)))
}

/// Leaves the seats where the reader may see the person's name; her own all.
fn shown(rows: Vec<HatRow>, names: &Names<'_>, person: Id<Person>) -> Vec<HatRow> {
    rows.into_iter().filter(|row| names.in_place(person, &Place::from(&row.body)).is_some()).collect()
}

fn hat(row: HatRow, form: TitleForm, day: Day) -> Hat {
    Hat {
        state: seat_state(Some(row.status), true, row.term_end, row.term.until, day, soon_after(day)),
        body: row.body,
        network: row.network,
        seat: row.seat,
        capacity: row.capacity,
        term: row.term,
        term_end: row.term_end,
        grain: row.grain,
        basis: row.basis,
        status: row.status,
        end_reason: row.end_reason,
        post: row.post.map(|(id, titles)| (id, titles.in_form(form).to_owned())),
        organisation: row.organisation,
    }
}

/// A person as this reader may see her. At most eleven statements.
///
/// # Errors
/// [`Error::NotFound`] where the reader may not see her name anywhere.
pub fn person_page(conn: &Conn, actor: &Actor, person: Id<Person>, day: Day) -> Result<PersonPage> {
    let names = Names::load_with_places(conn, actor, [person])?;
    let who = names.anywhere(person).ok_or(Error::NotFound)?;
    let own = actor.person == Some(person.raw());
    let now = hats_named(conn, actor, person, day, &names)?;
    let ever = shown(list_hats(conn, actor, person, None)?, &names, person);
    let mut other: Vec<Hat> =
        ever.into_iter().filter(|r| !r.term.contains(day)).map(|r| hat(r, who.form, day)).collect();
    other.sort_by_key(|h| std::cmp::Reverse(h.term.from));
    let tenures = if names.openly(person) { people::list_tenures_of_person(conn, person)? } else { Vec::new() };
    let (posts, other_posts) =
        posts_held(conn, tenures, &names)?.into_iter().map(|(_, p)| p).partition(|p| p.term.contains(day));
    let contact = names.contact(person);
    let topics = if contact.topics {
        list_topics_of_persons(conn, &[person])?.into_iter().map(|(_, t)| t).collect()
    } else {
        Vec::new()
    };
    let consents = if own { list_consents(conn, person)? } else { Vec::new() };
    Ok(PersonPage { who, contact, topics, posts, other_posts, hats: now, other_hats: other, consents })
}

/// Persons for a list of results: those whose names this reader may see, by name, with their posts on the day. Five
/// statements.
///
/// # Errors
/// When the database cannot be read.
pub fn person_cards(conn: &Conn, actor: &Actor, persons: &[Id<Person>], day: Day) -> Result<Vec<PersonCard>> {
    let names = Names::load_with_places(conn, actor, persons.iter().copied())?;
    let mut cards: Vec<PersonCard> =
        persons.iter().filter_map(|p| names.anywhere(*p)).map(|who| PersonCard { who, posts: Vec::new() }).collect();
    cards.sort_by_key(|c| names.order(c.who.id));
    cards.dedup_by_key(|c| c.who.id);
    let shown: Vec<Id<Person>> = cards.iter().map(|c| c.who.id).filter(|p| names.openly(*p)).collect();
    let tenures = crate::store::directory::list_tenures_on(conn, &shown, day)?;
    for (person, post) in posts_held(conn, tenures, &names)? {
        if let Some(card) = cards.iter_mut().find(|c| c.who.id == person) {
            card.posts.push(post);
        }
    }
    Ok(cards)
}

/// Tenures with their posts and organisations; her own official contact by consent.
fn posts_held(conn: &Conn, tenures: Vec<Tenure>, names: &Names<'_>) -> Result<Vec<(Id<Person>, PostHeld)>> {
    if tenures.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Id<Post>> = tenures.iter().map(|t| t.post).collect();
    let posts: HashMap<Id<Post>, Post> = list_posts(conn, &ids)?.into_iter().map(|p| (p.id, p)).collect();
    let ids: Vec<Id<Organisation>> = posts.values().map(|p| p.organisation).collect();
    let organisations: HashMap<Id<Organisation>, Organisation> =
        list_organisations(conn, &ids)?.into_iter().map(|o| (o.id, o)).collect();
    let mut held = Vec::with_capacity(tenures.len());
    for tenure in tenures {
        let Some(post) = posts.get(&tenure.post) else { continue };
        let Some(organisation) = organisations.get(&post.organisation) else { continue };
        let form = names.form(tenure.person).unwrap_or(TitleForm::Neutral);
        held.push((
            tenure.person,
            PostHeld {
                tenure: tenure.id,
                post: PostRef {
                    id: post.id,
                    title: post.titles.in_form(form).to_owned(),
                    mail: post.mail.clone(),
                    phone: post.phone.clone(),
                },
                organisation: organisation.id,
                organisation_name: organisation.name.clone(),
                mode: tenure.mode,
                mail: names.field(tenure.person, Field::OfficeMail, tenure.mail.as_deref()),
                phone: names.field(tenure.person, Field::OfficePhone, tenure.phone.as_deref()),
                term: tenure.term,
                grain: tenure.grain,
            },
        ));
    }
    Ok(held)
}
