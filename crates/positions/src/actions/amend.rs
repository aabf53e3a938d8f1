//! Comments, amendments, what is recommended, and what becomes of them.

use db::Tx;
use kernel::{Actor, Error, Id, Moment, Result};
use networks::{Body, Seat};
use people::rules::Check;
use text::{Change, Paragraph, edits};

use super::{capacities, draft, event, needs, rule, steered};
use crate::{
    Advice, Amendment, AmendmentState, Comment, FitState, Mover, MoverState, NewAmendment, Position, Said, Sort, WHOLE,
    rules::{Merge, contributes, merge, steers},
    store::{amendments, positions, signatures, versions},
};

/// The most amendments of one position.
const MOST: i64 = 2_000;
/// The most characters of a reason.
const REASON_MOST: usize = 2_000;

struct Open {
    position: Position,
    text: Vec<Paragraph>,
    movers: Vec<Mover>,
}

/// A position the actor may add something to now.
fn open(tx: &Tx<'_>, by: &Actor, id: Id<Position>) -> Result<Open> {
    let position = positions::find_position(tx, by, id)?;
    let movers = signatures::list_movers(tx, id)?;
    if !contributes(by, &position, &movers, tx.today()) {
        return Err(Error::Denied(None));
    }
    let text = versions::list_paragraphs(tx, id, position.text)?;
    Ok(Open { position, text, movers })
}

/// As what she speaks: on the seat she chose, or on the only one she has there.
fn speaks(tx: &Tx<'_>, by: &Actor, of: &Open, seat: Option<Id<Seat>>) -> Result<(Option<Id<Seat>>, String)> {
    let all = capacities(tx, by, &of.position, &of.movers)?;
    let chosen = match seat {
        Some(seat) => all.iter().find(|(id, _)| *id == seat),
        // Seats that read the same are one capacity.
        None if all.iter().all(|(_, words)| Some(words) == all.first().map(|(_, words)| words)) => all.first(),
        None => None,
    };
    match chosen {
        Some((seat, words)) => Ok((Some(*seat), words.clone())),
        None => Err(needs("seat", "Bitte wählen Sie, als was Sie sprechen.", "Please choose as what you speak.")),
    }
}

/// Remarks something to paragraphs, each by its key, or to the whole text ([`WHOLE`]).
///
/// # Errors
/// [`Error::NotFound`] for a position or paragraph she does not see; [`Error::Denied`] when she is not asked or no longer;
/// [`Error::Form`] on `text`, `seat`.
pub fn comment(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Position>,
    (said, seat): (&[(i64, String)], Option<Id<Seat>>),
) -> Result<()> {
    let of = open(tx, by, id)?;
    let (_, capacity) = speaks(tx, by, &of, seat)?;
    // As many as one form or letter has paragraphs.
    for (paragraph, words) in said {
        if *paragraph != WHOLE && !of.text.iter().any(|p| p.key == *paragraph) {
            return Err(Error::NotFound);
        }
        let new = Comment {
            id: tx.id(),
            base: of.position.text,
            paragraph: *paragraph,
            text: long(words, "text")?,
            person: by.person.map(Id::new),
            capacity: capacity.clone(),
            made_at: tx.now(),
        };
        amendments::insert_comment(tx, id, &new)?;
    }
    tx.emit(event("position.commented", &of.position, by.person));
    Ok(())
}

fn long(words: &str, field: &'static str) -> Result<String> {
    let mut check = Check::new();
    let words = check.text(field, Some(words)).unwrap_or_default();
    check.that(!words.is_empty(), field, || {
        kernel::Reason::new("Bitte füllen Sie dieses Feld aus.", "Please fill in this field.")
    });
    check.done()?;
    Ok(words)
}

/// What is wanted of a paragraph, as a change of the latest text. `None` where nothing would change.
fn change(sort: Sort, old: &str, new: &str) -> Option<Change> {
    match sort {
        Sort::Strike => Some(Change::Strike),
        Sort::Add => (!new.is_empty()).then(|| Change::Add(new.to_owned())),
        Sort::Words => {
            let found = edits(old, new);
            (!found.is_empty() && !new.is_empty()).then_some(Change::Words(found))
        }
    }
}

/// A paragraph as it was typed: several become one, their lines stay.
fn one(typed: &str) -> String {
    text::paragraphs(typed).join("\n")
}

/// Asks for a change of one paragraph of the latest text.
///
/// # Errors
/// [`Error::NotFound`] for a position or paragraph she does not see; [`Error::Denied`] when she is not asked or no longer;
/// [`Error::Rule`] when there are too many; [`Error::Form`] on `new`, `reason`, `seat`.
pub fn propose(tx: &Tx<'_>, by: &Actor, id: Id<Position>, new: &NewAmendment) -> Result<Id<Amendment>> {
    let of = open(tx, by, id)?;
    let old = match (new.paragraph, new.sort) {
        (None, Sort::Add) => String::new(),
        (None, _) => return Err(Error::NotFound),
        (Some(key), _) => of.text.iter().find(|p| p.key == key).map(|p| p.text.clone()).ok_or(Error::NotFound)?,
    };
    let words = if new.sort == Sort::Strike { String::new() } else { one(&new.new) };
    let Some(change) = change(new.sort, &old, &words) else {
        return Err(needs("new", "Bitte schreiben Sie, was dort stehen soll.", "Please write what it shall say."));
    };
    let mut check = Check::new();
    let reason = check.text("reason", Some(&new.reason)).unwrap_or_default();
    check.that(reason.chars().count() <= REASON_MOST, "reason", || {
        kernel::Reason::new(
            format!("Bitte kürzen Sie auf höchstens {REASON_MOST} Zeichen."),
            format!("Please shorten this to at most {REASON_MOST} characters."),
        )
    });
    check.done()?;
    let (seat, capacity) = speaks(tx, by, &of, new.seat)?;
    let number = amendments::last_number(tx, id)? + 1;
    if number > MOST {
        return rule("Es gibt schon zu viele Änderungsanträge.", "There are too many amendments already.");
    }
    let made = Amendment {
        id: tx.id(),
        position: id,
        number,
        base: of.position.text,
        paragraph: new.paragraph,
        sort: new.sort,
        old: if new.sort == Sort::Add { String::new() } else { old },
        new: words,
        reason,
        person: by.person.map(Id::new),
        seat,
        capacity,
        fit: FitState::Applies,
        carried: Some(change),
        advice: None,
        advised: String::new(),
        advised_carried: None,
        advice_note: String::new(),
        proposer: None,
        state: AmendmentState::Open,
        outcome: String::new(),
        merged_in: None,
        made_at: Moment::from_micros(0),
        version: 1,
    };
    amendments::insert_amendment(tx, &made)?;
    tx.emit(event("position.amendment", &of.position, by.person));
    Ok(made.id)
}

/// An open amendment with its position.
fn found(tx: &Tx<'_>, by: &Actor, id: Id<Amendment>) -> Result<(Amendment, Position)> {
    let found = amendments::find_amendment(tx, id)?;
    let position = positions::find_position(tx, by, found.position)?;
    Ok((found, position))
}

fn still_open(one: &Amendment, position: &Position) -> Result<()> {
    if one.state != AmendmentState::Open || !position.state.is_open() {
        return rule("Über diesen Antrag ist schon entschieden.", "This amendment is decided already.");
    }
    Ok(())
}

fn asked(by: &Actor, one: &Amendment) -> bool {
    by.person.is_some() && one.person.map(Id::raw) == by.person
}

/// Takes one's own amendment back.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever asked; [`Error::Rule`] when it is decided.
pub fn take_back(tx: &Tx<'_>, by: &Actor, id: Id<Amendment>) -> Result<()> {
    let (one, position) = found(tx, by, id)?;
    if !asked(by, &one) {
        return Err(Error::Denied(None));
    }
    still_open(&one, &position)?;
    amendments::save_decided(tx, &one, (AmendmentState::Withdrawn, ""), one.carried.as_ref())?;
    tx.emit(event("position.amendment_withdrawn", &position, by.person));
    Ok(())
}

/// Puts an amendment to the latest text: for whoever asked and those who steer. What was recommended is asked anew.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is decided or its paragraph has gone; [`Error::Form`] on `new`.
pub fn restate(tx: &Tx<'_>, by: &Actor, id: Id<Amendment>, new: &str) -> Result<()> {
    let (was, position) = found(tx, by, id)?;
    if !asked(by, &was) && !steers(by, &position) {
        return Err(Error::Denied(None));
    }
    still_open(&was, &position)?;
    let all = versions::list_paragraphs(tx, position.id, position.text)?;
    let old = was.paragraph.and_then(|key| all.iter().find(|p| p.key == key)).map(|p| p.text.as_str());
    if was.paragraph.is_some() && old.is_none() {
        return rule("Diesen Absatz gibt es nicht mehr.", "This paragraph has gone.");
    }
    let words = if was.sort == Sort::Strike { String::new() } else { one(new) };
    let Some(change) = change(was.sort, old.unwrap_or_default(), &words) else {
        return Err(needs("new", "Bitte schreiben Sie, was dort stehen soll.", "Please write what it shall say."));
    };
    let old = if was.sort == Sort::Add { "" } else { old.unwrap_or_default() };
    amendments::save_restated(tx, &was, (position.text, old, &words), &change)?;
    amendments::delete_consents(tx, id)?;
    tx.emit(event("position.amendment_restated", &position, by.person));
    Ok(())
}

/// Recommends what is to become of an amendment. Everybody it concerns is asked anew.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer; [`Error::Rule`] when it is decided or does not apply;
/// [`Error::Form`] on `advised`, `note`.
pub fn advise(tx: &Tx<'_>, by: &Actor, id: Id<Amendment>, advice: Advice, (advised, note): (&str, &str)) -> Result<()> {
    let (was, position) = found(tx, by, id)?;
    if !steers(by, &position) {
        return Err(Error::Denied(None));
    }
    still_open(&was, &position)?;
    if was.fit != FitState::Applies {
        return rule(
            "Dieser Antrag passt nicht zum neuen Text. Stellen Sie ihn zuerst neu.",
            "This amendment does not fit the new text. Please put it anew first.",
        );
    }
    let mut check = Check::new();
    let note = check.text("note", Some(note)).unwrap_or_default();
    check.done()?;
    let (words, carried) = if advice == Advice::Changed {
        let all = versions::list_paragraphs(tx, position.id, position.text)?;
        let old = was.paragraph.and_then(|key| all.iter().find(|p| p.key == key)).map(|p| p.text.as_str());
        let words = one(advised);
        // Instead of striking a paragraph it may be worded otherwise.
        let sort = if was.sort == Sort::Strike { Sort::Words } else { was.sort };
        let change = change(sort, old.unwrap_or_default(), &words);
        let change = change.ok_or_else(|| {
            needs("advised", "Bitte schreiben Sie die anderen Worte.", "Please write the other words.")
        })?;
        (words, Some(change))
    } else {
        (String::new(), None)
    };
    amendments::save_advice(tx, &was, advice, (&words, &note), carried.as_ref())?;
    amendments::delete_consents(tx, id)?;
    tx.emit(event("position.advised", &position, by.person));
    Ok(())
}

/// Says whether one agrees to what is recommended: as whoever asked, and for each body one leads that moves the position too.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] for anybody else; [`Error::Rule`] when nothing is recommended or it is decided.
pub fn agree(tx: &Tx<'_>, by: &Actor, id: Id<Amendment>, said: Said) -> Result<()> {
    let (one, position) = found(tx, by, id)?;
    let movers = signatures::list_movers(tx, position.id)?;
    let led: Vec<Id<Body>> = movers
        .iter()
        .filter(|m| {
            m.state == MoverState::Joined && tasks::rules::led(by).iter().any(|b| *b == m.body || *b == m.network)
        })
        .map(|m| m.body)
        .collect();
    if !asked(by, &one) && led.is_empty() {
        return Err(Error::Denied(None));
    }
    still_open(&one, &position)?;
    if one.advice.is_none() {
        return rule("Es ist noch nichts empfohlen.", "Nothing is recommended yet.");
    }
    if asked(by, &one) {
        amendments::save_proposer(tx, id, said)?;
    }
    for body in led {
        amendments::save_consent(tx, id, body, said, by.person)?;
    }
    tx.emit(event("position.agreed", &position, by.person));
    Ok(())
}

/// Enters what was decided about an amendment, and how. Accepted with the words that are recommended instead where `changed`.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer; [`Error::Rule`] when it is decided or does not apply;
/// [`Error::Form`] on `outcome`.
pub fn decide_amendment(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Amendment>,
    (accepted, changed): (bool, bool),
    outcome: &str,
) -> Result<()> {
    let (one, position) = found(tx, by, id)?;
    if !steers(by, &position) {
        return Err(Error::Denied(None));
    }
    still_open(&one, &position)?;
    if accepted && one.fit != FitState::Applies {
        return rule(
            "Dieser Antrag passt nicht zum neuen Text. Stellen Sie ihn zuerst neu.",
            "This amendment does not fit the new text. Please put it anew first.",
        );
    }
    let carried = if changed { one.advised_carried.as_ref() } else { one.carried.as_ref() };
    if accepted && carried.is_none() {
        return rule(
            "Es sind keine anderen Worte empfohlen, die noch passen.",
            "No other words that still fit are recommended.",
        );
    }
    let mut check = Check::new();
    let outcome = check.text("outcome", Some(outcome)).unwrap_or_default();
    check.done()?;
    let state = if accepted { AmendmentState::Accepted } else { AmendmentState::Rejected };
    amendments::save_decided(tx, &one, (state, &outcome), carried)?;
    tx.emit(event("position.amendment_decided", &position, by.person));
    Ok(())
}

/// Puts every accepted amendment into the text, as a new version. Those that meet another stay out and are told so. Gives how
/// many are in it, and how many stayed out.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when none waits.
pub fn merge_accepted(tx: &Tx<'_>, by: &Actor, id: Id<Position>, note: &str) -> Result<(usize, usize)> {
    let position = steered(tx, by, id)?;
    if !position.state.is_open() {
        return rule("Der Text ist beschlossen und bleibt so.", "The text is adopted and stays as it is.");
    }
    let all = amendments::list_amendments(tx, id)?;
    let waits = |a: &&Amendment| a.state == AmendmentState::Accepted && a.merged_in.is_none();
    let ready: Vec<Merge> = all
        .iter()
        .filter(waits)
        .filter_map(|a| {
            let change = a.carried.clone().filter(|_| a.fit == FitState::Applies)?;
            Some(Merge { number: a.number, paragraph: a.paragraph, change, key: tx.id::<()>().raw() })
        })
        .collect();
    if ready.is_empty() {
        return rule("Kein angenommener Antrag wartet darauf.", "No accepted amendment waits for that.");
    }
    let (_, old) = draft::text_of(tx, by, id)?;
    let merged = merge(&old, &ready);
    // What went in must not be told that it is obsolete now.
    amendments::save_merged(tx, id, &merged.taken, position.text + 1)?;
    draft::write_with(tx, &position, &merged.paragraphs, (note, by.person), &merged.steps)?;
    tx.emit(event("position.merged", &position, by.person));
    Ok((merged.taken.len(), ready.len() - merged.taken.len()))
}
