//! The small world behind the router, and what somebody sees who asks for a page.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "each test file uses a part of it, and stops where something is wrong"
)]

use crate::common::{World, act, world};
use db::Conn;
use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::{Id, Lang, Result};
use networks::{Audience, Field};
use people::Person;
use testkit::{Fresh, postgres, sqlite};
use tower::ServiceExt;
use web::{Hooks, Outside, Press, Signed, Site, router};

/// In these tests a session's token is the number of the person.
fn who(conn: &Conn, token: &str) -> Result<Option<Signed>> {
    let Ok(person) = token.parse::<Id<Person>>() else { return Ok(None) };
    let name = people::find_person(conn, person)?.name().full();
    Ok(Some(Signed {
        person: person.raw(),
        session: 1,
        name,
        initials: "XY".into(),
        lang: Lang::De,
        theme: "auto".into(),
        proved_at: conn.now(),
        strong_at: Some(conn.now()),
        shared_address: false,
        to_touch: false,
    }))
}

pub struct House {
    pub fresh: Fresh,
    pub w: World,
    pub site: Site,
}

pub fn house() -> House {
    house_on(sqlite(), vec![networks::slice()])
}

/// The same on SQLite, and on PostgreSQL when the environment names a server.
pub fn houses(slices: &[web::Slice]) -> Vec<House> {
    [Some(sqlite()), postgres()].into_iter().flatten().map(|fresh| house_on(fresh, slices.to_vec())).collect()
}

fn house_on(fresh: Fresh, slices: Vec<web::Slice>) -> House {
    let w = world(&fresh);
    let site = site_on(&fresh, slices);
    House { fresh, w, site }
}

fn site_on(fresh: &Fresh, slices: Vec<web::Slice>) -> Site {
    let outside = Outside {
        base_url: "http://localhost:8080".into(),
        loopback: true,
        observe: true,
        proxies: web::Proxies::default(),
    };
    let hooks = Hooks { who, touch: |_, _| Ok(()), set_up: |_| Ok(None) };
    // What a paper says is looked at as data; how it is set is looked at elsewhere.
    let press = Press::new(|paper| Box::pin(async move { Ok(format!("{paper:?}").into_bytes()) }));
    Site::build(fresh.db.clone(), slices, outside, hooks, None).unwrap().printing(press)
}

pub struct Seen {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub html: String,
}

impl Seen {
    pub fn main(&self) -> &str {
        self.html.split("<main").nth(1).unwrap_or(&self.html).split("<footer").next().unwrap()
    }
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.main());
        self
    }
    #[track_caller]
    pub fn says(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(self.html.contains(word), "{word} is missing in:\n{}", self.main());
        }
        self
    }
    #[track_caller]
    pub fn hides(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(!self.html.contains(word), "{word} is told in:\n{}", self.main());
        }
        self
    }
    /// The answer but for what marks its form as sent once: two that are alike tell the same.
    pub fn alike(&self) -> (u16, String) {
        let once = self.html.split("name=\"einmal\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let html = once.map_or_else(|| self.html.clone(), |once| self.html.replace(once, ""));
        (self.status.as_u16(), html)
    }
    pub fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }
    pub fn statements(&self) -> u32 {
        self.headers["x-statements"].to_str().unwrap().parse().unwrap()
    }
    /// The hidden number of the form.
    pub fn once(&self) -> String {
        self.html.split("name=\"einmal\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }
}

impl House {
    /// Another node of the same house, on the same database.
    pub fn node(&self, slices: &[web::Slice]) -> Self {
        let fresh = self.fresh.node(1);
        let site = site_on(&fresh, slices.to_vec());
        Self { fresh, w: self.w, site }
    }
    /// A mailbox takes letters.
    pub fn takes_letters(&self) {
        self.fresh
            .db
            .write_now(|tx| {
                tx.silent("a test");
                tx.set(networks::ANSWERS, "antwort@netz.example.org")?;
                tx.set(networks::ANSWERS_KEY, &"k".repeat(64))
            })
            .unwrap();
    }
    pub fn ask(&self, request: http::request::Builder, person: Option<Id<Person>>, body: String) -> Seen {
        let router = router(&self.site).unwrap();
        let request = match person {
            Some(person) => request.header(header::COOKIE, format!("g-s={person}")),
            None => request,
        };
        let request = request.body(axum::body::Body::from(body)).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
            let bytes = body.collect().await.unwrap().to_bytes();
            let packed = bytes.starts_with(b"PK\x03\x04");
            let html = if packed { testkit::unpacked(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned() };
            // Where long words may break is nothing a test should know.
            let html = html.replace('\u{ad}', "").replace("<wbr>", "");
            if parts.headers.get(header::CONTENT_TYPE).is_some_and(|t| t.to_str().unwrap().starts_with("text/html"))
                && !html.is_empty()
            {
                assert_eq!(html.matches("<h1").count(), 1, "one h1:\n{html}");
                assert!(
                    !html.contains(" style=") && !html.contains("<style") && !html.contains(" onclick"),
                    "inline style or script:\n{html}"
                );
                let mut ids = std::collections::HashSet::new();
                for id in html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                    assert!(ids.insert(id), "id {id} twice");
                }
            }
            Seen { status: parts.status, headers: parts.headers, html }
        })
    }
    pub fn get(&self, person: Option<Id<Person>>, path: &str) -> Seen {
        self.ask(Request::get(path), person, String::new())
    }
    pub fn post(&self, person: Id<Person>, path: &str, fields: &[(&str, &str)]) -> Seen {
        self.send(Some(person), path, fields)
    }
    /// A form sent by a person or by a visitor.
    pub fn send(&self, person: Option<Id<Person>>, path: &str, fields: &[(&str, &str)]) -> Seen {
        self.sent(Request::post(path), person, fields)
    }
    /// A form a visitor sends from an address.
    pub fn send_from(&self, from: &str, path: &str, fields: &[(&str, &str)]) -> Seen {
        self.sent(Request::post(path).extension(web::Peer(from.parse().unwrap())), None, fields)
    }
    fn sent(&self, request: http::request::Builder, person: Option<Id<Person>>, fields: &[(&str, &str)]) -> Seen {
        let body = fields
            .iter()
            .map(|(n, v)| format!("{n}={}", v.bytes().map(|b| format!("%{b:02X}")).collect::<String>()))
            .collect::<Vec<_>>()
            .join("&");
        let request = request
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.ask(request, person, body)
    }
    /// A form with files, each a text with its name.
    pub fn upload(&self, person: Id<Person>, path: &str, fields: &[(&str, &str)], files: &[(&str, &str)]) -> Seen {
        let mut body = String::new();
        for (name, text) in fields {
            body += &format!("--x1\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
        }
        for (name, text) in files {
            body += &format!(
                "--x1\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"{name}\"\r\n\r\n{text}\r\n"
            );
        }
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x1")
            .header("sec-fetch-site", "same-origin");
        self.ask(request, Some(person), body + "--x1--\r\n")
    }
    /// A person who runs the installation from now on.
    pub fn operates(&self, person: Id<Person>) {
        let since = self.fresh.db.clock().today();
        let operator = crate::common::operator();
        self.fresh.db.write_now(move |tx| accounts::make_operator(tx, &operator, person, since)).unwrap();
    }
    /// The letters that wait for an address, oldest first: subject and text.
    pub fn letters(&self, to: &str) -> Vec<(String, String)> {
        let to = to.to_owned();
        let read = move |c: &Conn| {
            c.all(
                "SELECT subject, body_text FROM mail_out WHERE address = :to ORDER BY created_at, id",
                db::args! { to: to.as_str() },
                |r| Ok((r.get(0)?, r.get(1)?)),
            )
        };
        self.fresh.db.read_now(read).unwrap()
    }
    /// Every letter of one of these kinds has the one shape: it greets once, takes leave, says why it comes; and where its words name a
    /// network, its subject does. What has left has no words any more.
    #[track_caller]
    pub fn letters_have_their_shape(&self, purposes: &[&str]) {
        let read = |c: &Conn| {
            c.all(
                "SELECT purpose, subject, body_text FROM mail_out WHERE body_text <> '' ORDER BY id",
                db::args! {},
                |r| Ok((r.get::<String>(0)?, r.get::<String>(1)?, r.get::<String>(2)?)),
            )
        };
        let all = self.fresh.db.read_now(read).unwrap();
        for purpose in purposes {
            assert!(all.iter().any(|(of, ..)| of == purpose), "no letter of the kind {purpose}");
        }
        for (purpose, subject, text) in all.iter().filter(|(of, ..)| purposes.contains(&of.as_str())) {
            let told = format!("{purpose}: {subject}\n{text}");
            let (hello, bye, why) = if text.starts_with("Hello,") {
                ("Hello,\n\n", "\n\nKind regards\nGeflecht\n\n", "You ")
            } else {
                ("Guten Tag,\n\n", "\n\nFreundliche Grüße\nGeflecht\n\n", "Sie bekommen ")
            };
            assert!(text.starts_with(hello), "{told}");
            let (_, after) = text.rsplit_once(bye).unwrap_or_else(|| panic!("no farewell in {told}"));
            assert!(after.starts_with(why), "no reason after the farewell: {told}");
        }
    }
    /// Every letter there is: address, subject and text.
    pub fn all_letters(&self) -> Vec<(String, String, String)> {
        let read = |c: &Conn| {
            c.all("SELECT address, subject, body_text FROM mail_out ORDER BY created_at, id", db::args! {}, |r| {
                Ok((r.get(0)?, r.get(1)?, r.get(2)?))
            })
        };
        self.fresh.db.read_now(read).unwrap()
    }
    pub fn consents(&self, person: Id<Person>, field: Field, audience: Audience, body: Option<Id<networks::Body>>) {
        act(&self.fresh, person, move |tx, by| networks::give_consent(tx, by, field, audience, body)).unwrap();
    }
}
