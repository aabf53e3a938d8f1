//! What happens every day by itself.

use db::Tx;
use kernel::{Id, Result, Subject};
use people::Person;
use tasks::{NewTask, Owner, Source};

use super::{
    delegations::{tell_end, tell_successor},
    reports::{made_for, short},
    sessions,
};
use crate::{
    Delegation, Session, Waiting,
    letters::{self, Occasion},
    rules::{BACK_DAYS, Reminder, due_day, reminder},
    store::{self, delegations, letters as rows, raised, reports},
    words::T,
};

/// So many days before a sitting those who are sent get their pack.
pub const PACK_DAYS: i32 = 14;

fn base(tx: &Tx<'_>) -> Result<Option<String>> {
    db::setting(tx, networks::ADDRESS)
}

/// So long ago a delegation without a file may have ended that its receiver is still told: days.
const TOLD_DAYS: i32 = 7;

/// Tells receivers of delegations that are over: terms, posts that were left, recalls for today; and of those that go on
/// with whoever holds the post from today on.
///
/// # Errors
/// When the database refuses.
pub fn ends(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("the seat is as it was; its receiver is written to");
    let Some(base) = base(tx)? else { return Ok(()) };
    let today = tx.today();
    // Few: those that ended since yesterday.
    for it in delegations::list_untold(tx, today, today.plus_days(-TOLD_DAYS))? {
        tell_end(tx, &it, &base)?;
    }
    delegations::list_succeeded(tx, today)?.iter().try_for_each(|it| tell_successor(tx, it))
}

/// Opens the report of every delegation on every sitting that is over, and leaves its task.
///
/// # Errors
/// When the database refuses.
pub fn reports(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what is due follows from the calendar; the tasks leave their events");
    let since = tx.today().plus_days(-BACK_DAYS).at(0, 0);
    for session in store::sessions::list_between(tx, (since, tx.now()))? {
        for it in sent_to(tx, &session)? {
            reports::insert_report(tx, tx.id(), &it, session.id, due_day(session.day(), it.detail.report_days))?;
        }
    }
    for waiting in reports::list_waiting(tx, since)?.iter().filter(|w| !w.asked) {
        leave_task(tx, waiting)?;
        reports::save_asked(tx, waiting.report.id)?;
    }
    Ok(())
}

/// Who was sent into a sitting, on its day.
fn sent_to(tx: &Tx<'_>, session: &Session) -> Result<Vec<Delegation>> {
    let mut all = delegations::list_into(tx, session.receiver, session.day())?;
    all.retain(|it| it.network == session.network && it.holds_on(session.day()));
    Ok(all)
}

/// The report as a task of the body that sends, for whoever was sent: her post's successor, or who stood in.
fn leave_task(tx: &Tx<'_>, waiting: &Waiting) -> Result<()> {
    let (report, session) = (&waiting.report, &waiting.session);
    let it = delegations::find_delegation(tx, report.delegation)?;
    let owner = match (report.away_at.is_some() || it.rests(), it.post, it.person) {
        (true, ..) => stand_in(tx, &it)?.map(Owner::Person),
        (_, Some(post), _) => Some(Owner::Post(post)),
        (_, _, Some(person)) => Some(Owner::Person(person)),
        _ => None,
    };
    let (de, en) = (T(kernel::Lang::De), T(kernel::Lang::En));
    let source =
        Source::new(Subject::new("outside_session", session.id.raw()), session.title.clone(), session.title.clone());
    let task = NewTask {
        title_en: Some(short(&en.task_report(&session.title))),
        // What should have been there already is due at once.
        due: Some(report.due.max(tx.today())),
        ..NewTask::new(report.sender, short(&de.task_report(&session.title))).from(source).quietly()
    };
    let task = NewTask { owner: owner.unwrap_or(Owner::Body(report.sender)), ..task };
    match tasks::make(tx, &task, &made_for(report.id), None) {
        // The sender was dissolved meanwhile.
        Ok(_) | Err(kernel::Error::Rule(_)) => Ok(()),
        Err(fault) => Err(fault),
    }
}

fn stand_in(tx: &Tx<'_>, it: &Delegation) -> Result<Option<Id<Person>>> {
    Ok(rows::list_sent(tx, &[it.seat], tx.today())?.into_iter().find(|s| s.stands_in).map(|s| s.person))
}

/// Brings reports to mind that are missing, and what somebody wanted to look after today.
///
/// # Errors
/// When the database refuses.
pub fn remind(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("a letter brings a report to mind, and the report is as it was");
    let Some(base) = base(tx)? else { return Ok(()) };
    let today = tx.today();
    for waiting in reports::list_waiting(tx, today.plus_days(-2 * BACK_DAYS).at(0, 0))? {
        let (day, due) = (waiting.session.day(), waiting.report.due);
        if let Some(step) = reminder(day, due, waiting.reminded, today) {
            bring_to_mind(tx, &waiting, step, &base)?;
            reports::save_reminded(tx, waiting.report.id, step as i64)?;
        }
    }
    for it in raised::list_next(tx, today)? {
        letters::look_after(tx, &it, &base)?;
        raised::save_next_told(tx, it.id)?;
    }
    Ok(())
}

fn bring_to_mind(tx: &Tx<'_>, waiting: &Waiting, step: Reminder, base: &str) -> Result<()> {
    let it = delegations::find_delegation(tx, waiting.report.delegation)?;
    let receiver = networks::body_for_program(tx, it.receiver)?;
    let sent = rows::list_sent(tx, &[it.seat], tx.today())?;
    let of = |stands_in: bool| sent.iter().filter(|s| s.stands_in == stands_in).map(|s| s.person).collect::<Vec<_>>();
    // Whoever cannot come does not report; where nobody sits there any more, those who lead the senders hear of it.
    let whom = match (step, waiting.report.away_at.is_some() || it.rests()) {
        (Reminder::Lead, _) => Vec::new(),
        (_, true) => of(true),
        (_, false) => of(false),
    };
    if whom.is_empty() {
        letters::report_missing(tx, &it, waiting, &receiver, base)
    } else {
        letters::report_due(tx, &it, waiting, &receiver, &whom, base)
    }
}

/// Sends the pack for sittings of the next two weeks, once.
///
/// # Errors
/// When the database refuses.
pub fn brief(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("a letter leads to what is there already");
    let Some(base) = base(tx)? else { return Ok(()) };
    let until = tx.today().plus_days(PACK_DAYS + 1).at(0, 0);
    for session in store::sessions::list_between(tx, (tx.now(), until))? {
        if session.briefed_at.is_none() {
            sessions::tell(tx, &session, Occasion::Ahead, &base)?;
            store::sessions::save_briefed(tx, session.id)?;
        }
    }
    Ok(())
}

/// Forgets what colleagues gave along and reports nobody wrote, two years after.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    let before = tx.today().plus_months(-24);
    store::own::delete_old_notes(tx, before.at(0, 0))?;
    store::own::delete_old_drafts(tx, before)
}
