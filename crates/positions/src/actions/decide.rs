//! Adopting a position, or not.

use db::Tx;
use decisions::Resolution;
use kernel::{Actor, Day, Error, Id, Reason, Result};
use people::rules::Check;

use super::{event, led, movers::stop_asking, needs, rule, sign};
use crate::{
    Amendment, AmendmentState, FitState, Minority, Position, State,
    store::{amendments, positions},
};

/// What still stands between a position and its adoption.
///
/// # Errors
/// The sentence that says why it cannot be adopted now.
pub fn may_adopt(position: &Position, open: usize, unmerged: usize) -> Result<(), Reason> {
    if !position.state.is_open() {
        return Err(Reason::new("Über diese Position ist schon entschieden.", "This position is decided already."));
    }
    if open > 0 {
        return Err(Reason::new(
            format!("Erst müssen {open} Änderungsanträge entschieden sein."),
            format!("{open} amendments must be decided first."),
        ));
    }
    if unmerged > 0 {
        return Err(Reason::new(
            "Angenommene Änderungen stehen noch nicht im Text.",
            "Accepted amendments are not in the text yet.",
        ));
    }
    Ok(())
}

fn ready(tx: &Tx<'_>, position: &Position) -> Result<()> {
    let all = amendments::list_amendments(tx, position.id)?;
    let open = |a: &&Amendment| a.state == AmendmentState::Open && a.fit != FitState::Obsolete;
    let open = all.iter().filter(open).count();
    let unmerged = |a: &&Amendment| a.state == AmendmentState::Accepted && a.merged_in.is_none();
    may_adopt(position, open, all.iter().filter(unmerged).count()).map_err(Error::Rule)
}

/// The body adopts it: by a resolution of its register or that of its network, or by a decision entered with day and way.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] while amendments are open or it is decided; [`Error::Form`] on `resolution`,
/// `day`, `how`.
pub fn adopt(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Position>,
    resolution: Option<Id<Resolution>>,
    (day, how): (Option<Day>, &str),
) -> Result<()> {
    let found = led(tx, by, id)?;
    ready(tx, &found)?;
    let (day, how) = decided(tx, by, &[found.body, found.network], resolution, (day, how))?;
    amendments::delete_letters(tx, id)?;
    positions::save_adopted(tx, &found, (day, &how, resolution))?;
    stop_asking(tx, id, by.person)?;
    tx.emit(event("position.adopted", &found, by.person));
    Ok(())
}

/// The day and way of a decision: those of a resolution of one of these bodies, or those that were entered.
pub(super) fn decided(
    tx: &Tx<'_>,
    by: &Actor,
    bodies: &[Id<networks::Body>],
    resolution: Option<Id<Resolution>>,
    (day, how): (Option<Day>, &str),
) -> Result<(Day, String)> {
    if let Some(resolution) = resolution {
        let found = decisions::find_resolution(tx, by, resolution);
        return match found {
            Ok(found) if bodies.contains(&found.body) && found.superseded_by.is_none() => {
                Ok((found.day, String::new()))
            }
            Ok(_) | Err(Error::NotFound) => Err(needs(
                "resolution",
                "Bitte wählen Sie einen Beschluss aus dem Verzeichnis.",
                "Please choose a resolution of the register.",
            )),
            Err(other) => Err(other),
        };
    }
    let mut check = Check::new();
    let how = if how.trim().is_empty() {
        check.that(false, "how", || {
            Reason::new(
                "Bitte schreiben Sie, wer wie beschlossen hat, oder wählen Sie einen Beschluss aus dem Verzeichnis.",
                "Please write who decided and how, or choose a resolution of the register.",
            )
        });
        String::new()
    } else {
        check.name("how", how)
    };
    check.that(day.is_some_and(|day| day <= tx.today() && day >= Day::literal("1900-01-01")), "day", || {
        Reason::new("Bitte nennen Sie den Tag des Beschlusses.", "Please give the day of the decision.")
    });
    check.done()?;
    Ok((day.unwrap_or_else(|| tx.today()), how))
}

/// It was not adopted: no majority, or the body could not decide. It is worked on again.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is decided; [`Error::Form`] on `why`.
pub fn not_adopted(tx: &Tx<'_>, by: &Actor, id: Id<Position>, why: &str) -> Result<()> {
    let (found, why) = open_because(tx, by, id, why)?;
    amendments::delete_letters(tx, id)?;
    positions::save_not_adopted(tx, &found, State::Draft, &why)?;
    tx.emit(event("position.not_adopted", &found, by.person));
    Ok(())
}

/// It is given up. It stays readable for those who read it.
///
/// # Errors
/// As [`not_adopted`].
pub fn drop_position(tx: &Tx<'_>, by: &Actor, id: Id<Position>, why: &str) -> Result<()> {
    let (found, why) = open_because(tx, by, id, why)?;
    amendments::delete_letters(tx, id)?;
    positions::save_not_adopted(tx, &found, State::Dropped, &why)?;
    stop_asking(tx, id, by.person)?;
    sign::stop_asking(tx, id, by.person)?;
    tx.emit(event("position.dropped", &found, by.person));
    Ok(())
}

fn open_because(tx: &Tx<'_>, by: &Actor, id: Id<Position>, why: &str) -> Result<(Position, String)> {
    let found = led(tx, by, id)?;
    if found.state.is_published() || found.state == State::Dropped {
        return rule("Über diese Position ist schon entschieden.", "This position is decided already.");
    }
    let mut check = Check::new();
    let why = check.text("why", Some(why)).unwrap_or_default();
    check.that(!why.is_empty(), "why", || Reason::new("Bitte nennen Sie den Grund.", "Please give the reason."));
    check.done()?;
    Ok((found, why))
}

/// Those who did not agree ask for their opinion to stand beside the text.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before it is adopted; [`Error::Form`] on `who`, `text`.
pub fn add_minority(tx: &Tx<'_>, by: &Actor, id: Id<Position>, new: &Minority) -> Result<()> {
    let found = led(tx, by, id)?;
    if found.adopted.is_none() {
        return rule("Ein Sondervotum gehört zu einem Beschluss.", "A minority opinion belongs to a decision.");
    }
    let mut check = Check::new();
    let who = check.name("who", &new.who);
    let text = check.text("text", Some(&new.text)).unwrap_or_default();
    check.that(!text.is_empty(), "text", || Reason::new("Bitte schreiben Sie einen Text.", "Please write a text."));
    check.done()?;
    positions::insert_minority(tx, id, &Minority { who, text }, by.person)?;
    tx.emit(event("position.minority", &found, by.person));
    Ok(())
}
