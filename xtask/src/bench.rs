//! `bench`: the release binary under load, in worlds of several sizes, beside the floor of the same run.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{Outcome, place::Place, shell};

/// How often durable writes and flushes take turns.
const SLICES: usize = 5;

/// What the words after the name ask for.
struct Asked {
    scales: Vec<String>,
    seconds: String,
}

/// A process that is ended when this goes.
struct Running(Child);

impl Running {
    /// Asks it to end, as a service is ended, and waits until it has.
    fn stop(mut self) -> Outcome {
        shell::run(Command::new("kill").args(["-TERM", &self.0.id().to_string()]))?;
        self.0.wait().map(drop).map_err(|e| e.to_string())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Builds both release binaries and prints one table per world.
pub fn run(place: &Place, words: &[String]) -> Outcome {
    let asked = read(words)?;
    shell::run(shell::cargo(place).args(["build", "--release", "--package", "bench", "--package", "geflecht"]))?;
    let target = place.built.parent().ok_or("This program lies in no target folder.")?;
    let binary = |name: &str| target.join("release").join(name);
    let (bench, geflecht) = (binary("bench"), binary("geflecht"));
    let folder = target.join("bench-worlds");
    fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    for scale in &asked.scales {
        world(&bench, &geflecht, &folder, scale, &asked.seconds)?;
    }
    many(&bench, &folder)?;
    measured(place)
}

/// The search over 200,000 documents, a contribution in a network of 5,000 and 10,000 bundles, each in a file of its own.
fn many(bench: &Path, folder: &Path) -> Outcome {
    for (what, count) in [("search", "200000"), ("bundles", "5000"), ("bundles", "10000")] {
        let file = folder.join(format!("{what}-{count}.db"));
        // A run before left a file that is filled already.
        for end in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(folder.join(format!("{what}-{count}.db{end}")));
        }
        println!("{}", ask(bench, &[what, &text(&file), count])?);
    }
    Ok(())
}

/// What tests measure in a world of their own: long texts with many amendments, a long register, a motion book; chains of
/// delegates and who spoke for whom, and sittings read from a council's system. Each with the tests that are left out otherwise.
fn measured(place: &Place) -> Outcome {
    const ALL: [(&str, &str, &str); 4] = [
        ("positions", "speed", "--ignored"),
        ("pdf", "render", "--ignored"),
        ("mandates", "speed", "--include-ignored"),
        ("mandates", "oparl_size", "--include-ignored"),
    ];
    for (package, test, which) in ALL {
        let words = ["test", "--release", "--quiet", "--package", package, "--test", test, "--", which, "--nocapture"];
        shell::run(shell::cargo(place).args(words))?;
    }
    Ok(())
}

fn read(words: &[String]) -> Result<Asked, String> {
    let mut asked = Asked { scales: vec!["1".to_owned()], seconds: "3".to_owned() };
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let value = rest.next().ok_or_else(|| format!("`{word}` needs a value"))?;
        match word.as_str() {
            "--scale" => asked.scales = value.split(',').map(str::to_owned).collect(),
            "--seconds" => asked.seconds.clone_from(value),
            _ => return Err(format!("bench [--scale 1,10,100] [--seconds N], not `{word}`")),
        }
    }
    Ok(asked)
}

fn world(bench: &Path, geflecht: &Path, folder: &Path, scale: &str, seconds: &str) -> Outcome {
    let data = folder.join(format!("world-{scale}"));
    let file = data.join("geflecht.db");
    let _ = fs::remove_dir_all(&data);
    fs::create_dir_all(&data).map_err(|e| e.to_string())?;
    let made = ask(bench, &["world", &text(&file), scale])?;
    let parts: Vec<&str> = made.split_whitespace().collect();
    let [tokens, person, network, body, persons, bodies, seats, held] = parts[..] else {
        return Err(format!("the world said: {made}"));
    };
    println!(
        "\nscale {scale}: {persons} persons, {bodies} bodies, {seats} seats, {held} occupancies, {} MiB",
        fs::metadata(&file).map_or(0, |m| m.len() >> 20)
    );
    println!("loading an actor (seats, p50 µs, p99 µs): {}", ask(bench, &["actor", &text(&file), "1"])?);
    // The index of what can be found is built by the program itself, once, at its first start.
    let begun = Instant::now();
    let (server, _) = serve(geflecht, &data)?;
    // Ten times the persons take ten times as long to index.
    let patience = Duration::from_secs(300) * scale.parse::<u32>().map_err(|_| "a scale is a number")?.max(2);
    println!("at rest after {} ms, its index built", rest(&server.0.id().to_string(), begun, patience)?.as_millis());
    server.stop()?;
    let begun = Instant::now();
    let (server, address) = serve(geflecht, &data)?;
    println!("ready after {} ms", begun.elapsed().as_millis());
    let pid = server.0.id().to_string();
    rest(&pid, begun, patience)?;
    let cookies: Vec<String> = tokens.split(',').map(|token| format!("g-s={token}")).collect();
    let cookie = cookies.first().cloned().unwrap_or_default();
    println!("memory after the start: {} KiB", ask(bench, &["count", &address, &pid, "0", "/", "-"])?);
    for path in ["/", &format!("/netzwerke/{network}"), "/netzwerke/netz-21", "/netzwerke"] {
        ask(bench, &["count", &address, &pid, "50", path, &cookie])?;
    }
    println!("memory after 200 requests: {} KiB", ask(bench, &["count", &address, &pid, "0", "/", "-"])?);
    println!(
        "{:<34} {:>9} {:>8} {:>8} {:>8} {:>9} {:>9}",
        "page", "req/s", "p50 µs", "p99 µs", "bytes", "CPU µs", "own KiB"
    );
    let public = format!("/netzwerke/{network}");
    let load = |name: &str, path: &str, cookie: &str| -> Result<Vec<String>, String> {
        let line = ask(bench, &["load", &address, &pid, seconds, path, cookie])?;
        Ok(row(name, &line))
    };
    let kept = load("public network page, kept", &public, "-")?;
    let writer = Running(
        Command::new(bench)
            .args(["write", &address, &pid, seconds, &cookie, "10"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| e.to_string())?,
    );
    load("the same with 10 writes/s", &public, "-")?;
    drop(writer);
    load("public network page, not kept", &format!("{public}?frisch=ja"), "-")?;
    load("the same of a network of 60", "/netzwerke/netz-21?frisch=ja", "-")?;
    // Each of another day, so that nothing of it is remembered.
    load("public network page, nothing known", &format!("{public}?stand={{day}}"), "-")?;
    load("the first network for a member", &public, &cookie)?;
    load("Start", "/", &cookie)?;
    load("persons of a network of 370", &format!("{public}/personen"), &cookie)?;
    load("person", &format!("/personen/{person}"), &cookie)?;
    load("body", &format!("{public}/gremien/{body}"), &cookie)?;
    load("search for two common names", "/suche?q=kowalski+mira", &cookie)?;
    load("search for what every office is called", "/suche?q=gleichstellungsstelle", &cookie)?;
    durable(bench, folder, "one person", &[&address, &pid, seconds, &cookie, "0"])?;
    durable(bench, folder, "eight persons", &[&address, &pid, seconds, &cookies.join(","), "0"])?;
    server.stop()?;
    floor(bench, &file, kept.get(3).map_or("30000", String::as_str), seconds)
}

/// Durable writes between bare flushes of the same seconds: a shared disk changes from one minute to the next.
fn durable(bench: &Path, folder: &Path, who: &str, write: &[&str]) -> Outcome {
    let number = |line: &str| line.split_whitespace().next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0);
    let flushes = || ask(bench, &["fsync", &text(folder), "1"]).map(|line| number(&line));
    let (mut shares, mut own, mut before) = (Vec::new(), Vec::new(), flushes()?);
    for _ in 0..SLICES {
        let line = ask(bench, &[&["write"], write].concat())?;
        let after = flushes()?;
        let (writes, floor) = (number(&line), f64::midpoint(before, after));
        row(&format!("durable writes of {who}"), &line);
        println!("    of {floor:.0} flushes/s around them: {:.0} %", writes * 100.0 / floor.max(1.0));
        shares.push(writes / floor.max(1.0));
        own.push(1e3 / writes.max(1.0) - 1e3 / floor.max(1.0));
        before = after;
    }
    let middle = |all: &mut Vec<f64>| {
        all.sort_by(f64::total_cmp);
        all[SLICES / 2]
    };
    println!(
        "durable writes of {who}, the middle of {SLICES}: {:.0} % of the flushes around them",
        middle(&mut shares) * 100.0
    );
    // A flush that is faster than the form beside it leaves no share to reach: what the form takes by itself tells at which
    // flush the share is met.
    let own = middle(&mut own).max(0.0);
    println!(
        "beside the flush a write takes {own:.2} ms: 60 % is reached where a flush takes {:.2} ms or longer",
        own * 1.5
    );
    Ok(())
}

fn floor(bench: &Path, file: &Path, bytes: &str, seconds: &str) -> Outcome {
    let mut child = Command::new(bench)
        .args(["floor", &text(file), bytes])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| e.to_string())?;
    let out = child.stdout.take().ok_or("the floor has no output")?;
    let server = Running(child);
    let mut address = String::new();
    BufReader::new(out).read_line(&mut address).map_err(|e| e.to_string())?;
    row(
        "floor: same bytes, one read",
        &ask(bench, &["load", address.trim(), &server.0.id().to_string(), seconds, "/", "-"])?,
    );
    Ok(())
}

fn serve(geflecht: &Path, data: &Path) -> Result<(Running, String), String> {
    let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).map_err(|e| e.to_string())?;
    let address = port.to_string();
    let child = Command::new(geflecht)
        .args(["serve", "--listen", &address, "--data", &text(data)])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| e.to_string())?;
    let server = Running(child);
    let begun = Instant::now();
    while std::net::TcpStream::connect(&address).is_err() {
        if begun.elapsed() > Duration::from_secs(600) {
            return Err("the server does not answer".to_owned());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    Ok((server, address))
}

/// Waits until the server has done what it does by itself on a new database: its CPU would be counted as that of the
/// requests. At rest is who took less than 2 of 50 ticks.
fn rest(pid: &str, begun: Instant, patience: Duration) -> Result<Duration, String> {
    let ticks = || -> Option<u64> {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    };
    while begun.elapsed() < patience {
        let before = ticks().ok_or("the server ended")?;
        std::thread::sleep(Duration::from_millis(500));
        if ticks().ok_or("the server ended")? < before + 2 {
            return Ok(begun.elapsed());
        }
    }
    Err("the server does not come to rest".to_owned())
}

/// Prints one row and gives its cells.
fn row(name: &str, line: &str) -> Vec<String> {
    let cells: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
    let cell = |n: usize| cells.get(n).map_or("?", String::as_str);
    let failed = cell(6);
    let note = if failed == "0" { String::new() } else { format!("  {failed} failed") };
    println!(
        "{name:<34} {:>9} {:>8} {:>8} {:>8} {:>9} {:>9}{note}",
        cell(0),
        cell(1),
        cell(2),
        cell(3),
        cell(4),
        cell(5)
    );
    cells
}

fn ask(program: &Path, words: &[&str]) -> Result<String, String> {
    let output = Command::new(program).args(words).output().map_err(|e| e.to_string())?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(format!("{}: {}", words.join(" "), text(&output.stderr)))
    }
}

fn text(path: &Path) -> String {
    PathBuf::from(path).display().to_string()
}
