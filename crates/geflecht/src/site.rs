//! The house, put together: the one file that knows every slice.

use std::sync::OnceLock;

use db::{Conn, Db, JobState, QueuedMail, Tx};
use kernel::{Id, Result};
use mail::Transport;
use networks::Body;
use people::NewPerson;
use web::{AskTold, DemoBar, Hooks, Kind, Outside, Site, Slice};

use crate::{
    retention,
    worker::{Errand, Nightly},
};

/// Every slice. Those of the demo exist nowhere else.
#[must_use]
pub fn slices(demo: bool) -> Vec<Slice> {
    let mut all = vec![
        accounts::slice(),
        files::slice(),
        networks::slice(),
        notices::slice(),
        tasks::slice(),
        decisions::slice(),
        meetings::slice(),
        positions::slice(),
        exchange::slice(),
        mandates::slice(),
        search::slice(),
        transfer::slice(),
        desk::slice(),
        public::slice(),
    ];
    all.extend(demo.then(demo::slice));
    all
}

/// Every kind of thing an installation holds.
#[must_use]
pub fn kinds() -> &'static [&'static Kind] {
    static KINDS: OnceLock<Vec<&'static Kind>> = OnceLock::new();
    KINDS.get_or_init(|| slices(false).iter().flat_map(|slice| slice.kinds.iter()).collect())
}

/// Everybody who has something to tell by letter.
#[must_use]
pub fn told() -> &'static [AskTold] {
    static TOLD: OnceLock<Vec<AskTold>> = OnceLock::new();
    TOLD.get_or_init(|| slices(false).iter().filter_map(|slice| slice.told).collect())
}

/// What the shell asks slices it does not know.
#[must_use]
pub fn hooks() -> Hooks {
    accounts::hooks()
}

/// Builds the house over a database.
///
/// # Errors
/// When two slices claim the same address.
pub fn build(db: Db, outside: Outside, demo: bool) -> Result<Site> {
    let bar = demo.then(|| DemoBar {
        personas: personas().iter().map(|(slug, words)| ((*slug).to_owned(), (*words).to_owned())).collect(),
    });
    Site::build(db, slices(demo), outside, hooks(), bar)
}

/// After commits that left events: what reads the log goes on from its place.
///
/// # Errors
/// When the database refuses; the worker tries again.
pub fn after_events(db: &Db) -> Result<()> {
    search::follow(db, kinds())
}

/// Work of the whole house that is too large for one transaction.
pub const NIGHTLY: &[Nightly] = &[
    Nightly { name: "house.forget", at: 3, run: retention::forget },
    Nightly { name: "search.rebuild", at: 3, run: |db| search::rebuild(db, kinds()) },
    Nightly { name: "notices.bundle", at: 7, run: |db| notices::bundle(db, told()).map(drop) },
    // For those whose hours begin later.
    Nightly { name: "notices.bundle_8", at: 8, run: |db| notices::bundle_at(db, told(), 8).map(drop) },
    Nightly { name: "notices.bundle_9", at: 9, run: |db| notices::bundle_at(db, told(), 9).map(drop) },
    Nightly { name: "notices.bundle_10", at: 10, run: |db| notices::bundle_at(db, told(), 10).map(drop) },
];

/// Work that asks servers of others.
pub const ERRANDS: &[Errand] = &[Errand { name: mandates::OPARL_JOB, run: mandates::read_pages }];

/// Remembers where the installation is reached, for work that is done later: a letter written by tomorrow's job leads to
/// tomorrow's address.
///
/// # Errors
/// When the database refuses.
pub fn remember_address(tx: &Tx<'_>, base_url: &str) -> Result<()> {
    if db::setting(tx, networks::ADDRESS)?.as_deref() == Some(base_url) {
        return Ok(());
    }
    tx.silent("where the installation is reached is said by its settings");
    tx.set(networks::ADDRESS, base_url)
}

/// Remembers which address letters come from, and where calendars answer, if anywhere. Without the first one letters tell
/// calendars nothing.
///
/// # Errors
/// When the database refuses, or the operating system gives no randomness.
pub fn remember_sender(tx: &Tx<'_>, address: &str, answers: Option<&str>) -> Result<()> {
    use meetings::calendar::{ANSWERS, ANSWERS_KEY, ORGANIZER};
    tx.silent("where letters come from and answers go is said by the settings");
    let save = |name: &str, value: &str| {
        if db::setting(tx, name)?.as_deref() == Some(value) { Ok(()) } else { tx.set(name, value) }
    };
    save(ORGANIZER, address)?;
    match answers {
        Some(answers) => {
            save(ANSWERS, answers)?;
            if db::setting(tx, ANSWERS_KEY)?.is_none() {
                tx.set(ANSWERS_KEY, &accounts::secrets::secret()?)?;
            }
            Ok(())
        }
        None => save(ANSWERS, ""),
    }
}

/// Whether a letter may still leave: its person still sits wherever it asks that, and nothing it names became sensitive since
/// it was written, neither a network nor a committee alone. What it was about can then be read by nobody who may not.
///
/// # Errors
/// When the database cannot be read.
pub fn may_leave(conn: &Conn, mail: &QueuedMail) -> Result<bool> {
    let named: Vec<Id<Body>> = mail.sits_in.iter().chain(&mail.names).map(|body| Id::new(*body)).collect();
    if !networks::quiet_bodies(conn, &named)?.is_empty() {
        return Ok(false);
    }
    let Some(person) = mail.person.filter(|_| !mail.sits_in.is_empty()) else { return Ok(true) };
    let actor = rights::load(conn, person, conn.today(), None)?;
    let sits = |place: &i64| actor.sits.iter().any(|sitting| sitting.body == *place || sitting.network == *place);
    Ok(mail.sits_in.iter().all(sits))
}

/// The path of the set-up with a fresh one-time code, as long as nobody operates the installation.
///
/// # Errors
/// When the database refuses.
pub fn set_up(tx: &Tx<'_>) -> Result<Option<String>> {
    accounts::prepare_set_up(tx)
}

/// Whom the operator means at the console.
#[derive(Clone, Debug)]
pub struct Guest {
    /// Mail address.
    pub mail: String,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
}

/// Invites a person; the letter waits in the outbox. Gives the address the letter leads to.
///
/// # Errors
/// With a sentence when the address or a name is none.
pub fn invite(tx: &Tx<'_>, guest: &Guest, base_url: &str) -> Result<String> {
    Ok(accounts::invite_by_operator(
        tx,
        base_url,
        &NewPerson::new(guest.given.as_str(), guest.family.as_str()),
        &guest.mail,
    )?
    .link)
}

/// Takes away the factors of a person who lost them.
///
/// # Errors
/// With a sentence when there is nobody of that name at that address.
pub fn reset(tx: &Tx<'_>, guest: &Guest) -> Result<()> {
    accounts::reset_by_operator(tx, &guest.mail, &guest.given, &guest.family)
}

/// How far the demo reaches: to pages of its own.
#[must_use]
pub fn demo_reach() -> fetch::Reach {
    demo::reach()
}

/// Whether this database holds the demo's world.
///
/// # Errors
/// When it cannot be read.
pub fn is_demo(conn: &Conn) -> Result<bool> {
    demo::is_demo(conn)
}

/// Writes the demo's world into an empty database, and its index, so that the first search finds it.
///
/// # Errors
/// When the database refuses.
pub fn build_world(db: &Db) -> Result<()> {
    build_world_at(db, "http://localhost:8080")
}

/// [`build_world`] for a demo that is reached at another address.
///
/// # Errors
/// When the database refuses.
pub fn build_world_at(db: &Db, base_url: &str) -> Result<()> {
    demo::build_at(db, base_url)?;
    after_events(db)?;
    // The index is as fresh as it can be, so tonight's work is done for this day.
    let today = db.clock().today();
    db.write_now(move |tx| {
        for night in NIGHTLY {
            if tx.enqueue_daily(night.name, today)?
                && let Some(job) = tx.claim_job()?
            {
                tx.settle_job(job.id, JobState::Done)?;
            }
        }
        Ok(())
    })
}

/// Whom one can be in the demo: slug and description.
#[must_use]
pub fn personas() -> &'static [(&'static str, &'static str)] {
    demo::personas()
}

/// Where the demo's letters end, so that its post page can show them.
#[must_use]
pub fn trap() -> Transport {
    Transport::Trap(demo::trap().clone())
}
