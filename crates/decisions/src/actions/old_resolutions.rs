//! Resolutions of earlier years are entered with the number they had; a wrong entry goes the same day.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Lang, Level, Reason, Result, Scope};
use networks::{Body, BodyKind};
use people::rules::{Check, is_invisible};
use rights::{Action, Kind};

use super::resolutions::event;
use crate::{
    OldResolution, Resolution, ScanMedia,
    model::{LATER, SCAN_MOST},
    store::resolutions as store,
};

/// The most characters of a number as it was written.
pub const MARK_MOST: usize = 40;
/// The most characters of a title.
pub const TITLE_MOST: usize = 200;
/// The most characters of the text.
pub const TEXT_MOST: usize = 20_000;
/// The most characters of where it was taken from.
pub const SOURCE_MOST: usize = 200;

/// The most open level a decision of this body can have: never further than its page, and never out of a network whose
/// members are protected.
#[must_use]
pub fn openest(body: &Body) -> Level {
    if body.sensitive { body.level.max(Level::Network) } else { body.level }
}

/// Enters a resolution of earlier years. Number and text never change afterwards.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `mark`, `title`, `text`, `day`, `in_force`, `level`,
/// `source`, `scan`.
pub fn enter_old(tx: &Tx<'_>, by: &Actor, body: Id<Body>, old: &OldResolution) -> Result<Id<Resolution>> {
    let body = networks::find_body(tx, by, body)?;
    rights::require(by, Kind::Body, Action::Edit, &body.scope())?;
    if body.kind == BodyKind::Outside {
        return Err(Error::NotFound);
    }
    let taken = store::list_taken(tx, body.id)?;
    let mut check = Check::new();
    let mark = plain(&mut check, "mark", &old.mark, MARK_MOST, false);
    check.that(!taken.iter().any(|t| t.mark == mark), "mark", || {
        Reason::new("Diese Nummer steht schon im Verzeichnis.", "This number is in the register already.")
    });
    let title = plain(&mut check, "title", &old.title, TITLE_MOST, false);
    let text = plain(&mut check, "text", &old.text, TEXT_MOST, true);
    let source = old.source.as_deref().map(str::trim).filter(|s| !s.is_empty());
    let source = source.map(|s| plain(&mut check, "source", s, SOURCE_MOST, false));
    check.that(old.day <= tx.today() && old.day >= Day::literal("1900-01-01"), "day", || {
        Reason::new("Der Beschluss muss schon gefasst sein.", "The resolution must have been taken already.")
    });
    check.that(old.in_force >= old.day && !old.in_force.is_open(), "in_force", || {
        Reason::new(
            "In Kraft tritt ein Beschluss frühestens an seinem Tag.",
            "A resolution comes into force on its day at the earliest.",
        )
    });
    check.that(old.level >= openest(&body) && old.level <= Level::Body, "level", || {
        Reason::new("So weit ist das Gremium selbst nicht sichtbar.", "The body itself cannot be seen that widely.")
    });
    let scope = Scope::body(old.level, body.network.raw(), body.id.raw());
    check.that(rights::allows(by, Kind::Decision, Action::Edit, &scope), "level", || {
        Reason::new(
            "Auf dieser Stufe könnten Sie den Beschluss selbst nicht sehen.",
            "At this level you could not see the resolution yourself.",
        )
    });
    let scan = old.scan.as_ref();
    check.that(scan.is_none_or(|s| s.content.len() <= SCAN_MOST), "scan", too_large);
    check.that(scan.is_none_or(|s| ScanMedia::of(&s.content) == Some(s.media)), "scan", not_a_scan);
    check.done()?;
    let year = i64::from(old.day.year());
    let last = taken.iter().filter(|t| t.year == year && t.number >= LATER).map(|t| t.number).max();
    let new = Resolution {
        id: tx.id(),
        network: body.network,
        body: body.id,
        level: old.level,
        year,
        number: last.map_or(LATER, |n| n + 1),
        mark,
        vote: None,
        title,
        text,
        day: old.day,
        verdict_de: format!("Beschlossen am {}, hier nachgetragen.", i18n::day_medium(Lang::De, old.day)),
        verdict_en: format!("Decided on {}, entered here later.", i18n::day_medium(Lang::En, old.day)),
        in_force: old.in_force,
        repealed: None,
        superseded_by: None,
        entered_later: true,
        source,
        by: by.person.map(Id::new),
        made_at: tx.now(),
    };
    store::insert_resolution(tx, &new)?;
    if let Some(scan) = scan {
        store::insert_scan(tx, new.id, scan)?;
    }
    tx.emit(event("resolution.entered", &new).by(by.person));
    Ok(new.id)
}

/// The sentence for a scan that is too large.
pub fn too_large() -> Reason {
    Reason::new("Die Datei ist größer als 5 MB.", "The file is larger than 5 MB.")
}

/// The sentence for a file that is no scan.
pub fn not_a_scan() -> Reason {
    Reason::new("Bitte wählen Sie eine Datei als PDF, PNG oder JPEG.", "Please choose a file as PDF, PNG or JPEG.")
}

/// A text that must be there, trimmed and without anything that nobody sees.
fn plain(check: &mut Check, field: &'static str, text: &str, most: usize, lines: bool) -> String {
    let text = text.trim().replace("\r\n", "\n");
    check.that(!text.is_empty(), field, || {
        Reason::new("Bitte füllen Sie dieses Feld aus.", "Please fill in this field.")
    });
    check.that(text.chars().count() <= most, field, || {
        Reason::new(
            format!("Bitte kürzen Sie auf höchstens {most} Zeichen."),
            format!("Please shorten this to at most {most} characters."),
        )
    });
    let seen = |c: char| !is_invisible(c) || (lines && matches!(c, '\n' | '\t')) || c == '\u{ad}';
    check.that(text.chars().all(seen), field, || {
        Reason::new("Bitte entfernen Sie unsichtbare Zeichen.", "Please remove invisible characters.")
    });
    text
}

/// Whether this person may still take back what she entered: the same day, as long as nothing refers to it.
#[must_use]
pub fn may_withdraw(by: &Actor, of: &Resolution, today: Day) -> bool {
    of.entered_later
        && by.person.is_some()
        && of.by.map(Id::raw) == by.person
        && of.made_at.day() == today
        && of.repealed.is_none()
}

/// Takes back an old resolution that was entered wrongly, the same day, by whoever entered it.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for anybody else; [`Error::Rule`] when it is too late or another is replaced
/// by it.
pub fn withdraw(tx: &Tx<'_>, by: &Actor, id: Id<Resolution>) -> Result<()> {
    let found = store::find_resolution(tx, by, id)?;
    if by.person.is_none() || found.by.map(Id::raw) != by.person {
        return Err(Error::Denied(None));
    }
    if !may_withdraw(by, &found, tx.today()) || store::replaces_any(tx, id)? {
        return Err(Error::Rule(Reason::new(
            "Zurücknehmen geht nur am Tag des Eintrags und solange nichts darauf verweist.",
            "It can be taken back on the day it was entered only, while nothing refers to it.",
        )));
    }
    store::delete_resolution(tx, id)?;
    tx.emit(event("resolution.withdrawn", &found).by(by.person));
    Ok(())
}
