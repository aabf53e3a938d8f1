//! Organisations as a reader may see them: all their networks, seats and roles.

use std::collections::HashMap;

use db::Conn;
use kernel::{Actor, Day, Error, Id, Result};
use people::{FormerName, Mode, Organisation, Post, Tenure, TitleForm};

use super::{
    mandates::bodies_of,
    roster::{assembled, persons},
    soon_after,
};
use crate::{
    Capacity, Field, Names, OrganisationPage, PostOf, PostRef, Role, Sitter,
    store::roster::{list_sitting_on, seats_of_organisations},
};

/// Of these organisations, those this reader may know of, by name: public administration, what has a seat in a roster
/// she may see, and everything for those who keep the register. Two statements.
///
/// # Errors
/// When the database cannot be read.
pub fn visible_organisations(
    conn: &Conn,
    actor: &Actor,
    ids: &[Id<Organisation>],
    day: Day,
) -> Result<Vec<Organisation>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let seated: Vec<Id<Organisation>> =
        seats_of_organisations(conn, actor, ids, day, false)?.into_iter().map(|(o, _)| o).collect();
    let keeps = people::keeps_register(actor);
    let mut list = people::list_organisations(conn, ids)?;
    list.retain(|o| o.kind.is_public_body() || keeps || seated.contains(&o.id));
    Ok(list)
}

/// An organisation with its posts and everything it sits in. What belongs to sensitive networks is there for their
/// members only, and a person's own seat only where her name may be shown. Ten statements.
///
/// # Errors
/// [`Error::NotFound`] where the reader may not know of it.
pub fn organisation_page(conn: &Conn, actor: &Actor, id: Id<Organisation>, day: Day) -> Result<OrganisationPage> {
    let organisation = people::find_organisation(conn, id)?;
    let seats: Vec<_> = seats_of_organisations(conn, actor, &[id], day, true)?.into_iter().map(|(_, s)| s).collect();
    let rows = list_sitting_on(conn, actor, &seats, day)?;
    let names = Names::load(conn, actor, persons(&rows))?;
    let mut seats = assembled(rows, &names, actor, day, soon_after(day));
    // A personal seat whose holder may not be named has lost its organisation here, and says nothing about it.
    seats.retain(|s| s.organisation.as_ref().is_some_and(|o| o.id == id));
    if seats.is_empty() && !organisation.kind.is_public_body() && !people::keeps_register(actor) {
        return Err(Error::NotFound);
    }
    let own = bodies_of(conn, actor, seats.iter().map(|s| s.body))?;
    let above = bodies_of(conn, actor, own.values().map(|(_, b)| b.network))?;
    let mut roles = Vec::with_capacity(seats.len());
    for seat in seats {
        let Some((in_body, body)) = own.get(&seat.body) else { continue };
        let Some((in_network, network)) = above.get(&body.network) else { continue };
        let order = (*in_network, !body.is_network(), *in_body, seat.number);
        roles.push((order, Role { network: network.clone(), body: body.clone(), seat }));
    }
    roles.sort_by_key(|(order, _)| *order);
    let former_names: Vec<FormerName> = people::former_names_of_organisations(conn, &[id])?;
    Ok(OrganisationPage {
        name: people::name_on(&organisation.name, &former_names, id.raw(), day).to_owned(),
        former_names,
        posts: posts_of(conn, actor, id, day)?,
        roles: roles.into_iter().map(|(_, r)| r).collect(),
        organisation,
    })
}

fn posts_of(conn: &Conn, actor: &Actor, organisation: Id<Organisation>, day: Day) -> Result<Vec<PostOf>> {
    let posts = people::list_posts_of_organisation(conn, organisation, day)?;
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Id<Post>> = posts.iter().map(|p| p.id).collect();
    let mut tenures = people::list_tenures_of_posts(conn, &ids)?;
    tenures.retain(|t| t.term.contains(day));
    let names = Names::load_with_places(conn, actor, tenures.iter().map(|t| t.person))?;
    let mut with: HashMap<Id<Post>, Vec<Sitter>> = HashMap::new();
    tenures.sort_by_key(|t| (t.mode, t.rank, t.id));
    for tenure in &tenures {
        with.entry(tenure.post).or_default().push(holder(tenure, &names));
    }
    Ok(posts.into_iter().map(|post| post_of(post, &mut with)).collect())
}

fn post_of(post: Post, with: &mut HashMap<Id<Post>, Vec<Sitter>>) -> PostOf {
    let people = with.remove(&post.id).unwrap_or_default();
    let first = people.iter().find(|s| s.capacity.fills());
    let form = first.and_then(|s| s.who.as_ref()).map_or(TitleForm::Neutral, |w| w.form);
    PostOf {
        vacant: first.is_none(),
        post: PostRef { id: post.id, title: post.titles.in_form(form).to_owned(), mail: post.mail, phone: post.phone },
        legal_basis: post.legal_basis,
        term: post.term,
        people,
    }
}

/// Somebody with a post, her name where this reader may see it at all.
fn holder(tenure: &Tenure, names: &Names<'_>) -> Sitter {
    let who = names.anywhere(tenure.person);
    let told = |field, value: &Option<String>| who.as_ref().and_then(|w| names.field(w.id, field, value.as_deref()));
    Sitter {
        mail: told(Field::OfficeMail, &tenure.mail),
        phone: told(Field::OfficePhone, &tenure.phone),
        who,
        capacity: match tenure.mode {
            Mode::Holder => Capacity::Holder,
            Mode::Acting => Capacity::Acting,
            Mode::Deputy => Capacity::Deputy,
        },
        rank: tenure.rank,
        term: tenure.term,
        absent: false,
    }
}
