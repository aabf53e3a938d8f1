//! The worker: sends mail, runs jobs and follows the log, on a thread of its own beside the server.
//!
//! It wakes after each commit of this process and every second besides, since other nodes write too. Whatever it
//! takes on is claimed in the database first, so several nodes share the work.

mod jobs;
mod letters;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use db::{Db, args};
use fetch::Reach;
use kernel::{Moment, Result};
use web::JobKind;

pub use letters::{MayLeave, send_due};

use crate::mailing::Mailer;

/// How often it looks without being woken.
const TICK: Duration = Duration::from_secs(1);
/// How long it lets commits gather before it looks.
const GATHER: Duration = Duration::from_millis(10);
/// How long it leaves the log alone after a failure there.
const RECOVER: Duration = Duration::from_secs(10);

/// Work that is done once a day on one of all nodes, in transactions of its own. It may be begun again, so doing it
/// twice must come to the same.
#[derive(Clone, Copy)]
pub struct Nightly {
    /// What [`db::Job`] carries.
    pub name: &'static str,
    /// The local hour from which it runs.
    pub at: i8,
    /// Does it.
    pub run: fn(&Db) -> Result<()>,
}

/// Work that asks servers of others, and so takes as long as they take: on a thread of its own, in transactions of its own.
/// It may be begun again after it was cut off, so doing it twice must come to the same.
#[derive(Clone, Copy)]
pub struct Errand {
    /// What [`db::Job`] carries.
    pub name: &'static str,
    /// Does it.
    pub run: fn(&Db, payload: &str, reach: &Reach) -> Result<()>,
}

/// What the worker does.
#[derive(Clone)]
pub struct Duties {
    /// The kinds of jobs all slices know.
    pub jobs: Vec<JobKind>,
    /// What is done once a day for the whole house.
    pub nightly: &'static [Nightly],
    /// What is done at servers of others.
    pub errands: &'static [Errand],
    /// How far those reach.
    pub reach: Reach,
    /// Where letters go; `None` leaves them waiting.
    pub mailer: Option<Mailer>,
    /// Whether a letter may still leave.
    pub may_leave: MayLeave,
    /// What follows the log.
    pub after_events: fn(&Db) -> Result<()>,
}

/// A running worker.
pub struct Worker {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Worker {
    /// Starts it.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(db: &Db, duties: Duties) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let (db, told) = (db.clone(), Arc::clone(&stop));
        let thread =
            thread::Builder::new().name("worker".to_owned()).spawn(move || Rounds::new(&db, &duties).run(&told))?;
        Ok(Self { stop, thread })
    }

    /// Lets it finish what it has in hand, at most so long. A letter cut off here leaves again from another process.
    pub fn stop(self, at_most: Duration) {
        self.stop.store(true, SeqCst);
        let until = Instant::now() + at_most;
        while !self.thread.is_finished() && Instant::now() < until {
            thread::sleep(GATHER);
        }
    }
}

struct Rounds<'a> {
    db: &'a Db,
    duties: &'a Duties,
    /// The last event the followers of the log have seen.
    followed: Option<i64>,
    resume: Option<Instant>,
    put: jobs::Put,
    out: jobs::Out,
}

/// What there is to do.
struct Waiting {
    seq: i64,
    mail: bool,
    job_at: Option<Moment>,
    now: Moment,
}

impl<'a> Rounds<'a> {
    fn new(db: &'a Db, duties: &'a Duties) -> Self {
        Self { db, duties, followed: None, resume: None, put: jobs::Put::new(), out: jobs::Out::default() }
    }

    fn run(&mut self, stop: &AtomicBool) {
        let mut commits = 0;
        while !stop.load(SeqCst) {
            if let Err(cause) = self.round(stop) {
                tracing::error!("the worker could not go on: {cause}");
                thread::sleep(TICK);
            }
            commits = self.db.wait_for_commit(commits, TICK);
            thread::sleep(GATHER);
        }
    }

    fn round(&mut self, stop: &AtomicBool) -> Result<()> {
        jobs::put_daily(self.db, self.duties, &mut self.put)?;
        let waiting = self.look()?;
        if self.followed != Some(waiting.seq) && self.resume.is_none_or(|at| at <= Instant::now()) {
            match (self.duties.after_events)(self.db) {
                Ok(()) => (self.followed, self.resume) = (Some(waiting.seq), None),
                Err(cause) => {
                    tracing::error!("the log could not be followed: {cause}");
                    self.resume = Some(Instant::now() + RECOVER);
                }
            }
        }
        if let Some(mailer) = self.duties.mailer.as_ref().filter(|_| waiting.mail) {
            letters::send_due(self.db, mailer, self.duties.may_leave, stop)?;
        }
        if waiting.job_at.is_some_and(|at| at <= waiting.now) {
            jobs::run_due(self.db, self.duties, &mut self.out, stop)?;
        }
        Ok(())
    }

    fn look(&self) -> Result<Waiting> {
        self.db.read_now(|c| {
            Ok(Waiting {
                seq: c.count("SELECT value FROM counter WHERE name = 'event'", args! {})?,
                mail: !db::due_mail(c, 1)?.is_empty(),
                job_at: c.next_job_at()?,
                now: c.now(),
            })
        })
    }
}
