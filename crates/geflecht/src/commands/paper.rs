//! `geflecht paper`: one paper from JSON to PDF, within limits this process sets itself. Started by the server, not by hand.

use std::{
    io::{Read, Write},
    process::ExitCode,
};

use papers::Paper;
use rustix::process::{Resource, Rlimit, nice, setrlimit};

use crate::Outcome;

/// The longest JSON that is read: several times what the longest paper needs.
const PAPER_MOST: u64 = 16 << 20;
/// The addresses this process may use, in bytes. A paper of 140 pages takes less than half of them (measured: 142 MB of memory).
const MEMORY: u64 = 768 << 20;
/// The processor it may use, in seconds.
const SECONDS: u64 = 20;

/// Reads a paper from standard input and writes its PDF to standard output.
///
/// # Errors
/// A sentence when it is no paper, too long, or cannot be set. The server does not read it: it could tell of the paper.
pub fn run() -> Outcome<ExitCode> {
    limit().map_err(|e| format!("The limits of this process cannot be set: {e}."))?;
    let mut json = Vec::new();
    std::io::stdin().take(PAPER_MOST).read_to_end(&mut json).map_err(|e| format!("No paper comes in: {e}."))?;
    let paper: Paper = serde_json::from_slice(&json).map_err(|e| format!("This is no paper: {e}."))?;
    let file = pdf::render(&paper).map_err(|e| format!("{e}."))?;
    let mut out = std::io::stdout().lock();
    out.write_all(&file).and_then(|()| out.flush()).map_err(|e| format!("The PDF cannot be written: {e}."))?;
    Ok(ExitCode::SUCCESS)
}

/// Less than everybody else's: memory, processor, place in the queue, and no picture of the memory when it ends badly.
fn limit() -> rustix::io::Result<()> {
    let at_most = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::As, at_most(MEMORY))?;
    setrlimit(Resource::Cpu, at_most(SECONDS))?;
    setrlimit(Resource::Core, at_most(0))?;
    // Pages come first; where this is not allowed, papers are as quick as pages.
    let _ = nice(5);
    Ok(())
}
