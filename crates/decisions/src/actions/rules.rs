//! A body gives itself rules from a day on. A version stays as it is once it is in force or a vote was held under it.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Subject};
use networks::{Body, BodyKind};
use people::rules::Check;
use rights::{Action, Kind};

use crate::{
    RuleVersion,
    rules::{RuleSet, check_law},
    store::rules as store,
};

/// The most characters of the note why rules change.
pub const NOTE_MOST: usize = 200;

/// Rules to be given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewRules {
    /// The template they began with.
    pub profile: String,
    /// What they say.
    pub rules: RuleSet,
    /// Why: the resolution, a file reference.
    pub note: String,
    /// First day in force.
    pub from: Day,
    /// The version that held on that day when whoever changes looked: her change is made on it. `None` where none held.
    pub based_on: Option<Id<RuleVersion>>,
}

/// The body, if the actor may give it rules.
fn given_by(tx: &Tx<'_>, by: &Actor, body: Id<Body>) -> Result<Body> {
    let body = networks::find_body(tx, by, body)?;
    rights::require(by, Kind::Body, Action::Edit, &body.scope())?;
    if body.kind == BodyKind::Outside { Err(Error::NotFound) } else { Ok(body) }
}

/// Whether a version can still be taken back: not in force yet, and no vote prepared under it.
///
/// # Errors
/// When the database cannot be read.
pub fn is_open(conn: &db::Conn, version: &RuleVersion) -> Result<bool> {
    Ok(version.from > conn.today() && !store::is_used(conn, version.id)?)
}

/// Gives a body rules from a day on. A version of the same day that is not in force yet gives way to it, so several
/// changes of one day become one version.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`] when other rules hold on that day than `based_on` says;
/// [`Error::Form`] on `from`, `note`, or on `rules` with what the rules themselves refuse.
pub fn take_rules(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewRules) -> Result<Id<RuleVersion>> {
    let body = given_by(tx, by, body)?;
    let before = store::rules_of(tx, &body, new.from)?;
    if before.as_ref().map(|v| v.id) != new.based_on {
        return Err(Error::Stale);
    }
    let mut check = Check::new();
    let note = new.note.trim();
    check.that(note.chars().count() <= NOTE_MOST && !note.chars().any(char::is_control), "note", || {
        Reason::new(
            format!("Bitte schreiben Sie eine Zeile mit höchstens {NOTE_MOST} Zeichen."),
            format!("Please write one line of at most {NOTE_MOST} characters."),
        )
    });
    check.take("rules", new.rules.check());
    check.take("rules", check_law(&new.profile, &new.rules));
    check.that(new.from >= body.term.from && new.from < body.term.until && !new.from.is_open(), "from", || {
        Reason::new("An diesem Tag gibt es das Gremium nicht.", "There is no such body on that day.")
    });
    if new.from < tx.today() && store::has_voted_since(tx, body.id, new.from.at(0, 0))? {
        check.that(false, "from", || {
            Reason::new(
                "Seit diesem Tag wurde schon nach den bisherigen Regeln abgestimmt.",
                "Since that day votes were held under the rules as they were.",
            )
        });
    }
    let replaced = before.filter(|v| v.body == body.id && v.from == new.from);
    if let Some(same) = &replaced
        && !is_open(tx, same)?
    {
        check.that(false, "from", || {
            Reason::new(
                "An diesem Tag beginnt schon eine Fassung, die bleibt. Bitte wählen Sie einen späteren Tag.",
                "A version that stays begins on that day already. Please choose a later day.",
            )
        });
    }
    check.done()?;
    if let Some(same) = replaced {
        store::delete_rules(tx, same.id)?;
    }
    let version = RuleVersion {
        id: tx.id(),
        body: body.id,
        profile: new.profile.clone(),
        rules: new.rules.clone(),
        note: note.to_owned(),
        from: new.from,
        made_at: tx.now(),
        by: by.person.map(Id::new),
    };
    store::insert_rules(tx, &version)?;
    follow(tx, &body, by)?;
    tx.emit(event("rules.given", version.id, &body, by));
    Ok(version.id)
}

/// Takes back a version that is not in force yet and under which no vote is prepared.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it stays.
pub fn take_back_rules(tx: &Tx<'_>, by: &Actor, id: Id<RuleVersion>) -> Result<Id<Body>> {
    let version = store::find_rules(tx, id)?;
    let body = given_by(tx, by, version.body)?;
    if !is_open(tx, &version)? {
        return Err(Error::Rule(Reason::new(
            "Diese Fassung ist in Kraft, oder es wird danach abgestimmt. Sie bleibt.",
            "This version is in force, or votes are held under it. It stays.",
        )));
    }
    store::delete_rules(tx, id)?;
    tx.emit(event("rules.taken_back", id, &body, by));
    Ok(body.id)
}

fn event(verb: &'static str, id: Id<RuleVersion>, body: &Body, by: &Actor) -> Event {
    Event::new(verb, Subject::new("rules", id.raw()))
        .by(by.person)
        .within(body.scope())
        .touching(Subject::new("body", body.id.raw()))
}

/// Whether a body votes formally follows the rules it has today.
fn follow(tx: &Tx<'_>, body: &Body, by: &Actor) -> Result<()> {
    match store::own_rules(tx, body.id, tx.today())? {
        Some(today) if today.rules.formal.value != body.formal => {
            networks::set_formal(tx, by.person, &body.scope(), today.rules.formal.value)
        }
        _ => Ok(()),
    }
}

/// Daily: where rules come into force today, whether the body votes formally follows them.
///
/// # Errors
/// When the database refuses.
pub fn come_into_force(tx: &Tx<'_>, _day: &str) -> Result<()> {
    for beginning in store::list_coming_into_force(tx, tx.today())? {
        let formal = beginning.version.rules.formal.value;
        if formal != beginning.formal {
            networks::set_formal(tx, None, &beginning.scope, formal)?;
        }
    }
    Ok(())
}
