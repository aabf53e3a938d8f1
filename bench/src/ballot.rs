//! Many voters in one covert vote within ten seconds, with answers cut off and the server killed in between: what was
//! counted, the receipts, the marks on the roll and the voters must be one number.

use std::{
    collections::HashSet,
    io::{Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use db::{Db, Open, Tx, Url, args};
use decisions::{Choice, Grade, NewVote, Vote};
use kernel::{Actor, Clock, Day, Id, Lang, Level, Result};
use networks::{Body, BodyForm, NewNetwork, NewOccupancy, NewSeat, Occupant, SeatKind};
use people::{NewOrganisation, NewPerson, NewPost, NewTenure, OrganisationKind, Person, PostTitles};

/// Voters who send at the same time.
const HANDS: usize = 32;
/// How long they come in.
const RUSH: Duration = Duration::from_secs(10);
/// How often the server is killed meanwhile.
const KILLS: u32 = 5;
/// How long a voter goes on trying.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long one waits for one answer.
const ANSWER: Duration = Duration::from_secs(10);

struct Voter {
    cookie: String,
    unit: String,
    choice: Choice,
}

struct World {
    lead: Id<Person>,
    vote: Id<Vote>,
    voters: Vec<Voter>,
}

struct Times {
    answered: Mutex<Vec<u64>>,
    sent: AtomicU64,
    cut: AtomicU64,
    lost: AtomicU64,
}

/// Runs it and prints what came out; an error when the numbers differ.
pub fn run(geflecht: &str, folder: &str, voters: &str) -> std::result::Result<(), String> {
    let count: usize = voters.parse().map_err(|_| "voters are a number")?;
    let data = PathBuf::from(folder);
    let file = data.join("geflecht.db");
    let begun = Instant::now();
    let world = Arc::new(build(&file, count).map_err(|e| e.to_string())?);
    println!("{count} voters on the roll after {} ms", begun.elapsed().as_millis());
    let address = free_address()?;
    let server = Arc::new(Mutex::new(serve(geflecht, &data, &address)?));
    wait_for(&address)?;
    let times = Arc::new(Times { answered: Mutex::default(), sent: 0.into(), cut: 0.into(), lost: 0.into() });
    let over = Arc::new(AtomicBool::new(false));
    let rush = Instant::now();
    let killer = {
        let (server, geflecht, data, address) =
            (Arc::clone(&server), geflecht.to_owned(), data.clone(), address.clone());
        thread::spawn(move || -> std::result::Result<(), String> {
            for n in 1..=KILLS {
                thread::sleep((RUSH * n / (KILLS + 1)).saturating_sub(rush.elapsed()));
                let mut child = server.lock().map_err(|_| "the killer is poisoned")?;
                child.kill().and_then(|()| child.wait()).map_err(|e| e.to_string())?;
                *child = serve(&geflecht, &data, &address)?;
            }
            Ok(())
        })
    };
    let hands: Vec<_> = (0..HANDS)
        .map(|hand| {
            let (world, times, address) = (Arc::clone(&world), Arc::clone(&times), address.clone());
            thread::spawn(move || {
                for n in (hand..world.voters.len()).step_by(HANDS) {
                    // Spread over the ten seconds, the last in the last instant.
                    let at = RUSH.mul_f64(n as f64 / world.voters.len() as f64);
                    thread::sleep(at.saturating_sub(rush.elapsed()));
                    if !send(&address, &world, n, &times) {
                        times.lost.fetch_add(1, Ordering::Relaxed);
                    }
                }
            })
        })
        .collect();
    for hand in hands {
        hand.join().map_err(|_| "a voter panicked")?;
    }
    over.store(true, Ordering::Relaxed);
    killer.join().map_err(|_| "the killer panicked")??;
    let took = rush.elapsed();
    stop(&mut *server.lock().map_err(|_| "the server is poisoned")?)?;
    report(&file, &world, &times, took)
}

/// Sends one voter's ballot one to five times, some of them without waiting for the answer; `false` when none was answered.
fn send(address: &str, world: &World, n: usize, times: &Times) -> bool {
    let voter = &world.voters[n];
    let repeats = 1 + n % 5;
    let body = format!("unit={}&choice={}&tat=abgeben", voter.unit, voter.choice.text());
    let request = format!(
        "POST /wahlen/{}/stimmzettel HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        world.vote,
        voter.cookie,
        body.len()
    );
    let begun = Instant::now();
    let (mut done, mut answered) = (0, false);
    while (done < repeats || !answered) && begun.elapsed() < PATIENCE {
        times.sent.fetch_add(1, Ordering::Relaxed);
        // Every tenth sending is cut off before the answer.
        let cut = (n + done * 7) % 10 == 3 && done + 1 < repeats;
        let asked = Instant::now();
        match exchange(address, &request, cut) {
            Some(true) => {
                answered = true;
                let micros = u64::try_from(asked.elapsed().as_micros()).unwrap_or(u64::MAX);
                if let Ok(mut all) = times.answered.lock() {
                    all.push(micros);
                }
            }
            Some(false) => {
                times.cut.fetch_add(1, Ordering::Relaxed);
            }
            // The server is being killed: a moment later it is there again.
            None => {
                thread::sleep(Duration::from_millis(20));
                continue;
            }
        }
        done += 1;
    }
    answered
}

/// One request: answered, cut off, or not taken.
fn exchange(address: &str, request: &str, cut: bool) -> Option<bool> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(ANSWER)).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    if cut {
        return Some(false);
    }
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let line = String::from_utf8_lossy(&answer);
    line.starts_with("HTTP/1.1 303").then_some(true)
}

fn report(file: &Path, world: &World, times: &Times, took: Duration) -> std::result::Result<(), String> {
    let db = open(file).map_err(|e| e.to_string())?;
    let (vote, lead) = (world.vote, world.lead);
    let wrong = |e: kernel::Error| e.to_string();
    let count = |sql: &'static str| db.read_now(move |c| c.count(sql, args! { vote: vote })).map_err(wrong);
    let ballots = count("SELECT COUNT(*) FROM ballot WHERE vote_id = :vote")?;
    let receipts = count("SELECT COUNT(DISTINCT receipt) FROM cast_mark WHERE vote_id = :vote")?;
    let marks = count("SELECT COUNT(*) FROM cast_mark WHERE vote_id = :vote")?;
    let people = count("SELECT COUNT(DISTINCT person_id) FROM cast_mark WHERE vote_id = :vote")?;
    let turnout = count("SELECT turnout FROM vote WHERE id = :vote")?;
    let begun = Instant::now();
    db.write_now(move |tx| {
        let by = rights::load(tx, lead.raw(), tx.today(), None)?;
        decisions::close_now(tx, &by, vote)
    })
    .map_err(wrong)?;
    let closing = begun.elapsed();
    let counted: String = db
        .read_now(move |c| c.one("SELECT counted FROM vote WHERE id = :vote", args! { vote: vote }, |r| r.get(0)))
        .map_err(wrong)?;
    let mut all = times.answered.lock().map_err(|_| "times are poisoned")?.clone();
    all.sort_unstable();
    let at = |share: f64| {
        all.get(((all.len() as f64 * share) as usize).min(all.len().saturating_sub(1))).copied().unwrap_or(0)
    };
    let load = |n: &AtomicU64| n.load(Ordering::Relaxed);
    println!(
        "sent {} in {:.1} s, {} cut off, {} answered, {KILLS} kills",
        load(&times.sent),
        took.as_secs_f64(),
        load(&times.cut),
        all.len()
    );
    println!("answered: p50 {} µs, p95 {} µs, p99 {} µs", at(0.5), at(0.95), at(0.99));
    println!(
        "ballots {ballots}, receipts {receipts}, marks {marks}, persons {people}, turnout {turnout}; closed and counted in {} ms",
        closing.as_millis()
    );
    println!("counted: {counted}");
    let voters = i64::try_from(world.voters.len()).unwrap_or(i64::MAX);
    let expected = |choice: Choice| world.voters.iter().filter(|v| v.choice == choice).count();
    let sums = [("yes", expected(Choice::Yes)), ("no", expected(Choice::No)), ("abstain", expected(Choice::Abstain))];
    let sums_fit = sums.iter().all(|(key, n)| counted.contains(&format!("\"{key}\":{n},")));
    let one: HashSet<i64> = [ballots, receipts, marks, people, turnout, voters].into_iter().collect();
    if one.len() > 1 || !sums_fit || load(&times.lost) > 0 {
        return Err(format!(
            "the numbers differ: expected {voters} of each and {sums:?}; {} voters had no answer",
            load(&times.lost)
        ));
    }
    println!("all of them {voters}: nothing lost, nothing counted twice");
    Ok(())
}

/// The database of a world.
pub fn open(file: &Path) -> Result<Db> {
    Db::open(&Open::new(Url::Sqlite(file.to_path_buf()), Clock::system()), &migrations::SCHEMA)
}

fn build(file: &Path, count: usize) -> Result<World> {
    let db = open(file)?;
    db.write_now(move |tx| {
        tx.set("site.name", "Messung")?;
        tx.set("operator.name", "Messung")?;
        let operator = Actor { operator: true, ..Actor::default() };
        let lead = people::add_person(tx, &operator, &NewPerson::new("Kora", "Koch"))?;
        accounts::make_operator(tx, &operator, lead, tx.today())?;
        let from = Day::literal("2000-01-01");
        let new = NewNetwork { slug: None, form: BodyForm::new("Messnetz"), from, admin: lead };
        let network = networks::found_network(tx, &operator, &new)?.network;
        let by = rights::load(tx, lead.raw(), tx.today(), None)?;
        let mut persons = Vec::with_capacity(count);
        for n in 0..count {
            persons.push(voter(tx, &by, &operator, network, n)?);
        }
        rules(tx, network)?;
        let mut motion = NewVote::motion("Messung", Level::Network);
        (motion.grade, motion.closes_at) = (Grade::Covert, Some(tx.now().plus_seconds(86_400)));
        let vote = decisions::prepare(tx, &by, network, &motion)?;
        decisions::announce(tx, &by, vote, "http://127.0.0.1")?;
        let units = tx.all(
            "SELECT t.person_id, e.id FROM entitlement e JOIN tenure t ON t.post_id = e.post_id WHERE e.vote_id = :vote \
             UNION SELECT e.person_id, e.id FROM entitlement e WHERE e.vote_id = :vote AND e.person_id IS NOT NULL",
            args! { vote: vote },
            |r| Ok((r.get::<Id<Person>>(0)?, r.get::<i64>(1)?)),
        )?;
        let units: std::collections::HashMap<Id<Person>, i64> = units.into_iter().collect();
        let mut voters = Vec::with_capacity(count);
        for (n, person) in persons.into_iter().enumerate() {
            let cookie = accounts::open_session(tx, person, "Messung")?;
            let choice = [Choice::Yes, Choice::No, Choice::Yes, Choice::Abstain][n % 4].clone();
            let unit = units.get(&person).ok_or(kernel::Error::NotFound)?.to_string();
            voters.push(Voter { cookie: format!("g-{}={}", cookie.name, cookie.value), unit, choice });
        }
        Ok(World { lead, vote, voters })
    })
}

/// A town with its officer, who sits in the network.
pub fn voter(tx: &Tx<'_>, by: &Actor, operator: &Actor, network: Id<Body>, n: usize) -> Result<Id<Person>> {
    let from = Day::literal("2000-01-01");
    let town = NewOrganisation::new(OrganisationKind::Municipality, format!("Stadt {n}"), from);
    let town = people::add_organisation(tx, operator, &town)?;
    let post = people::add_post(
        tx,
        operator,
        &NewPost::new(town, PostTitles::new("Gleichstellungsstelle", None, None), from),
    )?;
    let person = people::add_person(tx, operator, &NewPerson::new("Pia", format!("Muster {n}")))?;
    let mail = format!("p{n}@example.org");
    accounts::open_account(tx, operator, &accounts::NewAccount { person, mail: &mail, lang: Lang::De })?;
    people::record_tenure(tx, operator, &NewTenure::holder(post, person, from))?;
    let seat = networks::add_seat(tx, by, network, &NewSeat::new(SeatKind::Post, from))?;
    networks::fill_seat(tx, by, &NewOccupancy::new(seat, Occupant::Post(post), from))?;
    Ok(person)
}

/// The network votes formally.
pub fn rules(tx: &Tx<'_>, network: Id<Body>) -> Result<()> {
    let template = decisions::rules::template("council").ok_or(kernel::Error::NotFound)?;
    let id: Id<()> = tx.id();
    tx.exec(
        "INSERT INTO rule_set (id, body_id, profile, rules, from_day, made_at) VALUES (:id, :body, 'council', :rules, '2000-01-01', 1)",
        args! { id: id, body: network, rules: template.rules.to_json() },
    )
    .map(drop)
}

/// An address nobody listens at.
pub fn free_address() -> std::result::Result<String, String> {
    let free = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr());
    free.map(|a| a.to_string()).map_err(|e| e.to_string())
}

/// The program over a folder.
pub fn serve(geflecht: &str, data: &Path, address: &str) -> std::result::Result<Child, String> {
    let data = data.display().to_string();
    let mut command = Command::new(geflecht);
    command
        .current_dir(&data)
        .args(["serve", "--listen", address, "--data", &data])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.spawn().map_err(|e| e.to_string())
}

/// Waits until it answers.
pub fn wait_for(address: &str) -> std::result::Result<(), String> {
    let begun = Instant::now();
    while TcpStream::connect(address).is_err() {
        if begun.elapsed() > PATIENCE {
            return Err("the server does not answer".to_owned());
        }
        thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}

/// Ends it as a service is ended.
pub fn stop(child: &mut Child) -> std::result::Result<(), String> {
    let id = child.id().to_string();
    Command::new("kill").args(["-TERM", &id]).status().map_err(|e| e.to_string())?;
    child.wait().map(drop).map_err(|e| e.to_string())
}
