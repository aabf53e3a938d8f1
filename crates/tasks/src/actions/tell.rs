//! Whoever has a task is told by mail: those who hold the post that day, those who lead the body, or the person.

use std::collections::HashMap;

use db::{Conn, OutMail, Tx};
use kernel::{Id, Lang, Result};
use networks::Body;
use people::{Person, Post};

use crate::{
    Owner, Task,
    letters::{self, Why},
    store::{self, Home, letters as rows},
};

/// Tells whoever is to do a new task, but not whoever gave it herself. `form` is the path by which it is done, where that is not the
/// task's page.
///
/// # Errors
/// When the database refuses.
pub fn given(tx: &Tx<'_>, task: &Task, by: Option<i64>, (base, form): (Option<&str>, Option<&str>)) -> Result<()> {
    let all = Addressees::load(tx, std::slice::from_ref(task))?;
    // What is made by a job knows the house's address only from what was remembered at its start.
    let known = if base.is_none() { db::setting(tx, networks::ADDRESS)? } else { None };
    all.write(tx, task, Why::Given, (base.or(known.as_deref()), form), by)
}

/// Tells whoever is to do these tasks that they are due.
///
/// # Errors
/// When the database refuses.
pub fn due(tx: &Tx<'_>, tasks: &[(Task, Why)]) -> Result<()> {
    let rows: Vec<Task> = tasks.iter().map(|(task, _)| task.clone()).collect();
    let all = Addressees::load(tx, &rows)?;
    let base = db::setting(tx, networks::ADDRESS)?;
    tasks.iter().try_for_each(|(task, why)| all.write(tx, task, *why, (base.as_deref(), None), None))
}

/// Who is to be told of some tasks.
pub struct Addressees {
    /// The bodies of the tasks and those that do them.
    pub homes: HashMap<Id<Body>, Home>,
    holders: Vec<(Id<Post>, Id<Person>)>,
    leaders: Vec<(Id<Body>, Id<Person>)>,
    posts: Vec<Post>,
}

impl Addressees {
    /// For these tasks: four statements.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(tx: &Conn, tasks: &[Task]) -> Result<Self> {
        let bodies: Vec<Id<Body>> = tasks.iter().map(|t| t.body).chain(tasks.iter().filter_map(owner_body)).collect();
        let homes: HashMap<_, _> = store::list_homes(tx, &bodies)?.into_iter().map(|h| (h.id, h)).collect();
        let posts: Vec<Id<Post>> = tasks
            .iter()
            .filter_map(|t| match t.owner {
                Owner::Post(post) => Some(post),
                _ => None,
            })
            .collect();
        let led: Vec<Id<Body>> = tasks
            .iter()
            .filter_map(owner_body)
            .flat_map(|b| homes.get(&b).map_or_else(Vec::new, |h| vec![b, h.network]))
            .collect();
        Ok(Self {
            holders: rows::list_holders(tx, &posts, tx.today())?,
            leaders: rows::list_leaders(tx, &led, tx.today())?,
            posts: people::list_posts(tx, &posts)?,
            homes,
        })
    }

    /// The persons who do what somebody is to do.
    pub fn persons(&self, owner: Owner) -> Vec<Id<Person>> {
        let of = |body: Id<Body>| self.leaders.iter().filter(|(b, _)| *b == body).map(|(_, p)| *p).collect::<Vec<_>>();
        match owner {
            Owner::Person(person) => vec![person],
            Owner::Post(post) => self.holders.iter().filter(|(p, _)| *p == post).map(|(_, person)| *person).collect(),
            // Where nobody leads the body itself, its network does.
            Owner::Body(body) => Some(of(body))
                .filter(|own| !own.is_empty())
                .or_else(|| self.homes.get(&body).map(|h| of(h.network)))
                .unwrap_or_default(),
        }
    }

    fn write(
        &self,
        tx: &Tx<'_>,
        task: &Task,
        why: Why,
        at: (Option<&str>, Option<&str>),
        by: Option<i64>,
    ) -> Result<()> {
        let Some(home) = self.homes.get(&task.body) else { return Ok(()) };
        let persons = self.persons(task.owner);
        let mut reached = persons.iter().any(|p| by == Some(p.raw()));
        // Few: those who share a post or lead a body.
        for person in persons.into_iter().filter(|p| by != Some(p.raw())) {
            if let Some(account) = accounts::account_of(tx, person)?.filter(|a| !a.locked) {
                let letter = letters::letter(account.lang, task, home, why, at, tx.today());
                tx.post(&OutMail { to: account.mail, person: Some(person.raw()), ..letter })?;
                reached = true;
            }
        }
        // Nobody with an account holds the post: its own mailbox stays when people change. Others read it, too, so
        // it hears nothing of a sensitive network.
        if let Owner::Post(post) = task.owner
            && !reached
            && !home.sensitive
            && let Some(to) = self.posts.iter().find(|p| p.id == post).and_then(|p| p.mail.clone())
        {
            let letter = letters::letter(Lang::De, task, home, why, at, tx.today());
            tx.post(&OutMail { to, ..letter })?;
        }
        Ok(())
    }
}

fn owner_body(task: &Task) -> Option<Id<Body>> {
    match task.owner {
        Owner::Body(body) => Some(body),
        _ => None,
    }
}
