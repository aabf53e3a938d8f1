//! A sitting of many: the invitation, agenda and minutes of sixty items, everybody entering herself within a minute, and open
//! pages that hear of a change. What is lost or late is an error.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use db::args;
use kernel::{Actor, Day, Id, Lang, Level, Result as Done};
use meetings::{Meeting, NewItem, NewMeeting};
use networks::{BodyForm, NewNetwork};
use people::NewPerson;

use crate::{
    ballot::{free_address, open, rules, serve, stop, voter, wait_for},
    load,
};

/// Items of the agenda.
const ITEMS: usize = 60;
/// Who enters herself at the same time.
const HANDS: usize = 16;
/// Changes that listeners wait for.
const CHANGES: usize = 20;
/// So long before it begins one is invited: seconds.
const AHEAD: i64 = 20;
/// How long one waits for one of them.
const PATIENCE: Duration = Duration::from_secs(15);
/// What a listener's thread needs.
const STACK: usize = 256 << 10;

struct World {
    lead: String,
    cookies: Vec<String>,
    meeting: Id<Meeting>,
    /// When it was set down.
    begun: Instant,
}

/// Runs it and prints a row for each promise; an error where somebody was lost.
pub fn run(geflecht: &str, folder: &str, listeners: &str, seconds: &str) -> Result<(), String> {
    let count: usize = listeners.parse().map_err(|_| "listeners are a number")?;
    let rush = Duration::from_secs_f64(seconds.parse().map_err(|_| "seconds are a number")?);
    let data = PathBuf::from(folder);
    let file = data.join("geflecht.db");
    let world = build(&file, count).map_err(|e| e.to_string())?;
    let address = free_address()?;
    let mut server = serve(geflecht, &data, &address)?;
    wait_for(&address)?;
    let pid = server.id().to_string();
    let done = measured(&address, &pid, &world, rush);
    stop(&mut server)?;
    done?;
    let db = open(&file).map_err(|e| e.to_string())?;
    let ask = |sql: &'static str| db.read_now(move |c| c.count(sql, args! {})).map_err(|e| e.to_string());
    let there = ask("SELECT COUNT(*) FROM attendance WHERE state = 'present'")?;
    let checked = ask("SELECT checked FROM meeting_sheet")?;
    let letters = ask("SELECT COUNT(*) FROM meeting_letter WHERE kind = 'invitation' AND mail_id IS NOT NULL")?;
    println!("in the database: {there} there, {checked} entries, {letters} letters queued");
    let wanted = i64::try_from(count).unwrap_or(i64::MAX);
    // Whoever leads is invited, too.
    if there != wanted || checked != wanted || letters < wanted {
        return Err(format!("{wanted} of each were expected"));
    }
    Ok(())
}

fn measured(address: &str, pid: &str, world: &World, rush: Duration) -> Result<(), String> {
    let lead = Client { address, cookie: &world.lead };
    let page = format!("/termine/{}", world.meeting);
    let begun = Instant::now();
    lead.post(&format!("{page}/einladung"), "tat=einladen")?;
    println!("invitation of {}: accepted after {} ms", world.cookies.len(), begun.elapsed().as_millis());
    lead.post(&format!("{page}/live"), "tat=oeffnen")?;
    // Minutes are begun when the meeting has.
    let begins = Duration::from_secs(AHEAD.unsigned_abs() + 1);
    thread::sleep(begins.saturating_sub(world.begun.elapsed()));
    lead.post(&format!("{page}/protokoll"), "tat=anlegen")?;
    println!("requests/s, p50 µs, p99 µs, bytes, CPU µs, own KiB, failed:");
    for (name, path) in [("agenda", "tagesordnung"), ("minutes", "protokoll"), ("sitting", "live")] {
        print!("{name} of {ITEMS} items: ");
        load::run(address, pid, "3", &format!("{page}/{path}"), &world.lead)?;
    }
    enter(address, world, rush)?;
    follow(address, pid, world)
}

/// Everybody enters herself, spread over that time.
fn enter(address: &str, world: &World, rush: Duration) -> Result<(), String> {
    let page = format!("/termine/{}/live", world.meeting);
    let html = Client { address, cookie: &world.lead }.get(&page)?;
    let number = html.split("class=\"roomnumber\">").nth(1).and_then(|rest| rest.split('<').next());
    let body = format!("tat=da&wie=present&number={}", number.ok_or("no number is shown")?.replace(' ', ""));
    let (begun, times) = (Instant::now(), Mutex::new(Vec::<u128>::new()));
    let failed = AtomicUsize::new(0);
    thread::scope(|scope| {
        for hand in 0..HANDS {
            let (page, body, times, failed) = (&page, &body, &times, &failed);
            scope.spawn(move || {
                for n in (hand..world.cookies.len()).step_by(HANDS) {
                    thread::sleep(rush.mul_f64(n as f64 / world.cookies.len() as f64).saturating_sub(begun.elapsed()));
                    let asked = Instant::now();
                    match (Client { address, cookie: &world.cookies[n] }).post(page, body) {
                        Ok(()) => times.lock().map(|mut all| all.push(asked.elapsed().as_micros())).unwrap_or(()),
                        Err(why) => {
                            if failed.fetch_add(1, Ordering::Relaxed) == 0 {
                                eprintln!("{why}");
                            }
                        }
                    }
                }
            });
        }
    });
    let mut all = times.into_inner().map_err(|_| "a hand panicked")?;
    println!(
        "{} entered themselves in {:.1} s: p50 {} µs, p95 {} µs; {} failed",
        all.len(),
        begun.elapsed().as_secs_f64(),
        share(&mut all, 0.5),
        share(&mut all, 0.95),
        failed.load(Ordering::Relaxed)
    );
    if all.len() == world.cookies.len() { Ok(()) } else { Err("somebody was lost".to_owned()) }
}

fn share(all: &mut [u128], share: f64) -> u128 {
    all.sort_unstable();
    all.get(((all.len() as f64 * share) as usize).min(all.len().saturating_sub(1))).copied().unwrap_or(0)
}

/// What listeners wait for: the words of the change and since when.
struct Change {
    words: Mutex<(usize, String, Instant)>,
    over: AtomicBool,
    ready: AtomicUsize,
    seen: Mutex<Vec<u128>>,
}

/// Everybody listens with an open page; whoever leads calls one item after the other.
fn follow(address: &str, pid: &str, world: &World) -> Result<(), String> {
    let page = format!("/termine/{}/live", world.meeting);
    let change = Arc::new(Change {
        words: Mutex::new((0, String::new(), Instant::now())),
        over: AtomicBool::new(false),
        ready: AtomicUsize::new(0),
        seen: Mutex::default(),
    });
    let hands: Vec<_> = world
        .cookies
        .iter()
        .map(|cookie| {
            let (change, address, cookie, page) =
                (Arc::clone(&change), address.to_owned(), cookie.clone(), page.clone());
            thread::Builder::new().stack_size(STACK).spawn(move || listen(&address, &cookie, &page, &change))
        })
        .collect::<std::io::Result<_>>()
        .map_err(|e| e.to_string())?;
    let begun = Instant::now();
    while change.ready.load(Ordering::Relaxed) < world.cookies.len() {
        if begun.elapsed() > PATIENCE * 4 {
            return Err(format!("only {} listen", change.ready.load(Ordering::Relaxed)));
        }
        thread::sleep(Duration::from_millis(50));
    }
    thread::sleep(Duration::from_secs(4));
    println!("{} listen; memory {} KiB", world.cookies.len(), load::memory_of(pid));
    let lead = Client { address, cookie: &world.lead };
    let mut most = 0;
    for n in 1..=CHANGES {
        let html = lead.get(&page)?;
        let field = |name: &str| {
            let rest = html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        let body = format!("tat=aufrufen&laeuft={}&punkt={}", field("laeuft"), field("punkt"));
        *change.words.lock().map_err(|_| "a listener panicked")? =
            (n, format!("class=\"h2 big\">{n}. Punkt {n} "), Instant::now());
        lead.post(&page, &body)?;
        let begun = Instant::now();
        while change.seen.lock().map_err(|_| "a listener panicked")?.len() < n * world.cookies.len() {
            if begun.elapsed() > PATIENCE {
                break;
            }
            thread::sleep(Duration::from_millis(20));
        }
        most = most.max(load::memory_of(pid));
        thread::sleep(Duration::from_millis(300));
    }
    change.over.store(true, Ordering::Relaxed);
    // One more change lets everybody go.
    let _ = lead.post(&page, "tat=beenden");
    for hand in hands {
        let _ = hand.join();
    }
    let mut seen = change.seen.lock().map_err(|_| "a listener panicked")?.clone();
    let (wanted, found) = (CHANGES * world.cookies.len(), seen.len());
    println!(
        "{CHANGES} changes, {found} of {wanted} seen: p50 {} ms, p95 {} ms, last {} ms; memory at most {most} KiB",
        share(&mut seen, 0.5),
        share(&mut seen, 0.95),
        share(&mut seen, 1.0)
    );
    if found == wanted { Ok(()) } else { Err("a change was not seen by everybody".to_owned()) }
}

/// One open page: hears that something changed, asks for what hurries, and looks whether it is there.
fn listen(address: &str, cookie: &str, page: &str, change: &Change) -> Option<()> {
    let client = Client { address, cookie };
    let request = format!(
        "GET {page}/strom HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nAccept: text/event-stream\r\n\r\n"
    );
    let stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_millis(500))).ok()?;
    let mut writer = stream.try_clone().ok()?;
    writer.write_all(request.as_bytes()).ok()?;
    let mut lines = BufReader::with_capacity(1 << 10, stream);
    let (mut line, mut ready, mut known) = (String::new(), false, 0);
    let mut pages = None;
    while !change.over.load(Ordering::Relaxed) {
        match lines.read_line(&mut line) {
            Ok(0) => return None,
            Ok(_) => {}
            Err(_) => continue,
        }
        if line.starts_with("retry:") && !ready {
            ready = true;
            change.ready.fetch_add(1, Ordering::Relaxed);
        }
        if let Some(what) = line.strip_prefix("data: ") {
            let html = client.kept(&mut pages, &format!("{page}?teil={}", what.trim()))?;
            let (n, words, since) = change.words.lock().ok()?.clone();
            if n > known && html.contains(&words) {
                known = n;
                change.seen.lock().ok()?.push(since.elapsed().as_millis());
            }
        }
        line.clear();
    }
    Some(())
}

struct Client<'a> {
    address: &'a str,
    cookie: &'a str,
}

impl Client<'_> {
    fn post(&self, path: &str, body: &str) -> Result<(), String> {
        let address = self.address;
        let answer = self.asked(&format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.cookie,
            body.len()
        ))?;
        let line = answer.lines().next().unwrap_or_default();
        if line.contains(" 303") { Ok(()) } else { Err(format!("POST {path} {body}: {line}")) }
    }
    fn get(&self, path: &str) -> Result<String, String> {
        self.asked(&format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
            self.address, self.cookie
        ))
    }
    fn asked(&self, request: &str) -> Result<String, String> {
        let mut stream = TcpStream::connect(self.address).map_err(|e| e.to_string())?;
        stream.set_read_timeout(Some(PATIENCE * 4)).map_err(|e| e.to_string())?;
        stream.write_all(request.as_bytes()).map_err(|e| e.to_string())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).map_err(|e| e.to_string())?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }
    /// The same over a connection that stays open, as a browser has it; a new one where it was closed meanwhile.
    fn kept(&self, pages: &mut Option<BufReader<TcpStream>>, path: &str) -> Option<String> {
        for _ in 0..2 {
            if pages.is_none() {
                let stream = TcpStream::connect(self.address).ok()?;
                stream.set_read_timeout(Some(PATIENCE)).ok()?;
                *pages = Some(BufReader::with_capacity(4 << 10, stream));
            }
            let reader = pages.as_mut()?;
            let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n\r\n", self.address, self.cookie);
            let sent = reader.get_ref().write_all(request.as_bytes());
            match sent.ok().and_then(|()| body(reader)) {
                Some(body) => return Some(body),
                None => *pages = None,
            }
        }
        None
    }
}

/// The body of an answer that says how long it is.
fn body(reader: &mut BufReader<TcpStream>) -> Option<String> {
    let (mut length, mut line) = (0, String::new());
    loop {
        line.clear();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut bytes = vec![0; length];
    reader.read_exact(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn build(file: &Path, count: usize) -> Done<World> {
    let db = open(file)?;
    let (lead, network, persons) = db.write_now(move |tx| {
        tx.set("site.name", "Messung")?;
        tx.set("operator.name", "Messung")?;
        let operator = Actor { operator: true, ..Actor::default() };
        let lead = people::add_person(tx, &operator, &NewPerson::new("Kora", "Koch"))?;
        let account = accounts::NewAccount { person: lead, mail: "kora@example.org", lang: Lang::De };
        accounts::open_account(tx, &operator, &account)?;
        accounts::make_operator(tx, &operator, lead, tx.today())?;
        let from = Day::literal("2000-01-01");
        let new = NewNetwork { slug: None, form: BodyForm::new("Messnetz"), from, admin: lead };
        let network = networks::found_network(tx, &operator, &new)?.network;
        let by = rights::load(tx, lead.raw(), tx.today(), None)?;
        let persons = (0..count).map(|n| voter(tx, &by, &operator, network, n)).collect::<Done<Vec<_>>>()?;
        rules(tx, network)?;
        Ok((lead, network, persons))
    })?;
    let begun = Instant::now();
    db.write_now(move |tx| {
        let by = rights::load(tx, lead.raw(), tx.today(), None)?;
        let plan = NewMeeting {
            minutes: 12 * 60,
            place: "Halle".to_owned(),
            level: Level::Network,
            ..NewMeeting::new("Versammlung", tx.now().plus_seconds(AHEAD))
        };
        let meeting = meetings::plan_meeting(tx, &by, network, &plan)?;
        for n in 1..=ITEMS {
            // The blank behind the number keeps 1 and 10 apart.
            let item = NewItem {
                note: "Was dazu vorliegt.".to_owned(),
                ..NewItem::new(format!("Punkt {n} der Tagesordnung"), 5)
            };
            meetings::add_item(tx, &by, meeting, &item)?;
        }
        let session = |person| {
            let cookie = accounts::open_session(tx, person, "Messung")?;
            Ok(format!("g-{}={}", cookie.name, cookie.value))
        };
        let cookies = persons.into_iter().map(session).collect::<Done<Vec<_>>>()?;
        Ok(World { lead: session(lead)?, cookies, meeting, begun })
    })
}
