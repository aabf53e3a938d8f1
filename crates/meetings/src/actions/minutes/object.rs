//! Objections to a paragraph, on the page or by the link of a letter, and what becomes of them.

use db::Tx;
use kernel::{Actor, Error, Id, Reason, Result, Subject};
use people::rules::Check;
use tasks::{NewTask, Source};

use super::{event, written};
use crate::{
    Capacity, Entry, Meeting, Minutes, MinutesLetter, MinutesObjection, MinutesState, ObjectionState,
    actions::rule,
    reads::fills,
    rules::minutes::{OBJECTIONS_MOST, Reader, length, replaced},
    store::{self, minutes as rows},
};

/// What somebody objects to: entry, paragraph from 1, and what she says.
pub type Against<'a> = (Id<Entry>, i64, &'a str);

/// Objects as who is signed in.
///
/// # Errors
/// [`Error::NotFound`] for minutes or an entry she does not read; [`Error::Denied`] but for those of the body;
/// [`Error::Rule`] when they are no longer open to objections; [`Error::Form`] on `paragraph` and `text`.
pub fn object(tx: &Tx<'_>, by: &Actor, id: Id<Minutes>, against: Against<'_>) -> Result<Id<MinutesObjection>> {
    let minutes = rows::find_minutes(tx, id)?;
    let meeting = store::meetings::find_meeting(tx, by, minutes.meeting)?;
    let reader = Reader::by_seats(by, &meeting, fills(tx, by, meeting.body)?, None);
    if !reader.opens(&minutes) {
        return Err(Error::NotFound);
    }
    if !reader.within() {
        return Err(Error::Denied(None));
    }
    insert(tx, (&minutes, &meeting, &reader), (by.person.map(Id::new), None), against)
}

/// Objects by the link of a letter. Guests object to what they read.
///
/// # Errors
/// As [`object`].
pub fn object_by_letter(tx: &Tx<'_>, letter: &MinutesLetter, against: Against<'_>) -> Result<Id<MinutesObjection>> {
    let minutes = rows::find_minutes(tx, letter.minutes)?;
    let meeting = store::meetings::find_any_meeting(tx, minutes.meeting)?;
    let reader = Reader::by_letter(letter.capacity, letter.item);
    let person = letter.person.filter(|_| letter.capacity != Capacity::Mailbox);
    insert(tx, (&minutes, &meeting, &reader), (person, Some(letter.id)), against)
}

fn insert(
    tx: &Tx<'_>,
    (minutes, meeting, reader): (&Minutes, &Meeting, &Reader),
    (person, letter): (Option<Id<people::Person>>, Option<Id<MinutesLetter>>),
    (entry, paragraph, text): Against<'_>,
) -> Result<Id<MinutesObjection>> {
    let entry = rows::find_entry(tx, entry)?;
    if entry.minutes != minutes.id || !reader.reads(&entry) {
        return Err(Error::NotFound);
    }
    if !minutes.is_open_at(tx.now()) {
        return rule("Die Frist für Einwände ist vorbei.", "The time for objections is over.");
    }
    let mut check = Check::new();
    check.that((1..=length(&entry.text)).contains(&paragraph), "paragraph", || {
        Reason::new("Bitte wählen Sie den Absatz.", "Please choose the paragraph.")
    });
    let text = check.text("text", Some(text)).unwrap_or_default();
    check.that(!text.is_empty(), "text", || {
        Reason::new("Bitte schreiben Sie, was nicht stimmt.", "Please write what is wrong.")
    });
    check.done()?;
    let all = rows::list_objections(tx, minutes.id)?;
    if all.len() >= OBJECTIONS_MOST {
        return rule("Es liegen schon sehr viele Einwände vor.", "There are very many objections already.");
    }
    // The same words again from the same person or letter are one objection: forms are sent twice.
    let same = |o: &&MinutesObjection| {
        (o.entry, o.paragraph, o.person, o.letter, o.text.as_str())
            == (entry.id, paragraph, person, letter, text.as_str())
    };
    if let Some(known) = all.iter().find(same) {
        tx.silent("this objection was made before");
        return Ok(known.id);
    }
    let new = MinutesObjection {
        id: tx.id(),
        minutes: minutes.id,
        entry: entry.id,
        paragraph,
        person,
        letter,
        text,
        made_at: tx.now(),
        state: ObjectionState::Open,
        answer: String::new(),
        task: None,
    };
    rows::insert_objection(tx, &new)?;
    rows::save_objection_task(tx, new.id, tell(tx, (minutes, meeting), &new)?)?;
    // Who objected is nobody's news.
    tx.emit(event("minutes.objected", minutes, meeting, None));
    Ok(new.id)
}

/// Those who lead learn of it by a task of the body.
fn tell(
    tx: &Tx<'_>,
    (minutes, meeting): (&Minutes, &Meeting),
    new: &MinutesObjection,
) -> Result<Option<Id<tasks::Task>>> {
    let subject = Subject::new("minutes", minutes.id.raw());
    let source = Source::new(subject, format!("Protokoll: {}", meeting.title), format!("Minutes: {}", meeting.title));
    let task = NewTask {
        title_en: Some("Decide an objection to the minutes".to_owned()),
        ..NewTask::new(meeting.body, "Einwand zum Protokoll entscheiden").from(source)
    };
    match tasks::make(tx, &task, &format!("minutes objection {}", new.id), None) {
        // A body that was dissolved gets no tasks; its minutes can be objected to all the same.
        Err(Error::Rule(_)) => Ok(None),
        made => made,
    }
}

/// Decides an objection: with other words for the paragraph, or with a reason why it stays. Where the paragraph goes, what is
/// still open against it is decided with it: nothing is left that could be changed or stay.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene now; [`Error::Rule`] when it is decided, or the
/// minutes are approved; [`Error::Form`] on `words` and `answer`.
pub fn decide_objection(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<MinutesObjection>,
    accepts: bool,
    (words, answer): (&str, &str),
) -> Result<()> {
    let objection = rows::find_objection(tx, id)?;
    let (minutes, meeting, _) = written(tx, by, objection.minutes)?;
    if objection.state != ObjectionState::Open || minutes.state != MinutesState::Circulated {
        return rule("Dieser Einwand ist schon entschieden.", "This objection has been decided already.");
    }
    let mut check = Check::new();
    let words = check.text("words", Some(words)).unwrap_or_default();
    let answer = check.text("answer", Some(answer)).unwrap_or_default();
    check.that(accepts || !answer.is_empty(), "answer", || {
        Reason::new("Bitte schreiben Sie, warum der Absatz bleibt.", "Please write why the paragraph stays.")
    });
    check.done()?;
    let mut decided: Vec<Id<tasks::Task>> = objection.task.into_iter().collect();
    let state = if accepts {
        let entry = rows::find_entry(tx, objection.entry)?;
        let text = replaced(&entry.text, objection.paragraph, &words).unwrap_or_else(|| entry.text.clone());
        let text = people::rules::text(&text).map_err(|reason| Error::field("words", reason))?;
        if text == entry.text {
            let reason = Reason::new(
                "Bitte schreiben Sie, wie der Absatz jetzt lautet.",
                "Please write what the paragraph says now.",
            );
            return Err(Error::field("words", reason));
        }
        rows::save_text(tx, entry.id, entry.version, &text)?;
        decided.extend(renumber(tx, &objection, length(&text) - length(&entry.text), &answer, by)?);
        ObjectionState::Accepted
    } else {
        ObjectionState::Declined
    };
    rows::save_decided(tx, id, (state, &answer), by.person)?;
    // Few: one, and those against a paragraph that went.
    for task in decided {
        match tasks::done(tx, by, task) {
            // Whoever convenes as a host decides, though the body's tasks are not hers.
            Ok(_) | Err(Error::NotFound | Error::Denied(_) | Error::Rule(_)) => {}
            Err(other) => return Err(other),
        }
    }
    tx.emit(event("minutes.objection_decided", &minutes, &meeting, by.person));
    Ok(())
}

/// Keeps each objection at its paragraph after that of an accepted one became `more` than it was; gives the tasks of those that
/// are decided with it.
fn renumber(
    tx: &Tx<'_>,
    accepted: &MinutesObjection,
    more: i64,
    answer: &str,
    by: &Actor,
) -> Result<Vec<Id<tasks::Task>>> {
    if more == 0 {
        return Ok(Vec::new());
    }
    let mut tasks = Vec::new();
    if more < 0 {
        let mut gone = rows::list_objections(tx, accepted.minutes)?;
        gone.retain(|o| {
            (o.entry, o.paragraph, o.state) == (accepted.entry, accepted.paragraph, ObjectionState::Open)
                && o.id != accepted.id
        });
        tasks.extend(gone.into_iter().filter_map(|o| o.task));
        rows::save_gone(tx, accepted, answer, by.person)?;
    }
    rows::save_moved(tx, accepted, more)?;
    Ok(tasks)
}
