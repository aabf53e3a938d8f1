//! Occupants by name, as far as the reader may see them.

use std::collections::HashMap;

use kernel::{Id, Result};
use people::{Organisation, Post};
use web::Reading;

use crate::{Body, Names, Occupancy, Occupant, Place, pages::shared, words::T};

/// The names of those who have a seat of that body, in their order. At most three statements.
pub fn named(r: &Reading<'_>, body: &Body, rows: &[&Occupancy]) -> Result<Vec<String>> {
    let t = T(r.viewer.lang);
    let names = Names::load(
        r.conn,
        &r.viewer.actor,
        rows.iter().filter_map(|o| match o.occupant {
            Occupant::Person { id, .. } => Some(id),
            _ => None,
        }),
    )?;
    let posts: Vec<Id<Post>> = rows
        .iter()
        .filter_map(|o| match o.occupant {
            Occupant::Post(id) => Some(id),
            _ => None,
        })
        .collect();
    let posts: HashMap<Id<Post>, Post> = if posts.is_empty() {
        HashMap::new()
    } else {
        people::list_posts(r.conn, &posts)?.into_iter().map(|p| (p.id, p)).collect()
    };
    let organisations: Vec<Id<Organisation>> = rows
        .iter()
        .filter_map(|o| match o.occupant {
            Occupant::Organisation(id) => Some(id),
            _ => None,
        })
        .chain(posts.values().map(|p| p.organisation))
        .collect();
    let organisations: HashMap<Id<Organisation>, String> = if organisations.is_empty() {
        HashMap::new()
    } else {
        people::list_organisations(r.conn, &organisations)?.into_iter().map(|o| (o.id, o.name)).collect()
    };
    let place = Place::from(body);
    let organisation = |id: &Id<Organisation>| organisations.get(id).cloned().unwrap_or_default();
    let name = |o: &&Occupancy| match o.occupant {
        Occupant::Person { id, .. } => shared::face(r, names.in_place(id, &place).as_ref(), body.sensitive).name,
        Occupant::Organisation(id) => organisation(&id),
        Occupant::Post(id) => posts
            .get(&id)
            .map_or_else(String::new, |p| format!("{}, {}", p.titles.neutral, organisation(&p.organisation))),
        Occupant::Seat(_) => t.keep_follows().to_owned(),
    };
    Ok(rows.iter().map(name).collect())
}
