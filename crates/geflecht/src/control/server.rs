//! The side of the server.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    os::unix::{
        fs::{DirBuilderExt, PermissionsExt},
        net::{UnixListener, UnixStream},
    },
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
    time::Duration,
};

use age::x25519::Recipient;
use db::{Db, Open};
use serde_json::{Value, json};

use super::{LINE, Request};
use crate::{Outcome, backup, place::Place, site};

/// How long whoever connects may take to say what she wants, and to take the answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// The most that are served at once.
const AT_ONCE: usize = 4;
/// How long one more waits for a free place before it hears that the server is busy. Whoever was answered a moment ago
/// may hold a place a little longer than she notices.
const WAIT: Duration = Duration::from_secs(1);

/// What the server can be asked to do, and with what it does it.
pub struct Powers {
    /// The open database.
    pub db: Db,
    /// How it was opened; a backup reads it through a connection of its own.
    pub open: Open,
    /// Whom backups are encrypted to unless the request says otherwise.
    pub recipient: Option<Recipient>,
    /// The address of the installation, for links.
    pub base_url: String,
}

/// A socket that is listened on; its file goes when this is dropped.
pub struct Control(PathBuf);

impl Drop for Control {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

impl Control {
    /// Listens in the data directory, which this process must hold already.
    ///
    /// # Errors
    /// A sentence when the socket cannot be made.
    pub fn listen(place: &Place, powers: Powers) -> Outcome<Self> {
        let path = place.socket();
        let told = |e: std::io::Error| format!("The control socket {} cannot be made: {e}", path.display());
        let listener = bound(&path).map_err(told)?;
        let (powers, places) = (Arc::new(powers), Arc::new(Places::default()));
        let serve = move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else {
                    thread::sleep(Duration::from_millis(50));
                    continue;
                };
                let (powers, places) = (Arc::clone(&powers), Arc::clone(&places));
                if !places.take() {
                    let _ = say(
                        &stream,
                        &json!({ "error": "The server is busy with other commands; please try again in a moment." }),
                    );
                    continue;
                }
                let one = move || {
                    let _ = answer(&powers, &stream);
                    places.give_back();
                };
                let _ = thread::Builder::new().name("control-one".to_owned()).spawn(one);
            }
        };
        thread::Builder::new().name("control".to_owned()).spawn(serve).map_err(told)?;
        Ok(Self(path))
    }
}

/// How many are being served.
#[derive(Default)]
struct Places(Mutex<usize>, Condvar);

impl Places {
    /// Takes a place, or waits a moment for one; false when none became free.
    fn take(&self) -> bool {
        let taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.1.wait_timeout_while(taken, WAIT, |taken| *taken >= AT_ONCE);
        let (mut taken, late) = waited.unwrap_or_else(PoisonError::into_inner);
        if !late.timed_out() {
            *taken += 1;
        }
        !late.timed_out()
    }

    fn give_back(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.1.notify_one();
    }
}

/// Binds where nobody else can look, closes the socket to others and only then moves it to its place: between binding
/// and closing it would be as open as the process's umask.
fn bound(path: &Path) -> std::io::Result<UnixListener> {
    let folder = path.with_file_name(".control");
    let _ = fs::remove_dir_all(&folder);
    fs::DirBuilder::new().mode(0o700).create(&folder)?;
    let first = folder.join("s");
    let listener = UnixListener::bind(&first)?;
    fs::set_permissions(&first, fs::Permissions::from_mode(0o600))?;
    fs::rename(&first, path)?;
    fs::remove_dir(&folder)?;
    Ok(listener)
}

fn answer(powers: &Powers, stream: &UnixStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut line = Vec::new();
    BufReader::new(stream.take(LINE)).read_until(b'\n', &mut line)?;
    if line.is_empty() {
        // Somebody looked whether we are here.
        return Ok(());
    }
    let done = Request::read(&line).and_then(|request| act(powers, request));
    say(stream, &done.map_or_else(|sentence| json!({ "error": sentence }), |ok| json!({ "ok": ok })))
}

fn say(mut stream: &UnixStream, answer: &Value) -> std::io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    writeln!(stream, "{answer}")
}

fn act(powers: &Powers, request: Request) -> Outcome<Value> {
    match request {
        Request::Backup { file, to } => {
            let recipient = to.as_ref().or(powers.recipient.as_ref());
            let rows = backup::write(&powers.open, &file, recipient)?;
            tracing::info!(rows, encrypted = recipient.is_some(), "a backup was written");
            Ok(json!({ "rows": rows, "encrypted": recipient.is_some() }))
        }
        Request::Invite(guest) => {
            let base_url = powers.base_url.clone();
            let link =
                powers.db.write_now(move |tx| site::invite(tx, &guest, &base_url)).map_err(|e| crate::sentence(&e))?;
            Ok(json!({ "link": link }))
        }
        Request::Reset(guest) => {
            powers.db.write_now(move |tx| site::reset(tx, &guest)).map_err(|e| crate::sentence(&e))?;
            Ok(json!({}))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_waits_a_moment_for_a_place_and_no_longer() {
        let places = Arc::new(Places::default());
        assert!((0..AT_ONCE).all(|_| places.take()));
        assert!(!places.take());
        let other = Arc::clone(&places);
        let later = thread::spawn(move || other.take());
        places.give_back();
        assert!(later.join().is_ok_and(|taken| taken));
    }
}
