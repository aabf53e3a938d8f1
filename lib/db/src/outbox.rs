//! Mail that waits to leave: written in the transaction that causes it, sent afterwards, kept 30 days.

use kernel::{Id, Lang, Moment, Result};

use crate::{Conn, Tx, args};

/// A mail to write down.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OutMail {
    /// The one address it goes to.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// The text; every mail has one.
    pub text: String,
    /// The language of both: the recipient's, as far as it is known.
    pub lang: Lang,
    /// Why it is sent, `sign_in`: for the log, which holds no words.
    pub purpose: &'static str,
    /// The person it goes to; rights are looked at again when it leaves.
    pub person: Option<i64>,
    /// Where one says "no more of these".
    pub unsubscribe: Option<String>,
    /// What a calendar is told beside the words.
    pub calendar: Option<CalendarPart>,
}

/// What a letter tells a calendar (RFC 6047).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarPart {
    /// What it asks for, `REQUEST`: the same word as within the file.
    pub method: String,
    /// The file (RFC 5545).
    pub text: String,
}

/// A mail that waits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueuedMail {
    /// Its number.
    pub id: Id<Self>,
    /// Address.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub text: String,
    /// The language of both.
    pub lang: Lang,
    /// Why.
    pub purpose: String,
    /// How often it was tried.
    pub tries: i64,
    /// Unsubscribe address.
    pub unsubscribe: Option<String>,
    /// What a calendar is told.
    pub calendar: Option<CalendarPart>,
}

/// The purpose of a letter whose address is forgotten as soon as it has left or was given up.
pub const FORGOTTEN: &str = "erased";

/// How long a mail taken for sending is put off: seconds.
const CLAIM: i64 = 900;

impl Tx<'_> {
    /// Writes a mail down. It leaves after the commit, or never.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn post(&self, mail: &OutMail) -> Result<Id<QueuedMail>> {
        let id: Id<QueuedMail> = self.id();
        let (method, calendar) = match &mail.calendar {
            Some(part) => (Some(part.method.clone()), Some(part.text.clone())),
            None => (None, None),
        };
        self.exec(
            "INSERT INTO mail_out (id, address, subject, body_text, lang, purpose, person_id, unsubscribe, calendar_method, calendar, state, tries, next_at, created_at) \
             VALUES (:id, :to, :subject, :text, :lang, :purpose, :person, :unsubscribe, :method, :calendar, 'queued', 0, :now, :now)",
            args! {
                id: id, to: &mail.to, subject: &mail.subject, text: &mail.text, lang: mail.lang.code(), purpose: mail.purpose, person: mail.person,
                unsubscribe: mail.unsubscribe.clone(), method: method, calendar: calendar, now: self.now(),
            },
        )?;
        Ok(id)
    }

    /// Sends what waits for a person at one address to another, but for letters of these purposes.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn redirect_mail(&self, person: i64, from: &str, to: &str, but: &[&str]) -> Result<()> {
        let but: Vec<String> = but.iter().map(|purpose| (*purpose).to_owned()).collect();
        self.exec(
            "UPDATE mail_out SET address = :to WHERE person_id = :person AND address = :from AND state = 'queued' AND purpose NOT IN (:but*)",
            args! { person: person, from: from, to: to, but: but },
        )
        .map(drop)
    }

    /// Takes mail that is due, oldest first, and puts it off by [`CLAIM`] seconds, so that no other node sends it too and
    /// a letter whose sender was killed leaves once more.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn claim_mail(&self, limit: i64) -> Result<Vec<QueuedMail>> {
        self.silent("the outbox keeps its own state");
        let due = due_mail(self, limit)?;
        let ids: Vec<i64> = due.iter().map(|mail| mail.id.raw()).collect();
        if !ids.is_empty() {
            self.exec(
                "UPDATE mail_out SET next_at = :until WHERE id IN (:ids*)",
                args! { until: self.now().plus_seconds(CLAIM), ids: ids },
            )?;
        }
        Ok(due)
    }

    /// Gives back a mail that was taken and not tried.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn release_mail(&self, id: Id<QueuedMail>) -> Result<()> {
        self.silent("the outbox keeps its own state");
        self.exec(
            "UPDATE mail_out SET next_at = :now WHERE id = :id AND state = 'queued'",
            args! { id: id, now: self.now() },
        )
        .map(drop)
    }

    /// Marks a mail as sent. Subject, text and what a calendar was told go at once: the log keeps only that it left.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn mail_sent(&self, id: Id<QueuedMail>) -> Result<()> {
        self.silent("the outbox keeps its own state");
        self.exec(
            "UPDATE mail_out SET state = 'sent', sent_at = :now, subject = '', body_text = '', calendar = NULL, address = CASE WHEN purpose = :forgotten THEN '' ELSE address END WHERE id = :id",
            args! { id: id, now: self.now(), forgotten: FORGOTTEN },
        )
        .map(drop)
    }

    /// Marks a mail as failed: to be tried again at `next`, or given up.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn mail_failed(&self, id: Id<QueuedMail>, next: Option<Moment>) -> Result<()> {
        self.silent("the outbox keeps its own state");
        let state = if next.is_some() { "queued" } else { "failed" };
        self.exec(
            "UPDATE mail_out SET state = :state, tries = tries + 1, next_at = :next, address = CASE WHEN purpose = :forgotten AND :state = 'failed' THEN '' ELSE address END WHERE id = :id",
            args! { id: id, state: state, next: next.unwrap_or(self.now()), forgotten: FORGOTTEN },
        )
        .map(drop)
    }
}

/// How a mail fared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MailState {
    /// Its number.
    pub id: i64,
    /// When it left.
    pub left_at: Option<Moment>,
    /// Whether it was given up.
    pub failed: bool,
}

/// How some mails fared: for the proof of dispatch that stays with what they were about. Those whose 30 days are over are
/// not there any more.
///
/// # Errors
/// When the database cannot be read.
pub fn mail_states(conn: &Conn, ids: &[i64]) -> Result<Vec<MailState>> {
    conn.all("SELECT id, sent_at, state FROM mail_out WHERE id IN (:ids*)", args! { ids: ids }, |r| {
        Ok(MailState { id: r.get(0)?, left_at: r.get(1)?, failed: r.get::<String>(2)? == "failed" })
    })
}

/// Mail that is due now, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn due_mail(conn: &Conn, limit: i64) -> Result<Vec<QueuedMail>> {
    conn.all(
        "SELECT id, address, subject, body_text, lang, purpose, tries, unsubscribe, calendar_method, calendar FROM mail_out WHERE state = 'queued' AND next_at <= :now ORDER BY next_at, id LIMIT :limit",
        args! { now: conn.now(), limit: limit },
        |r| {
            let lang = Lang::from_code(&r.get::<String>(4)?).unwrap_or_default();
            let calendar = match (r.get(8)?, r.get(9)?) {
                (Some(method), Some(text)) => Some(CalendarPart { method, text }),
                _ => None,
            };
            Ok(QueuedMail { id: r.get(0)?, to: r.get(1)?, subject: r.get(2)?, text: r.get(3)?, lang, purpose: r.get(5)?, tries: r.get(6)?, unsubscribe: r.get(7)?, calendar })
        },
    )
}
