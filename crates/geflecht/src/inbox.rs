//! Letters that come in: a socket at which the mail server of the machine hands them over (LMTP, RFC 2033), and the slices
//! they are for. Only that mail server can write there: the socket belongs to its group and to nobody else.

use std::{
    fs,
    os::unix::{
        fs::{DirBuilderExt, PermissionsExt},
        net::{UnixListener, UnixStream},
    },
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    thread,
    time::Duration,
};

use db::Db;
use kernel::Error;
use mail::{
    Address,
    incoming::{
        Arrived, Mailbox, Opened, Taken, Unopened, converse, is_forwarded, open_letter, own_words, read_report,
        read_words,
    },
};
use web::{AskClosed, Incoming, Made, Slice, TakeLetter, Words};

use crate::{Outcome, config::Answers, mailing::bounced};

/// How long a client may be silent.
const PATIENCE: Duration = Duration::from_secs(60);
/// The most talks at once; a mail server comes again.
const AT_ONCE: usize = 4;

/// The socket; its file goes when this is dropped.
pub struct Inbox(PathBuf);

impl Drop for Inbox {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// What letters are held against.
struct House {
    db: Db,
    mailbox: Address,
    /// The name of the mail server in front, as it stands in what it found out about senders.
    authserv: Option<String>,
    /// The domain in the names of our own letters.
    domain: String,
    takes: Vec<TakeLetter>,
    closed: Vec<AskClosed>,
}

impl Inbox {
    /// Listens at the socket for letters to the mailbox. `domain`: that of the names of our own letters.
    ///
    /// # Errors
    /// A sentence when the socket cannot be made.
    pub fn listen(answers: &Answers, domain: &str, db: &Db, slices: &[Slice]) -> Outcome<Self> {
        let path = answers.socket.as_path();
        let told = |e: std::io::Error| format!("mail.socket: {} cannot be made: {e}", path.display());
        let listener = bound(path).map_err(told)?;
        let house = Arc::new(House {
            db: db.clone(),
            mailbox: answers.mailbox.clone(),
            authserv: answers.authserv.clone(),
            domain: domain.to_ascii_lowercase(),
            takes: slices.iter().filter_map(|slice| slice.inbox).collect(),
            closed: slices.iter().filter_map(|slice| slice.mailbox).collect(),
        });
        let talks = Arc::new(AtomicUsize::new(0));
        let serve = move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else {
                    thread::sleep(Duration::from_millis(50));
                    continue;
                };
                if talks.fetch_add(1, SeqCst) >= AT_ONCE {
                    talks.fetch_sub(1, SeqCst);
                    continue;
                }
                let (house, mine) = (Arc::clone(&house), Arc::clone(&talks));
                let one = move || {
                    if let Err(error) = house.talk(&stream) {
                        tracing::debug!(kind = ?error.kind(), "a talk about letters ended early");
                    }
                    mine.fetch_sub(1, SeqCst);
                };
                if thread::Builder::new().name("inbox-one".to_owned()).spawn(one).is_err() {
                    talks.fetch_sub(1, SeqCst);
                }
            }
        };
        thread::Builder::new().name("inbox".to_owned()).spawn(serve).map_err(told)?;
        Ok(Self(path.to_owned()))
    }
}

/// Binds where nobody else can look, gives the socket to its group and only then moves it to its place. What a former
/// process left there is replaced; anything else than a socket is not.
fn bound(path: &Path) -> std::io::Result<UnixListener> {
    if fs::symlink_metadata(path).is_ok_and(|there| !std::os::unix::fs::FileTypeExt::is_socket(&there.file_type())) {
        return Err(std::io::Error::new(std::io::ErrorKind::AlreadyExists, "there is a file that is no socket"));
    }
    let folder = path.with_extension("new");
    let _ = fs::remove_dir_all(&folder);
    fs::DirBuilder::new().mode(0o700).create(&folder)?;
    let first = folder.join("s");
    let listener = UnixListener::bind(&first)?;
    fs::set_permissions(&first, fs::Permissions::from_mode(0o660))?;
    fs::rename(&first, path)?;
    fs::remove_dir(&folder)?;
    Ok(listener)
}

impl House {
    fn talk(&self, stream: &UnixStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        converse(stream, &|to| self.mailbox(to), &mut |one| self.take(one))
    }

    /// Whether letters are taken at an address. What cannot be asked now is taken, and asked once more with the letter.
    fn mailbox(&self, to: &Address) -> Mailbox {
        let Some(tag) = self.tag(to) else { return Mailbox::None };
        let (tag, closed) = (tag.to_ascii_lowercase(), self.closed.clone());
        let asked = self.db.read_now(move |conn| {
            for ask in closed {
                if ask(conn, &tag)? {
                    return Ok(true);
                }
            }
            Ok(false)
        });
        if asked.unwrap_or_default() { Mailbox::Closed } else { Mailbox::Here }
    }

    /// What stands behind the `+` of an address of ours; empty for the mailbox itself.
    fn tag<'a>(&self, to: &'a Address) -> Option<&'a str> {
        let (local, tag) = to.local().split_once('+').unwrap_or((to.local(), ""));
        let ours = local.eq_ignore_ascii_case(self.mailbox.local()) && to.domain() == self.mailbox.domain();
        ours.then_some(tag)
    }

    /// What is refused by a rule is refused quietly: an answer to whoever was named as the sender could reach anybody. The log
    /// says why, without addresses. What nobody could read the server sends back.
    fn take(&self, one: &Arrived<'_>) -> Taken {
        let bytes = one.bytes.len();
        let quiet = |why: &str| {
            tracing::info!(why, bytes, "a letter came in and nothing came of it");
            Taken::Yes
        };
        let opened = match open_letter(one.bytes) {
            Ok(opened) => opened,
            Err(why) => {
                tracing::info!(%why, bytes, "a letter came in that cannot be read");
                return if one.nobody { Taken::Yes } else { Taken::Never(refusal(why)) };
            }
        };
        let tag = self.tag(one.to).unwrap_or_default().to_ascii_lowercase();
        let done = match self.hold(one, &tag, opened) {
            Ok(Held::Words(words, files)) => self.give(tag, Gives { words: Some(*words), files, ..Gives::default() }),
            Ok(Held::Calendar(calendar)) => self.give(tag, Gives { calendar, ..Gives::default() }),
            Ok(Held::Failed(mail, status)) => self.came_back(mail, status),
            Ok(Held::Nothing(why)) => return quiet(why),
            Err(why) => return if one.nobody { Taken::Yes } else { Taken::Never(refusal(why)) },
        };
        match done {
            Ok(true) => Taken::Yes,
            Ok(false) => quiet("it is for nobody"),
            Err(Error::Rule(reason)) => quiet(reason.text(kernel::Lang::En)),
            Err(Error::NotFound) => quiet("what it is about is not there any more"),
            Err(Error::Form(_) | Error::Denied(_) | Error::Stale) => quiet("it was refused"),
            Err(error @ Error::Internal(_)) => {
                tracing::error!(%error, "a letter that came in could not be taken");
                Taken::Later
            }
        }
    }

    /// What a letter is: an answer of a calendar, a report about a letter of ours, or words.
    fn hold(&self, one: &Arrived<'_>, tag: &str, opened: Opened) -> Result<Held, Unopened> {
        if let Some(file) = opened.calendar {
            return Ok(Held::Calendar(file));
        }
        let key = tag.starts_with('b').then(|| self.db.read_now(|conn| db::setting(conn, networks::ANSWERS_KEY)));
        if let Some(Ok(Some(key))) = key
            && let Some(mail) = bounced(&key, tag)
        {
            let fates = opened.report.as_deref().map(read_report).unwrap_or_default();
            return Ok(match fates.into_iter().find(|fate| fate.failed) {
                Some(fate) => Held::Failed(mail, fate.status),
                None => Held::Nothing("it reports no failure"),
            });
        }
        if opened.automatic || one.nobody {
            return Ok(Held::Nothing("a machine wrote it"));
        }
        let read = read_words(one.bytes, self.authserv.as_deref())?;
        let ours =
            |name: &String| name.rsplit_once('@').is_some_and(|(_, domain)| domain.eq_ignore_ascii_case(&self.domain));
        if read.name.as_ref().is_some_and(ours) {
            return Ok(Held::Nothing("it is a letter of our own"));
        }
        let forwarded = is_forwarded(&read.subject) || !read.forwards.is_empty();
        // Programs that name no letter they forward name it as the one they answer.
        let passed = if read.forwards.is_empty() && forwarded { &read.answers } else { &read.forwards };
        let outside: Vec<String> = passed.iter().filter(|name| !ours(name)).cloned().collect();
        let files: Vec<_> = read.files.into_iter().map(|file| (file.name, file.bytes)).collect();
        let files = (!files.is_empty()).then(|| Arc::new(files::came(&files)) as Made);
        let words = Words {
            from: read.from.as_ref().map(Address::key).unwrap_or_default(),
            signed: read.signed,
            automatic: false,
            own: own_words(&read.text),
            outside,
            forwarded,
            subject: read.subject,
            whole: read.text,
            name: read.name.unwrap_or_default(),
        };
        Ok(Held::Words(Box::new(words), files))
    }

    fn give(&self, tag: String, gives: Gives) -> kernel::Result<bool> {
        let takes = self.takes.clone();
        self.db.write_now(move |tx| give(tx, &takes, &tag, &gives))
    }

    /// A letter of ours came back: it counts against its address, and whoever sent it sees it. Both or neither: the mail server
    /// brings a report again that could not be taken, and what was counted is not told a second time.
    fn came_back(&self, mail: kernel::Id<db::QueuedMail>, status: String) -> kernel::Result<bool> {
        let (takes, why) = (self.takes.clone(), status.clone());
        let done = self.db.write_now(move |tx| {
            if tx.mail_came_back(mail, &why)?.is_some() {
                give(tx, &takes, &mail.to_string(), &Gives { failed: Some(why), ..Gives::default() })?;
            }
            Ok(true)
        });
        match done {
            Ok(_) | Err(Error::Internal(_)) => done,
            // Refused by a rule it is not brought again, and the address is as bad.
            Err(_) => self.db.write_now(move |tx| tx.mail_came_back(mail, &status)).map(|_| true),
        }
    }
}

/// Offers a letter to the slices; the first that takes it has it.
fn give(tx: &db::Tx<'_>, takes: &[TakeLetter], tag: &str, gives: &Gives) -> kernel::Result<bool> {
    let letter = Incoming {
        tag,
        calendar: &gives.calendar,
        words: gives.words.as_ref(),
        failed: gives.failed.as_deref(),
        files: gives.files.as_ref(),
    };
    for take in takes {
        if take(tx, &letter)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What a letter is.
enum Held {
    Words(Box<Words>, Option<Made>),
    Calendar(Vec<u8>),
    Failed(kernel::Id<db::QueuedMail>, String),
    Nothing(&'static str),
}

/// What slices are given of a letter.
#[derive(Default)]
struct Gives {
    calendar: Vec<u8>,
    words: Option<Words>,
    failed: Option<String>,
    files: Option<Made>,
}

const fn refusal(why: Unopened) -> &'static str {
    match why {
        Unopened::TooLarge => "Too many or too deep parts (Der Brief hat zu viele Teile)",
        Unopened::Broken => "The letter cannot be read (Der Brief ist nicht lesbar)",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use super::*;
    use crate::mailing::bounce_tag;
    use kernel::Reason;

    /// Takes what is for "gut", refuses what is for "nein", breaks at "kaputt", and writes down what it took.
    fn take(tx: &db::Tx<'_>, letter: &Incoming<'_>) -> kernel::Result<bool> {
        tx.silent("a test");
        if let Some(words) = letter.words {
            let said = format!("{} {} {}: {}", words.from, words.signed, words.subject, words.own);
            return tx.set("test.taken", &said).map(|()| letter.tag == "worte");
        }
        match letter.tag {
            "gut" => tx.set("test.taken", std::str::from_utf8(letter.calendar).unwrap_or_default()).map(|()| true),
            "nein" => Err(Error::Rule(Reason::new("Nein.", "no"))),
            "kaputt" => Err(Error::internal("broken")),
            _ => Ok(false),
        }
    }

    /// Says all of it and gives the last code of each answer.
    fn talk(path: &Path, to: &str, letter: &str) -> Vec<String> {
        let mut stream = UnixStream::connect(path).unwrap();
        let says = format!(
            "LHLO mail.example.org\r\nMAIL FROM:<dora@example.org>\r\nRCPT TO:<{to}>\r\nDATA\r\n{letter}\r\n.\r\nQUIT\r\n"
        );
        stream.write_all(says.as_bytes()).unwrap();
        let mut hears = String::new();
        stream.read_to_string(&mut hears).unwrap();
        hears.lines().filter(|l| l.as_bytes().get(3) == Some(&b' ')).map(|l| l[..3].to_owned()).collect()
    }

    /// Writes down that a letter came back; breaks or refuses when a test wants it to.
    fn take_lost(tx: &db::Tx<'_>, letter: &Incoming<'_>) -> kernel::Result<bool> {
        tx.silent("a test");
        let Some(status) = letter.failed else { return Ok(false) };
        match db::setting(tx, "test.lost")?.as_deref() {
            Some("broken") => Err(Error::internal("broken")),
            Some("refused") => Err(Error::Rule(Reason::new("Nein.", "no"))),
            _ => tx.set("test.taken", &format!("{} {status}", letter.tag)).map(|()| true),
        }
    }

    #[test]
    fn a_letter_that_came_back_is_counted_and_told_together_or_not_at_all() {
        testkit::both(|fresh| {
            let house = House {
                db: fresh.db.clone(),
                mailbox: Address::new("antwort@example.org").unwrap(),
                authserv: None,
                domain: "netz.example.org".to_owned(),
                takes: vec![take_lost],
                closed: Vec::new(),
            };
            let set = |name: &'static str, value: &'static str| {
                fresh
                    .db
                    .write_now(move |tx| {
                        tx.silent("a test");
                        tx.set(name, value)
                    })
                    .unwrap();
            };
            let sent = || {
                fresh
                    .db
                    .write_now(|tx| {
                        tx.silent("a test");
                        let id: kernel::Id<db::QueuedMail> = tx.id();
                        tx.exec(
                            "INSERT INTO mail_out (id, address, subject, body_text, purpose, state, tries, next_at, created_at) VALUES (:id, 'jo@example.org', 's', 't', 'test', 'sent', 1, 0, 0)",
                            db::args! { id: id },
                        )?;
                        Ok(id)
                    })
                    .unwrap()
            };
            let strikes = || {
                let sql = "SELECT COALESCE(MAX(strikes), 0) FROM mail_trouble";
                fresh.db.read_now(move |c| c.count(sql, db::args! {})).unwrap()
            };
            let report = "From: MAILER-DAEMON@mx.example.org\nContent-Type: multipart/report; report-type=delivery-status; boundary=a\n\n\
                --a\nContent-Type: text/plain\n\nNein.\n--a\nContent-Type: message/delivery-status\n\n\
                Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; jo@example.org\nAction: failed\nStatus: 5.1.1\n\n--a--\n"
                .replace('\n', "\r\n");
            let brings = |mail| {
                let to = Address::new(&format!("antwort+{}@example.org", bounce_tag("k", mail))).unwrap();
                house.take(&Arrived { to: &to, bytes: report.as_bytes(), nobody: true })
            };
            let taken = || fresh.db.read_now(|c| db::setting(c, "test.taken")).unwrap();
            set(networks::ANSWERS_KEY, "k");
            // What cannot be told now is not counted either: the mail server comes again.
            let first = sent();
            set("test.lost", "broken");
            assert_eq!(brings(first), Taken::Later);
            assert_eq!((strikes(), taken()), (0, None));
            set("test.lost", "");
            assert_eq!(brings(first), Taken::Yes);
            assert_eq!((strikes(), taken()), (1, Some(format!("{first} 5.1.1"))));
            // Once more about the same letter changes nothing.
            assert_eq!(brings(first), Taken::Yes);
            assert_eq!(strikes(), 1);
            // What a rule refuses is not brought again, and counts.
            let second = sent();
            set("test.lost", "refused");
            assert_eq!(brings(second), Taken::Yes);
            assert_eq!((strikes(), taken()), (2, Some(format!("{first} 5.1.1"))));
        });
    }

    #[test]
    fn the_mail_server_hands_letters_over_and_nobody_else_can() {
        testkit::both(|fresh| {
            let folder =
                std::env::temp_dir().join(format!("geflecht-inbox-{}-{:p}", std::process::id(), &raw const *fresh));
            fs::create_dir_all(&folder).unwrap();
            let path = folder.join("lmtp");
            let answers = Answers {
                mailbox: Address::new("antwort@example.org").unwrap(),
                socket: path.clone(),
                authserv: Some("mx.example.org".to_owned()),
            };
            let slices = [Slice {
                inbox: Some(take),
                mailbox: Some(|_, tag| Ok(tag == "weg")),
                ..Slice::new("test", web::Routes::new)
            }];
            // A file of somebody else stays.
            fs::write(&path, "mine").unwrap();
            assert!(Inbox::listen(&answers, "netz.example.org", &fresh.db, &[]).is_err());
            fs::remove_file(&path).unwrap();
            let inbox = Inbox::listen(&answers, "netz.example.org", &fresh.db, &slices).unwrap();
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o660);
            let with = |calendar: &str| {
                format!("From: x@example.org\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n{calendar}")
            };
            let taken = || fresh.db.read_now(|c| db::setting(c, "test.taken")).unwrap();
            let good = ["220", "250", "250", "250", "354", "250", "221"];
            assert_eq!(talk(&path, "Antwort+GUT@example.org", &with("one")), good);
            assert_eq!(taken().as_deref(), Some("one\r\n"));
            // Refused quietly: no bounce goes to whoever was named as the sender.
            for (to, letter) in [
                ("antwort+nein@example.org", with("two")),
                ("antwort+unbekannt@example.org", with("two")),
                ("antwort@example.org", with("two")),
                // Our own letter came back: nobody answers it.
                (
                    "antwort+worte@example.org",
                    "From: x@example.org\r\nMessage-ID: <r5@Netz.example.org>\r\nSubject: Hallo\r\n\r\nIch.".to_owned(),
                ),
                ("antwort+gut@example.org", "Auto-Submitted: auto-replied\r\n\r\nIch bin im Urlaub.".to_owned()),
            ] {
                assert_eq!(talk(&path, to, &letter), good, "{to} {letter}");
            }
            assert_eq!(taken().as_deref(), Some("one\r\n"));
            // Words, as far as their writer wrote them.
            let said = "Authentication-Results: mx.example.org; dkim=pass header.d=example.org\r\nFrom: X@example.org\r\nSubject: Hallo\r\n\r\nIch komme.\r\n> Kommst du?";
            assert_eq!(talk(&path, "antwort+worte@example.org", said), good);
            assert_eq!(taken().as_deref(), Some("x@example.org true Hallo: Ich komme."));
            // What cannot be read goes back, what is closed is told at once.
            assert_eq!(talk(&path, "antwort+worte@example.org", "\u{1}\u{2}")[5], "554");
            assert_eq!(talk(&path, "antwort+weg@example.org", said)[3], "550");
            // Not now is not never.
            assert_eq!(talk(&path, "antwort+kaputt@example.org", &with("x"))[5], "451");
            // Not our mailbox.
            assert_eq!(talk(&path, "jo@example.org", &with("x"))[3], "550");
            assert_eq!(talk(&path, "antwort+gut@anderswo.example.org", &with("x"))[3], "550");
            drop(inbox);
            assert!(!path.exists());
            fs::remove_dir_all(&folder).unwrap();
        });
    }
}
