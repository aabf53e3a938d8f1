//! The world of the demo: the nine networks as they could be on 23 November 2026, and one nobody outside knows of.
//!
//! Municipalities, networks, bodies and official terms are real; every person is invented and every address ends in
//! `example.org`. The world is built from the tables under `data/` through the public verbs of the slices, so it obeys
//! every rule the product has. It is the same each time. The addresses under `/demo` exist only there.

mod asking;
mod brought;
mod checks;
mod decided;
mod demands;
mod elections;
mod elsewhere;
mod exchanged;
mod facts;
mod federal;
mod founding;
mod frauen;
mod ground;
mod guarded;
mod heard;
mod land;
mod mandates;
mod minuted;
mod names;
mod pages;
mod persons;
mod planned;
mod projects;
mod recent;
mod region;
mod ris;
mod rounds;
mod running;
mod sittings;
mod votes;
mod texts {
    i18n::texts!();
}
mod work;
mod world;

use db::{Conn, Db, Tx};
use kernel::{Day, Moment, Result};

pub use pages::{Entrance, Letters, SignIn, slice, trap};
pub use persons::{persona, personas};
pub use ris::reach;

use world::World;

/// The setting that marks a database as a demo's.
pub const MARK: &str = "demo";

/// Whether this database holds a demo's world.
///
/// # Errors
/// When the database cannot be read.
pub fn is_demo(conn: &Conn) -> Result<bool> {
    Ok(db::setting(conn, MARK)?.is_some_and(|value| value == "yes"))
}

/// The day of the world.
pub const TODAY: &str = "2026-11-23";

/// Builds the world in an empty database, in one transaction for what was and some small ones for what is new.
///
/// A clock that stands still is set to the days of these and back again, so that the world is the same whatever day
/// it shows; the machine's clock runs on.
///
/// # Errors
/// [`kernel::Error::Rule`] when the database holds anything already; [`kernel::Error::Internal`] naming the fact at
/// which a verb refused, which would be a fault of ours.
pub fn build(db: &Db) -> Result<()> {
    build_at(db, "http://localhost:8080")
}

/// [`build`] for a demo that is reached at another address, to which its letters lead.
///
/// # Errors
/// As [`build`].
pub fn build_at(db: &Db, base: &str) -> Result<()> {
    let clock = db.clock().clone();
    let stands_at = clock.now();
    let built = everything(db, Day::literal(TODAY).at(12, 0), base);
    clock.set(stands_at);
    built
}

fn everything(db: &Db, today: Moment, base: &str) -> Result<()> {
    let base = base.to_owned();
    let days_ago = |days: i64| db.clock().set(today.plus_seconds(-86_400 * days));
    // Long enough ago that what is new these weeks stands out from it.
    days_ago(120);
    let mut world = db.write_now(move |tx| {
        if !people::list_territories(tx)?.is_empty() || !db::settings(tx)?.is_empty() {
            return Err(facts::not_empty());
        }
        let mut world = World::new();
        world.base = base;
        past(&mut world, tx)?;
        Ok(world)
    })?;
    for (days, news) in recent::NEWS {
        days_ago(days);
        world = db.write_now(move |tx| {
            news(&mut world, tx)?;
            Ok(world)
        })?;
        for source in world.sources.drain(..) {
            ::mandates::read_pages(db, &format!("{source} 1"), &reach())?;
        }
    }
    Ok(())
}

fn past(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    settings(tx)?;
    ground::territories(w, tx)?;
    ground::administrations(w, tx)?;
    ground::posts(w, tx)?;
    w.topics(tx)?;
    region::working_circle(w, tx)?;
    region::regional_group(w, tx)?;
    region::delegates(w, tx, "rag-aachen", "gma")?;
    frauen::build(w, tx)?;
    federal::state_groups(w, tx)?;
    land::state_group(w, tx)?;
    land::cities(w, tx)?;
    federal::federal_group(w, tx)?;
    federal::administrations(w, tx)?;
    guarded::lsbtiq(w, tx)?;
    guarded::lgbtqia(w, tx)?;
    guarded::unlisted(w, tx)?;
    w.connect(tx)?;
    asking::rules(w, tx)?;
    projects::groups(w, tx)?;
    decided::rules(w, tx)?;
    decided::resolutions(w, tx)?;
    persons::accounts(w, tx)?;
    persons::consents(w, tx)?;
    elsewhere::noted(w, tx)?;
    sittings::autumn(w, tx)?;
    demands::summer(w, tx)?;
    mandates::files(w, tx)?;
    minuted::former(w, tx)
}

fn settings(tx: &Tx<'_>) -> Result<()> {
    for (name, value) in [
        (MARK, "yes"),
        (meetings::calendar::ORGANIZER, "geflecht@example.org"),
        ("site.name", "Netzwerke der Gleichstellung"),
        ("site.public_body", "yes"),
        ("operator.name", "Demo-Betrieb"),
        ("operator.address", "Beispielstraße 1\n52000 Beispielstadt"),
        ("operator.mail", "betrieb@demo.example.org"),
        ("operator.phone", "0221 4710-100"),
        ("privacy.contact", "datenschutz@demo.example.org"),
        ("access.contact", "barriere@demo.example.org"),
        ("mail.tested", "yes"),
    ] {
        tx.set(name, value)?;
    }
    Ok(())
}
