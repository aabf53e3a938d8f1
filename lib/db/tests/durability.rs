//! What was acknowledged is on the disk. Killing a process cannot show this, since the operating system keeps what was
//! written; so the calls themselves are looked at: between the last write to the log of a commit and its
//! acknowledgement lies a sync of that log. The same look at `synchronous=NORMAL` must fail, or it would prove nothing. Writes that
//! wait together share a sync, and none of them is acknowledged before it.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops where something is wrong; the parent tells the child what to do by its environment"
)]

use std::{
    collections::HashMap,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
    task::{Context, Waker},
};

use db::{Db, Open, Url};
use kernel::{Event, Subject};

/// How many writes the child makes.
const WRITES: usize = 200;
/// How many of them are handed in while the writer is busy, where some are.
const TOGETHER: usize = 10;
/// Tells the child its database, how it syncs and how many writes wait at once.
const TASK: &str = "GEFLECHT_TEST_DURABILITY";

/// Makes the writes and acknowledges each one; does nothing unless a test of this file started it.
#[test]
fn child() {
    let Ok(task) = std::env::var(TASK) else { return };
    let [synchronous, together, path] = task.splitn(3, ':').collect::<Vec<_>>().try_into().unwrap();
    let together: usize = together.parse().unwrap();
    let mut open = Open::new(Url::Sqlite(path.into()), testkit::clock());
    open.synchronous =
        if synchronous == "FULL" { Open::new(open.url.clone(), open.clock.clone()).synchronous } else { "NORMAL" };
    let db = Db::open(&open, &migrations::SCHEMA).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let numbers: Vec<usize> = (0..WRITES).collect();
    for some in numbers.chunks(together) {
        let (go, gate) = std::sync::mpsc::channel::<()>();
        // Keeps the writer busy, changes nothing, and ends before the others begin.
        let mut busy = std::pin::pin!(db.write(move |_| {
            let _ = gate.recv();
            Err::<(), _>(kernel::Error::NotFound)
        }));
        let mut context = Context::from_waker(Waker::noop());
        let mut waiting: Vec<_> = some.iter().map(|n| Box::pin(write(&db, *n))).collect();
        if together > 1 {
            assert!(busy.as_mut().poll(&mut context).is_pending());
            for work in &mut waiting {
                assert!(work.as_mut().poll(&mut context).is_pending());
            }
        }
        drop(go);
        runtime.block_on(async {
            for (n, work) in some.iter().zip(waiting) {
                work.await.unwrap();
                acknowledge(*n);
            }
        });
    }
}

async fn write(db: &Db, n: usize) -> kernel::Result<()> {
    let work = move |tx: &db::Tx<'_>| {
        tx.emit(Event::new("test.done", Subject::new("test", 1)));
        tx.set("n", &n.to_string())
    };
    db.write(work).await
}

fn acknowledge(n: usize) {
    let mut out = std::io::stdout();
    out.write_all(format!("ack {n} \n").as_bytes()).unwrap();
    out.flush().unwrap();
}

#[test]
fn nothing_is_acknowledged_before_the_disk_has_it() {
    let calls = traced("FULL", 1);
    assert_eq!(judged(&calls, 1), Ok(WRITES));
}

#[test]
fn writes_that_wait_share_a_sync_and_nobody_is_told_before_it() {
    let calls = traced("FULL", TOGETHER);
    assert_eq!(judged(&calls, TOGETHER), Ok(WRITES));
    let syncs = calls.iter().filter(|call| **call == Call::Synced).count();
    // Opening the database and copying the log now and then sync as well.
    assert!(syncs < WRITES / 2, "{syncs} syncs for {WRITES} writes");
}

#[test]
fn the_look_itself_can_fail() {
    let calls = traced("NORMAL", 1);
    let verdict = judged(&calls, 1);
    assert!(
        verdict.is_err_and(|why| why.contains("without a sync")),
        "with synchronous=NORMAL commits are not synced, and this must show"
    );
}

/// One call that matters.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Call {
    /// Bytes were handed to the log.
    Log,
    /// The log was synced, and the call came back well.
    Synced,
    /// The child began to acknowledge this write.
    Ack(usize),
}

/// How many acknowledgements came after a sync of everything their commit wrote, or the first that did not. So many in a row
/// belong to writes that were handed in together: the last of them closes the book on what the log was given for them.
fn judged(calls: &[Call], together: usize) -> Result<usize, String> {
    let (mut acks, mut written, mut synced) = (0, false, false);
    for call in calls {
        match call {
            Call::Log => (written, synced) = (true, false),
            Call::Synced => synced = true,
            Call::Ack(n) => {
                if *n != acks {
                    return Err(format!("write {n} was acknowledged where {acks} was expected"));
                }
                if !written {
                    return Err(format!("write {n} was acknowledged without writing to the log"));
                }
                if !synced {
                    return Err(format!("write {n} was acknowledged without a sync"));
                }
                acks += 1;
                if acks % together == 0 {
                    (written, synced) = (false, false);
                }
            }
        }
    }
    if acks == WRITES { Ok(acks) } else { Err(format!("{acks} of {WRITES} writes were acknowledged")) }
}

/// The calls of a child that writes with this setting, so many at once.
fn traced(synchronous: &str, together: usize) -> Vec<Call> {
    let folder = Folder(std::env::temp_dir().join(testkit::unique("geflecht-durability")));
    std::fs::create_dir_all(&folder.0).unwrap();
    let (database, trace) = (folder.0.join("test.db"), folder.0.join("trace"));
    let status = Command::new("strace")
        .args(["-f", "-y", "-s", "24", "-e", "trace=write,pwrite64,fsync,fdatasync", "-o"])
        .arg(&trace)
        .arg(std::env::current_exe().unwrap())
        .args(["child", "--exact", "--nocapture", "--test-threads=1"])
        .env(TASK, format!("{synchronous}:{together}:{}", database.display()))
        .stdout(std::process::Stdio::null())
        .status();
    let status =
        status.unwrap_or_else(|e| panic!("this test needs strace ({e}); on Debian: apt-get install -y strace"));
    assert!(status.success(), "the child under strace failed ({status}); may this user trace processes?");
    let text = std::fs::read(&trace).unwrap();
    read(&String::from_utf8_lossy(&text), &database)
}

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Reads what strace wrote. A write counts from where it begins, a sync only once it came back with 0; a call another
/// thread cut in two is put together by the number of its thread.
fn read(text: &str, database: &Path) -> Vec<Call> {
    let log = format!("<{}-wal>", database.display());
    let mut calls = Vec::new();
    let mut syncing: HashMap<&str, bool> = HashMap::new();
    for line in text.lines() {
        let Some((thread, call)) = line.split_once(' ').map(|(t, c)| (t, c.trim_start())) else { continue };
        let (is_write, is_sync) = (
            call.starts_with("write(") || call.starts_with("pwrite64("),
            call.starts_with("fsync(") || call.starts_with("fdatasync("),
        );
        let of_log = call.contains(&log);
        if is_write && of_log {
            calls.push(Call::Log);
        } else if is_write && call.contains("\"ack ") {
            let number =
                call.split("\"ack ").nth(1).and_then(|rest| rest.split(' ').next()).and_then(|n| n.parse().ok());
            calls.push(Call::Ack(number.unwrap_or_else(|| panic!("an acknowledgement without number: {line}"))));
        } else if is_sync && call.contains("<unfinished") {
            syncing.insert(thread, of_log);
        } else if call.contains("sync resumed>") {
            if syncing.remove(thread) == Some(true) && call.ends_with("= 0") {
                calls.push(Call::Synced);
            }
        } else if is_sync && of_log && call.ends_with("= 0") {
            calls.push(Call::Synced);
        }
    }
    calls
}

#[test]
fn the_trace_is_read_as_it_was_meant() {
    let text = "10 pwrite64(5</t/test.db-wal>, \"x\", 24, 0) = 24\n\
                11 write(1</dev/null>, \"ack 0 \\n\", 7) = 7\n\
                10 fdatasync(5</t/test.db-wal> <unfinished ...>\n\
                11 fsync(7</t/test.db>) = 0\n\
                10 <... fdatasync resumed>) = 0\n\
                10 fdatasync(5</t/test.db-wal>) = -1 EIO (Input/output error)\n\
                10 fdatasync(5</t/test.db-wal>) = 0\n";
    assert_eq!(read(text, Path::new("/t/test.db")), [Call::Log, Call::Ack(0), Call::Synced, Call::Synced]);
    assert!(judged(&[Call::Log, Call::Ack(0), Call::Synced], 1).is_err());
    assert!(judged(&[Call::Log, Call::Synced, Call::Log, Call::Ack(0)], 1).is_err());
    assert!(judged(&[Call::Synced, Call::Ack(0)], 1).is_err());
}
