//! A house with one slice, and browsers that visit it.

use std::{cell::RefCell, collections::BTreeMap};

use accounts::NewAccount;
use axum::body::Body;
use db::{Args, args};
use http::{Request, header};
use http_body_util::BodyExt;
use kernel::{Actor, Clock, Id, Lang};
use people::{NewPerson, Person};
use testkit::Fresh;
use tower::ServiceExt;
use web::{Outside, Site};

pub const BASE: &str = "http://localhost:8080";
pub const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

pub struct House<'a> {
    pub fresh: &'a Fresh,
    pub clock: Clock,
    router: axum::Router,
    runtime: tokio::runtime::Runtime,
}

/// Who acts when a test arranges things: the operator of a house.
pub fn operator() -> Actor {
    Actor { operator: true, ..Actor::default() }
}

impl<'a> House<'a> {
    pub fn new(fresh: &'a Fresh) -> Self {
        Self::at(fresh, BASE)
    }
    /// A house that is reached at another address.
    pub fn at(fresh: &'a Fresh, base: &str) -> Self {
        let outside =
            Outside { base_url: base.to_owned(), loopback: true, observe: true, proxies: web::Proxies::default() };
        let site = Site::build(fresh.db.clone(), vec![accounts::slice()], outside, accounts::hooks(), None).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { fresh, clock: fresh.clock.clone(), router: web::router(&site).unwrap(), runtime }
    }
    /// A person who is entered but has no account.
    pub fn stranger(&self, given: &str, family: &str) -> Id<Person> {
        let new = NewPerson::new(given, family);
        self.fresh.db.write_now(move |tx| people::add_person(tx, &operator(), &new)).unwrap()
    }
    /// A person with an account.
    pub fn person(&self, given: &str, family: &str, mail: &str) -> Id<Person> {
        let (person, mail) = (self.stranger(given, family), mail.to_owned());
        self.fresh
            .db
            .write_now(move |tx| {
                accounts::open_account(tx, &operator(), &NewAccount { person, mail: &mail, lang: Lang::De })
            })
            .unwrap();
        person
    }
    /// A person with an account who runs the house.
    pub fn operator(&self, given: &str, family: &str, mail: &str) -> Id<Person> {
        let person = self.person(given, family, mail);
        self.fresh.db.write_now(move |tx| accounts::make_operator(tx, &operator(), person, tx.today())).unwrap();
        person
    }
    /// Who a browser's session says it is.
    pub fn signed(&self, browser: &Browser<'_>) -> web::Signed {
        let token = browser.cookie("g-s").unwrap();
        self.fresh.db.read_now(move |c| (accounts::hooks().who)(c, &token)).unwrap().expect("signed in")
    }
    /// What that person may do.
    pub fn actor(&self, browser: &Browser<'_>) -> Actor {
        let signed = self.signed(browser);
        Actor { shared_address: signed.shared_address, person: Some(signed.person), ..Actor::default() }
    }
    /// A browser that is signed in without a letter, and strongly proved for 15 minutes.
    pub fn signed_in(&self, person: Id<Person>) -> Browser<'_> {
        let browser = self.browser();
        let cookie = self.fresh.db.write_now(move |tx| accounts::open_session(tx, person, FIREFOX)).unwrap();
        browser.jar.borrow_mut().insert("g-s".to_owned(), cookie.value);
        browser
    }
    pub fn browser(&self) -> Browser<'_> {
        Browser { house: self, jar: RefCell::default(), agent: FIREFOX, peer: None }
    }
    pub fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        self.fresh.db.read_now(move |c| c.count(&sql, Args::none())).unwrap()
    }
    pub fn texts(&self, sql: &'static str) -> Vec<String> {
        self.fresh.db.read_now(move |c| c.all(sql, args! {}, |r| r.get(0))).unwrap()
    }
    pub fn exec(&self, sql: &'static str) {
        self.fresh
            .db
            .write_now(move |tx| {
                tx.silent("a test arranges");
                tx.exec(sql, args! {})
            })
            .unwrap();
    }
    /// The letters that wait for an address, oldest first: subject and text.
    pub fn letters(&self, to: &str) -> Vec<(String, String)> {
        let all = self.fresh.db.read_now(|c| db::due_mail(c, 1000)).unwrap();
        all.into_iter().filter(|m| m.to == to).map(|m| (m.subject, m.text)).collect()
    }
    /// Code and path of the newest letter's link.
    pub fn code(&self, to: &str) -> (String, String) {
        let (_, text) = self.letters(to).pop().expect("a letter");
        let code = text.lines().find_map(|l| l.strip_prefix("Code: ")).unwrap_or_default().to_owned();
        (code, self.link(to))
    }
    /// The path of the newest letter's link.
    pub fn link(&self, to: &str) -> String {
        let (_, text) = self.letters(to).pop().expect("a letter");
        text.lines().find_map(|l| l.strip_prefix(BASE)).expect("a link on a line of its own").to_owned()
    }
    pub fn settings(&self) -> BTreeMap<String, String> {
        self.fresh.db.read_now(db::settings).unwrap().into_iter().collect()
    }
}

pub struct Browser<'a> {
    house: &'a House<'a>,
    pub jar: RefCell<BTreeMap<String, String>>,
    pub agent: &'static str,
    /// The address of its connection; without one nothing is counted of it.
    pub peer: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub to: String,
    pub body: String,
    pub headers: Vec<(String, String)>,
}

impl Reply {
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        assert!(
            self.body.contains(words),
            "{words:?} is not in the page ({}, to {:?}):\n{}",
            self.status,
            self.to,
            self.main()
        );
        self
    }
    #[track_caller]
    pub fn says_not(&self, words: &str) -> &Self {
        assert!(!self.body.contains(words), "{words:?} is in the page:\n{}", self.main());
        self
    }
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "to {:?}:\n{}", self.to, self.main());
        self
    }
    #[track_caller]
    pub fn leads(&self, to: &str) -> &Self {
        assert_eq!((self.status, self.to.as_str()), (303, to), "{}", self.main());
        self
    }
    /// What stands between the main tags.
    pub fn main(&self) -> &str {
        let from = self.body.find("<main").unwrap_or(0);
        &self.body[from..self.body.find("</main>").unwrap_or(self.body.len())]
    }
    /// The value of a field of the page's forms.
    #[track_caller]
    pub fn field(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\"");
        let tag = self
            .main()
            .split('<')
            .find(|t| t.contains(&mark))
            .unwrap_or_else(|| panic!("no field {name}:\n{}", self.main()));
        let (_, rest) = tag.split_once("value=\"").unwrap_or_else(|| panic!("{tag} has no value"));
        rest.split_once('"').unwrap().0.to_owned()
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }
    pub fn title(&self) -> &str {
        self.body.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map_or("", |(title, _)| title)
    }
    pub fn cookies(&self) -> Vec<&str> {
        self.headers.iter().filter(|(n, _)| n == "set-cookie").map(|(_, v)| v.as_str()).collect()
    }
}

pub fn form(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

impl Browser<'_> {
    pub fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap())
    }
    pub fn head(&self, path: &str) -> Reply {
        self.send(Request::head(path).body(Body::empty()).unwrap())
    }
    /// A form as a browser sends it from a page of the house.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.post_from(path, fields, &[("origin", BASE), ("sec-fetch-site", "same-origin")])
    }
    pub fn post_from(&self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Reply {
        let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(form(fields))).unwrap())
    }
    pub fn send(&self, mut request: Request<Body>) -> Reply {
        let cookies: Vec<String> = self.jar.borrow().iter().map(|(n, v)| format!("{n}={v}")).collect();
        let headers = request.headers_mut();
        if !cookies.is_empty() {
            headers.insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        headers.insert(header::USER_AGENT, self.agent.parse().unwrap());
        headers.insert(header::HOST, "localhost:8080".parse().unwrap());
        if let Some(peer) = self.peer {
            request.extensions_mut().insert(web::Peer(peer.parse().unwrap()));
        }
        let reply = self.house.runtime.block_on(async {
            let response = self.house.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = body.collect().await.unwrap().to_bytes();
            let text = |v: &http::HeaderValue| String::from_utf8_lossy(v.as_bytes()).into_owned();
            Reply {
                status: parts.status.as_u16(),
                to: parts.headers.get(header::LOCATION).map(text).unwrap_or_default(),
                body: String::from_utf8_lossy(&body).into_owned(),
                headers: parts.headers.iter().map(|(n, v)| (n.as_str().to_owned(), text(v))).collect(),
            }
        });
        self.take(&reply);
        reply
    }
    fn take(&self, reply: &Reply) {
        for cookie in reply.cookies() {
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if value.is_empty() {
                self.jar.borrow_mut().remove(name);
            } else {
                self.jar.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
    }
    /// Asks for a code on the page, as a person does.
    pub fn ask(&self, mail: &str) -> Reply {
        let page = self.get("/anmelden");
        self.post(
            "/anmelden",
            &[("email", mail), ("fenster", &page.field("fenster")), ("weiter", &page.field("weiter"))],
        )
    }
    pub fn enter(&self, code: &str) -> Reply {
        self.post("/anmelden/code", &[("code", code)])
    }
    /// Signs in with the code of the letter.
    pub fn sign_in(&self, mail: &str) -> Reply {
        self.ask(mail).leads("/anmelden/code");
        let (code, _) = self.house.code(mail);
        self.enter(&code)
    }
    pub fn is_signed_in(&self) -> bool {
        self.get("/konto").status == 200
    }
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.jar.borrow().get(name).cloned()
    }
    pub fn copy(&self) -> Self {
        Browser { house: self.house, jar: self.jar.clone(), agent: self.agent, peer: self.peer }
    }
}

/// A code that is not that one.
pub fn wrong(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}
