//! Backups: one file with everything, written beside its place and moved there once it is on the disk; encrypted to a
//! public key of age if there is one. Restoring takes it in whole or not at all.
//!
//! Not in a backup: who is signed in, sign-ins under way, and mail that still waited. After a restore everybody signs in
//! again.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use age::{Decryptor, Encryptor, Identity, Recipient, x25519};
use db::{Db, Open};
use kernel::Error;

use crate::{Outcome, place::private, site};

/// How a file encrypted by age begins (age-encryption.org/v1).
const AGE: &[u8] = b"age-encryption.org/";
/// The largest key file that is read.
const KEYS: u64 = 64 << 10;

/// How long one statement of a backup, a restore or a check may take: nobody waits at a browser.
pub const UNHURRIED: Duration = Duration::from_secs(86_400);

/// Writes a backup of the database, as it is at this moment, and gives the number of rows. A server may go on writing.
///
/// # Errors
/// A sentence when the database or the file refuses; then `file` is as it was.
pub fn write(open: &Open, file: &Path, recipient: Option<&x25519::Recipient>) -> Outcome<u64> {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    let written = write_part(open, &part, recipient).and_then(|rows| {
        fs::rename(&part, file).map_err(|e| format!("{}: {e}", file.display()))?;
        // The new name is on the disk once its directory is.
        let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(|e| format!("{}: {e}", folder.display()))?;
        Ok(rows)
    });
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

fn write_part(open: &Open, part: &Path, recipient: Option<&x25519::Recipient>) -> Outcome<u64> {
    let told = |e: std::io::Error| format!("{}: {e}", part.display());
    let open = &Open { patience: UNHURRIED, ..open.clone() };
    // Left over from a run that was killed: its mode need not be ours.
    let _ = fs::remove_file(part);
    let file = private(File::options().create_new(true).write(true), part)?;
    let mut out = BufWriter::with_capacity(1 << 16, &file);
    let rows = match recipient {
        None => rows_into(open, &mut out)?,
        Some(key) => {
            let encryptor = Encryptor::with_recipients(std::iter::once(key as &dyn Recipient))
                .map_err(|e| format!("The backup cannot be encrypted: {e}"))?;
            let mut sealed = encryptor.wrap_output(&mut out).map_err(told)?;
            let rows = rows_into(open, &mut sealed)?;
            sealed.finish().map_err(told)?;
            rows
        }
    };
    out.flush().map_err(told)?;
    file.sync_all().map_err(told)?;
    Ok(rows)
}

fn rows_into(open: &Open, out: &mut (dyn Write + Send)) -> Outcome<u64> {
    let rows =
        db::peek(open, |conn| db::dump(conn, out)).map_err(|e| format!("The backup could not be written: {e}"))?;
    rows.ok_or_else(|| format!("There is no database at {} to back up.", open.url))
}

/// What a restore is allowed to do and expected to find.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// Whether what is there may be thrown away.
    pub replace: bool,
    /// Whether the directory is the demo's; only a backup of the demo fits there, and nowhere else.
    pub demo: bool,
}

/// Reads a backup into the database and gives the number of rows.
///
/// # Errors
/// A sentence; then the database is as it was.
pub fn read(db: &Db, file: &Path, key: Option<&Path>, rules: Rules) -> Outcome<u64> {
    let mut input = opened(file, key)?;
    let done = db.write_now(move |tx| {
        if !rules.replace && !db::is_unused(tx)? {
            return Err(Error::internal("there is something in the database already; with --replace it is thrown away and the backup takes its place"));
        }
        let rows = db::restore(tx, &mut *input)?;
        match (site::is_demo(tx)?, rules.demo) {
            (true, false) => Err(Error::internal("this is a backup of the demo, which belongs into a demo's directory only")),
            (false, true) => Err(Error::internal("this directory is the demo's; choose another one with --data")),
            _ => Ok(rows),
        }
    });
    done.map_err(|e| format!("{} was not restored: {e}.", file.display()))
}

fn opened(file: &Path, key: Option<&Path>) -> Outcome<Box<dyn BufRead + Send>> {
    let told = |e: std::io::Error| format!("{}: {e}", file.display());
    let mut input = BufReader::with_capacity(1 << 16, File::open(file).map_err(told)?);
    let sealed = input.fill_buf().map_err(told)?.starts_with(AGE);
    match (sealed, key) {
        (false, None) => Ok(Box::new(input)),
        (false, Some(_)) => Err(format!("{} is not encrypted; leave --key out.", file.display())),
        (true, None) => {
            Err(format!("{} is encrypted; say where the secret key is with --key KEYFILE.", file.display()))
        }
        (true, Some(key)) => {
            let identities = identities(key)?;
            let decryptor =
                Decryptor::new_buffered(input).map_err(|e| format!("{} cannot be decrypted: {e}", file.display()))?;
            let plain = decryptor.decrypt(identities.iter().map(|i| i as &dyn Identity));
            let plain = plain.map_err(|_| format!("The key in {} does not open {}.", key.display(), file.display()))?;
            Ok(Box::new(BufReader::with_capacity(1 << 16, plain)))
        }
    }
}

/// The secret keys of a file as `age-keygen` writes it: one a line, and comments.
fn identities(path: &Path) -> Outcome<Vec<x25519::Identity>> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(KEYS).read_to_string(&mut text));
    read.map_err(|e| format!("{}: {e}", path.display()))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let keys: Result<Vec<x25519::Identity>, _> = lines.map(str::parse).collect();
    match keys {
        Ok(keys) if !keys.is_empty() => Ok(keys),
        _ => Err(format!("{} holds no secret key of age; such a line begins with AGE-SECRET-KEY-1.", path.display())),
    }
}
