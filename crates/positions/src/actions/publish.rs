//! Publishing a position: its number for ever, and what stands beside its text.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Level, Reason, Result, Subject};
use people::rules::Check;

use super::{event, led, needs, rule};
use crate::{
    Position, SignerState, Slots, State,
    relevant::matching,
    rules::{levels, may_publish},
    store::{
        positions,
        register::{Wanted, list_published},
        signatures, signers,
    },
};

/// The most characters of a slot.
const SLOT_MOST: usize = 6_000;

/// What stands beside the text: a summary in English, one in easy language, a sentence for the press, and when somebody is to look
/// whether it still holds.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`]; [`Error::Form`] on `summary_en`, `easy`, `quote`, `quote_by`, `review`.
pub fn save_slots(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Position>,
    version: i64,
    (slots, review): (&Slots, Option<Day>),
) -> Result<()> {
    let found = led(tx, by, id)?;
    if found.version != version {
        return Err(Error::Stale);
    }
    let mut check = Check::new();
    let mut long = |field, text: &str| {
        let text = check.text(field, Some(text)).unwrap_or_default();
        check.that(text.chars().count() <= SLOT_MOST, field, || {
            kernel::Reason::new(
                format!("Bitte kürzen Sie auf höchstens {SLOT_MOST} Zeichen."),
                format!("Please shorten this to at most {SLOT_MOST} characters."),
            )
        });
        text
    };
    let (summary_en, easy, quote) =
        (long("summary_en", &slots.summary_en), long("easy", &slots.easy), long("quote", &slots.quote));
    let quote_by = check.name_or_none("quote_by", Some(&slots.quote_by)).unwrap_or_default();
    check.that(quote.is_empty() == quote_by.is_empty(), "quote_by", || {
        kernel::Reason::new("Zu einem Zitat gehört, wer es sagt.", "A quote needs somebody who says it.")
    });
    check.that(review.is_none_or(|day| day <= tx.today().plus_months(240)), "review", || {
        kernel::Reason::new("Bitte prüfen Sie das Jahr.", "Please check the year.")
    });
    check.done()?;
    positions::save_slots(tx, &found, &Slots { summary_en, easy, quote, quote_by }, review)?;
    tx.emit(event("position.slots", &found, by.person));
    Ok(())
}

/// How far it is to be seen, and whether it is published by itself once so many networks signed.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is published; [`Error::Form`] on `level`, `signers`.
pub fn plan_publication(tx: &Tx<'_>, by: &Actor, id: Id<Position>, level: Level, signers: i64) -> Result<()> {
    let found = led(tx, by, id)?;
    if found.state.is_published() {
        return rule("Diese Position ist schon veröffentlicht.", "This position is published already.");
    }
    let network = networks::body_for_program(tx, found.network)?;
    if !levels(&network).contains(&level) {
        return Err(needs(
            "level",
            "So weit ist das Netzwerk selbst nicht sichtbar.",
            "The network itself cannot be seen that widely.",
        ));
    }
    if !(0..=50).contains(&signers) {
        return Err(needs("signers", "Bitte nennen Sie 0 bis 50 Netzwerke.", "Please give 0 to 50 networks."));
    }
    positions::save_plan(tx, &found, level, signers)?;
    tx.emit(event("position.planned", &found, by.person));
    Ok(())
}

/// Publishes it: it gets the next number of its network in this year, which never changes again.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is not adopted, or too few networks have signed.
pub fn publish(tx: &Tx<'_>, by: &Actor, id: Id<Position>) -> Result<String> {
    let found = led(tx, by, id)?;
    may_publish(&found, &signatures::list_signatures(tx, id)?).map_err(Error::Rule)?;
    cleared(tx, id)?;
    let network = networks::body_for_program(tx, found.network)?;
    if !levels(&network).contains(&found.publish_level) {
        return rule(
            "Legen Sie zuerst fest, wer die Position sehen soll.",
            "Please settle first who is to see the position.",
        );
    }
    make_public(tx, &found, by.person)
}

/// The same for a verb that asked whether it may be.
pub(super) fn make_public(tx: &Tx<'_>, found: &Position, by: Option<i64>) -> Result<String> {
    let year = i64::from(tx.today().year());
    let number = positions::last_number(tx, found.network, year)? + 1;
    let mark = format!("{year}/{number}");
    positions::save_published(tx, found.id, (year, number, &mark))?;
    let now = positions::find_any_position(tx, found.id)?;
    tx.emit(event("position.published", &now, by));
    if let Some(Some(older)) = signers::find_contradiction(tx, found.id)? {
        let older = positions::find_any_position(tx, older)?;
        if older.state.is_published() && older.ended.is_none() {
            positions::save_ended(tx, older.id, tx.today(), Some(found.id))?;
            tx.emit(event("position.superseded", &older, by).touching(Subject::new("position", found.id.raw())));
        }
    }
    Ok(mark)
}

/// Publishes what waited for signatures, if there are enough now. Its level was looked at when it was planned, and is looked at
/// again.
pub(super) fn publish_if_signed(tx: &Tx<'_>, id: Id<Position>, by: Option<i64>) -> Result<bool> {
    let found = positions::find_any_position(tx, id)?;
    let all = signatures::list_signatures(tx, id)?;
    let waits = found.state == State::Adopted && found.signers_least > 0;
    if !waits || may_publish(&found, &all).is_err() || cleared(tx, id).is_err() {
        return Ok(false);
    }
    let network = networks::body_for_program(tx, found.network)?;
    if !levels(&network).contains(&found.publish_level) {
        return Ok(false);
    }
    make_public(tx, &found, by).map(|_| true)
}

/// Whether no employer's clearance is missing.
fn cleared(tx: &Tx<'_>, id: Id<Position>) -> Result<()> {
    let missing = signers::list_signers(tx, id)?.iter().filter(|s| s.state == SignerState::Clearing).count();
    if missing == 0 {
        return Ok(());
    }
    Err(Error::Rule(Reason::new(
        format!("Bei {missing} Unterschriften fehlt die Zustimmung der Dienststelle."),
        format!("The employer's clearance is missing for {missing} signatures."),
    )))
}

/// The older positions of the same network a new one could contradict: in force, with its topic or words of its title.
///
/// # Errors
/// When the database cannot be read.
pub fn contradictable(conn: &db::Conn, by: &Actor, of: &Position) -> Result<Vec<Position>> {
    let wanted = Wanted { network: Some(of.network), in_force: Some(conn.today()), ..Wanted::default() };
    let mut all = list_published(conn, by, &wanted, (0, 300))?;
    all.retain(|p| p.id != of.id && (of.topic.is_some() && p.topic == of.topic || matching(&p.title, &of.title)));
    Ok(all)
}

/// Says whether it contradicts an older one, which then gives way when this one is published; nothing is left unsaid where an older
/// one speaks of the same.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `older`.
pub fn say_contradiction(tx: &Tx<'_>, by: &Actor, id: Id<Position>, said: Option<Option<Id<Position>>>) -> Result<()> {
    let found = led(tx, by, id)?;
    let all = contradictable(tx, by, &found)?;
    match said {
        None if all.is_empty() => Ok(()),
        Some(older) if older.is_none_or(|older| all.iter().any(|p| p.id == older)) => {
            signers::save_contradiction(tx, id, older)?;
            tx.emit(event("position.contradiction", &found, by.person));
            Ok(())
        }
        _ => Err(needs(
            "older",
            "Bitte sagen Sie, ob der Text einer älteren Position widerspricht.",
            "Please say whether the text contradicts an older position.",
        )),
    }
}
