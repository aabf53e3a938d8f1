//! SQL of networks: one function, one statement. What is protected is read with the reader's condition.

use db::{Args, Condition, Row};
use kernel::{Actor, Result, Term};
use rights::{Action, Kind};

pub mod asking;
pub mod bodies;
pub mod candidates;
pub mod care;
pub mod checks;
pub mod consents;
pub mod corrections;
pub mod directory;
pub mod edges;
pub mod elsewhere;
pub mod handovers;
pub mod history;
pub mod intake;
pub mod joining;
pub mod mandates;
pub mod occupancies;
pub mod overview;
pub mod own;
pub mod pages_people;
pub mod projects;
pub mod roster;
pub mod seats;
pub mod topics;

/// Adds the reader's condition on pages of bodies.
pub fn pages(actor: &Actor, args: Args) -> Args {
    args.visible(rights::condition(actor, Kind::Body, Action::Read))
}

/// Adds the reader's condition on seats, holders and counts of bodies.
pub fn rosters(actor: &Actor, args: Args) -> Args {
    args.visible(rights::condition(actor, Kind::Roster, Action::Read))
}

/// What belongs to the reader herself, whose own seats she always sees: guests and substitutes, too.
pub fn her_own(args: Args) -> Args {
    args.visible(Condition { text: "1 = 1".to_owned(), args: Vec::new() })
}

/// A period from two neighbouring columns.
pub fn term(row: &Row<'_>, from: usize) -> Result<Term> {
    Ok(Term { from: row.get(from)?, until: row.get(from + 1)? })
}

#[cfg(test)]
mod plans;

/// A body for tests of rules.
#[cfg(test)]
pub fn tests_body() -> crate::Body {
    use kernel::{Day, Id, Level};
    crate::Body {
        id: Id::new(1),
        network: Id::new(1),
        kind: crate::BodyKind::Network,
        slug: "rag".into(),
        name: "RAG".into(),
        name_en: None,
        short_name: None,
        purpose: String::new(),
        purpose_en: None,
        reach: crate::Reach::Region,
        hue: 1,
        organisation: None,
        territory: None,
        mail: None,
        rhythm: None,
        formal: false,
        sensitive: false,
        unlisted: false,
        open_to_non_members: false,
        join_page: false,
        level: Level::Public,
        roster_level: Level::Public,
        carries_over: true,
        deputy_reads: true,
        former_read: true,
        version: 1,
        term: Term::since(Day::literal("1990-01-01")),
    }
}
