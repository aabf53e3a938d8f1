//! A house with two invented kinds and their search.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "each test file uses a part of it, and stops where something is wrong"
)]

use axum::{Router, body::Body};
use db::{Conn, Db, Tx, args};
use http::Request;
use http_body_util::BodyExt;
use kernel::{Event, Lang, Level, Result, Scope, Subject};
use testkit::Fresh;
use tower::ServiceExt;
use web::{Card, Document, Hooks, Kind, Outside, Passage, Signed, Site, Slice, Viewer};

/// A network, an organ of it, and another network.
pub const NETWORK: i64 = 100;
pub const ORGAN: i64 = 101;
pub const OTHER: i64 = 110;
/// Who sits in the network, in the organ alone, in the other network, nowhere.
pub const MEMBER: &str = "1";
pub const ORGANIST: &str = "2";
pub const OUTSIDER: &str = "3";
pub const NEWCOMER: &str = "4";
pub const PUBLIC: &str = "";

// The kinds keep their things as settings: `note.7` is `level|body|title|text`, `hidden.note.7` a withdrawn consent.
pub fn thing(conn: &Conn, kind: &str, id: i64) -> Result<Option<(Level, i64, String, String)>> {
    Ok(db::setting(conn, &format!("{kind}.{id}"))?.map(|value| {
        let parts: Vec<&str> = value.split('|').collect();
        (
            Level::from_number(parts[0].parse().unwrap()),
            parts[1].parse().unwrap(),
            parts[2].to_owned(),
            parts[3].to_owned(),
        )
    }))
}

pub fn cards(conn: &Conn, viewer: &Viewer, kind: &'static str, ids: &[i64]) -> Result<Vec<Card>> {
    let all = db::settings(conn)?;
    let mut seen = Vec::new();
    for id in ids {
        let Some(value) = all.get(&format!("{kind}.{id}")) else { continue };
        let parts: Vec<&str> = value.split('|').collect();
        let (level, body): (i64, i64) = (parts[0].parse().unwrap(), parts[1].parse().unwrap());
        let scope =
            Scope { level: Level::from_number(level), network: Some(body), body: Some(body), seat: None, owner: None };
        if rights::sees(&viewer.actor, &scope) && !all.contains_key(&format!("hidden.{kind}.{id}")) {
            seen.push(Card {
                id: *id,
                kind,
                title: parts[2].to_owned(),
                detail: parts[3].to_owned(),
                url: format!("/{kind}/{id}"),
                icon: "list",
                hue: 0,
            });
        }
    }
    Ok(seen)
}

pub fn document(conn: &Conn, kind: &str, id: i64) -> Result<Option<Document>> {
    Ok(thing(conn, kind, id)?
        .map(|(level, body, title, text)| Document { text: format!("{title} {text}"), scopes: vec![(level, body)] }))
}

pub fn every(conn: &Conn, kind: &str) -> Result<Vec<i64>> {
    let start = format!("{kind}.");
    Ok(db::settings(conn)?.keys().filter_map(|k| k.strip_prefix(&start)?.parse().ok()).collect())
}

static KINDS: [Kind; 2] = [
    Kind {
        name: "note",
        label: |_| "Notizen",
        cards: |c, v, ids| cards(c, v, "note", ids),
        document: |c, id| document(c, "note", id),
        every: |c| every(c, "note"),
    },
    Kind {
        name: "memo",
        label: |_| "Vermerke",
        cards: |c, v, ids| cards(c, v, "memo", ids),
        document: |c, id| document(c, "memo", id),
        every: |c| every(c, "memo"),
    },
];

/// What search shows beside the cards: the text, the network as a number, and a year that follows from the number.
fn passages(conn: &Conn, viewer: &Viewer, kind: &str, ids: &[i64]) -> Result<Vec<Passage>> {
    let name = if kind == "note" { "note" } else { "memo" };
    let all = db::settings(conn)?;
    let passage = |card: Card| {
        let parts: Vec<&str> = all[&format!("{kind}.{}", card.id)].split('|').collect();
        let body: i64 = parts[1].parse().unwrap();
        let day = kernel::Day::new(2020 + i16::try_from(card.id % 3).unwrap(), 1, 2);
        Passage {
            id: card.id,
            network: (body > 0).then(|| (body, format!("Netz {body}"))),
            day,
            words: parts[3].to_owned(),
        }
    };
    Ok(cards(conn, viewer, name, ids)?.into_iter().map(passage).collect())
}

pub fn kinds() -> Vec<&'static Kind> {
    KINDS.iter().collect()
}

pub fn put(tx: &Tx<'_>, kind: &'static str, id: i64, level: Level, body: i64, title: &str, text: &str) -> Result<()> {
    tx.set(&format!("{kind}.{id}"), &format!("{}|{body}|{title}|{text}", level.number()))?;
    tx.emit(Event::new("thing.written", Subject::new(kind, id)));
    Ok(())
}

pub fn people(tx: &Tx<'_>) -> Result<()> {
    tx.silent("a test's world");
    for (id, network, kind) in [(NETWORK, NETWORK, "network"), (ORGAN, NETWORK, "committee"), (OTHER, OTHER, "network")]
    {
        tx.exec(
            "INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES (:id, :network, :kind, :slug, 'x', 'x', '2020-01-01')",
            args! { id: id, network: network, kind: kind, slug: format!("b{id}") },
        )?;
    }
    for (person, body) in [(1, NETWORK), (2, ORGAN), (3, OTHER), (4, 0)] {
        tx.exec(
            "INSERT INTO person (id, given, family, sort_name) VALUES (:id, 'x', 'x', 'x')",
            args! { id: i64::from(person) },
        )?;
        if body == 0 {
            continue;
        }
        let seat = 200 + i64::from(person);
        tx.exec("INSERT INTO seat (id, body_id, number, kind, voice, from_day) VALUES (:id, :body, :number, 'personal', 'voting', '2020-01-01')", args! { id: seat, body: body, number: i64::from(person) })?;
        tx.exec("INSERT INTO occupancy (id, seat_id, person_id, basis, status, from_day) VALUES (:id, :seat, :person, 'joined', 'confirmed', '2020-01-01')", args! { id: seat, seat: seat, person: i64::from(person) })?;
    }
    Ok(())
}

fn who(conn: &Conn, token: &str) -> Result<Option<Signed>> {
    let Ok(person) = token.parse() else { return Ok(None) };
    Ok(Some(Signed {
        person,
        session: 1,
        name: "Mira Kowalski".into(),
        initials: "MK".into(),
        lang: Lang::De,
        theme: "auto".into(),
        proved_at: conn.now(),
        strong_at: Some(conn.now()),
        shared_address: false,
        to_touch: false,
    }))
}

pub struct House {
    pub db: Db,
    router: Router,
    runtime: tokio::runtime::Runtime,
}

pub struct Page {
    pub status: u16,
    pub html: String,
    pub statements: u32,
}

impl House {
    pub fn new(fresh: &Fresh) -> Self {
        fresh.db.write_now(people).unwrap();
        let notes = Slice { kinds: &KINDS, passages: Some(passages), ..Slice::new("notes", web::Routes::new) };
        let outside = Outside {
            base_url: "http://localhost:8080".into(),
            loopback: true,
            observe: true,
            proxies: web::Proxies::default(),
        };
        let hooks = Hooks { who, touch: |_, _| Ok(()), set_up: |_| Ok(None) };
        let site = Site::build(fresh.db.clone(), vec![notes, search::slice()], outside, hooks, None).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { db: fresh.db.clone(), router: web::router(&site).unwrap(), runtime }
    }
    pub fn get(&self, token: &str, path: &str) -> Page {
        let request =
            Request::builder().uri(path).header("cookie", format!("g-s={token}")).body(Body::empty()).unwrap();
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let statements = response.headers().get("x-statements").map_or(0, |v| v.to_str().unwrap().parse().unwrap());
            let status = response.status().as_u16();
            let html = String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
            Page { status, html, statements }
        })
    }
    pub fn asks(&self, token: &str, words: &str) -> String {
        let query: String = words.bytes().map(|b| format!("%{b:02x}")).collect();
        let page = self.get(token, &format!("/suche?q={query}"));
        assert_eq!(page.status, 200, "{words}");
        // Only what the page itself holds: the shell repeats nothing of a search.
        page.html[page.html.find("<main").unwrap()..page.html.find("<footer").unwrap()].to_owned()
    }
    pub fn write(&self, f: impl FnOnce(&Tx<'_>) -> Result<()> + Send + 'static) {
        self.db.write_now(f).unwrap();
    }
    pub fn follow(&self) {
        search::follow(&self.db, &kinds()).unwrap();
    }
    pub fn count(&self, sql: &'static str) -> i64 {
        self.db.read_now(move |c| c.count(sql, args! {})).unwrap()
    }
}
