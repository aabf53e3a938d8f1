//! Work for later: a row written in the transaction that causes it, claimed by one worker, tried again on failure.

use kernel::{Day, Id, Moment, Result};

use crate::{Conn, Tx, args};

/// A piece of work that waits or runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Job {
    /// Its number.
    pub id: Id<Self>,
    /// What to do: a name the worker knows.
    pub kind: String,
    /// With what: ids and days, never words.
    pub payload: String,
    /// How often it was tried before.
    pub tries: i64,
}

/// How a piece of work ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobState {
    /// Done; the row goes.
    Done,
    /// Failed; try again then.
    Again(Moment),
    /// Not begun, because something else must end first; look again then. It counts as no try.
    NotRun(Moment),
    /// Failed for good; the row stays for the operator.
    GivenUp,
}

/// How long a claim holds before another worker may take the work: seconds.
const LEASE: i64 = 600;

impl Tx<'_> {
    /// Puts work down for later. A `unique` key that already waits makes this do nothing.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn enqueue(&self, kind: &str, payload: &str, run_at: Moment, unique: Option<&str>) -> Result<()> {
        let id: Id<Job> = self.id();
        self.exec(
            "INSERT INTO job (id, kind, payload, run_at, tries, unique_key) VALUES (:id, :kind, :payload, :run_at, 0, :unique) ON CONFLICT (unique_key) DO NOTHING",
            args! { id: id, kind: kind, payload: payload, run_at: run_at, unique: unique },
        )?;
        Ok(())
    }

    /// Puts work down for today unless any node did so for this day already; says whether it did.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn enqueue_daily(&self, kind: &str, day: Day) -> Result<bool> {
        self.silent("putting work down is bookkeeping");
        let date = day.date();
        let number = (i64::from(date.year()) * 100 + i64::from(date.month())) * 100 + i64::from(date.day());
        // The job's own row goes when it is done, so the day is remembered in a counter.
        let first = self.exec(
            "INSERT INTO counter (name, value) VALUES (:name, :number) ON CONFLICT (name) DO UPDATE SET value = :number WHERE counter.value < :number",
            args! { name: format!("daily {kind}"), number: number },
        )?;
        if first > 0 {
            self.enqueue(kind, &day.to_string(), self.now(), Some(&format!("{kind} {day}")))?;
        }
        Ok(first > 0)
    }

    /// Claims the next due piece of work for [`LEASE`] seconds.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn claim_job(&self) -> Result<Option<Job>> {
        self.silent("claiming work is bookkeeping");
        let now = self.now();
        self.find(
            "UPDATE job SET locked_until = :until, tries = tries + 1 WHERE id = (SELECT id FROM job WHERE given_up = FALSE AND run_at <= :now \
             AND (locked_until IS NULL OR locked_until <= :now) ORDER BY run_at, id LIMIT 1) RETURNING id, kind, payload, tries",
            args! { until: now.plus_seconds(LEASE), now: now },
            |r| Ok(Job { id: r.get(0)?, kind: r.get(1)?, payload: r.get(2)?, tries: r.get::<i64>(3)? - 1 }),
        )
    }

    /// Says how a piece of work ended.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn settle_job(&self, id: Id<Job>, state: JobState) -> Result<()> {
        self.silent("settling work is bookkeeping");
        match state {
            JobState::Done => self.exec("DELETE FROM job WHERE id = :id", args! { id: id })?,
            JobState::Again(at) => {
                self.exec("UPDATE job SET locked_until = NULL, run_at = :at WHERE id = :id", args! { id: id, at: at })?
            }
            JobState::NotRun(at) => self.exec(
                "UPDATE job SET locked_until = NULL, run_at = :at, tries = tries - 1 WHERE id = :id",
                args! { id: id, at: at },
            )?,
            JobState::GivenUp => {
                self.exec("UPDATE job SET locked_until = NULL, given_up = TRUE WHERE id = :id", args! { id: id })?
            }
        };
        Ok(())
    }
}

impl Conn {
    /// When the next work is due, if any waits; work another node has claimed counts from the end of its claim.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn next_job_at(&self) -> Result<Option<Moment>> {
        self.one("SELECT MIN(CASE WHEN locked_until > run_at THEN locked_until ELSE run_at END) FROM job WHERE given_up = FALSE", args! {}, |r| r.get(0))
    }
}
