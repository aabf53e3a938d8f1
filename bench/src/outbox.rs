//! Ten thousand letters through a mail server that fails: what is refused for now, for good, or cut off behind the last byte, and
//! the program killed in between. Each that can arrive must arrive, twice at most as often as something was cut, with the same
//! name; nothing to whoever lost the right to it. Then letters come in, as many as a bad day brings.

use std::{
    collections::HashMap,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    os::unix::net::UnixStream,
    path::Path,
    process::Child,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    thread,
    time::{Duration, Instant},
};

use db::{OutMail, args};
use kernel::{Actor, Day, Id};
use networks::{BodyForm, NewNetwork, NewOccupancy, NewSeat, Occupant, SeatKind};
use people::{NewPerson, Person};

use crate::ballot::{free_address, open, serve, stop, wait_for};

/// How many lose the right to what waits for them.
const REVOKED: usize = 500;
/// What stands for a letter that was refused for good: it reached the server, and has no name there.
const REFUSED: &str = "";
/// How often the program is killed.
const KILLS: u64 = 50;
/// How long it may take until everything has left.
const PATIENCE: Duration = Duration::from_secs(1800);
/// The most memory of the program while letters come in: bytes.
const MEMORY: u64 = 256 << 20;

type Outcome<T = ()> = Result<T, String>;

fn wrong(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// What the mail server saw.
#[derive(Default)]
struct Sink {
    /// For each recipient the names of the letters that were taken whole, once for each time.
    taken: Mutex<HashMap<String, Vec<String>>>,
    later: AtomicU64,
    never: AtomicU64,
    cut: AtomicU64,
    /// Counts letters; decides which of them fail.
    count: AtomicU64,
}

impl Sink {
    /// Listens on a free port.
    fn listen() -> Outcome<(Arc<Self>, u16)> {
        let listener = TcpListener::bind("127.0.0.1:0").map_err(wrong)?;
        let port = listener.local_addr().map_err(wrong)?.port();
        let sink = Arc::new(Self::default());
        let mine = Arc::clone(&sink);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let sink = Arc::clone(&mine);
                thread::spawn(move || {
                    let _ = sink.talk(stream);
                });
            }
        });
        Ok((sink, port))
    }

    /// One talk (RFC 5321). Of a hundred letters five are refused for now, one for good, one is taken and the answer kept back.
    fn talk(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        stream.write_all(b"220 sink\r\n")?;
        let mut to = String::new();
        while let Some(Ok(line)) = lines.next() {
            let upper = line.to_ascii_uppercase();
            if upper.starts_with("RCPT TO:") {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
            }
            if upper != "DATA" {
                stream.write_all(if upper == "QUIT" { b"221 bye\r\n" } else { b"250 ok\r\n" })?;
                continue;
            }
            let n = self.count.fetch_add(1, Relaxed) % 100;
            if n % 20 == 7 {
                self.later.fetch_add(1, Relaxed);
                stream.write_all(b"451 later\r\n")?;
                continue;
            }
            if n == 50 {
                self.never.fetch_add(1, Relaxed);
                stream.write_all(b"554 never\r\n")?;
                self.keep(&to, REFUSED);
                continue;
            }
            stream.write_all(b"354 go on\r\n")?;
            let letter: Vec<String> = lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
            let name = letter.iter().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or_default();
            self.keep(&to, name);
            if n == 90 {
                self.cut.fetch_add(1, Relaxed);
                return stream.shutdown(std::net::Shutdown::Both);
            }
            stream.write_all(b"250 taken\r\n")?;
        }
        Ok(())
    }

    fn keep(&self, to: &str, name: &str) {
        if let Ok(mut taken) = self.taken.lock() {
            taken.entry(to.to_owned()).or_default().push(name.to_owned());
        }
    }
}

/// Runs it and prints what came out; an error when something is lost, doubled without a cut, or told to the wrong ones.
///
/// # Errors
/// A sentence with the numbers that do not fit.
pub fn run(geflecht: &str, folder: &str, letters: &str, incoming: &str) -> Outcome {
    let count: usize = letters.parse().map_err(|_| "letters are a number")?;
    let many: usize = incoming.parse().map_err(|_| "letters that come in are a number")?;
    let (data, file) = (Path::new(folder), Path::new(folder).join("geflecht.db"));
    let (sink, port) = Sink::listen()?;
    let socket = data.join("lmtp");
    let settings = format!(
        "[mail]\nhost = \"127.0.0.1\"\nport = {port}\nsecurity = \"none\"\nfrom = \"netz@example.org\"\nanswers = \"antwort@example.org\"\nauthserv = \"mx.example.org\"\nsocket = \"{}\"\n",
        socket.display()
    );
    fs::write(data.join("geflecht.toml"), settings).map_err(wrong)?;
    let network = write(&file, count)?;
    let begun = Instant::now();
    let address = free_address()?;
    for kill in 0..KILLS {
        let mut child = serve(geflecht, data, &address)?;
        wait_for(&address)?;
        // Other waits each time, so that each step of sending is met.
        thread::sleep(Duration::from_millis(150 + kill * 37 % 400));
        child.kill().and_then(|()| child.wait()).map_err(wrong)?;
        if kill == 2 {
            revoke(&file)?;
        }
        due_again(&file)?;
    }
    let mut rounds = 0;
    while waiting(&file)? > 0 {
        if begun.elapsed() > PATIENCE {
            return Err(format!("{} letters still wait", waiting(&file)?));
        }
        let mut child = serve(geflecht, data, &address)?;
        wait_for(&address)?;
        thread::sleep(Duration::from_secs(10));
        stop(&mut child)?;
        due_again(&file)?;
        rounds += 1;
    }
    judge(&sink, count, begun.elapsed(), rounds)?;
    comes_in(geflecht, data, &address, network, many)
}

/// A network with the members who will lose it, and a letter to each address.
fn write(file: &Path, count: usize) -> Outcome<i64> {
    let db = open(file).map_err(wrong)?;
    let network = db
        .write_now(move |tx| {
            let operator = Actor { operator: true, ..Actor::default() };
            let lead = people::add_person(tx, &operator, &NewPerson::new("Kora", "Koch"))?;
            accounts::make_operator(tx, &operator, lead, tx.today())?;
            let from = Day::literal("2000-01-01");
            let new = NewNetwork { slug: None, form: BodyForm::new("Messnetz"), from, admin: lead };
            let network = networks::found_network(tx, &operator, &new)?.network;
            let by = rights::load(tx, lead.raw(), tx.today(), None)?;
            let mut members: Vec<Id<Person>> = Vec::new();
            for n in 0..REVOKED {
                let person = people::add_person(tx, &operator, &NewPerson::new("Pia", format!("Muster {n}")))?;
                let seat = networks::add_seat(tx, &by, network, &NewSeat::new(SeatKind::Personal, from))?;
                networks::fill_seat(tx, &by, &NewOccupancy::new(seat, Occupant::person(person), from))?;
                members.push(person);
            }
            for n in 0..count {
                // Those who will lose it stand at the end, so that theirs still wait then.
                let member = (count - n <= REVOKED).then(|| members.get(count - n - 1)).flatten();
                tx.post(&OutMail {
                    to: if member.is_some() { format!("weg{n}@example.org") } else { format!("p{n}@example.org") },
                    subject: "Neues".into(),
                    text: "Guten Tag,\n\nes gibt Neues.".into(),
                    purpose: "measure",
                    person: member.map(|person| person.raw()),
                    sits_in: member.map(|_| network.raw()).into_iter().collect(),
                    ..OutMail::default()
                })?;
            }
            // Letters leave in the order of their hour: theirs last.
            tx.exec("UPDATE mail_out SET next_at = next_at + 1000000 WHERE person_id IS NOT NULL", args! {})?;
            tx.silent("a measurement");
            Ok(network.raw())
        })
        .map_err(wrong)?;
    db.leave().map_err(wrong)?;
    Ok(network)
}

/// Their seats end; what waits for them must not leave.
fn revoke(file: &Path) -> Outcome {
    let db = open(file).map_err(wrong)?;
    db.write_now(|tx| {
        tx.silent("a measurement");
        tx.exec(
            "UPDATE occupancy SET until_day = :day WHERE person_id IN (SELECT m.person_id FROM mail_out m WHERE m.purpose = 'measure' AND m.person_id IS NOT NULL)",
            args! { day: tx.today() },
        )
        .map(drop)
    })
    .map_err(wrong)?;
    db.leave().map_err(wrong)
}

/// As if a quarter of an hour had gone: what was taken by a program that was killed, and what was refused, is due.
fn due_again(file: &Path) -> Outcome {
    let db = open(file).map_err(wrong)?;
    db.write_now(|tx| {
        tx.silent("a measurement");
        tx.exec("UPDATE mail_out SET next_at = 0 WHERE state = 'queued' AND person_id IS NULL", args! {}).map(drop)?;
        tx.exec("UPDATE mail_out SET next_at = 1 WHERE state = 'queued' AND person_id IS NOT NULL", args! {}).map(drop)
    })
    .map_err(wrong)?;
    db.leave().map_err(wrong)
}

fn waiting(file: &Path) -> Outcome<i64> {
    let db = open(file).map_err(wrong)?;
    let count = db
        .read_now(|c| c.count("SELECT COUNT(*) FROM mail_out WHERE state = 'queued' AND purpose = 'measure'", args! {}))
        .map_err(wrong)?;
    db.leave().map_err(wrong)?;
    Ok(count)
}

fn judge(sink: &Sink, count: usize, took: Duration, rounds: u32) -> Outcome {
    let taken = sink.taken.lock().map_err(|_| "the sink is poisoned")?;
    let cut = sink.cut.load(Relaxed);
    let named = |names: &[String]| -> Vec<String> { names.iter().filter(|name| *name != REFUSED).cloned().collect() };
    let all: Vec<Vec<String>> = taken.values().map(|names| named(names)).collect();
    let doubled: u64 = all.iter().map(|names| (names.len() as u64).saturating_sub(1)).sum();
    let renamed = all.iter().filter(|names| names.iter().any(|name| Some(name) != names.first())).count();
    let revoked = taken.keys().filter(|to| to.starts_with("weg")).count();
    let reached = taken.keys().filter(|to| to.starts_with('p')).count();
    println!(
        "{count} letters, {KILLS} kills, {rounds} rounds behind them, {:.0} s: {reached} of {} reached, {} refused for now, {} for good, {cut} cut off, {doubled} twice",
        took.as_secs_f64(),
        count - REVOKED.min(count),
        sink.later.load(Relaxed),
        sink.never.load(Relaxed)
    );
    // A kill between the server's word and our note is a cut as well.
    if reached < count - REVOKED.min(count) || doubled > cut + KILLS || renamed > 0 || revoked > 0 {
        return Err(format!(
            "lost or wrong: {reached} reached, {doubled} twice for {cut} cuts and {KILLS} kills, {renamed} with another name, {revoked} to those who lost the right"
        ));
    }
    Ok(())
}

/// Letters come in as fast as the program takes them; its memory is looked at meanwhile.
fn comes_in(geflecht: &str, data: &Path, address: &str, network: i64, many: usize) -> Outcome {
    let mut child = serve(geflecht, data, address)?;
    wait_for(address)?;
    let since = Instant::now();
    // The program listens for letters a little later than for visitors.
    while UnixStream::connect(data.join("lmtp")).is_err() {
        if since.elapsed() > Duration::from_secs(30) {
            return Err("nobody takes letters".to_owned());
        }
        thread::sleep(Duration::from_millis(20));
    }
    let begun = Instant::now();
    let result = deliver(&data.join("lmtp"), network, many);
    let (most, took) = (peak(&child)?, begun.elapsed());
    stop(&mut child)?;
    let codes = result?;
    println!("{many} letters came in within {:.0} s, {codes:?}, at most {} MB", took.as_secs_f64(), most >> 20);
    if took > Duration::from_secs(600) || most > MEMORY {
        return Err("more than ten minutes, or more than 256 MB".to_owned());
    }
    Ok(())
}

/// Forged senders, absence notes, bombs of parts, large and ordinary ones. Gives how often each code was answered.
fn deliver(socket: &Path, network: i64, many: usize) -> Outcome<HashMap<String, usize>> {
    let mut codes: HashMap<String, usize> = HashMap::new();
    let large = "wort ".repeat(1_000_000);
    let bomb = format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{}", "--b\r\n\r\nx\r\n".repeat(10_000));
    let mut n = 0;
    while n < many {
        let mut stream = UnixStream::connect(socket).map_err(wrong)?;
        let mut answers = BufReader::new(stream.try_clone().map_err(wrong)?);
        let heard = |answers: &mut BufReader<UnixStream>| -> Outcome<String> {
            let mut line = String::new();
            loop {
                line.clear();
                answers.read_line(&mut line).map_err(wrong)?;
                if line.as_bytes().get(3) != Some(&b'-') {
                    return Ok(line.get(..3).unwrap_or_default().to_owned());
                }
            }
        };
        heard(&mut answers)?;
        stream.write_all(b"LHLO x\r\n").map_err(wrong)?;
        heard(&mut answers)?;
        for _ in 0..100.min(many - n) {
            let head = format!("From: f{n}@example.org\r\nMessage-ID: <m{n}@mail.example.org>\r\nSubject: Nr. {n}\r\n");
            let letter = match n % 200 {
                7 => format!("{head}\r\n{large}"),
                11 => format!("{head}{bomb}"),
                13 => format!("{head}Auto-Submitted: auto-replied\r\n\r\nWeg.\r\n"),
                _ => format!("{head}\r\nIch bin neu.\r\n"),
            };
            let to = format!("MAIL FROM:<f@example.org>\r\nRCPT TO:<antwort+an-{network}@example.org>\r\nDATA\r\n");
            stream.write_all(to.as_bytes()).map_err(wrong)?;
            for _ in 0..3 {
                heard(&mut answers)?;
            }
            stream.write_all(letter.as_bytes()).and_then(|()| stream.write_all(b"\r\n.\r\n")).map_err(wrong)?;
            *codes.entry(heard(&mut answers)?).or_default() += 1;
            n += 1;
        }
        let _ = stream.write_all(b"QUIT\r\n");
        let _ = answers.read_to_end(&mut Vec::new());
    }
    Ok(codes)
}

/// The most memory a process ever had: bytes.
fn peak(child: &Child) -> Outcome<u64> {
    let text = fs::read_to_string(format!("/proc/{}/status", child.id())).map_err(wrong)?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no memory is told")?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().map_err(wrong)?;
    Ok(kilobytes << 10)
}
