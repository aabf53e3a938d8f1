//! The side of the command line.

use std::{
    io::{BufRead, BufReader, ErrorKind, Read, Write},
    os::unix::net::UnixStream,
    time::Duration,
};

use serde_json::Value;

use super::LINE;
use crate::{Outcome, place::Place};

/// How long the server may take to listen, and to do what it was asked: a large backup takes minutes.
const LISTEN: Duration = Duration::from_secs(5);
const WORK: Duration = Duration::from_secs(3600);

/// Asks the server on this data directory; `None` when none runs.
///
/// # Errors
/// A sentence: that of the server, or why it could not be asked.
pub fn ask(place: &Place, request: &Value) -> Outcome<Option<Value>> {
    let Some(mut stream) = connect(place)? else { return Ok(None) };
    let told = |e: std::io::Error| format!("The running server did not answer: {e}");
    stream.set_write_timeout(Some(LISTEN)).and_then(|()| stream.set_read_timeout(Some(WORK))).map_err(told)?;
    writeln!(stream, "{request}").map_err(told)?;
    let mut line = String::new();
    BufReader::new((&stream).take(LINE)).read_line(&mut line).map_err(told)?;
    let answer: Value = serde_json::from_str(&line)
        .map_err(|_| "The running server broke off without an answer; its log says why.".to_owned())?;
    match (answer.get("ok"), answer.get("error").and_then(Value::as_str)) {
        (Some(ok), _) => Ok(Some(ok.clone())),
        (None, Some(sentence)) => Err(sentence.to_owned()),
        (None, None) => {
            Err("The running server gave an answer this program does not know; are they the same version?".to_owned())
        }
    }
}

/// Whether a server runs on this data directory.
///
/// # Errors
/// A sentence when that cannot be found out.
pub fn is_running(place: &Place) -> Outcome<bool> {
    connect(place).map(|stream| stream.is_some())
}

fn connect(place: &Place) -> Outcome<Option<UnixStream>> {
    let path = place.socket();
    match UnixStream::connect(&path) {
        Ok(stream) => Ok(Some(stream)),
        // A socket nobody listens on was left by a server that was killed.
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::ConnectionRefused | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(e) => Err(format!("{}: {e}", path.display())),
    }
}
