//! The press: papers become PDF in a process of their own, the same program as `geflecht paper` (decisions/0015).

use std::{path::PathBuf, process::Stdio, sync::Arc, time::Duration};

use kernel::{Error, Result};
use papers::Paper;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::{Child, Command},
    sync::Semaphore,
    time::timeout,
};
use web::Press;

/// How many papers are set at once; each takes a processor and up to 200 MB for a moment.
const AT_ONCE: usize = 2;
/// How long a paper may wait for its turn and be set, together. The frame gives an answer a minute.
const PATIENCE: Duration = Duration::from_secs(30);
/// The largest file that is taken.
const FILE_MOST: u64 = 64 << 20;

/// The press of the running program.
#[must_use]
pub fn own() -> Press {
    of(program())
}

/// A press that starts this program with the word `paper`.
#[must_use]
pub fn of(program: PathBuf) -> Press {
    let (program, turns) = (Arc::new(program), Arc::new(Semaphore::new(AT_ONCE)));
    Press::new(move |paper| {
        let (program, turns) = (Arc::clone(&program), Arc::clone(&turns));
        Box::pin(async move {
            let set = async {
                let _turn = turns.acquire().await.map_err(Error::internal)?;
                set(&program, &paper).await
            };
            timeout(PATIENCE, set).await.unwrap_or_else(|_| Err(Error::internal("the press took too long")))
        })
    })
}

/// The program as it runs, even when a newer one has taken its place on the disk meanwhile.
fn program() -> PathBuf {
    let running = PathBuf::from("/proc/self/exe");
    if running.exists() { running } else { std::env::current_exe().unwrap_or_else(|_| "geflecht".into()) }
}

async fn set(program: &PathBuf, paper: &Paper) -> Result<Vec<u8>> {
    let json = serde_json::to_vec(paper).map_err(Error::internal)?;
    let mut child = Command::new(program)
        .arg("paper")
        // It needs nothing of ours to know, above all no secret.
        .env_clear()
        // On large machines typst would start a thread for each processor, and each reserves addresses the cap counts.
        .env("RAYON_NUM_THREADS", "2")
        .env("MALLOC_ARENA_MAX", "2")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        // A reader who has gone, or patience that has ended, drops this and with it the process.
        .kill_on_drop(true)
        .spawn()
        .map_err(|e| Error::internal(format!("the press cannot be started: {e}")))?;
    let file = talk(&mut child, &json).await;
    let ended = child.wait().await.map_err(Error::internal)?;
    if !ended.success() {
        return Err(Error::internal(format!("the press ended with {ended}")));
    }
    let file = file.map_err(|e| Error::internal(format!("the press did not speak: {e}")))?;
    if file.starts_with(b"%PDF-") { Ok(file) } else { Err(Error::internal("the press gave no PDF")) }
}

/// The paper in, the file out. A child that ends early leaves half a sentence; how it ended says why.
async fn talk(child: &mut Child, json: &[u8]) -> std::io::Result<Vec<u8>> {
    let gone = || std::io::Error::from(std::io::ErrorKind::BrokenPipe);
    let (mut to, from) = (child.stdin.take().ok_or_else(gone)?, child.stdout.take().ok_or_else(gone)?);
    let written = async move {
        to.write_all(json).await?;
        to.shutdown().await
        // Dropped here, so that the child sees the end.
    };
    let read = async move {
        let mut file = Vec::new();
        from.take(FILE_MOST).read_to_end(&mut file).await.map(|_| file)
    };
    let (_, file) = tokio::join!(written, read);
    file
}
