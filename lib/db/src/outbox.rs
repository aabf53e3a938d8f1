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
    /// The name beside the address of the sender; without it that of the installation.
    pub from_name: Option<String>,
    /// What stands behind the `+` of the address for answers; without it none is named.
    pub reply_tag: Option<String>,
    /// What names it in mailboxes, the same in every letter about the same thing; without it the number of its row.
    pub name: Option<String>,
    /// The names of the letters it follows, the oldest first.
    pub follows: Vec<String>,
    /// The networks and bodies it names: its person must sit in each of them when it leaves.
    pub sits_in: Vec<i64>,
    /// The bodies whose things it names, whether its person sits there or not: it does not leave once one of them is sensitive.
    pub names: Vec<i64>,
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
    /// The name beside the sender's address.
    pub from_name: Option<String>,
    /// What stands behind the `+` of the address for answers.
    pub reply_tag: Option<String>,
    /// What names it, if not its number.
    pub name: Option<String>,
    /// The names of the letters it follows.
    pub follows: Vec<String>,
    /// The person it goes to.
    pub person: Option<i64>,
    /// Where she must sit when it leaves.
    pub sits_in: Vec<i64>,
    /// The bodies that must not be sensitive when it leaves.
    pub names: Vec<i64>,
}

/// Letters with these purposes leave for a paused address, too: by them its holder shows that she reads them.
pub const PROVING: [&str; 7] = ["sign_in", "step_up", "address", "invitation", "factor", FORGOTTEN, "test"];

/// So many letters that came back pause an address.
pub const STRIKES: i64 = 3;

/// The purpose of a letter whose address is forgotten as soon as it has left or was given up.
pub const FORGOTTEN: &str = "erased";

/// What stands before the number of a body a mail names without asking that its person sits there.
const NAMED: &str = "of:";

/// The places of a mail as they are written: where its person must sit, then what it names besides.
fn places(mail: &OutMail) -> Option<String> {
    let mut all: Vec<String> = mail.sits_in.iter().map(i64::to_string).collect();
    let mut named: Vec<i64> = mail.names.iter().copied().filter(|body| !mail.sits_in.contains(body)).collect();
    named.sort_unstable();
    named.dedup();
    all.extend(named.iter().map(|body| format!("{NAMED}{body}")));
    (!all.is_empty()).then(|| all.join(" "))
}

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
            // Nobody is written to where three letters came back, until its holder shows that she reads there.
            "INSERT INTO mail_out (id, address, subject, body_text, lang, purpose, person_id, unsubscribe, calendar_method, calendar, from_name, reply_tag, name, follows, sits_in, state, tries, next_at, created_at) \
             VALUES (:id, :to, :subject, :text, :lang, :purpose, :person, :unsubscribe, :method, :calendar, :from, :reply, :name, :follows, :sits_in, \
             CASE WHEN :proving OR NOT EXISTS (SELECT 1 FROM mail_trouble b WHERE b.address = :key AND b.paused_at IS NOT NULL) THEN 'queued' ELSE 'failed' END, 0, :now, :now)",
            args! {
                id: id, to: &mail.to, subject: &mail.subject, text: &mail.text, lang: mail.lang.code(), purpose: mail.purpose, person: mail.person,
                unsubscribe: mail.unsubscribe.clone(), method: method, calendar: calendar, from: mail.from_name.clone(), reply: mail.reply_tag.clone(),
                name: mail.name.clone(), follows: (!mail.follows.is_empty()).then(|| mail.follows.join(" ")), sits_in: places(mail),
                proving: PROVING.contains(&mail.purpose), key: mail.to.to_lowercase(), now: self.now(),
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
            "UPDATE mail_out SET state = 'sent', sent_at = :now, subject = '', body_text = '', calendar = NULL, from_name = NULL, reply_tag = NULL, follows = NULL, address = CASE WHEN purpose = :forgotten THEN '' ELSE address END WHERE id = :id",
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

impl Tx<'_> {
    /// A letter that had left came back, or was refused for good; gives where it went and whether that address is paused now.
    /// Once more about the same letter changes nothing.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn mail_came_back(&self, id: Id<QueuedMail>, status: &str) -> Result<Option<(String, bool)>> {
        self.silent("the outbox keeps its own state");
        let address = self.find(
            "SELECT address FROM mail_out WHERE id = :id AND state = 'sent' AND address <> ''",
            args! { id: id },
            |r| r.get::<String>(0),
        )?;
        let Some(address) = address else { return Ok(None) };
        self.exec("UPDATE mail_out SET state = 'failed' WHERE id = :id", args! { id: id })?;
        let paused = self.mail_strike(&address, status)?;
        Ok(Some((address, paused)))
    }

    /// Gives a mail up that its person may no longer read.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn mail_withdrawn(&self, id: Id<QueuedMail>) -> Result<()> {
        self.silent("the outbox keeps its own state");
        self.exec(
            "UPDATE mail_out SET state = 'failed', subject = '', body_text = '', calendar = NULL, from_name = NULL, reply_tag = NULL, follows = NULL WHERE id = :id AND state = 'queued'",
            args! { id: id },
        )
        .map(drop)
    }

    /// Counts that a letter to an address came back; from the third on it is paused. Gives whether it is.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn mail_strike(&self, address: &str, status: &str) -> Result<bool> {
        self.silent("the outbox keeps its own state");
        let key = address.to_lowercase();
        self.exec(
            "INSERT INTO mail_trouble (address, strikes, status, last_at) VALUES (:key, 1, :status, :now) \
             ON CONFLICT (address) DO UPDATE SET strikes = mail_trouble.strikes + 1, status = EXCLUDED.status, last_at = EXCLUDED.last_at",
            args! { key: &key, status: status, now: self.now() },
        )?;
        self.exec(
            "UPDATE mail_trouble SET paused_at = :now WHERE address = :key AND strikes >= :most AND paused_at IS NULL",
            args! { now: self.now(), key: &key, most: STRIKES },
        )?;
        Ok(list_returned(self, &[key])?.iter().any(|trouble| trouble.paused))
    }

    /// Whoever has this address reads what comes there: what was counted is forgotten.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn mail_reaches(&self, address: &str) -> Result<()> {
        self.silent("the outbox keeps its own state");
        self.exec("DELETE FROM mail_trouble WHERE address = :key", args! { key: address.to_lowercase() }).map(drop)
    }

    /// What was counted before that moment is forgotten.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn forget_troubles(&self, before: Moment) -> Result<()> {
        self.exec("DELETE FROM mail_trouble WHERE last_at <= :before", args! { before: before }).map(drop)
    }
}

/// An address where letters came back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Returned {
    /// The address, in small letters.
    pub address: String,
    /// How many came back.
    pub strikes: i64,
    /// Why the last one did (RFC 3463), `5.1.1`; empty where nobody said.
    pub status: String,
    /// When the last one did.
    pub last_at: Moment,
    /// Whether nobody is written to there any more.
    pub paused: bool,
}

/// Which of some addresses have trouble.
///
/// # Errors
/// When the database cannot be read.
pub fn list_returned(conn: &Conn, addresses: &[String]) -> Result<Vec<Returned>> {
    if addresses.is_empty() {
        return Ok(Vec::new());
    }
    let keys: Vec<String> = addresses.iter().map(|address| address.to_lowercase()).collect();
    conn.all(
        "SELECT address, strikes, status, last_at, paused_at FROM mail_trouble WHERE address IN (:keys*) ORDER BY address",
        args! { keys: keys },
        |r| {
            let paused = r.get::<Option<Moment>>(4)?.is_some();
            Ok(Returned { address: r.get(0)?, strikes: r.get(1)?, status: r.get(2)?, last_at: r.get(3)?, paused })
        },
    )
}

/// Whether a letter of this purpose was written to a person since a moment.
///
/// # Errors
/// When the database cannot be read.
pub fn written_since(conn: &Conn, person: i64, purpose: &str, since: Moment) -> Result<bool> {
    conn.count(
        "SELECT COUNT(*) FROM mail_out WHERE person_id = :person AND purpose = :purpose AND created_at > :since",
        args! { person: person, purpose: purpose, since: since },
    )
    .map(|count| count > 0)
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
        "SELECT id, address, subject, body_text, lang, purpose, tries, unsubscribe, calendar_method, calendar, from_name, reply_tag, name, follows, person_id, sits_in FROM mail_out WHERE state = 'queued' AND next_at <= :now ORDER BY next_at, id LIMIT :limit",
        args! { now: conn.now(), limit: limit },
        |r| {
            let lang = Lang::from_code(&r.get::<String>(4)?).unwrap_or_default();
            let calendar = match (r.get(8)?, r.get(9)?) {
                (Some(method), Some(text)) => Some(CalendarPart { method, text }),
                _ => None,
            };
            let words = |text: Option<String>| -> Vec<String> { text.unwrap_or_default().split(' ').filter(|n| !n.is_empty()).map(str::to_owned).collect() };
            let (follows, sits_in) = (words(r.get(13)?), words(r.get(15)?));
            let names = sits_in.iter().filter_map(|n| n.strip_prefix(NAMED)?.parse().ok()).collect();
            let sits_in = sits_in.iter().filter_map(|n| n.parse().ok()).collect();
            Ok(QueuedMail { id: r.get(0)?, to: r.get(1)?, subject: r.get(2)?, text: r.get(3)?, lang, purpose: r.get(5)?, tries: r.get(6)?, unsubscribe: r.get(7)?, calendar, from_name: r.get(10)?, reply_tag: r.get(11)?, name: r.get(12)?, follows, person: r.get(14)?, sits_in, names })
        },
    )
}
