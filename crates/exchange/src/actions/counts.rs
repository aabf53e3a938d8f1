//! Releasing how many confidential threads there were, without details.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Level, Reason, Result, Scope, Subject};
use networks::{Body, Topic};
use people::rules::Check;
use rights::{Action, Kind};

use crate::{Released, store};

/// Releases how many confidential threads a body had from a day until before another, about a topic or at all: the number is
/// counted now and does not change when a thread goes.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead the body; [`Error::Form`] on `from`, `until`, `level`,
/// `topic`.
pub fn release_count(
    tx: &Tx<'_>,
    by: &Actor,
    body: Id<Body>,
    topic: Option<Id<Topic>>,
    (from, until): (Day, Day),
    level: Level,
) -> Result<i64> {
    let body = networks::find_body(tx, by, body)?;
    let scope = Scope::body(Level::Body.min(body.level), body.network.raw(), body.id.raw());
    if !rights::allows(by, Kind::Thread, Action::Edit, &scope) {
        return Err(Error::Denied(None));
    }
    let mut check = Check::new();
    check.that(from < until && from <= tx.today(), "until", || {
        Reason::new("Der letzte Tag liegt vor dem ersten.", "The last day lies before the first.")
    });
    check.that(matches!(level, Level::Public | Level::AllNetworks) && level >= body.level, "level", || {
        Reason::new("So weit ist dieses Gremium nicht bekannt.", "This body is not known that far.")
    });
    if let Some(topic) = topic {
        let known = networks::list_topics(tx)?.iter().any(|t| t.id == topic);
        check.that(known, "topic", || Reason::new("Bitte wählen Sie ein Thema.", "Please choose a topic."));
    }
    check.done()?;
    let number = store::counts::count_confidential(tx, by, body.id, topic, (from, until))?;
    let released = Released { topic, from, until, number, level, at: tx.now() };
    store::counts::insert_released(tx, &body, &released, by.person)?;
    let seen = Scope::body(Level::Body, body.network.raw(), body.id.raw());
    tx.emit(Event::new("count.released", Subject::new("body", body.id.raw())).by(by.person).within(seen));
    Ok(number)
}
