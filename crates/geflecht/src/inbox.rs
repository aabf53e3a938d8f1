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
    incoming::{Taken, converse, open_letter},
};
use web::{Incoming, TakeLetter};

use crate::Outcome;

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
    takes: Vec<TakeLetter>,
}

impl Inbox {
    /// Listens at the socket for letters to the mailbox.
    ///
    /// # Errors
    /// A sentence when the socket cannot be made.
    pub fn listen(path: &Path, mailbox: &Address, db: &Db, takes: Vec<TakeLetter>) -> Outcome<Self> {
        let told = |e: std::io::Error| format!("mail.socket: {} cannot be made: {e}", path.display());
        let listener = bound(path).map_err(told)?;
        let house = Arc::new(House { db: db.clone(), mailbox: mailbox.clone(), takes });
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
        converse(stream, &|to| self.tag(to).is_some(), &mut |to, letter| self.take(to, letter))
    }

    /// What stands behind the `+` of an address of ours; empty for the mailbox itself.
    fn tag<'a>(&self, to: &'a Address) -> Option<&'a str> {
        let (local, tag) = to.local().split_once('+').unwrap_or((to.local(), ""));
        let ours = local.eq_ignore_ascii_case(self.mailbox.local()) && to.domain() == self.mailbox.domain();
        ours.then_some(tag)
    }

    /// What is refused is refused quietly: an answer to whoever was named as the sender could reach anybody. The log says why,
    /// without addresses.
    fn take(&self, to: &Address, letter: &[u8]) -> Taken {
        let quiet = |why: &str| {
            tracing::info!(why, bytes = letter.len(), "a letter came in and nothing came of it");
            Taken::Yes
        };
        let opened = match open_letter(letter) {
            Ok(opened) => opened,
            Err(why) => return quiet(&why.to_string()),
        };
        let Some(calendar) = opened.calendar else {
            return quiet(if opened.automatic {
                "a machine wrote it"
            } else {
                "there is no answer of a calendar in it"
            });
        };
        let (tag, takes) = (self.tag(to).unwrap_or_default().to_ascii_lowercase(), self.takes.clone());
        let done = self.db.write_now(move |tx| {
            for take in takes {
                if take(tx, &Incoming { tag: &tag, calendar: &calendar })? {
                    return Ok(true);
                }
            }
            Ok(false)
        });
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
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use super::*;
    use kernel::Reason;

    /// Takes what is for "gut", refuses what is for "nein", breaks at "kaputt", and writes down what it took.
    fn take(tx: &db::Tx<'_>, letter: &Incoming<'_>) -> kernel::Result<bool> {
        tx.silent("a test");
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

    #[test]
    fn the_mail_server_hands_letters_over_and_nobody_else_can() {
        testkit::both(|fresh| {
            let folder =
                std::env::temp_dir().join(format!("geflecht-inbox-{}-{:p}", std::process::id(), &raw const *fresh));
            fs::create_dir_all(&folder).unwrap();
            let path = folder.join("lmtp");
            let mailbox = Address::new("antwort@example.org").unwrap();
            // A file of somebody else stays.
            fs::write(&path, "mine").unwrap();
            assert!(Inbox::listen(&path, &mailbox, &fresh.db, Vec::new()).is_err());
            fs::remove_file(&path).unwrap();
            let inbox = Inbox::listen(&path, &mailbox, &fresh.db, vec![take]).unwrap();
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
                ("antwort+gut@example.org", "From: x@example.org\r\nSubject: Hallo\r\n\r\nIch komme.".to_owned()),
                ("antwort+gut@example.org", "Auto-Submitted: auto-replied\r\n\r\nIch bin im Urlaub.".to_owned()),
                ("antwort+gut@example.org", "\u{1}\u{2}".to_owned()),
            ] {
                assert_eq!(talk(&path, to, &letter), good, "{to} {letter}");
            }
            assert_eq!(taken().as_deref(), Some("one\r\n"));
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
