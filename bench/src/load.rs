//! Load: a few connections that stay open and ask one after the other. Bounded by time, only against this machine.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

/// Connections at once.
const CONNECTIONS: usize = 8;

struct Answers {
    times: Vec<u64>,
    bytes: u64,
    failed: u64,
}

/// Asks for a path and prints `requests/s p50 p99 bytes CPU-µs RSS-KiB failed` in one line.
pub fn run(address: &str, pid: &str, seconds: &str, path: &str, cookie: &str) -> Result<(), String> {
    let time = Duration::from_secs_f64(seconds.parse().map_err(|_| "seconds are a number")?);
    // `{day}` asks for another day each time, from the year 2021 on.
    let days = (1..=12).flat_map(|month| (1..=28).map(move |day| format!("2021-{month:02}-{day:02}")));
    let requests: Vec<String> = if path.contains("{day}") {
        days.map(|day| get(address, &path.replace("{day}", &day), cookie)).collect()
    } else {
        vec![get(address, path, cookie)]
    };
    measure(address, pid, time, &vec![requests; CONNECTIONS], None)
}

/// Asks so often over one connection and prints the server's memory afterwards, KiB.
pub fn count(address: &str, pid: &str, requests: &str, path: &str, cookie: &str) -> Result<(), String> {
    let times: usize = requests.parse().map_err(|_| "requests are a number")?;
    let request = get(address, path, cookie);
    let stream = TcpStream::connect(address).map_err(|e| e.to_string())?;
    let mut reader = BufReader::with_capacity(64 << 10, stream.try_clone().map_err(|e| e.to_string())?);
    let mut writer = stream;
    for _ in 0..times {
        writer.write_all(request.as_bytes()).map_err(|e| e.to_string())?;
        if !answer(&mut reader)?.0 {
            return Err(format!("{path} was refused"));
        }
    }
    println!("{}", memory_of(pid));
    Ok(())
}

fn get(address: &str, path: &str, cookie: &str) -> String {
    let cookie = if cookie == "-" { String::new() } else { format!("Cookie: {cookie}\r\n") };
    format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n{cookie}\r\n")
}

/// Sends forms that each leave an event, one connection for each person's cookie (`one,another`): as fast as it goes, or so many a
/// second.
pub fn write(address: &str, pid: &str, seconds: &str, cookies: &str, rate: &str) -> Result<(), String> {
    let time = Duration::from_secs_f64(seconds.parse().map_err(|_| "seconds are a number")?);
    let rate: f64 = rate.parse().map_err(|_| "a rate is a number")?;
    // Consent given and withdrawn in turn: the everyday write with an event.
    let form = |cookie: &str, body: &str| {
        format!(
            "POST /konto/freigaben HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    let forms = |cookie| vec![form(cookie, "name=oeffentlich"), form(cookie, "zurueck=alles")];
    let each: Vec<_> = cookies.split(',').map(forms).collect();
    measure(address, pid, time, &each, (rate > 0.0).then(|| Duration::from_secs_f64(1.0 / rate)))
}

/// Asks over one connection for each list of requests, each list again and again.
fn measure(
    address: &str,
    pid: &str,
    time: Duration,
    each: &[Vec<String>],
    pause: Option<Duration>,
) -> Result<(), String> {
    // Warm up, so that statements are prepared and pages are kept.
    for requests in each.iter().take(1) {
        let warm = ask(address, requests, Duration::from_millis(300), pause)?;
        if warm.failed > 0 {
            return Err(format!("{} of {} answers failed", warm.failed, warm.times.len()));
        }
    }
    let (cpu, begun) = (cpu_of(pid), Instant::now());
    let workers: Vec<_> = each
        .iter()
        .map(|requests| {
            let (address, requests) = (address.to_owned(), requests.clone());
            thread::spawn(move || ask(&address, &requests, time, pause))
        })
        .collect();
    let mut all = Answers { times: Vec::new(), bytes: 0, failed: 0 };
    for worker in workers {
        let part = worker.join().map_err(|_| "a connection panicked")??;
        all.times.extend(part.times);
        all.bytes += part.bytes;
        all.failed += part.failed;
    }
    let (wall, cpu) = (begun.elapsed().as_secs_f64(), cpu_of(pid) - cpu);
    all.times.sort_unstable();
    let count = all.times.len().max(1);
    let at = |share: f64| all.times.get(((count as f64 * share) as usize).min(count - 1)).copied().unwrap_or(0);
    println!(
        "{:.0} {} {} {} {:.0} {} {}",
        count as f64 / wall,
        at(0.5),
        at(0.99),
        all.bytes / count as u64,
        cpu * 1e6 / count as f64,
        memory_of(pid),
        all.failed
    );
    Ok(())
}

fn ask(address: &str, requests: &[String], time: Duration, pause: Option<Duration>) -> Result<Answers, String> {
    let stream = TcpStream::connect(address).map_err(|e| e.to_string())?;
    let _ = stream.set_nodelay(true);
    let mut reader = BufReader::with_capacity(64 << 10, stream.try_clone().map_err(|e| e.to_string())?);
    let (mut writer, begun) = (stream, Instant::now());
    let mut answers = Answers { times: Vec::new(), bytes: 0, failed: 0 };
    // Each connection begins somewhere else, where there is more than one request.
    let first = if pause.is_none() && requests.len() > 2 { next(requests.len()) } else { 0 };
    for request in requests.iter().cycle().skip(first) {
        if begun.elapsed() >= time {
            break;
        }
        let started = Instant::now();
        writer.write_all(request.as_bytes()).map_err(|e| e.to_string())?;
        let (good, bytes) = answer(&mut reader)?;
        answers.times.push(u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX));
        answers.bytes += bytes;
        answers.failed += u64::from(!good);
        if let Some(pause) = pause {
            thread::sleep(pause.saturating_sub(started.elapsed()));
        }
    }
    Ok(answers)
}

/// Where the next connection begins.
fn next(requests: usize) -> usize {
    static BEGUN: AtomicUsize = AtomicUsize::new(0);
    BEGUN.fetch_add(1, Ordering::Relaxed) * requests / CONNECTIONS
}

/// Reads one answer; good is 200 or, for a form, 303.
fn answer(reader: &mut impl BufRead) -> Result<(bool, u64), String> {
    let (mut line, mut good, mut length) = (String::new(), false, 0_u64);
    loop {
        line.clear();
        if reader.read_line(&mut line).map_err(|e| e.to_string())? == 0 {
            return Err("the server closed the connection".to_owned());
        }
        let text = line.trim_end().to_ascii_lowercase();
        if let Some(rest) = text.strip_prefix("http/1.1 ") {
            good = rest.starts_with("200") || (rest.starts_with("303"));
        } else if let Some(value) = text.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        } else if text.starts_with("location:") && text.contains("/anmelden") {
            good = false;
        } else if text.is_empty() {
            break;
        }
    }
    let mut rest = reader.take(length);
    std::io::copy(&mut rest, &mut std::io::sink()).map_err(|e| e.to_string())?;
    Ok((good, length))
}

/// Seconds of user and system time the process has taken, at 100 ticks a second.
fn cpu_of(pid: &str) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let rest = stat.rsplit_once(") ").map_or("", |(_, r)| r);
    let fields: Vec<&str> = rest.split_whitespace().collect();
    let ticks = |n: usize| fields.get(n).and_then(|v| v.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}

/// The memory that is the process's own, KiB. Pages of the database's file that it looks at belong to the system, which
/// takes them back at will.
/// What a process holds in memory, KiB.
pub fn memory_of(pid: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("RssAnon:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|v| v.parse().ok()).unwrap_or(0)
}
