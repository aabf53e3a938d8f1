//! Verbs of lists that come in. The right is asked by the slice whose list it is, each time.

use db::Tx;
use formats::Table;
use kernel::{Error, Event, Id, Reason, Result, Subject};
use web::{Answers, Intake, Row, RowChoice, Undone, Viewer};

use crate::{
    model::{Import, Line},
    rules, store,
};

/// Keeps a list that was read, so that nothing is lost when a session ends. Nobody else sees it.
///
/// # Errors
/// When the database refuses.
pub fn begin(
    tx: &Tx<'_>,
    intake: &Intake,
    viewer: &Viewer,
    body: i64,
    source: &str,
    table: &Table,
) -> Result<Id<Import>> {
    let person = viewer.actor.person.ok_or(Error::NotFound)?;
    let width = table.width();
    let guess = rules::guess(intake.columns, &table.lines, width);
    let heads = guess.headings.and_then(|n| table.lines.get(n));
    let mut notes = Vec::new();
    if let Some(sheet) = table.sheet.as_ref().filter(|_| !table.others.is_empty()) {
        let others = table.others.iter().take(10).map(|s| format!("„{s}“")).collect::<Vec<_>>().join(", ");
        notes.push(Reason::new(
            format!("Gelesen ist das Blatt „{sheet}“. Nicht gelesen: {others}."),
            format!("The sheet “{sheet}” was read. Not read: {others}."),
        ));
    }
    if let Some(above) = guess.headings.filter(|n| *n > 0) {
        let words = table.lines[..above].iter().flat_map(|l| &l.cells).filter(|c| !c.is_empty()).take(3);
        let words = words.cloned().collect::<Vec<_>>().join(", ");
        notes.push(Reason::new(
            format!("Über den Überschriften steht: {words}. Das gehört nicht zur Liste."),
            format!("Above the headings stands: {words}. This is no part of the list."),
        ));
    }
    let import = Import {
        id: tx.id(),
        body,
        source: source.chars().take(120).collect(),
        notes,
        headings: (0..width).map(|n| heads.and_then(|l| l.cells.get(n)).cloned().unwrap_or_default()).collect(),
        columns: guess.columns,
        answers: Answers::new(),
        touched: tx.now(),
        taken: None,
        undone: None,
    };
    tx.silent("a list that is looked at is nobody's business yet");
    store::insert_import(tx, &import, person)?;
    for line in table.lines.iter().skip(guess.headings.map_or(0, |n| n + 1)) {
        let number = i64::try_from(line.number).unwrap_or(i64::MAX);
        let line =
            Line { number, cells: line.cells.clone(), torn: line.torn, choice: Some(RowChoice::Usual), done: false };
        store::insert_line(tx, import.id, &line)?;
    }
    Ok(import.id)
}

/// The rows as the slice reads them: those that are not left out and not taken.
#[must_use]
pub fn rows(import: &Import, lines: &[Line]) -> Vec<Row> {
    let open = lines.iter().filter(|l| !l.done);
    open.filter_map(|line| {
        let cells = import.columns.iter().zip(&line.cells).filter(|(key, _)| !key.is_empty());
        let cells = cells.map(|(key, cell)| (key.clone(), cell.clone())).collect();
        Some(Row { number: line.number, cells, torn: line.torn, choice: line.choice? })
    })
    .collect()
}

/// Takes every row that is clear.
///
/// # Errors
/// As the slice's verbs; [`Error::Rule`] when nothing is clear.
pub fn take(tx: &Tx<'_>, intake: &Intake, viewer: &Viewer, import: &Import, lines: &[Line]) -> Result<()> {
    let rows = rows(import, lines);
    let taken = (intake.take)(tx, viewer, import.body, &import.answers, &rows)?;
    if taken.rows.is_empty() {
        return Err(Error::rule(Reason::new("Es gibt nichts zu übernehmen.", "There is nothing to take.")));
    }
    let before = store::list_made(tx, import.id)?.len();
    for (place, thing) in (i64::try_from(before).unwrap_or(0)..).zip(&taken.things) {
        store::insert_made(tx, import.id, place, thing)?;
    }
    for (person, mail) in &taken.letters {
        store::insert_letter(tx, import.id, *person, mail)?;
    }
    store::save_done(tx, import.id, &taken.rows)?;
    store::save_taken(tx, import.id, import.taken.or_else(|| Some(tx.now())), None)?;
    // The last event of this transaction: what comes after it in the log was done by somebody since.
    tx.emit(event("import.taken", import, viewer));
    Ok(())
}

fn event(verb: &'static str, import: &Import, viewer: &Viewer) -> Event {
    let event = Event::new(verb, Subject::new("import", import.id.raw())).by(viewer.actor.person);
    event.touching(Subject::new("body", import.body))
}

/// Whether taking it can still be undone.
#[must_use]
pub fn is_undoable(import: &Import, now: kernel::Moment) -> bool {
    import.undone.is_none() && import.taken.is_some_and(|taken| now.seconds_since(taken) < web::UNDO_SECONDS)
}

/// Undoes it: what it made and nobody touched since goes; the rows wait as before.
///
/// # Errors
/// [`Error::Rule`] after 24 hours.
pub fn undo(tx: &Tx<'_>, intake: &Intake, viewer: &Viewer, import: &Import) -> Result<Undone> {
    if !is_undoable(import, tx.now()) {
        return Err(Error::rule(Reason::new(
            "Das lässt sich nicht mehr rückgängig machen: Die 24 Stunden sind vorbei.",
            "This cannot be undone any more: the 24 hours are over.",
        )));
    }
    let things = store::list_made(tx, import.id)?;
    let after = db::last_event(tx, "import.taken", "import", import.id.raw())?;
    let touched = db::touched_after(tx, after)?;
    let undone = (intake.undo)(tx, viewer, import.body, &things, &touched)?;
    let gone: Vec<i64> = undone.gone.iter().filter(|t| t.kind == "person").map(|t| t.id).collect();
    store::delete_letters(tx, import.id, &gone)?;
    store::delete_made(tx, import.id)?;
    store::save_none_done(tx, import.id)?;
    store::save_taken(tx, import.id, None, Some(tx.now()))?;
    tx.emit(event("import.undone", import, viewer));
    Ok(undone)
}

/// Every day: rows of lists that were taken a day ago, and lists nobody touched for a week.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    store::delete_rows_taken_before(tx, tx.now().plus_seconds(-web::UNDO_SECONDS))?;
    store::delete_made_taken_before(tx, tx.now().plus_seconds(-web::UNDO_SECONDS))?;
    store::delete_hanging(tx, tx.now().plus_seconds(-7 * 86_400))
}
