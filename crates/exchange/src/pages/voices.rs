//! Who wrote what, as far as a reader may know it.

use std::collections::HashSet;

use kernel::{Id, Result};
use networks::{
    Body, Names, Place as Where,
    shell::{self, Face},
};
use people::Person;
use web::Reading;

use crate::{Thread, store, words::T};

/// The persons of some threads.
pub struct Voices<'a> {
    names: Names<'a>,
    /// Those who still sit where they wrote; asked for sensitive bodies only, which show nobody who left.
    present: HashSet<Id<Person>>,
}

impl<'a> Voices<'a> {
    /// For these persons who wrote in threads of these bodies: two statements, three where a body is sensitive.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(r: &Reading<'a>, persons: &[Id<Person>], sensitive: &[Id<Body>]) -> Result<Self> {
        let names = Names::load_with_places(r.conn, &r.viewer.actor, persons.iter().copied())?;
        let present = if sensitive.is_empty() {
            HashSet::new()
        } else {
            store::threads::list_present(r.conn, persons, sensitive)?.into_iter().collect()
        };
        Ok(Self { names, present })
    }

    /// Whether the reader sees somebody's name there.
    #[must_use]
    pub fn names(&self, person: Id<Person>, at: &Where) -> bool {
        let gone = at.sensitive && !self.present.contains(&person);
        !gone && self.names.belonging(person, at).is_some()
    }

    /// For one thread.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn of(r: &Reading<'a>, persons: &[Id<Person>], at: &Where) -> Result<Self> {
        let sensitive = if at.sensitive { vec![at.body, at.network] } else { Vec::new() };
        Self::load(r, persons, &sensitive)
    }

    /// Whoever began a thread.
    #[must_use]
    pub fn author(&self, r: &Reading<'_>, thread: &Thread, at: &Where) -> Face {
        if thread.relayed {
            let name = T(r.viewer.lang).author_relayed().to_owned();
            return Face { name, href: None, initials: String::new() };
        }
        self.face(r, thread.author, at)
    }

    /// Somebody as the page shows her: by name where the reader may see it, else as a member, or one who left.
    #[must_use]
    pub fn face(&self, r: &Reading<'_>, person: Option<Id<Person>>, at: &Where) -> Face {
        let t = T(r.viewer.lang);
        let plain = |word: &str| Face { name: word.to_owned(), href: None, initials: String::new() };
        let Some(person) = person else { return plain(t.author_former()) };
        if at.sensitive && !self.present.contains(&person) && r.viewer.actor.person != Some(person.raw()) {
            return plain(t.author_former());
        }
        // Where it was brought to, names are shown as anywhere else.
        match self.names.belonging(person, at) {
            Some(who) => shell::face(r, Some(&who), at.sensitive),
            None => plain(t.author_member()),
        }
    }
}

/// Where names of a thread's body stand.
#[must_use]
pub fn place_of(thread: &Thread, body: Option<&Body>) -> Where {
    Where { network: thread.network, body: thread.body, sensitive: body.is_some_and(|b| b.sensitive) }
}
