//! Approving minutes, which never change afterwards, and adding to them.

use db::Tx;
use kernel::{Actor, Error, Id, Office, Reason, Result};
use people::rules::Check;

use super::{circulate::tell_approved, event, written};
use crate::{
    Addendum, Meeting, Minutes, MinutesState,
    actions::rule,
    rules::minutes::{canonical, hash, may_approve},
    store::{self, minutes as rows},
};

/// The most addenda to minutes.
const ADDENDA_MOST: usize = 100;

/// Notes that a later meeting approved the minutes. From now on nothing of them changes; what they said is kept as a hash.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene now; [`Error::Rule`] for a draft, for approved
/// minutes, and while an objection is open; [`Error::Form`] on `meeting` for one that does not approve.
pub fn approve(tx: &Tx<'_>, by: &Actor, id: Id<Minutes>, meeting: Id<Meeting>) -> Result<()> {
    let (minutes, of, _) = written(tx, by, id)?;
    match minutes.state {
        MinutesState::Circulated => {}
        MinutesState::Draft => return rule("Verschicken Sie das Protokoll zuerst.", "Please send the minutes first."),
        MinutesState::Approved => {
            return rule("Das Protokoll ist schon genehmigt.", "The minutes are approved already.");
        }
    }
    if rows::count_open(tx, id)? > 0 {
        return rule("Entscheiden Sie zuerst die Einwände.", "Please decide the objections first.");
    }
    let wrong = || {
        let reason = Reason::new(
            "Bitte wählen Sie die Sitzung, die das Protokoll genehmigt hat.",
            "Please choose the meeting that approved the minutes.",
        );
        Error::field("meeting", reason)
    };
    let later = match store::meetings::find_meeting(tx, by, meeting) {
        Err(Error::NotFound) => return Err(wrong()),
        found => found?,
    };
    if !may_approve(&minutes, &of, &later, tx.now()) {
        return Err(wrong());
    }
    freeze(tx, (&minutes, &of), (by.person, Some(meeting)))
}

/// Those whose time for objections is over without one are approved where the rules of their body let that suffice.
///
/// # Errors
/// When the database refuses.
pub fn approve_by_clock(tx: &Tx<'_>) -> Result<usize> {
    let mut done = 0;
    for minutes in rows::list_closed(tx, tx.now())? {
        let meeting = store::meetings::find_any_meeting(tx, minutes.meeting)?;
        let body = networks::body_for_program(tx, meeting.body)?;
        let rules = decisions::rules_of(tx, &body, tx.today())?;
        if rules.is_some_and(|found| found.rules.minutes.by_clock.value) {
            freeze(tx, (&minutes, &meeting), (None, None))?;
            done += 1;
        }
    }
    Ok(done)
}

fn freeze(
    tx: &Tx<'_>,
    (minutes, meeting): (&Minutes, &Meeting),
    (by, later): (Option<i64>, Option<Id<Meeting>>),
) -> Result<()> {
    let (entries, todos) = (rows::list_entries(tx, minutes.id)?, rows::list_todos(tx, minutes.id)?);
    let hash = hash(&canonical(meeting, minutes, &entries, &todos));
    rows::save_approved(tx, minutes.id, (by, later), &hash)?;
    tell_approved(tx, minutes, meeting, &entries)?;
    tx.emit(event("minutes.approved", minutes, meeting, by));
    Ok(())
}

/// Adds something to approved minutes, with day and office of whoever signs.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene now; [`Error::Rule`] before they are approved, or when
/// there are too many; [`Error::Form`] on `text`.
pub fn add_addendum(tx: &Tx<'_>, by: &Actor, id: Id<Minutes>, text: &str) -> Result<Id<Addendum>> {
    let (minutes, meeting, _) = written(tx, by, id)?;
    if minutes.state != MinutesState::Approved {
        return rule(
            "Nachträge gibt es erst, wenn das Protokoll genehmigt ist.",
            "Addenda are possible once the minutes are approved.",
        );
    }
    let mut check = Check::new();
    let text = check.text("text", Some(text)).unwrap_or_default();
    check.that(!text.is_empty(), "text", || {
        Reason::new("Bitte schreiben Sie den Nachtrag.", "Please write the addendum.")
    });
    check.done()?;
    if rows::list_addenda(tx, id)?.len() >= ADDENDA_MOST {
        return rule("Zu diesem Protokoll gibt es schon viele Nachträge.", "There are many addenda already.");
    }
    let addendum = tx.id();
    rows::insert_addendum(tx, addendum, id, &text, (by.person, signs_as(by, &meeting)))?;
    tx.emit(event("minutes.added", &minutes, &meeting, by.person));
    Ok(addendum)
}

/// In which office somebody signs: the highest she has in the body, else in its network.
fn signs_as(by: &Actor, meeting: &Meeting) -> Option<Office> {
    let of = |body: i64| by.sits.iter().filter(|s| s.body == body).filter_map(|s| s.office).min();
    of(meeting.body.raw()).or_else(|| of(meeting.network.raw()))
}
