//! Jobs: claimed, run in one transaction together with being settled, tried again with growing waits.

use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::atomic::{AtomicBool, Ordering::SeqCst},
    thread::{self, JoinHandle},
};

use db::{Db, Job, JobState};
use kernel::{Day, Moment, Result};

use super::{Duties, Errand};

/// Failures after which a job is given up and waits for the operator.
const GIVE_UP_AFTER: i64 = 10;
/// The first wait and the longest one, in seconds.
const WAITS: (i64, i64) = (60, 86_400);

/// Which daily jobs this process knows to be put down, so that the database is asked once a day and not each second.
pub type Put = HashMap<&'static str, Day>;

/// Puts down the daily jobs whose hour has come today, once on all nodes.
///
/// # Errors
/// When the database refuses.
pub fn put_daily(db: &Db, duties: &Duties, put: &mut Put) -> Result<()> {
    let now = db.clock().now();
    let (today, hour) = (now.day(), now.local().hour());
    let of_slices = duties.jobs.iter().filter_map(|kind| Some((kind.name, kind.daily_at?)));
    let all = of_slices.chain(duties.nightly.iter().map(|night| (night.name, night.at)));
    for (name, _) in all.filter(|(_, at)| *at <= hour) {
        if put.get(name) != Some(&today) {
            db.write_now(move |tx| tx.enqueue_daily(name, today).map(drop))?;
            put.insert(name, today);
        }
    }
    Ok(())
}

/// The errand that is being run, if any: one at a time.
#[derive(Default)]
pub struct Out(Option<JoinHandle<()>>);

/// How long an errand waits for the one before it: seconds.
const QUEUE: i64 = 2;

/// Runs every job that is due.
///
/// # Errors
/// When the database refuses; what a job says is written to its row instead.
pub fn run_due(db: &Db, duties: &Duties, out: &mut Out, stop: &AtomicBool) -> Result<()> {
    while !stop.load(SeqCst) {
        let Some(job) = db.write_now(|tx| tx.claim_job())? else { return Ok(()) };
        match duties.errands.iter().find(|errand| errand.name == job.kind) {
            Some(errand) => run_out(db, duties, errand, out, job)?,
            None => run(db, duties, job)?,
        }
    }
    Ok(())
}

/// Runs an errand beside the worker: letters and other jobs do not wait for servers of others. One that is cut off with the
/// process is claimed again when its claim has run out.
fn run_out(db: &Db, duties: &Duties, errand: &Errand, out: &mut Out, job: Job) -> Result<()> {
    let id = job.id;
    if out.0.as_ref().is_some_and(|running| !running.is_finished()) {
        return db.write_now(move |tx| tx.settle_job(id, JobState::NotRun(tx.now().plus_seconds(QUEUE))));
    }
    let (db, reach, work) = (db.clone(), duties.reach.clone(), errand.run);
    let begun = thread::Builder::new().name("errand".to_owned()).spawn(move || {
        let ran = catch_unwind(AssertUnwindSafe(|| work(&db, &job.payload, &reach)));
        let ran = ran.unwrap_or_else(|_| Err(kernel::Error::internal("an errand panicked")));
        let done = ran.and_then(|()| db.write_now(move |tx| tx.settle_job(id, JobState::Done)));
        if let Err(cause) = done.or_else(|cause| failed(&db, &job, &cause)) {
            tracing::error!(job = %id, "an errand could not be settled: {cause}");
        }
    });
    out.0 = Some(begun.map_err(kernel::Error::internal)?);
    Ok(())
}

fn failed(db: &Db, job: &Job, cause: &kernel::Error) -> Result<()> {
    let (id, failures) = (job.id, job.tries + 1);
    tracing::error!(job = %id, kind = job.kind, failures, "a job failed: {cause}");
    db.write_now(move |tx| tx.settle_job(id, again(failures, tx.now())))
}

fn run(db: &Db, duties: &Duties, job: Job) -> Result<()> {
    let id = job.id;
    let done = if let Some(kind) = duties.jobs.iter().find(|kind| kind.name == job.kind) {
        let (work, payload) = (kind.run, job.payload.clone());
        db.write_now(move |tx| {
            work(tx, &payload)?;
            tx.settle_job(id, JobState::Done)
        })
    } else if let Some(night) = duties.nightly.iter().find(|night| night.name == job.kind) {
        (night.run)(db).and_then(|()| db.write_now(move |tx| tx.settle_job(id, JobState::Done)))
    } else {
        tracing::error!(job = %id, kind = job.kind, "nobody knows this kind of job; it is given up");
        return db.write_now(move |tx| tx.settle_job(id, JobState::GivenUp));
    };
    done.or_else(|cause| failed(db, &job, &cause))
}

/// A minute after the first failure, then twice as long each time, at most a day.
fn again(failures: i64, now: Moment) -> JobState {
    if failures >= GIVE_UP_AFTER {
        return JobState::GivenUp;
    }
    let wait = WAITS.0.saturating_mul(1 << (failures - 1).clamp(0, 20));
    JobState::Again(now.plus_seconds(wait.min(WAITS.1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worker::Nightly;
    use db::args;
    use kernel::Error;
    use web::JobKind;

    fn good(tx: &db::Tx<'_>, payload: &str) -> Result<()> {
        let n = tx.count("SELECT COUNT(*) FROM setting", args! {})?;
        tx.set(&format!("done {n}"), payload)
    }

    fn bad(tx: &db::Tx<'_>, _: &str) -> Result<()> {
        tx.set("half", "done")?;
        Err(Error::Stale)
    }

    fn panics(_: &db::Tx<'_>, _: &str) -> Result<()> {
        panic!("on purpose")
    }

    const KINDS: [JobKind; 3] = [
        JobKind { name: "good", run: good, daily_at: Some(3) },
        JobKind { name: "bad", run: bad, daily_at: None },
        JobKind { name: "panics", run: panics, daily_at: Some(13) },
    ];

    fn night(db: &Db) -> Result<()> {
        // Two transactions, as work does that is too large for one.
        (0..2).try_for_each(|n| {
            db.write_now(move |tx| {
                tx.silent("a test");
                tx.set(&format!("night {n}"), &tx.today().to_string())
            })
        })
    }

    fn duties(nightly: &'static [Nightly]) -> Duties {
        with_errands(nightly, &[])
    }

    fn with_errands(nightly: &'static [Nightly], errands: &'static [Errand]) -> Duties {
        Duties {
            jobs: KINDS.to_vec(),
            nightly,
            errands,
            reach: fetch::Reach::public(),
            mailer: None,
            may_leave: |_, _| Ok(true),
            after_events: |_| Ok(()),
        }
    }

    fn settings(db: &Db) -> Vec<String> {
        db.read_now(|c| c.all("SELECT value FROM setting ORDER BY name", args! {}, |r| r.get(0))).unwrap()
    }

    fn jobs(db: &Db) -> Vec<(String, i64, bool)> {
        db.read_now(|c| {
            c.all("SELECT kind, tries, given_up FROM job ORDER BY kind", args! {}, |r| {
                Ok((r.get(0)?, r.get(1)?, r.get(2)?))
            })
        })
        .unwrap()
    }

    #[test]
    fn daily_jobs_run_once_a_day_whoever_asks() {
        testkit::both(|fresh| {
            let (stop, duties) = (AtomicBool::new(false), duties(&[]));
            for _ in 0..3 {
                // Each time as a node that remembers nothing.
                put_daily(&fresh.db, &duties, &mut Put::new()).unwrap();
                run_due(&fresh.db, &duties, &mut Out::default(), &stop).unwrap();
            }
            assert_eq!(
                settings(&fresh.db),
                ["2026-11-23"],
                "at noon the one of 3 o'clock ran, that of 13 o'clock did not"
            );
            fresh.clock.advance(86_400);
            let mut put = Put::new();
            put_daily(&fresh.db, &duties, &mut put).unwrap();
            put_daily(&fresh.db, &duties, &mut put).unwrap();
            run_due(&fresh.db, &duties, &mut Out::default(), &stop).unwrap();
            assert_eq!(settings(&fresh.db), ["2026-11-23", "2026-11-24"]);
        });
    }

    #[test]
    fn nightly_work_runs_once_a_day_in_transactions_of_its_own() {
        testkit::both(|fresh| {
            let (stop, duties) = (
                AtomicBool::new(false),
                duties(&[
                    Nightly { name: "night", at: 3, run: night },
                    Nightly { name: "late", at: 13, run: |_| Err(Error::Stale) },
                ]),
            );
            put_daily(&fresh.db, &duties, &mut Put::new()).unwrap();
            run_due(&fresh.db, &duties, &mut Out::default(), &stop).unwrap();
            assert_eq!(settings(&fresh.db), ["2026-11-23"; 3], "the job of the slice and both parts of the night");
            assert!(jobs(&fresh.db).is_empty());
            fresh.clock.advance(3_600);
            put_daily(&fresh.db, &duties, &mut Put::new()).unwrap();
            run_due(&fresh.db, &duties, &mut Out::default(), &stop).unwrap();
            assert_eq!(jobs(&fresh.db), [("late".to_owned(), 1, false), ("panics".to_owned(), 1, false)]);
        });
    }

    #[test]
    fn a_failing_job_leaves_nothing_half_done_comes_back_and_is_given_up_at_last() {
        testkit::both(|fresh| {
            let (stop, duties) = (AtomicBool::new(false), duties(&[]));
            fresh
                .db
                .write_now(|tx| {
                    tx.silent("a test");
                    ["bad", "panics", "unheard"].into_iter().try_for_each(|kind| tx.enqueue(kind, "", tx.now(), None))
                })
                .unwrap();
            for round in 1..=GIVE_UP_AFTER {
                run_due(&fresh.db, &duties, &mut Out::default(), &stop).unwrap();
                let over = round == GIVE_UP_AFTER;
                assert_eq!(
                    jobs(&fresh.db),
                    [
                        ("bad".to_owned(), round, over),
                        ("panics".to_owned(), round, over),
                        ("unheard".to_owned(), 1, true)
                    ]
                );
                fresh.clock.advance(86_400);
            }
            run_due(&fresh.db, &duties, &mut Out::default(), &stop).unwrap();
            assert_eq!(jobs(&fresh.db)[0].1, GIVE_UP_AFTER);
            assert!(settings(&fresh.db).is_empty());
        });
    }

    fn slow(db: &Db, payload: &str, _: &fetch::Reach) -> Result<()> {
        // It goes on until the test says that it is enough; the time of the clock does not matter.
        for _ in 0..6_000 {
            let key = format!("enough {payload}");
            if db.read_now(move |c| db::setting(c, &key))?.is_some() {
                return Ok(());
            }
            thread::sleep(std::time::Duration::from_millis(10));
        }
        Err(Error::internal("nobody ended it"))
    }

    fn refuses(_: &Db, _: &str, _: &fetch::Reach) -> Result<()> {
        Err(Error::Stale)
    }

    #[test]
    fn an_errand_that_waits_for_another_has_not_been_tried() {
        testkit::both(|fresh| {
            let (stop, mut out) = (AtomicBool::new(false), Out::default());
            let duties =
                with_errands(&[], &[Errand { name: "slow", run: slow }, Errand { name: "refuses", run: refuses }]);
            fresh
                .db
                .write_now(|tx| {
                    tx.silent("a test");
                    tx.enqueue("slow", "one", tx.now(), None)?;
                    tx.enqueue("refuses", "", tx.now().plus_seconds(1), None)
                })
                .unwrap();
            // Much longer than it takes to be given up, were each look a try.
            for _ in 0..3 * GIVE_UP_AFTER {
                run_due(&fresh.db, &duties, &mut out, &stop).unwrap();
                fresh.clock.advance(QUEUE);
            }
            let waits = |fresh: &testkit::Fresh| jobs(&fresh.db).into_iter().find(|job| job.0 == "refuses").unwrap();
            assert_eq!(waits(fresh), ("refuses".to_owned(), 0, false));
            fresh
                .db
                .write_now(|tx| {
                    tx.silent("a test");
                    tx.set("enough one", "yes")
                })
                .unwrap();
            let joined = |out: &mut Out| out.0.take().map(JoinHandle::join).transpose().unwrap();
            joined(&mut out);
            // Its first failure is the first.
            run_due(&fresh.db, &duties, &mut out, &stop).unwrap();
            joined(&mut out);
            assert_eq!(jobs(&fresh.db), [("refuses".to_owned(), 1, false)]);
        });
    }

    #[test]
    fn waits_double_up_to_a_day() {
        let waits: Vec<i64> = (1..GIVE_UP_AFTER)
            .map(|n| match again(n, Moment::default()) {
                JobState::Again(at) => at.micros() / 1_000_000,
                _ => 0,
            })
            .collect();
        assert_eq!(waits, [60, 120, 240, 480, 960, 1920, 3840, 7680, 15360]);
        assert_eq!(again(GIVE_UP_AFTER, Moment::default()), JobState::GivenUp);
    }
}
