//! A throw-away PostgreSQL: own folder, own port, gone when this program ends, however it ends.

mod owner;

use crate::Outcome;
use crate::place::Place;
use crate::shell::on_path;
use owner::Owner;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Where packages put the server's programs: one folder per version below, then `bin`.
const PACKAGED: &str = "/usr/lib/postgresql";
/// A cold machine under load needs a few seconds; half a minute means that something is wrong.
const PATIENCE: Duration = Duration::from_secs(30);
/// What the server writes once it serves.
const READY: &str = "database system is ready to accept connections";
/// What the server writes when another program listens on its port.
const TAKEN: &str = "Address already in use";
/// What the server writes for each client that was let in (`log_connections`), before the database's name.
const LET_IN: &str = "connection authorized: user=geflecht database=";
/// Waits for the end of its input, which comes when our process is gone, then stops the server and clears up.
/// The wait is bounded, because a dead child nobody fetches looks alive for ever.
const GUARD: &str = r#"cat >/dev/null
kill -INT "$1" 2>/dev/null
n=0; while kill -0 "$1" 2>/dev/null && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done
kill -KILL "$1" 2>/dev/null
rm -rf -- "$2""#;

/// A running server. Dropping it stops it and removes its folder; so does the death of this process by any signal.
pub struct Postgres {
    folder: PathBuf,
    port: u16,
    server: Child,
    guard: Child,
}

/// `cargo xtask postgres`: runs until Ctrl-C.
///
/// # Errors
/// A sentence when the server does not start, or when it ends by itself.
pub fn run(_: &Place, words: &[String]) -> Outcome {
    if let Some(word) = words.first() {
        return Err(format!("`cargo xtask postgres` knows no `{word}`."));
    }
    let mut postgres = Postgres::start()?;
    println!("{}", postgres.url());
    eprintln!("For tests: export GEFLECHT_TEST_POSTGRES='{}'\nCtrl-C ends it.", postgres.url());
    match postgres.server.wait() {
        Ok(status) => Err(format!("PostgreSQL ended by itself ({status}).\n{}", postgres.last_words())),
        Err(e) => Err(format!("PostgreSQL cannot be watched: {e}")),
    }
}

/// The folder with `initdb` and `postgres`: by `PATH`, else the newest packaged version.
pub fn programs() -> Option<PathBuf> {
    let by_path = on_path(&["initdb"]).and_then(|file| fs::canonicalize(file).ok());
    let packaged = fs::read_dir(PACKAGED).into_iter().flatten().flatten().filter_map(|entry| {
        let version: u32 = entry.file_name().to_str()?.parse().ok()?;
        Some((version, entry.path().join("bin")))
    });
    let mut packaged: Vec<(u32, PathBuf)> = packaged.collect();
    packaged.sort();
    let folders = by_path.iter().filter_map(|file| file.parent().map(Path::to_path_buf));
    let mut folders = folders.chain(packaged.into_iter().rev().map(|(_, folder)| folder));
    folders.find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

impl Postgres {
    /// Starts a server with an empty cluster: UTF-8, collation C, everybody on this machine trusted, no fsync.
    ///
    /// # Errors
    /// A sentence with what the server said.
    pub fn start() -> Result<Postgres, String> {
        let programs = programs().ok_or("No PostgreSQL server is here. Please type: cargo xtask tools")?;
        let owner = Owner::choose()?;
        match Postgres::attempt(&programs, &owner) {
            // Another program took the free port before the server did.
            Err(sentence) if sentence.contains(TAKEN) => Postgres::attempt(&programs, &owner),
            outcome => outcome,
        }
    }

    fn attempt(programs: &Path, owner: &Owner) -> Result<Postgres, String> {
        let folder = owner.make_folder()?;
        let started = create_cluster(programs, owner, &folder).and_then(|()| serve(programs, owner, &folder));
        started.inspect_err(|_| {
            let _ = fs::remove_dir_all(&folder);
        })
    }

    /// The address for clients.
    pub fn url(&self) -> String {
        format!("postgres://geflecht@127.0.0.1:{}/postgres?sslmode=disable", self.port)
    }

    /// The databases that clients were let into so far, without the one every cluster has: tests make their own.
    pub fn used_databases(&self) -> BTreeSet<String> {
        used_databases(&self.log())
    }

    /// Everything the server has written.
    fn log(&self) -> String {
        fs::read(self.folder.join("log")).map(|log| String::from_utf8_lossy(&log).into_owned()).unwrap_or_default()
    }

    /// The end of what the server has written.
    fn last_words(&self) -> String {
        let log = self.log();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(12)..].join("\n")
    }

    /// Waits until the server serves.
    fn await_ready(&mut self) -> Outcome {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if self.log().contains(READY) {
                return Ok(());
            }
            if let Ok(Some(status)) = self.server.try_wait() {
                return Err(format!("PostgreSQL ended while starting ({status}).\n{}", self.last_words()));
            }
            sleep(Duration::from_millis(50));
        }
        Err(format!("PostgreSQL is not ready after {} s.\n{}", PATIENCE.as_secs(), self.last_words()))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // The guard does the work; it begins when its input ends. The server is our child, so we fetch it.
        drop(self.guard.stdin.take());
        let _ = self.server.wait();
        let _ = self.guard.wait();
    }
}

fn used_databases(log: &str) -> BTreeSet<String> {
    let names = log.split(LET_IN).skip(1).filter_map(|rest| rest.split_whitespace().next());
    names.filter(|name| *name != "postgres").map(str::to_owned).collect()
}

/// Makes the cluster's files.
fn create_cluster(programs: &Path, owner: &Owner, folder: &Path) -> Outcome {
    let output = owner
        .command(&programs.join("initdb"))
        .args([
            "--locale=C",
            "--encoding=UTF8",
            "--auth=trust",
            "--username=geflecht",
            "--no-sync",
            "--no-instructions",
        ])
        .arg("-D")
        .arg(folder.join("data"))
        .current_dir(folder)
        .output()
        .map_err(|e| format!("initdb cannot be started: {e}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("initdb failed ({}).\n{}", output.status, String::from_utf8_lossy(&output.stderr)))
}

/// Starts server and guard, each in a process group of its own so that a Ctrl-C reaches only us, and waits.
fn serve(programs: &Path, owner: &Owner, folder: &Path) -> Result<Postgres, String> {
    let told = |e| format!("PostgreSQL cannot be started: {e}");
    let port = free_port().map_err(told)?;
    let log = File::create(folder.join("log")).map_err(told)?;
    let mut server = owner
        .command(&programs.join("postgres"))
        .arg("-D")
        .arg(folder.join("data"))
        .arg("-k")
        .arg(folder)
        .args(["-h", "127.0.0.1", "-p", &port.to_string()])
        .args(settings())
        .current_dir(folder)
        .stdin(Stdio::null())
        .stderr(log.try_clone().map_err(told)?)
        .stdout(log)
        .process_group(0)
        .spawn()
        .map_err(told)?;
    let guard = Command::new("sh")
        .args(["-c", GUARD, "guard", &server.id().to_string()])
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn();
    let guard = guard.map_err(|e| {
        let _ = server.kill();
        let _ = server.wait();
        told(e)
    })?;
    let mut postgres = Postgres { folder: folder.to_path_buf(), port, server, guard };
    postgres.await_ready().map(|()| postgres)
}

/// The server's settings. Without fsync a crash of the machine may lose this data, which nobody will miss.
fn settings() -> impl Iterator<Item = String> {
    let settings = [
        "fsync=off",
        "full_page_writes=off",
        // Nobody copies this server, and it keeps little of its log: its folder may lie in memory.
        "wal_level=minimal",
        "max_wal_senders=0",
        "max_wal_size=256MB",
        "max_connections=200",
        "log_connections=on",
        "timezone=UTC",
        "log_timezone=UTC",
        "lc_messages=C",
    ];
    settings.into_iter().flat_map(|setting| ["-c".to_owned(), setting.to_owned()])
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::{Postgres, programs, used_databases};

    /// Starting, serving and leaving nothing behind. Where no server is installed there is nothing to try; the
    /// run of all checks installs one first.
    #[test]
    fn a_server_comes_and_goes() {
        if programs().is_none() {
            return;
        }
        let postgres = Postgres::start().unwrap();
        let (folder, port) = (postgres.folder.clone(), postgres.port);
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        assert!(postgres.used_databases().is_empty(), "nobody has signed in yet");
        drop(postgres);
        assert!(!folder.exists());
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
    }

    #[test]
    fn the_log_tells_which_databases_were_used() {
        let log = "2026-11-23 05:51:08 UTC [1] LOG:  connection authorized: user=geflecht database=postgres\n\
                   2026-11-23 05:51:08 UTC [2] LOG:  connection authorized: user=geflecht database=geflecht_7_0 SSL enabled\n\
                   2026-11-23 05:51:09 UTC [3] LOG:  connection authorized: user=geflecht database=geflecht_7_0\n\
                   2026-11-23 05:51:09 UTC [4] FATAL:  database \"geflecht_7_1\" does not exist\n";
        assert_eq!(used_databases(log).into_iter().collect::<Vec<_>>(), ["geflecht_7_0"]);
    }
}
