//! Sending a position to those it is for, filing what comes back, and judging what came of it.

use db::{OutMail, Tx};
use kernel::{Actor, Day, Error, Id, Lang, Reason, Result, Subject};
use people::rules::Check;

use super::{event, led, needs, rule};
use crate::{
    Dispatch, NewDispatch, Outcome, Position, Reply, Sending, Way, letters,
    rules::state_after,
    store::{addressees, dispatches, positions, versions},
};

/// The longest plan of reminders: weeks between two.
const WEEKS_MOST: i64 = 52;
/// The most letters of one position.
const MOST: usize = 200;

/// Plans a letter to somebody.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `addressee`, `letter`, `file_mark`, `due`, `weeks`.
pub fn plan_letter(tx: &Tx<'_>, by: &Actor, id: Id<Position>, new: &NewDispatch) -> Result<Id<Dispatch>> {
    let found = led(tx, by, id)?;
    let to = addressees::find_addressee(tx, new.addressee)?;
    let planned = dispatches::list_dispatches(tx, id)?;
    let mut check = Check::new();
    let letter = check.text("letter", Some(&new.letter)).unwrap_or_default();
    let file_mark = check.name_or_none("file_mark", Some(&new.file_mark)).unwrap_or_default();
    check.that(planned.iter().all(|d| d.addressee != to.id), "addressee", || {
        Reason::new("An diese Stelle geht die Position schon.", "The position goes there already.")
    });
    check.that(to.term.contains(tx.today()), "addressee", || {
        Reason::new("Diese Stelle gibt es nicht mehr.", "This office exists no longer.")
    });
    check.that(planned.len() < MOST, "addressee", || Reason::new("Das sind zu viele.", "These are too many."));
    check.that(!letter.is_empty(), "letter", || {
        Reason::new("Bitte schreiben Sie einen Brief.", "Please write a letter.")
    });
    check.that(new.due.is_none_or(|day| day > tx.today()), "due", || {
        Reason::new("Dieser Tag liegt nicht in der Zukunft.", "This day does not lie ahead.")
    });
    check.that((0..=WEEKS_MOST).contains(&new.remind_weeks), "weeks", || {
        Reason::new("Bitte nennen Sie 0 bis 52 Wochen.", "Please give 0 to 52 weeks.")
    });
    check.done()?;
    let made = tx.id();
    dispatches::insert_dispatch(tx, made, id, &to.name, &NewDispatch { letter, file_mark, ..new.clone() })?;
    tx.emit(event("position.addressed", &found, by.person));
    Ok(made)
}

fn planned(tx: &Tx<'_>, by: &Actor, id: Id<Dispatch>) -> Result<(Dispatch, Position)> {
    let dispatch = dispatches::find_dispatch(tx, id)?;
    let position = led(tx, by, dispatch.position)?;
    Ok((dispatch, position))
}

/// Takes a planned letter away.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it was sent.
pub fn drop_letter(tx: &Tx<'_>, by: &Actor, id: Id<Dispatch>) -> Result<Id<Position>> {
    let (dispatch, position) = planned(tx, by, id)?;
    if dispatch.sent.is_some() {
        return rule("Dieser Brief ist schon verschickt.", "This letter has been sent already.");
    }
    dispatches::delete_planned(tx, id)?;
    tx.emit(event("position.unaddressed", &position, by.person));
    Ok(position.id)
}

/// The letter goes: by mail at once, or on paper or by hand on the day somebody says. What went where and when stays as proof.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before it is published, or when it was sent, or without a mailbox;
/// [`Error::Form`] on `day`.
pub fn send_letter(tx: &Tx<'_>, by: &Actor, id: Id<Dispatch>, how: Sending, base: &str) -> Result<()> {
    let (dispatch, position) = planned(tx, by, id)?;
    if !position.state.is_published() {
        return rule(
            "Verschickt wird, was veröffentlicht ist und seine Nummer hat.",
            "What is published and has its number can be sent.",
        );
    }
    if dispatch.sent.is_some() {
        return rule("Dieser Brief ist schon verschickt.", "This letter has been sent already.");
    }
    let to = addressees::find_addressee(tx, dispatch.addressee)?;
    let day = sent_on(tx, how, position.published_at.map(|at| at.day()))?;
    let (address, mail) = leave(tx, &position, (how.way, &to), &dispatch.letter, base)?;
    dispatches::save_sent(tx, id, (how.way, day, by.person), (&to.name, &address, mail))?;
    follow(tx, position.id)?;
    tx.emit(event("position.sent", &position, by.person).touching(Subject::new("addressee", to.id.raw())));
    Ok(())
}

fn sent_on(tx: &Tx<'_>, how: Sending, not_before: Option<Day>) -> Result<Day> {
    if how.way == Way::Mail {
        return Ok(tx.today());
    }
    if how.day > tx.today() || not_before.is_some_and(|first| how.day < first) {
        return Err(needs("day", "Bitte nennen Sie den Tag des Versands.", "Please give the day of dispatch."));
    }
    Ok(how.day)
}

/// Puts a mail into the outbox where it goes by mail. Gives where it goes, and the number of the mail.
fn leave(
    tx: &Tx<'_>,
    position: &Position,
    (way, to): (Way, &crate::Addressee),
    letter: &str,
    base: &str,
) -> Result<(String, Option<i64>)> {
    match (way, &to.mail) {
        (Way::Mail, None) => {
            rule("Von dieser Stelle ist kein Postfach bekannt.", "No mailbox of this office is known.")
        }
        (Way::Mail, Some(mail)) => {
            let network = networks::body_for_program(tx, position.network)?;
            if network.unlisted {
                return rule(
                    "Ein verborgenes Netzwerk schreibt von hier aus niemandem.",
                    "An unlisted network writes to nobody from here.",
                );
            }
            let text: Vec<String> = versions::list_paragraphs(tx, position.id, position.text)?
                .into_iter()
                .enumerate()
                .map(|(n, p)| format!("({}) {}", n + 1, p.text))
                .collect();
            let out = OutMail {
                to: mail.clone(),
                subject: letters::subject(Lang::De, position, &network),
                text: letters::to_addressee(Lang::De, position, (letter, &text), base),
                lang: Lang::De,
                purpose: "position",
                ..OutMail::default()
            };
            Ok((mail.clone(), Some(tx.post(&out)?.raw())))
        }
        (Way::Letter | Way::Handed, _) => Ok((to.address.clone(), None)),
    }
}

/// The state of a position follows what was sent, answered and judged.
fn follow(tx: &Tx<'_>, id: Id<Position>) -> Result<()> {
    let all = dispatches::list_dispatches(tx, id)?;
    let ids: Vec<_> = all.iter().map(|d| d.id).collect();
    let replies = dispatches::list_replies(tx, &ids)?;
    let state = state_after(&all, |d| replies.iter().any(|r| r.dispatch == d.id));
    positions::save_track(tx, id, state)
}

fn sent(tx: &Tx<'_>, by: &Actor, id: Id<Dispatch>) -> Result<(Dispatch, Position)> {
    let (dispatch, position) = planned(tx, by, id)?;
    if dispatch.sent.is_none() {
        return rule("Dieser Brief ist noch nicht verschickt.", "This letter has not been sent yet.");
    }
    Ok((dispatch, position))
}

/// Files an answer.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when nothing was sent; [`Error::Form`] on `day`, `text`, `file_mark`.
pub fn file_reply(tx: &Tx<'_>, by: &Actor, new: &Reply) -> Result<()> {
    file_reply_with(tx, by, new, &[])
}

/// What files of an answer hang on.
pub const ANSWER: &str = "position_answer";

/// [`file_reply`] with the answer itself as files.
///
/// # Errors
/// As [`file_reply`]; [`Error::Form`] on the files where there are too many.
pub fn file_reply_with(tx: &Tx<'_>, by: &Actor, new: &Reply, uploads: &[files::Upload]) -> Result<()> {
    let (dispatch, position) = sent(tx, by, new.dispatch)?;
    let mut check = Check::new();
    let text = check.text("text", Some(&new.text)).unwrap_or_default();
    check.that(!text.is_empty(), "text", || {
        Reason::new("Bitte schreiben Sie, was geantwortet wurde.", "Please write what was answered.")
    });
    let file_mark = check.name_or_none("file_mark", Some(&new.file_mark)).unwrap_or_default();
    check.that(new.day <= tx.today() && dispatch.sent.is_some_and(|day| new.day >= day), "day", || {
        Reason::new(
            "Die Antwort kam nach dem Brief und vor morgen.",
            "The answer came after the letter and before tomorrow.",
        )
    });
    check.done()?;
    let id = tx.id();
    dispatches::insert_reply(tx, &Reply { id, text, file_mark, ..new.clone() }, by.person)?;
    files::attach(tx, files::On::new(ANSWER, id.raw()), uploads, by.person)?;
    follow(tx, position.id)?;
    tx.emit(event("position.answered", &position, by.person));
    Ok(())
}

/// Asks again. What went where and when stays as proof.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when nothing was sent, somebody answered, or there is no mailbox;
/// [`Error::Form`] on `letter`, `day`.
pub fn remind(tx: &Tx<'_>, by: &Actor, id: Id<Dispatch>, how: Sending, letter: &str, base: &str) -> Result<()> {
    let (dispatch, position) = sent(tx, by, id)?;
    if dispatch.outcome.is_some() || !dispatches::list_replies(tx, &[id])?.is_empty() {
        return rule("Hier wartet niemand mehr auf eine Antwort.", "Nobody waits for an answer here any more.");
    }
    let mut check = Check::new();
    let letter = check.text("letter", Some(letter)).unwrap_or_default();
    check.that(!letter.is_empty(), "letter", || {
        Reason::new("Bitte schreiben Sie einen Brief.", "Please write a letter.")
    });
    check.done()?;
    // Whoever came after a renamed or split office is asked where the letter went.
    let to = addressees::find_addressee(tx, dispatch.addressee)?;
    let day = sent_on(tx, how, dispatch.sent)?;
    let (_, mail) = leave(tx, &position, (how.way, &to), &letter, base)?;
    dispatches::insert_reminder(tx, id, (how.way, day, &letter), (mail, by.person))?;
    tx.emit(event("position.reminded", &position, by.person).touching(Subject::new("addressee", to.id.raw())));
    Ok(())
}

/// Says what came of it, with what shows that.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Stale`]; [`Error::Rule`] when nothing was sent; [`Error::Form`] on `outcome`, `evidence`.
pub fn judge(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Dispatch>,
    version: i64,
    (outcome, evidence): (Outcome, &str),
) -> Result<()> {
    let (dispatch, position) = sent(tx, by, id)?;
    if dispatch.version != version {
        return Err(Error::Stale);
    }
    let answered = !dispatches::list_replies(tx, &[id])?.is_empty();
    let mut check = Check::new();
    let evidence = check.text("evidence", Some(evidence)).unwrap_or_default();
    let shown = !evidence.is_empty() || matches!(outcome, Outcome::None | Outcome::Unknown);
    check.that(shown, "evidence", || {
        Reason::new("Bitte nennen Sie, woran man das sieht.", "Please say what shows that.")
    });
    check.that(!(outcome == Outcome::None && answered), "outcome", || {
        Reason::new("Es gibt eine Antwort.", "There is an answer.")
    });
    check.done()?;
    dispatches::save_judged(tx, &dispatch, (outcome, &evidence, tx.today()), by.person)?;
    follow(tx, position.id)?;
    tx.emit(event("position.judged", &position, by.person));
    Ok(())
}
