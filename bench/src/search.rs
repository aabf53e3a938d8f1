//! The search over many documents: how fast the index is built, and how long a question takes its thread.

use std::{path::Path, time::Instant};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::Request,
};
use db::{Conn, Db, Open, Tx, Url, args};
use kernel::{Clock, Lang, Level, Result};
use tower::ServiceExt;
use web::{Card, Document, Hooks, Kind, Outside, Signed, Site, Slice, Viewer};

/// Words texts are made of, the first ones most often.
const WORDS: [&str; 40] = [
    "die",
    "und",
    "der",
    "Gleichstellung",
    "Frauen",
    "Sitzung",
    "Beschluss",
    "Haushaltsplan",
    "Gewaltschutzkonzept",
    "Gleichstellungsbeauftragte",
    "Frauenförderplan",
    "Mitgliederversammlung",
    "Stellungnahme",
    "Konferenz",
    "Region",
    "Kommune",
    "Verwaltung",
    "Beratung",
    "Fortbildung",
    "Kinderbetreuung",
    "Entgelt",
    "Teilzeit",
    "Personalrat",
    "Satzung",
    "Vorstand",
    "Protokoll",
    "Arbeitskreis",
    "Netzwerk",
    "Istanbul",
    "Konvention",
    "Opferschutz",
    "Digitalisierung",
    "Prostitution",
    "Vielfalt",
    "Antidiskriminierung",
    "Leitfaden",
    "Handreichung",
    "Ministerium",
    "Landtag",
    "Frauenhaus",
];
/// Things in one body are found by those who sit there; there are so many bodies.
const BODIES: i64 = 200;
/// Questions in a run.
const ASKED: usize = 400;

/// An even number below `sides` out of two others (SplitMix64).
fn mixed(seed: i64, place: i64, sides: usize) -> usize {
    let mut z = seed.unsigned_abs().wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ place.unsigned_abs().wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 30)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap_or(0)
}

/// A word of a text: some are common, one in ten is rare and has a number.
fn word(id: i64, place: i64) -> String {
    match mixed(id, place, 10) {
        0 => format!("{}{}", WORDS[mixed(id, place + 500, WORDS.len())], mixed(id, place + 900, 20_000)),
        // The lower of two throws: the first words come most often.
        _ => WORDS[mixed(id, place + 100, WORDS.len()).min(mixed(id, place + 300, WORDS.len()))].to_owned(),
    }
}

fn text(id: i64, words: i64) -> String {
    (0..words).map(|place| word(id, place)).collect::<Vec<_>>().join(" ")
}

fn document(_: &Conn, id: i64) -> Result<Option<Document>> {
    let scope = if id % 4 == 0 { (Level::Public, 0) } else { (Level::Network, 1 + id % BODIES) };
    Ok(Some(Document { text: text(id, 100), scopes: vec![scope] }))
}

fn cards(_: &Conn, _: &Viewer, ids: &[i64]) -> Result<Vec<Card>> {
    let card = |id: &i64| Card {
        id: *id,
        kind: "note",
        title: text(*id, 6),
        detail: String::new(),
        url: String::new(),
        icon: "list",
        hue: 0,
    };
    Ok(ids.iter().map(card).collect())
}

/// How many there are.
static COUNT: std::sync::atomic::AtomicI64 = std::sync::atomic::AtomicI64::new(0);

static NOTES: [Kind; 1] = [Kind {
    name: "note",
    label: |_: Lang| "Notizen",
    cards,
    document,
    every: |_| Ok((1..=COUNT.load(std::sync::atomic::Ordering::Relaxed)).collect()),
}];

/// Nanoseconds the threads of this process have run.
fn ran() -> u64 {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let of = |thread: std::fs::DirEntry| {
        let line = std::fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
        line.split(' ').next().and_then(|n| n.parse::<u64>().ok()).unwrap_or(0)
    };
    threads.map(of).sum()
}

/// Builds the index of so many documents in a new file, then asks for pages of the search as a member of nine networks;
/// prints documents per second and, in milliseconds of the process's own time, p50, p95 and the most.
pub fn run(file: &Path, documents: i64) -> std::result::Result<(), String> {
    COUNT.store(documents, std::sync::atomic::Ordering::Relaxed);
    let open = Open::new(Url::Sqlite(file.to_path_buf()), Clock::system());
    let db = Db::open(&open, &migrations::SCHEMA).map_err(|e| e.to_string())?;
    db.write_now(people).map_err(|e| e.to_string())?;
    let (begun, before) = (Instant::now(), ran());
    search::rebuild(&db, &[&NOTES[0]]).map_err(|e| e.to_string())?;
    let (seconds, own) = (begun.elapsed().as_secs_f64(), (ran() - before) as f64 / 1e9);
    println!(
        "index: {documents} documents in {seconds:.1} s, {:.0} in a second; {own:.1} s of CPU, {:.0} in a second of it",
        documents as f64 / seconds,
        documents as f64 / own
    );
    let notes = Slice { kinds: &NOTES, ..Slice::new("notes", web::Routes::new) };
    let outside = Outside {
        base_url: "http://localhost:8080".into(),
        loopback: true,
        proxies: web::Proxies::default(),
        observe: false,
    };
    let hooks = Hooks { who, touch: |_, _| Ok(()), set_up: |_| Ok(None) };
    let site = Site::build(db, vec![notes, search::slice()], outside, hooks, None).map_err(|e| e.to_string())?;
    let router = web::router(&site).map_err(|e| e.to_string())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
    let mut times = runtime.block_on(ask(&router))?;
    times.sort_unstable();
    let at =
        |share: usize| times.get((times.len() * share / 100).min(times.len() - 1)).map_or(0.0, |n| *n as f64 / 1e6);
    println!("search: p50 {:.2} ms, p95 {:.2} ms, most {:.2} ms of CPU", at(50), at(95), at(100));
    Ok(())
}

/// A member of nine networks.
fn people(tx: &Tx<'_>) -> Result<()> {
    tx.silent("a world to measure in");
    tx.exec("INSERT INTO person (id, given, family, sort_name) VALUES (1, 'Jo', 'Muster', 'muster jo')", args! {})?;
    for n in 1..=9_i64 {
        tx.exec("INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES (:n, :n, 'network', :slug, 'Netz', 'netz', '2020-01-01')", args! { n: n, slug: format!("netz-{n}") })?;
        tx.exec("INSERT INTO seat (id, body_id, number, kind, voice, from_day) VALUES (:n, :n, 1, 'personal', 'voting', '2020-01-01')", args! { n: n })?;
        tx.exec("INSERT INTO occupancy (id, seat_id, person_id, basis, status, from_day) VALUES (:n, :n, 1, 'joined', 'confirmed', '2020-01-01')", args! { n: n })?;
    }
    Ok(())
}

fn who(conn: &Conn, _: &str) -> Result<Option<Signed>> {
    Ok(Some(Signed {
        person: 1,
        session: 1,
        name: "Jo Muster".into(),
        initials: "JM".into(),
        lang: Lang::De,
        theme: "auto".into(),
        proved_at: conn.now(),
        strong_at: None,
        shared_address: false,
        to_touch: false,
    }))
}

/// Questions of one to three words: in another form, misspelt, rare and common.
async fn ask(router: &Router) -> std::result::Result<Vec<u64>, String> {
    let forms = ["Gewalt", "Beauftragten", "Haushaltspläne", "Förderplan", "Versammlungen", "Gleihstellung"];
    let mut times = Vec::with_capacity(ASKED);
    for n in 0..ASKED {
        let id = i64::try_from(n).unwrap_or(0);
        let typed = match n % 4 {
            0 => forms[n / 4 % forms.len()].to_owned(),
            1 => text(id * 37 + 1, 2),
            2 => text(id * 41 + 1, 3),
            _ => word(id * 43 + 1, 7),
        };
        let query: String = typed.bytes().map(|b| format!("%{b:02x}")).collect();
        let request = Request::builder().uri(format!("/suche?q={query}")).header("cookie", "g-s=1").body(Body::empty());
        let before = ran();
        let answer = router.clone().oneshot(request.map_err(|e| e.to_string())?).await.map_err(|e| e.to_string())?;
        let status = answer.status();
        to_bytes(answer.into_body(), 1 << 22).await.map_err(|e| e.to_string())?;
        times.push(ran() - before);
        if !status.is_success() {
            return Err(format!("{typed}: {status}"));
        }
    }
    Ok(times.split_off(ASKED / 10))
}
