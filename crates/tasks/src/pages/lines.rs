//! The words of tasks: who does each, who gave it, and where it belongs, for one reader.

use std::collections::HashMap;

use kernel::{Id, Lang, Result};
use networks::{Names, Place, shell};
use people::{Person, Post};
use web::Reading;

use crate::{Owner, Task, reads::Known, words::T};

/// What the words of some tasks need, loaded at once.
pub struct Lines<'a> {
    /// What the reader is to them.
    pub known: Known,
    names: Names<'a>,
    posts: HashMap<Id<Post>, String>,
}

impl<'a> Lines<'a> {
    /// At most five statements, whatever the number.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(r: &Reading<'a>, tasks: &[Task]) -> Result<Self> {
        let known = Known::load(r.conn, &r.viewer.actor, tasks)?;
        let owners = tasks.iter().filter_map(|t| match t.owner {
            Owner::Person(person) => Some(person),
            _ => None,
        });
        let others = tasks.iter().flat_map(|t| [t.given_by, t.closed_by].into_iter().flatten());
        let names = Names::load(r.conn, &r.viewer.actor, owners.chain(others))?;
        let mut ids: Vec<Id<Post>> = tasks
            .iter()
            .filter_map(|t| match t.owner {
                Owner::Post(post) => Some(post),
                _ => None,
            })
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let mut posts = HashMap::new();
        if !ids.is_empty() {
            let found = people::list_posts(r.conn, &ids)?;
            let of: Vec<_> = found.iter().map(|p| p.organisation).collect();
            let organisations: HashMap<_, _> =
                people::list_organisations(r.conn, &of)?.into_iter().map(|o| (o.id, o.name)).collect();
            for post in found {
                let of = organisations.get(&post.organisation).map_or("", String::as_str);
                posts.insert(post.id, format!("{}, {of}", post.titles.neutral));
            }
        }
        Ok(Self { known, names, posts })
    }

    /// Who does it.
    pub fn owner(&self, r: &Reading<'_>, task: &Task) -> String {
        let t = T(r.viewer.lang);
        match task.owner {
            Owner::Person(person) => self.person(r, task, person),
            Owner::Post(post) => self.posts.get(&post).cloned().unwrap_or_default(),
            Owner::Body(body) => {
                let found = self.known.bodies.get(&body);
                found.map_or_else(|| t.owner_leaders().to_owned(), |b| t.owner_body(b.short()))
            }
        }
    }

    /// A person beside a task, if the reader may see her name there.
    pub fn person(&self, r: &Reading<'_>, task: &Task, person: Id<Person>) -> String {
        if r.viewer.actor.person == Some(person.raw()) {
            return T(r.viewer.lang).owner_you().to_owned();
        }
        let body = self.known.bodies.get(&task.body);
        let who = body.and_then(|b| self.names.in_place(person, &Place::from(b)));
        shell::face(r, who.as_ref(), body.is_none_or(|b| b.sensitive)).name
    }

    /// Its body, with the network where that is another one; empty where the reader may not see it.
    pub fn place(&self, lang: Lang, task: &Task) -> String {
        let name = |id| self.known.bodies.get(id);
        match (name(&task.body), name(&task.network)) {
            (Some(body), Some(network)) if !body.is_network() => {
                format!("{}, {}", body.name_in(lang), network.short())
            }
            (Some(body), _) => body.short().to_owned(),
            _ => String::new(),
        }
    }
}
