//! A house with one slice: rows of the table of settings as its only things.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
};

use axum::Router;
use db::{Conn, Db, Open, Tx, Url, args};
use kernel::{Clock, Error, Event, Id, Lang, Level, Moment, Reason, Result, Scope, Subject};
use web::{
    Answer, Audience, Cookie, DemoBar, Fields, FormView, Hooks, Nav, Outside, Page, Reading, Routes, Signed, Site,
    Slice, Slug, Watch, Writing,
};

web::paths! {
    pub Home = "/" {}
    pub RowPage = "/zeilen/{name}" { name: Slug }
    pub SaveRow = "/zeilen/{name}/setzen" { name: Slug }
    pub NumberPage = "/nummern/{id}" { id: Id<()> }
    pub FormPage = "/formular" {}
    pub AnswerPage = "/antwort/{what}" { what: Slug }
    pub Deed = "/tat/{what}" { what: Slug }
    pub LeadPage = "/weg" {}
    pub SlowPage = "/langsam/{gate}" { gate: Slug }
    pub SlowDeed = "/langsam/{gate}/tun" { gate: Slug }
    pub BigPage = "/gross/{kib}" { kib: Id<()> }
    pub PastPage = "/stand" {}
    pub OwnPage = "/eigenes" {}
    pub OperatorPage = "/betreuung" {}
    pub Quiet = "/still" {}
    pub LetterPage = "/brief" {}
    pub FilePage = "/datei" {}
    pub TextPage = "/text/{text}" { text: String }
    pub LetterFile = "/briefe/{letter}/{format}" { letter: Slug, format: papers::Format }
    pub OwnLetterFile = "/eigene-briefe/{letter}/{format}" { letter: Slug, format: papers::Format }
    pub WriteLetter = "/briefe/schreiben" {}
    pub Heard = "/hoert" {}
    pub OwnHeard = "/eigenes/hoert" {}
}

fn routes() -> Routes {
    use Audience::{Operator, Public, SignedIn};
    Routes::new()
        .get(Public, |r, _: Home| page(r, "Anfang", "Willkommen"))
        .get(Public, |r, p: RowPage| {
            let value = db::setting(r.conn, &format!("row.{}", p.name))?.ok_or(Error::NotFound)?;
            page(r, "Zeile", &value)
        })
        .post(SignedIn, save)
        .get(
            Public,
            |r, p: NumberPage| if p.id.raw() == 7 { page(r, "Nummer", "sieben") } else { Err(Error::NotFound) },
        )
        .get(Public, |r, _: FormPage| page(r, "Formular", &FormView::new(r.viewer.lang, &[]).once()))
        .post(Public, |w, _: FormPage| {
            let mut fields = Fields::of(w.ask);
            let value = fields.needed("wert", 40, "Bitte füllen Sie das Feld aus.", "Please fill in this field.");
            if let Err(Error::Form(problems)) = fields.done() {
                let form = FormView::kept(w.viewer.lang, w.ask, problems);
                let field = form.text("wert", "Wert").to_string();
                return w.reading().page(
                    Page::new("Formular").refused(),
                    &Raw { html: format!("<h1>Formular</h1>{}{field}", form.summary()) },
                );
            }
            add(w.tx, "count", &value)?;
            Ok(Answer::to("/formular").with_note(&format!("<b>{value}</b> ist da.")))
        })
        .get(Public, answer)
        .post(Public, |w, p: Deed| deed(w, p.name()))
        .get(Public, |_, p: LetterFile| Ok(Answer::paper(letter(p.letter.as_str()), p.format)))
        .get(SignedIn, |_, p: OwnLetterFile| Ok(Answer::paper(letter(p.letter.as_str()), p.format)))
        .watch(Public, |_, _: Heard| Ok(Watch { body: 7, calm: &["row.calm"] }))
        .watch(SignedIn, |_, _: OwnHeard| Ok(Watch { body: 7, calm: &[] }))
        .post(SignedIn, |w, _: WriteLetter| {
            add(w.tx, "letter", "written")?;
            Ok(Answer::paper(letter("neu"), papers::Format::Pdf))
        })
        .post(Public, |_, _: Quiet| Ok(Answer::to("/")))
        .post(Public, |w, _: LetterPage| {
            add(w.tx, "letter", "yes")?;
            Ok(Answer::to("/"))
        })
        .per_hour(3)
        .get_fresh(Public, |r, _: LeadPage| Ok(Answer::to(r.ask.query("nach").unwrap_or("/"))))
        .get(Public, |r, p: SlowPage| {
            let value = db::setting(r.conn, "row.slow")?.unwrap_or_default();
            gate(p.gate.as_str());
            page(r, "Langsam", &value)
        })
        .post(Public, |w, p: SlowDeed| {
            add(w.tx, "slow", "done")?;
            gate(p.gate.as_str());
            Ok(Answer::to("/"))
        })
        .get(Public, |r, p: BigPage| page(r, "Gross", &noise(usize::try_from(p.kib.raw()).unwrap_or(1) << 10)))
        .get(Public, |r, _: PastPage| {
            r.page(Page::new("Stand").dated(), &Raw { html: format!("<h1>Stand</h1><p>{}</p>", r.viewer.stand) })
        })
        .get(SignedIn, |r, _: OwnPage| {
            page(r, "Eigenes", &r.viewer.signed.as_ref().map_or_else(String::new, |s| s.name.clone()))
        })
        .post_file(SignedIn, 256 << 10, ready, |w, _: FilePage| {
            let bytes = w.ask.made::<usize>().copied().unwrap_or(0);
            Ok(Answer::to(format!("/zeilen/{bytes}")))
        })
        .get(Operator, |r, _: OperatorPage| page(r, "Betreuung", "nur hier"))
        .get(Public, |r, p: TextPage| {
            page(
                r,
                "Text",
                &format!(
                    "{} {}",
                    p.text.len(),
                    p.text.chars().map(|c| format!("{:x} ", u32::from(c))).collect::<String>()
                ),
            )
        })
}

/// A letter of that title; one whose title says so is too long for a file.
fn letter(title: &str) -> papers::Paper {
    let text = if title == "zu-lang" { "x".repeat(papers::CHARACTERS) } else { "Geheimes Wort: Zitrone".into() };
    papers::Paper::new(Lang::De, title, "Netz", kernel::Day::literal("2026-11-24")).text(text)
}

/// How many files were read.
pub static READS: AtomicUsize = AtomicUsize::new(0);

fn ready(parts: &[web::Part]) -> web::Made {
    READS.fetch_add(1, Ordering::SeqCst);
    Arc::new(parts.iter().map(|p| p.bytes.len()).sum::<usize>())
}

impl Deed {
    fn name(&self) -> &str {
        self.what.as_str()
    }
}

#[derive(askama::Template)]
#[template(source = "{{ html|safe }}", ext = "html")]
struct Raw {
    html: String,
}

fn page(r: &Reading<'_>, title: &str, text: &str) -> Result<Answer> {
    r.page(Page::new(title).nav("rows"), &Raw { html: format!("<h1>{title}</h1><p id=\"text\">{text}</p>") })
}

/// Text that hardly packs: a page of that many bytes, the same each time.
fn noise(bytes: usize) -> String {
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        char::from(
            b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"[usize::try_from(state & 63).unwrap()],
        )
    };
    (0..bytes).map(|_| next()).collect()
}

pub fn event(n: i64) -> Event {
    Event::new("row.set", Subject::new("row", n)).within(Scope::house(Level::Public))
}

/// Sets a row and counts how often that happened.
fn add(tx: &Tx<'_>, name: &str, value: &str) -> Result<()> {
    tx.emit(event(1));
    tx.set(&format!("row.{name}"), value)?;
    tx.exec("INSERT INTO counter (name, value) VALUES (:name, 1) ON CONFLICT (name) DO UPDATE SET value = counter.value + 1", args! { name: name }).map(drop)
}

fn save(w: &Writing<'_>, p: SaveRow) -> Result<Answer> {
    add(w.tx, p.name.as_str(), w.ask.field("wert"))?;
    Ok(Answer::to(RowPage { name: p.name }.to_string()))
}

fn answer(r: &Reading<'_>, p: AnswerPage) -> Result<Answer> {
    let refused = || Reason::new("So nicht <b>.", "Not so <b>.");
    match p.what.as_str() {
        "fehlt" => Err(Error::NotFound),
        "verboten" => Err(Error::Denied(None)),
        "verboten-weil" => Err(Error::Denied(Some(refused()))),
        "regel" => Err(Error::Rule(refused())),
        "veraltet" => Err(Error::Stale),
        "kaputt" => Err(Error::internal("canary-of-the-log")),
        "sql" => r.conn.count("SELECT COUNT(*) FROM no_such_table", args! {}).map(|_| Answer::to("/")),
        "panik" => panic!("on purpose"),
        "vorbei" => web::gone(r, Some("Der Link war von gestern.".into())),
        "zu-oft" => web::too_many(r, r.conn.now().plus_seconds(1201)),
        "keks" => Ok(page(r, "Keks", "x")?.with_cookie(Cookie {
            name: "k",
            value: "a;b\"c\r\nd ä".into(),
            seconds: Some(60),
        })),
        "frist" => Ok(page(r, "Frist", &r.conn.now().micros().to_string())?.until(r.conn.now().plus_seconds(60))),
        "frisch" => Ok(page(r, "Frisch", &r.conn.now().micros().to_string())?.fresh()),
        "rahmen" => Ok(Answer { embeddable: true, ..page(r, "Rahmen", "x")? }),
        "datei" => Ok(Answer {
            download: Some("Bericht \"Ä\"\r\n;x=1.csv".into()),
            ..Answer::data("text/csv; charset=utf-8", b"a;b\r\n".to_vec())
        }),
        "bild" => Ok(Answer::data("image/svg+xml", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec())),
        _ => Err(Error::NotFound),
    }
}

fn deed(w: &Writing<'_>, what: &str) -> Result<Answer> {
    add(w.tx, "deed", what)?;
    match what {
        "gut" => Ok(Answer::to("/zeilen/deed")),
        "seite" => page(&w.reading(), "Getan", "ja"),
        "regel" => Err(Error::Rule(Reason::new("So nicht.", "Not so."))),
        "status" => w.reading().page(Page::new("Nein").status(400), &Raw { html: "<h1>Nein</h1>".into() }),
        "veraltet" => Err(Error::Stale),
        "kaputt" => Err(Error::internal("canary-of-the-log")),
        "sql" => w.tx.count("SELECT COUNT(*) FROM no_such_table", args! {}).map(|_| Answer::to("/")),
        "panik" => panic!("on purpose"),
        "grenze" => w.reading().page(Page::new("Grenze").status(399), &Raw { html: "<h1>Grenze</h1>".into() }),
        _ => Err(Error::NotFound),
    }
}

/// Where slow pages say that they have begun and wait to go on.
type Gate = (mpsc::Sender<()>, mpsc::Receiver<()>);

fn gates() -> &'static Mutex<HashMap<String, Gate>> {
    static GATES: OnceLock<Mutex<HashMap<String, Gate>>> = OnceLock::new();
    GATES.get_or_init(Mutex::default)
}

pub fn gate(name: &str) {
    let found = gates().lock().unwrap().remove(name);
    if let Some((begun, go)) = found {
        begun.send(()).unwrap();
        let _ = go.recv_timeout(std::time::Duration::from_secs(20));
    }
}

/// A gate that stops the next slow page of that name: what says that it has begun, and what lets it go on.
pub fn shut(name: &str) -> (mpsc::Receiver<()>, mpsc::Sender<()>) {
    let ((begun, seen), (let_go, go)) = (mpsc::channel(), mpsc::channel());
    gates().lock().unwrap().insert(name.to_owned(), (begun, go));
    (seen, let_go)
}

/// Whoever holds a token that stands in the table of settings.
fn who(conn: &Conn, token: &str) -> Result<Option<Signed>> {
    let Some(number) = db::setting(conn, &format!("token.{token}"))? else { return Ok(None) };
    let person = number.parse().map_err(Error::internal)?;
    let lang = if person == 3 { Lang::En } else { Lang::De };
    Ok(Some(Signed {
        person,
        session: person,
        name: format!("Person {person}"),
        initials: "PX".into(),
        lang,
        theme: "auto".into(),
        proved_at: Moment::default(),
        strong_at: None,
        shared_address: false,
        to_touch: person == 2,
    }))
}

const SLICE: Slice = Slice {
    nav: &[Nav {
        key: "rows",
        label: |lang| if lang == Lang::De { "Zeilen" } else { "Rows" },
        path: "/formular",
        icon: "door",
        place: 1,
        public: true,
    }],
    ..Slice::new("rows", routes)
};

pub struct House {
    pub site: Site,
    pub router: Router,
    pub clock: Clock,
    pub postgres: bool,
    leave: Leave,
}

enum Leave {
    Folder(PathBuf),
    Database(String),
}

impl Drop for House {
    fn drop(&mut self) {
        match &self.leave {
            Leave::Folder(folder) => drop(std::fs::remove_dir_all(folder)),
            Leave::Database(name) => testkit::drop_on(&testkit::server().unwrap(), name),
        }
    }
}

impl House {
    fn at(url: Url, leave: Leave, outside: Outside, demo: Option<DemoBar>) -> Self {
        let clock = testkit::clock();
        let mut open = Open::new(url, clock.clone());
        (open.synchronous, open.readers) = ("OFF", 3);
        let db = Db::open(&open, &migrations::SCHEMA).unwrap();
        // On a thread of its own, for the tests run inside a runtime.
        let filled = |tx: &Tx<'_>| {
            tx.silent("a test begins");
            for person in 1..=3 {
                tx.set(&format!("token.t{person}"), &person.to_string())?;
            }
            tx.set("row.a", "erster Wert")?;
            tx.exec("INSERT INTO person (id, given, family, sort_name) VALUES (1, 'A', 'B', 'b')", args! {})?;
            tx.exec("INSERT INTO operator (id, person_id, from_day) VALUES (1, 1, '2020-01-01')", args! {})
        };
        let empty = db.clone();
        std::thread::spawn(move || empty.write_now(filled)).join().unwrap().unwrap();
        let hooks = Hooks {
            who,
            touch: |tx, session| {
                tx.silent("a test");
                tx.set("touched", &session.to_string())
            },
            set_up: |_| Ok(None),
        };
        let site = Site::build(db, vec![SLICE], outside, hooks, demo).unwrap().printing(crate::printing::press());
        Self { router: web::router(&site).unwrap(), site, clock, postgres: matches!(leave, Leave::Database(_)), leave }
    }
    fn with(outside: Outside, demo: Option<DemoBar>) -> Self {
        let folder = std::env::temp_dir().join(testkit::unique("geflecht-frame"));
        std::fs::create_dir_all(&folder).unwrap();
        Self::at(Url::Sqlite(folder.join("test.db")), Leave::Folder(folder), outside, demo)
    }
    /// On this machine, without TLS.
    pub fn here() -> Self {
        Self::with(here(), None)
    }
    /// On the internet, with TLS.
    pub fn there() -> Self {
        Self::with(
            Outside {
                base_url: "https://netz.example.org".into(),
                loopback: false,
                observe: false,
                proxies: web::Proxies::default(),
            },
            None,
        )
    }
    /// On the internet, behind web servers of these addresses.
    pub fn behind(proxies: &str) -> Self {
        let proxies = proxies.parse().unwrap();
        Self::with(
            Outside { base_url: "https://netz.example.org".into(), loopback: false, observe: false, proxies },
            None,
        )
    }
    /// The demo, in which one click signs anybody in.
    pub fn demo() -> Self {
        Self::with(here(), Some(DemoBar { personas: vec![("anna".into(), "Anna & <Co>".into())] }))
    }
    /// The same house on SQLite and, if the environment names a server, on PostgreSQL.
    pub fn both() -> Vec<Self> {
        let mut houses = vec![Self::here()];
        if let Some(server) = testkit::server() {
            let name = testkit::unique("frame");
            houses.push(Self::at(testkit::made_on(&server, &name, "template0"), Leave::Database(name), here(), None));
        }
        houses
    }
    /// How often a row was set.
    pub async fn count(&self, name: &'static str) -> i64 {
        self.site
            .db()
            .read(move |c| c.count("SELECT value FROM counter WHERE name = :name", args! { name: name }))
            .await
            .unwrap()
    }
    /// Something happens in a body.
    pub async fn happens(&self, verb: &'static str, body: i64) {
        let event = move |tx: &Tx<'_>| {
            tx.emit(Event::new(verb, Subject::new("row", 1)).within(Scope::body(Level::Body, 1, body)));
            Ok(())
        };
        self.site.db().write(event).await.unwrap();
    }
    /// Changes a row behind the back of HTTP.
    pub async fn set(&self, name: &'static str, value: &str) {
        let value = value.to_owned();
        self.site.db().write(move |tx| add(tx, name, &value)).await.unwrap();
    }
}

fn here() -> Outside {
    Outside {
        base_url: "http://localhost:8080".into(),
        loopback: true,
        observe: true,
        proxies: web::Proxies::default(),
    }
}
