//! Mail that is due leaves; what failed is tried again later or given up.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use db::{Conn, Db, QueuedMail};
use kernel::Result;
use mail::{Failure, next_try};

use crate::mailing::Mailer;

/// How many letters are taken at once: few, so that a stop waits for one letter and puts off nine.
const BATCH: i64 = 10;

/// Says whether a letter may still leave: rights may have ended since it was written.
pub type MayLeave = fn(&Conn, &QueuedMail) -> Result<bool>;

/// Sends everything that is due.
///
/// # Errors
/// When the database refuses; what a mail server says is written to the letter's row instead.
pub fn send_due(db: &Db, mailer: &Mailer, may_leave: MayLeave, stop: &AtomicBool) -> Result<()> {
    loop {
        let taken = db.write_now(|tx| tx.claim_mail(BATCH))?;
        for queued in &taken {
            if stop.load(SeqCst) {
                // Taken but not tried: another process may have it at once.
                let id = queued.id;
                db.write_now(move |tx| tx.release_mail(id))?;
                continue;
            }
            // Asked right before it leaves: what was taken with it may have waited for the letters before.
            let asked = queued.clone();
            if !db.read_now(move |conn| may_leave(conn, &asked))? {
                let id = queued.id;
                tracing::info!(mail = %id, purpose = queued.purpose, "a letter was withdrawn: its reader lost the right to it");
                db.write_now(move |tx| tx.mail_withdrawn(id))?;
                continue;
            }
            let (id, sent, queued) = (queued.id, mailer.send(queued, db.clock().now()), queued.clone());
            db.write_now(move |tx| match sent {
                Ok(()) => tx.mail_sent(id),
                Err(error) => {
                    let failures = usize::try_from(queued.tries + 1).unwrap_or(usize::MAX);
                    let next = if error.failure == Failure::Permanent { None } else { next_try(failures, tx.now(), None) };
                    // The address stays out of the log; the row's number finds it.
                    tracing::warn!(mail = %id, purpose = queued.purpose, code = error.code, settings = error.settings, given_up = next.is_none(), "a letter was not sent");
                    if error.settings {
                        tracing::error!("the mail server does not accept us: please look at the settings under mail ({})", error.text);
                    }
                    // The server says that there is no such mailbox, or that it takes nothing (RFC 5321 4.2.3).
                    if error.failure == Failure::Permanent && error.code.is_some_and(|code| (550..=553).contains(&code)) && !error.settings {
                        tx.mail_strike(&queued.to, "")?;
                    }
                    tx.mail_failed(id, next)
                }
            })?;
        }
        if taken.is_empty() || stop.load(SeqCst) {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::OutMail;
    use mail::{SendError, Transport};

    fn always(_: &Conn, _: &QueuedMail) -> Result<bool> {
        Ok(true)
    }

    fn post(db: &Db, to: &'static str) {
        db.write_now(move |tx| {
            tx.silent("a test");
            tx.post(&OutMail {
                to: to.to_owned(),
                subject: "S".into(),
                text: "T".into(),
                lang: kernel::Lang::De,
                purpose: "asked",
                person: None,
                ..OutMail::default()
            })
            .map(drop)
        })
        .unwrap();
    }

    fn states(db: &Db) -> Vec<(String, i64)> {
        db.read_now(|c| {
            c.all("SELECT state, tries FROM mail_out ORDER BY id", db::args! {}, |r| Ok((r.get(0)?, r.get(1)?)))
        })
        .unwrap()
    }

    #[test]
    fn letters_leave_once_and_failures_come_back_with_growing_waits() {
        testkit::both(|fresh| {
            let (transport, stop) = (Transport::trap(50), AtomicBool::new(false));
            let mailer = Mailer::trapping(transport.clone()).unwrap();
            let trap = transport.trapped().unwrap();
            post(&fresh.db, "a@example.org");
            send_due(&fresh.db, &mailer, always, &stop).unwrap();
            send_due(&fresh.db, &mailer, always, &stop).unwrap();
            assert_eq!((trap.list().len(), states(&fresh.db)), (1, vec![("sent".to_owned(), 0)]));

            post(&fresh.db, "b@example.org");
            for round in 1..mail::GIVE_UP_AFTER {
                trap.fail_next(SendError::new(Failure::Temporary, "busy"));
                send_due(&fresh.db, &mailer, always, &stop).unwrap();
                assert_eq!(states(&fresh.db)[1], ("queued".to_owned(), i64::try_from(round).unwrap()));
                fresh.clock.advance(30);
                send_due(&fresh.db, &mailer, always, &stop).unwrap();
                assert_eq!(trap.list().len(), 1, "round {round}: tried again too soon");
                fresh.clock.advance(86_400);
            }
            trap.fail_next(SendError::new(Failure::Temporary, "busy"));
            send_due(&fresh.db, &mailer, always, &stop).unwrap();
            assert_eq!(states(&fresh.db)[1].0, "failed");

            post(&fresh.db, "nobody");
            send_due(&fresh.db, &mailer, always, &stop).unwrap();
            assert_eq!(states(&fresh.db)[2].0, "failed", "an address that is none is given up at once");
        });
    }

    #[test]
    fn what_its_reader_lost_the_right_to_does_not_leave() {
        testkit::both(|fresh| {
            let (transport, stop) = (Transport::trap(50), AtomicBool::new(false));
            let mailer = Mailer::trapping(transport.clone()).unwrap();
            post(&fresh.db, "a@example.org");
            post(&fresh.db, "b@example.org");
            send_due(&fresh.db, &mailer, |_, mail| Ok(mail.to != "a@example.org"), &stop).unwrap();
            let left: Vec<String> =
                transport.trapped().unwrap().list().iter().map(|m| m.letter.to.to_string()).collect();
            assert_eq!(left, ["b@example.org"]);
            assert_eq!(states(&fresh.db)[0].0, "failed");
        });
    }

    #[test]
    fn three_letters_that_come_back_pause_an_address_until_it_proves_itself() {
        testkit::both(|fresh| {
            let (transport, stop) = (Transport::trap(50), AtomicBool::new(false));
            let mailer = Mailer::trapping(transport.clone()).unwrap();
            for round in 1..=db::STRIKES {
                post(&fresh.db, "Jo@example.org");
                send_due(&fresh.db, &mailer, always, &stop).unwrap();
                let last = "SELECT MAX(id) FROM mail_out";
                let id = fresh.db.read_now(move |c| c.one(last, db::args! {}, |r| r.get(0))).unwrap();
                let told = fresh.db.write_now(move |tx| tx.mail_came_back(id, "5.1.1")).unwrap().unwrap();
                assert_eq!(told, ("Jo@example.org".to_owned(), round == db::STRIKES));
                let again = fresh.db.write_now(move |tx| tx.mail_came_back(id, "5.1.1")).unwrap();
                assert_eq!(again, None, "one letter counts once");
            }
            post(&fresh.db, "jo@example.org");
            send_due(&fresh.db, &mailer, always, &stop).unwrap();
            assert_eq!(transport.trapped().unwrap().list().len(), 3, "nobody writes to a paused address");
            fresh.db.write_now(|tx| tx.mail_reaches("JO@example.org")).unwrap();
            post(&fresh.db, "jo@example.org");
            send_due(&fresh.db, &mailer, always, &stop).unwrap();
            assert_eq!(transport.trapped().unwrap().list().len(), 4);
        });
    }

    #[test]
    fn a_claimed_letter_is_nobody_elses_and_a_stop_gives_it_back() {
        testkit::both(|fresh| {
            let (transport, stop) = (Transport::trap(50), AtomicBool::new(true));
            let mailer = Mailer::trapping(transport.clone()).unwrap();
            post(&fresh.db, "a@example.org");
            let claimed = fresh.db.write_now(|tx| tx.claim_mail(5)).unwrap();
            assert_eq!((claimed.len(), fresh.db.write_now(|tx| tx.claim_mail(5)).unwrap().len()), (1, 0));
            fresh.clock.advance(901);
            send_due(&fresh.db, &mailer, always, &stop).unwrap();
            assert!(transport.trapped().unwrap().list().is_empty());
            assert_eq!(fresh.db.read_now(|c| db::due_mail(c, 5)).unwrap().len(), 1);
            stop.store(false, SeqCst);
            send_due(&fresh.db, &mailer, always, &stop).unwrap();
            assert_eq!(transport.trapped().unwrap().list().len(), 1);
        });
    }
}
